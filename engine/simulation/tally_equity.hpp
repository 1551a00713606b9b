// SPDX-License-Identifier: MPL-2.0
// What the tally keeps of who is reached where: person-weeks by neighbourhood (docs/model.md 8).
#pragma once

#include "engine/model/world.hpp"
#include "engine/simulation/tally_writer.hpp"

#include <vector>

namespace samspil {

class EquityTally {
public:
    explicit EquityTally(std::size_t neighbourhoods) : citizens_(neighbourhoods, 0), users_(neighbourhoods, 0) {}
    /// After every week of the period.
    void observe(const World& world);
    void report(const Scenario& scenario, KpiWriter& to) const;

private:
    std::vector<std::int64_t> citizens_, users_; ///< by neighbourhood; users of municipal offers
};

} // namespace samspil
