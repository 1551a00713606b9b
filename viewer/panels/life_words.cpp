// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/life_words.hpp"

#include "viewer/data/places.hpp"
#include "viewer/data/time_words.hpp"
#include "viewer/words/lives.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

/// Words of one language around what is filled in.
template <class... Parts>
std::string said(Language language, fmt::format_string<const Parts&...> da, fmt::format_string<const Parts&...> en,
                 const Parts&... parts)
{
    return language == Language::da ? fmt::format(da, parts...) : fmt::format(en, parts...);
}

/// Whether the other life gets the same place later.
bool starts_later(const Course& course, const LifeEvent& start)
{
    return std::any_of(course.stays.begin(), course.stays.end(), [&](const StaySpan& stay) {
        return stay.began > start.week && stay.centre == start.centre && stay.offer == static_cast<Offer>(start.offer);
    });
}

NameOfKey houses_of(const Result& result, Language language)
{
    return [&result, language](int centre) { return name_of_house(result, centre, language); };
}

} // namespace

std::string citizen_words(const Result& result, std::uint64_t person, Language language)
{
    const auto area = [&](int key) {
        const auto place = std::find_if(result.neighbourhoods.begin(), result.neighbourhoods.end(),
                                        [&](const NeighbourhoodRow& n) { return n.key == key; });
        if (place != result.neighbourhoods.end()) return place->name;
        return said(language, "ukendt lokalsamfund", "unknown small area");
    };
    return samspil::citizen_words(person, area, language);
}

std::string name_of_house(const Result& result, int centre, Language language)
{
    for (const CentreRow& row : result.centres)
        if (row.key == centre) return house_name(row, language);
    return said(language, "ukendt hus", "unknown house");
}

std::string short_week(const Result& result, int week, Language language)
{
    const std::string whole = week_words(result, week, language);
    return whole.substr(0, whole.find(" ·"));
}

std::string event_words(const Result& result, const LifeEvent& event, Language language)
{
    return samspil::event_words(event, houses_of(result, language), language);
}

std::string state_words(const Result& result, const Course& course, int week, Language language)
{
    if (week >= course.leaves && course.died) return std::string(words::has_died.in(language));
    if (week >= course.leaves && course.moved) return std::string(words::has_moved.in(language));
    if (week < course.enters || !course.is_there()) return std::string(words::not_yet_65.in(language));
    const StaySpan* stay = stay_at(course, week);
    const LevelSpan* level = level_at(course, week);
    std::string state = stay == nullptr ? std::string(label_of(Offer::none).in(language))
                                        : fmt::format("{}, {}", label_of(stay->offer).in(language),
                                                      name_of_house(result, stay->centre, language));
    if (level == nullptr) return state;
    if (level->nursing_home) return std::string(words::nursing_home.in(language));
    return state + said(language, " · funktion {}", " · function {}", level_label(level->level).in(language));
}

std::string cause_words(const Result& result, const LifeDifference& parting, const Course& base, const Course& option,
                        Language language)
{
    const auto starts = [](const std::optional<LifeEvent>& event) {
        return event && event->kind == LifeEventKind::started;
    };
    const bool later = (starts(parting.in_b) && !starts(parting.in_a) && starts_later(base, *parting.in_b)) ||
                       (starts(parting.in_a) && !starts(parting.in_b) && starts_later(option, *parting.in_a));
    return samspil::cause_words(parting, later, houses_of(result, language), language);
}

} // namespace samspil::viewer
