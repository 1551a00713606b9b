// SPDX-License-Identifier: MPL-2.0
// Nested-logit choice by noise with an address (model.md appendix A). A person on an occasion takes the largest of
//   none:                 V0   + none_noise                        ~ Gumbel
//   offer o at centre j:  U_oj + theta (G_oj + log S_o) = U_oj + alternative_noise
// with G Gumbel and S positive theta-stable, one S for each nest (offer). The shares are those of the nested logit;
// and since no noise is shared with `none` or moved by others, a new alternative only draws people to itself.
#pragma once

#include "engine/random/distributions.hpp"
#include "engine/random/stream.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace samspil {

namespace detail {
/// Occasions (calendar half-years) below 4096, offers below 64.
inline std::uint16_t choice_lane(std::uint32_t offer, std::uint32_t occasion)
{
    return static_cast<std::uint16_t>((occasion & 0xfffU) | (offer >> 2 & 0xfU) << 12);
}
} // namespace detail

/// log S of a nest: the part of the noise that all centres with this offer share. 0 when theta is 1.
inline double nest_noise(Chance chance, std::uint64_t person, std::uint32_t offer, std::uint32_t occasion, double theta)
{
    if (theta == 1.0) return 0.0;
    const auto drawn = draw4(chance, Purpose::nest_noise, person, offer, detail::choice_lane(0, occasion));
    return log_positive_stable(theta, unit(drawn[0]), unit(drawn[1]));
}

namespace detail {
inline constexpr int gumbel_cells = 64; ///< quarters of a unit, from -4 to 12
inline std::array<double, gumbel_cells> make_gumbel_shares()
{
    std::array<double, gumbel_cells> shares{};
    for (int k = 0; k < gumbel_cells; ++k) shares[static_cast<std::size_t>(k)] = elementary::exp(-elementary::exp(4.0 - k / 4.0));
    return shares;
}
/// P(G <= -4 + k/4).
inline const std::array<double, gumbel_cells> gumbel_shares = make_gumbel_shares();
} // namespace detail

/// Whether the Gumbel draw of this uniform is surely below g: a look in a table that spares most alternatives their
/// logarithms. The table is read a quarter lower than it could be, so no rounding can turn the answer.
inline bool gumbel_surely_below(double u, double g)
{
    const double quarters = 4.0 * (g + 4.0);
    if (!(quarters >= 1.0)) return false;
    const int cell = static_cast<int>(std::min(quarters, static_cast<double>(detail::gumbel_cells))) - 1;
    return u < detail::gumbel_shares[static_cast<std::size_t>(cell)];
}

/// The uniform behind `alternative_noise`.
inline double alternative_uniform(Chance chance, std::uint64_t person, std::uint32_t centre_key, std::uint32_t offer,
                                  std::uint32_t occasion)
{
    return unit(draw4(chance, Purpose::consideration_noise, person, centre_key, detail::choice_lane(offer, occasion))[offer & 3U]);
}

/// theta (G + log S), to be added to the utility of this offer at this centre; `log_stable` is the nest's noise.
/// Four neighbouring offers of a centre share one draw.
inline double alternative_noise(Chance chance, std::uint64_t person, std::uint32_t centre_key, std::uint32_t offer,
                                std::uint32_t occasion, double theta, double log_stable)
{
    return theta * (gumbel(alternative_uniform(chance, person, centre_key, offer, occasion)) + log_stable);
}

/// The Gumbel noise of staying without an offer.
inline double none_noise(Chance chance, std::uint64_t person, std::uint32_t occasion)
{
    return gumbel(unit(draw4(chance, Purpose::none_noise, person, occasion)[0]));
}

} // namespace samspil
