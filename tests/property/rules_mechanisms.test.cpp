// SPDX-License-Identifier: MPL-2.0
// Every mechanism that has a name can be switched off, and off is the same as its neutral parameter, to the last bit of
// the whole result (docs/model.md 8.2). Each is also shown to matter in this town, so that the equality says something.
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <algorithm>
#include <functional>
#include <map>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr Chance chance{2021, 7};

/// The busy toy town with something for every mechanism to act on: people who move, a leader with little time, too few
/// volunteers in one house and places in another, and a change to a district that shares them.
Scenario eventful_town()
{
    Scenario scenario = busy_toy(52, 156);
    scenario.assumptions.information.lam_media = 0.01; // something left to hear of, though not much
    scenario.assumptions.information.aw_half = scenario.assumptions.information.aw_half1 = 260;
    for (AgeBandRate& band : scenario.net_migration) band.value = 0.02;
    scenario.assumptions.h_c = 60;
    scenario.assumptions.rec_ext = 10;
    scenario.assumptions.people.tie_form = 0.02;
    scenario.assumptions.people.b5 = 4;
    scenario.assumptions.h_v = 0.15;
    scenario.centres[0].places[index_of(Offer::klub)] = 400;
    scenario.centres[0].volunteers = 120;
    scenario.centres[1].places[index_of(Offer::klub)] = 30;
    scenario.centres[1].volunteers = 30; // enough for its places, also those that others take
    scenario.centres[0].places[index_of(Offer::vedligeholdende_center)] = 1; // in the other house there is room
    scenario.centres[1].places[index_of(Offer::vedligeholdende_center)] = 30;
    scenario.policy.w_max = 1;
    scenario.policy.access.visitator_hours = 20;
    scenario.policy.volunteering.forum = 1;
    scenario.policy.volunteering.network_meetings = 4;
    scenario.policy.volunteering.recognition = 0.9;
    Agreement agreement;
    agreement.key = 1;
    agreement.id = "choir";
    agreement.formal = true;
    agreement.centre = scenario.centres[0].id;
    agreement.hours = 5;
    agreement.start = scenario.calendar().day(0);
    scenario.agreements.push_back(agreement);
    scenario.policy.places.transport_frame = 1e4;
    scenario.centres[0].operating_form = static_cast<int>(OperatingForm::partnership);
    scenario.assumptions.money.form[static_cast<std::size_t>(OperatingForm::partnership)].staff_share = 1; // posts for all its places
    scenario.assumptions.money.vac_w = 26;
    scenario.pools = {{1, "pool", {}, 100000, 10, static_cast<int>(PoolUse::volunteers)}};
    Intervention change;
    change.type = InterventionType::organisation_change;
    change.date = scenario.period.start + 7 * 20;
    change.organisation = scenario.organisation;
    change.organisation.model = "districts_1";
    change.organisation.sharing_within = 0.5;
    change.shock_weeks = 26;
    change.parts = {true, true, true, true};
    scenario.interventions.push_back(change);
    Intervention cut;
    cut.type = InterventionType::pool_change;
    cut.date = scenario.period.start;
    cut.factor = 0;
    scenario.interventions.push_back(cut);
    return scenario;
}

using Change = std::function<void(Scenario&)>;

const std::map<std::string, Change, std::less<>>& neutral_parameters()
{
    static const std::map<std::string, Change, std::less<>> table{
        {"mortality",
         [](Scenario& s) {
             for (DeathProbability& row : s.lifetable) row.q = 0;
             s.assumptions.nh_mort = 0;
         }},
        {"nursing_home", [](Scenario& s) { s.assumptions.nh_scale = 0; }},
        {"net_migration",
         [](Scenario& s) {
             for (AgeBandRate& band : s.net_migration) band.value = 0;
         }},
        {"function_change",
         [](Scenario& s) {
             s.assumptions.r.fill(0);
             s.assumptions.c.fill(0);
         }},
        {"participation_effect",
         [](Scenario& s) {
             s.assumptions.hrd.fill(1);
             s.assumptions.rr_rec = 1;
             s.assumptions.volunteering.hrd_vol = 1;
         }},
        {"assessment_error", [](Scenario& s) { s.assumptions.eps_staff = s.assumptions.eps_visit = 0; }},
        {"published_waits", [](Scenario& s) { s.assumptions.b_w = 0; }},
        {"vulnerability", [](Scenario& s) { s.assumptions.h_v = 0; }},
        // Volunteers who give whatever extra hours are asked of them limit nothing.
        {"volunteer_limit", [](Scenario& s) { s.assumptions.ask_acc = 1e6; }},
        {"volunteer_burden", [](Scenario& s) { s.assumptions.b_burden = 0; }},
        // Off, attention acts as 1 on quality, vacancies and the forum: leaders have all the time in the world.
        {"leader_attention",
         [](Scenario& s) {
             s.assumptions.leader_hours = 1e6;
             s.assumptions.shock_attention = 1;
             for (FormEffects& form : s.assumptions.money.form) form.coordination_h = 1;
         }},
        {"change_shock", [](Scenario& s) { s.interventions[0].shock_weeks = 0; }},
        {"sharing", [](Scenario& s) { s.organisation.sharing_within = s.interventions[0].organisation.sharing_within = 0; }},
        {"peer_information",
         [](Scenario& s) { s.assumptions.information.lam_peer1 = s.assumptions.information.lam_peer2 = 0; }},
        {"media_information",
         [](Scenario& s) {
             InformationParameters& p = s.assumptions.information;
             p.lam_media = p.lam_web = p.lam_board = 0;
         }},
        {"contacts",
         [](Scenario& s) {
             InformationParameters& p = s.assumptions.information;
             p.visit_accept = p.clinic = p.self_search = 0;
             p.front.fill(0);
         }},
        {"bridges", [](Scenario& s) { s.assumptions.information.bridge_share = 0; }},
        {"ties", [](Scenario& s) { s.assumptions.people.tie_near = s.assumptions.people.tie_form = 0; }},
        {"club_help", [](Scenario& s) { s.assumptions.people.help_follows = s.assumptions.people.club_least = 0; }},
        {"kept_ties", [](Scenario& s) { s.assumptions.people.b5 = 0; }},
        {"loneliness", [](Scenario& s) { s.assumptions.people.lone_relief = 0; }},
        {"mental_health",
         [](Scenario& s) { s.assumptions.people.phi = s.assumptions.people.mh_trait = s.assumptions.people.b_trait = 0; }},
        {"volunteer_support",
         [](Scenario& s) {
             VolunteeringParameters& p = s.assumptions.volunteering;
             p.w_support = p.w_recognition = p.w_voice = 0;
         }},
        {"participant_recruiting", [](Scenario& s) { s.assumptions.volunteering.rec_part = 0; }},
        {"forum", [](Scenario& s) { s.assumptions.volunteering.forum_yield = 0; }},
        {"agreements", [](Scenario& s) { s.assumptions.volunteering.agr_use = 0; }},
        {"service_unit_saving", [](Scenario& s) { s.assumptions.scale_save = 0; }},
        {"visitator_backlog",
         [](Scenario& s) {
             s.policy.access.visitator_hours = unlimited_hours;
             s.policy.access.decision_weeks = 0;
         }},
        // An activity that goes at all badly is always there, and talking takes no time.
        {"start_interview",
         [](Scenario& s) {
             s.assumptions.access.copm_problem = 10;
             s.assumptions.access.interview_minutes = 0;
         }},
        {"single_services", [](Scenario& s) { s.assumptions.access.single_take = 0; }},
        {"right_to_help", [](Scenario& s) { s.policy.access.right_to_help = RightToHelp::none; }},
        {"documentation",
         [](Scenario& s) {
             AccessParameters& p = s.assumptions.access;
             p.doc_minutes = p.doc_error = p.doc_review = 0;
             p.publish_weeks_documented = p.publish_weeks;
             p.doc_forecast = 1;
         }},
        {"interest_match", [](Scenario& s) { s.assumptions.places.b_m = 0; }},
        {"hosting", [](Scenario& s) { s.assumptions.places.b_h = s.assumptions.places.b_r = 0; }},
        {"ride_dialogue",
         [](Scenario& s) {
             s.assumptions.places.ride_error = 0;
             s.assumptions.places.ride_far = s.assumptions.places.ride_longest = 10000;
         }},
        {"transport_frame", [](Scenario& s) { s.policy.places.transport_frame = 0; }},
        {"co_creation", [](Scenario& s) { s.assumptions.places.eta = s.assumptions.places.eta_voice = 0; }},
        {"cafe", [](Scenario& s) { s.assumptions.places.cafe_visits = 0; }},
        // Temporary staff cover every empty post, for the same pay; quality counts the cover only while staff limit it.
        {"staff_limit",
         [](Scenario& s) {
             s.assumptions.money.temp_price *= s.assumptions.money.temp_cover;
             s.assumptions.money.temp_cover = 1;
         }},
        {"staff_quality",
         [](Scenario& s) {
             s.assumptions.money.q_base = s.assumptions.q_other;
             s.assumptions.money.q_cover = s.assumptions.money.q_comp = 0;
         }},
        {"budget_steering", [](Scenario& s) { s.policy.money.steering = 0; }},
        {"pools", [](Scenario& s) { s.assumptions.money.pool_strength = 0; }},
        {"operating_forms",
         [](Scenario& s) {
             for (FormEffects& form : s.assumptions.money.form) form = {};
         }},
    };
    return table;
}

/// What both sides of a comparison share where the neutral parameter has a second effect that is not the mechanism's.
void set_scene(Scenario& scenario, std::string_view mechanism)
{
    if (mechanism == "staff_limit") scenario.assumptions.money.q_cover = 0;
}

/// All but the notes that exist only while the mechanism is on: of the dose, and of the waits that a choice looked at.
ReplicationResult without_own_notes(ReplicationResult result, std::string_view mechanism)
{
    if (mechanism == "participation_effect") {
        std::erase_if(result.life_courses, [](const LifeEvent& event) { return event.kind == LifeEventKind::effect; });
    }
    if (mechanism == "published_waits") {
        for (LifeEvent& event : result.life_courses) {
            if (event.kind == LifeEventKind::considered) event.a = 0;
        }
    }
    const auto leave_out = [&](std::string_view kpi, std::string_view series) {
        result.kpis[*find_kpi(kpi)] = 0;
        for (std::size_t s = 0; s < result.series.size(); ++s) {
            if (series_table()[s].id == series) result.series[s].clear();
        }
    };
    if (mechanism == "leader_attention") leave_out("organisation.attention", "attention"); // what leaders have, acting or not
    if (mechanism == "staff_limit") leave_out("staff.cover", "staff_cover");
    return result;
}

} // namespace

TEST_CASE("every mechanism that is off equals its neutral parameter bit for bit, and matters when it is on")
{
    const Scenario town = eventful_town();
    const ReplicationResult of_town = run(town, chance);
    for (const Field& flag : mechanism_fields()) {
        INFO("mechanism " << flag.key);
        const auto neutral = neutral_parameters().find(flag.key);
        REQUIRE(neutral != neutral_parameters().end());
        Scenario plain = town;
        set_scene(plain, flag.key);
        const ReplicationResult as_is = flag.key == "staff_limit" ? run(plain, chance) : of_town;
        Scenario off = plain, without = plain;
        flag.access.write(&off.mechanisms, 0);
        neutral->second(without);
        const ReplicationResult switched_off = without_own_notes(run(off, chance), flag.key);
        CHECK(difference(switched_off, without_own_notes(run(without, chance), flag.key)) == "");
        CHECK(difference(switched_off, without_own_notes(as_is, flag.key)) != "");
    }
}

TEST_CASE("hours for every place leave every club place open, whatever an hour is divided into")
{
    for (const double hours : {0.07, 0.1, 0.25, 0.3, 0.7}) {
        Scenario limited = busy_toy(4, 13);
        limited.assumptions.vol_slot = hours;
        limited.assumptions.ask_acc = 1e6;
        Scenario unlimited = limited;
        unlimited.mechanisms.volunteer_limit = false;
        INFO("hours per session " << hours);
        CHECK(difference(run(limited, chance), run(unlimited, chance)) == "");
    }
}
