// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/difference.hpp"

#include "viewer/data/time_words.hpp"

#include "viewer/data/overview.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

bool same(const InterventionRow& a, const InterventionRow& b)
{
    return a.date == b.date && a.type == b.type && a.centre == b.centre && a.to == b.to && a.area == b.area && a.words == b.words;
}

} // namespace

std::vector<Flag> flags_of(const Result& base, const Result& option)
{
    std::vector<Flag> flags;
    std::vector<InterventionRow> left = base.interventions;
    for (const InterventionRow& row : option.interventions) {
        const auto twin = std::find_if(left.begin(), left.end(), [&](const InterventionRow& other) { return same(row, other); });
        if (twin != left.end()) {
            left.erase(twin);
            continue;
        }
        const int week = std::max(0, row.week);
        if (flags.empty() || flags.back().week != week) flags.push_back({week, {}, row.label});
        flags.back().words.push_back(row.words);
        if (!(flags.back().label == row.label)) flags.back().label = {};
    }
    for (Flag& flag : flags) {
        const std::string n = std::to_string(flag.words.size());
        if (flag.label.da.empty()) flag.label = {n + " indsatser", n + " interventions"};
        else if (flag.words.size() > 1) flag.label = {flag.label.da + " (" + n + ")", flag.label.en + " (" + n + ")"};
    }
    return flags;
}

std::optional<Difference> make_difference(const Library& library, const Result& base, std::span<const Result* const> options, const WeeklyChoice& choice)
{
    Difference result;
    result.choice = choice;
    result.covers = covers_words(base);
    result.window = smoothing_of(base.metadata.weeks);
    const auto line_of = [&](const Result& one) -> std::optional<DifferenceLine> {
        auto levels = weekly_values(library, one.key, choice, result.window);
        if (!levels || levels->weeks == 0 || levels->replications == 0) return std::nullopt;
        DifferenceLine line;
        line.key = one.key;
        line.title = {title_of(one, Language::da), title_of(one, Language::en)};
        line.pairs = levels->replications;
        line.wanted = one.wanted;
        line.level = spread_of(*levels);
        line.levels = std::move(*levels);
        return line;
    };
    auto first = line_of(base);
    if (!first) return std::nullopt;
    result.weeks = first->levels.weeks;
    result.lines.push_back(std::move(*first));
    for (std::size_t i = 0; i < options.size(); ++i) {
        auto line = line_of(*options[i]);
        if (!line) continue;
        line->letter = letter_of(i);
        line->differences = paired(result.lines.front().levels, line->levels);
        line->pairs = line->differences.replications;
        line->difference = spread_of(line->differences);
        line->flags = flags_of(base, *options[i]);
        result.lines.push_back(std::move(*line));
    }
    return result;
}

} // namespace samspil::viewer
