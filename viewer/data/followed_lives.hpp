// SPDX-License-Identifier: MPL-2.0
// The citizens whose lives a result follows (a keyed sample, replication 0): whose lives two options set apart, when
// and why, and lists to choose one from.
#pragma once

#include "viewer/data/life_course.hpp"

#include "engine/experiment/first_difference.hpp"

#include <array>
#include <optional>
#include <vector>

namespace samspil::viewer {

/// Share of citizens followed, as a study does unless it is told otherwise.
inline constexpr double followed_share = 0.005;

struct FollowedLife {
    std::uint64_t person = 0;
    int enrolled = 0;                      ///< weeks in an offer under the base
    int apart = 0;                         ///< weeks with another offer or house under the option
    std::optional<LifeDifference> parting; ///< weeks of the period
};

struct FollowedLives {
    std::vector<FollowedLife> all;         ///< in the municipality in some week of the period; by person
    std::array<int, cause_count> causes{}; ///< lives that part, by Cause
    int parted = 0;
    bool paired = false; ///< held against the lives of an option
};

/// Keys of houses that one of the two results opens or closes, by their interventions.
std::vector<int> houses_opened_or_closed(const Result& base, const Result& option);

/// `option` and its lives may be null: then nobody's life parts.
FollowedLives followed_lives(const Result& base, const Lives& lives, const Result* option, const Lives* option_lives);

const FollowedLife* find_life(const FollowedLives& lives, std::uint64_t person);

/// Lists to choose from; 2 and on: the lives that part by a cause.
enum class LivesList : int { most_changed, unchanged, by_cause };
constexpr int list_of(Cause cause) { return static_cast<int>(LivesList::by_cause) + static_cast<int>(cause); }

/// Most changed first; those not changed in a keyed order that favours nobody. Most of these never use an offer.
/// Without an option everybody, those with most weeks in offers first.
std::vector<const FollowedLife*> listed(const FollowedLives& lives, int list);

/// The next in a keyed order of everybody: the same walk every time, from any start.
std::uint64_t next_at_random(const FollowedLives& lives, std::uint64_t after);

/// The citizen chosen, else the one whose life changes most, else the one with most weeks in offers; 0 when nobody is
/// followed.
std::uint64_t person_shown(const FollowedLives& lives, std::uint64_t chosen);

} // namespace samspil::viewer
