// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/map.hpp"

#include <algorithm>
#include <cmath>

namespace samspil::viewer {
namespace {

constexpr Kpi week_reach{"week.reach", "share", Direction::higher_is_better, 0.01, Relevance::share_of_base, false, false,
                         {"Deltagere i ugen", "Participants in the week"},
                         {"i forhold til hjemmeboende 65+ samme sted", "over home-dwelling 65+ of the same place"}};
constexpr Kpi week_users{"week.users", "persons", Direction::none, 0.01, Relevance::share_of_base, false, false,
                         {"Deltagere i ugen", "Participants in the week"}, {"med plads i huset", "with a place at the house"}};
constexpr Kpi week_use{"week.use", "share", Direction::none, 0.01, Relevance::share_of_base, false, false,
                       {"Udnyttelse i ugen", "Use in the week"},
                       {"aftalte fremmøder i forhold til udbudte", "agreed sessions over offered sessions"}};

const Series* weekly(const Library& library, const Result& result, const char* id)
{
    const Series* series = library.find_series({result.key, "weekly", id});
    return series != nullptr && series->replications > 0 ? series : nullptr;
}

/// Position of the house in the result's series; beyond them when it has no such house.
std::size_t place_of(const Result& result, int key)
{
    const auto found = std::find_if(result.centres.begin(), result.centres.end(), [&](const CentreRow& c) { return c.key == key; });
    return static_cast<std::size_t>(found - result.centres.begin());
}

/// One number a replication of a series place x offer; `offer` 0 sums all offers. Empty when there is nothing.
std::vector<double> at_place(const Series* series, int week, std::size_t place, int offer)
{
    std::vector<double> values;
    if (series == nullptr || week < 0 || week >= series->weeks || series->axes.empty() || place >= series->axes[0]) return values;
    const std::size_t each = series->cell_count() / series->axes[0];
    const std::size_t first = offer > 0 && each > 1 ? static_cast<std::size_t>(offer - 1) : 0;
    const std::size_t last = offer > 0 && each > 1 ? first + 1 : each;
    for (int r = 0; r < series->replications; ++r) {
        double sum = 0;
        for (std::size_t o = first; o < std::min(last, each); ++o) sum += series->at(r, week, place * each + o);
        values.push_back(sum);
    }
    return values;
}

std::vector<double> ratio(const std::vector<double>& above, const std::vector<double>& below)
{
    std::vector<double> values;
    for (std::size_t r = 0; r < std::min(above.size(), below.size()); ++r) values.push_back(below[r] > 0 ? above[r] / below[r] : no_prior);
    return values;
}

std::vector<double> summed(const Series* series, int week, const std::vector<std::size_t>& places, int offer)
{
    std::vector<double> sum;
    for (const std::size_t place : places) {
        const std::vector<double> one = at_place(series, week, place, offer);
        if (sum.empty()) sum.assign(one.size(), 0);
        for (std::size_t r = 0; r < std::min(sum.size(), one.size()); ++r) sum[r] += one[r];
    }
    return sum;
}

std::vector<double> area_numbers(const Library& library, const Result& result, Dimension dimension, const MapMeasure& measure,
                                 const MapUnit& unit, int offer, int week)
{
    if (measure.weekly)
        return ratio(summed(weekly(library, result, "users_by_home"), week, unit.neighbourhoods, offer),
                     summed(weekly(library, result, "citizens_by_home"), week, unit.neighbourhoods, 0));
    const GroupTable* table = library.find_groups({result.key, dimension});
    if (table == nullptr) return {};
    const auto member = std::find_if(table->members.begin(), table->members.end(), [&](const GroupMember& m) { return m.id == unit.id; });
    if (member == table->members.end()) return {};
    return table->by_replication(measure.kpi->id, static_cast<std::size_t>(member - table->members.begin()));
}

std::optional<double> mean_of_defined(const std::vector<double>& values)
{
    double sum = 0;
    for (const double v : values) sum += v;
    if (values.empty() || !std::isfinite(sum)) return std::nullopt;
    return sum / static_cast<double>(values.size());
}

} // namespace

const Kpi& week_users_kpi() { return week_users; }
const Kpi& week_use_kpi() { return week_use; }

std::vector<MapMeasure> map_measures(Dimension dimension, int offer)
{
    std::vector<MapMeasure> measures{{std::string(week_reach.id), &week_reach, true, true}};
    for (const GroupKpi& row : group_kpis()) {
        if (row.heading.da.empty() || !applies(row, dimension)) continue;
        std::string id(row.about.id), stem = id == "reach.municipal" ? "reach" : id;
        const GroupKpi* of_offer = offer > 0 ? find_group_kpi(stem + "." + std::string(id_of(offers[static_cast<std::size_t>(offer - 1)]))) : nullptr;
        measures.push_back({id, of_offer != nullptr ? &of_offer->about : &row.about, false, of_offer != nullptr});
    }
    return measures;
}

const MapMeasure& find_measure(const std::vector<MapMeasure>& measures, const std::string& id)
{
    const auto found = std::find_if(measures.begin(), measures.end(), [&](const MapMeasure& m) { return m.id == id; });
    return found == measures.end() ? measures.front() : *found;
}

Dimension map_dimension(const std::string& id)
{
    const Dimension dimension = dimension_from(id).value_or(Dimension::neighbourhood);
    return dimension == Dimension::area || dimension == Dimension::district ? dimension : Dimension::neighbourhood;
}

SideValues side_values(const Kpi& kpi, const std::vector<double>& base, const std::vector<double>* option)
{
    if (option == nullptr || base.empty() || option->empty())
        return {mean_of_defined(base), option == nullptr ? std::nullopt : mean_of_defined(*option), std::nullopt};
    KpiDifference difference = compare_values(kpi, base, *option);
    return {difference.base, difference.option, std::move(difference)};
}

Wishes map_wishes(const MapSides& sides, Dimension dimension, const MapMeasure& measure)
{
    Wishes wishes;
    for (const Result* side : {sides.base, sides.option}) {
        if (side == nullptr) continue;
        for (const char* id : {"users", "offered", "taken"}) wishes.series.insert({side->key, "weekly", id});
        if (!measure.weekly) wishes.groups.insert({side->key, dimension});
        else
            for (const char* id : {"users_by_home", "citizens_by_home"}) wishes.series.insert({side->key, "weekly", id});
    }
    return wishes;
}

bool are_there(const Library& library, const Wishes& wishes)
{
    return std::all_of(wishes.series.begin(), wishes.series.end(), [&](const SeriesKey& k) { return library.find_series(k) != nullptr; }) &&
           std::all_of(wishes.groups.begin(), wishes.groups.end(), [&](const GroupsKey& k) { return library.find_groups(k) != nullptr; });
}

std::vector<AreaValues> area_values(const Library& library, const MapSides& sides, Dimension dimension, const MapMeasure& measure,
                                    int offer, int week)
{
    std::vector<AreaValues> areas;
    if (sides.base == nullptr) return areas;
    for (MapUnit& unit : map_units(*sides.base, dimension)) {
        const auto numbers = [&](const Result& r) { return area_numbers(library, r, dimension, measure, unit, offer, week); };
        const std::vector<double> base = numbers(*sides.base);
        const std::vector<double> option = sides.option == nullptr ? std::vector<double>() : numbers(*sides.option);
        SideValues values = side_values(*measure.kpi, base, sides.option == nullptr ? nullptr : &option);
        areas.push_back({std::move(unit), std::move(values)});
    }
    return areas;
}

std::vector<HouseValues> house_values(const Library& library, const MapSides& sides, int offer, int week)
{
    std::vector<HouseValues> houses;
    const auto known = [&](int key) { return std::any_of(houses.begin(), houses.end(), [&](const HouseValues& h) { return h.key == key; }); };
    // Houses that only the option has come last.
    for (const Result* side : {sides.base, sides.option}) {
        if (side == nullptr) continue;
        for (const CentreRow& row : side->centres)
            if (!known(row.key)) houses.push_back({row.key, row.name, row.district, row.x_m, row.y_m, row.known, {}, {}});
    }
    for (HouseValues& house : houses) {
        const auto numbers = [&](const Result* side, const char* id) {
            return side == nullptr ? std::vector<double>() : at_place(weekly(library, *side, id), week, place_of(*side, house.key), offer);
        };
        const auto use = [&](const Result* side) { return ratio(numbers(side, "taken"), numbers(side, "offered")); };
        const std::vector<double> option_users = numbers(sides.option, "users"), option_use = use(sides.option);
        house.users = side_values(week_users, numbers(sides.base, "users"), sides.option == nullptr ? nullptr : &option_users);
        house.use = side_values(week_use, use(sides.base), sides.option == nullptr ? nullptr : &option_use);
    }
    return houses;
}

double most_users(const Library& library, const Result& result, int offer)
{
    constexpr int looks = 8;
    double most = 0;
    const Series* series = weekly(library, result, "users");
    for (int look = 0; series != nullptr && look < looks; ++look)
        for (std::size_t i = 0; i < result.centres.size(); ++i)
            most = std::max(most, mean_of_defined(at_place(series, look * (series->weeks - 1) / (looks - 1), i, offer)).value_or(0));
    return most;
}

} // namespace samspil::viewer
