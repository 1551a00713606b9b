// SPDX-License-Identifier: MPL-2.0
#include "viewer/app/desk.hpp"

#include <set>

namespace samspil::viewer {

void set_up_imgui()
{
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    // A window's backend puts its own numbers here; without one a key is its own number.
    for (int key = 0; key < ImGuiKey_COUNT; ++key) io.KeyMap[key] = key;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
}

Desk::Desk(DeskSettings settings) : settings_(std::move(settings)), store_(settings_.store)
{
    if (settings_.font.empty()) settings_.font = SAMSPIL_FONT;
    if (settings_.bold_font.empty()) settings_.bold_font = SAMSPIL_BOLD_FONT;
    history_.start_from(settings_.start);
    library_ = store_.library();
    prepare();
}

bool Desk::prepare()
{
    const double scale = state().habits.text_scale * settings_.pixel_density;
    theme_ = theme_of(static_cast<Look>(state().habits.look), scale);
    if (scale == made_scale_) return false;
    made_scale_ = scale;
    const std::set<int> heights{static_cast<int>(theme_.small), static_cast<int>(theme_.body), static_cast<int>(theme_.heading),
                                static_cast<int>(theme_.large)};
    fonts_found_ = make_fonts(fonts_, settings_.font, settings_.bold_font, {heights.begin(), heights.end()});
    ImGui::GetIO().FontDefault = fonts_.of(theme_.body_text());
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
    return true;
}

void Desk::frame()
{
    library_ = store_.library();
    if (library_->version != library_shown_) restless_frames_ = 3;
    library_shown_ = library_->version;
    cache_.look_at(library_->version, history_.version());
    apply_style(theme_);
    ImGui::NewFrame();
    Frame frame{*library_, state(), theme_, fonts_, cache_, {}, {}, {}, {}, false, {}};
    shell_view(frame);
    ImGui::Render();
    shown_ = std::move(frame.shown);
    store_.want(frame.wishes);
    if (frame.dismiss_problems) store_.dismiss_problems();
    const std::uint64_t before = history_.version();
    for (const Action& action : frame.actions) act(action);
    // A change shows in the next frame, its layout in the one after.
    if (history_.version() != before) restless_frames_ = 3;
    else if (restless_frames_ > 0) --restless_frames_;
}

bool Desk::restless() const { return restless_frames_ > 0 || state().playing; }

void Desk::settle()
{
    for (int round = 0; round < 50; ++round) {
        for (int i = 0; i < 3; ++i) frame();
        // What these frames asked for has been read when the wait is over.
        store_.wait();
        if (store_.library()->version == library_->version && restless_frames_ == 0) return;
    }
}

} // namespace samspil::viewer
