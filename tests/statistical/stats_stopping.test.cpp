// SPDX-License-Identifier: MPL-2.0
// The stopping rule keeps exactly the smallest prefix, and what looking again and again costs: coverage at the n where
// it stopped, over 10,000 batches. Bounds are five standard errors (false alarm below 1e-6).
#include "engine/random/distributions.hpp"
#include "engine/random/stream.hpp"
#include "engine/stats/intervals.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/stopping.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

using namespace samspil;

namespace {

constexpr std::size_t batches = 10'000, most = 100;

/// Differences of one batch: normal, standard deviation 1.
std::vector<double> batch(std::uint32_t number, double mean)
{
    std::vector<double> values(most);
    for (std::size_t r = 0; r < most; ++r)
        values[r] = mean + normal(uniform({7, number}, Purpose::bootstrap, 1, static_cast<std::uint32_t>(r)));
    return values;
}

struct Stopped {
    double coverage = 0;  ///< share of batches whose 95 % interval at the stopping n holds the truth
    double mean_n = 0;
    double away = 0;      ///< share that stopped because the 99 % interval left zero
    double capped = 0;    ///< share that reached the most
};

template <class Rule>
Stopped stopped_by(double mean, Rule rule)
{
    Stopped all;
    for (std::uint32_t b = 0; b < batches; ++b) {
        const auto values = batch(b, mean);
        const auto prefix = [&](std::size_t n) { return std::span(values).first(n); };
        const auto found = smallest_look(most, [&](std::size_t n) { return rule(prefix(n)); });
        // Exactly the smallest: no earlier look satisfies the rule, and looking at less of the run finds nothing.
        if (b < 200 && found) {
            for (std::size_t n = first_look; n < *found; n += look_every) REQUIRE_FALSE(rule(prefix(n)));
            REQUIRE(is_look(*found));
            REQUIRE(smallest_look(*found + 7, [&](std::size_t n) { return rule(prefix(n)); }) == found);
            REQUIRE_FALSE(smallest_look(*found - 1, [&](std::size_t n) { return rule(prefix(n)); }));
            // Looks that were judged before are not judged again, and nothing is passed over.
            for (std::size_t judged = 0; judged < *found; ++judged)
                REQUIRE(smallest_look(most, [&](std::size_t n) { return n > judged && rule(prefix(n)); }, judged) == found);
        }
        const std::size_t n = found.value_or(most);
        all.coverage += mean_interval(prefix(n))->contains(mean);
        all.mean_n += static_cast<double>(n);
        all.away += found && !mean_interval(prefix(n), settled_level)->contains(0);
        all.capped += !found;
    }
    for (double* share : {&all.coverage, &all.mean_n, &all.away, &all.capped}) *share /= static_cast<double>(batches);
    return all;
}

/// A share, five standard errors of the batches and of the expected value (100,000 batches, made apart) round it.
void within(double measured, double expected)
{
    const double five = 5 * std::sqrt(1.1 * expected * (1 - expected) / static_cast<double>(batches));
    INFO("measured " << measured << ", documented " << expected);
    CHECK(std::abs(measured - expected) < five);
}

} // namespace

TEST_CASE("Stopping at a half-width costs some coverage, as docs/experiments.md says")
{
    const auto narrow = [](double wanted) { return [wanted](std::span<const double> v) { return is_narrow(v, wanted); }; };
    within(stopped_by(0.3, narrow(0.4)).coverage, 0.9365);
    within(stopped_by(0.3, narrow(0.25)).coverage, 0.9451);
}

TEST_CASE("Stopping when a difference is settled: what is called a finding by chance, and what is covered")
{
    const auto settled = [](double relevance) { return [relevance](std::span<const double> v) { return is_settled(v, relevance); }; };
    const Stopped none = stopped_by(0.0, settled(0.3));
    within(none.away, 0.0579);
    within(none.coverage, 0.9179);
    const Stopped half = stopped_by(0.5, settled(0.3));
    within(half.coverage, 0.9571);
    CHECK(half.mean_n < 40);
}

TEST_CASE("A look is at 10, 15, 20 and so on, and nothing is settled by what is not determined")
{
    std::vector<std::size_t> looks;
    for (std::size_t n = 0; n < 32; ++n)
        if (is_look(n)) looks.push_back(n);
    CHECK(looks == std::vector<std::size_t>{10, 15, 20, 25, 30});
    const std::vector<double> same(10, 2.0), zero(10, 0.0);
    CHECK(is_narrow(same, 1e-9));
    CHECK(is_settled(same, 0.0));
    CHECK(is_settled(zero, 0.0));
    std::vector<double> hole = same;
    hole[3] = std::nan("");
    CHECK_FALSE(is_narrow(hole, 100));
    CHECK_FALSE(is_settled(hole, 100));
    CHECK_FALSE(half_width(std::span(same).first(1)));
}

TEST_CASE("Wilson's interval of a share, against values worked by hand")
{
    const Interval some = wilson_interval(18, 20);
    CHECK(some.low == Approx(0.69897).margin(1e-4));
    CHECK(some.high == Approx(0.97213).margin(1e-4));
    CHECK(wilson_interval(0, 20).low == 0.0);
    CHECK(wilson_interval(20, 20).high == 1.0);
}
