// SPDX-License-Identifier: MPL-2.0
#include "viewer/state/state.hpp"

#include <array>
#include <string_view>

namespace samspil::viewer {
namespace {

struct ScreenName {
    std::string_view id;
    Label label;
};

constexpr std::array<ScreenName, screen_count> screens{{
    {"overview", {"Overblik", "Overview"}},
    {"difference", {"Forskel over tid", "Difference over time"}},
    {"map", {"Kort", "Map"}},
    {"centre", {"Center", "Centre"}},
    {"economy", {"Økonomi", "Economy"}},
    {"volunteers", {"Frivillige", "Volunteers"}},
    {"lives", {"Borgerforløb", "Life courses"}},
    {"assumptions", {"Antagelser", "Assumptions"}},
    {"houses", {"Huse", "Houses"}},
    {"whatif", {"Prøv selv", "Try it"}},
}};

} // namespace

std::string_view id_of(Screen screen) { return screens[static_cast<std::size_t>(screen)].id; }
Label label_of(Screen screen) { return screens[static_cast<std::size_t>(screen)].label; }

} // namespace samspil::viewer
