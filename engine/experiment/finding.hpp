// SPDX-License-Identifier: MPL-2.0
// What an interval says against zero and against the limit, finer than a verdict: a tie that is shown is not one more
// replication away from being decided, and a sure difference may be too small to matter. The words are said here, once,
// for screens, pages and the viewer.
#pragma once

#include "engine/experiment/comparison.hpp"

#include <optional>
#include <string_view>

namespace samspil {

/// The limit is the smallest difference that matters (KpiDifference::relevance).
enum class Finding {
    decided,     ///< zero lies outside the interval, and the difference is no smaller than the limit
    below_limit, ///< zero lies outside the interval, which has the limit within: the direction is sure, the size may be either side
    tie,         ///< the whole interval lies inside the limit: shown to be too small to matter
    undecided,   ///< the interval holds zero and reaches beyond the limit: more replications may tell
};

std::string_view id_of(Finding finding); ///< "decided", "below_limit", "tie", "undecided"
/// "uafgjort"/"tie" ...; of `decided` "afgjort"/"decided", where a verdict has no word of its own.
Label label_of(Finding finding);
/// The same in a sentence, where a direction is said beside it: "størrelse uafklaret"/"size undecided" of `below_limit`.
Label short_label_of(Finding finding);

/// Of any difference, with or without a good direction; nothing when it is not determined. A verdict of better or worse is
/// `decided` or `below_limit`, a verdict of tie is `tie` or `undecided`.
std::optional<Finding> finding_of(const KpiDifference& difference);

/// A win or a loss that may be called one: the verdict is `sort` and the difference is no smaller than its limit.
bool is_clearly(const KpiDifference& difference, Verdict sort);

/// `other` where it is worse, and by more times its limit than `worst` (null: none yet), else `worst`; clear or not.
const KpiDifference* worse_of(const KpiDifference* worst, const KpiDifference* other);

/// "bedre"/"better" where that is clear, else what the interval says; of a difference without a verdict nothing.
std::optional<Label> finding_label(const KpiDifference& difference);

/// "▲" up, "▼" down; hollow "△" and "▽" where that is sure but below the limit; "≈" a tie, "↕" undecided, "=" exactly
/// equal; empty when not determined.
std::string_view arrow(const KpiDifference& difference);

} // namespace samspil
