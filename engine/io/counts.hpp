// SPDX-License-Identifier: MPL-2.0
// How many of what, with the noun in its right number: one task, two tasks.
#pragma once

#include "engine/base/text.hpp"

#include <cstddef>

#include <fmt/format.h>

namespace samspil {

/// "1 punkt", "2 punkter".
inline Text counted(std::size_t number, Label one, Label several)
{
    const Label word = number == 1 ? one : several;
    return {fmt::format("{} {}", number, word.da), fmt::format("{} {}", number, word.en)};
}

/// "1 af 1 opgave", "1 af 5 opgaver".
inline Text out_of(std::size_t number, std::size_t all, Label one, Label several)
{
    const Text whole = counted(all, one, several);
    return {fmt::format("{} af {}", number, whole.da), fmt::format("{} of {}", number, whole.en)};
}

inline Text points_in_words(std::size_t n) { return counted(n, {"punkt", "point"}, {"punkter", "points"}); }
inline Text scenarios_in_words(std::size_t n) { return counted(n, {"scenarie", "scenario"}, {"scenarier", "scenarios"}); }
inline Text replications_in_words(std::size_t n) { return counted(n, {"gentagelse", "replication"}, {"gentagelser", "replications"}); }
inline Text runs_remembered(std::size_t n) { return counted(n, {"kørsel er husket", "run is remembered"}, {"kørsler er husket", "runs are remembered"}); }

} // namespace samspil
