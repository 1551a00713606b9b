// SPDX-License-Identifier: MPL-2.0
// Entering, dying, moving (docs/model.md 5, 7.1).
#include "engine/model/groups.hpp"
#include "engine/random/clock.hpp"
#include "engine/rules/access.hpp"
#include "engine/rules/information.hpp"
#include "engine/rules/network.hpp"
#include "engine/rules/people.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>

#include "engine/base/elementary.hpp"
#include "engine/random/distributions.hpp"

namespace samspil {
namespace {

constexpr double two_pi = 6.283185307179586;

void settle_home(Moment& moment, Citizen& citizen)
{
    const Neighbourhood& place = moment.scenario().neighbourhoods[citizen.neighbourhood];
    const auto u = draw4(moment.chance, Purpose::home_place, citizen.id, 0);
    const double radius = place.radius_m * std::sqrt(unit(u[0]));
    const double angle = two_pi * unit(u[1]);
    citizen.x_m = place.x_m + static_cast<std::int32_t>(radius * elementary::cos(angle));
    citizen.y_m = place.y_m + static_cast<std::int32_t>(radius * elementary::sin(angle));
    citizen.home_area = static_cast<std::int16_t>(moment.premises.grouping->area_of_home(citizen.neighbourhood, citizen.x_m, citizen.y_m));
    citizen.alone_at = static_cast<float>(uniform(moment.chance, Purpose::living_alone, citizen.id, 0));
    citizen.car_at = static_cast<float>(uniform(moment.chance, Purpose::car, citizen.id, 0));
}

void give_traits(Moment& moment, Citizen& citizen)
{
    const Parameters& p = moment.parameters();
    const double common = normal(unit(draw4(moment.chance, Purpose::score_level, citizen.id, 0)[0]));
    const auto own = draw4(moment.chance, Purpose::score_dimension, citizen.id, 0);
    for (std::size_t d = 0; d < 4; ++d) {
        const double mixed = std::sqrt(p.rho_z) * common + std::sqrt(1 - p.rho_z) * normal(unit(own[d]));
        citizen.trait[d] = static_cast<float>(p.omega * mixed);
    }
}

/// Level (and for those older than 65 perhaps the nursing home) from the shares of the reference cohort.
void give_level(Moment& moment, Citizen& citizen)
{
    const bool as_at_65 = moment.parameters().level_at_start == LevelAtStart::as_at_65;
    const int age = as_at_65 ? 0 : std::clamp(moment.week - citizen.week_65, 0, last_age_week);
    const CohortShares& shares = moment.premises.hazards.shares[static_cast<std::size_t>(citizen.sex)][static_cast<std::size_t>(age)];
    double u = uniform(moment.chance, Purpose::initial_level, citizen.id, 0);
    citizen.residence = Residence::home;
    for (std::size_t level = 0; level < 4; ++level) {
        citizen.level = static_cast<std::uint8_t>(level);
        if (u < shares.home[level]) return;
        u -= shares.home[level];
    }
    if (shares.nursing_home > 0) citizen.residence = Residence::nursing_home;
}

void count_home(Moment& moment, const Citizen& citizen, int sign)
{
    moment.out.change.home_by_level[citizen.level] += sign;
    moment.out.change.home_by_place[citizen.neighbourhood] += sign;
}

void leave_home(Moment& moment, std::uint32_t row, Residence to, EndReason reason)
{
    Citizen& citizen = moment.world.citizens[row];
    if (citizen.residence == Residence::home) {
        leave_queues(moment, citizen, row);
        end_stay(moment, citizen, reason);
        end_single(moment, citizen);
        citizen.access.asked = CaseKind::none;
        count_home(moment, citizen, -1);
    } else {
        --moment.out.change.nursing_home;
    }
    if (to == Residence::nursing_home) {
        // The life-table hazard so far is settled before the basis changes to that of nursing homes.
        spend(moment.premises, citizen, Process::death, moment.week);
        stop(citizen, Process::death);
        ++moment.out.change.nursing_home;
    }
    citizen.residence = to;
}

} // namespace

void enter(Moment& moment, std::uint32_t row)
{
    Citizen& citizen = moment.world.citizens[row];
    settle_home(moment, citizen);
    give_traits(moment, citizen);
    give_information_traits(moment, citizen);
    give_level(moment, citizen);
    look_at_household(moment, citizen);
    for (std::size_t i = 0; i < process_count; ++i) {
        citizen.clocks[i].event = -1;
        wind(moment, citizen, static_cast<Process>(i));
    }
    on_entering(moment, citizen, row);
    update_rates(moment, citizen);
    note(moment, citizen, LifeEventKind::entered, citizen.level + 1);
    if (citizen.residence == Residence::nursing_home) {
        ++moment.out.change.nursing_home;
        return;
    }
    count_home(moment, citizen, 1);
    plan_contacts(moment, citizen, moment.week);
    if (is_matched(moment.scenario())) {
        // Who turns 65 applies at once; those who stand in the table at week 0 are looked at the week after.
        if (moment.week > 0) match(moment, citizen, row);
        else citizen.agenda.trigger = moment.week + 1;
        return;
    }
    citizen.agenda.consider = next_consideration(moment.premises, moment.chance, citizen.id, moment.week);
    if (citizen.week_65 == moment.week) trigger(moment, citizen, moment.parameters().trigger_65, 0);
    begin_occasions(moment, citizen);
}

void live_and_die(Moment& moment, std::uint32_t row)
{
    Citizen& citizen = moment.world.citizens[row];
    const auto is_due = [&](Process process) { return citizen.agenda.clock[static_cast<std::size_t>(process)] <= moment.week; };
    if (is_due(Process::death)) {
        leave_home(moment, row, Residence::dead, EndReason::died);
        note(moment, citizen, LifeEventKind::died);
        return;
    }
    if (citizen.residence == Residence::nursing_home) return;
    if (is_due(Process::move)) {
        leave_home(moment, row, Residence::moved_out, EndReason::left_home);
        note(moment, citizen, LifeEventKind::moved_out);
        return;
    }
    if (is_due(Process::nursing_home)) {
        leave_home(moment, row, Residence::nursing_home, EndReason::left_home);
        note(moment, citizen, LifeEventKind::nursing_home);
        update_rates(moment, citizen);
    }
}

} // namespace samspil
