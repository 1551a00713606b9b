// SPDX-License-Identifier: MPL-2.0
#include "engine/io/export.hpp"

#include "engine/cli/arguments.hpp"

#include <filesystem>

#include <fmt/format.h>

namespace samspil {

Exit export_command(const Invocation& call)
{
    namespace po = boost::program_options;
    po::options_description known;
    const auto text = [] { return po::value<std::string>(); };
    known.add_options()("output,o", text())("format", text())("dialect", text())("force", "");
    const Arguments given(call, known);
    if (given.positional().size() != 1 || !given.has("output"))
        wrong_use({"samspil export R.h5 --format csv|json [--dialect rfc4180|da] -o MAPPE", "samspil export R.h5 --format csv|json [--dialect rfc4180|da] -o FOLDER"});
    const std::string format = given.text("format", "csv"), dialect = given.text("dialect", "rfc4180"), folder = given.text("output");
    if (format != "csv" && format != "json") wrong_use({"--format er csv eller json", "--format is csv or json"});
    if (dialect != "rfc4180" && dialect != "da") wrong_use({"--dialect er rfc4180 eller da", "--dialect is rfc4180 or da"});
    const ResultFile result = open_result(given.positional()[0]);
    if (result.metadata().part)
        wrong_use({"det er en del af en afbrudt kørsel: gør den færdig med samspil resume", "this is a part of an interrupted run: finish it with samspil resume"});
    const std::string first = folder + (format == "csv" ? "/kpi.csv" : "/result.json");
    if (std::filesystem::exists(first) && !given.has("force"))
        wrong_use(say("{} findes og overskrives ikke; vælg en anden mappe, eller --force", "{} exists and is not overwritten; choose another folder, or --force", first));
    const auto paths = format == "json" ? export_json(result, folder)
                                        : export_csv(result, folder, dialect == "da" ? CsvDialect::da : CsvDialect::rfc4180);
    for (const std::string& path : paths) fmt::print("{}\n", path);
    return Exit::done;
}

} // namespace samspil
