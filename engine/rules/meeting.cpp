// SPDX-License-Identifier: MPL-2.0
// The look at who meets whom, every few weeks (docs/model.md 7.11): participants by unit and group. Who is there, whose own
// ties grow or fade and whose luck lets them meet is found on all workers; only new ties are made one after another, group by group.
#include "engine/rules/people.hpp"

#include "engine/random/distributions.hpp"
#include "engine/rules/proposing.hpp"
#include "engine/rules/stay.hpp"
#include "engine/rules/tie_strength.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace samspil {
namespace {

constexpr std::int32_t no_group = -1;
constexpr int places_per_group = 8; ///< about twenty participants who come on the same days, where there are no clubs
constexpr std::size_t groups_together = 256, present_together = 2048;

class Meeting {
public:
    Meeting(Moment& moment, const Workers& workers)
        : moment_(moment), workers_(workers), people_(moment.world.people), p_(moment.parameters().people), look_(look_number(moment.premises, moment.week)),
          up_(thousandths(p_.tie_up)), down_(thousandths(p_.tie_down)), start_(std::max(1, up_)), first_chance_(p_.tie_form * people_look_weeks)
    {
    }

    void run()
    {
        gather();
        meet_again();
        find_pairs();
        constexpr std::size_t ahead = 4, early = 8;
        for (std::size_t k = 0; k < pairs_.size(); ++k) {
            if (k + early < pairs_.size()) people_.ties.expect(pairs_[k + early].first), people_.ties.expect(pairs_[k + early].second);
            if (k + ahead < pairs_.size()) expect_ties(moment_.world, pairs_[k + ahead].first), expect_ties(moment_.world, pairs_[k + ahead].second);
            meet_first(pairs_[k].first, pairs_[k].second);
        }
    }

private:
    struct Present {
        std::uint32_t group, row, luck;
    };
    using Pair = std::pair<std::uint32_t, std::uint32_t>; ///< rows of two of those present

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
        const std::size_t rows = world.place.size();
        group_of_.assign(rows, no_group);
        std::vector<std::vector<Present>> met(block_count(workers_, rows, rows_together));
        for_blocks(workers_, rows, rows_together, [&](std::size_t index, std::size_t begin, std::size_t end) {
            for (std::size_t row = begin; row < end; ++row) {
                const std::int16_t unit = world.place[row];
                if (unit < 0 || groups[static_cast<std::size_t>(unit)] == 0) continue;
                const auto u = static_cast<std::size_t>(unit);
                const std::uint64_t id = person_in(moment_.premises, world, row).id;
                const std::size_t within = units[u].offer == Offer::klub ? people_.member[row].club : group_of(id, groups[u]);
                const auto group = static_cast<std::uint32_t>(u * most_clubs + within);
                group_of_[row] = static_cast<std::int32_t>(group);
                met[index].push_back({group, static_cast<std::uint32_t>(row), draw4(moment_.chance, Purpose::tie_meeting, id, look_)[0]});
            }
        });
        first_.assign(units.size() * most_clubs + 1, 0);
        for (const auto& block : met)
            for (const Present& one : block) ++first_[one.group + 1];
        for (std::size_t g = 1; g < first_.size(); ++g) first_[g] += first_[g - 1];
        present_.resize(first_.back());
        std::vector<std::uint32_t> next = first_;
        for (const auto& block : met)
            for (const Present& one : block) present_[next[one.group]++] = one;
    }

    /// Whose luck lets them become friends, group by group: most of what there is to compare, and no tie of today has a say in it.
    void find_pairs()
    {
        if (first_chance_ <= 0) return;
        const std::size_t groups = first_.size() - 1;
        std::vector<std::vector<Pair>> found(block_count(workers_, groups, groups_together));
        for_blocks(workers_, groups, groups_together, [&](std::size_t index, std::size_t begin, std::size_t end) {
            std::vector<std::uint32_t> luck;
            for (std::size_t g = begin; g < end; ++g) pairs_in(first_[g], first_[g + 1], luck, found[index]);
        });
        for (const auto& block : found) pairs_.insert(pairs_.end(), block.begin(), block.end());
    }

    /// One number a head and look; the sum of two is uniform and its own for every pair, so that a third person never decides
    /// about two others. `luck`: room for the group's, side by side.
    void pairs_in(std::uint32_t begin, std::uint32_t end, std::vector<std::uint32_t>& luck, std::vector<Pair>& pairs) const
    {
        const double most = std::min(1.0, 2 * first_chance_);
        const auto limit = static_cast<std::uint32_t>(most * 0x1.fffffffep+31);
        luck.clear();
        for (std::uint32_t k = begin; k < end; ++k) luck.push_back(present_[k].luck);
        const auto n = static_cast<std::uint32_t>(luck.size());
        constexpr std::uint32_t stride = 16; // one vector comparison passes over sixteen pairs who do not meet
        for (std::uint32_t a = 0; a < n; ++a) {
            const std::uint32_t own = luck[a];
            const auto meet = [&](std::uint32_t b) {
                if (own + luck[b] < limit && suit(present_[begin + a].row, present_[begin + b].row, unit(own + luck[b])))
                    pairs.emplace_back(present_[begin + a].row, present_[begin + b].row);
            };
            std::uint32_t b = a + 1;
            for (; b + stride <= n; b += stride) {
                int any = 0;
                for (std::uint32_t k = 0; k < stride; ++k) any |= own + luck[b + k] < limit ? 1 : 0;
                if (any == 0) continue;
                for (std::uint32_t k = 0; k < stride; ++k) meet(b + k);
            }
            for (; b < n; ++b) meet(b);
        }
    }

    /// Friends who come to the same group grow closer; who has died or moved away is let go. Each looks at the own ties only.
    void meet_again()
    {
        std::vector<std::vector<std::uint32_t>> alone(block_count(workers_, present_.size(), present_together));
        for_blocks(workers_, present_.size(), present_together, [&](std::size_t index, std::size_t begin, std::size_t end) {
            constexpr std::size_t ahead = 8, early = 16;
            for (std::size_t k = begin; k < end; ++k) {
                if (k + early < end) expect_ties_early(moment_.world, present_[k + early].row);
                if (k + ahead < end) expect_ties(moment_.world, present_[k + ahead].row);
                if (keeps_none(present_[k])) alone[index].push_back(present_[k].row);
            }
        });
        for (const auto& block : alone)
            for (const std::uint32_t row : block) people_.ties.leave_if_none(row);
    }

    bool keeps_none(const Present& me)
    {
        MadeTies& ties = people_.ties.change(me.row);
        if (ties[0].row == Tie::nobody) return false; // had none
        for (std::size_t i = 0; i < ties.size() && ties[i].row != Tie::nobody;) {
            Tie& tie = ties[i];
            const bool together = group_of_[tie.row] == static_cast<std::int32_t>(me.group);
            const int before = strength_now(down_, tie, together ? look_ - 1 : look_); // weeks together take nothing
            // Once it is gone it stays so: the other may have let go at a look that this one was not at.
            if (before <= 0 || moment_.world.place[tie.row] == gone) {
                drop(ties, i);
                continue;
            }
            if (together) {
                tie.strength = static_cast<std::uint16_t>(std::clamp(before + up_, 1, full_tie));
                tie.met = look_;
            }
            ++i;
        }
        return ties[0].row == Tie::nobody;
    }

    /// Alike enough for their luck, and not friends from before the run.
    bool suit(std::uint32_t a, std::uint32_t b, double u) const
    {
        if (u >= first_chance_ * (1 + likeness(a, b))) return false;
        const NearTies& near = people_.near[a];
        return std::find(near.begin(), near.end(), b) == near.end();
    }

    /// A tie between two who suit each other, if they have none.
    void meet_first(std::uint32_t a, std::uint32_t b)
    {
        if (holds(people_.ties[a], b)) return;
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
        return unit(draw4(moment_.chance, Purpose::tie_taste, person_in(moment_.premises, moment_.world, row).id, 0)[0]);
    }

    static bool holds(const MadeTies& ties, std::uint32_t other)
    {
        return std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) { return tie.row == other; });
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
        people_.ties.let_go(lost, row);
    }

    Moment& moment_;
    const Workers& workers_;
    PeopleState& people_;
    const PeopleParameters& p_;
    std::uint16_t look_;
    int up_, down_, start_;
    double first_chance_;
    std::vector<std::int32_t> group_of_;
    std::vector<Present> present_; ///< by group
    std::vector<std::uint32_t> first_; ///< of those present, by group; one more at the end
    std::vector<Pair> pairs_;
};

} // namespace

void befriend(Moment& moment, const Workers& workers)
{
    if (moment.premises.calendar.absolute_week(moment.week) % people_look_weeks != 0 || moment.world.people.ties.empty()) return;
    Meeting(moment, workers).run();
}

} // namespace samspil
