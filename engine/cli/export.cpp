// SPDX-License-Identifier: MPL-2.0
#include "engine/io/export.hpp"

#include "engine/cli/arguments.hpp"
#include "engine/cli/file_kind.hpp"
#include "engine/io/study_export.hpp"

#include <filesystem>

#include <fmt/format.h>

namespace samspil {
namespace {

constexpr std::size_t names_shown = 6;

/// Nothing that stands in the folder is replaced, an export or somebody's tables.
void check_free(const std::string& folder, const std::vector<std::string>& names)
{
    std::string standing;
    std::size_t count = 0;
    for (const std::string& name : names) {
        const std::string path = folder + "/" + name;
        std::error_code unknown; // what may not be looked at is told when it is written
        if (!std::filesystem::exists(std::filesystem::symlink_status(path, unknown))) continue;
        if (++count <= names_shown) standing += (standing.empty() ? "" : ", ") + path;
    }
    if (count == 0) return;
    if (count > names_shown) standing += fmt::format(" (+{})", count - names_shown);
    wrong_use(say("{} findes og overskrives ikke; vælg en anden mappe, eller --force", "{} exists and is not overwritten; choose another folder, or --force", standing));
}

} // namespace

Exit export_command(const Invocation& call)
{
    namespace po = boost::program_options;
    po::options_description known;
    const auto text = [] { return po::value<std::string>(); };
    known.add_options()("output,o", text())("format", text())("dialect", text())("force", "");
    const Arguments given(call, known);
    if (given.positional().size() != 1)
        wrong_use({"skriv: samspil export R.h5 --format csv|json [--dialect rfc4180|da] -o MAPPE", "write: samspil export R.h5 --format csv|json [--dialect rfc4180|da] -o FOLDER"});
    const std::string format = given.text("format", "csv"), dialect = given.text("dialect", "rfc4180"), folder = output_of(given);
    if (format != "csv" && format != "json") wrong_use({"--format er csv eller json", "--format is csv or json"});
    if (dialect != "rfc4180" && dialect != "da") wrong_use({"--dialect er rfc4180 eller da", "--dialect is rfc4180 or da"});
    const std::string& path = given.positional()[0];
    expect_kind(path, {FileKind::result});
    if (is_study_file(path)) {
        if (format != "csv") wrong_use({"en undersøgelse eksporteres med --format csv", "a study is exported with --format csv"});
        const StudyResult study = read_study(path);
        if (!given.has("force")) check_free(folder, study_csv_names(study));
        for (const std::string& made : export_study_csv(study, folder, dialect == "da" ? CsvDialect::da : CsvDialect::rfc4180)) fmt::print("{}\n", made);
        return Exit::done;
    }
    const ResultFile result = open_result(path);
    if (result.metadata().part)
        wrong_use({"det er en del af en afbrudt kørsel: gør den færdig med samspil resume", "this is a part of an interrupted run: finish it with samspil resume"});
    if (!given.has("force")) check_free(folder, format == "csv" ? csv_names(result) : std::vector<std::string>{"result.json"});
    const auto paths = format == "json" ? export_json(result, folder)
                                        : export_csv(result, folder, dialect == "da" ? CsvDialect::da : CsvDialect::rfc4180);
    for (const std::string& made : paths) fmt::print("{}\n", made);
    return Exit::done;
}

} // namespace samspil
