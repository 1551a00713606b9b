// SPDX-License-Identifier: MPL-2.0
// KPIs and series of access (docs/model.md 7.4, 7.7, 7.20, 8). Eligibility is shown under both sets of score means and
// every reading of the visitation table.
#include "engine/model/access.hpp"

#include "engine/model/indicators.hpp"

#include <deque>
#include <string>

namespace samspil {
namespace {

constexpr auto none = Direction::none;
constexpr auto up = Direction::higher_is_better;
constexpr auto down = Direction::lower_is_better;
constexpr auto absolute = Relevance::absolute;
constexpr auto of_base = Relevance::share_of_base;

constexpr Kpi own_kpis[] = {
    {"access.decision_wait", "weeks", down, 0.5, absolute, false, false, {"Ventetid på afgørelse", "Wait for a decision"},
     {"fra ansøgning til visitators afgørelse, middel", "from asking to the visitator's decision, mean"}},
    {"access.backlog", "persons", down, 0.01, of_base, false, false, {"Venter på afgørelse", "Waiting for a decision"},
     {"gennemsnitligt antal", "mean number"}},
    {"access.decisions", "cases/year", none, 0.01, of_base, false, false, {"Afgørelser", "Decisions"},
     {"visitationer og revisitationer om året", "assessments and reviews a year"}},
    {"access.refused", "share", down, 0.01, absolute, false, true, {"Afslag", "Refusals"},
     {"andel af afgørelser uden et visiteret tilbud; opfølgning på en plads man har tæller ikke", "share of decisions that grant no visited offer; reviews of a place that is held do not count"}},
    {"access.visitator_hours", "h/week", none, 0.01, of_base, false, false, {"Visitatortimer brugt", "Visitator hours used"},
     {"gennemsnit pr. uge", "mean a week"}},
    {"access.interview_hours", "h/week", none, 0.01, of_base, false, false, {"Timer til startsamtaler", "Hours for start interviews"},
     {"personaletid, gennemsnit pr. uge", "staff time, mean a week"}},
    {"access.reviews", "reviews/year", none, 0.01, of_base, false, false, {"Opfølgninger", "Reviews"},
     {"samtaler om året med deltagere", "talks a year with participants"}},
    {"access.helped", "persons/year", none, 0.01, of_base, false, false, {"Fik plads efter ret til hjælp", "Placed by the right to help"},
     {"ventede over grænsen og fik en plads et andet sted", "waited beyond the limit and were placed elsewhere"}},
    {"access.under_elderly_act", "share", none, 0.01, absolute, false, false, {"Under ældreloven", "Under the Elderly Act"},
     {"andel af hjemmeboende 65+ (årlig optælling)", "share of home-dwelling 65+ (yearly census)"}},
    {"single.users", "persons", none, 0.01, of_base, false, false, {"Enkeltydelser", "Single services"},
     {"borgere med måltid eller træning alene, gennemsnit", "citizens with a meal or training alone, mean"}},
    {"single.grown", "persons/year", none, 0.01, of_base, false, false, {"Enkeltydelser der blev til forløb", "Single services grown into courses"},
     {"om året", "a year"}},
    {"documentation.hours", "h/week", down, 0.01, of_base, false, false, {"Timer til dokumentation", "Hours for documentation"},
     {"personaletid, gennemsnit pr. uge", "staff time, mean a week"}},
    {"documentation.forecast_error", "share", down, 0.01, absolute, false, false, {"Fejl i årets prognose", "Error of the year's forecast"},
     {"antaget; bruges i styringen", "assumed; used in steering"}},
    {"copm.mean_change", "points", up, 0.1, absolute, false, true, {"Ændring i udførelse (COPM)", "Change in performance (COPM)"},
     {"deltagere med startsamtale, siden samtalen, middel (årlig optælling)", "participants with a start interview, since then, mean (yearly census)"}},
    {"copm.mic_performance", "share", up, 0.01, absolute, false, true, {"Vigtig fremgang i udførelse", "Important gain in performance"},
     {"andel med mindst den mindste vigtige ændring", "share with at least the least important change"}},
    {"copm.mic_satisfaction", "share", up, 0.01, absolute, false, true, {"Vigtig fremgang i tilfredshed", "Important gain in satisfaction"},
     {"andel med mindst den mindste vigtige ændring", "share with at least the least important change"}},
};

struct Word {
    std::string_view id;
    Label label;
};
constexpr Word outcomes[] = {{"centre", {"Adgang til center", "Eligible for a centre"}},
                             {"home", {"Adgang i hjemmet", "Eligible at home"}},
                             {"gap", {"Uden for begge", "Eligible for neither"}}};
constexpr Word rules[] = {{"exact", {"præcis", "exact"}}, {"minimum", {"mindst", "minimum"}}, {"core_plus_0", {"kerne", "core"}},
                          {"core_plus_1", {"kerne og 1", "core and 1"}}, {"core_plus_2", {"kerne og 2", "core and 2"}}};
constexpr Word sets[] = {{"seed_anchored", {"forankret", "anchored"}}, {"spread", {"spredt", "spread"}}};

/// The rows and the words they show.
struct EligibilityTable {
    std::vector<Kpi> rows;
    std::deque<std::string> words;
};

EligibilityTable eligibility_table()
{
    EligibilityTable table;
    const auto keep = [&](std::string text) -> std::string_view {
        table.words.push_back(std::move(text));
        return table.words.back();
    };
    for (const Word& outcome : outcomes) {
        for (const Word& rule : rules) {
            for (const Word& set : sets) {
                const auto words = [&](Language language) {
                    return keep(std::string(outcome.label.in(language)) + " (" + std::string(rule.label.in(language)) + ", " +
                                std::string(set.label.in(language)) + ")");
                };
                table.rows.push_back({keep("eligibility." + std::string(outcome.id) + "." + std::string(rule.id) + "." + std::string(set.id)),
                                 "share", none, 0.01, absolute, false, true, {words(Language::da), words(Language::en)},
                                 {"andel af hjemmeboende med behov 3 eller mere, sande score (årlig optælling)",
                                  "share of home-dwelling with need 3 or more, true scores (yearly census)"}});
            }
        }
    }
    return table;
}

} // namespace

void append_access_kpis(std::vector<Kpi>& kpis)
{
    kpis.insert(kpis.end(), std::begin(own_kpis), std::end(own_kpis));
    static const EligibilityTable eligibility = eligibility_table();
    kpis.insert(kpis.end(), eligibility.rows.begin(), eligibility.rows.end());
}

void append_access_series(std::vector<SeriesInfo>& series)
{
    series.push_back({"weekly", "backlog", "persons", {}, {"venter på afgørelse", "waiting for a decision"},
                      {"sager hos visitator", "cases with the visitator"}});
    series.push_back({"weekly", "single", "persons", {Axis::centre}, {"enkeltydelser", "single services"},
                      {"borgere med måltid eller træning alene, pr. hus", "citizens with a meal or training alone, by centre"}});
}

} // namespace samspil
