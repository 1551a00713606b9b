// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/life_words.hpp"

#include "viewer/data/time_words.hpp"
#include "viewer/panels/house.hpp"
#include "viewer/words/lives.hpp"

#include "engine/io/figures.hpp"
#include "engine/model/calendar.hpp"
#include "engine/model/information.hpp"
#include "engine/model/roster.hpp"

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

std::string offer_and_house(const Result& result, const LifeEvent& event, Language language)
{
    const std::string_view offer = label_of(static_cast<Offer>(event.offer)).in(language);
    return fmt::format("{}, {}", offer, name_of_house(result, event.centre, language));
}

std::string level_words(int level, Language language)
{
    return std::string(words::levels[std::clamp(level, 1, 4) - 1].in(language));
}

std::string started_words(const Result& result, const LifeEvent& event, Language language)
{
    std::string words = said(language, "begynder i {}: {} {} om ugen", "starts in {}: {} {} a week",
                             offer_and_house(result, event, language), event.a,
                             std::string(language == Language::da ? (event.a == 1 ? "gang" : "gange")
                                                                  : (event.a == 1 ? "session" : "sessions")));
    if (event.b > 0) words += said(language, " efter {} ugers ventetid", " after waiting {} weeks", event.b);
    return words;
}

std::string volunteered_words(const Result& result, const LifeEvent& event, Language language)
{
    const std::string house = name_of_house(result, event.centre, language);
    if (event.a == 0) return said(language, "stopper som frivillig, {}", "stops as a volunteer, {}", house);
    if (event.a == 1)
        return said(language, "frivillig og har glæde af det, {}", "volunteers and gains by it, {}", house);
    return said(language, "frivillig og spørges om for meget, {}", "volunteers and is asked for too much, {}", house);
}

/// Whether the other life gets the same place later.
bool starts_later(const Course& course, const LifeEvent& start)
{
    return std::any_of(course.stays.begin(), course.stays.end(), [&](const StaySpan& stay) {
        return stay.began > start.week && stay.centre == start.centre && stay.offer == static_cast<Offer>(start.offer);
    });
}

std::string place_words(const Result& result, const LifeDifference& parting, const Course& base, const Course& option,
                        Language language)
{
    const auto starts = [](const std::optional<LifeEvent>& event) {
        return event && event->kind == LifeEventKind::started;
    };
    if (starts(parting.in_b) && !starts(parting.in_a)) {
        const std::string house = name_of_house(result, parting.in_b->centre, language);
        if (starts_later(base, *parting.in_b))
            return said(language, "plads ledig tidligere i {}", "a place free earlier in {}", house);
        return said(language, "plads ledig i {}, som basis ikke gav", "a place free in {} that the base did not give",
                    house);
    }
    if (starts(parting.in_a) && !starts(parting.in_b)) {
        const std::string house = name_of_house(result, parting.in_a->centre, language);
        if (starts_later(option, *parting.in_a))
            return said(language, "plads ledig senere i {}", "a place free later in {}", house);
        return said(language, "plads i {} ikke ledig som i basis", "the place in {} not free as in the base", house);
    }
    return said(language, "andre ventetider at vælge efter", "other waits to choose by");
}

} // namespace

std::string citizen_words(const Result& result, std::uint64_t person, Language language)
{
    const PersonParts parts = parts_of(person);
    const auto place = std::find_if(result.neighbourhoods.begin(), result.neighbourhoods.end(),
                                    [&](const NeighbourhoodRow& n) { return n.key == parts.neighbourhood_key; });
    const std::string home = place != result.neighbourhoods.end()
                                 ? place->name
                                 : said(language, "ukendt lokalsamfund", "unknown small area");
    const std::string_view sex = (parts.sex == Sex::male ? words::man : words::woman).in(language);
    const std::uint32_t number = parts.ordinal + 1;
    // Who takes over a place has it from somebody born earlier; the number does not say when they were born.
    if (parts.generation > 0)
        return said(language, "{}, {} · nr. {}, afløser {}", "{}, {} · no. {}, successor {}", sex, home, number,
                    parts.generation);
    const int born = civil_date(7 * parts.birth_week + 4 + 3).year;
    return said(language, "{}, født {}, {} · nr. {}", "{}, born {}, {} · no. {}", sex, born, home, number);
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
    const auto where = [&] { return offer_and_house(result, event, language); };
    switch (event.kind) {
    case LifeEventKind::entered:
        return said(language, "kommer med, funktion {}", "enters, function {}", level_words(event.a, language));
    case LifeEventKind::level_change:
        return said(language, "funktionen bliver {}", "function becomes {}", level_words(event.a, language));
    case LifeEventKind::considered:
        if (event.centre == 0)
            return said(language, "ser på tilbud og vælger intet nyt", "looks at offers and chooses nothing new");
        return said(language, "vælger {}", "chooses {}", where());
    case LifeEventKind::assessed:
        if (event.a == 0)
            return said(language, "visiteret: ikke til et vedligeholdende tilbud",
                        "assessed: no right to a maintaining offer");
        return said(language, "visiteret til {}", "assessed: right to {}",
                    label_of(static_cast<Offer>(event.a)).in(language));
    case LifeEventKind::queued:
        return said(language, "stiller sig i kø til {}", "joins the queue for {}", where());
    case LifeEventKind::started:
        return started_words(result, event, language);
    case LifeEventKind::effect:
        return said(language, "deltagelsen virker anderledes: husets kvalitet {}",
                    "taking part has another effect: quality of the house {}", grouped(event.b / 1000.0, 2, language));
    case LifeEventKind::ended:
        return said(language, "stopper i {}: {}", "stops in {}: {}", where(),
                    words::end_reasons[std::clamp(event.a, 0, 6)].in(language));
    case LifeEventKind::nursing_home:
        return said(language, "flytter på plejehjem", "moves to a nursing home");
    case LifeEventKind::moved_out:
        return said(language, "flytter fra kommunen", "moves away");
    case LifeEventKind::died:
        return said(language, "dør", "dies");
    case LifeEventKind::handed_over:
        return said(language, "givet videre til {}, {}", "handed over to {}, {}", where(),
                    words::handovers[std::clamp(event.a, 1, 3) - 1].in(language));
    case LifeEventKind::volunteered:
        return volunteered_words(result, event, language);
    }
    return {};
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
    return state + said(language, " · funktion {}", " · function {}", level_words(level->level, language));
}

std::string cause_words(const Result& result, const LifeDifference& parting, const Course& base, const Course& option,
                        Language language)
{
    const bool both = parting.in_a && parting.in_b, in_base = parting.in_a.has_value();
    switch (parting.cause) {
    case Cause::place:
        return place_words(result, parting, base, option, language);
    case Cause::attention:
        return said(language, "anden kvalitet i husene, fra lederens opmærksomhed",
                    "another quality of the houses, from their leader's attention");
    case Cause::place_and_attention:
        return said(language, "både ventetid og kvalitet er anderledes, da der vælges",
                    "both wait and quality differ at the choice");
    case Cause::turnover:
        return said(language, "falder fra på et andet tidspunkt efter en overgang",
                    "drops out at another time after a transition");
    case Cause::access:
        if (both)
            return said(language, "visitationen giver ret til noget andet",
                        "the visitation gives a right to something else");
        return in_base ? said(language, "visiteret i basis, ikke i alternativet den uge",
                              "assessed under the base, not under the option that week")
                       : said(language, "visiteret i alternativet, ikke i basis den uge",
                              "assessed under the option, not under the base that week");
    case Cause::house:
        return said(language, "et hus åbner eller lukker", "a house opens or closes");
    case Cause::contact:
        if (both)
            return said(language, "en kontakt giver borgeren videre til noget andet",
                        "a contact hands the citizen on to something else");
        return in_base ? said(language, "en kontakt giver borgeren videre i basis, ikke i alternativet den uge",
                              "a contact hands the citizen on under the base, not under the option that week")
                       : said(language, "en kontakt giver borgeren videre i alternativet, ikke i basis den uge",
                              "a contact hands the citizen on under the option, not under the base that week");
    case Cause::volunteering:
        if (both)
            return said(language, "den frivillige spørges om for meget i det ene og ikke i det andet",
                        "the volunteer is asked for too much under the one and not under the other");
        return in_base ? said(language, "begynder eller stopper som frivillig i basis, ikke i alternativet den uge",
                              "begins or stops volunteering under the base, not under the option that week")
                       : said(language, "begynder eller stopper som frivillig i alternativet, ikke i basis den uge",
                              "begins or stops volunteering under the option, not under the base that week");
    case Cause::unknown:
        return said(language, "hændelserne siger ikke hvorfor", "the events do not say why");
    }
    return {};
}

} // namespace samspil::viewer
