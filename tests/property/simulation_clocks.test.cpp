// SPDX-License-Identifier: MPL-2.0
// Clocks by event number, everything recurrent by calendar: looking more often, or one event more, shifts nothing else.
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"

#include "engine/random/clock.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace samspil;
using namespace samspil::options;

TEST_CASE("looking at every citizen every week gives the same as looking when something is due")
{
    const Scenario town = GENERATE(0, 1) == 0 ? big_toy() : an_eventful_town();
    const SimulationSettings settings{{town.run.seed, 0}, 8192, 1};
    Simulation lazy(std::make_shared<const Premises>(town), settings), eager = lazy;
    while (!lazy.is_finished()) {
        lazy.step(Workers());
        World& world = eager.world();
        for (std::size_t row = 0; row < world.citizens.size(); ++row) {
            const Residence residence = world.citizens[row].residence;
            if (residence == Residence::home || residence == Residence::nursing_home) world.due[row] = world.week;
        }
        eager.step(Workers());
    }
    CHECK(difference(lazy.result(), eager.result()) == "");
}

TEST_CASE("crossing a level winds the clock that fired and no other")
{
    const Scenario town = toy();
    const Chance chance{town.run.seed, 3};
    Simulation simulation(std::make_shared<const Premises>(town), {chance, 8192, 0});
    constexpr std::array purposes{Purpose::clock_death, Purpose::clock_nursing_home, Purpose::clock_decline, Purpose::clock_recovery, Purpose::clock_move};
    int crossings = 0, wrong = 0;
    while (!simulation.is_finished()) {
        const auto before = simulation.world().citizens;
        simulation.step(Workers());
        for (std::size_t row = 0; row < before.size(); ++row) {
            const Citizen &was = before[row], &is = simulation.world().citizens[row];
            if (was.residence != Residence::home || is.residence != Residence::home || was.level == is.level) continue;
            ++crossings;
            const auto fired = static_cast<std::size_t>(is.level > was.level ? Process::decline : Process::recovery);
            for (std::size_t i = 0; i < process_count; ++i) {
                if (is.clocks[i].event != was.clocks[i].event + (i == fired ? 1 : 0)) ++wrong;
                // What is left is never more than the whole threshold of the event waited for, which is drawn when there
                // first is a rate: below 0 until then.
                const auto whole = static_cast<float>(unit_threshold(chance, purposes[i], is.id, static_cast<std::uint32_t>(is.clocks[i].event)));
                const bool is_drawn = is.clocks[i].remaining >= 0, was_drawn = was.clocks[i].remaining >= 0;
                if (is.clocks[i].rate > 0 && !is_drawn) ++wrong;
                if (is.clocks[i].remaining > whole || (i == fired && is_drawn && is.clocks[i].remaining != whole)) ++wrong;
                if (i != fired && was_drawn && !(is_drawn && is.clocks[i].remaining <= was.clocks[i].remaining)) ++wrong;
            }
        }
    }
    CHECK(crossings > 100);
    CHECK(wrong == 0);
}

TEST_CASE("more occasions to consider after a change of level move nobody whose level never changed")
{
    Scenario base = big_toy();
    give_places_without_limit(base);
    without_company(base);
    Scenario option = base;
    option.assumptions.trigger_f *= 4;
    const auto a = finished(base).result().life_courses, b = finished(option).result().life_courses;
    std::set<std::uint64_t> crossed;
    for (const LifeEvent& event : a) {
        if (event.kind == LifeEventKind::level_change) crossed.insert(event.person);
    }
    const auto lives = differing_lives(a, b, {});
    CHECK(lives.size() > 50);
    CHECK(std::all_of(lives.begin(), lives.end(), [&](const LifeDifference& life) { return crossed.contains(life.person); }));
}

TEST_CASE("an occasion to consider more does not take away another")
{
    Scenario base = big_toy();
    base.assumptions.asc.fill(-30); // nobody ever wants an offer, so every occasion is seen
    Scenario option = base;
    option.assumptions.trigger_f *= 4;
    const auto weeks = [](const Scenario& scenario) {
        std::set<std::pair<std::uint64_t, Week>> all;
        for (const LifeEvent& event : finished(scenario).result().life_courses) {
            if (event.kind == LifeEventKind::considered) all.emplace(event.person, event.week);
        }
        return all;
    };
    const auto few = weeks(base), many = weeks(option);
    // A trigger holds the first of its occasions only, so an earlier one may stand for a later one; none else is lost.
    std::vector<std::pair<std::uint64_t, Week>> lost;
    std::set_difference(few.begin(), few.end(), many.begin(), many.end(), std::back_inserter(lost));
    INFO(few.size() << " occasions, " << many.size() << " with more triggers, " << lost.size() << " lost");
    CHECK(many.size() > few.size() + 50);
    CHECK(static_cast<double>(lost.size()) < 0.01 * static_cast<double>(few.size()));
}

TEST_CASE("a shorter run is the beginning of the longer one")
{
    const Scenario town = big_toy();
    Scenario shorter = town;
    shorter.period.weeks = 52;
    const auto all = finished(town).result(), some = finished(shorter).result();
    for (std::size_t s = 0; s < all.series.size(); ++s) {
        INFO(series_table()[s].id);
        REQUIRE(some.series[s].size() < all.series[s].size());
        const bool same = std::equal(some.series[s].begin(), some.series[s].end(), all.series[s].begin());
        CHECK(same);
    }
}
