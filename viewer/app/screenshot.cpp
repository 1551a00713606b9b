// SPDX-License-Identifier: MPL-2.0
#include "viewer/app/screenshot.hpp"

#include "viewer/app/named.hpp"
#include "viewer/app/raster.hpp"
#include "viewer/chart/paper.hpp"

#include <cfloat>

namespace samspil::viewer {
namespace {

/// What was asked for and is there under another spelling, and a week beyond the end. Throws UsageError.
void name_as_asked(Desk& desk, const State& asked)
{
    const State named = as_named(asked, desk.library());
    if (named.base != asked.base) desk.act(SetBase{named.base});
    if (named.option != asked.option) desk.act(FocusOption{named.option});
    if (named.week != asked.week) desk.act(SetWeek{named.week});
    desk.settle();
}

/// The context goes whatever happens.
struct Context {
    Context() { ImGui::CreateContext(); }
    ~Context() { ImGui::DestroyContext(); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
};

} // namespace

std::vector<Problem> take_screenshot(const Screenshot& what, DeskSettings settings, const std::vector<std::string>& results)
{
    const Context context;
    set_up_imgui();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(what.width), static_cast<float>(what.height)};
    io.DeltaTime = 1.0F / 60;
    io.MousePos = {-FLT_MAX, -FLT_MAX};
    std::vector<Problem> problems;
    {
        settings.store.look_again_seconds = 0;
        State asked = settings.start;
        if (settings.typical_week) asked.week = 0;
        Desk desk(std::move(settings));
        desk.open(results);
        desk.settle();
        desk.await_pairs(what.pairs);
        const Library& library = desk.library(); // where a file is not read, that is told
        if (!library.results.empty() && library.problems.empty()) name_as_asked(desk, asked);
        const Image image = rasterised(*ImGui::GetDrawData());
        write_png(what.path, image.width, image.height, image.rgba);
        problems = desk.library().problems;
    }
    return problems;
}

} // namespace samspil::viewer
