// SPDX-License-Identifier: MPL-2.0
#include "tests/support/stage.hpp"

#include "engine/rules/information.hpp"
#include "engine/rules/places.hpp"

namespace samspil::worlds {

Stage::Stage(const Scenario& given, Chance luck) : scenario(given), premises(scenario), chance(luck)
{
    world.units.resize(premises.units.size());
    world.counts.resize(scenario.neighbourhoods.size(), premises.units.size(), scenario.centres.size());
    out_.change.resize(scenario.neighbourhoods.size(), premises.units.size(), scenario.centres.size());
    for (const Centre& centre : scenario.centres) {
        CentreState state;
        state.places = centre.places;
        world.centres.push_back(state);
    }
    set_up_organisation(premises, world);
    set_up_information(premises, world, luck);
    set_up_places(premises, world, chance);
}

void Stage::make_units(int count, Offer offer)
{
    premises.units.clear();
    for (int i = 0; i < count; ++i) premises.units.push_back({static_cast<std::uint64_t>(i) * 8 + static_cast<std::uint64_t>(offer), 0, offer});
    premises.nearest_units.assign(premises.units.size(), {});
    premises.maintaining_units.clear();
    world.centres[0].places.fill(1);
    world.units.assign(premises.units.size(), {});
    world.counts.resize(scenario.neighbourhoods.size(), premises.units.size(), scenario.centres.size());
    out_.change.resize(scenario.neighbourhoods.size(), premises.units.size(), scenario.centres.size());
}

std::uint32_t Stage::add_citizen(std::uint64_t id, int level)
{
    const std::uint32_t row = world.citizens.add();
    world.due.push_back(never);
    world.known.resize(world.known.size() + premises.knowledge_words);
    world.content.resize(world.known.size());
    world.place.push_back(no_unit);
    replace(row, id, level);
    return row;
}

void Stage::replace(std::uint32_t row, std::uint64_t id, int level)
{
    Citizen& citizen = world.citizens.admit(row);
    citizen.id = id;
    citizen.residence = Residence::home;
    citizen.level = static_cast<std::uint8_t>(level);
    citizen.sampled = true;
    world.due[row] = never;
}

void Stage::week(const std::vector<Application>& applications, const std::vector<QueueLeave>& leaves,
                 const std::function<void(std::uint32_t)>& ended)
{
    events_.clear();
    out_.clear();
    Moment moment{premises, world, chance, world.week, out_};
    for (std::uint32_t row = 0; row < world.due.size(); ++row) {
        if (world.due[row] > world.week) continue;
        const bool had = world.citizens[row].offer != Offer::none;
        take_part(moment, row);
        world.due[row] = next_due(premises, world.citizens[row]);
        if (had && world.citizens[row].offer == Offer::none && ended) ended(row);
    }
    world.counts.add(out_.change);
    events_ = out_.events;
    all_ = applications;
    leaves_ = leaves;
    if (hears_rules) all_.insert(all_.end(), out_.applications.begin(), out_.applications.end());
    leaves_.insert(leaves_.end(), out_.leaves.begin(), out_.leaves.end());

    out_.clear();
    starts_.clear();
    allocate(moment, all_, leaves_, starts_, Workers());
    world.counts.add(out_.change);
    events_.insert(events_.end(), out_.events.begin(), out_.events.end());
    ++world.week;
}

} // namespace samspil::worlds
