// SPDX-License-Identifier: MPL-2.0
// Functional level and what participation does to it (docs/model.md 7.2, 7.11). The dose acts in steps, looked at in
// weeks keyed by the person; between changes it is a closed form, so a settled participant costs nothing.
#include "engine/rules/rules.hpp"

#include "engine/base/elementary.hpp"
#include "engine/random/distributions.hpp"
#include "engine/rules/access.hpp"
#include "engine/rules/information.hpp"
#include "engine/rules/people.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>

namespace samspil {
namespace {

constexpr double dose_steps = 8.0;
constexpr double effect_floor = 0.60;   // least product of effects on decline (7.2)

double half_life(const Parameters& p, const Citizen& citizen)
{
    const bool fading_home = citizen.offer == Offer::none && citizen.dose_offer == Offer::vedligeholdende_hjem;
    return fading_home ? p.home_half : p.half_d;
}

double dose_of(const Parameters& p, double sessions) { return 1.0 - elementary::exp(-sessions / p.x0); }

/// The next look, in this person's weeks, at which the dose will stand on another step.
Week next_look(const Parameters& p, const Premises& premises, const Citizen& citizen, Week week)
{
    const double goal = expected_sessions(p, citizen);
    const bool rising = goal > citizen.dose;
    if (!rising && citizen.dose_step == 0) return never;
    const double dose = (citizen.dose_step + (rising ? 0.5 : -0.5)) / dose_steps;
    if (dose >= 1.0) return never;
    const double crossing = -p.x0 * elementary::log(1.0 - dose);
    if (rising ? crossing >= goal : crossing <= goal) return never;
    const double ratio = (citizen.dose - goal) / (crossing - goal);
    const double weeks = half_life(p, citizen) * elementary::log(ratio) / elementary::log(2.0);
    if (!(weeks < 100000)) return never;
    return dose_look(premises, citizen, week + std::max(1, static_cast<Week>(std::ceil(weeks))));
}

} // namespace

double expected_sessions(const Parameters& p, const Citizen& citizen)
{
    if (citizen.offer == Offer::none) return 0;
    const double sessions = citizen.sessions * p.p_att[level_class(citizen.level)];
    return citizen.places.stranded ? sessions * p.places.no_ride_att : sessions;
}

double average_sessions(const Premises& premises, const Citizen& citizen, Week week)
{
    const Parameters& p = premises.scenario->assumptions;
    const double goal = expected_sessions(p, citizen);
    const double kept = elementary::pow(2.0, -(week - citizen.dose_week) / half_life(p, citizen));
    return goal + (citizen.dose - goal) * kept;
}

Effect participation_effect(const Premises& premises, const Citizen& citizen)
{
    if (!premises.scenario->mechanisms.participation_effect) return {};
    const double helping = citizen.volunteering.rewarded ? premises.scenario->assumptions.volunteering.hrd_vol : 1.0;
    if (citizen.dose_step == 0) return {std::max(effect_floor, helping), 1};
    const double dose = citizen.dose_step / dose_steps;
    const double strength = dose * citizen.dose_quality / premises.scenario->assumptions.q_ref;
    const double decline = elementary::exp(premises.log_hrd[index_of(citizen.dose_offer)] * strength);
    return {std::max(effect_floor, decline * helping), elementary::exp(premises.log_rr_rec * dose)};
}

void settle_dose(const Premises& premises, Citizen& citizen, Week week)
{
    if (!premises.scenario->mechanisms.participation_effect || citizen.dose_week == week) return;
    if (citizen.dose_offer != Offer::none) citizen.dose = static_cast<float>(average_sessions(premises, citizen, week));
    citizen.dose_week = week;
}

void update_dose(Moment& moment, Citizen& citizen)
{
    if (!moment.scenario().mechanisms.participation_effect) {
        if (moment.premises.hazards.by_enrolment) update_rates(moment, citizen); // a table tells who takes part
        return;
    }
    const Parameters& p = moment.parameters();
    settle_dose(moment.premises, citizen, moment.week);
    const auto step = static_cast<std::uint8_t>(dose_of(p, citizen.dose) * dose_steps + 0.5);
    if (citizen.unit != no_unit) {
        const auto centre = static_cast<std::size_t>(moment.premises.units[static_cast<std::size_t>(citizen.unit)].centre);
        const auto quality = static_cast<float>(moment.world.centres[centre].quality);
        if (quality != citizen.dose_quality || step != citizen.dose_step) {
            citizen.dose_quality = quality;
            note(moment, citizen, LifeEventKind::effect, step, static_cast<std::int32_t>(quality * 1000 + 0.5));
        }
    }
    citizen.dose_step = step;
    update_rates(moment, citizen);
    citizen.agenda.dose = next_look(p, moment.premises, citizen, moment.week);
}

void change_level(Moment& moment, std::uint32_t row)
{
    Citizen& citizen = moment.world.citizens[row];
    if (citizen.residence != Residence::home) return;
    for (const Process process : {Process::decline, Process::recovery}) {
        Clock& clock = citizen.clocks[static_cast<std::size_t>(process)];
        if (citizen.agenda.clock[static_cast<std::size_t>(process)] > moment.week) continue;
        settle_dose(moment.premises, citizen, moment.week);
        count_stay(moment, citizen, -1);
        --moment.out.change.home_by_level[citizen.level];
        citizen.level = static_cast<std::uint8_t>(citizen.level + (process == Process::decline ? 1 : -1));
        ++moment.out.change.home_by_level[citizen.level];
        look_at_household(moment, citizen);
        const bool ends = ends_with_level(moment, citizen); // then nobody asks for the journey, a review or rates in between
        if (!ends) set_travel(moment, citizen);
        count_stay(moment, citizen, 1);
        note(moment, citizen, LifeEventKind::level_change, citizen.level + 1);
        wind(moment, citizen, process);
        feel_soon(moment, citizen);
        const auto occasion = static_cast<std::uint32_t>(2 * clock.event + (process == Process::decline ? 0 : 1));
        trigger(moment, citizen, moment.parameters().trigger_f, occasion);
        plan_contacts(moment, citizen, moment.week - 1); // those of this week are still to come
        if (citizen.offer != Offer::none && !ends) {
            // Staff notice after a while, and look again at what fits.
            const double u = uniform(moment.chance, Purpose::review_week, citizen.id, occasion, 1);
            const double known = documented(moment.premises, moment.world, citizen.offer);
            const double hazard = moment.parameters().see_change * (1 + moment.parameters().access.doc_review * known);
            const double weeks = exponential(u) / std::max(1e-9, hazard);
            if (weeks < 100000) citizen.agenda.review = std::min<Week>(citizen.agenda.review, moment.week + 1 + static_cast<Week>(weeks));
        }
        const bool has_dose = citizen.dose_offer != Offer::none && moment.scenario().mechanisms.participation_effect;
        if (has_dose) update_dose(moment, citizen); // and the rates
        else if (!ends || !moment.premises.hazards.by_enrolment) update_rates(moment, citizen);
        if (is_matched(moment.scenario())) match(moment, citizen, row);
    }
}

} // namespace samspil
