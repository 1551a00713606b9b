// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/person_counts.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace samspil {
namespace {

constexpr std::array<std::int32_t, 3> size_limits{4, 13, 52}; ///< weeks; upper ends of the classes on either side of none

template <class To, class From>
void add_each(To& to, const From& from)
{
    for (std::size_t i = 0; i < from.size(); ++i) to[i] += from[i];
}

} // namespace

std::int32_t weeks_in_offers(const PersonWeeks& person)
{
    return std::accumulate(person.weeks.begin(), person.weeks.end(), 0);
}

std::string_view id_of_measure(std::size_t measure)
{
    if (measure == all_offers) return "all";
    return measure == municipal_offers ? "municipal" : id_of(offers[measure - first_offer]);
}

Label label_of_measure(std::size_t measure)
{
    if (measure == all_offers) return {"alle tilbud", "all offers"};
    return measure == municipal_offers ? Label{"kommunale tilbud", "municipal offers"} : label_of(offers[measure - first_offer]);
}

std::int32_t weeks_of(const PersonWeeks& person, std::size_t measure)
{
    if (measure == all_offers) return weeks_in_offers(person);
    if (measure >= first_offer) return person.weeks[measure - first_offer];
    std::int32_t weeks = 0;
    for (const Offer offer : offers) weeks += is_municipal(offer) ? person.weeks[index_of(offer)] : 0;
    return weeks;
}

void GainLoss::add(std::int64_t weeks)
{
    ++persons;
    if (weeks > 0) {
        ++gain;
        weeks_gained += weeks;
    } else if (weeks < 0) {
        ++lose;
        weeks_lost -= weeks;
    }
}

void GainLoss::add(const GainLoss& more)
{
    persons += more.persons;
    gain += more.gain;
    lose += more.lose;
    weeks_gained += more.weeks_gained;
    weeks_lost += more.weeks_lost;
}

std::size_t size_class(std::int32_t weeks)
{
    constexpr std::size_t none = size_class_count / 2;
    if (weeks == 0) return none;
    const auto limit = std::lower_bound(size_limits.begin(), size_limits.end(), std::abs(weeks));
    const auto away = static_cast<std::size_t>(limit - size_limits.begin()) + 1;
    return weeks < 0 ? none - away : none + away;
}

Label label_of_size_class(std::size_t size)
{
    static constexpr Label labels[size_class_count] = {
        {"over 52 uger færre", "over 52 weeks fewer"}, {"14-52 uger færre", "14-52 weeks fewer"},
        {"5-13 uger færre", "5-13 weeks fewer"},       {"1-4 uger færre", "1-4 weeks fewer"},
        {"lige mange uger", "as many weeks"},          {"1-4 uger flere", "1-4 weeks more"},
        {"5-13 uger flere", "5-13 weeks more"},        {"14-52 uger flere", "14-52 weeks more"},
        {"over 52 uger flere", "over 52 weeks more"}};
    return labels[size];
}

void PersonCounts::add(const PersonCounts& more)
{
    for (std::size_t m = 0; m < person_measure_count; ++m) all[m].add(more.all[m]);
    for (std::size_t d = 0; d < person_dimension_count; ++d) {
        by_member[d].resize(more.by_member[d].size());
        for (std::size_t i = 0; i < by_member[d].size(); ++i) by_member[d][i].add(more.by_member[d][i]);
    }
    for (std::size_t c = 0; c < cause_count; ++c) by_cause[c].add(more.by_cause[c]);
    parted_by_year.resize(std::max(parted_by_year.size(), more.parted_by_year.size()));
    add_each(parted_by_year, more.parted_by_year);
    add_each(by_size, more.by_size);
    add_each(base_weeks, more.base_weeks);
    add_each(option_weeks, more.option_weeks);
    add_each(base_sum, more.base_sum);
    add_each(option_sum, more.option_sum);
    parted += more.parted;
    parted_same += more.parted_same;
    base_there += more.base_there;
    option_there += more.option_there;
}

PersonCounts WhoChanges::sum() const
{
    PersonCounts all;
    for (const PersonCounts& one : replications) all.add(one);
    return all;
}

std::array<std::int64_t, offer_count> weeks_by_offer(std::span<const std::int32_t> users)
{
    std::array<std::int64_t, offer_count> weeks{};
    for (std::size_t i = 0; i < users.size(); ++i) weeks[i % offer_count] += users[i];
    return weeks;
}

} // namespace samspil
