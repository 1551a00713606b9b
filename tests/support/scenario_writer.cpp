// SPDX-License-Identifier: MPL-2.0
#include "tests/support/scenario_writer.hpp"

#include "engine/io/tables.hpp"
#include "engine/io/values.hpp"
#include "tests/support/scenario_folder.hpp"

#include <map>
#include <vector>

namespace samspil::made {
namespace {

using Row = std::map<std::string_view, std::string>;
using Rows = std::vector<Row>;

std::string whole(int value) { return std::to_string(value); }
std::string sex_of(Sex sex) { return sex == Sex::male ? "M" : "F"; }
std::string yes(bool flag) { return flag ? "yes" : "no"; }

/// What a column holds that nobody filled in.
std::string unknown(const Column& column)
{
    switch (column.kind) {
    case Column::Kind::integer:
    case Column::Kind::number: return written(std::max(column.minimum, 0.0));
    case Column::Kind::date: return column.may_be_empty ? "" : "2000-01-01";
    case Column::Kind::word: return column.key == "tag" ? "assumed" : std::string(column.words.front());
    default: return column.may_be_empty ? "" : "made";
    }
}

std::string text_of(const TableInfo& info, const Rows& rows)
{
    std::string text;
    for (const Column& column : info.columns) text += (text.empty() ? "" : ",") + std::string(column.key);
    text += "\n";
    for (const Row& row : rows) {
        std::string line;
        for (const Column& column : info.columns) {
            const auto cell = row.find(column.key);
            line += (line.empty() ? "" : ",") + (cell == row.end() ? unknown(column) : cell->second);
        }
        text += line + "\n";
    }
    return text;
}

Rows of_bands(const std::vector<AgeBandRate>& bands, std::string_view value)
{
    Rows rows;
    for (const AgeBandRate& band : bands) {
        rows.push_back({{"sex", sex_of(band.sex)}, {"age_from", whole(band.age_from)}, {"age_to", whole(band.age_to)}, {value, written(band.value)}});
    }
    return rows;
}

void places_and_people(const Scenario& s, std::map<std::string_view, Rows>& tables)
{
    for (const Neighbourhood& place : s.neighbourhoods) {
        tables["neighbourhoods"].push_back({{"key", whole(place.key)}, {"id", place.id}, {"name", place.name}, {"x_m", whole(place.x_m)},
                                            {"y_m", whole(place.y_m)}, {"radius_m", whole(place.radius_m)}, {"weight", written(place.weight)},
                                            {"ring_road", place.inside_ring_road ? "inside" : "outside"}});
    }
    const auto at = [&](int index) { return index < 0 ? std::string("all") : s.neighbourhoods[static_cast<std::size_t>(index)].id; };
    for (const PopulationCount& row : s.population) {
        tables["population"].push_back({{"year", whole(row.year)}, {"neighbourhood", at(row.neighbourhood)}, {"sex", sex_of(row.sex)},
                                        {"age", whole(row.age)}, {"persons", whole(row.persons)}});
    }
    for (const DeathProbability& row : s.lifetable) {
        tables["lifetable"].push_back({{"year", whole(row.year)}, {"sex", sex_of(row.sex)}, {"age", whole(row.age)}, {"q", written(row.q)}});
    }
    for (const PopulationTotal& row : s.projection) {
        tables["projection"].push_back({{"year", whole(row.year)}, {"persons_65_79", whole(row.persons_65_79)},
                                        {"persons_80plus", whole(row.persons_80plus)}, {"kind", row.kind}});
    }
    for (const Road& road : s.roads) tables["travel"].push_back({{"from", at(road.from)}, {"to", at(road.to)}, {"km", written(road.km)}});
    tables["cohort_change"] = of_bands(s.cohort_change, "ratio");
    tables["net_migration"] = of_bands(s.net_migration, "rate_per_year");
}

void houses(const Scenario& s, std::map<std::string_view, Rows>& tables)
{
    constexpr std::array kinds{"lokalcenter", "frivillighus", "dagcenter"};
    for (const OrganisationUnit& unit : s.organisation_units) {
        tables["organisation"].push_back({{"model", unit.model}, {"key", whole(unit.key)}, {"unit", unit.id}, {"name", unit.name},
                                          {"level", unit.level}, {"parent", unit.parent}, {"leaders", whole(unit.leaders)}});
    }
    for (const Centre& centre : s.centres) {
        tables["centres"].push_back({{"key", whole(centre.key)}, {"id", centre.id}, {"name", centre.name},
                                     {"kind", kinds[static_cast<std::size_t>(centre.kind)]}, {"area", centre.area},
                                     {"neighbourhood", s.neighbourhoods[static_cast<std::size_t>(centre.neighbourhood)].id},
                                     {"x_m", whole(centre.x_m)}, {"y_m", whole(centre.y_m)}, {"same_roof_as", centre.same_roof_as},
                                     {"nursing_home_side", yes(centre.nursing_home_side)}, {"existence", centre.known ? "known" : "assumed"}});
        for (const Offer offer : offers) {
            const int places = centre.places[index_of(offer)];
            if (places > 0) tables["offers"].push_back({{"centre", centre.id}, {"offer", std::string(id_of(offer))}, {"places", whole(places)}});
        }
        tables["volunteers"].push_back({{"centre", centre.id}, {"volunteers", whole(centre.volunteers)},
                                        {"other_task_hours", whole(centre.other_task_hours)}});
    }
}

} // namespace

void write_tables(const Scenario& scenario, const std::filesystem::path& folder)
{
    std::map<std::string_view, Rows> tables;
    places_and_people(scenario, tables);
    houses(scenario, tables);
    for (const TableInfo& info : table_infos()) {
        const Rows& rows = tables[info.name];
        if (rows.empty() && !info.required) continue;
        testing::write_file(folder / (std::string(info.name) + ".csv"), text_of(info, rows));
    }
}

} // namespace samspil::made
