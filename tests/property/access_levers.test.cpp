// SPDX-License-Identifier: MPL-2.0
// Access in full (docs/model.md 7.4, 7.7, 7.9, 7.20): every decision, intervention and assumption of the module moves a
// KPI, and in the direction the sources state.
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <functional>
#include <string>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr Chance chance{2021, 7};

/// The busy toy town, eight times as large, with room for the maintaining offer in both houses.
Scenario large_town()
{
    Scenario scenario = busy_toy(104, 208);
    for (PopulationCount& row : scenario.population) row.persons *= 2;
    scenario.centres[0].places = {64, 6, 4, 2};
    scenario.centres[1].places = {64, 10, 12, 6};
    for (Centre& centre : scenario.centres) centre.volunteers = 60;
    return scenario;
}

double kpi_of(const ReplicationResult& result, std::string_view id)
{
    const auto index = find_kpi(id);
    REQUIRE(index.has_value());
    return result.kpis[*index];
}

double kpi(const Scenario& scenario, std::string_view id) { return kpi_of(run(scenario, chance, {}, 0), id); }

/// A change made to the plain town, the KPI it moves and whether up.
struct Lever {
    std::string name;
    std::function<void(Scenario&)> before, after;
    std::string_view id;
    bool up;
};

void nothing(Scenario&) {}

std::function<void(Scenario&)> dated(InterventionType type, int value)
{
    return [=](Scenario& s) {
        Intervention change;
        change.type = type;
        change.date = s.period.start + 7 * 4;
        change.choice = value;
        s.interventions.push_back(change);
    };
}

void check(const Lever& lever)
{
    Scenario before = large_town();
    lever.before(before);
    Scenario after = before;
    lever.after(after);
    const double was = kpi(before, lever.id), is = kpi(after, lever.id);
    INFO(lever.name << ": " << lever.id << " from " << was << " to " << is);
    CHECK((lever.up ? is > was : is < was));
}

std::function<void(Scenario&)> assume(double AccessParameters::* member, double value)
{
    return [=](Scenario& s) { s.assumptions.access.*member = value; };
}

} // namespace

TEST_CASE("who is assessed, from which need and by which reading moves access as the sources say")
{
    using S = Scenario;
    // With places and frames short, whoever is kept out makes room for another: the reach would say nothing.
    const auto refuse = [](S& s) {
        s.policy.gap_policy = GapPolicy::refuse;
        s.mechanisms.money.steering = s.mechanisms.money.staff_limit = false;
        for (Centre& centre : s.centres) centre.places[index_of(Offer::forebyggende)] *= 10;
    };
    const auto all = [](S& s) { s.policy.access_regime = 1; };
    const auto exact = [](S& s) { s.policy.visitation_rule = VisitationRule::exact; };
    check({"assessing everyone", nothing, all, "access.decisions", true});
    check({"assessing everyone", nothing, all, "reach.forebyggende", false});
    check({"from everyone to § 86 only, on a date", all, dated(InterventionType::access_regime, 0), "access.decisions", false});
    check({"exact reading", nothing, exact, "access.refused", true});
    check({"exact reading", nothing, exact, "reach.vedligeholdende_center", false});
    const auto moderate = [](S& s) { s.policy.access.maintaining_from = MaintainingFrom::moderate; };
    check({"maintaining from moderate support", nothing, moderate, "access.decisions", true});
    check({"maintaining from moderate support", nothing, moderate, "eligibility.centre.minimum.seed_anchored", true});
    check({"preventive for light support only", refuse, [](S& s) { s.policy.access.forebyggende_up_to = ForebyggendeUpTo::light; },
           "reach.forebyggende", false});
    check({"law of 2025", nothing, [](S& s) { s.policy.access.law = Law::ael_2025; }, "access.under_elderly_act", true});
    check({"law of 2025 on a date", nothing, dated(InterventionType::law_switch, 1), "access.under_elderly_act", true});
    check({"higher pension age", [](S& s) { s.policy.access.law = Law::ael_2025; }, assume(&AccessParameters::pension_age, 70),
           "access.under_elderly_act", false});
}

TEST_CASE("the visitator's hours and the least time to a decision are waited for")
{
    using S = Scenario;
    check({"least time", nothing, [](S& s) { s.policy.access.decision_weeks = 6; }, "access.decision_wait", true});
    check({"longer reviews", nothing, assume(&AccessParameters::review_h, 2), "access.visitator_hours", true});
    check({"longer cases about preventive", [](S& s) { s.policy.access_regime = 1; }, assume(&AccessParameters::preventive_h, 3),
           "access.visitator_hours", true});
}

TEST_CASE("the wait for a decision is convex in the use of the visitator's hours")
{
    Scenario town = large_town();
    const ReplicationResult free = run(town, chance, {}, 0);
    const double needed = kpi_of(free, "access.visitator_hours");
    std::vector<double> waits;
    for (const double use : {0.5, 0.75, 1.0, 1.25}) {
        town.policy.access.visitator_hours = needed / use;
        waits.push_back(kpi(town, "access.decision_wait"));
    }
    INFO("waits " << waits[0] << ", " << waits[1] << ", " << waits[2] << ", " << waits[3] << " at " << needed << " hours a week");
    CHECK(waits[0] >= kpi_of(free, "access.decision_wait"));
    CHECK(waits[1] - waits[0] < waits[2] - waits[1]);
    CHECK(waits[2] - waits[1] < waits[3] - waits[2]);
}

TEST_CASE("interviews take staff time, show progress with the dose and loss with decline")
{
    using P = AccessParameters;
    check({"longer interviews", nothing, assume(&P::interview_minutes, 90), "access.interview_hours", true});
    check({"faster gain", nothing, assume(&P::copm_eta, 0.03), "copm.mean_change", true});
    check({"faster gain", nothing, assume(&P::copm_eta, 0.03), "copm.mic_performance", true});
    check({"loss with decline", nothing, assume(&P::copm_decline, 4), "copm.mean_change", false});
    check({"smaller important change", nothing, assume(&P::copm_mic_performance, 0.5), "copm.mic_performance", true});
    check({"smaller important change", nothing, assume(&P::copm_mic_satisfaction, 0.5), "copm.mic_satisfaction", true});
    check({"a stricter home-bound problem", nothing, assume(&P::copm_problem, 1), "eligibility.home.minimum.seed_anchored", false});
}

TEST_CASE("single services follow their criteria, grow into courses and take part of the places")
{
    using P = AccessParameters;
    using S = Scenario;
    const auto reluctant = [](S& s) { // there is room, and few who are granted a full place want it
        s.centres[1].places[index_of(Offer::vedligeholdende_center)] = 40;
        s.assumptions.asc[index_of(Offer::vedligeholdende_center)] -= 4;
    };
    check({"need alone", nothing, [](S& s) { s.policy.access.single_service_criteria = SingleCriteria::relaxed; }, "single.users", true});
    check({"more accept", reluctant, assume(&P::single_take, 0.9), "single.users", true});
    check({"more grow", [&](S& s) { reluctant(s); s.assumptions.access.single_take = 0.9; }, assume(&P::conv_single, 0.05), "single.grown", true});
    const auto relaxed = [](S& s) {
        s.policy.access.single_service_criteria = SingleCriteria::relaxed;
        s.assumptions.access.single_take = 1;
    };
    check({"a meal takes more room", relaxed, assume(&P::single_slot_meal, 2), "single.users", false});
    check({"training takes more room", relaxed, assume(&P::single_slot_training, 2), "single.users", false});
}

TEST_CASE("beyond the longest reasonable wait another house is offered, by the municipality's choice")
{
    using S = Scenario;
    const auto crowded = [](S& s) {
        s.policy.w_max = 2;
        s.policy.access.right_to_help = RightToHelp::none;
        s.centres[0].places = {64, 6, 1, 2};
        s.centres[1].places = {64, 10, 6, 6};
    };
    const auto unequal = [&](S& s) {
        crowded(s);
        s.centres[1].places = {64, 10, 60, 6};
    };
    check({"district", unequal, [](S& s) { s.policy.access.right_to_help = RightToHelp::district; }, "access.helped", true});
    check({"home course", [&](S& s) { crowded(s); s.policy.access.right_to_help = RightToHelp::municipality; },
           [](S& s) { s.policy.access.right_to_help = RightToHelp::home_course; }, "access.helped", true});
}

TEST_CASE("documentation takes time and gives fresher waits, earlier reviews and a better forecast")
{
    using P = AccessParameters;
    using S = Scenario;
    const auto all = [](S& s) { s.policy.access.documentation = Documentation::all; };
    check({"all offers", nothing, all, "documentation.hours", true});
    check({"all offers", nothing, all, "documentation.forecast_error", false});
    check({"on a date", nothing, dated(InterventionType::documentation, 1), "documentation.hours", true});
    check({"more minutes", nothing, assume(&P::doc_minutes, 12), "documentation.hours", true});
    check({"changes seen more often", all, assume(&P::doc_review, 10), "access.reviews", true});
    check({"better forecast", all, assume(&P::doc_forecast, 0.1), "documentation.forecast_error", false});
    Scenario town = large_town();
    const ReplicationResult plain = run(town, chance);
    town.assumptions.access.doc_error = 1;
    CHECK(difference(plain, run(town, chance)) != "");
    town = large_town();
    town.assumptions.access.publish_weeks = 26;
    CHECK(difference(plain, run(town, chance)) != "");
    all(town);
    const ReplicationResult documented = run(town, chance);
    town.assumptions.access.publish_weeks_documented = 26;
    CHECK(difference(documented, run(town, chance)) != "");
}
