// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/measures.hpp"

#include "engine/base/errors.hpp"

#include <algorithm>
#include <cmath>

namespace samspil::viewer {

bool is_defined(std::span<const double> values)
{
    return std::any_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

Measure measure_of(const Kpi& kpi, Label heading, const std::vector<std::vector<double>>& values)
{
    Measure measure{&kpi, heading, {}, {}};
    for (std::size_t i = 0; i < values.size(); ++i) {
        measure.there.push_back(is_defined(values[i]));
        measure.differences.push_back(i == 0 ? level_of(kpi, values[i]) : compare_values(kpi, values[0], values[i]));
    }
    return measure;
}

Measure kpi_measure(Results results, std::string_view kpi, Label heading)
{
    const auto index = find_kpi(kpi);
    SAMSPIL_EXPECT(index.has_value(), "a screen names only KPIs of the table");
    std::vector<std::vector<double>> values;
    for (const Result* result : results) values.push_back(*index < result->kpis.size() ? result->kpis[*index] : std::vector<double>());
    return measure_of(kpi_table()[*index], heading, values);
}

} // namespace samspil::viewer
