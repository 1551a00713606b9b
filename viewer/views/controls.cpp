// SPDX-License-Identifier: MPL-2.0
#include "viewer/views/controls.hpp"

#include "viewer/data/places.hpp"
#include "viewer/words/common.hpp"
#include "viewer/data/overview.hpp"
#include "viewer/words/map.hpp"
#include "viewer/words/panel.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil::viewer {

namespace {

/// "Vist: ▲ B  Tre distrikter": the option in focus, with its mark and letter.
void say_option(Frame& frame, Rect line)
{
    const std::vector<const Result*> options = options_of(frame.library, frame.state);
    const Result* option = option_of(frame.library, frame.state);
    if (option == nullptr) return;
    const auto at = static_cast<std::size_t>(std::find(options.begin(), options.end(), option) - options.begin());
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    const TextStyle style = frame.theme.body_text();
    const double y = line.y + (line.height - style.size) / 2;
    const std::string said = frame.say(words::shown_option);
    canvas.text({line.x, y}, said, style);
    const double x = line.x + canvas.text_width(said, style) + frame.px(8);
    draw_marker(canvas, option_marker(at + 1), {x, line.middle_y()}, frame.px(5.5), option_colour(frame.theme, at + 1));
    const double words = x + frame.px(11);
    canvas.text({words, y}, fitted(canvas, letter_of(at) + "  " + title_of(*option, frame.language()), style, line.right() - words), style);
}

} // namespace

ControlRow::ControlRow(Frame& frame, Rect area, bool says_option) : frame_(frame), area_(area), x_(area.x), y_(area.y)
{
    if (!frame.flows) return;
    const std::string words = frame.say(words::choose_shown) + " ▾";
    ImGui::SetCursorScreenPos({static_cast<float>(x_), static_cast<float>(y_)});
    x_ += width_of(words) + frame.px(10);
    if (says_option) say_option(frame, {x_, y_, area.right() - x_, line()});
    if (viewer::button(frame, "controls", words)) ImGui::OpenPopup("controls");
    open_ = ImGui::BeginPopup("controls");
}

void ControlRow::close()
{
    if (open_) ImGui::EndPopup();
    open_ = false;
}

double ControlRow::width_of(const std::string& words) const
{
    return ImGui::CalcTextSize(words.c_str()).x + 2 * ImGui::GetStyle().FramePadding.x;
}

void ControlRow::next(double width)
{
    if (frame_.flows) return; // one below another in what is open
    if (x_ > area_.x && x_ + width > area_.right()) {
        x_ = area_.x;
        y_ += line() + frame_.px(6);
    }
    ImGui::SetCursorScreenPos({static_cast<float>(x_), static_cast<float>(y_)});
    x_ += width + frame_.px(10);
}

void ControlRow::words(const std::string& words)
{
    if (frame_.flows) return;
    next(ImGui::CalcTextSize(words.c_str()).x);
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(words.c_str());
}

std::optional<int> ControlRow::choose_one(const char* id, std::span<const std::string> words, int now)
{
    if (hidden()) return std::nullopt;
    double width = frame_.px(2) * static_cast<double>(words.size() - 1);
    for (const std::string& word : words) width += width_of(word);
    next(width);
    return viewer::choose_one(frame_, id, words, now);
}

std::optional<int> ControlRow::choose_from(const char* id, std::span<const std::string> words, int now, double least_width)
{
    if (hidden()) return std::nullopt;
    double width = frame_.px(least_width);
    for (const std::string& word : words) width = std::max(width, width_of(word) + line());
    width = std::min({width, frame_.px(380), area_.width});
    next(width);
    return viewer::choose_from(frame_, id, words, now, width);
}

std::optional<double> ControlRow::slider(const char* id, const std::string& words, double now, double low, double high)
{
    if (hidden()) return std::nullopt;
    const auto in_words = [&](double share) { return fmt::format("{}: {:.0f} %", words, share * 100); };
    const double text = ImGui::CalcTextSize(in_words(high).c_str()).x, width = std::min(frame_.px(220), area_.width);
    next(text + frame_.px(8) + width);
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(in_words(now).c_str());
    ImGui::SameLine(0, static_cast<float>(frame_.px(8)));
    auto value = static_cast<int>(std::lround(now * 100));
    ImGui::SetNextItemWidth(static_cast<float>(width));
    const bool moved = ImGui::SliderInt((std::string("##") + id).c_str(), &value, static_cast<int>(std::lround(low * 100)),
                                        static_cast<int>(std::lround(high * 100)), "", ImGuiSliderFlags_AlwaysClamp);
    return moved ? std::optional(value / 100.0) : std::nullopt;
}

void ControlRow::note(const std::string& words, const std::string& tip)
{
    close(); // words stay in sight
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame_.fonts);
    const TextStyle style = frame_.theme.small_text();
    Rect at{x_ + frame_.px(6), y_ + (line() - style.size) / 2, area_.right() - x_ - frame_.px(6), style.size};
    if (frame_.flows || canvas.text_width(words, style) > at.width) {
        at = {area_.x, y_ + line() + frame_.px(4), area_.width, style.size};
        noted_ = draw_wrapped(canvas, at, words, style, frame_.flows ? 1 : 4); // the tip has all of it
    } else {
        canvas.text({at.x, at.y}, words, style);
    }
    ImGui::SetCursorScreenPos({static_cast<float>(at.x), static_cast<float>(at.y)});
    ImGui::Dummy({static_cast<float>(at.width), static_cast<float>(std::max(noted_, at.height))});
    if (ImGui::IsItemHovered()) tooltip(frame_, frame_.flows ? words + "\n\n" + tip : tip);
}

bool ControlRow::button(const char* id, const std::string& words, bool chosen)
{
    if (hidden()) return false;
    next(width_of(words));
    return viewer::button(frame_, id, words, chosen);
}

Rect ControlRow::below()
{
    close();
    Rect rest = area_;
    rest.take_top(y_ - area_.y + line() + noted_ + frame_.px(10));
    return rest;
}

void option_controls(Frame& frame, ControlRow& row, bool with_show)
{
    const std::vector<const Result*> options = options_of(frame.library, frame.state);
    if (options.empty()) return;
    const Result* option = option_of(frame.library, frame.state);
    std::vector<std::string> titles;
    int now = 0;
    for (std::size_t i = 0; i < options.size(); ++i) {
        titles.push_back(title_of(*options[i], frame.language()));
        if (options[i] == option) now = static_cast<int>(i);
    }
    if (const auto chosen = row.choose_from("option", titles, now, 220)) frame.act(FocusOption{options[static_cast<std::size_t>(*chosen)]->key});
    if (!with_show) return;
    const std::string shows[] = {frame.say(words::difference), frame.say(words::absolute)};
    if (const auto chosen = row.choose_one("show", shows, frame.state.show == Show::difference ? 0 : 1))
        frame.act(SetShow{*chosen == 0 ? Show::difference : Show::absolute});
}

void breadcrumb(Frame& frame, ControlRow& row)
{
    const Result* base = base_of(frame.library, frame.state);
    if (base == nullptr) return;
    const CentreRow* centre = centre_of(*base, frame.state.centre);
    const std::string district = !frame.state.district.empty() ? frame.state.district : centre == nullptr ? std::string() : centre->district;
    if (row.button("municipality", municipality_name(*base, frame.language()), district.empty() && centre == nullptr)) frame.act(FocusDistrict{});
    if (const std::string name = unit_name(*base, district); !name.empty()) {
        row.words("›");
        if (row.button("district", name, centre == nullptr)) frame.act(FocusDistrict{district});
    }
    if (centre != nullptr) {
        row.words("›");
        if (row.button("centre", house_name(*centre, frame.language()), true)) frame.act(GoTo{Screen::centre});
    }
    if (frame.state.district.empty() && centre == nullptr) return;
    if (row.button("up", "↑ " + frame.say(words::map::go_up))) frame.act(GoUp{});
}

} // namespace samspil::viewer
