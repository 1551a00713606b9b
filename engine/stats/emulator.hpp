// SPDX-License-Identifier: MPL-2.0
// A quick stand-in for a slow model: polynomial regression in the unit cube, of the degree that foretells left-out
// points best, with an honest variance. It says when it cannot tell, and history matching then rules nothing out.
#pragma once

#include "engine/stats/least_squares.hpp"
#include "engine/stats/matrix.hpp"

#include <cstddef>
#include <span>

namespace samspil {

/// What the polynomial consists of; each holds the terms of those before it.
enum class Basis { constant, linear, squares, quadratic };

struct Emulator {
    Basis basis = Basis::constant;
    LeastSquares fit;
    double variance = 0.0;         ///< of a new value around the polynomial: misfit and luck together
    double left_out_error = 0.0;   ///< root mean square of foretelling each point from all others
    double explained = 0.0;        ///< 1 - left-out error^2 / variance of the values: 1 perfect, 0 or below useless
    double surprises = 0.0;        ///< share of left-out points more than 3 standard deviations off; a sound one has few
    std::size_t points = 0;        ///< finite values used
};

struct Prediction {
    double mean = 0.0;
    double variance = 0.0; ///< of the value at a new point, the polynomial's own doubt included
};

/// Rows of `points` in the unit cube; values that are not finite are left out. Needs three finite values; with fewer
/// the mean is what there is and the variance infinite.
Emulator fit_emulator(const Matrix& points, std::span<const double> values);

Prediction predict(const Emulator& emulator, std::span<const double> point);

} // namespace samspil
