// SPDX-License-Identifier: MPL-2.0
// Distributions as pure functions of uniform numbers in (0, 1). All but `gamma_variate` are quantile functions of
// one uniform (or a formula in two), so a better chance with the same luck never gives a worse outcome.
#pragma once

#include "engine/base/elementary.hpp"
#include "engine/random/stream.hpp"

#include <cstdint>

namespace samspil {

/// Exp(1); falls with u, so that it exceeds t exactly when u < e^-t.
inline double exponential(double u) { return -elementary::log_inside(u); }

/// Standard Gumbel, P(G <= g) = exp(-exp(-g)); rises with u.
inline double gumbel(double u) { return -elementary::log_inside(-elementary::log_inside(u)); }

/// N(0, 1); rises with u.
inline double normal(double u) { return elementary::normal_quantile(u); }

/// True with probability p; true stays true when p grows.
inline bool bernoulli(double u, double p) { return u < p; }

/// Poisson by inversion, rises with u; meant for means up to about 50 (exact to 700, where e^-mean is lost).
int poisson(double mean, double u);

/// Binomial(n, p) by inversion, rises with u; meant for small n (sessions of a week), n <= 1000.
int binomial(int n, double p, double u);

/// Gamma(shape, scale 1) for shape > 0, by rejection (Marsaglia and Tsang 2000); attempts use lanes 0, 1, 2...
/// of the address, lane 65535 serves shapes below 1.
double gamma_variate(Chance chance, Purpose purpose, std::uint64_t entity, std::uint32_t index, double shape);

/// log S of a positive theta-stable S with E exp(-t S) = exp(-t^theta), 0 < theta <= 1, by Kanter's formula
/// (1975). Exactly 0 for theta = 1. Two independent uniforms.
inline double log_positive_stable(double theta, double u1, double u2)
{
    if (theta == 1.0) return 0.0;
    constexpr double pi = 0x1.921fb54442d18p+1;
    const double angle = pi * u1;
    const double rest = 1.0 - theta;
    // sin(pi u) loses accuracy beside pi; the mirrored angle does not.
    const double whole = elementary::log_inside(elementary::sin(u1 > 0.5 ? pi * (1.0 - u1) : angle));
    const double inner = elementary::log_inside(elementary::sin(theta * angle));
    const double outer = elementary::log_inside(elementary::sin(rest * angle));
    return inner + (rest * (outer - elementary::log_inside(-elementary::log_inside(u2))) - whole) / theta;
}

/// 0 ... n-1, each within 2^-32 of equally likely (n below 2^32, n >= 1).
inline std::uint32_t uniform_below(std::uint32_t n, std::uint32_t word)
{
    return static_cast<std::uint32_t>((static_cast<std::uint64_t>(n) * word) >> 32);
}

} // namespace samspil
