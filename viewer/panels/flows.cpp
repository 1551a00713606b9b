// SPDX-License-Identifier: MPL-2.0
// Flows between offers: from the left to the right, as wide as they are large. Dark is what is surely different from
// the base.
#include "viewer/panels/house.hpp"

#include "viewer/data/time_words.hpp"
#include "viewer/words/house.hpp"

#include "engine/io/figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

constexpr std::size_t node_count = offer_count + 1;
constexpr int bend_steps = 24;

struct FlowPicture {
    Flows flows;
    std::vector<std::string> names;
    std::size_t shown = 0; ///< result drawn
    Language language = Language::da;
};

double level_of_flow(const Flow& flow, std::size_t result) { return flow.differences[result].option.value_or(0); }

bool is_apart(const KpiDifference& d) { return d.difference && !holds_zero(d); }

std::string node_name(Offer offer, Language language) { return std::string(words::short_offers[static_cast<std::size_t>(offer)].in(language)); }

std::string flow_tip(const FlowPicture& picture, const Flow& flow)
{
    std::string tip = fmt::format("{} → {}", node_name(flow.from, picture.language), node_name(flow.to, picture.language));
    for (std::size_t i = 0; i < picture.names.size(); ++i) {
        const KpiDifference& d = flow.differences[i];
        if (!d.option) continue; // of many only some are asked for
        const FigureStyle style = figure_style(d, picture.language);
        tip += fmt::format("\n{}: {} {}", picture.names[i], figure(d.option.value_or(0), style), style.unit);
        if (i > 0) tip += " · " + whole_difference(d, picture.language);
    }
    return tip;
}

struct Node {
    double size = 0, y = 0, height = 0, used = 0;
};
using Side = std::array<Node, node_count>;

/// Nodes below each other with gaps, as high as what passes them.
void place_side(Side& side, Rect area, double per_person, double gap)
{
    double y = area.y;
    for (Node& node : side) {
        if (!(node.size > 0)) continue;
        node.y = y;
        node.height = std::max(2.0, node.size * per_person);
        y += node.height + gap;
    }
}

void draw_node_labels(Canvas& canvas, const Theme& theme, const Side& side, double x, double width, Align align, Language language)
{
    double free_from = -1e9;
    for (std::size_t n = 0; n < node_count; ++n) {
        const Node& node = side[n];
        if (!(node.size > 0)) continue;
        const double y = std::max(free_from, node.y + node.height / 2 - theme.small * 0.55);
        const std::string words = fmt::format("{} {}", node_name(static_cast<Offer>(n), language), grouped(node.size, 1, language));
        canvas.text({x, y}, fitted(canvas, words, theme.small_text(), width), theme.words(theme.small, theme.ink, align));
        free_from = y + theme.small * 1.15;
    }
}

void draw_ribbon(Canvas& canvas, double x0, double x1, double y0, double y1, double thick, Colour colour)
{
    std::vector<double> x, low, high;
    for (int s = 0; s <= bend_steps; ++s) {
        const double t = static_cast<double>(s) / bend_steps, bend = t * t * (3 - 2 * t), y = y0 + (y1 - y0) * bend;
        x.push_back(x0 + (x1 - x0) * t);
        low.push_back(y + thick);
        high.push_back(y);
    }
    canvas.band(x, low, high, colour);
}

std::vector<Spot> draw_flows(Canvas& canvas, const Theme& theme, Rect area, const std::shared_ptr<const FlowPicture>& shared)
{
    const FlowPicture& picture = *shared;
    const LegendEntry whose{picture.names[picture.shown], option_colour(theme, picture.shown), option_marker(picture.shown)};
    area.take_top(draw_legend(canvas, theme, area, std::span(&whose, 1)) + theme.px(3));
    Side left{}, right{};
    double total = 0;
    for (const Flow& flow : picture.flows.flows) {
        const double level = level_of_flow(flow, picture.shown);
        left[static_cast<std::size_t>(flow.from)].size += level;
        right[static_cast<std::size_t>(flow.to)].size += level;
        total += level;
    }
    if (!(total > 0)) {
        draw_wrapped(canvas, area, words::nothing_read.in(picture.language), theme.small_text(), 3);
        return {};
    }
    const double gap = std::max(theme.small * 1.05, area.height * 0.06), names = std::min(area.width * 0.34, theme.px(170));
    const double per_person = std::max(1.0, area.height - gap * (node_count - 1)) / total, bar = theme.px(7);
    place_side(left, area, per_person, gap);
    place_side(right, area, per_person, gap);
    const double x0 = area.x + names + bar, x1 = area.right() - names - bar;
    for (const auto& [side, x] : {std::pair{&left, x0 - bar}, std::pair{&right, x1}})
        for (const Node& node : *side)
            if (node.size > 0) canvas.box({x, node.y, bar, node.height}, theme.faint, 0);
    std::vector<Spot> spots;
    struct Mark {
        Rect place;
        std::string words;
    };
    std::vector<Mark> marks;
    for (std::size_t f = 0; f < picture.flows.flows.size(); ++f) {
        const Flow& flow = picture.flows.flows[f];
        const double level = level_of_flow(flow, picture.shown);
        Node& from = left[static_cast<std::size_t>(flow.from)];
        Node& to = right[static_cast<std::size_t>(flow.to)];
        const double thick = std::max(1.5, level * per_person), y0 = from.y + from.used, y1 = to.y + to.used;
        from.used += level * per_person;
        to.used += level * per_person;
        const KpiDifference& d = flow.differences[picture.shown];
        const bool apart = picture.shown > 0 && is_apart(d);
        draw_ribbon(canvas, x0, x1, y0, y1, thick, apart ? theme.ink.with_alpha(0.42) : theme.tie.with_alpha(0.24));
        // Where ribbons lie over each other in the middle, the ends tell them apart: both are pointed at.
        const double wide = (x1 - x0) * 0.22, high = std::max(thick, theme.px(6));
        const auto tip = [shared, f](Point) { return flow_tip(*shared, shared->flows.flows[f]); };
        spots.push_back({{x0, y0, wide, high}, {}, {}, tip, {}});
        spots.push_back({{x1 - wide, y1, wide, high}, {}, {}, tip, {}});
        if (!apart) continue;
        FigureStyle style = figure_style(d, picture.language);
        style.decimals = std::min(style.decimals, 2);
        const std::string words = fmt::format("{} {}", arrow(d), signed_figure(*d.difference, style));
        const double size = canvas.text_width(words, theme.small_text());
        marks.push_back({{x1 - size - theme.px(8), y1 + thick / 2 - theme.small / 2, size, theme.small}, words});
    }
    double free_from = -1e9;
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.place.y < b.place.y; });
    for (const Mark& mark : marks) {
        if (mark.place.y < free_from || mark.place.x < x0) continue;
        canvas.box(mark.place.inset(-theme.px(3), 0), theme.panel.with_alpha(0.85), theme.px(3));
        canvas.text({mark.place.x, mark.place.y - theme.small * 0.05}, mark.words, theme.words(theme.small, theme.ink, Align::left, Weight::bold));
        free_from = mark.place.bottom() + 1;
    }
    draw_node_labels(canvas, theme, left, x0 - bar - theme.px(5), names - theme.px(5), Align::right, picture.language);
    draw_node_labels(canvas, theme, right, x1 + bar + theme.px(5), names - theme.px(5), Align::left, picture.language);
    return spots;
}

Table flows_table(const Flows& flows, const FlowPicture& picture)
{
    Table table;
    for (const Label& heading : {words::flow_from, words::flow_to, words::result, words::level, words::difference_heading, words::low95, words::high95, words::unit})
        table.headings.emplace_back(heading.in(picture.language));
    for (const Flow& flow : flows.flows) {
        for (std::size_t i = 0; i < picture.names.size(); ++i) {
            const KpiDifference& d = flow.differences[i];
            const FigureStyle style = figure_style(d, picture.language);
            std::vector<std::string> row{node_name(flow.from, picture.language), node_name(flow.to, picture.language), picture.names[i],
                                         figure(d.option.value_or(0), style)};
            for (const std::optional<double>& value : {d.difference, d.ci_low, d.ci_high}) row.push_back(value ? signed_figure(*value, style) : std::string());
            row.push_back(style.unit);
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

} // namespace

Panel flows_panel(const Flows& flows, const Compared& compared, std::function<Flows()> all)
{
    const Language language = compared.language;
    const auto picture = std::make_shared<const FlowPicture>(FlowPicture{flows, compared.names(), compared.focus, language});
    Panel panel;
    panel.id = "centre.flows";
    panel.title = words::flows_title.in(language);
    panel.note = words::flows_note.in(language);
    if (flows.read) {
        panel.note += fmt::format(" {}, {}–{}.", words::flows_unit.in(language), date_words(compared.base(), flows.from_week, language),
                                  date_words(compared.base(), flows.to_week, language));
        if (compared.has_options()) panel.note += fmt::format(" {}", words::flows_colour.in(language));
    }
    for (const Flow& flow : flows.flows) {
        const KpiDifference& d = flow.differences[compared.focus];
        if (compared.focus == 0 || !is_apart(d)) continue;
        panel.sentence += fmt::format("{}{} → {}: {}", panel.sentence.empty() ? "" : "; ", node_name(flow.from, language), node_name(flow.to, language),
                                      whole_difference(d, language));
    }
    if (panel.sentence.empty()) panel.sentence = words::nothing_apart.in(language);
    panel.late_table = late([picture, all = std::move(all)] { return flows_table(all ? all() : picture->flows, *picture); });
    panel.least_width = 420;
    panel.least_height = 220;
    panel.draw = [picture](Canvas& canvas, const Theme& theme, Rect area) { return draw_flows(canvas, theme, area, picture); };
    return panel;
}

} // namespace samspil::viewer
