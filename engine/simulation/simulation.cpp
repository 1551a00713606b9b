// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/simulation.hpp"

#include "engine/base/errors.hpp"
#include "engine/rules/access.hpp"
#include "engine/rules/information.hpp"
#include "engine/rules/money.hpp"
#include "engine/rules/network.hpp"
#include "engine/rules/people.hpp"
#include "engine/rules/places.hpp"

#include <algorithm>

namespace samspil {

Simulation::Simulation(std::shared_ptr<const Premises> premises, SimulationSettings settings)
    : premises_(std::move(premises)), settings_(settings), tally_(*premises_)
{
    const Scenario& scenario = *premises_->scenario;
    world_.citizens.assign(premises_->roster.size());
    world_.due.resize(premises_->roster.size());
    world_.known.assign(premises_->roster.size() * premises_->knowledge_words, 0);
    world_.content.assign(premises_->roster.size() * premises_->knowledge_words, 0);
    world_.place.assign(premises_->roster.size(), gone);
    for (std::size_t row = 0; row < premises_->roster.size(); ++row) {
        const Person& person = premises_->roster[row];
        world_.due[row] = person.week_65;
        if (person.week_65 <= 0) seat(row, person);
    }
    world_.counts.resize(scenario.neighbourhoods.size(), premises_->units.size(), scenario.centres.size());
    world_.units.resize(premises_->units.size());
    for (const Centre& centre : scenario.centres) {
        CentreState state;
        state.open = centre.open;
        state.places = centre.places;
        world_.centres.push_back(state);
    }
    world_.visitation_rule = scenario.policy.visitation_rule;
    world_.core_k = scenario.policy.core_k;
    set_up_organisation(*premises_, world_);
    gather_volunteers(*premises_, world_, settings_.chance);
    set_up_information(*premises_, world_, settings_.chance);
    set_up_access(*premises_, world_, settings_.chance);
    set_up_places(*premises_, world_, settings_.chance);
    set_up_people(*premises_, world_, settings_.chance);
    set_up_network(*premises_, world_, settings_.chance);
    set_up_money(*premises_, world_, settings_.chance);
}

/// Those who turn 65 this week.
void Simulation::admit()
{
    const auto of_week = [&](std::uint32_t row, Week week) { return premises_->roster[row].week_65 < week; };
    auto next = std::lower_bound(premises_->entrants.begin(), premises_->entrants.end(), world_.week, of_week);
    for (; next != premises_->entrants.end() && premises_->roster[*next].week_65 == world_.week; ++next) seat(*next, premises_->roster[*next]);
}

/// Who has died or moved away this week needs no room any more.
void Simulation::dismiss()
{
    for (const Proposals& block : blocks_) {
        for (const std::uint32_t row : block.left) {
            world_.citizens.dismiss(row);
            if (!world_.people.ties.empty()) world_.people.ties.leave_all(row);
        }
    }
}

/// Everything of who was there before is gone but the place: others look at that until the week's places are known.
void Simulation::seat(std::size_t row, const Person& person)
{
    Citizen& citizen = world_.citizens.admit(row);
    citizen.id = person.id;
    citizen.week_65 = person.week_65;
    citizen.neighbourhood = person.neighbourhood;
    citizen.sex = person.sex;
    citizen.sampled = settings_.life_sample > 0 && uniform(settings_.chance, Purpose::life_sample, person.id, 0) < settings_.life_sample;
    world_.due[row] = person.week_65;
    const std::size_t words = premises_->knowledge_words;
    for (auto* knowledge : {&world_.known, &world_.content}) {
        std::fill_n(knowledge->begin() + static_cast<std::ptrdiff_t>(row * words), words, 0);
    }
}

void Simulation::replace(Moment& moment, std::uint32_t row)
{
    const Citizen& left = world_.citizens[row];
    const Person next{next_generation(left.id), world_.week, left.neighbourhood, left.sex};
    leave_friends(moment, row);
    seat(row, next);
    enter(moment, row);
}

void Simulation::continue_under(std::shared_ptr<const Premises> premises)
{
    SAMSPIL_EXPECT(premises->roster.size() == premises_->roster.size() && premises->units.size() == premises_->units.size(),
                   "options that share a past have the same people and units");
    premises_ = std::move(premises);
}

ReplicationResult Simulation::result() const
{
    ReplicationResult result = tally_.result(*premises_, world_);
    result.replication = static_cast<int>(settings_.chance.replication);
    result.life_courses = life_courses_;
    std::stable_sort(result.life_courses.begin(), result.life_courses.end(),
                     [](const LifeEvent& a, const LifeEvent& b) { return a.person < b.person; });
    return result;
}

} // namespace samspil
