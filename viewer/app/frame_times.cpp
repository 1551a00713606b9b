// SPDX-License-Identifier: MPL-2.0
#include "viewer/app/frame_times.hpp"

#include "engine/stats/quantiles.hpp"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <ctime>
#include <ostream>
#include <thread>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

/// Processor time of this thread: what a frame costs however busy the machine is.
double processor_ms()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

double milliseconds(FrameClock::duration time) { return std::chrono::duration<double, std::milli>(time).count(); }

void one_frame(const FrameScript& script, Desk& desk)
{
    if (script.draw) return script.draw(desk);
    desk.prepare();
    desk.frame();
}

/// The pointer goes over the whole screen in loops, the wheel turns back and forth.
void move_pointer(const FrameScript& script, int frame)
{
    ImGuiIO& io = ImGui::GetIO();
    const double turn = frame * 0.13;
    io.MousePos = {static_cast<float>(script.width * (0.55 + 0.4 * std::sin(turn))), static_cast<float>(script.height * (0.5 + 0.45 * std::sin(1.7 * turn)))};
    io.MouseWheel = frame % 12 == 0 ? (frame % 24 == 0 ? 1.0F : -1.0F) : 0.0F;
}

struct Times {
    std::vector<double> processor, frames, behind;
};

Times times_of(const FrameScript& script, Desk& desk, Screen screen)
{
    Times times;
    desk.act(GoTo{screen});
    for (int i = 0; i < 10; ++i) { // what the screen asks for is read before it is timed
        one_frame(script, desk);
        desk.store().wait();
    }
    const int weeks = weeks_of(desk.library(), desk.state());
    for (int i = 0; i < script.frames; ++i) {
        move_pointer(script, i);
        if (i % 4 == 3) desk.act(SetWeek{(i * 7) % std::max(1, weeks)});
        if (i % 50 == 49) desk.act(SetShow{desk.state().show == Show::difference ? Show::absolute : Show::difference});
        const auto begun = FrameClock::now();
        const double work = processor_ms();
        one_frame(script, desk);
        times.processor.push_back(processor_ms() - work);
        times.frames.push_back(milliseconds(FrameClock::now() - begun));
        times.behind.push_back(desk.behind_ms());
        std::this_thread::sleep_until(begun + std::chrono::microseconds(16667)); // what runs behind gets the rest, as in use
    }
    return times;
}

std::string line_of(std::string_view name, Times times)
{
    std::string line = fmt::format("{:<12}", name);
    for (std::vector<double>* one : {&times.processor, &times.frames}) {
        std::sort(one->begin(), one->end());
        line += fmt::format(" {:>8.2f} {:>8.2f} {:>8.2f}", quantile_of_sorted(*one, 0.5), quantile_of_sorted(*one, 0.95), one->back());
    }
    return line + fmt::format(" {:>8.2f}\n", *std::max_element(times.behind.begin(), times.behind.end()));
}

/// Frames until some result is there and shown; says when.
void await_first_picture(const FrameScript& script, Desk& desk, std::ostream& out)
{
    one_frame(script, desk);
    out << fmt::format("first frame {:.0f} ms after the start\n", milliseconds(FrameClock::now() - script.started)) << std::flush;
    const auto nothing_yet = [&] { return desk.library().results.empty() && desk.library().problems.empty() && !desk.library().busy(); };
    while (desk.library().results.empty() && (desk.library().busy() || nothing_yet()) && desk.state().bench.base.empty()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        one_frame(script, desk);
        if (milliseconds(FrameClock::now() - script.started) > 60000) break;
    }
    one_frame(script, desk); // with the result
    out << fmt::format("first picture of a result {:.0f} ms after the start\n", milliseconds(FrameClock::now() - script.started)) << std::flush;
    std::vector<double> processor, frames, behind;
    while (desk.library().busy()) {
        const auto begun = FrameClock::now();
        const double work = processor_ms();
        one_frame(script, desk);
        processor.push_back(processor_ms() - work);
        frames.push_back(milliseconds(FrameClock::now() - begun));
        behind.push_back(desk.behind_ms());
        std::this_thread::sleep_until(begun + std::chrono::microseconds(16667)); // as on a screen of 60 frames a second
    }
    out << fmt::format("all {} results read {:.0f} ms after the start\n", desk.library().results.size(), milliseconds(FrameClock::now() - script.started));
    if (!processor.empty()) out << fmt::format("{} frames meanwhile, as below:\n", processor.size()) << line_of(id_of(desk.state().screen), {processor, frames, behind});
    out << std::flush;
}

} // namespace

void time_frames(const FrameScript& script, Desk& desk, std::ostream& out)
{
    await_first_picture(script, desk, out);
    if (script.pairs > 0) {
        desk.settle(); // the base is read
        desk.await_pairs(script.pairs);
    }
    out << fmt::format("milliseconds a frame, {} frames a screen: processor time of the window's thread, then time on the clock\n"
                       "{:<12} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8}\n", script.frames, "screen", "median", "95 %", "longest", "median", "95 %", "longest", "behind");
    for (int i = 0; i < screen_count; ++i) {
        const auto screen = static_cast<Screen>(i);
        out << line_of(id_of(screen), times_of(script, desk, screen)) << std::flush;
    }
}

std::vector<Problem> time_frames_without_window(FrameScript script, DeskSettings settings, const std::vector<std::string>& results, std::ostream& out)
{
    ImGui::CreateContext();
    set_up_imgui();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(script.width), static_cast<float>(script.height)};
    io.DeltaTime = 1.0F / 60;
    io.MousePos = {-FLT_MAX, -FLT_MAX};
    script.draw = nullptr;
    std::vector<Problem> problems;
    {
        Desk desk(std::move(settings));
        desk.open(results);
        time_frames(script, desk, out);
        problems = desk.library().problems;
    }
    ImGui::DestroyContext();
    return problems;
}

} // namespace samspil::viewer
