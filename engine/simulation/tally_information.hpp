// SPDX-License-Identifier: MPL-2.0
// What the tally keeps of information (docs/model.md 8): integers summed over the weeks of the period, and a yearly
// look at what a fixed share of citizens know.
#pragma once

#include "engine/model/world.hpp"
#include "engine/simulation/tally_writer.hpp"

namespace samspil {

/// What the citizens looked at know of the houses, without their looking.
struct InformationCensus {
    std::int64_t citizens = 0, know_nearest = 0, know_content = 0;
    std::int64_t far_pairs = 0, far_known = 0; ///< pairs of citizen and open house more than 10 km apart
    void look_at(const Premises& premises, const World& world, Chance chance, std::uint32_t row);
    void add(const InformationCensus& other);
};

class InformationTally {
public:
    /// After every week, also those before the period.
    void observe(const Premises& premises, const World& world);
    void add_census(const InformationCensus& part) { census_.add(part); }
    /// This week's entries of the module's series, in the order of append_information_series.
    void record(const Premises& premises, const World& world, SeriesWriter& to) const;
    /// The module's KPIs.
    void report(const Premises& premises, const World& world, KpiWriter& to) const;

private:
    InformationCounts before_;       ///< as of the period's start
    InformationCounts last_, newest_; ///< as of the week before, and of this week
    std::int64_t weeks_ = 0, waiting_weeks_ = 0;
    InformationCensus census_;
};

} // namespace samspil
