// SPDX-License-Identifier: MPL-2.0
// What the tally keeps of access (docs/model.md 8): integers summed over the weeks of the period.
#pragma once

#include "engine/model/world.hpp"
#include "engine/simulation/tally_writer.hpp"

namespace samspil {

class AccessTally {
public:
    /// After every week of the period.
    void observe(const Premises& premises, const World& world);
    /// This week's entries of the module's series, in the order of append_access_series.
    void record(const Premises& premises, const World& world, SeriesWriter& to) const;
    /// The module's KPIs.
    void report(const Premises& premises, const World& world, KpiWriter& to) const;
};

} // namespace samspil
