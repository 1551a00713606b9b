// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/difference.hpp"

#include "viewer/panels/goal_cell.hpp"
#include "viewer/panels/goal_cell_words.hpp"
#include "viewer/panels/overview_words.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/difference.hpp"
#include "viewer/words/overview.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

/// One option below the other, the one in focus framed; as many as there is room for, that one among them.
std::vector<Spot> draw_goal(Canvas& canvas, const Theme& theme, Rect area, const Overview& goal, Language language, Uncertainty uncertainty, const std::string& option)
{
    std::vector<Spot> spots;
    const std::size_t all = goal.options.size();
    if (all == 0) return spots;
    const auto name_of = [&](const OverviewOption& o) { return o.letter + "  " + o.title.in(language); };
    const TextStyle style = theme.words(theme.small, theme.ink, Align::left, Weight::bold);
    std::size_t lines = 1;
    for (const OverviewOption& o : goal.options) lines = std::max(lines, wrapped(canvas, name_of(o), style, area.width - theme.px(22), 2).size());
    const double name = theme.small * 1.2 * static_cast<double>(lines) + theme.px(3), least = name + theme.px(40);
    const auto fit = static_cast<std::size_t>(std::max(1.0, area.height / least));
    const std::size_t shown = std::min(all, fit);
    const auto found = std::find_if(goal.options.begin(), goal.options.end(), [&](const OverviewOption& o) { return o.key == option; });
    const std::size_t focus = found == goal.options.end() ? 0 : static_cast<std::size_t>(found - goal.options.begin());
    const std::size_t first = std::min(focus / shown * shown, all - shown);
    const double height = std::min(area.height / static_cast<double>(shown), theme.px(130));
    std::vector<const GoalCell*> cells;
    for (const OverviewOption& o : goal.options) cells.push_back(&o.goals.front());
    const Scale domain = shared_scale(cells);
    for (std::size_t i = first; i < first + shown; ++i) {
        const OverviewOption& one = goal.options[i];
        const Rect whole{area.x, area.y + static_cast<double>(i - first) * height, area.width, height};
        Rect inside = whole.inset(theme.px(2), theme.px(1));
        const Rect title = inside.take_top(name);
        draw_marker(canvas, option_marker(i + 1), {title.x + theme.px(6), title.y + theme.small / 2}, theme.px(5), option_colour(theme, i + 1));
        const std::string words = name_of(one);
        draw_wrapped(canvas, {title.x + theme.px(16), title.y, title.width - theme.px(18), title.height}, words, style, 2);
        draw_goal_cell(canvas, theme, inside, one.goals.front(), domain, {language, uncertainty, one.may_change()});
        if (i == focus) canvas.frame(inside, theme.accent, theme.px(2), theme.px(3));
        Spot spot;
        spot.area = whole;
        spot.tip = words + "\n" + cell_tip(one.goals.front().difference, language);
        spot.actions = {FocusOption{one.key}};
        spots.push_back(std::move(spot));
    }
    return spots;
}

} // namespace

Panel difference_goal_panel(std::shared_ptr<const Overview> goal, Language language, Uncertainty uncertainty, std::string option)
{
    const auto say = [&](Label label) { return std::string(label.in(language)); };
    Panel panel;
    panel.id = "difference.goal";
    panel.title = say(goal->levels.front().kpi->label);
    panel.note = say(words::whole_period) + " · " + say(words::base) + " " + base_words(*goal, 0, language) + " · " + say(goal->covers);
    const OverviewWords said = option_words(*goal, language);
    panel.sentence = sentence_of(*goal, said, language);
    panel.late_table = late([goal, said, language] { return table_of(*goal, said, language); });
    panel.least_width = 190;
    panel.least_height = 66;
    panel.draw = [goal = std::move(goal), language, uncertainty, option = std::move(option)](Canvas& canvas, const Theme& theme, Rect area) {
        return draw_goal(canvas, theme, area, *goal, language, uncertainty, option);
    };
    return panel;
}

} // namespace samspil::viewer
