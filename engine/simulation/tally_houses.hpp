// SPDX-License-Identifier: MPL-2.0
// What the tally keeps of the houses: their volunteers, and the attention of those who lead them (docs/model.md 8).
#pragma once

#include "engine/model/world.hpp"
#include "engine/simulation/tally_writer.hpp"

namespace samspil {

class HouseTally {
public:
    /// After every week of the period.
    void observe(const Premises& premises, const World& world, int volunteers_quit);
    void report(KpiWriter& to) const;

private:
    std::int64_t weeks_ = 0;
    std::int64_t volunteer_weeks_ = 0, overasked_weeks_ = 0, quit_ = 0, wanted_tenths_ = 0, agreed_tenths_ = 0;
    Fixed attention_ = 0;
    std::int64_t attention_weeks_ = 0, leader_weeks_ = 0, led_house_weeks_ = 0;
};

} // namespace samspil
