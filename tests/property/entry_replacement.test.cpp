// SPDX-License-Identifier: MPL-2.0
// `entry: replacement` (docs/model.md 7.1): as many people every week, each of them somebody new with luck of his own;
// and V7 in full runs of such a town, where weeks counted in queues and stays are those of the persons. Exact.
#include "engine/model/roster.hpp"
#include "engine/rules/tie_strength.hpp"
#include "engine/simulation/simulation.hpp"
#include "tests/support/accounts.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <tuple>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr Chance chance{2021, 6};

Scenario steady_town(int burn_in_weeks, int weeks)
{
    Scenario scenario = busy_toy(burn_in_weeks, weeks);
    scenario.assumptions.entry = Entry::replacement;
    for (AgeBandRate& band : scenario.net_migration) band.value = 0.05;
    return scenario;
}

} // namespace

TEST_CASE("with replacement there are as many people every week, and who comes is 65, of the same place and sex, and new")
{
    const Scenario town = steady_town(0, 520);
    Simulation simulation(std::make_shared<const Premises>(town), {chance, 8192, 1.0});
    const World& world = simulation.world();
    std::set<std::uint64_t> ids;
    for (const Citizen& citizen : world.citizens) ids.insert(citizen.id);
    const std::size_t rows = world.citizens.size();
    REQUIRE(ids.size() == rows);
    std::size_t came = 0, elsewhere = 0, strange = 0;
    std::vector<Citizen> before;
    for (const Citizen& citizen : world.citizens) before.push_back(citizen);
    while (!simulation.is_finished()) {
        simulation.step({});
        std::size_t away = 0;
        for (std::size_t row = 0; row < rows; ++row) {
            const Citizen& citizen = world.citizens[row];
            Citizen& last = before[row];
            if (citizen.residence == Residence::dead || citizen.residence == Residence::moved_out) ++away;
            if (citizen.id != last.id) {
                ++came;
                const bool fits = citizen.week_65 == world.week - 1 && citizen.neighbourhood == last.neighbourhood && citizen.sex == last.sex;
                strange += fits && citizen.residence == Residence::home && ids.insert(citizen.id).second ? 0 : 1;
                elsewhere += citizen.x_m != last.x_m || citizen.y_m != last.y_m ? 1 : 0;
            }
            last = citizen;
        }
        if (away > 0) FAIL("week " << world.week << ": somebody gone has nobody in his place");
        const std::string wrong = imbalance(simulation.premises(), world);
        if (!wrong.empty()) FAIL("week " << world.week << ": " << wrong);
    }
    CHECK(came > 1000);
    CHECK(elsewhere > 900);
    CHECK(strange == 0);
    CHECK(ids.size() == rows + came);
}

TEST_CASE("who comes has no friend of who was there before, and nobody takes the one for the other")
{
    Scenario town = steady_town(0, 260);
    town.assumptions.people.tie_form = 0.003;
    Simulation simulation(std::make_shared<const Premises>(town), {chance, 8192, 1.0});
    const World& world = simulation.world();
    const std::size_t rows = world.citizens.size();
    REQUIRE(world.people.near.size() == rows);
    std::vector<std::uint64_t> before(rows);
    std::vector<Week> came(rows, -1);
    std::size_t newcomers = 0, made = 0, inherited = 0, one_sided = 0;
    while (!simulation.is_finished()) {
        for (std::size_t row = 0; row < rows; ++row) before[row] = world.citizens[row].id;
        simulation.step({});
        const Week week = world.week - 1;
        const int look = look_number(simulation.premises(), week), down = thousandths(town.assumptions.people.tie_down);
        for (std::size_t row = 0; row < rows; ++row) {
            if (world.citizens[row].id != before[row]) came[row] = week, ++newcomers;
        }
        for (std::uint32_t row = 0; row < rows; ++row) {
            for (const std::uint32_t other : world.people.near[row]) {
                if (other == Tie::nobody) continue;
                inherited += came[row] >= 0 || came[other] >= 0 ? 1 : 0; // those from before are of who was there at week 0
                one_sided += std::count(world.people.near[other].begin(), world.people.near[other].end(), row) == 1 ? 0 : 1;
            }
            for (const Tie& tie : world.people.ties[row]) {
                // One that has faded, or is of somebody in a nursing home, counts for nothing and goes when they next come.
                if (tie.row == Tie::nobody || world.place[row] == gone || strength_now(down, tie, look) <= 0) continue;
                ++made;
                const Week met = tie.met * people_look_weeks - simulation.premises().calendar.absolute_week(0);
                inherited += met < std::max(came[row], came[tie.row]) ? 1 : 0;
            }
        }
    }
    CHECK(newcomers > 500);
    CHECK(made > 1000);
    CHECK(inherited == 0);
    CHECK(one_sided == 0);
}

TEST_CASE("those who start are the same with and without replacement, and live the same lives until others ask for the same places")
{
    const Scenario with = steady_town(0, 52);
    Scenario without = with;
    without.assumptions.entry = Entry::table;
    const auto by_table = make_roster(without);
    std::set<std::uint64_t> starters;
    for (const Person& person : by_table) {
        if (person.week_65 <= 0) starters.insert(person.id);
    }
    const auto replaced = make_roster(with);
    REQUIRE(replaced.size() == starters.size());
    for (const Person& person : replaced) CHECK(starters.contains(person.id));

    const auto first_weeks = [&](const Scenario& scenario) {
        std::vector<LifeEvent> events;
        for (const LifeEvent& event : run(scenario, chance).life_courses) {
            if (event.week < 4 && starters.contains(event.person) && event.kind != LifeEventKind::started) events.push_back(event);
        }
        return events;
    };
    CHECK(first_weeks(with).size() > starters.size());
    CHECK((first_weeks(with) == first_weeks(without)));
}

TEST_CASE("threads, blocks and half a run do not change a bit with replacement")
{
    const Scenario town = steady_town(26, 104);
    const ReplicationResult alone = run(town, chance);
    for (const std::size_t block : {std::size_t{16}, std::size_t{33}, std::size_t{8192}}) {
        INFO("blocks of " << block);
        CHECK(difference(alone, run(town, chance, Workers(2), 1.0, block)) == "");
    }
    Simulation first(std::make_shared<const Premises>(town), {chance, 8192, 1.0});
    while (first.week() < 60) first.step({});
    Simulation copy = first;
    while (!copy.is_finished()) copy.step({});
    CHECK(difference(alone, copy.result()) == "");
}

TEST_CASE("a place has numbers for 64 persons that are nobody else's")
{
    constexpr int largest_key = 1000000;
    std::set<std::uint64_t> ids;
    std::uint64_t id = person_id(largest_key, Sex::female, 20000, (1U << 20) - 1), other = person_id(largest_key, Sex::female, 20000, 0);
    for (int generation = 0; generation < 64; ++generation) {
        CHECK(ids.insert(id).second);
        CHECK(ids.insert(other).second);
        id = next_generation(id);
        other = next_generation(other);
    }
    CHECK(id == person_id(largest_key, Sex::female, 20000, (1U << 20) - 1));
}

namespace {

/// Who stands in which unit's queue, week by week.
class Standing {
public:
    void look(const World& world)
    {
        std::map<Stand, Week> next;
        for (std::size_t u = 0; u < world.units.size(); ++u) {
            for (const QueueEntry& entry : world.units[u].queue) {
                const Stand stand{entry.person, u, entry.since};
                const auto earlier = now_.find(stand);
                next[stand] = earlier == now_.end() ? 1 : earlier->second + 1;
            }
        }
        for (const auto& [stand, weeks] : now_) {
            if (!next.contains(stand)) left_.insert({std::get<0>(stand), world.week - 1, weeks});
        }
        now_ = std::move(next);
    }
    /// Whether somebody left a queue in this week after standing in it for so many.
    bool left(std::uint64_t person, Week week, Week weeks) const { return left_.contains({person, week, weeks}); }

private:
    /// Person, unit and since when: who gives up and asks again in one week stands anew.
    using Stand = std::tuple<std::uint64_t, std::size_t, Week>;
    std::map<Stand, Week> now_;
    std::set<std::tuple<std::uint64_t, Week, Week>> left_;
};

} // namespace

TEST_CASE("V7: in a town with replacement the weeks counted in queues and stays are those that persons waited and stayed")
{
    const Scenario town = steady_town(0, 520);
    Simulation simulation(std::make_shared<const Premises>(town), {chance, 8192, 1.0});
    const World& world = simulation.world();
    Standing standing;
    std::int64_t user_weeks = 0;
    while (!simulation.is_finished()) {
        simulation.step({});
        standing.look(world);
        for (const std::int64_t users : world.counts.users) user_weeks += users;
    }
    const ReplicationResult result = simulation.result();
    std::map<std::uint64_t, Week> begun;
    std::int64_t weeks_of_stays = 0;
    std::size_t waited = 0, wrong = 0;
    for (const LifeEvent& event : result.life_courses) {
        if (event.kind == LifeEventKind::started) {
            begun[event.person] = event.week;
            if (event.b == 0) continue;
            ++waited;
            wrong += standing.left(event.person, event.week, event.b) ? 0 : 1;
        } else if (event.kind == LifeEventKind::ended) {
            weeks_of_stays += event.week - begun.at(event.person);
            begun.erase(event.person);
        }
    }
    for (const auto& [person, week] : begun) weeks_of_stays += world.week - week;
    CHECK(user_weeks > 10000);
    CHECK(user_weeks == weeks_of_stays);
    CHECK(waited > 500);
    CHECK(wrong == 0);
}
