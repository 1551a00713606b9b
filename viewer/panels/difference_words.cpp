// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/difference_words.hpp"

#include "viewer/data/time_words.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/difference.hpp"
#include "viewer/words/overview.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

std::string say(Label label, Language language) { return std::string(label.in(language)); }

std::string value_words(double value, Show show, const FigureStyle& style)
{
    return show == Show::difference ? signed_figure(value, style) : figure(value, style);
}

/// The measure, and that it is not the goal where it is not.
std::string measure_words(const WeeklyChoice& choice, Language language)
{
    const std::string words = words_of(choice).in(language);
    switch (choice.stands) {
    case Stands::related: return fmt::format(fmt::runtime(words::not_by_week.in(language)), words);
    case Stands::part: return fmt::format(fmt::runtime(words::part_of_goal.in(language)), words);
    case Stands::asked:
    case Stands::goal: break;
    }
    return words;
}

} // namespace

std::size_t front_of(const Difference& difference, const std::string& option)
{
    for (std::size_t i = 1; i < difference.lines.size(); ++i)
        if (difference.lines[i].key == option) return i;
    return difference.lines.size() > 1 ? 1 : 0;
}

const WeeklySpread& shown_of(const DifferenceLine& line, Show show) { return show == Show::difference ? line.difference : line.level; }

std::string name_of(const DifferenceLine& line, Language language)
{
    return line.letter.empty() ? say(words::base, language) : line.letter + "  " + line.title.in(language);
}

FigureStyle style_for(double largest, Language language)
{
    FigureStyle style;
    style.language = language;
    style.decimals = largest > 0 ? std::clamp(2 - static_cast<int>(std::floor(std::log10(largest))), 0, 4) : 0;
    return style;
}

FigureStyle style_of(const Difference& difference, Show show, Language language)
{
    double largest = 0;
    for (const DifferenceLine& line : difference.lines)
        for (const double v : shown_of(line, show).middle)
            if (std::isfinite(v)) largest = std::max(largest, std::abs(v));
    return style_for(largest, language);
}

std::string week_value(const WeeklySpread& spread, int week, Show show, const FigureStyle& style)
{
    const auto w = static_cast<std::size_t>(std::max(week, 0));
    if (w >= spread.middle.size() || !std::isfinite(spread.middle[w])) return {};
    return fmt::format("{} ({}: {} {} {})", value_words(spread.middle[w], show, style), say(words::ninety, style.language),
                       value_words(spread.low90[w], show, style), say(words::to, style.language), value_words(spread.high90[w], show, style));
}

std::string difference_title(const Difference& difference, Show show, Language language)
{
    std::string what = measure_words(difference.choice, language);
    if (what.front() >= 'a' && what.front() <= 'z') what.front() = static_cast<char>(what.front() - 'a' + 'A');
    if (show == Show::absolute || difference.lines.size() < 2) return what;
    const bool da = language == Language::da;
    return what + ", " + std::string(say(words::difference_from, language)) + (da ? " «" : " “") + difference.lines.front().title.in(language) + (da ? "»" : "”");
}

std::string may_change_words(const DifferenceLine& line, Language language)
{
    if (!line.may_change()) return {};
    const std::string count = line.pairs < line.wanted ? fmt::format("{} {} {}", line.pairs, words::of.in(language), line.wanted) : std::to_string(line.pairs);
    const int counted = std::max(line.pairs, line.wanted);
    return fmt::format("{} {} – {}", count, (counted == 1 ? words::one_replication : words::replications).in(language), words::may_change.in(language));
}

std::string difference_note(const Difference& difference, const DifferenceLook& look)
{
    const Language language = look.language;
    const DifferenceLine& front = difference.lines[front_of(difference, look.option)];
    std::string note = difference.choice.stands == Stands::related ? say(words::other_direction, language) + " · " : "";
    note += fmt::format("{}: {} · {} {} {}", say(words::in_front, language), name_of(front, language), say(words::bands_of, language), front.pairs,
                                   say(front.pairs == 1 ? words::one_replication : words::replications, language));
    if (const std::string change = may_change_words(front, language); !change.empty()) note += " · " + change;
    if (look.show == Show::difference) note += " · " + say(words::paired_short, language);
    note += " · " + (difference.window > 1 ? fmt::format(fmt::runtime(words::moving_mean.in(language)), difference.window) : say(words::unsmoothed, language));
    return note + " · " + say(words::intervals_cover, language) + ": " + say(difference.covers, language);
}

std::string difference_sentence(const Difference& difference, const Result& base, const DifferenceLook& look)
{
    const Language language = look.language;
    const FigureStyle style = style_of(difference, look.show, language);
    const std::string unit(difference.choice.measure->unit.in(language));
    std::string text = fmt::format("{}, {}, {}:", measure_words(difference.choice, language), unit, week_words(base, look.week, language));
    for (const DifferenceLine& line : difference.lines) {
        const std::string value = week_value(shown_of(line, look.show), look.week, look.show, style);
        if (!value.empty()) text += fmt::format(" {}: {} {}.", name_of(line, language), say(words::median, language), value);
    }
    return text;
}

Table difference_table(const Difference& difference, const Result& base, Show show, Language language)
{
    Table table{{say(words::week, language), say(words::date, language)}, {}};
    const FigureStyle style = style_of(difference, show, language);
    const std::string unit(difference.choice.measure->unit.in(language));
    std::vector<const WeeklySpread*> spreads;
    for (const DifferenceLine& line : difference.lines) {
        const WeeklySpread& spread = shown_of(line, show);
        if (spread.middle.empty()) continue;
        spreads.push_back(&spread);
        const std::string name = name_of(line, language);
        table.headings.push_back(fmt::format("{}: {}, {}", name, say(words::median, language), unit));
        for (const char* share : {"5 %", "25 %", "75 %", "95 %"}) table.headings.push_back(fmt::format("{}: {}", line.letter.empty() ? name : line.letter, share));
    }
    for (int week = 0; week < difference.weeks; ++week) {
        const auto w = static_cast<std::size_t>(week);
        std::vector<std::string> row{std::to_string(week + 1), date_words(base, week, language)};
        for (const WeeklySpread* s : spreads) {
            const bool there = w < s->middle.size() && std::isfinite(s->middle[w]);
            for (const std::vector<double>* column : {&s->middle, &s->low90, &s->low50, &s->high50, &s->high90})
                row.push_back(there ? value_words((*column)[w], show, style) : "–");
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace samspil::viewer
