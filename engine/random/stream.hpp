// SPDX-License-Identifier: MPL-2.0
// Chance has an address: a draw is a pure function of (seed, replication, purpose, entity, index, lane).
// Nobody owns a generator, so nothing that one citizen does moves the draws of another. Philox4x32-10.
#pragma once

#include <Random123/philox.h>

#include <array>
#include <bit>
#include <cstdint>

namespace samspil {

/// Whose luck: the run's seed and the replication's number.
struct Chance {
    std::uint32_t seed = 0;
    std::uint32_t replication = 0;
};

/// What a draw is for. Numbers are part of every result: never renumber or reuse one, add at the end.
enum class Purpose : std::uint16_t {
    home_place = 1,
    living_alone = 2,
    education = 3,
    car = 4,
    digital = 5,
    frailty = 6,
    score_level = 7,
    score_dimension = 8,
    score_noise = 9,
    initial_level = 10,
    initial_residence = 11,
    clock_death = 12,
    clock_nursing_home = 13,
    clock_decline = 14,
    clock_recovery = 15,
    clock_move = 16,
    consideration_week = 17,
    consideration_noise = 18,
    nest_noise = 19,
    none_noise = 20,
    knows_centre = 21,
    staff_assessment = 22,
    visitation_assessment = 23,
    accept_place = 24,
    leave_queue = 25,
    sessions = 26,
    attendance = 27,
    drop_out = 28,
    club_exit = 29,
    lottery = 30,
    volunteer_hours = 31,
    volunteer_quit = 32,
    volunteer_arrival = 33,
    volunteer_ask = 34,
    review_week = 35,
    life_sample = 36,
    unit_arrival = 37,
    unit_stay = 38,
    bootstrap = 39,
    futures = 40,
    // places
    interests = 70,
    house_programme = 71,
    ride_dialogue = 72,
    volunteer_follows = 73,
    // 41 to 139: the modules' own ranges
    interview = 60,
    case_lottery = 61,
    single_service = 62,
    single_clock = 63,
    media_exposure = 41,
    contact_week = 42,
    visit_week = 43,
    visit_accepted = 44,
    need_detected = 45,
    need_shared = 46,
    uptake = 47,
    bridge_queue = 48,
    self_search = 49,
    compass_entry = 50,
    tie_partner = 80,
    tie_taste = 81,
    tie_meeting = 82,
    club_interest = 83,
    club_founding = 84,
    club_willing = 85,
    inclination = 86,
    lonely_start = 87,
    lonely_change = 88,
    forum_visit = 89,
    volunteer_skills = 100,
    volunteer_side = 101,
    helper_occasion = 102,
    helper_hours = 103,
    helper_quit = 104,
    agreement = 105,
    bridge_recruit = 106,
    staff_leaves = 120,
    vacancy_weeks = 121,
    post_category = 122,
    partner_leaves = 123,
    forecast_error = 124,
};

/// Four independent 32-bit draws at one address. `index` is an event number or a calendar number (week,
/// half-year); `lane` tells further draws of the same index apart. Always inline, so that loops vectorise.
[[gnu::always_inline]] inline std::array<std::uint32_t, 4> draw4(Chance chance, Purpose purpose, std::uint64_t entity,
                                                                 std::uint32_t index, std::uint16_t lane = 0)
{
    const r123::Philox4x32::key_type key{{chance.seed, chance.replication}};
    const r123::Philox4x32::ctr_type counter{
        {static_cast<std::uint32_t>(entity), static_cast<std::uint32_t>(entity >> 32), index,
         static_cast<std::uint32_t>(purpose) | static_cast<std::uint32_t>(lane) << 16}};
    const auto drawn = r123::Philox4x32{}(counter, key);
    return {drawn[0], drawn[1], drawn[2], drawn[3]};
}

/// A uniform number in the open interval (0, 1): the middle of one of 2^32 equal cells.
inline double unit(std::uint32_t word) { return (static_cast<double>(word) + 0.5) * 0x1p-32; }

/// As `unit` with 2^52 cells, the finest whose middles are all exact doubles (53 significant bits); 1 - u is
/// exact too. The 12 lowest bits of `low` are unused.
inline double unit53(std::uint32_t low, std::uint32_t high)
{
    const std::uint64_t word = (static_cast<std::uint64_t>(high) << 32 | low) >> 12;
    // 1 + word 2^-52 is built from its bits; the subtraction is exact.
    return std::bit_cast<double>(word | 0x3ff0000000000000ULL) - (1.0 - 0x1p-53);
}

/// The first uniform number in (0, 1) at an address.
inline double uniform(Chance chance, Purpose purpose, std::uint64_t entity, std::uint32_t index, std::uint16_t lane = 0)
{
    const auto drawn = draw4(chance, purpose, entity, index, lane);
    return unit53(drawn[0], drawn[1]);
}

} // namespace samspil
