// SPDX-License-Identifier: MPL-2.0
// A stage for rules: citizens put straight into a world, weeks in which only stays end and places are given, and
// whatever the test itself wants them to do. No ageing, no considering, no volunteers.
#pragma once

#include "engine/rules/rules.hpp"

#include <functional>
#include <vector>

namespace samspil::worlds {

class Stage {
public:
    /// All mechanisms but the wanted ones are off; the houses of the scenario stand open.
    Stage(const Scenario& scenario, Chance chance);
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    /// Makes the premises hold `count` units of one offer at the first house instead of those of the scenario: units
    /// beyond number, none near another. Before any citizen is added.
    void make_units(int count, Offer offer);
    /// Sessions a week that a unit offers.
    void offer(std::size_t unit, int sessions) { world.units[unit].offered = sessions; }

    std::uint32_t add_citizen(std::uint64_t id, int level = 0);
    /// Puts somebody else in the row of one who left.
    void replace(std::uint32_t row, std::uint64_t id, int level = 0);

    /// One week: stays that are over end (`ended` hears the row), then places are given.
    void week(const std::vector<Application>& applications, const std::vector<QueueLeave>& leaves = {},
              const std::function<void(std::uint32_t)>& ended = {});
    /// What the rules wrote down in the last week, in order.
    const std::vector<LifeEvent>& events() const { return events_; }
    /// Applications that rules made in the last week go to the allocation too; else they are dropped.
    bool hears_rules = false;

    Scenario scenario;
    Premises premises;
    World world;
    Chance chance;

private:
    Proposals out_;
    std::vector<LifeEvent> events_;
    std::vector<Application> all_;
    std::vector<QueueLeave> leaves_;
    std::vector<Start> starts_;
};

} // namespace samspil::worlds
