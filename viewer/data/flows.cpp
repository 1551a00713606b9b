// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/flows.hpp"

#include <algorithm>
#include <cmath>

namespace samspil::viewer {
namespace {

constexpr int weeks_of_year = 52;
constexpr std::size_t places_from = offer_count + 1; ///< none and the four offers

constexpr Kpi moves{"flows.moves", "persons/week", Direction::none, 0.01, Relevance::share_of_base, false, false,
                    {"Skift mellem tilbud", "Moves between offers"}, {"hele kommunen", "whole municipality"}};

/// By replication: mean of the weeks from..to, both included.
std::vector<double> means_of(const Series& series, std::size_t cell, int from, int to)
{
    std::vector<double> means;
    for (int r = 0; r < series.replications; ++r) {
        std::int64_t sum = 0;
        for (int w = from; w <= std::min(to, series.weeks - 1); ++w) sum += series.at(r, w, cell);
        means.push_back(static_cast<double>(sum) / (to - from + 1));
    }
    return means;
}

} // namespace

Flows flows_at(const Library& library, Results results, int week)
{
    Flows all;
    std::vector<const Series*> series;
    for (const Result* result : results) series.push_back(result == nullptr ? nullptr : library.find_series({result->key, "flows", "moves"}));
    if (series.empty() || series.front() == nullptr || series.front()->weeks == 0) return all;
    all.read = true;
    all.to_week = std::clamp(week, 0, series.front()->weeks - 1);
    all.from_week = std::max(0, all.to_week - weeks_of_year + 1);
    for (std::size_t cell = 0; cell < places_from * places_from; ++cell) {
        std::vector<std::vector<double>> values;
        bool happens = false;
        for (const Series* one : series) {
            values.emplace_back();
            if (one == nullptr || cell >= one->cell_count()) continue;
            values.back() = means_of(*one, cell, all.from_week, all.to_week);
            happens = happens || std::any_of(values.back().begin(), values.back().end(), [](double v) { return v > 0; });
        }
        if (!happens) continue;
        Flow flow{static_cast<Offer>(cell / places_from), static_cast<Offer>(cell % places_from), {}};
        for (std::size_t i = 0; i < values.size(); ++i) {
            flow.differences.push_back(i == 0 ? level_of(moves, values[0]) : compare_values(moves, values[0], values[i]));
        }
        all.flows.push_back(std::move(flow));
    }
    return all;
}

} // namespace samspil::viewer
