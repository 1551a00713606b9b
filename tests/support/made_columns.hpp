// SPDX-License-Identifier: MPL-2.0
// Columns of KPIs as runs would give them, with differences that are known.
#pragma once

#include "engine/experiment/comparison.hpp"
#include "tests/support/catch.hpp"

#include <string_view>
#include <vector>

namespace samspil::made {

inline const std::vector<Goal> headline_goals = goals_or_headline({});

/// Every KPI positive and varying between replications.
inline KpiColumns some_runs(std::size_t n)
{
    KpiColumns columns(kpi_table().size());
    for (std::size_t k = 0; k < columns.size(); ++k)
        for (std::size_t r = 0; r < n; ++r)
            columns[k].push_back(10.0 + static_cast<double>(k) + 0.3 * static_cast<double>((7 * r + k) % 5));
    return columns;
}

inline std::vector<double>& column(KpiColumns& columns, std::string_view kpi) { return columns[*find_kpi(kpi)]; }

/// The base with one KPI moved by `shift`, with a wobble of +-`wobble` between replications.
inline KpiColumns moved(const KpiColumns& base, std::string_view kpi, double shift, double wobble)
{
    KpiColumns option = base;
    auto& values = column(option, kpi);
    for (std::size_t r = 0; r < values.size(); ++r)
        values[r] += shift + (r % 2 == 0 ? wobble : -wobble);
    return option;
}

inline KpiDifference of(const std::vector<KpiDifference>& differences, std::string_view kpi)
{
    const KpiDifference* found = find_difference(differences, kpi);
    REQUIRE(found != nullptr);
    return *found;
}

} // namespace samspil::made
