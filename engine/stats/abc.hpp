// SPDX-License-Identifier: MPL-2.0
// Approximate Bayesian computation: what the targets say about the parameters, from draws of the prior and what the
// model made of them. Keeps the nearest draws and corrects them by local-linear regression (Beaumont 2002).
#pragma once

#include "engine/stats/matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace samspil {

struct AbcOptions {
    double accept = 0.2;      ///< share of the draws to keep, 0 < accept <= 1
    bool adjust = true;       ///< correct by regression; else plain rejection
    bool unit_cube = true;    ///< parameters lie in (0, 1) and stay there: the regression is made on their logits
};

struct Posterior {
    Matrix draws;                ///< parameters, one row a kept draw
    std::vector<double> weights; ///< sum 1
    double effective_draws = 0;  ///< 1 / sum of squared weights
    double distance = 0;         ///< of the farthest kept summary, in median deviations of the summaries
    std::size_t left_out = 0;    ///< draws with a summary that is not finite
};

/// `parameters`: draws of the prior; `summaries`: what one simulation with each gave, noise of measurement included.
/// Needs more kept draws than summaries + 2 to correct; with fewer it rejects only. Empty without finite summaries.
Posterior abc_posterior(const Matrix& parameters, const Matrix& summaries, std::span<const double> observed, const AbcOptions& options = {});

/// n equally likely draws (systematic resampling, in random order).
Matrix equal_draws(const Posterior& posterior, std::size_t n, std::uint32_t seed);

} // namespace samspil
