// SPDX-License-Identifier: MPL-2.0
// The tables of volunteering: one row a parameter, a decision, a mechanism, an intervention, a KPI, a series.
#include "engine/model/volunteering.hpp"

#include "engine/model/field_rows.hpp"
#include "engine/model/indicators.hpp"
#include "engine/model/intervention.hpp"
#include "engine/model/parameters.hpp"
#include "engine/model/policy.hpp"

namespace samspil {
namespace {

using namespace rows;
using V = VolunteeringParameters;
using Decision = VolunteeringPolicy;

template <auto M>
constexpr Access assumed_at = inside<&Parameters::volunteering, M>;
template <auto M, std::size_t I>
constexpr Access assumed_entry = inside_element<&Parameters::volunteering, M, I>;
template <auto M>
constexpr Access decided_at = inside<&Policy::volunteering, M>;
template <auto M>
constexpr Access changed_at = inside<&Intervention::volunteering, M>;

void tasks_and_skills(std::vector<Field>& f)
{
    f.push_back(number("skill_people", assumed_entry<&V::skill, 0>, "share", share, 0.8, {0.6, 0.95}, A,
                       {"frivillige der er gode til mennesker", "volunteers good with people"}, "7.15, S1-02"));
    f.push_back(number("skill_practical", assumed_entry<&V::skill, 1>, "share", share, 0.6, {0.4, 0.8}, A,
                       {"frivillige der er praktiske", "volunteers with practical skills"}, "7.15, S1-02"));
    f.push_back(number("skill_organising", assumed_entry<&V::skill, 2>, "share", share, 0.3, {0.1, 0.5}, A,
                       {"frivillige der organiserer", "volunteers who organise"}, "7.15, S1-02"));
    f.push_back(number("skill_technical", assumed_entry<&V::skill, 3>, "share", share, 0.2, {0.05, 0.4}, A,
                       {"frivillige der kan teknik", "volunteers with technical skills"}, "7.15, S2-26"));
    f.push_back(number("task_cafe", assumed_entry<&V::task, 0>, "share", share, 0.30, {0.1, 0.5}, A,
                       {"øvrige timer: café", "other hours: café"}, "7.15, S4-08"));
    f.push_back(number("task_companionship", assumed_entry<&V::task, 1>, "share", share, 0.20, {0.05, 0.4}, A,
                       {"øvrige timer: besøgsvenner", "other hours: companionship"}, "7.15, S4-13"));
    f.push_back(number("task_hosting", assumed_entry<&V::task, 2>, "share", share, 0.25, {0.1, 0.4}, A,
                       {"øvrige timer: værter", "other hours: hosting"}, "7.15, S4-09"));
    f.push_back(number("task_board", assumed_entry<&V::task, 3>, "share", share, 0.10, {0.02, 0.2}, A,
                       {"øvrige timer: råd og bestyrelse", "other hours: council and board"}, "7.15, S0-05"));
    f.push_back(number("task_bridge", assumed_entry<&V::task, 4>, "share", share, 0.10, {0.02, 0.2}, A,
                       {"øvrige timer: følgeskab", "other hours: bridge company"}, "7.15, S4-27"));
    f.push_back(number("task_technology", assumed_entry<&V::task, 5>, "share", share, 0.05, {0, 0.2}, A,
                       {"øvrige timer: velfærdsteknologi", "other hours: welfare technology"}, "7.15, S2-26"));
}

void burden(std::vector<Field>& f)
{
    f.push_back(number("w_mismatch", assumed_at<&V::w_mismatch>, "ratio", {0, 5}, 0.5, {0, 1}, A,
                       {"belastning: opgaver der ikke passer", "burden: tasks that do not suit"}, "7.15, S2-41"));
    f.push_back(number("w_conflict", assumed_at<&V::w_conflict>, "ratio", {0, 5}, 0.3, {0, 0.6}, A,
                       {"belastning: noget der bøvler", "burden: trouble"}, "7.15, S4-33"));
    f.push_back(number("w_support", assumed_at<&V::w_support>, "ratio", {0, 5}, 0.3, {0, 0.6}, A,
                       {"belastning: støtte letter", "burden: support relieves"}, "7.15, S1-09"));
    f.push_back(number("w_recognition", assumed_at<&V::w_recognition>, "ratio", {0, 5}, 0.2, {0, 0.5}, A,
                       {"belastning: anerkendelse letter", "burden: recognition relieves"}, "7.15, S2-10, S2-35"));
    f.push_back(number("w_voice", assumed_at<&V::w_voice>, "ratio", {0, 5}, 0.2, {0, 0.5}, A,
                       {"belastning: indflydelse letter", "burden: voice relieves"}, "7.15, S0-37"));
    f.push_back(number("conflict_shock", assumed_at<&V::conflict_shock>, "index", share, 0.5, {0, 1}, A,
                       {"bøvl mens huset omstilles", "trouble while the house goes through a change"}, "7.15, 7.17"));
    f.push_back(number("b_F", assumed_at<&V::b_level>, "log", {0, 5}, 1.0, {0, 2}, A,
                       {"nedsat funktion får frivillige til at stoppe", "reduced function makes volunteers stop"}, "7.15 [F 53]"));
    f.push_back(number("b_p", assumed_at<&V::b_problems>, "log", {0, 5}, 0.5, {0, 1.5}, A,
                       {"besvær med administrationen får frivillige til at stoppe", "problems with the administration make volunteers stop"},
                       "7.15 [F 53], S2-28"));
    f.push_back(number("lighter", assumed_at<&V::lighter>, "ratio", share, 0.5, {0.25, 1}, A,
                       {"lettere opgaver: timer ved nedsat funktion", "lighter tasks: hours at reduced function"}, "7.15"));
    f.push_back(number("overasked", assumed_at<&V::overasked>, "ratio", {1, 5}, 1.5, {1.2, 2}, A,
                       {"belastning hvor gavnen mistes", "burden at which the benefit is lost"}, "7.15"));
    f.push_back(number("HRd_vol", assumed_at<&V::hrd_vol>, "ratio", {0.3, 2}, 0.95, {0.76, 1}, A,
                       {"frivillig: fald i funktion", "volunteering: decline of function"}, "7.2, 7.15"));
}

void stock_and_support(std::vector<Field>& f)
{
    f.push_back(number("rec_branch", assumed_at<&V::rec_branch>, "share", {0, 1}, 0.10, {0.02, 0.3}, A,
                       {"bliver frivillig, når en kontakt har vist vej", "becomes a volunteer when a contact has shown the way"}, "7.15, S4-27"));
    f.push_back(number("rec_part", assumed_at<&V::rec_part>, "1/year", {0, 1}, 0.03, {0.01, 0.1}, A,
                       {"deltagere der bliver frivillige", "participants who become volunteers"}, "7.15"));
    f.push_back(number("sub_cap", assumed_at<&V::sub_cap>, "share", share, 0.15, {0, 0.4}, A,
                       {"mest af personalets timer frivillige kan tage", "most of the staff's hours volunteers can take"}, "7.15, S2-43"));
    f.push_back(number("nh_vol_share", assumed_at<&V::nh_vol_share>, "share", {0, 0.9}, 0.3, {0.15, 0.5}, A,
                       {"frivillige på plejehjem", "volunteers at nursing homes"}, "7.15, S1-04"));
    f.push_back(number("nh_load", assumed_at<&V::nh_load>, "ratio", {0, 5}, 0.9, {0.7, 1.1}, A,
                       {"plejehjem: ønskede over aftalte timer", "nursing homes: hours wanted over agreed"}, "7.15, 8.1"));
    f.push_back(number("supp_ref", assumed_at<&V::supp_ref>, "h/volunteer/year", {0.1, 100}, 4, {2, 8}, D,
                       {"støtte: konsulenttimer pr. frivillig", "support: consultants' hours per volunteer"}, "7.15, S1-09"));
    f.push_back(number("consultant_h", assumed_at<&V::consultant_h>, "h/year", {0, 2500}, 1630, {1350, 1700}, A,
                       {"en frivilligkonsulents timer", "hours of a volunteer consultant"}, "7.6, 7.15"));
    f.push_back(number("idle", assumed_at<&V::idle>, "share", {0, 0.9}, 0.15, {0, 0.3}, A,
                       {"spildtid, én konsulent pr. område", "idle time, one consultant per area"}, "7.17"));
    f.push_back(number("cluster_idle", assumed_at<&V::cluster_idle>, "share", share, 0.2, {0, 0.5}, A,
                       {"klynge: mindre spildtid", "cluster: less idle time"}, "7.17, S0-27"));
    f.push_back(number("cluster_knowledge", assumed_at<&V::cluster_knowledge>, "share", share, 0.1, {0, 0.3}, A,
                       {"klynge: mindre lokalkendskab", "cluster: less local knowledge"}, "7.17, S0-27"));
}

void organisation(std::vector<Field>& f)
{
    f.push_back(number("kappa", assumed_at<&V::kappa>, "h/week", {0, 5}, 0.2, {0, 1}, A,
                       {"ledelse: koordinering", "leadership: coordination"}, "7.17"));
    f.push_back(number("shock_referral", assumed_at<&V::shock_referral>, "ratio", share, 0.8, {0.5, 1}, A,
                       {"omstilling: henvisning", "change shock: referral"}, "7.17"));
    f.push_back(number("forum_half", assumed_at<&V::forum_half>, "weeks", {1, 520}, 26, {13, 104}, A,
                       {"forum: halveringstid", "forum: half-life"}, "7.17"));
    f.push_back(number("forum_yield", assumed_at<&V::forum_yield>, "index", share, 1, {0.5, 1}, A,
                       {"forum: hvor aktivt det kan blive", "forum: how active it can get"}, "7.17, S3-115"));
    f.push_back(number("forum_partners", assumed_at<&V::forum_partners>, "partners", {0.1, 100}, 6, {3, 12}, A,
                       {"forum: partnere til fuld aktivitet", "forum: partners for full activity"}, "7.17"));
    f.push_back(number("forum_meeting", assumed_at<&V::forum_meeting>, "index", share, 0.02, {0, 0.05}, A,
                       {"forum: løft pr. netværksmøde", "forum: lift by a network meeting"}, "7.17, S2-27"));
    f.push_back(number("forum_overlap", assumed_at<&V::forum_overlap>, "share", share, 0.1, {0, 0.3}, A,
                       {"dobbelt arbejde uden forum", "work done twice without a forum"}, "7.17, S2-47"));
    f.push_back(number("forum_keep", assumed_at<&V::forum_keep>, "share", share, 0.3, {0, 0.6}, A,
                       {"forum: færre aftaler udløber", "forum: fewer agreements lapse"}, "7.17, S0-28"));
    f.push_back(number("agr_lapse_formal", assumed_at<&V::agr_lapse_formal>, "1/year", {0, 10}, 0.10, {0.03, 0.4}, A,
                       {"formelle aftaler der udløber", "formal agreements that lapse"}, "7.17"));
    f.push_back(number("agr_lapse_informal", assumed_at<&V::agr_lapse_informal>, "1/year", {0, 10}, 0.25, {0.03, 0.4}, A,
                       {"uformelle aftaler der udløber", "informal agreements that lapse"}, "7.17"));
    f.push_back(number("agr_renew", assumed_at<&V::agr_renew_weeks>, "weeks", {1, 1040}, 26, {8, 104}, A,
                       {"uger før en aftale fornys", "weeks before an agreement is renewed"}, "7.17"));
    f.push_back(number("agr_use", assumed_at<&V::agr_use>, "share", share, 0.8, {0.5, 1}, A,
                       {"del af aftalernes timer der kommer", "part of the agreements' hours that is given"}, "7.17"));
    f.push_back(number("agr_informal", assumed_at<&V::agr_informal>, "partners", share, 0.25, {0, 1}, A,
                       {"forum: en uformel aftale som partner", "forum: an informal agreement as a partner"}, "7.17, S2-18"));
}

constexpr Choice forums[] = {{"none", {"intet", "none"}}, {"active", {"i hvert område", "in every area"}}};

} // namespace

void append_volunteering_parameters(std::vector<Field>& fields)
{
    tasks_and_skills(fields);
    burden(fields);
    stock_and_support(fields);
    organisation(fields);
}

void append_volunteering_policy(std::vector<Field>& fields)
{
    fields.push_back(value("recognition", Kind::number, decided_at<&Decision::recognition>, "index", share, 0.5, A,
                           {"anerkendelse af frivillige", "recognition of volunteers"}, "7.15, S2-10, S2-35, S4-31"));
    fields.push_back(value("volunteer_voice", Kind::number, decided_at<&Decision::voice>, "index", share, 0.5, A,
                           {"frivilliges indflydelse", "voice of volunteers"}, "7.15, S0-37"));
    fields.push_back(value("volunteer_barrier", Kind::number, decided_at<&Decision::barrier>, "index", share, 0.2, A,
                           {"besvær ved at være frivillig", "barrier to being a volunteer"}, "7.15, S2-04, S2-28"));
    fields.push_back(value("substitution", Kind::number, decided_at<&Decision::substitution>, "share", share, 0, A,
                           {"personaletimer i forebyggende som frivillige tager", "staff hours in preventive that volunteers take"},
                           "7.15, S2-43"));
    fields.push_back(value("consultants", Kind::number, decided_at<&Decision::consultants_per_1000>, "persons/1000 volunteers",
                           {0, 1000}, 2.456, D, {"frivilligkonsulenter", "volunteer consultants"}, "7.15, S1-09, S1-04, S4-10"));
    fields.push_back(value("consultants_clustered", Kind::flag, decided_at<&Decision::consultants_clustered>, "", share, 0, A,
                           {"konsulenter samlet i en klynge", "consultants in a cluster"}, "7.17, S0-27"));
    fields.push_back(choice("forum", decided_at<&Decision::forum>, forums, 0, A, {"samarbejdsforum", "collaboration forum"}, "7.17, S3-115"));
    fields.push_back(value("network_meetings", Kind::number, decided_at<&Decision::network_meetings>, "1/year", {0, 52}, 0, A,
                           {"netværksmøder på tværs", "network meetings across departments"}, "7.17, S2-27"));
}

void append_volunteering_mechanisms(std::vector<Field>& fields)
{
    using M = VolunteeringMechanisms;
    fields.push_back(flag("volunteer_support", inside<&Mechanisms::volunteering, &M::volunteer_support>,
                          {"støtte, anerkendelse og indflydelse letter belastningen", "support, recognition and voice relieve the burden"}, "7.15"));
    fields.push_back(flag("participant_recruiting", inside<&Mechanisms::volunteering, &M::participant_recruiting>,
                          {"deltagere bliver frivillige", "participants become volunteers"}, "7.15"));
    fields.push_back(flag("forum", inside<&Mechanisms::volunteering, &M::forum>, {"samarbejdsforum", "collaboration forum"}, "7.17"));
    fields.push_back(flag("agreements", inside<&Mechanisms::volunteering, &M::agreements>, {"aftaler med foreninger", "agreements with associations"}, "7.17"));
}

void append_volunteering_interventions(std::vector<InterventionKind>& kinds)
{
    using I = Intervention;
    static const std::array policy{
        value("a_max", Kind::number, member<&I::factor>, "ratio", {1, 3}, 1.4, A, {"mest frivillige spørges om", "most that volunteers are asked"}, "7.15"),
        value("recognition", Kind::number, changed_at<&Decision::recognition>, "index", share, 0.5, A, {"anerkendelse", "recognition"}, "7.15, S2-10"),
        value("voice", Kind::number, changed_at<&Decision::voice>, "index", share, 0.5, A, {"indflydelse", "voice"}, "7.15, S0-37"),
        value("barrier", Kind::number, changed_at<&Decision::barrier>, "index", share, 0.2, A, {"besvær", "barrier"}, "7.15, S2-04"),
        value("substitution", Kind::number, changed_at<&Decision::substitution>, "share", share, 0, A,
              {"personaletimer som frivillige tager", "staff hours that volunteers take"}, "7.15, S2-43")};
    static const std::array consultants{
        value("persons", Kind::number, member<&I::persons>, "persons", {0, 10000}, 7, A, {"konsulenter", "consultants"}, "7.15, S1-09"),
        value("clustered", Kind::flag, member<&I::flag>, "", share, 0, A, {"samlet i en klynge", "in a cluster"}, "7.17, S0-27")};
    static const std::array forum{
        value("hours", Kind::number, member<&I::hours>, "h/week", {0, 37}, 2, A, {"ledertimer", "leader hours"}, "7.17, S3-115")};
    static constexpr std::string_view persons[] = {"persons"};
    InterventionKind kind{InterventionType::volunteer_policy, "volunteer_policy", {"ændret frivilligpolitik", "volunteer policy"}, false, false, policy};
    kinds.push_back(kind);
    kind = {InterventionType::consultants, "consultants", {"frivilligkonsulenter", "volunteer consultants"}, false, false, consultants};
    kind.takes_area = true;
    kind.must = persons;
    kinds.push_back(kind);
    kind = {InterventionType::forum_start, "forum_start", {"et samarbejdsforum begynder", "a collaboration forum starts"}, false, false, forum};
    kind.takes_area = true;
    kinds.push_back(kind);
}

void append_volunteering_kpis(std::vector<Kpi>& kpis)
{
    const auto add = [&](std::string_view id, std::string_view unit, Direction direction, Label label, Label description) {
        kpis.push_back({id, unit, direction, 0.01, Relevance::share_of_base, false, false, label, description});
    };
    constexpr auto none = Direction::none;
    add("volunteers.hours", "h/week", none, {"Timer af frivillige", "Volunteers' hours"},
        {"givne timer, i husene og på plejehjem", "hours given, at the houses and at nursing homes"});
    add("volunteers.recruits.participants", "persons/year", none, {"Nye frivillige blandt deltagere", "New volunteers, participants"},
        {"deltagere der bliver frivillige i deres hus", "participants who become volunteers at their house"});
    add("volunteers.recruits.bridge", "persons/year", none, {"Nye frivillige ved brobygning", "New volunteers by bridges"},
        {"borgere der ved en brobygning hellere vil gøre noget for andre", "citizens who at a bridge would rather do something for others"});
    add("volunteers.recruits.external", "persons/year", none, {"Nye frivillige udefra", "New volunteers from outside"},
        {"dem der selv kommer", "those who come by themselves"});
    add("volunteers.support_hours", "h/volunteer/year", none, {"Konsulenttimer pr. frivillig", "Consultants' hours per volunteer"},
        {"gennemsnit over frivillige", "mean over volunteers"});
    add("volunteers.nursing_home_share", "share", none, {"Frivillige på plejehjem", "Volunteers at nursing homes"},
        {"andel af de frivillige", "share of the volunteers"});
    add("volunteers.mismatch", "share", Direction::lower_is_better, {"Opgaver der ikke passer", "Tasks that do not suit"},
        {"andel af ønskede timer som ingen egnet frivillig har tid til", "share of hours wanted that no suited volunteer has time for"});
    add("agreements.formal", "agreements", none, {"Formelle aftaler", "Formal agreements"}, {"gennemsnit over perioden", "mean over the period"});
    add("agreements.informal", "agreements", none, {"Uformelle aftaler", "Informal agreements"}, {"gennemsnit over perioden", "mean over the period"});
    add("organisation.forum", "index", none, {"Samarbejdsforum", "Collaboration forum"},
        {"aktivitet 0-1, gennemsnit over områder", "activity 0-1, mean over areas"});
    add("organisation.coordination_hours", "h/week", none, {"Ledertimer til koordinering", "Leader hours for coordination"},
        {"alle ledere tilsammen", "all leaders together"});
}

void append_volunteering_series(std::vector<SeriesInfo>&) {}

void VolunteeringCounts::resize(std::size_t, std::size_t, std::size_t) {}
void VolunteeringCounts::add(const VolunteeringCounts&) {}
void VolunteeringCounts::clear() {}
void VolunteeringWishes::clear() { joins.clear(); }
void VolunteeringWishes::append(const VolunteeringWishes& more) { joins.insert(joins.end(), more.joins.begin(), more.joins.end()); }

} // namespace samspil
