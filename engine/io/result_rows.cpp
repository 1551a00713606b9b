// SPDX-License-Identifier: MPL-2.0
// The rows of a scenario that a result holds: what is written to files, and what a study in memory shows.
#include "engine/io/comparison_report.hpp"
#include "engine/io/in_force.hpp"
#include "engine/io/result_file.hpp"
#include "engine/model/calendar.hpp"

namespace samspil {
namespace {

/// Unit id of an index among the members of a dimension; empty for -1.
std::string id_in(const Grouping& grouping, Dimension dimension, int index)
{
    return index < 0 ? "" : grouping.members(dimension)[static_cast<std::size_t>(index)].id;
}

} // namespace

std::vector<CentreRow> centre_rows(const Scenario& scenario, const Grouping& grouping)
{
    static constexpr std::string_view kinds[] = {"lokalcenter", "frivillighus", "dagcenter"};
    std::vector<CentreRow> rows;
    for (std::size_t j = 0; j < scenario.centres.size(); ++j) {
        const Centre& c = scenario.centres[j];
        const int district = grouping.district_of_area(grouping.area_of_centre(j));
        rows.push_back({c.key, c.id, c.name, std::string(kinds[static_cast<int>(c.kind)]), c.area, c.x_m, c.y_m, c.known,
                        id_in(grouping, Dimension::district, district),
                        scenario.neighbourhoods.at(static_cast<std::size_t>(c.neighbourhood)).key, c.open, c.places});
    }
    return rows;
}

std::vector<NeighbourhoodRow> neighbourhood_rows(const Scenario& scenario, const Grouping& grouping)
{
    std::vector<NeighbourhoodRow> rows;
    for (std::size_t i = 0; i < scenario.neighbourhoods.size(); ++i) {
        const Neighbourhood& n = scenario.neighbourhoods[i];
        const int area = grouping.area_of_home(i, n.x_m, n.y_m);
        rows.push_back({n.key, n.id, n.name, n.x_m, n.y_m, n.inside_ring_road, id_in(grouping, Dimension::area, area),
                        id_in(grouping, Dimension::district, grouping.district_of_area(area))});
    }
    return rows;
}

std::vector<UnitRow> unit_rows(const Scenario& scenario)
{
    std::vector<UnitRow> rows;
    for (const OrganisationUnit& u : scenario.organisation_units) {
        rows.push_back({u.model, u.key, u.id, u.name, u.level, u.parent, u.leaders, std::string(id_of(u.provenance.tag)),
                        u.provenance.source});
    }
    return rows;
}

std::vector<OrganisationRow> organisation_rows(const Scenario& scenario)
{
    const std::string& start = scenario.organisation.model;
    std::vector<OrganisationRow> rows{{-scenario.period.burn_in_weeks, start, model_in_words(scenario, start)}};
    for (const Intervention& one : scenario.interventions) {
        if (one.type != InterventionType::organisation_change) continue;
        const std::string& model = one.organisation.model;
        rows.push_back({Calendar{scenario.period.start}.week(one.date), model, model_in_words(scenario, model)});
    }
    return rows;
}

std::vector<InterventionRow> intervention_rows(const Scenario& scenario)
{
    std::vector<InterventionRow> rows;
    Scenario now = in_force_before(scenario, 0);
    for (const Intervention& one : scenario.interventions) {
        const InterventionKind& kind = kind_of(one.type);
        rows.push_back({Calendar{scenario.period.start}.week(one.date), format_date(one.date), std::string(kind.id),
                        {std::string(kind.label.da), std::string(kind.label.en)}, intervention_in_words(now, one),
                        one.centre, one.to, one.area});
        put_in_force(now, one);
    }
    return rows;
}

} // namespace samspil
