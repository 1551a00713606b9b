// SPDX-License-Identifier: MPL-2.0
// The workbench as a state: what a drag of a slider is to undo, and the log of a meeting.
#include "tests/support/catch.hpp"

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
