// SPDX-License-Identifier: MPL-2.0
// rates.csv and residents.csv (docs/model.md 5, 7.1, 7.2): what a row means, what is missed, and who is listed.
#include "engine/model/rates.hpp"
#include "engine/model/roster.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <cmath>
#include <map>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr auto any = TabledRate::Enrolled::any;

TabledRate row(Process process, int level, double chance, TabledRate::Enrolled enrolled = any, double from = 65, double to = 130)
{
    return {process, level, enrolled, from, to, chance, TabledRate::Per::year};
}

Scenario with_deaths(double chance)
{
    Scenario scenario = cohort(Sex::female, 1000);
    for (int level = 1; level <= 4; ++level) scenario.rates.push_back(row(Process::death, level, chance));
    return scenario;
}

} // namespace

TEST_CASE("a chance within a year is reached after a year of its hazard, a weekly one after a week")
{
    TabledRate yearly = row(Process::death, 1, 0.2, any, 70, 80);
    CHECK(1 - std::exp(-hazard_at(yearly, 75)) == Approx(0.2));
    CHECK(hazard_at(yearly, 69.99) == 0);
    CHECK(hazard_at(yearly, 70) > 0);
    CHECK(hazard_at(yearly, 80) == 0);
    yearly.per = TabledRate::Per::week;
    CHECK(1 - std::exp(-hazard_at(yearly, 75) * years_per_week) == Approx(0.2));
}

TEST_CASE("a table is cumulated by level and enrolment, and only where it has rows")
{
    Scenario scenario = with_deaths(0.1);
    scenario.rates.push_back(row(Process::decline, 1, 0.3, TabledRate::Enrolled::no));
    scenario.rates.push_back(row(Process::decline, 1, 0.1, TabledRate::Enrolled::yes));
    const Hazards hazards = make_hazards(scenario);
    CHECK(hazards.table[static_cast<std::size_t>(Process::recovery)].empty());
    CHECK(hazards.by_enrolment);
    for (std::size_t level = 0; level < 4; ++level) {
        const RateTable& deaths = hazards.table[static_cast<std::size_t>(Process::death)];
        CHECK(deaths[rate_state(level, true)].cumulated == deaths[rate_state(level, false)].cumulated);
    }
    const auto after = [&](Process process, bool enrolled, int weeks) {
        return hazards.table[static_cast<std::size_t>(process)][rate_state(0, enrolled)].at(weeks) / (weeks * years_per_week);
    };
    CHECK(1 - std::exp(-after(Process::death, false, 520)) == Approx(0.1));
    CHECK(1 - std::exp(-after(Process::decline, false, 520)) == Approx(0.3));
    CHECK(1 - std::exp(-after(Process::decline, true, 520)) == Approx(0.1));
}

TEST_CASE("the reference cohort dies by the table")
{
    Scenario scenario = with_deaths(0.1);
    scenario.mechanisms.nursing_home = false;
    const Hazards hazards = make_hazards(scenario);
    // Everybody dies as often, so no level is thinned more than another by death: only decline and recovery move shares.
    Scenario other = with_deaths(0.4);
    other.mechanisms.nursing_home = false;
    const Hazards more = make_hazards(other);
    for (std::size_t level = 0; level < 4; ++level)
        CHECK(hazards.shares[1][520].home[level] == Approx(more.shares[1][520].home[level]).margin(1e-4));
}

TEST_CASE("a table that leaves out a level or an age, or gives one twice, is a finding that says where")
{
    const auto findings = [](const Scenario& scenario) {
        Diagnostics found;
        check_rates(scenario, found);
        return found.items();
    };
    Scenario scenario = with_deaths(0.1);
    CHECK(findings(scenario).empty());
    scenario.rates.pop_back();
    REQUIRE(findings(scenario).size() == 2); // level 4, in and out of an offer
    CHECK(findings(scenario).front().message.en.find("level 4") != std::string::npos);
    scenario.rates.push_back(row(Process::death, 4, 0.1, any, 65, 80));
    CHECK(findings(scenario).front().message.en.find("80.0") != std::string::npos);
    scenario.rates.push_back(row(Process::death, 4, 0.1, any, 79, 130));
    CHECK(findings(scenario).front().message.en.find("2 rows") != std::string::npos);
    scenario.rates.clear();
    CHECK(findings(scenario).empty());
    // Nobody declines from level 4 or recovers from level 1: no row is asked for.
    for (int level = 1; level <= 3; ++level) scenario.rates.push_back(row(Process::decline, level, 0.1));
    CHECK(findings(scenario).empty());
    scenario.rates.push_back(row(Process::decline, 4, 0.1));
    REQUIRE(findings(scenario).size() == 1);
    CHECK(findings(scenario).front().path == "rates.4");
}

TEST_CASE("residents are listed by their day of birth in place of those of the population table")
{
    Scenario scenario = cohort(Sex::female, 1000);
    const auto before = make_roster(scenario);
    REQUIRE(!before.empty());
    const Calendar calendar = scenario.calendar();
    const CivilDate first = civil_date(calendar.first_day);
    scenario.residents.push_back({0, Sex::male, day_of({first.year - 70, first.month, first.day}), 3});
    scenario.residents.push_back({0, Sex::female, day_of({first.year - 65, first.month, first.day}), 2});
    std::map<Week, int> by_week;
    for (const Person& person : make_roster(scenario)) {
        if (person.week_65 <= 0) ++by_week[person.week_65];
    }
    REQUIRE(by_week.size() == 2);
    CHECK(by_week[0] == 2);
    CHECK(by_week.begin()->second == 3);
    CHECK(by_week.begin()->first == Approx(-5 * 52.18).margin(1));
    scenario.residents.push_back({0, Sex::male, day_of({first.year - 60, first.month, first.day}), 1});
    const auto items = check_scenario(scenario).items();
    CHECK(std::any_of(items.begin(), items.end(), [](const Diagnostic& one) { return one.path == "residents.3"; }));
    scenario.residents.back().born = day_of({1800, 1, 1});
    const auto too_old = check_scenario(scenario).items();
    CHECK(std::any_of(too_old.begin(), too_old.end(), [](const Diagnostic& one) { return one.message.en.find("over 111") != std::string::npos; }));
}
