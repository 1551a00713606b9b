// SPDX-License-Identifier: MPL-2.0
// What a search of the best choices says of its answer.
#include "engine/io/study_search.hpp"
#include "tests/support/catch.hpp"

using namespace samspil;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("a choice at one end of its range on the whole front is named, with the end", "[unit]")
{
    std::vector<StudyFactor> factors(3);
    factors[0].path = "interventions.1.params.persons";
    factors[0].high = 10;
    factors[1].path = "policy.ride_price";
    factors[1].label = {"kørsel", "rides"};
    factors[1].values = {0, 20, 40};
    factors[1].high = 40;
    factors[2].path = "policy.gap_policy";
    factors[2].words = {"refuse", "stay"};
    OptimisationPlan plan;
    OptimisationOutcome outcome;
    outcome.tried = outcome.within_budgets = 9;
    const auto point = [&](double persons, double price, bool front) {
        OptimisedPoint made;
        made.point.values = {persons, price, 1};
        made.on_front = front;
        outcome.points.push_back(made);
    };
    const auto said = [&] { return sentence_of(factors, plan, outcome); };
    point(9.95, 0, true);
    point(10, 0, true);
    point(3, 40, false);
    CHECK_THAT(said().da, ContainsSubstring("interventions.1.params.persons (højest), kørsel (lavest)") && !ContainsSubstring("gap_policy"));
    CHECK_THAT(said().en, ContainsSubstring("persons (highest), rides (lowest)"));
    point(5, 20, true);
    CHECK_THAT(said().en, !ContainsSubstring("edge"));
}
