// SPDX-License-Identifier: MPL-2.0
#include "engine/io/life_words.hpp"

#include "engine/io/figures.hpp"
#include "engine/model/calendar.hpp"
#include "engine/model/offer.hpp"
#include "engine/model/roster.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace samspil {
namespace {

/// Words of one language around what is filled in.
template <class... Parts>
std::string said(Language language, fmt::format_string<const Parts&...> da, fmt::format_string<const Parts&...> en,
                 const Parts&... parts)
{
    return language == Language::da ? fmt::format(da, parts...) : fmt::format(en, parts...);
}

constexpr std::array<Label, 4> levels{{{"højt", "high"}, {"påvirket", "affected"}, {"nedsat", "reduced"}, {"lavt", "low"}}};
/// Why a stay ended, by EndReason.
constexpr std::array<Label, 7> end_reasons{{{"falder fra", "drops out"},
                                            {"falder fra i en overgang", "drops out in a transition"},
                                            {"går videre til et andet tilbud", "moves on to another offer"},
                                            {"ugerne i hjemmet er gået", "the weeks at home are over"},
                                            {"bor ikke længere hjemme", "no longer lives at home"},
                                            {"dør", "dies"},
                                            {"huset lukker", "the house closes"}}};
/// How a contact hands on, by Handover without none.
constexpr std::array<Label, 3> handovers{{{"med oplysning om huset", "with information on the house"},
                                          {"med et navn at spørge efter", "with a name to ask for"},
                                          {"og fulgt derhen", "and taken there"}}};
constexpr std::array<Label, cause_count> causes{{{"Plads eller ventetid", "Place or wait"},
                                                 {"Husets kvalitet", "Quality of the house"},
                                                 {"Ventetid og kvalitet", "Wait and quality"},
                                                 {"Frafald efter en overgang", "Drop-out after a transition"},
                                                 {"Visitation", "Assessment"},
                                                 {"Hus åbner eller lukker", "House opens or closes"},
                                                 {"Kontakt og overlevering", "Contact and handover"},
                                                 {"Frivillighed", "Volunteering"},
                                                 {"Årsag ikke kendt", "Cause not known"}}};

constexpr std::array<Label, cause_count> rules{{{"pladser og køer (7.9)", "places and queues (7.9)"},
                                                {"husets kvalitet fra lederens opmærksomhed (7.16, 7.17)", "quality of the house from its leader's attention (7.16, 7.17)"},
                                                {"valget, som ser ventetider og kvalitet (7.8)", "the choice, which sees waits and quality (7.8)"},
                                                {"overgange og frafald (7.13)", "transitions and drop-out (7.13)"},
                                                {"visitation (7.7)", "assessment (7.7)"},
                                                {"daterede indsatser (7.19)", "dated interventions (7.19)"},
                                                {"kontakter og brobygning (7.6)", "contacts and bridge-building (7.6)"},
                                                {"frivillige (7.15)", "volunteers (7.15)"},
                                                {"hændelserne siger ikke hvilken", "the events do not tell which"}}};

/// What a number of an event says; the nearest known one where it is none.
template <std::size_t n>
std::string_view one_of(const std::array<Label, n>& labels, int index, Language language)
{
    return labels[static_cast<std::size_t>(std::clamp(index, 0, static_cast<int>(n) - 1))].in(language);
}

std::string offer_and_house(const LifeEvent& event, const NameOfKey& house_of, Language language)
{
    const std::string_view offer = label_of(static_cast<Offer>(event.offer)).in(language);
    return fmt::format("{}, {}", offer, house_of(event.centre));
}

std::string started_words(const LifeEvent& event, const NameOfKey& house_of, Language language)
{
    std::string words = said(language, "begynder i {}: {} {} om ugen", "starts in {}: {} {} a week",
                             offer_and_house(event, house_of, language), event.a,
                             std::string(language == Language::da ? (event.a == 1 ? "gang" : "gange")
                                                                  : (event.a == 1 ? "session" : "sessions")));
    if (event.b > 0)
        words += said(language, " efter {} {} ventetid", " after waiting {} {}", event.b,
                      std::string(language == Language::da ? (event.b == 1 ? "uges" : "ugers") : (event.b == 1 ? "week" : "weeks")));
    return words;
}

std::string volunteered_words(const LifeEvent& event, const NameOfKey& house_of, Language language)
{
    const std::string house = house_of(event.centre);
    if (event.a == 0) return said(language, "stopper som frivillig, {}", "stops as a volunteer, {}", house);
    if (event.a == 1)
        return said(language, "frivillig og har glæde af det, {}", "volunteers and gains by it, {}", house);
    return said(language, "frivillig og spørges om for meget, {}", "volunteers and is asked for too much, {}", house);
}

bool starts(const std::optional<LifeEvent>& event) { return event && event->kind == LifeEventKind::started; }

std::string place_words(const LifeDifference& parting, bool later, const NameOfKey& house_of, Language language)
{
    if (starts(parting.in_b) && !starts(parting.in_a)) {
        const std::string house = house_of(parting.in_b->centre);
        if (later) return said(language, "plads ledig tidligere i {}", "a place free earlier in {}", house);
        return said(language, "plads ledig i {}, som basis ikke gav", "a place free in {} that the base did not give", house);
    }
    if (starts(parting.in_a) && !starts(parting.in_b)) {
        const std::string house = house_of(parting.in_a->centre);
        if (later) return said(language, "plads ledig senere i {}", "a place free later in {}", house);
        return said(language, "plads i {} ikke ledig som i basis", "the place in {} not free as in the base", house);
    }
    return said(language, "andre ventetider at vælge efter", "other waits to choose by");
}

/// Whether a life gets the same place after the other did.
bool starts_later(std::span<const LifeEvent> life, const LifeEvent& start)
{
    return std::any_of(life.begin(), life.end(), [&](const LifeEvent& event) {
        return event.person == start.person && event.kind == LifeEventKind::started && event.week > start.week &&
               event.centre == start.centre && event.offer == start.offer;
    });
}

} // namespace

Label label_of(Cause cause) { return causes[static_cast<std::size_t>(cause)]; }
Label rule_label(Cause cause) { return rules[static_cast<std::size_t>(cause)]; }
Label level_label(int level) { return levels[static_cast<std::size_t>(std::clamp(level, 1, 4) - 1)]; }

std::string citizen_words(std::uint64_t person, const NameOfKey& area, Language language)
{
    const PersonParts parts = parts_of(person);
    const std::string home = area(parts.neighbourhood_key);
    const std::string_view sex = parts.sex == Sex::male ? (language == Language::da ? "Mand" : "Man")
                                                        : (language == Language::da ? "Kvinde" : "Woman");
    const std::uint32_t number = parts.ordinal + 1;
    // Who takes over a place has it from somebody born earlier; the number does not say when they were born.
    if (parts.generation > 0)
        return said(language, "{}, {} · nr. {}, afløser {}", "{}, {} · no. {}, successor {}", sex, home, number,
                    parts.generation);
    const int born = civil_date(7 * parts.birth_week + 4 + 3).year;
    return said(language, "{}, født {}, {} · nr. {}", "{}, born {}, {} · no. {}", sex, born, home, number);
}

std::string event_words(const LifeEvent& event, const NameOfKey& house_of, Language language)
{
    const auto where = [&] { return offer_and_house(event, house_of, language); };
    switch (event.kind) {
    case LifeEventKind::entered:
        return said(language, "kommer med, funktion {}", "enters, function {}", level_label(event.a).in(language));
    case LifeEventKind::level_change:
        return said(language, "funktionen bliver {}", "function becomes {}", level_label(event.a).in(language));
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
        return started_words(event, house_of, language);
    case LifeEventKind::effect:
        return said(language, "deltagelsen virker anderledes: husets kvalitet {}",
                    "taking part has another effect: quality of the house {}", grouped(event.b / 1000.0, 2, language));
    case LifeEventKind::ended:
        return said(language, "stopper i {}: {}", "stops in {}: {}", where(),
                    one_of(end_reasons, event.a, language));
    case LifeEventKind::nursing_home:
        return said(language, "flytter på plejehjem", "moves to a nursing home");
    case LifeEventKind::moved_out:
        return said(language, "flytter fra kommunen", "moves away");
    case LifeEventKind::died:
        return said(language, "dør", "dies");
    case LifeEventKind::handed_over:
        return said(language, "givet videre til {}, {}", "handed over to {}, {}", where(),
                    one_of(handovers, event.a - 1, language));
    case LifeEventKind::volunteered:
        return volunteered_words(event, house_of, language);
    }
    return {};
}

std::string cause_words(const LifeDifference& parting, std::span<const LifeEvent> base, std::span<const LifeEvent> option,
                        const NameOfKey& house, Language language)
{
    const bool in_b = starts(parting.in_b) && !starts(parting.in_a), in_a = starts(parting.in_a) && !starts(parting.in_b);
    const bool later = (in_b && starts_later(base, *parting.in_b)) || (in_a && starts_later(option, *parting.in_a));
    return cause_words(parting, later, house, language);
}

std::string cause_words(const LifeDifference& parting, bool later, const NameOfKey& house, Language language)
{
    const bool both = parting.in_a && parting.in_b, in_base = parting.in_a.has_value();
    switch (parting.cause) {
    case Cause::place:
        return place_words(parting, later, house, language);
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
                        "the assessment gives a right to something else");
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

} // namespace samspil
