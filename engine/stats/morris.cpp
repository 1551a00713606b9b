// SPDX-License-Identifier: MPL-2.0
#include "engine/stats/morris.hpp"

#include "engine/base/errors.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace samspil {

namespace {

/// The effects of one trajectory, by dimension.
std::vector<double> effects_of(const Matrix& points, std::span<const double> values, std::size_t first)
{
    const std::size_t d = points.columns;
    std::vector<double> effects(d, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t row = first; row < first + d; ++row) {
        const auto before = points.row(row), after = points.row(row + 1);
        std::size_t moved = d, count = 0;
        for (std::size_t j = 0; j < d; ++j)
            if (before[j] != after[j]) moved = j, ++count;
        SAMSPIL_EXPECT(count == 1, "a step of a trajectory moves one coordinate");
        effects[moved] = (values[row + 1] - values[row]) / (after[moved] - before[moved]);
    }
    return effects;
}

} // namespace

MorrisResult morris(const Matrix& points, std::span<const double> values, std::uint32_t seed, std::uint32_t resamples, double level)
{
    const std::size_t d = points.columns, block = d + 1;
    SAMSPIL_EXPECT(points.rows == values.size() && points.rows % block == 0, "a value for every point of whole trajectories");
    MorrisResult result;
    Matrix effects; // trajectory x dimension
    for (std::size_t first = 0; first < points.rows; first += block) {
        const auto of_block = values.subspan(first, block);
        const bool whole = std::all_of(of_block.begin(), of_block.end(), [](double v) { return std::isfinite(v); });
        ++(whole ? result.used : result.left_out);
        if (whole) effects.add(effects_of(points, values, first));
    }
    // mu and mu* of every dimension, over the trajectories chosen
    const auto means = [&](std::span<const std::size_t> chosen, std::span<double> out) {
        std::fill(out.begin(), out.end(), 0.0);
        for (const std::size_t t : chosen)
            for (std::size_t j = 0; j < d; ++j) {
                out[2 * j] += effects(t, j);
                out[2 * j + 1] += std::fabs(effects(t, j));
            }
        for (double& value : out)
            value /= static_cast<double>(chosen.size());
    };
    std::vector<std::size_t> all(result.used);
    std::iota(all.begin(), all.end(), std::size_t{0});
    std::vector<double> mean(2 * d);
    means(all, mean);
    const auto intervals = resampled_intervals(result.used, 2 * d, means, seed, resamples, level);
    for (std::size_t j = 0; j < d; ++j) {
        Moments spread;
        for (std::size_t t = 0; t < result.used; ++t)
            spread.add(effects(t, j));
        result.dimensions.push_back({mean[2 * j], mean[2 * j + 1], spread.deviation(), intervals[2 * j], intervals[2 * j + 1]});
    }
    return result;
}

} // namespace samspil
