// SPDX-License-Identifier: MPL-2.0
// Ties (docs/model.md 7.11). Those from before the run are a small world inside each neighbourhood: rows stand in order
// of sex and birth week there, so neighbours in the row are of an age. Those made later stand in eight slots a head, held by
// both ends, and change in the ordered phase only (meeting.cpp); between meetings their strength is a closed form.
#include "engine/rules/people.hpp"

#include "engine/random/distributions.hpp"
#include "engine/rules/stay.hpp"
#include "engine/rules/tie_strength.hpp"

#include <algorithm>

namespace samspil {
namespace {

/// Lives at home, by the week's start.
bool is_about(const World& world, std::uint32_t row) { return world.place[row] != gone; }

/// Calls visit(row, strength) for every friend who is about.
template <class Visit>
void each_friend(const Premises& premises, const World& world, std::uint32_t row, Visit&& visit)
{
    const PeopleState& people = world.people;
    if (row < people.near.size()) {
        for (const std::uint32_t other : people.near[row]) {
            if (other != Tie::nobody && is_about(world, other)) visit(other, full_tie);
        }
    }
    if (row >= people.ties.size() || people.ties[row][0].row == Tie::nobody) return;
    const int down = thousandths(premises.scenario->assumptions.people.tie_down);
    const int look = look_number(premises, world.week);
    for (const Tie& tie : people.ties[row]) {
        if (tie.row == Tie::nobody) return;
        if (!is_about(world, tie.row)) continue;
        const int strength = strength_now(down, tie, look);
        if (strength > 0) visit(tie.row, strength);
    }
}

/// In the first free slot; never twice.
void add_near(NearTies& ties, std::uint32_t other)
{
    for (std::uint32_t& slot : ties) {
        if (slot == other) return;
        if (slot != Tie::nobody) continue;
        slot = other;
        return;
    }
}

/// Somebody taken out of the last few who stand waiting for a match; nobody waiting: stands there too.
void match(std::vector<std::uint32_t>& waiting, std::uint32_t row, std::uint32_t word, PeopleState& people)
{
    constexpr std::size_t recent = 16; // born not long before
    const bool waits = waiting.empty() || (word & 1U) != 0;
    if (waits) return waiting.push_back(row);
    const std::size_t n = std::min(recent, waiting.size());
    const auto taken = waiting.end() - 1 - static_cast<std::ptrdiff_t>(uniform_below(static_cast<std::uint32_t>(n), word));
    add_near(people.near[*taken], row);
    add_near(people.near[row], *taken);
    waiting.erase(taken);
}

/// Ties of rows first ... last - 1: neighbours in the row who are of one sex, unless rewired; a partner for most; and
/// those with a rewired tie among themselves. Taken in order of birth, so that who turns 65 later, in a longer run,
/// changes nothing between those who are there.
void tie_neighbourhood(const Premises& premises, World& world, Chance chance, std::uint32_t first, std::uint32_t last)
{
    const PeopleParameters& p = premises.scenario->assumptions.people;
    const auto& roster = premises.roster;
    std::vector<std::pair<Week, std::uint32_t>> by_birth;
    for (std::uint32_t row = first; row < last; ++row) by_birth.emplace_back(roster[row].week_65, row);
    std::sort(by_birth.begin(), by_birth.end());
    std::vector<std::uint32_t> partners, rewired;
    for (const auto& [week_65, row] : by_birth) {
        const auto words = draw4(chance, Purpose::tie_partner, roster[row].id, 0);
        if (unit(words[0]) < p.tie_near) match(partners, row, words[1], world.people);
        if (unit(words[2]) >= p.tie_near) continue;
        if (unit(words[3]) < p.tie_rewire) {
            match(rewired, row, words[1], world.people);
        } else if (row + 1 < last && roster[row + 1].sex == roster[row].sex) {
            add_near(world.people.near[row], row + 1);
            add_near(world.people.near[row + 1], row);
        }
    }
}

} // namespace

void set_up_ties(const Premises& premises, World& world, Chance chance)
{
    PeopleState& people = world.people;
    const std::size_t rows = premises.roster.size();
    people.member.assign(rows, {});
    if (!premises.scenario->mechanisms.people.ties) return;
    people.ties.assign(rows);
    NearTies none;
    none.fill(Tie::nobody);
    people.near.assign(rows, none);
    for (std::size_t first = 0; first < rows;) {
        std::size_t last = first;
        while (last < rows && premises.roster[last].neighbourhood == premises.roster[first].neighbourhood) ++last;
        tie_neighbourhood(premises, world, chance, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last));
        first = last;
    }
}

void leave_friends(Moment& moment, std::uint32_t row)
{
    PeopleState& people = moment.world.people;
    if (people.ties.empty()) return;
    const auto leave = [&](std::uint32_t& other) {
        if (other != Tie::nobody) moment.out.people.left_friends.push_back({other, row});
        other = Tie::nobody;
    };
    for (std::uint32_t& other : people.near[row]) leave(other);
    if (people.ties[row][0].row == Tie::nobody) return; // may have no room of its own
    for (Tie& tie : people.ties.change(row)) leave(tie.row);
}

void part(Moment& moment)
{
    PeopleState& people = moment.world.people;
    for (const LeftFriend& left : moment.out.people.left_friends) {
        NearTies& near = people.near[left.friend_row];
        std::replace(near.begin(), near.end(), left.row, Tie::nobody);
        people.ties.let_go(left.friend_row, left.row);
        people.ties.leave_if_none(left.row);
    }
}

Company company_of(const Premises& premises, const World& world, std::uint32_t row)
{
    Company company;
    each_friend(premises, world, row, [&](std::uint32_t other, int) {
        const std::int16_t unit = world.place[other];
        if (unit < 0) return;
        const OfferUnit& at = premises.units[static_cast<std::size_t>(unit)];
        if (at.offer != Offer::vedligeholdende_hjem) company.add(at.centre);
    });
    return company;
}

int ties_at(const Premises& premises, const World& world, std::uint32_t row, int centre)
{
    return company_of(premises, world, row).at(centre);
}

int ties_strong(const Premises& premises, const World& world, std::uint32_t row)
{
    const int strong = static_cast<int>(premises.scenario->assumptions.people.tie_strong * full_tie + 0.5);
    int n = 0;
    each_friend(premises, world, row, [&](std::uint32_t, int strength) { n += strength >= strong ? 1 : 0; });
    return n;
}

int ties_near(const World& world, std::uint32_t row)
{
    if (row >= world.people.near.size()) return 0;
    const NearTies& near = world.people.near[row];
    return static_cast<int>(std::count_if(near.begin(), near.end(), [&](std::uint32_t other) {
        return other != Tie::nobody && is_about(world, other);
    }));
}

int ties_in_club(const Premises& premises, const World& world, std::uint32_t row, std::int16_t unit)
{
    int n = 0;
    each_friend(premises, world, row, [&](std::uint32_t other, int) {
        if (world.place[other] == unit && world.people.member[other].club == world.people.member[row].club) ++n;
    });
    return n;
}

} // namespace samspil
