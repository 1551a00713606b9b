// SPDX-License-Identifier: MPL-2.0
// The legend on one line or a few, below a map.
#include "viewer/panels/map_legend_parts.hpp"

#include "viewer/words/map.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace samspil::viewer {
namespace {

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
        LegendPen pen{canvas, theme, p, area, area.y};
        colour_bar(pen, bar_width(theme, area.width));
    }
    return flow(canvas, theme, area.width, p, entries_of(theme, p, largest), [&](const Entry& entry, Point at) {
        if (entry.draw) entry.draw(canvas, theme, {area.x + at.x + entry.width / 2, area.y + at.y + theme.small / 2});
        const double words = entry.width + (entry.draw ? theme.px(5) : 0);
        canvas.text({area.x + at.x + words, area.y + at.y}, entry.words, theme.words(theme.small, theme.ink));
    });
}

} // namespace samspil::viewer
