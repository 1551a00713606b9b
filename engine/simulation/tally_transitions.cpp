// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_transitions.hpp"

#include "engine/rules/stay.hpp"

#include <algorithm>
#include <numeric>

namespace samspil {

void TransitionTally::observe(const Counts& counts)
{
    begun_.push_back(0);
    lost_.push_back(0);
    for (std::size_t age = 0; age < std::min(transition_ages, begun_.size()); ++age) { // an older window began before the period
        begun_[begun_.size() - 1 - age] += counts.transitions[age];
        lost_[lost_.size() - 1 - age] += counts.transition_losses[age];
    }
}

void TransitionTally::report(KpiWriter& to) const
{
    // A window that is open when the period ends has moves whose losses nobody lives to see: it would make a late move look good.
    const auto closed = static_cast<std::ptrdiff_t>(std::max<std::size_t>(begun_.size(), vulnerable_weeks) - vulnerable_weeks);
    const auto sum = [&](const std::vector<std::int64_t>& weeks) { return std::accumulate(weeks.begin(), weeks.begin() + closed, std::int64_t{0}); };
    to.set("continuity.dropout_12w", ratio(sum(lost_), sum(begun_)));
}

} // namespace samspil
