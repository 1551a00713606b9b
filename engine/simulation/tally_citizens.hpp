// SPDX-License-Identifier: MPL-2.0
// What the tally keeps of the citizens themselves: how many, how able, and at home or not (docs/model.md 8).
#pragma once

#include "engine/model/world.hpp"
#include "engine/simulation/tally_writer.hpp"

namespace samspil {

class CitizenTally {
public:
    /// After every week of the period.
    void observe(const World& world);
    /// Of those who live at the end, too.
    void report(const World& world, KpiWriter& to) const;
    std::int64_t citizen_weeks() const { return citizen_weeks_; } ///< of all aged 65 and over

private:
    std::int64_t weeks_ = 0, at_start_ = 0;
    std::int64_t citizen_weeks_ = 0, nursing_weeks_ = 0, independent_weeks_ = 0;
};

} // namespace samspil
