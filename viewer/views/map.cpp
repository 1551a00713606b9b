// SPDX-License-Identifier: MPL-2.0
// The map: what to fill areas by, the land with its houses, and the houses as a list.
#include "viewer/views/views.hpp"

#include "viewer/panels/map_panel.hpp"
#include "viewer/views/board.hpp"
#include "viewer/views/controls.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/map.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

void choose_measure(Frame& frame, ControlRow& row)
{
    const auto measures = map_measures(map_dimension(frame.state.areas), frame.state.offer);
    const MapMeasure& now = find_measure(measures, frame.state.measure);
    std::vector<std::string> names;
    for (const MapMeasure& m : measures) names.push_back(frame.say(m.kpi->label));
    const auto at = std::find_if(measures.begin(), measures.end(), [&](const MapMeasure& m) { return m.id == now.id; });
    if (const auto chosen = row.choose_from("measure", names, static_cast<int>(at - measures.begin()), 220))
        frame.act(FocusMeasure{measures[static_cast<std::size_t>(*chosen)].id});
}

void choose_areas(Frame& frame, ControlRow& row, const Result& base)
{
    constexpr Dimension dimensions[] = {Dimension::neighbourhood, Dimension::area, Dimension::district};
    constexpr Label labels[] = {words::map::by_small_area, words::map::by_area, words::map::by_district};
    std::vector<std::string> names;
    std::vector<Dimension> there;
    int now = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        if (map_units(base, dimensions[i]).empty()) continue;
        if (dimensions[i] == map_dimension(frame.state.areas)) now = static_cast<int>(there.size());
        names.push_back(frame.say(labels[i]));
        there.push_back(dimensions[i]);
    }
    if (there.size() < 2) return;
    if (const auto chosen = row.choose_one("areas", names, now))
        frame.act(FocusAreas{std::string(dimension_table()[static_cast<std::size_t>(there[static_cast<std::size_t>(*chosen)])].id)});
}

void choose_offer(Frame& frame, ControlRow& row)
{
    std::vector<std::string> names{frame.say(words::map::all_offers)};
    for (const Offer offer : offers) names.push_back(frame.say(label_of(offer)));
    if (const auto chosen = row.choose_from("offer", names, frame.state.offer)) frame.act(FocusOffer{*chosen});
}

} // namespace

void map_view(Frame& frame)
{
    const Result* base = base_of(frame.library, frame.state);
    if (base == nullptr) return;
    const MapSides sides{base, option_of(frame.library, frame.state)};
    ControlRow row(frame, frame.area);
    breadcrumb(frame, row);
    option_controls(frame, row, true);
    choose_measure(frame, row);
    choose_areas(frame, row, *base);
    choose_offer(frame, row);
    const Rect area = row.below();
    const auto measures = map_measures(map_dimension(frame.state.areas), frame.state.offer);
    const Wishes wishes = map_wishes(sides, map_dimension(frame.state.areas), find_measure(measures, frame.state.measure));
    frame.wishes.series.insert(wishes.series.begin(), wishes.series.end());
    frame.wishes.groups.insert(wishes.groups.begin(), wishes.groups.end());
    if (!are_there(frame.library, wishes)) return show_wait(frame, area, "map.wait", words::map::map_of, wishes);
    // A result that is being made has the land of its scenario in all its answers.
    const auto shapes = base->outlines == nullptr ? frame.cache.kept("map.shapes." + base->key, [&] { return map_shapes(*base); })
                                                  : frame.cache.kept_of(base->outlines, "map.shapes", [&] { return map_shapes(*base); });
    std::shared_ptr<const MapPicture> picture;
    const auto seen = [&] {
        if (picture == nullptr) picture = std::make_shared<const MapPicture>(map_picture(frame.library, frame.state, sides, shapes));
        return picture;
    };
    const Panel& land = frame.cache.of("map.land", [&] { return map_panel(seen()); });
    const Panel& houses = frame.cache.of("map.houses", [&] { return map_houses_panel(seen()); });
    Rect left = area;
    if (area.width >= frame.px(900)) {
        const Rect right = left.take_right(frame.px(430));
        left.take_right(frame.px(12));
        show_panel(frame, right, houses);
    } else if (frame.state.as_table) {
        const Rect lower = left.take_bottom(area.height / 2);
        left.take_bottom(frame.px(8));
        show_panel(frame, lower, houses);
    }
    show_panel(frame, left, land);
}

} // namespace samspil::viewer
