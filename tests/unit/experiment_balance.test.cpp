// SPDX-License-Identifier: MPL-2.0
// The solver of the balanced baseline on toy town, and the table it leaves behind.
#include "engine/experiment/balance.hpp"

#include "engine/io/scenario_file.hpp"
#include "engine/io/solved_table.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenario_folder.hpp"

#include <algorithm>
#include <cmath>

using namespace samspil;

namespace {

Scenario toy()
{
    Diagnostics found;
    const auto loaded = load_scenario(std::string(SAMSPIL_SOURCE_DIR) + "/scenarios/minimal.yaml", {}, found);
    REQUIRE(loaded);
    Scenario scenario = loaded->scenario;
    scenario.period.burn_in_weeks = 104;
    return scenario;
}

Target target(std::string id, double value, double half_width)
{
    Target made;
    made.id = std::move(id);
    made.target = value;
    made.low = value - half_width;
    made.high = value + half_width;
    made.calibrate = true;
    return made;
}

BalancePlan small_plan()
{
    BalancePlan plan;
    plan.seed = 3;
    plan.replications = 2;
    plan.weeks = 52;
    return plan;
}

std::optional<BalanceOutcome> solve(const Scenario& scenario, const BalancePlan& plan)
{
    const std::atomic<bool> stop = false;
    return balance(scenario, plan, Workers(), {}, stop);
}

} // namespace

TEST_CASE("A constant is moved until its target is reached, and moves no other constant")
{
    Scenario scenario = toy();
    const std::atomic<bool> stop = false;
    scenario.targets = {target("reach.klub", 0.1, 0.05)};
    const double now = measure_targets(scenario, small_plan(), Workers(), stop).at(0).reached;
    scenario.targets = {target("reach.klub", 0.7 * now, 0.2 * now)};
    const auto outcome = solve(scenario, small_plan());
    REQUIRE(outcome);
    REQUIRE(outcome->constants.size() == 1);
    const SolvedConstant& club = outcome->constants[0];
    CHECK(club.constant->parameter == "ASC_klub");
    CHECK(outcome->balanced());
    CHECK(club.solved < club.before);
    CHECK(std::abs(outcome->targets.at(0).deviation()) <= small_plan().tolerance);
}

TEST_CASE("A constant whose target falls as it rises is moved the other way, by steps of the slope seen")
{
    Scenario scenario = toy();
    const std::atomic<bool> stop = false;
    scenario.targets = {target("reach.municipal", 0.1, 0.05)};
    const double now = measure_targets(scenario, small_plan(), Workers(), stop).at(0).reached;
    scenario.targets = {target("reach.municipal", 0.7 * now, 0.2 * now)};
    const auto outcome = solve(scenario, small_plan());
    REQUIRE(outcome);
    REQUIRE(outcome->constants.size() == 1);
    CHECK(outcome->constants[0].constant->parameter == "s_mean_forebyggende");
    CHECK(outcome->balanced());
    CHECK(outcome->rounds <= 5); // with the slope never learnt it takes twelve
}

TEST_CASE("A balanced baseline is left as it is")
{
    Scenario scenario = toy();
    const std::atomic<bool> stop = false;
    scenario.targets = {target("reach.klub", 0.1, 0.05)};
    const double now = measure_targets(scenario, small_plan(), Workers(), stop).at(0).reached;
    scenario.targets = {target("reach.klub", now, 0.05)};
    const auto outcome = solve(scenario, small_plan());
    REQUIRE(outcome);
    CHECK(outcome->rounds == 1);
    CHECK(outcome->constants.at(0).solved == outcome->constants.at(0).before);
}

TEST_CASE("A target out of reach is reported as not met, with what was reached")
{
    Scenario scenario = toy();
    scenario.targets = {target("reach.klub", 0.99, 0.001)};
    BalancePlan plan = small_plan();
    plan.rounds = 3;
    const auto outcome = solve(scenario, plan);
    REQUIRE(outcome);
    CHECK_FALSE(outcome->balanced());
    CHECK(outcome->targets.at(0).residual() < 0);
    CHECK_FALSE(outcome->targets.at(0).within_bounds());
}

TEST_CASE("A target that nobody can measure is not met, and its constant stays where it was")
{
    Scenario scenario = toy();
    for (Centre& centre : scenario.centres) centre.places[index_of(Offer::forebyggende)] = 0;
    scenario.targets = {target("utilisation.forebyggende", 0.9, 0.1)};
    const auto outcome = solve(scenario, small_plan());
    REQUIRE(outcome);
    REQUIRE(std::isnan(outcome->targets.at(0).reached));
    CHECK_FALSE(outcome->balanced());
    CHECK_FALSE(outcome->constants.at(0).deviation);
    CHECK(outcome->constants.at(0).solved == outcome->constants.at(0).before);
    CHECK(outcome->rounds == 1); // the next one would say the same
}

TEST_CASE("Without a target for a free constant there is nothing to balance")
{
    Scenario scenario = toy();
    scenario.targets = {target("volunteers.load", 0.9, 0.2)};
    CHECK_FALSE(solve(scenario, small_plan()));
}

TEST_CASE("Interventions do not act on the balance")
{
    Scenario scenario = toy();
    scenario.targets = {target("reach.klub", 0.1, 0.05)};
    const std::atomic<bool> stop = false;
    const double without = measure_targets(scenario, small_plan(), Workers(), stop).at(0).reached;
    Intervention closing;
    closing.type = InterventionType::close_centre;
    closing.date = scenario.period.start;
    closing.centre = scenario.centres.at(0).id;
    scenario.interventions = {closing};
    CHECK(measure_targets(scenario, small_plan(), Workers(), stop).at(0).reached == without);
}

TEST_CASE("The solved table names the digest of the tables it was solved on")
{
    Scenario scenario = toy();
    scenario.targets = {target("wait.mean.vedligeholdende_center", 5, 3)};
    BalanceOutcome outcome;
    SolvedConstant solved;
    for (const FreeConstant& constant : free_constants()) {
        if (constant.parameter == "ASC_vedligeholdende_center") solved.constant = &constant;
    }
    solved.solved = 1.25;
    outcome.constants = {solved};
    TargetReached reached;
    reached.target = &scenario.targets[0];
    reached.reached = 4.5;
    reached.solved_for = true;
    outcome.targets = {reached};
    const std::string text = solved_table(outcome, small_plan(), "minimal", "0123456789abcdef");
    CHECK_THAT(text, Catch::Matchers::StartsWith("parameter,value,tag,source\nASC_vedligeholdende_center,1.25,assumed,"));
    CHECK_THAT(text, Catch::Matchers::ContainsSubstring("\nASC_vedligeholdende_hjem,1.25,assumed,"));
    CHECK_THAT(text, Catch::Matchers::ContainsSubstring("4.5 against 5 (residual -0.5)"));
    CHECK(digest_named_in(text) == "0123456789abcdef");
    const std::string danish = solved_table(outcome, small_plan(), "minimal", "0123456789abcdef", CsvDialect::da);
    CHECK_THAT(danish, Catch::Matchers::StartsWith("\xEF\xBB\xBFparameter;value;tag;source\nASC_vedligeholdende_center;1,25;assumed;"));
}

TEST_CASE("Solved constants are read before the assumptions of a file, and warn when the tables changed since")
{
    testing::TemporaryFolder folder;
    const std::filesystem::path source(SAMSPIL_SOURCE_DIR);
    std::filesystem::create_directories(folder.path() / "scenarios");
    std::filesystem::create_directories(folder.path() / "data");
    std::filesystem::copy(source / "data/toy", folder.path() / "data/toy");
    const std::string text = testing::text_of_file(source / "scenarios/minimal.yaml");
    testing::write_file(folder.path() / "scenarios/minimal.yaml", text);
    const auto solved = [&](const std::string& digest) {
        testing::write_file(folder.path() / "data/toy/solved.csv",
                            "parameter,value,tag,source\nASC_klub,-1.5,assumed,\"n 2, tables " + digest + "\"\n");
    };
    const auto load = [&](std::span<const Override> sets, Diagnostics& found) {
        const auto loaded = load_scenario(folder.path() / "scenarios/minimal.yaml", sets, found);
        REQUIRE(loaded);
        return loaded->scenario.assumptions.asc[0];
    };
    solved(digest_of_tables(folder.path() / "data/toy"));
    Diagnostics fresh, stale;
    CHECK(load({}, fresh) == -1.5);
    CHECK(fresh.items().empty());
    const Override set{"assumptions.ASC_klub", "-0.5"};
    CHECK(load(std::span(&set, 1), fresh) == -0.5);
    // Saved again by a Danish spreadsheet: other bytes, the same values.
    const auto offers_file = folder.path() / "data/toy/offers.csv";
    std::string offers_text = testing::text_of_file(offers_file);
    std::replace(offers_text.begin(), offers_text.end(), ',', ';');
    testing::write_file(offers_file, "\xEF\xBB\xBF" + offers_text);
    Diagnostics saved_again;
    CHECK(load({}, saved_again) == -1.5);
    for (const Diagnostic& one : saved_again.items()) CHECK(one.severity == Severity::note);
    const std::size_t places = offers_text.find("klub;16");
    REQUIRE(places != std::string::npos);
    offers_text.replace(places, 7, "klub;17");
    testing::write_file(offers_file, offers_text);
    Diagnostics changed;
    CHECK(load({}, changed) == -1.5);
    CHECK(std::any_of(changed.items().begin(), changed.items().end(), [](const Diagnostic& d) { return d.severity == Severity::warning; }));
    offers_text.replace(places, 7, "klub;16");
    std::replace(offers_text.begin(), offers_text.end(), ';', ',');
    testing::write_file(offers_file, offers_text);
    solved("0000000000000000");
    CHECK(load({}, stale) == -1.5);
    REQUIRE(stale.items().size() == 1);
    CHECK(stale.items()[0].severity == Severity::warning);
}
