// SPDX-License-Identifier: MPL-2.0
#include "viewer/views/views.hpp"

namespace samspil::viewer {

void apply_style(const Theme& theme)
{
    ImGuiStyle style;
    const auto px = [&](double units) { return static_cast<float>(theme.px(units)); };
    style.WindowPadding = {px(10), px(8)};
    style.FramePadding = {px(8), px(4)};
    style.ItemSpacing = {px(8), px(6)};
    style.ItemInnerSpacing = {px(6), px(4)};
    style.CellPadding = {px(6), px(3)};
    style.ScrollbarSize = px(14);
    style.GrabMinSize = px(14);
    style.FrameRounding = style.PopupRounding = style.GrabRounding = style.ChildRounding = px(4);
    style.ScrollbarRounding = px(4);
    style.WindowRounding = 0;
    style.WindowBorderSize = 0;
    const auto same = [](Colour a, Colour b) { return a.r == b.r && a.g == b.g && a.b == b.b; };
    const bool alike = same(theme.raised, theme.panel);
    style.FrameBorderSize = alike ? 1.0F : 0.0F; // edges where surfaces are all alike
    const auto set = [&](ImGuiCol what, Colour colour) { style.Colors[what] = floating(colour); };
    const Colour hovered = mixed(theme.raised, theme.accent, 0.18), pressed = mixed(theme.raised, theme.accent, 0.35);
    set(ImGuiCol_Text, theme.ink);
    set(ImGuiCol_TextDisabled, theme.faint);
    set(ImGuiCol_WindowBg, theme.window);
    set(ImGuiCol_ChildBg, theme.window.with_alpha(0));
    set(ImGuiCol_PopupBg, theme.panel);
    set(ImGuiCol_Border, theme.border);
    set(ImGuiCol_FrameBg, theme.raised);
    set(ImGuiCol_FrameBgHovered, hovered);
    set(ImGuiCol_FrameBgActive, pressed);
    set(ImGuiCol_ScrollbarBg, theme.window);
    set(ImGuiCol_ScrollbarGrab, theme.border);
    set(ImGuiCol_ScrollbarGrabHovered, theme.faint);
    set(ImGuiCol_ScrollbarGrabActive, theme.accent);
    set(ImGuiCol_CheckMark, theme.accent);
    set(ImGuiCol_SliderGrab, theme.accent);
    set(ImGuiCol_SliderGrabActive, theme.accent);
    set(ImGuiCol_Button, theme.raised);
    set(ImGuiCol_ButtonHovered, hovered);
    set(ImGuiCol_ButtonActive, pressed);
    set(ImGuiCol_Header, hovered);
    set(ImGuiCol_HeaderHovered, hovered);
    set(ImGuiCol_HeaderActive, pressed);
    set(ImGuiCol_Separator, theme.border);
    set(ImGuiCol_Tab, theme.raised);
    set(ImGuiCol_TabHovered, hovered);
    set(ImGuiCol_TabActive, pressed);
    set(ImGuiCol_TableHeaderBg, theme.raised);
    set(ImGuiCol_TableBorderStrong, theme.border);
    set(ImGuiCol_TableBorderLight, theme.grid);
    set(ImGuiCol_TableRowBg, theme.panel);
    set(ImGuiCol_TableRowBgAlt, theme.raised);
    set(ImGuiCol_TextSelectedBg, theme.accent.with_alpha(0.3));
    set(ImGuiCol_NavHighlight, theme.accent);
    set(ImGuiCol_ModalWindowDimBg, {0, 0, 0, 90});
    set(ImGuiCol_PlotHistogram, theme.accent);
    ImGui::GetStyle() = style;
}

} // namespace samspil::viewer
