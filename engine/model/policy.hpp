// SPDX-License-Identifier: MPL-2.0
// What the municipality decides, apart from its houses: rules of access, limits, organisation; and which named
// mechanisms are at work (docs/model.md 8.2). One field table per struct.
#pragma once

#include "engine/model/access.hpp"
#include "engine/model/fields.hpp"
#include "engine/model/information.hpp"
#include "engine/model/money.hpp"
#include "engine/model/people.hpp"
#include "engine/model/places.hpp"
#include "engine/model/volunteering.hpp"

#include <cstdint>
#include <string>

namespace samspil {

enum class VisitationRule : std::uint8_t { exact, minimum, core_plus_k };
/// How a place is found: citizens choose among the houses they know, or everybody is given the offer of the functional
/// level at the nearest house.
enum class Offering : std::uint8_t { choice, matching };
enum class GapPolicy : std::uint8_t { stay_forebyggende, refuse, exception_quota };
enum class Leadership : std::uint8_t { single, dual, own_department };

/// Values of `policy:`.
struct Policy {
    VisitationRule visitation_rule;
    int core_k;             ///< 0..2 of the two important scores, for core_plus_k
    GapPolicy gap_policy;
    double exception_quota; ///< share let in under exception_quota
    int access_regime, transport_regime, demography_regulation; ///< only the built value is accepted
    Offering offering;
    int tau_club;           ///< highest score that fits a club
    double w_max;           ///< weeks before waiting counts as too long
    int review_weeks;       ///< between reviews of a participant
    double a_max;           ///< most that volunteers are asked, of agreed hours
    double sharing_after;   ///< weeks before a place is offered across the district
    InformationPolicy information;
    AccessPolicy access;
    PlacesPolicy places;
    PeoplePolicy people;
    VolunteeringPolicy volunteering;
    MoneyPolicy money;
};

/// Values of `organisation:` besides the name of the model.
struct OrganisationPlan {
    std::string model;      ///< a model of organisation.csv
    Leadership leadership;
    double sharing_within;  ///< share of free places offered inside a district (sigma_in)
    int service_units;      ///< units that run café, cleaning, booking and administration; 0 = one per leading unit
    bool operator==(const OrganisationPlan&) const = default;
};

/// Values of `mechanisms:`; off equals the neutral parameter bit for bit.
struct Mechanisms {
    bool mortality, nursing_home, net_migration, function_change, participation_effect, assessment_error,
        published_waits, vulnerability, volunteer_limit, volunteer_burden, leader_attention, change_shock, sharing,
        service_unit_saving;
    InformationMechanisms information;
    AccessMechanisms access;
    PlacesMechanisms places;
    PeopleMechanisms people;
    VolunteeringMechanisms volunteering;
    MoneyMechanisms money;
};

std::span<const Field> policy_fields();
std::span<const Field> organisation_fields(); ///< without `model`, which is a name
std::span<const Field> mechanism_fields();

} // namespace samspil
