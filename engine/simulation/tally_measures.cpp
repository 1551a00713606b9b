// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_measures.hpp"

#include "engine/simulation/tally_writer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace samspil {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

} // namespace

double mean_wait(const std::vector<std::int64_t>& waits)
{
    std::int64_t sum = 0, n = 0;
    for (std::size_t w = 0; w < waits.size(); ++w) {
        sum += static_cast<std::int64_t>(w) * waits[w];
        n += waits[w];
    }
    return ratio(sum, n);
}

double wait_quantile(const std::vector<std::int64_t>& waits, double share)
{
    std::int64_t n = 0;
    for (const std::int64_t count : waits)
        n += count;
    if (n == 0) return undefined;
    std::int64_t below = 0;
    for (std::size_t w = 0; w < waits.size(); ++w) {
        below += waits[w];
        if (static_cast<double>(below) >= share * static_cast<double>(n)) return static_cast<double>(w);
    }
    return static_cast<double>(waits.size());
}

double share_over(const std::vector<std::int64_t>& waits, double limit)
{
    std::int64_t n = 0, over = 0;
    for (std::size_t w = 0; w < waits.size(); ++w) {
        n += waits[w];
        if (static_cast<double>(w) > limit) over += waits[w];
    }
    return ratio(over, n);
}

std::vector<std::int64_t> by_key(const Scenario& scenario, const std::vector<std::int64_t>& values)
{
    std::vector<std::pair<int, std::int64_t>> keyed;
    for (std::size_t i = 0; i < values.size(); ++i)
        keyed.emplace_back(scenario.neighbourhoods[i].key, values[i]);
    std::sort(keyed.begin(), keyed.end());
    std::vector<std::int64_t> sorted;
    for (const auto& [key, value] : keyed)
        sorted.push_back(value);
    return sorted;
}

double gini(const std::vector<std::int64_t>& people, const std::vector<std::int64_t>& users)
{
    double n = 0, all = 0, sum = 0;
    for (std::size_t a = 0; a < people.size(); ++a) {
        n += static_cast<double>(people[a]);
        all += static_cast<double>(users[a]);
    }
    if (!(n > 0) || !(all > 0)) return undefined;
    for (std::size_t a = 0; a < people.size(); ++a) {
        for (std::size_t b = 0; b < people.size(); ++b) {
            if (people[a] == 0 || people[b] == 0) continue;
            sum += static_cast<double>(people[a]) * static_cast<double>(people[b]) *
                   std::abs(ratio(users[a], people[a]) - ratio(users[b], people[b]));
        }
    }
    return sum / (2 * n * n * (all / n));
}

double worst_over_best(const std::vector<std::int64_t>& people, const std::vector<std::int64_t>& users)
{
    double worst = std::numeric_limits<double>::infinity(), best = 0;
    for (std::size_t a = 0; a < people.size(); ++a) {
        if (people[a] == 0) continue;
        worst = std::min(worst, ratio(users[a], people[a]));
        best = std::max(best, ratio(users[a], people[a]));
    }
    return best > 0 ? worst / best : undefined;
}

} // namespace samspil
