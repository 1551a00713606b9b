// SPDX-License-Identifier: MPL-2.0
// What can be changed among people moves what it should (docs/model.md 7.14, 7.19), and with every effect of taking part
// off, wellbeing does not hear of capacity (V17).
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"
#include "tests/support/worlds.hpp"

#include "engine/rules/people.hpp"

#include <memory>

using namespace samspil;
using namespace samspil::options;

namespace {

constexpr Chance chance{2021, 3};

double kpi(const ReplicationResult& result, std::string_view id) { return result.kpis[*find_kpi(id)]; }

Scenario shocked(int what, double factor)
{
    Scenario town = big_toy();
    Intervention& shock = intervene(town, InterventionType::population_shock, 4);
    shock.choice = what;
    shock.factor = factor;
    shock.weeks = 78;
    return town;
}

} // namespace

TEST_CASE("population_shock: deaths, decline and loneliness rise with the factor, and fall back when the wave is over")
{
    struct Row {
        int what;
        const char* kpi;
        int sign;
    };
    for (const Row& row : {Row{0, "population.80plus", -1}, Row{1, "function.independent_months", -1}, Row{2, "wellbeing.lonely", 1}}) {
        INFO(row.kpi);
        const double base = kpi(worlds::run(shocked(row.what, 1), chance), row.kpi);
        const double more = kpi(worlds::run(shocked(row.what, 4), chance), row.kpi);
        CHECK(row.sign * (more - base) > 0);
    }
    Scenario none = big_toy();
    CHECK(worlds::difference(worlds::run(none, chance), worlds::run(shocked(0, 1), chance)) == "");
    const Scenario wave = shocked(0, 4);
    const Simulation over = finished(wave);
    CHECK(over.world().people.shock[0] == 1);
}

TEST_CASE("a shock that hardly changes a rate puts nobody's death or decline off, neither when it begins nor when it ends")
{
    for (const int what : {0, 1}) {
        const auto lived = [&](double factor) {
            Scenario town = shocked(what, factor);
            town.interventions.back().weeks = 13;
            Simulation simulation(std::make_shared<const Premises>(town), {chance});
            const Week begins = simulation.premises().calendar.week(town.interventions.back().date);
            std::vector<std::int64_t> counts;
            while (simulation.week() <= begins + 15) {
                simulation.step({});
                const Counts& now = simulation.world().counts;
                counts.push_back(what == 0 ? now.nursing_home + now.home_by_level[0] + now.home_by_level[1] + now.home_by_level[2] + now.home_by_level[3]
                                           : now.home_by_level[0]);
            }
            return counts;
        };
        const auto without = lived(1), with = lived(1.000001);
        std::int64_t most = 0;
        for (std::size_t week = 0; week < without.size(); ++week) most = std::max(most, std::abs(with[week] - without[week]));
        CHECK(most <= 1); // somebody on the edge of a week
    }
}

TEST_CASE("two shocks of one kind multiply, and each ends by itself")
{
    Scenario town = shocked(0, 2);
    const Day begun = town.interventions.back().date;
    Intervention second = town.interventions.back();
    second.date = begun + 7 * 10;
    second.factor = 3;
    second.weeks = 5;
    town.interventions.push_back(second);
    Simulation simulation(std::make_shared<const Premises>(town), {chance});
    const Week first_week = simulation.premises().calendar.week(begun);
    const auto factor_in = [&](Week week) {
        while (simulation.week() <= week) simulation.step({});
        return simulation.world().people.shock[0];
    };
    CHECK(factor_in(first_week + 9) == 2);
    CHECK(factor_in(first_week + 10) == 6);
    CHECK(factor_in(first_week + 15) == 2);
    CHECK(factor_in(first_week + 78) == 1);
}

TEST_CASE("who begins to live alone considers an offer, whether loneliness is followed or not")
{
    Scenario town = big_toy(), sooner = town;
    for (Scenario* one : {&town, &sooner}) one->mechanisms.people.loneliness = false;
    town.assumptions.people.trigger_widow = 1;
    sooner.assumptions.people.trigger_widow = 6;
    CHECK(worlds::difference(worlds::run(town, chance), worlds::run(sooner, chance)) != "");
}

TEST_CASE("company counts as often as one comes: who lacks a needed ride is lonelier")
{
    const Scenario town = big_toy();
    const Simulation lived = finished(town);
    int looked_at = 0;
    for (std::uint32_t row = 0; row < lived.world().citizens.size() && looked_at < 50; ++row) {
        Citizen citizen = lived.world().citizens[row];
        if (citizen.residence != Residence::home || citizen.offer != Offer::forebyggende || citizen.places.stranded) continue;
        ++looked_at;
        const double with_ride = lonely_share(lived.premises(), lived.world(), citizen, row, Effects::as_assumed);
        citizen.places.stranded = true;
        CHECK(lonely_share(lived.premises(), lived.world(), citizen, row, Effects::as_assumed) > with_ride);
    }
    CHECK(looked_at > 5);
}

TEST_CASE("V17: without effects of taking part neither loneliness nor mental health depends on the places")
{
    Scenario many = big_toy();
    many.assumptions.hrd.fill(1);
    many.assumptions.rr_rec = 1;
    many.assumptions.volunteering.hrd_vol = 1; // participants may volunteer, which is taking part too
    PeopleParameters& p = many.assumptions.people;
    p.phi = p.lone_contact = p.lone_ties = p.lone_dose = 0;
    Scenario few = many;
    for (Centre& centre : few.centres) {
        for (int& places : centre.places) places /= 10;
    }
    const ReplicationResult one = worlds::run(many, chance), two = worlds::run(few, chance);
    CHECK(kpi(one, "reach.klub") > 1.5 * kpi(two, "reach.klub"));
    for (const char* id : {"function.independent_months", "wellbeing.lonely", "wellbeing.high_mh"}) {
        INFO(id);
        CHECK(kpi(one, id) == kpi(two, id));
    }
    // With the effects on, more places are less loneliness and more mental health.
    many.assumptions.people = few.assumptions.people = big_toy().assumptions.people;
    const ReplicationResult three = worlds::run(many, chance), four = worlds::run(few, chance);
    CHECK(kpi(three, "wellbeing.lonely") < kpi(four, "wellbeing.lonely"));
    CHECK(kpi(three, "wellbeing.high_mh") > kpi(four, "wellbeing.high_mh"));
}

TEST_CASE("friends at the new house lower the loss at a move")
{
    Scenario town = big_toy();
    town.assumptions.consider = 3;
    town.assumptions.people.tie_form = 0.02;
    town.assumptions.people.b5 = 0;
    Scenario protects = town;
    protects.assumptions.people.b5 = 5;
    CHECK(kpi(worlds::run(protects, chance), "continuity.dropout_12w") < kpi(worlds::run(town, chance), "continuity.dropout_12w"));
    CHECK(kpi(worlds::run(town, chance), "continuity.ties_kept") > 0);
}

TEST_CASE("without help in the clubs those who need it move sooner")
{
    Scenario town = worlds::busy_toy(104, 208);
    Scenario helpless = town;
    helpless.assumptions.people.help_cap = 0.01;
    const ReplicationResult with = worlds::run(town, chance), without = worlds::run(helpless, chance);
    CHECK(kpi(without, "clubs.help") < kpi(with, "clubs.help"));
    CHECK(kpi(without, "continuity.months_delayed") < kpi(with, "continuity.months_delayed"));
}
