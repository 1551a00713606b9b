// SPDX-License-Identifier: MPL-2.0
// Dated changes inside the period (docs/model.md 7.19): the only way options part after the burn-in.
#pragma once

#include "engine/base/units.hpp"
#include "engine/model/policy.hpp"

#include <span>
#include <string>

namespace samspil {

enum class InterventionType : std::uint8_t { organisation_change, open_centre, close_centre, visitation_rule, change_places };

/// Which parts of an organisation change take effect; a comparison in parts switches them one by one.
struct ChangeParts {
    bool attention, sharing, service_unit, shock;
};

struct Intervention {
    InterventionType type = InterventionType::organisation_change;
    Day date = 0;
    std::string centre;            ///< target.centre, an id of centres.csv; empty where the type has none
    OrganisationPlan organisation; ///< organisation_change
    int shock_weeks = 26;          ///< organisation_change: length of the change shock
    ChangeParts parts{};           ///< organisation_change
    VisitationRule rule{};         ///< visitation_rule
    int core_k = 2;                ///< visitation_rule
    int gap_weeks = 4;             ///< close_centre: weeks without a place for those who must move
    int offer = 0;                 ///< change_places: index_of(offer)
    int places = 0;                ///< change_places: the new number of places
};

/// What a file may say of one type: its id, whether a target centre is needed, its params.
struct InterventionKind {
    InterventionType type;
    std::string_view id;
    Label label;
    bool needs_centre;
    bool needs_model; ///< params.model, a name
    std::span<const Field> params;
};

std::span<const InterventionKind> intervention_kinds();
const InterventionKind& kind_of(InterventionType type);

/// Types of docs/model.md 7.19 that are known but not in this version; refused by name, never ignored.
std::span<const std::string_view> later_intervention_types();

} // namespace samspil
