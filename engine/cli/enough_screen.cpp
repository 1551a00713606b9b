// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/enough_screen.hpp"

#include "engine/cli/text_table.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/say.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil {
namespace {

std::string counted(std::size_t n, Language language) { return grouped(static_cast<double>(n), 0, language); }

std::string count_or_dash(const std::optional<std::size_t>& n, Language language) { return n ? counted(*n, language) : std::string("–"); }

/// "±10 procentpoint": as it was typed, in the words of the unit.
std::string asked_in_words(const EnoughGoal& goal, const FigureStyle& style, Language language)
{
    return fmt::format("±{} {}", plain_figure(*goal.half_width * style.scale, language), style.difference_unit);
}

/// Numbers in the unit and with the digits of the difference's own interval.
struct GoalWords {
    std::string mean, half, asked;
};

GoalWords words_of(const GoalAtLook& at, bool paired, Language language)
{
    GoalWords words{"–", "–", std::string(paired ? Label{"sikker dom", "sure verdict"}.in(language) : "–")};
    KpiDifference d;
    d.kpi = at.goal->kpi;
    if (at.mean) {
        d.difference = at.mean;
        d.ci_low = *at.mean - *at.half_width;
        d.ci_high = *at.mean + *at.half_width;
    }
    const FigureStyle style = figure_style(d, language);
    const auto half = [&](double value) { return fmt::format("±{} {}", figure(value, style), style.difference_unit); };
    if (at.mean) words.mean = paired ? signed_figure(*at.mean, style) : figure(*at.mean, style);
    if (at.half_width) words.half = half(*at.half_width);
    if (!at.goal->half_width) return words;
    words.asked = asked_in_words(*at.goal, style, language);
    return words;
}

/// What the columns mean, for who has not read docs/experiments.md.
std::string legend(bool paired, Language language)
{
    std::string words(Label{"Usikkerhed nu: halvdelen af 95 %-intervallet. Nok når: den usikkerhed der er bedt om (--until-ci).",
                              "Uncertainty now: half of the 95 % interval. Enough when: the uncertainty that was asked for (--until-ci)."}.in(language));
    if (paired)
        words += Label{" Sikker dom: intervallet siger bedre, dårligere eller ingen forskel af betydning. Nok efter, uden par: antal gentagelser; uden par er, "
                       "hvis scenarierne ikke blev kørt med samme held.",
                       " Sure verdict: the interval says better, worse or no difference that matters. Enough after, without pairs: numbers of replications; "
                       "without pairs is had the scenarios not been run with the same luck."}.in(language);
    else words += Label{" Nok efter: antal gentagelser.", " Enough after: number of replications."}.in(language);
    return wrapped(words, 110, "") + "\n";
}

} // namespace

std::string enough_table(const std::vector<GoalAtLook>& rows, const std::vector<std::string>& names, Language language)
{
    if (rows.empty()) return {};
    const auto say = [&](Label words) { return std::string(words.in(language)); };
    const bool paired = names.size() > 1;
    TextTable table;
    table.column(say({"Mål", "Goal"}));
    table.column(say(paired ? Label{"Alternativ", "Option"} : Label{"Scenarie", "Scenario"}));
    table.column(say(paired ? Label{"Forskel fra basis", "Difference from base"} : Label{"Gennemsnit", "Mean"}), Align::right);
    table.column(say({"Usikkerhed nu", "Uncertainty now"}), Align::right);
    table.column(say({"Nok når", "Enough when"}), Align::right);
    table.column(say({"Nok efter", "Enough after"}), Align::right);
    if (paired) table.column(say({"Uden par, ca.", "Without pairs, about"}), Align::right);
    for (const GoalAtLook& at : rows) {
        const GoalWords words = words_of(at, paired, language);
        const std::string after = at.enough_at || words.asked == "–" ? count_or_dash(at.enough_at, language) : say({"ikke endnu", "not yet"});
        std::vector<std::string> cells{say(at.goal->kpi->label), names[at.option], words.mean, words.half, words.asked, after};
        if (paired) cells.push_back(count_or_dash(at.unpaired(), language));
        table.row(std::move(cells));
    }
    return table.text() + legend(paired, language);
}

std::string until_in_words(std::span<const EnoughGoal> goals, Language language)
{
    std::string all;
    for (const EnoughGoal& goal : goals) {
        KpiDifference d;
        d.kpi = goal.kpi;
        const std::string asked = goal.half_width ? asked_in_words(goal, figure_style(d, language), language)
                                                  : std::string(Label{"sikker dom", "sure verdict"}.in(language));
        all += fmt::format("{}{}: {}", all.empty() ? "" : "; ", goal.kpi->label.in(language), asked);
    }
    return fmt::format("{} {}\n", Label{"kører, indtil usikkerheden er:", "runs until the uncertainty is:"}.in(language), all);
}

std::string zeros_in_words(const std::vector<GoalAtLook>& rows, std::size_t n, const std::vector<std::string>& names, Language language)
{
    std::string out;
    for (const GoalAtLook& at : rows) {
        if (names.size() < 2 || 2 * at.zeros <= n || at.zeros == n) continue; // all zero: there are no others to rest on
        const Text words = say("advarsel: {}, {}: {} af {} forskelle er præcis nul; intervallet hviler på de få andre og kan være for smalt, så sæt ikke din lid til dommen",
                               "warning: {}, {}: {} of {} differences are exactly zero; the interval rests on the few others and may be too narrow, so do not rely on the verdict",
                               at.goal->kpi->label.in(language), names[at.option], counted(at.zeros, language), counted(n, language));
        out += fmt::format("{}\n", words.in(language));
    }
    return out;
}

void say_what_stopped(const EnoughWatch& watch, const RunManifest& manifest, Language language)
{
    if (watch.goals().empty()) return;
    const std::size_t n = watch.settled().value_or(watch.complete());
    const auto most = static_cast<std::size_t>(manifest.replications);
    const Text words = watch.settled() ? say("nok efter {} gentagelser (højst {}): alle mål er nået", "enough after {} replications (at most {}): every goal is met", counted(n, language),
                                             counted(most, language))
                                       : say(n == 1 ? "stoppet ved {} gentagelse, det højeste der var bedt om: ikke alle mål er nået"
                                                    : "stoppet ved {} gentagelser, det højeste der var bedt om: ikke alle mål er nået",
                                             n == 1 ? "stopped at {} replication, the most that were asked for: not every goal is met"
                                                    : "stopped at {} replications, the most that were asked for: not every goal is met",
                                             counted(n, language));
    fmt::print(stderr, "{}\n", words.in(language));
    std::vector<std::string> names;
    for (const RunOption& option : manifest.options) names.push_back(option.stem);
    const auto rows = goals_at(watch.columns(), n, watch.goals());
    fmt::print(stderr, "{}{}", enough_table(rows, names, language), zeros_in_words(rows, n, names, language));
    std::size_t unpaired = 0;
    for (const GoalAtLook& at : rows) unpaired = std::max(unpaired, at.unpaired().value_or(0));
    if (!watch.settled() || unpaired == 0) return;
    const Text more = say("uparrede kørsler ville have krævet omkring {} gentagelser af hvert scenarie", "unpaired runs would have needed about {} replications of each scenario",
                          counted(unpaired, language));
    fmt::print(stderr, "{}\n", more.in(language));
}

} // namespace samspil
