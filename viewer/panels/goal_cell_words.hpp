// SPDX-License-Identifier: MPL-2.0
// What one goal of one option says, in the wordings that a cell chooses from by its room.
#pragma once

#include "viewer/data/overview.hpp"

#include <string>
#include <vector>

namespace samspil::viewer {

struct CellWords {
    std::string mark;     ///< "▲", "▼", "△", "▽", "≈", "↕", "=" as `arrow` has them, "" undetermined
    std::string number;
    std::vector<std::string> units; ///< the longest first; the last is empty
    std::string word;     ///< "bedre", "dårligere", "uafgjort", "uafklaret", "uden god retning", "ikke bestemt"
    std::string short_word; ///< for little room; mostly the same
    std::vector<std::string> intervals; ///< "−0,3 til +0,1" and shorter, or why there is none
    std::string share;    ///< "bedre i 18 af 20"; without a verdict "18 af 20 højere"
    std::string limit, short_limit; ///< with a verdict: "grænse 0,5" and "gr. 0,5", in the unit of the number
};
CellWords cell_words(const KpiDifference& difference, Language language);

/// Everything about the cell in lines, for pointing at it.
std::string cell_tip(const KpiDifference& difference, Language language);

/// "▲ +1,2 procentpoint" with one of its units.
std::string figure_with(const CellWords& words, const std::string& unit);
/// What may stand after the word, the fullest first; with it from where a difference counts.
std::vector<std::string> interval_wordings(const CellWords& words);

} // namespace samspil::viewer
