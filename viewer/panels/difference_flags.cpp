// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/difference_flags.hpp"

#include "viewer/data/time_words.hpp"
#include "viewer/words/difference.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

constexpr std::size_t most_lines = 8; ///< changes of an option named when a flag is pointed at

const Flag& flag_of(const Difference& model, std::size_t line, int week)
{
    const auto& flags = model.lines[line].flags;
    return *std::find_if(flags.begin(), flags.end(), [&](const Flag& flag) { return flag.week == week; });
}

} // namespace

std::vector<FlagWeek> flag_weeks(const Difference& model)
{
    std::map<int, FlagWeek> by_week;
    for (std::size_t line = 0; line < model.lines.size(); ++line)
        for (const Flag& flag : model.lines[line].flags)
            if (flag.week < model.weeks) by_week[flag.week].lines.push_back(line);
    std::vector<FlagWeek> weeks;
    for (auto& [week, found] : by_week) {
        found.week = week;
        weeks.push_back(std::move(found));
    }
    return weeks;
}

int flag_rows(std::span<const FlagWeek> weeks)
{
    if (weeks.empty()) return 0;
    const bool several = std::any_of(weeks.begin(), weeks.end(), [&](const FlagWeek& w) { return w.lines != weeks.front().lines; });
    return several ? 2 : 1;
}

std::string flag_label(const Difference& model, const FlagWeek& week, Language language)
{
    const std::size_t options = model.lines.empty() ? 0 : model.lines.size() - 1;
    std::string letters;
    std::size_t changes = 0;
    bool alike = true;
    const Flag& first = flag_of(model, week.lines.front(), week.week);
    for (const std::size_t line : week.lines) {
        const Flag& flag = flag_of(model, line, week.week);
        letters += (letters.empty() ? "" : ", ") + model.lines[line].letter;
        changes += flag.words.size();
        alike = alike && flag.label == first.label;
    }
    const std::string what = alike ? first.label.in(language) : fmt::format("{} {}", changes, words::interventions.in(language));
    return options > 1 ? letters + ": " + what : what;
}

std::string flag_names(const Difference& model, const FlagWeek& week, Language language)
{
    const std::size_t options = model.lines.empty() ? 0 : model.lines.size() - 1;
    std::string names;
    for (const std::size_t line : week.lines) {
        const Flag& flag = flag_of(model, line, week.week);
        std::string own;
        for (const Text& words : flag.words) own += (own.empty() ? "" : ", ") + words.in(language);
        names += (names.empty() ? "" : "; ") + (options > 1 ? model.lines[line].letter + ": " : std::string()) + own;
    }
    return names;
}

std::string flag_tip(const Difference& model, const FlagWeek& week, Language language)
{
    std::string tip;
    for (const std::size_t line : week.lines) {
        const Flag& flag = flag_of(model, line, week.week);
        if (!tip.empty()) tip += "\n";
        tip += model.lines[line].letter + "  " + model.lines[line].title.in(language) + ": " + flag.label.in(language);
        for (std::size_t i = 0; i < flag.words.size() && i < most_lines; ++i) tip += "\n" + flag.words[i].in(language);
        if (flag.words.size() > most_lines) tip += "\n" + fmt::format(fmt::runtime(words::and_more.in(language)), flag.words.size() - most_lines);
    }
    return tip;
}

std::vector<Spot> draw_flags(Canvas& canvas, const Theme& theme, const FlagPlot& at, const Difference& model, const Result& base, Language language)
{
    const std::vector<FlagWeek> weeks = flag_weeks(model);
    const int rows = flag_rows(weeks);
    const double step = theme.px(13), pole = theme.px(14);
    struct Placed {
        const FlagWeek* week;
        double x, end; ///< of the marks
        int row;
    };
    std::vector<Placed> placed;
    std::array<double, 2> ends{-1e9, -1e9}, said = ends; // marks and words of the rows so far
    for (const FlagWeek& week : weeks) {
        const double x = at.x.at(week.week);
        // Where it cuts no words, else the row that has most room.
        const std::size_t row = rows == 1 || x >= said[0] ? 0 : x >= said[1] || said[1] < said[0] ? 1 : 0;
        const double end = std::max(x, ends[row]) + theme.px(4) + step * static_cast<double>(week.lines.size());
        placed.push_back({&week, x, end, static_cast<int>(row)});
        ends[row] = end;
        said[row] = end + theme.px(6) + canvas.text_width(flag_label(model, week, language), theme.small_text());
    }
    std::vector<Spot> spots;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const Placed& p = placed[i];
        const double top = at.y + p.row * at.row, middle = top + theme.px(6), first = p.end - step * static_cast<double>(p.week->lines.size());
        canvas.segment({p.x, at.plot.y}, {p.x, at.plot.bottom()}, theme.faint, 1, Dash::dotted);
        canvas.segment({p.x, top}, {p.x, top + pole}, theme.ink, theme.px(1.5));
        for (std::size_t k = 0; k < p.week->lines.size(); ++k)
            draw_marker(canvas, option_marker(p.week->lines[k]), {first + step * (static_cast<double>(k) + 0.5), middle}, theme.px(4.5), option_colour(theme, p.week->lines[k]));
        double room = at.right - p.end - theme.px(6);
        for (std::size_t j = i + 1; j < placed.size(); ++j)
            if (placed[j].row == p.row) {
                room = placed[j].x - p.end - theme.px(6);
                break;
            }
        const TextStyle style = theme.small_text();
        const std::string names = flag_names(model, *p.week, language);
        const std::string label = canvas.text_width(names, style) <= room ? names : flag_label(model, *p.week, language);
        const double shown = room >= theme.px(50) ? std::min(room, canvas.text_width(label, style)) : 0;
        if (shown > 0) canvas.text({p.end + theme.px(3), middle - theme.small / 2}, fitted(canvas, label, style, room), style);
        Spot spot;
        spot.area = {p.x - theme.px(3), top, p.end - p.x + theme.px(6) + shown, at.row};
        spot.tip = week_words(base, p.week->week, language) + "\n" + flag_tip(model, *p.week, language);
        spot.actions = {SetWeek{p.week->week}};
        spots.push_back(std::move(spot));
    }
    return spots;
}

} // namespace samspil::viewer
