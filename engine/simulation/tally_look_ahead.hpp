// SPDX-License-Identifier: MPL-2.0
// The first and the last year of the period side by side (docs/model.md 8.1).
#pragma once

#include "engine/model/look_ahead.hpp"
#include "engine/model/world.hpp"
#include "engine/simulation/tally_writer.hpp"

namespace samspil {

class LookAheadTally {
public:
    void observe(const Premises& premises, const World& world, Ore running_cost);
    void report(KpiWriter& to) const;

private:
    struct Year {
        std::int64_t weeks = 0, citizens = 0, reduced = 0, municipal = 0, waiting = 0, offered = 0, taken = 0, volunteers = 0, aged = 0;
        Ore cost = 0;
    };
    Year first_, last_;
};

} // namespace samspil
