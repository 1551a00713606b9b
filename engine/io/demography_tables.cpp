// SPDX-License-Identifier: MPL-2.0
#include "engine/io/demography_tables.hpp"

#include "engine/io/nearest.hpp"
#include "engine/io/values.hpp"

#include <fmt/format.h>

namespace samspil {
namespace {

void take_population(const Table& table, const TableTarget& target)
{
    for (const TableRow& one : table.rows) {
        const RowView row(table, one);
        const int at = row.text("neighbourhood") == "all" ? -1 : neighbourhood_at(row, "neighbourhood", target);
        if (at == -2) continue;
        if (at == -1) target.origins["population." + std::to_string(target.scenario.population.size() + 1)] = row.origin("neighbourhood");
        target.scenario.population.push_back({row.integer("year"), at, row.sex(), row.integer("age"), row.integer("persons")});
    }
}

void take_by_age(const Table& table, const TableTarget& target, std::vector<AgeBandRate>& rates, std::string_view value)
{
    for (const TableRow& one : table.rows) {
        const RowView row(table, one);
        if (row.integer("age_to") < row.integer("age_from")) {
            target.out.add(error_at(row.origin("age_to"), "age_to",
                                say("alderen {} er mindre end {}", "the age {} is below {}", row.integer("age_to"),
                                    row.integer("age_from"))));
        }
        target.origins[fmt::format("{}.{}", table.info->name, rates.size() + 1)] = row.origin("age_from");
        rates.push_back({row.sex(), row.integer("age_from"), row.integer("age_to"), row.number(value)});
    }
}

void take_residents(const Table& table, const TableTarget& target)
{
    for (const TableRow& one : table.rows) {
        const RowView row(table, one);
        const int at = neighbourhood_at(row, "neighbourhood", target);
        const auto born = parse_date(row.text("born"));
        if (at < 0 || !born) continue;
        target.scenario.residents.push_back({at, row.sex(), *born, row.integer("persons")});
        target.origins["residents." + std::to_string(target.scenario.residents.size())] = row.origin("born");
    }
}

void take_rates(const Table& table, const TableTarget& target)
{
    for (const TableRow& one : table.rows) {
        const RowView row(table, one);
        if (!(row.number("age_to") > row.number("age_from")))
            target.out.add(error_at(row.origin("age_to"), "age_to", {"båndet er tomt: age_to er ikke over age_from",
                                                                 "the band is empty: age_to is not above age_from"}));
        target.origins["rates." + std::to_string(target.scenario.rates.size() + 1)] = row.origin("level");
        target.scenario.rates.push_back({static_cast<Process>(row.integer("process")), row.integer("level"),
                            static_cast<TabledRate::Enrolled>(row.integer("enrolled")), row.number("age_from"), row.number("age_to"),
                            row.number("chance"), static_cast<TabledRate::Per>(row.integer("per"))});
    }
}

void take_projection(const Table& table, const TableTarget& target)
{
    for (const TableRow& one : table.rows) {
        const RowView row(table, one);
        target.scenario.projection.push_back({row.integer("year"), row.integer("persons_65_79"), row.integer("persons_80plus"), row.text("kind")});
    }
}

void take_lifetable(const Table& table, const TableTarget& target)
{
    for (const TableRow& one : table.rows) {
        const RowView row(table, one);
        target.scenario.lifetable.push_back({row.integer("year"), row.sex(), row.integer("age"), row.number("q")});
    }
}

} // namespace

int neighbourhood_at(const RowView& row, std::string_view column, const TableTarget& target)
{
    const std::string& id = row.text(column);
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < target.scenario.neighbourhoods.size(); ++i) {
        if (target.scenario.neighbourhoods[i].id == id) return static_cast<int>(i);
        known.push_back(target.scenario.neighbourhoods[i].id);
    }
    if (target.neighbourhoods_known) {
        target.out.add(error_at(row.origin(column), std::string(column),
                            say("intet lokalsamfund hedder '{}'", "no neighbourhood is named '{}'", id),
                            did_you_mean(nearest(id, known))));
    }
    return -2;
}

bool take_demography(const Table& table, const TableTarget& target)
{
    const std::string_view name = table.info->name;
    if (name == "population") take_population(table, target);
    else if (name == "residents") take_residents(table, target);
    else if (name == "cohort_change") take_by_age(table, target, target.scenario.cohort_change, "ratio");
    else if (name == "net_migration") take_by_age(table, target, target.scenario.net_migration, "rate_per_year");
    else if (name == "rates") take_rates(table, target);
    else if (name == "projection") take_projection(table, target);
    else if (name == "lifetable") take_lifetable(table, target);
    else return false;
    return true;
}

} // namespace samspil
