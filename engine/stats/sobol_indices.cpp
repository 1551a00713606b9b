// SPDX-License-Identifier: MPL-2.0
#include "engine/stats/sobol_indices.hpp"

#include "engine/base/errors.hpp"
#include "engine/stats/designs.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace samspil {

namespace {

/// First and total index of every dimension in turn. Rows of `blocks`: A, AB_1 ... AB_d, B, around the common mean,
/// which lets the first-order estimator lose less to cancellation.
void indices_of(const Matrix& blocks, std::span<const std::size_t> chosen, std::span<double> out)
{
    const std::size_t d = blocks.columns - 2;
    Moments both;
    for (const std::size_t b : chosen) {
        both.add(blocks(b, 0));
        both.add(blocks(b, d + 1));
    }
    std::fill(out.begin(), out.end(), 0.0);
    for (const std::size_t b : chosen) {
        const auto row = blocks.row(b);
        for (std::size_t j = 0; j < d; ++j) {
            const double apart = row[j + 1] - row[0];
            out[2 * j] += (row[d + 1] - both.mean()) * apart;
            out[2 * j + 1] += 0.5 * apart * apart;
        }
    }
    const double scale = static_cast<double>(chosen.size()) * both.variance();
    for (double& value : out)
        value = scale > 0.0 ? value / scale : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

SobolResult sobol_indices(std::span<const double> values, std::size_t d, std::uint32_t seed, std::uint32_t resamples, double level)
{
    const std::size_t block = saltelli_block(d);
    SAMSPIL_EXPECT(values.size() % block == 0, "the values of whole Saltelli blocks");
    SobolResult result;
    Matrix blocks;
    for (std::size_t first = 0; first < values.size(); first += block) {
        const auto row = values.subspan(first, block);
        const bool whole = std::all_of(row.begin(), row.end(), [](double v) { return std::isfinite(v); });
        ++(whole ? result.used : result.left_out);
        if (whole) blocks.add(row);
    }
    Moments both;
    for (std::size_t b = 0; b < blocks.rows; ++b) {
        both.add(blocks(b, 0));
        both.add(blocks(b, d + 1));
    }
    result.mean = both.mean();
    result.variance = both.variance();
    std::vector<double> indices(2 * d, std::numeric_limits<double>::quiet_NaN());
    std::vector<std::size_t> all(result.used);
    std::iota(all.begin(), all.end(), std::size_t{0});
    if (!all.empty()) indices_of(blocks, all, indices);
    const auto statistics = [&](std::span<const std::size_t> chosen, std::span<double> out) { indices_of(blocks, chosen, out); };
    const auto intervals = resampled_intervals(result.used, 2 * d, statistics, seed, resamples, level);
    for (std::size_t j = 0; j < d; ++j)
        result.dimensions.push_back({indices[2 * j], indices[2 * j + 1], intervals[2 * j], intervals[2 * j + 1]});
    return result;
}

} // namespace samspil
