// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/overview_words.hpp"

#include "viewer/panels/compared.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/overview.hpp"

#include "engine/experiment/decomposition.hpp"
#include "engine/io/figures.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil::viewer {

std::string may_change_words(const OverviewOption& option, Language language)
{
    const std::string pairs = std::to_string(option.pairs);
    const std::string of_wanted = option.replications < option.wanted ? fmt::format("{} {} {}", pairs, words::of.in(language), option.wanted) : pairs;
    const bool one = option.replications < option.wanted ? option.wanted == 1 : option.pairs == 1;
    return fmt::format("{} {} – {}", of_wanted, (one ? words::one_replication : words::replications).in(language), words::may_change.in(language));
}

std::string base_words(const Overview& overview, std::size_t goal, Language language)
{
    const KpiDifference* least_sure = nullptr;
    double widest = -1;
    for (const OverviewOption& option : overview.options) {
        const KpiDifference& d = option.goals[goal].difference;
        if (!d.difference || *d.ci_high - *d.ci_low <= widest) continue;
        widest = *d.ci_high - *d.ci_low;
        least_sure = &d;
    }
    KpiDifference level = least_sure == nullptr ? overview.levels[goal] : *least_sure;
    level.base = overview.levels[goal].base;
    return in_words(level, language).base;
}

namespace {

/// "A: +1.334 personer uden kørsel, 36 % lavere andel i klub · ", for each option whose goals do not say all.
std::string other_side_words(const Overview& overview, Language language)
{
    std::string words;
    for (const OverviewOption& option : overview.options) {
        for (std::size_t i = 0; i < option.other_side.size(); ++i)
            words += (i == 0 ? option.letter + ": " : ", ") + option.other_side[i].in(language);
        if (!option.other_side.empty()) words += " · ";
    }
    return words;
}

} // namespace

std::string note_of(const Overview& overview, Language language)
{
    const auto say = [&](Label label) { return std::string(label.in(language)); };
    const std::string run = fmt::format("{}{} {} · {} {}", overview.replications < overview.wanted ? fmt::format("{} {} ", overview.replications, say(words::of)) : "",
                                        overview.wanted, say(overview.wanted == 1 ? words::one_replication : words::replications), overview.weeks, say(words::weeks));
    const std::string early = overview.early ? fmt::format("{} {} {} · ", say(words::early), overview.weeks, say(words::weeks)) : "";
    if (overview.options.empty()) return run;
    const bool worst = std::string_view(overview.sentence.in(language)).find(language == Language::da ? "ærst" : "orst") != std::string_view::npos; // a word of the sentence
    // What the uncertainty is comes first: a note of one line says it.
    return early + fmt::format("{}: {} · {}{} {}, {} · {} · {}{}", early.empty() ? capitalised(words::intervals_cover.in(language)) : say(words::intervals_cover), say(overview.covers),
                               other_side_words(overview, language), say(words::difference_to), overview.base.in(language), say(words::paired), run, say(words::limit_is), worst ? " · " + say(words::worst_is) : "");
}

std::string marks_of(const Overview& overview, Uncertainty uncertainty, Language language)
{
    const bool few = std::all_of(overview.options.begin(), overview.options.end(), [](const auto& o) { return o.pairs <= 20; });
    const Label mark = uncertainty == Uncertainty::band ? words::band_is : few ? words::dot_is_one : words::dot_is_twentieth;
    std::string marks = capitalised(mark.in(language));
    for (const Label& one : {words::line_is_zero, words::bar_is_interval, words::shade_is_limit}) marks += "; " + std::string(one.in(language));
    return marks + ".";
}

OptionWords option_words(const OverviewOption& option, std::string_view covers, Language language)
{
    OptionWords said;
    std::vector<KpiDifference> differences;
    for (const GoalCell& cell : option.goals) {
        const KpiDifference& d = cell.difference;
        const DifferenceWords words = in_words(d, language);
        const std::string why((d.difference ? words::no_good_direction : words::not_determined).in(language));
        said.goals.push_back({words.base, words.difference, words.interval, words.share_above.empty() ? "–" : words.share_above, words.relevance,
                              words.verdict.empty() ? why : words.verdict});
        differences.push_back(d);
    }
    said.sentence = headline(option.title, differences, nullptr, covers).in(language);
    return said;
}

OverviewWords option_words(const Overview& overview, Language language)
{
    OverviewWords words;
    for (const OverviewOption& option : overview.options) words.push_back(std::make_shared<const OptionWords>(option_words(option, overview.covers_id, language)));
    return words;
}

Table table_of(const Overview& overview, const OverviewWords& words, Language language)
{
    const auto say = [&](Label label) { return std::string(label.in(language)); };
    Table table{{say(words::goal), say(words::option), say(words::base), say(words::paired_difference), say(words::interval_95), say(words::above_base),
                 say(words::least_that_matters), say(words::verdict)},
                {}};
    table.rows.reserve(overview.levels.size() * std::max<std::size_t>(1, overview.options.size()));
    for (std::size_t g = 0; g < overview.levels.size(); ++g) {
        const std::string goal = say(overview.levels[g].kpi->label);
        if (overview.options.empty()) table.rows.push_back({goal, "–", base_words(overview, g, language), "–", "–", "–", "–", "–"});
        for (std::size_t i = 0; i < overview.options.size(); ++i) {
            std::vector<std::string>& row = table.rows.emplace_back();
            row.reserve(table.headings.size());
            row.push_back(goal);
            row.push_back(overview.options[i].letter + "  " + overview.options[i].title.in(language));
            row.insert(row.end(), words[i]->goals[g].begin(), words[i]->goals[g].end());
        }
    }
    return table;
}

std::string sentence_of(const Overview& overview, const OverviewWords& words, Language language)
{
    std::string text;
    for (std::size_t i = 0; i < overview.options.size(); ++i) {
        const OverviewOption& option = overview.options[i];
        text += (text.empty() ? "" : " ") + option.letter + ": " + words[i]->sentence;
        if (option.may_change()) text += " (" + may_change_words(option, language) + ".)";
    }
    return text;
}

} // namespace samspil::viewer
