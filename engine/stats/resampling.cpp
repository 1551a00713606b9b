// SPDX-License-Identifier: MPL-2.0
#include "engine/stats/resampling.hpp"

#include "engine/base/errors.hpp"
#include "engine/stats/lots.hpp"
#include "engine/stats/matrix.hpp"
#include "engine/stats/quantiles.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace samspil {

std::vector<std::size_t> resampled(std::size_t blocks, std::uint32_t seed, std::uint32_t resample)
{
    SAMSPIL_EXPECT(blocks >= 1, "nothing cannot be resampled");
    const auto n = static_cast<std::uint32_t>(blocks);
    std::vector<std::size_t> chosen(blocks);
    for (std::uint32_t i = 0; i < n; ++i)
        chosen[i] = uniform_below(n, lot_words(seed, Lot::resample, resample, i / 4)[i % 4]);
    return chosen;
}

std::vector<std::optional<Interval>>
resampled_intervals(std::size_t blocks, std::size_t count,
                    FunctionRef<void(std::span<const std::size_t> blocks, std::span<double> results)> statistics,
                    std::uint32_t seed, std::uint32_t resamples, double level)
{
    SAMSPIL_EXPECT(level > 0.0 && level < 1.0, "a level lies between 0 and 1");
    std::vector<std::optional<Interval>> intervals(count);
    if (blocks < 2 || resamples == 0) return intervals;
    Matrix results(resamples, count);
    for (std::uint32_t resample = 0; resample < resamples; ++resample)
        statistics(resampled(blocks, seed, resample), results.row(resample));
    const std::array ends{0.5 * (1.0 - level), 0.5 * (1.0 + level)};
    std::vector<double> one(resamples);
    for (std::size_t k = 0; k < count; ++k) {
        for (std::size_t resample = 0; resample < resamples; ++resample)
            one[resample] = results(resample, k);
        if (!std::all_of(one.begin(), one.end(), [](double v) { return std::isfinite(v); })) continue;
        const std::vector<double> at = quantiles(one, ends);
        intervals[k] = Interval{at[0], at[1]};
    }
    return intervals;
}

} // namespace samspil
