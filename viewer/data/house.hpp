// SPDX-License-Identifier: MPL-2.0
// One house in all results that are compared: what is known of it, its places week by week, its indicators over the
// period. Numbers only; how they are drawn stands in panels/house*.
#pragma once

#include "viewer/data/library.hpp"
#include "viewer/data/measures.hpp"
#include "viewer/data/replication_weeks.hpp"

#include "engine/experiment/comparison.hpp"
#include "engine/model/offer.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace samspil::viewer {

/// The row with the key, the first where there is none; null without houses.
const CentreRow* house_row(const Result& result, int key);
/// Key of the house `step` rows on, round the end; 0 without houses.
int house_after(const Result& result, int key, int step);
/// Index among the houses of the result, which is the entry of series; nothing where it has no such house.
std::optional<std::size_t> house_index(const Result& result, int key);

/// Whether the name or the area holds all that was typed, whatever the case (æ, ø, å too).
bool is_like(std::string_view name, std::string_view typed);

/// What a screen about a house asks for.
Wishes house_wishes(Results results);

/// One offer of the house in one result, in one week: means over replications.
struct PlacesCell {
    bool there = false;                     ///< the result has the house and its series are read
    double users = 0, queue = 0, offered = 0, taken = 0;
    int limit = 0;                          ///< code of places/binding in most replications; 0: none
    std::optional<double> use;              ///< taken over offered
    KpiDifference users_change, queue_change, use_change; ///< against the base; of the base itself only its level
};

struct PlacesRow {
    Offer offer{};
    std::vector<PlacesCell> cells; ///< by result
};

/// Offers that the house has in a result at some time of the period.
std::vector<Offer> offers_of_house(const Library& library, Results results, int key);
std::vector<PlacesRow> places_of_house(const Library& library, Results results, int key, std::span<const Offer> shown, int week);

/// A series of the house over time: of one offer or of all (Offer::none), times `factor`.
WeekCurves house_curves(const Library& library, Results results, int key, std::string_view group, std::string_view id, Offer offer,
                        double factor = 1);

/// KPIs of the groups by house, in the order of group_kpis(), with a short heading; those defined in no result left out.
std::vector<Measure> house_kpis(const Library& library, Results results, int key);
/// What weekly series tell of how the house is run: staffing, intake stops, leader attention, café, clubs.
std::vector<Measure> house_running(const Library& library, Results results, int key);

} // namespace samspil::viewer
