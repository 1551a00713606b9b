// SPDX-License-Identifier: MPL-2.0
#include "engine/model/intervention_notes.hpp"

namespace samspil {

using T = InterventionType;

std::optional<Label> without_price(InterventionType type)
{
    switch (type) {
    case T::campaign: return Label{"kampagne", "campaign"};
    case T::training: return Label{"oplæring", "training"};
    case T::compass_rollout: return Label{"udrulning af Socialkompas", "the rollout of Socialkompas"};
    case T::forum_start: return Label{"forummets timer", "the forum's hours"};
    case T::merge:
    case T::same_roof: return Label{"flytning af et hus", "moving a house"};
    default: return std::nullopt;
    }
}

bool says_nothing(const Intervention& made, const Field& field)
{
    switch (made.type) {
    case T::training:
    case T::admin_workplaces: // a number or a share
        return (field.key == "persons" && made.persons == 0 && made.share > 0) || (field.key == "share" && made.share == 0 && made.persons > 0);
    case T::transport_rule: return field.key == "frame_factor" && made.share == field.fallback;
    default: return false;
    }
}

} // namespace samspil
