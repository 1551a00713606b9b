// SPDX-License-Identifier: MPL-2.0
// Changes of houses as part of an option, and what the reader says of it, back at the cells.
#include "viewer/options/house_values.hpp"
#include "viewer/options/option_text.hpp"

#include "engine/io/shape.hpp"
#include "engine/io/values.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

using C = HouseColumn;
using T = InterventionType;

T type_of(const HouseEdit& edit)
{
    if (offer_of(edit.column)) return T::change_places;
    if (edit.column == C::operating_form) return T::operating_form;
    if (edit.column == C::profile) return T::profile_change;
    if (!edit.into.empty()) return T::merge;
    return edit.value == "true" ? T::open_centre : T::close_centre;
}

/// Where a lever about a house shows in the table.
std::optional<C> column_of(const Lever& lever)
{
    switch (lever.type) {
    case T::change_places:
    case T::satellite:
    case T::convert_offer:
        return static_cast<C>(static_cast<std::size_t>(C::klub) + static_cast<std::size_t>(lever.offer));
    case T::open_centre:
    case T::close_centre:
    case T::merge: return C::open;
    case T::operating_form: return C::operating_form;
    case T::profile_change: return C::profile;
    default: return std::nullopt;
    }
}

Lever lever_from(const HouseEdit& edit)
{
    Lever lever;
    lever.type = type_of(edit);
    set_defaults(kind_of(lever.type).params, &lever);
    lever.date = *edit.date;
    lever.centre = edit.house;
    lever.to = edit.into;
    if (const auto offer = offer_of(edit.column)) lever.offer = static_cast<int>(*offer);
    Node node;
    node.kind = Node::Kind::scalar;
    node.text = edit.value;
    Diagnostics checked; // by check_edit() before
    const auto value = read_value(*value_field(edit.column), node, "", "", checked);
    SAMSPIL_EXPECT(value.has_value(), "an edit that can stand has a value");
    if (offer_of(edit.column))
        lever.places = static_cast<int>(*value);
    else if (edit.column != C::open)
        lever.choice = static_cast<int>(*value);
    return lever;
}

/// "centres.lc-x.offers.klub.places" as house and column.
std::optional<std::pair<std::string, std::optional<C>>> place_in_table(std::string_view path)
{
    const auto parts = split_path(path);
    if (parts.size() < 2 || parts[0] != "centres") return std::nullopt;
    const std::string house(parts[1]);
    for (std::size_t i = 0; i < house_column_count; ++i) {
        const auto column = static_cast<C>(i);
        const std::string whole = path_of(house, column);
        const bool offer_alone = offer_of(column) && parts.size() == 4 && whole == std::string(path) + ".places";
        if (whole == path || offer_alone) return std::pair{house, std::optional(column)};
    }
    return std::pair{house, std::optional<C>{}};
}

} // namespace

OptionFile with_houses(OptionFile option, const Scenario& base, const HouseEdits& edits, Diagnostics& out)
{
    std::vector<const HouseEdit*> dated;
    const auto changes = effective(base, edits);
    for (const HouseEdit& edit : changes) {
        if (auto wrong = check_edit(base, edit))
            out.add(std::move(*wrong));
        else if (edit.date)
            dated.push_back(&edit);
        else
            option.values[path_of(edit.house, edit.column)] = edit.value;
    }
    std::stable_sort(dated.begin(), dated.end(), [](const auto* a, const auto* b) { return *a->date < *b->date; });
    for (const HouseEdit* edit : dated) option.levers.push_back(lever_from(*edit));
    return option;
}

std::vector<HouseProblem> problems_of(const HousesTable& table, const OptionFile& option, const Diagnostics& found)
{
    std::vector<HouseProblem> problems;
    const OptionText text = text_of(option);
    for (const Diagnostic& one : found.items()) {
        HouseProblem problem{{}, {}, one};
        if (const auto at = place_in_table(one.path)) {
            problem.row = table.row_of(at->first);
            if (problem.row) problem.column = at->second;
        } else if (const auto lever = lever_at(text, option, one)) {
            problem.row = table.row_of(option.levers[*lever].centre);
            if (problem.row) problem.column = column_of(option.levers[*lever]);
        }
        problems.push_back(std::move(problem));
    }
    return problems;
}

} // namespace samspil::viewer
