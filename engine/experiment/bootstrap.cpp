// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/bootstrap.hpp"

#include "engine/base/errors.hpp"
#include "engine/random/distributions.hpp"
#include "engine/stats/quantiles.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace samspil {

std::optional<Interval> bootstrap_interval(std::span<const double> values,
                                           FunctionRef<double(std::span<const double>)> statistic, std::uint32_t seed,
                                           std::uint32_t resamples, double level)
{
    SAMSPIL_EXPECT(resamples > 0 && level > 0.0 && level < 1.0, "a bootstrap needs resamples and a level inside 0..1");
    if (values.empty()) return std::nullopt;
    const auto n = static_cast<std::uint32_t>(values.size());
    std::vector<double> sample(values.size());
    std::vector<double> results(resamples);
    for (std::uint32_t resample = 0; resample < resamples; ++resample) {
        const Chance chance{seed, resample};
        for (std::uint32_t i = 0; i < n; ++i) {
            const std::uint32_t word = draw4(chance, Purpose::bootstrap, 0, i / 4)[i % 4];
            sample[i] = values[uniform_below(n, word)];
        }
        results[resample] = statistic(sample);
    }
    if (!std::all_of(results.begin(), results.end(), [](double r) { return std::isfinite(r); })) return std::nullopt;
    const double outside = 0.5 * (1.0 - level);
    const std::vector<double> ends = quantiles(results, std::vector{outside, 1.0 - outside});
    return Interval{ends[0], ends[1]};
}

} // namespace samspil
