// SPDX-License-Identifier: MPL-2.0
#include "viewer/options/houses.hpp"

#include "engine/io/apply.hpp"
#include "engine/io/values.hpp"
#include "engine/model/house_name.hpp"
#include "viewer/options/house_values.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace samspil::viewer {
namespace {

using C = HouseColumn;

/// From the beginning comes before every date.
Day order_of(const std::optional<Day>& date) { return date.value_or(std::numeric_limits<Day>::min()); }

bool part_of_change(const Scenario& base, const std::string& house)
{
    return std::any_of(base.interventions.begin(), base.interventions.end(),
                       [&](const Intervention& one) { return one.centre == house || one.to == house; });
}

Text name_of(const Scenario& base, const std::string& house)
{
    const int index = base.centre_index(house);
    return index < 0 ? Text{house, house} : house_in_both(base.centres[static_cast<std::size_t>(index)].name);
}

Diagnostic wrong(const HouseEdit& edit, Text message, Text hint = {})
{
    return error_at({}, path_of(edit.house, edit.column), std::move(message), std::move(hint));
}

std::optional<Diagnostic> check_area(const Scenario& base, const HouseEdit& edit)
{
    const auto& units = base.organisation_units;
    const auto is_it = [&](const OrganisationUnit& unit) { return unit.id == edit.value && unit.level == "area"; };
    if (std::any_of(units.begin(), units.end(), is_it)) return std::nullopt;
    return wrong(edit, say("intet område hedder '{}'", "no area is named '{}'", shown(edit.value)));
}

std::optional<Diagnostic> check_merge(const Scenario& base, const HouseEdit& edit)
{
    if (edit.column != C::open || edit.value != "false" || !edit.date)
        return wrong(edit, {"en sammenlægning lukker et hus fra en dato", "a merger closes a house from a date"});
    if (edit.into == edit.house)
        return wrong(edit, {"et hus lægges ikke sammen med sig selv", "a centre is not merged with itself"});
    if (base.centre_index(edit.into) >= 0) return std::nullopt;
    return wrong(edit, say("intet hus hedder '{}'", "no centre is named '{}'", shown(edit.into)),
                 near_centre(base, edit.into));
}

} // namespace

HouseEdit set_cell(std::string house, HouseColumn column, std::string value, std::optional<Day> date)
{
    return {std::move(house), column, std::move(value), date, ""};
}
HouseEdit open_house(std::string house, std::optional<Day> date)
{
    return set_cell(std::move(house), C::open, "true", date);
}
HouseEdit close_house(std::string house, std::optional<Day> date)
{
    return set_cell(std::move(house), C::open, "false", date);
}
HouseEdit merge_house(std::string house, std::string into, Day date)
{
    return {std::move(house), C::open, "false", date, std::move(into)};
}

HouseEdits with(HouseEdits edits, HouseStep step)
{
    if (step.edits.empty()) return edits;
    edits.steps.resize(edits.done);
    edits.steps.push_back(std::move(step));
    ++edits.done;
    return edits;
}

HouseEdits undone(HouseEdits edits)
{
    if (edits.can_undo()) --edits.done;
    return edits;
}

HouseEdits redone(HouseEdits edits)
{
    if (edits.can_redo()) ++edits.done;
    return edits;
}

std::optional<Diagnostic> check_edit(const Scenario& base, const HouseEdit& edit)
{
    if (base.centre_index(edit.house) < 0)
        return wrong(edit, say("intet hus hedder '{}'", "no centre is named '{}'", shown(edit.house)),
                     near_centre(base, edit.house));
    if (Text why = why_fixed(edit.column, edit.date); !why.en.empty())
        return wrong(edit, {std::string(label_of(edit.column).da) + ": " + why.da,
                            std::string(label_of(edit.column).en) + ": " + why.en});
    if (edit.column == C::area) return check_area(base, edit);
    Node node;
    node.kind = Node::Kind::scalar;
    node.text = edit.value;
    Diagnostics found;
    if (!read_value(*value_field(edit.column), node, "", path_of(edit.house, edit.column), found))
        return found.items().front();
    return edit.into.empty() ? std::nullopt : check_merge(base, edit);
}

std::vector<HouseEdit> effective(const Scenario& base, const HouseEdits& edits)
{
    std::map<std::tuple<std::size_t, std::string, C, Day>, const HouseEdit*> last;
    for (std::size_t step = 0; step < std::min(edits.done, edits.steps.size()); ++step) {
        for (const HouseEdit& edit : edits.steps[step].edits) {
            const auto row = static_cast<std::size_t>(base.centre_index(edit.house)); // unknown houses last
            last[{row, edit.house, edit.column, order_of(edit.date)}] = &edit;
        }
    }
    std::vector<HouseEdit> kept;
    for (const auto& [key, edit] : last) {
        const std::size_t row = std::get<0>(key);
        const bool known = row < base.centres.size();
        const bool again = !kept.empty() && kept.back().house == edit->house && kept.back().column == edit->column;
        const std::string before = again ? kept.back().value : known ? value_of(base, row, edit->column) : "";
        // Where the base itself changes the house on a date, what stands then is not for this table to say.
        const bool certain = !edit->date || !part_of_change(base, edit->house);
        if (known && certain && edit->into.empty() && edit->value == before) continue;
        kept.push_back(*edit);
    }
    return kept;
}

bool HouseRow::changed() const
{
    return std::any_of(cells.begin(), cells.end(), [](const HouseCell& cell) { return cell.changed(); });
}

std::optional<std::size_t> HousesTable::row_of(std::string_view house) const
{
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const HouseRow& one) { return one.id == house; });
    if (row == rows.end()) return std::nullopt;
    return static_cast<std::size_t>(row - rows.begin());
}

std::optional<std::size_t> HousesTable::place_of(HouseColumn column) const
{
    const auto place = std::find(columns.begin(), columns.end(), column);
    if (place == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(place - columns.begin());
}

HousesTable houses_table(const Scenario& base, const HouseEdits& edits)
{
    const auto any = [&](auto says) { return std::any_of(base.centres.begin(), base.centres.end(), says); };
    HousesTable table;
    const auto changes = effective(base, edits);
    for (std::size_t i = 0; i < house_column_count; ++i) {
        const auto column = static_cast<C>(i);
        const auto in_use = [&](const HouseEdit& edit) { return edit.column == column; };
        const bool used = std::any_of(changes.begin(), changes.end(), in_use);
        if (column == C::vedligeholdende_hjem && !used && !any([](const Centre& c) { return c.places[3] > 0; }))
            continue;
        if (column == C::opening_hours && !any([](const Centre& c) { return c.rooms.stated; })) continue;
        table.columns.push_back(column);
    }
    for (std::size_t i = 0; i < base.centres.size(); ++i) {
        HouseRow row{base.centres[i].id, {}};
        for (const C column : table.columns) {
            HouseCell cell;
            cell.value = cell.was = value_of(base, i, column);
            cell.shown = cell.was_shown = words_of(base, column, cell.was);
            row.cells.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(row));
    }
    for (const HouseEdit& edit : changes) {
        const auto row = table.row_of(edit.house);
        if (!row) continue; // a house the base no longer has: with_houses() says so
        HouseCell& cell = table.rows[*row].cells[*table.place_of(edit.column)];
        cell.value = edit.value;
        cell.shown = words_of(base, edit.column, edit.value);
        cell.changes.push_back(edit);
    }
    return table;
}

Text change_in_words(const Scenario& base, const HouseCell& cell)
{
    Text words = cell.was_shown;
    for (const HouseEdit& change : cell.changes) {
        const Text value = words_of(base, change.column, change.value);
        const Text from = change.date ? say("fra {}", "from {}", format_date(*change.date))
                                      : Text{"fra begyndelsen", "from the beginning"};
        words.da += fmt::format(" → {} {}", value.da, from.da);
        words.en += fmt::format(" → {} {}", value.en, from.en);
        if (change.into.empty()) continue;
        const Text into = name_of(base, change.into);
        words.da += fmt::format(" (lægges ind under {})", into.da);
        words.en += fmt::format(" (becomes part of {})", into.en);
    }
    return words;
}

Text step_in_words(const Scenario& base, std::span<const HouseEdit> edits)
{
    if (edits.empty()) return {};
    const HouseEdit& first = edits.front();
    const Text house = name_of(base, first.house);
    if (edits.size() > 1) return say("{} ændringer af huse", "{} changes of houses", edits.size());
    const Text into = name_of(base, first.into);
    if (!first.into.empty())
        return {fmt::format("{} lægges ind under {}", house.da, into.da),
                fmt::format("{} becomes part of {}", house.en, into.en)};
    if (first.column == C::open)
        return first.value == "true" ? Text{house.da + " åbner", house.en + " opens"}
                                     : Text{house.da + " lukker", house.en + " closes"};
    return {fmt::format("{}: {}", house.da, label_of(first.column).da),
            fmt::format("{}: {}", house.en, label_of(first.column).en)};
}

} // namespace samspil::viewer
