// SPDX-License-Identifier: MPL-2.0
#include "viewer/options/house_values.hpp"

#include "engine/io/comparison_report.hpp"
#include "engine/io/shape.hpp"
#include "engine/io/values.hpp"
#include "engine/model/house_name.hpp"

#include <algorithm>
#include <array>

namespace samspil::viewer {
namespace {

using C = HouseColumn;

struct KindWords {
    std::string_view id;
    Label label;
};
constexpr std::array<KindWords, 3> kinds{{{"lokalcenter", {"lokalcenter", "local centre"}},
                                          {"frivillighus", {"frivillighus", "volunteer house"}},
                                          {"dagcenter", {"dagcenter", "day centre"}}}};

Text both(const std::string& words) { return {words, words}; }

const Field& profile_field()
{
    const Field* field = find_field(kind_of(InterventionType::profile_change).params, "profile");
    SAMSPIL_EXPECT(field != nullptr, "a change of profile names the profile");
    return *field;
}

} // namespace

std::optional<std::size_t> offer_of(HouseColumn column)
{
    if (column < C::klub || column > C::vedligeholdende_hjem) return std::nullopt;
    return static_cast<std::size_t>(column) - static_cast<std::size_t>(C::klub);
}

const Field* field_of(HouseColumn column)
{
    if (const auto offer = offer_of(column)) return &centre_place_fields()[*offer];
    switch (column) {
    case C::open: return find_field(centre_fields(), "open");
    case C::volunteers: return find_field(centre_fields(), "volunteers");
    case C::operating_form: return find_field(centre_fields(), "operating_form");
    default: return nullptr;
    }
}

const Field* value_field(HouseColumn column) { return column == C::profile ? &profile_field() : field_of(column); }

Label label_of(HouseColumn column)
{
    if (const auto offer = offer_of(column)) return label_of(offers[*offer]);
    switch (column) {
    case C::name: return {"hus", "house"};
    case C::kind: return {"slags", "kind"};
    case C::area: return {"område", "area"};
    case C::open: return {"åbent", "open"};
    case C::opening_hours: return {"åbningstimer om ugen", "opening hours a week"};
    default: return value_field(column)->label;
    }
}

Text why_fixed(HouseColumn column, std::optional<Day> date)
{
    switch (column) {
    case C::name:
    case C::kind:
    case C::opening_hours:
        return {"står i tabellerne og kan ikke ændres her", "stands in the tables and cannot be changed here"};
    case C::area:
    case C::volunteers:
        if (date)
            return {"kan kun ændres fra begyndelsen, ikke fra en dato",
                    "can be changed from the beginning only, not from a date"};
        return {};
    case C::profile:
        if (!date) return {"kan kun ændres fra en dato", "can be changed from a date only"};
        return {};
    default: return {};
    }
}

std::string path_of(std::string_view house, HouseColumn column)
{
    std::string path = "centres." + std::string(house) + ".";
    if (const auto offer = offer_of(column)) return path + "offers." + std::string(id_of(offers[*offer])) + ".places";
    switch (column) {
    case C::name: return path + "name";
    case C::kind: return path + "kind";
    case C::area: return path + "area";
    case C::profile: return path + "profile";
    case C::opening_hours: return path + "opening_hours";
    default: return path + std::string(field_of(column)->key);
    }
}

std::string value_of(const Scenario& scenario, std::size_t centre, HouseColumn column)
{
    const Centre& house = scenario.centres[centre];
    if (const Field* field = field_of(column)) return written(*field, field->access.read(&house));
    switch (column) {
    case C::name: return house.name;
    case C::kind: return std::string(kind_id(house.kind));
    case C::area: return house.area;
    case C::profile: return written(profile_field(), static_cast<double>(rooms_of(scenario, centre).profile));
    default: return std::to_string(rooms_of(scenario, centre).opening_hours);
    }
}

Text words_of(const Scenario& scenario, HouseColumn column, const std::string& value)
{
    if (column == C::kind) {
        const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const KindWords& k) { return k.id == value; });
        return kind == kinds.end() ? both(value) : text_of(kind->label);
    }
    if (column == C::name) return house_in_both(value);
    if (column == C::area) {
        const auto& units = scenario.organisation_units;
        const auto unit =
            std::find_if(units.begin(), units.end(), [&](const OrganisationUnit& u) { return u.id == value; });
        return both(unit == units.end() ? value : unit->name);
    }
    const Field* field = value_field(column);
    if (field == nullptr) return both(value);
    if (field->kind == Kind::flag) return value_in_words(*field, value == "true" ? 1 : 0);
    const auto choice =
        std::find_if(field->choices.begin(), field->choices.end(), [&](const Choice& c) { return c.id == value; });
    return choice == field->choices.end() ? both(value) : text_of(choice->label);
}

std::string_view kind_id(CentreKind kind) { return kinds[static_cast<std::size_t>(kind)].id; }

} // namespace samspil::viewer
