// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/compared.hpp"

#include "viewer/data/time_words.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/house.hpp"

#include "engine/io/figures.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil::viewer {

std::vector<std::string> Compared::names() const
{
    std::vector<std::string> all;
    for (std::size_t i = 0; i < results.size(); ++i) all.push_back(name(i));
    return all;
}

std::vector<LegendEntry> Compared::legend(const Theme& theme) const
{
    std::vector<LegendEntry> entries;
    for (std::size_t i = 0; i < results.size(); ++i) entries.push_back({name(i), option_colour(theme, i), option_marker(i)});
    return entries;
}

std::string Compared::key() const
{
    std::string all = language == Language::da ? "da" : "en";
    for (const Result* result : results) all += "|" + result->key;
    return all;
}

bool Compared::few() const
{
    return std::any_of(results.begin(), results.end(), [](const Result* r) { return static_cast<std::size_t>(r->replications) < enough_pairs; });
}

Compared compared_of(const Library& library, const State& state)
{
    Compared compared;
    compared.language = state.habits.language;
    const Result* base = base_of(library, state);
    if (base == nullptr) return compared;
    compared.results.push_back(base);
    const Result* focus = option_of(library, state);
    for (const Result* option : options_of(library, state)) {
        if (option == focus) compared.focus = compared.results.size();
        compared.results.push_back(option);
    }
    return compared;
}

Colour verdict_colour(const Theme& theme, const KpiDifference& difference)
{
    if (finding_of(difference) != Finding::decided) return theme.tie;
    if (!difference.verdict) return theme.ink;
    return *difference.verdict == Verdict::better ? theme.better : theme.worse;
}

std::string arrow_and_number(const KpiDifference& difference, Language language)
{
    const DifferenceWords words = in_words(difference, language);
    const std::string_view mark = arrow(difference);
    return mark.empty() ? words.number : fmt::format("{} {}", mark, words.number);
}

std::string whole_difference(const KpiDifference& difference, Language language)
{
    const DifferenceWords words = in_words(difference, language);
    if (!difference.difference) return words.difference;
    std::string all = fmt::format("{} ({})", words.difference, words.interval);
    if (!words.verdict.empty()) all += ", " + words.verdict;
    if (difference.verdict) all += fmt::format("; {} {}", words::limit.in(language), words.relevance);
    return all;
}

std::string capitalised(std::string_view words)
{
    std::string out(words);
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 32);
    return out;
}

std::string ended(std::string words)
{
    if (!words.ends_with('.')) words += '.';
    return words;
}

std::string in_one_line(std::string_view lines)
{
    std::string out;
    for (const char c : lines) c == '\n' ? out += "; " : out += c;
    return out;
}

std::vector<TimeTick> year_ticks(const Result& result)
{
    std::vector<TimeTick> ticks;
    for (int week = 0; week < result.metadata.weeks; ++week) {
        const int year = year_of(result, week);
        if (week == 0 || year != year_of(result, week - 1)) ticks.push_back({static_cast<double>(week), std::to_string(year)});
    }
    return ticks;
}

std::string paired_note(const Compared& compared)
{
    std::string note(words::paired_note.in(compared.language));
    if (compared.few()) note += fmt::format(" {}", words::few_runs.in(compared.language));
    return note;
}

} // namespace samspil::viewer
