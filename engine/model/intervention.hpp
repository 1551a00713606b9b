// SPDX-License-Identifier: MPL-2.0
// Dated changes inside the period (docs/model.md 7.19): the only way options part after the burn-in.
#pragma once

#include "engine/base/units.hpp"
#include "engine/model/policy.hpp"

#include <span>
#include <string>
#include <vector>

namespace samspil {

enum class InterventionType : std::uint8_t {
    organisation_change, open_centre, close_centre, visitation_rule, change_places,
    // information
    compass_rollout, training, bridge_capacity, campaign,
    // access
    law_switch, documentation, access_regime,
    // places
    merge, convert_offer, same_roof, satellite, profile_change, admin_workplaces, transport_rule,
    // people
    population_shock,
    // volunteering
    consultants, forum_start, volunteer_policy,
    // money
    operating_form, invest, pool_change, frame_change, staff_mix,
};

/// Which parts of an organisation change take effect; a comparison in parts switches them one by one.
struct ChangeParts {
    bool attention, sharing, service_unit, shock;
    bool operator==(const ChangeParts&) const = default;
};

struct Intervention {
    InterventionType type = InterventionType::organisation_change;
    Day date = 0;
    std::string centre;            ///< target.centre, an id of centres.csv; empty where the type has none
    OrganisationPlan organisation{}; ///< organisation_change
    int shock_weeks = 26;          ///< organisation_change: length of the change shock
    ChangeParts parts{};           ///< organisation_change
    VisitationRule rule{};         ///< visitation_rule
    int core_k = 2;                ///< visitation_rule
    int gap_weeks = 4;             ///< close_centre: weeks without a place for those who must move
    int offer = 0;                 ///< change_places: index_of(offer)
    int places = 0;                ///< change_places: the new number of places

    // Shared by several types; the table of a type says what a value means there.
    std::string id;                    ///< optional name, for `requires`
    std::vector<std::string> requires_ids; ///< these must have happened before
    std::string to;                    ///< target.to: id of another centre (merge)
    std::string area;                  ///< target.area: unit id of the organisation; empty = everywhere
    std::string pool;                  ///< target.pool: id of pools.csv; empty = every pool
    double factor = 1, share = 0, hours = 0, persons = 0, amount_kr = 0;
    int weeks = 0;                     ///< how long it lasts
    int ramp_weeks = 0;                ///< weeks from the date until it is fully there; 0 = at once
    int choice = 0;                    ///< value of an enumeration (operating form, profile, law, split, ...)
    int choice2 = 0;                   ///< a second one
    bool flag = false;
    VolunteeringPolicy volunteering{};  ///< volunteer_policy
    bool operator==(const Intervention&) const = default;
};

/// What a file may say of one type: its id, whether a target centre is needed, its params.
struct InterventionKind {
    InterventionType type;
    std::string_view id;
    Label label;
    bool needs_centre;
    bool needs_model; ///< params.model, a name
    std::span<const Field> params;
    bool takes_centre = false; ///< target.centre may be given; without it the change is for every house
    bool takes_area = false;   ///< target.area may be given; without it the change is for the whole municipality
    bool needs_to = false;     ///< target.to, another centre
    bool takes_pool = false;   ///< target.pool may be given
    std::span<const std::string_view> must{}; ///< params that have to be said
};

std::span<const InterventionKind> intervention_kinds();
const InterventionKind& kind_of(InterventionType type);

/// Types of docs/model.md 7.19 that are known but not in this version; refused by name, never ignored.
std::span<const std::string_view> later_intervention_types();

} // namespace samspil
