// SPDX-License-Identifier: MPL-2.0
// Volunteers in numbers: hours wanted and agreed, who comes and who stops, what rests on the most active. Results tell
// volunteers and hours wanted house by house, not person by person; what goes beyond that is an estimate and named so.
#pragma once

#include "viewer/data/house.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace samspil::viewer {

/// What the screen asks for.
Wishes volunteer_wishes(Results results);
bool volunteers_are_there(const Library& library, Results results);

/// Hours a week that all houses want.
ReplicationWeeks hours_wanted(const Library& library, const Result& result);
/// Hours a week that one volunteer has agreed to on the mean of the period, by replication: mean hours wanted over
/// volunteers.load over volunteers.stock. NaN where the result does not tell.
std::vector<double> hours_each_agreed(const Library& library, const Result& result);
/// Estimate: volunteers of the week times hours_each_agreed. Results carry no agreed hours by week.
ReplicationWeeks hours_agreed(const Library& library, const Result& result);

/// Persons a year: who comes by which way, who stops, and the sum. Against the base; of the base only its level.
struct YearFlow {
    KpiDifference participants, bridges, external, leaving, net;
};
YearFlow year_flow(const Result& base, const Result& result);

/// The least share of the hours wanted in a week that rests on the most active `share` (0..1) of the volunteers, by
/// replication: volunteers of the houses where each has most hours to carry, all of a house alike. Persons of a house
/// differ, so that the real share is not smaller. NaN where nothing is wanted.
std::vector<double> hours_resting_on(const Library& library, const Result& result, int week, double share);
/// A house in one result and week: means over replications.
struct HouseHours {
    bool there = false;
    double volunteers = 0, wanted = 0;
    std::optional<double> each;      ///< hours wanted per volunteer; nothing without volunteers or hours
    std::optional<double> burden;    ///< 12-week mean of hours wanted over agreed
    std::optional<double> overasked; ///< share of the period's volunteer weeks that were over-asked
};
/// Every house of the result.
std::vector<HouseHours> hours_by_house(const Library& library, const Result& result, int week);
/// Houses where more than `limit` hours would be wanted of each of the volunteers left if that share stopped in every house and
/// the tasks stayed; of the same means over replications as `each`. Houses that want hours of nobody count.
std::size_t houses_over(std::span<const HouseHours> houses, double share, double limit);
struct HouseRisk {
    int key = 0;
    std::string name;
    bool known = false;
    HouseHours base, option;
    KpiDifference each; ///< option less base; of the base alone its level
};
/// Houses that want hours of nobody first, then by hours per volunteer, in the option where there is one; houses that want nothing left out.
std::vector<HouseRisk> houses_at_risk(const Library& library, const Result& base, const Result* option, int week);

const Kpi& hours_kpi();          ///< "h/week" of a sum
const Kpi& hours_each_kpi();     ///< "h/week" of one volunteer
inline constexpr double overasked_times = 1.2; ///< as the description of volunteers.overasked says

} // namespace samspil::viewer
