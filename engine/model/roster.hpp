// SPDX-License-Identifier: MPL-2.0
// Everyone who lives in the municipality at 65 or over during a run, listed before week 0 and the same in every
// option and replication: those of the newest table at the start, and all who turn 65 later (docs/model.md 5.1).
#pragma once

#include "engine/base/units.hpp"
#include "engine/model/scenario.hpp"

#include <cstdint>
#include <vector>

namespace samspil {

/// Identity of a synthetic citizen: neighbourhood key, sex, birth week, ordinal. Rows and names do not enter.
struct Person {
    std::uint64_t id = 0;
    std::int32_t week_65 = 0;    ///< week of the 65th birthday, counted from week 0; may be negative
    std::uint16_t neighbourhood = 0; ///< index into Scenario::neighbourhoods
    Sex sex = Sex::male;
};

std::uint64_t person_id(int neighbourhood_key, Sex sex, std::int32_t birth_week, std::uint32_t ordinal);

/// What an identity says. `birth_week` is that of the first of the place; `generation` how often it passed on.
struct PersonParts {
    int neighbourhood_key = 0;
    Sex sex = Sex::male;
    std::int32_t birth_week = 0; ///< weeks since Monday 5 January 1970, may be negative
    std::uint32_t ordinal = 0;   ///< among those of the same place, sex and week, from 0
    int generation = 0;
};
PersonParts parts_of(std::uint64_t id);

/// A fixed share of citizens, spread over birth weeks: 0..n-1, the same in every option.
constexpr std::uint64_t group_of(std::uint64_t id, std::uint64_t n) { return ((id >> 20) + id) % n; }

/// The person who comes after another in the same place (`entry: replacement`): slot and generation. The bits above
/// the key of a neighbourhood count the generation; after 63 the numbers, and with them the luck, begin again.
constexpr std::uint64_t next_generation(std::uint64_t id)
{
    constexpr std::uint64_t one = std::uint64_t{1} << 57, generations = std::uint64_t{63} << 57;
    return (id & ~generations) | ((id + one) & generations);
}

/// All persons, by id.
std::vector<Person> make_roster(const Scenario& scenario);

} // namespace samspil
