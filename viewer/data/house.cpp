// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/house.hpp"

#include "engine/model/groups.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace samspil::viewer {
namespace {

constexpr auto undefined = std::numeric_limits<double>::quiet_NaN();

const Kpi& offer_kpi(std::string_view prefix, Offer offer)
{
    const GroupKpi* kpi = find_group_kpi(std::string(prefix) + std::string(id_of(offer)));
    return kpi->about;
}

/// By replication, one cell in one week; empty where the series is not there.
std::vector<double> cell_at(const Series* series, std::size_t cell, int week)
{
    std::vector<double> values;
    if (series == nullptr || series->weeks == 0 || cell >= series->cell_count()) return values;
    week = std::clamp(week, 0, series->weeks - 1);
    for (int r = 0; r < series->replications; ++r) values.push_back(series->at(r, week, cell));
    return values;
}

int most_common(const std::vector<double>& codes)
{
    std::array<int, 5> counts{};
    for (const double code : codes)
        if (code >= 0 && code < 5) ++counts[static_cast<std::size_t>(code)];
    return static_cast<int>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

struct PlacesValues {
    std::vector<double> users, queue, use;
};

PlacesValues read_cell(const Library& library, const Result& result, std::size_t house, Offer offer, int week, PlacesCell& cell)
{
    const std::size_t at = house * offer_count + index_of(offer);
    const auto values = [&](std::string_view group, std::string_view id) {
        return cell_at(library.find_series({result.key, std::string(group), std::string(id)}), at, week);
    };
    PlacesValues read{values("weekly", "users"), values("weekly", "queue"), {}};
    const std::vector<double> offered = values("weekly", "offered"), taken = values("weekly", "taken");
    for (std::size_t r = 0; r < std::min(offered.size(), taken.size()); ++r) read.use.push_back(offered[r] > 0 ? taken[r] / offered[r] : undefined);
    cell.there = !read.users.empty() && !read.queue.empty() && !read.use.empty();
    if (!cell.there) return {};
    cell.users = mean_of(read.users);
    cell.queue = mean_of(read.queue);
    cell.offered = mean_of(offered);
    cell.taken = mean_of(taken);
    if (cell.offered > 0) cell.use = cell.taken / cell.offered;
    cell.limit = most_common(values("places", "binding"));
    return read;
}

} // namespace

Wishes house_wishes(Results results)
{
    Wishes wishes;
    constexpr std::array<std::array<std::string_view, 2>, 13> asked{{{"weekly", "users"}, {"weekly", "queue"}, {"weekly", "offered"},
        {"weekly", "taken"}, {"places", "binding"}, {"volunteers", "stock"}, {"volunteers", "wanted"}, {"volunteers", "burden"},
        {"flows", "moves"}, {"budget", "staff_cover"}, {"budget", "intake_stop"}, {"weekly", "attention"}, {"places", "cafe_guests"}}};
    for (const Result* result : results) {
        for (const auto& [group, id] : asked) wishes.series.insert({result->key, std::string(group), std::string(id)});
        wishes.groups.insert({result->key, Dimension::centre});
    }
    if (!results.empty()) wishes.groups.insert({results.front()->key, Dimension::area});
    return wishes;
}

std::vector<Offer> offers_of_house(const Library& library, Results results, int key)
{
    std::vector<Offer> shown;
    for (const Offer offer : offers) {
        const bool somewhere = std::any_of(results.begin(), results.end(), [&](const Result* result) {
            const Series* offered = library.find_series({result->key, "weekly", "offered"});
            const auto house = house_index(*result, key);
            if (offered == nullptr || !house || offered->replications == 0) return false;
            const std::size_t cell = *house * offer_count + index_of(offer);
            if (cell >= offered->cell_count()) return false;
            for (int w = 0; w < offered->weeks; ++w)
                if (offered->at(0, w, cell) > 0) return true;
            return false;
        });
        if (somewhere) shown.push_back(offer);
    }
    return shown;
}

std::vector<PlacesRow> places_of_house(const Library& library, Results results, int key, std::span<const Offer> shown, int week)
{
    std::vector<PlacesRow> rows;
    for (const Offer offer : shown) {
        PlacesRow row{offer, {}};
        PlacesValues base;
        for (const Result* result : results) {
            PlacesCell cell;
            PlacesValues values;
            if (const auto house = house_index(*result, key)) values = read_cell(library, *result, *house, offer, week, cell);
            const bool is_base = row.cells.empty();
            if (is_base) base = values;
            const auto change = [&](std::string_view prefix, const std::vector<double>& before, const std::vector<double>& now) {
                const Kpi& kpi = offer_kpi(prefix, offer);
                return is_base ? level_of(kpi, now) : compare_values(kpi, before, now);
            };
            cell.users_change = change("users.", base.users, values.users);
            cell.queue_change = change("unmet_need.", base.queue, values.queue);
            cell.use_change = change("utilisation.", base.use, values.use);
            row.cells.push_back(std::move(cell));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

WeekCurves house_curves(const Library& library, Results results, int key, std::string_view group, std::string_view id, Offer offer, double factor)
{
    std::vector<ReplicationWeeks> tables;
    for (const Result* result : results) {
        const Series* series = result == nullptr ? nullptr : library.find_series({result->key, std::string(group), std::string(id)});
        const auto house = result == nullptr ? std::nullopt : house_index(*result, key);
        ReplicationWeeks table;
        if (series != nullptr && house) {
            std::vector<std::size_t> cells;
            if (series->axes.size() < 2) cells = {*house};
            else if (offer != Offer::none) cells = {*house * offer_count + index_of(offer)};
            else
                for (const Offer each : offers) cells.push_back(*house * offer_count + index_of(each));
            table = sum_of_cells(*series, cells, factor);
        }
        tables.push_back(std::move(table));
    }
    return week_curves(std::move(tables));
}

} // namespace samspil::viewer
