// SPDX-License-Identifier: MPL-2.0
// What every synthetic citizen had, not only their sum: weeks with a place, offer by offer, looked up after each week
// of the counted period. Looking changes nothing; the sums are those of the series `users` and of the reach KPIs.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/model/groups.hpp"
#include "engine/simulation/simulation.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace samspil {

/// Groups that persons are counted by; each citizen belongs where the first week in the period finds them.
inline constexpr std::array person_dimensions{Dimension::district, Dimension::level, Dimension::age, Dimension::sex};
inline constexpr std::size_t person_dimension_count = person_dimensions.size();

struct PersonWeeks {
    std::uint64_t id = 0;
    std::array<std::int32_t, offer_count> weeks{}; ///< of the period with a place at the week's end, by offer
    std::int32_t there = 0;                        ///< of the period, living at home or in a nursing home at the week's end
    std::array<std::int16_t, person_dimension_count> member{}; ///< of each dimension, or -1
    bool operator==(const PersonWeeks&) const = default;
};

/// Weeks with a place in any offer.
std::int32_t weeks_in_offers(const PersonWeeks& person);

/// A value, like the Simulation it looks at: copied with it where two options part.
class PersonTally {
public:
    explicit PersonTally(const Premises& premises);

    /// After every step; does nothing before the counted period.
    void observe(const Simulation& simulation, const Workers& workers);

    const Grouping& grouping() const { return *grouping_; }
    /// Those who lived in the municipality in some week of the period, by id.
    std::vector<PersonWeeks> persons() const;

private:
    void begin(PersonWeeks& person, const Citizen& citizen, Week week) const;

    std::shared_ptr<const Grouping> grouping_;
    std::vector<PersonWeeks> rows_;  ///< by row: who is there now
    std::vector<PersonWeeks> left_;  ///< whose row somebody else has taken (entry: replacement)
};

} // namespace samspil
