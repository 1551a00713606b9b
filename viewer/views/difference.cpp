// SPDX-License-Identifier: MPL-2.0
// Forskel over tid: one weekly measure of all options, and what the goal says of the whole period.
#include "viewer/views/board.hpp"
#include "viewer/views/views.hpp"

#include "viewer/panels/difference.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/difference.hpp"

#include "engine/experiment/decomposition.hpp"

#include <algorithm>
#include <array>

namespace samspil::viewer {
namespace {

/// Controls one after another, on as many lines as the width asks for.
class Controls {
public:
    Controls(Frame& frame, Rect& area) : frame_(frame), area_(area) { place(); }
    ~Controls() { area_.take_top(y_ + line() + frame_.px(8)); }
    /// Puts the next control of this width.
    void next(double width)
    {
        if (x_ > 0 && x_ + width > area_.width) {
            x_ = 0;
            y_ += line() + frame_.px(6);
        }
        place();
        x_ += width + frame_.px(8);
    }

private:
    double line() const { return frame_.theme.body + frame_.px(8); }
    void place() const { ImGui::SetCursorScreenPos({static_cast<float>(area_.x + x_), static_cast<float>(area_.y + y_)}); }
    Frame& frame_;
    Rect& area_;
    double x_ = 0, y_ = 0;
};

void choose_goal(Frame& frame, double width)
{
    const bool narrow = width < frame.px(240);
    const std::vector<Goal> goals = goals_of(frame.library, frame.state);
    const std::string_view now = goal_of(frame.library, frame.state).id;
    std::vector<std::string> titles, ids;
    for (const Goal& goal : goals) {
        const auto kpi = find_kpi(goal.kpi);
        if (!kpi) continue;
        ids.push_back(goal.kpi);
        titles.push_back(frame.say(narrow ? short_name(kpi_table()[*kpi]) : kpi_table()[*kpi].label));
    }
    if (std::find(ids.begin(), ids.end(), now) == ids.end()) {
        ids.emplace_back(now);
        titles.push_back(frame.say(goal_of(frame.library, frame.state).label));
    }
    const auto at = static_cast<int>(std::find(ids.begin(), ids.end(), now) - ids.begin());
    if (const auto chosen = choose_from(frame, "goal", titles, at, width)) frame.act(FocusGoal{ids[static_cast<std::size_t>(*chosen)]});
}

void choose_measure(Frame& frame, const WeeklyChoice& choice, double width)
{
    const auto all = weekly_measures();
    std::vector<std::string> labels;
    for (const WeeklyMeasure& measure : all) labels.push_back(frame.say(measure.label));
    if (const auto chosen = choose_from(frame, "measure", labels, static_cast<int>(choice.measure - all.data()), width))
        frame.act(FocusSeries{all[static_cast<std::size_t>(*chosen)].id});
}

void choose_offer(Frame& frame, const WeeklyChoice& choice, double width)
{
    std::vector<std::string> labels{frame.say(words::all_offers)};
    for (const Offer offer : offers) labels.push_back(frame.say(label_of(offer)));
    const auto chosen = choose_from(frame, "offer", labels, choice.offer, width);
    if (!chosen) return;
    // The goal's own offer gives way to a choice only once the measure is chosen too.
    frame.act(FocusSeries{choice.measure->id});
    frame.act(FocusOffer{*chosen});
}

void controls(Frame& frame, Rect& area, const WeeklyChoice& choice, bool compared)
{
    const bool low = area.height < frame.px(420);
    const double unit = std::min(1.0, area.width / frame.px(830));
    Controls row(frame, area);
    const auto put = [&](double width, const auto& control) {
        row.next(frame.px(width) * unit);
        control(frame.px(width) * unit);
    };
    put(290, [&](double width) { choose_goal(frame, width); });
    put(280, [&](double width) { choose_measure(frame, choice, width); });
    if (choice.measure->by_offer) put(220, [&](double width) { choose_offer(frame, choice, width); });
    if (low) return; // the keys d and r do the same
    if (compared) {
        row.next(frame.px(155));
        const std::array shows{frame.say(words::difference), frame.say(words::absolute)};
        if (const auto chosen = choose_one(frame, "show", shows, static_cast<int>(frame.state.show))) frame.act(SetShow{static_cast<Show>(*chosen)});
    }
    row.next(frame.px(170));
    if (button(frame, "runs", frame.say(words::single_runs), frame.state.runs)) frame.act(SetRuns{!frame.state.runs});
}

ResultPtr shared(const Library& library, const Result& result)
{
    return *std::find_if(library.results.begin(), library.results.end(), [&](const ResultPtr& r) { return r.get() == &result; });
}

void say_in(Rect area, const std::string& words)
{
    ImGui::SetCursorScreenPos({static_cast<float>(area.x), static_cast<float>(area.y)});
    ImGui::TextWrapped("%s", words.c_str());
}

} // namespace

void difference_view(Frame& frame)
{
    const Result* base = base_of(frame.library, frame.state);
    if (base == nullptr) return say_in(frame.area, frame.say(frame.library.busy() ? words::loading : words::nothing_open));
    const std::vector<const Result*> options = options_of(frame.library, frame.state);
    const Kpi& goal = goal_of(frame.library, frame.state);
    const WeeklyChoice choice = weekly_choice(goal, frame.state.series, frame.state.offer);
    Rect area = frame.area;
    controls(frame, area, choice, !options.empty());

    std::string key = choice.measure->id + "|" + std::to_string(choice.offer) + "|" + base->key;
    for (const SeriesKey& series : needed_series(*choice.measure, base->key)) frame.wishes.series.insert(series);
    for (const Result* option : options) {
        key += "|" + option->key;
        for (const SeriesKey& series : needed_series(*choice.measure, option->key)) frame.wishes.series.insert(series);
    }
    const auto made = frame.cache.kept("difference|" + key, [&] {
        auto difference = make_difference(frame.library, *base, options, choice);
        return difference ? std::make_shared<const Difference>(std::move(*difference)) : std::shared_ptr<const Difference>();
    });
    if (*made == nullptr) return say_in(area, frame.say(frame.library.busy() ? words::loading : words::not_in_result));
    const Show show = options.empty() ? Show::absolute : frame.state.show;
    const Language language = frame.language();
    const auto table = frame.cache.kept("difference table|" + std::to_string(static_cast<int>(show)) + std::to_string(static_cast<int>(language)) + key,
                                        [&] { return difference_table(**made, *base, show, language); });
    const Result* option = option_of(frame.library, frame.state);
    const std::string in_front = option == nullptr ? "" : option->key;
    std::vector<Tile> tiles{{&frame.cache.of("difference", [&] {
        return difference_panel(*made, shared(frame.library, *base), *table, {language, show, frame.state.runs, in_front, frame.state.week});
    }), 3.4}};
    if (!options.empty()) {
        std::vector<Goal> goals = goals_of(frame.library, frame.state);
        std::erase_if(goals, [&](const Goal& g) { return g.kpi != goal.id; });
        if (goals.empty()) goals = {{std::string(goal.id), no_prior}};
        const auto whole = frame.cache.kept("difference goal|" + std::string(goal.id) + "|" + key,
                                            [&] { return std::make_shared<const Overview>(make_overview(*base, options, goals)); });
        tiles.push_back({&frame.cache.of("difference goal", [&] { return difference_goal_panel(*whole, language, frame.state.uncertainty, in_front); }), 1});
    }
    show_board(frame, area, "difference", {{tiles, 1}});
}

} // namespace samspil::viewer
