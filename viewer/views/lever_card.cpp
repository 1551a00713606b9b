// SPDX-License-Identifier: MPL-2.0
// One lever as a card: what it does, where, from when, and its knobs.
#include "viewer/views/workbench.hpp"

#include "viewer/data/time_words.hpp"
#include "viewer/words/whatif.hpp"

#include "engine/io/comparison_report.hpp"
#include "engine/model/calendar.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace samspil::viewer {
namespace {

ImVec2 place(double x, double y) { return {static_cast<float>(x), static_cast<float>(y)}; }

/// A target among those of the kind; `empty` names the choice of none where the kind allows it.
bool choose_target(Frame& frame, const char* id, Label label, const std::vector<LeverTarget>& targets, bool needed, Label empty, std::string& chosen)
{
    if (targets.empty()) return false;
    std::vector<std::string> words;
    if (!needed) words.push_back(frame.say(empty));
    int now = needed ? -1 : 0;
    for (const LeverTarget& target : targets) {
        if (target.id == chosen) now = static_cast<int>(words.size());
        words.push_back(target.name.in(frame.language()));
    }
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(frame.say(label).c_str());
    ImGui::SameLine(static_cast<float>(frame.px(110)));
    const auto picked = choose_from(frame, id, words, now, ImGui::GetContentRegionAvail().x);
    if (!picked) return false;
    const int index = *picked - (needed ? 0 : 1);
    chosen = index < 0 ? std::string() : targets[static_cast<std::size_t>(index)].id;
    return true;
}

/// What a control did to a value this frame.
struct Touch {
    bool changed = false, first = false, last = false;
};

/// ImGui says when a slider is taken hold of and let go; a click counts as both.
Touch touch_of(bool changed) { return {changed, ImGui::IsItemActivated(), ImGui::IsItemDeactivatedAfterEdit()}; }

/// Under the knob: how far it goes, and whether its value is chosen, or how well it is known.
void range_line(Frame& frame, const Slider& slider, const Field& field, bool chosen)
{
    if (field.kind == Kind::number || field.kind == Kind::integer) {
        const auto say = [&](double value) { return value_in_words_of(slider, field, value).in(frame.language()); };
        ImGui::TextDisabled("%s … %s", say(slider.low).c_str(), say(slider.high).c_str());
        ImGui::SameLine();
    }
    const bool weak = !chosen && (field.tag == Evidence::assumed || field.tag == Evidence::recalled);
    const Label said = chosen ? chosen_value : label_of(field.tag);
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Colour back = mixed(frame.theme.panel, weak ? frame.theme.assumption : frame.theme.choice, weak ? 0.16 : 0.12);
    ImGui::Dummy(place(draw_chip(canvas, frame.theme, {at.x, at.y}, said.in(frame.language()), back, frame.theme.ink), frame.theme.body));
}

Touch knob(Frame& frame, const Scenario& base, Lever& lever, const Field& field)
{
    ImGui::PushID(field.key.data());
    const Slider slider = slider_of(base, lever, field);
    double value = field.access.read(&lever);
    Touch touch;
    paragraph(frame, frame.say(field.label), ImGui::GetContentRegionAvail().x - frame.px(10));
    if (ImGui::IsItemHovered()) tooltip(frame, knob_tip(field, frame.language()));
    if (field.kind == Kind::flag) {
        bool on = value != 0;
        touch = touch_of(ImGui::Checkbox("##flag", &on));
        touch.first = touch.last = touch.changed;
        value = on ? 1 : 0;
    } else if (field.kind == Kind::choice) {
        std::vector<std::string> words;
        for (const Choice& choice : field.choices) words.push_back(frame.say(choice.label));
        const auto picked = choose_from(frame, "choice", words, static_cast<int>(value), ImGui::GetContentRegionAvail().x);
        touch.changed = touch.first = touch.last = picked.has_value();
        if (picked) value = *picked;
    } else {
        ImGui::SetNextItemWidth(-static_cast<float>(frame.px(130)));
        touch = touch_of(ImGui::SliderScalar("##value", ImGuiDataType_Double, &value, &slider.low, &slider.high, ""));
        value = snapped(slider, field, value);
    }
    if (field.kind != Kind::choice) {
        ImGui::SameLine();
        ImGui::TextUnformatted(value_in_words_of(slider, field, value).in(frame.language()).c_str());
    }
    range_line(frame, slider, field, is_lever_chosen(base, lever, field));
    if (slider.today) ImGui::TextDisabled("%s: %s", frame.say(words::today).c_str(), value_in_words_of(slider, field, *slider.today).in(frame.language()).c_str());
    if (touch.changed) field.access.write(&lever, value);
    ImGui::PopID();
    return touch;
}

bool date_field(Frame& frame, Lever& lever, DaySpan span)
{
    std::array<char, 16> buffer{};
    const std::string now = day_words(lever.date, frame.language());
    std::memcpy(buffer.data(), now.data(), std::min(now.size(), buffer.size() - 1));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(frame.say(words::from_date).c_str());
    ImGui::SameLine();
    ImGui::SetNextItemWidth(static_cast<float>(frame.px(120)));
    ImGui::InputText("##date", buffer.data(), buffer.size());
    const bool left = ImGui::IsItemDeactivatedAfterEdit();
    if (ImGui::IsItemHovered()) tooltip(frame, frame.say(words::date_hint));
    const std::optional<Day> day = day_from(buffer.data());
    if (!left || !day) return false;
    lever.date = std::clamp(*day, span.first, span.last);
    return true;
}

} // namespace

LeverTouch lever_card(Frame& frame, const Scenario& base, const LeverKind& kind, Lever lever, const std::vector<std::string>& wrong)
{
    LeverTouch result;
    ImGui::PushStyleColor(ImGuiCol_ChildBg, floating(frame.theme.panel));
    const double width = ImGui::GetContentRegionAvail().x;
    ImGui::BeginGroup();
    const ImVec2 top = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->ChannelsSplit(2);
    ImGui::GetWindowDrawList()->ChannelsSetCurrent(1);
    ImGui::Indent(static_cast<float>(frame.px(10)));
    ImGui::Dummy(place(1, frame.px(2)));
    paragraph(frame, frame.say(kind.kind->label), frame.theme.bold_text(), width - frame.px(50));
    if (ImGui::IsItemHovered()) tooltip(frame, frame.say(kind.does));
    ImGui::SameLine(top.x - ImGui::GetWindowPos().x + static_cast<float>(width - frame.px(36)));
    if (button(frame, "remove", "×")) result.removed = true;
    if (ImGui::IsItemHovered()) tooltip(frame, frame.say(words::remove_lever));
    ImGui::PushItemWidth(-static_cast<float>(frame.px(10)));
    bool target = choose_target(frame, "centre", words::house_word, kind.centres, kind.kind->needs_centre, words::everywhere, lever.centre);
    target = choose_target(frame, "to", words::into_house, kind.to, kind.kind->needs_to, words::everywhere, lever.to) || target;
    target = choose_target(frame, "area", words::area_word, kind.areas, false, words::everywhere, lever.area) || target;
    target = choose_target(frame, "pool", words::pool_word, kind.pools, false, words::every_pool, lever.pool) || target;
    target = choose_target(frame, "model", words::model_word, kind.models, kind.kind->needs_model, words::everywhere, lever.organisation.model) || target;
    Touch touch{target, target, target};
    for (const Field* field : kind.params) {
        const Touch one = knob(frame, base, lever, *field);
        touch = {touch.changed || one.changed, touch.first || one.first, touch.last || one.last};
    }
    const bool dated = date_field(frame, lever, days_of(base));
    if (target || dated) reset_to_today(base, lever);
    ImGui::PopItemWidth();
    ImGui::PushStyleColor(ImGuiCol_Text, floating(frame.theme.worse));
    for (const std::string& words : wrong) paragraph(frame, "▲ " + words, ImGui::GetContentRegionAvail().x - frame.px(10));
    ImGui::PopStyleColor();
    ImGui::Dummy(place(1, frame.px(4)));
    ImGui::Unindent(static_cast<float>(frame.px(10)));
    const ImVec2 bottom = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->ChannelsSetCurrent(0);
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    const Rect card{top.x, top.y, width, bottom.y - top.y};
    canvas.box(card, frame.theme.panel, frame.px(6));
    canvas.box({card.x, card.y, frame.px(4), card.height}, frame.theme.choice, frame.px(2));
    ImGui::GetWindowDrawList()->ChannelsMerge();
    ImGui::EndGroup();
    ImGui::PopStyleColor();
    result.changed = touch.changed || dated;
    result.first = touch.first || dated;
    result.last = touch.last || dated;
    result.lever = std::move(lever);
    return result;
}

} // namespace samspil::viewer
