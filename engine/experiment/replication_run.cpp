// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/replication_run.hpp"

#include "engine/base/errors.hpp"

namespace samspil {
namespace {

template <class Rows>
std::size_t bytes_in(const Rows& rows)
{
    return rows.size() * sizeof(typename Rows::value_type);
}

} // namespace

std::shared_ptr<const Premises> premises_of(std::shared_ptr<const Scenario> scenario)
{
    struct Kept {
        explicit Kept(std::shared_ptr<const Scenario> given) : scenario(std::move(given)), premises(*scenario) {}
        std::shared_ptr<const Scenario> scenario;
        Premises premises;
    };
    const auto kept = std::make_shared<const Kept>(std::move(scenario));
    return {kept, &kept->premises};
}

ReplicationRun::ReplicationRun(std::shared_ptr<const Premises> option, std::uint32_t seed, int replication)
    : simulation_(std::move(option), SimulationSettings{{seed, static_cast<std::uint32_t>(replication)}})
{
}

void ReplicationRun::branch(std::shared_ptr<const Premises> option, Week difference)
{
    SAMSPIL_EXPECT(difference >= week() && difference > 0,
                   "options share the past up to their first difference");
    next_ = std::move(option);
    until_ = difference;
}

void ReplicationRun::step(const Workers& workers)
{
    if (next_ && week() >= until_) {
        simulation_.continue_under(std::move(next_));
        next_ = nullptr;
    }
    simulation_.step(workers);
}

std::size_t ReplicationRun::bytes() const
{
    const World& world = simulation_.world();
    return bytes_in(world.due) + world.citizens.bytes() + bytes_in(world.known) + bytes_in(world.content) +
           bytes_in(world.place) + bytes_in(world.volunteers) + bytes_in(world.people.near) +
           world.people.ties.bytes() + bytes_in(world.people.member);
}

} // namespace samspil
