// SPDX-License-Identifier: MPL-2.0
// What the tally keeps of moves between offers: how many were lost within their twelve weeks (docs/model.md 7.13, 8).
#pragma once

#include "engine/model/world.hpp"
#include "engine/simulation/tally_writer.hpp"

#include <vector>

namespace samspil {

class TransitionTally {
public:
    /// After every week of the period.
    void observe(const Counts& counts);
    void report(KpiWriter& to) const;

private:
    std::vector<std::int64_t> begun_, lost_; ///< by the week of the period in which their window began
};

} // namespace samspil
