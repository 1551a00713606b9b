// SPDX-License-Identifier: MPL-2.0
// What meets the citizens: journeys, places, transitions, volunteers and leaders, prices. One row a parameter.
#include "engine/model/parameters.hpp"

#include "engine/model/field_rows.hpp"

namespace samspil {
namespace {

using namespace rows;
using P = Parameters;

void travel(std::vector<Field>& f)
{
    const auto speed = [](double x) { return Range{0.7 * x, 1.3 * x}; };
    f.push_back(number("walk_1", element<&P::walk_kmh, 0>, "km/h", {0.1, 10}, 4.5, speed(4.5), A,
                       {"gang, højt niveau", "walking, high level"}, "7.8"));
    f.push_back(number("walk_2", element<&P::walk_kmh, 1>, "km/h", {0.1, 10}, 3.5, speed(3.5), A,
                       {"gang, påvirket niveau", "walking, affected level"}, "7.8"));
    f.push_back(number("walk_3", element<&P::walk_kmh, 2>, "km/h", {0.1, 10}, 2.2, speed(2.2), A,
                       {"gang, nedsat niveau", "walking, reduced level"}, "7.8"));
    f.push_back(number("bus_kmh", member<&P::bus_kmh>, "km/h", {1, 100}, 12, speed(12), A, {"bus", "bus"}, "7.8"));
    f.push_back(number("bus_min", member<&P::bus_min>, "minutes", {0, 60}, 8, speed(8), A,
                       {"bus: gang og ventetid", "bus: walk and wait"}, "7.8"));
    f.push_back(number("car_kmh", member<&P::car_kmh>, "km/h", {1, 130}, 25, speed(25), A, {"bil", "car"}, "7.8"));
    f.push_back(number("car_min", member<&P::car_min>, "minutes", {0, 60}, 4, speed(4), A,
                       {"bil: parkering", "car: parking"}, "7.8"));
    f.push_back(number("ride_kmh", member<&P::ride_kmh>, "km/h", {1, 100}, 20, speed(20), A,
                       {"bevilget kørsel", "arranged ride"}, "7.8"));
    f.push_back(number("ride_min", member<&P::ride_min>, "minutes", {0, 120}, 10, speed(10), A,
                       {"kørsel: samkørsel", "ride: pooling"}, "7.8"));
    f.push_back(number("detour", member<&P::detour>, "ratio", {1, 3}, 1.3, {1.2, 1.5}, Evidence::recalled,
                       {"vej i forhold til fugleflugt", "road against straight line"}, "7.8"));
}

void places(std::vector<Field>& f)
{
    f.push_back(number("s_mean_klub", element<&P::s_mean, 0>, "sessions/week", {1, 5}, 1.6, {1, 3}, A,
                       {"fremmøder, klub", "sessions, club"}, "7.8"));
    f.push_back(number("s_mean_forebyggende", element<&P::s_mean, 1>, "sessions/week", {1, 5}, 1.5, {1, 3}, A,
                       {"fremmøder, forebyggende (løst)", "sessions, preventive (solved)"}, "7.8, 8.1"));
    f.push_back(number("s_mean_vedligeholdende_center", element<&P::s_mean, 2>, "sessions/week", {1, 5}, 2.0, {1, 4}, A,
                       {"fremmøder, vedligeholdende i center", "sessions, maintaining centre"}, "7.8"));
    f.push_back(number("s_mean_vedligeholdende_hjem", element<&P::s_mean, 3>, "sessions/week", {1, 5}, 2.0, {1, 4}, A,
                       {"fremmøder i hjemmet, vedligeholdende", "sessions at home, maintaining"}, "7.8"));
    f.push_back(number("decline_p", member<&P::decline_p>, "share", {0, 0.99}, 0.1, {0, 0.3}, A,
                       {"siger nej til en plads", "declines a place"}, "7.9"));
    f.push_back(number("leave_q", member<&P::leave_q>, "1/week", share, 0.02, {0.005, 0.05}, A,
                       {"forlader køen", "leaves the queue"}, "7.9"));
    f.push_back(number("share_minutes", member<&P::share_minutes>, "minutes", {0, 240}, 45, {20, 60}, A,
                       {"rejsetid hvor en delt plads tages", "travel time at which a shared place is taken"}, "7.9"));
    f.push_back(number("p_att_1", element<&P::p_att, 0>, "share", share, 0.85, {0.6, 0.95}, A,
                       {"fremmøde, højt niveau", "attendance, high level"}, "7.9"));
    f.push_back(number("p_att_2", element<&P::p_att, 1>, "share", share, 0.82, {0.6, 0.95}, A,
                       {"fremmøde, påvirket niveau", "attendance, affected level"}, "7.9"));
    f.push_back(number("p_att_3", element<&P::p_att, 2>, "share", share, 0.75, {0.6, 0.95}, A,
                       {"fremmøde, nedsat og lavt niveau", "attendance, reduced and low level"}, "7.9"));
}

void transitions(std::vector<Field>& f)
{
    f.push_back(number("h0_club", member<&P::h0_club>, "1/week", share, 0.06, {0.02, 0.15}, A,
                       {"forlader klub uden hjælp", "leaves the club for lack of help"}, "7.12"));
    f.push_back(number("club_help", member<&P::club_help>, "share", share, 0.9, {0.5, 1}, A,
                       {"hjælp i klubben, del af behovet", "help in the club, share of need"}, "7.12"));
    f.push_back(number("back_to_club", member<&P::back_to_club>, "1/week", share, 0.02, {0.005, 0.05}, A,
                       {"fra forebyggende tilbage til klub", "from preventive back to a club"}, "7.13"));
    f.push_back(number("see_change", member<&P::see_change>, "1/week", share, 0.05, {0.02, 0.2}, A,
                       {"personalet ser en ændring", "staff see a change"}, "7.4"));
    f.push_back(number("h_v", member<&P::h_v>, "1/week", share, 0.035, {0.005, 0.08}, A,
                       {"sårbar overgang: frafald", "vulnerable transition: drop-out"}, "7.13"));
    f.push_back(number("b1", member<&P::b1>, "log", {0, 5}, 0.60, {0, 1.2}, A,
                       {"samme tag beskytter", "same roof protects"}, "7.13, S3-93"));
    f.push_back(number("b2", member<&P::b2>, "log", {0, 5}, 0.50, {0, 1.2}, A,
                       {"kendskab beskytter", "prior acquaintance protects"}, "7.13, S3-94"));
    f.push_back(number("b6", member<&P::b6>, "log per 4 weeks", {0, 5}, 0.15, {0, 1.2}, A,
                       {"ventetid mellem tilbud skader", "gap between offers harms"}, "7.13"));
    f.push_back(number("b7", member<&P::b7>, "log", {0, 5}, 0.30, {0, 1.2}, A,
                       {"social score 3 eller mere skader", "social score 3 or more harms"}, "7.13"));
    f.push_back(number("b8", member<&P::b8>, "log", {0, 5}, 0.30, {0, 1.2}, A,
                       {"skift i personale skader", "staff turnover harms"}, "7.13"));
    f.push_back(number("base_drop_klub", element<&P::base_drop, 0>, "1/week", share, 0.004, around(0.004, 3), A,
                       {"almindeligt frafald, klub", "ordinary drop-out, club"}, "7.13"));
    f.push_back(number("base_drop_forebyggende", element<&P::base_drop, 1>, "1/week", share, 0.003, around(0.003, 3), A,
                       {"almindeligt frafald, forebyggende", "ordinary drop-out, preventive"}, "7.13"));
    f.push_back(number("base_drop_vedligeholdende", element<&P::base_drop, 2>, "1/week", share, 0.003, around(0.003, 3), A,
                       {"almindeligt frafald, vedligeholdende i center", "ordinary drop-out, maintaining centre"}, "7.13"));
}

void volunteers_and_organisation(std::vector<Field>& f)
{
    f.push_back(number("vol_hours", member<&P::vol_hours>, "h/week", {0.1, 37}, 2, {1, 4}, A,
                       {"timer pr. frivillig", "hours per volunteer"}, "7.15"));
    f.push_back(number("vol_slot", member<&P::vol_slot>, "h", {0.001, 10}, 0.25, around(0.25, 2), A,
                       {"frivilligtimer pr. klubfremmøde", "volunteer hours per club session"}, "7.9"));
    f.push_back(number("q0", member<&P::q0>, "1/year", {0, 5}, 0.18, {0.08, 0.35}, A,
                       {"frivillige der stopper", "volunteers who stop"}, "7.15 (F anchors)"));
    f.push_back(number("b_B", member<&P::b_burden>, "log", {0, 10}, 1.5, {0.5, 3}, A,
                       {"belastning får frivillige til at stoppe", "burden makes volunteers stop"}, "7.15"));
    f.push_back(number("b_ten", member<&P::b_ten>, "log", {0, 5}, 0.5, {0, 1}, A,
                       {"anciennitet holder på frivillige", "tenure keeps volunteers"}, "7.15"));
    f.push_back(number("ask_acc", member<&P::ask_acc>, "share", share, 0.7, {0.3, 0.9}, A,
                       {"siger ja til ekstra timer", "accepts extra hours"}, "7.15"));
    f.push_back(number("rec_ext", member<&P::rec_ext>, "persons/year", {0, 100000}, 400, {200, 800}, A,
                       {"nye frivillige (løst)", "new volunteers (solved)"}, "7.15, 8.1"));
    f.push_back(number("q_other", member<&P::q_other>, "index", {0, 1}, 0.55, {0.4, 0.7}, A,
                       {"kvalitet uden ledelsens bidrag", "quality without the leader's part"}, "7.16"));
    f.push_back(number("q_attention", member<&P::q_attention>, "index", {0, 1}, 0.15, {0, 0.3}, A,
                       {"kvalitet ved fuld ledelsesopmærksomhed", "quality by full leader attention"}, "7.16"));
    f.push_back(number("q_ref", member<&P::q_ref>, "index", {0.1, 1}, 0.7, fixed, A,
                       {"kvalitet hvor effekten er som angivet", "quality at which effects are as stated"}, "7.16"));
    f.push_back(number("H_L", member<&P::leader_hours>, "h/week", {1, 80}, 37, fixed, A,
                       {"leders timer", "hours of a leader"}, "7.17"));
    f.push_back(number("h_c", member<&P::h_c>, "h/week", {0.1, 80}, 5, {2, 10}, A,
                       {"ledertimer et hus behøver", "leader hours a house needs"}, "7.17"));
    f.push_back(number("dual_factor", member<&P::dual_factor>, "ratio", {0, 1}, 0.5, {0.3, 1}, A,
                       {"dobbelt ledelse: opmærksomhed", "dual leadership: attention"}, "7.17, S0-02"));
    f.push_back(number("own_factor", member<&P::own_factor>, "ratio", {1, 3}, 1.3, {1, 1.6}, A,
                       {"egen afdeling: opmærksomhed", "own department: attention"}, "7.17, S0-07"));
    f.push_back(number("shock_attention", member<&P::shock_attention>, "ratio", {0, 1}, 0.7, {0.4, 1}, A,
                       {"omstilling: opmærksomhed", "change shock: attention"}, "7.17"));
    f.push_back(number("shock_turnover", member<&P::shock_turnover>, "ratio", {1, 5}, 1.3, {1, 2}, A,
                       {"omstilling: personaleskift", "change shock: staff turnover"}, "7.17"));
    f.push_back(number("scale_save", member<&P::scale_save>, "share", {0, 0.5}, 0.03, {0, 0.08}, A,
                       {"serviceenhed: besparelse pr. fordobling", "service unit: saving per doubling"}, "7.17"));
    f.push_back(number("admin_share", member<&P::admin_share>, "share", share, 0.3, {0.15, 0.45}, A,
                       {"del af husets udgift i serviceenheden", "part of a house's cost in the service unit"}, "7.17"));
    f.push_back(number("service_ref", member<&P::service_ref>, "houses", {1, 1000}, 37.0 / 7.0, fixed, D,
                       {"huse pr. enhed, hvor udgiften er som angivet", "houses per unit at which the cost is as stated"},
                       "7.17"));
}

void prices(std::vector<Field>& f)
{
    f.push_back(number("wage_staff", member<&P::wage_staff>, "kr/h", {0, 5000}, 320, {240, 420}, A,
                       {"personaletime (antaget pris)", "staff hour (assumed price)"}, "7.18"));
    f.push_back(number("wage_visitator", member<&P::wage_visitator>, "kr/h", {0, 5000}, 380, {240, 420}, A,
                       {"visitatortime (antaget pris)", "visitator hour (assumed price)"}, "7.18"));
    f.push_back(number("visit_h", member<&P::visit_h>, "h", {0, 40}, 3, {1, 6}, A,
                       {"timer pr. visitation", "hours per assessment"}, "7.7"));
    f.push_back(number("ride_cost", member<&P::ride_cost>, "kr", {0, 5000}, 90, {60, 200}, A,
                       {"en tur (antaget pris)", "a ride (assumed price)"}, "7.10"));
    f.push_back(number("leader_pay", member<&P::leader_pay>, "kr/year", {0, 5e6}, 700000, {550000, 900000}, A,
                       {"leder (antaget pris)", "leader (assumed price)"}, "7.18"));
    f.push_back(number("staff_slot_klub", element<&P::staff_slot, 0>, "h", {0, 10}, 0, fixed, A,
                       {"personale pr. fremmøde, klub", "staff per session, club"}, "7.9"));
    f.push_back(number("staff_slot_forebyggende", element<&P::staff_slot, 1>, "h", {0, 10}, 0.35, around(0.35, 2), A,
                       {"personale pr. fremmøde, forebyggende", "staff per session, preventive"}, "7.9"));
    f.push_back(number("staff_slot_vedligeholdende_center", element<&P::staff_slot, 2>, "h", {0, 10}, 0.9, around(0.9, 2), A,
                       {"personale pr. fremmøde, vedligeholdende i center", "staff per session, maintaining centre"}, "7.9"));
    f.push_back(number("staff_slot_vedligeholdende_hjem", element<&P::staff_slot, 3>, "h", {0, 10}, 0.9, around(0.9, 2), A,
                       {"personale pr. fremmøde i hjemmet, vedligeholdende", "staff per session at home, maintaining"}, "7.9"));
    f.push_back(number("K_lokalcenter", element<&P::house_cost, 0>, "kr/year", {0, 1e9}, 1.2e6, {0.8e6, 2e6}, A,
                       {"lokalcenter (antaget pris)", "local centre (assumed price)"}, "7.18"));
    f.push_back(number("K_frivillighus", element<&P::house_cost, 1>, "kr/year", {0, 1e9}, 1.2e6, {0.6e6, 2e6}, A,
                       {"frivillighus (antaget pris)", "volunteer house (assumed price)"}, "7.18"));
    f.push_back(number("K_dagcenter", element<&P::house_cost, 2>, "kr/year", {0, 1e9}, 2.0e6, {1.2e6, 3e6}, A,
                       {"dagcenter (antaget pris)", "day centre (assumed price)"}, "7.18"));
}

} // namespace

void append_supply_parameters(std::vector<Field>& f)
{
    travel(f);
    places(f);
    transitions(f);
    volunteers_and_organisation(f);
    prices(f);
}

} // namespace samspil
