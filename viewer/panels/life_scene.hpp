// SPDX-License-Identifier: MPL-2.0
// One synthetic citizen under the base and, where there is one, under an option: what the panels of the screen share.
#pragma once

#include "viewer/data/followed_lives.hpp"
#include "viewer/panels/panel.hpp"

#include <memory>
#include <string>
#include <vector>

namespace samspil::viewer {

struct LifeScene {
    Language language = Language::da;
    std::uint64_t person = 0;
    int week = 0;                  ///< in focus
    ResultPtr base, option;        ///< option may be null
    std::size_t option_number = 1; ///< colour and marker
    Course base_course, option_course;
    std::optional<LifeDifference> parting; ///< weeks of the period

    int weeks() const { return base->metadata.weeks; }
    std::string say(Label label) const { return std::string(label.in(language)); }
};
using LifeScenePtr = std::shared_ptr<const LifeScene>;

/// Both lives as strips over the period, with the week they part. A drag moves the week.
Panel life_strips_panel(const LifeScenePtr& scene);

/// What happened, side by side in words.
Panel life_events_panel(const LifeScenePtr& scene);

/// What both panels of the sample need.
struct LifeChoice {
    Language language = Language::da;
    ResultPtr base, option;
    std::shared_ptr<const FollowedLives> lives;
    int list = 0;             ///< as State::lives_list
    std::uint64_t person = 0; ///< shown
};

/// Lives that part, counted by cause; a click lists them.
Panel life_causes_panel(const LifeChoice& choice);

/// The list to choose a citizen from.
Panel life_list_panel(const LifeChoice& choice);

} // namespace samspil::viewer
