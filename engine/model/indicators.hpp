// SPDX-License-Identifier: MPL-2.0
// What a run reports: the KPI table and the table of weekly series, each said once with id, unit, good direction,
// relevance threshold and label. Results, comparison, export, page and viewer are made from these two tables.
#pragma once

#include "engine/base/text.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

enum class Direction { none, higher_is_better, lower_is_better };
enum class Relevance { absolute, share_of_base };

struct Kpi {
    std::string_view id;
    std::string_view unit;
    Direction direction;
    double relevance; ///< smallest difference that matters, in the unit or as a share of the baseline
    Relevance relevance_kind;
    bool headline;    ///< one of the seven goals that get a verdict by default
    bool rests_on_scores; ///< carries the words "rests on assumed scores" (docs/model.md 7.3)
    Label label;
    Label description;
};

/// All KPIs of this version, in the order of every file and table.
std::span<const Kpi> kpi_table();
/// Index in kpi_table(), or nothing.
std::optional<std::size_t> find_kpi(std::string_view id);

/// What the entries of a weekly series stand for, after the week.
enum class Axis { centre, offer, neighbourhood, level, account, from_offer, to_offer };

std::string_view id_of(Axis axis); ///< name of the dimension scale

struct SeriesInfo {
    std::string_view group; ///< HDF5 group: weekly, volunteers, budget, flows
    std::string_view id;
    std::string_view unit;
    std::vector<Axis> axes; ///< after replication and week; the last varies fastest
    Label label;
    Label description;
};

/// All weekly series of this version. Values are 32-bit integers: counts, kr., thousandths.
std::span<const SeriesInfo> series_table();

/// Accounts of the ledger, the entries of Axis::account.
enum class Account : std::uint8_t { capacity, staff, transport, leadership, access, pools, investment };
inline constexpr std::size_t account_count = 7;
/// Accounts of running; investment stands by itself.
constexpr bool is_running(Account account) { return account != Account::investment; }
std::string_view id_of(Account account);
Label label_of(Account account);

/// What happened to one synthetic citizen. `a` and `b` hold what the rule looked at, so that the first difference
/// between two options names its cause (place, attention, tie, money).
enum class LifeEventKind : std::uint8_t {
    entered,      ///< turned 65 or stood in the table; a = level
    level_change, ///< a = new level
    considered,   ///< a = digest of the waits seen, b = digest of the qualities seen; offer/centre = chosen
    assessed,     ///< a = offer granted (0 none), b = scores M A S P as digits
    queued,       ///< offer, centre
    started,      ///< a = sessions, b = weeks waited
    effect,       ///< a = dose step, b = quality in thousandths: the hazards were set anew
    ended,        ///< a = reason (EndReason)
    nursing_home,
    moved_out,
    died,
    handed_over, ///< after a contact; a = Handover; offer, centre: where to
    volunteered, ///< centre; a = 0 stopped, 1 volunteers and gains by it, 2 volunteers and is asked for too much
};

struct LifeEvent {
    std::uint64_t person = 0; ///< synthetic citizen's id: neighbourhood key, sex, birth week, ordinal
    std::int32_t week = 0;
    LifeEventKind kind{};
    std::uint8_t offer = 0;   ///< Offer as number, 0 = none
    std::int32_t centre = 0;  ///< key of the centre, 0 = none
    std::int32_t a = 0;
    std::int32_t b = 0;
    bool operator==(const LifeEvent&) const = default;
};

inline constexpr LifeEventKind last_life_event_kind = LifeEventKind::volunteered;
std::string_view id_of(LifeEventKind kind);
Label label_of(LifeEventKind kind);

/// All that one replication of one option leaves behind. A KPI is NaN where it is undefined.
struct ReplicationResult {
    int replication = 0;
    std::vector<double> kpis;                       ///< by kpi_table()
    std::vector<std::vector<std::int32_t>> series;  ///< by series_table(): week x axes
    std::vector<std::vector<double>> groups;        ///< by dimension_table() (groups.hpp): KPI x member
    std::vector<LifeEvent> life_courses;            ///< of the keyed sample, by person, then in order of happening
};

} // namespace samspil
