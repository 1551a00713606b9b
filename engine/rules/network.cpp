// SPDX-License-Identifier: MPL-2.0
// Consultants, the forum of each area and agreements with associations (docs/model.md 7.15, 7.17), and what a dated
// change does to them.
#include "engine/rules/network.hpp"

#include "engine/rules/information.hpp"

#include "engine/base/elementary.hpp"
#include "engine/random/clock.hpp"

#include <algorithm>
#include <set>

namespace samspil {
namespace {

constexpr double usual_forum_hours = 2; // leader hours a week that a forum needs (7.17)

/// Areas in order of their ids, so that the order of tables does not matter.
std::vector<std::string> area_ids(const Scenario& scenario)
{
    std::set<std::string> ids;
    for (const Centre& centre : scenario.centres) ids.insert(centre.area);
    return {ids.begin(), ids.end()};
}

/// Whether an area is the unit named, or answers to it in some model of the organisation.
bool lies_in(const Scenario& scenario, const std::string& area, const std::string& unit)
{
    if (unit.empty() || area == unit) return true;
    for (const OrganisationUnit& one : scenario.organisation_units) {
        std::string at = one.id;
        if (at != area) continue;
        for (std::size_t steps = 0; !at.empty() && steps < scenario.organisation_units.size(); ++steps) {
            if (at == unit) return true;
            const auto up = std::find_if(scenario.organisation_units.begin(), scenario.organisation_units.end(),
                                         [&](const OrganisationUnit& u) { return u.model == one.model && u.id == at; });
            at = up == scenario.organisation_units.end() ? "" : up->parent;
        }
    }
    return false;
}

/// Areas a change is for; each by its index.
std::vector<std::size_t> areas_in(const Scenario& scenario, const std::string& unit)
{
    std::vector<std::size_t> found;
    const auto ids = area_ids(scenario);
    for (std::size_t a = 0; a < ids.size(); ++a) {
        if (lies_in(scenario, ids[a], unit)) found.push_back(a);
    }
    return found;
}

void place_consultants(VolunteeringState& state, const std::vector<std::size_t>& areas, double persons)
{
    for (const std::size_t a : areas) state.areas[a].consultants = persons / static_cast<double>(areas.size());
}

void start_forum(AreaNetwork& area, double hours)
{
    area.forum_runs = true;
    area.forum_hours = hours;
}

/// Consultants' hours per volunteer and year: in each area by its own, in a cluster by all of them.
void update_support(const Premises& premises, World& world)
{
    const VolunteeringParameters& p = premises.scenario->assumptions.volunteering;
    VolunteeringState& state = world.volunteering;
    std::vector<int> volunteers(state.areas.size(), 0);
    int all = 0;
    for (std::size_t j = 0; j < world.centres.size(); ++j) {
        volunteers[static_cast<std::size_t>(state.area_of[j])] += world.centres[j].volunteers;
        all += world.centres[j].volunteers;
    }
    Fixed sum = 0; // in any order of the areas
    for (std::size_t a = 0; a < state.areas.size(); ++a) {
        const double hours = consultants_hours(premises, world, a);
        sum += to_fixed(hours);
        state.areas[a].support_hours = volunteers[a] > 0 ? hours / volunteers[a] : 0;
    }
    if (!state.policy.consultants_clustered) return;
    const double busier = (1 - p.idle * (1 - p.cluster_idle)) / (1 - p.idle);
    for (AreaNetwork& area : state.areas) area.support_hours = all > 0 ? from_fixed(sum) * busier / all : 0;
}

/// Attention of the leaders of an area's houses, and its partners: houses and agreements.
void update_forums(Moment& moment)
{
    const Scenario& scenario = moment.scenario();
    const VolunteeringParameters& p = scenario.assumptions.volunteering;
    VolunteeringState& state = moment.world.volunteering;
    if (!scenario.mechanisms.volunteering.forum) return;
    std::vector<Fixed> attention(state.areas.size(), 0), partners(state.areas.size(), 0);
    std::vector<int> led(state.areas.size(), 0);
    for (std::size_t j = 0; j < moment.world.centres.size(); ++j) {
        const auto a = static_cast<std::size_t>(state.area_of[j]);
        if (!moment.world.centres[j].open) continue;
        partners[a] += to_fixed(1);
        if (!needs_leader(scenario.centres[j].kind)) continue;
        attention[a] += to_fixed(scenario.mechanisms.leader_attention ? moment.world.centres[j].attention : 1.0);
        ++led[a];
    }
    const double use = scenario.mechanisms.volunteering.agreements && p.agr_use > 0 ? 1 : 0;
    for (std::size_t i = 0; i < state.agreements.size(); ++i) {
        if (!state.agreements[i].active) continue;
        const Fixed counts = to_fixed(use * (scenario.agreements[i].formal ? 1 : p.agr_informal));
        for (const std::int16_t a : state.agreements[i].areas) partners[static_cast<std::size_t>(a)] += counts;
    }
    const double kept = elementary::pow(2.0, -1.0 / p.forum_half);
    const double met = p.forum_yield > 0 ? p.forum_meeting * state.policy.network_meetings * years_per_week : 0;
    for (std::size_t a = 0; a < state.areas.size(); ++a) {
        AreaNetwork& area = state.areas[a];
        const double leader = led[a] > 0 ? from_fixed(attention[a]) / led[a] : 1;
        const double hours = std::min(1.0, area.forum_hours * leader / usual_forum_hours);
        const double goal = area.forum_runs ? p.forum_yield * hours * std::min(1.0, from_fixed(partners[a]) / p.forum_partners) : 0;
        area.forum = std::min(1.0, kept * area.forum + (1 - kept) * goal + met);
    }
}

double lapse_rate(const VolunteeringParameters& p, bool formal) { return (formal ? p.agr_lapse_formal : p.agr_lapse_informal) * years_per_week; }

void wind_agreement(Chance chance, const Agreement& agreement, AgreementState& state)
{
    state.remaining = unit_threshold(chance, Purpose::agreement, static_cast<std::uint64_t>(agreement.key),
                                     static_cast<std::uint32_t>(state.event++));
}

/// Agreements lapse and are made anew; the forum keeps some that would lapse.
void update_agreements(Moment& moment)
{
    const Scenario& scenario = moment.scenario();
    const VolunteeringParameters& p = scenario.assumptions.volunteering;
    VolunteeringState& state = moment.world.volunteering;
    const Day today = moment.premises.calendar.day(moment.week);
    std::fill(state.agreed_elsewhere.begin(), state.agreed_elsewhere.end(), Fixed{0});
    const bool used = scenario.mechanisms.volunteering.agreements;
    for (std::size_t i = 0; i < state.agreements.size(); ++i) {
        const Agreement& agreement = scenario.agreements[i];
        AgreementState& one = state.agreements[i];
        if (!one.started) {
            if (agreement.start > today) continue;
            one.started = one.active = true;
            wind_agreement(moment.chance, agreement, one);
        }
        Fixed sum = 0;
        for (const std::int16_t a : one.areas) sum += to_fixed(state.areas[static_cast<std::size_t>(a)].forum);
        const double forum = one.areas.empty() ? 0 : from_fixed(sum) / static_cast<double>(one.areas.size());
        one.remaining -= one.active ? lapse_rate(p, agreement.formal) * (1 - p.forum_keep * forum) : 1.0 / p.agr_renew_weeks;
        if (one.remaining <= 0) {
            one.active = !one.active;
            wind_agreement(moment.chance, agreement, one);
        }
        if (!one.active || !used) continue;
        for (const std::int16_t j : one.houses) {
            state.agreed_elsewhere[static_cast<std::size_t>(j)] += to_fixed(agreement.hours * p.agr_use / static_cast<double>(one.houses.size()));
        }
    }
}

/// Where an agreement holds: the houses whose tasks it lightens, and their areas.
AgreementState agreement_at(const Scenario& scenario, const VolunteeringState& state, const Agreement& agreement)
{
    AgreementState one;
    for (std::size_t j = 0; j < scenario.centres.size(); ++j) {
        const Centre& centre = scenario.centres[j];
        const bool holds = agreement.centre.empty() ? lies_in(scenario, centre.area, agreement.area) : centre.id == agreement.centre;
        if (!holds) continue;
        one.houses.push_back(static_cast<std::int16_t>(j));
        const auto area = static_cast<std::int16_t>(state.area_of[j]);
        if (std::find(one.areas.begin(), one.areas.end(), area) == one.areas.end()) one.areas.push_back(area);
    }
    std::sort(one.areas.begin(), one.areas.end());
    return one;
}

} // namespace

void set_up_network(const Premises& premises, World& world, Chance)
{
    const Scenario& scenario = *premises.scenario;
    VolunteeringState& state = world.volunteering;
    state.a_max = scenario.policy.a_max;
    state.policy = scenario.policy.volunteering;
    const auto ids = area_ids(scenario);
    state.areas.assign(ids.size(), {});
    int volunteers = 0;
    for (const Centre& centre : scenario.centres) {
        state.area_of.push_back(static_cast<int>(std::lower_bound(ids.begin(), ids.end(), centre.area) - ids.begin()));
        volunteers += centre.open ? centre.volunteers : 0;
    }
    place_consultants(state, areas_in(scenario, ""), state.policy.consultants_per_1000 * volunteers / 1000);
    for (AreaNetwork& area : state.areas) {
        if (state.policy.forum == 1) start_forum(area, usual_forum_hours);
    }
    for (const Agreement& agreement : scenario.agreements) state.agreements.push_back(agreement_at(scenario, state, agreement));
    state.agreed_elsewhere.assign(scenario.centres.size(), 0);
    update_support(premises, world);
}

void update_network(Moment& moment)
{
    update_support(moment.premises, moment.world);
    update_agreements(moment);
    update_forums(moment);
}

double forum_activity(const Premises&, const World& world, int centre)
{
    const VolunteeringState& state = world.volunteering;
    const auto j = static_cast<std::size_t>(centre);
    return j < state.area_of.size() ? state.areas[static_cast<std::size_t>(state.area_of[j])].forum : 0;
}

bool apply_network(Moment& moment, const Intervention& intervention)
{
    VolunteeringState& state = moment.world.volunteering;
    switch (intervention.type) {
    case InterventionType::volunteer_policy:
        state.a_max = intervention.factor;
        state.policy.recognition = intervention.volunteering.recognition;
        state.policy.voice = intervention.volunteering.voice;
        state.policy.barrier = intervention.volunteering.barrier;
        state.policy.substitution = intervention.volunteering.substitution;
        return true;
    case InterventionType::consultants:
        place_consultants(state, areas_in(moment.scenario(), intervention.area), intervention.persons);
        state.policy.consultants_clustered = intervention.flag;
        return true;
    case InterventionType::forum_start:
        for (const std::size_t a : areas_in(moment.scenario(), intervention.area)) start_forum(state.areas[a], intervention.hours);
        return true;
    default: return false;
    }
}

int found_by_bridges(const World& world, std::size_t centre)
{
    const auto& found = world.information.helpers_found;
    return centre < found.size() ? static_cast<int>(found[centre]) : 0;
}

double consultants_hours(const Premises& premises, const World& world, std::size_t area)
{
    const double all = world.volunteering.areas[area].consultants * premises.scenario->assumptions.volunteering.consultant_h;
    return std::max(0.0, all - hours_on_bridges(world, area) * weeks_per_year);
}

double hours_on_bridges(const World& world, std::size_t area)
{
    return area < world.information.pools.size() ? bridge_hours_used(world, area) : 0;
}

double shock_factor(const Premises& premises, const World& world, Upheaval which)
{
    if (world.week >= world.organisation.shock_until) return 1;
    const Parameters& p = premises.scenario->assumptions;
    switch (which) {
    case Upheaval::attention: return p.shock_attention;
    case Upheaval::referral: return p.volunteering.shock_referral;
    case Upheaval::turnover: return p.shock_turnover;
    }
    return 1;
}

double consultant_knowledge(const Premises& premises, const World& world)
{
    return world.volunteering.policy.consultants_clustered ? 1 - premises.scenario->assumptions.volunteering.cluster_knowledge : 1.0;
}

} // namespace samspil
