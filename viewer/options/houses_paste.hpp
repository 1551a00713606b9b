// SPDX-License-Identifier: MPL-2.0
// A block from a spreadsheet read as edits of houses. Reading changes nothing: a person sees what fits and what does
// not before it becomes a step.
#pragma once

#include "viewer/options/houses.hpp"

namespace samspil::viewer {

/// A cell, or a row (column 1) or heading, that was not taken. Rows and columns count from 1 in the block.
struct PasteProblem {
    int row = 0, column = 0;
    std::string text; ///< of the cell as it may be shown; empty when it looked like a CPR number
    Text message, hint;
};

struct Paste {
    std::vector<HouseEdit> edits; ///< cells that fit and change something
    std::vector<PasteProblem> problems;
    std::size_t cells = 0;    ///< cells with something in them, besides headings and names of houses
    std::size_t same = 0;     ///< of them, as they were
    std::size_t left_out = 0; ///< of them, not taken; each is told of in `problems`, by itself, its row or its heading
    bool has_header = false;
    bool whole() const { return problems.empty(); }
};

/// Tabs or semicolons between cells; the first column names the house by name or id. With a header the columns are
/// found by name, in any order; without one they are those of the table from `first` on. Empty cells say nothing.
/// Numbers as Danes write them (1.234,0), ja/nej. `cells == edits.size() + same + left_out`, always.
Paste read_paste(const Scenario& base, const HouseEdits& now, std::string text, std::optional<Day> date,
                 HouseColumn first);

/// "12 celler ændret, 3 uændret, 2 ikke taget".
Text paste_in_words(const Paste& paste);

} // namespace samspil::viewer
