// SPDX-License-Identifier: MPL-2.0
// Every table and column of this version. The example rows of all tables together are a small town that runs.
#include "engine/io/tables.hpp"

#include <array>

namespace samspil {
namespace {

using K = Column::Kind;
constexpr std::string_view tags[] = {"source", "derived", "recalled", "assumed"};
constexpr std::string_view sexes[] = {"M", "F"};
constexpr std::string_view rings[] = {"outside", "inside"};
constexpr std::string_view no_yes[] = {"no", "yes"};
constexpr std::string_view centre_kinds[] = {"lokalcenter", "frivillighus", "dagcenter"};
constexpr std::string_view positions[] = {"known", "approximate", "assumed"};
constexpr std::string_view existences[] = {"assumed", "known"};
constexpr std::string_view offer_words[] = {"klub", "forebyggende", "vedligeholdende_center", "vedligeholdende_hjem"};
constexpr std::string_view levels[] = {"municipality", "district", "area"};
constexpr std::string_view totals[] = {"observed", "projection"};
constexpr std::string_view agreement_kinds[] = {"formal", "informal"};
constexpr std::string_view processes[] = {"death", "nursing_home", "decline", "recovery"};
constexpr std::string_view enrolments[] = {"no", "yes", "any"};
constexpr std::string_view times[] = {"week", "year"};
constexpr std::string_view roles[] = {"hold_out", "calibrate"};

constexpr Column integer(std::string_view key, std::string_view unit, double low, double high, Label label)
{
    return {key, K::integer, unit, low, high, label};
}
constexpr Column number(std::string_view key, std::string_view unit, double low, double high, Label label,
                        bool may_be_empty = false)
{
    return {key, K::number, unit, low, high, label, may_be_empty};
}
constexpr Column id(std::string_view key, Label label, bool may_be_empty = false)
{
    return {key, K::id, "", 0, 0, label, may_be_empty};
}
constexpr Column word(std::string_view key, std::span<const std::string_view> words, Label label)
{
    return {key, K::word, "", 0, 0, label, false, words};
}
constexpr Column text(std::string_view key, Label label, bool may_be_empty = false)
{
    return {key, K::text, "", 0, 0, label, may_be_empty};
}

constexpr Column date(std::string_view key, Label label, bool may_be_empty = false)
{
    return {key, K::date, "", 0, 0, label, may_be_empty};
}

constexpr Column tag = word("tag", tags, {"evidens", "evidence"});
constexpr Column source = text("source", {"kilde eller regel", "source or rule"});
constexpr Column key = integer("key", "", 1, 1000000, {"fast nummer", "fixed number"});
/// A unit's key (house x 8 + offer) is 16 bits of the address of its draws.
constexpr Column centre_key = integer("key", "", 1, 8191, {"fast nummer", "fixed number"});
constexpr Column x = integer("x_m", "m", -10000000, 10000000, {"øst, UTM 32", "east, UTM 32"});
constexpr Column y = integer("y_m", "m", -10000000, 10000000, {"nord, UTM 32", "north, UTM 32"});
constexpr Column year = integer("year", "year", 1900, 2200, {"år", "year"});
constexpr Column sex = word("sex", sexes, {"køn", "sex"});
constexpr Column age_from = integer("age_from", "years", 0, 130, {"alder fra", "age from"});
constexpr Column age_to = integer("age_to", "years", 0, 130, {"alder til og med", "age to, inclusive"});
constexpr Column label_da = text("label_da", {"navn på dansk", "name in Danish"});
constexpr Column label_en = text("label_en", {"navn på engelsk", "name in English"});

constexpr std::array neighbourhoods{
    key,
    id("id", {"id", "id"}),
    text("name", {"navn", "name"}),
    x,
    y,
    integer("radius_m", "m", 0, 100000, {"spredning af hjem", "spread of homes"}),
    number("weight", "share", 0, 1, {"andel af kommunens borgere 65+", "share of the citizens 65+"}),
    word("ring_road", rings, {"inden for Ringvejen", "inside the ring road"}),
    tag,
    source};
constexpr std::array population{year,
                                id("neighbourhood", {"lokalsamfund, eller all", "neighbourhood, or all"}),
                                sex,
                                integer("age", "years", 0, 130, {"fyldte år", "completed years"}),
                                integer("persons", "persons", 0, 10000000, {"antal personer", "persons"}),
                                tag,
                                source};
constexpr std::array cohort_change{
    sex,
    age_from,
    age_to,
    number("ratio", "ratio", 0, 2,
           {"andel af årgangen der bor her et år efter", "share of the cohort resident a year later"}),
    tag,
    source};
constexpr std::array net_migration{
    sex, age_from, age_to, number("rate_per_year", "1/year", -1, 1, {"flytter bort, netto", "net rate of leaving"}),
    tag, source};
constexpr std::array residents{id("neighbourhood", {"lokalsamfund", "neighbourhood"}), sex,
                               date("born", {"født", "born"}),
                               integer("persons", "persons", 0, 10000000, {"antal personer", "persons"}), tag, source};
constexpr std::array rates{word("process", processes, {"hvad der sker", "what happens"}),
                           integer("level", "", 1, 4, {"funktionsniveau", "functional level"}),
                           word("enrolled", enrolments, {"er i et tilbud", "is in an offer"}),
                           number("age_from", "years", 65, 130, {"alder fra", "age from"}),
                           number("age_to", "years", 65, 130, {"alder til, ikke med", "age to, not included"}),
                           number("chance", "share", 0, 0.999999, {"sandsynlighed inden for tiden", "chance within the time"}),
                           word("per", times, {"tid", "time"}),
                           tag, source};
constexpr std::array projection{
    year,
    integer("persons_65_79", "persons", 0, 10000000, {"personer 65-79 år", "persons 65-79"}),
    integer("persons_80plus", "persons", 0, 10000000, {"personer 80+ år", "persons 80+"}),
    word("kind", totals, {"talt eller fremskrevet", "observed or projected"}),
    tag,
    source};
constexpr std::array lifetable{
    year,
    sex,
    integer("age", "years", 0, 130, {"alder", "age"}),
    number("q", "1/year", 0, 1, {"sandsynlighed for død inden et år", "one-year death probability"}),
    tag,
    source};
constexpr std::array organisation{id("model", {"model", "model"}),
                                  integer("key", "", 0, 1000000, {"fast nummer", "fixed number"}),
                                  id("unit", {"enhed", "unit"}),
                                  text("name", {"navn", "name"}),
                                  word("level", levels, {"niveau", "level"}),
                                  id("parent", {"hører under", "answers to"}, true),
                                  integer("leaders", "persons", 0, 10000, {"ledere", "leaders"}),
                                  tag,
                                  source};
constexpr std::array centres{centre_key,
                             id("id", {"id", "id"}),
                             text("name", {"navn", "name"}),
                             word("kind", centre_kinds, {"slags hus", "kind of house"}),
                             id("area", {"område", "area"}),
                             id("neighbourhood", {"lokalsamfund", "neighbourhood"}),
                             x,
                             y,
                             id("same_roof_as", {"under samme tag som", "under the same roof as"}, true),
                             word("nursing_home_side", no_yes, {"ved et plejehjem", "beside a nursing home"}),
                             word("position", positions, {"hvor sikkert stedet er", "how certain the place is"}),
                             word("existence", existences, {"kendt eller antaget hus", "known or assumed house"}),
                             tag,
                             source};
constexpr std::array offers{id("centre", {"hus", "centre"}), word("offer", offer_words, {"tilbud", "offer"}),
                            integer("places", "places", 0, 1000000, {"pladser", "places"}), tag, source};
constexpr std::array volunteers{id("centre", {"hus", "centre"}),
                                integer("volunteers", "persons", 0, 100000, {"frivillige", "volunteers"}),
                                integer("other_task_hours", "h/week", 0, 1000000,
                                        {"timer til andet end klub", "hours for other tasks than the club"}),
                                tag, source};
constexpr std::string_view profiles[] = {"general", "associations", "vulnerable", "culture", "nursing_home_side", "health"};
constexpr Column seats(std::string_view room, Label label) { return integer(room, "seats", 0, 10000, label); }
constexpr std::array rooms{id("centre", {"hus", "centre"}),
                           integer("m2", "m2", 0, 100000, {"areal", "floor area"}),
                           seats("hall", {"sal", "hall"}),
                           seats("workshop", {"værksted", "workshop"}),
                           seats("kitchen", {"køkken", "kitchen"}),
                           seats("gym", {"motionsrum", "gym"}),
                           seats("cafe", {"café", "café"}),
                           seats("talk", {"samtalerum", "room for talks"}),
                           integer("opening_hours", "h/week", 1, 168, {"åbningstimer", "opening hours"}),
                           integer("admin_workplaces", "persons", 0, 10000, {"administrative arbejdspladser", "administrative workplaces"}),
                           word("clinic", no_yes, {"sundhedsklinik i huset", "health clinic in the house"}),
                           word("profile", profiles, {"husets profil", "profile of the house"}),
                           tag,
                           source};
constexpr std::array facts{Column{"id", K::dotted_id, "", 0, 0, {"id", "id"}},
                           label_da,
                           label_en,
                           text("value", {"værdi", "value"}),
                           text("unit", {"enhed", "unit"}, true),
                           tag,
                           source};
constexpr std::array targets{Column{"id", K::dotted_id, "", 0, 0, {"id", "id"}},
                             label_da,
                             label_en,
                             number("target", "", -1e12, 1e12, {"mål", "target"}),
                             number("low", "", -1e12, 1e12, {"nedre grænse", "lower bound"}),
                             number("high", "", -1e12, 1e12, {"øvre grænse", "upper bound"}),
                             text("unit", {"enhed", "unit"}, true),
                             word("role", roles, {"løses eller kontrolleres", "solved for or checked"}),
                             tag,
                             source};
constexpr std::array travel{id("from", {"fra lokalsamfund", "from neighbourhood"}),
                            id("to", {"til lokalsamfund", "to neighbourhood"}),
                            number("km", "km", 0, 1000, {"vejlængde", "length of the road"}), tag, source};
constexpr std::array agreements{integer("key", "", 1, 1000000, {"fast nummer", "fixed number"}),
                                id("id", {"id", "id"}),
                                text("partner", {"slags partner", "kind of partner"}),
                                word("kind", agreement_kinds, {"formel eller uformel", "formal or informal"}),
                                id("centre", {"hus, hvis aftalen gælder ét hus", "centre, if it holds for one"}, true),
                                id("area", {"område, hvis den gælder et område", "area, if it holds for an area"}, true),
                                number("hours", "h/week", 0, 100000, {"frivilligtimer", "volunteer hours"}),
                                number("rooms", "h/week", 0, 100000, {"timer i lånte lokaler (noteret, ikke brugt)", "room hours lent (recorded, not used)"}, true),
                                text("start", {"første dag", "first day"}), tag, source};
constexpr std::string_view pool_uses[] = {"clubs", "information", "volunteers", "outside"};
constexpr std::array services{id("id", {"id", "id"}),
                              label_da,
                              label_en,
                              word("offer", offer_words, {"tilbud", "offer"}),
                              number("minutes", "min", 0, 1440, {"minutter personale", "minutes of staff"}),
                              number("group", "citizens", 0.1, 1000, {"borgere ad gangen", "citizens at a time"}),
                              number("per_session", "share", 0, 10, {"del af fremmøder med ydelsen", "share of sessions with the service"}),
                              number("materials_kr", "kr", 0, 100000, {"materialer pr. borger", "materials per citizen"}),
                              number("pedagogue", "share", 0, 1, {"pædagog", "pedagogue"}),
                              number("occupational_therapist", "share", 0, 1, {"ergoterapeut", "occupational therapist"}),
                              number("physiotherapist", "share", 0, 1, {"fysioterapeut", "physiotherapist"}),
                              number("nurse", "share", 0, 1, {"sygeplejerske", "nurse"}),
                              number("care_assistant", "share", 0, 1, {"SOSU-personale", "care assistant"}),
                              number("activity_worker", "share", 0, 1, {"aktivitetsmedarbejder", "activity worker"}),
                              tag,
                              source};
constexpr std::array pools{key,
                           id("id", {"id", "id"}),
                           label_da,
                           label_en,
                           number("kr_per_year", "kr/year", 0, 1e12, {"kroner om året", "kr. a year"}),
                           number("initiatives", "1/year", 0, 1e6, {"projekter om året", "initiatives a year"}),
                           word("use", pool_uses, {"hvad den støtter", "what it supports"}),
                           tag,
                           source};
constexpr std::string_view bridge_kinds[] = {"volunteer_consultant", "prevention_consultant", "experience_worker", "genlyd"};
constexpr std::array bridges{key,
                             id("id", {"id", "id"}),
                             word("kind", bridge_kinds, {"slags", "kind"}),
                             id("area", {"område; tomt = hele kommunen", "area; empty = the whole municipality"}, true),
                             number("hours_per_week", "h/week", 0, 10000, {"brobyggertimer om ugen", "bridge hours a week"}),
                             text("from", {"fra og med dato; tomt = altid", "from date; empty = always"}, true),
                             tag,
                             source};
/// Denmark in UTM 32: degrees and other zones are told.
constexpr std::array outlines{id("neighbourhood", {"lokalsamfund", "neighbourhood"}),
                              integer("ring", "", 0, 10000, {"lukket ring, nummer", "closed ring, number"}),
                              integer("point", "", 0, 1000000, {"punkt i ringen, nummer", "point of the ring, number"}),
                              integer("x_m", "m", 400000, 900000, {"øst, UTM 32", "east, UTM 32"}),
                              integer("y_m", "m", 6000000, 6450000, {"nord, UTM 32", "north, UTM 32"}),
                              tag,
                              source};
constexpr std::array solved{id("parameter", {"parameter", "parameter"}),
                            number("value", "", -1e12, 1e12, {"værdi", "value"}), tag, source};

} // namespace

std::span<const TableInfo> table_infos()
{
    static constexpr std::array tables{
        TableInfo{"neighbourhoods",
                  {"lokalsamfund", "neighbourhoods"},
                  true,
                  neighbourhoods,
                  1,
                  "1,nord,Nord,570000,6222000,800,0.6,inside,assumed,example\n2,syd,Syd,570000,6219000,800,0.4,outside,"
                  "assumed,example\n"},
        TableInfo{"population", {"borgere 1. januar", "citizens on 1 January"}, true, population, 4, ""},
        TableInfo{"cohort_change",
                  {"årgange fra 55 til 64", "cohorts from 55 to 64"},
                  true,
                  cohort_change,
                  3,
                  "F,55,64,0.99,assumed,example\nM,55,64,0.99,assumed,example\n"},
        TableInfo{"net_migration",
                  {"nettoflytning", "net migration"},
                  true,
                  net_migration,
                  3,
                  "F,65,120,0,assumed,example\nM,65,120,0,assumed,example\n"},
        TableInfo{"projection",
                  {"befolkningens udvikling", "population totals"},
                  true,
                  projection,
                  1,
                  "2021,328,172,observed,assumed,example\n2026,328,172,projection,assumed,example\n"},
        TableInfo{"lifetable", {"dødelighed", "life table"}, true, lifetable, 3, ""},
        TableInfo{"organisation",
                  {"organisation", "organisation"},
                  true,
                  organisation,
                  3,
                  "areas_1,1000,byen,Byen,municipality,,0,assumed,example\nareas_1,1,omraade,Området,area,byen,1,"
                  "assumed,example\n"},
        TableInfo{
            "centres",
            {"huse", "centres"},
            true,
            centres,
            1,
            "1,lc-nord,Lokalcenter Nord,lokalcenter,omraade,nord,570300,6222000,,no,assumed,assumed,assumed,example\n"
            "201,dc-syd,Dagcenter Syd,dagcenter,omraade,syd,570000,6219300,,no,assumed,assumed,assumed,example\n"},
        TableInfo{"offers",
                  {"tilbud", "offers"},
                  true,
                  offers,
                  2,
                  "lc-nord,klub,30,assumed,example\ndc-syd,forebyggende,3,assumed,example\n"
                  "dc-syd,vedligeholdende_center,3,assumed,example\ndc-syd,vedligeholdende_hjem,1,assumed,example\n"},
        TableInfo{"volunteers",
                  {"frivillige", "volunteers"},
                  true,
                  volunteers,
                  1,
                  "lc-nord,18,14,assumed,example\ndc-syd,12,10,assumed,example\n"},
        TableInfo{"rooms",
                  {"lokaler og profil", "rooms and profile"},
                  false,
                  rooms,
                  1,
                  "lc-nord,900,60,12,0,20,25,8,50,0,no,general,assumed,example\n"},
        TableInfo{
            "facts",
            {"tal at kende", "figures to know"},
            false,
            facts,
            1,
            "citizens.65plus,Borgere på 65 år og derover,Citizens aged 65 and over,500,persons,assumed,example\n"},
        TableInfo{"targets",
                  {"mål for basisåret", "targets of the baseline"},
                  false,
                  targets,
                  1,
                  "reach.klub,Andel i klub,Share in a club,0.15,0.10,0.30,share,calibrate,assumed,example\n"},
        TableInfo{"travel",
                  {"veje mellem lokalsamfund", "roads between neighbourhoods"},
                  false,
                  travel,
                  2,
                  "nord,syd,3.5,assumed,example\n"},
        TableInfo{"agreements",
                  {"aftaler med foreninger", "agreements with associations"},
                  false,
                  agreements,
                  1,
                  "1,aeldre-sagen,association,formal,lc-nord,,2,4,2015-01-01,assumed,example\n"},
        TableInfo{"services",
                  {"ydelser i et fremmøde", "services of a session"},
                  false,
                  services,
                  1,
                  "start,Støtte til at komme i gang,Help to get started,forebyggende,60,4,1,10,0.3,0.2,0.2,0,0.1,0.2,assumed,example\n"
                  "pleje,Pleje og omsorg,Care,vedligeholdende_center,54,1,1,20,0.1,0.1,0.1,0.2,0.4,0.1,assumed,example\n"},
        TableInfo{"pools",
                  {"puljer", "pools"},
                  false,
                  pools,
                  1,
                  "1,paragraf-79,Pulje til klubber,Pool for clubs,50000,4,clubs,assumed,example\n"},
        TableInfo{"parameters", {"lokale tal for modellens parametre", "local values of the model's parameters"}, false, solved, 1, ""},
        TableInfo{"bridges",
                  {"brobyggere", "bridge-builders"},
                  false,
                  bridges,
                  1,
                  "1,konsulent,volunteer_consultant,omraade,1.5,,assumed,example\n"},
        TableInfo{"outlines",
                  {"omrids af lokalsamfund", "outlines of neighbourhoods"},
                  false,
                  outlines,
                  3,
                  "nord,0,0,569200,6221200,assumed,example\nnord,0,1,570800,6221200,assumed,example\n"
                  "nord,0,2,570800,6222800,assumed,example\nnord,0,3,569200,6222800,assumed,example\n"
                  "syd,0,0,569200,6218200,assumed,example\nsyd,0,1,570800,6218200,assumed,example\n"
                  "syd,0,2,570800,6219800,assumed,example\nsyd,0,3,569200,6219800,assumed,example\n"},
        TableInfo{"residents", {"borgere efter fødselsdag", "citizens by day of birth"}, false, residents, 3, ""},
        TableInfo{"rates", {"sandsynligheder efter niveau og alder", "chances by level and age"}, false, rates, 4, ""},
        TableInfo{"solved", {"løste konstanter", "solved constants"}, false, solved, 1, ""},
    };
    return tables;
}

} // namespace samspil
