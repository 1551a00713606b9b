// SPDX-License-Identifier: MPL-2.0
// People among people: what is there at week 0, entering, and the population shock (docs/model.md 7.11-7.14, 7.19).
#include "engine/rules/people.hpp"

#include "engine/base/elementary.hpp"
#include "engine/random/clock.hpp"
#include "engine/random/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace samspil {
namespace {

/// When the citizen begins to live alone: the week in which the share of the age passes the own threshold.
Week widowed_week(const Parameters& p, const Citizen& citizen)
{
    constexpr double years_of_change = 20; // from 65 to 85, as in share_by_age
    const auto s = static_cast<std::size_t>(citizen.sex);
    const double along = (citizen.alone_at - p.alone65[s]) / (p.alone85[s] - p.alone65[s]);
    if (!(along >= 0 && along < 1)) return never;
    return citizen.week_65 + 1 + static_cast<Week>(along * years_of_change * weeks_per_year);
}

/// Whether a life clock is due this week: a new rate would put its event off, and the event itself sets the rates anew.
bool has_event(const Citizen& citizen, Week week)
{
    return std::any_of(citizen.agenda.clock.begin(), citizen.agenda.clock.end(), [&](Week due) { return due <= week; });
}

/// Sets the factor of one rate, everybody's own, and the weeks when something is due.
void set_shock(Moment& moment, Shock what, double factor)
{
    double& now = moment.world.people.shock[static_cast<std::size_t>(what)];
    if (now == factor) return;
    now = factor;
    World& world = moment.world;
    for (std::uint32_t row = 0; row < world.citizens.size(); ++row) {
        if (!world.citizens.holds(row)) continue;
        Citizen& citizen = world.citizens[row];
        if (citizen.residence != Residence::home && citizen.residence != Residence::nursing_home) continue;
        if (what != Shock::loneliness && has_event(citizen, moment.week)) continue;
        if (what != Shock::loneliness) update_rates(moment, citizen);
        else if (citizen.residence == Residence::home) set_loneliness(moment, citizen, row);
        world.due[row] = next_due(moment.premises, citizen);
    }
}

/// Shocks of one kind that run at the same time multiply.
void set_shocks(Moment& moment)
{
    for (const Shock what : {Shock::mortality, Shock::decline, Shock::loneliness}) {
        double factor = 1;
        for (const RunningShock& shock : moment.world.people.shocks) {
            if (shock.what == what) factor *= shock.factor;
        }
        set_shock(moment, what, factor);
    }
}

} // namespace

void set_up_people(const Premises& premises, World& world, Chance chance)
{
    set_up_ties(premises, world, chance);
    set_up_clubs(premises, world);
}

void on_entering(Moment& moment, Citizen& citizen, std::uint32_t row)
{
    PeopleOfCitizen& me = citizen.people;
    const Mechanisms& mechanisms = moment.scenario().mechanisms;
    if (mechanisms.people.mental_health) {
        me.trait = static_cast<float>(normal(unit(draw4(moment.chance, Purpose::inclination, citizen.id, 0)[0])));
    }
    me.widowed = widowed_week(moment.parameters(), citizen);
    if (citizen.residence != Residence::home) return;
    if (!mechanisms.people.loneliness) {
        wait_to_live_alone(moment, citizen);
        return;
    }
    const double settled = lonely_share(moment.premises, moment.world, citizen, row, Effects::as_assumed);
    me.lonely = bernoulli(uniform(moment.chance, Purpose::lonely_start, citizen.id, 0), settled);
    me.lonely_left = static_cast<float>(unit_threshold(moment.chance, Purpose::lonely_change, citizen.id, 0));
    me.lonely_since = moment.week;
    feel_soon(moment, citizen); // a week later the neighbours have entered too
}

bool apply_people(Moment& moment, const Intervention& intervention)
{
    if (intervention.type != InterventionType::population_shock) return false;
    moment.world.people.shocks.push_back({static_cast<Shock>(intervention.choice), intervention.factor, moment.week + intervention.weeks});
    set_shocks(moment);
    return true;
}

void end_shocks(Moment& moment)
{
    const auto ended = std::erase_if(moment.world.people.shocks, [&](const RunningShock& shock) { return shock.until <= moment.week; });
    if (ended > 0) set_shocks(moment);
}

} // namespace samspil
