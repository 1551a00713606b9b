// SPDX-License-Identifier: MPL-2.0
// The result of one option (docs/result-format.md): written by `run`, read by compare, inspect, export and viewer.
// One layout for whole results and for the parts of a running study, writer and reader side by side.
#pragma once

#include "engine/experiment/comparison.hpp"
#include "engine/experiment/future_table.hpp"
#include "engine/experiment/futures.hpp"
#include "engine/io/hdf5.hpp"
#include "engine/io/outlines.hpp"
#include "engine/model/groups.hpp"
#include "engine/model/indicators.hpp"
#include "engine/model/scenario.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

inline constexpr std::string_view result_format = "samspil-result";
inline constexpr std::string_view part_format = "samspil-part";
inline constexpr int result_format_version = 1;

/// An input file and the digest of what was read.
struct InputRecord {
    std::string path;
    std::string digest;
    bool operator==(const InputRecord&) const = default;
};

/// Where a result comes from: enough to make it again.
struct ResultOrigin {
    std::string program_version, commit, build;
    std::string created;                ///< UTC, ISO 8601
    std::string command;                ///< whole command line
    std::string scenario_path;          ///< as given, made absolute
    std::vector<std::string> overrides; ///< -s PATH=VALUE, in order
    std::string resolved_text;          ///< scenario with every value
    std::vector<InputRecord> inputs;
    std::string run_id;                 ///< the same in all results of one run
};

struct ResultMetadata {
    bool part = false;         ///< one replication of an unfinished run
    int format_version = 0;
    ResultOrigin origin;
    std::string scenario_id;
    Text title;
    std::uint32_t seed = 0;
    int first_replication = 0; ///< 0 except in a part
    int replications = 0;
    int weeks = 0, burn_in_weeks = 0;
    std::string start;         ///< first day of week 0 of the counted period, ISO
    std::vector<Goal> goals;   ///< KPIs chosen for a verdict; empty: the headline goals
    std::string covers = std::string(covers_chance); ///< what its replications vary: chance, or chance+assumptions (--futures)
    std::string posterior;     ///< text of the table the drawn assumptions come from; empty: priors, or none drawn
};

/// `area`, `district`: unit ids, as groups() counts a house; empty where there is none. What is marked "start" is as at the
/// start of the burn-in, before any intervention. Older results lack what follows `known`; it is then as here.
struct CentreRow {
    int key = 0;
    std::string id, name, kind, area;
    int x_m = 0, y_m = 0;
    bool known = false;
    std::string district;
    int neighbourhood = 0;                 ///< key; 0: not said
    bool open = true;                      ///< start
    std::array<int, offer_count> places{}; ///< start, by Offer: seats, five days a week; 0 = offer not held
};

struct NeighbourhoodRow {
    int key = 0;
    std::string id, name;
    int x_m = 0, y_m = 0;
    bool inside_ring_road = false;
    std::string area, district; ///< unit ids: of the house nearest to the point, open at the start; a home may have another
};

/// A unit of one organisation model; every model of the scenario, in force or not.
struct UnitRow {
    std::string model;
    int key = 0;
    std::string id, name;
    std::string level;  ///< municipality, district, area
    std::string parent; ///< id of a unit of the same model; empty for the root
    int leaders = 0;
    std::string tag, source;
};

/// The organisation model in force from a week of the period on; the first holds from the start of the burn-in.
struct OrganisationRow {
    int week = 0;
    std::string model;
    Text label; ///< "tre distrikter (Distrikt Nord, ...)"
};

/// A dated change of the scenario, in order of date.
struct InterventionRow {
    int week = 0;         ///< of the period; the week the date lies in
    std::string date;     ///< ISO
    std::string type;     ///< id
    Text label;           ///< of the type
    Text words;           ///< what it changes against the start of the scenario, date and values included
    std::string centre;   ///< id of the house, or empty
    std::string to;       ///< id of the other house of a merge, or empty
    std::string area;     ///< unit id, or empty
};

/// One value of the register, the policy, the organisation or the mechanisms, as run.
struct AssumptionRow {
    std::string group; ///< assumptions, policy, organisation, mechanisms
    std::string key;
    double value = 0;
    std::string choice; ///< id of the value where it is an enumeration or a name
    std::string unit, tag, source;
    Text label;
    double prior_low = no_prior, prior_high = no_prior;
};

struct TargetRow {
    std::string id;
    Text label;
    double target = 0, low = 0, high = 0;
    std::string unit;
    bool calibrate = false;
    std::string tag, source;
};

struct FactRow {
    std::string id;
    Text label;
    std::string value, unit, tag, source;
};

// The same rows of a scenario that is in no file; `grouping` is the scenario's own.
std::vector<CentreRow> centre_rows(const Scenario& scenario, const Grouping& grouping);
std::vector<NeighbourhoodRow> neighbourhood_rows(const Scenario& scenario, const Grouping& grouping);
std::vector<UnitRow> unit_rows(const Scenario& scenario);
std::vector<OrganisationRow> organisation_rows(const Scenario& scenario);
std::vector<InterventionRow> intervention_rows(const Scenario& scenario);

/// An open result. Reading throws IoError::damaged naming the file where it is not what it says.
class ResultFile {
public:
    const std::string& path() const { return file_->path(); }
    const ResultMetadata& metadata() const { return metadata_; }

    bool has_kpi(std::string_view id) const;
    /// One value a replication, NaN where undefined.
    std::vector<double> kpi(std::string_view id) const;

    bool has_series(std::string_view group, std::string_view id) const;
    /// All replications: replication x week x axes, the last fastest.
    std::vector<std::int32_t> series(std::string_view group, std::string_view id) const;
    /// One replication (counted from 0 within the file): week x axes.
    std::vector<std::int32_t> series(std::string_view group, std::string_view id, int replication) const;
    /// Extent without the replication: week, then the axes.
    std::vector<std::size_t> series_extent(std::string_view group, std::string_view id) const;

    bool has_groups(Dimension dimension) const;
    /// KPIs by group; ids and members as the tables below, values only with them.
    GroupTable groups(Dimension dimension) const;
    /// One replication (counted from 0 within the file): KPI x member.
    std::vector<double> groups(Dimension dimension, int replication) const;

    // Tables; in a whole result and in the part of replication 0; empty in other parts and where an older result lacks them.
    std::vector<CentreRow> centres() const;
    std::vector<NeighbourhoodRow> neighbourhoods() const;
    /// Rings round the neighbourhoods, metres of UTM 32 as the points of houses; empty where no outlines were known.
    std::vector<Outline> outlines() const;
    std::vector<UnitRow> units() const;
    std::vector<OrganisationRow> organisations() const;
    std::vector<InterventionRow> interventions() const;
    std::vector<AssumptionRow> assumptions() const;
    std::vector<TargetRow> targets() const;
    std::vector<FactRow> facts() const;

    /// What was drawn, all replications; nothing in a result of chance alone, and in parts.
    std::optional<FutureTable> futures() const;

    /// Of replication 0; empty in a part of another replication. By person, then in order of happening.
    std::vector<LifeEvent> life_courses() const;

    const hdf5::Reader& file() const { return *file_; }

private:
    friend ResultFile open_result(const std::string& path);
    std::shared_ptr<hdf5::Reader> file_;
    ResultMetadata metadata_;
};

/// Opens a result or a part. Throws IoError unreadable or damaged.
ResultFile open_result(const std::string& path);

/// What is written besides the replications themselves.
struct ResultHead {
    const Scenario* scenario = nullptr; ///< as run (period shortened, overrides applied)
    std::span<const Outline> outlines{}; ///< as read with the scenario
    ResultOrigin origin;
    std::uint32_t seed = 1;
    int replications = 1;
    const FuturePlan* futures = nullptr; ///< what is drawn; null: assumptions as in the scenario
    std::string posterior{};             ///< text of the table it was read from
};

/// Writes a whole result from memory, replications 0..n-1 in order.
void write_result(const std::string& path, const ResultHead& head, std::span<const ReplicationResult> replications);

/// Writes one replication as a part.
void write_part(const std::string& path, const ResultHead& head, const ReplicationResult& replication);

/// Makes a whole result of one part file a replication (part_paths[r] is replication r) by copying chunks. With a
/// `source`, a whole result of the same scenario, the first replications are copied from it and the parts follow.
void merge_parts(const std::string& path, const ResultHead& head, std::span<const std::string> part_paths,
                 const ResultFile* source = nullptr);

} // namespace samspil
