// SPDX-License-Identifier: MPL-2.0
// Which house is looked at, and its indicators over the period.
#include "viewer/data/house.hpp"

#include "engine/model/groups.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace samspil::viewer {

const CentreRow* house_row(const Result& result, int key)
{
    const auto found = std::find_if(result.centres.begin(), result.centres.end(), [&](const CentreRow& row) { return row.key == key; });
    if (found != result.centres.end()) return &*found;
    return result.centres.empty() ? nullptr : &result.centres.front();
}

int house_after(const Result& result, int key, int step)
{
    const CentreRow* now = house_row(result, key);
    if (now == nullptr) return 0;
    const auto n = static_cast<std::ptrdiff_t>(result.centres.size());
    const std::ptrdiff_t at = now - result.centres.data();
    return result.centres[static_cast<std::size_t>(((at + step) % n + n) % n)].key;
}

std::optional<std::size_t> house_index(const Result& result, int key)
{
    const auto found = std::find_if(result.centres.begin(), result.centres.end(), [&](const CentreRow& row) { return row.key == key; });
    if (found == result.centres.end()) return std::nullopt;
    return static_cast<std::size_t>(found - result.centres.begin());
}

namespace {

/// Latin letters of both languages in lower case; every other byte as it is.
std::string lower(std::string_view words)
{
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto byte = static_cast<unsigned char>(words[i]);
        if (byte >= 'A' && byte <= 'Z') out += static_cast<char>(byte + 32);
        else if (i > 0 && static_cast<unsigned char>(words[i - 1]) == 0xC3 && byte >= 0x80 && byte <= 0x9E) out += static_cast<char>(byte + 0x20);
        else out += words[i];
    }
    return out;
}

} // namespace

bool is_like(std::string_view name, std::string_view typed)
{
    const std::string all = lower(name), asked = lower(typed);
    for (std::size_t begin = 0; begin < asked.size();) {
        const std::size_t end = std::min(asked.find(' ', begin), asked.size());
        if (all.find(asked.substr(begin, end - begin)) == std::string::npos) return false;
        begin = end + 1;
    }
    return true;
}

std::vector<Measure> house_kpis(const Library& library, Results results, int key)
{
    std::vector<Measure> measures;
    for (const GroupKpi& kpi : group_kpis()) {
        if (!applies(kpi, Dimension::centre) || kpi.heading.en.empty()) continue;
        std::vector<std::vector<double>> values;
        for (const Result* result : results) {
            values.emplace_back();
            const GroupTable* table = library.find_groups({result->key, Dimension::centre});
            const auto house = house_index(*result, key);
            if (table == nullptr || !house) continue;
            const auto same = [&](const GroupMember& m) { return m.id == result->centres[*house].id; };
            const auto member = std::find_if(table->members.begin(), table->members.end(), same);
            if (member != table->members.end())
                values.back() = table->by_replication(kpi.about.id, static_cast<std::size_t>(member - table->members.begin()));
        }
        if (std::any_of(values.begin(), values.end(), is_defined)) measures.push_back(measure_of(kpi.about, kpi.heading, values));
    }
    return measures;
}

std::vector<Measure> house_running(const Library& library, Results results, int key)
{
    /// `value` of a replication from the weeks of the house; NaN where it says nothing.
    using Value = std::function<double(const ReplicationWeeks&, int replication)>;
    const auto each_week = [](const ReplicationWeeks& t, int r, bool only_positive, double factor) {
        double sum = 0;
        int counted = 0;
        for (int w = 0; w < t.weeks; ++w) {
            if (only_positive && t.at(r, w) <= 0) continue;
            sum += t.at(r, w);
            ++counted;
        }
        return counted > 0 ? sum / counted * factor : std::numeric_limits<double>::quiet_NaN();
    };
    const Value share_where_any = [&](const ReplicationWeeks& t, int r) { return each_week(t, r, true, 0.001); };
    const Value share = [&](const ReplicationWeeks& t, int r) { return each_week(t, r, false, 0.001); };
    const Value mean = [&](const ReplicationWeeks& t, int r) { return each_week(t, r, false, 1); };
    const Value total = [](const ReplicationWeeks& t, int r) {
        double sum = 0;
        for (int w = 0; w < t.weeks; ++w) sum += t.at(r, w);
        return sum;
    };
    struct Row {
        std::string_view kpi, group, id;
        Label heading;
        const Value& value;
    };
    const Row rows[] = {{"staff.cover", "budget", "staff_cover", {"bemanding", "staffing"}, share_where_any},
                        {"steering.stopped_weeks", "budget", "intake_stop", {"uger med optagestop", "weeks of intake stop"}, total},
                        {"organisation.attention", "weekly", "attention", {"ledelse", "leadership"}, share},
                        {"cafe.guests", "places", "cafe_guests", {"cafégæster", "café guests"}, mean}};
    std::vector<Measure> measures;
    for (const Row& row : rows) {
        std::vector<std::vector<double>> values;
        for (const Result* result : results) {
            values.emplace_back();
            const Series* series = library.find_series({result->key, std::string(row.group), std::string(row.id)});
            const auto house = house_index(*result, key);
            if (series == nullptr || !house) continue;
            const std::size_t cell = *house;
            const ReplicationWeeks weeks = sum_of_cells(*series, std::span(&cell, 1));
            for (int r = 0; r < weeks.replications; ++r) values.back().push_back(row.value(weeks, r));
        }
        if (std::any_of(values.begin(), values.end(), is_defined)) measures.push_back(measure_of(kpi_table()[*find_kpi(row.kpi)], row.heading, values));
    }
    return measures;
}

} // namespace samspil::viewer
