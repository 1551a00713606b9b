// SPDX-License-Identifier: MPL-2.0
// The viewer without its window: results, state and frames. The window, screenshots and tests all drive this.
#pragma once

#include "viewer/data/store.hpp"
#include "viewer/live/bench_runner.hpp"
#include "viewer/state/actions.hpp"
#include "viewer/views/views.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace samspil::viewer {

struct DeskSettings {
    State start;
    bool typical_week = true;   ///< begin in a typical week of the last year, where differences are, not at the week of `start`
    double pixel_density = 1;   ///< of the screen
    std::string font, bold_font; ///< files; those found at build time when empty
    std::string export_folder = "samspil-figurer"; ///< where figures are saved, below the working folder
    StoreSettings store;
};

/// Needs a current Dear ImGui context for its whole life.
class Desk {
public:
    explicit Desk(DeskSettings settings);

    /// Results, folders of results; an option that was saved goes on being built, any other scenario file becomes the
    /// base of the workbench.
    void open(const std::vector<std::string>& paths);

    /// Fonts for the text size of the state. True when the font texture is a new one.
    bool prepare();
    /// One frame, NewFrame to Render; display size and input stand in ImGui's io.
    void frame();
    /// Whether another frame would show something else without new input.
    bool restless() const;
    /// Whether what is read or run behind the screen is further than the last frame showed.
    bool has_news() const;
    /// Frames until everything on screen is read and laid out; for pictures and tests.
    void settle();
    /// Frames until every option being built has that many pairs, or cannot get them.
    void await_pairs(int pairs);

    const State& state() const { return history_.now(); }
    /// Options saved or copied, as a frame asked for; said() tells how it went.
    void save_options(const std::vector<SaveWish>& wishes);
    void act(const Action& action) { history_.act(action, *library_); }
    const Library& library() const { return *library_; }
    Store& store() { return store_; }
    /// Panels of the last frame.
    const std::vector<const Panel*>& shown() const { return shown_; }
    const Theme& theme() const { return theme_; }
    const Text& said() const { return said_; } ///< last message; empty when closed
    bool fonts_found() const { return fonts_found_; }
    /// Milliseconds the last frame spent taking over what is read and run behind it, and asking for more.
    double behind_ms() const { return behind_ms_; }

private:
    void open_scenario(const std::string& path);
    void export_figures(const std::vector<ExportWish>& wishes);
    void play();
    void look_behind();
    void find_typical_week();
    void save_option(const SaveWish& wish);
    bool written_by_others(const std::filesystem::path& path) const; ///< since it was opened or saved here
    DeskSettings settings_;
    Store store_;
    History history_;
    std::shared_ptr<const Library> library_;
    Theme theme_;
    Fonts fonts_;
    bool fonts_found_ = true;
    PanelCache cache_;
    std::vector<const Panel*> shown_;
    BenchRunner bench_;
    std::shared_ptr<const BenchView> bench_view_;
    std::shared_ptr<const Library> files_; ///< what the store showed last
    std::shared_ptr<const LiveView> answers_; ///< whose results are in the library
    std::shared_ptr<const Library> live_; ///< live results alone; early ones while there is nothing else
    std::vector<std::string> scenarios_here_;
    int typical_week_ = -1; ///< of the base; below 0 not known
    std::string typical_of_; ///< result that is of
    int week_begun_ = -1;   ///< the week set before the user has chosen one
    std::string typed_;
    int chosen_ = 0;
    double play_seconds_ = 0; ///< since the last week was played
    std::map<std::string, std::string> own_files_; ///< options as they were opened or saved here: path and text
    Text said_;               ///< last message of an export or of a scenario opened
    std::uint64_t library_shown_ = 0, bench_shown_ = 0;
    int restless_frames_ = 3;
    double made_scale_ = 0;
    double behind_ms_ = 0;
};

/// A look at ImGui's io that every owner of a context wants: no settings file, keyboard navigation.
void set_up_imgui();

} // namespace samspil::viewer
