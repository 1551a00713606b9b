// SPDX-License-Identifier: MPL-2.0
// What the tally keeps of the offers: who takes part, waits and travels, and how full they are (docs/model.md 8).
#pragma once

#include "engine/rules/rules.hpp"
#include "engine/simulation/tally_writer.hpp"

#include <array>
#include <span>
#include <vector>

namespace samspil {

class OfferTally {
public:
    OfferTally();
    /// After every week of the period.
    void observe(const Premises& premises, const World& world, std::span<const Start> starts);
    /// Reach is of the citizens' weeks, unmet need the mean over the weeks of the period.
    void report(const Premises& premises, std::int64_t citizen_weeks, std::int64_t weeks, KpiWriter& to) const;
    std::int64_t user_weeks() const; ///< of all offers
    Fixed attended() const { return attended_; }

private:
    static constexpr std::size_t longest_wait = 1024; ///< weeks; longer waits count as this long

    std::array<std::int64_t, offer_count> user_weeks_{}, queue_weeks_{}, offered_{}, taken_{};
    std::array<std::vector<std::int64_t>, offer_count> waits_; ///< starts by weeks waited
    std::int64_t traveller_weeks_ = 0, travel_tenths_ = 0, over_30_ = 0;
    Fixed attended_ = 0;
};

} // namespace samspil
