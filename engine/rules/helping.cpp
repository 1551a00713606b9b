// SPDX-License-Identifier: MPL-2.0
// Participants who become volunteers at their house (docs/model.md 7.15). Occasions come to every citizen by a clock of
// their own from the day they enter, whatever else happens; only an occasion that meets a participant who can is taken.
#include "engine/rules/network.hpp"

#include "engine/rules/money.hpp"

#include "engine/base/elementary.hpp"
#include "engine/random/clock.hpp"

#include <algorithm>

namespace samspil {
namespace {

constexpr double most_ease = 4;       // occasions come this many times as often as the baseline takes them
constexpr Week settled_weeks = 26;    // a participant first settles in (7.15)
constexpr double baseline_barrier = 0.2;

double occasion_rate(const Premises& premises)
{
    const Scenario& scenario = *premises.scenario;
    if (!scenario.mechanisms.volunteering.participant_recruiting) return 0;
    return scenario.assumptions.volunteering.rec_part * most_ease * years_per_week;
}

void plan_next(Moment& moment, Citizen& citizen, Week from)
{
    const auto event = static_cast<std::uint32_t>(citizen.volunteering.occasions);
    const double threshold = unit_threshold(moment.chance, Purpose::helper_occasion, citizen.id, event);
    const Week wait = weeks_until_due(threshold, occasion_rate(moment.premises));
    citizen.agenda.helper = wait == never ? never : from + wait;
}

bool can_help(const Moment& moment, const Citizen& citizen)
{
    if (citizen.residence != Residence::home || citizen.volunteering.is_volunteer || citizen.level > 1) return false;
    if (citizen.offer == Offer::none || citizen.offer == Offer::vedligeholdende_hjem) return false;
    return moment.week - citizen.since >= settled_weeks;
}

/// The note of what the citizen is now as a volunteer, at the house where.
void note_help(Moment& moment, const Citizen& citizen)
{
    if (!citizen.sampled) return;
    const VolunteeringOfCitizen& help = citizen.volunteering;
    const int key = moment.scenario().centres[static_cast<std::size_t>(help.centre)].key;
    moment.out.events.push_back({citizen.id, moment.week, LifeEventKind::volunteered, 0, key, !help.is_volunteer ? 0 : help.rewarded ? 1 : 2, 0});
}

} // namespace

double recruiting_ease(const Premises&, const World& world)
{
    return (1 - world.volunteering.policy.barrier) / (1 - baseline_barrier);
}

void begin_occasions(Moment& moment, Citizen& citizen) { plan_next(moment, citizen, moment.week); }

void offer_help(Moment& moment, std::uint32_t row)
{
    Citizen& citizen = moment.world.citizens[row];
    if (citizen.agenda.helper > moment.week) return;
    VolunteeringOfCitizen& help = citizen.volunteering;
    const auto event = static_cast<std::uint32_t>(help.occasions++);
    plan_next(moment, citizen, citizen.agenda.helper);
    if (!can_help(moment, citizen)) return;
    const double u = uniform(moment.chance, Purpose::helper_occasion, citizen.id, event, 1);
    const std::int16_t centre = moment.premises.units[static_cast<std::size_t>(citizen.unit)].centre;
    if (moment.world.centres[static_cast<std::size_t>(centre)].wanted_tenths == 0) return; // a house without volunteers' work
    const double form = form_of(moment.premises, moment.world, static_cast<std::size_t>(centre)).recruiting;
    if (u >= recruiting_ease(moment.premises, moment.world) * form / most_ease) return;
    help.centre = centre;
    help.is_volunteer = help.rewarded = true;
    moment.out.volunteering.joins.push_back({row, centre});
    note_help(moment, citizen);
    update_rates(moment, citizen);
}

void set_reward(Moment& moment, std::uint32_t row, bool is_volunteer, bool rewarded)
{
    Citizen& citizen = moment.world.citizens[row];
    VolunteeringOfCitizen& help = citizen.volunteering;
    if (help.is_volunteer == is_volunteer && help.rewarded == rewarded) return;
    help.is_volunteer = is_volunteer;
    help.rewarded = rewarded;
    if (citizen.residence != Residence::home) return;
    note_help(moment, citizen);
    update_rates(moment, citizen);
    moment.world.due[row] = std::min<Week>(moment.world.due[row], next_due(moment.premises, citizen));
}

} // namespace samspil
