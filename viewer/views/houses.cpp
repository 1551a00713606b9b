// SPDX-License-Identifier: MPL-2.0
// Huse: every house of the base in one table, and what the option in hand changes in it.
#include "viewer/views/house_cells.hpp"
#include "viewer/views/views.hpp"
#include "viewer/views/workbench.hpp"

#include "viewer/options/houses_paste.hpp"
#include "viewer/panels/houses.hpp"
#include "viewer/data/time_words.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/houses.hpp"
#include "viewer/words/whatif.hpp"

#include "engine/model/calendar.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

ImVec2 place(double x, double y) { return {static_cast<float>(x), static_cast<float>(y)}; }

void filter_bar(Frame& frame, std::size_t shown)
{
    HouseLook look = frame.state.houses;
    std::array<char, 80> text{};
    std::memcpy(text.data(), look.filter.text.data(), std::min(look.filter.text.size(), text.size() - 1));
    ImGui::SetNextItemWidth(static_cast<float>(frame.px(220)));
    if (ImGui::InputTextWithHint("##find", frame.say(words::find_house).c_str(), text.data(), text.size())) look.filter.text = text.data();
    ImGui::SameLine();
    ImGui::Checkbox(frame.say(words::changed_only).c_str(), &look.filter.changed_only);
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    ImGui::TextDisabled("%zu %s", shown, frame.say(shown == 1 ? words::one_house_shown : words::houses_shown).c_str());
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(frame.say(words::edits_hold).c_str());
    ImGui::SameLine();
    const std::array ways{frame.say(words::from_beginning), frame.say(words::from_day)};
    if (const auto way = choose_from(frame, "from", ways, look.date ? 1 : 0, frame.px(look.date ? 160 : 380)))
        look.date = *way == 1 ? std::optional(days_of(frame.bench.base->scenario).first) : std::nullopt;
    if (look.date) {
        ImGui::SameLine();
        std::array<char, 16> date{};
        const std::string now = day_words(*look.date, frame.language());
        std::memcpy(date.data(), now.data(), std::min(now.size(), date.size() - 1));
        ImGui::SetNextItemWidth(static_cast<float>(frame.px(120)));
        ImGui::InputText("##date", date.data(), date.size());
        const DaySpan span = days_of(frame.bench.base->scenario);
        const std::optional<Day> day = day_from(date.data());
        if (ImGui::IsItemDeactivatedAfterEdit() && day) look.date = std::clamp(*day, span.first, span.last);
    }
    if (!(look == frame.state.houses)) frame.act(SetHouseLook{look});
}

/// Reads the clipboard; what fits becomes one step, what does not is told.
void paste(Frame& frame, const Draft& draft)
{
    const char* clipboard = ImGui::GetClipboardText();
    const Paste read = read_paste(frame.bench.base->scenario, draft.houses, clipboard == nullptr ? "" : clipboard, frame.state.houses.date, HouseColumn::klub);
    take_step(frame, {{std::string(words::pasted.da), std::string(words::pasted.en)}, read.edits});
    frame.said = paste_in_words(read);
    for (std::size_t i = 0; i < std::min<std::size_t>(read.problems.size(), 3); ++i) {
        frame.said.da += " · " + read.problems[i].text + ": " + read.problems[i].message.da;
        frame.said.en += " · " + read.problems[i].text + ": " + read.problems[i].message.en;
    }
}

void tools(Frame& frame, const Draft& draft, const HousesTable& table, const std::vector<std::size_t>& rows)
{
    if (button(frame, "paste", frame.say(words::paste))) paste(frame, draft);
    if (ImGui::IsItemHovered()) tooltip(frame, frame.say(words::paste_tip));
    ImGui::SameLine();
    if (button(frame, "copy table", frame.say(words::copy_houses))) ImGui::SetClipboardText(copy_out(table, rows, frame.language()).c_str());
    const auto history = [&](bool can, const char* id, Label words, HouseEdits (*change)(HouseEdits)) {
        ImGui::SameLine();
        ImGui::BeginDisabled(!can);
        if (button(frame, id, frame.say(words))) {
            Draft next = draft;
            next.houses = change(std::move(next.houses));
            frame.act(SetDraft{frame.state.bench.chosen, std::move(next)});
        }
        ImGui::EndDisabled();
    };
    history(draft.houses.can_undo(), "undo", words::undo_edit, undone);
    history(draft.houses.can_redo(), "redo", words::redo_edit, redone);
    ImGui::SameLine();
    if (ImGui::GetContentRegionAvail().x < ImGui::CalcTextSize(frame.say(words::save_option).c_str()).x + 2 * ImGui::GetStyle().FramePadding.x) ImGui::NewLine();
    draft_tools(frame);
}

void problems(Frame& frame, const std::vector<HouseProblem>& all)
{
    constexpr std::size_t most = 4;
    ImGui::PushStyleColor(ImGuiCol_Text, floating(frame.theme.worse));
    std::size_t found = 0;
    for (const HouseProblem& one : all) {
        if (one.diagnostic.severity == Severity::note || ++found > most) continue;
        const std::string& hint = one.diagnostic.hint.in(frame.language());
        paragraph(frame, "▲ " + one.diagnostic.message.in(frame.language()) + (hint.empty() ? "" : " – " + hint));
    }
    if (found > most) paragraph(frame, fmt::format(fmt::runtime(frame.say(words::problems_more)), found - most));
    ImGui::PopStyleColor();
}

std::vector<const Diagnostic*> wrong_at(const std::vector<HouseProblem>& all, std::size_t row, HouseColumn column)
{
    std::vector<const Diagnostic*> found;
    for (const HouseProblem& one : all)
        if (one.row == row && one.column == column) found.push_back(&one.diagnostic);
    return found;
}

void sort_by_heading(Frame& frame, const HousesTable& table)
{
    ImGuiTableSortSpecs* specs = ImGui::TableGetSortSpecs();
    if (specs == nullptr || !specs->SpecsDirty) return;
    HouseLook look = frame.state.houses;
    look.sorted = specs->SpecsCount > 0;
    if (look.sorted) {
        look.sort = table.columns[std::min(static_cast<std::size_t>(specs->Specs[0].ColumnIndex), table.columns.size() - 1)];
        look.descending = specs->Specs[0].SortDirection == ImGuiSortDirection_Descending;
    }
    specs->SpecsDirty = false;
    frame.act(SetHouseLook{look});
}

void house_table(Frame& frame, const HousesTable& table, const std::vector<std::size_t>& rows, const std::vector<HouseProblem>& wrong)
{
    const int columns = static_cast<int>(table.columns.size()) + 1;
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInnerV | ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY |
                                      ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_Sortable | ImGuiTableFlags_SortTristate | ImGuiTableFlags_Resizable;
    const double room = ImGui::GetContentRegionAvail().x;
    if (!ImGui::BeginTable("houses", columns, flags)) return;
    ImGui::TableSetupScrollFreeze(1, 1);
    for (const HouseColumn column : table.columns) {
        const bool wide = column == HouseColumn::name || column == HouseColumn::operating_form;
        // Places stand as far to the left as the words before them allow.
        const double width = wide ? 230 : column == HouseColumn::area ? 150 : column == HouseColumn::kind ? 112 : column == HouseColumn::open ? 50 : 120;
        std::string heading = frame.say(label_of(column));
        if (column >= HouseColumn::klub && column <= HouseColumn::vedligeholdende_hjem) heading += ", " + frame.say(words::counted_in_places);
        const double needed = ImGui::CalcTextSize(heading.c_str()).x + frame.px(26); // the arrow of sorting beside it
        // Where there is little room places stand beside the names, which mostly say the kind.
        const bool left_out = column == HouseColumn::kind && room < frame.px(760);
        ImGui::TableSetupColumn(heading.c_str(), ImGuiTableColumnFlags_WidthFixed | (left_out ? ImGuiTableColumnFlags_Disabled : 0), static_cast<float>(std::max(frame.px(width), needed)));
    }
    ImGui::TableSetupColumn("", ImGuiTableColumnFlags_NoSort | ImGuiTableColumnFlags_WidthFixed, static_cast<float>(frame.px(34)));
    ImGui::TableHeadersRow();
    sort_by_heading(frame, table);
    const std::vector<Centre>& centres = frame.bench.base->scenario.centres;
    for (const std::size_t r : rows) {
        const HouseRow& row = table.rows[r];
        ImGui::TableNextRow();
        ImGui::PushID(row.id.c_str());
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            ImGui::TableNextColumn();
            ImGui::PushID(static_cast<int>(c));
            if (table.columns[c] == HouseColumn::name && !centres[r].known) {
                ImGui::AlignTextToFramePadding();
                ImGui::TextUnformatted("○");
                if (ImGui::IsItemHovered()) tooltip(frame, frame.say(words::assumed_mark));
                ImGui::SameLine();
            }
            house_cell(frame, table, row, table.columns[c], row.cells[c], wrong_at(wrong, r, table.columns[c]));
            ImGui::PopID();
        }
        ImGui::TableNextColumn();
        house_menu(frame, table, row);
        ImGui::PopID();
    }
    ImGui::EndTable();
}

} // namespace

void houses_view(Frame& frame)
{
    ImGui::SetCursorScreenPos(place(frame.area.x, frame.area.y));
    ImGui::BeginChild("houses screen", place(frame.area.width, frame.area.height));
    const Draft* draft = frame.state.bench.draft();
    if (frame.bench.base == nullptr) {
        begin_bench(frame, words::houses_intro);
    } else {
        draft_bar(frame);
        const Draft nothing;
        const Draft& now = draft == nullptr ? nothing : *draft;
        const Scenario& base = frame.bench.base->scenario;
        const HousesTable table = houses_table(base, now.houses);
        std::vector<std::size_t> rows = rows_shown(table, frame.state.houses.filter);
        if (frame.state.houses.sorted) sort_rows(table, rows, frame.state.houses.sort, frame.state.houses.descending, frame.language());
        std::vector<HouseProblem> wrong;
        if (frame.state.bench.chosen < frame.bench.drafts.size()) {
            Diagnostics told = frame.bench.drafts[frame.state.bench.chosen].found;
            Diagnostics ignored; // the reader's list has them already
            wrong = problems_of(table, with_houses(now.option, base, now.houses, ignored), told);
        }
        filter_bar(frame, rows.size());
        tools(frame, now, table, rows);
        problems(frame, wrong);
        frame.shown.push_back(&frame.cache.of("bench.houses", [&] { return houses_panel(table, rows, frame.language()); }));
        house_table(frame, table, rows, wrong);
    }
    ImGui::EndChild();
}

} // namespace samspil::viewer
