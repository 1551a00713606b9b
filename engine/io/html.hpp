// SPDX-License-Identifier: MPL-2.0
// Small pieces of HTML: escaped text and the marks that quantities are drawn with.
#pragma once

#include "engine/experiment/comparison.hpp"

#include <string>
#include <string_view>

namespace samspil {

/// Safe as element content and inside quoted attributes; control characters become U+FFFD.
std::string escaped(std::string_view text);

/// Class of a verdict in the page's style sheet: "better", "worse", "tie".
std::string_view colour_class(const KpiDifference& difference);

/// Twenty quantile dots (fewer pairs: one dot each), the interval of the mean and the line of no difference as inline
/// SVG with a text twin. Empty when the difference is undetermined.
std::string difference_figure(const KpiDifference& difference, Language language);

} // namespace samspil
