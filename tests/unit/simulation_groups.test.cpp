// SPDX-License-Identifier: MPL-2.0
// Who belongs to which group, and that groups add up to the whole whatever they are of.
#include "engine/model/groups.hpp"
#include "engine/simulation/simulation.hpp"
#include "engine/simulation/tally_looks.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr Chance chance{2021, 3};
constexpr Dimension every_citizen[] = {Dimension::all, Dimension::area, Dimension::district, Dimension::neighbourhood,
                                       Dimension::level, Dimension::age, Dimension::sex, Dimension::household, Dimension::education};

std::size_t index_of_kpi(std::string_view id)
{
    const GroupKpi* kpi = find_group_kpi(id);
    REQUIRE(kpi != nullptr);
    return static_cast<std::size_t>(kpi - group_kpis().data());
}

/// Values of a KPI by id of the member.
std::map<std::string, double> by_member(const std::vector<std::vector<double>>& groups, const Scenario& scenario, Dimension dimension,
                                        std::string_view kpi)
{
    const Grouping grouping(scenario);
    const auto& members = grouping.members(dimension);
    std::map<std::string, double> values;
    for (std::size_t m = 0; m < members.size(); ++m)
        values[members[m].id] = groups[static_cast<std::size_t>(dimension)][index_of_kpi(kpi) * members.size() + m];
    return values;
}

double sum(const std::map<std::string, double>& values)
{
    double total = 0;
    for (const auto& [id, value] : values) total += std::isnan(value) ? 0 : value;
    return total;
}

/// Two areas of one district: the second house has the second area; a third house between them is closed.
Scenario two_areas()
{
    Scenario scenario = town(2, 10);
    scenario.organisation_units = {{"one", 1, "west", "West", "area", "", 1, {}}, {"one", 2, "east", "East", "area", "", 1, {}},
                                   {"two", 1, "west", "West", "area", "d", 0, {}}, {"two", 2, "east", "East", "area", "", 1, {}},
                                   {"two", 9, "d", "District", "district", "", 1, {}}};
    scenario.centres[0].area = "west";
    scenario.centres[1].area = "east";
    return scenario;
}

Citizen at_home(const Grouping& grouping, std::int32_t x_m, Week age_weeks, int level, Sex sex)
{
    Citizen citizen;
    citizen.residence = Residence::home;
    citizen.x_m = x_m;
    citizen.neighbourhood = x_m < 2000 ? 0 : 1;
    citizen.home_area = static_cast<std::int16_t>(grouping.area_of_home(citizen.neighbourhood, x_m, 0));
    citizen.week_65 = -age_weeks;
    citizen.level = static_cast<std::uint8_t>(level);
    citizen.sex = sex;
    return citizen;
}

bool same_bits(double a, double b) { return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b); }

} // namespace

TEST_CASE("Age groups begin on birthdays and the last is open-ended")
{
    CHECK(age_group(0) == 0);
    CHECK(age_group(260) == 0);
    CHECK(age_group(261) == 1);
    CHECK(age_group(782) == 2);
    CHECK(age_group(783) == 3); // 80, as in population.80plus
    CHECK(age_group(1305) == 5);
    CHECK(age_group(2500) == 5);
}

TEST_CASE("A home belongs to the area of the nearest open house, a house to its own, and areas to a district where a model has some")
{
    Scenario scenario = two_areas();
    Centre closed = scenario.centres[0];
    closed.key = 3;
    closed.id = "c3";
    closed.x_m = 2300;
    closed.open = false;
    scenario.centres.push_back(closed);
    const Grouping grouping(scenario);
    CHECK(grouping.area_of_home(0, 1900, 0) == 0);
    CHECK(grouping.area_of_home(0, 2100, 50) == 1); // the neighbourhood's middle is in the other area
    CHECK(grouping.area_of_home(1, 2300, 0) == 1);  // not that of the closed house
    CHECK(grouping.area_of_home(0, 2000, 0) == 0);  // as far from both: the lower key
    CHECK(grouping.area_of_centre(2) == 0);
    REQUIRE(grouping.members(Dimension::district).size() == 1);
    CHECK(grouping.members(Dimension::district)[0].label.en == "District");
    CHECK(grouping.district_of_area(0) == 0);
    CHECK(grouping.district_of_area(1) == -1);
    CHECK(grouping.members(Dimension::age).back().id == "90+");
}

TEST_CASE("The nearest house is found however far from the middle of the neighbourhood a home lies")
{
    const Scenario scenario = shipped("aarhus/basis", 1, 1);
    const Grouping grouping(scenario);
    const auto nearest = [&](std::int32_t x, std::int32_t y) {
        const Centre* best = nullptr;
        double least = 0;
        for (const Centre& c : scenario.centres) {
            const double d = (1.0 * c.x_m - x) * (1.0 * c.x_m - x) + (1.0 * c.y_m - y) * (1.0 * c.y_m - y);
            if (c.open && (best == nullptr || d < least || (d == least && c.key < best->key))) best = &c, least = d;
        }
        return best == nullptr ? -1 : grouping.area_of_centre(static_cast<std::size_t>(best - scenario.centres.data()));
    };
    int wrong = 0;
    for (std::size_t n = 0; n < scenario.neighbourhoods.size(); ++n) {
        for (int step = 0; step < 400; ++step) {
            const std::int32_t x = scenario.neighbourhoods[n].x_m + (step % 20 - 10) * 433, y = scenario.neighbourhoods[n].y_m + (step / 20 - 10) * 397;
            wrong += grouping.area_of_home(n, x, y) != nearest(x, y);
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("Three citizens counted by hand")
{
    const Scenario scenario = two_areas();
    const Premises premises(scenario);
    GroupTally tally(premises);
    LookCells seen(tally.grouping(), premises);
    const std::int16_t club_west = premises.unit_of[0][index_of(Offer::klub)], centre_east = premises.unit_of[1][index_of(Offer::vedligeholdende_center)];
    Citizen one = at_home(tally.grouping(), 0, 100, 0, Sex::female);
    one.offer = Offer::klub;
    one.unit = club_west;
    one.minutes = 301;
    one.waiting[0] = {centre_east, 0};
    Citizen two = at_home(tally.grouping(), 4000, 800, 3, Sex::male);
    two.alone = true;
    two.people.lonely = true;
    two.offer = Offer::vedligeholdende_center;
    two.unit = centre_east;
    two.minutes = 99;
    Citizen three = at_home(tally.grouping(), 4000, 1400, 3, Sex::female);
    three.residence = Residence::nursing_home;
    Citizen moved = at_home(tally.grouping(), 0, 10, 0, Sex::male);
    moved.residence = Residence::moved_out;
    for (const Citizen* citizen : {&one, &two, &three, &moved}) seen.look_at(*citizen, 0);
    tally.add(seen, premises);
    tally.finish_look();
    const auto groups = tally.report();
    const auto value = [&](Dimension d, const char* kpi, const char* member) { return by_member(groups, scenario, d, kpi).at(member); };

    CHECK(value(Dimension::all, "citizens", "all") == 3);
    CHECK(value(Dimension::area, "citizens", "east") == 2);
    CHECK(value(Dimension::area, "reach.municipal", "east") == 0.5);
    CHECK(value(Dimension::area, "reach.municipal", "west") == 0);
    CHECK(value(Dimension::age, "reach.klub", "65-69") == 1);
    CHECK(std::isnan(value(Dimension::age, "reach.klub", "70-74")));
    CHECK(value(Dimension::age, "citizens", "90+") == 1);
    CHECK(value(Dimension::level, "users", "F4") == 1);
    CHECK(value(Dimension::sex, "users.klub", "female") == 1);
    CHECK(value(Dimension::household, "users", "alone") == 1);
    CHECK(value(Dimension::household, "wellbeing.lonely", "alone") == 1);
    CHECK(value(Dimension::area, "wellbeing.lonely", "east") == 1); // who lives in a nursing home is not asked
    CHECK(value(Dimension::education, "citizens", "short") == 3);
    CHECK(value(Dimension::centre, "users", "c1") == 1);
    CHECK(value(Dimension::centre, "unmet_need", "c2") == 1);        // waits at the other house
    CHECK(value(Dimension::area, "unmet_need", "west") == 1);        // but lives here
    CHECK(value(Dimension::offer, "unmet_need", "vedligeholdende_center") == 1);
    CHECK(value(Dimension::centre, "travel.over_30", "c1") == 1);
    CHECK(value(Dimension::area, "travel.mean", "east") == Approx(9.9));
    CHECK(std::isnan(value(Dimension::centre, "citizens", "c1")));    // nobody lives in a house
    CHECK(std::isnan(value(Dimension::age, "volunteers.stock", "90+")));
    CHECK(value(Dimension::district, "citizens", "d") == 1);
}

TEST_CASE("Groups add up to the whole, and to what the world itself counts")
{
    const Scenario scenario = busy_toy(52, 104);
    Simulation simulation(std::make_shared<const Premises>(scenario), {chance, 8192, 0});
    std::int64_t users = 0, queued = 0, citizens = 0;
    int looks = 0;
    while (!simulation.is_finished()) {
        const Week week = simulation.week();
        simulation.step({});
        if (!GroupTally::wants_look(simulation.premises(), week)) continue;
        ++looks;
        const World& world = simulation.world();
        for (const std::int64_t n : world.counts.users) users += n;
        for (const UnitState& unit : world.units) queued += static_cast<std::int64_t>(unit.queue.size());
        for (const std::int64_t n : world.counts.home_by_level) citizens += n;
        citizens += world.counts.nursing_home;
    }
    const auto groups = simulation.result().groups;
    CHECK(looks >= 2); // one a year
    CHECK(users > 0);
    CHECK(queued > 0);
    const auto total = [&](Dimension dimension, const char* kpi) { return sum(by_member(groups, scenario, dimension, kpi)); };
    for (const Dimension dimension : every_citizen) {
        CAPTURE(dimension_table()[static_cast<std::size_t>(dimension)].id);
        CHECK(total(dimension, "citizens") == Approx(static_cast<double>(citizens) / looks));
        CHECK(total(dimension, "users") == Approx(static_cast<double>(users) / looks));
        CHECK(total(dimension, "unmet_need") == Approx(static_cast<double>(queued) / looks));
        CHECK(total(dimension, "eligibility_gap.wide") == Approx(total(Dimension::all, "eligibility_gap.wide")));
    }
    for (const Dimension dimension : {Dimension::centre, Dimension::offer}) {
        CHECK(total(dimension, "users") == Approx(static_cast<double>(users) / looks));
        CHECK(total(dimension, "unmet_need") == Approx(static_cast<double>(queued) / looks));
    }
    for (const Dimension dimension : {Dimension::all, Dimension::area, Dimension::centre})
        CHECK(total(dimension, "volunteers.stock") == Approx(total(Dimension::all, "volunteers.stock")));
    CHECK(total(Dimension::all, "volunteers.stock") > 0);
}

TEST_CASE("Numbers of the whole municipality that are counted week by week are the KPIs themselves")
{
    const Scenario scenario = busy_toy(52, 104);
    const ReplicationResult result = run(scenario, chance);
    for (const char* id : {"wait.mean.klub", "wait.mean.vedligeholdende_center", "utilisation.klub", "utilisation.forebyggende", "volunteers.stock",
                           "volunteers.overasked", "right_offer", "eligibility_gap.wide", "eligibility_gap.narrow"}) {
        CAPTURE(id);
        const double kpi = result.kpis[*find_kpi(id)], group = by_member(result.groups, scenario, Dimension::all, id).at("all");
        CHECK((kpi == Approx(group) || (std::isnan(kpi) && std::isnan(group))));
    }
    // Looked at four times a year instead of every week.
    for (const char* id : {"reach.klub", "reach.municipal", "travel.mean"})
        CHECK(by_member(result.groups, scenario, Dimension::all, id).at("all") == Approx(result.kpis[*find_kpi(id)]).epsilon(0.05));
}

TEST_CASE("Groups are the same in any order of rows, and with any number of threads")
{
    const Scenario plain = busy_toy(52, 60);
    Scenario shuffled = plain;
    std::reverse(shuffled.centres.begin(), shuffled.centres.end());
    std::reverse(shuffled.neighbourhoods.begin(), shuffled.neighbourhoods.end());
    std::reverse(shuffled.organisation_units.begin(), shuffled.organisation_units.end());
    const int last = static_cast<int>(shuffled.neighbourhoods.size()) - 1;
    for (Centre& centre : shuffled.centres) centre.neighbourhood = last - centre.neighbourhood;
    for (PopulationCount& row : shuffled.population) row.neighbourhood = row.neighbourhood < 0 ? -1 : last - row.neighbourhood;
    for (Road& road : shuffled.roads) road = {last - road.from, last - road.to, road.km};
    const auto one = run(plain, chance).groups, two = run(shuffled, chance).groups;
    const auto threads = run(plain, chance, Workers(3), 0, 100).groups;
    REQUIRE(one.size() == dimension_count);
    for (std::size_t d = 0; d < dimension_count; ++d) {
        const auto dimension = static_cast<Dimension>(d);
        for (const GroupKpi& kpi : group_kpis()) {
            const auto a = by_member(one, plain, dimension, kpi.about.id), b = by_member(two, shuffled, dimension, kpi.about.id);
            REQUIRE(a.size() == b.size());
            for (const auto& [member, value] : a) {
                CAPTURE(kpi.about.id, member);
                CHECK(same_bits(value, b.at(member)));
            }
        }
        CHECK(std::equal(one[d].begin(), one[d].end(), threads[d].begin(), threads[d].end(), same_bits));
    }
}
