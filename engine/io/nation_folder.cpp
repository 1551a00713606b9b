// SPDX-License-Identifier: MPL-2.0
#include "engine/io/nation_folder.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/export.hpp"
#include "engine/io/whole_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <filesystem>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

namespace samspil {
namespace {

using Cause = IoError::Cause;
constexpr auto dialect = CsvDialect::rfc4180;

int locked(const std::string& folder, const std::string& path)
{
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0) throw IoError(Cause::unwritable, path, system_reason(errno));
    if (::flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return file; // some file systems have no locks
    ::close(file);
    throw IoError(Cause::unwritable, folder, Text{"en anden samspil arbejder her", "another samspil is at work here"});
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

NationFolder::NationFolder(const std::string& folder)
{
    const std::string hidden = folder + "/.nation", path = hidden + "/journal", study = "nation";
    make_folder(hidden);
    lock_ = locked(folder, hidden + "/lock");
    try {
        journal_ = std::filesystem::exists(path) ? Journal::open(path, study) : Journal::begin(path, study);
    } catch (...) {
        ::close(lock_);
        throw;
    }
}

NationFolder::~NationFolder() { ::close(lock_); }

EvaluationMemory NationFolder::memory()
{
    return {[this](const EvaluationKey& key, int replication) { return journal_->find(key, replication); },
            [this](const EvaluationKey& key, int replication, std::span<const double> kpis) { journal_->add(key, replication, kpis); }};
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
