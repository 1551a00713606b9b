// SPDX-License-Identifier: MPL-2.0
// What an explanation under way shows.
#pragma once

#include "engine/experiment/why.hpp"

#include <memory>
#include <string>

namespace samspil::viewer {

inline constexpr int why_replications = 4; ///< of each side, unless asked otherwise

/// One look; a shared pointer, never changed afterwards.
struct WhyView {
    std::uint64_t version = 0;
    bool ready = false;  ///< the questions and what one replication of each costs are known
    WhyCost cost_of_one; ///< times(cost_of_one, n) is what n replications cost
    int threads = 1;
    std::shared_ptr<const WhyAnswers> answers{}; ///< never null; grows mechanism by mechanism
    int done = 0, wanted = 0;                    ///< mechanisms
    double progress = 0;                         ///< 0..1, the mechanism under way included
    double seconds = 0;                          ///< since it was begun
    double seconds_left = 0;                     ///< estimate; 0 while unknown
    bool running = false;
    bool stopped = false; ///< before all was done; what is done holds
    std::string failure;  ///< cause of the first replication that failed; its mechanism is left out
};

} // namespace samspil::viewer
