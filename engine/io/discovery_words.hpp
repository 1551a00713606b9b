// SPDX-License-Identifier: MPL-2.0
// Boxes in which an option loses, as sentences: "«B» er bedst, medmindre frivilligtilgangen er under 1,8 (dækker ...)".
#pragma once

#include "engine/base/text.hpp"
#include "engine/experiment/discovery.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

struct DiscoverySubject {
    Text option;                        ///< title
    const Kpi* goal = nullptr;
    std::span<const StudyFactor> factors;
    std::vector<Text> names;            ///< by factor
};

/// "frivilligtilgangen er under 1,8 timer og W_max er mindst 6"; empty where the box has no limit.
Text conditions_of(const LossBox& box, const DiscoverySubject& subject);

/// The first says it all of the first box, or that there is none and why; one more for each further box ("eller når ...").
std::vector<Text> discovery_sentences(const Discovery& found, const DiscoverySubject& subject);

/// What the shares are of: design points, equally weighted; what counts as losing.
Text words_on_discovery(const Discovery& found);

std::string_view id_of(Loss loss); ///< "worse", "verdict", "above", "below"

/// An object for machines; numbers in shortest round-trip form, infinite limits null.
std::string discovery_json(const Discovery& found, const DiscoverySubject& subject);

} // namespace samspil
