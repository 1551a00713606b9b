// SPDX-License-Identifier: MPL-2.0
#include "viewer/app/screenshot.hpp"

#include "viewer/app/raster.hpp"
#include "viewer/chart/paper.hpp"

#include <cfloat>

namespace samspil::viewer {

std::vector<Problem> take_screenshot(const Screenshot& what, DeskSettings settings, const std::vector<std::string>& results)
{
    ImGui::CreateContext();
    set_up_imgui();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(what.width), static_cast<float>(what.height)};
    io.DeltaTime = 1.0F / 60;
    io.MousePos = {-FLT_MAX, -FLT_MAX};
    std::vector<Problem> problems;
    {
        settings.store.look_again_seconds = 0;
        Desk desk(std::move(settings));
        desk.open(results);
        desk.settle();
        desk.await_pairs(what.pairs);
        const Image image = rasterised(*ImGui::GetDrawData());
        write_png(what.path, image.width, image.height, image.rgba);
        problems = desk.library().problems;
    }
    ImGui::DestroyContext();
    return problems;
}

} // namespace samspil::viewer
