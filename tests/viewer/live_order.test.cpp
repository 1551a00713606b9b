// SPDX-License-Identifier: MPL-2.0
// A study behind the screen: newest question first, and nobody is ever kept waiting.
#include "tests/viewer/live_views.hpp"

using namespace samspil;
using namespace samspil::viewer;

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

TEST_CASE("A base that is let go leaves nothing, whatever is under way, and another can follow")
{
    const auto base = loaded(40);
    LiveStudy study({.threads = 2});
    for (int wait = 0; wait < 40; wait += 8) { // before the premises, between, and in the weeks
        study.set_base(base);
        study.set_option(1, fewer_places(*base, 20));
        std::this_thread::sleep_for(std::chrono::milliseconds(wait));
        study.clear_base();
        study.set_option(2, fewer_places(*base, 30)); // waits for a base
        const auto cleared = when(study, [](const LiveView& v) { return v.sides.size() == 1 && v.sides.front().key == "live/2"; });
        CHECK(cleared->results.empty());
        study.clear_option(2);
        when(study, [](const LiveView& v) { return v.sides.empty() && !v.running; });
    }
    const auto other = loaded(2);
    study.set_base(other);
    study.want(everything({"live/base"}));
    check_same(*when(study, all_of(1)), "live/base", reference(other->scenario, 2));
}

TEST_CASE("While it is paused nothing is run; then it goes on from where it was")
{
    const auto base = loaded(40);
    LiveStudy study({.threads = 2});
    study.set_base(base);
    when(study, [](const LiveView& v) { return !v.sides.empty() && v.sides.front().done >= 1; });
    study.pause();
    const auto paused = when(study, [](const LiveView& v) { return v.paused && !v.running; });
    // What was at its end when it was paused may still be told, late where the machine is busy; what goes on comes to 40.
    int done = -1;
    for (int now = 0; now != done;) {
        done = now;
        std::this_thread::sleep_for(500ms);
        now = study.view()->sides.front().done;
    }
    CHECK(done < 40);
    study.go_on();
    CHECK(result(*when(study, all_of(1)), "live/base")->replications == 40);
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
