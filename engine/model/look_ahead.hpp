// SPDX-License-Identifier: MPL-2.0
// What the years alone do: a few figures of the first and of the last year of the period. In the baseline their
// difference is what ageing does with nothing decided; a comparison sets what an option does beside it (docs/model.md 8.1).
#pragma once

#include "engine/model/indicators.hpp"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace samspil {

enum class LookAhead : std::uint8_t { citizens, citizens_80plus, reduced, reach_municipal, waiting, use_maintaining, volunteers, cost_per_citizen };
inline constexpr std::size_t look_ahead_count = 8;

/// The KPIs of one figure, of the first and of the last 52 weeks of the period; NaN where the period is shorter than two years.
struct LookAheadKpis {
    std::string_view first, last;
};
LookAheadKpis look_ahead_kpis(LookAhead figure);

/// Whether the KPI is one of these; tables of all KPIs leave them to their own section.
bool is_look_ahead(std::string_view kpi);

void append_look_ahead_kpis(std::vector<Kpi>& kpis);

} // namespace samspil
