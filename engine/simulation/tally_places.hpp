// SPDX-License-Identifier: MPL-2.0
// What the tally keeps of places (docs/model.md 8): integers summed over the weeks of the period.
#pragma once

#include "engine/model/world.hpp"
#include "engine/simulation/tally_writer.hpp"

#include <array>

namespace samspil {

class PlacesTally {
public:
    /// After every week of the period.
    void begin(const World& world); ///< in every week before the period: what happened until then does not count
    void observe(const Premises& premises, const World& world);
    /// This week's entries of the module's series, in the order of append_places_series.
    void record(const Premises& premises, const World& world, SeriesWriter& to) const;
    /// The module's KPIs.
    void report(const Premises& premises, const World& world, KpiWriter& to) const;

private:
    std::array<std::int64_t, 5> bound_{}; ///< unit-weeks by source
    std::int64_t weeks_ = 0, guests_ = 0, lent_tenths_ = 0, ride_sessions_ = 0, ride_tenths_ = 0;
    std::int64_t match_thousandths_ = 0, match_users_ = 0;
    std::int64_t refused_before_ = 0, cut_before_ = 0;
    Fixed ridden_ = 0;
};

} // namespace samspil
