// SPDX-License-Identifier: MPL-2.0
// What the tally keeps of staff and money (docs/model.md 8): integers summed over the weeks of the period.
#pragma once

#include "engine/model/world.hpp"
#include "engine/simulation/tally_writer.hpp"

#include <array>

namespace samspil {

class MoneyTally {
public:
    /// After every week of the period.
    void observe(const Premises& premises, const World& world);
    /// This week's entries of the module's series, in the order of append_money_series.
    void record(const Premises& premises, const World& world, SeriesWriter& to) const;
    /// The module's KPIs.
    void report(const Premises& premises, const World& world, KpiWriter& to) const;

private:
    std::int64_t weeks_ = 0, posts_ = 0, vacant_ = 0, staffed_weeks_ = 0, partner_weeks_ = 0;
    Fixed cover_ = 0, competence_ = 0, initiatives_ = 0, margin_prev_ = 0, margin_maint_ = 0;
};

} // namespace samspil
