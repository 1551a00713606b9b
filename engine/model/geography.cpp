// SPDX-License-Identifier: MPL-2.0
#include "engine/model/geography.hpp"

#include "engine/base/elementary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

namespace samspil {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                    boost::property<boost::edge_weight_t, std::int32_t>>;

std::int32_t road_m(int x1, int y1, int x2, int y2, double detour)
{
    return static_cast<std::int32_t>(straight_m(x1, y1, x2, y2) * detour + 0.5);
}

/// Nodes: neighbourhoods first, then centres.
Graph make_graph(const Scenario& scenario)
{
    const auto& places = scenario.neighbourhoods;
    const double detour = scenario.assumptions.detour;
    Graph graph(places.size() + scenario.centres.size());
    for (const Road& road : scenario.roads) {
        boost::add_edge(static_cast<std::size_t>(road.from), static_cast<std::size_t>(road.to),
                        static_cast<std::int32_t>(road.km * 1000 + 0.5), graph);
    }
    for (std::size_t j = 0; j < scenario.centres.size(); ++j) {
        const Centre& centre = scenario.centres[j];
        for (std::size_t i = 0; i < places.size(); ++i) {
            const bool own = static_cast<int>(i) == centre.neighbourhood;
            if (!scenario.roads.empty() && !own) continue;
            boost::add_edge(i, places.size() + j, road_m(places[i].x_m, places[i].y_m, centre.x_m, centre.y_m, detour), graph);
        }
    }
    return graph;
}

} // namespace

TravelNetwork make_travel_network(const Scenario& scenario)
{
    const auto& places = scenario.neighbourhoods;
    TravelNetwork network{scenario.centres.size(), {}};
    network.extra_m.assign(places.size() * scenario.centres.size(), 0);
    const Graph graph = make_graph(scenario);
    constexpr std::int32_t far = std::numeric_limits<std::int32_t>::max();
    std::vector<std::int32_t> distance(boost::num_vertices(graph));
    for (std::size_t i = 0; i < places.size(); ++i) {
        boost::dijkstra_shortest_paths(graph, i, boost::distance_map(boost::make_iterator_property_map(
                                                     distance.begin(), boost::get(boost::vertex_index, graph))));
        for (std::size_t j = 0; j < scenario.centres.size(); ++j) {
            const Centre& centre = scenario.centres[j];
            const std::int32_t shortest = distance[places.size() + j];
            const std::int32_t straight =
                road_m(places[i].x_m, places[i].y_m, centre.x_m, centre.y_m, scenario.assumptions.detour);
            network.extra_m[i * network.centres + j] = shortest == far ? -1 : std::max(0, shortest - straight);
        }
    }
    return network;
}

TravelTimes make_travel_times(const Parameters& parameters)
{
    const auto way = [](double kmh, double fixed) { return TravelTimes::Way{60.0 / (1000.0 * kmh), fixed}; };
    return {{way(parameters.walk_kmh[0], 0), way(parameters.walk_kmh[1], 0), way(parameters.walk_kmh[2], 0)},
            way(parameters.bus_kmh, parameters.bus_min),
            way(parameters.car_kmh, parameters.car_min),
            way(parameters.ride_kmh, parameters.ride_min)};
}

double media_reach(const Parameters& parameters, std::int32_t metres)
{
    constexpr double near_km = 2.0, steepness = 1.2; // docs/model.md 7.5: 1 within 2 km, half at media_km
    const double beyond = metres / 1000.0 - near_km;
    if (beyond <= 0) return 1.0;
    const double halvings = elementary::pow(beyond / (parameters.media_km - near_km), steepness);
    return elementary::pow(2.0, -halvings);
}

} // namespace samspil
