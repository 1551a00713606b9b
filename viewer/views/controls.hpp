// SPDX-License-Identifier: MPL-2.0
// A row of controls above the panels of a screen that breaks where the next one does not fit; where the whole screen scrolls
// they open from one button, so that the picture comes first. And the way down from the municipality to where one is.
#pragma once

#include "viewer/views/frame.hpp"

#include <initializer_list>

namespace samspil::viewer {

class ControlRow {
public:
    /// Where the controls are behind a button, `says_option` says beside it which option is shown.
    ControlRow(Frame& frame, Rect area, bool says_option = true);
    ControlRow(const ControlRow&) = delete;
    ControlRow& operator=(const ControlRow&) = delete;
    ~ControlRow() { close(); }
    /// Puts the cursor where a control this wide goes.
    void next(double width);
    /// Words before the next control.
    void words(const std::string& words);
    /// A choice among few side by side, or from a list.
    std::optional<int> choose_one(const char* id, std::span<const std::string> words, int now);
    std::optional<int> choose_from(const char* id, std::span<const std::string> words, int now, double least_width = 140);
    /// A share in whole per cent, said with its words.
    std::optional<double> slider(const char* id, const std::string& words, double now, double low, double high);
    /// Small words after the controls, on lines of their own where they do not fit beside them.
    void note(const std::string& words, const std::string& tip);
    bool button(const char* id, const std::string& words, bool chosen = false);
    /// What is left of the area below the controls, which are all there now.
    Rect below();
    /// Where more can be put in the last line.
    Point after() const { return {x_, y_}; }

private:
    bool hidden() const { return frame_.flows && !open_; } ///< behind the button
    void close();
    double line() const { return frame_.theme.body + frame_.px(8); }
    double width_of(const std::string& words) const;
    Frame& frame_;
    Rect area_;
    double x_, y_;
    double noted_ = 0; ///< height of a note below the last line of controls
    bool open_ = false; ///< what opens from the button
};

/// Which option is in focus, where there is a choice; and difference or level.
void option_controls(Frame& frame, ControlRow& row, bool with_show);

/// Municipality › district › house; each goes there, the arrow one step up.
void breadcrumb(Frame& frame, ControlRow& row);

} // namespace samspil::viewer
