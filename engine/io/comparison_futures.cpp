// SPDX-License-Identifier: MPL-2.0
// What an interval covers, in words; and the table that splits a difference into choice, assumptions and chance.
#include "engine/io/comparison_report.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/html.hpp"

#include <cmath>

#include <fmt/format.h>

namespace samspil {
namespace {

/// Whole percent; never rounded up to the share that a verdict needs.
std::string percent(double share)
{
    const double whole = std::round(100 * share);
    return fmt::format("{:.0f} %", share < enough_futures && whole >= 100 * enough_futures ? std::floor(100 * share) : whole);
}

std::string word_or_dash(const std::optional<Label>& finding, Language language)
{
    return finding ? std::string(finding->in(language)) : std::string("–");
}

} // namespace

Label covers_label(std::string_view covers)
{
    if (covers == covers_chance) return {"kun tilfældighed ved faste antagelser", "chance only, at fixed assumptions"};
    return {"tilfældighed og antagelser", "chance and assumptions"};
}

Text words_on_intervals(const ComparisonReport& report)
{
    constexpr std::string_view paired_da = "Forskelle er parrede: samme syntetiske borgere og samme tilfælde i begge alternativer.";
    constexpr std::string_view paired_en = "Differences are paired: the same synthetic citizens and the same chance in both options.";
    if (report.covers == covers_chance)
        return {fmt::format("Intervallerne (95 %) dækker kun tilfældighed ved faste antagelser: de siger, hvor meget svaret kan flytte sig, når samme "
                            "model køres igen med andet tilfælde. De dækker ikke, at en antagelse kan være forkert, og ikke det, modellen ikke kan. {}",
                            paired_da),
                fmt::format("The intervals (95 %) cover chance only, at fixed assumptions: they say how far the answer may move when the same model is "
                            "run again with other chance. They do not cover that an assumption may be wrong, nor what the model cannot do. {}",
                            paired_en)};
    return {fmt::format("Intervallerne (95 %) dækker tilfældighed og antagelser: hver gentagelse er en fremtid, hvor {} antagne værdier er trukket "
                        "fra deres intervaller, ens i alle alternativer. En dom gælder gennemsnittet over disse fremtider. Intervallerne dækker ikke "
                        "det, modellen ikke kan, og ikke antagelser, der står fast. {}",
                        report.drawn, paired_da),
            fmt::format("The intervals (95 %) cover chance and assumptions: every replication is a future in which {} assumed values are drawn from "
                        "their ranges, the same in all options. A verdict is about the mean over these futures. The intervals do not cover what the "
                        "model cannot do, nor assumptions that stay. {}",
                        report.drawn, paired_en)};
}

Text words_on_futures()
{
    return {fmt::format("Valget er den gennemsnitlige forskel over fremtider. sd er spredningen fra én fremtid til en anden: hvad antagelser og hvad "
                        "tilfælde flytter den. Samme fortegn: fremtider, hvis forskel går samme vej som gennemsnittet, tilfælde medregnet (95 %-interval), "
                        "ud af dem, hvor forskellen ikke er præcis nul. "
                        "Hvad tilfælde alene afgør, læses som «{}», når gennemsnittet over fremtider ikke siger det samme, eller når fortegnet uden tilfælde "
                        "holder i under {:.0f} % af fremtiderne.",
                        depends_label().da, 100 * enough_futures),
            fmt::format("The choice is the mean difference over futures. sd is the spread from one future to another: what assumptions and what chance "
                        "move it by. Same sign: futures whose difference goes the way of the mean, chance included (95 % interval), of those where "
                        "it is not exactly zero. What chance alone "
                        "decides reads \"{}\" when the mean over futures does not say the same, or when the sign without chance holds in fewer than "
                        "{:.0f} % of futures.",
                        depends_label().en, 100 * enough_futures)};
}

FutureWords in_words(const FutureSplit& split, const KpiDifference& difference, Language language)
{
    const FigureStyle style = figure_style(difference, language);
    FutureWords words;
    words.choice = fmt::format("{} {}", signed_figure(split.choice, style), style.difference_unit);
    words.assumptions = figure(std::sqrt(split.assumption_variance), style);
    words.chance = figure(std::sqrt(split.chance_variance), style);
    words.share = split.assumption_share ? percent(*split.assumption_share) : "–";
    const bool has_sign = std::isfinite(split.sign_by_assumptions);
    words.sign = has_sign ? fmt::format("{}/{} ({:.0f}–{})", split.same_sign, split.n - split.zeros, 100 * split.same_sign_share.low, percent(split.same_sign_share.high)) : "–";
    if (split.zeros > 0) words.sign += fmt::format(", {} {}", split.zeros, Label{"nul", "zero"}.in(language));
    const bool tie = split.by_futures == Verdict::tie && !split.depends; // its mean has a sign by chance
    words.sign_by_assumptions = tie || !has_sign ? "–" : percent(split.sign_by_assumptions);
    words.by_chance = word_or_dash(split.said_by_chance, language);
    words.by_futures = split.depends ? std::string(depends_label().in(language)) : word_or_dash(split.said_by_futures, language);
    return words;
}

std::string futures_section(const ReportOption& option, Language language)
{
    if (option.futures.empty()) return {};
    const auto say = [&](Label words) { return escaped(words.in(language)); };
    std::string out = fmt::format("<section><h2>{}</h2><div class=\"wide\"><table><thead><tr><th scope=\"col\">{}</th>",
                                  say({"Valg, antagelser og tilfælde", "Choice, assumptions and chance"}), say({"Mål", "Goal"}));
    for (const Label& label : future_columns) out += fmt::format("<th scope=\"col\" class=\"n\">{}</th>", say(label));
    out += "</tr></thead><tbody>";
    for (const FutureSplit& split : option.futures) {
        const KpiDifference* d = find_difference(option.kpis, split.kpi->id);
        if (d == nullptr || !d->goal) continue;
        const FutureWords words = in_words(split, *d, language);
        out += fmt::format("<tr><th scope=\"row\">{}</th>", say(split.kpi->label));
        for (const std::string* cell : {&words.choice, &words.assumptions, &words.chance, &words.share, &words.sign, &words.sign_by_assumptions,
                                        &words.by_chance, &words.by_futures})
            out += fmt::format("<td class=\"n\">{}</td>", escaped(*cell));
        out += "</tr>";
    }
    return out + fmt::format("</tbody></table></div><p>{}</p></section>", escaped(words_on_futures().in(language)));
}

} // namespace samspil
