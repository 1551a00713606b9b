// SPDX-License-Identifier: MPL-2.0
// What a comparison says of an option, and what it must not say.
#include "engine/experiment/decomposition.hpp"
#include "engine/experiment/finding.hpp"
#include "engine/experiment/gate.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_columns.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace samspil;
using namespace samspil::made;

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

std::size_t characters(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

} // namespace

TEST_CASE("an option compared with itself differs by exactly nothing and ties on every goal")
{
    const KpiColumns base = some_runs(20);
    const auto differences = compare_runs(base, base, headline_goals);
    REQUIRE(differences.size() == kpi_table().size() + 1);
    int goals = 0;
    for (const KpiDifference& d : differences) {
        if (d.kpi->id == per_extra_reached().id) continue;
        CHECK(d.difference == 0.0);
        CHECK(d.ci_low == 0.0);
        CHECK(d.ci_high == 0.0);
        CHECK(d.share_above == 0.0);
        CHECK(d.n == 20);
        if (!d.goal) CHECK_FALSE(d.verdict.has_value());
        if (d.goal) CHECK(d.verdict == Verdict::tie);
        goals += d.goal;
    }
    CHECK(goals == 7);
    CHECK_FALSE(of(differences, "cost.per_extra_reached").difference.has_value());
}

TEST_CASE("the good direction of a goal decides what is better")
{
    const KpiColumns base = some_runs(12);
    const auto wait = "wait.mean.vedligeholdende_center";
    CHECK(of(compare_runs(base, moved(base, wait, 2, 0.1), headline_goals), wait).verdict == Verdict::worse);
    CHECK(of(compare_runs(base, moved(base, wait, -2, 0.1), headline_goals), wait).verdict == Verdict::better);
    CHECK(of(compare_runs(base, moved(base, "reach.municipal", 2, 0.1), headline_goals), "reach.municipal").verdict ==
          Verdict::better);
    CHECK(
        of(compare_runs(base, moved(base, "reach.municipal", 2, 0.1), headline_goals), "reach.municipal").share_above ==
        1.0);
}

TEST_CASE("a tie is an interval that holds zero, or one that stays inside the smallest difference that matters")
{
    CHECK(verdict_of(Direction::lower_is_better, -0.1, 0.2, 0.0) == Verdict::tie);
    CHECK(verdict_of(Direction::lower_is_better, 0.0, 0.2, 0.0) == Verdict::tie);
    CHECK(verdict_of(Direction::lower_is_better, 0.1, 0.4, 0.5) == Verdict::tie);
    CHECK(verdict_of(Direction::lower_is_better, 0.1, 0.6, 0.5) == Verdict::worse);
    CHECK(verdict_of(Direction::higher_is_better, 0.1, 0.6, 0.5) == Verdict::better);
    CHECK(verdict_of(Direction::higher_is_better, -0.6, -0.1, 0.5) == Verdict::worse);
    const KpiColumns base = some_runs(12);
    const auto wait = "wait.mean.vedligeholdende_center";
    const auto small = compare_runs(base, moved(base, wait, 0.3, 0.01), headline_goals);
    CHECK(of(small, wait).verdict == Verdict::tie);
    CHECK(of(small, wait).relevance == 0.5);
    const std::vector<Goal> stricter{{wait, 0.2}};
    CHECK(of(compare_runs(base, moved(base, wait, 0.3, 0.01), stricter), wait).verdict == Verdict::worse);
}

TEST_CASE("a share of the baseline as threshold follows the baseline")
{
    const KpiColumns base = some_runs(12);
    const auto differences = compare_runs(base, base, headline_goals);
    const KpiDifference& reach = of(differences, "reach.municipal");
    CHECK(reach.relevance == Approx(0.01 * *reach.base));
}

TEST_CASE("no verdict without a good direction or for what is no goal")
{
    const KpiColumns base = some_runs(12);
    const std::vector<Goal> goals{{"cost.total", no_prior}};
    const auto differences = compare_runs(base, moved(moved(base, "cost.total", 50, 1), "reach.klub", 5, 0.1), goals);
    CHECK(of(differences, "cost.total").goal);
    CHECK(of(differences, "cost.total").difference == Approx(50));
    CHECK_FALSE(of(differences, "cost.total").verdict.has_value());
    CHECK_FALSE(of(differences, "reach.klub").verdict.has_value());
}

TEST_CASE("one undefined value leaves the KPI undetermined and the others alone")
{
    KpiColumns base = some_runs(8);
    column(base, "reach.municipal")[3] = undefined;
    const auto differences = compare_runs(base, moved(base, "travel.over_30", 3, 0.1), headline_goals);
    const KpiDifference& reach = of(differences, "reach.municipal");
    CHECK_FALSE(reach.base.has_value());
    CHECK_FALSE(reach.difference.has_value());
    CHECK_FALSE(reach.ci_low.has_value());
    CHECK_FALSE(reach.share_above.has_value());
    CHECK_FALSE(reach.verdict.has_value());
    CHECK(of(differences, "travel.over_30").verdict == Verdict::worse);
}

TEST_CASE("one replication gives means but no difference, interval or verdict")
{
    const KpiColumns base = some_runs(1);
    const KpiDifference& reach =
        of(compare_runs(base, moved(base, "reach.municipal", 1, 0), headline_goals), "reach.municipal");
    CHECK(reach.n == 1);
    CHECK(reach.base.has_value());
    CHECK_FALSE(reach.difference.has_value());
    CHECK_FALSE(reach.verdict.has_value());
}

TEST_CASE("the common prefix is paired when the number of replications differs")
{
    const KpiColumns base = some_runs(12);
    KpiColumns option = some_runs(20);
    for (auto& values : option)
        for (std::size_t r = 12; r < 20; ++r)
            values[r] += 1e6;
    const auto differences = compare_runs(base, option, headline_goals);
    CHECK(of(differences, "reach.municipal").n == 12);
    CHECK(of(differences, "reach.municipal").difference == 0.0);
}

TEST_CASE("results of other seeds, starts, lengths or burn-ins are not paired")
{
    const RunFrame frame{2021, 18631, 520, 312};
    CHECK_FALSE(why_not_paired(frame, frame).has_value());
    for (const RunFrame& other : {RunFrame{2022, 18631, 520, 312}, RunFrame{2021, 18638, 520, 312},
                                  RunFrame{2021, 18631, 519, 312}, RunFrame{2021, 18631, 520, 104}})
        CHECK(why_not_paired(frame, other).has_value());
    const auto why = why_not_paired(frame, {2022, 18631, 520, 312});
    CHECK_THAT(why->en, Catch::Matchers::ContainsSubstring("2021") && Catch::Matchers::ContainsSubstring("2022"));
    CHECK(why->da == "frøet (seed) er forskelligt: 2021 i basis, 2022 i alternativet");
    RunFrame futures = frame;
    futures.covers = covers_futures;
    CHECK(why_not_paired(frame, futures)->da == "gentagelserne dækker ikke det samme: kun tilfældighed i basis, tilfældighed og antagelser i alternativet");
}

TEST_CASE("cost per extra month of a participant is the ratio of the two differences, inside its interval")
{
    CHECK(per_extra_reached().label.da == "Udgift pr. ekstra deltagermåned");
    KpiColumns base = some_runs(20);
    for (std::size_t r = 0; r < 20; ++r) {
        column(base, "cost.total")[r] = 1000.0;
        column(base, "cost.net_per_participant_month")[r] = 10.0; // 100 person-months
    }
    KpiColumns option = base;
    for (std::size_t r = 0; r < 20; ++r) {
        const double wobble = r % 2 == 0 ? 1.0 : -1.0;
        column(option, "cost.total")[r] = 1100.0 + wobble;
        column(option, "cost.net_per_participant_month")[r] = column(option, "cost.total")[r] / (120.0 + 0.5 * wobble);
    }
    const KpiDifference& extra = of(compare_runs(base, option, headline_goals), "cost.per_extra_reached");
    REQUIRE(extra.difference.has_value());
    CHECK(*extra.difference == Approx(5.0));
    CHECK(*extra.ci_low <= *extra.difference);
    CHECK(*extra.ci_high >= *extra.difference);
    CHECK(*extra.ci_high - *extra.ci_low < 1.0);
    CHECK_FALSE(extra.verdict.has_value());
}

TEST_CASE("the headline never passes 140 characters, however long the title and many the findings")
{
    const KpiColumns base = some_runs(20);
    KpiColumns option = base;
    for (const Goal& goal : headline_goals)
        option = moved(option, goal.kpi, 5, 0.1);
    const auto differences = compare_runs(base, option, headline_goals);
    for (const std::size_t length : {1u, 30u, 80u, 400u}) {
        std::string title;
        for (std::size_t i = 0; i < length; ++i)
            title += "å";
        const Text words = headline({title, title}, differences, nullptr, covers_chance);
        CHECK(characters(words.da) <= headline_length);
        CHECK(characters(words.en) <= headline_length);
        CHECK_THAT(words.da, Catch::Matchers::ContainsSubstring("bedre på") &&
                                 Catch::Matchers::ContainsSubstring("dårligere på"));
    }
    CHECK(headline({"X", "X"}, compare_runs(base, base, headline_goals), nullptr, covers_chance).da ==
          "X: ingen forskel, præcis nul.");
    const auto slight = compare_runs(base, moved(base, "reach.klub", 1, 0.1), headline_goals);
    CHECK_THAT(headline({"X", "X"}, slight, nullptr, covers_chance).da, Catch::Matchers::ContainsSubstring("uafgjort på alle 7 mål"));
}

TEST_CASE("what an interval says is finer than its verdict, and agrees with it")
{
    const auto found = [](double low, double high, double limit) {
        KpiDifference d;
        d.kpi = &kpi_table()[*find_kpi("reach.municipal")];
        d.difference = 0.5 * (low + high);
        d.ci_low = low;
        d.ci_high = high;
        d.relevance = limit;
        d.verdict = verdict_of(d.kpi->direction, low, high, limit);
        return std::pair(*finding_of(d), *d.verdict);
    };
    CHECK(found(-0.1, 0.2, 0.3) == std::pair(Finding::tie, Verdict::tie));
    CHECK(found(0.1, 0.2, 0.3) == std::pair(Finding::tie, Verdict::tie));
    CHECK(found(0, 0, 0) == std::pair(Finding::tie, Verdict::tie));
    CHECK(found(-0.1, 0.4, 0.3) == std::pair(Finding::undecided, Verdict::tie));
    CHECK(found(0.1, 0.4, 0.3) == std::pair(Finding::below_limit, Verdict::better));
    CHECK(found(-0.4, -0.1, 0.3) == std::pair(Finding::below_limit, Verdict::worse));
    CHECK(found(0.2, 0.4, 0.3) == std::pair(Finding::decided, Verdict::better));
    CHECK(found(0.1, 0.2, 0) == std::pair(Finding::decided, Verdict::better));
    KpiDifference nothing;
    CHECK_FALSE(finding_of(nothing));
    CHECK(arrow(nothing).empty());
}

TEST_CASE("few replications are said in the headline, enough are not")
{
    for (const std::size_t n : {4u, 9u, 10u}) {
        const KpiColumns base = some_runs(n);
        const auto differences = compare_runs(base, moved(base, "reach.municipal", 2, 0.1), headline_goals);
        const Text words = headline({"X", "X"}, differences, nullptr, covers_chance);
        CHECK((words.en.find("Few replications") != std::string::npos) == (n < 10));
        CHECK(characters(words.da) <= headline_length);
    }
}

TEST_CASE("a difference that is the same in every replication is fixed; nothing is not")
{
    KpiColumns base = some_runs(12);
    KpiColumns option = base;
    for (double& value : column(base, "reach.klub")) value = 1;
    for (double& value : column(option, "reach.klub")) value = 3;
    const auto differences = compare_runs(base, option, headline_goals);
    CHECK(is_fixed(of(differences, "reach.klub")));
    CHECK_FALSE(is_fixed(of(differences, "travel.mean")));
    CHECK(is_nothing(of(differences, "travel.mean")));
    CHECK_FALSE(is_fixed(of(compare_runs(base, moved(base, "unmet_need", 2, 0.1), headline_goals), "unmet_need")));
}

TEST_CASE("a gate reads its expression and never passes over what is undetermined")
{
    const KpiColumns base = some_runs(12);
    const auto differences = compare_runs(base, moved(base, "reach.municipal", 2, 0.1), headline_goals);
    const auto judged = [&](std::string_view expression) {
        return forbidden(std::get<Gate>(read_gate(expression)), differences);
    };
    CHECK(judged("reach.municipal.difference > 1.5") == true);
    CHECK(judged("reach.municipal.difference<1.5") == false);
    CHECK(judged("reach.municipal.verdict == worse") == false);
    CHECK(judged("reach.municipal.verdict != better") == false);
    CHECK(judged("reach.klub.verdict == worse") == std::nullopt);
    CHECK(judged("reach.klub.verdict == null") == true);
    CHECK(judged("cost.per_extra_reached.difference > 0") == std::nullopt);
    for (const auto wrong : {"reach.municipal.difference", "reach.municipal > 1", "reach.x.difference > 1",
                             "reach.municipal.verdict > worse", "reach.municipal.verdict == good",
                             "reach.municipal.difference > 1,5", "reach.municipal.difference > undefined"})
        CHECK(std::holds_alternative<Text>(read_gate(wrong)));
}
