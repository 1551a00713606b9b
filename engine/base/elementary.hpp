// SPDX-License-Identifier: MPL-2.0
// exp, log, pow, sin, cos and the normal quantile with the same bits on every machine.
// The C library picks variants by CPU at run time, so results may not use it. Only + - * / sqrt and bit
// operations are used here, in round-to-nearest and without contraction. There are no tables, and loops over
// exp_inside and log_inside vectorise. Coefficients are Chebyshev fits of the series, made in 60 digits.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace samspil::elementary {

namespace detail {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
inline constexpr double round_to_integer = 0x1.8p52; ///< adding it leaves the nearest integer in the low bits
inline constexpr double one_over_ln2 = 0x1.71547652b82fep+0;
inline constexpr double ln2_high = 0x1.62e42feep-1; ///< 32 bits: integer multiples up to 2^21 are exact
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33;

inline double from_bits(std::uint64_t bits) { return std::bit_cast<double>(bits); }
inline std::uint64_t to_bits(double x) { return std::bit_cast<std::uint64_t>(x); }

/// x = k ln 2 + r with |r| <= ln 2 / 2 (r in one double, `low` added before the last subtraction).
struct Reduced {
    std::int64_t k;
    double r;
};
inline Reduced reduce_by_ln2(double x, double low)
{
    const double shifted = x * one_over_ln2 + round_to_integer;
    const double k = shifted - round_to_integer;
    const auto whole = static_cast<std::int64_t>(to_bits(shifted) - to_bits(round_to_integer));
    return {whole, (x - k * ln2_high) - (k * ln2_low - low)};
}

/// e^r - 1 for |r| <= ln 2 / 2.
inline double expm1_core(double r)
{
    const double r2 = r * r;
    const double a = 0x1.0000000000000p-1 + r * 0x1.5555555555557p-3;
    const double b = 0x1.5555555555556p-5 + r * 0x1.11111111100d8p-7;
    const double c = 0x1.6c16c16c162d2p-10 + r * 0x1.a01a01abe9ce8p-13;
    const double d = 0x1.a01a01a6d9931p-16 + r * 0x1.71de022bd5558p-19;
    const double e = 0x1.27e4db6121beep-22 + r * (0x1.af4df5750ec30p-26 + r * 0x1.1f730a202ec17p-29);
    const double r4 = r2 * r2;
    return r + r2 * ((a + r2 * b) + r4 * ((c + r2 * d) + r4 * e));
}

/// 2^k for -1022 <= k <= 1023.
inline double power_of_two(std::int64_t k) { return from_bits(static_cast<std::uint64_t>(k + 1023) << 52); }

/// y 2^k for -1076 <= k <= 1025, rounded once.
inline double scale(double y, std::int64_t k)
{
    const auto raised = static_cast<std::uint64_t>(k + 4096); // positive, so that the shift is logical
    const auto half = static_cast<std::int64_t>(raised >> 1) - 2048;
    return y * power_of_two(half) * power_of_two(k - half);
}

/// exp(x + low) for -708 < x < 709, |low| tiny.
inline double exp_core(double x, double low)
{
    const Reduced part = reduce_by_ln2(x, low);
    return (1.0 + expm1_core(part.r)) * power_of_two(part.k);
}

/// exp(x + low) for any x; beyond [-746, 710] the result is 0 or infinity.
inline double exp_of_sum(double x, double low)
{
    if (x > -708.0 && x < 709.0) [[likely]]
        return exp_core(x, low);
    if (x > 710.0) return infinity;
    if (x < -746.0) return 0.0;
    if (x != x) return x;
    const Reduced part = reduce_by_ln2(x, low);
    return scale(1.0 + expm1_core(part.r), part.k);
}

/// x = 2^k (1 + f) with sqrt(1/2) <= 1 + f < sqrt(2), for normal x > 0.
struct Split {
    double k;
    double f;
};
inline Split split_power_of_two(double x)
{
    constexpr std::uint64_t sqrt_half = 0x3fe6a09e667f3bcdULL;
    const std::uint64_t shifted = to_bits(x) + (0x3ff0000000000000ULL - sqrt_half);
    const double raised = from_bits((shifted >> 52) | 0x4330000000000000ULL); // 2^52 + biased exponent
    return {raised - (0x1p52 + 1023.0), from_bits((shifted & 0x000fffffffffffffULL) + sqrt_half) - 1.0};
}
/// As above for every finite x > 0.
inline Split split_any(double x)
{
    if (x >= 0x1p-1022) [[likely]]
        return split_power_of_two(x);
    const auto [k, f] = split_power_of_two(x * 0x1p54);
    return {k - 54.0, f};
}

/// k ln 2 + log(1 + f).
inline double log_core(double k, double f)
{
    const double s = f / (2.0 + f);
    const double z = s * s;
    const double w = z * z;
    const double even =
        0x1.5555555555558p-1 + w * (0x1.2492492df148dp-2 + w * (0x1.7462b4ab2ef6bp-3 + w * 0x1.2b584aae78a57p-3));
    const double odd = 0x1.99999999952e2p-2 + w * (0x1.c71c62e5800a1p-3 + w * 0x1.39fe606542ddep-3);
    const double series = z * (even + z * odd);
    const double half_square = 0.5 * f * f;
    return k * ln2_high - ((half_square - (s * (half_square + series) + k * ln2_low)) - f);
}

/// a b without the rounding error, as high + low (Dekker); |a|, |b| below 2^990.
struct Pair {
    double high;
    double low;
};
inline Pair product(double a, double b)
{
    constexpr double splitter = 0x1p27 + 1.0;
    const double at = a * splitter, bt = b * splitter;
    const double ah = at - (at - a), bh = bt - (bt - b);
    const double al = a - ah, bl = b - bh;
    const double high = a * b;
    return {high, ((ah * bh - high) + ah * bl + al * bh) + al * bl};
}
inline Pair sum(double a, double b) // needs |a| >= |b| or a == 0
{
    const double high = a + b;
    return {high, b - (high - a)};
}

/// log(x) to about 2^-64 relative, for finite x > 0: what pow needs.
inline Pair log_pair(double x)
{
    const auto [k, f] = split_any(x);
    const Pair d = sum(2.0, f); // s = f / (2 + f), log(1 + f) = 2 s + (2/3) s^3 + s^5 (...)
    const double s = f / d.high;
    const Pair sd = product(s, d.high);
    const double s_low = (((f - sd.high) - sd.low) - s * d.low) / d.high;
    const Pair z = product(s, s);
    const double z_low = z.low + 2.0 * s * s_low;
    const Pair cube = product(z.high, s);
    const double cube_low = cube.low + (z.high * s_low + z_low * s);
    const Pair third = product(cube.high, 0x1.5555555555555p-1);
    const double w = z.high;
    const double series =
        w * (0x1.999999999999ep-2 +
             w * (0x1.249249248e53bp-2 +
                  w * (0x1.c71c71d7e5cbbp-3 +
                       w * (0x1.745d09f1d2e07p-3 +
                            w * (0x1.3b18b888c578fp-3 + w * (0x1.1018bb6af787ep-3 + w * 0x1.0877e906b72d3p-3))))));
    const double third_low = third.low + (cube_low * 0x1.5555555555555p-1 + cube.high * 0x1.5555555555555p-55);
    const double tail = third_low + (2.0 * s_low + series * cube.high);
    const Pair leading = sum(2.0 * s, third.high);
    const Pair whole = sum(k * ln2_high, leading.high);
    const double low = whole.low + (leading.low + (tail + k * ln2_low));
    return sum(whole.high, low);
}

/// x = quarter * pi/2 + (r + r_low), |r| <= pi/4; |x| <= 1e5.
struct Quarter {
    std::uint64_t turns;
    double r;
    double low;
};
inline Quarter reduce_by_half_pi(double x)
{
    const double shifted = x * 0x1.45f306dc9c883p-1 + round_to_integer;
    const double k = shifted - round_to_integer;
    const double first = x - k * 0x1.921fb544p+0; // three parts of pi/2; the first two products are exact
    const double second = k * 0x1.0b4611a6p-34;
    const double r = first - second;
    const double lost = (first - r) - second;
    const double third = k * 0x1.3198a2e037073p-69;
    const double high = r + (lost - third);
    return {to_bits(shifted) & 3U, high, (r - high) + (lost - third)};
}

inline double sin_core(double r, double low)
{
    const double z = r * r;
    const double tail =
        z * (0x1.1111111110bb1p-7 +
             z * (-0x1.a01a019e8357dp-13 +
                  z * (0x1.71de37961e4dcp-19 + z * (-0x1.ae600a926df9ap-26 + z * 0x1.5e0af18733f9ep-33))));
    return r + (r * z * (-0x1.5555555555555p-3 + tail) + low * (1.0 - 0.5 * z));
}
inline double cos_core(double r, double low)
{
    const double z = r * r;
    const double tail =
        z * z *
        (0x1.5555555555555p-5 +
         z * (-0x1.6c16c16c16966p-10 +
              z * (0x1.a01a019f4e867p-16 +
                   z * (-0x1.27e4fa17a41bfp-22 + z * (0x1.1eeb68b109cf5p-29 - z * 0x1.907d7aec5a8a3p-37)))));
    const double half = 0.5 * z;
    const double leading = 1.0 - half;
    return leading + (((1.0 - leading) - half) + (tail - r * low));
}

} // namespace detail

/// e^x; 0 and infinity beyond the range of double, NaN stays NaN. About 1 ulp.
inline double exp(double x) { return detail::exp_of_sum(x, 0.0); }

/// The bits of exp(x) for -708 < x < 709, without a branch: for loops.
inline double exp_inside(double x) { return detail::exp_core(x, 0.0); }

/// e^x - 1, accurate near 0.
inline double expm1(double x)
{
    if (x > 40.0) return exp(x); // the 1 is below half an ulp
    x = x < -60.0 ? -60.0 : x;
    const auto [k, r] = detail::reduce_by_ln2(x, 0.0);
    const double power = detail::power_of_two(k);
    return power * detail::expm1_core(r) + (power - 1.0);
}

/// Natural logarithm; -infinity at 0, NaN below. About 1 ulp.
inline double log(double x)
{
    if (!(x > 0.0)) return x == 0.0 ? -detail::infinity : detail::not_a_number;
    if (!(x < detail::infinity)) return x;
    const auto [k, f] = detail::split_any(x);
    return detail::log_core(k, f);
}

/// The bits of log(x) for normal positive x, without a branch: for loops, and for uniform numbers.
inline double log_inside(double x)
{
    const auto [k, f] = detail::split_power_of_two(x);
    return detail::log_core(k, f);
}

/// log(1 + x), accurate near 0; x > -1.
inline double log1p(double x)
{
    const double u = 1.0 + x;
    if (!(u > 0.0) || u == detail::infinity) return log(u);
    return log(u) + (x - (u - 1.0)) / u;
}

/// base^exponent for base >= 0 (NaN for a negative base); 0^0 = 1. About 1 ulp.
inline double pow(double base, double exponent)
{
    if (exponent == 0.0 || base == 1.0) return 1.0;
    if (base == 0.0 || base == detail::infinity) return (base == 0.0) == (exponent > 0.0) ? 0.0 : detail::infinity;
    if (!(base > 0.0) || exponent != exponent) return detail::not_a_number;
    const detail::Pair logarithm = detail::log_pair(base);
    const double rough = exponent * logarithm.high;
    if (rough > 710.0) return detail::infinity;
    if (rough < -746.0) return 0.0;
    const detail::Pair whole = detail::product(exponent, logarithm.high);
    return detail::exp_of_sum(whole.high, whole.low + exponent * logarithm.low);
}

/// Sine for |x| <= 1e5 radians; NaN beyond.
inline double sin(double x)
{
    if (!(x >= -1e5 && x <= 1e5)) return detail::not_a_number;
    const auto [turns, r, low] = detail::reduce_by_half_pi(x);
    const double value = (turns & 1U) != 0 ? detail::cos_core(r, low) : detail::sin_core(r, low);
    return (turns & 2U) != 0 ? -value : value;
}

/// Cosine for |x| <= 1e5 radians; NaN beyond.
inline double cos(double x)
{
    if (!(x >= -1e5 && x <= 1e5)) return detail::not_a_number;
    const auto [turns, r, low] = detail::reduce_by_half_pi(x);
    const double value = (turns & 1U) != 0 ? detail::sin_core(r, low) : detail::cos_core(r, low);
    return turns == 1 || turns == 2 ? -value : value;
}

/// z with P(N(0,1) <= z) = p; infinite at 0 and 1, NaN outside [0, 1].
/// Rational approximations of Wichura, Applied Statistics 37 (1988), algorithm AS 241, about 1e-16 relative.
inline double normal_quantile(double p)
{
    const double q = p - 0.5;
    if (q >= -0.425 && q <= 0.425) {
        const double r = 0.180625 - q * q;
        const double numerator =
            3.3871328727963666080e0 +
            r * (1.3314166789178437745e2 +
                 r * (1.9715909503065514427e3 +
                      r * (1.3731693765509461125e4 +
                           r * (4.5921953931549871457e4 +
                                r * (6.7265770927008700853e4 +
                                     r * (3.3430575583588128105e4 + r * 2.5090809287301226727e3))))));
        const double denominator =
            1.0 + r * (4.2313330701600911252e1 +
                       r * (6.8718700749205790830e2 +
                            r * (5.3941960214247511077e3 +
                                 r * (2.1213794301586595867e4 +
                                      r * (3.9307895800092710610e4 +
                                           r * (2.8729085735721942674e4 + r * 5.2264952788528545610e3))))));
        return q * numerator / denominator;
    }
    const double tail = q < 0.0 ? p : 1.0 - p;
    if (!(tail > 0.0)) return tail == 0.0 ? (q < 0.0 ? -detail::infinity : detail::infinity) : detail::not_a_number;
    double r = std::sqrt(-log(tail));
    double z = 0.0;
    if (r <= 5.0) {
        r -= 1.6;
        const double numerator =
            1.42343711074968357734e0 +
            r * (4.63033784615654529590e0 +
                 r * (5.76949722146069140550e0 +
                      r * (3.64784832476320460504e0 +
                           r * (1.27045825245236838258e0 +
                                r * (2.41780725177450611770e-1 +
                                     r * (2.27238449892691845833e-2 + r * 7.74545014278341407640e-4))))));
        const double denominator =
            1.0 + r * (2.05319162663775882187e0 +
                       r * (1.67638483018380384940e0 +
                            r * (6.89767334985100004550e-1 +
                                 r * (1.48103976427480074590e-1 +
                                      r * (1.51986665636164571966e-2 +
                                           r * (5.47593808499534494600e-4 + r * 1.05075007164441684324e-9))))));
        z = numerator / denominator;
    } else {
        r -= 5.0;
        const double numerator =
            6.65790464350110377720e0 +
            r * (5.46378491116411436990e0 +
                 r * (1.78482653991729133580e0 +
                      r * (2.96560571828504891230e-1 +
                           r * (2.65321895265761230930e-2 +
                                r * (1.24266094738807843860e-3 +
                                     r * (2.71155556874348757815e-5 + r * 2.01033439929228813265e-7))))));
        const double denominator =
            1.0 + r * (5.99832206555887937690e-1 +
                       r * (1.36929880922735805310e-1 +
                            r * (1.48753612908506148525e-2 +
                                 r * (7.86869131145613259100e-4 +
                                      r * (1.84631831751005468180e-5 +
                                           r * (1.42151175831644588870e-7 + r * 2.04426310338993978564e-15))))));
        z = numerator / denominator;
    }
    return q < 0.0 ? -z : z;
}

} // namespace samspil::elementary
