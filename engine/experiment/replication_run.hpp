// SPDX-License-Identifier: MPL-2.0
// One replication that can rest between two weeks. It is a value: kept at the end of its burn-in, it goes on under any
// option that is the same until then, and ends as if that option had been run from week 0.
#pragma once

#include "engine/simulation/simulation.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace samspil {

/// What a scenario fixes before week 0, made once for all its replications; keeps the scenario alive.
std::shared_ptr<const Premises> premises_of(std::shared_ptr<const Scenario> scenario);

class ReplicationRun {
public:
    /// From week 0, with blocks and sample of lives as in a StudyPlan that says nothing of them.
    ReplicationRun(std::shared_ptr<const Premises> option, std::uint32_t seed, int replication);

    /// From here on this is a replication of `option`. The two are the same until `difference` (first_difference() of
    /// shared_past.hpp), which is not before this week. In place of a branch that is not reached yet.
    void branch(std::shared_ptr<const Premises> option, Week difference);

    void step(const Workers& workers);
    Week week() const { return simulation_.week(); }
    /// The option that the weeks so far are of; not one it has yet to branch to.
    const Scenario& scenario() const { return *simulation_.premises().scenario; }
    bool is_finished() const { return simulation_.is_finished(); }
    ReplicationResult result() const { return simulation_.result(); }

    /// Memory of a copy, but for what is small beside the citizens.
    std::size_t bytes() const;

private:
    Simulation simulation_;
    std::shared_ptr<const Premises> next_; ///< steps as before until `until_`
    Week until_ = never;
};

} // namespace samspil
