// SPDX-License-Identifier: MPL-2.0
#include "engine/io/comparison_report.hpp"

#include "engine/io/figures.hpp"
#include "engine/model/calendar.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include <fmt/format.h>

namespace samspil {
namespace {

/// Which sections of docs/model.md a group of KPIs is computed from.
struct Ground {
    std::string_view prefix;
    std::array<std::string_view, 3> sections;
    Label words;
};

constexpr std::array grounds{
    Ground{
        "reach.", {"7.5", "7.8", "7.9"}, {"kendskab, valg af tilbud, pladser", "knowledge, choice of offer, places"}},
    Ground{"wait.", {"7.8", "7.9", ""}, {"valg af tilbud, pladser og køer", "choice of offer, places and queues"}},
    Ground{"unmet_need", {"7.8", "7.9", ""}, {"valg af tilbud, pladser og køer", "choice of offer, places and queues"}},
    Ground{"right_offer", {"7.3", "7.7", ""}, {"score og visitation", "scores and visitation"}},
    Ground{"eligibility_gap", {"7.3", "7.7", ""}, {"score og visitation", "scores and visitation"}},
    Ground{"travel.", {"7.8", "", ""}, {"rejsetider, husenes placering", "travel times, where the houses stand"}},
    Ground{"utilisation.", {"7.8", "7.9", ""}, {"valg af tilbud, pladser", "choice of offer, places"}},
    Ground{"function.",
           {"7.1", "7.2", "7.11"},
           {"funktionsevne og virkning af deltagelse", "function and effect of participation"}},
    Ground{"continuity.", {"7.13", "", ""}, {"sårbare overgange", "vulnerable transitions"}},
    Ground{"cost.",
           {"7.18", "7.9", "7.10"},
           {"antagne enhedspriser og personaletid", "assumed unit prices and staff time"}},
    Ground{"budget.",
           {"7.18", "7.9", "7.10"},
           {"antagne enhedspriser og personaletid", "assumed unit prices and staff time"}},
    Ground{"volunteers.",
           {"7.15", "", ""},
           {"frivilliges timer, belastning og tilgang", "volunteers' hours, burden and recruiting"}},
    Ground{"equity.",
           {"7.5", "7.8", ""},
           {"borgernes fordeling på lokalsamfund, valg af tilbud",
            "spread of citizens over small areas, choice of offer"}},
};

std::string_view section_of(std::string_view source)
{
    const auto end = source.find_first_not_of("0123456789.");
    return source.substr(0, std::min(end, source.size()));
}

bool belongs(std::string_view section, const Ground& ground, bool organisation_change)
{
    if (organisation_change && (section == "7.16" || section == "7.17")) return true;
    return !section.empty() &&
           std::find(ground.sections.begin(), ground.sections.end(), section) != ground.sections.end();
}

std::optional<GoalGround> ground_of(const Kpi& kpi, const std::vector<Assumption>& rows, bool organisation_change)
{
    const auto ground =
        std::find_if(grounds.begin(), grounds.end(), [&](const Ground& g) { return kpi.id.rfind(g.prefix, 0) == 0; });
    if (ground == grounds.end()) return std::nullopt;
    GoalGround result{&kpi, {std::string(ground->words.da), std::string(ground->words.en)}, 0};
    if (organisation_change) {
        result.words.da += ", ledelse og organisation";
        result.words.en += ", leadership and organisation";
    }
    result.assumed = static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const Assumption& row) {
        return row.tag == "assumed" && belongs(section_of(row.source), *ground, organisation_change);
    }));
    return result;
}

Text names_of(const std::vector<Assumption>& rows)
{
    const auto list = [&](Language language) {
        std::string names;
        for (const Assumption& row : rows) {
            if (!names.empty()) names += "; ";
            names += row.label.in(language);
            names += ' ';
            names += row.value.in(language);
            if (!row.unit.empty()) names += ' ';
            names += unit_in_words(row.unit, language);
        }
        return names;
    };
    return {list(Language::da), list(Language::en)};
}

} // namespace

std::vector<Text> words_on_evidence(const Evidences& e)
{
    const auto all = e.source + e.derived + e.recalled + e.assumed;
    std::vector<Text> lines;
    lines.push_back(
        {fmt::format("{} af {} værdier i registret er antaget; {} har en kilde, {} er afledt, {} er erindret.",
                     e.assumed, all, e.source, e.derived, e.recalled),
         fmt::format("{} of {} values of the register are assumed; {} have a source, {} are derived, {} are recalled.",
                     e.assumed, all, e.source, e.derived, e.recalled)});
    if (e.centres > 0)
        lines.push_back({fmt::format("{} af {} huse er ikke kendt ved navn og er placeret efter en regel (antaget).",
                                     e.assumed_centres, e.centres),
                         fmt::format("{} of {} houses are not known by name and are placed by a rule (assumed).",
                                     e.assumed_centres, e.centres)});
    const auto add = [&](Label words, const std::vector<Assumption>& rows) {
        if (rows.empty()) return;
        const Text names = names_of(rows);
        lines.push_back({fmt::format("{}: {}.", words.da, names.da), fmt::format("{}: {}.", words.en, names.en)});
    };
    add({"Enhedspriser", "Unit prices"}, e.unit_prices);
    add({"Løste konstanter (balanceret basisår)", "Solved constants (balanced baseline)"}, e.solved);
    add({"Score", "Scores"}, e.scores);
    return lines;
}

Text question_of(const ComparisonReport& report)
{
    const Text& base = report.base.title;
    if (report.options.size() == 1) {
        const Text& option = report.options.front().side.title;
        return {fmt::format("Hvad bliver anderledes med «{}» i stedet for «{}»?", option.da, base.da),
                fmt::format("What becomes different with “{}” instead of “{}”?", option.en, base.en)};
    }
    return {fmt::format("Hvad bliver anderledes med {} alternativer til «{}»?", report.options.size(), base.da),
            fmt::format("What becomes different with {} alternatives to “{}”?", report.options.size(), base.en)};
}

Text value_in_words(const Field& field, double value)
{
    if (field.kind == Kind::choice) {
        const Label label = field.choices[static_cast<std::size_t>(value)].label;
        return {std::string(label.da), std::string(label.en)};
    }
    if (field.kind == Kind::flag) return value != 0 ? Text{"ja", "yes"} : Text{"nej", "no"};
    return {plain_figure(value, Language::da), plain_figure(value, Language::en)};
}

Text intervention_in_words(const Intervention& intervention)
{
    const InterventionKind& kind = kind_of(intervention.type);
    Text words{fmt::format("{} {}", kind.label.da, format_date(intervention.date)),
               fmt::format("{} {}", kind.label.en, format_date(intervention.date))};
    std::string separator = ": ";
    const auto add = [&](std::string_view da, std::string_view en) {
        words.da += separator;
        words.da += da;
        words.en += separator;
        words.en += en;
        separator = "; ";
    };
    if (!intervention.centre.empty()) add(intervention.centre, intervention.centre);
    if (kind.needs_model) add(intervention.organisation.model, intervention.organisation.model);
    for (const Field& field : kind.params) {
        const double value = field.access.read(&intervention);
        if (field.kind == Kind::flag && value != 0) continue; // a part that is on goes without saying
        const Text said = value_in_words(field, value);
        add(fmt::format("{}: {}", field.label.da, said.da), fmt::format("{}: {}", field.label.en, said.en));
    }
    return words;
}

Text words_on_intervals()
{
    return {
        "Intervallerne (95 %) dækker kun tilfældighed ved faste antagelser: de siger, hvor meget svaret kan flytte "
        "sig, "
        "når samme model køres igen med andet tilfælde. De dækker ikke, at en antagelse kan være forkert, og ikke det, "
        "modellen ikke kan. Forskelle er parrede: samme syntetiske borgere og samme tilfælde i begge alternativer.",
        "The intervals (95 %) cover chance only, at fixed assumptions: they say how far the answer may move when the "
        "same model is run again with other chance. They do not cover that an assumption may be wrong, nor what the "
        "model cannot do. Differences are paired: the same synthetic citizens and the same chance in both options."};
}

std::vector<Text> limits_of_the_model()
{
    return {
        {"Borgerne er syntetiske. Ingen række er en person, og modellen kan ikke bruges om enkelte borgere.",
         "The citizens are synthetic. No row is a person, and the model cannot be used about single citizens."},
        {"Ensomhed og mental sundhed, henvisninger og brobygning, caféens økonomi, forum i områderne og husenes "
         "driftsform er ikke med i denne version.",
         "Loneliness and mental health, referral and bridge-building, the economy of the café, area forums and the "
         "houses' operating forms are not in this version."},
        {"Budgettet tæller udgifter; det styrer dem ikke. Rammer, stop for indtag og overskridelser er ikke med.",
         "The budget counts spending; it does not steer it. Frames, intake stops and over-runs are left out."},
        {"Kroner bygger på antagne enhedspriser. Brug dem til at sammenligne, ikke som et budget.",
         "Kroner rest on assumed unit prices. Use them to compare, not as a budget."},
        {"Ledelsens virkning på kvalitet og personaleskift er antaget. Modellen kan vise, hvad der følger af "
         "antagelsen, "
         "ikke om den er sand.",
         "The effect of leadership on quality and staff turnover is assumed. The model can show what follows from the "
         "assumption, not whether it is true."},
        {"Fordelingen af ældre på lokalsamfund er afledt af vælgertal, og en del af husene er placeret efter en regel.",
         "The spread of older citizens over small areas is derived from voter counts, and part of the houses are "
         "placed "
         "by a rule."},
        {"En uafgjort er et svar: forskellen er mindre, end tilfælde eller den valgte grænse for betydning kan skille.",
         "A tie is an answer: the difference is smaller than chance or the chosen threshold of relevance can tell "
         "apart."},
    };
}

Text column_heading(const Part& part, PartRole last_column)
{
    const bool beside_parts = last_column == PartRole::together || last_column == PartRole::part;
    if (part.what.role != PartRole::together || beside_parts) return part.what.label;
    return {"som antaget", "as assumed"};
}

Evidences evidences_of(std::vector<Assumption> rows, const std::vector<KpiDifference>& kpis, bool organisation_change)
{
    Evidences result;
    for (const Assumption& row : rows) {
        if (row.tag == "source")
            ++result.source;
        else if (row.tag == "derived")
            ++result.derived;
        else if (row.tag == "recalled")
            ++result.recalled;
        else
            ++result.assumed;
        if (row.unit.rfind("kr", 0) == 0) result.unit_prices.push_back(row);
        if (row.source.find("8.1") != std::string::npos) result.solved.push_back(row);
        if (section_of(row.source) == "7.3") result.scores.push_back(row);
    }
    for (const KpiDifference& d : kpis) {
        if (!d.goal) continue;
        if (auto ground = ground_of(*d.kpi, rows, organisation_change)) result.goals.push_back(std::move(*ground));
    }
    result.rows = std::move(rows);
    return result;
}

} // namespace samspil
