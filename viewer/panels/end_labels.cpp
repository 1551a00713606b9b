// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/end_labels.hpp"

#include <algorithm>
#include <tuple>

namespace samspil::viewer {
namespace {

/// A label as it is drawn; `y` is the middle of its first line.
struct Placed {
    EndLabel label;
    std::vector<std::string> lines;
    double y = 0;
};

/// Those that there is height for on a line each.
void keep_those_that_fit(std::vector<EndLabel>& labels, std::size_t room, std::size_t focus)
{
    if (labels.size() <= room) return;
    const auto rank = [focus](const EndLabel& label) { return std::tuple(label.result != focus, label.result); };
    std::sort(labels.begin(), labels.end(), [&](const EndLabel& a, const EndLabel& b) { return rank(a) < rank(b); });
    labels.resize(room);
}

/// Moves labels apart, keeping their order, inside the plot.
void spread(std::vector<Placed>& labels, Rect plot, double line)
{
    std::sort(labels.begin(), labels.end(), [](const Placed& a, const Placed& b) { return a.y < b.y; });
    const auto height = [line](const Placed& one) { return line * static_cast<double>(one.lines.size()); };
    double ceiling = plot.y + line / 2;
    for (Placed& one : labels) {
        one.y = std::max(one.y, ceiling);
        ceiling = one.y + height(one) + line * 0.15;
    }
    double floor = plot.bottom() + line / 2;
    for (std::size_t i = labels.size(); i-- > 0;) {
        labels[i].y = std::min(labels[i].y, floor - height(labels[i]));
        floor = labels[i].y - line * 0.15;
    }
}

} // namespace

void draw_end_labels(Canvas& canvas, const Theme& theme, Rect plot, double width, std::vector<EndLabel> labels, std::size_t focus)
{
    const double line = theme.small * 1.15, room = width - theme.px(22);
    const auto style_of = [&](const EndLabel& label) {
        return theme.words(theme.small, theme.ink, Align::left, label.result == focus ? Weight::bold : Weight::regular);
    };
    keep_those_that_fit(labels, static_cast<std::size_t>(std::max(1.0, plot.height / (line * 1.15))), focus);
    std::vector<Placed> placed;
    for (EndLabel& label : labels) placed.push_back({label, {}, label.end});
    std::size_t most = 4;
    for (double height = 1e9; height > plot.height && most > 1;) {
        --most;
        height = 0;
        for (Placed& one : placed) {
            one.lines = wrapped(canvas, one.label.name, style_of(one.label), room, most);
            height += line * (static_cast<double>(one.lines.size()) + 0.15);
        }
    }
    spread(placed, plot, line);
    for (const Placed& one : placed) {
        draw_marker(canvas, option_marker(one.label.result), {plot.right() + theme.px(12), one.y}, theme.px(4), one.label.colour);
        for (std::size_t i = 0; i < one.lines.size(); ++i)
            canvas.text({plot.right() + theme.px(21), one.y - theme.small / 2 + line * static_cast<double>(i)}, one.lines[i], style_of(one.label));
    }
}

} // namespace samspil::viewer
