// SPDX-License-Identifier: MPL-2.0
// Draws are those of (seed, replication, parameter) and nothing else; what a scenario sets stays; a difference falls into
// choice, assumptions and chance as it was made.
#include "engine/experiment/enough.hpp"
#include "engine/experiment/future_table.hpp"
#include "engine/experiment/futures.hpp"
#include "engine/experiment/finding.hpp"
#include "engine/experiment/futures_comparison.hpp"
#include "engine/io/comparison_report.hpp"
#include "engine/io/futures_of.hpp"
#include "engine/stats/moments.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenario_folder.hpp"

#include <algorithm>
#include <cmath>

using namespace samspil;

namespace {

const Field& field(std::string_view key) { return *find_field(parameter_fields(), key); }

} // namespace

TEST_CASE("Every prior lies within the range of its field, and its draws within the prior", "[futures]")
{
    std::size_t logarithmic = 0;
    for (const Field& f : parameter_fields()) {
        if (!f.has_prior()) continue;
        INFO(f.key);
        CHECK(f.prior_low < f.prior_high);
        CHECK(f.prior_low >= f.minimum);
        CHECK(f.prior_high <= f.maximum);
        for (const double share : {1e-12, 0.25, 0.5, 0.75, 1 - 1e-12}) {
            const double value = value_of_prior(f, share);
            CHECK((value >= f.prior_low && value <= f.prior_high));
        }
        CHECK(value_of_prior(f, 0.3) <= value_of_prior(f, 0.7));
        logarithmic += is_log_prior(f);
    }
    CHECK(logarithmic > 20);
}

TEST_CASE("A prior said as x divided and multiplied by a factor has x as its median", "[futures]")
{
    CHECK(is_log_prior(field("nh_scale")));
    CHECK(value_of_prior(field("vol_slot"), 0.5) == Approx(field("vol_slot").fallback));
    CHECK(is_log_prior(field("b_t"))); // negative throughout
    CHECK(value_of_prior(field("b_t"), 0.5) == Approx(-0.05));
    CHECK_FALSE(is_log_prior(field("alone65_m")));
    CHECK(value_of_prior(field("alone65_m"), 0.5) == Approx(0.25));
    CHECK_FALSE(is_log_prior(field("gam_r"))); // reaches zero
}

TEST_CASE("What a scenario sets, what is solved, sourced or without a range stays; the rest is drawn", "[futures]")
{
    const FuturePlan plan = plan_futures({"h_c"}, {"nh_scale"}, {"consider"}, {{"q0", Evidence::source}}, nullptr);
    CHECK(plan.drawn.size() + plan.stays.size() == parameter_fields().size());
    const auto why = [&](std::string_view key) {
        for (const StayingParameter& p : plan.stays)
            if (p.field->key == key) return std::string(id_of(p.why));
        return std::string("drawn");
    };
    CHECK(why("h_c") == "set");
    CHECK(why("nh_scale") == "solved");
    CHECK(why("consider") == "own_value");
    CHECK(why("q0") == "sourced");
    CHECK(why("HR_F2") == "sourced");
    CHECK(why("level65_1") == "no_range");
    CHECK(why("HR_F4") == "drawn");
    const auto again = plan_from_words(words_of(plan), nullptr);
    REQUIRE(again);
    CHECK(words_of(*again) == words_of(plan));
    CHECK_FALSE(plan_from_words(std::vector<std::string>{"no_such=drawn"}, nullptr));
    CHECK_FALSE(plan_from_words(std::vector<std::string>{"h_c=perhaps"}, nullptr));
}

TEST_CASE("A value of the scenario's own stays when the register's range is not about it", "[futures]")
{
    const testing::TemporaryFolder folder;
    const std::filesystem::path source(SAMSPIL_SOURCE_DIR), data = folder.path() / "data" / "toy";
    std::filesystem::create_directories(folder.path() / "data");
    std::filesystem::copy(source / "data" / "toy", data, std::filesystem::copy_options::recursive);
    testing::write_file(data / "parameters.csv", "parameter,value,tag,source\nconsider,5,assumed,our own count\nh_c,6,assumed,our own guess\n");
    testing::write_file(folder.path() / "scenarios" / "minimal.yaml", testing::text_of_file(source / "scenarios" / "minimal.yaml"));
    Diagnostics found;
    const auto loaded = load_scenario(folder.path() / "scenarios" / "minimal.yaml", {}, found);
    for (const Diagnostic& one : found.items()) UNSCOPED_INFO(format(one, Language::en));
    REQUIRE(loaded);
    const auto words = words_of(futures_of(*loaded, nullptr));
    const auto says = [&](const std::string& word) { return std::find(words.begin(), words.end(), word) != words.end(); };
    CHECK(says("rec_ext=solved"));      // of solved.csv, though no balance run made the row
    CHECK(says("consider=own_value")); // the register says 0.2 to 1.5
    CHECK(says("h_c=drawn"));          // the register says 2 to 10
    const auto set = load_scenario(folder.path() / "scenarios" / "minimal.yaml", std::vector<Override>{{"assumptions.rec_ext", "4"}}, found);
    REQUIRE(set);
    const auto others = words_of(futures_of(*set, nullptr));
    CHECK(std::find(others.begin(), others.end(), "rec_ext=set") != others.end());
}

TEST_CASE("A table of draws gives whole rows, by weight; what it says wrongly is told with its place", "[futures]")
{
    Diagnostics found;
    const auto table = parse_posterior("# made for a test\nassumptions.h_c,q0,weight\n3,0.1,0\n4,0.2,1\n5,0.3,3\n", "p.csv", found);
    REQUIRE(table);
    CHECK(table->columns.size() == 2);
    CHECK(table->weights == std::vector<double>{0, 1, 3});
    const FuturePlan plan = plan_futures({"q0"}, {"h_c"}, {}, {}, table);
    const auto h_c = std::find_if(plan.drawn.begin(), plan.drawn.end(), [](const FutureParameter& p) { return p.field->key == "h_c"; });
    REQUIRE(h_c != plan.drawn.end()); // solved for the baseline, but the table knows more
    CHECK(h_c->column == 0);
    CHECK(std::none_of(plan.drawn.begin(), plan.drawn.end(), [](const FutureParameter& p) { return p.field->key == "q0"; }));
    Diagnostics wrong;
    CHECK_FALSE(parse_posterior("h_cc,q0\n3,0.1\n4,9\n", "p.csv", wrong));
    CHECK(wrong.has_errors());
    CHECK_THAT(format(wrong.items().front(), Language::en), Catch::Matchers::ContainsSubstring("p.csv:1:1"));
    Diagnostics outside;
    CHECK_FALSE(parse_posterior("q0\n9\n", "p.csv", outside));
    Diagnostics empty;
    CHECK_FALSE(parse_posterior("q0\n", "p.csv", empty));
}

TEST_CASE("A difference falls into the choice, the assumptions and chance it was made of", "[futures]")
{
    const Kpi& kpi = *std::find_if(kpi_table().begin(), kpi_table().end(), [](const Kpi& k) { return k.id == "reach.municipal"; });
    const auto made = [&](double choice, double assumptions, double chance) {
        KpiDifference d;
        d.kpi = &kpi;
        for (int i = 0; i < 400; ++i) d.by_pair.push_back(choice + assumptions * ((i / 20) - 9.5) / 5.766 + chance * ((i % 20) - 9.5) / 5.766);
        const Moments m = moments(d.by_pair);
        d.difference = m.mean();
        d.ci_low = m.mean() - 2 * m.standard_error();
        d.ci_high = m.mean() + 2 * m.standard_error();
        d.verdict = verdict_of(Direction::higher_is_better, *d.ci_low, *d.ci_high, 0);
        return d;
    };
    const auto firm = split_of(made(2, 1, 0.5), made(2, 0, 0.5));
    REQUIRE(firm);
    CHECK(firm->choice == Approx(2));
    CHECK(firm->assumption_variance == Approx(1).epsilon(0.02));
    CHECK(firm->chance_variance == Approx(0.25).epsilon(0.02));
    CHECK(*firm->assumption_share == Approx(0.8).epsilon(0.02));
    CHECK_FALSE(firm->depends);
    // The mean over 400 futures is clearly above zero, and yet in three of ten the sign turns.
    const auto loose = split_of(made(0.5, 1, 0.1), made(0.5, 0, 0.1));
    CHECK(loose->by_futures == Verdict::better);
    CHECK(loose->sign_by_assumptions == Approx(0.69).margin(0.01));
    CHECK(loose->depends);
    // What is undecided over futures is not called a tie, as an interval inside the limit is.
    const auto weak = [&](double relevance) {
        KpiDifference d = made(0.01, 0, 0.5);
        d.relevance = relevance;
        return split_of(d, d)->said_by_futures->en;
    };
    CHECK(weak(0.01) == label_of(Finding::undecided).en);
    CHECK(weak(1) == label_of(Finding::tie).en);
    // Less spread over futures than by chance alone is no spread by assumptions.
    CHECK(split_of(made(2, 0, 0.3), made(2, 0, 0.5))->assumption_variance == 0);
    std::vector<KpiDifference> futures{made(0.5, 1, 0.1)};
    split_all(futures, std::vector{made(0.5, 0, 0.1)});
    CHECK(futures[0].depends_on_assumptions);
    CHECK_FALSE(futures[0].verdict);
}

TEST_CASE("A difference of exactly zero has no sign, neither that of the mean nor the opposite", "[futures]")
{
    const auto made = [](std::size_t zeros, std::size_t below) {
        KpiDifference d;
        d.kpi = &kpi_table().front();
        d.by_pair.assign(zeros, 0.0);
        d.by_pair.insert(d.by_pair.end(), below, -2.0);
        return d;
    };
    const auto rare = split_of(made(7, 3), made(7, 3));
    REQUIRE(rare);
    CHECK(rare->same_sign == 3);
    CHECK(rare->zeros == 7);
    CHECK(rare->n == 10);
    CHECK(rare->sign_by_assumptions == 1);
    CHECK(rare->same_sign_share.low == Approx(wilson_interval(3, 3).low));
    KpiDifference shown = made(7, 3);
    shown.difference = -0.6;
    shown.ci_low = -1.3;
    shown.ci_high = 0.1;
    CHECK_THAT(in_words(*rare, shown, Language::da).sign, Catch::Matchers::ContainsSubstring("3/3 (") && Catch::Matchers::ContainsSubstring("7 nul"));
    const auto none = split_of(made(10, 0), made(10, 0));
    REQUIRE(none);
    CHECK(none->same_sign == 0);
    CHECK(none->zeros == 10);
    CHECK(std::isnan(none->sign_by_assumptions));
    shown.difference = shown.ci_low = shown.ci_high = 0;
    CHECK(in_words(*none, shown, Language::en).sign == "–, 10 zero");
    CHECK(in_words(*none, shown, Language::en).sign_by_assumptions == "–");
}

TEST_CASE("Futures are paired only with the same futures", "[futures]")
{
    FutureTable base{{"h_c", "q0"}, {}, {}, {}, {1, 2, 3, 4}, {0, 0}}, option{{"q0"}, {}, {"h_c"}, {"set"}, {2, 4}, {0, 0}};
    CHECK_FALSE(why_not_same_futures(&base, &option, 2));
    CHECK_FALSE(why_not_same_futures(nullptr, nullptr, 2));
    CHECK(why_not_same_futures(&base, nullptr, 2));
    option.values[1] = 5;
    CHECK_FALSE(why_not_same_futures(&base, &option, 1));
    CHECK(why_not_same_futures(&base, &option, 2));
}

TEST_CASE("The watch keeps the same n in whatever order results come in", "[futures]")
{
    const auto goal = std::get<EnoughGoal>(read_enough_goal("reach.municipal=0.6"));
    const std::size_t k = *find_kpi("reach.municipal");
    const auto value = [](std::size_t option, int r) { return option * 3.0 + ((r * 7) % 11) / 11.0 * (r < 12 ? 4 : 0.1) * static_cast<double>(option); };
    std::optional<std::size_t> kept;
    for (const bool backwards : {false, true}) {
        EnoughWatch watch(2, 60, {goal});
        for (int i = 0; i < 60; ++i) {
            // Backwards in blocks of ten, as threads that run ahead.
            const int r = backwards ? i / 10 * 10 + 9 - i % 10 : i;
            for (const std::size_t o : {0u, 1u}) {
                std::vector<double> kpis(kpi_table().size(), 0.0);
                kpis[k] = value(o, r);
                watch.take(o, r, kpis);
            }
        }
        REQUIRE(watch.settled());
        if (!kept) kept = watch.settled();
        CHECK(watch.settled() == kept);
        CHECK(smallest_enough(watch.columns(), 60, watch.goals()) == kept);
    }
    CHECK((*kept > 10 && *kept < 60));
    CHECK(std::holds_alternative<Text>(read_enough_goal("reach.municipal=0")));
    CHECK(*std::get<EnoughGoal>(read_enough_goal("reach.municipal=0,5pp")).half_width == 0.005);
    CHECK(*std::get<EnoughGoal>(read_enough_goal("reach.municipal=0.1")).half_width == 0.1);
    CHECK(std::holds_alternative<Text>(read_enough_goal("cost.total=5pp"))); // no share
    CHECK(std::holds_alternative<Text>(read_enough_goal("reach.municipa=1")));
}
