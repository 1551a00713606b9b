// SPDX-License-Identifier: MPL-2.0
// A plan is read as strictly as a scenario: each wrong line is told with its place and what to write.
#include "engine/io/schema.hpp"
#include "engine/io/study_setup.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenario_folder.hpp"

#if __has_include(<nlohmann/json.hpp>)
#include <nlohmann/json.hpp>
#endif

using namespace samspil;

namespace {

const std::string scenarios = std::string(SAMSPIL_SOURCE_DIR) + "/scenarios";

/// A plan in the folder of the shipped ones; `lines` after what every plan has.
std::string plan(const std::string& lines, const std::string& study = "sweep")
{
    return "samspil: 1\nstudy: " + study + "\nbase: " + scenarios + "/minimal.yaml\noptions: [" + scenarios + "/legeby-flere-pladser.yaml]\n" + lines;
}

std::string said(const std::string& text, Language language = Language::en)
{
    const testing::TemporaryFolder folder;
    const auto file = folder.path() / "plan.yaml";
    testing::write_file(file, text);
    Diagnostics found;
    const auto setup = set_up_study(file.string(), found);
    CHECK(setup.has_value() == !found.has_errors());
    found.sort_by_position();
    std::string all;
    for (const Diagnostic& one : found.items()) {
        std::string line = format(one, language);
        if (const auto at = line.find("plan.yaml:"); at != std::string::npos) line = line.substr(at + 10);
        all += line + "\n";
    }
    return all;
}

StudySetup made(const std::string& text)
{
    const testing::TemporaryFolder folder;
    const auto file = folder.path() / "plan.yaml";
    testing::write_file(file, text);
    Diagnostics found;
    auto setup = set_up_study(file.string(), found);
    for (const Diagnostic& one : found.items()) UNSCOPED_INFO(format(one, Language::en));
    REQUIRE(setup.has_value());
    return *setup;
}

} // namespace

TEST_CASE("Each wrong line of a plan is told with its place and what to write")
{
    const std::pair<std::string, std::string> cases[] = {
        {plan("factors: assumed\nreplicatons: 3\n"), "6:1: error: unknown key 'replicatons'; did you mean 'replications'?"},
        {plan("factors: assumed\nreplications: 0\n"), "6:15: error: replications: expected 1 to"},
        {plan("factors:\n  - {path: assumptions.h_cc}\n"), "6:12: error: factors.1: none of the scenarios has the path 'assumptions.h_cc'; did you mean 'assumptions.h_c'?"},
        {plan("factors:\n  - {path: assumptions.h_c, low: 9, high: 3}\n"), "factors.1: low (9) must be less than high (3)"},
        {plan("factors:\n  - {path: assumptions.h_c, low: 2, high: 1,5}\n"), "factors.1"},
        {plan("factors:\n  - {path: assumptions.h_c, low: 2, high: 1000}\n"), "6:43: error: factors.1.high: expected 0.1 to 80 h/week, got 1000"},
        {plan("factors:\n  - {path: assumptions.q_ref}\n"), "assumptions.q_ref has no prior: write low and high"},
        {plan("factors:\n  - {path: assumptions.h_c, values: [3], high: 2}\n"), "write either values or low and high"},
        {plan("factors:\n  - {path: policy.gap_policy, values: [refuse, home]}\n"), "unknown value 'home'"},
        {plan("factors:\n  - {path: period.weeks, low: 10, high: 20}\n"), "period.weeks cannot be a factor: all points share period and seed"},
        {plan("factors:\n  - {path: assumptions.h_c, only: [legeby-flere-plads]}\n"), "did you mean 'legeby-flere-pladser'?"},
        {plan("factors:\n  - {path: interventions.1.params.places, low: 3, high: 5, only: [minimal]}\n"), "is in none of the options named"},
        {plan("factors:\n  - {path: assumptions.h_c}\n  - {path: assumptions.h_c}\n"), "assumptions.h_c stands twice"},
        {plan("factors: assumed\ngoals: [reach.municpal]\n"), "6:9: error: goals: no indicator is named 'reach.municpal'; did you mean 'reach.municipal'?"},
        {plan("factors: assumed\nweeks: 1000\n"), "1000 weeks is longer than the period of minimal (104 weeks): it can only be shortened"},
        {plan("factors: assumed\ndesign: {kind: latin_hypercube}\n"), "the key 'points' is missing"},
        {plan("factors: assumed\ndesign: {kind: list}\n"), "the list is missing: file"},
        {plan("factors: assumed\ndesign: {levels: 3}\n", "morris"), "expected an even number"},
        {plan("factors: assumed\n", "sweeps"), "2:8: error: study: unknown value 'sweeps'"},
        {plan("factors: assumed\ndesign: {kind: grid, steps: 9}\n"), "more than 1000000"},
        {plan("factors: assumed\ndesign: {kind: grid, points: 20}\n"), "design.points: is not read here; belongs to kind: latin_hypercube or sobol"},
        {plan("factors: assumed\ndesign: {kind: grid, trajectories: 4}\n"), "design.trajectories: is not read here; belongs to study: morris"},
        {plan("factors: assumed\ndesign: {kind: grid, file: points.csv}\n"), "design.file: is not read here"},
        {plan("factors: assumed\ndesign: {kind: latin_hypercube, points: 9, steps: 4}\n"), "design.steps: is not read here"},
        {plan("factors: assumed\ndesign: {kind: grid}\n", "morris"), "6:10: error: design.kind: is not read here; belongs to study: sweep"},
        {plan("factors: assumed\n", "calibrate"), "4:1: error: options: is not read here"},
        {plan("factors: assumed\ngoals: [reach.municipal]\n", "calibrate"), "6:1: error: goals: is not read here"},
        {plan("factors: assumed\ndesign: {kind: grid}\n", "calibrate"), "design.kind: is not read here"},
        {plan("factors: assumed\ndesign: {waves: 2}\n", "optimise"), "design.waves: is not read here; belongs to study: calibrate"},
        {"samspil: 1\nstudy: sweep\nbase: nowhere.yaml\nfactors: assumed\n", "nowhere.yaml does not exist"},
        {"samspil: 1\nstudy: sweep\n", "the key 'base' is missing"},
        {"study: sweep\nbase: *x\n", "plan.yaml"},
    };
    for (const auto& [text, words] : cases) {
        INFO(text);
        const std::string all = said(text);
        INFO(all);
        if (words == "plan.yaml") CHECK_FALSE(all.empty());
        else CHECK_THAT(all, Catch::Matchers::ContainsSubstring(words));
    }
    CHECK_THAT(said(plan("factors: assumed\nreplicatons: 3\n"), Language::da), Catch::Matchers::ContainsSubstring("ukendt nøgle 'replicatons'; mente du 'replications'?"));
}

TEST_CASE("Factors are what the scenarios say they are")
{
    const StudySetup setup = made(plan("factors:\n"
                                       "  - {path: assumptions.h_c}\n"
                                       "  - {path: interventions.1.params.places, values: [8, 3]}\n"
                                       "  - {path: policy.genlyd}\n"
                                       "  - {path: policy.W_max, low: 4, high: 12, only: [legeby-flere-pladser]}\n"
                                       "design: {kind: one_at_a_time, steps: 3}\n"));
    REQUIRE(setup.factors.size() == 4);
    CHECK(setup.factors[0].low == 2);
    CHECK(setup.factors[0].high == 10);
    CHECK(setup.factors[0].acts_on == std::vector<char>{1, 1});
    CHECK(setup.factors[1].values == std::vector<double>{3, 8});
    CHECK(setup.factors[1].acts_on == std::vector<char>{0, 1}); // the base has no intervention
    CHECK(setup.factors[2].words == std::vector<std::string>{"false", "true"});
    CHECK(setup.factors[3].acts_on == std::vector<char>{0, 1});
    // The centre is the base; then each factor through its levels but that of the centre.
    CHECK(setup.points.front().values[0] == 5);
    CHECK(setup.points.front().values[2] == 1);
    CHECK(setup.points.front().values[3] == 8);
    CHECK(setup.goals.size() == 7);
    CHECK(setup.seed == 1);
    CHECK(setup.replications == 10);
    CHECK(distinct(subject_of(setup), setup.points) < 2 * setup.points.size());
}

TEST_CASE("Every assumed parameter with a prior, but for those left out")
{
    const StudySetup all = made(plan("factors: assumed\ndesign: {trajectories: 2}\n", "morris"));
    CHECK(all.factors.size() >= 300);
    for (const StudyFactor& factor : all.factors) {
        CHECK(factor.tag == Evidence::assumed);
        CHECK(factor.path != "assumptions.rec_ext"); // solved for the toy town, far outside the register's range
    }
    CHECK_THAT(said(plan("factors: assumed\ndesign: {trajectories: 2}\n", "morris")), Catch::Matchers::ContainsSubstring("solved for the baseline): rec_ext"));
    Diagnostics again;
    const auto resumed = set_up_again(manifest_of(all), again);
    REQUIRE(resumed);
    CHECK(resumed->factors.size() == all.factors.size());
    CHECK(all.points.size() == 2 * (all.factors.size() + 1));
    const StudySetup fewer = made(plan("factors: assumed\nexcept: [assumptions.h_c]\ndesign: {trajectories: 2}\n", "morris"));
    CHECK(fewer.factors.size() == all.factors.size() - 1);
}

TEST_CASE("A list of points is a table: columns by name, cells in range of their kind, all errors at once")
{
    const testing::TemporaryFolder folder;
    const std::string text = plan("factors:\n  - {path: assumptions.h_c}\n  - {path: policy.gap_policy}\ndesign: {kind: list, file: points.csv}\n");
    testing::write_file(folder.path() / "plan.yaml", text);
    const auto read = [&](const std::string& csv, Diagnostics& found) {
        testing::write_file(folder.path() / "points.csv", csv);
        return set_up_study((folder.path() / "plan.yaml").string(), found);
    };
    Diagnostics good;
    const auto setup = read("gap_policy;h_c\nrefuse;2,5\nstay_forebyggende;7\n", good);
    REQUIRE(setup.has_value());
    REQUIRE(setup->points.size() == 2);
    CHECK(setup->points[0].values[0] == 2.5);
    CHECK(written_value(setup->factors[1], setup->points[0].values[1]) == "refuse");
    Diagnostics bad;
    CHECK_FALSE(read("h_c,gap_policy\nx,refuse\n3,nowhere\n", bad).has_value());
    CHECK(bad.items().size() == 2);
    Diagnostics columns;
    CHECK_FALSE(read("h_c,gap\n3,refuse\n", columns).has_value());
    CHECK(columns.items().size() == 2); // one unknown, one missing
}

TEST_CASE("A study set up again from its manifest asks the same questions")
{
    const StudySetup setup = made(plan("factors: assumed\nweeks: 20\ndesign: {trajectories: 2}\n", "morris"));
    StudyManifest manifest = manifest_of(setup);
    manifest.run.run_id = "r";
    const StudyManifest read = parse_study_manifest(study_manifest_text(manifest), "m");
    Diagnostics found;
    const auto again = set_up_again(read, found);
    REQUIRE(again.has_value());
    CHECK(again->points == setup.points);
    const EvaluationSubject a = subject_of(setup), b = subject_of(*again);
    CHECK(a.options == b.options);
    for (std::size_t p = 0; p < setup.points.size(); p += 97) CHECK(key_of(a, 1, setup.points[p]) == key_of(b, 1, again->points[p]));
    CHECK(again->factors.size() == setup.factors.size());
    const std::string text = study_manifest_text(manifest);
    std::string bad = text;
    bad[bad.find("trajectories")] = 'T';
    CHECK_THROWS_AS(parse_study_manifest(bad, "m"), IoError);
}

TEST_CASE("Shipped plans are right, and looking tells a plan from a scenario")
{
    for (const auto& entry : std::filesystem::directory_iterator(scenarios + "/plans")) {
        INFO(entry.path().string());
        CHECK(is_plan_file(entry.path().string()));
        Diagnostics found;
        CHECK(set_up_study(entry.path().string(), found).has_value());
    }
    CHECK_FALSE(is_plan_file(scenarios + "/minimal.yaml"));
    CHECK_FALSE(is_plan_file(scenarios));
}

#if __has_include(<nlohmann/json.hpp>)
TEST_CASE("The schema of plans is JSON and knows every key")
{
    const auto schema = nlohmann::json::parse(plan_json_schema());
    for (const Shape& key : plan_shape().children) {
        INFO(key.key);
        CHECK(schema["properties"].contains(std::string(key.key)));
    }
}
#endif
