// SPDX-License-Identifier: MPL-2.0
// The overview of results: each goal compared as samspil compare does.
#include "tests/support/catch.hpp"
#include "tests/support/made_result.hpp"

#include "viewer/data/known_goals.hpp"
#include "viewer/data/overview.hpp"
#include "viewer/data/time_words.hpp"
#include "viewer/options/houses_paste.hpp"
#include "viewer/panels/difference_words.hpp"
#include "viewer/panels/goal_cell_words.hpp"
#include "viewer/panels/overview.hpp"
#include "viewer/panels/overview_words.hpp"

#include "engine/io/figures.hpp"

#include <algorithm>
#include <fstream>
#include <random>

#include <nlohmann/json.hpp>

using namespace samspil;
using namespace samspil::viewer;

TEST_CASE("goals compared alone, and kept, are as all KPIs compared at once", "[viewer]")
{
    std::mt19937 chance(11);
    std::normal_distribution<double> normal(10, 1);
    const auto made = [&](const std::string& key, int replications) {
        auto result = std::make_shared<Result>();
        result->key = key;
        result->replications = replications;
        result->kpis.assign(kpi_table().size(), {});
        for (std::vector<double>& column : result->kpis)
            for (int r = 0; r < replications; ++r) column.push_back(normal(chance));
        return result;
    };
    const auto base = made("basis", 12), option = made("valg", 9), other = made("valg", 12);
    std::vector<Goal> goals = goals_or_headline({});
    goals.front().relevance = 3;
    const auto as_all = [&](const Result& a, const Result& b, const std::vector<GoalCell>& cells) {
        const auto all = compare_runs(a.kpis, b.kpis, goals);
        REQUIRE(cells.size() == goals.size());
        for (std::size_t g = 0; g < goals.size(); ++g) {
            const KpiDifference &one = cells[g].difference, &same = *find_difference(all, goals[g].kpi);
            CHECK(one.kpi == same.kpi);
            CHECK(one.n == same.n);
            CHECK(one.goal == same.goal);
            CHECK(one.difference == same.difference);
            CHECK(one.ci_low == same.ci_low);
            CHECK(one.ci_high == same.ci_high);
            CHECK(one.relevance == same.relevance);
            CHECK(one.verdict == same.verdict);
            CHECK(one.by_pair == same.by_pair);
        }
    };
    Library library;
    library.results = {base, option};
    KnownGoals known;
    known.look_at(library);
    const std::vector<GoalCell>& kept = known.cells(*base, *option, goals);
    as_all(*base, *option, kept);
    CHECK(&known.cells(*base, *option, goals) == &kept);
    goals.front().relevance = 0.001; // asked otherwise: worked out again
    as_all(*base, *option, known.cells(*base, *option, goals));
    as_all(*base, *other, known.cells(*base, *other, goals)); // not open
    library.results = {base, other};
    known.look_at(library);
    as_all(*base, *other, known.cells(*base, *other, goals));
}

namespace {

std::shared_ptr<Result> result_of(const std::string& key, int replications, double shift)
{
    auto result = std::make_shared<Result>();
    result->key = key;
    result->metadata.title = {key, key};
    result->metadata.weeks = 4;
    result->replications = result->wanted = replications;
    for (std::size_t k = 0; k < kpi_table().size(); ++k) {
        result->kpis.emplace_back();
        for (int r = 0; r < replications; ++r) result->kpis.back().push_back(1 + static_cast<double>(k) + 0.1 * ((r * 7) % 5) + shift * (1 + 0.1 * r));
    }
    return result;
}

} // namespace

TEST_CASE("a result against itself is exactly nothing on every goal", "[viewer]")
{
    const auto base = result_of("basis", 12, 0), twin = result_of("tvilling", 12, 0);
    const Result* const options[] = {twin.get()};
    const Overview overview = make_overview(*base, options, goals_or_headline({}));
    REQUIRE(overview.options.front().goals.size() == 7);
    for (const GoalCell& cell : overview.options.front().goals) {
        CHECK(is_nothing(cell.difference));
        CHECK(cell.difference.verdict == Verdict::tie);
        CHECK(cell_words(cell.difference, Language::da).mark == "=");
    }
    CHECK(overview.leaders.empty());
    CHECK(overview.sentence.da == "tvilling: ingen forskel, præcis nul.");
}

TEST_CASE("an unfinished option is compared on what there is, and says so", "[viewer]")
{
    const auto base = result_of("basis", 20, 0), done = result_of("hel", 20, 1), half = result_of("halv", 14, 2);
    half->wanted = 20;
    const Result* const options[] = {done.get(), half.get()};
    const auto overview = std::make_shared<const Overview>(make_overview(*base, options, goals_or_headline({})));
    CHECK_FALSE(overview->options[0].may_change());
    CHECK(overview->options[1].may_change());
    CHECK(overview->options[1].pairs == 14);
    CHECK(overview->options[1].goals.front().difference.n == 14);
    const Panel panel = overview_panel(overview, {Language::da, Uncertainty::dots, "hel"});
    CHECK_THAT(panel.sentence, Catch::Matchers::ContainsSubstring("14 af 20 gentagelser – kan ændre sig"));
    CHECK_THAT(panel.title, Catch::Matchers::ContainsSubstring("Kan ændre sig"));
    CHECK_THAT(panel.note, Catch::Matchers::ContainsSubstring("kun tilfældighed"));
}

TEST_CASE("one replication, one week and one cell are said in the singular", "[viewer]")
{
    const auto one = result_of("basis", 1, 0);
    one->metadata.weeks = 1;
    CHECK_THAT(run_words(*one, Language::da), Catch::Matchers::StartsWith("1 gentagelse · 1 uge fra "));
    CHECK_THAT(run_words(*one, Language::en), Catch::Matchers::StartsWith("1 replication · 1 week from "));
    one->wanted = 20;
    CHECK_THAT(run_words(*one, Language::da), Catch::Matchers::StartsWith("1 af 20 gentagelser – kan ændre sig"));
    OverviewOption option;
    option.replications = option.wanted = 1;
    option.pairs = 1;
    CHECK(may_change_words(option, Language::da) == "1 gentagelse – kan ændre sig");
    DifferenceLine line;
    line.pairs = line.wanted = 1;
    CHECK(may_change_words(line, Language::en) == "1 replication – may change");
    Paste paste;
    paste.edits.resize(1);
    CHECK(paste_in_words(paste).en == "1 cell changed, 0 as before, 0 not taken");
}

TEST_CASE("a base alone, one replication and no goals make an overview", "[viewer]")
{
    const auto base = result_of("basis", 1, 0), option = result_of("valg", 1, 1);
    const Overview alone = make_overview(*base, {}, goals_or_headline({}));
    CHECK(alone.levels.size() == 7);
    CHECK_FALSE(alone.sentence.da.empty());
    const Result* const options[] = {option.get(), option.get()};
    const auto overview = std::make_shared<const Overview>(make_overview(*base, options, goals_or_headline({})));
    CHECK(overview->sentence.da == "Ingen af målene er bestemt endnu.");
    CHECK(cell_words(overview->options[0].goals[0].difference, Language::da).word == "ikke bestemt");
    CHECK(table_of(overview_panel(overview, {})).rows.size() == 14);
    CHECK(make_overview(*base, options, {}).sentence.en == "No goals to judge by.");
}

TEST_CASE("every figure of the overview is what samspil compare prints for the same files", "[viewer]")
{
    const made::Folder folder;
    const std::string scenario = std::string(SAMSPIL_SOURCE_DIR) + "/scenarios/minimal.yaml";
    const std::string tiny = " -n 5 -j 1 -s period.weeks=52 -s period.burn_in_weeks=26 ";
    const std::string program = SAMSPIL_PROGRAM;
    REQUIRE(std::system((program + " run " + scenario + tiny + "-o " + folder / "base" + " >/dev/null 2>&1").c_str()) == 0);
    REQUIRE(std::system((program + " run " + scenario + tiny + "-s policy.W_max=2 -s policy.visitation_rule=exact -o " + folder / "a" + " >/dev/null 2>&1").c_str()) == 0);
    REQUIRE(std::system((program + " run " + scenario + tiny + "-s assumptions.h_v=0.2 -o " + folder / "b" + " >/dev/null 2>&1").c_str()) == 0);
    const std::vector<std::string> files{folder / "base/minimal.h5", folder / "a/minimal.h5", folder / "b/minimal.h5"};
    REQUIRE(std::system((program + " compare --json " + files[0] + " " + files[1] + " " + files[2] + " >" + folder / "compare.json").c_str()) == 0);
    std::ifstream stream(folder / "compare.json");
    const auto printed = nlohmann::json::parse(stream);

    const ResultPtr base = read_result(files[0]), a = read_result(files[1]), b = read_result(files[2]);
    const Result* const options[] = {a.get(), b.get()};
    const auto overview = std::make_shared<const Overview>(make_overview(*base, options, goals_or_headline(base->metadata.goals)));
    const Panel panel = overview_panel(overview, {Language::da, Uncertainty::dots, ""});
    bool any_difference = false;
    for (std::size_t o = 0; o < 2; ++o) {
        const auto& kpis = printed["options"][o]["kpis"];
        for (std::size_t g = 0; g < overview->levels.size(); ++g) {
            const GoalCell& cell = overview->options[o].goals[g];
            const KpiDifference& d = cell.difference;
            const auto row = std::find_if(kpis.begin(), kpis.end(), [&](const auto& one) { return one["kpi"] == std::string(d.kpi->id); });
            REQUIRE(row != kpis.end());
            INFO(d.kpi->id);
            const auto number = [&](const char* name) { return (*row)[name].is_null() ? std::optional<double>() : (*row)[name].get<double>(); };
            CHECK(d.base == number("base"));
            CHECK(overview->levels[g].base == number("base"));
            CHECK(d.option == number("option"));
            CHECK(d.difference == number("difference"));
            CHECK(d.ci_low == number("ci_low"));
            CHECK(d.ci_high == number("ci_high"));
            CHECK(d.share_above == number("share_above"));
            CHECK(d.relevance == *number("relevance"));
            CHECK(d.n == (*row)["n"].get<std::size_t>());
            CHECK((d.verdict ? nlohmann::json(id_of(*d.verdict)) : nlohmann::json()) == (*row)["verdict"]);
            any_difference = any_difference || (d.difference && *d.difference != 0);
            // The words are made from the printed numbers alone.
            KpiDifference again;
            again.kpi = d.kpi;
            again.base = number("base");
            again.difference = number("difference");
            again.ci_low = number("ci_low");
            again.ci_high = number("ci_high");
            again.share_above = number("share_above");
            again.n = d.n;
            again.relevance = *number("relevance");
            again.verdict = d.verdict;
            const DifferenceWords words = in_words(again, Language::da);
            const std::vector<std::string>& shown = table_of(panel).rows[2 * g + o];
            CHECK(shown[2] == words.base);
            CHECK(shown[3] == words.difference);
            CHECK(shown[4] == words.interval);
            CHECK((words.share_above.empty() || shown[5] == words.share_above));
            const CellWords drawn = cell_words(d, Language::da);
            if (d.difference) {
                CHECK(drawn.number + drawn.units.front() == words.difference);
                const std::string above = words.share_above.substr(0, words.share_above.rfind(' ')); // "18 af 20"
                if (d.kpi->direction == Direction::higher_is_better) CHECK(drawn.share == "bedre i " + above);
                if (!d.verdict) CHECK(drawn.share == above + " højere");
            }
        }
    }
    CHECK(any_difference);
}
