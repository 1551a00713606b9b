// SPDX-License-Identifier: MPL-2.0
#include "engine/model/check_positions.hpp"

#include "engine/model/check.hpp"
#include "engine/model/geography.hpp"

#include <algorithm>
#include <limits>

namespace samspil {
namespace {

constexpr double far_km = 15;      ///< a house from the neighbourhood it is said to lie in
constexpr double very_far_km = 50; ///< a neighbourhood from every other
constexpr double roof_km = 1;      ///< houses under one roof

template <class A, class B>
double km(const A& a, const B& b)
{
    return straight_m(a.x_m, a.y_m, b.x_m, b.y_m) / 1000.0;
}

void warn(Diagnostics& found, std::string path, Text message, bool of_coordinates = true)
{
    const Text hint{"er x_m og y_m byttet om, eller mangler der et ciffer? x er øst (i Danmark 400.000 til 900.000), y er nord (6.000.000 til 6.450.000)",
                    "are x_m and y_m the wrong way round, or is a digit missing? x is east (in Denmark 400,000 to 900,000), y is north (6,000,000 to 6,450,000)"};
    found.add({Severity::warning, "", 0, 0, std::move(path), std::move(message), of_coordinates ? hint : Text{}});
}

void check_neighbourhoods(const Scenario& scenario, Diagnostics& found)
{
    for (const Neighbourhood& place : scenario.neighbourhoods) {
        double nearest = std::numeric_limits<double>::infinity();
        for (const Neighbourhood& other : scenario.neighbourhoods) {
            if (&other != &place) nearest = std::min(nearest, km(place, other));
        }
        if (scenario.neighbourhoods.size() < 2 || nearest <= very_far_km) continue;
        warn(found, "neighbourhoods." + place.id + ".x_m",
             say_both("'{}' ligger {:.0f} km fra det nærmeste andet lokalsamfund", "'{}' lies {:.0f} km from the nearest other neighbourhood", place.id, nearest));
    }
}

} // namespace

void check_positions(const Scenario& scenario, Diagnostics& found)
{
    check_neighbourhoods(scenario, found);
    for (const Centre& centre : scenario.centres) {
        if (centre.neighbourhood < 0 || static_cast<std::size_t>(centre.neighbourhood) >= scenario.neighbourhoods.size()) continue;
        const Neighbourhood& place = scenario.neighbourhoods[static_cast<std::size_t>(centre.neighbourhood)];
        const double away = km(centre, place);
        if (away > std::max(far_km, 3 * place.radius_m / 1000.0))
            warn(found, "centres." + centre.id + ".x_m",
                 say_both("'{}' ligger {:.0f} km fra '{}', som det står i", "'{}' lies {:.0f} km from '{}', which it is listed in", centre.id, away, place.id));
        const int roof = centre.same_roof_as.empty() ? -1 : scenario.centre_index(centre.same_roof_as);
        const double apart = roof < 0 ? 0 : km(centre, scenario.centres[static_cast<std::size_t>(roof)]);
        if (apart > roof_km)
            warn(found, "centres." + centre.id + ".same_roof_as",
                 say_both("'{}' og '{}' står til samme tag, men ligger {:.1f} km fra hinanden", "'{}' and '{}' are listed under one roof, but lie {:.1f} km apart",
                          centre.id, centre.same_roof_as, apart), false);
    }
}

} // namespace samspil
