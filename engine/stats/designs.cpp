// SPDX-License-Identifier: MPL-2.0
#include "engine/stats/designs.hpp"

#include "engine/base/errors.hpp"
#include "engine/stats/lots.hpp"

#include <boost/random/sobol.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

namespace samspil {

namespace {

double level_of(std::size_t k, std::size_t steps)
{
    return steps == 1 ? 0.5 : static_cast<double>(k) / static_cast<double>(steps - 1);
}

/// Fisher and Yates' shuffle of 0 ... n - 1 at the addresses of (lot, entity).
std::vector<std::uint32_t> shuffled(std::size_t n, std::uint32_t seed, Lot lot, std::uint32_t entity)
{
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t i = n; i > 1; --i) {
        const auto at = static_cast<std::uint32_t>(i);
        std::swap(order[i - 1], order[lot_below(at, seed, lot, entity, at)]);
    }
    return order;
}

} // namespace

Matrix latin_hypercube(std::size_t n, std::size_t d, std::uint32_t seed)
{
    SAMSPIL_EXPECT(n < std::numeric_limits<std::uint32_t>::max(), "a design is a list one can run");
    Matrix points(n, d);
    for (std::size_t j = 0; j < d; ++j) {
        const auto dimension = static_cast<std::uint32_t>(j);
        const std::vector<std::uint32_t> cells = shuffled(n, seed, Lot::hypercube_order, dimension);
        for (std::size_t i = 0; i < n; ++i) {
            const double inside = lot_uniform(seed, Lot::hypercube_place, dimension, static_cast<std::uint32_t>(i));
            points(i, j) = (static_cast<double>(cells[i]) + inside) / static_cast<double>(n);
        }
    }
    return points;
}

Matrix sobol_sequence(std::size_t n, std::size_t d, std::uint32_t seed)
{
    SAMSPIL_EXPECT(d >= 1 && d <= most_sobol_dimensions, "Boost has direction numbers for 3667 dimensions");
    SAMSPIL_EXPECT(n < (std::size_t{1} << 31), "32 bits tell so many points apart");
    std::vector<std::uint32_t> shift(d, 0U);
    for (std::size_t j = 0; seed != 0 && j < d; ++j)
        shift[j] = lot_words(seed, Lot::sobol_shift, static_cast<std::uint32_t>(j), 0)[0];
    boost::random::sobol_engine<std::uint32_t, 32> engine(d);
    Matrix points(n, d);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < d; ++j) // Boost leaves the origin out; without it the first 2^k are no net
            points(i, j) = unit((i == 0 ? 0U : static_cast<std::uint32_t>(engine())) ^ shift[j]);
    return points;
}

Matrix saltelli(std::size_t blocks, std::size_t d, std::uint32_t seed)
{
    SAMSPIL_EXPECT(d >= 1 && 2 * d <= most_sobol_dimensions, "Saltelli's scheme needs a sequence in twice the dimensions");
    // Without a shift the first A and B would be the same corner, and their block would say nothing.
    const Matrix pairs = sobol_sequence(blocks, 2 * d, seed != 0 ? seed : 0x5a17e11U);
    Matrix points(blocks * saltelli_block(d), d);
    for (std::size_t block = 0; block < blocks; ++block) {
        const auto a = pairs.row(block).first(d), b = pairs.row(block).last(d);
        for (std::size_t k = 0; k < d + 2; ++k) {
            auto row = points.row(block * saltelli_block(d) + k);
            std::copy_n(k == d + 1 ? b.begin() : a.begin(), d, row.begin());
            if (k >= 1 && k <= d) row[k - 1] = b[k - 1];
        }
    }
    return points;
}

Matrix morris_trajectories(std::size_t trajectories, std::size_t d, std::size_t levels, std::uint32_t seed)
{
    SAMSPIL_EXPECT(levels >= 2 && levels % 2 == 0, "Morris' grid has an even number of levels");
    const auto half = static_cast<std::uint32_t>(levels / 2);
    Matrix points;
    std::vector<double> point(d);
    std::vector<bool> upwards(d);
    for (std::size_t t = 0; t < trajectories; ++t) {
        const auto trajectory = static_cast<std::uint32_t>(t);
        std::vector<std::uint32_t> level(d);
        for (std::size_t j = 0; j < d; ++j) {
            // Half of the starts lie low and go up, half lie high and go down: all levels are equally likely.
            level[j] = lot_below(2 * half, seed, Lot::trajectory, trajectory, static_cast<std::uint32_t>(j));
            upwards[j] = level[j] < half;
            point[j] = level_of(level[j], levels);
        }
        points.add(point);
        for (const std::uint32_t j : shuffled(d, seed, Lot::trajectory_order, trajectory)) {
            point[j] = level_of(upwards[j] ? level[j] + half : level[j] - half, levels);
            points.add(point);
        }
    }
    return points;
}

std::vector<std::size_t> spread_out(const Matrix& points, std::size_t n)
{
    std::vector<std::size_t> taken;
    std::vector<double> nearest(points.rows, std::numeric_limits<double>::infinity());
    std::size_t next = 0;
    while (taken.size() < std::min(n, points.rows)) {
        taken.push_back(next);
        for (std::size_t i = 0; i < points.rows; ++i) {
            double squares = 0.0;
            for (std::size_t j = 0; j < points.columns; ++j)
                squares += (points(i, j) - points(next, j)) * (points(i, j) - points(next, j));
            nearest[i] = std::min(nearest[i], squares);
        }
        nearest[next] = -1.0; // also where several rows are equal, each is taken once
        next = static_cast<std::size_t>(std::max_element(nearest.begin(), nearest.end()) - nearest.begin());
    }
    return taken;
}

Matrix rows_of(const Matrix& points, std::span<const std::size_t> rows)
{
    Matrix result(0, points.columns);
    for (const std::size_t i : rows)
        result.add(points.row(i));
    return result;
}

} // namespace samspil
