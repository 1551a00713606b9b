// SPDX-License-Identifier: MPL-2.0
// Marks that several panels share: frames with titles, axes, curves with bands, quantile dots, intervals, bars, legends.
#pragma once

#include "viewer/chart/scale.hpp"
#include "viewer/chart/theme.hpp"

#include "engine/base/text.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace samspil::viewer {

struct Axis {
    Scale scale;
    Ticks ticks;
    std::string unit; ///< said once, above the axis
};

struct Axes {
    Rect plot; ///< where curves go
    Axis x, y;
};

/// A value axis from figures, with the marks of the language.
std::string tick_words(const Ticks& ticks, double value, Language language);

/// Draws grid and labels of a value axis to the left of `plot`; zero is stronger than the rest.
void draw_value_axis(Canvas& canvas, const Theme& theme, Rect plot, const Axis& axis, Language language);
/// Width that the labels of the axis need.
double value_axis_width(const Canvas& canvas, const Theme& theme, const Ticks& ticks, Language language);

/// Weeks as time: labels below `plot` at new years, fewer where they do not fit. `start_year_week` as year of week 0.
struct TimeTick {
    double week = 0;
    std::string words; ///< "2023"
};
void draw_time_axis(Canvas& canvas, const Theme& theme, Rect plot, const Scale& x, std::span<const TimeTick> ticks);

/// One curve with its bands; all spans equally long, NaN leaves a gap.
struct Curve {
    std::vector<double> x, middle, low50, high50, low90, high90; ///< bands may be empty
    Colour colour;
    Dash dash = Dash::solid;
};
void draw_curve(Canvas& canvas, Rect plot, const Scale& x, const Scale& y, const Curve& curve, double width);

/// Quantiles of the pairs as dots stacked in columns over a scale with its zero line, the interval of the mean below.
struct DotFigure {
    std::vector<double> dots; ///< sorted
    double low = 0, high = 0, mean = 0;
    Colour colour;
    bool hollow = false; ///< too few pairs, or more to come
};
void draw_dots(Canvas& canvas, const Theme& theme, Rect area, const Scale& x, const DotFigure& figure);

/// "● Tre distrikter" one after another, on as many lines as needed; the height used.
struct LegendEntry {
    std::string words;
    Colour colour;
    Marker marker = Marker::disc;
};
double draw_legend(Canvas& canvas, const Theme& theme, Rect area, std::span<const LegendEntry> entries);

/// A small rounded label; its width.
double draw_chip(Canvas& canvas, const Theme& theme, Point at, std::string_view words, Colour back, Colour ink);

} // namespace samspil::viewer
