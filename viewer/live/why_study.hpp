// SPDX-License-Identifier: MPL-2.0
// "Why?" behind the screen: the questions and what they cost first; then, when a person says so, mechanism by
// mechanism.
#pragma once

#include "viewer/data/result.hpp"
#include "viewer/live/why_view.hpp"

#include "engine/io/scenario_file.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace samspil::viewer {

struct WhySettings {
    std::optional<std::uint32_t> seed{}; ///< none: as the base's file says
    int threads = 0;                     ///< 0 = all
    std::function<void()> wake{};        ///< called behind the screen when something new can be shown; may be empty
};

class WhyStudy {
public:
    /// Works out the questions; runs nothing yet. Results of the two as they are (null: not at hand) are used where
    /// they hold enough replications of the same seed, else base and option are run as well.
    WhyStudy(WhySettings settings, std::shared_ptr<const LoadedScenario> base,
             std::shared_ptr<const LoadedScenario> option, ResultPtr base_result = nullptr,
             ResultPtr option_result = nullptr);
    ~WhyStudy(); ///< stops between two weeks
    WhyStudy(const WhyStudy&) = delete;
    WhyStudy& operator=(const WhyStudy&) = delete;

    // None of these waits for a week.

    /// Runs everything with n replications of each side; a second call does nothing.
    void begin(int replications = why_replications);
    void stop();
    std::shared_ptr<const WhyView> view() const;

private:
    class Work;
    std::unique_ptr<Work> work_;
};

} // namespace samspil::viewer
