// SPDX-License-Identifier: MPL-2.0
// A win that is a mean of fewer people, or a wait that only begins later, is said to be one.
#include "engine/io/comparison_report.hpp"
#include "tests/support/catch.hpp"

using namespace samspil;
using Catch::Matchers::ContainsSubstring;

namespace {

/// A difference with an interval a tenth of it wide, judged as a goal.
KpiDifference differs(std::string_view id, double base, double difference)
{
    KpiDifference d;
    d.kpi = &kpi_table()[*find_kpi(id)];
    d.base = base;
    d.option = base + difference;
    d.difference = difference;
    d.ci_low = difference - std::abs(difference) / 20;
    d.ci_high = difference + std::abs(difference) / 20;
    d.relevance = std::abs(difference) / 2;
    d.goal = true;
    d.verdict = verdict_of(d.kpi->direction, *d.ci_low, *d.ci_high, d.relevance);
    return d;
}

} // namespace

TEST_CASE("a better mean of those in the offers is said to be of fewer, and only where they are far fewer", "[unit]")
{
    const std::vector<KpiDifference> fewer{differs("reach.municipal", 0.024, -0.0132), differs("travel.over_30", 0.08, -0.015), differs("volunteers.overasked", 0.12, -0.05)};
    const auto notes = other_side_of_wins(fewer);
    REQUIRE(notes.size() == 1);
    CHECK_THAT(notes[0].note.da, ContainsSubstring("«Over 30 minutters rejse»") && ContainsSubstring("55 % lavere") && !ContainsSubstring("overbelastes"));
    CHECK_THAT(notes[0].brief.en, ContainsSubstring("55 % smaller share reached"));
    CHECK(other_side_of_wins(std::vector{differs("reach.municipal", 0.024, -0.0005), differs("travel.over_30", 0.08, -0.015)}).empty());
    CHECK(other_side_of_wins(std::vector{differs("reach.municipal", 0.024, -0.0132), differs("travel.over_30", 0.08, 0.015)}).empty());
    CHECK(other_side_of_wins(std::vector{differs("reach.municipal", 0.024, 0.0132), differs("travel.over_30", 0.08, -0.015)}).empty());
    CHECK(other_side_of_wins({}).empty());
}

TEST_CASE("a wait for maintaining is read with the wait for the decision", "[unit]")
{
    const std::vector<KpiDifference> later{differs("wait.mean.vedligeholdende_center", 3.7, -3.5), differs("access.decision_wait", 2, 315)};
    const auto notes = other_side_of_wins(later);
    REQUIRE(notes.size() == 1);
    CHECK_THAT(notes[0].note.da, ContainsSubstring("tæller fra afgørelsen") && ContainsSubstring("+315"));
    CHECK(other_side_of_wins(std::vector{differs("wait.mean.vedligeholdende_center", 3.7, -3.5), differs("access.decision_wait", 2, 0.2)}).empty());
    const auto said = [](double queue, double decision) {
        const auto both = other_side_of_wins(std::vector{differs("wait.mean.vedligeholdende_center", 3.7, queue), differs("access.decision_wait", 9, decision)});
        return both.empty() ? std::string() : both.front().note.en;
    };
    CHECK_THAT(said(0.5, -2), ContainsSubstring("comes sooner: −2"));
    CHECK_THAT(said(-0.5, -2), ContainsSubstring("comes sooner"));
    CHECK_THAT(said(3.5, 7), ContainsSubstring("waited for longer"));
    CHECK(other_side_of_wins(std::vector{differs("wait.mean.klub", 3.7, -3.5), differs("access.decision_wait", 2, 315)}).empty());
}

TEST_CASE("who gets no ride and who loses a club are told of where goals are better", "[unit]")
{
    const std::vector<KpiDifference> rides{differs("reach.municipal", 0.024, 0.002), differs("transport.refused", 1200, 1334)};
    const auto notes = other_side_of_wins(rides);
    REQUIRE(notes.size() == 1);
    CHECK_THAT(notes[0].note.en, ContainsSubstring("1,334") && ContainsSubstring("count as reached"));
    CHECK(other_side_of_wins(std::vector{differs("reach.municipal", 0.024, -0.0002), differs("transport.refused", 1200, 1334)}).empty());
    CHECK(other_side_of_wins(std::vector{differs("reach.municipal", 0.024, 0.002), differs("transport.refused", 1200, 20)}).empty());
    KpiDifference clubs = differs("reach.klub", 0.10, -0.036);
    clubs.goal = false;
    clubs.verdict.reset();
    const auto lost = other_side_of_wins(std::vector{differs("reach.municipal", 0.024, 0.002), clubs});
    REQUIRE(lost.size() == 1);
    CHECK_THAT(lost[0].note.da, ContainsSubstring("36 % lavere andel er i klub"));
}
