// SPDX-License-Identifier: MPL-2.0
// One row a parameter, those of citizens; what meets them stands in supply_parameters.cpp. "A" rows are assumptions to be replaced by local data;
// their range is the prior.
#include "engine/model/parameters.hpp"

#include "engine/model/field_rows.hpp"

#include <vector>

namespace samspil {
namespace {

using namespace rows;
using P = Parameters;

constexpr Choice entries[] = {{"table", {"årgangene i tabellerne", "the cohorts of the tables"}},
                              {"replacement", {"en ny på 65 for hver der dør eller flytter", "a new one of 65 for each who dies or moves"}}};
constexpr Choice starts[] = {{"cohort", {"som en årgang, der har levet dertil", "as a cohort that has lived until then"}},
                             {"as_at_65", {"som ved 65", "as at 65"}}};
constexpr Choice score_sets[] = {{"seed_anchored", {"forankret i kilden", "anchored in the source"}},
                                 {"spread", {"spredt", "spread"}}};

void demography(std::vector<Field>& f)
{
    f.push_back(number("lifetable_year", member<&P::lifetable_year>, "year", {1990, 2060}, 2020, fixed, A,
                       {"dødelighedens niveau holdes som i år", "mortality is held at the level of year"}, "7.1"));
    Field entry = number("entry", member<&P::entry>, "", {0, 1}, 0, fixed, A,
                         {"hvem der fylder 65", "who turns 65"}, "7.1");
    entry.kind = Kind::choice;
    entry.choices = entries;
    f.push_back(entry);
    f.push_back(number("HR_F1", element<&P::hr_f, 0>, "ratio", {1, 1}, 1, fixed, D,
                       {"dødelighed, højt niveau (reference)", "mortality, high level (reference)"}, "7.1"));
    f.push_back(number("HR_F2", element<&P::hr_f, 1>, "ratio", {0.1, 20}, 1.5, {1.3, 1.8}, S,
                       {"dødelighed, påvirket niveau", "mortality, affected level"}, "7.1 [F 6]"));
    f.push_back(number("HR_F3", element<&P::hr_f, 2>, "ratio", {0.1, 20}, 2.4, {1.9, 2.7}, S,
                       {"dødelighed, nedsat niveau", "mortality, reduced level"}, "7.1 [F 7]"));
    f.push_back(number("HR_F4", element<&P::hr_f, 3>, "ratio", {0.1, 20}, 4.0, {3, 6}, A,
                       {"dødelighed, lavt niveau", "mortality, low level"}, "7.1"));
    f.push_back(number("nh_e3", member<&P::nh_e3>, "1/year", {0, 2}, 0.03, around(0.03, 2), D,
                       {"indflytning i plejehjem ved 80, nedsat", "nursing-home entry at 80, reduced level"}, "7.1"));
    f.push_back(number("nh_e4", member<&P::nh_e4>, "1/year", {0, 5}, 0.23, around(0.23, 2), D,
                       {"indflytning i plejehjem ved 80, lavt", "nursing-home entry at 80, low level"}, "7.1"));
    f.push_back(number("nh_g", member<&P::nh_g>, "1/year", {0, 0.2}, 0.04, around(0.04, 2), D,
                       {"plejehjem: stigning pr. leveår", "nursing home: slope per year of age"}, "7.1"));
    f.push_back(number("nh_mort", member<&P::nh_mort>, "1/year", {0, 5}, 0.375, {0.3, 0.5}, D,
                       {"dødelighed på plejehjem", "mortality in nursing homes"}, "7.1 [F 12]"));
    f.push_back(number("nh_alone", member<&P::nh_alone>, "ratio", {0.1, 10}, 1.5, {1, 2.5}, A,
                       {"plejehjem: bor alene", "nursing home: lives alone"}, "7.1"));
    f.push_back(number("nh_scale", member<&P::nh_scale>, "ratio", {0, 10}, 1.0, around(1, 2), A,
                       {"plejehjem: lokalt niveau (løst)", "nursing home: local level (solved)"}, "8.1"));
    f.push_back(number("alone65_m", element<&P::alone65, 0>, "share", share, 0.25, {0.15, 0.35}, A,
                       {"mænd på 65 der bor alene", "men of 65 living alone"}, "5"));
    f.push_back(number("alone65_f", element<&P::alone65, 1>, "share", share, 0.35, {0.25, 0.45}, A,
                       {"kvinder på 65 der bor alene", "women of 65 living alone"}, "5"));
    f.push_back(number("alone85_m", element<&P::alone85, 0>, "share", share, 0.40, {0.3, 0.5}, A,
                       {"mænd på 85 der bor alene", "men of 85 living alone"}, "5"));
    f.push_back(number("alone85_f", element<&P::alone85, 1>, "share", share, 0.75, {0.65, 0.85}, A,
                       {"kvinder på 85 der bor alene", "women of 85 living alone"}, "5"));
    f.push_back(number("car65_m", element<&P::car65, 0>, "share", share, 0.80, {0.65, 0.9}, A,
                       {"mænd på 65 med bil", "men of 65 with a car"}, "5"));
    f.push_back(number("car65_f", element<&P::car65, 1>, "share", share, 0.65, {0.5, 0.8}, A,
                       {"kvinder på 65 med bil", "women of 65 with a car"}, "5"));
    f.push_back(number("car85_m", element<&P::car85, 0>, "share", share, 0.50, {0.3, 0.7}, A,
                       {"mænd på 85 med bil", "men of 85 with a car"}, "5"));
    f.push_back(number("car85_f", element<&P::car85, 1>, "share", share, 0.15, {0.05, 0.3}, A,
                       {"kvinder på 85 med bil", "women of 85 with a car"}, "5"));
}

void function(std::vector<Field>& f)
{
    constexpr double level65[] = {0.72, 0.22, 0.05, 0.01};
    f.push_back(number("level65_1", element<&P::level65, 0>, "share", share, level65[0], fixed, A,
                       {"højt niveau ved 65", "high level at 65"}, "7.2"));
    f.push_back(number("level65_2", element<&P::level65, 1>, "share", share, level65[1], fixed, A,
                       {"påvirket niveau ved 65", "affected level at 65"}, "7.2"));
    f.push_back(number("level65_3", element<&P::level65, 2>, "share", share, level65[2], fixed, A,
                       {"nedsat niveau ved 65", "reduced level at 65"}, "7.2"));
    f.push_back(number("level65_4", element<&P::level65, 3>, "share", share, level65[3], fixed, A,
                       {"lavt niveau ved 65", "low level at 65"}, "7.2"));
    Field start = number("level_at_start", member<&P::level_at_start>, "", {0, 1}, 0, fixed, A,
                         {"niveauer i uge 0", "levels in week 0"}, "7.2");
    start.kind = Kind::choice;
    start.choices = starts;
    f.push_back(start);
    f.push_back(number("r1", element<&P::r, 0>, "1/year", {0, 5}, 0.110, around(0.110, 1.5), A,
                       {"fald fra højt til påvirket ved 75", "decline high to affected at 75"}, "7.2"));
    f.push_back(number("r2", element<&P::r, 1>, "1/year", {0, 5}, 0.085, around(0.085, 1.5), A,
                       {"fald fra påvirket til nedsat ved 75", "decline affected to reduced at 75"}, "7.2"));
    f.push_back(number("r3", element<&P::r, 2>, "1/year", {0, 5}, 0.120, around(0.120, 1.5), A,
                       {"fald fra nedsat til lavt ved 75", "decline reduced to low at 75"}, "7.2"));
    f.push_back(number("c1", element<&P::c, 0>, "1/year", {0, 5}, 0.090, around(0.090, 1.5), A,
                       {"bedring fra påvirket til højt ved 75", "recovery affected to high at 75"}, "7.2 [F 14]"));
    f.push_back(number("c2", element<&P::c, 1>, "1/year", {0, 5}, 0.120, around(0.120, 1.5), A,
                       {"bedring fra nedsat til påvirket ved 75", "recovery reduced to affected at 75"}, "7.2 [F 14]"));
    f.push_back(number("c3", element<&P::c, 2>, "1/year", {0, 5}, 0.060, around(0.060, 1.5), A,
                       {"bedring fra lavt til nedsat ved 75", "recovery low to reduced at 75"}, "7.2"));
    f.push_back(number("gam_d", member<&P::gam_d>, "1/year", {-0.2, 0.2}, 0.055, {0.03, 0.08}, A,
                       {"fald: stigning pr. leveår", "decline: slope per year of age"}, "7.2"));
    f.push_back(number("gam_r", member<&P::gam_r>, "1/year", {-0.2, 0.2}, -0.030, {-0.06, 0}, A,
                       {"bedring: stigning pr. leveår", "recovery: slope per year of age"}, "7.2 [F 15]"));
    f.push_back(number("HRd_club", element<&P::hrd, 0>, "ratio", {0.3, 2}, 0.85, {0.60, 1.05}, A,
                       {"klub: fald ved fuld deltagelse", "club: decline at full dose"}, "7.2 (F bounds)"));
    f.push_back(number("HRd_prev", element<&P::hrd, 1>, "ratio", {0.3, 2}, 0.85, {0.60, 1.05}, A,
                       {"forebyggende: fald ved fuld deltagelse", "preventive: decline at full dose"}, "7.2 (F bounds)"));
    f.push_back(number("HRd_maint", element<&P::hrd, 2>, "ratio", {0.3, 2}, 0.90, {0.7, 1.05}, A,
                       {"vedligeholdende center: fald ved fuld deltagelse", "maintaining centre: decline at full dose"},
                       "7.2"));
    f.push_back(number("HRd_home", element<&P::hrd, 3>, "ratio", {0.3, 2}, 0.92, {0.75, 1.05}, A,
                       {"vedligeholdende hjem: fald ved fuld deltagelse", "maintaining home: decline at full dose"},
                       "7.2"));
    f.push_back(number("RR_rec", member<&P::rr_rec>, "ratio", {0.3, 3}, 1.10, {1, 1.4}, A,
                       {"bedring ved fuld deltagelse", "recovery at full dose"}, "7.2"));
    f.push_back(number("home_half", member<&P::home_half>, "weeks", {1, 520}, 26, {13, 104}, A,
                       {"hjemmetilbud: effektens halveringstid", "home offer: half-life of the effect"}, "7.2"));
    f.push_back(number("x0", member<&P::x0>, "sessions/week", {0.05, 10}, 0.8, {0.3, 2}, A,
                       {"dosis: fremmøder for 63 % effekt", "dose: sessions for 63 % of the effect"}, "7.11"));
    f.push_back(number("half_D", member<&P::half_d>, "weeks", {1, 520}, 26, {8, 52}, A,
                       {"dosis: halveringstid", "dose: half-life"}, "7.11"));
}

void scores_and_access(std::vector<Field>& f)
{
    Field set = number("score_set", member<&P::score_set>, "", {0, 1}, 0, fixed, A,
                       {"niveauernes score", "score means of the levels"}, "7.3");
    set.kind = Kind::choice;
    set.choices = score_sets;
    f.push_back(set);
    f.push_back(number("omega", member<&P::omega>, "score", {0, 3}, 0.7, {0.4, 1.0}, A,
                       {"spredning i score", "spread of scores"}, "7.3"));
    f.push_back(number("rho_z", member<&P::rho_z>, "share", share, 0.5, {0.2, 0.8}, A,
                       {"sammenhæng mellem de fire score", "correlation of the four scores"}, "7.3"));
    f.push_back(number("ar_sd", member<&P::ar_sd>, "score", {0, 2}, 0.21, fixed, A,
                       {"score: udsving over tid", "scores: variation over time"}, "7.3"));
    f.push_back(number("eps_visit", member<&P::eps_visit>, "share", share, 0.20, {0.05, 0.4}, A,
                       {"visitators fejlscore", "misscoring by the visitator"}, "7.3"));
    f.push_back(number("eps_staff", member<&P::eps_staff>, "share", share, 0.30, {0.05, 0.4}, A,
                       {"personalets fejlscore", "misscoring by centre staff"}, "7.3"));
    f.push_back(number("home_weeks", member<&P::home_weeks>, "weeks", {1, 5200}, 13, fixed, S,
                       {"hjemmetilbuddets længde", "length of the home offer"}, "7.7, S3-46"));
    f.push_back(number("home_again_weeks", member<&P::home_again_weeks>, "weeks", {0, 520}, 26, {13, 52}, A,
                       {"uger før nyt hjemmetilbud", "weeks before another home offer"}, "7.7"));
    f.push_back(number("refused_weeks", member<&P::refused_weeks>, "weeks", {0, 520}, 13, {4, 26}, A,
                       {"uger før ny ansøgning efter afslag", "weeks before applying again after a refusal"}, "7.7"));
}

void choice(std::vector<Field>& f)
{
    f.push_back(number("consider", member<&P::consider>, "1/year", {0, 20}, 0.5, {0.2, 1.5}, A,
                       {"overvejelser om tilbud", "considerations of an offer"}, "7.8"));
    f.push_back(number("trigger_65", member<&P::trigger_65>, "ratio", {1, 20}, 2, {1, 4}, A,
                       {"overvejelser i 8 uger efter 65", "considerations in the 8 weeks after 65"}, "7.8"));
    f.push_back(number("trigger_F", member<&P::trigger_f>, "ratio", {1, 20}, 2, {1, 4}, A,
                       {"overvejelser i 8 uger efter ændret funktion", "considerations in the 8 weeks after a change of level"},
                       "7.8"));
    f.push_back(number("media_km", member<&P::media_km>, "km", {2.1, 50}, 5, {3, 15}, A,
                       {"afstand hvor mediernes rækkevidde halveres", "distance at which the reach of the media halves"}, "7.5"));
    f.push_back(number("b_t", member<&P::b_t>, "utils/minute", {-2, 0}, -0.05, {-0.1, -0.025}, A,
                       {"rejsetid", "travel time"}, "7.8"));
    f.push_back(number("b_T", member<&P::b_ride>, "utils", {-20, 0}, -2.5, {-5, -1.25}, A,
                       {"behov for kørsel, ingen bevilget", "ride needed, none granted"}, "7.8"));
    f.push_back(number("b_w", member<&P::b_w>, "utils/week", {-2, 0}, -0.04, {-0.08, -0.02}, A,
                       {"offentliggjort ventetid", "published wait"}, "7.8"));
    f.push_back(number("b_v", member<&P::b_v>, "utils", {0, 10}, 0.5, {0.25, 1}, A,
                       {"har været der før", "has been there before"}, "7.8, S3-94"));
    f.push_back(number("b_q", member<&P::b_q>, "utils", {0, 10}, 0.5, {0.25, 1}, A, {"kvalitet", "quality"}, "7.8"));
    f.push_back(number("misfit", member<&P::misfit>, "utils/score", {0, 10}, 0.8, {0.3, 1.5}, A,
                       {"afstand mellem behov og tilbud", "gap between need and offer"}, "7.8"));
    f.push_back(number("theta", member<&P::theta>, "share", {0.05, 1}, 0.6, {0.3, 1}, A,
                       {"lighed inden for et tilbud", "likeness within an offer"}, "7.8"));
    constexpr double asc[] = {-1.0, -1.0, 0.5, 0.5};
    f.push_back(number("ASC_klub", element<&P::asc, 0>, "utils", log_odds, asc[0], fixed, A,
                       {"tiltrækning, klub (løst)", "appeal, club (solved)"}, "7.8, 8.1"));
    f.push_back(number("ASC_forebyggende", element<&P::asc, 1>, "utils", log_odds, asc[1], fixed, A,
                       {"tiltrækning, forebyggende (løst)", "appeal, preventive (solved)"}, "7.8, 8.1"));
    f.push_back(number("ASC_vedligeholdende_center", element<&P::asc, 2>, "utils", log_odds, asc[2], fixed, A,
                       {"tiltrækning, vedligeholdende i center (løst)", "appeal, maintaining centre (solved)"}, "7.8, 8.1"));
    f.push_back(number("ASC_vedligeholdende_hjem", element<&P::asc, 3>, "utils", log_odds, asc[3], fixed, A,
                       {"tiltrækning, vedligeholdende i hjemmet", "appeal, maintaining at home"}, "7.8, 8.1"));
    f.push_back(number("V0", member<&P::v0>, "utils", log_odds, 0, fixed, A, {"intet tilbud", "no offer"}, "7.8"));
}

std::vector<Field> make_register()
{
    std::vector<Field> f;
    demography(f);
    function(f);
    scores_and_access(f);
    choice(f);
    append_supply_parameters(f);
    append_information_parameters(f);
    append_access_parameters(f);
    append_places_parameters(f);
    append_people_parameters(f);
    append_volunteering_parameters(f);
    append_money_parameters(f);
    return f;
}

} // namespace

std::span<const Field> parameter_fields()
{
    static const std::vector<Field> table = make_register();
    return table;
}

Parameters default_parameters()
{
    Parameters parameters{};
    set_defaults(parameter_fields(), &parameters);
    return parameters;
}

} // namespace samspil
