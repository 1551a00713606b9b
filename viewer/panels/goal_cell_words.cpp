// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/goal_cell_words.hpp"

#include "viewer/words/common.hpp"
#include "viewer/words/overview.hpp"

#include "engine/io/figures.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

std::string say(Label label, Language language) { return std::string(label.in(language)); }

/// "bedre i 18 af 20", also of more pairs than dots; where no direction is good "18 af 20 højere".
std::string share_in_words(const KpiDifference& d, const DifferenceWords& words, Language language)
{
    if (d.verdict && !d.by_pair.empty()) {
        const bool up = d.kpi->direction == Direction::higher_is_better;
        const auto better = std::count_if(d.by_pair.begin(), d.by_pair.end(), [up](double v) { return up ? v > 0 : v < 0; });
        return say(label_of(Verdict::better), language) + " " + say(words::in_pairs, language) + " " + std::to_string(better) + " " + say(words::of, language) + " " +
               std::to_string(d.by_pair.size());
    }
    if (!d.share_above) return "";
    // "18 af 20 gentagelser" without its last word, which the note says.
    return words.share_above.substr(0, words.share_above.rfind(' ')) + " " + say(words::higher, language);
}

} // namespace

CellWords cell_words(const KpiDifference& d, Language language)
{
    const DifferenceWords words = in_words(d, language);
    CellWords cell;
    if (!d.difference) {
        cell.word = words.number;
        return cell;
    }
    cell.number = words.number;
    cell.units = {" " + words.unit};
    if (d.kpi->unit == "share") cell.units.push_back(" " + say(words::percentage_points_short, language));
    cell.units.emplace_back();
    cell.mark = std::string(arrow(d));
    cell.word = cell.short_word = say(finding_label(d).value_or(words::no_good_direction), language);
    if (d.verdict && finding_of(d) == Finding::below_limit) cell.short_word = say(words::below_limit_short, language);
    cell.intervals = {is_fixed(d) ? say(words::fixed_difference, language) : words.interval};
    if (!is_fixed(d)) {
        const FigureStyle style = figure_style(d, language);
        cell.intervals.push_back(signed_figure(*d.ci_low, style) + "; " + signed_figure(*d.ci_high, style));
    }
    cell.share = share_in_words(d, words, language);
    if (d.verdict) {
        cell.limit = say(words::limit, language) + " " + words.limit;
        cell.short_limit = say(words::limit_short, language) + " " + words.limit;
    }
    return cell;
}

std::string cell_tip(const KpiDifference& d, Language language)
{
    const DifferenceWords words = in_words(d, language);
    const auto line = [&](Label what, const std::string& value) { return "\n" + say(what, language) + ": " + value; };
    std::string tip = say(d.kpi->label, language) + " (" + say(d.kpi->description, language) + ")";
    tip += line(words::base, words.base) + line(words::paired_difference, words.difference);
    if (d.difference) tip += line(words::interval_95, words.interval);
    if (!words.share_above.empty()) tip += line(words::above_base, words.share_above);
    tip += line(words::least_that_matters, words.relevance);
    tip += line(words::verdict, !words.verdict.empty() ? words.verdict
                                                       : say(d.difference ? words::no_good_direction : words::not_determined, language));
    if (d.kpi->rests_on_scores) tip += "\n" + say(words::rests_on_scores, language);
    return tip;
}

std::string figure_with(const CellWords& words, const std::string& unit) { return words.mark + " " + words.number + unit; }

std::vector<std::string> interval_wordings(const CellWords& words)
{
    std::vector<std::string> wordings;
    if (!words.limit.empty())
        for (const std::string& interval : words.intervals)
            for (const std::string& limit : {words.limit, words.short_limit}) wordings.push_back(interval + " · " + limit);
    wordings.insert(wordings.end(), words.intervals.begin(), words.intervals.end());
    return wordings;
}

} // namespace samspil::viewer
