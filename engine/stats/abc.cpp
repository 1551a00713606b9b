// SPDX-License-Identifier: MPL-2.0
#include "engine/stats/abc.hpp"

#include "engine/base/elementary.hpp"
#include "engine/base/errors.hpp"
#include "engine/stats/least_squares.hpp"
#include "engine/stats/lots.hpp"
#include "engine/stats/quantiles.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace samspil {

namespace {

double logit(double u) { return elementary::log(u / (1.0 - u)); }
double expit(double v) { return 1.0 / (1.0 + elementary::exp(-v)); }

/// Median absolute deviation of each summary: the yardstick of distances. 0 for one that does not vary.
std::vector<double> spreads(const Matrix& summaries, std::span<const std::size_t> rows)
{
    std::vector<double> result(summaries.columns), column(rows.size());
    for (std::size_t j = 0; j < summaries.columns; ++j) {
        for (std::size_t k = 0; k < rows.size(); ++k)
            column[k] = summaries(rows[k], j);
        const double middle = median(column);
        for (double& value : column)
            value = std::fabs(value - middle);
        result[j] = median(column);
    }
    return result;
}

/// theta - b (s - s_observed), by weighted regression among the kept.
void adjust(Posterior& posterior, const Matrix& apart, bool unit_cube)
{
    const std::size_t n = apart.rows, s = apart.columns;
    if (n < s + 3) return;
    Matrix x(n, s + 1);
    for (std::size_t i = 0; i < n; ++i) {
        x(i, 0) = 1.0;
        for (std::size_t j = 0; j < s; ++j)
            x(i, j + 1) = apart(i, j);
    }
    std::vector<double> theta(n);
    for (std::size_t p = 0; p < posterior.draws.columns; ++p) {
        for (std::size_t i = 0; i < n; ++i)
            theta[i] = unit_cube ? logit(posterior.draws(i, p)) : posterior.draws(i, p);
        const LeastSquares fit = least_squares(x, theta, posterior.weights);
        for (std::size_t i = 0; i < n; ++i) {
            const double moved = fit.coefficients[0] + fit.residual[i];
            posterior.draws(i, p) = unit_cube ? expit(moved) : moved;
        }
    }
}

} // namespace

Posterior abc_posterior(const Matrix& parameters, const Matrix& summaries, std::span<const double> observed, const AbcOptions& options)
{
    SAMSPIL_EXPECT(parameters.rows == summaries.rows && summaries.columns == observed.size(), "every draw has its summaries");
    SAMSPIL_EXPECT(options.accept > 0.0 && options.accept <= 1.0, "a share is kept");
    Posterior posterior;
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < summaries.rows; ++i) {
        const auto row = summaries.row(i);
        if (std::all_of(row.begin(), row.end(), [](double v) { return std::isfinite(v); })) rows.push_back(i);
    }
    posterior.left_out = summaries.rows - rows.size();
    posterior.draws.columns = parameters.columns;
    if (rows.empty()) return posterior;
    const std::vector<double> spread = spreads(summaries, rows);
    std::vector<double> distance(summaries.rows);
    for (const std::size_t i : rows) {
        double squares = 0.0;
        for (std::size_t j = 0; j < observed.size(); ++j) {
            const double apart = spread[j] > 0.0 ? (summaries(i, j) - observed[j]) / spread[j] : 0.0;
            squares += apart * apart;
        }
        distance[i] = std::sqrt(squares);
    }
    std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) { return distance[a] < distance[b]; });
    rows.resize(std::max<std::size_t>(1, static_cast<std::size_t>(options.accept * static_cast<double>(rows.size()))));
    posterior.distance = distance[rows.back()];
    // Epanechnikov's kernel, a touch wider than the farthest, so that it counts too
    const double width = posterior.distance * 1.0001;
    Matrix apart(rows.size(), observed.size());
    for (std::size_t k = 0; k < rows.size(); ++k) {
        posterior.draws.add(parameters.row(rows[k]));
        const double share = width > 0.0 ? distance[rows[k]] / width : 0.0;
        posterior.weights.push_back(1.0 - share * share);
        for (std::size_t j = 0; j < observed.size(); ++j)
            apart(k, j) = summaries(rows[k], j) - observed[j];
    }
    if (options.adjust) adjust(posterior, apart, options.unit_cube);
    const double sum = std::accumulate(posterior.weights.begin(), posterior.weights.end(), 0.0);
    double squares = 0.0;
    for (double& weight : posterior.weights) {
        weight /= sum;
        squares += weight * weight;
    }
    posterior.effective_draws = 1.0 / squares;
    return posterior;
}

Matrix equal_draws(const Posterior& posterior, std::size_t n, std::uint32_t seed)
{
    Matrix draws(0, posterior.draws.columns);
    if (posterior.draws.rows == 0) return draws;
    const double start = lot_uniform(seed, Lot::resample, 0, 0);
    std::size_t at = 0;
    double reached = posterior.weights[0];
    std::vector<std::size_t> taken;
    for (std::size_t k = 0; k < n; ++k) {
        const double wanted = (static_cast<double>(k) + start) / static_cast<double>(n);
        while (reached < wanted && at + 1 < posterior.weights.size())
            reached += posterior.weights[++at];
        taken.push_back(at);
    }
    for (std::size_t k = n; k > 1; --k)
        std::swap(taken[k - 1], taken[lot_below(static_cast<std::uint32_t>(k), seed, Lot::resample, 1, static_cast<std::uint32_t>(k))]);
    for (const std::size_t i : taken)
        draws.add(posterior.draws.row(i));
    return draws;
}

} // namespace samspil
