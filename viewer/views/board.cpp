// SPDX-License-Identifier: MPL-2.0
#include "viewer/views/board.hpp"

#include <algorithm>
#include <cmath>

namespace samspil::viewer {
namespace {

constexpr double space = 12, side_margins = 28; // of a panel: frame.cpp keeps the same room
constexpr double table_height = 240;          // least, of a panel shown as words

double gap_of(const Frame& frame) { return std::floor(frame.px(space)); }

struct Line {
    std::vector<Tile> tiles;
    std::vector<double> widths;
    double height = 0, weight = 1;
};

double least_width(const Frame& frame, const Tile& tile) { return std::ceil(frame.px(tile.panel->least_width + side_margins)) + 1; }

/// As many tiles of the row beside each other as fit.
std::vector<Line> broken(const Frame& frame, const BoardRow& row, double width)
{
    std::vector<Line> lines;
    double used = 0;
    for (const Tile& tile : row.tiles) {
        const double own = least_width(frame, tile);
        if (lines.empty() || used + gap_of(frame) + own > width) {
            lines.push_back({{}, {}, 0, row.weight});
            used = -gap_of(frame);
        }
        lines.back().tiles.push_back(tile);
        used += gap_of(frame) + own;
    }
    return lines;
}

/// Widths by weight, none below its least; heights as the panels need them at these widths.
void measure(const Frame& frame, const Canvas& canvas, Line& line, double width, bool first, double top)
{
    double free = width - gap_of(frame) * static_cast<double>(line.tiles.size() - 1), weights = 0;
    std::vector<bool> held(line.tiles.size(), false);
    line.widths.assign(line.tiles.size(), 0);
    for (const Tile& tile : line.tiles) weights += tile.weight;
    for (bool again = true; again;) {
        again = false;
        for (std::size_t i = 0; i < line.tiles.size(); ++i) {
            if (held[i] || free * line.tiles[i].weight / weights >= least_width(frame, line.tiles[i])) continue;
            line.widths[i] = std::min(least_width(frame, line.tiles[i]), width);
            free -= line.widths[i];
            weights -= line.tiles[i].weight;
            held[i] = again = true;
        }
    }
    for (std::size_t i = 0; i < line.tiles.size(); ++i) {
        if (!held[i]) line.widths[i] = free * line.tiles[i].weight / weights;
        line.widths[i] = std::floor(line.widths[i]); // windows stand on whole pixels
        const Panel& panel = *line.tiles[i].panel;
        const PanelFit fit = fit_of(frame, canvas, line.widths[i], panel, first && i == 0, top);
        const double table = frame.state.as_table ? std::max(0.0, frame.px(table_height) - fit.picture) : 0;
        line.height = std::max(line.height, fit.whole() + table);
    }
}

std::vector<Line> lines_of(const Frame& frame, const Canvas& canvas, const std::vector<BoardRow>& rows, double width, double top)
{
    std::vector<Line> lines;
    for (const BoardRow& row : rows) {
        for (Line& line : broken(frame, row, width)) {
            measure(frame, canvas, line, width, lines.empty() && frame.shown.empty(), top);
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

double height_of(const Frame& frame, const std::vector<Line>& lines)
{
    double height = lines.empty() ? 0 : -gap_of(frame);
    for (const Line& line : lines) height += line.height + gap_of(frame);
    return height;
}

} // namespace

void show_board(Frame& frame, Rect area, const char* id, const std::vector<BoardRow>& rows)
{
    const bool flows = frame.flows;
    if (!flows) {
        ImGui::SetCursorScreenPos({static_cast<float>(area.x), static_cast<float>(area.y)});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
        ImGui::BeginChild(id, {static_cast<float>(area.width), static_cast<float>(area.height)}, false);
        ImGui::PopStyleVar();
    }
    const ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    std::vector<Line> lines = lines_of(frame, canvas, rows, area.width, area.y);
    if (!flows && height_of(frame, lines) > area.height) {
        area.width -= ImGui::GetStyle().ScrollbarSize + frame.px(2);
        lines = lines_of(frame, canvas, rows, area.width, area.y);
    }
    area.x = std::floor(area.x);
    area.y = std::floor(area.y);
    // A page is as long as its panels are, or as what is in sight.
    const double over = std::max(0.0, (flows ? std::floor(frame.in_sight - area.y) : area.height) - height_of(frame, lines));
    double weights = 0;
    for (const Line& line : lines) weights += line.weight;
    double y = area.y - (flows ? 0.0F : ImGui::GetScrollY());
    // The first line of a page has what is in sight, where the next would be cut.
    const double sight = std::floor(frame.in_sight - area.y);
    if (flows && lines.size() > 1 && frame.shown.empty() && lines[0].height + gap_of(frame) + lines[1].height > sight)
        lines[0].height = std::max(lines[0].height, sight);
    for (const Line& line : lines) {
        const double height = std::floor(line.height + over * line.weight / weights);
        double x = area.x;
        for (std::size_t i = 0; i < line.tiles.size(); ++i) {
            show_panel(frame, {x, y, line.widths[i], height}, *line.tiles[i].panel);
            x += line.widths[i] + gap_of(frame);
        }
        y += height + gap_of(frame);
    }
    if (flows) return;
    ImGui::SetCursorScreenPos({static_cast<float>(area.x), static_cast<float>(y - gap_of(frame))});
    ImGui::Dummy({1, 0});
    ImGui::EndChild();
}

} // namespace samspil::viewer
