// SPDX-License-Identifier: MPL-2.0
// The bottom-up budget of the houses (docs/model.md 7.18): frames, what is used of them, forecast at month end, steering.
// A frame starts as the house's own use in the 52 weeks before the period, so that the baseline is in balance.
#include "engine/rules/money.hpp"

#include "engine/random/distributions.hpp"
#include "engine/rules/access.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>

namespace samspil {
namespace {

constexpr Week weeks_of_year = 52;
constexpr int first_steering_month = 4; // after the first quarter's accounts
constexpr double most_extra = 0.10;     // places opened because a frame is not used, at most, of the house's own

Ore to_ore(double kr) { return static_cast<Ore>(kr * 100 + (kr < 0 ? -0.5 : 0.5)); }

std::size_t index(Frame frame) { return static_cast<std::size_t>(frame); }

Frame frame_of(Offer offer) { return offer == Offer::forebyggende ? Frame::forebyggende : Frame::vedligeholdende; }

/// What each house uses of its frames this week: sessions at the unit cost of their services, and the house itself.
std::vector<std::array<Ore, frame_count>> used(const Premises& premises, const World& world)
{
    std::vector<std::array<Ore, frame_count>> spent(world.centres.size());
    for (std::size_t u = 0; u < premises.units.size(); ++u) {
        const OfferUnit& at = premises.units[u];
        if (at.offer == Offer::klub) continue;
        const double kr = static_cast<double>(world.counts.taken[u]) * premises.session_costs[index_of(at.offer)].kr;
        spent[static_cast<std::size_t>(at.centre)][index(frame_of(at.offer))] += to_ore(kr);
    }
    for (std::size_t j = 0; j < spent.size(); ++j) spent[j][index(Frame::capacity)] = world.centres[j].open ? to_ore(house_kr(premises, world, j) * years_per_week) : 0;
    return spent;
}

/// What the activity budget pays for the maintaining sessions of a house at price 1, delivered or granted.
double activity_income(const Premises& premises, const World& world, std::size_t centre)
{
    double kr = 0;
    for (const std::int16_t unit : premises.unit_of[centre]) {
        if (unit == no_unit || !is_maintaining(premises.units[static_cast<std::size_t>(unit)].offer)) continue;
        const auto u = static_cast<std::size_t>(unit);
        double sessions = static_cast<double>(world.counts.taken[u]);
        if (premises.scenario->policy.money.pay_on == 0) {
            sessions = from_fixed(expected_attendance(premises, world.counts, u, world.week));
        }
        kr += sessions * premises.session_costs[index_of(premises.units[u].offer)].kr;
    }
    return kr;
}

/// Places decided that a frame pays for, those opened for an unused frame left out. The house itself has none.
int places_paid(const CentreState& centre, std::size_t f)
{
    if (f == index(Frame::forebyggende)) return centre.places[index_of(Offer::forebyggende)];
    if (f == index(Frame::vedligeholdende)) return centre.places[index_of(Offer::vedligeholdende_center)] + centre.places[index_of(Offer::vedligeholdende_hjem)];
    return 0;
}

/// What the frame gives a week, as it stands. It follows the places: who decides on more of them pays for them, and a
/// house that is closed has none.
double weekly_frame(const World& world, std::size_t centre, std::size_t f, Week week)
{
    if (!world.centres[centre].open) return 0;
    const HouseMoney& house = world.money.houses[centre];
    const double places = house.places_before[f] > 0 ? static_cast<double>(places_paid(world.centres[centre], f)) / house.places_before[f] : 1;
    return static_cast<double>(house.spent_before[f]) * places * frame_factor(house, static_cast<Frame>(f), week) / weeks_of_year;
}

/// The use of a burn-in shorter than a year, as of a whole one.
void count_as_year(HouseMoney& house, Week burn_in_weeks)
{
    if (burn_in_weeks <= 0 || burn_in_weeks >= weeks_of_year) return;
    for (Ore& spent : house.spent_before) spent = spent * weeks_of_year / burn_in_weeks;
}

void begin_year(Moment& moment, std::size_t centre)
{
    HouseMoney& house = moment.world.money.houses[centre];
    for (std::size_t f = 0; f < frame_count; ++f) {
        const double full = weekly_frame(moment.world, centre, f, moment.week) * weeks_of_year;
        const double left = static_cast<double>(house.carried[f] + house.year_granted[f] - house.year_spent[f]);
        house.carried[f] = static_cast<Ore>(std::clamp(left, 0.0, moment.parameters().money.carry * full));
        house.year_granted[f] = house.year_spent[f] = 0;
    }
}

/// Use of the year over its frame, by what was used so far and the trend of the last quarter; with the forecast's error.
double forecast(const Moment& moment, std::size_t centre, std::size_t f)
{
    const HouseMoney& house = moment.world.money.houses[centre];
    const CivilDate today = civil_date(moment.premises.calendar.day(moment.week));
    const Day new_year = day_of({today.year + 1, 1, 1});
    const double rest = static_cast<double>(new_year - moment.premises.calendar.day(moment.week + 1)) / 7.0;
    double quarter = 0;
    for (const Ore week : house.recent[f]) quarter += static_cast<double>(week);
    const double trend = quarter / static_cast<double>(house.recent[f].size());
    const double use = static_cast<double>(house.year_spent[f]) + std::max(0.0, rest) * trend;
    // A frame that changes during the year counts from then on.
    const double frame = static_cast<double>(house.carried[f] + house.year_granted[f]) + std::max(0.0, rest) * weekly_frame(moment.world, centre, f, moment.week);
    if (frame <= 0) return 1;
    const auto month = static_cast<std::uint32_t>(today.year * 12 + today.month);
    const double z = normal(uniform(moment.chance, Purpose::forecast_error, static_cast<std::uint64_t>(moment.scenario().centres[centre].key), month,
                                    static_cast<std::uint16_t>(f)));
    return use / frame * (1 + forecast_error(moment.premises, moment.world) * z * rest / weeks_of_year);
}

/// One session less for the newest participant who has more than one.
void cut_newest(Moment& moment, std::int16_t unit)
{
    World& world = moment.world;
    std::uint32_t newest = 0;
    Week since = -1;
    std::uint64_t id = 0;
    for (std::uint32_t row = 0; row < world.place.size(); ++row) {
        if (world.place[row] != unit) continue; // side by side; the citizens themselves are far apart in memory
        const Citizen& citizen = world.citizens[row];
        if (citizen.unit != unit || citizen.sessions < 2) continue;
        if (citizen.since < since || (citizen.since == since && citizen.id < id)) continue;
        newest = row;
        since = citizen.since;
        id = citizen.id;
    }
    if (since < 0) return;
    Citizen& citizen = world.citizens[newest];
    settle_dose(moment.premises, citizen, moment.week);
    count_stay(moment, citizen, -1);
    --citizen.sessions;
    count_stay(moment, citizen, 1);
    update_dose(moment, citizen);
    world.due[newest] = next_due(moment.premises, citizen);
}

void steer_forebyggende(Moment& moment, std::size_t centre)
{
    const std::int16_t unit = moment.premises.unit_of[centre][index_of(Offer::forebyggende)];
    if (unit == no_unit) return;
    const MoneyPolicy& policy = moment.scenario().policy.money;
    HouseMoney& house = moment.world.money.houses[centre];
    const double ratio = forecast(moment, centre, index(Frame::forebyggende));
    house.stopped[index(Frame::forebyggende)] = ratio > policy.steer_stop;
    if (ratio > policy.steer_cut) cut_newest(moment, unit);
    if (ratio > 1 && house.extra_places > 0) --house.extra_places;
    const bool quarter_ends = civil_date(moment.premises.calendar.day(moment.week)).month % 3 == 0;
    const int own = moment.world.centres[centre].places[index_of(Offer::forebyggende)];
    if (ratio < policy.steer_low && quarter_ends && house.extra_places < static_cast<int>(own * most_extra + 0.5)) ++house.extra_places;
}

void steer(Moment& moment)
{
    const MoneyPolicy& policy = moment.scenario().policy.money;
    for (std::size_t j = 0; j < moment.world.money.houses.size(); ++j) {
        HouseMoney& house = moment.world.money.houses[j];
        house.stopped.fill(false);
        if (!moment.world.centres[j].open) continue;
        if (house.spent_before[index(Frame::forebyggende)] > 0) steer_forebyggende(moment, j);
        const double ceiling = policy.maintaining_ceiling;
        house.stopped[index(Frame::vedligeholdende)] =
            ceiling > 0 && house.spent_before[index(Frame::vedligeholdende)] > 0 && forecast(moment, j, index(Frame::vedligeholdende)) > ceiling;
    }
}

} // namespace

void settle_accounts(Moment& moment)
{
    World& world = moment.world;
    MoneyState& money = world.money;
    const Week start = moment.scenario().period.burn_in_weeks;
    const auto spent = used(moment.premises, world);
    const CivilDate today = civil_date(moment.premises.calendar.day(moment.week));
    const CivilDate next = civil_date(moment.premises.calendar.day(moment.week + 1));
    if (moment.week == start && money.income_before > 0)
        money.price = static_cast<double>(money.maintaining_before) / static_cast<double>(money.income_before);
    for (std::size_t j = 0; j < spent.size(); ++j) {
        HouseMoney& house = money.houses[j];
        if (moment.week == start) count_as_year(house, start);
        const double income = activity_income(moment.premises, world, j);
        if (moment.week < start && moment.week >= start - weeks_of_year) {
            money.maintaining_before += spent[j][index(Frame::vedligeholdende)];
            money.income_before += to_ore(income);
        }
        for (std::size_t f = 0; f < frame_count; ++f) {
            house.recent[f][static_cast<std::size_t>(moment.week) % house.recent[f].size()] = spent[j][f];
            if (moment.week < start) {
                if (moment.week >= start - weeks_of_year) house.spent_before[f] += spent[j][f];
                house.places_before[f] = places_paid(world.centres[j], f);
                continue;
            }
            house.year_spent[f] += spent[j][f];
            if (house.spent_before[f] == 0) continue; // opened later: paid as it runs
            const Ore frame = static_cast<Ore>(weekly_frame(world, j, f, moment.week));
            house.year_granted[f] += frame;
            const Ore granted = f == index(Frame::vedligeholdende) ? to_ore(income * money.price) : frame;
            money.balance[f] += granted - spent[j][f];
        }
        if (moment.week >= start && world.centres[j].open && house.stopped[index(Frame::forebyggende)]) ++money.stopped_weeks;
    }
    if (moment.week < start || moment.scenario().policy.money.steering == 0 || !moment.scenario().mechanisms.money.steering) return;
    if (next.month != today.month && today.month >= first_steering_month) steer(moment);
    if (next.year == today.year) return;
    for (std::size_t j = 0; j < money.houses.size(); ++j) {
        begin_year(moment, j);
        money.houses[j].stopped.fill(false);
    }
}

void bring_frames(World& world, std::size_t from, std::size_t to)
{
    const HouseMoney& old = world.money.houses[from];
    HouseMoney& house = world.money.houses[to];
    for (const Frame frame : {Frame::forebyggende, Frame::vedligeholdende}) {
        house.spent_before[index(frame)] += old.spent_before[index(frame)];
        house.places_before[index(frame)] += old.places_before[index(frame)];
    }
}

bool intake_stopped(const Premises& premises, const World& world, std::size_t unit)
{
    const OfferUnit& at = premises.units[unit];
    const auto j = static_cast<std::size_t>(at.centre);
    if (at.offer == Offer::klub || j >= world.money.houses.size()) return false;
    return world.money.houses[j].stopped[index(frame_of(at.offer))];
}

Margins margins(const Premises& premises, const World& world)
{
    Margins margins;
    margins.forebyggende = -premises.session_costs[index_of(Offer::forebyggende)].kr; // the frame does not grow with use
    double income = 0, cost = 0;
    for (std::size_t u = 0; u < premises.units.size(); ++u) {
        if (premises.units[u].offer != Offer::vedligeholdende_center) continue;
        cost += static_cast<double>(world.counts.taken[u]) * premises.session_costs[index_of(Offer::vedligeholdende_center)].kr;
        const double sessions = premises.scenario->policy.money.pay_on == 1
                                    ? static_cast<double>(world.counts.taken[u])
                                    : from_fixed(expected_attendance(premises, world.counts, u, world.week));
        income += sessions * world.money.price * premises.session_costs[index_of(Offer::vedligeholdende_center)].kr;
    }
    const double price = premises.session_costs[index_of(Offer::vedligeholdende_center)].kr;
    margins.vedligeholdende = cost > 0 ? (income - cost) / cost * price : 0;
    return margins;
}

} // namespace samspil
