// SPDX-License-Identifier: MPL-2.0
// A panel is one figure three ways: drawn on any canvas, as a table of words, and as a sentence. Screen, paper and text
// twin are made from it, so none of them can say what the others do not.
#pragma once

#include "viewer/chart/plots.hpp"
#include "viewer/panels/late.hpp"
#include "viewer/state/actions.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace samspil::viewer {

/// The numbers of a panel as people read them. Every row has as many cells as there are headings.
struct Table {
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows;
};

/// Somewhere on the picture that can be pointed at: what it says, and what a click (or Enter) does.
struct Spot {
    Rect area;
    std::string tip;             ///< may be empty
    std::vector<Action> actions; ///< may be empty: only a tip
    // Where it matters which point of the area it is (a curve, a map, a handle to drag); used in place of the above.
    std::function<std::string(Point)> tip_at{};
    std::function<std::vector<Action>(Point)> click{};
    std::function<std::vector<Action>(Point)> drag{}; ///< while the button is held
    /// Opened by the right button, or by a click or Enter where a click does nothing else.
    struct Entry {
        std::string words;
        Action action;
    };
    std::vector<Entry> menu{};
};

struct Panel {
    std::string id;       ///< "overview.goals"; names files of an export
    std::string title;
    std::string note;     ///< under the title: what is compared, what the marks are; may be empty
    std::string sentence; ///< the figure in one or two sentences
    Table table;
    std::shared_ptr<const Late<Table>> late_table; ///< in place of `table` where it takes time
    double least_width = 240, least_height = 120; ///< of the picture in units at text scale 1; below, the view scrolls
    /// Draws inside the area, title excluded, and says where it can be pointed at. Empty: only words.
    std::function<std::vector<Spot>(Canvas&, const Theme&, Rect)> draw;
    std::size_t title_lines = 3; ///< most lines of the title; what does not fit in them is cut
};

/// The table of the panel, made now where it was not yet.
const Table& table_of(const Panel& panel);

/// Background, title, note and picture; returns the spots. The window and paper both use it.
std::vector<Spot> draw_panel(Canvas& canvas, const Theme& theme, Rect area, const Panel& panel);
/// Height that title, note and margins take above and below the picture.
double panel_overhead(const Canvas& canvas, const Theme& theme, double width, const Panel& panel);

/// Title, sentence and table as plain text lines of at most `columns` characters where the words allow.
std::string text_of(const Panel& panel, std::size_t columns);
/// As a spreadsheet opens it: `;` and a byte order mark in Danish, `,` in English; cells that begin like a formula get
/// an apostrophe.
std::string csv_of(const Panel& panel, Language language);
/// For the clipboard: tabs between cells.
std::string tsv_of(const Panel& panel);

} // namespace samspil::viewer
