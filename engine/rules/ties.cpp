// SPDX-License-Identifier: MPL-2.0
// Ties (docs/model.md 7.11). Those from before the run are a small world inside each neighbourhood: rows stand in order
// of sex and birth week there, so neighbours in the row are of an age. Those made later stand in eight slots a head, held by
// both ends, and change in the ordered phase only; between meetings their strength is a closed form.
#include "engine/rules/people.hpp"

#include "engine/random/distributions.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace samspil {
namespace {

constexpr int look_weeks = people_look_weeks;
constexpr int full_strength = 1000;
constexpr std::int32_t no_group = -1;
constexpr int places_per_group = 8; ///< about twenty participants who come on the same days, where there are no clubs

std::uint16_t look_number(const Premises& premises, Week week)
{
    return static_cast<std::uint16_t>(premises.calendar.absolute_week(week) / look_weeks);
}

int thousandths(double weekly) { return static_cast<int>(weekly * look_weeks * full_strength + 0.5); }

/// Of a tie that loses `down` thousandths between looks while the two do not meet.
int strength_now(int down, const Tie& tie, int look) { return tie.strength - down * (look - tie.met); }

/// Lives at home, by the week's start.
bool is_about(const World& world, std::uint32_t row) { return world.place[row] != gone; }

/// Calls visit(row, strength) for every friend who is about.
template <class Visit>
void each_friend(const Premises& premises, const World& world, std::uint32_t row, Visit&& visit)
{
    const PeopleState& people = world.people;
    if (row < people.near.size()) {
        for (const std::uint32_t other : people.near[row]) {
            if (other != Tie::nobody && is_about(world, other)) visit(other, full_strength);
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

/// The look at who meets whom: participants by unit and group.
class Meeting {
public:
    explicit Meeting(Moment& moment)
        : moment_(moment), people_(moment.world.people), p_(moment.parameters().people), look_(look_number(moment.premises, moment.week)),
          up_(thousandths(p_.tie_up)), down_(thousandths(p_.tie_down)), start_(std::max(1, up_)), first_chance_(p_.tie_form * look_weeks)
    {
    }

    void run()
    {
        gather();
        for (std::size_t i = 0; i < present_.size();) {
            std::size_t end = i;
            while (end < present_.size() && present_[end].group == present_[i].group) ++end;
            constexpr std::size_t ahead = 8, early = 16;
            for (std::size_t k = i; k < end; ++k) {
                if (k + early < present_.size()) expect_ties_early(moment_.world, present_[k + early].row);
                if (k + ahead < present_.size()) expect_ties(moment_.world, present_[k + ahead].row);
                meet_again(present_[k]);
            }
            if (first_chance_ > 0) meet_first(i, end);
            i = end;
        }
    }

private:
    struct Present {
        std::uint32_t group, row, luck;
    };

    void gather()
    {
        const World& world = moment_.world;
        const auto& units = moment_.premises.units;
        std::vector<std::uint32_t> groups(units.size());
        for (std::size_t u = 0; u < units.size(); ++u) {
            const CentreState& house = world.centres[static_cast<std::size_t>(units[u].centre)];
            const int wanted = house.places[index_of(units[u].offer)] / places_per_group;
            groups[u] = units[u].offer == Offer::vedligeholdende_hjem ? 0 : static_cast<std::uint32_t>(std::clamp(wanted, 1, static_cast<int>(most_clubs)));
        }
        group_of_.assign(world.place.size(), no_group);
        std::vector<Present> met;
        met.reserve(world.place.size() / 4);
        std::vector<std::uint32_t> counted(units.size() * most_clubs + 1);
        for (std::uint32_t row = 0; row < world.place.size(); ++row) {
            const std::int16_t unit = world.place[row];
            if (unit < 0 || groups[static_cast<std::size_t>(unit)] == 0) continue;
            const auto u = static_cast<std::size_t>(unit);
            const std::size_t within = units[u].offer == Offer::klub ? people_.member[row].club
                                                                     : group_of(moment_.premises.roster[row].id, groups[u]);
            const std::size_t group = u * most_clubs + within;
            group_of_[row] = static_cast<std::int32_t>(group);
            ++counted[group + 1];
            const auto drawn = draw4(moment_.chance, Purpose::tie_meeting, moment_.premises.roster[row].id, look_);
            met.push_back({static_cast<std::uint32_t>(group), row, drawn[0]});
        }
        for (std::size_t g = 1; g < counted.size(); ++g) counted[g] += counted[g - 1];
        present_.resize(met.size());
        for (const Present& one : met) present_[counted[one.group]++] = one;
    }

    /// Friends who come to the same group grow closer; who has died or moved away is let go.
    void meet_again(const Present& me)
    {
        MadeTies& ties = people_.ties.change(me.row);
        for (std::size_t i = 0; i < ties.size() && ties[i].row != Tie::nobody;) {
            Tie& tie = ties[i];
            if (group_of_[tie.row] == static_cast<std::int32_t>(me.group)) {
                const int before = strength_now(down_, tie, look_ - 1); // these weeks were shared
                tie.strength = static_cast<std::uint16_t>(std::clamp(before + up_, 1, full_strength));
                tie.met = look_;
            } else if (strength_now(down_, tie, look_) <= 0 || moment_.world.place[tie.row] == gone) {
                drop(ties, i);
                continue;
            }
            ++i;
        }
        people_.ties.leave_if_none(me.row);
    }

    /// New ties between two who meet. One number a head and look; the sum of two is uniform and its own for every pair,
    /// so that a third person never decides about two others.
    void meet_first(std::size_t begin, std::size_t end)
    {
        const double most = std::min(1.0, 2 * first_chance_);
        const auto limit = static_cast<std::uint32_t>(most * 0x1.fffffffep+31);
        luck_.clear();
        for (std::size_t k = begin; k < end; ++k) luck_.push_back(present_[k].luck);
        const std::size_t n = luck_.size();
        constexpr std::size_t stride = 16; // one vector comparison passes over sixteen pairs who do not meet
        for (std::size_t a = 0; a < n; ++a) {
            const std::uint32_t own = luck_[a];
            const auto meet = [&](std::size_t b) {
                if (own + luck_[b] < limit) try_tie(present_[begin + a].row, present_[begin + b].row, unit(own + luck_[b]));
            };
            std::size_t b = a + 1;
            for (; b + stride <= n; b += stride) {
                int any = 0;
                for (std::size_t k = 0; k < stride; ++k) any |= own + luck_[b + k] < limit ? 1 : 0;
                if (any == 0) continue;
                for (std::size_t k = 0; k < stride; ++k) meet(b + k);
            }
            for (; b < n; ++b) meet(b);
        }
    }

    void try_tie(std::uint32_t a, std::uint32_t b, double u)
    {
        if (u >= first_chance_ * (1 + likeness(a, b)) || holds(people_.ties[a], b)) return;
        const NearTies& near = people_.near[a];
        if (std::find(near.begin(), near.end(), b) != near.end()) return;
        add(a, b);
        add(b, a);
    }

    /// Likeness of interests, 0..1: how near two lasting tastes lie on a circle.
    double likeness(std::uint32_t a, std::uint32_t b) const
    {
        const double apart = std::abs(taste(a) - taste(b));
        return 1 - 2 * std::min(apart, 1 - apart);
    }
    double taste(std::uint32_t row) const
    {
        return unit(draw4(moment_.chance, Purpose::tie_taste, moment_.premises.roster[row].id, 0)[0]);
    }

    static bool holds(const MadeTies& ties, std::uint32_t other)
    {
        return std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) { return tie.row == other; });
    }

    /// Slots are filled from the front.
    static void drop(MadeTies& ties, std::size_t i)
    {
        std::size_t last = i;
        while (last + 1 < ties.size() && ties[last + 1].row != Tie::nobody) ++last;
        ties[i] = ties[last];
        ties[last] = {};
    }

    void let_go(std::uint32_t row, std::uint32_t other)
    {
        MadeTies& ties = people_.ties.change(row);
        const auto at = std::find_if(ties.begin(), ties.end(), [&](const Tie& tie) { return tie.row == other; });
        if (at == ties.end()) return;
        drop(ties, static_cast<std::size_t>(at - ties.begin()));
        people_.ties.leave_if_none(row);
    }

    /// Makes room by dropping the weakest, the one met longest ago, the first person.
    void add(std::uint32_t row, std::uint32_t other)
    {
        MadeTies& ties = people_.ties.make_room(row);
        const Tie tie{other, static_cast<std::uint16_t>(start_), look_};
        for (Tie& slot : ties) {
            if (slot.row != Tie::nobody) continue;
            slot = tie;
            return;
        }
        const auto rank = [&](const Tie& t) { return std::tuple<int, int, std::uint32_t>(strength_now(down_, t, look_), t.met, t.row); };
        Tie& weakest = *std::min_element(ties.begin(), ties.end(), [&](const Tie& x, const Tie& y) { return rank(x) < rank(y); });
        const std::uint32_t lost = weakest.row;
        weakest = tie;
        let_go(lost, row);
    }

    Moment& moment_;
    PeopleState& people_;
    const PeopleParameters& p_;
    std::uint16_t look_;
    int up_, down_, start_;
    double first_chance_;
    std::vector<std::int32_t> group_of_;
    std::vector<Present> present_;
    std::vector<std::uint32_t> luck_; ///< of those present in the group, side by side
};

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

void befriend(Moment& moment)
{
    if (moment.premises.calendar.absolute_week(moment.week) % look_weeks != 0 || moment.world.people.ties.empty()) return;
    Meeting(moment).run();
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
    const int strong = static_cast<int>(premises.scenario->assumptions.people.tie_strong * full_strength + 0.5);
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
