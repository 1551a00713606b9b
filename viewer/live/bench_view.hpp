// SPDX-License-Identifier: MPL-2.0
// What the workbench shows: the base as read, every option with what is wrong in it, and how far the runs are. Made
// behind the screen; a view only takes a pointer.
#pragma once

#include "viewer/live/live_view.hpp"
#include "viewer/live/why_view.hpp"
#include "viewer/state/bench.hpp"

#include "engine/io/scenario_file.hpp"
#include "viewer/options/levers.hpp"

#include <memory>
#include <vector>

namespace samspil::viewer {

/// An option as the reader understands it.
struct DraftView {
    int slot = 0;
    std::shared_ptr<const LoadedScenario> loaded; ///< the newest version that could be read; null before
    Diagnostics found;                            ///< of the newest version
    bool current = false;                         ///< whether `loaded` is the newest version that was read
    Draft read;                                   ///< that version; the state may have a newer one that is being read
};

/// The explanation that was asked for; of one option against the base.
struct BenchWhy {
    int slot = 0;                       ///< 0: none is asked for, or the option cannot be read
    std::shared_ptr<const WhyView> now; ///< null: none
};

struct BenchView {
    std::shared_ptr<const LoadedScenario> base; ///< null: none, or it is being read
    Diagnostics base_found;
    std::vector<LeverKind> levers; ///< of the base
    std::vector<DraftView> drafts;
    std::shared_ptr<const LiveView> live; ///< never null
    BenchWhy why;
    int read_again = 0; ///< times the base was read again since its files had changed
    std::uint64_t version = 0;
};

} // namespace samspil::viewer
