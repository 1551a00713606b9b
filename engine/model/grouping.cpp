// SPDX-License-Identifier: MPL-2.0
// Who belongs to which group, from what a scenario says of its start. Nothing here depends on the order of rows.
#include "engine/model/groups.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

namespace samspil {
namespace {

/// Units of one organisation model by id.
using Units = std::map<std::string, const OrganisationUnit*, std::less<>>;

Units units_of(const Scenario& scenario, std::string_view model)
{
    Units units;
    for (const OrganisationUnit& unit : scenario.organisation_units) {
        if (unit.model == model) units[unit.id] = &unit;
    }
    return units;
}

/// The district a unit belongs to, or nothing.
const OrganisationUnit* district_of(const Units& units, std::string id)
{
    for (std::size_t steps = 0; steps <= units.size(); ++steps) {
        const auto found = units.find(id);
        if (found == units.end()) return nullptr;
        if (found->second->level == "district") return found->second;
        id = found->second->parent;
    }
    return nullptr;
}

bool has_districts(const Units& units)
{
    return std::any_of(units.begin(), units.end(), [](const auto& entry) { return entry.second->level == "district"; });
}

/// The model whose districts are meant: that of the start when it has some, else the first by name.
std::string district_model(const Scenario& scenario)
{
    if (has_districts(units_of(scenario, scenario.organisation.model))) return scenario.organisation.model;
    std::set<std::string> models;
    for (const OrganisationUnit& unit : scenario.organisation_units) models.insert(unit.model);
    for (const std::string& model : models) {
        if (has_districts(units_of(scenario, model))) return model;
    }
    return scenario.organisation.model;
}

GroupMember named(std::string id, const std::string& name) { return {std::move(id), {name, name}}; }
GroupMember labelled(std::string_view id, Label label) { return {std::string(id), {std::string(label.da), std::string(label.en)}}; }

/// An area id is known to the table of units, or is only said by a house.
GroupMember area_member(const Units& units, const std::string& id)
{
    const auto found = units.find(id);
    return named(id, found == units.end() ? id : found->second->name);
}

std::vector<GroupMember> age_members()
{
    std::vector<GroupMember> members;
    for (std::size_t g = 0; g + 1 < age_group_count; ++g) {
        const std::string ages = fmt::format("{}-{}", 65 + 5 * g, 69 + 5 * g);
        members.push_back({ages, {ages + " år", ages}});
    }
    const std::string oldest = fmt::format("{}+", 65 + 5 * (age_group_count - 1));
    members.push_back({oldest, {oldest + " år", oldest}});
    return members;
}

double apart(double dx, double dy) { return dx * dx + dy * dy; }

} // namespace

Grouping::Grouping(const Scenario& scenario)
{
    const auto put = [&](Dimension dimension) -> std::vector<GroupMember>& { return members_[static_cast<std::size_t>(dimension)]; };
    put(Dimension::all) = {labelled("all", {"hele kommunen", "the whole municipality"})};
    add_areas(scenario);
    for (const Neighbourhood& n : scenario.neighbourhoods) put(Dimension::neighbourhood).push_back(named(n.id, n.name));
    for (const Centre& c : scenario.centres) put(Dimension::centre).push_back(named(c.id, c.name));
    for (const Offer offer : offers) put(Dimension::offer).push_back(labelled(id_of(offer), label_of(offer)));
    put(Dimension::level) = {labelled("F1", {"F1, højt", "F1, high"}), labelled("F2", {"F2", "F2"}), labelled("F3", {"F3", "F3"}),
                             labelled("F4", {"F4, lavt", "F4, low"})};
    put(Dimension::age) = age_members();
    put(Dimension::sex) = {labelled("male", {"mænd", "men"}), labelled("female", {"kvinder", "women"})};
    put(Dimension::household) = {labelled("together", {"bor med andre", "lives with others"}), labelled("alone", {"bor alene", "lives alone"})};
    put(Dimension::education) = {labelled("short", {"kort", "short"}), labelled("medium", {"mellemlang", "medium"}), labelled("long", {"lang", "long"})};
    for (std::size_t d = 0; d < dimension_count; ++d) {
        first_[d] = size_;
        size_ += members_[d].size();
    }
    add_houses(scenario);
}

void Grouping::add_areas(const Scenario& scenario)
{
    const Units start = units_of(scenario, scenario.organisation.model), with_districts = units_of(scenario, district_model(scenario));
    const auto key_in = [](const Units& units, const std::string& id) {
        const auto found = units.find(id);
        return found == units.end() ? 0 : found->second->key;
    };
    std::set<std::pair<int, std::string>> areas, districts; // by key, then id
    for (const Centre& centre : scenario.centres) {
        if (centre.area.empty()) continue;
        areas.insert({key_in(start, centre.area), centre.area});
        if (const auto* district = district_of(with_districts, centre.area)) districts.insert({district->key, district->id});
    }
    const auto index_in = [](const auto& all, const std::string& id) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& entry) { return entry.second == id; });
        return found == all.end() ? -1 : static_cast<int>(std::distance(all.begin(), found));
    };
    for (const auto& [key, id] : areas) {
        members_[static_cast<std::size_t>(Dimension::area)].push_back(area_member(start, id));
        const auto* district = district_of(with_districts, id);
        district_of_area_.push_back(district == nullptr ? -1 : index_in(districts, district->id));
    }
    for (const auto& [key, id] : districts) {
        members_[static_cast<std::size_t>(Dimension::district)].push_back(area_member(with_districts, id));
    }
    for (const Centre& centre : scenario.centres) area_of_centre_.push_back(index_in(areas, centre.area));
}

void Grouping::add_houses(const Scenario& scenario)
{
    for (const Neighbourhood& n : scenario.neighbourhoods) {
        std::vector<House> houses;
        for (std::size_t j = 0; j < scenario.centres.size(); ++j) {
            const Centre& c = scenario.centres[j];
            if (!c.open || area_of_centre_[j] < 0) continue;
            houses.push_back({std::sqrt(apart(c.x_m - n.x_m, c.y_m - n.y_m)), c.x_m, c.y_m, c.key, area_of_centre_[j]});
        }
        std::sort(houses.begin(), houses.end(),
                  [](const House& a, const House& b) { return std::tie(a.from_middle, a.key) < std::tie(b.from_middle, b.key); });
        houses_.push_back(std::move(houses));
        middles_.push_back({n.x_m, n.y_m});
    }
}

int Grouping::nearest_area(std::size_t neighbourhood, std::int32_t x_m, std::int32_t y_m) const
{
    const auto& middle = middles_[neighbourhood];
    const double out = std::sqrt(apart(x_m - middle[0], y_m - middle[1])) + 1; // a metre for rounding
    const House* best = nullptr;
    double nearest = 0;
    for (const House& house : houses_[neighbourhood]) {
        const double inside = house.from_middle - out; // no house from here on is nearer to the home than this
        if (best != nullptr && inside > 0 && inside * inside > nearest) break;
        const double distance = apart(x_m - house.x_m, y_m - house.y_m);
        if (best != nullptr && (distance > nearest || (distance == nearest && house.key > best->key))) continue;
        best = &house;
        nearest = distance;
    }
    return best == nullptr ? -1 : best->area;
}

} // namespace samspil
