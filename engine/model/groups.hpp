// SPDX-License-Identifier: MPL-2.0
// Whom a result can be broken down by (area, age, house, ...) and which KPIs are reported for each group: two tables
// said once. Tally, result file, inspect, export and comparison are made from them (docs/model.md 8).
#pragma once

#include "engine/model/indicators.hpp"
#include "engine/model/scenario.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

enum class Dimension : std::uint8_t { all, area, district, neighbourhood, centre, offer, level, age, sex, household, education };
inline constexpr std::size_t dimension_count = 11;

struct DimensionInfo {
    std::string_view id;
    Label label;
    Label rule; ///< who belongs where
};

/// By Dimension.
std::span<const DimensionInfo> dimension_table();
std::optional<Dimension> dimension_from(std::string_view id);

struct GroupMember {
    std::string id;
    Text label;
    bool operator==(const GroupMember&) const = default;
};

/// Age groups of five years, the last open-ended.
inline constexpr std::size_t age_group_count = 6;
constexpr std::size_t age_group(std::int32_t weeks_since_65)
{
    constexpr std::int32_t five_years = 261;
    return std::min<std::size_t>(static_cast<std::size_t>(std::max(0, weeks_since_65) / five_years), age_group_count - 1);
}

/// What is counted in a group, as integers; where an offer follows, one entry for each of the four comes after it.
enum class Counted : std::uint8_t {
    look,         ///< looks at the citizens, in every group
    week,         ///< weeks of the period, in every group
    census,       ///< looks at true scores, in every group
    citizens, nursing_home, at_home, lonely, municipal,
    users, users_by_offer, users_last = users_by_offer + offer_count - 1,
    waiting, waiting_by_offer, waiting_last = waiting_by_offer + offer_count - 1,
    started, started_by_offer, started_last = started_by_offer + offer_count - 1,
    waited, waited_by_offer, waited_last = waited_by_offer + offer_count - 1, ///< weeks
    offered, offered_by_offer, offered_last = offered_by_offer + offer_count - 1, ///< sessions
    taken, taken_by_offer, taken_last = taken_by_offer + offer_count - 1,
    travellers, travel_tenths, over_30,
    volunteers, overasked,
    participants, rightly_placed, narrow_gap, wide_gap, ///< of the census of true scores
};
inline constexpr std::size_t counted_count = static_cast<std::size_t>(Counted::wide_gap) + 1;
using GroupCounts = std::array<std::int64_t, counted_count>;
constexpr std::size_t index_of(Counted counted) { return static_cast<std::size_t>(counted); }
/// The entry of one offer after its total.
constexpr std::size_t index_of(Counted total, Offer offer) { return index_of(total) + 1 + index_of(offer); }

/// What a KPI can be broken down by.
enum class GroupsOf : std::uint8_t {
    persons, ///< who lives where and is what
    stays,   ///< the same, and the house and the offer used or waited for
    slots,   ///< houses and offers
    houses,
};

struct GroupKpi {
    Kpi about; ///< the row of kpi_table() where the group's number is the same measure
    Counted above, below;
    std::size_t above_offset = 0, below_offset = 0; ///< to the entry of an offer
    double factor = 1;
    GroupsOf of = GroupsOf::stays;
    Label heading; ///< short, for a column on a screen; empty: not shown there
};

/// KPIs of groups, in the order of every file and table.
std::span<const GroupKpi> group_kpis();
const GroupKpi* find_group_kpi(std::string_view id);
bool applies(const GroupKpi& kpi, Dimension dimension);
/// NaN where it does not apply or nobody is counted.
double group_value(const GroupKpi& kpi, Dimension dimension, const GroupCounts& counts);

/// Who belongs to which member of each dimension, as of the start of the scenario.
class Grouping {
public:
    explicit Grouping(const Scenario& scenario);

    const std::vector<GroupMember>& members(Dimension dimension) const { return members_[static_cast<std::size_t>(dimension)]; }
    /// Where the entries of a dimension begin among all groups, and how many groups there are.
    std::size_t first(Dimension dimension) const { return first_[static_cast<std::size_t>(dimension)]; }
    std::size_t size() const { return size_; }

    /// Index among the areas, or -1: of a house as its table says; of a home, that of the nearest house in a straight
    /// line (ties by key) which has an area and is open at the start.
    int area_of_centre(std::size_t centre) const { return area_of_centre_[centre]; }
    int area_of_home(std::size_t neighbourhood, std::int32_t x_m, std::int32_t y_m) const
    {
        if (members(Dimension::area).size() > 1) return nearest_area(neighbourhood, x_m, y_m);
        return houses_[neighbourhood].empty() ? -1 : houses_[neighbourhood].front().area;
    }
    /// Index among the districts, or -1.
    int district_of_area(int area) const { return area < 0 ? -1 : district_of_area_[static_cast<std::size_t>(area)]; }

private:
    struct House {
        double from_middle = 0; ///< metres from the middle of the neighbourhood
        std::int32_t x_m = 0, y_m = 0;
        int key = 0, area = -1;
    };
    int nearest_area(std::size_t neighbourhood, std::int32_t x_m, std::int32_t y_m) const;
    void add_areas(const Scenario& scenario);
    void add_houses(const Scenario& scenario);

    std::array<std::vector<GroupMember>, dimension_count> members_;
    std::array<std::size_t, dimension_count> first_{};
    std::size_t size_ = 0;
    std::vector<int> area_of_centre_, district_of_area_;
    std::vector<std::vector<House>> houses_; ///< by neighbourhood, nearest to its middle first
    std::vector<std::array<std::int32_t, 2>> middles_; ///< of neighbourhoods, metres
};

/// The groups of one dimension over replications, as read from a result.
struct GroupTable {
    Dimension dimension{};
    std::vector<std::string> kpis;
    std::vector<GroupMember> members;
    std::size_t replications = 0;
    std::vector<double> values; ///< replication x kpi x member
    /// One value a replication; NaN everywhere when the table does not have the KPI.
    std::vector<double> by_replication(std::string_view kpi, std::size_t member) const;
};

} // namespace samspil
