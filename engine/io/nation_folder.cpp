// SPDX-License-Identifier: MPL-2.0
#include "engine/io/nation_folder.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/export.hpp"
#include "engine/io/whole_file.hpp"
#include "engine/io/work_folder.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <set>
#include <sstream>

#include <fmt/format.h>

namespace samspil {
namespace {

constexpr auto dialect = CsvDialect::rfc4180;

constexpr std::string_view study = "nation";

std::string hidden(const std::string& folder) { return folder + "/.nation"; }
std::string journal_path(const std::string& folder) { return hidden(folder) + "/journal"; }

FileLock locked(const std::string& folder)
{
    make_folder(hidden(folder));
    return FileLock(nation_lock(folder), Hold::alone_made, folder);
}

Journal journal_in(const std::string& folder)
{
    const std::string path = journal_path(folder);
    return std::filesystem::exists(path) ? Journal::open(path, std::string(study)) : Journal::begin(path, std::string(study));
}

std::string plan_path(const std::string& folder) { return hidden(folder) + "/municipalities"; }

/// Ids have no blanks and no line ends.
std::string plan_line(const Municipality& one) { return fmt::format("{} {}", one.id, one.seed); }

constexpr std::string_view replications_mark = "# replications ";

/// Municipalities times replications of a kept plan; 0 where it does not say.
std::size_t asked_for(const std::string& plan)
{
    if (!plan.starts_with(replications_mark)) return 0;
    std::size_t replications = 0;
    std::from_chars(plan.data() + replications_mark.size(), plan.data() + plan.size(), replications);
    return replications * static_cast<std::size_t>(std::count(plan.begin(), plan.end(), '\n') - 1);
}

std::string heading()
{
    std::string line = "municipality,name,scenario,scale,seed,replication";
    for (const Kpi& kpi : kpi_table()) line += fmt::format(",{}", kpi.id);
    return line + "\n";
}

/// Whether this replication has an answer: a KPI that is defined.
bool has_answer(std::span<const double> kpis)
{
    return std::any_of(kpis.begin(), kpis.end(), [](double kpi) { return !std::isnan(kpi); });
}

std::string rows_of(const Municipality& one, std::size_t point, const Evaluation& answers)
{
    const std::size_t width = kpi_table().size();
    const std::string who = fmt::format("{},{},{},{},{}", csv_cell(one.id, dialect), csv_cell(one.name, dialect), csv_cell(one.scenario_id, dialect),
                                        csv_cell(one.scale, dialect), one.seed);
    std::string lines;
    for (int r = 0; r < answers.replications; ++r) {
        const std::size_t at = (point * static_cast<std::size_t>(answers.replications) + static_cast<std::size_t>(r)) * width;
        const auto kpis = std::span(answers.values).subspan(at, width);
        if (!has_answer(kpis)) continue;
        lines += fmt::format("{},{}", who, r);
        for (const double kpi : kpis) lines += "," + csv_cell(kpi, dialect);
        lines += "\n";
    }
    return lines;
}

std::string nation_text(const NationSums& sums)
{
    std::string text = "kpi,unit,adding,value,ci_low,ci_high,replications,label_da,label_en\n";
    for (const NationRow& row : sums.rows) {
        const Kpi& kpi = kpi_table()[row.kpi];
        const auto end = [&](double Interval::*which) { return row.interval ? csv_cell((*row.interval).*which, dialect) : std::string(); };
        text += fmt::format("{},{},{},{},{},{},{},{},{}\n", kpi.id, kpi.unit, id_of(row.adding), csv_cell(row.mean, dialect), end(&Interval::low), end(&Interval::high),
                            sums.replications, csv_cell(kpi.label.da, dialect), csv_cell(kpi.label.en, dialect));
    }
    return text;
}

} // namespace

std::string nation_lock(const std::string& folder) { return hidden(folder) + "/lock"; }

NationTasks look_at_nation(const std::string& folder)
{
    const std::string path = journal_path(folder);
    NationTasks tasks;
    if (std::filesystem::exists(path)) { // else begun, nothing done
        const Journal journal = Journal::look(path, std::string(study));
        tasks = {journal.size(), journal.failed()};
    }
    if (std::filesystem::exists(plan_path(folder))) tasks.total = asked_for(read_kept_file(plan_path(folder)));
    return tasks;
}

bool is_nation_folder(const std::string& folder)
{
    std::error_code ignored;
    return std::filesystem::exists(journal_path(folder), ignored);
}

NationFolder::NationFolder(const std::string& folder) : folder_(folder), lock_(locked(folder)), journal_(journal_in(folder)) {}

bool NationFolder::holds_another(const Nation& nation) const
{
    const std::string path = plan_path(folder_);
    if (!std::filesystem::exists(path)) return false;
    std::set<std::string> ours;
    for (const Municipality& one : nation.municipalities) ours.insert(plan_line(one));
    std::istringstream kept(read_kept_file(path));
    for (std::string line; std::getline(kept, line);) {
        if (ours.contains(line)) return false;
    }
    return true;
}

void NationFolder::keep_plan(const Nation& nation)
{
    std::string lines = fmt::format("{}{}\n", replications_mark, nation.replications);
    for (const Municipality& one : nation.municipalities) lines += plan_line(one) + "\n";
    write_whole_file(plan_path(folder_), std::string_view(lines));
}

EvaluationMemory NationFolder::memory()
{
    return {[this](const EvaluationKey& key, int replication) { return journal_.find(key, replication); },
            [this](const EvaluationKey& key, int replication, std::span<const double> kpis) { journal_.add(key, replication, kpis); }};
}

std::vector<std::string> write_nation(const std::string& folder, const Nation& nation, const Evaluation& answers, const NationSums& sums)
{
    const std::string parts = folder + "/municipalities.csv", whole = folder + "/nation.csv";
    bool first = true;
    std::size_t next = 0;
    write_whole_file(parts, [&](std::string& piece) {
        if (next == nation.municipalities.size()) return false;
        if (first) piece = heading();
        first = false;
        piece += rows_of(nation.municipalities[next], next, answers);
        ++next;
        return true;
    });
    write_whole_file(whole, std::string_view(nation_text(sums)));
    return {parts, whole};
}

} // namespace samspil
