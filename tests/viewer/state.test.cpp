// SPDX-License-Identifier: MPL-2.0
#include "tests/support/catch.hpp"

#include "viewer/state/actions.hpp"

#include <limits>

using namespace samspil;
using namespace samspil::viewer;

TEST_CASE("undo goes back over a step and redo takes it again, but scrubbing is no step", "[viewer]")
{
    Library library;
    History history;
    history.act(GoTo{Screen::map}, library);
    history.act(SetTextScale{2}, library);
    history.act(SetWipe{0.25}, library);
    CHECK(history.now().habits.text_scale == 2);
    history.act(Undo{}, library);
    CHECK(history.now().habits.text_scale == 1);
    CHECK(history.now().screen == Screen::map);
    history.act(Redo{}, library);
    CHECK(history.now().habits.text_scale == 2);
    history.act(Undo{}, library);
    history.act(Undo{}, library);
    State start;
    start.wipe = 0.25; // scrubbed: stays where it is
    CHECK(history.now() == start);
    CHECK_FALSE(history.can_undo());
}

TEST_CASE("a meeting reads larger text, and a saved option is opened beside others on its base", "[viewer]")
{
    const Library library;
    State state = update({}, SetMeeting{true}, library);
    CHECK(text_scale_of(state) == meeting_text);
    CHECK(text_scale_of(update(state, SetTextScale{2}, library)) == 2);
    CHECK(text_scale_of(update(state, SetMeeting{false}, library)) == 1);

    OptionFile saved;
    saved.base = "/plans/basis.yaml";
    saved.title = {"Flere pladser", "More places"};
    saved.values["policy.W_max"] = "4";
    state = update({}, OpenDraft{saved}, library);
    CHECK(state.bench.base == "/plans/basis.yaml");
    REQUIRE(state.bench.drafts.size() == 1);
    CHECK(state.bench.drafts[0].option == saved);
    OptionFile second = saved;
    second.title.da = "Endnu en";
    state = update(std::move(state), OpenDraft{second}, library);
    REQUIRE(state.bench.drafts.size() == 2);
    CHECK(state.bench.chosen == 1);
    CHECK(state.bench.drafts[1].slot != state.bench.drafts[0].slot);
    second.base = "/plans/other.yaml"; // another base begins another bench
    state = update(std::move(state), OpenDraft{second}, library);
    CHECK(state.bench.base == "/plans/other.yaml");
    CHECK(state.bench.drafts.size() == 1);
    for (int i = 0; i < 9; ++i) state = update(std::move(state), OpenDraft{second}, library);
    CHECK(state.bench.drafts.size() == most_drafts);
}

TEST_CASE("an action out of range is brought into it, and nonsense changes nothing", "[viewer]")
{
    const Library library;
    const State start;
    CHECK(update(start, SetTextScale{99}, library).habits.text_scale == largest_text);
    CHECK(update(start, SetTextScale{std::numeric_limits<double>::quiet_NaN()}, library) == start);
    CHECK(update(start, SetWeek{-5}, library).week == 0);
    CHECK(update(start, FocusGoal{"no.such.kpi"}, library) == start);
    CHECK(update(start, SetBase{"no such file"}, library) == start);
}
