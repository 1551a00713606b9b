// SPDX-License-Identifier: MPL-2.0
#include "engine/model/organisation.hpp"

#include "engine/base/elementary.hpp"
#include "engine/base/errors.hpp"

#include <algorithm>
#include <map>
#include <string>

#include <boost/graph/adjacency_list.hpp>

namespace samspil {
namespace {

struct Node {
    const OrganisationUnit* unit = nullptr;
};
/// An edge from each unit to the one it answers to.
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Node>;

class Organisation {
public:
    Organisation(const Scenario& scenario, std::string_view model)
    {
        for (const OrganisationUnit& unit : scenario.organisation_units) {
            if (unit.model == model) vertex_[unit.id] = boost::add_vertex(Node{&unit}, graph_);
        }
        for (const auto& [id, vertex] : vertex_) {
            const auto parent = vertex_.find(graph_[vertex].unit->parent);
            if (parent != vertex_.end()) boost::add_edge(vertex, parent->second, graph_);
        }
    }

    /// The unit and all it answers to, nearest first.
    std::vector<const OrganisationUnit*> chain(const std::string& id) const
    {
        std::vector<const OrganisationUnit*> units;
        const auto start = vertex_.find(id);
        if (start == vertex_.end()) return units;
        auto vertex = start->second;
        while (units.size() <= boost::num_vertices(graph_)) {
            units.push_back(graph_[vertex].unit);
            const auto [edge, end] = boost::out_edges(vertex, graph_);
            if (edge == end) return units;
            vertex = boost::target(*edge, graph_);
        }
        SAMSPIL_EXPECT(false, "the organisation has no cycle");
        return units;
    }

private:
    Graph graph_;
    std::map<std::string, Graph::vertex_descriptor> vertex_;
};

} // namespace

Structure make_structure(const Scenario& scenario, std::string_view model)
{
    const Organisation organisation(scenario, model);
    Structure structure;
    std::map<std::string, int> leading;
    for (const Centre& centre : scenario.centres) {
        const auto chain = organisation.chain(centre.area);
        const auto leads = std::find_if(chain.begin(), chain.end(), [](const auto* unit) { return unit->leaders > 0; });
        int unit = -1;
        if (leads != chain.end()) {
            const auto [entry, added] = leading.try_emplace((*leads)->id, static_cast<int>(leading.size()));
            unit = entry->second;
            if (added) structure.leaders.push_back((*leads)->leaders);
        }
        structure.leading_unit.push_back(unit);
        const auto district =
            std::find_if(chain.begin(), chain.end(), [](const auto* u) { return u->level == "district"; });
        structure.sharing_group.push_back(district != chain.end() ? (*district)->key : chain.empty() ? 0 : chain.front()->key);
    }
    return structure;
}

double coordination_hours(const Scenario& scenario, int houses)
{
    constexpr double growth = 1.3; // meetings grow faster than houses (7.17)
    return houses > 0 ? scenario.assumptions.volunteering.kappa * elementary::pow(houses, growth) : 0;
}

std::vector<int> houses_led(const Structure& structure, const Scenario& scenario, const std::vector<char>& centre_open)
{
    std::vector<int> houses(structure.leaders.size(), 0);
    for (std::size_t j = 0; j < scenario.centres.size(); ++j) {
        const int unit = structure.leading_unit[j];
        if (unit >= 0 && centre_open[j] != 0 && needs_leader(scenario.centres[j].kind)) ++houses[static_cast<std::size_t>(unit)];
    }
    return houses;
}

std::vector<double> attention_by_unit(const Structure& structure, const Scenario& scenario,
                                      const std::vector<char>& centre_open, Leadership leadership)
{
    const Parameters& p = scenario.assumptions;
    const std::vector<int> houses = houses_led(structure, scenario, centre_open);
    const double factor = leadership == Leadership::dual ? p.dual_factor
                          : leadership == Leadership::own_department ? p.own_factor
                                                                     : 1.0;
    std::vector<double> attention(structure.leaders.size(), 1.0);
    for (std::size_t u = 0; u < attention.size(); ++u) {
        if (houses[u] == 0) continue;
        const double hours = std::max(0.0, p.leader_hours * structure.leaders[u] - coordination_hours(scenario, houses[u]));
        attention[u] = std::min(1.0, hours / (houses[u] * p.h_c) * factor);
    }
    return attention;
}

} // namespace samspil
