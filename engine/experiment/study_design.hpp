// SPDX-License-Identifier: MPL-2.0
// The points of a sweep in the units of its factors.
#pragma once

#include "engine/experiment/evaluation.hpp"
#include "engine/stats/matrix.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace samspil {

enum class DesignKind : int { grid, list, one_at_a_time, latin_hypercube, sobol };
std::string_view id_of(DesignKind kind);
Label label_of(DesignKind kind);

/// `steps` values from low to high, ends included; all `values` or `words` of a factor that has them; no whole number twice.
std::vector<double> levels_of(const StudyFactor& factor, int steps);

/// Every combination of levels; the last factor changes fastest.
std::vector<StudyPoint> grid_points(std::span<const StudyFactor> factors, int steps);
/// How many that would be; capped at 10^9.
std::size_t grid_size(std::span<const StudyFactor> factors, int steps);

/// The centre, then each factor through its levels (its value at the centre left out), the others as at the centre.
std::vector<StudyPoint> one_at_a_time_points(std::span<const StudyFactor> factors, const StudyPoint& centre, int steps);

/// A design of the unit cube, one row a point, in the units of the factors.
std::vector<StudyPoint> in_units(std::span<const StudyFactor> factors, const Matrix& cube);

} // namespace samspil
