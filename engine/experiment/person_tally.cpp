// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/person_tally.hpp"

#include <algorithm>

namespace samspil {
namespace {

constexpr std::size_t block = 8192;

bool lives_here(const Citizen& citizen)
{
    return citizen.residence == Residence::home || citizen.residence == Residence::nursing_home;
}

bool has_anything(const PersonWeeks& person) { return person.there > 0 || weeks_in_offers(person) > 0; }

} // namespace

PersonTally::PersonTally(const Premises& premises)
    : grouping_(premises.grouping), rows_(premises.roster.size())
{
}

void PersonTally::begin(PersonWeeks& person, const Citizen& citizen, Week week) const
{
    person.id = citizen.id;
    const auto member = [](auto index) { return static_cast<std::int16_t>(index); };
    const int area = citizen.home_area;
    for (std::size_t d = 0; d < person_dimension_count; ++d) {
        switch (person_dimensions[d]) {
        case Dimension::district: person.member[d] = member(grouping_->district_of_area(area)); break;
        case Dimension::level: person.member[d] = member(citizen.level); break;
        case Dimension::age: person.member[d] = member(age_group(week - citizen.week_65)); break;
        default: person.member[d] = member(citizen.sex == Sex::female ? 1 : 0); break;
        }
    }
}

void PersonTally::observe(const Simulation& simulation, const Workers& workers)
{
    const Week week = simulation.week() - 1;
    if (week < simulation.premises().scenario->period.burn_in_weeks) return;
    const World& world = simulation.world();
    const Premises& premises = simulation.premises();
    std::vector<std::vector<PersonWeeks>> gone_from(block_count(workers, rows_.size(), block));
    for_blocks(workers, rows_.size(), block, [&](std::size_t index, std::size_t first, std::size_t last) {
        for (std::size_t row = first; row < last; ++row) {
            const Citizen& citizen = world.citizens[row];
            const bool here = lives_here(citizen);
            if (!here && citizen.unit == no_unit) continue;
            PersonWeeks& person = rows_[row];
            if (person.id != citizen.id || !has_anything(person)) {
                if (has_anything(person)) gone_from[index].push_back(person);
                person = {};
                begin(person, citizen, week);
            }
            if (here) ++person.there;
            if (citizen.unit == no_unit) continue;
            ++person.weeks[index_of(premises.units[static_cast<std::size_t>(citizen.unit)].offer)];
        }
    });
    for (const auto& part : gone_from) left_.insert(left_.end(), part.begin(), part.end());
}

std::vector<PersonWeeks> PersonTally::persons() const
{
    std::vector<PersonWeeks> all = left_;
    std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(all), has_anything);
    std::sort(all.begin(), all.end(), [](const PersonWeeks& a, const PersonWeeks& b) { return a.id < b.id; });
    return all;
}

} // namespace samspil
