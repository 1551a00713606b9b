// SPDX-License-Identifier: MPL-2.0
// The legend of the map: what colours are worth in numbers, and what circles mean.
#include "viewer/panels/map_panel.hpp"

#include "viewer/words/map.hpp"

#include "engine/io/figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace samspil::viewer {
namespace {

struct Pen {
    Canvas& canvas;
    const Theme& theme;
    const MapPicture& picture;
    Rect area;
    double y;

    std::string say(Label label) const { return std::string(label.in(picture.language)); }
    void words(const std::string& text, const TextStyle& style, std::size_t lines, double indent = 0)
    {
        y += draw_wrapped(canvas, {area.x + indent, y, area.width - indent, 0}, text, style, lines) + theme.px(3);
    }
    void swatch(Colour fill, const std::string& text)
    {
        const Rect box{area.x, y + theme.px(1), theme.px(20), theme.small};
        canvas.box(box, fill, theme.px(2));
        canvas.frame(box, theme.border, 1, theme.px(2));
        words(text, theme.words(theme.small, theme.ink), 2, theme.px(28));
    }
};

/// A bar of the colours with the numbers of its ends (and of its middle).
void colour_bar(Pen& pen, double width)
{
    const MapPicture& p = pen.picture;
    const Theme& theme = pen.theme;
    const Kpi& kpi = *p.measure.kpi;
    const double height = theme.px(14);
    constexpr int steps = 24;
    const bool difference = p.mode == MapMode::difference;
    for (int i = 0; i < steps; ++i) {
        const double share = (i + 0.5) / steps;
        Colour colour = level_colour(theme, p.range, p.range.low + (p.range.high - p.range.low) * share);
        if (difference) {
            // As an area with this difference would be filled.
            const double value = (2 * share - 1) * p.range.most;
            KpiDifference d;
            d.kpi = &kpi;
            d.difference = d.ci_low = d.ci_high = value;
            colour = difference_colour(theme, kpi, p.range, d);
        }
        pen.canvas.box({pen.area.x + width * i / steps, pen.y, width / steps + 1, height}, colour);
    }
    pen.y += height + theme.px(3);
    const auto number = [&](double at, const std::string& words, Align align) {
        pen.canvas.text({pen.area.x + width * at, pen.y}, words, theme.words(theme.small, theme.ink, align));
    };
    if (difference) {
        number(0, signed_figure(-p.range.most, p.style), Align::left);
        number(0.5, "0", Align::centre);
        number(1, signed_figure(p.range.most, p.style), Align::right);
        pen.y += theme.small * 1.2;
        pen.canvas.text({pen.area.x, pen.y}, sense_word(kpi, -1).in(p.language), theme.small_text());
        pen.canvas.text({pen.area.x + width, pen.y}, sense_word(kpi, 1).in(p.language), theme.small_text(Align::right));
    } else {
        number(0, level_words(kpi, p.range.low, p.language, false), Align::left);
        number(1, level_words(kpi, p.range.high, p.language, false), Align::right);
    }
    pen.y += theme.small * 1.2 + theme.px(6);
}

/// A ring three quarters full.
void draw_ring(Canvas& canvas, const Theme& theme, Point at)
{
    canvas.ring(at, theme.px(6), theme.border, theme.px(3));
    canvas.arc(at, theme.px(6), 0, 0.75, theme.ink, theme.px(3));
}

void draw_hollow(Canvas& canvas, const Theme& theme, Point at)
{
    canvas.disc(at, theme.px(7), theme.tie);
    canvas.disc(at, theme.px(3.5), theme.panel);
}

void draw_line_home(Canvas& canvas, const Theme& theme, Point at)
{
    canvas.segment({at.x - theme.px(7.5), at.y}, {at.x + theme.px(7.5), at.y}, theme.ink, theme.px(1.2));
    canvas.disc({at.x - theme.px(7.5), at.y}, theme.px(2.4), theme.ink);
}

/// What houses of the map were found to be, by Finding.
std::array<bool, 4> findings_of_houses(const MapPicture& p)
{
    std::array<bool, 4> found{};
    for (const HouseValues& h : p.houses)
        if (h.users.difference && h.users.difference->difference) found[static_cast<std::size_t>(*finding_of(*h.users.difference))] = true;
    return found;
}

/// Two sizes with their numbers, a ring three quarters full, and how houses are filled.
void symbols(Pen& pen, double largest)
{
    const MapPicture& p = pen.picture;
    const Theme& theme = pen.theme;
    pen.words(pen.say(words::map::houses), theme.bold_text(), 1);
    pen.words(pen.say(words::map::size_is), theme.words(theme.small, theme.ink), 2);
    double x = pen.area.x;
    for (const double share : {0.25, 1.0}) {
        const double users = p.most_users * share, radius = house_radius(p, users, largest);
        pen.canvas.ring({x + radius, pen.y + largest}, radius, theme.faint, theme.px(1.5));
        const std::string number = level_words(week_users_kpi(), users, p.language, false);
        const TextStyle style = theme.words(theme.small, theme.ink);
        pen.canvas.text({x + 2 * radius + theme.px(5), pen.y + largest - theme.small / 2}, number, style);
        x += 2 * radius + pen.canvas.text_width(number, style) + theme.px(22);
    }
    pen.y += 2 * largest + theme.px(6);
    draw_ring(pen.canvas, theme, {pen.area.x + theme.px(10), pen.y + theme.small / 2 + theme.px(2)});
    pen.words(pen.say(words::map::ring_is), theme.words(theme.small, theme.ink), 2, theme.px(28));
    pen.y += theme.px(2);
    if (p.mode == MapMode::difference) {
        pen.words(pen.say(words::map::fill_is), theme.words(theme.small, theme.ink), 2);
        const std::array<bool, 4> found = findings_of_houses(p);
        for (const int sense : {1, -1}) pen.swatch(sense_colour(theme, week_users_kpi(), sense), (sense > 0 ? "▲ " : "▼ ") + pen.say(sense_word(week_users_kpi(), sense)));
        if (const std::string grey = grey_words(found, p.language); !grey.empty()) pen.swatch(theme.tie, grey);
    }
    draw_hollow(pen.canvas, theme, {pen.area.x + theme.px(10), pen.y + theme.small / 2 + theme.px(1)});
    pen.words(pen.say(words::map::hollow_is), theme.words(theme.small, theme.ink), 2, theme.px(28));
    draw_line_home(pen.canvas, theme, {pen.area.x + theme.px(12.5), pen.y + theme.small / 2 + theme.px(1)});
    pen.words(pen.say(words::map::line_home_is), theme.words(theme.small, theme.ink), 2, theme.px(28));
}

} // namespace

double largest_radius(const Theme& theme, const MapPicture& picture, Rect map)
{
    return std::clamp(std::min(map.width, map.height) * 0.021, theme.px(3.5), theme.px(picture.district.empty() ? 13 : 19));
}

double house_radius(const MapPicture& picture, double users, double largest)
{
    const double least = largest * 0.2;
    if (!(picture.most_users > 0) || !(users > 0)) return least;
    return std::max(least, largest * std::sqrt(users / picture.most_users));
}

namespace {

bool has_colours(const MapPicture& p)
{
    return !p.areas.empty() && (p.mode == MapMode::difference ? p.range.most > 0 || !grey_words(p.range.found, p.language).empty() : p.range.high > 0);
}

std::string unit_of_colours(const MapPicture& p)
{
    const FigureStyle style = figure_style(p.measure.kpi->unit, p.range.high, p.language);
    return unit_in_words(p.mode == MapMode::difference ? style.difference_unit : style.unit, p.language);
}

/// A symbol with a word beside it.
struct Entry {
    std::string words;
    double width = 0; ///< of the symbol
    std::function<void(Canvas&, const Theme&, Point)> draw; ///< around its middle; empty: words alone
};

std::vector<Entry> entries_of(const Theme& theme, const MapPicture& p, double largest)
{
    const auto say = [&](Label label) { return std::string(label.in(p.language)); };
    const auto swatch = [](Colour fill) {
        return [fill](Canvas& canvas, const Theme& on, Point at) {
            const Rect box{at.x - on.px(8), at.y - on.small * 0.42, on.px(16), on.small * 0.84};
            canvas.box(box, fill, on.px(2));
            canvas.frame(box, on.border, 1, on.px(2));
        };
    };
    // A colour is told from larger discs than those of a small map.
    const double radius = std::max(largest, theme.px(5.5));
    const auto disc = [radius](Colour fill) { return [fill, radius](Canvas& canvas, const Theme&, Point at) { canvas.disc(at, radius, fill); }; };
    const auto in_use = [](const HouseValues& h) { return h.in_use(); };
    const bool in_houses = std::any_of(p.houses.begin(), p.houses.end(), in_use);
    const std::array<bool, 4> of_houses = findings_of_houses(p);
    std::vector<Entry> entries;
    const auto add_grey = [&](const std::array<bool, 4>& found, double width, const auto& draw) {
        for (const Finding finding : {Finding::tie, Finding::undecided, Finding::below_limit}) {
            std::array<bool, 4> one{};
            one[static_cast<std::size_t>(finding)] = found[static_cast<std::size_t>(finding)];
            if (const std::string grey = grey_words(one, p.language); !grey.empty()) entries.push_back({grey, width, draw});
        }
    };
    if (has_colours(p)) {
        entries.push_back({unit_of_colours(p), 0, {}});
        if (p.mode == MapMode::difference) { // of an area, and beside it of a house where both are there
            const auto area = swatch(mixed(theme.panel, theme.tie, 0.22));
            std::array<bool, 4> alone = p.range.found, both{};
            for (std::size_t i = 0; i < alone.size(); ++i)
                if (in_houses && alone[i] && of_houses[i]) both[i] = true, alone[i] = false;
            add_grey(alone, theme.px(16), area);
            add_grey(both, theme.px(20) + 2 * radius, [area, radius](Canvas& canvas, const Theme& on, Point at) {
                area(canvas, on, {at.x - radius - on.px(2), at.y});
                canvas.disc({at.x + on.px(10), at.y}, radius, on.tie);
            });
        }
        if (p.range.any_undetermined) entries.push_back({say(words::map::not_determined), theme.px(16), swatch(theme.panel)});
    }
    if (in_houses) {
        const auto circle = [largest](Canvas& canvas, const Theme& on, Point at) { canvas.ring(at, largest, on.faint, on.px(1.5)); };
        entries.push_back({level_words(week_users_kpi(), p.most_users, p.language, false) + " " + say(words::map::participants_short), 2 * largest, circle});
        entries.push_back({say(words::map::use), theme.px(15), draw_ring});
        if (p.mode == MapMode::difference) {
            for (const int sense : {1, -1})
                entries.push_back({(sense > 0 ? "▲ " : "▼ ") + say(sense_word(week_users_kpi(), sense)), 2 * radius, disc(sense_colour(theme, week_users_kpi(), sense))});
            std::array<bool, 4> found = of_houses; // what the areas have is explained
            if (has_colours(p))
                for (std::size_t i = 0; i < found.size(); ++i) found[i] = found[i] && !p.range.found[i];
            add_grey(found, 2 * radius, disc(theme.tie));
        }
        if (std::any_of(p.houses.begin(), p.houses.end(), [&](const HouseValues& h) { return in_use(h) && !h.known; }))
            entries.push_back({say(words::map::assumed_house), theme.px(14), draw_hollow});
        entries.push_back({say(words::map::place_of_house), theme.px(18), draw_line_home});
    }
    const bool areas = p.dimension == Dimension::area;
    if (!(areas ? p.shapes->between_areas : p.shapes->between_districts).empty()) {
        const auto line = [](Canvas& canvas, const Theme& on, Point at) { canvas.segment({at.x - on.px(8), at.y}, {at.x + on.px(8), at.y}, on.ink, on.px(2)); };
        entries.push_back({say(areas ? words::map::by_area : words::map::by_district), theme.px(16), line});
    }
    return entries;
}

double bar_width(const Theme& theme, double width) { return width < theme.px(330) ? width : std::min(theme.px(260), width * 0.4); }

/// Entries line by line, those of the first lines beside the bar of colours, or below it in a narrow column. `put` is told where each begins; the height of all.
template <class Put>
double flow(const Canvas& canvas, const Theme& theme, double width, const MapPicture& p, const std::vector<Entry>& entries, const Put& put)
{
    const double line = theme.small * 1.35, gap = theme.px(14);
    const bool colours = has_colours(p);
    const double bar = colours ? bar_width(theme, width) : 0, beside = colours ? theme.px(17) + theme.small * 2.4 + theme.px(4) : 0;
    const bool below = bar >= width;
    const auto begin_of = [&](double y) { return y < beside && colours && !below ? bar + gap : 0.0; };
    double y = below ? beside : 0, x = begin_of(y);
    for (const Entry& entry : entries) {
        const double own = entry.width + (entry.draw ? theme.px(5) : 0) + canvas.text_width(entry.words, theme.words(theme.small, theme.ink));
        if (x > begin_of(y) && x + own > width) {
            y += line;
            x = begin_of(y);
        }
        put(entry, Point{x, y});
        x += own + gap;
    }
    return std::max(y + line, beside);
}

} // namespace

double brief_map_legend_height(const Canvas& canvas, const Theme& theme, double width, const MapPicture& p, double largest)
{
    return flow(canvas, theme, width, p, entries_of(theme, p, largest), [](const Entry&, Point) {});
}

double draw_brief_map_legend(Canvas& canvas, const Theme& theme, Rect area, const MapPicture& p, double largest)
{
    if (has_colours(p)) {
        Pen pen{canvas, theme, p, area, area.y};
        colour_bar(pen, bar_width(theme, area.width));
    }
    return flow(canvas, theme, area.width, p, entries_of(theme, p, largest), [&](const Entry& entry, Point at) {
        if (entry.draw) entry.draw(canvas, theme, {area.x + at.x + entry.width / 2, area.y + at.y + theme.small / 2});
        const double words = entry.width + (entry.draw ? theme.px(5) : 0);
        canvas.text({area.x + at.x + words, area.y + at.y}, entry.words, theme.words(theme.small, theme.ink));
    });
}

void draw_map_legend(Canvas& canvas, const Theme& theme, Rect area, const MapPicture& p, double largest)
{
    Pen pen{canvas, theme, p, area, area.y};
    const std::string grey = grey_words(p.range.found, p.language);
    if (has_colours(p)) {
        pen.words(std::string(p.measure.kpi->label.in(p.language)), theme.bold_text(), 3);
        pen.words(unit_of_colours(p), theme.small_text(), 1);
        colour_bar(pen, area.width);
        if (p.mode == MapMode::difference && !grey.empty()) pen.swatch(mixed(theme.panel, theme.tie, 0.22), grey);
        if (p.range.any_undetermined) pen.swatch(theme.panel, pen.say(words::map::not_determined));
        pen.y += theme.px(10);
    }
    symbols(pen, largest);
    const bool areas = p.dimension == Dimension::area;
    const std::vector<MapLine>& lines = areas ? p.shapes->between_areas : p.shapes->between_districts;
    if (!lines.empty()) {
        pen.y += theme.px(4);
        canvas.segment({area.x, pen.y + theme.small / 2}, {area.x + theme.px(20), pen.y + theme.small / 2}, theme.ink, theme.px(2));
        pen.words(pen.say(areas ? words::map::areas_are : words::map::districts_are), theme.words(theme.small, theme.ink), 2, theme.px(28));
    }
}

} // namespace samspil::viewer
