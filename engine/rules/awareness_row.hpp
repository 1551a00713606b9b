// SPDX-License-Identifier: MPL-2.0
// A look at many houses side by side, so that the processor compares several at once (docs/model.md 7.5). Single precision
// is enough for what is sure: a margin of rounding leaves the rest to `known_after`.
#pragma once

#include "engine/model/world.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace samspil {

struct HouseRow {
    static constexpr std::size_t most = 64;
    std::array<std::int32_t, most> house;           ///< where the caller finds it
    std::array<std::int32_t, most> x_m, y_m, extra_m; ///< of the house; beside the way as the crow flies
    std::array<std::int32_t, most> metres;          ///< from the home, as `distance_m`
    std::array<std::int32_t, most> word;            ///< luck, 16 bits a layer
    std::array<std::int32_t, most> before;          ///< knew + 2 held
    std::array<std::int32_t, most> open;            ///< not 0: only `known_after` can tell
    std::array<float, most> up;                     ///< chance a week to hear of the house
    std::array<std::int32_t, most> answer;          ///< known + 2 told, where it can be told here
    std::size_t count = 0;
};

/// What a look holds against every house.
struct LookTerms {
    double heeds = 1, reach = 0, pass_by = 0;              ///< share of it heeded; media a week; within near_m of the home
    double near_m = 0;
    double forget_house = 0, forget_content = 0;           ///< a week
    double keep_house = 0, keep_content = 0;               ///< share that still knows, with nothing learnt
    bool first = true;                                     ///< the first look: what long exposure leaves
    Week weeks = 0;                                        ///< since the last one
};

/// Fills `metres` and `up` of houses that have told of themselves all the time.
void add_ways(HouseRow& row, const Premises& premises, const Citizen& citizen, const LookTerms& terms);
/// What `known_after` says wherever rounding cannot turn it: spares most houses the exponential. Adds the others to `open`.
void add_answers(HouseRow& row, const LookTerms& terms);
/// Luck of one layer, from half a word: the middle of one of 2^16 equal cells; exact.
inline float luck_of(std::int32_t half) { return (static_cast<float>(half) + 0.5F) * 0x1p-16F; }

} // namespace samspil
