// SPDX-License-Identifier: MPL-2.0
// Every decision, dated change and assumption about volunteers, agreements and the forum does something, in the direction
// it is said to; and volunteers among the participants are kept account of (docs/model.md 7.15, 7.17, 7.19).
#include "engine/simulation/simulation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <functional>
#include <map>
#include <memory>
#include <set>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr Chance chance{2031, 2};

double kpi(const ReplicationResult& result, std::string_view id) { return result.kpis[*find_kpi(id)]; }

/// A town whose volunteers are short of time, with agreements.
Scenario hurried_town()
{
    Scenario scenario = busy_toy(26, 156);
    scenario.assumptions.rec_ext = 10;
    scenario.assumptions.volunteering.rec_part = 0.1;
    for (Centre& centre : scenario.centres) centre.other_task_hours = 110;
    scenario.centres[0].volunteers = 60;
    scenario.centres[1].volunteers = 30;
    for (int i = 0; i < 6; ++i) {
        Agreement agreement;
        agreement.key = i + 1;
        agreement.id = "a" + std::to_string(i);
        agreement.formal = i < 3;
        agreement.centre = scenario.centres[static_cast<std::size_t>(i % 2)].id;
        agreement.hours = 5;
        agreement.start = scenario.calendar().day(0);
        scenario.agreements.push_back(agreement);
    }
    return scenario;
}

using Change = std::function<void(Scenario&)>;
struct Lever {
    const char* what;
    Change change;
    const char* kpi;
    int direction;
};

Change dated(InterventionType type, std::function<void(Intervention&)> fill)
{
    return [type, fill](Scenario& scenario) {
        Intervention one;
        set_defaults(kind_of(type).params, &one);
        one.type = type;
        one.date = scenario.period.start;
        fill(one);
        scenario.interventions.push_back(one);
    };
}

Change policy(std::function<void(VolunteeringPolicy&)> change)
{
    return [change](Scenario& scenario) { change(scenario.policy.volunteering); };
}

const std::vector<Lever>& levers()
{
    using T = InterventionType;
    static const std::vector<Lever> table{
        {"a_max", dated(T::volunteer_policy, [](Intervention& i) { i.factor = 2.5; }), "volunteers.turnover", 1},
        {"recognition", dated(T::volunteer_policy, [](Intervention& i) { i.volunteering.recognition = 1; }), "volunteers.turnover", -1},
        {"voice", dated(T::volunteer_policy, [](Intervention& i) { i.volunteering.voice = 1; }), "volunteers.turnover", -1},
        {"barrier", dated(T::volunteer_policy, [](Intervention& i) { i.volunteering.barrier = 0.9; }), "volunteers.stock", -1},
        {"substitution", dated(T::volunteer_policy, [](Intervention& i) { i.volunteering.substitution = 0.15; }), "budget.staff", -1},
        {"consultants", dated(T::consultants, [](Intervention& i) { i.persons = 2; }), "volunteers.turnover", -1},
        {"consultants of one area",
         dated(T::consultants, [](Intervention& i) { i.persons = 2, i.area = "byen"; }), "volunteers.support_hours", 1},
        {"consultants in a cluster", dated(T::consultants, [](Intervention& i) { i.persons = 0.25, i.flag = true; }), "volunteers.support_hours", 1},
        {"forum", dated(T::forum_start, [](Intervention&) {}), "organisation.forum", 1},
        {"forum does away with double work", dated(T::forum_start, [](Intervention&) {}), "volunteers.load", -1},
        {"policy recognition", policy([](VolunteeringPolicy& p) { p.recognition = 0; }), "volunteers.turnover", 1},
        {"policy voice", policy([](VolunteeringPolicy& p) { p.voice = 0; }), "volunteers.turnover", 1},
        {"policy barrier", policy([](VolunteeringPolicy& p) { p.barrier = 0; }), "volunteers.recruits.external", 1},
        {"policy substitution", policy([](VolunteeringPolicy& p) { p.substitution = 0.1; }), "budget.staff", -1},
        {"policy consultants", policy([](VolunteeringPolicy& p) { p.consultants_per_1000 = 0; }), "volunteers.turnover", 1},
        {"policy consultants clustered", policy([](VolunteeringPolicy& p) { p.consultants_clustered = true; }), "volunteers.support_hours", 1},
        {"policy forum", policy([](VolunteeringPolicy& p) { p.forum = 1; }), "organisation.forum", 1},
        {"policy network meetings", policy([](VolunteeringPolicy& p) { p.network_meetings = 4; }), "organisation.forum", 1},
        {"agreements", [](Scenario& s) { s.agreements.clear(); }, "volunteers.load", 1},
        {"fewer volunteers, fewer places",
         [](Scenario& s) {
             for (Centre& centre : s.centres) centre.volunteers = centre.volunteers * 85 / 100;
         },
         "reach.klub", -1},
    };
    return table;
}

/// Read by other modules: how well staff refer during a shock.
const std::set<std::string_view> read_elsewhere{"shock_referral"};

} // namespace

TEST_CASE("every lever on volunteers, consultants and the forum moves its figure the way it is said to")
{
    const Scenario plain = hurried_town();
    const ReplicationResult before = run(plain, chance, {}, 0);
    for (const Lever& lever : levers()) {
        Scenario changed = plain;
        lever.change(changed);
        const ReplicationResult after = run(changed, chance, {}, 0);
        INFO(lever.what << ": " << lever.kpi << " " << kpi(before, lever.kpi) << " -> " << kpi(after, lever.kpi));
        CHECK(lever.direction * (kpi(after, lever.kpi) - kpi(before, lever.kpi)) > 0);
    }
}

TEST_CASE("every assumption about volunteers and the network changes a result")
{
    Scenario plain = hurried_town();
    plain.policy.volunteering.forum = 1;
    plain.policy.volunteering.network_meetings = 4;
    plain.policy.volunteering.consultants_clustered = true;
    plain.policy.volunteering.substitution = 0.4;
    plain.policy.volunteering.recognition = 0.6;
    plain.policy.volunteering.voice = 0.6;
    plain.policy.volunteering.barrier = 0.3;
    plain.policy.a_max = 2;
    plain.assumptions.h_c = 60;
    // For long, with hours about enough, few who suit the most wanted tasks, and many participants who volunteer and age.
    plain.period.weeks = 312;
    plain.assumptions.rec_ext = 20;
    plain.assumptions.volunteering.rec_part = 0.3;
    plain.assumptions.volunteering.skill = {0.3, 0.1, 0.5, 0.4};
    Intervention change;
    change.type = InterventionType::organisation_change;
    change.date = plain.period.start + 7 * 20;
    change.organisation = plain.organisation;
    change.shock_weeks = 26;
    change.parts = {true, true, true, true};
    plain.interventions.push_back(change);
    const ReplicationResult before = run(plain, chance, {}, 0);
    std::vector<Field> own;
    append_volunteering_parameters(own);
    for (const Field& field : own) {
        if (read_elsewhere.contains(field.key)) continue;
        Scenario changed = plain;
        const double value = field.access.read(&changed.assumptions);
        INFO(field.key);
        bool matters = false;
        for (const double other : {field.prior_low, field.prior_high}) {
            field.access.write(&changed.assumptions, other);
            matters = matters || (other != value && difference(before, run(changed, chance, {}, 0)) != "");
        }
        CHECK(matters);
    }
}

TEST_CASE("participants who volunteer are counted once, at home, and their hours add up")
{
    const Scenario scenario = hurried_town();
    Simulation simulation(std::make_shared<const Premises>(scenario), {chance, 8192, 0});
    int helped = 0;
    while (!simulation.is_finished()) {
        simulation.step({});
        const World& world = simulation.world();
        if (world.week % 13 != 0) continue;
        std::vector<int> hours(world.centres.size(), 0), persons(world.centres.size(), 0);
        std::set<std::int32_t> rows;
        for (const Volunteer& volunteer : world.volunteers) {
            hours[static_cast<std::size_t>(volunteer.centre)] += volunteer.hours_tenths;
            ++persons[static_cast<std::size_t>(volunteer.centre)];
            if (volunteer.row < 0) continue;
            const Citizen& citizen = world.citizens[static_cast<std::size_t>(volunteer.row)];
            REQUIRE(rows.insert(volunteer.row).second);
            REQUIRE(citizen.residence == Residence::home);
            REQUIRE((citizen.volunteering.is_volunteer && citizen.volunteering.centre == volunteer.centre));
        }
        std::size_t flagged = 0;
        for (const Citizen& citizen : world.citizens) flagged += citizen.volunteering.is_volunteer ? 1 : 0;
        REQUIRE(flagged == rows.size());
        helped += static_cast<int>(rows.size());
        for (std::size_t j = 0; j < world.centres.size(); ++j) {
            REQUIRE(world.centres[j].agreed_tenths == hours[j]);
            REQUIRE(world.centres[j].volunteers == persons[j]);
            int served = world.volunteering.houses[j].nursing_tenths;
            for (const int tenths : world.volunteering.houses[j].tenths_by_skills) served += tenths;
            REQUIRE(served == hours[j]);
        }
    }
    CHECK(helped > 0);
}
