// SPDX-License-Identifier: MPL-2.0
// Forskel over tid: one weekly measure of all options, and what the goal says of the whole period.
#include "viewer/views/board.hpp"
#include "viewer/views/controls.hpp"
#include "viewer/views/views.hpp"

#include "viewer/panels/difference.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/difference.hpp"

#include "engine/experiment/decomposition.hpp"

#include <algorithm>
#include <array>

namespace samspil::viewer {
namespace {

void choose_goal(Frame& frame, ControlRow& row)
{
    const std::vector<Goal> goals = goals_of(frame.library, frame.state);
    const std::string_view now = goal_of(frame.library, frame.state).id;
    std::vector<std::string> titles, ids;
    for (const Goal& goal : goals) {
        const auto kpi = find_kpi(goal.kpi);
        if (!kpi) continue;
        ids.push_back(goal.kpi);
        titles.push_back(frame.say(kpi_table()[*kpi].label));
    }
    if (std::find(ids.begin(), ids.end(), now) == ids.end()) {
        ids.emplace_back(now);
        titles.push_back(frame.say(goal_of(frame.library, frame.state).label));
    }
    const auto at = static_cast<int>(std::find(ids.begin(), ids.end(), now) - ids.begin());
    if (const auto chosen = row.choose_from("goal", titles, at)) frame.act(FocusGoal{ids[static_cast<std::size_t>(*chosen)]});
}

void choose_measure(Frame& frame, ControlRow& row, const WeeklyChoice& choice)
{
    const auto all = weekly_measures();
    std::vector<std::string> labels;
    for (const WeeklyMeasure& measure : all) labels.push_back(frame.say(measure.label));
    if (const auto chosen = row.choose_from("measure", labels, static_cast<int>(choice.measure - all.data())))
        frame.act(FocusSeries{all[static_cast<std::size_t>(*chosen)].id});
}

void choose_offer(Frame& frame, ControlRow& row, const WeeklyChoice& choice)
{
    std::vector<std::string> labels{frame.say(words::all_offers)};
    for (const Offer offer : offers) labels.push_back(frame.say(label_of(offer)));
    const auto chosen = row.choose_from("offer", labels, choice.offer);
    if (!chosen) return;
    // The goal's own offer gives way to a choice only once the measure is chosen too.
    frame.act(FocusSeries{choice.measure->id});
    frame.act(FocusOffer{*chosen});
}

Rect controls(Frame& frame, const WeeklyChoice& choice, bool compared)
{
    ControlRow row(frame, frame.area);
    option_controls(frame, row, false);
    choose_goal(frame, row);
    choose_measure(frame, row, choice);
    if (choice.measure->by_offer) choose_offer(frame, row, choice);
    if (compared) {
        const std::array shows{frame.say(words::difference), frame.say(words::absolute)};
        if (const auto chosen = row.choose_one("show", shows, static_cast<int>(frame.state.show))) frame.act(SetShow{static_cast<Show>(*chosen)});
    }
    if (row.button("runs", frame.say(words::single_runs), frame.state.runs)) frame.act(SetRuns{!frame.state.runs});
    return row.below();
}

ResultPtr shared(const Library& library, const Result& result)
{
    return *std::find_if(library.results.begin(), library.results.end(), [&](const ResultPtr& r) { return r.get() == &result; });
}

void say_in(Frame& frame, Rect area, const std::string& words)
{
    ImGui::SetCursorScreenPos({static_cast<float>(area.x), static_cast<float>(area.y)});
    paragraph(frame, words);
}

} // namespace

void difference_view(Frame& frame)
{
    const Result* base = base_of(frame.library, frame.state);
    if (base == nullptr) return say_in(frame, frame.area, frame.say(frame.library.busy() ? words::loading : words::nothing_open));
    const std::vector<const Result*> options = options_of(frame.library, frame.state);
    const Kpi& goal = goal_of(frame.library, frame.state);
    const WeeklyChoice choice = weekly_choice(goal, frame.state.series, frame.state.offer);
    const Rect area = controls(frame, choice, !options.empty());

    std::string key = choice.measure->id + "|" + std::to_string(choice.offer) + "|" + std::to_string(static_cast<int>(choice.stands)) + "|" + base->key;
    Wishes of_base;
    for (const SeriesKey& series : needed_series(*choice.measure, base->key)) of_base.series.insert(series);
    frame.wishes.series.insert(of_base.series.begin(), of_base.series.end());
    for (const Result* option : options) {
        key += "|" + option->key;
        for (const SeriesKey& series : needed_series(*choice.measure, option->key)) frame.wishes.series.insert(series);
    }
    const auto made = frame.cache.kept("difference|" + key, [&] {
        auto difference = make_difference(frame.library, *base, options, choice);
        return difference ? std::make_shared<const Difference>(std::move(*difference)) : std::shared_ptr<const Difference>();
    });
    if (*made == nullptr) {
        const bool there = std::all_of(of_base.series.begin(), of_base.series.end(), [&](const SeriesKey& one) { return frame.library.find_series(one) != nullptr; });
        return say_in(frame, area, frame.say(there ? words::not_in_result : why_not_there(frame.library, of_base)));
    }
    const Show show = options.empty() ? Show::absolute : frame.state.show;
    const Language language = frame.language();
    const ResultPtr shared_base = shared(frame.library, *base);
    const auto table = frame.cache.kept("difference table|" + std::to_string(static_cast<int>(show)) + std::to_string(static_cast<int>(language)) + key,
                                        [&] { return late([made = *made, shared_base, show, language] { return difference_table(*made, *shared_base, show, language); }); });
    const Result* option = option_of(frame.library, frame.state);
    const std::string in_front = option == nullptr ? "" : option->key;
    std::vector<Tile> tiles{{&frame.cache.of("difference", [&] {
        return difference_panel(*made, shared_base, *table, {language, show, frame.state.runs, in_front, frame.state.week});
    }), 3.4}};
    if (!options.empty()) {
        std::vector<Goal> goals = goals_of(frame.library, frame.state);
        std::erase_if(goals, [&](const Goal& g) { return g.kpi != goal.id; });
        if (goals.empty()) goals = {{std::string(goal.id), no_prior}};
        const auto whole = frame.cache.kept("difference goal|" + std::string(goal.id) + "|" + key,
                                            [&] { return std::make_shared<const Overview>(make_overview(*base, options, goals, frame.cache.goals())); });
        tiles.push_back({&frame.cache.of("difference goal", [&] { return difference_goal_panel(*whole, language, frame.state.uncertainty, in_front); }), 1});
    }
    show_board(frame, area, "difference", {{tiles, 1}});
}

} // namespace samspil::viewer
