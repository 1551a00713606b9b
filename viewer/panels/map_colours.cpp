// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/map_colours.hpp"

#include "viewer/words/map.hpp"

#include <algorithm>
#include <cmath>

namespace samspil::viewer {
namespace {

constexpr double lightest = 0.10, darkest = 0.72; // shares of the hue: the least level still shows, words stay readable

} // namespace

MapRange map_range(const std::vector<AreaValues>& areas, MapMode mode)
{
    MapRange range;
    bool first = true;
    for (const AreaValues& area : areas) {
        for (const std::optional<double>& level : {area.values.base, area.values.option}) {
            if (!level) continue;
            range.low = first ? *level : std::min(range.low, *level);
            range.high = first ? *level : std::max(range.high, *level);
            first = false;
        }
        const std::optional<KpiDifference>& d = area.values.difference;
        if (d && d->difference) {
            range.most = std::max(range.most, std::abs(*d->difference));
            range.found[static_cast<std::size_t>(*finding_of(*d))] = true;
        }
        range.any_undetermined = range.any_undetermined || (mode == MapMode::difference ? !d || !d->difference : !area.values.base);
    }
    return range;
}

int sense_of(const KpiDifference& d)
{
    if (finding_of(d) != Finding::decided) return 0;
    return *d.difference > 0 ? 1 : -1;
}

Colour sense_colour(const Theme& theme, const Kpi& kpi, int sense)
{
    if (sense == 0) return theme.tie;
    return (sense > 0) == (kpi.direction != Direction::lower_is_better) ? theme.better : theme.worse;
}

Label sense_word(const Kpi& kpi, int sense)
{
    if (kpi.direction != Direction::none) return label_of((sense > 0) == (kpi.direction == Direction::higher_is_better) ? Verdict::better : Verdict::worse);
    if (kpi.unit == "persons") return sense > 0 ? words::map::more : words::map::fewer;
    return sense > 0 ? words::map::higher : words::map::lower;
}

Label difference_word(const Kpi& kpi, const KpiDifference& d)
{
    const Finding finding = *finding_of(d);
    return finding == Finding::decided ? sense_word(kpi, sense_of(d)) : label_of(finding);
}

std::string grey_words(const std::array<bool, 4>& found, Language language)
{
    std::string words;
    for (const auto& [finding, mark] : {std::pair{Finding::tie, "≈"}, std::pair{Finding::undecided, "↕"}, std::pair{Finding::below_limit, "△▽"}}) {
        if (!found[static_cast<std::size_t>(finding)]) continue;
        words += (words.empty() ? "" : ", ") + std::string(mark) + " " + std::string(label_of(finding).in(language));
    }
    return words;
}

Colour level_colour(const Theme& theme, const MapRange& range, std::optional<double> level)
{
    if (!level) return theme.panel;
    const double share = range.high > range.low ? (*level - range.low) / (range.high - range.low) : 0.5;
    return mixed(theme.panel, theme.accent, lightest + (darkest - lightest) * share);
}

Colour difference_colour(const Theme& theme, const Kpi& kpi, const MapRange& range, const std::optional<KpiDifference>& d)
{
    if (!d || !d->difference) return theme.panel;
    const int sense = sense_of(*d);
    if (sense == 0) return mixed(theme.panel, theme.tie, 0.22);
    const double share = range.most > 0 ? std::abs(*d->difference) / range.most : 0;
    return mixed(theme.panel, sense_colour(theme, kpi, sense), 0.25 + (darkest - 0.25) * share);
}

} // namespace samspil::viewer
