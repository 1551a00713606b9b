// SPDX-License-Identifier: MPL-2.0
// The books of a world: people, places, queues and volunteers' hours counted from the persons themselves and set
// against what the world says of itself.
#pragma once

#include "engine/model/world.hpp"

#include <string>
#include <vector>

namespace samspil::worlds {

/// The first thing that does not add up at the end of a week, in words; empty when all does.
std::string imbalance(const Premises& premises, const World& world);

/// Looks at the places of a run week by week.
class PlacesWatched {
public:
    explicit PlacesWatched(const Premises& premises)
        : before_(premises.units.size(), 0), extra_before_(premises.scenario->centres.size(), 0)
    {
    }
    /// Sessions agreed are within those offered, and grow only while there are places; empty when so.
    std::string wrong(const Premises& premises, const World& world);
    std::int64_t most_used() const { return most_used_; } ///< thousandths of the sessions there are places for

private:
    std::vector<std::int64_t> before_;
    std::vector<int> extra_before_; ///< places opened by unspent frames, of each house, at the end of the week before
    std::int64_t most_used_ = 0;
};

} // namespace samspil::worlds
