// SPDX-License-Identifier: MPL-2.0
// PRIM (Friedman and Fisher 1999): a box, readable as a sentence, in which the cases of interest gather. Peels thin
// slices off a box around all points, chooses one box of that trajectory, gives back what it lost by greed, and drops
// every limit that explains nothing.
#pragma once

#include "engine/stats/matrix.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace samspil {

/// What makes one box of the trajectory better than another.
enum class PrimWorth {
    coverage_times_density, ///< favours the whole space where cases are common
    net_coverage,           ///< share of all cases inside less share of all others inside (Youden): 0 for the whole space
};

struct PrimOptions {
    PrimWorth worth = PrimWorth::coverage_times_density;
    double peel = 0.05;          ///< share of the points in the box that a slice takes, 0 < peel < 1; ties go together
    double least_support = 0.05; ///< no box of the trajectory holds a smaller share of all points
    /// A limit stays only if its quasi-p-value is at most this, shared between all 2 d possible limits.
    double significance = 0.05;
};

/// low[j] < x_j < high[j] in every dimension; infinite where the box has no limit. Limits lie midway between points.
struct PrimBox {
    std::vector<double> low, high;
    std::vector<double> quasi_p; ///< by dimension: chance of so many cases inside by luck without its limits; 1 when it has none
    std::size_t points = 0;      ///< inside
    double cases = 0.0;          ///< inside
    double coverage = 0.0;       ///< share of all cases that lie inside
    double density = 0.0;        ///< share of the points inside that are cases
    double support = 0.0;        ///< share of all points that lie inside
    bool limits(std::size_t j) const;
    std::size_t limited_dimensions() const;
    bool contains(std::span<const double> point) const;
};

struct PrimResult {
    /// The worth largest of the trajectory, ties to the larger; after pasting and dropping. No limits when
    /// none explains anything.
    PrimBox box;
    std::vector<PrimBox> trajectory; ///< from all points to the smallest box, for the curve of density against coverage
    std::size_t points = 0;          ///< all that counted
    double cases = 0.0;              ///< of them
    std::size_t left_out = 0;        ///< points whose case is not known (NaN)
};

/// `cases`, one per row of `points`: 1 a case, 0 none, NaN unknown. Columns may be numbers of any unit, also whole ones.
PrimResult prim(const Matrix& points, std::span<const double> cases, const PrimOptions& options = {});

} // namespace samspil
