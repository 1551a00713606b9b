// SPDX-License-Identifier: MPL-2.0
// The tables of access: one row a parameter, a decision, a mechanism, an intervention; and its counts. KPIs and series
// stand in access_indicators.cpp.
#include "engine/model/access.hpp"

#include "engine/model/field_rows.hpp"
#include "engine/model/intervention.hpp"
#include "engine/model/parameters.hpp"
#include "engine/model/policy.hpp"

#include <array>

namespace samspil {
namespace {

using namespace rows;

constexpr Choice regimes[] = {{"assess_only_86", {"kun § 86 visiteres", "only § 86 is assessed"}},
                              {"assess_all", {"alle visiteres", "everyone is assessed"}}};
constexpr Choice from[] = {{"moderate", {"moderat støtte", "moderate support"}},
                           {"extensive", {"omfattende støtte", "extensive support"}}};
constexpr Choice up_to[] = {{"light", {"let støtte", "light support"}}, {"moderate", {"moderat støtte", "moderate support"}}};
constexpr Choice laws[] = {{"SEL-2010", {"serviceloven for alle", "Service Act for everyone"}},
                           {"AEL-2025", {"ældreloven fra folkepensionsalderen", "Elderly Act from state pension age"}}};
constexpr Choice coverages[] = {{"maintaining_only", {"kun vedligeholdende", "maintaining only"}}, {"all", {"alle tilbud", "all offers"}}};
constexpr Choice criteria[] = {{"same", {"som vedligeholdende i center", "as maintaining in a centre"}},
                               {"relaxed", {"støttebehovet alene", "support need alone"}}};
constexpr Choice helps[] = {{"none", {"ingen", "none"}},
                            {"district", {"et andet hus i distriktet", "another house in the district"}},
                            {"municipality", {"et andet hus i kommunen", "another house in the municipality"}},
                            {"home_course", {"et andet hus, ellers et forløb i hjemmet", "another house, else a course at home"}}};

template <auto Inner>
constexpr Access at = inside<&Parameters::access, Inner>;
template <auto Inner>
constexpr Access decided = inside<&Policy::access, Inner>;
template <auto Inner>
constexpr Access working = inside<&Mechanisms::access, Inner>;

void interview_rows(std::vector<Field>& f)
{
    using P = AccessParameters;
    f.push_back(number("review_h", at<&P::review_h>, "h", {0, 40}, 1, {0.5, 2}, A,
                       {"visitatortimer pr. opfølgning", "visitator hours per review"}, "7.7"));
    f.push_back(number("preventive_h", at<&P::preventive_h>, "h", {0, 40}, 1.5, {0.5, 3}, A,
                       {"visitatortimer pr. sag om forebyggende", "visitator hours per case about preventive"}, "7.7, S3-59"));
    f.push_back(number("interview_minutes", at<&P::interview_minutes>, "minutes", {0, 600}, 60, {30, 90}, A,
                       {"startsamtalens længde", "length of the start interview"}, "7.4, S3-68"));
    f.push_back(number("copm_problem", at<&P::copm_problem>, "points", {1, 10}, 5, {3, 7}, A,
                       {"udførelse der tæller som problem i hjemmet", "performance that counts as a problem at home"}, "7.7, S3-47"));
    f.push_back(number("copm_eta", at<&P::copm_eta>, "1/week", {0, 1}, 0.01, {0, 0.03}, A,
                       {"fremgang i udførelse ved fuld dosis", "gain in performance at full dose"}, "7.4"));
    f.push_back(number("copm_decline", at<&P::copm_decline>, "points", {0, 10}, 1, {0, 2}, A,
                       {"tab i udførelse pr. niveau ned", "loss in performance per level down"}, "7.4"));
    f.push_back(number("copm_mic_performance", at<&P::copm_mic_performance>, "points", {0, 10}, 3.0, fixed, S,
                       {"mindste vigtige ændring, udførelse", "least important change, performance"}, "7.4 [F 26]"));
    f.push_back(number("copm_mic_satisfaction", at<&P::copm_mic_satisfaction>, "points", {0, 10}, 3.2, fixed, S,
                       {"mindste vigtige ændring, tilfredshed", "least important change, satisfaction"}, "7.4 [F 26]"));
}

void documentation_rows(std::vector<Field>& f)
{
    using P = AccessParameters;
    f.push_back(number("doc_minutes", at<&P::doc_minutes>, "minutes", {0, 120}, 6, {2, 12}, A,
                       {"personaletid pr. dokumenteret fremmøde", "staff time per documented session"}, "7.20, S3-112"));
    f.push_back(number("doc_error", at<&P::doc_error>, "share", share, 0.15, {0, 0.4}, A,
                       {"færre fejlscore med dokumentation", "less misscoring with documentation"}, "7.20, S3-113"));
    f.push_back(number("doc_review", at<&P::doc_review>, "share", {0, 10}, 0.5, {0, 1}, A,
                       {"ændringer ses oftere med dokumentation", "changes are seen more often with documentation"}, "7.20, S3-113"));
    f.push_back(number("publish_weeks", at<&P::publish_weeks>, "weeks", {1, 104}, 8, {4, 26}, A,
                       {"uger mellem offentliggjorte ventetider", "weeks between published waits"}, "7.20"));
    f.push_back(number("publish_weeks_documented", at<&P::publish_weeks_documented>, "weeks", {1, 104}, 4, {1, 8}, A,
                       {"det samme, når alle tilbud dokumenteres", "the same when all offers are documented"}, "7.20"));
    f.push_back(number("doc_forecast", at<&P::doc_forecast>, "ratio", {0, 2}, 0.5, {0.25, 1}, A,
                       {"prognosens fejl, når alle tilbud dokumenteres", "error of forecasts when all offers are documented"}, "7.20"));
}

} // namespace

void append_access_parameters(std::vector<Field>& f)
{
    using P = AccessParameters;
    interview_rows(f);
    documentation_rows(f);
    f.push_back(number("single_take", at<&P::single_take>, "share", share, 0.3, {0, 0.6}, A,
                       {"tager en enkeltydelse uden en plads", "takes a single service when without a place"}, "7.9, S3-85"));
    f.push_back(number("conv_single", at<&P::conv_single>, "1/week", share, 0.01, {0, 0.05}, A,
                       {"enkeltydelse vokser til et forløb", "a single service grows into a course"}, "7.9, S3-86"));
    f.push_back(number("single_slot_meal", at<&P::single_slot_meal>, "sessions", share, 0.2, {0.1, 0.4}, A,
                       {"måltid: del af et fremmøde", "meal: part of a session"}, "7.9"));
    f.push_back(number("single_slot_training", at<&P::single_slot_training>, "sessions", share, 0.3, {0.1, 0.5}, A,
                       {"træning: del af et fremmøde", "training: part of a session"}, "7.9"));
    f.push_back(number("pension_age", at<&P::pension_age>, "years", {65, 75}, 67, fixed, R,
                       {"folkepensionsalder i loven", "state pension age in the law"}, "7.7"));
}

void append_access_policy(std::vector<Field>& f)
{
    using P = AccessPolicy;
    f.push_back(value("visitator_hours", Kind::number, decided<&P::visitator_hours>, "h/week", {0, unlimited_hours}, unlimited_hours, A,
                      {"visitatorernes timer; 100000 er uden grænse", "visitators' hours; 100000 is no limit"}, "7.7, S3-48"));
    f.push_back(value("decision_weeks", Kind::integer, decided<&P::decision_weeks>, "weeks", {0, 52}, 2, A,
                      {"mindste sagsbehandlingstid", "least time to a decision"}, "7.7"));
    f.push_back(choice("maintaining_from", decided<&P::maintaining_from>, from, 1, S,
                       {"vedligeholdende fra", "maintaining from"}, "7.7, S3-32, S3-72"));
    f.push_back(choice("forebyggende_up_to", decided<&P::forebyggende_up_to>, up_to, 1, S,
                       {"forebyggende til og med", "preventive up to"}, "7.7, S3-31, S3-66"));
    f.push_back(choice("law", decided<&P::law>, laws, 0, S, {"lov", "law"}, "7.7, S3-01, S2-50"));
    f.push_back(choice("documentation", decided<&P::documentation>, coverages, 0, A, {"dokumentation", "documentation"}, "7.20, S3-112"));
    f.push_back(choice("single_service_criteria", decided<&P::single_service_criteria>, criteria, 0, S,
                       {"kriterier for enkeltydelser", "criteria of single services"}, "7.7, S3-87"));
    f.push_back(choice("right_to_help", decided<&P::right_to_help>, helps, 1, A,
                       {"tilbud efter længste rimelige ventetid", "offered beyond the longest reasonable wait"}, "7.9, S3-03"));
}

void append_access_mechanisms(std::vector<Field>& f)
{
    using M = AccessMechanisms;
    f.push_back(flag("visitator_backlog", working<&M::visitator_backlog>, {"ventetid på afgørelse", "waiting for a decision"}, "7.7"));
    f.push_back(flag("start_interview", working<&M::start_interview>, {"startsamtale (COPM)", "start interview (COPM)"}, "7.4"));
    f.push_back(flag("single_services", working<&M::single_services>, {"enkeltydelser", "single services"}, "7.9"));
    f.push_back(flag("right_to_help", working<&M::right_to_help>, {"ret til hjælp", "right to help"}, "7.9"));
    f.push_back(flag("documentation", working<&M::documentation>, {"dokumentation", "documentation"}, "7.20"));
}

void append_access_interventions(std::vector<InterventionKind>& kinds)
{
    static const std::array law{choice("law", member<&Intervention::choice>, laws, 1, S, {"lov", "law"}, "7.7, S2-50")};
    static const std::array coverage{
        choice("documentation", member<&Intervention::choice>, coverages, 1, A, {"dokumentation", "documentation"}, "7.20, S3-112")};
    static const std::array regime{
        choice("access_regime", member<&Intervention::choice>, regimes, 0, S, {"hvem visiteres", "who is assessed"}, "7.7, S3-59")};
    static constexpr std::array<std::string_view, 1> say_law{"law"}, say_coverage{"documentation"}, say_regime{"access_regime"};
    InterventionKind kind{InterventionType::law_switch, "law_switch", {"lovskifte", "change of law"}, false, false, law};
    kind.must = say_law;
    kinds.push_back(kind);
    kind = {InterventionType::documentation, "documentation", {"dokumentation", "documentation"}, false, false, coverage};
    kind.must = say_coverage;
    kinds.push_back(kind);
    kind = {InterventionType::access_regime, "access_regime", {"hvem visiteres", "who is assessed"}, false, false, regime};
    kind.must = say_regime;
    kinds.push_back(kind);
}

void AccessCounts::resize(std::size_t, std::size_t units, std::size_t)
{
    single_users.assign(units, 0);
    single_tenths.assign(units, 0);
}

void AccessCounts::add(const AccessCounts& change)
{
    for (std::size_t u = 0; u < single_users.size(); ++u) {
        single_users[u] += change.single_users[u];
        single_tenths[u] += change.single_tenths[u];
    }
    interviews += change.interviews;
    reviews += change.reviews;
    decisions += change.decisions;
    asked_for += change.asked_for;
    refused += change.refused;
    decision_weeks += change.decision_weeks;
    visitator_minutes += change.visitator_minutes;
    helped += change.helped;
    singles_begun += change.singles_begun;
    singles_grown += change.singles_grown;
}

void AccessCounts::clear()
{
    single_users.assign(single_users.size(), 0);
    single_tenths.assign(single_tenths.size(), 0);
    begin_week();
}

void AccessCounts::begin_week()
{
    interviews = reviews = decisions = asked_for = refused = decision_weeks = visitator_minutes = 0;
    helped = singles_begun = singles_grown = 0;
}

void AccessWishes::clear() { cases.clear(); }

void AccessWishes::append(const AccessWishes& more) { cases.insert(cases.end(), more.cases.begin(), more.cases.end()); }

} // namespace samspil
