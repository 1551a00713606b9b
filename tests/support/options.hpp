// SPDX-License-Identifier: MPL-2.0
// Options for tests of pairing: scenarios of the tree with a change made by hand, run with every life kept.
#pragma once

#include "engine/experiment/first_difference.hpp"
#include "engine/experiment/study.hpp"
#include "engine/io/scenario_file.hpp"
#include "engine/simulation/simulation.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace samspil::options {

/// A scenario by its path below `scenarios`; throws with all diagnostics when it is wrong.
Scenario load(const std::string& file, const std::vector<Override>& sets = {});

/// Toy town as it stands: 2 years of burn-in and 2 years.
Scenario toy();
/// Ten toy towns in one: 5,000 citizens, with ten times the places and volunteers.
Scenario big_toy();
/// The whole of Aarhus for a short time.
Scenario aarhus(const std::string& file, int burn_in_weeks, int weeks);

/// Places without limit: nobody waits, so nobody stands in another's way.
void give_places_without_limit(Scenario& scenario);

/// Nobody has ties and clubs do not change: what happens to one citizen reaches others through places only.
void without_company(Scenario& scenario);

inline constexpr int lonely_key = 77;
/// A house with club and preventive offer, an area and a leader of its own, beside the first neighbourhood.
void add_lonely_house(Scenario& scenario, bool open);

/// A dated change in the middle of the counted period, to be filled in.
Intervention& intervene(Scenario& scenario, InterventionType type, int weeks_into_period = 26);

/// Ten toy towns in which everything happens that an intervention can do.
Scenario an_eventful_town();

struct Way {
    int replications = 1;
    Workers workers;
    std::size_t block = 8192;
    double life_sample = 1;
};

/// All replications of each option, by option and replication.
std::vector<std::vector<ReplicationResult>> run_together(const std::vector<const Scenario*>& options, const Way& way);
std::vector<ReplicationResult> run_alone(const Scenario& scenario, const Way& way);

/// One replication stepped to its end, its world kept. The scenario must outlive it.
Simulation finished(const Scenario& scenario, double life_sample = 1);
Simulation finished(Scenario&&, double = 1) = delete; // the simulation looks into the scenario

/// What differs first, or an empty text when every KPI (bit by bit), series and life course is the same.
std::string difference(const ReplicationResult& a, const ReplicationResult& b);
std::string difference(const std::vector<ReplicationResult>& a, const std::vector<ReplicationResult>& b);

/// How many lives parted for each cause.
std::array<int, cause_count> counted(const std::vector<LifeDifference>& lives);
std::string in_words(const std::array<int, cause_count>& causes);

} // namespace samspil::options
