// SPDX-License-Identifier: MPL-2.0
// Towns to measure in: a scenario of the tree, so many times as large, and run up to a week when it is at work.
#pragma once

#include "engine/io/scenario_file.hpp"
#include "engine/model/world.hpp"
#include "engine/simulation/simulation.hpp"

#include <cmath>
#include <memory>
#include <stdexcept>
#include <string>

namespace samspil::benchmarks {

/// A scenario by its path below `scenarios`; throws with the first diagnostic when it is wrong.
inline std::shared_ptr<const Scenario> load(const std::string& file, double times = 1)
{
    Diagnostics diagnostics;
    const auto loaded = load_scenario(std::string(SAMSPIL_SCENARIOS) + "/" + file, {}, diagnostics);
    if (!loaded) throw std::runtime_error(diagnostics.items().empty() ? file : format(diagnostics.items().front(), Language::en));
    auto scenario = std::make_shared<Scenario>(loaded->scenario);
    const auto scaled = [&](int number) { return static_cast<int>(std::floor(number * times + 0.5)); };
    for (PopulationCount& row : scenario->population) row.persons = scaled(row.persons);
    for (Centre& centre : scenario->centres) {
        for (int& places : centre.places) places = scaled(places);
        centre.volunteers = scaled(centre.volunteers);
    }
    return scenario;
}

/// A town at work: its scenario, and a simulation some weeks into the burn-in.
struct Town {
    std::shared_ptr<const Scenario> scenario;
    Simulation simulation;

    Town(const std::string& file, double times, int weeks)
        : scenario(load(file, times)), simulation(std::make_shared<const Premises>(*scenario), {{scenario->run.seed, 0}})
    {
        for (int week = 0; week < weeks; ++week) simulation.step(Workers());
    }
};

} // namespace samspil::benchmarks
