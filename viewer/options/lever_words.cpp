// SPDX-License-Identifier: MPL-2.0
#include "viewer/options/lever_words.hpp"

#include <algorithm>
#include <array>

namespace samspil::viewer {
namespace {

using T = InterventionType;
using G = LeverGroup;

constexpr std::array infos{
    LeverInfo{T::organisation_change, G::organisation,
              {"Husene får en ny organisation: hvem der leder dem, hvor meget de deler pladser, og en tids omstilling.",
               "The houses get a new organisation: who leads them, how far they share places, and a time of change."},
              ""},
    LeverInfo{T::documentation, G::organisation,
              {"Flere eller færre tilbud dokumenteres: det tager personalets tid og giver sikrere tal.",
               "More or fewer offers are documented: it takes staff time and gives surer figures."}, "documentation"},
    LeverInfo{T::access_regime, G::visitation,
              {"Hvem der skal visiteres, før de kan begynde.", "Who has to be assessed before they can begin."}, ""},
    LeverInfo{T::visitation_rule, G::visitation,
              {"Hvordan visitationstabellen læses, og dermed hvem der har ret til et vedligeholdende tilbud.",
               "How the assessment table is read, and so who has a right to a maintaining offer."}, ""},
    LeverInfo{T::law_switch, G::visitation,
              {"Hvilken lov borgerne er under.", "Which law citizens are under."}, ""},
    LeverInfo{T::change_places, G::houses,
              {"Et hus får et andet antal pladser i ét tilbud.", "A house gets another number of places in one offer."},
              ""},
    LeverInfo{T::convert_offer, G::houses,
              {"Pladser i et hus flyttes fra ét tilbud til et andet.",
               "Places in a house move from one offer to another."}, ""},
    LeverInfo{T::merge, G::houses,
              {"Et hus lægges ind under et andet; en del af de frivillige følger med.",
               "A house becomes part of another; some of its volunteers come along."}, ""},
    LeverInfo{T::satellite, G::houses,
              {"Et hus får nogle få pladser som satellit til et andet hus.",
               "A house gets a few places as satellite of another house."}, ""},
    LeverInfo{T::same_roof, G::houses,
              {"To huse kommer under samme tag, så det er tryggere at gå fra det ene tilbud til det andet.",
               "Two houses come under one roof, so that moving from one offer to another is safer."}, "vulnerability"},
    LeverInfo{T::open_centre, G::houses, {"Et lukket hus åbner.", "A closed house opens."}, ""},
    LeverInfo{T::close_centre, G::houses,
              {"Et hus lukker; dets deltagere må søge et andet sted hen.",
               "A house closes; its participants must apply elsewhere."}, ""},
    LeverInfo{T::operating_form, G::houses,
              {"Hvem der driver et hus: kommunen, et partnerskab eller en forpagter.",
               "Who runs a house: the municipality, a partnership or a leaseholder."}, "operating_forms"},
    LeverInfo{T::profile_change, G::houses,
              {"Husets program lægges om, så det passer bedre til nogle og dårligere til andre.",
               "The programme of the house changes, to suit some better and others less."}, "interest_match"},
    LeverInfo{T::admin_workplaces, G::houses,
              {"Administrative arbejdspladser tager en del af husets gulv.",
               "Administrative workplaces take part of the floor of the house."}, ""},
    LeverInfo{T::transport_rule, G::transport,
              {"Hvem der kan bevilges kørsel, og om kørsel har en ramme.",
               "Who may be granted rides, and whether rides have a frame."}, ""},
    LeverInfo{T::bridge_capacity, G::contacts,
              {"Flere (eller færre) timer til at følge borgere det første stykke vej.",
               "More (or fewer) hours for bringing citizens the first step."}, "bridges"},
    LeverInfo{T::compass_rollout, G::contacts,
              {"Frontpersonalet får Tilbudskompasset, så de lettere ser et behov og kender et tilbud.",
               "Front staff get the compass of offers, so that they more easily see a need and know an offer."},
              "contacts"},
    LeverInfo{T::training, G::contacts,
              {"Frontpersonalet oplæres i at spørge til behov.", "Front staff are trained to ask about needs."},
              "contacts"},
    LeverInfo{T::campaign, G::contacts,
              {"En tid er der mere om husene i medierne.", "For a time there is more about the houses in the media."},
              "media_information"},
    LeverInfo{T::volunteer_policy, G::volunteers,
              {"Hvor meget frivillige spørges om, og hvordan de mødes: anerkendelse, indflydelse, besvær.",
               "How much volunteers are asked for, and how they are met: recognition, voice, barrier."}, ""},
    LeverInfo{T::consultants, G::volunteers,
              {"Hvor mange frivilligkonsulenter der er, og om de er samlet.",
               "How many volunteer consultants there are, and whether they are gathered."}, "volunteer_support"},
    LeverInfo{T::forum_start, G::volunteers,
              {"Et forum, hvor huse og foreninger taler sammen, begynder.",
               "A forum begins, in which houses and associations talk."}, "forum"},
    LeverInfo{T::invest, G::money,
              {"Et anlægsbeløb bruges på lokaler, adgang, køkken eller café.",
               "A sum of investment goes to rooms, accessibility, kitchen or café."}, ""},
    LeverInfo{T::pool_change, G::money,
              {"Puljer, som foreninger og frivillige søger, bliver større eller mindre.",
               "Pools that associations and volunteers apply to become larger or smaller."}, "pools"},
    LeverInfo{T::frame_change, G::money,
              {"Husenes ramme bliver større eller mindre.", "The frame of the houses becomes larger or smaller."}, ""},
    LeverInfo{T::staff_mix, G::money,
              {"Hvem ledige stillinger besættes med.", "Whom vacancies are filled with."}, ""},
    LeverInfo{T::population_shock, G::people,
              {"En bølge i befolkningen, som kommunen ikke bestemmer over: for eksempel en epidemi.",
               "A wave in the population, which the municipality does not decide: an epidemic, for instance."}, ""},
};

constexpr std::array units{
    UnitSlider{"share", 0, 1, 0.05, 100, 0, {"%", "%"}},
    UnitSlider{"ratio", 0, 3, 0.05, 1, 2, {"", ""}},
    UnitSlider{"index", 0, 1, 0.05, 1, 2, {"", ""}},
    UnitSlider{"weeks", 0, 104, 1, 1, 0, {"uger", "weeks"}},
    UnitSlider{"h/week", -200, 200, 5, 1, 0, {"timer om ugen", "hours a week"}},
    UnitSlider{"kr", 0, 100e6, 0.5e6, 1e-6, 1, {"mio. kr.", "m kr."}},
    UnitSlider{"persons", 0, 50, 1, 1, 0, {"personer", "persons"}},
    UnitSlider{"places", 0, 40, 1, 1, 0, {"pladser", "places"}},
    UnitSlider{"scores", 0, 2, 1, 1, 0, {"score", "scores"}},
    UnitSlider{"units", 0, 20, 1, 1, 0, {"enheder", "units"}},
    UnitSlider{"", 0, 1, 0.05, 1, 2, {"", ""}},
};

constexpr std::array knobs{
    KnobRange{T::training, "persons", 0, 1000, 25},        KnobRange{T::consultants, "persons", 0, 20, 0.5},
    KnobRange{T::forum_start, "hours", 0, 10, 0.5},        KnobRange{T::campaign, "factor", 0, 10, 0.5},
    KnobRange{T::population_shock, "factor", 0, 5, 0.1},   KnobRange{T::compass_rollout, "mid_weeks", 1, 208, 1},
    KnobRange{T::training, "ramp_weeks", 0, 208, 1},       KnobRange{T::pool_change, "ramp_weeks", 0, 208, 1},
    KnobRange{T::frame_change, "factor", 0, 2, 0.01},      KnobRange{T::pool_change, "factor", 0, 2, 0.05},
    KnobRange{T::volunteer_policy, "a_max", 1, 3, 0.05},   KnobRange{T::transport_rule, "frame_factor", -1, 2, 0.05},
};

} // namespace

std::span<const LeverInfo> lever_infos() { return infos; }

const UnitSlider& unit_slider(std::string_view unit)
{
    const auto found =
        std::find_if(units.begin(), units.end(), [&](const UnitSlider& one) { return one.unit == unit; });
    return found == units.end() ? units.back() : *found;
}

const KnobRange* knob_range(InterventionType type, std::string_view key)
{
    const auto found = std::find_if(knobs.begin(), knobs.end(),
                                    [&](const KnobRange& one) { return one.type == type && one.key == key; });
    return found == knobs.end() ? nullptr : &*found;
}

} // namespace samspil::viewer
