// SPDX-License-Identifier: MPL-2.0
// How far a study has come, on stderr: a bar on a terminal, else a line per tenth.
#pragma once

#include "engine/base/text.hpp"
#include "engine/experiment/study.hpp"

namespace samspil {

class ProgressLine {
public:
    explicit ProgressLine(Language language);
    void show(const StudyProgress& progress);
    /// Leaves the bar on the screen and begins a new line.
    void finish();

private:
    Language language_;
    bool terminal_;
    bool open_ = false; ///< a bar stands on the current line
    int tenths_ = 0;
};

/// "1:05", "2:10:00".
std::string clock_text(double seconds);
/// "ca. 0:12 tilbage", "about 0:12 left".
std::string time_left_text(double seconds, Language language);

} // namespace samspil
