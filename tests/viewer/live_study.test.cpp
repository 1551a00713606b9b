// SPDX-License-Identifier: MPL-2.0
// A study behind the screen answers as the command line does.
#include "tests/viewer/live_views.hpp"

#include <atomic>
#include <cmath>

using namespace samspil;
using namespace samspil::viewer;

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
            study.want(everything({"live/base", "live/1", "live/2", "live/3"}));
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
            CHECK(side(*view, "live/1").shared_weeks == (memory > 0 ? 104 : 0));
            CHECK(side(*view, "live/1").short_of_memory == (memory == 0));
            CHECK(side(*view, "live/2").shared_weeks == 208);
            CHECK(side(*view, "live/3").shared_weeks == 0);
            CHECK(!side(*view, "live/3").short_of_memory);
            CHECK(side(*view, "live/1").first_answer_seconds > 0);
            // An answer needs both sides: it may come after the option's last replication, with one of the base.
            CHECK(side(*view, "live/1").first_answer_seconds <= std::max(side(*view, "live/1").seconds, side(*view, "live/base").seconds));
        }
    }
}

TEST_CASE("Without burn-in an option that differs from the first week on shares nothing, and one that differs later does")
{
    constexpr int n = 2;
    const auto base = loaded(n);
    base->scenario.period.burn_in_weeks = 0;
    const auto later = fewer_places(*base, 26);
    const auto otherwise = std::make_shared<LoadedScenario>(*base);
    otherwise->scenario.assumptions.h_v *= 2;
    LiveStudy study({.threads = 1, .kept_bytes = std::size_t{1} << 30});
    study.want(everything({"live/base", "live/1", "live/2"}));
    study.set_base(base);
    study.set_option(1, later);
    study.set_option(2, otherwise);
    const auto view = when(study, all_of(3));
    check_same(*view, "live/base", reference(base->scenario, n));
    check_same(*view, "live/1", reference(later->scenario, n));
    check_same(*view, "live/2", reference(otherwise->scenario, n));
    CHECK(side(*view, "live/2").shared_weeks == 0);
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
