// SPDX-License-Identifier: MPL-2.0
// Small pieces of HTML: escaped text and the marks that quantities are drawn with.
#pragma once

#include "engine/base/text.hpp"
#include "engine/experiment/comparison.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

/// Safe as element content and inside quoted attributes; control characters become U+FFFD.
std::string escaped(std::string_view text);

/// Class of a verdict in the page's style sheet: "better", "worse", "tie".
std::string_view colour_class(const KpiDifference& difference);

/// Twenty quantile dots (fewer pairs: one dot each), the interval of the mean and the line of no difference as inline
/// SVG with a text twin. Empty when the difference is undetermined.
std::string difference_figure(const KpiDifference& difference, Language language);

/// A column of a table: its heading, and whether it holds numbers (right-aligned).
struct PageColumn {
    Label heading;
    bool numeric = false;
};

/// The beginning of a table: heading cells with their scope, and an open body. The caller closes both.
std::string table_head(std::initializer_list<PageColumn> columns, Language language);

/// A list of sentences, escaped.
std::string bullet_list(const std::vector<Text>& lines, Language language);

/// "↕ uafklaret (rummer nul)" with the reason on a line of its own, for narrow columns; escaped.
std::string verdict_lines(const std::string& verdict);

} // namespace samspil
