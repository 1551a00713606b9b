// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/labels.hpp"

#include <algorithm>

namespace samspil::viewer {

std::optional<Rect> LabelPlaces::take(Rect place)
{
    const bool inside = place.x >= area_.x && place.y >= area_.y && place.right() <= area_.right() && place.bottom() <= area_.bottom();
    const bool free = std::none_of(taken_.begin(), taken_.end(), [&](const Rect& r) {
        return place.x < r.right() && r.x < place.right() && place.y < r.bottom() && r.y < place.bottom();
    });
    if (!inside || !free) return std::nullopt;
    taken_.push_back(place);
    return place;
}

std::optional<Rect> LabelPlaces::beside(Point s, double radius, double width, double height)
{
    const double gap = radius + 3;
    for (const Rect place : {Rect{s.x + gap, s.y - height / 2, width, height}, Rect{s.x - gap - width, s.y - height / 2, width, height},
                             Rect{s.x - width / 2, s.y - gap - height, width, height}, Rect{s.x - width / 2, s.y + gap, width, height}})
        if (const auto taken = take(place)) return taken;
    return std::nullopt;
}

std::optional<Rect> LabelPlaces::over(Point middle, double width, double height)
{
    return take({middle.x - width / 2, middle.y - height / 2, width, height});
}

} // namespace samspil::viewer
