// SPDX-License-Identifier: MPL-2.0
// What is looked at: one plain value. Views read it, actions change it (actions.hpp), and nothing else does; a screen is
// a pure function of library and state.
#pragma once

#include "engine/base/text.hpp"
#include "viewer/state/bench.hpp"

#include <compare>
#include <optional>
#include <cstdint>
#include <string>
#include <vector>

namespace samspil::viewer {

enum class Screen { overview, difference, map, centre, economy, volunteers, lives, assumptions, houses, whatif };
inline constexpr int screen_count = 10;
std::string_view id_of(Screen screen);         ///< "overview" ..., as --screen takes it
Label label_of(Screen screen);                 ///< "Overblik"/"Overview" ...

enum class LookChoice { light, dark, contrast };
enum class Uncertainty { dots, band };
enum class Show { difference, absolute };

/// Habits that live on between sessions.
struct Habits {
    Language language = Language::da;
    LookChoice look = LookChoice::light;
    double text_scale = 1; ///< 0.75..3
    bool single_keys = true; ///< shortcuts without Ctrl
    bool calm = false;       ///< nothing moves by itself
    bool operator==(const Habits&) const = default;
};

/// How the table of houses is looked at, and from when its edits hold.
struct HouseLook {
    HouseFilter filter;
    HouseColumn sort = HouseColumn::name;
    bool sorted = false, descending = false;
    std::optional<Day> date; ///< nothing: from the beginning
    bool operator==(const HouseLook&) const = default;
};

struct State {
    Screen screen = Screen::overview;
    Habits habits;
    bool meeting = false; ///< few levers, large text, a log of moves

    // What is compared. Keys of results; empty: the first, and all others.
    std::string base;
    std::vector<std::string> hidden; ///< options left out
    std::string option;              ///< the one in focus where a screen shows one; empty: the first shown
    std::string goal;                ///< KPI in focus; empty: the first goal
    std::string series;              ///< difference: weekly measure (data/weekly.hpp); empty: that of the goal
    std::vector<std::string> goals;  ///< order and choice of goals; empty: those of the base
    Show show = Show::difference;
    Uncertainty uncertainty = Uncertainty::dots;
    bool runs = false;               ///< show single replications
    bool as_table = false;           ///< the text twin in place of the picture

    // Time: weeks of the counted period, 0 = its first week.
    int week = 0;
    bool playing = false;

    // Drill-down: municipality > district > centre > person. Empty or 0: not chosen.
    std::string district;
    int centre = 0;            ///< key
    std::uint64_t person = 0;
    int offer = 0;             ///< index of the offer shown, 0 = all (or the first where one is needed)
    std::string measure;       ///< map: what fills the areas (data/map_measures.hpp); empty: the first
    std::string areas;         ///< map: id of the dimension filled; empty: small areas
    double wipe = 0.5;         ///< map: share of the width that shows the base
    std::string account;       ///< economy: account in focus
    double stress = 0;         ///< volunteers: share of the most active who stop, 0..0.5
    int lives_list = 0;        ///< life courses: 0 most changed, 1 not changed, 2 + cause
    std::string register_words; ///< assumptions: only rows that hold these words
    int register_tag = -1;     ///< assumptions: only this Evidence; -1 = all
    bool register_all = false; ///< assumptions: choices that do not differ, too

    Bench bench; ///< options being built
    HouseLook houses;

    // Over the screen.
    bool palette = false, help = false, text_twin = false, export_menu = false;
    bool quit = false; ///< the window is to close
    bool operator==(const State&) const = default;
};

inline constexpr double smallest_text = 0.75, largest_text = 3;
inline constexpr double meeting_text = 1.5; ///< at least, so that a room can read it

/// Text size as shown: what was chosen, larger in a meeting.
inline double text_scale_of(const State& state)
{
    return state.meeting && state.habits.text_scale < meeting_text ? meeting_text : state.habits.text_scale;
}

} // namespace samspil::viewer
