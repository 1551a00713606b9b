// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_looks.hpp"

#include <numeric>

namespace samspil {
namespace {

constexpr std::int16_t travel_limit = 300; // tenths of a minute

/// The stay of a citizen, which is also of the unit.
void count_use(LookCounts& counts, const Citizen& citizen)
{
    ++counts.citizens[static_cast<std::size_t>(citizen.offer)];
    if (citizen.offer == Offer::none || citizen.offer == Offer::vedligeholdende_hjem) return;
    counts.travel_tenths += citizen.minutes;
    counts.over_30 += citizen.minutes > travel_limit ? 1 : 0;
}

/// Counts of stays and of those who wait, as the groups have them.
void add_stays(GroupCounts& to, const LookCounts& look)
{
    using C = Counted;
    for (const Offer offer : offers) {
        const std::int64_t users = look.citizens[static_cast<std::size_t>(offer)], waiting = look.waiting[index_of(offer)];
        to[index_of(C::users)] += users;
        to[index_of(C::users, offer)] += users;
        if (is_municipal(offer)) to[index_of(C::municipal)] += users;
        if (offer != Offer::vedligeholdende_hjem) to[index_of(C::travellers)] += users;
        to[index_of(C::waiting)] += waiting;
        to[index_of(C::waiting, offer)] += waiting;
    }
    to[index_of(C::travel_tenths)] += look.travel_tenths;
    to[index_of(C::over_30)] += look.over_30;
}

void add_persons(GroupCounts& to, const LookCounts& look)
{
    using C = Counted;
    const std::int64_t all = std::accumulate(look.citizens.begin(), look.citizens.end(), std::int64_t{0});
    to[index_of(C::citizens)] += all;
    to[index_of(C::nursing_home)] += look.in_nursing_home;
    to[index_of(C::at_home)] += all - look.in_nursing_home;
    to[index_of(C::lonely)] += look.lonely;
    add_stays(to, look);
}

} // namespace

LookCells::LookCells(const Grouping& grouping, const Premises& premises)
    : premises_(&premises), home_areas_(grouping.members(Dimension::area).size() + 1), kinds_(PersonKind::count),
      homes_(grouping.members(Dimension::neighbourhood).size() * home_areas_), units_(premises.units.size())
{
}

void LookCells::look_at(const Citizen& citizen, Week week)
{
    const bool in_nursing_home = citizen.residence == Residence::nursing_home;
    if (citizen.residence != Residence::home && !in_nursing_home) return;
    LookCounts& kind = kinds_[kind_of(citizen, week).place()];
    LookCounts& homes = homes_[home_place(citizen.neighbourhood, citizen.home_area)];
    for (LookCounts* counts : {&kind, &homes}) {
        count_use(*counts, citizen);
        counts->in_nursing_home += in_nursing_home ? 1 : 0;
        counts->lonely += citizen.people.lonely && !in_nursing_home ? 1 : 0;
    }
    if (citizen.unit != no_unit) count_use(units_[static_cast<std::size_t>(citizen.unit)], citizen);
    for (const Waiting& waiting : citizen.waiting) {
        if (waiting.unit == no_unit) continue;
        const auto unit = static_cast<std::size_t>(waiting.unit);
        const std::size_t offer = index_of(premises_->units[unit].offer);
        for (LookCounts* counts : {&kind, &homes, &units_[unit]}) ++counts->waiting[offer];
    }
}

void LookCells::look_at(const World& world, std::size_t begin, std::size_t end)
{
    for (std::size_t row = begin; row < end; ++row) {
        if (row + glances_ahead < end) expect_groups(world.citizens[row + glances_ahead]);
        if (world.citizens.holds(row)) look_at(world.citizens[row], world.week);
    }
}

void GroupCells::add(const LookCells& look, const Grouping& grouping, const Premises& premises)
{
    for (std::size_t place = 0; place < kinds_.size(); ++place) add_persons(kinds_[place], look.of_kind(place));
    for (std::size_t neighbourhood = 0; neighbourhood < homes_.size() / home_areas_; ++neighbourhood) {
        for (int area = -1; area + 1 < static_cast<int>(home_areas_); ++area) add_persons(of_homes(neighbourhood, area), look.of_homes(neighbourhood, area));
    }
    for (std::size_t u = 0; u < premises.units.size(); ++u) {
        const OfferUnit& unit = premises.units[u];
        add_stays(at(grouping, Dimension::centre, static_cast<std::size_t>(unit.centre)), look.of_unit(u));
        add_stays(at(grouping, Dimension::offer, index_of(unit.offer)), look.of_unit(u));
    }
}

} // namespace samspil
