// SPDX-License-Identifier: MPL-2.0
// The desk without a window: frames on demand, keyboard and mouse by hand.
#pragma once

#include "tests/support/made_result.hpp"

#include "viewer/app/desk.hpp"

#include <cfloat>
#include <string>
#include <vector>

namespace samspil::viewer {

/// Dear ImGui 1.86 takes its input from io; one change of a key or button a frame.
class Driver {
public:
    explicit Driver(std::vector<std::string> paths, State start = {}, int width = 1366, int height = 768, double look_again = 0,
                    std::size_t kept_bytes = StoreSettings().kept_bytes)
    {
        ImGui::CreateContext();
        set_up_imgui();
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
        io.DeltaTime = 1.0F / 60;
        io.MousePos = {-FLT_MAX, -FLT_MAX};
        DeskSettings settings;
        settings.start = std::move(start);
        settings.store.look_again_seconds = look_again;
        settings.store.kept_bytes = kept_bytes;
        settings.export_folder = folder / "figurer";
        desk = std::make_unique<Desk>(std::move(settings));
        desk->open(paths);
        desk->settle();
    }
    ~Driver()
    {
        desk.reset();
        ImGui::DestroyContext();
    }
    Driver(const Driver&) = delete;
    Driver& operator=(const Driver&) = delete;

    void frame()
    {
        desk->prepare();
        desk->frame();
    }
    void frames(int n)
    {
        for (int i = 0; i < n; ++i) frame();
    }
    void click(double x, double y)
    {
        ImGuiIO& io = ImGui::GetIO();
        io.MousePos = {static_cast<float>(x), static_cast<float>(y)};
        frames(2);
        io.MouseDown[0] = true;
        frame();
        io.MouseDown[0] = false;
        frames(3);
    }
    /// `key`: a number of ImGuiKey, or a capital letter with Ctrl.
    void press(int key, bool ctrl = false, bool shift = false)
    {
        ImGuiIO& io = ImGui::GetIO();
        io.KeyCtrl = ctrl;
        io.KeyShift = shift;
        io.KeysDown[key] = true;
        frame();
        io.KeysDown[key] = false;
        frame();
        io.KeyCtrl = io.KeyShift = false;
        frame();
    }
    void type(const std::string& words)
    {
        ImGui::GetIO().AddInputCharactersUTF8(words.c_str());
        frames(3);
    }

    made::Folder folder;
    std::unique_ptr<Desk> desk;
};

/// Three results of the made town that can be paired.
inline std::vector<std::string> made_results(const made::Folder& folder, int count = 3)
{
    std::vector<std::string> paths;
    for (int i = 0; i < count; ++i) {
        Scenario scenario = made::town();
        scenario.id = "town-" + std::to_string(i);
        scenario.title = {"Alternativ " + std::to_string(i), "Option " + std::to_string(i)};
        std::vector<ReplicationResult> replications;
        for (int r = 0; r < 4; ++r) {
            replications.push_back(made::replication(scenario, r));
            for (double& kpi : replications.back().kpis) kpi += 0.01 * i * r;
        }
        ResultHead head;
        head.scenario = &scenario;
        head.replications = 4;
        paths.push_back(folder / ("town-" + std::to_string(i) + ".h5"));
        write_result(paths.back(), head, replications);
    }
    return paths;
}

} // namespace samspil::viewer
