// SPDX-License-Identifier: MPL-2.0
#include "engine/stats/emulator.hpp"

#include "engine/base/errors.hpp"
#include "engine/stats/moments.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

namespace samspil {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::size_t terms_of(Basis basis, std::size_t d)
{
    switch (basis) {
    case Basis::constant: return 1;
    case Basis::linear: return 1 + d;
    case Basis::squares: return 1 + 2 * d;
    case Basis::quadratic: return 1 + 2 * d + d * (d - 1) / 2;
    }
    return 1;
}

/// The terms at a point; coordinates run from -1 to 1, which keeps them nearly orthogonal.
void expand(Basis basis, std::span<const double> point, std::vector<double>& terms)
{
    const auto centred = [&](std::size_t j) { return 2.0 * point[j] - 1.0; };
    terms.assign(1, 1.0);
    if (basis == Basis::constant) return;
    for (std::size_t j = 0; j < point.size(); ++j)
        terms.push_back(centred(j));
    if (basis == Basis::linear) return;
    for (std::size_t j = 0; j < point.size(); ++j)
        terms.push_back(centred(j) * centred(j));
    if (basis == Basis::squares) return;
    for (std::size_t j = 0; j < point.size(); ++j)
        for (std::size_t k = j + 1; k < point.size(); ++k)
            terms.push_back(centred(j) * centred(k));
}

/// Empty when there are too few points to leave one out of.
std::optional<Emulator> fitted(Basis basis, const Matrix& points, std::span<const double> values)
{
    const std::size_t n = points.rows;
    if (n < terms_of(basis, points.columns) + 2) return std::nullopt;
    Matrix x;
    std::vector<double> terms;
    for (std::size_t i = 0; i < n; ++i) {
        expand(basis, points.row(i), terms);
        x.add(terms);
    }
    Emulator emulator;
    emulator.basis = basis;
    emulator.fit = least_squares(x, values);
    emulator.points = n;
    double squares = 0.0, left_out = 0.0;
    for (const double residual : emulator.fit.residual)
        squares += residual * residual;
    emulator.variance = squares / static_cast<double>(n - emulator.fit.rank);
    for (std::size_t i = 0; i < n; ++i) {
        const double apart = std::max(1e-12, 1.0 - emulator.fit.leverage[i]);
        const double error = emulator.fit.residual[i] / apart;
        left_out += error * error;
        emulator.surprises += error * error * apart > 9.0 * emulator.variance ? 1.0 / static_cast<double>(n) : 0.0;
    }
    emulator.left_out_error = std::sqrt(left_out / static_cast<double>(n));
    const double spread = moments(values).variance();
    emulator.explained = spread > 0.0 ? 1.0 - left_out / static_cast<double>(n) / spread : 0.0;
    return emulator;
}

} // namespace

Emulator fit_emulator(const Matrix& points, std::span<const double> values)
{
    SAMSPIL_EXPECT(points.rows == values.size(), "a value for every point");
    Matrix known(0, points.columns);
    std::vector<double> known_values;
    for (std::size_t i = 0; i < points.rows; ++i)
        if (std::isfinite(values[i])) {
            known.add(points.row(i));
            known_values.push_back(values[i]);
        }
    std::optional<Emulator> best;
    for (const Basis basis : {Basis::constant, Basis::linear, Basis::squares, Basis::quadratic}) {
        auto next = fitted(basis, known, known_values);
        if (next && (!best || next->left_out_error < best->left_out_error)) best = std::move(next);
    }
    if (best) return *best;
    Emulator unknown;
    unknown.fit.coefficients = {moments(known_values).mean()};
    unknown.fit.inverse_root = Matrix(1, 1);
    unknown.variance = unknown.left_out_error = infinity;
    unknown.points = known.rows;
    return unknown;
}

Prediction predict(const Emulator& emulator, std::span<const double> point)
{
    std::vector<double> terms;
    expand(emulator.basis, point, terms);
    Prediction prediction;
    double leverage = 0.0;
    for (std::size_t j = 0; j < terms.size(); ++j) {
        prediction.mean += emulator.fit.coefficients[j] * terms[j];
        double along = 0.0;
        for (std::size_t k = 0; k <= j; ++k)
            along += emulator.fit.inverse_root(j, k) * terms[k];
        leverage += along * along;
    }
    prediction.variance = emulator.variance * (1.0 + leverage);
    return prediction;
}

} // namespace samspil
