// SPDX-License-Identifier: MPL-2.0
// The workbench as a state: what a drag of a slider is to undo, the log of a meeting, and the words about its runs.
#include "tests/viewer/live_views.hpp"
#include "tests/viewer/made_results.hpp"

#include "viewer/app/footer.hpp"
#include "viewer/panels/bench.hpp"
#include "viewer/state/actions.hpp"

using namespace samspil;
using namespace samspil::viewer;

namespace {

const Library nothing;

/// The first option with this value of a knob.
SetDraft moved(const History& history, const char* value, Change change)
{
    Draft draft = history.now().bench.drafts.at(0);
    if (*value != '\0') draft.option.values["policy.W_max"] = value;
    return {0, draft, change};
}

const std::string& knob(const History& history) { return history.now().bench.drafts.at(0).option.values.at("policy.W_max"); }

} // namespace

TEST_CASE("a drag of a slider is one step, also when it is taken hold of before it moves", "[viewer][bench]")
{
    History history;
    history.act(SetBenchBase{"/plans/basis.yaml"}, nothing);
    history.act(moved(history, "4", Change::step), nothing);
    history.act(moved(history, "", Change::step), nothing); // taken hold of
    CHECK(knob(history) == "4");
    history.act(moved(history, "5", Change::going_on), nothing);
    history.act(moved(history, "6", Change::going_on), nothing);
    history.act(Undo{}, nothing);
    CHECK(knob(history) == "4");
    history.act(Redo{}, nothing);
    CHECK(knob(history) == "6");
    // Where it was saved is noted, and is no move of the slider.
    history.act(moved(history, "", Change::step), nothing);
    Draft saved = history.now().bench.drafts.at(0);
    saved.option.path = "/plans/valg.yaml";
    history.act(SetDraft{0, saved, Change::aside}, nothing);
    history.act(Undo{}, nothing);
    CHECK(knob(history) == "4");
}

TEST_CASE("taking hold of a slider leaves an explanation that was asked for", "[viewer][bench]")
{
    History history;
    history.act(SetBenchBase{"/plans/basis.yaml"}, nothing);
    history.act(AskWhy{std::string(kpi_table().front().id)}, nothing);
    history.act(BeginWhy{}, nothing);
    history.act(moved(history, "", Change::step), nothing);
    CHECK(history.now().bench.why_begun);
    history.act(moved(history, "5", Change::going_on), nothing);
    CHECK_FALSE(history.now().bench.why_begun);
}

TEST_CASE("the log of a meeting keeps every move, whatever is removed, undone or begun anew", "[viewer][bench]")
{
    History history;
    const auto log = [&](const char* words) { history.act(LogMove{{words, words}}, nothing); };
    const auto words = [&] {
        std::string all;
        for (const Move& move : history.now().bench.moves) all += move.option.da + ": " + move.words.da + "\n";
        return all;
    };
    history.act(SetBenchBase{"/plans/basis.yaml"}, nothing);
    log("a");
    history.act(AddDraft{}, nothing);
    log("b");
    const int second = history.now().bench.draft()->number;
    history.act(RemoveDraft{1}, nothing);
    CHECK(words() == "Alternativ 1: a\nAlternativ 2: b\n");
    history.act(AddDraft{}, nothing);
    CHECK(history.now().bench.draft()->slot == 2);
    const int third = history.now().bench.draft()->number;
    CHECK(third != second);
    log("c");
    history.act(Undo{}, nothing);
    history.act(AddDraft{}, nothing);
    CHECK(history.now().bench.draft()->number != third);
    history.act(Undo{}, nothing);
    history.act(Undo{}, nothing); // the second is there again, with its moves
    REQUIRE(history.now().bench.drafts.size() == 2);
    CHECK(history.now().bench.drafts[1].number == second);
    CHECK(history.now().bench.moves[1].draft == second);
    history.act(SetBenchBase{"/plans/other.yaml"}, nothing);
    log("d");
    CHECK(words() == "Alternativ 1: a\nAlternativ 2: b\nAlternativ 2: c\nAlternativ 1: d\n");
    history.act(SetBenchBase{""}, nothing);
    log("nobody's");
    CHECK(history.now().bench.moves.size() == 4);
}

TEST_CASE("undo leaves where it was what is no step", "[viewer][bench]")
{
    History history;
    history.act(GoTo{Screen::volunteers}, nothing);
    history.act(SetStress{0.25}, nothing);
    history.act(SetRegister{"ventetid", 2, true}, nothing);
    history.act(Undo{}, nothing);
    CHECK(history.now().screen == Screen::overview);
    CHECK(history.now().stress == 0.25);
    CHECK(history.now().register_words == "ventetid");
    CHECK(history.now().register_tag == 2);
    CHECK(history.now().register_all);
}

TEST_CASE("how much is reused is said of the option in hand", "[viewer][bench]")
{
    BenchView bench;
    bench.base = loaded(2); // 104 weeks, burnt in over 104
    LiveView live;
    const auto add = [&](const char* key, int shared) {
        LiveSide side;
        side.key = key;
        side.ready = true;
        side.shared_weeks = shared;
        live.sides.push_back(side);
    };
    add("live/base", 0);
    add("live/1", 150);
    add("live/2", 208);
    add("live/3", 0);
    add("live/4", 30); // weeks of the burn-in, of the version before
    bench.live = std::make_shared<LiveView>(live);
    State state;
    state = update(state, SetBenchBase{"/plans/basis.yaml"}, nothing);
    const auto said = [&] { return progress_panel(bench, state).sentence; };
    CHECK(said().ends_with("regnes fra uge 47."));
    for (int i = 0; i < 3; ++i) state = update(state, AddDraft{}, nothing);
    state = update(state, ChooseDraft{1}, nothing);
    CHECK(said() == "Alle alternativets gentagelser er regnet før; intet regnes igen.");
    state = update(state, ChooseDraft{2}, nothing);
    CHECK(said().find("køres helt") != std::string::npos);
    state = update(state, ChooseDraft{3}, nothing);
    CHECK(said().find("køres helt") != std::string::npos);
    state = update(state, SetBenchBase{""}, nothing);
    CHECK(said().empty());
}

TEST_CASE("a figure of the workbench is signed with the runs of the workbench, one of houses with no run", "[viewer][bench]")
{
    Library files, live;
    files.results = {made_result("fil", 20, 520)};
    live.results = {made_result("live/base", 10, 104), made_result("live/1", 10, 104)};
    Library all = files;
    all.results.insert(all.results.end(), live.results.begin(), live.results.end());
    BenchView bench;
    bench.base = loaded(2);
    State state;
    state = update(state, SetBenchBase{"/plans/basis.yaml"}, all);
    state.base = "fil";
    state.hidden = {"live/1"};
    CHECK(footer_of(all, live, bench, state).find("Dansk fil · 20 gentagelser") != std::string::npos);
    state.screen = Screen::whatif;
    CHECK(footer_of(all, live, bench, state).find("Dansk live/base / Dansk live/1 · 10 gentagelser · 104 uger") != std::string::npos);
    state.screen = Screen::houses;
    CHECK(footer_of(all, live, bench, state).ends_with(" · Legeby / Alternativ 1"));
    CHECK(footer_of(all, live, {}, state).empty());
}
