// SPDX-License-Identifier: MPL-2.0
// A comparison with all it must be read with: question, options in words, what rests on assumptions, provenance.
// The screen, the JSON and the page are three views of this one struct.
#pragma once

#include "engine/base/text.hpp"
#include "engine/experiment/decomposition.hpp"
#include "engine/experiment/futures_comparison.hpp"
#include "engine/experiment/group_comparison.hpp"
#include "engine/experiment/person_counts.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

struct ReportSide {
    std::string file, id;
    Text title, description;
    int replications = 0; ///< in the file
    std::string program_version, created, command;
    std::vector<std::pair<std::string, std::string>> inputs; ///< path, digest
};

/// Who changes, and what the two results say of the same replications.
struct ReportPersons {
    WhoChanges who;
    std::vector<std::array<std::int64_t, offer_count>> base, option; ///< weeks with a place, by replication, of the results
    /// Whether the citizens add up to the results, offer by offer in every replication.
    bool agrees() const;
};

struct ReportOption {
    ReportSide side;
    std::vector<Text> differs; ///< in words, against the base
    std::vector<Text> changes; ///< value by value with evidence tags
    std::vector<KpiDifference> kpis;
    std::vector<std::optional<double>> citizens; ///< by kpis, or empty: see difference_in_citizens
    std::optional<Decomposition> parts;
    std::vector<GroupComparison> groups; ///< as asked for with --by
    std::optional<ReportPersons> persons; ///< as asked for with --persons
    std::vector<FutureSplit> futures;    ///< of the KPIs, where results of chance alone stand beside (--chance)
    Text headline;
    std::vector<Text> notes; ///< worth saying, such as that only a common prefix was paired
};

/// A value the results rest on, as run.
struct Assumption {
    std::string key;
    Text label;
    Text value;
    std::string unit, source;
    std::string tag; ///< source, derived, recalled, assumed
};

/// What a goal hangs on by the structure of the model; not a measured sensitivity.
struct GoalGround {
    const Kpi* kpi = nullptr;
    Text words;
    int assumed = 0; ///< assumed parameters of those sections
};

struct Evidences {
    std::vector<Assumption> rows; ///< the whole register
    std::vector<Assumption> unit_prices, solved, scores;
    int source = 0, derived = 0, recalled = 0, assumed = 0;
    int centres = 0, assumed_centres = 0;
    std::vector<GoalGround> goals;
};

struct ComparisonReport {
    ReportSide base;
    std::vector<ReportOption> options;
    RunFrame frame;
    std::string start; ///< ISO date
    Evidences evidence;
    std::string covers{covers_chance};
    int drawn = 0; ///< assumptions drawn in each replication
    std::string command, program_version, made; ///< of this comparison
};

/// "Hvad bliver anderledes med «Tre distrikter» i stedet for «Syv områder»?"
Text question_of(const ComparisonReport& report);

/// What the intervals cover, what the model cannot: sentences said on screen and page alike.
Text words_on_intervals(const ComparisonReport& report);
/// "kun tilfældighed ved faste antagelser"/...
Label covers_label(std::string_view covers);
/// What the table of splits says, and one row of it in words.
Text words_on_futures();
struct FutureWords {
    std::string choice, assumptions, chance, share, sign, sign_by_assumptions, by_chance, by_futures;
};
/// The difference in parts as a section of the page, with other assumptions about the start where there are some.
std::string parts_section(const Decomposition& all, Language language);
/// What the numbers rest on: values changed, evidence by goal, the whole register. A section of the page.
std::string ground_section(const ComparisonReport& report, Language language);
/// Who made the results, when, from what. A section of the page.
std::string provenance_section(const ComparisonReport& report, Language language);
/// The table as a section of the page; empty without splits.
std::string futures_section(const ReportOption& option, Language language);
FutureWords in_words(const FutureSplit& split, const KpiDifference& difference, Language language);
inline constexpr Label future_columns[] = {{"Valget", "The choice"}, {"Antagelser, sd", "Assumptions, sd"}, {"Tilfælde, sd", "Chance, sd"},
                                           {"Antagelsernes del", "Part of assumptions"}, {"Samme fortegn", "Same sign"},
                                           {"Fortegn, uden tilfælde", "Sign, chance taken out"}, {"Ved tilfælde alene", "By chance alone"}, {"Over fremtider", "Over futures"}};
std::vector<Text> limits_of_the_model();
/// By the goals: what a tie and a limit are; few replications, if they are; how many figures chance alone sets apart.
std::vector<Text> words_on_verdicts(const std::vector<KpiDifference>& differences);

/// "Ændret organisation 2021-04-01: syv områder (…) → tre distrikter (…): ledelse af husene: …"
/// What no number of service units means: "én pr. ledende enhed".
Text one_per_unit();
/// `now` is what is in force just before it (in_force_before).
Text intervention_in_words(const Scenario& now, const Intervention& intervention);

/// "tre distrikter (Distrikt Nord, …)": the units with leaders of their own, else the model's name.
Text model_in_words(const Scenario& scenario, const std::string& model);

/// The same value by value, before and after, each with its evidence tag; the first line heads the others.
std::vector<Text> values_changed(const Scenario& now, const Intervention& intervention);

/// Whether somebody decided on the value: it has to be said, or it is neither the default nor what was in force. Else it is as
/// well known as its field's evidence tag says.
bool is_chosen(const Scenario& now, const Intervention& change, const Field& field);
inline constexpr Label chosen_value{"valgt", "chosen"}; ///< said in place of the tag

/// What a goal's figure does not say by itself: that it is a mean of fewer people, the wait for a decision before it, those without a
/// ride, clubs.
struct OtherSide {
    Text note;  ///< a sentence
    Text brief; ///< some words for a line that has others
};
/// Of goals that are better, and of waits that are worse. Empty where nothing is to be said.
std::vector<OtherSide> other_side_of_wins(std::span<const KpiDifference> kpis);
/// The KPIs it looks at besides the goals.
std::span<const std::string_view> read_with_wins();

/// What the model has no price for among what an option does more of; nothing where all has its price.
std::optional<Text> words_without_price(std::span<const Intervention> added);

/// A value of a field table as people read it: the choice's label, ja/nej, or the number with the unit.
Text value_in_words(const Field& field, double value);

/// One table of the difference in parts: a column for each part, a row for each KPI shown.
struct PartTable {
    Label caption;
    std::vector<const Part*> columns; ///< never empty
    std::vector<Text> headings;       ///< of the columns; the whole comparison reads "as assumed" beside variants
    std::vector<std::size_t> kpis;    ///< rows, indices into Part::kpis
    std::vector<Text> notes;          ///< below the table: the verdicts that do not stand, what is no part
};
/// The tables of the page and of the screen, in this order; those without a part are left out.
std::vector<PartTable> part_tables(const Decomposition& all);

/// What heads a table of groups: the dimension and who belongs where.
Text words_on_groups(const GroupComparison& groups);
/// How many of the differences shown chance alone sets apart, and members that only one result has.
std::vector<Text> notes_on_groups(const GroupComparison& groups);
/// The section of the page.
std::string groups_section(const GroupComparison& groups, Language language);

/// A table of words and figures, for screen and page alike.
struct WordsTable {
    std::string heading;
    std::vector<std::string> columns; ///< the first holds names, the others figures
    std::vector<std::vector<std::string>> rows;
};
/// Who gains, who loses, whether it adds up, what the counts are of.
std::vector<Text> words_on_persons(const ReportPersons& persons);
/// By offer, by district, level, age and sex, by size, by cause.
std::vector<WordsTable> tables_of_persons(const ReportPersons& persons, Language language);
/// The section of the page.
std::string persons_section(const ReportPersons& persons, Language language);

/// Sorts a register into what a reader must know; `organisation_change` adds 7.16 and 7.17 to the grounds of the goals.
Evidences evidences_of(std::vector<Assumption> rows, const std::vector<KpiDifference>& kpis, bool organisation_change);

/// Counts of tags, assumed houses, unit prices, solved constants and scores, in sentences.
std::vector<Text> words_on_evidence(const Evidences& evidence);

/// One object in C locale, numbers in shortest round-trip form, null where undefined.
std::string comparison_json(const ComparisonReport& report);

/// One self-contained page: no scripts, inline CSS and SVG, every name escaped.
std::string comparison_page(const ComparisonReport& report, Language language);

} // namespace samspil
