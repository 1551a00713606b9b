// SPDX-License-Identifier: MPL-2.0
// A panel as words: title, note, sentence and its table. Columns are as wide as their words; where they do not fit beside each
// other the widest give way and their words break.
#include "viewer/views/frame.hpp"

#include <algorithm>
#include <cmath>

namespace samspil::viewer {
namespace {

constexpr std::size_t measured_rows = 400; ///< of a long table; its rows are alike
constexpr std::size_t most_columns = 64;   ///< that a table of the window can hold

ImVec2 place(double x, double y) { return {static_cast<float>(x), static_cast<float>(y)}; }

/// Columns of a table that stand beside each other, by their numbers.
using Columns = std::vector<std::size_t>;

/// What does not fit in one table goes on in others below, each with the first column again.
std::vector<Columns> blocks_of(std::size_t columns)
{
    std::vector<Columns> blocks;
    for (std::size_t c = 0; c < columns; ++c) {
        if (blocks.empty()) blocks.emplace_back();
        else if (blocks.back().size() == most_columns) blocks.push_back({0});
        blocks.back().push_back(c);
    }
    return blocks;
}

std::vector<double> natural_widths(const Canvas& canvas, const Table& table, const Columns& columns, const TextStyle& style)
{
    std::vector<double> widths;
    for (const std::size_t c : columns) widths.push_back(canvas.text_width(table.headings[c], style));
    for (std::size_t r = 0; r < std::min(table.rows.size(), measured_rows); ++r)
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i] < table.rows[r].size()) widths[i] = std::max(widths[i], canvas.text_width(table.rows[r][columns[i]], style));
    return widths;
}

/// The cap on a column's width with which all of them fill `room`; never below `least`.
double cap_for(std::vector<double> widths, double room, double least)
{
    std::sort(widths.begin(), widths.end());
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const double share = room / static_cast<double>(widths.size() - i); // of those that are left
        if (widths[i] > share) return std::max(share, least);
        room -= widths[i];
    }
    return widths.empty() ? least : widths.back();
}

void table_of(Frame& frame, const Canvas& canvas, const Table& table, const Columns& held, double height)
{
    const TextStyle style = frame.theme.body_text();
    const int columns = static_cast<int>(held.size());
    const ImGuiStyle& look = ImGui::GetStyle();
    const std::vector<double> natural = natural_widths(canvas, table, held, style);
    const double room = ImGui::GetContentRegionAvail().x - look.ScrollbarSize - 2.0 * look.CellPadding.x * columns - columns;
    const double cap = std::floor(cap_for(natural, room, frame.px(110)));
    double wanted = 0, shown = 0;
    for (const double width : natural) {
        wanted += width;
        shown += std::min(width, cap);
    }
    const bool broken = std::any_of(natural.begin(), natural.end(), [&](double width) { return width > cap; });
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInnerV | ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY |
                                      ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_NoSavedSettings;
    // Widths are of these words: others make another table.
    ImGui::PushID(static_cast<int>(wanted * 7 + shown));
    if (ImGui::BeginTable("table", columns, flags, place(0, height))) {
        // A first column that would fill the sight is not held in place.
        ImGui::TableSetupScrollFreeze(shown > room && std::min(natural.front(), cap) > room * 0.4 ? 0 : 1, 1);
        for (std::size_t c = 0; c < natural.size(); ++c)
            ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, static_cast<float>(std::ceil(std::min(natural[c], cap)) + 1));
        const auto row_of = [&](const std::vector<std::string>& cells, ImGuiTableRowFlags kind) {
            ImGui::TableNextRow(kind);
            for (std::size_t c = 0; c < natural.size(); ++c) {
                ImGui::TableNextColumn();
                if (held[c] >= cells.size()) continue;
                const std::string& cell = cells[held[c]];
                if (natural[c] > cap) paragraph(frame, cell, std::min(natural[c], cap));
                else ImGui::TextUnformatted(cell.c_str());
            }
        };
        row_of(table.headings, ImGuiTableRowFlags_Headers);
        if (broken && table.rows.size() <= measured_rows) { // rows of different heights are all laid out
            for (const auto& row : table.rows) row_of(row, ImGuiTableRowFlags_None);
        } else {
            ImGuiListClipper clipper;
            clipper.Begin(static_cast<int>(table.rows.size()));
            while (clipper.Step())
                for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) row_of(table.rows[static_cast<std::size_t>(row)], ImGuiTableRowFlags_None);
        }
        ImGui::EndTable();
    }
    ImGui::PopID();
}

/// One table fills what is left; several stand below each other, as high each, and only those in sight are laid out.
void show_blocks(Frame& frame, const Canvas& canvas, const Table& table)
{
    const std::vector<Columns> all = blocks_of(table.headings.size());
    const ImVec2 room = ImGui::GetContentRegionAvail();
    for (std::size_t b = 0; b < all.size(); ++b) {
        const double height = all.size() == 1 ? 0 : std::max(static_cast<double>(room.y) * 0.9, frame.px(220));
        ImGui::PushID(static_cast<int>(b));
        if (all.size() == 1 || ImGui::IsRectVisible(place(room.x, height))) table_of(frame, canvas, table, all[b], height);
        else ImGui::Dummy(place(room.x, height));
        ImGui::PopID();
    }
}

} // namespace

void show_table(Frame& frame, Rect area, const Panel& panel)
{
    ImGui::SetCursorScreenPos(place(area.x, area.y));
    ImGui::PushStyleColor(ImGuiCol_ChildBg, floating(frame.theme.panel));
    ImGui::BeginChild((panel.id + ".table").c_str(), place(area.width, area.height), false, ImGuiWindowFlags_AlwaysUseWindowPadding);
    paragraph(frame, panel.title, frame.theme.heading_text());
    if (!panel.note.empty()) paragraph(frame, panel.note, frame.theme.small_text());
    if (!panel.sentence.empty() && panel.sentence != panel.title) paragraph(frame, panel.sentence);
    const ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    show_blocks(frame, canvas, viewer::table_of(panel));
    ImGui::EndChild();
    ImGui::PopStyleColor();
}

} // namespace samspil::viewer
