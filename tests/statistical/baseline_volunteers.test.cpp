// SPDX-License-Identifier: MPL-2.0
// The volunteers of the Aarhus baseline: as many as stated, no trend, and clubs that need them (docs/model.md 7.15, 9.2).
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <cmath>
#include <numeric>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr Chance chance{2021, 0};

const std::vector<std::int32_t>& series(const ReplicationResult& result, std::string_view group, std::string_view id)
{
    const auto table = series_table();
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].group == group && table[i].id == id) return result.series[i];
    }
    throw std::runtime_error("no such series");
}

double kpi(const ReplicationResult& result, std::string_view id) { return result.kpis[*find_kpi(id)]; }

/// Club sessions offered in the last week.
std::int64_t club_sessions(const ReplicationResult& result, std::size_t centres)
{
    const auto& offered = series(result, "weekly", "offered");
    std::int64_t sum = 0;
    for (std::size_t at = offered.size() - centres * offer_count; at < offered.size(); at += offer_count) sum += offered[at];
    return sum;
}

} // namespace

TEST_CASE("the baseline keeps 2,700 to 3,000 volunteers with no trend over 1 % a year")
{
    // The slope of one replication varies by some 0.3 % a year: the claim is on the mean, here of four.
    constexpr std::uint32_t replications = 4;
    const Scenario scenario = shipped("aarhus/basis", 312, 520);
    const std::size_t centres = scenario.centres.size();
    double weighted = 0, spread = 0, mean = 0, nursing = 0;
    for (std::uint32_t r = 0; r < replications; ++r) {
        const ReplicationResult result = run(scenario, {chance.seed, r}, {}, 0);
        const auto& stock = series(result, "volunteers", "stock");
        for (int w = 0; w < scenario.period.weeks; ++w) {
            const auto begin = stock.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(w) * centres);
            const double all = std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(centres), 0.0);
            const double years = (w - scenario.period.weeks / 2.0) / 52.18;
            weighted += years * all;
            spread += years * years;
        }
        mean += kpi(result, "volunteers.stock") / replications;
        nursing += kpi(result, "volunteers.nursing_home_share") / replications;
    }
    INFO("mean " << mean << ", slope " << weighted / spread / mean);
    CHECK(mean > 2700);
    CHECK(mean < 3000);
    CHECK(std::abs(weighted / spread / mean) < 0.01);
    CHECK(std::abs(nursing - 0.3) < 0.05);
}

TEST_CASE("taking away 15 % of the volunteers of Aarhus cuts club places")
{
    const Scenario plain = shipped("aarhus/basis", 13, 26);
    Scenario fewer = plain;
    for (Centre& centre : fewer.centres) centre.volunteers = centre.volunteers * 85 / 100;
    fewer.assumptions.rec_ext *= 0.85;
    const auto before = club_sessions(run(plain, chance, {}, 0), plain.centres.size());
    const auto after = club_sessions(run(fewer, chance, {}, 0), plain.centres.size());
    CHECK(static_cast<double>(after) < 0.98 * static_cast<double>(before));
}
