// SPDX-License-Identifier: MPL-2.0
// Time: owns one World, advances it week by week, lets the tally look. A Simulation is a value: its copy is the
// burnt-in state that another option continues from.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/model/world.hpp"
#include "engine/rules/rules.hpp"
#include "engine/simulation/tally.hpp"

#include <memory>

namespace samspil {

struct SimulationSettings {
    Chance chance;
    std::size_t block = 8192;   ///< citizens per block; never changes a result
    double life_sample = 0.005; ///< share of citizens whose life course is kept
};

class Simulation {
public:
    Simulation(std::shared_ptr<const Premises> premises, SimulationSettings settings);

    /// One week. With more than one worker the blocks of citizens run in parallel.
    void step(const Workers& workers);

    /// Goes on under another option that is the same up to this week (experiment/runner checks that it is).
    void continue_under(std::shared_ptr<const Premises> premises);

    const World& world() const { return world_; }
    World& world() { return world_; }
    const Premises& premises() const { return *premises_; }
    Week week() const { return world_.week; }
    bool is_finished() const { return world_.week >= premises_->scenario->period.total_weeks(); }
    double citizen_weeks() const { return citizen_weeks_; } ///< living persons x weeks so far

    ReplicationResult result() const;

private:
    void admit();
    void dismiss();
    void seat(std::size_t row, const Person& person); ///< puts somebody who has yet to turn 65 into a row
    void live(Moment& moment, std::uint32_t row);     ///< one citizen to whom something happens this week
    void replace(Moment& moment, std::uint32_t row);  ///< entry: replacement; whoever comes turns 65 this week
    void run_citizens(const Workers& workers);
    void run_block(std::size_t begin, std::size_t end, Proposals& out);
    void merge_blocks();
    void take_changes(Proposals& ordered);
    void give_places(const Workers& workers);
    void take_census(const Workers& workers);
    void look_at_groups(const Workers& workers);

    std::shared_ptr<const Premises> premises_;
    SimulationSettings settings_;
    World world_;
    Tally tally_;
    std::vector<Proposals> blocks_;
    Proposals wishes_; ///< what the modules want of the shared world, of all blocks
    std::vector<Application> applications_;
    std::vector<QueueLeave> leaves_;
    std::vector<Start> starts_;
    std::vector<LifeEvent> life_courses_;
    double citizen_weeks_ = 0;
};

} // namespace samspil
