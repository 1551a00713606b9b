// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/goal_cell.hpp"

#include "viewer/panels/goal_cell_layout.hpp"
#include "viewer/panels/goal_cell_words.hpp"

#include <algorithm>
#include <array>

namespace samspil::viewer {
namespace {

constexpr double least_letters = 14; ///< pixels; smaller ones are not for a room to read
constexpr double least_spread = 40;  ///< width below which pairs are not drawn

/// Thin lines from corner to corner: more is to come, or too little is there.
void draw_stripes(Canvas& canvas, const Theme& theme, Rect area)
{
    canvas.clip(area);
    for (double x = area.x - area.height; x < area.right(); x += theme.px(9))
        canvas.segment({x, area.bottom()}, {x + area.height, area.y}, theme.border.with_alpha(0.55), theme.px(1));
    canvas.unclip();
}

/// From where a difference counts; 0 where nothing is better or worse.
double limit_of(const KpiDifference& d) { return d.verdict ? d.relevance : 0; }

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
    if (cell.dots.empty() || area.width < theme.px(least_spread)) return;
    const double edge = theme.px(5);
    x.from = area.x + edge;
    x.to = area.right() - edge;
    const KpiDifference& d = cell.difference;
    if (const double limit = limit_of(d); limit > 0) // too small to matter: the stretch that ties lie in
        canvas.box({x.at(-limit), area.y, x.at(limit) - x.at(-limit), area.height}, theme.tie.with_alpha(0.16));
    if (look.uncertainty == Uncertainty::band) return draw_band(canvas, theme, area, x, cell, colour);
    draw_dots(canvas, theme, area, x, {cell.dots, *d.ci_low, *d.ci_high, *d.difference, colour, look.may_change});
}

} // namespace

std::string first_fitting(const Canvas& canvas, std::span<const std::string> wordings, const TextStyle& style, double width)
{
    for (const std::string& words : wordings)
        if (canvas.text_width(words, style) <= width) return words;
    return fitted(canvas, wordings.back(), style, width);
}

CellColours cell_colours(const Theme& theme, const KpiDifference& d)
{
    if (!d.verdict) return {theme.ink, theme.panel};
    if (is_clearly(d, Verdict::better)) return {theme.better, theme.better_soft};
    if (is_clearly(d, Verdict::worse)) return {theme.worse, theme.worse_soft};
    return {theme.tie, theme.tie_soft};
}

Scale shared_scale(std::span<const GoalCell* const> cells)
{
    double low = 0, high = 0;
    for (const GoalCell* cell : cells) {
        if (cell->dots.empty()) continue;
        // Twice the limit each way: what is too small to matter looks small.
        low = std::min(low, -2 * limit_of(cell->difference));
        high = std::max(high, 2 * limit_of(cell->difference));
        low = std::min({low, cell->dots.front(), *cell->difference.ci_low});
        high = std::max({high, cell->dots.back(), *cell->difference.ci_high});
    }
    if (high == low) return {-1, 1, 0, 1};
    const double room = 0.04 * (high - low);
    return {low - room, high + room, 0, 1};
}

namespace {

/// The figure with the longest of its units that fits, and the width it took.
double draw_figure(Canvas& canvas, Point at, double width, const CellWords& words, const TextStyle& style)
{
    std::vector<std::string> wordings;
    for (const std::string& unit : words.units) wordings.push_back(figure_with(words, unit));
    if (wordings.empty()) wordings = {words.word};
    const std::string text = first_fitting(canvas, wordings, style, width);
    canvas.text(at, text, style);
    return canvas.text_width(text, style);
}

/// One line: figure, unit, word and interval. The limit and the long interval give way first, then the size of the letters where they
/// are large enough, then the unit; half of one would be another.
void draw_line(Canvas& canvas, const Theme& theme, Rect inside, double size, const CellWords& words, Colour ink)
{
    TextStyle bold, plain, quiet;
    double y = 0;
    const auto set_size = [&](double of) {
        bold = theme.words(of, ink, Align::left, Weight::bold);
        plain = theme.words(of, ink);
        quiet = theme.words(of, theme.ink);
        y = inside.middle_y() - of / 2;
    };
    set_size(size);
    const std::vector<std::string> intervals = interval_wordings(words), none{""};
    // In small letters the short unit from the start: the figures of a column are then said alike.
    const std::span<const std::string> units = std::span(words.units).subspan(size < theme.body && words.units.size() > 2 ? 1 : 0);
    const auto drawn = [&](std::span<const std::string> with_intervals, std::span<const std::string> with_units) {
        for (const std::string& interval : with_intervals) {
            for (const std::string& said : {words.word, words.short_word}) {
                const std::string word = words.mark.empty() ? std::string() : " " + said, after = interval.empty() ? "" : "  " + interval;
                for (const std::string& unit : with_units) {
                    const std::string figure = figure_with(words, unit);
                    const double a = canvas.text_width(figure, bold), b = canvas.text_width(word, plain);
                    if (a + b + canvas.text_width(after, quiet) > inside.width) continue;
                    canvas.text({inside.x, y}, figure, bold);
                    canvas.text({inside.x + a, y}, word, plain);
                    canvas.text({inside.x + a + b, y}, after, quiet);
                    return true;
                }
            }
        }
        return false;
    };
    if (!units.empty()) {
        for (const double smaller : {1.0, 0.95, 0.9, 0.85, 0.8}) {
            if (smaller < 1 && size * smaller < least_letters) break;
            set_size(std::floor(size * smaller));
            if (drawn(intervals, units.first(units.size() - 1))) return;
        }
        set_size(size);
        if (drawn(intervals, units.last(1)) || drawn(none, units)) return;
    }
    draw_figure(canvas, {inside.x, y}, inside.width, words, bold);
}

/// Two or three lines: figure, word, interval; where there are only two the word moves up before the interval is lost.
/// Whether the limit has been said.
bool draw_lines(Canvas& canvas, const Theme& theme, Rect text, bool third, const CellWords& words, Colour ink)
{
    const TextStyle large = theme.words(theme.body, ink, Align::left, Weight::bold), bold = theme.words(theme.small, ink, Align::left, Weight::bold),
                    plain = theme.words(theme.small, theme.ink);
    const double second = text.y + theme.body * 1.2, gap = theme.px(5);
    if (words.mark.empty()) {
        draw_figure(canvas, {text.x, text.y}, text.width, words, large);
        return false;
    }
    const std::vector<std::string> intervals = interval_wordings(words);
    const auto fitting = [&](double width) {
        const auto found = std::find_if(intervals.begin(), intervals.end(), [&](const std::string& i) { return canvas.text_width(i, plain) <= width; });
        return found == intervals.end() ? std::string() : *found;
    };
    // The short word where the whole one would cost the interval.
    const bool roomy = !fitting(text.width - canvas.text_width(words.word, bold) - gap).empty() || (third && canvas.text_width(words.word, bold) <= text.width);
    const std::string& said = roomy ? words.word : words.short_word;
    const double word = canvas.text_width(said, bold);
    const auto says_limit = [&](const std::string& after) { return !words.limit.empty() && (after.ends_with(words.limit) || after.ends_with(words.short_limit)); };
    const std::string beside = fitting(text.width - word - gap), below = fitting(text.width);
    // A long word leaves the limit no room in its line: it then stands after the figure, whose unit is short rather than without it.
    double figure_room = text.width;
    if (words.units.size() > 1 && !words.limit.empty() && !beside.empty() && !says_limit(beside)) {
        const double spared = text.width - 2 * gap - canvas.text_width(words.short_limit, plain);
        if (canvas.text_width(figure_with(words, words.units[words.units.size() - 2]), large) <= spared) figure_room = spared;
    }
    const double used = draw_figure(canvas, {text.x, text.y}, figure_room, words, large);
    const auto says_limit_or_adds_it = [&](const std::string& after, double taken) {
        if (words.limit.empty() || says_limit(after)) return says_limit(after);
        for (const std::string& limit : {words.limit, words.short_limit}) {
            if (taken + 2 * gap + canvas.text_width(limit, plain) > text.width) continue;
            canvas.text({text.right(), text.y + theme.body - theme.small}, limit, theme.words(theme.small, theme.ink, Align::right));
            return true;
        }
        return false;
    };
    // A line of its own where that has room for the limit too.
    if (!beside.empty() && (!third || words.limit.empty() || says_limit(beside) || !says_limit(below))) {
        canvas.text({text.x, second}, said, bold);
        canvas.text({text.x + word + gap, second}, beside, plain);
        return says_limit_or_adds_it(beside, used);
    }
    if (third) {
        canvas.text({text.x, second}, said, bold);
        canvas.text({text.x, second + theme.small * 1.2}, below, plain);
        return says_limit_or_adds_it(below, used);
    }
    if (used + gap + word <= text.width) {
        canvas.text({text.x + used + gap, text.y + theme.body - theme.small}, said, bold);
        canvas.text({text.x, second}, below, plain);
        return says_limit_or_adds_it(below, used + gap + word);
    }
    canvas.text({text.x, second}, said, bold);
    return false;
}

} // namespace

void draw_goal_cell(Canvas& canvas, const Theme& theme, Rect area, const GoalCell& cell, Scale domain, CellLook look)
{
    const CellColours colours = cell_colours(theme, cell.difference);
    const CellWords words = cell_words(cell.difference, look.language);
    canvas.box(area, colours.back, theme.px(3));
    if (look.may_change) draw_stripes(canvas, theme, area);
    const CellLayout layout = lay_out_words(canvas, theme, area, words);
    const Rect text = layout.text;
    Rect spread = layout.spread;
    if (layout.one_line) {
        draw_line(canvas, theme, text, layout.size, words, colours.ink);
        return draw_spread(canvas, theme, spread, cell, domain, look, colours.ink);
    }
    const bool limit_said = draw_lines(canvas, theme, text, layout.third && !layout.beside, words, colours.ink);
    if (layout.beside && layout.third) {
        // A long word leaves the limit no room in its line.
        const std::string below = limit_said || words.limit.empty() ? words.share : words.share + " · " + words.limit;
        canvas.text({text.x, text.y + theme.body * 1.2 + theme.small * 1.2}, first_fitting(canvas, std::array{below, words.share}, theme.small_text(), text.width), theme.small_text());
    }
    const double share = canvas.text_width(words.share, theme.small_text());
    if (!layout.beside && share > 0 && share + theme.px(80) <= spread.width) {
        const Rect at = spread.take_right(share + theme.px(6));
        canvas.text({at.right(), at.bottom() - theme.small - theme.px(1)}, words.share, theme.small_text(Align::right));
    }
    draw_spread(canvas, theme, spread, cell, domain, look, colours.ink);
}

bool keeps_interval(const Canvas& canvas, const Theme& theme, Rect area, const KpiDifference& difference, Language language)
{
    const CellWords words = cell_words(difference, language);
    if (words.intervals.empty()) return true;
    return says_interval(canvas, theme, lay_out_words(canvas, theme, area, words), words);
}

bool draws_spread(const Theme& theme, Rect area) { return lay_out_cell(theme, area).spread.width >= theme.px(least_spread); }

} // namespace samspil::viewer
