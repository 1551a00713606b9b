// SPDX-License-Identifier: MPL-2.0
// One row of the table of houses: cells to write in, changed ones marked, what is wrong said at the cell.
#include "viewer/views/house_cells.hpp"

#include "viewer/options/house_values.hpp"
#include "viewer/words/houses.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace samspil::viewer {
namespace {

/// Adds the edit as a step of the option, or says why it cannot stand.
void make(Frame& frame, const HouseEdit& edit)
{
    const Scenario& base = frame.bench.base->scenario;
    if (const auto wrong = check_edit(base, edit)) {
        frame.said = {format(*wrong, Language::da), format(*wrong, Language::en)};
        return;
    }
    const std::array edits{edit};
    take_step(frame, {step_in_words(base, edits), {edit}});
}

std::string tip_of(Frame& frame, const HouseCell& cell, const std::vector<const Diagnostic*>& wrong)
{
    std::string tip = cell.changed() ? change_in_words(frame.bench.base->scenario, cell).in(frame.language()) : "";
    for (const Diagnostic* one : wrong) tip += (tip.empty() ? "▲ " : "\n▲ ") + one->message.in(frame.language());
    return tip;
}

void choice_cell(Frame& frame, const HouseRow& row, HouseColumn column, const HouseCell& cell, const Field& field)
{
    std::vector<std::string> words;
    int now = -1;
    for (const Choice& choice : field.choices) {
        if (choice.id == cell.value) now = static_cast<int>(words.size());
        words.push_back(frame.say(choice.label));
    }
    if (const auto picked = choose_from(frame, "choice", words, now, ImGui::GetContentRegionAvail().x))
        make(frame, set_cell(row.id, column, std::string(field.choices[static_cast<std::size_t>(*picked)].id), frame.state.houses.date));
}

/// Areas by their names, as the houses of the table have them.
void area_cell(Frame& frame, const HousesTable& table, const HouseRow& row, const HouseCell& cell)
{
    const std::size_t place = table.place_of(HouseColumn::area).value_or(0);
    std::vector<std::string> ids, words;
    for (const HouseRow& other : table.rows) {
        const HouseCell& area = other.cells[place];
        if (std::find(ids.begin(), ids.end(), area.value) != ids.end()) continue;
        ids.push_back(area.value);
        words.push_back(area.shown.in(frame.language()));
    }
    const auto now = static_cast<int>(std::find(ids.begin(), ids.end(), cell.value) - ids.begin());
    if (const auto picked = choose_from(frame, "area", words, now, ImGui::GetContentRegionAvail().x))
        make(frame, set_cell(row.id, HouseColumn::area, ids[static_cast<std::size_t>(*picked)], frame.state.houses.date));
}

void number_cell(Frame& frame, const HouseRow& row, HouseColumn column, const HouseCell& cell)
{
    std::array<char, 24> text{};
    std::memcpy(text.data(), cell.value.data(), std::min(cell.value.size(), text.size() - 1));
    ImGui::SetNextItemWidth(-1);
    ImGui::InputText("##number", text.data(), text.size(), ImGuiInputTextFlags_CharsDecimal | ImGuiInputTextFlags_AutoSelectAll);
    if (ImGui::IsItemDeactivatedAfterEdit() && cell.value != text.data()) make(frame, set_cell(row.id, column, text.data(), frame.state.houses.date));
}

} // namespace

void take_step(Frame& frame, HouseStep step)
{
    const Bench& bench = frame.state.bench;
    if (step.edits.empty()) return;
    const bool first = bench.draft() == nullptr; // where no option is left a change begins one
    if (first) frame.act(AddDraft{});
    frame.act(LogMove{step.words});
    Draft next = first ? new_draft(bench) : *bench.draft();
    next.houses = with(std::move(next.houses), std::move(step));
    frame.act(SetDraft{first ? bench.drafts.size() : bench.chosen, std::move(next), first ? Change::going_on : Change::step});
}

void house_cell(Frame& frame, const HousesTable& table, const HouseRow& row, HouseColumn column, const HouseCell& cell, const std::vector<const Diagnostic*>& wrong)
{
    if (cell.changed()) ImGui::TableSetBgColor(ImGuiTableBgTarget_CellBg, packed(frame.theme.choice.with_alpha(0.16)));
    if (!wrong.empty()) ImGui::TableSetBgColor(ImGuiTableBgTarget_CellBg, packed(frame.theme.worse_soft));
    const Text fixed = why_fixed(column, frame.state.houses.date);
    ImGui::BeginGroup();
    const Field* values = value_field(column);
    if (!fixed.da.empty()) {
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(cell.shown.in(frame.language()).c_str());
    } else if (column == HouseColumn::area) {
        area_cell(frame, table, row, cell);
    } else if (column == HouseColumn::open) {
        bool open = cell.value == "true";
        if (ImGui::Checkbox("##open", &open)) make(frame, open ? open_house(row.id, frame.state.houses.date) : close_house(row.id, frame.state.houses.date));
    } else if (values != nullptr && !values->choices.empty()) {
        choice_cell(frame, row, column, cell, *values);
    } else {
        number_cell(frame, row, column, cell);
    }
    if (cell.changed()) ImGui::TextDisabled("%s %s", frame.say(words::was).c_str(), cell.was_shown.in(frame.language()).c_str());
    ImGui::EndGroup();
    if (!ImGui::IsItemHovered()) return;
    std::string tip = tip_of(frame, cell, wrong);
    if (tip.empty()) tip = fixed.in(frame.language());
    tooltip(frame, tip);
}

void house_menu(Frame& frame, const HousesTable& table, const HouseRow& row)
{
    const std::optional<Day> date = frame.state.houses.date;
    if (ImGui::SmallButton("…")) ImGui::OpenPopup("house");
    if (ImGui::IsItemHovered()) tooltip(frame, frame.say(words::house_menu));
    if (!ImGui::BeginPopup("house")) return;
    if (ImGui::MenuItem(frame.say(words::open_it).c_str())) make(frame, open_house(row.id, date));
    if (ImGui::MenuItem(frame.say(words::close_it).c_str())) make(frame, close_house(row.id, date));
    if (!date) ImGui::TextDisabled("%s", frame.say(words::needs_date).c_str());
    else if (ImGui::BeginMenu(frame.say(words::merge_into).c_str())) {
        const std::size_t name = table.place_of(HouseColumn::name).value_or(0);
        for (const HouseRow& other : table.rows) {
            if (other.id == row.id) continue;
            ImGui::PushID(other.id.c_str());
            if (ImGui::MenuItem(label_of(other.cells[name].shown.in(frame.language())).c_str())) make(frame, merge_house(row.id, other.id, *date));
            ImGui::PopID();
        }
        ImGui::EndMenu();
    }
    ImGui::EndPopup();
}

} // namespace samspil::viewer
