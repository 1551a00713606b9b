// SPDX-License-Identifier: MPL-2.0
#include "engine/stats/history_matching.hpp"

#include "engine/base/errors.hpp"
#include "engine/random/distributions.hpp"
#include "engine/stats/designs.hpp"
#include "engine/stats/lots.hpp"
#include "engine/stats/quantiles.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace samspil {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::size_t least_population = 512;
constexpr int most_levels = 25;
constexpr std::uint32_t sweeps = 12; ///< moves of every point at each level

/// How many deviations apart; 0 when they are not known.
double deviations(double apart, double variance)
{
    if (!std::isfinite(variance) || std::isnan(apart)) return 0.0;
    return variance > 0.0 ? std::fabs(apart) / std::sqrt(variance) : (apart == 0.0 ? 0.0 : infinity);
}

/// Points with their implausibility, moved together.
struct Population {
    Matrix points;
    std::vector<double> implausible;
    std::uint32_t moves = 0; ///< made so far by each point: part of the address of the next
};

/// One differential-evolution move (ter Braak 2006) of every point, kept when it stays below the bound: leaves the
/// uniform distribution over what lies below as it is.
void move_all(const HistoryMatch& match, Population& population, double bound, std::uint32_t seed)
{
    const std::size_t n = population.points.rows, d = population.points.columns;
    const auto size = static_cast<std::uint32_t>(n);
    std::vector<double> next(d);
    for (std::uint32_t i = 0; i < size; ++i) {
        const std::uint32_t first = population.moves * 4;
        const auto words = lot_words(seed, Lot::parent, i, first);
        const std::uint32_t a = uniform_below(size, words[0]), b = uniform_below(size, words[1]);
        if (a == i || b == i) continue; // a move away from oneself could not be undone by the same rule
        // now and then a whole step, which leaps between separate parts of what remains
        const double length = words[2] < 0x20000000U ? 1.0 : 2.38 / std::sqrt(2.0 * static_cast<double>(d)) * unit(words[3]);
        bool inside = true;
        for (std::size_t j = 0; j < d && inside; ++j) {
            const auto address = static_cast<std::uint32_t>(population.moves * d + j);
            const double jitter = 1e-4 * normal(lot_uniform(seed, Lot::perturbation, i, address));
            next[j] = population.points(i, j) + length * (population.points(a, j) - population.points(b, j)) + jitter;
            inside = next[j] > 0.0 && next[j] < 1.0;
        }
        if (!inside) continue;
        const double value = implausibility(match, next);
        if (value > bound) continue;
        std::copy(next.begin(), next.end(), population.points.row(i).begin());
        population.implausible[i] = value;
    }
    ++population.moves;
}

/// Keeps the points at or below the bound and fills their places up with copies of themselves.
void keep_below(Population& population, double bound, std::uint32_t seed, std::uint32_t level)
{
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < population.implausible.size(); ++i)
        if (population.implausible[i] <= bound) kept.push_back(i);
    const Matrix before = population.points;
    const std::vector<double> implausible = population.implausible;
    const auto count = static_cast<std::uint32_t>(kept.size());
    for (std::size_t i = 0; i < before.rows; ++i) {
        const std::size_t from =
            i < kept.size() ? kept[i] : kept[lot_below(count, seed, Lot::candidate, level, static_cast<std::uint32_t>(i))];
        std::copy_n(before.row(from).begin(), before.columns, population.points.row(i).begin());
        population.implausible[i] = implausible[from];
    }
}

/// What a fifth of the points pass, but no lower than the cutoff. Where so many are surely wrong that this is not finite: what all others pass.
double next_bound(double cutoff, const std::vector<double>& implausible)
{
    const double fifth = quantile(implausible, 0.2);
    if (std::isfinite(fifth)) return std::max(cutoff, fifth);
    double largest = -infinity;
    for (const double value : implausible)
        if (std::isfinite(value)) largest = std::max(largest, value);
    return std::isfinite(largest) ? std::max(cutoff, largest) : infinity;
}

void put_box(RemainingSpace& remaining)
{
    const std::size_t d = remaining.points.columns;
    remaining.low.assign(d, infinity);
    remaining.high.assign(d, -infinity);
    for (std::size_t i = 0; i < remaining.points.rows; ++i)
        for (std::size_t j = 0; j < d; ++j) {
            remaining.low[j] = std::min(remaining.low[j], remaining.points(i, j));
            remaining.high[j] = std::max(remaining.high[j], remaining.points(i, j));
        }
}

} // namespace

MatchWave fit_wave(const Matrix& points, const Matrix& means, std::vector<double> luck)
{
    SAMSPIL_EXPECT(points.rows == means.rows && means.columns == luck.size(), "every output of every point");
    MatchWave wave;
    std::vector<double> values(means.rows);
    for (std::size_t output = 0; output < means.columns; ++output) {
        for (std::size_t i = 0; i < means.rows; ++i)
            values[i] = means(i, output);
        wave.emulators.push_back(fit_emulator(points, values));
    }
    wave.luck = std::move(luck);
    return wave;
}

double implausibility(const HistoryMatch& match, std::span<const double> point)
{
    double largest = 0.0;
    for (const MatchWave& wave : match.waves)
        for (std::size_t output = 0; output < match.targets.size(); ++output) {
            const MatchTarget& target = match.targets[output];
            const Prediction expected = predict(wave.emulators[output], point);
            const double variance = expected.variance + target.tolerance * target.tolerance + wave.luck[output];
            largest = std::max(largest, deviations(expected.mean - target.value, variance));
        }
    return largest;
}

double implausibility(const HistoryMatch& match, std::span<const double> means, std::span<const double> chance_of_mean)
{
    double largest = 0.0;
    for (std::size_t output = 0; output < match.targets.size(); ++output) {
        const MatchTarget& target = match.targets[output];
        const double luck = match.waves.empty() ? 0.0 : match.waves.back().luck[output];
        const double variance = chance_of_mean[output] + target.tolerance * target.tolerance + luck;
        largest = std::max(largest, deviations(means[output] - target.value, variance));
    }
    return largest;
}

RemainingSpace remaining_space(const HistoryMatch& match, std::size_t d, std::size_t n, std::uint32_t seed)
{
    SAMSPIL_EXPECT(d >= 1 && n >= 1, "a space has dimensions and is looked at by points");
    RemainingSpace remaining;
    Population population;
    population.points = sobol_sequence(std::max(2 * n, least_population), d, seed != 0 ? seed : 1);
    for (std::size_t i = 0; i < population.points.rows; ++i)
        population.implausible.push_back(implausibility(match, population.points.row(i)));
    const auto size = static_cast<double>(population.points.rows);
    for (int level = 0;; ++level) {
        remaining.least_implausibility = *std::min_element(population.implausible.begin(), population.implausible.end());
        const double bound = next_bound(match.cutoff, population.implausible);
        const auto below = static_cast<double>(
            std::count_if(population.implausible.begin(), population.implausible.end(), [&](double v) { return v <= bound; }));
        if (bound > match.cutoff && (level == most_levels || std::isinf(bound))) {
            remaining.share = 0.0;
            remaining.points = Matrix(0, d);
            put_box(remaining);
            return remaining;
        }
        remaining.share *= below / size;
        if (level == 0 && bound == match.cutoff && below >= static_cast<double>(n)) {
            Matrix found(0, d);
            for (std::size_t i = 0; i < population.points.rows; ++i)
                if (population.implausible[i] <= bound) found.add(population.points.row(i));
            remaining.points = std::move(found);
            break;
        }
        keep_below(population, bound, seed, static_cast<std::uint32_t>(level));
        for (std::uint32_t sweep = 0; sweep < sweeps; ++sweep)
            move_all(match, population, bound, seed);
        if (bound == match.cutoff) {
            remaining.points = population.points;
            break;
        }
    }
    put_box(remaining);
    // Kept copies stand at the front of a population, so which n are taken is left to a stride, not to their order.
    Matrix taken(0, d);
    for (std::size_t k = 0; k < n; ++k)
        taken.add(remaining.points.row(k * remaining.points.rows / n));
    remaining.points = std::move(taken);
    return remaining;
}

} // namespace samspil
