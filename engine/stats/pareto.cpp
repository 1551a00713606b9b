// SPDX-License-Identifier: MPL-2.0
#include "engine/stats/pareto.hpp"

#include "engine/base/errors.hpp"
#include "engine/stats/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace samspil {

namespace {

Matrix means_of(std::span<const Matrix> values, std::span<const std::size_t> replications)
{
    Matrix means(values.size(), values.front().columns);
    for (std::size_t p = 0; p < values.size(); ++p) {
        auto mean = means.row(p);
        for (const std::size_t r : replications)
            for (std::size_t g = 0; g < mean.size(); ++g)
                mean[g] += values[p](r, g);
        for (double& value : mean)
            value /= static_cast<double>(replications.size());
    }
    return means;
}

} // namespace

bool dominates(std::span<const double> a, std::span<const double> b)
{
    bool better = false;
    for (std::size_t g = 0; g < a.size(); ++g) {
        if (!(a[g] <= b[g])) return false;
        better = better || a[g] < b[g];
    }
    return better;
}

std::vector<bool> non_dominated(const Matrix& goals)
{
    std::vector<bool> front(goals.rows);
    for (std::size_t p = 0; p < goals.rows; ++p) {
        const auto mine = goals.row(p);
        front[p] = std::all_of(mine.begin(), mine.end(), [](double v) { return std::isfinite(v); });
    }
    const std::vector<bool> defined = front;
    for (std::size_t p = 0; p < goals.rows; ++p)
        for (std::size_t other = 0; front[p] && other < goals.rows; ++other)
            if (defined[other] && dominates(goals.row(other), goals.row(p))) front[p] = false;
    return front;
}

std::vector<ParetoPoint> pareto_front(std::span<const Matrix> values, std::uint32_t seed, std::uint32_t resamples)
{
    std::vector<ParetoPoint> points(values.size());
    if (values.empty()) return points;
    const std::size_t replications = values.front().rows;
    for (const Matrix& one : values)
        SAMSPIL_EXPECT(one.rows == replications && one.columns == values.front().columns && replications >= 1,
                       "every point has the same replications and goals");
    std::vector<std::size_t> all(replications);
    std::iota(all.begin(), all.end(), std::size_t{0});
    const Matrix means = means_of(values, all);
    const std::vector<bool> front = non_dominated(means);
    for (std::size_t p = 0; p < points.size(); ++p) {
        points[p].mean.assign(means.row(p).begin(), means.row(p).end());
        points[p].on_front = front[p];
    }
    for (std::uint32_t resample = 0; resample < resamples; ++resample) {
        const std::vector<bool> now = non_dominated(means_of(values, resampled(replications, seed, resample)));
        for (std::size_t p = 0; p < points.size(); ++p)
            points[p].probability += now[p] ? 1.0 : 0.0;
    }
    for (ParetoPoint& point : points)
        point.probability = resamples > 0 ? point.probability / resamples : std::numeric_limits<double>::quiet_NaN();
    return points;
}

} // namespace samspil
