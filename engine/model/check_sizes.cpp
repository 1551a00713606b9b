// SPDX-License-Identifier: MPL-2.0
#include "engine/model/check_sizes.hpp"

#include "engine/model/check.hpp"

#include <cmath>
#include <map>

namespace samspil {
namespace {

constexpr double likely_difference = 0.1; ///< share: official totals of one day are seldom farther apart
constexpr int most_hours_each = 20;       ///< a week; who volunteers gives two or three (docs/model.md 7.12)
constexpr int wide_m = 30'000;            ///< a neighbourhood as large as a municipality

void warn(Diagnostics& found, std::string path, Text message, Text hint)
{
    found.add({Severity::warning, "", 0, 0, std::move(path), std::move(message), std::move(hint)});
}

void check_projection(const Scenario& scenario, Diagnostics& found)
{
    std::map<int, double> counted;
    for (const PopulationCount& row : scenario.population)
        if (row.age >= 65) counted[row.year] += row.persons;
    for (const PopulationTotal& total : scenario.projection) {
        const auto year = counted.find(total.year);
        if (year == counted.end() || year->second <= 0) continue;
        const double projected = total.persons_65_79 + total.persons_80plus;
        if (std::abs(projected - year->second) <= likely_difference * year->second) continue;
        warn(found, "projection",
             say_both("{} har {:.0f} borgere 65+ i projection.csv og {:.0f} i population.csv", "{} has {:.0f} citizens 65+ in projection.csv and {:.0f} in population.csv",
                      total.year, projected, year->second),
             {"mangler der et ciffer eller et køn, eller er tallene for en anden kommune?", "is a digit or a sex missing, or are the figures another municipality's?"});
        return; // one year tells it
    }
}

} // namespace

void check_sizes(const Scenario& scenario, Diagnostics& found)
{
    check_projection(scenario, found);
    for (const Centre& centre : scenario.centres) {
        if (centre.volunteers <= 0 || centre.other_task_hours <= most_hours_each * centre.volunteers) continue;
        warn(found, "centres." + centre.id + ".other_task_hours",
             say_both("'{}': {} timer om ugen til {} frivillige er {:.0f} timer hver", "'{}': {} hours a week for {} volunteers are {:.0f} hours each", centre.id,
                      centre.other_task_hours, centre.volunteers, static_cast<double>(centre.other_task_hours) / centre.volunteers),
             {"er det timer om året?", "are they hours a year?"});
    }
    for (const Neighbourhood& place : scenario.neighbourhoods) {
        if (place.radius_m <= wide_m) continue;
        warn(found, "neighbourhoods." + place.id + ".radius_m",
             say_both("'{}': boligerne spredes over {:.0f} km til hver side", "'{}': homes are spread {:.0f} km to every side", place.id, place.radius_m / 1000.0),
             {"radius_m er i meter", "radius_m is in metres"});
    }
}

} // namespace samspil
