// SPDX-License-Identifier: MPL-2.0
// The travel network: neighbourhoods and centres as nodes, roads as edges, shortest ways by Boost.Graph. Distances
// are whole metres; a citizen's own way differs from the neighbourhood's by where the home lies.
#pragma once

#include "engine/model/scenario.hpp"

#include <algorithm>
#include <array>
#include <cmath>
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
inline std::int32_t straight_m(int x1, int y1, int x2, int y2)
{
    const double dx = x1 - x2, dy = y1 - y2;
    return static_cast<std::int32_t>(std::sqrt(dx * dx + dy * dy) + 0.5);
}

enum class Ride { none, granted };

/// Minutes a metre and minutes beforehand by way of travel, made once from the speeds of the register.
struct TravelTimes {
    struct Way {
        double per_metre = 0, fixed = 0;
        double minutes(std::int32_t metres) const { return metres * per_metre + fixed; }
    };
    std::array<Way, 3> walk; ///< by level F1, F2, F3
    Way bus, car, ride;
};

TravelTimes make_travel_times(const Parameters& parameters);

/// Minutes one way, in tenths: the fastest of walk, bus and car that the level and household allow, or the arranged
/// ride. Low level travels by ride only (docs/model.md 7.8).
inline int travel_tenths(const TravelTimes& times, int level, bool car, Ride ride, std::int32_t metres)
{
    constexpr double longest = 3000; // minutes; keeps the tenths within 16 bits
    double fastest = times.ride.minutes(metres);
    if (ride != Ride::granted && level != 3) {
        fastest = std::min(times.walk[static_cast<std::size_t>(level)].minutes(metres), times.bus.minutes(metres));
        if (car && level <= 1) fastest = std::min(fastest, times.car.minutes(metres));
    }
    return static_cast<int>(std::min(fastest, longest) * 10 + 0.5);
}

/// How much of the media's reach is left at this distance from a house (docs/model.md 7.5): all of it within 2 km, half
/// at media_km, about a tenth at twice that.
double media_reach(const Parameters& parameters, std::int32_t metres);

} // namespace samspil
