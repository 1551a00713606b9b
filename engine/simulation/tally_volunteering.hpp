// SPDX-License-Identifier: MPL-2.0
// What the tally keeps of volunteering (docs/model.md 8): integers summed over the weeks of the period.
#pragma once

#include "engine/model/volunteering.hpp"
#include "engine/model/world.hpp"
#include "engine/simulation/tally_writer.hpp"

namespace samspil {

class VolunteeringTally {
public:
    /// After every week of the period.
    void observe(const Premises& premises, const World& world);
    /// This week's entries of the module's series, in the order of append_volunteering_series.
    void record(const Premises& premises, const World& world, SeriesWriter& to) const;
    /// The module's KPIs.
    void report(const Premises& premises, const World& world, KpiWriter& to) const;

private:
    std::int64_t weeks_ = 0, volunteers_ = 0, nursing_ = 0, given_tenths_ = 0, wanted_tenths_ = 0, formal_ = 0, informal_ = 0;
    std::array<std::int64_t, recruit_channels> recruits_{};
    Fixed support_ = 0, mismatch_ = 0, forum_ = 0, coordination_ = 0;
};

} // namespace samspil
