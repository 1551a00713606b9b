// SPDX-License-Identifier: MPL-2.0
// Where does an option lose? The points of a study at which it does, gathered into a few boxes of its factors (PRIM),
// each with how much of the losing it covers and how dense the losing is inside.
#pragma once

#include "engine/experiment/evaluation.hpp"
#include "engine/stats/matrix.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace samspil {

/// What counts as a case at one point, of the paired difference option - base over its replications.
enum class Loss {
    worse,   ///< the mean lies on the wrong side of zero
    verdict, ///< the verdict at the point is "worse": the interval keeps clear of zero, and it matters
    above,   ///< the mean lies above zero; also for an indicator without a good direction
    below,   ///< the mean lies below zero
};

/// By point: 1 a case, 0 none, NaN where it cannot be told (failed or undefined; for `verdict` fewer than two pairs).
/// `worse` and `verdict` need an indicator with a good direction; `relevance` is the goal's limit for the verdict, as in Goal.
std::vector<double> loss_cases(const Evaluation& answers, std::size_t option, std::size_t kpi, Loss loss, double relevance = no_prior);

/// The values of the points, a row a point.
Matrix matrix_of(std::span<const StudyPoint> points);

/// A box in words' reach: limits that hold out the same points as PRIM's, written with as few digits as do.
struct LossBox {
    std::vector<double> low, high; ///< by factor: inside is low < value < high; infinite where there is no limit
    std::size_t points = 0, cases = 0;  ///< inside
    double coverage = 0;                ///< of all cases of the study
    double density = 0;                 ///< of the points inside
    double quasi_p = 1;                 ///< the weakest limit's chance of so many cases by luck
};

struct Discovery {
    std::size_t option = 0, kpi = 0;
    Loss loss = Loss::worse;
    std::size_t points = 0, cases = 0, left_out = 0;
    std::size_t even = 0;       ///< points with a mean difference of exactly zero
    std::vector<LossBox> boxes; ///< the first explains most; each further one of what those before leave
    /// Share of cases among the points that lie in none of the boxes; 0 when all lie inside.
    double outside_density = 0;
    std::size_t outside = 0;
};

/// Boxes are sought, at most `most`, as long as one has a limit that chance does not explain and is denser than what
/// is left. Fewer than `least_points` points with an answer: none.
inline constexpr std::size_t least_points = 20;
Discovery discover(const Matrix& points, std::span<const double> cases, std::size_t most = 3);

/// The same of one goal of one option of a study.
Discovery discover(const Evaluation& answers, std::span<const StudyPoint> points, std::size_t option, std::size_t kpi, Loss loss,
                   std::size_t most = 3, double relevance = no_prior);

/// A number between the two with as few significant digits as there can be, the nearest to their middle of those.
double short_number_between(double low, double high);

} // namespace samspil
