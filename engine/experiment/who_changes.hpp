// SPDX-License-Identifier: MPL-2.0
// Who gains and who loses when an option is chosen: the same synthetic citizens under both, one by one, on the same
// chance. Their differences in weeks with a place add up to the difference of the series `users`, to the person.
#pragma once

#include "engine/experiment/first_difference.hpp"
#include "engine/experiment/person_tally.hpp"
#include "engine/experiment/study.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace samspil {

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

/// Keys of the houses that one of the scenarios opens or closes at a date.
std::vector<int> houses_opened_or_closed(const Scenario& base, const Scenario& option);

/// All citizens of one replication, by id.
struct PersonsOfReplication {
    std::vector<PersonChange> persons;
    PersonCounts counts;
};
/// Runs one replication of both, sharing what is before their first difference. Nothing when `stop` was set.
std::optional<PersonsOfReplication> persons_of(std::shared_ptr<const Premises> base, std::shared_ptr<const Premises> option,
                                               std::uint32_t seed, int replication, const Workers& workers,
                                               const std::atomic<bool>& stop);

struct WhoChangesPlan {
    const Scenario *base = nullptr, *option = nullptr;
    std::uint32_t seed = 1;
    int replications = 1; ///< from the first on, one at a time: memory is that of one pair
    std::function<void(const StudyProgress&)> progress; ///< may be empty
};
WhoChanges who_changes(const WhoChangesPlan& plan, const Workers& workers, const std::atomic<bool>& stop);

} // namespace samspil
