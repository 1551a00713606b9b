// SPDX-License-Identifier: MPL-2.0
// Many municipalities as one study: each is a point of it, and what is kept of a replication are its KPIs. A world lives
// only while its task is under way, so that there are never more of them than threads.
#pragma once

#include "engine/experiment/evaluation.hpp"
#include "engine/stats/intervals.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

struct Municipality {
    std::string id;
    std::string name;                         ///< may be empty
    std::string scenario_id;                  ///< whose tables it has
    std::string digest;                       ///< of scenario and tables
    std::shared_ptr<const Scenario> scenario; ///< as read; shared by all that are made of it
    double scale = 1;                         ///< of its tables (scaling.hpp)
    std::uint32_t seed = 0;                   ///< its chance: another one in every municipality
};

/// The seed of a municipality follows from that of the nation and its id alone: not from its place in the list.
std::uint32_t seed_of_municipality(std::uint32_t nation, std::string_view id);

/// Citizens 65+ as the run begins, by the tables of a municipality: what its replications cost beside those of others.
double citizens_at_start(const Scenario& scenario);

/// What evaluate() is asked about: a point for each municipality, in their order. `program` (version and commit) is a part
/// of the keys. Keeps the scenarios alive, not the list.
EvaluationSubject subject_of(std::span<const Municipality> municipalities, std::uint32_t seed, std::string_view program);
std::vector<StudyPoint> points_of(std::span<const Municipality> municipalities);

/// How a KPI of a nation follows from those of its municipalities.
enum class Adding : std::uint8_t {
    sum,
    by_citizens,     ///< mean weighted by citizen-months of the period
    by_participants, ///< by participant-months
    by_travellers,   ///< by participant-months, home offer left out
    by_attendances,
    by_volunteers,   ///< by volunteers.stock
    by_decisions,    ///< by access.decisions
    by_clubs,        ///< by clubs.number
    by_citizens_first_year,
    by_citizens_last_year,
    left_out,        ///< its denominator is not among the KPIs: no mean of a nation can be said
};
Adding adding_of(const Kpi& kpi);
std::string_view id_of(Adding adding); ///< as in nation.csv: "sum", "mean by citizens", ..., "left out"

/// One replication of the nation. `kpis[m]` are those of municipality m by kpi_table(). NaN where a part is undefined; a
/// municipality where a mean has no denominator (nobody asked, nobody decided) has no weight in it.
std::vector<double> nation_kpis(std::span<const std::span<const double>> kpis);

struct NationRow {
    std::size_t kpi = 0;
    Adding adding = Adding::left_out;
    double mean = 0;                  ///< over replications; NaN where it cannot be said
    std::optional<Interval> interval; ///< of the mean; nothing with one replication
};

struct NationSums {
    std::vector<NationRow> rows; ///< by kpi_table()
    int replications = 0;        ///< those that are whole: every municipality has an answer
};
NationSums sums_of(const Evaluation& answers);

} // namespace samspil
