// SPDX-License-Identifier: MPL-2.0
// Dated changes of houses, profiles and rides (docs/model.md 7.19), and what the scenario says of a house.
#include "engine/model/intervention.hpp"
#include "engine/model/offer.hpp"
#include "engine/model/scenario.hpp"

#include "engine/model/field_rows.hpp"

#include <array>

namespace samspil {
namespace {

using namespace rows;
using I = Intervention;
using T = InterventionType;

constexpr Choice offer_choices[] = {{"klub", {"klub", "club"}},
                                    {"forebyggende", {"forebyggende", "preventive"}},
                                    {"vedligeholdende_center", {"vedligeholdende i center", "maintaining in a centre"}},
                                    {"vedligeholdende_hjem", {"vedligeholdende i hjemmet", "maintaining at home"}}};
constexpr Choice profile_choices[] = {{"general", {"lidt af alt", "some of everything"}},
                                      {"associations", {"foreninger", "associations"}},
                                      {"vulnerable", {"sårbare", "the vulnerable"}},
                                      {"culture", {"kultur og musik", "culture and music"}},
                                      {"nursing_home_side", {"ved plejehjem", "beside a nursing home"}},
                                      {"health", {"sundhed", "health"}}};
constexpr Choice regime_choices[] = {{"flexible", {"efter behov", "by need"}}, {"fixed_visited", {"fast for visiterede", "fixed for the assessed"}}};

const Field gap = value("gap_weeks", Kind::integer, member<&I::gap_weeks>, "weeks", {0, 52}, 4, A, {"uger uden plads for dem der skal flytte", "weeks without a place for those who must move"}, "7.13");
const Field offer = choice("offer", member<&I::offer>, offer_choices, 0, S, {"tilbud", "offer"}, "7.9");
const Field places = value("places", Kind::integer, member<&I::places>, "places", {0, 100000}, 0, A, {"pladser", "places"}, "7.9");

std::span<const Field> merge_params()
{
    static const std::array table{gap, value("places_follow", Kind::flag, member<&I::flag>, "", {0, 1}, 1, A, {"pladserne følger med", "the places come along"}, "7.19, S3-105")};
    return table;
}
std::span<const Field> convert_params()
{
    static const std::array table{offer, choice("to_offer", member<&I::choice>, offer_choices, 0, S, {"bliver til", "becomes"}, "7.19"), places, gap};
    return table;
}
std::span<const Field> satellite_params()
{
    static const std::array table{offer, places};
    return table;
}
std::span<const Field> profile_params()
{
    static const std::array table{choice("profile", member<&I::choice>, profile_choices, 0, S, {"profil", "profile"}, "7.21, S0-46")};
    return table;
}
std::span<const Field> admin_params()
{
    static const std::array table{value("persons", Kind::number, member<&I::persons>, "persons", {0, 1000}, 0, A, {"administrative arbejdspladser", "administrative workplaces"}, "7.9, S0-52"),
                                  value("share", Kind::number, member<&I::share>, "share", {0, 0.9}, 0, A, {"andel af gulvet (i stedet for arbejdspladser)", "share of the floor (instead of workplaces)"}, "7.9")};
    return table;
}
std::span<const Field> transport_params()
{
    static const std::array table{
        choice("regime", member<&I::choice>, regime_choices, 0, S, {"kørsel", "transport"}, "7.10, S3-62"),
        value("frame_factor", Kind::number, member<&I::share>, "ratio", {-1, 10}, -1, A,
              {"ramme i forhold til forbruget nu; 0 er ingen ramme, under 0 som den er", "frame against spending now; 0 is no frame, below 0 as it is"}, "7.10, S3-126"),
        value("preventive_rides", Kind::flag, member<&I::flag>, "", {0, 1}, 1, A, {"kørsel til forebyggende kan bevilges", "rides to the preventive offer may be granted"}, "7.10, S3-89")};
    return table;
}

constexpr std::string_view must_convert[] = {"to_offer"};
constexpr std::string_view must_profile[] = {"profile"};

InterventionKind kind(T type, std::string_view id, Label label, std::span<const Field> params, bool needs_to = false, std::span<const std::string_view> must = {})
{
    InterventionKind made{type, id, label, true, false, params};
    made.needs_to = needs_to;
    made.must = must;
    return made;
}

} // namespace

void append_places_interventions(std::vector<InterventionKind>& kinds)
{
    kinds.push_back(kind(T::merge, "merge", {"to huse lægges sammen", "two centres merge"}, merge_params(), true));
    kinds.push_back(kind(T::convert_offer, "convert_offer", {"pladser skifter tilbud", "places change offer"}, convert_params(), false, must_convert));
    kinds.push_back(kind(T::same_roof, "same_roof", {"to huse under samme tag", "two centres under one roof"}, {}, true));
    kinds.push_back(kind(T::satellite, "satellite", {"en satellit åbner", "a satellite opens"}, satellite_params(), true));
    kinds.push_back(kind(T::profile_change, "profile_change", {"husets profil ændres", "change of profile"}, profile_params(), false, must_profile));
    kinds.push_back(kind(T::admin_workplaces, "admin_workplaces", {"administrative arbejdspladser i huset", "administrative workplaces in the house"}, admin_params()));
    InterventionKind transport{T::transport_rule, "transport_rule", {"ændret kørsel", "change of transport"}, false, false, transport_params()};
    kinds.push_back(transport);
}

HouseRooms rooms_of(const Scenario& scenario, std::size_t centre)
{
    const Centre& house = scenario.centres[centre];
    if (house.rooms.stated) return house.rooms;
    HouseRooms rooms;
    rooms.m2 = static_cast<int>(scenario.assumptions.places.m2[static_cast<std::size_t>(house.kind)]);
    rooms.opening_hours = static_cast<int>(scenario.assumptions.places.house_hours);
    if (house.nursing_home_side) rooms.profile = ProfileKind::nursing_home_side;
    return rooms;
}

bool gives_offer(const Scenario& scenario, const Intervention& i, std::size_t centre, std::size_t wanted)
{
    const std::string& id = scenario.centres[centre].id;
    const auto given = static_cast<int>(wanted);
    switch (i.type) {
    case T::change_places:
    case T::satellite: return i.centre == id && i.offer == given && i.places > 0;
    case T::convert_offer: return i.centre == id && i.choice == given && i.places > 0;
    default: return false; // what a merger brings along is in offers_held.cpp
    }
}

const std::array<double, interest_count>& activities_of(ProfileKind kind)
{
    // meal, exercise, self-training, dance, song, culture, crafts, games, talks, outdoor, generations, support
    static constexpr std::array<std::array<double, interest_count>, profile_count> programmes{{
        {0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5},
        {0.4, 0.4, 0.4, 0.4, 0.8, 0.4, 0.8, 0.8, 0.4, 0.8, 0.4, 0.4},
        {0.9, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.7, 0.4, 0.4, 0.4, 0.9},
        {0.35, 0.35, 0.35, 0.9, 0.9, 0.9, 0.35, 0.35, 0.9, 0.35, 0.35, 0.35},
        {0.8, 0.5, 0.35, 0.35, 0.8, 0.35, 0.35, 0.7, 0.35, 0.35, 0.6, 0.35},
        {0.35, 0.9, 0.9, 0.35, 0.35, 0.35, 0.35, 0.35, 0.6, 0.8, 0.35, 0.35},
    }};
    return programmes[static_cast<std::size_t>(kind)];
}

} // namespace samspil
