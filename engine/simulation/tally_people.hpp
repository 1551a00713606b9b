// SPDX-License-Identifier: MPL-2.0
// What the tally keeps of people (docs/model.md 8): integers summed over the weeks of the period, and the yearly look.
#pragma once

#include "engine/model/world.hpp"
#include "engine/simulation/tally_writer.hpp"

#include <array>

namespace samspil {

/// The yearly look at wellbeing of those at home; part of the census.
struct PeopleCensus {
    static constexpr std::size_t bands = 3; ///< 65-79, 80-89, 90 and over
    std::array<std::int64_t, bands> persons{}, lonely{};
    std::int64_t strong_ties = 0;
    Fixed lonely_no_effect = 0, high = 0, high_no_effect = 0; ///< sums of probabilities
    std::int64_t all_three = 0, none = 0; ///< active, together and meaningful; nothing of it
    Fixed high_all_three = 0, high_none = 0;
    void look_at(const Premises& premises, const World& world, const Citizen& citizen);
    void add(const PeopleCensus& part);
};

class PeopleTally {
public:
    /// After every week of the period.
    void begin(const World& world); ///< in every week before the period: what happened until then does not count
    void observe(const Premises& premises, const World& world);
    /// This week's entries of the module's series, in the order of append_people_series.
    void record(const Premises& premises, const World& world, SeriesWriter& to) const;
    void add_census(const PeopleCensus& part) { census_.add(part); }
    /// The module's KPIs.
    void report(const Premises& premises, const World& world, KpiWriter& to) const;

private:
    void report_wellbeing(KpiWriter& to) const;

    PeopleCounts before_; ///< as of the last week before the period
    std::int64_t founded_before_ = 0, closed_before_ = 0, needy_before_ = 0, need_before_ = 0;
    std::int64_t weeks_ = 0, club_weeks_ = 0;
    Fixed help_ = 0;
    PeopleCensus census_;
};

} // namespace samspil
