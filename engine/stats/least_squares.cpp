// SPDX-License-Identifier: MPL-2.0
#include "engine/stats/least_squares.hpp"

#include "engine/base/errors.hpp"

#include <cmath>
#include <numeric>

namespace samspil {

namespace {

double dot(std::span<const double> a, std::span<const double> b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

} // namespace

LeastSquares least_squares(const Matrix& x, std::span<const double> y, std::span<const double> weights)
{
    SAMSPIL_EXPECT(x.rows == y.size() && (weights.empty() || weights.size() == y.size()), "a value and a weight for every row");
    const std::size_t n = x.rows, p = x.columns;
    const auto root = [&](std::size_t i) { return weights.empty() ? 1.0 : std::sqrt(weights[i]); };
    Matrix q(p, n); // row j: the j-th column made orthogonal to those before it, or zeros
    Matrix r(p, p); // x = q r
    LeastSquares fit;
    std::vector<double> kept(p);
    for (std::size_t j = 0; j < p; ++j) {
        auto column = q.row(j);
        for (std::size_t i = 0; i < n; ++i)
            column[i] = root(i) * x(i, j);
        const double size = std::sqrt(dot(column, column));
        for (int pass = 0; pass < 2; ++pass) // twice is enough to be orthogonal to the last bits
            for (std::size_t k = 0; k < j; ++k) {
                if (kept[k] == 0.0) continue;
                const double along = dot(q.row(k), column);
                r(k, j) += along;
                for (std::size_t i = 0; i < n; ++i)
                    column[i] -= along * q(k, i);
            }
        const double left = std::sqrt(dot(column, column));
        kept[j] = left > 1e-9 * size ? 1.0 : 0.0;
        r(j, j) = kept[j] != 0.0 ? left : 1.0;
        for (double& value : column)
            value = kept[j] != 0.0 ? value / left : 0.0;
        fit.rank += kept[j] != 0.0;
    }
    std::vector<double> weighted(n);
    for (std::size_t i = 0; i < n; ++i)
        weighted[i] = root(i) * y[i];
    fit.coefficients.assign(p, 0.0);
    for (std::size_t j = p; j-- > 0;) {
        if (kept[j] == 0.0) continue;
        double value = dot(q.row(j), weighted);
        for (std::size_t k = j + 1; k < p; ++k)
            value -= r(j, k) * fit.coefficients[k];
        fit.coefficients[j] = value / r(j, j);
    }
    fit.leverage.assign(n, 0.0);
    fit.residual.assign(n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < p; ++j)
            fit.leverage[i] += q(j, i) * q(j, i);
        fit.residual[i] = y[i] - dot(x.row(i), fit.coefficients);
    }
    // Rows of the inverse of r transposed: solve r' z = x for each unit vector.
    fit.inverse_root = Matrix(p, p);
    for (std::size_t unit = 0; unit < p; ++unit)
        for (std::size_t j = unit; j < p; ++j) {
            if (kept[j] == 0.0 || kept[unit] == 0.0) continue;
            double value = j == unit ? 1.0 : 0.0;
            for (std::size_t k = unit; k < j; ++k)
                value -= r(k, j) * fit.inverse_root(k, unit);
            fit.inverse_root(j, unit) = value / r(j, j);
        }
    return fit;
}

} // namespace samspil
