// SPDX-License-Identifier: MPL-2.0
// What the tally keeps of access (docs/model.md 8): integers summed over the weeks of the period.
#pragma once

#include "engine/model/world.hpp"
#include "engine/rules/rules.hpp"
#include "engine/simulation/tally_writer.hpp"

#include <array>

namespace samspil {

inline constexpr std::size_t reading_count = 5; ///< exact, minimum, core and 0, 1, 2

/// The yearly look at a share of citizens: eligibility under both score sets and all readings, progress, law.
struct AccessCensus {
    struct Eligible {
        std::int64_t centre = 0, home = 0, gap = 0;
    };
    std::array<std::array<Eligible, reading_count>, score_set_count> eligible{};
    std::array<std::int64_t, score_set_count> in_need{};
    std::int64_t citizens = 0, elderly_act = 0;
    std::int64_t interviewed = 0, gained = 0, satisfied = 0;
    Fixed change = 0; ///< of performance
    /// `truth`: the citizen's true scores this week by ScoreSet.
    void look_at(const Premises& premises, const World& world, Chance chance, const Citizen& citizen,
                 const std::array<Scores, score_set_count>& truth);
    void add(const AccessCensus& part);
};

class AccessTally {
public:
    /// After every week of the period.
    void observe(const Premises& premises, const World& world);
    void add_census(const AccessCensus& part) { census_.add(part); }
    /// This week's entries of the module's series, in the order of append_access_series.
    void record(const Premises& premises, const World& world, SeriesWriter& to) const;
    /// The module's KPIs.
    void report(const Premises& premises, const World& world, KpiWriter& to) const;

private:
    void report_eligibility(KpiWriter& to) const;

    AccessCensus census_;
    std::int64_t weeks_ = 0, backlog_ = 0, singles_ = 0;
    std::int64_t decisions_ = 0, asked_for_ = 0, refused_ = 0, decision_weeks_ = 0, visitator_minutes_ = 0, reviews_ = 0, helped_ = 0, grown_ = 0;
    Fixed interview_minutes_ = 0, documentation_minutes_ = 0, forecast_error_ = 0;
};

} // namespace samspil
