// SPDX-License-Identifier: MPL-2.0
// A study behind the screen answers as the command line does, newest question first, and never keeps anybody waiting.
#include "viewer/live/live_runs.hpp"
#include "viewer/live/live_study.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <thread>

using namespace samspil;
using namespace samspil::viewer;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<LoadedScenario> loaded(int replications)
{
    Diagnostics found;
    auto read = load_scenario(std::string(SAMSPIL_SOURCE_DIR) + "/scenarios/minimal.yaml", {}, found);
    REQUIRE(read);
    read->scenario.run.replications = replications;
    return std::make_shared<LoadedScenario>(std::move(*read));
}

std::shared_ptr<LoadedScenario> fewer_places(const LoadedScenario& base, int week, int places = 1)
{
    auto option = std::make_shared<LoadedScenario>(base);
    option->scenario.title = {"Færre pladser", "Fewer places"};
    Intervention& change = options::intervene(option->scenario, InterventionType::change_places, week);
    change.centre = "dc-byen";
    change.offer = static_cast<int>(index_of(Offer::klub));
    change.places = places;
    return option;
}

const LiveSide& side(const LiveView& view, const std::string& key)
{
    for (const LiveSide& one : view.sides)
        if (one.key == key) return one;
    FAIL("no such side: " << key);
    return view.sides.front();
}

const Result* result(const LiveView& view, const std::string& key)
{
    for (const ResultPtr& one : view.results)
        if (one->key == key) return one.get();
    return nullptr;
}

template <class Condition>
std::shared_ptr<const LiveView> when(const LiveStudy& study, Condition condition)
{
    const auto end = std::chrono::steady_clock::now() + 100s;
    for (;;) {
        auto view = study.view();
        if (condition(*view)) return view;
        if (std::chrono::steady_clock::now() > end) {
            FAIL("it did not come");
            return view;
        }
        std::this_thread::sleep_for(2ms);
    }
}

/// All replications of that many sides.
auto all_of(std::size_t sides)
{
    return [=](const LiveView& view) {
        return view.sides.size() == sides &&
               std::all_of(view.sides.begin(), view.sides.end(), [](const LiveSide& s) { return s.done == s.wanted; });
    };
}

/// Everything a view holds of a side against the replications of a study.
void check_same(const LiveView& view, const std::string& key, const std::vector<ReplicationResult>& expected)
{
    INFO(key);
    const Result* made = result(view, key);
    REQUIRE(made != nullptr);
    REQUIRE(made->replications == static_cast<int>(expected.size()));
    for (std::size_t k = 0; k < kpi_table().size(); ++k) {
        for (std::size_t r = 0; r < expected.size(); ++r)
            CHECK(std::bit_cast<std::uint64_t>(made->kpis[k][r]) == std::bit_cast<std::uint64_t>(expected[r].kpis[k]));
    }
    for (std::size_t s = 0; s < series_table().size(); ++s) {
        const SeriesInfo& info = series_table()[s];
        const auto found = view.series.find({key, std::string(info.group), std::string(info.id)});
        REQUIRE(found != view.series.end());
        std::vector<std::int32_t> all;
        for (const auto& one : expected)
            all.insert(all.end(), one.series[s].begin(), one.series[s].end());
        CHECK(found->second->values == all);
        CHECK(found->second->values.size() ==
              expected.size() * static_cast<std::size_t>(found->second->weeks) * found->second->cell_count());
    }
    for (std::size_t d = 0; d < dimension_count; ++d) {
        const auto found = view.groups.find({key, static_cast<Dimension>(d)});
        REQUIRE(found != view.groups.end());
        std::size_t at = 0;
        bool same = true;
        for (const auto& one : expected) {
            for (const double value : one.groups[d])
                same = same && std::bit_cast<std::uint64_t>(value) ==
                                   std::bit_cast<std::uint64_t>(found->second->values.at(at++));
        }
        CHECK(same);
        CHECK(at == found->second->values.size());
    }
    CHECK(*view.lives.at(key) == expected.front().life_courses);
}

Wishes everything(const std::vector<std::string>& keys)
{
    Wishes wishes;
    for (const std::string& key : keys) {
        for (const SeriesInfo& info : series_table())
            wishes.series.insert({key, std::string(info.group), std::string(info.id)});
        for (std::size_t d = 0; d < dimension_count; ++d)
            wishes.groups.insert({key, static_cast<Dimension>(d)});
        wishes.lives.insert(key);
    }
    return wishes;
}

const std::vector<std::string> four_keys{"live/base", "live/1", "live/2", "live/3"};

std::vector<ReplicationResult> reference(const Scenario& scenario, int replications)
{
    return options::run_alone(scenario, {replications, Workers(), 8192, 0.005});
}

} // namespace

TEST_CASE("A live study gives the numbers of a study run by itself, to the last bit, whatever is reused")
{
    constexpr int n = 5;
    const auto base = loaded(n);
    const auto later = fewer_places(*base, 26);
    const auto same = std::make_shared<LoadedScenario>(*base);
    const auto otherwise = std::make_shared<LoadedScenario>(*base);
    otherwise->scenario.assumptions.h_v *= 2;
    const auto of_base = reference(base->scenario, n), of_later = reference(later->scenario, n),
               of_otherwise = reference(otherwise->scenario, n);
    REQUIRE(options::difference(of_base, of_later) != "");
    REQUIRE(options::difference(of_base, of_otherwise) != "");
    for (const std::size_t memory : {std::size_t{0}, std::size_t{1} << 30}) {
        for (const int threads : {1, 3}) {
            LiveStudy study({.threads = threads, .kept_bytes = memory});
            study.want(everything(four_keys));
            study.set_base(base);
            study.set_option(1, later);
            study.set_option(2, same);
            study.set_option(3, otherwise);
            const auto view = when(study, all_of(4));
            check_same(*view, "live/base", of_base);
            check_same(*view, "live/1", of_later);
            check_same(*view, "live/2", of_base);
            check_same(*view, "live/3", of_otherwise);
            CHECK(side(*view, "live/base").kept_states == (memory > 0 ? n : 0));
            CHECK(side(*view, "live/1").shared_weeks == 104);
            CHECK(side(*view, "live/2").shared_weeks == 208);
            CHECK(side(*view, "live/3").shared_weeks == 0);
            CHECK(side(*view, "live/1").first_answer_seconds > 0);
            // An answer needs both sides: it may come after the option's last replication, with one of the base.
            CHECK(side(*view, "live/1").first_answer_seconds <= std::max(side(*view, "live/1").seconds, side(*view, "live/base").seconds));
        }
    }
}

TEST_CASE("A live result says what a result of a file says")
{
    const auto base = loaded(2);
    LiveStudy study({.seed = 77, .replications = 3, .threads = 2});
    study.set_base(base);
    const auto view = when(study, all_of(1));
    const Result& made = *view->results.front();
    CHECK(made.live);
    CHECK(made.path.empty());
    CHECK(made.finished());
    CHECK(made.wanted == 3);
    CHECK(made.metadata.seed == 77);
    CHECK(made.metadata.replications == 3);
    CHECK(made.metadata.title == base->scenario.title);
    CHECK(made.metadata.origin.resolved_text == base->resolved_text);
    CHECK(made.centres.size() == base->scenario.centres.size());
    CHECK(made.neighbourhoods.size() == base->scenario.neighbourhoods.size());
    CHECK(!made.assumptions.empty());
    REQUIRE(made.outlines != nullptr);
    CHECK(made.outlines->size() == base->outlines.size());
    CHECK(made.units.size() == base->scenario.organisation_units.size());
    CHECK(made.organisations.size() == 1);
    CHECK(made.interventions.empty());
    CHECK(frame_of(made).weeks == 104);
}

TEST_CASE("The early answer is that of a run of the first two years, and gives way to the whole")
{
    auto base = loaded(4);
    base->scenario.period.weeks = 10 * early_weeks;
    const auto option = fewer_places(*base, 10);
    const auto late = fewer_places(*base, early_weeks - 1);
    LiveStudy study({.replications = 4, .threads = 2});
    study.set_base(base);
    when(study, [](const LiveView& view) { return !view.sides.empty() && view.sides[0].done >= 2; });
    study.set_option(1, option);
    const auto view = when(study, [](const LiveView& now) { return !now.early.empty() || (now.sides.size() == 2 && now.sides[1].done >= 2); });
    REQUIRE(view->early.size() == 2); // a run of ten years takes five times as long as its first two
    for (const ResultPtr& early : view->early) {
        auto shorter = early->key == "live/base" ? std::make_shared<LoadedScenario>(*base) : std::make_shared<LoadedScenario>(*option);
        shorter->scenario.period.weeks = early_weeks;
        CHECK(early->early);
        CHECK(early->metadata.weeks == early_weeks);
        REQUIRE(early->replications == 2);
        const auto premises = premises_of(std::shared_ptr<const Scenario>(shorter, &shorter->scenario));
        for (int r = 0; r < 2; ++r) {
            ReplicationRun run(premises, base->scenario.run.seed, r);
            const Workers alone(1);
            while (!run.is_finished()) run.step(alone);
            const ReplicationResult whole = run.result();
            for (std::size_t k = 0; k < kpi_table().size(); ++k) {
                if (kpi_table()[k].id.starts_with("last_year.")) { // of the whole period only
                    CHECK(std::isnan(early->kpis[k][static_cast<std::size_t>(r)]));
                    continue;
                }
                INFO(kpi_table()[k].id);
                const double a = early->kpis[k][static_cast<std::size_t>(r)], b = whole.kpis[k];
                CHECK((a == b || (std::isnan(a) && std::isnan(b))));
            }
        }
    }
    when(study, [](const LiveView& now) { return now.sides.size() == 2 && now.sides[1].done >= 2 && now.early.empty(); });
    study.set_option(1, late); // nothing to show early: its first years are those of the base
    const auto whole = when(study, [&](const LiveView& now) {
        CHECK((now.early.empty() || now.sides[1].scenario != late));
        return now.sides.size() == 2 && now.sides[1].scenario == late && now.sides[1].done == 4;
    });
    CHECK(whole->sides[1].early_answer_seconds == 0);
}

TEST_CASE("An option in place of another leaves nothing of it, and the base is not run again")
{
    const auto base = loaded(6);
    LiveStudy study({.threads = 2});
    study.set_base(base);
    when(study, all_of(1));
    for (int places = 1; places <= 40; ++places) { // as fast as a lever is dragged
        study.set_option(1, fewer_places(*base, 10, places));
        std::this_thread::sleep_for(1ms);
    }
    const auto last = fewer_places(*base, 10, 2);
    study.set_option(1, last);
    study.want(everything({"live/1"}));
    const auto view = when(study, all_of(2));
    check_same(*view, "live/1", reference(last->scenario, 6));
    CHECK(side(*view, "live/1").reused_base == 6);
    CHECK(result(*view, "live/1")->metadata.title == last->scenario.title);

    study.clear_option(1);
    const auto cleared = when(study, [](const LiveView& v) { return v.sides.size() == 1; });
    CHECK(result(*cleared, "live/1") == nullptr);
    CHECK(result(*cleared, "live/base")->replications == 6);
    CHECK(cleared->series.empty());
}

TEST_CASE("What was moved last is answered first, and what rests meanwhile ends as if it had not")
{
    constexpr int n = 40, begun = 20; // what is looked at late on a busy machine is still well before the end
    const auto base = loaded(n);
    LiveStudy study({.threads = 1});
    study.set_base(base);
    study.set_option(1, fewer_places(*base, 20));
    when(study, [](const LiveView& v) { return !v.sides.empty() && v.sides.front().done >= 2; });
    study.set_option(2, fewer_places(*base, 30));
    const auto answered =
        when(study, [](const LiveView& v) { return v.sides.size() == 3 && side(v, "live/2").done >= 2; });
    CHECK(side(*answered, "live/base").done <= begun);
    CHECK(side(*answered, "live/1").done <= begun);
    CHECK(!result(*answered, "live/2")->finished());
    study.want(everything({"live/base", "live/1"}));
    const auto view = when(study, all_of(3));
    check_same(*view, "live/base", reference(base->scenario, n));
    check_same(*view, "live/1", reference(fewer_places(*base, 20)->scenario, n));
}

TEST_CASE("What is wanted again and again makes no new view, and what is wanted for the first time does")
{
    const auto base = loaded(3);
    LiveStudy study({.threads = 2});
    study.set_base(base);
    study.set_option(1, fewer_places(*base, 20));
    when(study, all_of(2));
    study.want(everything({"live/base"}));
    const auto has = [](const std::string& key) {
        return [key](const LiveView& v) { return std::any_of(v.series.begin(), v.series.end(), [&](const auto& one) { return one.first.result == key; }); };
    };
    const auto before = when(study, has("live/base"));
    std::this_thread::sleep_for(600ms); // the last beat of what was under way
    const auto at_rest = study.view();
    for (int frame = 0; frame < 60; ++frame) {
        study.want(everything({"live/base"}));
        std::this_thread::sleep_for(2ms);
    }
    CHECK(study.view() == at_rest);
    CHECK(at_rest->series == before->series);
    study.want(everything({"live/base", "live/1"}));
    when(study, has("live/1"));
}

TEST_CASE("Another base starts everything again, with the same options")
{
    const auto base = loaded(3);
    LiveStudy study({.threads = 2});
    study.set_base(base);
    const auto option = fewer_places(*base, 40);
    study.set_option(4, option);
    when(study, all_of(2));
    const auto other = fewer_places(*base, 5, 3);
    study.set_base(other);
    study.want(everything({"live/base", "live/4"}));
    const auto view = when(study, [&](const LiveView& v) {
        return all_of(2)(v) && result(v, "live/base")->metadata.title == other->scenario.title;
    });
    check_same(*view, "live/base", reference(other->scenario, 3));
    check_same(*view, "live/4", reference(option->scenario, 3));
}

TEST_CASE("While it is paused nothing is run; then it goes on from where it was")
{
    const auto base = loaded(40);
    LiveStudy study({.threads = 2});
    study.set_base(base);
    when(study, [](const LiveView& v) { return !v.sides.empty() && v.sides.front().done >= 1; });
    study.pause();
    const auto paused = when(study, [](const LiveView& v) { return v.paused && !v.running; });
    std::this_thread::sleep_for(50ms);
    const int done = study.view()->sides.front().done;
    CHECK(done < 40);
    std::this_thread::sleep_for(300ms);
    CHECK(study.view()->sides.front().done == done);
    study.go_on();
    CHECK(result(*when(study, all_of(1)), "live/base")->replications == 40);
}

TEST_CASE("The same scenario again changes nothing, and a view never changes once it is given")
{
    const auto base = loaded(3);
    std::atomic<int> woken = 0;
    LiveStudy study({.threads = 2, .wake = [&] { ++woken; }});
    const auto empty = study.view();
    REQUIRE(empty);
    study.set_base(base);
    const auto option = fewer_places(*base, 40);
    study.set_option(1, option);
    const auto view = when(study, [](const LiveView& v) { return all_of(2)(v) && !v.running; });
    CHECK(woken > 0);
    const ResultPtr before = view->results.at(1);
    study.set_option(1, option);
    study.set_base(base);
    study.want(everything({"live/1"}));
    const auto after = when(study, [](const LiveView& v) { return v.lives.contains("live/1"); });
    CHECK(after->results.at(1) == before);
    CHECK(after->version > view->version);
    CHECK(empty->sides.empty());
    CHECK(view->series.empty());
}

TEST_CASE("A study can be thrown away while it runs")
{
    const auto base = loaded(1000);
    const auto start = std::chrono::steady_clock::now();
    {
        LiveStudy study({.threads = 2});
        study.set_base(base);
        study.set_option(1, fewer_places(*base, 40));
        std::this_thread::sleep_for(20ms);
    }
    CHECK(std::chrono::steady_clock::now() - start < 20s);
}

TEST_CASE("An option waits for a base")
{
    const auto base = loaded(2);
    LiveStudy study({.threads = 2});
    study.set_option(3, fewer_places(*base, 40));
    const auto waiting = when(study, [](const LiveView& v) { return v.sides.size() == 1; });
    CHECK(waiting->results.empty());
    CHECK(!waiting->running);
    study.set_base(base);
    CHECK(when(study, all_of(2))->results.size() == 2);
}
