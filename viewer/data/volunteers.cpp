// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/volunteers.hpp"

#include "viewer/data/places.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace samspil::viewer {
namespace {

constexpr Kpi all_hours{"week.hours", "h/week", Direction::none, 0.01, Relevance::share_of_base, false, false,
                        {"Ønskede timer", "Hours wanted"}, {"alle huse", "all houses"}};
constexpr Kpi each_hours{"week.hours_each", "h/week", Direction::lower_is_better, 0.01, Relevance::share_of_base, false, false,
                         {"Ønskede timer pr. frivillig", "Hours wanted per volunteer"}, {"i huset, i ugen", "at the house, in the week"}};
constexpr Kpi leaving_kpi{"year.leaving", "persons/year", Direction::none, 0.01, Relevance::share_of_base, false, false,
                          {"Frivillige der stopper", "Volunteers who stop"}, {"antal om året", "number a year"}};
constexpr Kpi net_kpi{"year.net", "persons/year", Direction::none, 0.01, Relevance::share_of_base, false, false,
                      {"Til og fra i alt", "In less out"}, {"nye mindre dem der stopper", "new ones less those who stop"}};

const Series* series_of(const Library& library, const Result& result, const char* id)
{
    const Series* series = library.find_series({result.key, "volunteers", id});
    return series != nullptr && series->replications > 0 ? series : nullptr;
}

ReplicationWeeks over_houses(const Series* series)
{
    if (series == nullptr) return {};
    std::vector<std::size_t> cells(series->cell_count());
    std::iota(cells.begin(), cells.end(), std::size_t{0});
    return sum_of_cells(*series, cells);
}

const std::vector<double>& column(const Result& result, std::string_view id) { return result.kpis.at(find_kpi(id).value_or(0)); }

const Kpi& kpi_named(std::string_view id) { return kpi_table()[find_kpi(id).value_or(0)]; }

/// One house, one week: by replication.
struct HouseWeek {
    double volunteers = 0, wanted = 0;
};

std::vector<HouseWeek> houses_of_week(const Series& stock, const Series& wanted, int replication, int week)
{
    std::vector<HouseWeek> houses;
    for (std::size_t i = 0; i < std::min(stock.cell_count(), wanted.cell_count()); ++i)
        houses.push_back({static_cast<double>(stock.at(replication, week, i)), static_cast<double>(wanted.at(replication, week, i))});
    return houses;
}

bool is_in(const Series* series, int week) { return series != nullptr && week >= 0 && week < series->weeks; }

KpiDifference against(const Kpi& kpi, const std::vector<double>& base, const std::vector<double>* option)
{
    return option == nullptr ? level_of(kpi, base) : compare_values(kpi, base, *option);
}

} // namespace

const Kpi& hours_kpi() { return all_hours; }
const Kpi& hours_each_kpi() { return each_hours; }

Wishes volunteer_wishes(Results results)
{
    Wishes wishes;
    for (const Result* result : results) {
        for (const char* id : {"stock", "wanted", "burden"}) wishes.series.insert({result->key, "volunteers", id});
        wishes.groups.insert({result->key, Dimension::centre});
    }
    return wishes;
}

bool volunteers_are_there(const Library& library, Results results)
{
    const Wishes wishes = volunteer_wishes(results);
    const auto is_option = [&](const std::string& result) { return result != results.front()->key; };
    const auto never = [&](const SeriesKey& k) { return is_option(k.result) && (library.unreadable.contains(k) || library.refused.contains(k)); };
    const auto no_table = [&](const GroupsKey& k) { return is_option(k.result) && library.refused.contains(k); };
    return std::all_of(wishes.series.begin(), wishes.series.end(), [&](const SeriesKey& k) { return library.find_series(k) != nullptr || never(k); }) &&
           std::all_of(wishes.groups.begin(), wishes.groups.end(), [&](const GroupsKey& k) { return library.find_groups(k) != nullptr || no_table(k); });
}

ReplicationWeeks hours_wanted(const Library& library, const Result& result) { return over_houses(series_of(library, result, "wanted")); }

std::vector<double> hours_each_agreed(const Library& library, const Result& result)
{
    const ReplicationWeeks wanted = hours_wanted(library, result);
    const std::vector<double> sums = totals(wanted, 0, wanted.weeks);
    const std::vector<double>&load = column(result, "volunteers.load"), &stock = column(result, "volunteers.stock");
    std::vector<double> each;
    for (std::size_t r = 0; r < std::min({sums.size(), load.size(), stock.size()}); ++r)
        each.push_back(load[r] > 0 && stock[r] > 0 ? sums[r] / wanted.weeks / load[r] / stock[r] : no_prior);
    return each;
}

ReplicationWeeks hours_agreed(const Library& library, const Result& result)
{
    ReplicationWeeks table = over_houses(series_of(library, result, "stock"));
    const std::vector<double> each = hours_each_agreed(library, result);
    table.replications = std::min(table.replications, static_cast<int>(each.size()));
    table.values.resize(static_cast<std::size_t>(table.replications) * static_cast<std::size_t>(table.weeks));
    for (std::size_t i = 0; i < table.values.size(); ++i) table.values[i] *= each[i / static_cast<std::size_t>(table.weeks)];
    return table;
}

YearFlow year_flow(const Result& base, const Result& result)
{
    const bool itself = &base == &result;
    const auto of = [&](std::string_view id) { return against(kpi_named(id), column(base, id), itself ? nullptr : &column(result, id)); };
    struct Sums {
        std::vector<double> leaving, net;
    };
    const auto sums = [](const Result& r) {
        const std::vector<double>&stock = column(r, "volunteers.stock"), &turnover = column(r, "volunteers.turnover");
        const std::vector<double>&a = column(r, "volunteers.recruits.participants"), &b = column(r, "volunteers.recruits.bridge"),
                                 &c = column(r, "volunteers.recruits.external");
        Sums s;
        for (std::size_t i = 0; i < stock.size(); ++i) {
            s.leaving.push_back(stock[i] * turnover[i]);
            s.net.push_back(a[i] + b[i] + c[i] - s.leaving.back());
        }
        return s;
    };
    const Sums from = sums(base), to = sums(result);
    return {of("volunteers.recruits.participants"), of("volunteers.recruits.bridge"), of("volunteers.recruits.external"),
            against(leaving_kpi, from.leaving, itself ? nullptr : &to.leaving), against(net_kpi, from.net, itself ? nullptr : &to.net)};
}

std::vector<double> hours_resting_on(const Library& library, const Result& result, int week, double share)
{
    const Series *stock = series_of(library, result, "stock"), *wanted = series_of(library, result, "wanted");
    std::vector<double> shares;
    if (!is_in(stock, week) || !is_in(wanted, week)) return shares;
    for (int r = 0; r < std::min(stock->replications, wanted->replications); ++r) {
        std::vector<HouseWeek> houses = houses_of_week(*stock, *wanted, r, week);
        std::erase_if(houses, [](const HouseWeek& h) { return h.volunteers <= 0; }); // hours that rest on nobody
        std::sort(houses.begin(), houses.end(), [](const HouseWeek& a, const HouseWeek& b) { return a.wanted * b.volunteers > b.wanted * a.volunteers; });
        double people = 0, hours = 0, missing = 0;
        for (const HouseWeek& h : houses) {
            people += h.volunteers;
            hours += h.wanted;
        }
        double stop = people * std::clamp(share, 0.0, 1.0);
        for (const HouseWeek& h : houses) {
            const double of_house = std::min(stop, h.volunteers);
            missing += h.wanted * of_house / h.volunteers;
            stop -= of_house;
        }
        shares.push_back(hours > 0 ? missing / hours : no_prior);
    }
    return shares;
}


namespace {

/// By replication; empty when the result has no such house.
struct HouseColumns {
    std::vector<double> volunteers, wanted, each, burden;
};

HouseColumns columns_of_house(const Library& library, const Result& result, int key, int week)
{
    HouseColumns c;
    const Series *stock = series_of(library, result, "stock"), *wanted = series_of(library, result, "wanted"), *burden = series_of(library, result, "burden");
    const std::optional<std::size_t> at = house_index(result, key);
    if (!at || !is_in(stock, week) || !is_in(wanted, week)) return c;
    for (int r = 0; r < std::min(stock->replications, wanted->replications); ++r) {
        c.volunteers.push_back(stock->at(r, week, *at));
        c.wanted.push_back(wanted->at(r, week, *at));
        c.each.push_back(c.volunteers.back() > 0 && c.wanted.back() > 0 ? c.wanted.back() / c.volunteers.back() : no_prior);
        if (is_in(burden, week) && r < burden->replications) c.burden.push_back(burden->at(r, week, *at) / 1000.0);
    }
    return c;
}

std::optional<double> defined_mean(const std::vector<double>& values)
{
    const double mean = mean_of(values);
    return std::isfinite(mean) ? std::optional(mean) : std::nullopt;
}

HouseHours hours_of(const Library& library, const Result& result, const CentreRow& row, const HouseColumns& c)
{
    HouseHours h;
    h.there = !c.volunteers.empty();
    h.volunteers = defined_mean(c.volunteers).value_or(0);
    h.wanted = defined_mean(c.wanted).value_or(0);
    h.each = defined_mean(c.each);
    h.burden = defined_mean(c.burden);
    const GroupTable* table = library.find_groups({result.key, Dimension::centre});
    if (table == nullptr) return h;
    const auto member = std::find_if(table->members.begin(), table->members.end(), [&](const GroupMember& m) { return m.id == row.id; });
    if (member != table->members.end())
        h.overasked = defined_mean(table->by_replication("volunteers.overasked", static_cast<std::size_t>(member - table->members.begin())));
    return h;
}

} // namespace

std::size_t houses_over(std::span<const HouseHours> houses, double share, double limit)
{
    return static_cast<std::size_t>(std::count_if(houses.begin(), houses.end(), [&](const HouseHours& h) {
        return h.there && h.wanted > 0 && (!h.each || *h.each > limit * (1 - share));
    }));
}

std::vector<HouseHours> hours_by_house(const Library& library, const Result& result, int week)
{
    std::vector<HouseHours> houses;
    for (const CentreRow& row : result.centres) houses.push_back(hours_of(library, result, row, columns_of_house(library, result, row.key, week)));
    return houses;
}

std::vector<HouseRisk> houses_at_risk(const Library& library, const Result& base, const Result* option, int week)
{
    std::vector<HouseRisk> houses;
    for (const CentreRow& row : (option == nullptr ? base : *option).centres) {
        HouseRisk house{row.key, row.name, row.known, {}, {}, {}};
        const HouseColumns from = columns_of_house(library, base, row.key, week);
        house.base = hours_of(library, base, row, from);
        if (option == nullptr) {
            house.each = level_of(each_hours, from.each);
        } else {
            const HouseColumns to = columns_of_house(library, *option, row.key, week);
            house.option = hours_of(library, *option, row, to);
            house.each = compare_values(each_hours, from.each, to.each);
        }
        if ((option == nullptr ? house.base : house.option).wanted > 0) houses.push_back(std::move(house));
    }
    const auto each = [&](const HouseRisk& h) { return (option == nullptr ? h.base : h.option).each.value_or(1e9); }; // hours of nobody come first
    std::stable_sort(houses.begin(), houses.end(), [&](const HouseRisk& a, const HouseRisk& b) { return each(a) > each(b); });
    return houses;
}

} // namespace samspil::viewer
