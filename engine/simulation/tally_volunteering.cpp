// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_volunteering.hpp"

namespace samspil {

void VolunteeringTally::observe(const Premises& premises, const World& world)
{
    const VolunteeringState& state = world.volunteering;
    ++weeks_;
    std::vector<char> open;
    for (std::size_t j = 0; j < state.houses.size(); ++j) {
        const HouseHelp& house = state.houses[j];
        const int volunteers = world.centres[j].volunteers;
        volunteers_ += volunteers;
        nursing_ += house.nursing;
        given_tenths_ += house.given_tenths;
        wanted_tenths_ += house.wanted_tenths;
        mismatch_ += to_fixed(house.mismatch * house.wanted_tenths);
        support_ += to_fixed(state.areas[static_cast<std::size_t>(state.area_of[j])].support_hours * volunteers);
        open.push_back(world.centres[j].open ? 1 : 0);
    }
    for (std::size_t c = 0; c < recruit_channels; ++c) recruits_[c] += state.recruits[c];
    for (std::size_t i = 0; i < state.agreements.size(); ++i) {
        if (state.agreements[i].active) ++(premises.scenario->agreements[i].formal ? formal_ : informal_);
    }
    for (const AreaNetwork& area : state.areas) forum_ += to_fixed(area.forum);
    for (const int houses : houses_led(world.organisation.leading, *premises.scenario, open)) {
        coordination_ += to_fixed(coordination_hours(*premises.scenario, houses));
    }
}

void VolunteeringTally::record(const Premises&, const World&, SeriesWriter&) const {}

void VolunteeringTally::report(const Premises&, const World& world, KpiWriter& to) const
{
    const auto weeks = static_cast<double>(weeks_);
    const auto a_year = [&](Recruited channel) {
        return ratio(static_cast<double>(recruits_[static_cast<std::size_t>(channel)]) * weeks_per_year, weeks);
    };
    to.set("volunteers.hours", ratio(static_cast<double>(given_tenths_) / 10, weeks));
    to.set("volunteers.recruits.participants", a_year(Recruited::participant));
    to.set("volunteers.recruits.bridge", a_year(Recruited::bridge));
    to.set("volunteers.recruits.external", a_year(Recruited::external));
    to.set("volunteers.support_hours", ratio(from_fixed(support_), static_cast<double>(volunteers_)));
    to.set("volunteers.nursing_home_share", ratio(nursing_, volunteers_));
    to.set("volunteers.mismatch", ratio(from_fixed(mismatch_), static_cast<double>(wanted_tenths_)));
    to.set("agreements.formal", ratio(static_cast<double>(formal_), weeks));
    to.set("agreements.informal", ratio(static_cast<double>(informal_), weeks));
    to.set("organisation.forum", ratio(from_fixed(forum_), weeks * static_cast<double>(world.volunteering.areas.size())));
    to.set("organisation.coordination_hours", ratio(from_fixed(coordination_), weeks));
}

} // namespace samspil
