// SPDX-License-Identifier: MPL-2.0
// KPIs by group: four looks a year at every citizen, places and volunteers week by week, and those who were given a
// place. Counts are kept for each member of each dimension by itself, not for every combination.
#pragma once

#include "engine/model/groups.hpp"
#include "engine/model/world.hpp"
#include "engine/rules/rules.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace samspil {

struct Census;
class LookCells;

/// Burden beyond which a volunteer counts as over-asked (8).
inline constexpr double overasked_limit = 1.2;
/// Volunteers of a house whose burden is above it: those who serve the house, and those at the nursing home's side.
int overasked_volunteers(const World& world, std::size_t centre);

/// What tells the groups a person belongs to, the home apart. Counted by kind first: one entry instead of six.
struct PersonKind {
    std::size_t level = 0, age = 0, sex = 0, household = 0, education = 0; ///< members of their dimensions
    static constexpr std::size_t levels = 4, sexes = 2, households = 2, educations = 3;
    static constexpr std::size_t count = levels * age_group_count * sexes * households * educations;
    std::size_t place() const { return (((level * age_group_count + age) * sexes + sex) * households + household) * educations + education; }
};

inline PersonKind kind_of(const Citizen& citizen, Week week)
{
    const auto number = [](bool value) { return value ? std::size_t{1} : std::size_t{0}; };
    return {citizen.level, age_group(week - citizen.week_65), number(citizen.sex == Sex::female), number(citizen.alone),
            citizen.information.education - std::size_t{1}};
}

/// Counts of every group, in the order of Grouping; of persons by kind and by home until they are spread.
class GroupCells {
public:
    explicit GroupCells(const Grouping& grouping);
    GroupCounts& of_kind(std::size_t place) { return kinds_[place]; }
    /// Of a neighbourhood's homes in one area; -1: in none.
    GroupCounts& of_homes(std::size_t neighbourhood, int area) { return homes_[neighbourhood * home_areas_ + static_cast<std::size_t>(area + 1)]; }
    /// Adds what was counted by kind and by home to the groups they belong to; once, before the groups are read.
    void spread(const Grouping& grouping);
    GroupCounts& at(const Grouping& grouping, Dimension dimension, std::size_t member) { return cells_[grouping.first(dimension) + member]; }
    const GroupCounts& at(const Grouping& grouping, Dimension dimension, std::size_t member) const
    {
        return cells_[grouping.first(dimension) + member];
    }
    void add(const GroupCells& part);
    /// What a look has counted.
    void add(const LookCells& look, const Grouping& grouping, const Premises& premises);

private:
    std::vector<GroupCounts> cells_, kinds_, homes_;
    std::size_t home_areas_ = 1; ///< and none
};

class GroupTally {
public:
    explicit GroupTally(const Premises& premises) : grouping_(premises.grouping), cells_(*grouping_) {}

    /// In the middle of each quarter of a year of the period.
    static bool wants_look(const Premises& premises, Week week);
    GroupCells empty() const { return GroupCells(*grouping_); }
    const Grouping& grouping() const { return *grouping_; }
    /// What the census of true scores saw in one citizen: its counts before and after.
    void add_scores(GroupCells& into, const Premises& premises, const Citizen& citizen, Week week, const Census& before,
                    const Census& after) const;
    void add(const GroupCells& part) { cells_.add(part); }
    void add(const LookCells& part, const Premises& premises) { cells_.add(part, *grouping_, premises); }
    void finish_look() { ++looks_; }
    void finish_census() { ++censuses_; }

    /// Weekly, in the period only.
    void observe(const Premises& premises, const World& world, std::span<const Start> starts, const Workers& workers);

    /// By dimension: KPI x member.
    std::vector<std::vector<double>> report() const;

private:
    /// Calls for every group a person belongs to, houses and offers apart.
    template <class Change>
    void for_person(GroupCells& into, const Citizen& citizen, Week week, Change change) const;
    template <class Change>
    void for_stay(GroupCells& into, const Premises& premises, std::int16_t unit, Change change) const;
    void count_starts(GroupCells& into, const Premises& premises, const World& world, std::span<const Start> starts) const;
    void count_houses(const Premises& premises, const World& world);
    template <class Change>
    void for_house(GroupCells& into, std::size_t centre, Change change) const;

    std::shared_ptr<const Grouping> grouping_;
    GroupCells cells_;
    std::int64_t looks_ = 0, weeks_ = 0, censuses_ = 0;
};

} // namespace samspil
