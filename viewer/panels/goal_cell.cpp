// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/goal_cell.hpp"

#include "viewer/words/common.hpp"
#include "viewer/words/overview.hpp"

#include "engine/io/figures.hpp"

#include <algorithm>
#include <array>

namespace samspil::viewer {
namespace {

std::string say(Label label, Language language) { return std::string(label.in(language)); }

/// Thin lines from corner to corner: more is to come, or too little is there.
void draw_stripes(Canvas& canvas, const Theme& theme, Rect area)
{
    canvas.clip(area);
    for (double x = area.x - area.height; x < area.right(); x += theme.px(9))
        canvas.segment({x, area.bottom()}, {x + area.height, area.y}, theme.border.with_alpha(0.55), theme.px(1));
    canvas.unclip();
}

/// 50 and 90 % of the pairs over the scale, with the interval of the mean below as under dots.
void draw_band(Canvas& canvas, const Theme& theme, Rect area, const Scale& x, const GoalCell& cell, Colour colour)
{
    const double bar_room = theme.px(9), zero = x.at(0);
    const Rect bands{area.x, area.y, area.width, area.height - bar_room};
    const auto span = [&](double low, double high, double share, double strength) {
        const double height = std::min(bands.height, theme.px(22)) * share;
        canvas.box({x.at(low), bands.middle_y() - height / 2, std::max(x.at(high) - x.at(low), theme.px(2)), height}, colour.with_alpha(strength));
    };
    span(cell.low90, cell.high90, 0.5, 0.3);
    span(cell.low50, cell.high50, 0.9, 0.55);
    canvas.segment({x.at(cell.middle), bands.y}, {x.at(cell.middle), bands.bottom()}, colour, theme.px(2.5));
    canvas.segment({zero, area.y}, {zero, area.bottom()}, theme.faint, theme.px(1.2));
    const double y = area.bottom() - bar_room * 0.45;
    const double low = x.at(*cell.difference.ci_low);
    canvas.segment({low, y}, {std::max(x.at(*cell.difference.ci_high), low + 1), y}, colour, theme.px(2.5));
    canvas.disc({x.at(*cell.difference.difference), y}, theme.px(3.4), colour);
}

void draw_spread(Canvas& canvas, const Theme& theme, Rect area, const GoalCell& cell, Scale x, CellLook look, Colour colour)
{
    if (cell.dots.empty() || area.width < theme.px(40)) return;
    const double edge = theme.px(5);
    x.from = area.x + edge;
    x.to = area.right() - edge;
    if (look.uncertainty == Uncertainty::band) return draw_band(canvas, theme, area, x, cell, colour);
    const KpiDifference& d = cell.difference;
    draw_dots(canvas, theme, area, x, {cell.dots, *d.ci_low, *d.ci_high, *d.difference, colour, look.may_change});
}

} // namespace

std::string first_fitting(const Canvas& canvas, std::span<const std::string> wordings, const TextStyle& style, double width)
{
    for (const std::string& words : wordings)
        if (canvas.text_width(words, style) <= width) return words;
    return fitted(canvas, wordings.back(), style, width);
}

CellWords cell_words(const KpiDifference& d, Language language)
{
    const DifferenceWords words = in_words(d, language);
    CellWords cell;
    cell.number = words.number;
    cell.unit = words.unit;
    cell.short_unit = d.kpi->unit == "share" ? say(words::percentage_points_short, language) : words.unit;
    if (!d.difference) {
        cell.word = cell.number;
        cell.number.clear();
        cell.unit.clear();
        cell.short_unit.clear();
        return cell;
    }
    const bool tie = d.verdict == Verdict::tie;
    cell.mark = tie && !is_nothing(d) ? "≈" : std::string(arrow(d));
    cell.word = say(d.verdict ? label_of(*d.verdict) : words::no_good_direction, language);
    cell.interval = is_fixed(d) ? say(words::fixed_difference, language) : words.interval;
    if (d.share_above) {
        // "18 af 20 gentagelser" without its last word, which the note says.
        const std::string count = words.share_above.substr(0, words.share_above.rfind(' '));
        cell.share = count + " " + say(words::higher, language);
    }
    return cell;
}

std::string cell_tip(const KpiDifference& d, Language language)
{
    const DifferenceWords words = in_words(d, language);
    const auto line = [&](Label what, const std::string& value) { return "\n" + say(what, language) + ": " + value; };
    std::string tip = say(d.kpi->label, language) + " (" + say(d.kpi->description, language) + ")";
    tip += line(words::base, words.base) + line(words::paired_difference, words.difference);
    if (d.difference) tip += line(words::interval_95, words.interval + " (" + say(words::chance_only, language) + ")");
    if (!words.share_above.empty()) tip += line(words::above_base, words.share_above);
    tip += line(words::least_that_matters, words.relevance);
    tip += line(words::verdict, !words.verdict.empty() ? words.verdict
                                                       : say(d.difference ? words::no_good_direction : words::not_determined, language));
    if (d.kpi->rests_on_scores) tip += "\n" + say(words::rests_on_scores, language);
    return tip;
}

CellColours cell_colours(const Theme& theme, const KpiDifference& d)
{
    if (!d.verdict) return {theme.ink, theme.panel};
    switch (*d.verdict) {
    case Verdict::better: return {theme.better, theme.better_soft};
    case Verdict::worse: return {theme.worse, theme.worse_soft};
    case Verdict::tie: break;
    }
    return {theme.tie, theme.tie_soft};
}

Scale shared_scale(std::span<const GoalCell* const> cells)
{
    double low = 0, high = 0;
    for (const GoalCell* cell : cells) {
        if (cell->dots.empty()) continue;
        low = std::min({low, cell->dots.front(), *cell->difference.ci_low});
        high = std::max({high, cell->dots.back(), *cell->difference.ci_high});
    }
    if (high == low) return {-1, 1, 0, 1};
    const double room = 0.04 * (high - low);
    return {low - room, high + room, 0, 1};
}

void draw_goal_cell(Canvas& canvas, const Theme& theme, Rect area, const GoalCell& cell, Scale domain, CellLook look)
{
    const CellColours colours = cell_colours(theme, cell.difference);
    const CellWords words = cell_words(cell.difference, look.language);
    canvas.box(area, colours.back, theme.px(3));
    if (look.may_change) draw_stripes(canvas, theme, area);
    Rect inside = area.inset(theme.px(8), std::min(theme.px(5), area.height * 0.1));
    const double first = theme.body * 1.2, second = theme.small * 1.2, least_spread = theme.px(22);
    const auto style = [&](double size, Weight weight) { return theme.words(size, colours.ink, Align::left, weight); };
    const std::string figure = words.mark.empty() ? "" : words.mark + " " + words.number;
    const std::string with_unit = figure.empty() ? words.word : figure + " " + words.unit, short_with_unit = figure.empty() ? words.word : figure + " " + words.short_unit;
    if (inside.height < first + second) { // one line: figure and word
        const TextStyle one = style(inside.height < theme.body ? theme.small : theme.body, Weight::bold);
        const TextStyle small = style(theme.small, Weight::bold);
        const std::array wordings{with_unit + " " + words.word, short_with_unit + " " + words.word, figure + " " + words.word};
        const std::string shortest = figure.empty() ? words.word : wordings[2];
        const bool large_fits = canvas.text_width(wordings[1], one) <= inside.width;
        const TextStyle& chosen = large_fits ? one : small;
        const std::string text = figure.empty() ? fitted(canvas, shortest, chosen, inside.width) : first_fitting(canvas, wordings, chosen, inside.width);
        return canvas.text({inside.x, inside.middle_y() - chosen.size / 2}, text, chosen);
    }
    // Beside the words where the cell is wide, below them where it is tall.
    const bool beside = inside.width >= theme.px(330);
    Rect text = inside;
    Rect spread{};
    if (beside) {
        text = inside.take_left(theme.px(225));
        spread = inside.inset(0, std::max(0.0, (inside.height - theme.px(64)) / 2));
    } else if (inside.height >= first + second + least_spread) {
        spread = inside;
        spread.take_top(first + second + theme.px(2));
    } else {
        text.y += (inside.height - first - second) / 2;
    }
    const std::array figures{with_unit, short_with_unit, figure.empty() ? words.word : figure};
    if (beside) text.y += std::max(0.0, (text.height - first - 2 * second) / 2);
    canvas.text({text.x, text.y}, first_fitting(canvas, figures, style(theme.body, Weight::bold), text.width), style(theme.body, Weight::bold));
    double y = text.y + first;
    if (!figure.empty()) {
        canvas.text({text.x, y}, words.word, style(theme.small, Weight::bold));
        const double used = canvas.text_width(words.word + "  ", style(theme.small, Weight::bold));
        // The interval gives way whole: half of one would be another.
        if (canvas.text_width(words.interval, theme.small_text()) <= text.width - used)
            canvas.text({text.x + used, y}, words.interval, theme.words(theme.small, theme.ink));
    }
    y += second;
    if (words.share.empty()) return draw_spread(canvas, theme, spread, cell, domain, look, colours.ink);
    if (beside) {
        if (y + theme.small <= area.bottom()) canvas.text({text.x, y}, words.share, theme.small_text());
    } else if (spread.width > 0) {
        const double wide = canvas.text_width(words.share, theme.small_text());
        if (wide + theme.px(80) <= spread.width) {
            const Rect at = spread.take_right(wide + theme.px(6));
            canvas.text({at.right(), at.bottom() - theme.small - theme.px(1)}, words.share, theme.small_text(Align::right));
        }
    }
    draw_spread(canvas, theme, spread, cell, domain, look, colours.ink);
}

} // namespace samspil::viewer
