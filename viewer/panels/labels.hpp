// SPDX-License-Identifier: MPL-2.0
// Words beside points, none over another: each takes the first free place near its point, or none.
#pragma once

#include "viewer/chart/canvas.hpp"

#include <optional>
#include <vector>

namespace samspil::viewer {

class LabelPlaces {
public:
    explicit LabelPlaces(Rect area) : area_(area) {}
    /// Keeps a place free of words.
    void keep_free(Rect taken) { taken_.push_back(taken); }
    /// Right, left, above or below a symbol; the place is taken then.
    std::optional<Rect> beside(Point symbol, double radius, double width, double height);
    /// Centred on the point.
    std::optional<Rect> over(Point middle, double width, double height);

private:
    std::optional<Rect> take(Rect place);
    Rect area_;
    std::vector<Rect> taken_;
};

} // namespace samspil::viewer
