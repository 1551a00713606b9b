// SPDX-License-Identifier: MPL-2.0
// Which kind of study reads which key of `design:`, so that a plan with a key that would be passed over is refused.
#pragma once

#include "engine/io/study_plan.hpp"

#include <span>
#include <string_view>

namespace samspil {

/// Which studies and designs read a key of `design:`. A key nobody reads is a mistake, not a comment.
struct Reads {
    std::string_view key;
    bool (*by)(const PlannedStudy& plan);
    Text where; ///< what the key belongs to
};

/// Every key of `design:`, once.
std::span<const Reads> design_readers();

} // namespace samspil
