// SPDX-License-Identifier: MPL-2.0
#include "engine/io/table_folder.hpp"

#include "engine/base/digest.hpp"
#include "engine/io/project.hpp"
#include "engine/io/scenario_tables.hpp"
#include "engine/io/solved_table.hpp"
#include "engine/io/source_text.hpp"
#include "engine/io/values.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

namespace samspil {
namespace {

namespace fs = std::filesystem;

class TableFolder {
public:
    TableFolder(const ScenarioChain& chain, LoadedScenario& loaded, Diagnostics& out) : chain_(chain), loaded_(loaded), out_(out) {}

    void read();
    std::set<std::string> incomplete() { return std::move(incomplete_); }

private:
    std::optional<Table> table(const TableInfo& info);
    void check_solved(const Table& solved);

    const ScenarioChain& chain_;
    LoadedScenario& loaded_;
    Diagnostics& out_;
    std::set<std::string> incomplete_; ///< tables that were not read whole
};

std::optional<Table> TableFolder::table(const TableInfo& info)
{
    const Setting& data = chain_.layers.values.at("data");
    const auto named = chain_.layers.values.find("tables." + std::string(info.name));
    const bool is_named = named != chain_.layers.values.end();
    const Origin& mentioned = is_named ? named->second.origin : data.origin;
    const fs::path file =
        (fs::path(data.text) / (is_named ? named->second.text : std::string(info.name) + ".csv")).lexically_normal();
    const std::string path = is_named ? named->first : "data";
    if (!lies_below(file, loaded_.project) || (is_named && fs::path(named->second.text).is_absolute())) {
        out_.add(
            error_at(mentioned, path,
                     say("{} ligger uden for projektets mappe", "{} lies outside the project folder", file.string())));
        return std::nullopt;
    }
    std::error_code ignored;
    if (!fs::exists(file, ignored)) {
        if (!info.required && !is_named) return Table{&info, "", {}, {}, {}, true};
        out_.add(
            error_at(mentioned, path, say("tabellen {} findes ikke", "the table {} does not exist", file.string())));
        return std::nullopt;
    }
    auto text = read_input(file, file.string(), &mentioned, out_);
    if (!text) return std::nullopt;
    InputDigest input{
        fs::absolute(file).lexically_normal().lexically_relative(loaded_.project).generic_string(), sha256(*text), {}};
    auto read = read_table(info, std::move(*text), file.string(), out_);
    if (read) input.dialect = describe(read->dialect);
    loaded_.inputs.push_back(std::move(input));
    return read;
}

void TableFolder::read()
{
    const auto data = chain_.layers.values.find("data");
    std::error_code ignored;
    const bool folder = data != chain_.layers.values.end() && fs::is_directory(data->second.text, ignored) &&
                        lies_below(data->second.text, loaded_.project);
    if (!folder) {
        for (const TableInfo& info : table_infos())
            incomplete_.emplace(info.name);
        if (data == chain_.layers.values.end()) {
            if (!chain_.layers.broken.contains("data") && !chain_.unread) {
                out_.add(error_at({chain_.top_file, 1, 1}, "", {"nøglen 'data' mangler", "the key 'data' is missing"},
                                  {"skriv mappen med tabellerne: data: ../data/aarhus",
                                   "write the folder of the tables: data: ../data/aarhus"}));
            }
        } else if (!lies_below(data->second.text, loaded_.project)) {
            out_.add(error_at(
                data->second.origin, "data",
                say("{} ligger uden for projektets mappe", "{} lies outside the project folder", data->second.text)));
        } else {
            out_.add(error_at(data->second.origin, "data",
                              say("mappen {} findes ikke", "the folder {} does not exist", data->second.text)));
        }
        return;
    }
    std::map<std::string_view, std::optional<Table>> read;
    for (const TableInfo& info : table_infos()) {
        auto& one = read[info.name] = table(info);
        if (!one || !one->complete) incomplete_.emplace(info.name);
        if (one) loaded_.tables.push_back(footing_of(*one));
    }
    const TableTarget target{loaded_.scenario,
                             loaded_.origins,
                             loaded_.evidence,
                             out_,
                             !incomplete_.contains("neighbourhoods"),
                             !incomplete_.contains("centres")};
    const auto take = [&](std::string_view name) {
        const auto& one = read[name];
        if (one && !one->file.empty()) take_table(*one, target);
    };
    constexpr std::array first{"neighbourhoods", "organisation", "centres"};
    for (const auto name : first)
        take(name);
    for (const TableInfo& info : table_infos()) {
        if (std::find(first.begin(), first.end(), info.name) == first.end()) take(info.name);
    }
    if (const auto& outlines = read["outlines"]; outlines && !outlines->file.empty())
        loaded_.outlines = outlines_of(*outlines, loaded_.scenario.neighbourhoods, target.neighbourhoods_known, out_);
    loaded_.data = data->second.text;
    if (const auto& solved = read["solved"]; solved) check_solved(*solved);
}

/// Constants solved on other tables than those that stand there now still hold, but no longer hit their targets.
void TableFolder::check_solved(const Table& solved)
{
    std::string here;
    for (const TableRow& row : solved.rows) {
        const std::string named = digest_named_in(row.texts[solved.column("source")]);
        if (named.empty()) continue;
        if (here.empty()) here = digest_of_tables(loaded_.data);
        if (named == here) continue;
        const Origin place = solved.origin(row, "source");
        out_.add({Severity::warning, place.file, place.line, place.column, "solved",
                  {"konstanterne er løst på andre tabeller end dem der står her nu",
                   "the constants were solved on other tables than those that stand here now"},
                  {"kør: samspil balance SCENARIE --write", "run: samspil balance SCENARIO --write"}});
        return;
    }
}

} // namespace

std::set<std::string> read_table_folder(const ScenarioChain& chain, LoadedScenario& loaded, Diagnostics& out)
{
    TableFolder folder(chain, loaded, out);
    folder.read();
    return folder.incomplete();
}

} // namespace samspil
