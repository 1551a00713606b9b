// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/study_analysis.hpp"

#include "engine/base/errors.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/morris.hpp"
#include "engine/stats/sobol_indices.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace samspil {
namespace {

Estimate estimate(double value, const std::optional<Interval>& interval)
{
    Estimate made{value};
    if (!interval) return made;
    made.low = interval->low;
    made.high = interval->high;
    return made;
}

/// Ranks from 1; equals share the mean of theirs.
std::vector<double> ranks_of(const std::vector<double>& values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i;
        while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
        for (std::size_t k = i; k < end; ++k) ranks[order[k]] = 0.5 * static_cast<double>(i + 1 + end);
        i = end;
    }
    return ranks;
}

/// The rows in which both are defined.
std::pair<std::vector<double>, std::vector<double>> where_both_are(std::span<const double> a, std::span<const double> b)
{
    std::pair<std::vector<double>, std::vector<double>> both;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (std::isnan(a[i]) || std::isnan(b[i])) continue;
        both.first.push_back(a[i]);
        both.second.push_back(b[i]);
    }
    return both;
}

void take_correlations(Measure& measure, std::span<const StudyFactor> factors, std::span<const StudyPoint> points, const std::vector<double>& means)
{
    for (std::size_t f = 0; f < factors.size(); ++f) {
        std::vector<double> column;
        for (const StudyPoint& point : points) column.push_back(point.values[f]);
        FactorInfluence one;
        if (factors[f].words.empty()) {
            one.signed_one.value = rank_correlation(column, means);
            one.influence.value = std::abs(one.signed_one.value);
        } else {
            one.influence.value = rank_association(column, means);
        }
        measure.factors.push_back(one);
    }
}

void take_morris(Measure& measure, const Matrix& cube, const std::vector<double>& means, std::uint32_t seed)
{
    const MorrisResult found = morris(cube, means, seed);
    measure.used = found.used;
    measure.left_out = found.left_out;
    for (const MorrisEffect& effect : found.dimensions)
        measure.factors.push_back({estimate(effect.mu_star, effect.mu_star_interval), estimate(effect.mu, effect.mu_interval), effect.sigma});
}

void take_sobol(Measure& measure, const Matrix& cube, const std::vector<double>& means, std::uint32_t seed)
{
    const SobolResult found = sobol_indices(means, cube.columns, seed);
    measure.used = found.used;
    measure.left_out = found.left_out;
    for (const SobolIndex& index : found.dimensions)
        measure.factors.push_back({estimate(index.total, index.total_interval), estimate(index.first, index.first_interval), unknown_value});
}

void take_extremes(Measure& measure, const std::vector<double>& means)
{
    measure.mean = mean_of(means);
    for (std::size_t p = 0; p < means.size(); ++p) {
        if (std::isnan(means[p])) continue;
        if (std::isnan(measure.lowest) || means[p] < measure.lowest) {
            measure.lowest = means[p];
            measure.lowest_point = p;
        }
        if (std::isnan(measure.highest) || means[p] > measure.highest) {
            measure.highest = means[p];
            measure.highest_point = p;
        }
    }
}

void take_verdicts(Measure& measure, const Evaluation& answers)
{
    const Kpi& kpi = kpi_table()[measure.kpi];
    if (measure.option == 0 || kpi.direction == Direction::none) return;
    for (std::size_t p = 0; p < answers.points; ++p) {
        const Evaluation::Pairs left = answers.pairs(p, measure.option, measure.kpi);
        const KpiDifference found = compare_values(kpi, left.base, left.option, measure.relevance);
        if (!found.verdict) ++measure.undecided;
        else if (*found.verdict == Verdict::better) ++measure.better;
        else if (*found.verdict == Verdict::worse) ++measure.worse;
        else ++measure.tie;
    }
}

} // namespace

double rank_association(std::span<const double> a, std::span<const double> b)
{
    SAMSPIL_EXPECT(a.size() == b.size(), "columns of one length");
    auto [groups, y] = where_both_are(a, b);
    if (y.size() < 3) return unknown_value;
    y = ranks_of(y);
    const double middle = 0.5 * static_cast<double>(y.size() + 1);
    std::map<double, Moments> by_group;
    double all = 0, between = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        by_group[groups[i]].add(y[i]);
        all += (y[i] - middle) * (y[i] - middle);
    }
    if (all == 0 || by_group.size() < 2) return unknown_value;
    for (const auto& [group, ranks] : by_group) between += static_cast<double>(ranks.count()) * (ranks.mean() - middle) * (ranks.mean() - middle);
    return std::sqrt(between / all);
}

double rank_correlation(std::span<const double> a, std::span<const double> b)
{
    SAMSPIL_EXPECT(a.size() == b.size(), "columns of one length");
    auto [x, y] = where_both_are(a, b);
    if (x.size() < 3) return unknown_value;
    x = ranks_of(x);
    y = ranks_of(y);
    const double middle = 0.5 * static_cast<double>(x.size() + 1);
    double xx = 0, yy = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - middle) * (x[i] - middle);
        yy += (y[i] - middle) * (y[i] - middle);
        xy += (x[i] - middle) * (y[i] - middle);
    }
    return xx == 0 || yy == 0 ? unknown_value : xy / std::sqrt(xx * yy);
}

std::vector<double> point_means(const Evaluation& answers, std::size_t option, std::size_t kpi)
{
    std::vector<double> means;
    for (std::size_t p = 0; p < answers.points; ++p)
        means.push_back(mean_of(option == 0 ? answers.kpi(p, 0, kpi) : answers.paired(p, option, kpi)));
    return means;
}

std::vector<Measure> analyse(InfluenceKind kind, const Evaluation& answers, std::span<const StudyFactor> factors, std::span<const StudyPoint> points,
                             const Matrix& cube, std::span<const std::size_t> goals, std::uint32_t seed, std::span<const double> relevances)
{
    SAMSPIL_EXPECT(relevances.empty() || relevances.size() == goals.size(), "one limit a goal");
    std::vector<Measure> measures;
    const bool alone = answers.options == 1;
    for (std::size_t o = alone ? 0 : 1; o < answers.options; ++o) {
        for (std::size_t g = 0; g < goals.size(); ++g) {
            const std::size_t kpi = goals[g];
            Measure measure;
            if (!relevances.empty()) measure.relevance = relevances[g];
            measure.option = o;
            measure.kpi = kpi;
            const std::vector<double> means = point_means(answers, o, kpi);
            if (kind == InfluenceKind::morris) take_morris(measure, cube, means, seed);
            else if (kind == InfluenceKind::sobol) take_sobol(measure, cube, means, seed);
            else {
                measure.left_out = static_cast<std::size_t>(std::count_if(means.begin(), means.end(), [](double v) { return std::isnan(v); }));
                measure.used = means.size() - measure.left_out;
                take_correlations(measure, factors, points, means);
            }
            take_extremes(measure, means);
            take_verdicts(measure, answers);
            measures.push_back(std::move(measure));
        }
    }
    return measures;
}

std::vector<std::size_t> by_influence(const Measure& measure)
{
    std::vector<std::size_t> order(measure.factors.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto key = [&](std::size_t f) {
        const double value = measure.factors[f].influence.value;
        return std::isnan(value) ? -1.0 : value;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) > key(b); });
    return order;
}

std::vector<WeakAssumption> weakest_influential(std::span<const Measure> measures, std::span<const StudyFactor> factors, std::size_t most)
{
    std::vector<WeakAssumption> found;
    for (std::size_t f = 0; f < factors.size(); ++f) {
        if (factors[f].tag != Evidence::assumed) continue;
        WeakAssumption one{f};
        for (std::size_t m = 0; m < measures.size(); ++m) {
            const double strongest = measures[m].factors[by_influence(measures[m]).front()].influence.value;
            const double share = strongest > 0 ? measures[m].factors[f].influence.value / strongest : 0;
            if (share > one.share) one = {f, m, share};
        }
        if (one.share >= least_influence) found.push_back(one);
    }
    std::stable_sort(found.begin(), found.end(), [](const WeakAssumption& a, const WeakAssumption& b) { return a.share > b.share; });
    if (found.size() > most) found.resize(most);
    return found;
}

} // namespace samspil
