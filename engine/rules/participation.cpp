// SPDX-License-Identifier: MPL-2.0
// Stays and what ends them: drop-out, the club left for lack of help, the 13-week home offer, forced moves (docs/model.md 7.9,
// 7.12, 7.13). A new place is asked for here and given in allocation.cpp; the clocks of the ways out are in exits.cpp, reviews
// in reviewing.cpp.
#include "engine/rules/rules.hpp"

#include "engine/base/elementary.hpp"
#include "engine/base/errors.hpp"
#include "engine/random/clock.hpp"
#include "engine/random/distributions.hpp"
#include "engine/rules/access.hpp"
#include "engine/rules/exits.hpp"
#include "engine/rules/information.hpp"
#include "engine/rules/network.hpp"
#include "engine/rules/people.hpp"
#include "engine/rules/places.hpp"
#include "engine/rules/room.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>
#include <cmath>

namespace samspil {
namespace {

constexpr double tenths_over_30 = 300;

/// Members whom the club cannot carry move on: to what they may have, or to nothing. As after a home course, only who
/// asks for another offer is in transition; who does not is counted among the moves from klub to none.
void leave_for_lack_of_help(Moment& moment, std::uint32_t row)
{
    Citizen& citizen = moment.world.citizens[row];
    end_stay(moment, citizen, EndReason::transition);
    wind_exit(moment, citizen, citizen.leave_club, Purpose::club_exit);
    ++moment.out.change.people.help_moves;
    ++moment.out.change.moves[static_cast<std::size_t>(Offer::klub) * 5]; // a new place, if any, is a move from none
    Entitlement access = open_offers(moment, citizen);
    access.offers[index_of(Offer::klub)] = false;
    access.ask_as = CaseKind::after_club;
    if (choose(moment, citizen, row, access, Outside::allowed) != no_unit) begin_transition(moment, citizen);
}

void end_home_course(Moment& moment, std::uint32_t row)
{
    Citizen& citizen = moment.world.citizens[row];
    end_stay(moment, citizen, EndReason::home_weeks_over);
    citizen.home_again = moment.week + static_cast<Week>(moment.parameters().home_again_weeks);
    if (is_waiting(citizen)) return;
    Entitlement access = open_offers(moment, citizen);
    access.ask_as = CaseKind::after_home;
    if (choose(moment, citizen, row, access, Outside::allowed) != no_unit) begin_transition(moment, citizen);
}

/// Weeks of the course at home that begins. Before another may begin it is what was left of one whose house closed.
Week weeks_of_course(const Moment& moment, const Citizen& citizen)
{
    const Parameters& p = moment.parameters();
    const Week full = static_cast<Week>(p.home_weeks);
    if (moment.week >= citizen.home_again) return full;
    const Week would_have_ended = citizen.home_again - static_cast<Week>(p.home_again_weeks);
    const Week left = would_have_ended - citizen.last_end;
    return left > 0 ? std::min(left, full) : full;
}

/// Patience in queues; who waits between two offers may drop out of both.
void lose_patience(Moment& moment, std::uint32_t row)
{
    Citizen& citizen = moment.world.citizens[row];
    for (std::size_t i = 0; i < citizen.waiting.size(); ++i) {
        if (citizen.agenda.patience[i] > moment.week) continue;
        Waiting& waiting = citizen.waiting[i];
        moment.out.leaves.push_back({row, waiting.unit, waiting.since});
        stop_waiting(citizen, i);
        lose_if_nowhere(moment, citizen);
    }
}

void go_where_forced(Moment& moment, std::uint32_t row)
{
    Citizen& citizen = moment.world.citizens[row];
    std::int16_t unit = citizen.forced_unit;
    citizen.forced_unit = no_unit;
    citizen.agenda.forced = never;
    if (citizen.offer != Offer::none || unit == no_unit) return;
    if (!is_open(moment, static_cast<std::size_t>(unit))) unit = unit_instead(moment, citizen, unit); // its places were taken away since
    if (unit == no_unit) return lose_if_nowhere(moment, citizen);
    moment.out.applications.push_back({row, unit, 0});
    citizen.applied = moment.week;
}

struct Arrival {
    Offer from = Offer::none;
    std::int16_t from_centre = -1; ///< of the stay before the last
    Week taking_part = 0;          ///< weeks of the last stay
    bool in_transition = false;
};

/// The first week in an offer: assessment, club, ride, and what the citizen knows of the house.
void settle_in(Moment& moment, Citizen& citizen, std::uint32_t row, const Arrival& arrival)
{
    const auto& [from, from_centre, taking_part, in_transition] = arrival;
    const OfferUnit& at = moment.premises.units[static_cast<std::size_t>(citizen.unit)];
    const Scores seen = assess(moment.premises, moment.chance, citizen, moment.week, Assessor::staff); // nothing is documented yet
    citizen.need = static_cast<std::uint8_t>(seen.need());
    join_club(moment, citizen, row);
    moment.world.place[row] = citizen.unit;
    settle_ride(moment, citizen, row, seen);
    citizen.social_need = seen.s >= 3;
    citizen.prior = from_centre == at.centre || citizen.last_centre == at.centre || helped_at(citizen, at.centre) ||
                    (in_transition && knows_by_forum(moment, citizen, at.centre, taking_part));
    if (in_transition) count_friends(moment, row, at.centre);
    const int last = citizen.last_centre;
    citizen.prior = citizen.prior || satellite_of_each_other(moment.world, last, at.centre);
    citizen.same_roof = in_transition && (last == at.centre || from_centre == at.centre || same_roof(moment.world, last, at.centre));
    citizen.gap_weeks = in_transition && from == Offer::none ? moment.week - citizen.last_end : 0;
    if (from == Offer::none || !is_municipal(from) || citizen.last_centre != at.centre) hold_interview(moment, citizen);
    if (citizen.access.single != no_unit) {
        if (at.offer == Offer::vedligeholdende_center) ++moment.out.change.access.singles_grown;
        end_single(moment, citizen);
    }
}

} // namespace

void count_stay(Moment& moment, const Citizen& citizen, int sign)
{
    if (citizen.unit == no_unit) return;
    Counts& change = moment.out.change;
    const auto unit = static_cast<std::size_t>(citizen.unit);
    const int sessions = sign * citizen.sessions;
    const std::size_t level = level_class(citizen.level);
    change.users[unit] += sign;
    change.taken[unit] += sessions;
    change.users_by_place[citizen.neighbourhood * offer_count + index_of(citizen.offer)] += sign;
    change.sessions_by_class[unit * 3 + level] += sessions;
    if (citizen.ride) {
        const auto centre = static_cast<std::size_t>(moment.premises.units[unit].centre);
        change.ride_sessions[level] += sessions;
        change.places.rides[centre * 3 + level] += sessions;
        change.places.ride_tenths[centre] += static_cast<std::int64_t>(sessions) * citizen.minutes;
    }
    if (citizen.places.stranded) change.places.stranded[unit * 3 + level] += sessions;
    if (citizen.offer == Offer::vedligeholdende_hjem) return;
    change.travellers += sign;
    change.travel_tenths += sign * citizen.minutes;
    if (citizen.minutes > tenths_over_30) change.over_30 += sign;
}

int journey_tenths(const Premises& premises, const Citizen& citizen, int centre, bool ride, Week week)
{
    const Parameters& p = premises.scenario->assumptions;
    const bool car = citizen.car_at < share_by_age(p.car65, p.car85, citizen.sex, std::max(0, week - citizen.week_65));
    return travel_tenths(premises.travel_times, citizen.level, car, ride ? Ride::granted : Ride::none, distance_m(premises, citizen, centre));
}

void set_travel(Moment& moment, Citizen& citizen)
{
    if (citizen.unit == no_unit || citizen.offer == Offer::vedligeholdende_hjem) return;
    const int centre = moment.premises.units[static_cast<std::size_t>(citizen.unit)].centre;
    citizen.minutes = static_cast<std::int16_t>(journey_tenths(moment.premises, citizen, centre, citizen.ride, moment.week));
}

void note(Moment& moment, const Citizen& citizen, LifeEventKind kind, std::int32_t a, std::int32_t b, std::int16_t unit)
{
    if (!citizen.sampled) return;
    LifeEvent event{citizen.id, moment.week, kind, 0, 0, a, b};
    const std::int16_t at = unit != no_unit ? unit : kind == LifeEventKind::considered ? no_unit : citizen.unit;
    if (at != no_unit) {
        const OfferUnit& place = moment.premises.units[static_cast<std::size_t>(at)];
        event.offer = static_cast<std::uint8_t>(place.offer);
        event.centre = moment.scenario().centres[static_cast<std::size_t>(place.centre)].key;
    }
    moment.out.events.push_back(event);
}

void end_stay(Moment& moment, Citizen& citizen, EndReason reason)
{
    if (citizen.offer == Offer::none) return;
    settle_dose(moment.premises, citizen, moment.week);
    settle_exits(moment, citizen);
    count_stay(moment, citizen, -1);
    note(moment, citizen, LifeEventKind::ended, static_cast<std::int32_t>(reason));
    if (reason != EndReason::transition) ++moment.out.change.moves[static_cast<std::size_t>(citizen.offer) * 5];
    // A transition whose window the stay has outlived is over; a later start has nothing to do with it.
    if (citizen.vulnerable_from != never && moment.week > citizen.vulnerable_from + vulnerable_weeks) citizen.vulnerable_from = never;
    citizen.last_centre = moment.premises.units[static_cast<std::size_t>(citizen.unit)].centre;
    citizen.last_end = moment.week;
    citizen.offer = Offer::none;
    citizen.unit = no_unit;
    citizen.sessions = 0;
    citizen.ride = citizen.places.stranded = false;
    citizen.agenda.drop_out = citizen.agenda.leave_club = citizen.agenda.review = never;
    citizen.people.club_look = never;
    feel_soon(moment, citizen);
    if (reason != EndReason::died) update_dose(moment, citizen);
}

void leave_queues(Moment& moment, Citizen& citizen, std::uint32_t row)
{
    for (std::size_t i = 0; i < citizen.waiting.size(); ++i) {
        const Waiting& waiting = citizen.waiting[i];
        if (waiting.unit != no_unit) moment.out.leaves.push_back({row, waiting.unit, waiting.since});
        stop_waiting(citizen, i);
    }
}

void start_stay(Moment& moment, std::uint32_t row, std::int16_t unit, int sessions, Week since)
{
    Citizen& citizen = moment.world.citizens[row];
    const OfferUnit& at = moment.premises.units[static_cast<std::size_t>(unit)];
    const Offer from = citizen.offer;
    const std::int16_t from_centre = citizen.last_centre;
    const Week taking_part = (from != Offer::none ? moment.week : Week{citizen.last_end}) - citizen.since;
    if (from != Offer::none) {
        end_stay(moment, citizen, EndReason::transition);
        begin_transition(moment, citizen);
    }
    const bool in_transition = citizen.vulnerable_from != never && moment.week <= citizen.vulnerable_from + 2 * vulnerable_weeks;
    ++moment.out.change.moves[static_cast<std::size_t>(from) * 5 + static_cast<std::size_t>(at.offer)];
    settle_dose(moment.premises, citizen, moment.week);
    citizen.offer = at.offer;
    citizen.unit = unit;
    citizen.sessions = static_cast<std::uint8_t>(sessions);
    citizen.since = moment.week;
    citizen.dose_offer = at.offer;

    // Where offers follow the level nobody is assessed, no ride is asked for and the clubs of a house are not followed.
    if (!is_matched(moment.scenario())) settle_in(moment, citizen, row, {from, from_centre, taking_part, in_transition});
    else moment.world.place[row] = unit;
    if (in_transition) start_in_transition(moment, citizen);
    set_travel(moment, citizen);
    count_stay(moment, citizen, 1);

    const DropOut hazard = drop_out_hazard(moment, citizen, in_transition);
    const bool may_drop_out = hazard.ordinary > 0 || hazard.vulnerable > 0;
    if (may_drop_out && citizen.drop_out.event == 0) wind_exit(moment, citizen, citizen.drop_out, Purpose::drop_out);
    citizen.drop_out.rate = static_cast<float>(hazard.ordinary);
    citizen.drop_out_extra = static_cast<float>(hazard.vulnerable);
    citizen.agenda.drop_out = drop_out_due(citizen);
    citizen.leave_club.rate = 0;
    citizen.leave_club.since = moment.week;
    citizen.agenda.leave_club = never;
    if (at.offer == Offer::vedligeholdende_hjem) citizen.agenda.drop_out = moment.week + weeks_of_course(moment, citizen);
    if (at.offer == Offer::vedligeholdende_hjem) citizen.agenda.review = next_home_review(moment.parameters(), citizen, moment.week);
    else citizen.agenda.review = is_matched(moment.scenario()) ? never : next_review(moment.premises, moment.chance, citizen.id, moment.week);
    look_at_help(moment, citizen);
    citizen.people.bridged = false;
    feel_soon(moment, citizen);
    note(moment, citizen, LifeEventKind::started, sessions, moment.week - since);
    count_uptake(moment, citizen);
    update_dose(moment, citizen);
}

void take_part(Moment& moment, std::uint32_t row)
{
    Citizen& citizen = moment.world.citizens[row];
    if (citizen.residence != Residence::home) return;
    if (citizen.agenda.drop_out <= moment.week) {
        if (citizen.offer == Offer::vedligeholdende_hjem) {
            end_home_course(moment, row);
        } else {
            const bool lost = citizen.vulnerable_from != never && moment.week <= citizen.vulnerable_from + vulnerable_weeks;
            leave_queues(moment, citizen, row);
            end_stay(moment, citizen, lost ? EndReason::dropped_in_transition : EndReason::dropped_out);
            wind_exit(moment, citizen, citizen.drop_out, Purpose::drop_out);
            lose_in_transition(moment, citizen);
        }
    }
    if (citizen.agenda.leave_club <= moment.week) leave_for_lack_of_help(moment, row);
    if (citizen.agenda.review <= moment.week) review(moment, row);
    if (citizen.agenda.dose <= moment.week) update_dose(moment, citizen);
    lose_patience(moment, row);
    if (citizen.agenda.forced <= moment.week) go_where_forced(moment, row);
    if (citizen.applied != moment.week) match_again(moment, citizen); // else an answer is on its way
}

} // namespace samspil
