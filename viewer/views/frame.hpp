// SPDX-License-Identifier: MPL-2.0
// What a view gets and gives in one frame: it reads library and state, draws panels, and leaves actions and wishes.
#pragma once

#include "viewer/data/known_goals.hpp"
#include "viewer/live/bench_view.hpp"
#include "viewer/panels/panel.hpp"
#include "viewer/views/imgui_canvas.hpp"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>

namespace samspil::viewer {

/// Panels are made anew only when library or state changed; those of the workbench, named "bench." and something, also when
/// it has news: how far the runs are is told four times a second.
class PanelCache {
public:
    /// Forgets what rests on a version that is not that of before.
    void look_at(std::uint64_t library, std::uint64_t state, std::uint64_t bench);
    template <class Make>
    const Panel& of(const std::string& name, const Make& make)
    {
        const auto found = panels_.find(name);
        if (found != panels_.end()) return *found->second;
        return *panels_.emplace(name, std::make_unique<Panel>(make())).first->second;
    }
    /// A panel that rests on the library and on what `on` names, whatever else of the state is another one: the week, the pointer.
    template <class Make>
    const Panel& resting_on(const std::string& on, const std::string& name, const Make& make)
    {
        Resting& one = resting_[name];
        if (one.panel == nullptr || one.on != on) one = {on, std::make_unique<Panel>(make())};
        return *one.panel;
    }
    /// A model that rests on the library and on what its key names, so that scrubbing does not make it anew. Keys of
    /// different kinds of model begin differently.
    template <class Make>
    auto kept(const std::string& key, const Make& make)
    {
        using Model = std::decay_t<decltype(make())>;
        auto found = models_.find(key);
        if (found == models_.end()) {
            if (models_.size() >= most_models) models_.clear();
            found = models_.emplace(key, std::make_shared<const Model>(make())).first;
        }
        return std::static_pointer_cast<const Model>(found->second);
    }

    /// A model that rests on `of` alone, which is not changed any more: kept for as long as it is asked for the same one, also
    /// when the library changes.
    template <class Make>
    auto kept_of(std::shared_ptr<const void> of, const std::string& key, const Make& make)
    {
        using Model = std::decay_t<decltype(make())>;
        Lasting& one = lasting_[key];
        if (one.model == nullptr || one.of != of) one = {std::move(of), std::make_shared<const Model>(make())};
        return std::static_pointer_cast<const Model>(one.model);
    }

    /// Comparisons of goals that are known; the owner of the library tells it what is open.
    KnownGoals& goals() { return goals_; }

    /// What is being typed in a filter of the window; ends with 0.
    std::array<char, 64>& typed(const std::string& filter) { return typed_[filter]; }

private:
    struct Resting {
        std::string on;
        std::unique_ptr<Panel> panel;
    };
    struct Lasting {
        std::shared_ptr<const void> of, model;
    };
    static constexpr std::size_t most_models = 64;
    std::uint64_t library_ = 0, state_ = 0, bench_ = 0;
    KnownGoals goals_;
    std::map<std::string, std::unique_ptr<Panel>> panels_;
    std::map<std::string, Resting> resting_;
    std::map<std::string, std::shared_ptr<const void>> models_;
    std::map<std::string, Lasting> lasting_;
    std::map<std::string, std::array<char, 64>> typed_;
};

enum class ExportKind { png, svg, pdf, csv, text, copy_table, copy_sentence };
struct ExportWish {
    std::string panel; ///< id of a panel of this frame
    ExportKind kind{};
};

enum class SaveKind { file, command };
/// An option to be saved as a scenario file, or to be put on the clipboard as a command (saved first).
struct SaveWish {
    std::size_t draft = 0;
    SaveKind kind{};
};

struct Frame {
    const Library& library; ///< everything, live results last
    const Library& live;    ///< live results alone
    const BenchView& bench;
    const std::vector<std::string>& scenarios_here; ///< scenario files of open results that are on this machine
    const State& state;
    const Theme& theme;
    const Fonts& fonts;
    PanelCache& cache;
    std::string& typed; ///< in the palette
    int& chosen;        ///< line of the palette
    Text& said;         ///< what was saved or copied last; shown until it is clicked away
    Rect area;          ///< what the screen may fill
    // Left by the view.
    Wishes wishes;
    std::vector<Action> actions;
    std::vector<ExportWish> exports;
    std::vector<SaveWish> saves;
    bool dismiss_problems = false;
    std::vector<const Panel*> shown; ///< panels of this frame, for export, text twin and tests
    /// Where there is little room the whole screen scrolls, its controls with it: boards take the height they need.
    bool flows = false;
    double bottom = 0; ///< of the lowest panel so far
    double in_sight = 0; ///< of a page that flows: lower edge of what is in sight before it is scrolled
    int typical_week = -1; ///< of the base's last year; below 0 not known

    Language language() const { return state.habits.language; }
    double px(double units) const { return theme.px(units); }
    void act(Action action) { actions.push_back(std::move(action)); }
    std::string say(Label label) const { return std::string(label.in(language())); }
};

/// A panel's words and heights, as the screen has room for them.
struct PanelFit {
    Panel words;      ///< title and note; in little room the note ends after a line with "… mere"
    Theme theme;      ///< of the words
    double overhead = 0, picture = 0; ///< heights in pixels: of the words, and the least of the picture
    bool shortened = false;
    double whole() const; ///< height of both
};
/// `first` of a page that flows, its upper edge at `top`: the picture shrinks, down to half its height, until it is in sight whole.
PanelFit fit_of(const Frame& frame, const Canvas& canvas, double width, const Panel& panel, bool first, double top);

/// Draws the panel in the window with its spots (mouse and keyboard) and its menu; scrolls where the area is too small.
void show_panel(Frame& frame, Rect area, const Panel& panel);
/// The panel's words as a table in place of the picture (table.cpp).
void show_table(Frame& frame, Rect area, const Panel& panel);

/// What a screen says that does not have all it asks for: it is being read, it cannot be, or there is no memory for it.
Label why_not_there(const Library& library, const Wishes& wishes);
/// The same where a whole screen waits: a panel with these words.
void show_wait(Frame& frame, Rect area, const std::string& id, Label title, const Wishes& wishes);

/// Words over several lines from the cursor to the edge of the window or cell (or `width` pixels), broken as in pictures.
void paragraph(Frame& frame, const std::string& words, double width = 0);
void paragraph(Frame& frame, const std::string& words, const TextStyle& style, double width = 0);

/// Words as a label of ImGui, which would take what follows ## for the control's name and an empty label for none.
std::string label_of(std::string words);

// Plain controls in the style of the window. Widths in pixels.
bool button(Frame& frame, const char* id, const std::string& words, bool chosen = false);
/// A choice among few, side by side; the index chosen now, or nothing.
std::optional<int> choose_one(Frame& frame, const char* id, std::span<const std::string> words, int now);
/// A drop-down; as above.
std::optional<int> choose_from(Frame& frame, const char* id, std::span<const std::string> words, int now, double width);
void tooltip(Frame& frame, const std::string& words);

} // namespace samspil::viewer
