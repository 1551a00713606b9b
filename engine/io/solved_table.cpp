// SPDX-License-Identifier: MPL-2.0
#include "engine/io/solved_table.hpp"

#include "engine/base/digest.hpp"
#include "engine/io/scenario_file.hpp"
#include "engine/io/tables.hpp"
#include "engine/io/values.hpp"
#include "engine/io/whole_file.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil {
namespace {

constexpr std::string_view digest_words = "tables "; // stands before the digest in a source
constexpr std::size_t digest_length = 16;

std::string target_words(const TargetReached& t)
{
    if (std::isnan(t.reached)) return fmt::format("{} undefined against {:.4g}", t.target->id, t.target->target);
    return fmt::format("{} {:.4g} against {:.4g} (residual {:+.2g})", t.target->id, t.reached, t.target->target, t.residual());
}

/// The values of a table, whatever marks, encoding and order of columns they are written in; who says so counts not.
std::string values_of(const TableInfo& info, const std::string& file)
{
    const std::string text = read_whole_file(file);
    Diagnostics unheard; // the loader has read the same table and said what is wrong with it
    const auto table = read_table(info, text, file, unheard);
    if (!table || !table->complete) return text;
    std::string all;
    for (const TableRow& row : table->rows) {
        for (std::size_t c = 0; c < info.columns.size(); ++c) {
            const Column& column = info.columns[c];
            if (column.key == "tag" || column.key == "source") continue;
            const bool number = column.kind == Column::Kind::number || column.kind == Column::Kind::integer;
            all += (number && !row.texts[c].empty() ? written(row.numbers[c]) : row.texts[c]) + '\x1f';
        }
        all += '\n';
    }
    return all;
}

} // namespace

std::string digest_of_tables(const std::filesystem::path& folder)
{
    std::string all;
    for (const TableInfo& info : table_infos()) {
        if (info.name == "solved" || info.name == "facts" || info.name == "outlines") continue;
        const auto file = folder / (std::string(info.name) + ".csv");
        std::error_code ignored;
        if (!std::filesystem::exists(file, ignored)) continue;
        all += fmt::format("{} {}\n", info.name, sha256(values_of(info, file.string())));
    }
    return sha256(all).substr(0, digest_length);
}

std::string digest_named_in(std::string_view source)
{
    const std::size_t at = source.rfind(digest_words);
    return at == std::string_view::npos ? "" : std::string(source.substr(at + digest_words.size(), digest_length));
}

std::string solved_file(const LoadedScenario& loaded)
{
    const auto named = loaded.places.tables.find("solved");
    return named == loaded.places.tables.end() ? "solved.csv" : std::filesystem::path(named->second).filename().string();
}

bool is_solved(const LoadedScenario& loaded, const std::string& path)
{
    const auto row = loaded.evidence.find(path);
    if (row == loaded.evidence.end()) return false; // a scenario file or -s has the last word
    const auto place = loaded.origins.find(path);
    return (place != loaded.origins.end() && std::filesystem::path(place->second.file).filename() == solved_file(loaded)) ||
           !digest_named_in(row->second.source).empty();
}

std::string solved_table(const BalanceOutcome& outcome, const BalancePlan& plan, std::string_view scenario_id,
                         std::string_view digest, CsvDialect dialect)
{
    const char between = dialect == CsvDialect::da ? ';' : ',';
    std::string text = fmt::format("{}parameter{}value{}tag{}source\n", dialect == CsvDialect::da ? "\xEF\xBB\xBF" : "", between, between, between);
    for (const SolvedValue& value : solved_values(outcome)) {
        const FreeConstant& constant = *value.by->constant;
        std::string reached;
        for (const TargetReached& t : outcome.targets) {
            for (const auto id : constant.targets) {
                if (t.target->id == id) reached += (reached.empty() ? "" : " and ") + target_words(t);
            }
        }
        const std::string tied = value.parameter == constant.parameter ? "" : fmt::format(" as {}:", constant.parameter);
        std::string number = fmt::format("{}", value.value);
        if (dialect == CsvDialect::da) std::replace(number.begin(), number.end(), '.', ',');
        text += fmt::format("{}{}{}{}assumed{}\"samspil balance on {}:{} {}; n {}, seed {}, {} weeks, {}{}\"\n", value.parameter, between, number, between, between,
                            scenario_id, tied, reached, plan.replications, plan.seed, plan.weeks, digest_words, digest);
    }
    return text;
}

} // namespace samspil
