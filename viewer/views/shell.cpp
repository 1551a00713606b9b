// SPDX-License-Identifier: MPL-2.0
// Around every screen: what is open, where one is, what went wrong, and the timeline.
#include "viewer/views/overlays.hpp"
#include "viewer/views/views.hpp"

#include "viewer/data/time_words.hpp"
#include "viewer/words/common.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

ImVec2 place(double x, double y) { return {static_cast<float>(x), static_cast<float>(y)}; }

void put_cursor(Rect area, double dx, double dy) { ImGui::SetCursorScreenPos(place(area.x + dx, area.y + dy)); }

void bar(Frame& frame, Rect area)
{
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    canvas.box(area, frame.theme.panel);
    canvas.segment({area.x, area.bottom()}, {area.right(), area.bottom()}, frame.theme.border, 1);
    const double pad = frame.px(10), line = frame.theme.body + frame.px(8), top = (area.height - line) / 2;
    const bool narrow = area.width < frame.px(900);
    if (!narrow) canvas.text({area.x + pad, area.y + (area.height - frame.theme.heading) / 2}, "Samspil", frame.theme.heading_text());
    put_cursor(area, narrow ? pad : frame.px(110), top);
    std::vector<std::string> titles;
    int now = -1;
    const Result* base = base_of(frame.library, frame.state);
    for (std::size_t i = 0; i < frame.library.results.size(); ++i) {
        const Result& result = *frame.library.results[i];
        const std::string& title = title_of(result, frame.language());
        const bool said = title.starts_with(frame.say(words::base)); // "Basis: syv områder" says it itself
        titles.push_back(said ? title : frame.say(words::base) + ": " + title);
        if (&result == base) now = static_cast<int>(i);
    }
    if (titles.empty()) put_cursor(area, narrow ? pad : frame.px(110), top); // a scenario alone has no base to choose yet
    else if (const auto chosen = choose_from(frame, "base", titles, now, frame.px(narrow ? 230 : 340)))
        frame.act(SetBase{frame.library.results[static_cast<std::size_t>(*chosen)]->key});
    if (base != nullptr && !narrow) {
        ImGui::SameLine();
        ImGui::AlignTextToFramePadding();
        const double room = area.width - frame.px(262) - frame.px(470);
        std::string words = run_words(*base, frame.language()); // parts give way whole
        for (auto cut = words.rfind(" · "); cut != std::string::npos && canvas.text_width(words, frame.theme.body_text()) > room; cut = words.rfind(" · ")) words.resize(cut);
        if (canvas.text_width(words, frame.theme.body_text()) <= room) ImGui::TextDisabled("%s", words.c_str());
    }
    if (narrow) { // the rail says only numbers
        const TextStyle style = frame.theme.bold_text();
        const std::string screen = frame.say(label_of(frame.state.screen));
        const double left = pad + frame.px(230) + pad, room = area.width - frame.px(232) - pad - left;
        if (canvas.text_width(screen, style) <= room) canvas.text({area.x + left, area.y + (area.height - style.size) / 2}, screen, style);
    }
    // From the right edge: language, look, text size, help.
    put_cursor(area, area.width - frame.px(narrow ? 232 : 262), top);
    const std::string languages[] = {"da", "en"};
    if (const auto chosen = choose_one(frame, "language", languages, frame.language() == Language::da ? 0 : 1))
        frame.act(SetLanguage{*chosen == 0 ? Language::da : Language::en});
    ImGui::SameLine();
    if (button(frame, "look", "◐")) frame.act(SetLook{static_cast<LookChoice>((static_cast<int>(frame.state.habits.look) + 1) % 3)});
    ImGui::SameLine();
    if (button(frame, "smaller", "A−")) frame.act(SetTextScale{next_text_scale(text_scale_of(frame.state), -1)});
    ImGui::SameLine(0, static_cast<float>(frame.px(2)));
    if (button(frame, "larger", "A+")) frame.act(SetTextScale{next_text_scale(text_scale_of(frame.state), 1)});
    ImGui::SameLine();
    if (button(frame, "help", "?")) frame.act(SetHelp{true});
}

void rail(Frame& frame, Rect area, bool narrow)
{
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    canvas.box(area, frame.theme.panel);
    canvas.segment({area.right(), area.y}, {area.right(), area.bottom()}, frame.theme.border, 1);
    const double height = std::min(frame.px(38), area.height / screen_count);
    ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, ImVec2(0, 0.5F));
    for (int i = 0; i < screen_count; ++i) {
        const auto screen = static_cast<Screen>(i);
        const std::string words = narrow ? fmt::format("{}", (i + 1) % 10) : fmt::format("{}  {}", (i + 1) % 10, frame.say(label_of(screen)));
        const bool chosen = screen == frame.state.screen;
        put_cursor(area, frame.px(4), i * height + frame.px(4));
        ImGui::PushStyleColor(ImGuiCol_Button, floating(chosen ? frame.theme.accent : frame.theme.panel));
        ImGui::PushStyleColor(ImGuiCol_Text, floating(chosen ? frame.theme.panel : frame.theme.ink));
        if (ImGui::Button((words + "##" + std::string(id_of(screen))).c_str(), place(area.width - frame.px(8), height - frame.px(4))))
            frame.act(GoTo{screen});
        ImGui::PopStyleColor(2);
        if (narrow && ImGui::IsItemHovered()) tooltip(frame, frame.say(label_of(screen)));
    }
    ImGui::PopStyleVar();
}

void messages(Frame& frame, Rect& area)
{
    if (frame.library.problems.empty()) return;
    const Rect strip = area.take_top(frame.px(34));
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    canvas.box(strip, frame.theme.worse_soft);
    const Problem& newest = frame.library.problems.back();
    std::string words = newest.words.in(frame.language());
    if (frame.library.problems.size() > 1) words = fmt::format("({}) {}", frame.library.problems.size(), words);
    const double wide = strip.width - frame.px(190);
    canvas.text({strip.x + frame.px(12), strip.y + (strip.height - frame.theme.body) / 2}, fitted(canvas, words, frame.theme.body_text(), wide),
                frame.theme.body_text());
    ImGui::SetCursorScreenPos(place(strip.x, strip.y));
    ImGui::InvisibleButton("problems", place(wide, strip.height));
    if (ImGui::IsItemHovered()) {
        std::string all;
        for (const Problem& p : frame.library.problems) all += p.words.in(frame.language()) + "\n";
        tooltip(frame, all);
    }
    put_cursor(strip, strip.width - frame.px(170), frame.px(4));
    if (button(frame, "dismiss", frame.say(words::dismiss))) frame.dismiss_problems = true;
}

/// What the screen leaves out because memory does not hold it.
void left_out_of_memory(Frame& frame, Rect& area)
{
    if (frame.library.refused.empty()) return;
    std::set<std::string> without;
    for (const PartKey& part : frame.library.refused) without.insert(result_of(part));
    const std::vector<const Result*> options = options_of(frame.library, frame.state);
    const auto shown = std::count_if(options.begin(), options.end(), [&](const Result* option) { return !without.contains(option->key); });
    const std::string words = options.empty() ? frame.say(words::no_memory)
                                              : fmt::format(fmt::runtime(words::some_in_memory.in(frame.language())), shown, options.size());
    const Rect strip = area.take_top(frame.px(30));
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    canvas.box(strip, frame.theme.worse_soft);
    const TextStyle style = frame.theme.body_text();
    canvas.text({strip.x + frame.px(12), strip.y + (strip.height - style.size) / 2}, fitted(canvas, words, style, strip.width - frame.px(24)), style);
    put_cursor(strip, 0, 0);
    ImGui::InvisibleButton("left out", place(strip.width, strip.height));
    if (ImGui::IsItemHovered()) tooltip(frame, words);
}

void said(Frame& frame, Rect& area)
{
    if (frame.said.da.empty()) return;
    const Rect strip = area.take_bottom(frame.px(30));
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    canvas.box(strip, frame.theme.better_soft);
    canvas.text({strip.x + frame.px(12), strip.y + (strip.height - frame.theme.body) / 2},
                fitted(canvas, frame.said.in(frame.language()), frame.theme.body_text(), strip.width - frame.px(90)), frame.theme.body_text());
    put_cursor(strip, strip.width - frame.px(70), frame.px(2));
    if (button(frame, "said", frame.say(words::close))) frame.said = {};
}

bool has_time(Screen screen)
{
    return screen == Screen::difference || screen == Screen::map || screen == Screen::centre || screen == Screen::economy ||
           screen == Screen::volunteers || screen == Screen::lives;
}

void timeline(Frame& frame, Rect area)
{
    const Result* base = base_of(frame.library, frame.state);
    if (base == nullptr) return;
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    canvas.box(area, frame.theme.panel);
    canvas.segment({area.x, area.y}, {area.right(), area.y}, frame.theme.border, 1);
    const double top = (area.height - frame.theme.body - frame.px(8)) / 2;
    put_cursor(area, frame.px(10), top);
    const bool playing = frame.state.playing;
    if (button(frame, "play", playing ? "■" : "▶", playing)) frame.act(SetPlaying{!playing});
    if (ImGui::IsItemHovered()) tooltip(frame, frame.say(playing ? words::stop : words::play));
    ImGui::SameLine();
    const TextStyle style = frame.theme.body_text();
    std::string when = week_words(*base, frame.state.week, frame.language());
    const std::string typical = when + " · " + frame.say(words::typical_week);
    // Room for the longest, so that the slider does not move under the pointer.
    double wide = canvas.text_width(typical, style) + frame.px(30);
    const bool room = wide < area.width / 2;
    if (!room) wide = canvas.text_width(when, style) + frame.px(30);
    if (room && frame.state.week == frame.typical_week) when = typical;
    int week = frame.state.week;
    ImGui::SetNextItemWidth(static_cast<float>(area.right() - wide - ImGui::GetCursorScreenPos().x));
    if (ImGui::SliderInt("##week", &week, 0, std::max(0, base->metadata.weeks - 1), "")) frame.act(SetWeek{week});
    canvas.text({area.right() - frame.px(10), area.y + (area.height - frame.theme.body) / 2}, when, frame.theme.body_text(Align::right));
}

constexpr double least_page = 480; ///< below this a screen is a page that scrolls whole

/// Controls above panels; the other screens lay themselves out in little room.
bool is_board(Screen screen) { return has_time(screen); }

void page(Frame& frame)
{
    const Rect sight = frame.area;
    put_cursor(sight, 0, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::BeginChild((std::string("page.") + std::string(id_of(frame.state.screen))).c_str(), place(sight.width, sight.height));
    ImGui::PopStyleVar();
    const double scrolled = ImGui::GetScrollY();
    frame.area = {sight.x, sight.y - scrolled, sight.width - ImGui::GetStyle().ScrollbarSize - frame.px(2), frame.px(least_page)};
    frame.flows = true;
    frame.in_sight = frame.area.y + sight.height;
    frame.bottom = frame.area.y;
    screen_view(frame);
    put_cursor({sight.x, frame.bottom, 0, 0}, 0, 0);
    ImGui::Dummy(place(1, 0));
    ImGui::EndChild();
    frame.flows = false;
}

void nothing_open(Frame& frame)
{
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    const Label words = frame.library.opening > 0 ? words::loading : words::nothing_open;
    draw_wrapped(canvas, frame.area.inset(frame.area.width * 0.15, frame.area.height * 0.4), frame.say(words), frame.theme.heading_text(Align::centre), 4);
}

} // namespace

void shell_view(Frame& frame)
{
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    constexpr ImGuiWindowFlags fixed = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                       ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::Begin("samspil", nullptr, fixed);
    ImGui::PopStyleVar();
    Rect area{0, 0, size.x, size.y};
    bar(frame, area.take_top(frame.px(44)));
    const bool narrow = size.x < frame.px(1000);
    rail(frame, area.take_left(frame.px(narrow ? 44 : 184)), narrow);
    messages(frame, area);
    left_out_of_memory(frame, area);
    if (has_time(frame.state.screen)) timeline(frame, area.take_bottom(frame.px(44)));
    said(frame, area);
    frame.area = area.inset(frame.px(narrow ? 8 : 14));
    const bool needs_results = frame.state.screen != Screen::houses && frame.state.screen != Screen::whatif;
    if (frame.library.results.empty() && needs_results) nothing_open(frame);
    else if (is_board(frame.state.screen) && frame.area.height < frame.px(least_page)) page(frame);
    else screen_view(frame);
    ImGui::End();
    palette_view(frame);
    help_view(frame);
    text_twin_view(frame);
    export_view(frame);
    keys_view(frame);
}

void screen_view(Frame& frame)
{
    switch (frame.state.screen) {
    case Screen::overview: return overview_view(frame);
    case Screen::difference: return difference_view(frame);
    case Screen::map: return map_view(frame);
    case Screen::centre: return centre_view(frame);
    case Screen::economy: return economy_view(frame);
    case Screen::volunteers: return volunteers_view(frame);
    case Screen::lives: return lives_view(frame);
    case Screen::assumptions: return assumptions_view(frame);
    case Screen::houses: return houses_view(frame);
    case Screen::whatif: return whatif_view(frame);
    }
}

} // namespace samspil::viewer
