// SPDX-License-Identifier: MPL-2.0
#include "viewer/state/bench.hpp"

#include <algorithm>

namespace samspil::viewer {

Draft new_draft(const Bench& bench)
{
    Draft draft;
    const auto taken = [&](int slot) {
        return std::any_of(bench.drafts.begin(), bench.drafts.end(), [&](const Draft& d) { return d.slot == slot; });
    };
    while (taken(draft.slot)) ++draft.slot;
    draft.number = bench.drafts_made + 1;
    const std::string number = std::to_string(draft.slot);
    draft.option.base = bench.base;
    draft.option.title = {"Alternativ " + number, "Option " + number};
    return draft;
}

} // namespace samspil::viewer
