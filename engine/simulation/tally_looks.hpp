// SPDX-License-Identifier: MPL-2.0
// A look at every citizen, four times a year, for the KPIs by group (tally_groups.hpp). It passes over everybody there is, so
// it counts into few numbers that lie together; the groups' own counts are made of them when the look is over.
#pragma once

#include "engine/simulation/tally_groups.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace samspil {

/// What a look counts of some citizens: one cache line, where GroupCounts has six.
struct alignas(64) LookCounts {
    std::int64_t travel_tenths = 0;
    std::array<std::int32_t, offer_count + 1> citizens{}; ///< by offer, none first
    std::array<std::int32_t, offer_count> waiting{};
    std::int32_t in_nursing_home = 0, lonely = 0, over_30 = 0;
};

class LookCells {
public:
    LookCells(const Grouping& grouping, const Premises& premises);
    void look_at(const Citizen& citizen, Week week);
    /// Rows begin ... end - 1.
    void look_at(const World& world, std::size_t begin, std::size_t end);

    const LookCounts& of_kind(std::size_t place) const { return kinds_[place]; }
    const LookCounts& of_homes(std::size_t neighbourhood, int area) const { return homes_[home_place(neighbourhood, area)]; }
    const LookCounts& of_unit(std::size_t unit) const { return units_[unit]; }

private:
    std::size_t home_place(std::size_t neighbourhood, int area) const { return neighbourhood * home_areas_ + static_cast<std::size_t>(area + 1); }

    const Premises* premises_;
    std::size_t home_areas_; ///< and none
    std::vector<LookCounts> kinds_, homes_, units_;
};

/// Fetches what tells a citizen's groups, half a row.
[[gnu::always_inline]] inline void expect_groups(const Citizen& citizen)
{
    __builtin_prefetch(&citizen.id);
    __builtin_prefetch(&citizen.alone);
    __builtin_prefetch(&citizen.information);
}

} // namespace samspil
