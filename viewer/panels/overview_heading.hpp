// SPDX-License-Identifier: MPL-2.0
// The head of an option's column on the overview: mark, letter and title, how many goals go which way, and whether it is
// among the best.
#pragma once

#include "viewer/data/overview.hpp"
#include "viewer/panels/panel.hpp"

#include <string>

namespace samspil::viewer {

struct OptionHeading {
    const OverviewOption& option;
    std::size_t number; ///< colour and marker: 0 the base
    std::string place;  ///< "bedst på flest mål"; empty: it is not among the best
    Language language = Language::da;
};

/// On four lines or more: title on up to two, then the counts in as many words as have room.
void draw_roomy_heading(Canvas& canvas, const Theme& theme, Rect box, const OptionHeading& heading);

/// On two lines: the title first, the place beside it or beside the counts.
void draw_low_heading(Canvas& canvas, const Theme& theme, Rect box, const OptionHeading& heading);

/// Title and counts whole, and what may still change.
std::string heading_tip(const OptionHeading& heading);

/// Whether the words have room on so many lines without being cut.
bool stands_whole(const Canvas& canvas, const std::string& words, const TextStyle& style, double width, std::size_t lines);

} // namespace samspil::viewer
