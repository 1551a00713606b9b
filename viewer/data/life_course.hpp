// SPDX-License-Identifier: MPL-2.0
// One synthetic citizen's life as spans of weeks: functional level, stays in offers, waits. Made from the events of a
// result; weeks are those of the counted period, 0 its first.
#pragma once

#include "viewer/data/result.hpp"

#include "engine/model/offer.hpp"
#include "engine/model/world.hpp"

#include <optional>
#include <span>
#include <vector>

namespace samspil::viewer {

/// From the week `from` up to and without `to`.
struct LevelSpan {
    int from = 0, to = 0;
    int level = 1; ///< 1 high to 4 low
    bool nursing_home = false;
};

struct StaySpan {
    int from = 0, to = 0;
    Offer offer{};
    int centre = 0;               ///< key
    int began = 0;                ///< before 0 where the stay began before the period
    int sessions = 0;             ///< a week
    int waited = 0;               ///< weeks
    std::optional<EndReason> end; ///< nothing: still there at the end
};

/// A wait that ended in a place. Those who gave up leave no event, so only the beginning of their wait is known.
struct WaitSpan {
    int from = 0, to = 0;
    Offer offer{};
    int centre = 0;
    bool got_place = false; ///< if not, `to` is `from`
};

struct Course {
    std::vector<LevelSpan> levels; ///< side by side, within the period
    std::vector<StaySpan> stays;   ///< one after another, within the period
    std::vector<WaitSpan> waits;   ///< may overlap
    std::vector<LifeEvent> events; ///< all of the life, weeks of the period (negative: before it)
    int enters = 0, leaves = 0;    ///< weeks of the period in which the citizen lives in the municipality
    bool died = false, moved = false;
    bool is_there() const { return leaves > enters; }
};

/// The events of one citizen; empty when not among them.
std::span<const LifeEvent> events_of(const Lives& lives, std::uint64_t person);

/// `weeks` is the length of the period, `burn_in_weeks` what came before it.
Course course_of(std::span<const LifeEvent> events, int burn_in_weeks, int weeks);

int weeks_enrolled(const Course& course);
/// Weeks in which one life has another offer or another house than the other.
int weeks_apart(const Course& a, const Course& b);

/// What holds in a week; null where nothing does.
const LevelSpan* level_at(const Course& course, int week);
const StaySpan* stay_at(const Course& course, int week);

} // namespace samspil::viewer
