// SPDX-License-Identifier: MPL-2.0
// The tables of staff and money: one row a parameter, a decision, a mechanism, an intervention.
#include "engine/model/money.hpp"

#include "engine/model/field_rows.hpp"
#include "engine/model/intervention.hpp"
#include "engine/model/parameters.hpp"
#include "engine/model/policy.hpp"

#include <utility>

namespace samspil {
namespace {

using namespace rows;
using P = Parameters;
using M = MoneyParameters;

constexpr std::string_view category_ids[] = {"pedagogue", "occupational_therapist", "physiotherapist",
                                             "nurse",     "care_assistant",         "activity_worker"};
constexpr Label category_labels[] = {{"pædagog", "pedagogue"},         {"ergoterapeut", "occupational therapist"},
                                     {"fysioterapeut", "physiotherapist"}, {"sygeplejerske", "nurse"},
                                     {"SOSU-personale", "care assistant"}, {"aktivitetsmedarbejder", "activity worker"}};
constexpr std::string_view wage_keys[] = {"W_pedagogue", "W_occupational_therapist", "W_physiotherapist",
                                          "W_nurse",     "W_care_assistant",         "W_activity_worker"};
constexpr Label wage_labels[] = {{"time, pædagog", "hour of a pedagogue"},
                                 {"time, ergoterapeut", "hour of an occupational therapist"},
                                 {"time, fysioterapeut", "hour of a physiotherapist"},
                                 {"time, sygeplejerske", "hour of a nurse"},
                                 {"time, SOSU-personale", "hour of a care assistant"},
                                 {"time, aktivitetsmedarbejder", "hour of an activity worker"}};
// kr. per productive hour: monthly pay incl. pension (KRL 2023: pedagogue 38,700, nurse 43,300) x 12 / 1,400 h; others assumed.
constexpr std::array<double, staff_category_count> wages{332, 340, 340, 371, 310, 290};

constexpr std::string_view mix_keys[planned_mix_count][staff_category_count] = {
    {"mix_present_pedagogue", "mix_present_occupational_therapist", "mix_present_physiotherapist", "mix_present_nurse",
     "mix_present_care_assistant", "mix_present_activity_worker"},
    {"mix_competence_pedagogue", "mix_competence_occupational_therapist", "mix_competence_physiotherapist",
     "mix_competence_nurse", "mix_competence_care_assistant", "mix_competence_activity_worker"},
    {"mix_activity_pedagogue", "mix_activity_occupational_therapist", "mix_activity_physiotherapist",
     "mix_activity_nurse", "mix_activity_care_assistant", "mix_activity_activity_worker"}};
constexpr Label mix_labels[] = {{"personale i dag, andel", "staff today, share"},
                                {"flere faglige kompetencer, andel", "more professional competence, share"},
                                {"flere aktivitetsmedarbejdere, andel", "more activity workers, share"}};
constexpr double mixes[planned_mix_count][staff_category_count] = {{0.10, 0.10, 0.05, 0.05, 0.45, 0.25},
                                                                   {0.20, 0.20, 0.15, 0.10, 0.25, 0.10},
                                                                   {0.05, 0.05, 0.05, 0.05, 0.20, 0.60}};

constexpr Choice planned_choices[] = {{"present", {"som i dag", "as today"}},
                                      {"competence", {"pædagoger, terapeuter, sygeplejersker", "pedagogues, therapists, nurses"}},
                                      {"activity", {"aktivitetsmedarbejdere", "activity workers"}}};
constexpr Choice steering_choices[] = {{"none", {"ingen", "none"}}, {"monthly", {"hver måned", "every month"}}};
constexpr Choice pay_choices[] = {{"delivered", {"leverede ydelser", "delivered services"}},
                                  {"granted", {"bevilgede ydelser", "granted services"}}};
constexpr Choice form_choices[] = {{"municipal", {"kommunal", "municipal"}},
                                   {"partnership", {"partnerskab", "partnership"}},
                                   {"lease", {"forpagtning", "lease"}}};
constexpr Choice item_choices[] = {{"rooms", {"lokaler", "rooms"}},
                                   {"access", {"adgang", "accessibility"}},
                                   {"kitchen", {"køkken", "kitchen"}},
                                   {"cafe", {"café", "café"}}};
constexpr Choice split_choices[] = {{"even", {"ligeligt", "evenly"}},
                                    {"need", {"efter behov", "by need"}},
                                    {"users", {"efter deltagere", "by participants"}}};
constexpr Choice frame_choices[] = {{"forebyggende", {"forebyggende", "preventive"}},
                                    {"vedligeholdende", {"vedligeholdende", "maintaining"}},
                                    {"capacity", {"huse og drift", "houses and running"}}};

template <std::size_t C>
void wage_row(std::vector<Field>& f)
{
    const bool derived = C == 0 || C == 3;
    f.push_back(number(wage_keys[C], inside_element<&P::money, &M::wage, C>, "kr/h", {0, 5000}, wages[C], {240, 420},
                       derived ? D : A, wage_labels[C], derived ? "7.18, KRL 2023 x 12 / 1,400 h" : "7.18"));
}

template <std::size_t Mix, std::size_t C>
constexpr Access mix_access{
    [](const void* o) { return static_cast<const P*>(o)->money.mix[Mix][C]; },
    [](void* o, double v) { static_cast<P*>(o)->money.mix[Mix][C] = v; }};

template <std::size_t Mix, std::size_t... C>
void mix_rows(std::vector<Field>& f, std::index_sequence<C...>)
{
    (f.push_back(number(mix_keys[Mix][C], mix_access<Mix, C>, "share", {0, 1}, mixes[Mix][C], fixed, A,
                        mix_labels[Mix], Mix == 1 ? "7.16, S3-121" : "7.16")),
     ...);
}

template <std::size_t Form, double FormEffects::*What>
constexpr Access form_access{
    [](const void* o) { return static_cast<const P*>(o)->money.form[Form].*What; },
    [](void* o, double v) { static_cast<P*>(o)->money.form[Form].*What = v; }};

struct FormRow {
    std::string_view partnership, lease, unit;
    double at_partnership, low_p, high_p, at_lease, low_l, high_l, neutral, least, most;
    Label label;
};

template <double FormEffects::*What>
void form_rows(std::vector<Field>& f, const FormRow& row)
{
    static constexpr std::string_view source = "7.17, S0-51, S2-15";
    f.push_back(number(row.partnership, form_access<1, What>, row.unit, {row.least, row.most}, row.at_partnership, {row.low_p, row.high_p}, A, row.label, source));
    f.push_back(number(row.lease, form_access<2, What>, row.unit, {row.least, row.most}, row.at_lease, {row.low_l, row.high_l}, A,
                       row.label, source));
}

void forms(std::vector<Field>& f)
{
    form_rows<&FormEffects::fixed_cost>(f, {"partnership_cost", "lease_cost", "ratio", 0.95, 0.8, 1.1, 0.75, 0.5, 1.0, 1, 0, 5,
                                            {"driftsform: udgift til huset", "operating form: cost of the house"}});
    form_rows<&FormEffects::recruiting>(f, {"partnership_recruiting", "lease_recruiting", "ratio", 1.25, 0.9, 1.8, 0.9, 0.6, 1.3, 1, 0, 5,
                                            {"driftsform: nye frivillige", "operating form: new volunteers"}});
    form_rows<&FormEffects::staff_share>(f, {"partnership_staff", "lease_staff", "ratio", 0.85, 0.7, 1.0, 0.5, 0.3, 0.8, 1, 0.01, 5,
                                             {"driftsform: personale", "operating form: staff"}});
    form_rows<&FormEffects::opening>(f, {"partnership_opening", "lease_opening", "ratio", 1.1, 1.0, 1.3, 1.2, 1.0, 1.4, 1, 0, 5,
                                         {"driftsform: åbningstid", "operating form: opening hours"}});
    form_rows<&FormEffects::coordination_h>(f, {"partnership_coordination", "lease_coordination", "h/week", 4, 2, 8, 2, 1, 4, 1, 0, 40,
                                                {"driftsform: koordinering", "operating form: coordination"}});
    form_rows<&FormEffects::reserved>(f, {"partnership_reserved", "lease_reserved", "share", 0.9, 0.7, 1.0, 0.6, 0.3, 0.9, 1, 0, 1,
                                          {"driftsform: pladser til målgruppen", "operating form: places kept for the target group"}});
    form_rows<&FormEffects::exit_hazard>(f, {"partnership_exit", "lease_exit", "1/year", 0.03, 0.01, 0.08, 0.08, 0.03, 0.2, 0, 0, 5,
                                             {"driftsform: partneren stopper", "operating form: the partner leaves"}});
    form_rows<&FormEffects::dip_weeks>(f, {"partnership_dip", "lease_dip", "weeks", 8, 0, 26, 12, 0, 26, 0, 0, 104,
                                           {"driftsform: indkøring", "operating form: running in"}});
}

} // namespace

std::string_view id_of(StaffCategory category) { return category_ids[static_cast<std::size_t>(category)]; }
Label label_of(StaffCategory category) { return category_labels[static_cast<std::size_t>(category)]; }
std::span<const Choice> operating_form_choices() { return form_choices; }

void append_money_parameters(std::vector<Field>& f)
{
    f.push_back(number("staff_to", inside<&P::money, &M::staff_to>, "1/year", {0, 5}, 0.15, {0.08, 0.3}, A,
                       {"personale der siger op", "staff who leave"}, "7.16"));
    f.push_back(number("vac_w", inside<&P::money, &M::vac_w>, "weeks", {0, 104}, 10, {4, 26}, A,
                       {"uger en stilling står tom", "weeks a post is vacant"}, "7.16"));
    f.push_back(number("vac_attention", inside<&P::money, &M::vac_attention>, "share", {0, 5}, 0.2, {0, 0.5}, A,
                       {"længere ledighed uden ledelse", "longer vacancies without leadership"}, "7.17"));
    f.push_back(number("absence", inside<&P::money, &M::absence>, "share", {0, 0.9}, 0.06, {0.03, 0.1}, A,
                       {"fravær", "absence"}, "7.16"));
    f.push_back(number("prod_h", inside<&P::money, &M::prod_h>, "h/year", {100, 2000}, 1400, {1350, 1450}, A,
                       {"produktive timer pr. stilling", "productive hours of a post"}, "7.18"));
    f.push_back(number("temp_cover", inside<&P::money, &M::temp_cover>, "share", {0, 1}, 0.5, {0, 0.9}, A,
                       {"vikarer dækker af tomme stillinger", "vacant hours covered by temporary staff"}, "7.16"));
    f.push_back(number("temp_price", inside<&P::money, &M::temp_price>, "ratio", {0, 5}, 1.2, {1, 1.6}, A,
                       {"vikarers pris", "price of temporary staff"}, "7.16"));
    f.push_back(number("q_base", inside<&P::money, &M::q_base>, "index", {0, 1}, 0.10, {0, 0.4}, A,
                       {"kvalitet, udgangspunkt", "quality, starting point"}, "7.16"));
    f.push_back(number("q_cover", inside<&P::money, &M::q_cover>, "index", {0, 1}, 0.35, {0.1, 0.6}, A,
                       {"kvalitet ved fuld bemanding", "quality by full staffing"}, "7.16"));
    f.push_back(number("q_comp", inside<&P::money, &M::q_comp>, "index", {0, 1}, 0.25, {0, 0.5}, A,
                       {"kvalitet ved rette kompetencer", "quality by the right competence"}, "7.16, S3-123"));
    f.push_back(number("overhead", inside<&P::money, &M::overhead>, "share", {0, 2}, 0.0, {0, 0.3}, A,
                       {"overhead på løntimen", "overhead on the hour"}, "7.18"));
    wage_row<0>(f); wage_row<1>(f); wage_row<2>(f); wage_row<3>(f); wage_row<4>(f); wage_row<5>(f);
    mix_rows<0>(f, std::make_index_sequence<staff_category_count>{});
    mix_rows<1>(f, std::make_index_sequence<staff_category_count>{});
    mix_rows<2>(f, std::make_index_sequence<staff_category_count>{});
    forms(f);
    f.push_back(number("form_dip", inside<&P::money, &M::dip_depth>, "share", {0, 1}, 0.2, {0, 0.5}, A,
                       {"fald i pladser mens en ny driftsform køres ind", "fewer places while a new form runs in"}, "7.17"));
    f.push_back(number("carry", inside<&P::money, &M::carry>, "share", {0, 1}, 0.04, fixed, A,
                       {"uforbrugt ramme der overføres, højst", "unspent frame carried over, at most"}, "7.18"));
    f.push_back(number("forecast_error", inside<&P::money, &M::forecast_error>, "share", {0, 1}, 0.02, {0, 0.06}, A,
                       {"fejl i årets prognose", "error of the year's forecast"}, "7.18, 7.20"));
    f.push_back(number("pool_lag", inside<&P::money, &M::pool_lag>, "weeks", {0, 520}, 26, {8, 52}, A,
                       {"uger før et puljeprojekt virker", "weeks before a pool initiative is at work"}, "7.18"));
    f.push_back(number("pool_survive", inside<&P::money, &M::pool_survive>, "share", {0, 1}, 0.25, {0.05, 0.6}, A,
                       {"puljeprojekter der lever videre", "initiatives that outlive the grant"}, "7.18"));
    f.push_back(number("pool_strength", inside<&P::money, &M::pool_strength>, "share", {0, 1}, 0.2, {0.05, 0.5}, A,
                       {"puljernes del af klubliv, oplysning og nye frivillige", "the pools' part of club life, information and recruits"}, "7.18"));
    f.push_back(number("place_price", inside<&P::money, &M::place_price>, "kr", {1, 1e8}, 150000, {60000, 400000}, A,
                       {"anlæg pr. plads (antaget pris)", "investment per place (assumed price)"}, "7.19"));
    f.push_back(number("quality_price", inside<&P::money, &M::quality_price>, "kr", {1, 1e9}, 1.2e6, {0.6e6, 3e6}, A,
                       {"anlæg for fuldt løft af et hus (antaget pris)", "investment for the full lift of a house (assumed price)"}, "7.19, S2-13"));
    f.push_back(number("quality_most", inside<&P::money, &M::quality_most>, "index", {0, 1}, 0.10, {0, 0.2}, A,
                       {"største løft af kvalitet ved anlæg", "largest lift of quality by investment"}, "7.19"));
}

void append_money_policy(std::vector<Field>& f)
{
    using Q = Policy;
    using L = MoneyPolicy;
    f.push_back(choice("staff_mix", inside<&Q::money, &L::staff_mix>, planned_choices, 0, A,
                       {"hvem ledige stillinger besættes med", "whom vacancies are filled with"}, "7.16, S3-121"));
    f.push_back(choice("steering", inside<&Q::money, &L::steering>, steering_choices, 1, A,
                       {"styring af rammen gennem året", "steering the frame through the year"}, "7.18"));
    f.push_back(number("steer_low", inside<&Q::money, &L::steer_low>, "ratio", {0, 1}, 0.95, fixed, A,
                       {"under denne del af rammen åbnes pladser", "below this part of the frame places are opened"}, "7.18"));
    f.push_back(number("steer_stop", inside<&Q::money, &L::steer_stop>, "ratio", {1, 3}, 1.02, fixed, A,
                       {"over denne del stoppes optaget", "above this part intake stops"}, "7.18"));
    f.push_back(number("steer_cut", inside<&Q::money, &L::steer_cut>, "ratio", {1, 3}, 1.05, fixed, A,
                       {"over denne del sættes de nyestes fremmøder ned", "above this part sessions of the newest are cut"}, "7.18"));
    f.push_back(number("maintaining_ceiling", inside<&Q::money, &L::maintaining_ceiling>, "ratio", {0, 10}, 0, fixed, A,
                       {"loft over vedligeholdende, af året før (0: intet loft)", "ceiling on maintaining, of the year before (0: none)"}, "7.18"));
    f.push_back(choice("pay_on", inside<&Q::money, &L::pay_on>, pay_choices, 0, A,
                       {"aktivitetsbudget betaler", "the activity budget pays for"}, "7.18, S3-125"));
}

void append_money_mechanisms(std::vector<Field>& f)
{
    using N = Mechanisms;
    using L = MoneyMechanisms;
    f.push_back(flag("staff_limit", inside<&N::money, &L::staff_limit>, {"personale begrænser pladser", "staff limits places"}, "7.9"));
    f.push_back(flag("staff_quality", inside<&N::money, &L::staff_quality>, {"bemanding og kompetence giver kvalitet", "staffing and competence give quality"}, "7.16"));
    f.push_back(flag("budget_steering", inside<&N::money, &L::steering>, {"rammestyring", "budget steering"}, "7.18"));
    f.push_back(flag("pools", inside<&N::money, &L::pools>, {"puljer", "pools"}, "7.18"));
    f.push_back(flag("operating_forms", inside<&N::money, &L::operating_forms>, {"driftsformer", "operating forms"}, "7.17"));
}

void append_money_interventions(std::vector<InterventionKind>& kinds)
{
    using I = Intervention;
    static const std::array form{choice("form", member<&I::choice>, form_choices, 1, S, {"driftsform", "operating form"}, "7.17, S0-51")};
    static constexpr std::string_view form_must[] = {"form"};
    static const std::array invest{
        number("total_kr", member<&I::amount_kr>, "kr", {0, 2e9}, 0, fixed, S, {"beløb", "amount"}, "7.19, S2-13"),
        choice("item", member<&I::choice>, item_choices, 0, A, {"hvad der købes", "what is bought"}, "7.19"),
        choice("split", member<&I::choice2>, split_choices, 0, A, {"hvordan det fordeles", "how it is split"}, "7.19")};
    static constexpr std::string_view invest_must[] = {"total_kr"};
    static const Field ramp = value("ramp_weeks", Kind::integer, member<&I::ramp_weeks>, "weeks", {0, 1040}, 0, A,
                                    {"indfases over uger", "phased in over weeks"}, "7.19");
    static const std::array pool{number("factor", member<&I::factor>, "ratio", {0, 10}, 1, fixed, S,
                                        {"ny størrelse i forhold til før", "new size relative to before"}, "7.18, S2-44"), ramp};
    static const std::array frame{choice("frame", member<&I::choice>, frame_choices, 0, S, {"ramme", "frame"}, "7.18, S3-125"),
                                  number("factor", member<&I::factor>, "ratio", {0, 10}, 1, fixed, A,
                                         {"ny størrelse i forhold til før", "new size relative to before"}, "7.18"), ramp};
    static constexpr std::string_view factor_must[] = {"factor"};
    static const std::array mix{choice("mix", member<&I::choice>, planned_choices, 1, S,
                                       {"hvem ledige stillinger besættes med", "whom vacancies are filled with"}, "7.16, S3-121")};
    static constexpr std::string_view mix_must[] = {"mix"};
    InterventionKind one{InterventionType::operating_form, "operating_form", {"ny driftsform", "operating form"}, true, false, form};
    one.must = form_must;
    kinds.push_back(one);
    one = {InterventionType::invest, "invest", {"anlæg", "investment"}, false, false, invest};
    one.takes_centre = true;
    one.must = invest_must;
    kinds.push_back(one);
    one = {InterventionType::pool_change, "pool_change", {"ændret pulje", "pool change"}, false, false, pool};
    one.takes_pool = true;
    one.must = factor_must;
    kinds.push_back(one);
    one = {InterventionType::frame_change, "frame_change", {"ændret ramme", "frame change"}, false, false, frame};
    one.takes_centre = true;
    one.must = factor_must;
    kinds.push_back(one);
    one = {InterventionType::staff_mix, "staff_mix", {"ændret personalesammensætning", "staff mix"}, false, false, mix};
    one.must = mix_must;
    kinds.push_back(one);
}

} // namespace samspil
