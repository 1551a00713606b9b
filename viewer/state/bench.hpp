// SPDX-License-Identifier: MPL-2.0
// The workbench: up to five options being built on one scenario. A plain value inside the state, so that building can
// be undone like everything else; running it is the business of viewer/live.
#pragma once

#include "viewer/options/houses.hpp"
#include "viewer/options/option_file.hpp"

#include <string>
#include <vector>

namespace samspil::viewer {

inline constexpr std::size_t most_drafts = 5;

struct Draft {
    int slot = 1; ///< 1..most_drafts, its own as long as it lives: results of it are "live/<slot>"
    int number = 0; ///< its own for ever: no other option of the session ever has it
    OptionFile option;
    HouseEdits houses;
    bool operator==(const Draft&) const = default;
};

/// A line of the log of moves, which becomes an annex of the meeting's minutes.
struct Move {
    int draft = 0; ///< number of the option, which may be gone
    Text option;   ///< its title then
    Text words;
    bool operator==(const Move&) const = default;
};

struct Bench {
    std::string base; ///< path of the scenario; empty: nothing is built yet
    std::vector<Draft> drafts;
    std::size_t chosen = 0;
    int drafts_made = 0; ///< in the session, on every base
    std::vector<Move> moves; ///< of the session: none is ever taken out
    std::string why; ///< KPI whose difference is to be explained; empty: none
    bool why_begun = false; ///< the cost has been seen and said yes to
    bool paused = false;
    bool operator==(const Bench&) const = default;
    const Draft* draft() const { return chosen < drafts.size() ? &drafts[chosen] : nullptr; }
};

/// A new option on the base in the lowest free slot, named "Alternativ 2" or so, with the next number.
Draft new_draft(const Bench& bench);

} // namespace samspil::viewer
