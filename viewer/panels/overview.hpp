// SPDX-License-Identifier: MPL-2.0
// Goals as rows, options as columns, the base first: the panel that says which option is best on what.
#pragma once

#include "viewer/data/overview.hpp"
#include "viewer/panels/overview_words.hpp"

#include <memory>

namespace samspil::viewer {

struct OverviewLook {
    Language language = Language::da;
    Uncertainty uncertainty = Uncertainty::dots;
    std::string option; ///< key of the one in focus; its page is shown
};

/// `words`: of each option where they are known; else they are made.
Panel overview_panel(std::shared_ptr<const Overview> overview, OverviewLook look, const OverviewWords& words = {});

} // namespace samspil::viewer
