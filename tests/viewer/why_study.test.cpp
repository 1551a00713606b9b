// SPDX-License-Identifier: MPL-2.0
// "Why?" behind the screen: what it costs comes first, answers come mechanism by mechanism, and it can be stopped.
#include "viewer/live/why_study.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"
#include "tests/viewer/waiting.hpp"
#include "viewer/live/live_study.hpp"

#include <bit>
#include <chrono>
#include <map>
#include <thread>

using namespace samspil;
using namespace samspil::viewer;
using namespace std::chrono_literals;

namespace {

/// A toy town of one year with all but four mechanisms off.
std::shared_ptr<LoadedScenario> small_town()
{
    Diagnostics found;
    const std::vector<Override> sets{{"period.burn_in_weeks", "52"}, {"period.weeks", "52"}};
    auto read = load_scenario(std::string(SAMSPIL_SOURCE_DIR) + "/scenarios/minimal.yaml", sets, found);
    REQUIRE(read);
    for (const Field& mechanism : mechanism_fields()) {
        const bool kept = mechanism.key == "mortality" || mechanism.key == "function_change" ||
                          mechanism.key == "ties" || mechanism.key == "change_shock";
        if (!kept) mechanism.access.write(&read->scenario.mechanisms, 0);
    }
    return std::make_shared<LoadedScenario>(std::move(*read));
}

std::shared_ptr<LoadedScenario> without_places(const LoadedScenario& base)
{
    auto option = std::make_shared<LoadedScenario>(base);
    Intervention& change = options::intervene(option->scenario, InterventionType::change_places, 4);
    change.centre = "dc-byen";
    change.offer = static_cast<int>(index_of(Offer::forebyggende));
    change.places = 0;
    return option;
}

bool same_bits(const KpiColumns& a, const KpiColumns& b)
{
    const auto same = [](double x, double y) {
        return std::bit_cast<std::uint64_t>(x) == std::bit_cast<std::uint64_t>(y);
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const auto& x, const auto& y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end(), same);
    });
}

bool over(const WhyView& view) { return view.ready && !view.running && view.done == view.wanted; }

} // namespace

TEST_CASE("Why answers what a study of each mechanism by itself answers, and its cost is said first")
{
    constexpr int n = 3;
    const auto base = small_town(), option = without_places(*base);
    WhyStudy study({.threads = 2}, base, option);
    const auto ready = when(study, [](const WhyView& v) { return v.ready; });
    CHECK(ready->cost_of_one.mechanisms == 4);
    CHECK(ready->cost_of_one.runs == 8);
    CHECK(ready->cost_of_one.weeks == 4 * (52 + 4 + 2 * 48));
    CHECK(ready->answers->runs.empty());
    CHECK_FALSE(ready->running);
    std::this_thread::sleep_for(50ms);
    CHECK(study.view()->done == 0); // nothing is run before it is begun

    study.begin(n);
    const auto view = when(study, over);
    CHECK(view->progress == 1);
    CHECK_FALSE(view->stopped);
    CHECK(view->failure.empty());
    REQUIRE(view->answers->runs.size() == 4);
    for (const WhyRuns& runs : view->answers->runs) {
        INFO(runs.mechanism->key);
        const Scenario base_off = without(base->scenario, *runs.mechanism),
                       option_off = without(option->scenario, *runs.mechanism);
        const auto of_base = options::run_alone(base_off, {n, Workers(), 8192, 0.005});
        const auto of_option = options::run_alone(option_off, {n, Workers(), 8192, 0.005});
        for (std::size_t k = 0; k < kpi_table().size(); ++k) {
            for (std::size_t r = 0; r < n; ++r) {
                CHECK(std::bit_cast<std::uint64_t>(runs.base[k][r]) ==
                      std::bit_cast<std::uint64_t>(of_base[r].kpis[k]));
                CHECK(std::bit_cast<std::uint64_t>(runs.option[k][r]) ==
                      std::bit_cast<std::uint64_t>(of_option[r].kpis[k]));
            }
        }
    }
    // Nothing is reorganised here, so nothing is shocked; the others move something.
    std::map<std::string_view, int> moved;
    for (std::size_t k = 0; k < kpi_table().size(); ++k) {
        for (const MechanismEffect& effect : effects_on(*view->answers, k))
            moved[effect.mechanism->key] += effect.effect.interval && !effect.is_nothing() ? 1 : 0;
    }
    REQUIRE(moved.size() == 4);
    for (const auto& [mechanism, kpis] : moved) {
        INFO(mechanism);
        CHECK((kpis == 0) == (mechanism == "change_shock"));
    }
}

TEST_CASE("Why takes the two sides from live results where they hold enough replications")
{
    const auto base = small_town(), option = without_places(*base);
    LiveStudy live({.replications = 3, .threads = 2});
    live.set_base(base);
    live.set_option(1, option);
    const auto results = when(live, [](const LiveView& v) {
                             return v.results.size() == 2 && v.results[0]->finished() && v.results[1]->finished();
                         })->results;
    const auto answers = [&](WhyStudy& study, int n) {
        study.begin(n);
        return when(study, over)->answers;
    };
    WhyStudy given({.threads = 2}, base, option, results[0], results[1]), alone({.threads = 2}, base, option),
        more({.threads = 2}, base, option, results[0], results[1]);
    const auto from_given = answers(given, 2), from_alone = answers(alone, 2), from_more = answers(more, 4);
    const std::size_t kpi = *find_kpi("reach.forebyggende");
    CHECK(from_given->base[kpi].size() == 2);
    CHECK(same_bits(from_given->base, from_alone->base));
    CHECK(same_bits(from_given->option, from_alone->option));
    CHECK_FALSE(same_bits(from_given->base, from_given->option));
    CHECK(from_more->base[kpi].size() == 4);
    CHECK(std::equal(from_alone->base[kpi].begin(), from_alone->base[kpi].end(), from_more->base[kpi].begin()));
}

TEST_CASE("Why can be stopped, keeps what is done, and can be thrown away at any time")
{
    const auto base = small_town(), option = without_places(*base);
    WhyStudy study({.threads = 1}, base, option);
    study.begin(50);
    when(study, [](const WhyView& v) { return v.done >= 1; });
    study.stop();
    const auto view = when(study, [](const WhyView& v) { return !v.running; });
    CHECK(view->stopped);
    CHECK(view->done < 4);
    CHECK(view->answers->runs.size() == static_cast<std::size_t>(view->done));
    CHECK(view->progress < 1);
    CHECK(view->seconds > 0);

    WhyStudy({.threads = 1}, base, option);
    WhyStudy begun({.threads = 2}, base, option);
    begun.begin(1000);
}
