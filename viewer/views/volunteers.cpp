// SPDX-License-Identifier: MPL-2.0
// Volunteers: hours wanted and agreed, people in and out, what rests on the most active, houses that depend on few.
#include "viewer/views/views.hpp"

#include "viewer/panels/volunteers.hpp"
#include "viewer/views/board.hpp"
#include "viewer/views/controls.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/volunteers.hpp"

#include <fmt/format.h>

namespace samspil::viewer {

void volunteers_view(Frame& frame)
{
    const Compared compared = compared_of(frame.library, frame.state);
    if (compared.results.empty()) return;
    ControlRow row(frame, frame.area);
    option_controls(frame, row, false);
    if (const auto share = row.slider("stress", frame.say(words::volunteers::stress_slider), frame.state.stress, 0, 0.5)) frame.act(SetStress{*share});
    const Rect area = row.below();
    const Wishes wishes = volunteer_wishes(compared.results);
    frame.wishes.series.insert(wishes.series.begin(), wishes.series.end());
    frame.wishes.groups.insert(wishes.groups.begin(), wishes.groups.end());
    if (!volunteers_are_there(frame.library, compared.results)) {
        const Result* const base[] = {compared.results.front()};
        return show_wait(frame, area, "volunteers.wait", label_of(Screen::volunteers), volunteer_wishes(base));
    }
    const auto numbers = frame.cache.kept("volunteers." + drawn_key(compared), [&] { return volunteers_over_time(frame.library, compared); });
    const double each = numbers->each;
    const std::string same = fmt::format("{}.{}", compared.focus, compared.key());
    const Panel& hours = frame.cache.of("volunteers.hours", [&] { return volunteer_hours_panel(numbers, compared, frame.state.week); });
    const Panel& kpis = frame.cache.resting_on(same, "volunteers.kpis", [&] { return volunteer_kpis_panel(compared); });
    const Panel& flow = frame.cache.resting_on(same, "volunteers.flow", [&] { return volunteer_flow_panel(numbers, compared); });
    const Panel& stress = frame.cache.of("volunteers.stress", [&] { return volunteer_stress_panel(frame.library, compared, frame.state, each); });
    const Panel& risk = frame.cache.of("volunteers.houses", [&] { return volunteer_risk_panel(frame.library, compared, frame.state, each); });
    show_board(frame, area, "volunteers", {{{{&hours, 1.1}, {&kpis, 1}}, 1}, {{{&risk, 1.25}, {&stress, 1}, {&flow, 1}}, 1}});
}

} // namespace samspil::viewer
