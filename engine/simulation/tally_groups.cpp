// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_groups.hpp"

#include "engine/simulation/tally.hpp"
#include "engine/simulation/tally_looks.hpp"

namespace samspil {
namespace {

constexpr std::size_t starts_together = 4096;
constexpr Week look_every = 13, look_at_week = 6;
void add_to(GroupCounts& to, const GroupCounts& counts)
{
    for (std::size_t c = 0; c < counted_count; ++c) to[c] += counts[c];
}

void add_each(std::vector<GroupCounts>& to, const std::vector<GroupCounts>& counts)
{
    for (std::size_t g = 0; g < to.size(); ++g) add_to(to[g], counts[g]);
}

} // namespace

void GroupCells::add(const GroupCells& part)
{
    add_each(cells_, part.cells_);
    add_each(kinds_, part.kinds_);
    add_each(homes_, part.homes_);
}

GroupCells::GroupCells(const Grouping& grouping)
    : cells_(grouping.size()), kinds_(PersonKind::count), home_areas_(grouping.members(Dimension::area).size() + 1)
{
    homes_.resize(grouping.members(Dimension::neighbourhood).size() * home_areas_);
}

void GroupCells::spread(const Grouping& grouping)
{
    for (std::size_t level = 0; level < PersonKind::levels; ++level) {
        for (std::size_t age = 0; age < age_group_count; ++age) {
            for (std::size_t sex = 0; sex < PersonKind::sexes; ++sex) {
                for (std::size_t household = 0; household < PersonKind::households; ++household) {
                    for (std::size_t education = 0; education < PersonKind::educations; ++education) {
                        const GroupCounts& counts = kinds_[PersonKind{level, age, sex, household, education}.place()];
                        add_to(at(grouping, Dimension::all, 0), counts);
                        add_to(at(grouping, Dimension::level, level), counts);
                        add_to(at(grouping, Dimension::age, age), counts);
                        add_to(at(grouping, Dimension::sex, sex), counts);
                        add_to(at(grouping, Dimension::household, household), counts);
                        add_to(at(grouping, Dimension::education, education), counts);
                    }
                }
            }
        }
    }
    for (std::size_t neighbourhood = 0; neighbourhood < homes_.size() / home_areas_; ++neighbourhood) {
        for (int area = -1; area + 1 < static_cast<int>(home_areas_); ++area) {
            const GroupCounts& counts = of_homes(neighbourhood, area);
            const int district = grouping.district_of_area(area);
            add_to(at(grouping, Dimension::neighbourhood, neighbourhood), counts);
            if (area >= 0) add_to(at(grouping, Dimension::area, static_cast<std::size_t>(area)), counts);
            if (district >= 0) add_to(at(grouping, Dimension::district, static_cast<std::size_t>(district)), counts);
        }
    }
}

template <class Change>
void GroupTally::for_person(GroupCells& into, const Citizen& citizen, Week week, Change change) const
{
    change(into.of_kind(kind_of(citizen, week).place()));
    change(into.of_homes(citizen.neighbourhood, citizen.home_area));
}

template <class Change>
void GroupTally::for_stay(GroupCells& into, const Premises& premises, std::int16_t unit, Change change) const
{
    const OfferUnit& at = premises.units[static_cast<std::size_t>(unit)];
    change(into.at(*grouping_, Dimension::centre, static_cast<std::size_t>(at.centre)));
    change(into.at(*grouping_, Dimension::offer, index_of(at.offer)));
}

template <class Change>
void GroupTally::for_house(GroupCells& into, std::size_t centre, Change change) const
{
    const int area = grouping_->area_of_centre(centre), district = grouping_->district_of_area(area);
    change(into.at(*grouping_, Dimension::all, 0));
    if (area >= 0) change(into.at(*grouping_, Dimension::area, static_cast<std::size_t>(area)));
    if (district >= 0) change(into.at(*grouping_, Dimension::district, static_cast<std::size_t>(district)));
    change(into.at(*grouping_, Dimension::centre, centre));
}

bool GroupTally::wants_look(const Premises& premises, Week week)
{
    const Week into = week - premises.scenario->period.burn_in_weeks;
    return into >= 0 && into % look_every == look_at_week;
}

void GroupTally::add_scores(GroupCells& into, const Premises& premises, const Citizen& citizen, Week week, const Census& before,
                            const Census& after) const
{
    using C = Counted;
    constexpr auto each = static_cast<std::int64_t>(census_share); // stands for so many
    const auto change = [&](GroupCounts& counts) {
        counts[index_of(C::participants)] += each * (after.participants - before.participants);
        counts[index_of(C::rightly_placed)] += each * (after.rightly_placed - before.rightly_placed);
        counts[index_of(C::narrow_gap)] += each * (after.narrow_gap - before.narrow_gap);
        counts[index_of(C::wide_gap)] += each * (after.wide_gap - before.wide_gap);
    };
    for_person(into, citizen, week, change);
    if (citizen.unit != no_unit) for_stay(into, premises, citizen.unit, change);
}

void GroupTally::observe(const Premises& premises, const World& world, std::span<const Start> starts, const Workers& workers)
{
    ++weeks_;
    const std::size_t blocks = block_count(workers, starts.size(), starts_together);
    if (blocks < 2 || workers.threads() < 2) {
        count_starts(cells_, premises, world, starts);
    } else {
        std::vector<GroupCells> parts(blocks, empty());
        for_blocks(workers, starts.size(), starts_together, [&](std::size_t index, std::size_t begin, std::size_t end) {
            count_starts(parts[index], premises, world, starts.subspan(begin, end - begin));
        });
        for (const GroupCells& part : parts) cells_.add(part);
    }
    count_houses(premises, world);
}

void GroupTally::count_starts(GroupCells& into, const Premises& premises, const World& world, std::span<const Start> starts) const
{
    using C = Counted;
    for (std::size_t k = 0; k < starts.size(); ++k) {
        if (k + 4 * rows_ahead < starts.size()) world.citizens.expect(starts[k + 4 * rows_ahead].row);
        if (k + 2 * rows_ahead < starts.size()) expect_groups(world.citizens[starts[k + 2 * rows_ahead].row]);
        const Start& start = starts[k];
        const auto change = [&](GroupCounts& counts) {
            ++counts[index_of(C::started)];
            ++counts[index_of(C::started, start.offer)];
            counts[index_of(C::waited)] += start.waited;
            counts[index_of(C::waited, start.offer)] += start.waited;
        };
        for_person(into, world.citizens[start.row], world.week, change);
        for_stay(into, premises, start.unit, change);
    }
}

void GroupTally::count_houses(const Premises& premises, const World& world)
{
    using C = Counted;
    for (std::size_t u = 0; u < premises.units.size(); ++u) {
        const Offer offer = premises.units[u].offer;
        const auto change = [&](GroupCounts& counts) {
            counts[index_of(C::offered)] += world.units[u].offered;
            counts[index_of(C::offered, offer)] += world.units[u].offered;
            counts[index_of(C::taken)] += world.counts.taken[u];
            counts[index_of(C::taken, offer)] += world.counts.taken[u];
        };
        for_house(cells_, static_cast<std::size_t>(premises.units[u].centre), change);
        change(cells_.at(*grouping_, Dimension::offer, index_of(offer)));
    }
    for (std::size_t j = 0; j < world.centres.size(); ++j) {
        const CentreState& centre = world.centres[j];
        for_house(cells_, j, [&](GroupCounts& counts) {
            counts[index_of(C::volunteers)] += centre.volunteers;
            counts[index_of(C::overasked)] += overasked_volunteers(world, j);
        });
    }
}

int overasked_volunteers(const World& world, std::size_t centre)
{
    const HouseHelp& help = world.volunteering.houses[centre];
    const int serving = world.centres[centre].volunteers - help.nursing;
    return (world.centres[centre].burden > overasked_limit ? serving : 0) + (help.nursing_burden > overasked_limit ? help.nursing : 0);
}

std::vector<std::vector<double>> GroupTally::report() const
{
    GroupCells all = cells_;
    all.spread(*grouping_);
    std::vector<std::vector<double>> tables;
    for (std::size_t d = 0; d < dimension_count; ++d) {
        const auto dimension = static_cast<Dimension>(d);
        std::vector<double>& table = tables.emplace_back();
        for (const GroupKpi& kpi : group_kpis()) {
            for (std::size_t m = 0; m < grouping_->members(dimension).size(); ++m) {
                GroupCounts counts = all.at(*grouping_, dimension, m);
                counts[index_of(Counted::look)] = looks_;
                counts[index_of(Counted::week)] = weeks_;
                counts[index_of(Counted::census)] = censuses_;
                table.push_back(group_value(kpi, dimension, counts));
            }
        }
    }
    return tables;
}

} // namespace samspil
