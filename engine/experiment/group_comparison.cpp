// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/group_comparison.hpp"

#include "engine/stats/moments.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace samspil {
namespace {

bool is_defined(const std::vector<double>& values)
{
    return std::any_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
}

std::vector<GroupMember>::const_iterator twin_in(const GroupTable& table, const GroupMember& member)
{
    return std::find_if(table.members.begin(), table.members.end(), [&](const GroupMember& m) { return m.id == member.id; });
}

} // namespace

GroupComparison compare_groups(const GroupTable& base, const GroupTable& option)
{
    GroupComparison result{base.dimension, {}, {}};
    for (const GroupKpi& kpi : group_kpis()) {
        if (!applies(kpi, base.dimension)) continue;
        for (std::size_t m = 0; m < base.members.size(); ++m) {
            const auto twin = twin_in(option, base.members[m]);
            if (twin == option.members.end()) continue;
            const auto before = base.by_replication(kpi.about.id, m);
            const auto after = option.by_replication(kpi.about.id, static_cast<std::size_t>(twin - option.members.begin()));
            if (!is_defined(before) && !is_defined(after)) continue;
            result.rows.push_back({&kpi, base.members[m], compare_values(kpi.about, before, after)});
        }
    }
    for (const GroupMember& member : base.members)
        if (twin_in(option, member) == option.members.end()) result.only_in_one.push_back(member);
    for (const GroupMember& member : option.members)
        if (twin_in(base, member) == base.members.end()) result.only_in_one.push_back(member);
    return result;
}

Apart count_apart(const GroupComparison& comparison, bool on_screen_only)
{
    Apart count;
    for (const GroupDifference& row : comparison.rows) {
        if (on_screen_only && row.kpi->heading.en.empty()) continue;
        if (!row.difference.difference || is_nothing(row.difference) || is_fixed(row.difference)) continue;
        ++count.looked_at;
        if (!holds_zero(row.difference)) ++count.apart;
    }
    return count;
}

GroupSummary summarise(const std::vector<double>& by_replication)
{
    std::vector<double> defined;
    std::copy_if(by_replication.begin(), by_replication.end(), std::back_inserter(defined), [](double v) { return std::isfinite(v); });
    if (defined.empty()) return {};
    return {moments(defined).mean(), mean_interval(defined, comparison_level), defined.size()};
}

} // namespace samspil
