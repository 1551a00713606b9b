// SPDX-License-Identifier: MPL-2.0
// Small worlds made in code for tests whose answer is known beforehand: a town of a few houses, a cohort that turns 65
// in one year, a Gompertz life table; and how to run them and read what came out.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/model/indicators.hpp"
#include "engine/model/scenario.hpp"
#include "engine/random/stream.hpp"

#include <array>
#include <string>
#include <vector>

namespace samspil::worlds {

/// Mortality a exp(b (x - 65)) per year at age x (docs/model.md 7.1).
struct Gompertz {
    double a, b;
};
inline constexpr std::array<Gompertz, 2> gompertz{{{0.01192, 0.105}, {0.00727, 0.113}}}; ///< men, women

/// One-year death probabilities of both sexes from 60 to 120, exact for the Gompertz hazard.
std::vector<DeathProbability> gompertz_table();

/// A town with `neighbourhoods` places 4 km apart, one house in each with all four offers (`places` of each), one
/// leader, no people.
Scenario town(int neighbourhoods, int places = 0);

/// `persons` of one sex who turn 65 evenly over 2015, followed to the end of their lives. One house that nobody goes to.
Scenario cohort(Sex sex, int persons);

/// A shipped scenario, e.g. "minimal" or "aarhus/basis", with `burn_in` and `weeks` of its own.
Scenario shipped(const std::string& name, int burn_in_weeks, int weeks);

/// Media that nobody escapes, and nobody forgets: whoever lives in reach of a house knows it.
void know_every_house(Scenario& scenario);

/// The toy town where more people ask for more, so that places run short and every offer is used.
Scenario busy_toy(int burn_in_weeks, int weeks);

/// One replication, every life course kept.
ReplicationResult run(const Scenario& scenario, Chance chance, const Workers& workers = {}, double life_sample = 1.0,
                      std::size_t block = 8192);

/// Empty when two results are the same to the last bit; else the first thing that differs, in words.
std::string difference(const ReplicationResult& a, const ReplicationResult& b);

/// One life as its events tell it; weeks since the 65th birthday.
struct Life {
    std::uint64_t person = 0;
    Week entered = 0;
    Week died = never;
    std::vector<std::pair<Week, int>> levels; ///< level 0..3 from this week on
    int level_at(Week age) const;             ///< -1 when dead or not yet 65
};

/// The lives of a cohort, from its life courses.
std::vector<Life> lives(const ReplicationResult& result);

/// A mean (or ratio of means) over independent units, with its standard error.
struct Estimate {
    double mean = 0, se = 0;
    bool holds(double truth, double allowance = 0) const; ///< within 3 standard errors and the allowance
};
Estimate mean_of(const std::vector<double>& values);
Estimate ratio_of(const std::vector<double>& above, const std::vector<double>& below);
Estimate share_of(std::size_t count, std::size_t n);

} // namespace samspil::worlds
