// SPDX-License-Identifier: MPL-2.0
// Paired differences that have been worked out, so that a result that arrives costs its own comparison and no other.
#pragma once

#include "viewer/data/library.hpp"
#include "viewer/data/overview.hpp"

#include <map>
#include <utility>
#include <vector>

namespace samspil::viewer {

/// Results are immutable: a pair stays known while both are open. Keeps them alive meanwhile, so that no address comes again.
class KnownGoals {
public:
    /// What is open now; pairs of other results are forgotten.
    void look_at(const Library& library);
    /// As goal_differences, each of them a cell; kept where both results are open.
    const std::vector<GoalCell>& cells(const Result& base, const Result& option, std::span<const Goal> goals);

private:
    struct Pair {
        ResultPtr base, option; ///< null where it was not open
        std::vector<Goal> goals;
        std::vector<GoalCell> cells;
    };
    std::map<const Result*, ResultPtr> open_;
    std::map<std::pair<const Result*, const Result*>, Pair> pairs_;
    Pair passing_; ///< of a result that is not open
};

} // namespace samspil::viewer
