// SPDX-License-Identifier: MPL-2.0
// The tables of places: one row a parameter, a decision, a mechanism, a KPI, a series. Interventions stand in
// places_interventions.cpp.
#include "engine/model/places.hpp"

#include "engine/model/field_rows.hpp"
#include "engine/model/indicators.hpp"
#include "engine/model/parameters.hpp"
#include "engine/model/policy.hpp"

#include <algorithm>

namespace samspil {
namespace {

using namespace rows;

template <auto Inner>
constexpr Access at = inside<&Parameters::places, Inner>;

void choice_rows(std::vector<Field>& f)
{
    using P = PlacesParameters;
    f.push_back(number("b_m", at<&P::b_m>, "utils", {0, 20}, 2.0, {1, 4}, A, {"husets aktiviteter passer til interesser", "the house's activities match interests"}, "7.8, S3-25"));
    f.push_back(number("content_unknown", at<&P::content_unknown>, "share", share, 0.4, {0.2, 0.7}, A, {"vægt på indhold man ikke kender", "weight of content one does not know"}, "7.8"));
    f.push_back(number("profile_spread", at<&P::profile_spread>, "share", share, 0.5, {0.2, 1}, A, {"forskel mellem husenes aktiviteter", "spread of programmes between houses"}, "7.21"));
    f.push_back(number("b_h", at<&P::b_h>, "utils", {0, 10}, 0.3, {0.15, 0.6}, A, {"værtskab", "hosting"}, "7.8, S0-22, S4-09"));
    f.push_back(number("b_r", at<&P::b_r>, "utils", {0, 10}, 0.3, {0.15, 0.6}, A, {"lokaler og åbningstid", "rooms and opening hours"}, "7.8, S0-19, S0-21"));
}

void room_rows(std::vector<Field>& f)
{
    using P = PlacesParameters;
    f.push_back(number("afternoon", at<&P::afternoon>, "share", share, 0.6, {0.4, 0.9}, A, {"eftermiddagens vægt mod formiddagens", "weight of an afternoon against a morning"}, "7.9 [F 44]"));
    f.push_back(number("lent_day", at<&P::lent_day>, "share", share, 0.05, {0, 0.15}, A, {"lokaler lånt ud om dagen", "rooms lent out by day"}, "7.21, S0-31, S0-32"));
    f.push_back(number("lent_evening", at<&P::lent_evening>, "share", share, 0.25, {0.1, 0.6}, A, {"lokaler lånt ud om aftenen", "rooms lent out in the evening"}, "7.21, S0-31, S0-32"));
    f.push_back(number("resident_load", at<&P::resident_load>, "share", share, 0.20, {0.1, 0.4}, A, {"lokaletimer til plejehjemmets beboere", "room hours used by nursing-home residents"}, "7.21, S0-50"));
    f.push_back(number("assoc_lent", at<&P::assoc_lent>, "ratio", {1, 5}, 1.3, {1.1, 1.6}, A, {"udlån i et foreningshus", "lending in a house of associations"}, "7.21, S0-47"));
    f.push_back(number("assoc_clubs", at<&P::assoc_clubs>, "ratio", share, 0.8, {0.6, 1}, A, {"egne klubber i et foreningshus", "own clubs in a house of associations"}, "7.21, S0-47"));
    f.push_back(number("seat_need", at<&P::seat_need>, "share", {0.01, 1}, 0.8, {0.5, 1}, A, {"andel i vedligeholdende der skal køres", "share in maintaining who need a seat"}, "7.9"));
    f.push_back(number("admin_m2", at<&P::admin_m2>, "m2", {1, 100}, 12, {8, 18}, A, {"gulv pr. administrativ arbejdsplads", "floor per administrative workplace"}, "7.9, S0-52"));
    f.push_back(number("m2_lokalcenter", inside_element<&Parameters::places, &P::m2, 0>, "m2", {10, 100000}, 800, {400, 1600}, A, {"lokalcenter uden oplyst areal", "local centre of unstated size"}, "7.9"));
    f.push_back(number("m2_frivillighus", inside_element<&Parameters::places, &P::m2, 1>, "m2", {10, 100000}, 400, {200, 800}, A, {"frivillighus uden oplyst areal", "volunteer house of unstated size"}, "7.9"));
    f.push_back(number("m2_dagcenter", inside_element<&Parameters::places, &P::m2, 2>, "m2", {10, 100000}, 1000, {500, 2000}, A, {"dagcenter uden oplyst areal", "day centre of unstated size"}, "7.9"));
    f.push_back(number("house_hours", at<&P::house_hours>, "h/week", {1, 168}, 50, {35, 70}, A, {"åbningstid der ikke er oplyst", "opening hours not stated"}, "7.9, S0-19"));
    f.push_back(number("cafe_visits", at<&P::cafe_visits>, "1/week", {0, 7}, 0.10, {0.03, 0.3}, A, {"cafébesøg pr. borger tæt ved en café", "café visits per citizen close to a café"}, "7.9, S0-20, S4-08"));
    f.push_back(number("cafe_km", at<&P::cafe_km>, "km", {0.1, 20}, 1.5, {0.7, 3}, A, {"afstand hvor cafébesøg falder til 37 %", "distance at which café visits fall to 37 %"}, "7.9"));
    f.push_back(number("cafe_spend", at<&P::cafe_spend>, "kr", {0, 1000}, 45, {25, 70}, A, {"køb pr. cafébesøg (antaget pris)", "spent per café visit (assumed price)"}, "7.18"));
    f.push_back(number("cafe_hours", at<&P::cafe_hours>, "h", {0, 5}, 0.1, {0.05, 0.2}, A, {"frivilligtimer pr. cafégæst", "volunteer hours per café guest"}, "7.9, S0-34"));
    f.push_back(number("cafe_credit", at<&P::cafe_credit>, "sessions", {0, 1}, 0.3, {0, 0.6}, A, {"cafébesøg som samvær", "a café visit as company"}, "7.9"));
}

void transport_rows(std::vector<Field>& f)
{
    using P = PlacesParameters;
    f.push_back(number("ride_error", at<&P::ride_error>, "share", share, 0.10, {0, 0.25}, A, {"fejl i dialogen om kørsel", "error of the dialogue on rides"}, "7.10, S3-88"));
    f.push_back(number("ride_far", at<&P::ride_far>, "minutes", {0, 10000}, 45, {30, 60}, A, {"rejse der ikke kan klares uden bil", "journey that cannot be managed without a car"}, "7.10, S3-90"));
    f.push_back(number("ride_longest", at<&P::ride_longest>, "minutes", {1, 10000}, 60, {45, 90}, A, {"længste kørsel", "longest ride"}, "7.10"));
    f.push_back(number("ride_fill", at<&P::ride_fill>, "share", {0.05, 1}, 0.65, {0.4, 0.9}, A, {"fyldte sæder på en tur", "seats filled on a tour"}, "7.10"));
    f.push_back(number("ride_cap", at<&P::ride_cap>, "seats", {1, 60}, 8, fixed, A, {"sæder i en bus", "seats in a vehicle"}, "7.10"));
    f.push_back(number("ride_km_share", at<&P::ride_km_share>, "share", share, 0.6, {0.3, 0.8}, A, {"andel af prisen der følger afstanden", "share of the price that follows distance"}, "7.10"));
    f.push_back(number("ride_ref_km", at<&P::ride_ref_km>, "km", {0.1, 100}, 5.1, {3, 8}, A, {"afstand som prisen gælder for", "distance the price is for"}, "7.10"));
    f.push_back(number("flex_share", at<&P::flex_share>, "share", share, 0.9, {0.7, 1}, A, {"fremmøder der køres til efter behov", "attendances ridden to when rides follow need"}, "7.10, S3-62"));
    f.push_back(number("no_ride_att", at<&P::no_ride_att>, "share", share, 0.5, {0.2, 0.8}, A, {"fremmøde uden den kørsel der er brug for", "attendance without the ride needed"}, "7.10"));
    f.push_back(number("frame_slack", at<&P::frame_slack>, "ratio", {1, 2}, 1.05, fixed, A, {"forbrug over rammen før der bremses", "spending over the frame before it bites"}, "7.10"));
}

void profile_rows(std::vector<Field>& f)
{
    using P = PlacesParameters;
    f.push_back(number("eta_voice", at<&P::eta_voice>, "1/quarter", share, 0.02, {0.005, 0.1}, A, {"husets program følger brugerne, med brugerråd", "programme follows users, with council voice"}, "7.21, S0-37"));
    f.push_back(number("eta", at<&P::eta>, "1/quarter", share, 0.005, {0, 0.02}, A, {"husets program følger brugerne, uden brugerråd", "programme follows users, without voice"}, "7.21"));
    f.push_back(number("inertia", at<&P::inertia>, "share", share, 0.8, {0.5, 1}, A, {"respekt for en bestående profil", "respect for an existing profile"}, "7.21, S3-107"));
    f.push_back(number("vul_uptake", at<&P::vul_uptake>, "share", share, 0.05, {0, 0.15}, A, {"sårbarhus: bro der lykkes", "house for the vulnerable: uptake by bridge"}, "7.21, S0-48"));
    f.push_back(number("vul_help", at<&P::vul_help>, "share", share, 0.10, {0, 0.3}, A, {"sårbarhus: hjælp i klubben", "house for the vulnerable: help in the club"}, "7.21, S0-48"));
    f.push_back(number("vul_staff", at<&P::vul_staff>, "share", share, 0.10, {0, 0.3}, A, {"sårbarhus: personalebehov", "house for the vulnerable: staff needed"}, "7.21, S0-48"));
    f.push_back(number("volunteers_follow", at<&P::volunteers_follow>, "share", share, 0.7, {0.3, 0.95}, A, {"frivillige der følger med ved sammenlægning", "volunteers who come along in a merger"}, "7.19"));
}

constexpr auto none = Direction::none;
constexpr auto up = Direction::higher_is_better;
constexpr auto down = Direction::lower_is_better;
constexpr auto absolute = Relevance::absolute;
constexpr auto of_base = Relevance::share_of_base;

template <class Values>
void add_each(Values& to, const Values& change)
{
    for (std::size_t i = 0; i < to.size(); ++i) to[i] += change[i];
}

} // namespace

void append_places_parameters(std::vector<Field>& fields)
{
    choice_rows(fields);
    room_rows(fields);
    transport_rows(fields);
    profile_rows(fields);
}

void append_places_policy(std::vector<Field>& fields)
{
    using P = PlacesPolicy;
    fields.push_back(value("council_voice", Kind::flag, inside<&Policy::places, &P::council_voice>, "", {0, 1}, 0, A,
                           {"brugerrådet er med til programmet", "the users' council shapes the programme"}, "7.21, S0-37"));
    fields.push_back(value("preventive_rides", Kind::flag, inside<&Policy::places, &P::preventive_rides>, "", {0, 1}, 1, S,
                           {"kørsel til forebyggende kan bevilges", "rides to the preventive offer may be granted"}, "7.10, S3-89, S3-90"));
    fields.push_back(value("ride_seats", Kind::number, inside<&Policy::places, &P::ride_seats>, "seats/place", {0, 10}, 1, A,
                           {"sæder i busserne pr. plads i vedligeholdende", "seats in vehicles per maintaining place"}, "7.9"));
    fields.push_back(value("transport_frame", Kind::number, inside<&Policy::places, &P::transport_frame>, "kr/year", {0, 1e9}, 0, A,
                           {"ramme til kørsel; 0 er ingen", "frame for rides; 0 is none"}, "7.10, S3-126"));
    fields.push_back(value("ride_price", Kind::number, inside<&Policy::places, &P::ride_price>, "kr/day", {0, 1000}, 30.5, D,
                           {"egenbetaling for kørsel (påvirker ingens valg)", "own price of the ride (affects nobody's choice)"}, "7.10, 99 less 68.50 kr. [F 38, another municipality 2018]"));
}

void append_places_mechanisms(std::vector<Field>& fields)
{
    using M = PlacesMechanisms;
    fields.push_back(flag("interest_match", inside<&Mechanisms::places, &M::interest_match>, {"interesser påvirker valg", "interests affect choice"}, "7.8"));
    fields.push_back(flag("hosting", inside<&Mechanisms::places, &M::hosting>, {"værtskab og åbningstid påvirker valg", "hosting and opening affect choice"}, "7.8"));
    fields.push_back(flag("ride_dialogue", inside<&Mechanisms::places, &M::ride_dialogue>, {"kørsel aftales i dialog", "rides are agreed in dialogue"}, "7.10"));
    fields.push_back(flag("transport_frame", inside<&Mechanisms::places, &M::transport_frame>, {"ramme til kørsel", "frame for rides"}, "7.10"));
    fields.push_back(flag("co_creation", inside<&Mechanisms::places, &M::co_creation>, {"samskabelse om programmet", "co-creation of the programme"}, "7.21"));
    fields.push_back(flag("cafe", inside<&Mechanisms::places, &M::cafe>, {"caféer", "cafés"}, "7.9"));
}

void append_places_kpis(std::vector<Kpi>& kpis)
{
    const Label bound{"andel af udbud og uger hvor det er det, der begrænser", "share of units and weeks in which this is what limits"};
    kpis.push_back({"binding.rooms", "share", none, 0.01, absolute, false, false, {"Begrænset af pladser og lokaler", "Limited by places and rooms"}, bound});
    kpis.push_back({"binding.staff", "share", none, 0.01, absolute, false, false, {"Begrænset af personale", "Limited by staff"}, bound});
    kpis.push_back({"binding.volunteers", "share", none, 0.01, absolute, false, false, {"Begrænset af frivillige", "Limited by volunteers"}, bound});
    kpis.push_back({"binding.seats", "share", none, 0.01, absolute, false, false, {"Begrænset af sæder i busserne", "Limited by seats in vehicles"}, bound});
    kpis.push_back({"rooms.lent_hours", "h/week", up, 0.01, of_base, false, false, {"Lokaletimer lånt ud", "Room hours lent out"},
                    {"åbne huse, dag og aften, antaget", "open houses, day and evening, assumed"}});
    kpis.push_back({"cafe.guests", "persons/week", up, 0.01, of_base, false, false, {"Cafégæster", "Café guests"}, {"forventet antal, antaget", "expected number, assumed"}});
    kpis.push_back({"cafe.revenue_kr", "kr.", up, 0.01, of_base, false, false, {"Omsætning i caféerne", "Café revenue"},
                    {"hele perioden, antagne priser", "whole period, assumed prices"}});
    kpis.push_back({"cafe.volunteer_hours", "h/week", none, 0.01, of_base, false, false, {"Frivilligtimer i caféerne", "Volunteer hours in cafés"},
                    {"en del af husets andre opgaver, antaget", "part of the other tasks of the house, assumed"}});
    kpis.push_back({"transport.rides", "rides/week", none, 0.01, of_base, false, false, {"Kørsler", "Rides"}, {"enkeltture om ugen", "single rides a week"}});
    kpis.push_back({"transport.refused", "persons", down, 0.01, of_base, false, false, {"Fik ikke den kørsel de havde brug for", "Did not get the ride they needed"},
                    {"antal begyndte uden, i perioden", "began without it, in the period"}});
    kpis.push_back({"transport.ride_minutes", "minutes", down, 1, absolute, false, false, {"Køretid", "Ride time"}, {"hver vej pr. fremmøde med kørsel", "one way per session with a ride"}});
    kpis.push_back({"transport.own_payment", "kr.", none, 0.01, of_base, false, false, {"Borgernes betaling for kørsel", "Citizens' payment for rides"},
                    {"hele perioden", "whole period"}});
    kpis.push_back({"transport.sessions_cut", "sessions", down, 0.01, of_base, false, false, {"Fremmøder skåret for kørslens skyld", "Sessions cut for want of rides"},
                    {"ugentlige fremmøder, i perioden", "weekly sessions, in the period"}});
    kpis.push_back({"profile.match", "share", up, 0.01, absolute, false, false, {"Huset passer til deltagernes interesser", "The house fits its participants' interests"},
                    {"0 til 1; 0,5 er hvad et hus med lidt af alt giver; seneste kvartal", "0 to 1; 0.5 is what a house with some of everything gives; last quarter"}});
}

void append_places_series(std::vector<SeriesInfo>& series)
{
    series.push_back({"places", "binding", "code", {Axis::centre, Axis::offer}, {"hvad der begrænser", "what limits"},
                      {"0 intet tilbud, 1 pladser og lokaler, 2 personale, 3 frivillige, 4 sæder", "0 no offer, 1 places and rooms, 2 staff, 3 volunteers, 4 seats"}});
    series.push_back({"places", "cafe_guests", "persons/week", {Axis::centre}, {"cafégæster", "café guests"}, {"forventet, pr. hus", "expected, by centre"}});
    series.push_back({"places", "rides", "sessions/week", {Axis::centre}, {"aftalte fremmøder med kørsel", "agreed sessions with a ride"}, {"pr. hus", "by centre"}});
}

void PlacesCounts::resize(std::size_t, std::size_t units, std::size_t centres)
{
    rides.assign(centres * 3, 0);
    ride_tenths.assign(centres, 0);
    stranded.assign(units * 3, 0);
}

void PlacesCounts::add(const PlacesCounts& change)
{
    add_each(rides, change.rides);
    add_each(ride_tenths, change.ride_tenths);
    add_each(stranded, change.stranded);
}

void PlacesCounts::clear()
{
    std::fill(rides.begin(), rides.end(), 0);
    std::fill(ride_tenths.begin(), ride_tenths.end(), 0);
    std::fill(stranded.begin(), stranded.end(), 0);
}

void PlacesWishes::clear() {}
void PlacesWishes::append(const PlacesWishes&) {}

} // namespace samspil
