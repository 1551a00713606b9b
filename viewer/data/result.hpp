// SPDX-License-Identifier: MPL-2.0
// One option's result as the viewer holds it: an immutable snapshot, read from a file, from the parts of a running
// study, or made by a live one. Weekly series, groups and lives are large and come on demand (store.hpp).
#pragma once

#include "engine/experiment/comparison.hpp"
#include "engine/io/result_file.hpp"

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace samspil::viewer {

struct Result {
    std::string key;         ///< stable within a session: the file's path, or "live/<slot>"
    std::string path;        ///< file or folder; empty when live
    ResultMetadata metadata; ///< title, seed, start, goals ...; of an unfinished run as its parts say
    KpiColumns kpis;         ///< by kpi_table(), then replication; NaN where undefined
    int replications = 0;    ///< at hand
    int wanted = 0;          ///< asked for; more than at hand while a run is going on
    bool live = false;       ///< made behind the viewer, in no file
    std::vector<CentreRow> centres;
    std::vector<NeighbourhoodRow> neighbourhoods;
    std::vector<AssumptionRow> assumptions;
    std::vector<TargetRow> targets;
    std::vector<FactRow> facts;
    std::shared_ptr<const std::vector<Outline>> outlines; ///< of the small areas; null: in no file so far
    std::vector<UnitRow> units;
    std::vector<OrganisationRow> organisations;
    std::vector<InterventionRow> interventions;
    std::shared_ptr<const FutureTable> futures; ///< the assumptions drawn; null: chance alone, or a run that is not finished
    std::size_t futures_mark = 0;               ///< the same for the same draws of as many replications
    bool early = false; ///< of the first weeks of a longer period; the rest is being run
    bool finished() const { return replications >= wanted; }
};

using ResultPtr = std::shared_ptr<const Result>;

/// A weekly series of all replications at hand: replication x week x axes, the last fastest.
struct Series {
    const SeriesInfo* info = nullptr; ///< of series_table()
    int replications = 0, weeks = 0;
    std::vector<std::size_t> axes; ///< extents after replication and week
    std::vector<std::int32_t> values;
    std::size_t cell_count() const; ///< product of `axes`
    std::int32_t at(int replication, int week, std::size_t cell) const;
};

struct SeriesKey {
    std::string result, group, id;
    auto operator<=>(const SeriesKey&) const = default;
};

struct GroupsKey {
    std::string result;
    Dimension dimension{};
    auto operator<=>(const GroupsKey&) const = default;
};

/// Events of the keyed sample, replication 0, by person.
using Lives = std::vector<LifeEvent>;

/// A result or its title in the language, never its id alone.
const std::string& title_of(const Result& result, Language language);
RunFrame frame_of(const Result& result);

/// Why the option cannot be paired with the base: another seed, period or length, or other assumptions drawn. As `compare`
/// has it, so that no figure on screen is one that it refuses.
std::optional<Text> why_not_comparable(const Result& base, const Result& option);

/// Reads what the first picture needs; series come later. Throws IoError (unreadable, damaged, newer).
ResultPtr read_result(const std::string& path);
ResultPtr read_result(const ResultFile& file, const std::string& path); ///< the same of an open file

/// Puts the tables of an open file or of the first part of a running study into the result.
void read_tables(Result& result, const ResultFile& file);

/// A result made in memory by a study: KPIs and rows of one scenario, replications in order.
KpiColumns columns_of(std::span<const ReplicationResult> replications);

} // namespace samspil::viewer
