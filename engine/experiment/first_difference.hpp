// SPDX-License-Identifier: MPL-2.0
// Why two lives of one person parted: the first difference between the life courses of two options, and the cause it
// names (docs/model.md 5.6). Money and ties are no causes of their own: what they did shows as a place, a quality, a contact, or not at all.
#pragma once

#include "engine/model/indicators.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace samspil {

enum class Cause : std::uint8_t {
    place,               ///< a place was free or taken, a wait longer or shorter
    attention,           ///< the quality of a house, from its leader's attention
    place_and_attention, ///< a choice that saw other waits and other qualities
    turnover,            ///< staff turnover of the change shock: dropped out after a transition at another time
    access,              ///< another right to an offer by the visitation rule
    house,               ///< the house itself opened or closed
    contact,             ///< a contact brought the citizen on, or brought on others to a bridge first
    volunteering,        ///< became a volunteer, was asked for too much or stopped at another time
    unknown,             ///< the events do not tell
};
inline constexpr std::size_t cause_count = 9;

std::string_view id_of(Cause cause);

struct LifeDifference {
    std::uint64_t person = 0;
    std::int32_t week = 0;
    Cause cause = Cause::unknown;
    std::optional<LifeEvent> in_a, in_b; ///< the events that differ; one is absent where only the other life has it
};

/// Whether two events say the same about the life; what a choice looked at does not count, only what was chosen.
bool same_outcome(const LifeEvent& a, const LifeEvent& b);

/// The first difference between two courses of one person, or nothing. `houses`: keys of the centres that one of the
/// options opens or closes.
std::optional<LifeDifference> first_difference(std::span<const LifeEvent> a, std::span<const LifeEvent> b,
                                               std::span<const int> houses);

/// All persons whose courses differ, in order of person; each span is sorted by person, as in a ReplicationResult.
std::vector<LifeDifference> differing_lives(std::span<const LifeEvent> a, std::span<const LifeEvent> b,
                                            std::span<const int> houses);

} // namespace samspil
