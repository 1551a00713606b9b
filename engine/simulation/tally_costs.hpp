// SPDX-License-Identifier: MPL-2.0
// What the tally keeps of spending: by account, and what a participant costs (docs/model.md 8).
#pragma once

#include "engine/model/world.hpp"
#include "engine/simulation/tally_writer.hpp"

#include <array>

namespace samspil {

/// Of one week's or one period's spending, what is running costs.
Ore running_costs(const std::array<Ore, account_count>& spent);

class CostTally {
public:
    /// After every week of the period.
    void observe(const std::array<Ore, account_count>& spent);
    void report(std::int64_t user_weeks, Fixed attended, KpiWriter& to) const;

private:
    std::array<Ore, account_count> spent_{};
};

} // namespace samspil
