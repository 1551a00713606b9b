// SPDX-License-Identifier: MPL-2.0
#include "viewer/views/workbench.hpp"

#include "viewer/views/imgui_canvas.hpp"
#include "viewer/words/whatif.hpp"

#include "engine/io/figures.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include <fmt/format.h>

namespace samspil::viewer {

std::string knob_tip(const Field& field, Language language)
{
    const bool da = language == Language::da;
    std::string words = fmt::format("{} – {} {}", plain_figure(field.minimum, language), plain_figure(field.maximum, language),
                                    unit_in_words(field.unit, language));
    if (field.kind != Kind::number && field.kind != Kind::integer) words.clear();
    words += (words.empty() ? "" : "\n") + std::string(label_of(field.tag).in(language));
    if (!field.source.empty()) words += (da ? ": " : ": ") + std::string(field.source);
    return words;
}

void begin_bench(Frame& frame, Label intro)
{
    const double width = std::min(frame.area.width, frame.px(900));
    if (!frame.state.bench.base.empty()) {
        if (frame.bench.base_found.items().empty()) ImGui::TextUnformatted(frame.say(words::reading_base).c_str());
        for (const Diagnostic& one : frame.bench.base_found.items()) paragraph(frame, format(one, frame.language()));
        return;
    }
    std::vector<const Result*> offered;
    const auto path_of = [](const Result& result) -> const std::string& { return result.metadata.origin.scenario_path; };
    for (const ResultPtr& result : frame.library.results) {
        const std::string& path = path_of(*result);
        if (result->live || path.empty() || std::any_of(offered.begin(), offered.end(), [&](const Result* r) { return path_of(*r) == path; })) continue;
        if (std::find(frame.scenarios_here.begin(), frame.scenarios_here.end(), path) == frame.scenarios_here.end()) continue;
        offered.push_back(result.get());
    }
    if (offered.empty()) return paragraph(frame, frame.say(words::no_scenario), width);
    paragraph(frame, frame.say(intro), width);
    ImGui::Spacing();
    for (const Result* result : offered)
        if (button(frame, path_of(*result).c_str(), frame.say(words::build_on) + ": " + title_of(*result, frame.language()), result == offered.front()))
            frame.act(SetBenchBase{path_of(*result)});
}

namespace {

/// Beside the last button where there is room, else below it.
void beside(const std::string& words)
{
    ImGui::SameLine();
    const float width = ImGui::CalcTextSize(words.c_str()).x + 2 * ImGui::GetStyle().FramePadding.x;
    if (ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
}

} // namespace

void draft_bar(Frame& frame)
{
    const Bench& bench = frame.state.bench;
    const ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    const double room = ImGui::GetContentRegionAvail().x - 2 * ImGui::GetStyle().FramePadding.x;
    for (std::size_t i = 0; i < bench.drafts.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        const std::string& title = bench.drafts[i].option.title.in(frame.language());
        const std::string shown = fitted(canvas, title, frame.theme.body_text(), room);
        if (i > 0) beside(shown);
        if (button(frame, "draft", shown, i == bench.chosen)) frame.act(ChooseDraft{i});
        if (shown != title && ImGui::IsItemHovered()) ImGui::SetTooltip("%s", title.c_str());
        ImGui::PopID();
    }
    if (bench.drafts.size() < most_drafts) {
        const std::string more = "+ " + frame.say(words::add_option);
        if (!bench.drafts.empty()) beside(more);
        if (button(frame, "add", more)) frame.act(AddDraft{});
    }
    const Draft* draft = bench.draft();
    if (draft == nullptr) return;
    std::array<char, 120> title{};
    const std::string& now = draft->option.title.in(frame.language());
    std::memcpy(title.data(), now.data(), std::min(now.size(), title.size() - 1));
    ImGui::SetNextItemWidth(-static_cast<float>(frame.px(150)));
    ImGui::InputTextWithHint("##title", frame.say(words::option_title).c_str(), title.data(), title.size());
    if (ImGui::IsItemDeactivatedAfterEdit() && title[0] != '\0') {
        Draft named = *draft;
        named.option.title = {title.data(), title.data()};
        frame.act(SetDraft{bench.chosen, std::move(named)});
    }
    ImGui::SameLine();
    if (button(frame, "copy", frame.say(words::copy_option))) frame.act(CopyDraft{bench.chosen});
    ImGui::SameLine();
    if (button(frame, "remove", frame.say(words::remove_option))) frame.act(RemoveDraft{bench.chosen});
}

void draft_tools(Frame& frame)
{
    const Bench& bench = frame.state.bench;
    if (bench.draft() != nullptr) {
        if (button(frame, "save", frame.say(words::save_option))) frame.saves.push_back({bench.chosen, SaveKind::file});
        beside(frame.say(words::copy_command));
        if (button(frame, "command", frame.say(words::copy_command))) frame.saves.push_back({bench.chosen, SaveKind::command});
        beside(frame.say(bench.paused ? words::go_on : words::pause));
    }
    if (button(frame, "pause", frame.say(bench.paused ? words::go_on : words::pause))) frame.act(SetPaused{!bench.paused});
}

} // namespace samspil::viewer
