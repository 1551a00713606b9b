// SPDX-License-Identifier: MPL-2.0
// Rides (docs/model.md 7.10): the dialogue that grants them, what they cost, and the frame each house steers by.
#include "engine/rules/places.hpp"

#include "engine/random/distributions.hpp"
#include "engine/rules/people.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>
#include <tuple>

namespace samspil {
namespace {

constexpr double rides_per_attendance = 2.0;
constexpr int month_weeks = 4;
constexpr double seats_priced = 0.65 * 8; // riders per tour for which ride_cost is the mean price

bool can_be_ridden_to(Offer offer) { return offer == Offer::forebyggende || offer == Offer::vedligeholdende_center; }

bool has_car(const Moment& moment, const Citizen& citizen)
{
    const Parameters& p = moment.parameters();
    return citizen.car_at < share_by_age(p.car65, p.car85, citizen.sex, std::max(0, moment.week - citizen.week_65));
}

/// What staff and citizen agree: by need, by distance without a car, with error; not beyond the longest ride.
bool agreed_in_dialogue(const Moment& moment, const Citizen& citizen, int centre, bool need)
{
    const PlacesParameters& p = moment.parameters().places;
    bool ride = need;
    const bool flexible = moment.world.places.regime == TransportRegime::flexible;
    if (!ride && flexible && citizen.offer == Offer::forebyggende && !has_car(moment, citizen))
        ride = journey_tenths(moment.premises, citizen, centre, false, moment.week) > p.ride_far * 10;
    const auto index = static_cast<std::uint32_t>(moment.premises.half_year(moment.week));
    if (bernoulli(uniform(moment.chance, Purpose::ride_dialogue, citizen.id, index), p.ride_error)) ride = !ride;
    return ride && journey_tenths(moment.premises, citizen, centre, true, moment.week) <= p.ride_longest * 10;
}

double unit_cost(const Premises& premises, const World& world, std::size_t centre, std::int64_t sessions)
{
    const Parameters& p = premises.scenario->assumptions;
    const TravelTimes::Way& way = premises.travel_times.ride;
    const double minutes = static_cast<double>(world.counts.places.ride_tenths[centre]) / 10 / static_cast<double>(sessions);
    const double km = std::max(0.0, minutes - way.fixed) / way.per_metre / 1000;
    const double by_distance = 1 - p.places.ride_km_share + p.places.ride_km_share * km / p.places.ride_ref_km;
    return p.ride_cost * by_distance * seats_priced / (p.places.ride_fill * p.places.ride_cap);
}

std::int64_t sessions_with_ride(const World& world, std::size_t centre)
{
    std::int64_t sessions = 0;
    for (std::size_t c = 0; c < 3; ++c) sessions += world.counts.places.rides[centre * 3 + c];
    return sessions;
}

/// Places of a house that rides may lead to.
int ridden_places(const World& world, std::size_t centre)
{
    const auto& places = world.centres[centre].places;
    return places[index_of(Offer::forebyggende)] + places[index_of(Offer::vedligeholdende_center)];
}

bool still_waits(const World& world, const WaitingRide& waiting)
{
    const Citizen& citizen = world.citizens[waiting.row];
    return citizen.unit == waiting.unit && citizen.since == waiting.since && !citizen.ride;
}

void give_ride(Moment& moment, Citizen& citizen, std::uint32_t row)
{
    settle_dose(moment.premises, citizen, moment.week);
    count_stay(moment, citizen, -1);
    citizen.ride = true;
    citizen.places.stranded = false;
    set_travel(moment, citizen);
    count_stay(moment, citizen, 1);
    update_dose(moment, citizen);
    feel_soon(moment, citizen);
    moment.world.due[row] = next_due(moment.premises, citizen);
}

/// Those who wait are given rides while the week's plan has room: maintaining first, then by waiting since.
void give_waiting_rides(Moment& moment, std::size_t centre, double room_ore)
{
    World& world = moment.world;
    std::vector<WaitingRide>& all = world.places.waiting_rides;
    std::erase_if(all, [&](const WaitingRide& w) { return !still_waits(world, w); });
    std::stable_sort(all.begin(), all.end(), [&](const WaitingRide& a, const WaitingRide& b) {
        const auto rank = [&](const WaitingRide& w) {
            return std::tuple(moment.premises.units[static_cast<std::size_t>(w.unit)].offer == Offer::vedligeholdende_center ? 0 : 1, w.since, w.person);
        };
        return rank(a) < rank(b);
    });
    const double each = rides_per_attendance * moment.parameters().ride_cost * 100;
    for (WaitingRide& waiting : all) {
        if (static_cast<std::size_t>(moment.premises.units[static_cast<std::size_t>(waiting.unit)].centre) != centre) continue;
        if (room_ore <= 0) return;
        Citizen& citizen = world.citizens[waiting.row];
        give_ride(moment, citizen, waiting.row);
        room_ore -= each * citizen.sessions;
    }
}

/// Riders with two sessions or more come once less a week, those of forebyggende and the newest first.
void cut_sessions(Moment& moment, std::size_t centre, double excess_ore)
{
    World& world = moment.world;
    std::vector<std::uint32_t> riders;
    for (std::uint32_t row = 0; row < world.place.size(); ++row) {
        if (world.place[row] < 0) continue;
        const Citizen& citizen = world.citizens[row];
        if (static_cast<std::size_t>(moment.premises.units[static_cast<std::size_t>(world.place[row])].centre) != centre) continue;
        if (citizen.unit == world.place[row] && citizen.ride && citizen.sessions >= 2) riders.push_back(row);
    }
    const auto rank = [&](std::uint32_t row) {
        const Citizen& citizen = world.citizens[row];
        return std::tuple(citizen.offer == Offer::forebyggende ? 0 : 1, -citizen.since, citizen.id);
    };
    std::sort(riders.begin(), riders.end(), [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    const double each = rides_per_attendance * moment.parameters().ride_cost * 100 * moment.parameters().p_att[2];
    for (const std::uint32_t row : riders) {
        if (excess_ore <= 0) return;
        Citizen& citizen = world.citizens[row];
        settle_dose(moment.premises, citizen, moment.week);
        count_stay(moment, citizen, -1);
        --citizen.sessions;
        count_stay(moment, citizen, 1);
        update_dose(moment, citizen);
        world.due[row] = next_due(moment.premises, citizen);
        ++world.places.sessions_cut;
        excess_ore -= each;
    }
}

} // namespace

bool ride_expected(const World& world, Offer offer)
{
    return offer != Offer::klub && (offer != Offer::forebyggende || world.places.preventive_rides);
}

void settle_ride(Moment& moment, Citizen& citizen, std::uint32_t row, const Scores& seen)
{
    citizen.ride = citizen.places.stranded = false;
    if (!can_be_ridden_to(citizen.offer)) return;
    PlacesState& state = moment.world.places;
    const int centre = moment.premises.units[static_cast<std::size_t>(citizen.unit)].centre;
    const bool need = ride_granted(citizen.offer, seen);
    const bool open = ride_expected(moment.world, citizen.offer);
    const bool wanted = open && (moment.scenario().mechanisms.places.ride_dialogue ? agreed_in_dialogue(moment, citizen, centre, need) : need);
    const bool waits = wanted && state.houses[static_cast<std::size_t>(centre)].grants_wait;
    citizen.ride = wanted && !waits;
    citizen.places.stranded = need && !citizen.ride;
    if (waits) state.waiting_rides.push_back({row, citizen.id, citizen.unit, citizen.since});
    if (citizen.places.stranded || waits) ++state.rides_refused;
}

double ride_season(const Premises& premises, const World& world, Week week)
{
    return world.places.regime == TransportRegime::fixed_visited ? open_share(premises.calendar, week) : season(premises.calendar, week);
}

double year_of_ride_seasons(const Premises& premises, const World& world, Week week)
{
    double sum = 0;
    for (Week w = 0; w < 52; ++w) sum += ride_season(premises, world, week + w);
    return sum;
}

double ridden_sessions(const Premises& premises, const World& world, Week week, std::size_t centre)
{
    const Parameters& p = premises.scenario->assumptions;
    // Fixed: the vehicle comes for every agreed session. By need: for those that are attended, where it is needed.
    const double driven = ride_season(premises, world, week);
    if (world.places.regime == TransportRegime::fixed_visited) return static_cast<double>(sessions_with_ride(world, centre)) * driven;
    double sum = 0;
    for (std::size_t c = 0; c < 3; ++c) sum += static_cast<double>(world.counts.places.rides[centre * 3 + c]) * p.p_att[c];
    return sum * driven * p.places.flex_share;
}

Ore ride_spending(const Premises& premises, const World& world, Week week, std::size_t centre)
{
    const std::int64_t sessions = sessions_with_ride(world, centre);
    if (sessions <= 0) return 0;
    const double kr = rides_per_attendance * ridden_sessions(premises, world, week, centre) * unit_cost(premises, world, centre, sessions);
    return static_cast<Ore>(kr * 100 + 0.5);
}

void set_frame(HouseState& house, double kr_a_year)
{
    house.frame_ore = kr_a_year * 100;
    house.month_plan = house.month_spent = 0;
    house.grants_wait = false;
}

void pass_on_frame(World& world, std::size_t from, int to)
{
    std::vector<HouseState>& houses = world.places.houses;
    const double frame = houses[from].frame_ore;
    if (!(frame > 0)) return;
    set_frame(houses[from], 0);
    const auto takes = [&](std::size_t j) { return to < 0 ? world.centres[j].open && houses[j].frame_ore > 0 : j == static_cast<std::size_t>(to); };
    int all = 0;
    for (std::size_t j = 0; j < houses.size(); ++j) all += takes(j) ? ridden_places(world, j) : 0;
    for (std::size_t j = 0; j < houses.size() && all > 0; ++j) {
        if (takes(j)) houses[j].frame_ore += frame * ridden_places(world, j) / all;
    }
}

void take_share_of_frames(World& world, std::size_t centre)
{
    std::vector<HouseState>& houses = world.places.houses;
    double frames = 0;
    int all = ridden_places(world, centre);
    for (std::size_t j = 0; j < houses.size(); ++j) {
        if (j == centre || !(houses[j].frame_ore > 0)) continue;
        frames += houses[j].frame_ore;
        all += ridden_places(world, j);
    }
    if (!(frames > 0) || ridden_places(world, centre) == 0) return;
    const double share = static_cast<double>(ridden_places(world, centre)) / all;
    for (HouseState& house : houses) house.frame_ore *= 1 - share;
    set_frame(houses[centre], frames * share / 100);
}

void run_frames(Moment& moment)
{
    if (!moment.scenario().mechanisms.places.transport_frame) return;
    std::vector<HouseState>& houses = moment.world.places.houses;
    if (std::none_of(houses.begin(), houses.end(), [](const HouseState& h) { return h.frame_ore > 0; })) return;
    const double slack = moment.parameters().places.frame_slack;
    const double season_share = ride_season(moment.premises, moment.world, moment.week) / year_of_ride_seasons(moment.premises, moment.world, moment.week);
    const std::int32_t into = moment.premises.calendar.absolute_week(moment.week) % month_weeks;
    for (std::size_t j = 0; j < houses.size(); ++j) {
        HouseState& house = houses[j];
        if (!(house.frame_ore > 0)) continue;
        if (into == 0) house.month_plan = house.month_spent = 0;
        const double plan = house.frame_ore * season_share;
        const auto spent = static_cast<double>(ride_spending(moment.premises, moment.world, moment.week, j));
        house.month_plan += plan;
        house.month_spent += spent;
        house.grants_wait = house.month_spent > slack * house.month_plan;
        if (!house.grants_wait) give_waiting_rides(moment, j, slack * plan - spent);
        else if (into == month_weeks - 1) cut_sessions(moment, j, spent - plan);
    }
}

} // namespace samspil
