// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_groups.hpp"

#include "engine/simulation/tally.hpp"

namespace samspil {
namespace {

constexpr Week look_every = 52, look_at_week = 19;
constexpr std::int16_t travel_limit = 300; // tenths of a minute

std::size_t number(bool value) { return value ? 1 : 0; }

/// Fetches what tells a citizen's groups, half a row.
void expect_groups(const Citizen& citizen)
{
    __builtin_prefetch(&citizen.id);
    __builtin_prefetch(&citizen.alone);
    __builtin_prefetch(&citizen.information);
}

} // namespace

void GroupCells::add(const GroupCells& part)
{
    for (std::size_t g = 0; g < cells_.size(); ++g) {
        for (std::size_t c = 0; c < counted_count; ++c) cells_[g][c] += part.cells_[g][c];
    }
}

template <class Change>
void GroupTally::for_person(GroupCells& into, const Citizen& citizen, Week week, Change change) const
{
    const auto put = [&](Dimension dimension, std::size_t member) { change(into.at(grouping_, dimension, member)); };
    const auto put_if_any = [&](Dimension dimension, int member) {
        if (member >= 0) put(dimension, static_cast<std::size_t>(member));
    };
    const int area = grouping_.area_of_home(citizen.neighbourhood, citizen.x_m, citizen.y_m);
    put(Dimension::all, 0);
    put_if_any(Dimension::area, area);
    put_if_any(Dimension::district, grouping_.district_of_area(area));
    put(Dimension::neighbourhood, citizen.neighbourhood);
    put(Dimension::level, citizen.level);
    put(Dimension::age, age_group(week - citizen.week_65));
    put(Dimension::sex, number(citizen.sex == Sex::female));
    put(Dimension::household, number(citizen.alone));
    put(Dimension::education, citizen.information.education - std::size_t{1});
}

template <class Change>
void GroupTally::for_stay(GroupCells& into, const Premises& premises, std::int16_t unit, Change change) const
{
    const OfferUnit& at = premises.units[static_cast<std::size_t>(unit)];
    change(into.at(grouping_, Dimension::centre, static_cast<std::size_t>(at.centre)));
    change(into.at(grouping_, Dimension::offer, index_of(at.offer)));
}

template <class Change>
void GroupTally::for_house(GroupCells& into, std::size_t centre, Change change) const
{
    const int area = grouping_.area_of_centre(centre), district = grouping_.district_of_area(area);
    change(into.at(grouping_, Dimension::all, 0));
    if (area >= 0) change(into.at(grouping_, Dimension::area, static_cast<std::size_t>(area)));
    if (district >= 0) change(into.at(grouping_, Dimension::district, static_cast<std::size_t>(district)));
    change(into.at(grouping_, Dimension::centre, centre));
}

bool GroupTally::wants_look(const Premises& premises, Week week)
{
    const Week into = week - premises.scenario->period.burn_in_weeks;
    return into >= 0 && into % look_every == look_at_week;
}

void GroupTally::look_at(GroupCells& into, const Premises& premises, const Citizen& citizen, Week week) const
{
    if (citizen.residence != Residence::home && citizen.residence != Residence::nursing_home) return;
    using C = Counted;
    const bool in_nursing_home = citizen.residence == Residence::nursing_home;
    const auto use = [&](GroupCounts& counts) {
        ++counts[index_of(C::users)];
        ++counts[index_of(C::users, citizen.offer)];
        if (is_municipal(citizen.offer)) ++counts[index_of(C::municipal)];
        if (citizen.offer == Offer::vedligeholdende_hjem) return;
        ++counts[index_of(C::travellers)];
        counts[index_of(C::travel_tenths)] += citizen.minutes;
        if (citizen.minutes > travel_limit) ++counts[index_of(C::over_30)];
    };
    const auto wait = [&](GroupCounts& counts, const Waiting& waiting) {
        ++counts[index_of(C::waiting)];
        ++counts[index_of(C::waiting, premises.units[static_cast<std::size_t>(waiting.unit)].offer)];
    };
    for_person(into, citizen, week, [&](GroupCounts& counts) {
        ++counts[index_of(C::citizens)];
        ++counts[index_of(in_nursing_home ? C::nursing_home : C::at_home)];
        if (!in_nursing_home && citizen.people.lonely) ++counts[index_of(C::lonely)];
        if (citizen.unit != no_unit) use(counts);
        for (const Waiting& waiting : citizen.waiting) {
            if (waiting.unit != no_unit) wait(counts, waiting);
        }
    });
    if (citizen.unit != no_unit) for_stay(into, premises, citizen.unit, use);
    for (const Waiting& waiting : citizen.waiting) {
        if (waiting.unit != no_unit) for_stay(into, premises, waiting.unit, [&](GroupCounts& counts) { wait(counts, waiting); });
    }
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

void GroupTally::observe(const Premises& premises, const World& world, std::span<const Start> starts)
{
    using C = Counted;
    ++weeks_;
    for (std::size_t k = 0; k < starts.size(); ++k) {
        if (k + rows_ahead < starts.size()) expect_groups(world.citizens[starts[k + rows_ahead].row]);
        const Start& start = starts[k];
        const auto change = [&](GroupCounts& counts) {
            ++counts[index_of(C::started)];
            ++counts[index_of(C::started, start.offer)];
            counts[index_of(C::waited)] += start.waited;
            counts[index_of(C::waited, start.offer)] += start.waited;
        };
        for_person(cells_, world.citizens[start.row], world.week, change);
        for_stay(cells_, premises, start.unit, change);
    }
    for (std::size_t u = 0; u < premises.units.size(); ++u) {
        const Offer offer = premises.units[u].offer;
        const auto change = [&](GroupCounts& counts) {
            counts[index_of(C::offered)] += world.units[u].offered;
            counts[index_of(C::offered, offer)] += world.units[u].offered;
            counts[index_of(C::taken)] += world.counts.taken[u];
            counts[index_of(C::taken, offer)] += world.counts.taken[u];
        };
        for_house(cells_, static_cast<std::size_t>(premises.units[u].centre), change);
        change(cells_.at(grouping_, Dimension::offer, index_of(offer)));
    }
    for (std::size_t j = 0; j < world.centres.size(); ++j) {
        const CentreState& centre = world.centres[j];
        for_house(cells_, j, [&](GroupCounts& counts) {
            counts[index_of(C::volunteers)] += centre.volunteers;
            if (centre.burden > overasked_limit) counts[index_of(C::overasked)] += centre.volunteers;
        });
    }
}

std::vector<std::vector<double>> GroupTally::report() const
{
    std::vector<std::vector<double>> tables;
    for (std::size_t d = 0; d < dimension_count; ++d) {
        const auto dimension = static_cast<Dimension>(d);
        std::vector<double>& table = tables.emplace_back();
        for (const GroupKpi& kpi : group_kpis()) {
            for (std::size_t m = 0; m < grouping_.members(dimension).size(); ++m) {
                GroupCounts counts = cells_.at(grouping_, dimension, m);
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
