// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/followed_lives.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

/// An order that has nothing to do with place, age or luck of the citizen.
std::uint64_t shuffled(std::uint64_t person)
{
    person = (person ^ (person >> 30)) * 0xbf58476d1ce4e5b9ULL;
    person = (person ^ (person >> 27)) * 0x94d049bb133111ebULL;
    return person ^ (person >> 31);
}

bool by_shuffle(const FollowedLife* a, const FollowedLife* b) { return shuffled(a->person) < shuffled(b->person); }

LifeDifference in_period(LifeDifference parting, int burn_in)
{
    parting.week -= burn_in;
    for (auto* event : {&parting.in_a, &parting.in_b})
        if (event->has_value()) (*event)->week -= burn_in;
    return parting;
}

bool belongs(const FollowedLife& life, int list)
{
    if (list == static_cast<int>(LivesList::unchanged)) return !life.parting;
    if (list == static_cast<int>(LivesList::most_changed)) return life.parting.has_value();
    return life.parting && list_of(life.parting->cause) == list;
}

void add_houses(const Result& result, std::vector<int>& keys)
{
    const auto add = [&](const std::string& id) {
        for (const CentreRow& centre : result.centres)
            if (centre.id == id) keys.push_back(centre.key);
    };
    for (const InterventionRow& change : result.interventions) {
        const bool touched = change.type == "open_centre" || change.type == "close_centre" || change.type == "merge" ||
                             change.type == "satellite";
        if (touched) add(change.centre);
    }
}

} // namespace

std::vector<int> houses_opened_or_closed(const Result& base, const Result& option)
{
    std::vector<int> keys;
    add_houses(base, keys);
    add_houses(option, keys);
    return keys;
}

FollowedLives followed_lives(const Result& base, const Lives& lives, const Result* option, const Lives* option_lives)
{
    const int burn_in = base.metadata.burn_in_weeks, weeks = base.metadata.weeks;
    const bool paired = option != nullptr && option_lives != nullptr && !option_lives->empty() && !lives.empty();
    std::vector<LifeDifference> partings;
    if (paired) partings = differing_lives(lives, *option_lives, houses_opened_or_closed(base, *option));
    FollowedLives followed;
    followed.paired = paired;
    auto parting = partings.begin();
    for (auto first = lives.begin(); first != lives.end();) {
        const std::uint64_t person = first->person;
        const auto last = std::find_if(first, lives.end(), [&](const LifeEvent& e) { return e.person != person; });
        const Course course = course_of({first, last}, burn_in, weeks);
        first = last;
        parting = std::find_if(parting, partings.end(), [&](const LifeDifference& d) { return d.person >= person; });
        const bool parts = parting != partings.end() && parting->person == person;
        if (!course.is_there()) continue;
        FollowedLife life{person, weeks_enrolled(course), 0, {}};
        if (parts) {
            life.parting = in_period(*parting, burn_in);
            life.apart = weeks_apart(course, course_of(events_of(*option_lives, person), burn_in, weeks));
            ++followed.causes[static_cast<std::size_t>(parting->cause)];
            ++followed.parted;
        }
        followed.all.push_back(life);
    }
    return followed;
}

const FollowedLife* find_life(const FollowedLives& lives, std::uint64_t person)
{
    const auto found = std::lower_bound(lives.all.begin(), lives.all.end(), person,
                                        [](const FollowedLife& l, std::uint64_t p) { return l.person < p; });
    return found != lives.all.end() && found->person == person ? &*found : nullptr;
}

std::vector<const FollowedLife*> listed(const FollowedLives& lives, int list)
{
    std::vector<const FollowedLife*> chosen;
    for (const FollowedLife& life : lives.all) {
        if (!lives.paired || belongs(life, list)) chosen.push_back(&life);
    }
    const auto more_enrolled = [](const FollowedLife* a, const FollowedLife* b) { return a->enrolled > b->enrolled; };
    if (!lives.paired)
        std::stable_sort(chosen.begin(), chosen.end(), more_enrolled);
    else if (list == static_cast<int>(LivesList::unchanged))
        std::sort(chosen.begin(), chosen.end(), by_shuffle);
    else
        std::stable_sort(chosen.begin(), chosen.end(),
                         [](const FollowedLife* a, const FollowedLife* b) { return a->apart > b->apart; });
    return chosen;
}

std::uint64_t next_at_random(const FollowedLives& lives, std::uint64_t after)
{
    const FollowedLife *next = nullptr, *first = nullptr;
    for (const FollowedLife& life : lives.all) {
        if (first == nullptr || by_shuffle(&life, first)) first = &life;
        if (shuffled(life.person) > shuffled(after) && (next == nullptr || by_shuffle(&life, next))) next = &life;
    }
    if (next == nullptr) next = first;
    return next == nullptr ? 0 : next->person;
}

std::uint64_t person_shown(const FollowedLives& lives, std::uint64_t chosen)
{
    if (find_life(lives, chosen) != nullptr) return chosen;
    const auto less = [](const FollowedLife& a, const FollowedLife& b) {
        return std::pair(a.apart, a.enrolled) < std::pair(b.apart, b.enrolled);
    };
    const auto most = std::max_element(lives.all.begin(), lives.all.end(), less);
    return most == lives.all.end() ? 0 : most->person;
}

} // namespace samspil::viewer
