// SPDX-License-Identifier: MPL-2.0
// What a look leaves of knowledge, who knows a house anyway, and what a closed house takes with it.
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include "engine/rules/information.hpp"
#include "engine/simulation/simulation.hpp"

#include <cmath>
#include <limits>
#include <memory>

using namespace samspil;

namespace {

constexpr int steps = 20000;

/// Share of evenly spread numbers for which the layer is known afterwards.
double share_known(bool known, double up, double down, double gap)
{
    int count = 0;
    for (int i = 0; i < steps; ++i) count += known_after(known, up, down, gap, (i + 0.5) / steps) ? 1 : 0;
    return static_cast<double>(count) / steps;
}

bool has(const LargeVector<std::uint64_t>& words, const Premises& premises, std::size_t row, int centre)
{
    return (words[row * premises.knowledge_words + static_cast<std::size_t>(centre) / 64] >> (centre % 64) & 1U) != 0;
}

Scenario people_of(int persons, int houses = 1)
{
    Scenario scenario = worlds::town(houses, 50);
    scenario.population.push_back({2015, -1, Sex::female, 70, persons});
    scenario.period.weeks = 260;
    scenario.mechanisms.mortality = scenario.mechanisms.net_migration = false;
    return scenario;
}

} // namespace

TEST_CASE("learning and forgetting at constant rates leave the share of the two-state chain", "[awareness]")
{
    for (const double gap : {1.0, 26.0, 104.0, 1000.0}) {
        for (const double up : {0.0, 0.002, 0.03}) {
            const double down = 0.004, kept = std::exp(-(up + down) * gap), rest = up / (up + down);
            CHECK(std::abs(share_known(false, up, down, gap) - rest * (1 - kept)) < 2.0 / steps);
            CHECK(std::abs(share_known(true, up, down, gap) - (rest * (1 - kept) + kept)) < 2.0 / steps);
        }
    }
    const double always = std::numeric_limits<double>::infinity();
    CHECK(std::abs(share_known(false, 0.003, 0.001, always) - 0.75) < 2.0 / steps);
    CHECK(known_after(true, 0, 0, 52, 0.9));
    CHECK_FALSE(known_after(false, 0, 0, 52, 0.1));
}

TEST_CASE("with the same luck more information never leaves less knowledge", "[awareness]")
{
    for (int i = 0; i < 400; ++i) {
        const double u = (i + 0.5) / 400;
        for (const bool knew : {false, true}) {
            bool before = false;
            for (double up = 0; up < 0.05; up += 0.001) {
                const bool now = known_after(knew, up, 0.004, 60, u);
                REQUIRE((now || !before));
                REQUIRE((now || !known_after(false, up, 0.004, 60, u))); // and having known never harms
                before = now;
            }
        }
    }
}

TEST_CASE("knowledge after an opening rises towards its ceiling as the hazards say", "[awareness]")
{
    // A house that opens in week 52 and nobody but the media tells of: content = existence x content given existence.
    Scenario scenario = people_of(6000);
    scenario.centres[0].open = false;
    scenario.assumptions.consider = 0;
    scenario.mechanisms.information = {false, true, false, false};
    InformationParameters& p = scenario.assumptions.information;
    p.media_reach.fill(1);
    p.lam_media = 0.004;
    p.lam_web = p.lam_board = p.lam_near = 0;
    Intervention opening;
    opening.type = InterventionType::open_centre;
    opening.centre = "c1";
    opening.date = scenario.period.start + 7 * 52;
    scenario.interventions.push_back(opening);
    Simulation simulation(std::make_shared<const Premises>(scenario), {{3, 0}});
    const Premises& premises = simulation.premises();
    const double up = 3 * p.lam_media, forget = std::log(2.0) / p.aw_half1;
    double last = 0, rise = 0;
    for (int week = 0; week < 200; ++week) {
        simulation.step({});
        if (week < 60 || week % 35 != 0) continue;
        int known = 0, n = 0;
        for (std::uint32_t row = 0; row < simulation.world().citizens.size(); ++row) {
            if (simulation.world().citizens[row].residence != Residence::home) continue;
            std::uint64_t exists = 0, content = 0;
            see(premises, simulation.world(), {3, 0}, row, simulation.week(), &exists, &content);
            ++n;
            known += static_cast<int>(exists & 1U);
            REQUIRE(((content & 1U) == 0 || (exists & 1U) == 1));
        }
        const int open = simulation.week() - 52; // a first look finds what was learnt since the house opened
        const double truth = up / (up + forget) * (1 - std::exp(-(up + forget) * open));
        const double found = static_cast<double>(known) / n;
        INFO("week " << week << ": " << found << " against " << truth);
        CHECK(n > 5000);
        CHECK(std::abs(found - truth) < 4 * std::sqrt(truth * (1 - truth) / n)); // wrong by chance 6 in 100,000
        CHECK(found > last);
        if (last > 0 && rise > 0) CHECK(found - last < 1.2 * rise);
        rise = found - last;
        last = found;
    }
}

TEST_CASE("who goes to a house knows what it holds, and nobody knows a closed one", "[awareness]")
{
    Scenario scenario = worlds::busy_toy(0, 120);
    scenario.assumptions.information.lam_media = 0.004;
    const Week closing = 80;
    Intervention end;
    end.type = InterventionType::close_centre;
    end.centre = scenario.centres[0].id;
    end.date = scenario.period.start + 7 * closing;
    scenario.interventions.push_back(end);
    Simulation simulation(std::make_shared<const Premises>(scenario), {{3, 0}});
    const Premises& premises = simulation.premises();
    for (int week = 0; week < closing; ++week) simulation.step({});
    std::vector<char> had_known(simulation.world().citizens.size());
    int users = 0;
    for (std::uint32_t row = 0; row < had_known.size(); ++row) {
        const Citizen& citizen = simulation.world().citizens[row];
        had_known[row] = has(simulation.world().content, premises, row, 0) ? 1 : 0;
        if (citizen.residence != Residence::home || citizen.unit == no_unit || citizen.since >= closing) continue;
        std::uint64_t exists = 0, content = 0;
        see(premises, simulation.world(), {3, 0}, row, closing + 30, &exists, &content);
        ++users;
        REQUIRE((content >> premises.units[static_cast<std::size_t>(citizen.unit)].centre & 1U) == 1);
    }
    CHECK(users > 50);
    simulation.step({});
    int mistrusting = 0;
    for (std::uint32_t row = 0; row < had_known.size(); ++row) {
        REQUIRE_FALSE(has(simulation.world().known, premises, row, 0));
        const bool mistrusts = simulation.world().citizens[row].information.mistrust_until > simulation.week();
        if (had_known[row] != 0 && simulation.world().citizens.holds(row)) REQUIRE(mistrusts);
        mistrusting += mistrusts ? 1 : 0;
    }
    CHECK(mistrusting > 100);
}

TEST_CASE("the compass covers half its ceiling at its middle week, in its own area only", "[contacts]")
{
    Scenario scenario = people_of(10, 2);
    scenario.organisation_units.push_back({"one", 2, "east", "East", "area", "all", 0, {}});
    scenario.centres[1].area = "east";
    Intervention rollout;
    rollout.type = InterventionType::compass_rollout;
    rollout.date = scenario.period.start + 7 * 10;
    rollout.area = "east";
    rollout.share = 0.6;
    rollout.weeks = 20;
    scenario.interventions.push_back(rollout);
    Simulation simulation(std::make_shared<const Premises>(scenario), {{3, 0}});
    REQUIRE(simulation.premises().areas == std::vector<std::string>{"all", "east"});
    for (int week = 0; week <= 30; ++week) simulation.step({});
    const auto& coverage = simulation.world().information.coverage;
    CHECK(coverage[0] == 0);
    CHECK(std::abs(coverage[1] - 0.3) < 1e-12);
}

TEST_CASE("preventive home visits come in the years of 75, 80 and from 82, at 70 to those who live alone", "[contacts]")
{
    for (const auto& [age, expected] : {std::pair{66, false}, {69, true}, {72, false}, {74, true}, {77, false}, {79, true}, {84, true}}) {
        Scenario scenario = worlds::town(1, 0);
        scenario.population.push_back({2015, -1, Sex::female, age, 500});
        scenario.mechanisms.mortality = scenario.mechanisms.net_migration = scenario.mechanisms.nursing_home = false;
        scenario.period.weeks = 104;
        InformationParameters& p = scenario.assumptions.information;
        p.front.fill(0);
        p.self_search = 0;
        p.visit_accept = 1;
        const auto visits = worlds::run(scenario, {4, 0}).kpis[*find_kpi("contact.home_visit")];
        INFO("aged " << age << " on 1 January 2015: " << visits << " visits a year");
        CHECK((visits > 50) == expected);
        if (age == 84) CHECK((visits > 400 && visits < 520)); // all but those in a nursing home
    }
}
