// SPDX-License-Identifier: MPL-2.0
// Looks at the world after every week of the period and turns what it saw into series and KPIs (docs/model.md 8).
// All sums are integers, so that no order of adding can change a result.
#pragma once

#include "engine/model/world.hpp"
#include "engine/rules/rules.hpp"
#include "engine/simulation/tally_access.hpp"
#include "engine/simulation/tally_citizens.hpp"
#include "engine/simulation/tally_costs.hpp"
#include "engine/simulation/tally_equity.hpp"
#include "engine/simulation/tally_groups.hpp"
#include "engine/simulation/tally_houses.hpp"
#include "engine/simulation/tally_information.hpp"
#include "engine/simulation/tally_look_ahead.hpp"
#include "engine/simulation/tally_money.hpp"
#include "engine/simulation/tally_offers.hpp"
#include "engine/simulation/tally_people.hpp"
#include "engine/simulation/tally_places.hpp"
#include "engine/simulation/tally_transitions.hpp"
#include "engine/simulation/tally_volunteering.hpp"

#include <array>
#include <span>
#include <vector>

namespace samspil {

/// One citizen in so many is looked at; the same citizens in every option.
inline constexpr std::uint64_t census_share = 4;

/// The yearly look at true scores of a fixed share of citizens: who is where, and who falls between the offers (7.3).
struct Census {
    std::int64_t participants = 0, rightly_placed = 0, narrow_gap = 0, wide_gap = 0;
    AccessCensus access;
    InformationCensus information;
    PeopleCensus people;
    void look_at(const Premises& premises, const World& world, Chance chance, const Citizen& citizen, const Scores& scores);
};

class Tally {
public:
    explicit Tally(const Premises& premises);

    void observe(const Premises& premises, const World& world, std::span<const Start> starts, int volunteers_quit,
                 const std::array<Ore, account_count>& spent, const Workers& workers);
    /// Once a year in the middle of each year of the period.
    bool wants_census(const Premises& premises, Week week) const;
    void add_census(const Census& part);

    ReplicationResult result(const Premises& premises, const World& world) const;
    GroupTally& groups() { return groups_; }

private:
    void record_series(const Premises& premises, const World& world, const std::array<Ore, account_count>& spent);

    std::vector<std::vector<std::int32_t>> series_;
    std::int64_t weeks_ = 0, censuses_ = 0;
    Census census_;
    CitizenTally citizens_;
    OfferTally offers_;
    TransitionTally transitions_;
    CostTally costs_;
    HouseTally houses_;
    EquityTally equity_;
    GroupTally groups_;
    InformationTally information_;
    AccessTally access_;
    PlacesTally places_;
    PeopleTally people_;
    VolunteeringTally volunteering_;
    MoneyTally money_;
    LookAheadTally look_ahead_;
};

} // namespace samspil
