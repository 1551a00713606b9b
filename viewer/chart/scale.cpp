// SPDX-License-Identifier: MPL-2.0
#include "viewer/chart/scale.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace samspil::viewer {

Ticks ticks_of(double low, double high, int count)
{
    Ticks ticks;
    if (!(high > low) || !std::isfinite(low) || !std::isfinite(high)) {
        ticks.values = {std::isfinite(low) ? low : 0.0};
        return ticks;
    }
    const double raw = (high - low) / std::max(count, 1);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    constexpr std::array round_steps{1.0, 2.0, 2.5, 5.0, 10.0};
    const double* found = std::find_if(round_steps.begin(), round_steps.end(), [&](double s) { return s * power >= raw * (1 - 1e-9); });
    const double factor = found == round_steps.end() ? 10.0 : *found;
    ticks.step = factor * power;
    const int magnitude = static_cast<int>(std::floor(std::log10(power) + 0.5));
    ticks.decimals = std::max(0, -magnitude + (factor == 2.5 ? 1 : 0));
    if (factor == 10.0) ticks.decimals = std::max(0, -magnitude - 1);
    const double first = std::ceil(low / ticks.step - 1e-9);
    for (double k = first; k * ticks.step <= high + ticks.step * 1e-9; ++k) ticks.values.push_back(k == 0 ? 0.0 : k * ticks.step);
    return ticks;
}

Scale widened(double low, double high, int count, double from, double to)
{
    if (!(high > low)) {
        const double room = low == 0 ? 1 : std::abs(low) * 0.1;
        low -= room;
        high += room;
    }
    const double step = ticks_of(low, high, count).step;
    return {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, from, to};
}

Ticks widened_ticks(double low, double high, int count)
{
    const Scale scale = widened(low, high, count, 0, 1);
    Ticks ticks = ticks_of(low, high, count);
    if (!(high > low)) return ticks_of(scale.low, scale.high, count);
    ticks.values.clear();
    const auto steps = static_cast<int>(std::lround((scale.high - scale.low) / ticks.step));
    const double first = std::round(scale.low / ticks.step);
    for (int k = 0; k <= steps; ++k) ticks.values.push_back(first + k == 0 ? 0.0 : (first + k) * ticks.step);
    return ticks;
}

} // namespace samspil::viewer
