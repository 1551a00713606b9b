// SPDX-License-Identifier: MPL-2.0
#include "engine/random/distributions.hpp"

#include "engine/base/errors.hpp"

#include <algorithm>
#include <cmath>

namespace samspil {

int poisson(double mean, double u)
{
    SAMSPIL_EXPECT(mean >= 0.0 && mean <= 700.0, "the mean of a Poisson number is between 0 and 700");
    // Past this many the chance is far below the 2^-53 that a uniform can tell from 1.
    const int last = static_cast<int>(mean + 12.0 * std::sqrt(mean) + 60.0);
    double chance = elementary::exp(-mean);
    double cumulated = chance;
    int k = 0;
    while (u > cumulated && k < last) {
        ++k;
        chance *= mean / k;
        cumulated += chance;
    }
    return k;
}

int binomial(int n, double p, double u)
{
    SAMSPIL_EXPECT(n >= 0 && n <= 1000, "a binomial number counts at most 1000 trials");
    if (p <= 0.0 || n == 0) return 0;
    if (p >= 1.0) return n;
    if (p > 0.5) return n - binomial(n, 1.0 - p, 1.0 - u);
    const double odds = p / (1.0 - p);
    double chance = 1.0;
    for (int i = 0; i < n; ++i)
        chance *= 1.0 - p;
    double cumulated = chance;
    int k = 0;
    while (u > cumulated && k < n) {
        chance *= odds * (n - k) / (k + 1);
        cumulated += chance;
        ++k;
    }
    return k;
}

double gamma_variate(Chance chance, Purpose purpose, std::uint64_t entity, std::uint32_t index, double shape)
{
    SAMSPIL_EXPECT(shape > 0.0, "the shape of a gamma number is positive");
    constexpr std::uint16_t lane_of_power = 65535;
    double factor = 1.0;
    double wanted = shape;
    if (shape < 1.0) {
        factor = elementary::pow(uniform(chance, purpose, entity, index, lane_of_power), 1.0 / shape);
        wanted = shape + 1.0;
    }
    const double d = wanted - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    for (std::uint16_t lane = 0; lane < lane_of_power; ++lane) {
        const auto drawn = draw4(chance, purpose, entity, index, lane);
        const double x = normal(unit53(drawn[0], drawn[1]));
        const double root = 1.0 + c * x;
        if (root <= 0.0) continue;
        const double v = root * root * root;
        const double u = unit53(drawn[2], drawn[3]);
        if (elementary::log(u) < 0.5 * x * x + d - d * v + d * elementary::log(v)) return factor * d * v;
    }
    return factor * d; // 65535 refusals in a row: beyond any luck
}

} // namespace samspil
