// SPDX-License-Identifier: MPL-2.0
// The travel network: neighbourhoods and centres as nodes, roads as edges, shortest ways by Boost.Graph. Distances
// are whole metres; a citizen's own way differs from the neighbourhood's by where the home lies.
#pragma once

#include "engine/model/scenario.hpp"

#include <cstdint>
#include <vector>

namespace samspil {

struct TravelNetwork {
    std::size_t centres = 0;
    std::vector<std::int32_t> extra_m; ///< neighbourhood x centre: road beyond straight line x detour; -1 = no way
    std::int32_t extra(int neighbourhood, int centre) const
    {
        return extra_m[static_cast<std::size_t>(neighbourhood) * centres + static_cast<std::size_t>(centre)];
    }
};

/// Shortest ways from every neighbourhood to every centre. Without roads in the scenario every pair is joined by a
/// straight line times the detour factor, so that `extra` is 0.
TravelNetwork make_travel_network(const Scenario& scenario);

/// Straight line between two points, whole metres.
std::int32_t straight_m(int x1, int y1, int x2, int y2);

enum class Ride { none, granted };

/// Minutes one way, in tenths: the fastest of walk, bus and car that the level and household allow, or the arranged
/// ride. Low level travels by ride only (docs/model.md 7.8).
int travel_tenths(const Parameters& parameters, int level, bool car, Ride ride, std::int32_t metres);

/// Chance that a citizen at this distance knows a house (docs/model.md 7.5): `knows` within 2 km, half of it at
/// media_km, about a tenth at twice that.
double knowledge(const Parameters& parameters, std::int32_t metres);

} // namespace samspil
