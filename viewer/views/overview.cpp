// SPDX-License-Identifier: MPL-2.0
// Overblik: all options on all goals, and below it what is left out.
#include "viewer/views/views.hpp"

#include "viewer/panels/overview.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/overview.hpp"

#include <algorithm>
#include <map>

namespace samspil::viewer {
namespace {

std::shared_ptr<const Overview> overview_of(const Library& library, const State& state, KnownGoals& known)
{
    const std::vector<const Result*> options = options_of(library, state);
    return std::make_shared<const Overview>(make_overview(*base_of(library, state), options, goals_of(library, state), known));
}

/// Results that are open and not shown: a button brings a hidden one back, words say why another one cannot be.
void left_out(Frame& frame, Rect area)
{
    ImGui::SetCursorScreenPos({static_cast<float>(area.x), static_cast<float>(area.y)});
    ImGui::Dummy({0, static_cast<float>(area.height)});
    const Result* base = base_of(frame.library, frame.state);
    bool tell = options_of(frame.library, frame.state).empty(); // where nothing is compared the first reason is in sight
    for (const ResultPtr& result : frame.library.results) {
        if (result.get() == base) continue;
        const std::string& title = title_of(*result, frame.language());
        if (const auto why = why_not_comparable(*base, *result)) {
            ImGui::SameLine();
            ImGui::AlignTextToFramePadding();
            ImGui::TextDisabled("%s: %s", title.c_str(), tell ? why->in(frame.language()).c_str() : frame.say(words::not_comparable).c_str());
            tell = false;
            if (ImGui::IsItemHovered()) tooltip(frame, why->in(frame.language()));
        } else if (std::find(frame.state.hidden.begin(), frame.state.hidden.end(), result->key) != frame.state.hidden.end()) {
            ImGui::SameLine();
            if (button(frame, result->key.c_str(), frame.say(words::show_again) + ": " + title)) frame.act(SetHidden{result->key, false});
        }
    }
}

/// The words of options by what they rest on. They last while their results are open, and are made anew where an option or the base
/// is another: while a folder is read results arrive several times a second.
struct KnownWords {
    struct Entry {
        ResultPtr base, option;
        std::shared_ptr<const OptionWords> words;
    };
    mutable std::map<std::string, Entry> entries; ///< a memory only: nothing that is shown depends on it
};

OverviewWords words_kept(Frame& frame, const Overview& overview)
{
    const auto known = frame.cache.kept_of(nullptr, "overview.words", [] { return KnownWords{}; });
    std::string about = frame.language() == Language::da ? "|da" : "|en";
    for (const KpiDifference& level : overview.levels) about += "|" + std::string(level.kpi->id);
    std::map<std::string, ResultPtr> open;
    for (const ResultPtr& one : frame.library.results) open.emplace(one->key, one);
    const ResultPtr& base = open.at(base_of(frame.library, frame.state)->key);
    OverviewWords words;
    std::map<std::string, KnownWords::Entry> next;
    for (const OverviewOption& option : overview.options) {
        const ResultPtr& result = open.at(option.key);
        KnownWords::Entry& entry = next[option.key + about];
        if (const auto found = known->entries.find(option.key + about); found != known->entries.end()) entry = found->second;
        if (entry.words == nullptr || entry.base != base || entry.option != result)
            entry = {base, result, std::make_shared<const OptionWords>(option_words(option, overview.covers_id, frame.language()))};
        words.push_back(entry.words);
    }
    known->entries = std::move(next);
    return words;
}

} // namespace

void overview_view(Frame& frame)
{
    const Result* base = base_of(frame.library, frame.state);
    if (base == nullptr) {
        ImGui::SetCursorScreenPos({static_cast<float>(frame.area.x), static_cast<float>(frame.area.y)});
        return paragraph(frame, frame.say(frame.library.busy() ? words::loading : words::nothing_open));
    }
    Rect area = frame.area;
    if (options_of(frame.library, frame.state).size() + 1 < frame.library.results.size()) {
        left_out(frame, area.take_bottom(frame.theme.body + frame.px(8)));
        area.take_bottom(frame.px(6));
    }
    show_panel(frame, area, frame.cache.of("overview", [&] {
        // Where none is chosen the panel begins with those that lead.
        const Result* option = option_of(frame.library, frame.state);
        const bool chosen = option != nullptr && option->key == frame.state.option;
        std::string key = "overview|" + base->key;
        for (const Result* one : options_of(frame.library, frame.state)) key += "|" + one->key;
        for (const Goal& goal : goals_of(frame.library, frame.state)) key += "|" + goal.kpi;
        const auto overview = frame.cache.kept(key, [&] { return overview_of(frame.library, frame.state, frame.cache.goals()); }); // not made anew by scrubbing
        return overview_panel(*overview, {frame.language(), frame.state.uncertainty, chosen ? option->key : ""}, words_kept(frame, **overview));
    }));
}

} // namespace samspil::viewer
