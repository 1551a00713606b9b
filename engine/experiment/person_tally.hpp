// SPDX-License-Identifier: MPL-2.0
// What every synthetic citizen had, not only their sum: weeks with a place, offer by offer, looked up after each week
// of the counted period. Looking changes nothing; the sums are those of the series `users` and of the reach KPIs.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/experiment/person_counts.hpp"
#include "engine/simulation/simulation.hpp"

#include <memory>
#include <vector>

namespace samspil {

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
