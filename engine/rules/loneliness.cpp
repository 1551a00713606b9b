// SPDX-License-Identifier: MPL-2.0
// Loneliness and mental health (docs/model.md 7.14). Loneliness is a state with two unit clocks, whose hazards make the
// stated prevalence the stationary one; they are set when something has changed and on a thin grid of the person's own
// weeks, never because somebody happened to look. High mental health is read off, not kept.
#include "engine/rules/people.hpp"

#include "engine/base/elementary.hpp"
#include "engine/random/clock.hpp"
#include "engine/random/distributions.hpp"
#include "engine/rules/network.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>
#include <cmath>

namespace samspil {
namespace {

constexpr Week week_80 = 783, week_90 = 1305; ///< weeks from 65
constexpr Week grid_outside = 416, grid_taking_part = 104;

double logistic(double x) { return 1 / (1 + elementary::exp(-x)); }

std::size_t age_band(const Citizen& citizen, Week week)
{
    const Week age = week - citizen.week_65;
    return age < week_80 ? 0 : age < week_90 ? 1 : 2;
}

/// Sessions a week among others, as attended.
double contact(const Premises& premises, const Citizen& citizen)
{
    return citizen.offer == Offer::vedligeholdende_hjem ? 0 : expected_sessions(premises.scenario->assumptions, citizen);
}

} // namespace

Week next_on_grid(const Premises& premises, const Citizen& citizen, Week week, Week every)
{
    const auto phase = static_cast<std::int32_t>(group_of(citizen.id, static_cast<std::uint64_t>(every)));
    const std::int32_t into = (premises.calendar.absolute_week(week) + phase) % every;
    return week + every - into;
}

namespace {

/// The grid, and the weeks in which age or bereavement change what drives loneliness.
Week next_look(const Premises& premises, const Citizen& citizen, Week week)
{
    const Week widowed = citizen.people.widowed;
    if (!premises.scenario->mechanisms.people.loneliness) return widowed != never && widowed > week ? widowed : never; // to consider, then
    Week next = next_on_grid(premises, citizen, week, citizen.offer == Offer::none ? grid_outside : grid_taking_part);
    for (const Week turn : {citizen.week_65 + week_80, citizen.week_65 + week_90, widowed, widowed == never ? never : widowed + bereaved_weeks}) {
        if (turn > week) next = std::min(next, turn);
    }
    return next;
}

void begin_or_end(Moment& moment, Citizen& citizen)
{
    PeopleOfCitizen& me = citizen.people;
    me.lonely = !me.lonely;
    ++me.lonely_event;
    me.lonely_left = static_cast<float>(unit_threshold(moment.chance, Purpose::lonely_change, citizen.id, static_cast<std::uint32_t>(me.lonely_event)));
    me.lonely_rate = 0;
    me.lonely_since = moment.week;
    me.lonely_due = never;
    update_rates(moment, citizen);
}

} // namespace

double lonely_share(const Premises& premises, const World& world, const Citizen& citizen, std::uint32_t row, Effects effects)
{
    const Parameters& all = premises.scenario->assumptions;
    const PeopleParameters& p = all.people;
    if (!premises.scenario->mechanisms.people.loneliness || p.lone_relief == 0) return 0;
    double x = p.lone_base[age_band(citizen, world.week)];
    if (lives_alone(all, citizen, world.week)) x += p.lone_alone;
    if (p.lone_ties != 0) {
        // Without effects of taking part only the ties that were there before count.
        static const std::array<double, Company::most + 1> logs = [] {
            std::array<double, Company::most + 1> values{};
            for (std::size_t n = 0; n < values.size(); ++n) values[n] = elementary::log(1.0 + static_cast<double>(n));
            return values;
        }();
        const int ties = effects == Effects::none ? ties_near(world, row) : ties_strong(premises, world, row);
        x -= p.lone_ties * logs[static_cast<std::size_t>(ties)];
    }
    if (effects == Effects::as_assumed) x -= p.lone_contact * contact(premises, citizen);
    if (citizen.level >= 2) x += p.lone_level;
    if (is_bereaved(citizen, world.week)) x += p.lone_bereaved;
    return logistic(x);
}

void set_loneliness(Moment& moment, Citizen& citizen, std::uint32_t row)
{
    PeopleOfCitizen& me = citizen.people;
    const PeopleParameters& p = moment.parameters().people;
    if (!moment.scenario().mechanisms.people.loneliness) return;
    const double settled = lonely_share(moment.premises, moment.world, citizen, row, Effects::as_assumed);
    const double relief = p.lone_relief * years_per_week;
    double hazard = 0;
    if (me.lonely) hazard = relief * (1 + p.lone_dose * (1 - elementary::exp(-contact(moment.premises, citizen) / moment.parameters().x0)));
    else hazard = relief * settled / (1 - settled) * moment.world.people.shock[static_cast<std::size_t>(Shock::loneliness)];
    const auto rate = static_cast<float>(hazard);
    if (rate != me.lonely_rate) {
        me.lonely_left = static_cast<float>(std::max(0.0, me.lonely_left - double{me.lonely_rate} * (moment.week - me.lonely_since)));
        me.lonely_since = moment.week;
        me.lonely_rate = rate;
        const Week weeks = weeks_until_due(me.lonely_left, rate);
        me.lonely_due = weeks == never ? never : moment.week + weeks;
    }
    citizen.agenda.social = std::min({me.lonely_due, me.look, me.club_look});
}

void feel_soon(const Moment& moment, Citizen& citizen)
{
    if (!moment.scenario().mechanisms.people.loneliness) return;
    citizen.people.look = std::min<Week>(citizen.people.look, moment.week + 1);
    citizen.agenda.social = std::min<Week>(citizen.agenda.social, moment.week + 1);
}

void wait_to_live_alone(const Moment& moment, Citizen& citizen)
{
    citizen.people.look = next_look(moment.premises, citizen, moment.week);
    citizen.agenda.social = std::min(citizen.agenda.social, citizen.people.look);
}

void feel(Moment& moment, std::uint32_t row)
{
    Citizen& citizen = moment.world.citizens[row];
    if (citizen.agenda.social > moment.week || citizen.residence != Residence::home) return;
    PeopleOfCitizen& me = citizen.people;
    if (me.club_look <= moment.week) {
        me.club_look = never;
        look_at_help(moment, citizen);
    }
    const bool changes = me.lonely_due <= moment.week;
    if (changes) begin_or_end(moment, citizen);
    if (me.look <= moment.week || changes) {
        if (me.widowed == moment.week) {
            constexpr std::uint32_t widowhood = 1U << 30; // an occasion of its own beside the changes of level
            trigger(moment, citizen, moment.parameters().people.trigger_widow, widowhood);
        }
        if (me.look <= moment.week) me.look = next_look(moment.premises, citizen, moment.week);
        set_loneliness(moment, citizen, row);
    }
    citizen.agenda.social = std::min({me.lonely_due, me.look, me.club_look});
}

Activity activity_of(const Premises& premises, const World& world, const Citizen& citizen, std::uint32_t row)
{
    Activity activity;
    if (citizen.offer == Offer::none) return activity;
    activity.active = true;
    if (citizen.offer == Offer::vedligeholdende_hjem) {
        activity.meaningful = true; // S3-50
        return activity;
    }
    activity.together = true;
    const int centre = premises.units[static_cast<std::size_t>(citizen.unit)].centre;
    activity.meaningful = helps_in_club(world, citizen, row) || ties_at(premises, world, row, centre) > 0;
    return activity;
}

double high_mental_health(const Premises& premises, const World& world, const Citizen& citizen, std::uint32_t row,
                          const Activity& activity, Effects effects)
{
    const Scenario& scenario = *premises.scenario;
    const PeopleParameters& p = scenario.assumptions.people;
    const bool on = scenario.mechanisms.people.mental_health;
    const double phi = on && effects == Effects::as_assumed ? p.phi : 0;
    double x = p.mh_base - p.mh_level * citizen.level;
    if (on) x += (1 - phi) * p.mh_trait * static_cast<double>(citizen.people.trait);
    if (phi != 0) x += phi * elementary::log(p.or_all) / 3 * activity.count();
    if (effects == Effects::as_assumed) return logistic(citizen.people.lonely ? x - p.mh_lonely : x);
    const double lonely = lonely_share(premises, world, citizen, row, effects);
    if (lonely == 0) return logistic(x);
    return (1 - lonely) * logistic(x) + lonely * logistic(x - p.mh_lonely);
}

} // namespace samspil
