// SPDX-License-Identifier: MPL-2.0
// A lever that is moved again: what its versions share is run once, and the numbers are those of a run by itself.
#include "tests/viewer/live_views.hpp"

using namespace samspil;
using namespace samspil::viewer;

namespace {

constexpr int n = 4, burn_in = 104, first = 40, second = 70;

std::shared_ptr<LoadedScenario> two_levers(const LoadedScenario& base, int places, int later_places)
{
    const auto option = fewer_places(base, first, places);
    return fewer_places(*option, second, later_places);
}

std::shared_ptr<const LiveView> answered(LiveStudy& study, const std::shared_ptr<LoadedScenario>& option)
{
    study.set_option(1, option);
    study.want(everything({"live/1"}));
    const auto view = when(study, [&](const LiveView& v) { return v.sides.size() == 2 && v.sides[1].scenario == option && v.sides[1].done == n && v.series.size() >= series_table().size(); });
    check_same(*view, "live/1", reference(option->scenario, n));
    return view;
}

int shared(const LiveView& view) { return side(view, "live/1").shared_weeks; }

} // namespace

TEST_CASE("A lever moved again runs from its date, a later one from its own, and one moved back not at all")
{
    for (const int threads : {1, 3}) {
        const auto base = loaded(n);
        LiveStudy study({.threads = threads});
        study.set_base(base);
        when(study, all_of(1));
        CHECK(shared(*answered(study, fewer_places(*base, first, 1))) == burn_in); // nothing of that week is kept yet
        const auto moved = answered(study, fewer_places(*base, first, 2));
        CHECK(shared(*moved) == burn_in + first);
        CHECK(side(*moved, "live/1").kept_states == n);
        CHECK(shared(*answered(study, two_levers(*base, 2, 1))) == burn_in + first);
        CHECK(shared(*answered(study, two_levers(*base, 2, 3))) == burn_in + second);
        CHECK(shared(*answered(study, two_levers(*base, 2, 1))) == burn_in + 104); // as it was two versions before
        CHECK(shared(*answered(study, two_levers(*base, 1, 1))) == burn_in);       // the earlier of the two: kept is the later week
        CHECK(shared(*answered(study, two_levers(*base, 3, 1))) == burn_in + first);
        CHECK(shared(*answered(study, fewer_places(*base, second, 4))) == burn_in + first); // another date: the kept weeks are the base's
        CHECK(shared(*answered(study, fewer_places(*base, second, 5))) == burn_in + second);
        LoadedScenario otherwise = *base; // from the beginning
        otherwise.scenario.assumptions.h_v *= 2;
        CHECK(shared(*answered(study, fewer_places(otherwise, first, 1))) == 0);
        CHECK(shared(*answered(study, fewer_places(otherwise, first, 2))) == 0);
        CHECK(shared(*answered(study, fewer_places(otherwise, first, 3))) == burn_in + first);
    }
}

TEST_CASE("Memory for kept states is for the burnt-in ones first")
{
    const auto base = loaded(n);
    const auto premises = premises_of(std::shared_ptr<const Scenario>(base, &base->scenario));
    ReplicationRun run(premises, base->scenario.run.seed, 0);
    const Workers alone(1);
    while (run.week() < burn_in) run.step(alone);
    LiveStudy study({.threads = 1, .kept_bytes = run.bytes() * n + run.bytes() / 2});
    study.set_base(base);
    answered(study, fewer_places(*base, first, 1));
    const auto moved = answered(study, fewer_places(*base, first, 2));
    CHECK(side(*moved, "live/base").kept_states == n);
    CHECK(side(*moved, "live/1").kept_states == 0);
    CHECK(shared(*moved) == burn_in);
}

TEST_CASE("Versions that are dropped while a lever is dragged leave their weeks to the next")
{
    auto base = loaded(1);
    base->scenario.period.weeks = 10 * early_weeks;
    const int late = 9 * early_weeks;
    LiveStudy study({.threads = 1});
    study.set_base(base);
    when(study, all_of(1));
    study.set_option(1, fewer_places(*base, late, 1));
    when(study, [](const LiveView& v) { return v.sides.size() == 2 && v.sides[1].ready && v.sides[1].progress > 0.2; });
    const auto dragged = fewer_places(*base, late, 2);
    study.set_option(1, dragged);
    study.want(everything({"live/1"}));
    const auto view = when(study, [&](const LiveView& v) { return v.sides.size() == 2 && v.sides[1].scenario == dragged && v.sides[1].done == 1 && v.series.size() >= series_table().size(); });
    CHECK(shared(*view) > burn_in);
    check_same(*view, "live/1", reference(dragged->scenario, 1));
}
