// SPDX-License-Identifier: MPL-2.0
// Where parts of the tally write: series in the order of their table, KPIs by id.
#pragma once

#include "engine/base/errors.hpp"
#include "engine/model/indicators.hpp"

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace samspil {

/// Hands out the series one by one; the id says which is meant.
class SeriesWriter {
public:
    explicit SeriesWriter(std::vector<std::vector<std::int32_t>>& series) : series_(series) {}
    std::vector<std::int32_t>& next(std::string_view id)
    {
        SAMSPIL_EXPECT(next_ < series_.size() && series_table()[next_].id == id, "series are recorded in the order of their table");
        return series_[next_++];
    }

private:
    std::vector<std::vector<std::int32_t>>& series_;
    std::size_t next_ = 0;
};

class KpiWriter {
public:
    explicit KpiWriter(std::vector<double>& values) : values_(values) {}
    void set(std::string_view id, double value)
    {
        const auto index = find_kpi(id);
        SAMSPIL_EXPECT(index.has_value(), "every KPI that is set stands in the table");
        values_[*index] = value;
    }

private:
    std::vector<double>& values_;
};

/// above / below, or NaN where that is undefined.
inline double ratio(double above, double below)
{
    return below > 0 ? above / below : std::numeric_limits<double>::quiet_NaN();
}
inline double ratio(std::int64_t above, std::int64_t below) { return ratio(static_cast<double>(above), static_cast<double>(below)); }

} // namespace samspil
