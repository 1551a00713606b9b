// SPDX-License-Identifier: MPL-2.0
// Clubs (docs/model.md 7.12): several in a house, each with members who need help and members who give it. Everything
// is counted anew at every look, so no event has to keep a sum right; between the looks help stands still.
#include "engine/rules/money.hpp"
#include "engine/rules/people.hpp"
#include "engine/rules/places.hpp"

#include "engine/base/elementary.hpp"
#include "engine/random/distributions.hpp"
#include "engine/rules/proposing.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>
#include <cmath>

namespace samspil {
namespace {

constexpr int look_weeks = people_look_weeks;
constexpr double heaviest_load = 10;
constexpr double least_willingness = 0.05;
constexpr double start_willingness = 0.5;
constexpr Week patience_weeks = 52;   ///< a new club has a year to find its members
constexpr double crowded = 1.5;       ///< beyond this many times the usual size newcomers begin a club of their own
constexpr int helps_up_to = 1;        ///< support need at which a member still helps others

using Clubs = std::array<Club, most_clubs>;

bool is_look(const Moment& moment) { return moment.premises.calendar.absolute_week(moment.week) % look_weeks == 0; }

std::uint64_t key_of(const Moment& moment, std::size_t unit, const Club& club)
{
    return moment.premises.units[unit].key << 24 | static_cast<std::uint32_t>(club.number);
}

bool holds_clubs(const Moment& moment, std::size_t unit)
{
    const OfferUnit& at = moment.premises.units[unit];
    const CentreState& house = moment.world.centres[static_cast<std::size_t>(at.centre)];
    return at.offer == Offer::klub && house.open && house.places[index_of(at.offer)] > 0;
}

/// A new club in a free slot, or null.
Club* found_club(Moment& moment, std::size_t unit)
{
    PeopleState& people = moment.world.people;
    const auto free = std::find_if(people.clubs[unit].begin(), people.clubs[unit].end(), [](const Club& club) { return !club.open; });
    if (free == people.clubs[unit].end()) return nullptr;
    *free = {};
    free->open = true;
    free->number = people.founded[unit]++;
    free->since = moment.week;
    const double u = samspil::unit(draw4(moment.chance, Purpose::club_founding, key_of(moment, unit, *free), 0, 1)[0]);
    free->willingness = start_willingness * (0.9 + 0.2 * u);
    ++people.clubs_founded;
    return &*free;
}

/// How well a club suits a newcomer: interests, and members of about the same age. Keyed by person and club.
double appeal(const Moment& moment, std::size_t unit, const Club& club, const Citizen& citizen)
{
    const double u = samspil::unit(draw4(moment.chance, Purpose::club_interest, citizen.id, static_cast<std::uint32_t>(club.number),
                                static_cast<std::uint16_t>(moment.premises.units[unit].key))[0]);
    const double interest = gumbel(u);
    if (club.members == 0) return interest;
    const double years = std::abs(static_cast<double>(club.age_weeks) / club.members - citizen.week_65) * years_per_week;
    return interest - years / moment.parameters().people.club_age_years;
}

/// The club with room that suits best; among full ones the smallest.
Club* best_club(Moment& moment, std::size_t unit, const Citizen& citizen, const Club* but)
{
    const double size = moment.parameters().people.club_size;
    Club *best = nullptr, *smallest = nullptr;
    double most = 0;
    for (Club& club : moment.world.people.clubs[unit]) {
        if (!club.open || &club == but) continue;
        if (smallest == nullptr || club.members < smallest->members) smallest = &club;
        if (club.members >= size) continue;
        const double seen = appeal(moment, unit, club, citizen);
        if (best == nullptr || seen > most) best = &club, most = seen;
    }
    return best != nullptr ? best : smallest;
}

void enrol(Moment& moment, const Citizen& citizen, std::uint32_t row, Club& club, std::size_t unit)
{
    PeopleState& people = moment.world.people;
    const double u = samspil::unit(draw4(moment.chance, Purpose::club_willing, citizen.id, 0)[0]);
    people.member[row] = {static_cast<std::uint8_t>(&club - people.clubs[unit].data()), citizen.need,
                          static_cast<std::uint8_t>(50 + u * 100)};
    ++club.members;
    club.age_weeks += citizen.week_65;
}

/// Of the members of one club, in whole numbers: the order of counting cannot show.
struct Counted {
    std::int32_t members = 0, needy = 0;
    std::int64_t age_weeks = 0, need = 0, willing = 0;
};
void add(Counted& to, const Counted& more)
{
    to.members += more.members;
    to.needy += more.needy;
    to.age_weeks += more.age_weeks;
    to.need += more.need;
    to.willing += more.willing;
}
using CountedClubs = std::vector<std::array<Counted, most_clubs>>; ///< by unit

CountedClubs count_members(const Moment& moment, std::size_t begin, std::size_t end)
{
    const World& world = moment.world;
    const int tau = moment.scenario().policy.tau_club;
    CountedClubs counted(world.people.clubs.size());
    std::vector<char> is_club(counted.size());
    for (std::size_t u = 0; u < is_club.size(); ++u) is_club[u] = moment.premises.units[u].offer == Offer::klub ? 1 : 0;
    for (std::size_t row = begin; row < end; ++row) {
        const std::int16_t unit = world.place[row];
        if (unit < 0 || is_club[static_cast<std::size_t>(unit)] == 0) continue;
        const Membership& member = world.people.member[row];
        Counted& sum = counted[static_cast<std::size_t>(unit)][member.club];
        ++sum.members;
        sum.age_weeks += person_in(moment.premises, world, row).week_65;
        if (member.need > tau) ++sum.needy, sum.need += member.need - tau;
        if (member.need <= helps_up_to) sum.willing += member.willing;
    }
    return counted;
}

/// Counts every club's members, on all workers, and lets help and willingness follow.
void follow_clubs(Moment& moment, const Workers& workers)
{
    PeopleState& people = moment.world.people;
    const std::size_t rows = moment.world.place.size();
    std::vector<CountedClubs> parts(block_count(workers, rows, rows_together));
    for_blocks(workers, rows, rows_together, [&](std::size_t index, std::size_t begin, std::size_t end) { parts[index] = count_members(moment, begin, end); });
    for (std::size_t u = 0; u < people.clubs.size(); ++u) {
        for (std::size_t slot = 0; slot < most_clubs; ++slot) {
            Counted sum;
            for (const CountedClubs& part : parts) add(sum, part[u][slot]);
            Club& club = people.clubs[u][slot];
            club.members = sum.members, club.needy = sum.needy, club.age_weeks = sum.age_weeks;
            if (!club.open) continue;
            people.needy_weeks += look_weeks * club.needy;
            people.need_weeks += look_weeks * sum.need;
            const double more = club_help_factor(moment.premises, moment.world, moment.premises.units[u].centre);
            follow_club(moment.parameters().people, club, static_cast<double>(sum.need), more * static_cast<double>(sum.willing) / 100);
        }
    }
}

/// Members of a club that closes go to another of the house: a move nobody asked for (7.13).
void close_club(Moment& moment, std::size_t unit, Club& closing)
{
    World& world = moment.world;
    const auto slot = static_cast<std::uint8_t>(&closing - world.people.clubs[unit].data());
    for (std::uint32_t row = 0; row < world.place.size(); ++row) {
        if (world.place[row] != static_cast<std::int16_t>(unit) || world.people.member[row].club != slot) continue;
        Citizen& citizen = world.citizens[row];
        start_stay(moment, row, citizen.unit, citizen.sessions, moment.week);
        world.due[row] = next_due(moment.premises, citizen);
    }
    closing = {};
    ++world.people.clubs_closed;
}

void close_small_clubs(Moment& moment, std::size_t unit)
{
    const double least = moment.parameters().people.club_least;
    Clubs& clubs = moment.world.people.clubs[unit];
    for (Club& club : clubs) {
        if (!club.open) continue;
        if (club.members >= least) {
            club.grown = true;
            continue;
        }
        if (!club.grown && moment.week - club.since < patience_weeks) continue;
        const auto open = std::count_if(clubs.begin(), clubs.end(), [](const Club& other) { return other.open; });
        if (open > 1) close_club(moment, unit, club); // the last club of a house is carried by the house
    }
}

/// New clubs in proportion to those there are.
void found_by_chance(Moment& moment, std::size_t unit)
{
    const Clubs& clubs = moment.world.people.clubs[unit];
    const auto open = std::count_if(clubs.begin(), clubs.end(), [](const Club& club) { return club.open; });
    const double rate = moment.parameters().people.club_found * pool_effect(moment.premises, moment.world, PoolUse::clubs) * look_weeks * years_per_week * static_cast<double>(open);
    const auto look = static_cast<std::uint32_t>(moment.premises.calendar.absolute_week(moment.week) / look_weeks);
    const double u = samspil::unit(draw4(moment.chance, Purpose::club_founding, moment.premises.units[unit].key, look)[0]);
    if (bernoulli(u, 1 - elementary::exp(-rate))) found_club(moment, unit);
}

} // namespace

void set_up_clubs(const Premises& premises, World& world)
{
    world.people.clubs.assign(premises.units.size(), {});
    world.people.founded.assign(premises.units.size(), 0);
}

void end_clubs(World& world, std::size_t unit)
{
    if (unit < world.people.clubs.size()) world.people.clubs[unit] = {};
}

void follow_club(const PeopleParameters& p, Club& club, double need, double own_willingness)
{
    const double supply = own_willingness * club.willingness * p.help_cap;
    club.load = need == 0 ? 0 : supply > 0 ? std::min(heaviest_load, need / supply) : heaviest_load;
    club.help = club.load > 1 ? 1 / club.load : 1;
    if (club.load >= heaviest_load) club.help = supply > 0 ? supply / need : 0;
    // Thanks are for hours given: all of them when every hour offered is used.
    const double thanks = club.help * std::min(1.0, club.load);
    club.willingness += look_weeks * (-p.dw_load * std::max(0.0, club.load - 1) + p.dw_rec * (start_willingness - club.willingness) + p.dw_thanks * thanks);
    club.willingness = std::clamp(club.willingness, least_willingness, 1.0);
}

void update_clubs(Moment& moment, const Workers& workers)
{
    PeopleState& people = moment.world.people;
    if (people.member.empty()) return;
    end_shocks(moment);
    if (!is_look(moment) || is_matched(moment.scenario())) return;
    follow_clubs(moment, workers);
    const bool may_close = moment.scenario().mechanisms.people.club_help;
    for (std::size_t unit = 0; unit < people.clubs.size(); ++unit) {
        if (!holds_clubs(moment, unit)) continue;
        if (may_close) close_small_clubs(moment, unit);
        found_by_chance(moment, unit);
    }
}

void join_club(Moment& moment, const Citizen& citizen, std::uint32_t row)
{
    PeopleState& people = moment.world.people;
    if (people.member.empty() || citizen.offer != Offer::klub) return;
    const auto unit = static_cast<std::size_t>(citizen.unit);
    const Club* left = nullptr; // a club that is closing
    if (moment.world.place[row] == citizen.unit) left = &people.clubs[unit][people.member[row].club];
    Club* club = best_club(moment, unit, citizen, left);
    const double size = moment.parameters().people.club_size;
    const double full = moment.week < moment.scenario().period.burn_in_weeks ? size : crowded * size;
    if (club == nullptr || club->members >= full) {
        if (Club* fresh = found_club(moment, unit)) club = fresh;
    }
    if (club == nullptr) return;
    enrol(moment, citizen, row, *club, unit);
}

double help_for(const Moment& moment, const Citizen& citizen, std::uint32_t row)
{
    const Parameters& p = moment.parameters();
    const PeopleState& people = moment.world.people;
    const double follows = moment.scenario().mechanisms.people.club_help ? p.people.help_follows : 0;
    if (follows == 0 || row >= people.member.size() || citizen.unit == no_unit) return p.club_help;
    const Club& club = people.clubs[static_cast<std::size_t>(citizen.unit)][people.member[row].club];
    const int friends = ties_in_club(moment.premises, moment.world, row, citizen.unit);
    const double tie = p.people.help_base + (1 - p.people.help_base) * saturating(friends);
    return p.club_help + follows * (club.help * tie - p.club_help);
}

bool helps_in_club(const World& world, const Citizen& citizen, std::uint32_t row)
{
    if (citizen.offer != Offer::klub || row >= world.people.member.size() || citizen.need > helps_up_to) return false;
    return world.people.clubs[static_cast<std::size_t>(citizen.unit)][world.people.member[row].club].needy > 0;
}

} // namespace samspil
