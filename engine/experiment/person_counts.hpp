// SPDX-License-Identifier: MPL-2.0
// What one synthetic citizen had under base and option, and the counts of those who gain, lose or keep: plain numbers
// that add up. How they are found stands in who_changes.hpp.
#pragma once

#include "engine/experiment/first_difference.hpp"
#include "engine/model/groups.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace samspil {

/// Groups that persons are counted by; each citizen belongs where the first week in the period finds them.
inline constexpr std::array person_dimensions{Dimension::district, Dimension::level, Dimension::age, Dimension::sex};
inline constexpr std::size_t person_dimension_count = person_dimensions.size();

struct PersonWeeks {
    std::uint64_t id = 0;
    std::array<std::int32_t, offer_count> weeks{}; ///< of the period with a place at the week's end, by offer
    std::int32_t there = 0;                        ///< of the period, living at home or in a nursing home at the week's end
    std::array<std::int16_t, person_dimension_count> member{-1, -1, -1, -1}; ///< of each dimension, or -1
    bool operator==(const PersonWeeks&) const = default;
};

/// Weeks with a place in any offer.
std::int32_t weeks_in_offers(const PersonWeeks& person);

/// What weeks are counted of: all offers, the three that staff take part in, then each of the four.
inline constexpr std::size_t person_measure_count = 2 + offer_count;
inline constexpr std::size_t all_offers = 0, municipal_offers = 1, first_offer = 2;
std::string_view id_of_measure(std::size_t measure); ///< "all", "municipal", "klub", ...
Label label_of_measure(std::size_t measure);
std::int32_t weeks_of(const PersonWeeks& person, std::size_t measure);

/// One citizen under base and option; who is in one of them only has no weeks in the other.
struct PersonChange {
    PersonWeeks base, option;
    std::optional<LifeDifference> parting; ///< the first event that differs, if one does
    std::int32_t difference(std::size_t measure) const { return weeks_of(option, measure) - weeks_of(base, measure); }
    /// Of each dimension: as the base finds the citizen, else the option.
    const std::array<std::int16_t, person_dimension_count>& member() const { return base.there > 0 ? base.member : option.member; }
};

/// Counts of citizens, and the weeks that those who gain get and those who lose give up.
struct GainLoss {
    std::int64_t persons = 0, gain = 0, lose = 0;
    std::int64_t weeks_gained = 0, weeks_lost = 0; ///< both not negative
    std::int64_t same() const { return persons - gain - lose; }
    std::int64_t difference() const { return weeks_gained - weeks_lost; }
    void add(std::int64_t weeks);
    void add(const GainLoss& more);
    bool operator==(const GainLoss&) const = default;
};

/// Sizes of a difference in weeks: over a year fewer, over a quarter fewer, ..., none, ..., over a year more.
inline constexpr std::size_t size_class_count = 9;
std::size_t size_class(std::int32_t weeks);
Label label_of_size_class(std::size_t size);

/// One replication, or the sum of several.
struct PersonCounts {
    std::array<GainLoss, person_measure_count> all{};
    std::array<std::vector<GainLoss>, person_dimension_count> by_member; ///< all offers; those of no member are left out
    std::array<std::int64_t, size_class_count> by_size{};                ///< all offers
    std::array<GainLoss, cause_count> by_cause{};                        ///< lives that part, all offers
    std::vector<std::int64_t> parted_by_year;                            ///< of the period; those before it in the first
    std::int64_t parted = 0;      ///< lives with any event that differs, of those in the period
    std::int64_t parted_same = 0; ///< of them, with as many weeks in offers in both
    /// What the aggregates say of the same runs: sums of the series `users` over houses and weeks, and of citizens.
    std::array<std::int64_t, offer_count> base_weeks{}, option_weeks{};
    /// The same sums of the citizens.
    std::array<std::int64_t, offer_count> base_sum{}, option_sum{};
    std::int64_t base_there = 0, option_there = 0; ///< citizen-weeks in the municipality
    bool agrees() const { return base_weeks == base_sum && option_weeks == option_sum; }
    void add(const PersonCounts& more);
};

struct WhoChanges {
    int first_replication = 0;
    std::vector<PersonCounts> replications;
    std::array<std::vector<GroupMember>, person_dimension_count> members; ///< as the base groups them
    int weeks = 0;                                                        ///< of the period
    bool stopped = false;
    PersonCounts sum() const;
};

/// Sums of the series `users` over houses and weeks, by offer; `users`: week x centre x offer.
std::array<std::int64_t, offer_count> weeks_by_offer(std::span<const std::int32_t> users);

} // namespace samspil
