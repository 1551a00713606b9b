// SPDX-License-Identifier: MPL-2.0
#include "engine/io/comparison_report.hpp"

#include "engine/experiment/balance.hpp"
#include "engine/io/figures.hpp"

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
    Ground{"right_offer", {"7.3", "7.7", ""}, {"score og visitation", "scores and assessment"}},
    Ground{"eligibility_gap", {"7.3", "7.7", ""}, {"score og visitation", "scores and assessment"}},
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
    Ground{"transport.", {"7.10", "", ""}, {"kørsel, priser og hvem der får den", "rides, prices and who gets them"}},
    Ground{"cafe.", {"7.9", "", ""}, {"cafébesøg og priser", "café visits and prices"}},
    Ground{"profile.", {"7.21", "7.8", ""}, {"interesser og husenes program", "interests and programmes of houses"}},
    Ground{"volunteers.",
           {"7.15", "", ""},
           {"frivilliges timer, belastning og tilgang", "volunteers' hours, burden and recruiting"}},
    Ground{"equity.",
           {"7.5", "7.8", ""},
           {"borgernes fordeling på lokalsamfund, valg af tilbud",
            "spread of citizens over small areas, choice of offer"}},
    Ground{"access.", {"7.7", "7.4", ""}, {"visitation, sagsgang og opfølgning", "assessment, casework and reviews"}},
    Ground{"eligibility.", {"7.3", "7.7", ""}, {"score og visitation", "scores and assessment"}},
    Ground{"copm.", {"7.4", "", ""}, {"startsamtalen og hvad deltagelse gør ved den", "the start interview and what taking part does to it"}},
    Ground{"documentation.", {"7.20", "", ""}, {"dokumentation", "documentation"}},
    Ground{"single.", {"7.9", "7.7", ""}, {"enkeltydelser", "single services"}},
    Ground{"awareness.", {"7.5", "", ""}, {"hvad borgerne hører om husene", "what citizens hear of the houses"}},
    Ground{"contact.", {"7.6", "", ""}, {"hjemmebesøg og frontpersonale", "home visits and front staff"}},
    Ground{"bridges.", {"7.6", "", ""}, {"brobygning", "bridge-building"}},
    Ground{"binding.", {"7.9", "7.15", "7.16"}, {"pladser, frivillige og personale", "places, volunteers and staff"}},
    Ground{"rooms.", {"7.9", "7.21", ""}, {"lokaler og udlån", "rooms and lending"}},
    Ground{"clubs.", {"7.12", "7.15", ""}, {"klubbernes liv og hjælpen i dem", "the life of clubs and the help in them"}},
    Ground{"ties.", {"7.12", "7.11", ""}, {"bånd mellem borgere", "ties between citizens"}},
    Ground{"wellbeing.", {"7.14", "", ""}, {"ensomhed og mental sundhed", "loneliness and mental health"}},
    Ground{"agreements.", {"7.17", "7.15", ""}, {"aftaler med foreninger", "agreements with associations"}},
    Ground{"organisation.", {"7.17", "", ""}, {"ledelse og organisation", "leadership and organisation"}},
    Ground{"staff.", {"7.16", "7.17", ""}, {"personale og ledige stillinger", "staff and vacancies"}},
    Ground{"balance.", {"7.18", "", ""}, {"rammer og antagne enhedspriser", "frames and assumed unit prices"}},
    Ground{"steering.", {"7.18", "", ""}, {"styring af rammen", "steering of the frame"}},
    Ground{"incentive.", {"7.18", "7.10", ""}, {"takster og antagne enhedspriser", "prices of services and assumed unit prices"}},
    Ground{"pools.", {"7.18", "", ""}, {"puljer", "pools"}},
    Ground{"population.", {"7.1", "", ""}, {"befolkning og dødelighed", "population and mortality"}},
    Ground{"first_year.", {"7.1", "7.2", ""}, {"befolkning og funktionsevne", "population and function"}},
    Ground{"last_year.", {"7.1", "7.2", ""}, {"befolkning og funktionsevne", "population and function"}},
    Ground{"nursing_home.", {"7.1", "7.2", ""}, {"funktionsevne og plejebolig", "function and the nursing home"}},
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
    add({"Konstanter for et balanceret basisår", "Constants of a balanced baseline"}, e.solved);
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
    return {
        fmt::format("Hvad bliver anderledes med {} alternativer i stedet for «{}»?", report.options.size(), base.da),
        fmt::format("What becomes different with {} alternatives instead of “{}”?", report.options.size(), base.en)};
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

std::vector<Text> words_on_verdicts(const std::vector<KpiDifference>& differences)
{
    const std::size_t n = differences.empty() ? 0 : differences.front().n;
    std::vector<Text> lines;
    if (n < enough_pairs)
        lines.push_back({fmt::format("Få gentagelser ({}): kan ændre sig, når flere køres.", n),
                         fmt::format("Few replications ({}): may change when more are run.", n)});
    lines.push_back({"Uafgjort: hele intervallet ligger under grænsen. Uafklaret: intervallet rummer nul og når ud over grænsen; "
                     "flere gentagelser kan afgøre det. Retning sikker, størrelse uafklaret: intervallet udelader nul, men rummer "
                     "grænsen, og forskellen er mindre. Grænsen er den mindste forskel, der regnes for at betyde noget; grænserne er antagelser og kan "
                     "sættes under goals i scenariet.",
                     "A tie: the whole interval lies below the limit. Undecided: the interval holds zero and reaches beyond the "
                     "limit; more replications may tell. Direction sure, size undecided: the interval leaves out zero but holds "
                     "the limit, and the difference is smaller. The limit is the smallest difference taken to matter; limits are assumptions and can be set "
                     "under goals in the scenario."});
    const auto goals = std::count_if(differences.begin(), differences.end(), [](const auto& d) { return d.goal; });
    lines.push_back({fmt::format("Med {} mål og {} tal ved 95 % er omkring hvert tyvende klart af ren tilfældighed.",
                                 goals, differences.size()),
                     fmt::format("With {} goals and {} figures at 95 % about one in twenty is clear by chance alone.",
                                 goals, differences.size())});
    return lines;
}

std::vector<Text> limits_of_the_model()
{
    return {
        {"Borgerne er syntetiske. Ingen række er en person, og modellen kan ikke bruges om enkelte borgere.",
         "The citizens are synthetic. No row is a person, and the model cannot be used about single citizens."},
        {"Udeladt er tilflytning efter 65, akutte forløb, skrøbelighed ud over funktionsniveauet, aktiviteter efter årstid, deling på tværs af "
         "distrikter, caféens indtægt mod dens udgift. Hele listen står i docs/model.md, 7.22.",
         "Left out: moving in after 65, acute episodes, frailty beyond the level, activities by season, sharing across districts, café revenue "
         "against cost. The whole list stands in docs/model.md, 7.22."},
        {"Styringen af rammerne (plads åbnes, optag stoppes, fremmøder sættes ned) følger antagne regler, ikke en bestemt kommunes.",
         "The steering of frames (a place is opened, intake stops, sessions are cut) follows assumed rules, not those of any one municipality."},
        {"Kroner bygger på antagne enhedspriser. Brug dem til at sammenligne, ikke som et budget.",
         "Kroner rest on assumed unit prices. Use them to compare, not as a budget."},
        {"Ledelsens virkning på kvalitet og personaleskift er antaget. Modellen kan vise, hvad der følger af "
         "antagelsen, "
         "ikke om den er sand.",
         "The effect of leadership on quality and staff turnover is assumed. The model can show what follows from the "
         "assumption, not whether it is true."},
        {"Hver række i tabellerne har sit mærke: kilde, afledt, erindret eller antaget. I de tabeller, der følger med for Aarhus, er fordelingen af ældre på "
         "lokalsamfund afledt af vælgertal, og en del af husene er placeret efter en regel.",
         "Every row of the tables has its tag: source, derived, recalled or assumed. In the tables that come with the program for Aarhus the spread of "
         "older citizens over small areas is derived from voter counts, and part of the houses are placed by a rule."},
        {"En uafgjort er et svar: forskellen er vist at være mindre end den valgte grænse for betydning. Uafklaret er ikke et svar endnu.",
         "A tie is an answer: the difference is shown to be smaller than the chosen limit. Undecided is no answer yet."},
    };
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
        if (is_free_constant(row.key)) result.solved.push_back(row);
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
