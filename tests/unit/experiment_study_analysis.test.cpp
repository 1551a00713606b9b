// SPDX-License-Identifier: MPL-2.0
// What a study says about factors, on answers whose truth is known.
#include "engine/experiment/discovery.hpp"
#include "engine/experiment/study_analysis.hpp"
#include "engine/experiment/study_design.hpp"
#include "engine/stats/designs.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>

using namespace samspil;

namespace {

std::vector<StudyFactor> two_factors()
{
    StudyFactor strong, weak;
    strong.path = "assumptions.strong";
    weak.path = "assumptions.weak";
    weak.low = 10;
    weak.high = 30;
    return {strong, weak};
}

/// Option - base = 3 strong + weak share, and the base moves too; noise-free replications.
Evaluation answers_to(std::span<const StudyPoint> points, std::size_t kpi, int replications)
{
    Evaluation a;
    a.points = points.size();
    a.options = 2;
    a.replications = a.complete = replications;
    for (const StudyPoint& point : points) {
        const double base = 5 * point.values[1], share = (point.values[1] - 10) / 20;
        for (std::size_t o = 0; o < 2; ++o) {
            for (int r = 0; r < replications; ++r) {
                for (std::size_t k = 0; k < kpi_table().size(); ++k) a.values.push_back(k == kpi ? base + (o == 1 ? 3 * point.values[0] + share - 1 : 0) + r : 0);
            }
        }
    }
    return a;
}

} // namespace

TEST_CASE("Morris and Sobol' speak of the paired difference, in its unit and its variance")
{
    const auto factors = two_factors();
    const std::size_t kpi = *find_kpi("wait.mean.klub");
    const std::vector<std::size_t> goals{kpi};
    const Matrix paths = morris_trajectories(6, 2, 4, 1);
    const auto moved = in_units(factors, paths);
    const auto morris = analyse(InfluenceKind::morris, answers_to(moved, kpi, 2), factors, moved, paths, goals, 1);
    REQUIRE(morris.size() == 1);
    CHECK(morris[0].factors[0].influence.value == Approx(3)); // the base's own movement of 100 is not there
    CHECK(morris[0].factors[1].influence.value == Approx(1));
    CHECK(morris[0].factors[0].sigma == Approx(0).margin(1e-9));
    CHECK(by_influence(morris[0]).front() == 0);

    const Matrix blocks = saltelli(512, 2, 3);
    const auto drawn = in_units(factors, blocks);
    const auto sobol = analyse(InfluenceKind::sobol, answers_to(drawn, kpi, 1), factors, drawn, blocks, goals, 1);
    CHECK(sobol[0].factors[0].influence.value == Approx(0.9).margin(0.05)); // 9 : 1
    CHECK(sobol[0].factors[1].signed_one.value == Approx(0.1).margin(0.05));
}

TEST_CASE("A point with a failed replication keeps its verdict by those that are left, an undefined KPI has none")
{
    const auto factors = two_factors();
    const std::size_t kpi = *find_kpi("wait.mean.klub");
    const std::vector<std::size_t> goals{kpi};
    const auto points = grid_points(factors, 3);
    Evaluation answers = answers_to(points, kpi, 5);
    const auto undecided = [&] { return analyse(InfluenceKind::rank_correlation, answers, factors, points, {}, goals, 1)[0].undecided; };
    CHECK(undecided() == 0);
    const std::size_t kpis = kpi_table().size(), row = ((4 * 2 + 1) * 5 + 3) * kpis; // point 4, the option, replication 3
    std::fill_n(answers.values.begin() + static_cast<std::ptrdiff_t>(row), kpis, unknown_value);
    CHECK(undecided() == 1); // it ran, and the KPI is undefined
    answers.failures = {{4, 1, 3, {"fejl", "failed"}}};
    CHECK(undecided() == 0);
}

TEST_CASE("A sweep counts verdicts by point and finds the ends")
{
    const auto factors = two_factors();
    const std::size_t kpi = *find_kpi("wait.mean.klub"); // lower is better, 0.5 weeks matter
    const std::vector<std::size_t> goals{kpi};
    const auto points = grid_points(factors, 3);
    const auto found = analyse(InfluenceKind::rank_correlation, answers_to(points, kpi, 5), factors, points, {}, goals, 1);
    const Measure& m = found[0];
    CHECK(m.better == 1); // -1; -0.5, 0 and 0.5 are within the threshold
    CHECK(m.tie == 3);
    CHECK(m.better + m.tie + m.worse == points.size());
    CHECK(m.lowest == Approx(-1));
    CHECK(m.lowest_point == 0);
    CHECK(m.highest == Approx(3));
    CHECK(m.highest_point == 8);
    CHECK(m.factors[0].influence.value > m.factors[1].influence.value);
    CHECK(m.factors[0].signed_one.value > 0.9);
}

TEST_CASE("The weakest influential assumptions are the assumed ones, by their largest share")
{
    auto factors = two_factors();
    factors.push_back(factors[0]);
    factors[2].tag = Evidence::source;
    Measure a, b;
    const auto of = [](double value) {
        FactorInfluence one;
        one.influence.value = value;
        return one;
    };
    a.factors = {of(1), of(4), of(8)};
    b.factors = {of(3), of(unknown_value), of(0)};
    const std::vector<Measure> measures{a, b};
    const auto weak = weakest_influential(measures, factors, 10);
    REQUIRE(weak.size() == 2); // the third is known from a source
    CHECK(weak[0].factor == 0);
    CHECK(weak[0].measure == 1);
    CHECK(weak[0].share == 1);
    CHECK(weak[1].factor == 1);
    CHECK(weak[1].share == 0.5);
    CHECK(weakest_influential(measures, factors, 1).size() == 1);
}

TEST_CASE("Rank correlation sees order only, shares ties, and says nothing of what does not vary")
{
    const std::vector<double> x{1, 2, 3, 4}, y{1, 10, 100, 1000}, flat{2, 2, 2, 2}, ties{1, 1, 2, 2};
    CHECK(rank_correlation(x, y) == Approx(1));
    CHECK(rank_correlation(x, ties) == Approx(0.894427191));
    CHECK(std::isnan(rank_correlation(x, flat)));
    const std::vector<double> holes{4, unknown_value, 2, 1};
    CHECK(rank_correlation(x, holes) == Approx(-1));
}

TEST_CASE("The association of words does not depend on the order in which they are listed")
{
    const std::vector<double> words{0, 0, 0, 1, 1, 1, 2, 2, 2}, turned{1, 1, 1, 0, 0, 0, 2, 2, 2}, values{1, 2, 3, 4, 5, 6, 7, 8, 9};
    CHECK(rank_association(words, values) == Approx(std::sqrt(0.9))); // 54 of 60 lie between the groups
    CHECK(rank_association(turned, values) == Approx(std::sqrt(0.9)));
    CHECK(rank_correlation(turned, values) < 0.6);
    const std::vector<double> two{0, 1, 0, 1, 1, 0}, of_two{3, 9, 4, 7, 2, 1};
    CHECK(rank_association(two, of_two) == Approx(std::abs(rank_correlation(two, of_two))));
    CHECK(std::isnan(rank_association(std::vector<double>(6, 1.0), of_two)));
}

TEST_CASE("Verdicts of a study are by the goal's own limit")
{
    const auto factors = two_factors();
    const std::size_t kpi = *find_kpi("wait.mean.klub"); // lower is better, 0.5 weeks matter unless the scenario says otherwise
    const std::vector<std::size_t> goals{kpi};
    const auto points = grid_points(factors, 3);
    const Evaluation answers = answers_to(points, kpi, 5);
    const auto tight = analyse(InfluenceKind::rank_correlation, answers, factors, points, {}, goals, 1);
    const auto wide = analyse(InfluenceKind::rank_correlation, answers, factors, points, {}, goals, 1, std::vector{1000.0});
    CHECK(tight[0].better + tight[0].worse > 0);
    CHECK(wide[0].better + wide[0].worse == 0);
    CHECK(wide[0].relevance == 1000.0);
    CHECK(std::isnan(tight[0].relevance));
    CHECK(loss_cases(answers, 1, kpi, Loss::verdict) != loss_cases(answers, 1, kpi, Loss::verdict, 1000.0));
}
