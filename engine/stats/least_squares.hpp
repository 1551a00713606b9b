// SPDX-License-Identifier: MPL-2.0
// Linear least squares by orthogonalisation, weighted if wished. A column that the others already explain gets the
// coefficient 0 instead of a blow-up. A few dozen columns; plain loops, so that every build sums in the same order.
#pragma once

#include "engine/stats/matrix.hpp"

#include <span>
#include <vector>

namespace samspil {

struct LeastSquares {
    std::vector<double> coefficients; ///< one per column; 0 for columns left out
    std::vector<double> leverage;     ///< one per row: how much its own value pulls its fit, 0 ... 1
    std::vector<double> residual;     ///< one per row: value - fit, not weighted
    Matrix inverse_root;              ///< column x column: |inverse_root . x|^2 is the leverage of a new row x
    std::size_t rank = 0;             ///< columns that count
};

/// Minimises sum w_i (y_i - x_i b)^2; weights >= 0, none given means all 1.
LeastSquares least_squares(const Matrix& x, std::span<const double> y, std::span<const double> weights = {});

} // namespace samspil
