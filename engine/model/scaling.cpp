// SPDX-License-Identifier: MPL-2.0
#include "engine/model/scaling.hpp"

#include "engine/base/elementary.hpp"

#include <algorithm>
#include <cmath>

namespace samspil {
namespace {

/// Scales a whole number of every row, in the order of the rows.
template <class Rows, class Member>
void scale_column(Rows& rows, Member member, double factor)
{
    std::vector<int> counts;
    for (auto& row : rows) counts.push_back(member(row));
    counts = scaled_counts(counts, factor);
    for (std::size_t i = 0; i < rows.size(); ++i) member(rows[i]) = counts[i];
}

int scaled_count(int count, double factor) { return static_cast<int>(std::lround(count * factor)); }

/// What is there stays there: a house keeps its offers and its rooms.
int at_least_one(int before, int after) { return before > 0 ? std::max(1, after) : after; }

void scale_houses(std::vector<Centre>& centres, double factor)
{
    const std::vector<Centre> before = centres;
    for (std::size_t o = 0; o < offer_count; ++o) {
        scale_column(centres, [o](Centre& c) -> int& { return c.places[o]; }, factor);
    }
    scale_column(centres, [](Centre& c) -> int& { return c.volunteers; }, factor);
    scale_column(centres, [](Centre& c) -> int& { return c.other_task_hours; }, factor);
    for (std::size_t j = 0; j < centres.size(); ++j) {
        Centre& centre = centres[j];
        for (std::size_t o = 0; o < offer_count; ++o) centre.places[o] = at_least_one(before[j].places[o], centre.places[o]);
        centre.rooms.m2 = at_least_one(centre.rooms.m2, scaled_count(centre.rooms.m2, factor));
        for (int& seats : centre.rooms.seats) seats = at_least_one(seats, scaled_count(seats, factor));
        centre.rooms.admin_workplaces = scaled_count(centre.rooms.admin_workplaces, factor);
    }
}

void scale_intervention(Intervention& one, double factor)
{
    one.places = at_least_one(one.places, scaled_count(one.places, factor));
    one.persons *= factor;
    one.amount_kr *= factor;
    if (one.type != InterventionType::forum_start) one.hours *= factor; // a forum's hours are those of each leader
}

} // namespace

std::vector<int> scaled_counts(const std::vector<int>& counts, double factor)
{
    std::vector<int> out;
    double all = 0;
    std::int64_t given = 0;
    for (const int count : counts) {
        all += count;
        const auto until_here = static_cast<std::int64_t>(std::floor(all * factor + 0.5));
        out.push_back(static_cast<int>(until_here - given));
        given = until_here;
    }
    return out;
}

std::vector<double> spread_sizes(int n, double low, double high)
{
    const double from = elementary::log(low), to = elementary::log(high);
    std::vector<double> sizes;
    for (int k = 0; k < n; ++k) sizes.push_back(elementary::exp(from + (to - from) * (n == 1 ? 0.5 : static_cast<double>(k) / (n - 1))));
    if (n > 1) {
        sizes.front() = low; // as stated, without a last bit of the logarithm
        sizes.back() = high;
    }
    return sizes;
}

Scenario scaled(const Scenario& scenario, double factor)
{
    Scenario made = scenario;
    if (factor == 1) return made;
    scale_column(made.population, [](PopulationCount& row) -> int& { return row.persons; }, factor);
    scale_column(made.residents, [](Residents& row) -> int& { return row.persons; }, factor);
    scale_column(made.projection, [](PopulationTotal& row) -> int& { return row.persons_65_79; }, factor);
    scale_column(made.projection, [](PopulationTotal& row) -> int& { return row.persons_80plus; }, factor);
    scale_houses(made.centres, factor);
    for (Agreement& agreement : made.agreements) {
        agreement.hours *= factor;
        agreement.rooms *= factor;
    }
    for (Pool& pool : made.pools) {
        pool.kr_per_year *= factor;
        pool.initiatives *= factor;
    }
    for (BridgeUnit& bridge : made.bridges) bridge.hours *= factor;
    for (Intervention& one : made.interventions) scale_intervention(one, factor);
    double& visitators = made.policy.access.visitator_hours;
    if (visitators < unlimited_hours) visitators *= factor;
    made.policy.places.transport_frame *= factor;
    made.assumptions.rec_ext *= factor;
    made.assumptions.leader_pay *= factor;
    for (double& cost : made.assumptions.house_cost) cost *= factor;
    made.assumptions.money.quality_price *= factor;
    return made;
}

} // namespace samspil
