// SPDX-License-Identifier: MPL-2.0
// The page of a study: a bar is green where more of the factor goes with a better goal, whichever way that is.
#include "engine/io/study_words.hpp"
#include "tests/support/catch.hpp"

#include <cmath>

using namespace samspil;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("a bar's colour is that of the goal, not of the sign")
{
    StudyResult result;
    result.factors.resize(1);
    result.factors[0].path = "assumptions.h_v";
    Measure measure;
    measure.option = 1;
    measure.factors.resize(1);
    const auto figure = [&](const char* kpi, double r) {
        measure.kpi = *find_kpi(kpi);
        measure.factors[0].influence.value = std::abs(r);
        measure.factors[0].signed_one.value = r;
        return tornado_figure(result, measure, 8, Language::en);
    };
    CHECK_THAT(figure("reach.municipal", 0.6), ContainsSubstring("rect class=\"better\""));
    CHECK_THAT(figure("reach.municipal", -0.6), ContainsSubstring("rect class=\"worse\""));
    CHECK_THAT(figure("travel.over_30", 0.6), ContainsSubstring("rect class=\"worse\""));
    CHECK_THAT(figure("travel.over_30", -0.6), ContainsSubstring("rect class=\"better\""));
    measure.factors[0].signed_one.value = no_prior; // words
    measure.factors[0].influence.value = 0.6;
    CHECK_THAT(tornado_figure(result, measure, 8, Language::en), ContainsSubstring("rect class=\"tie\""));
}

TEST_CASE("a choice is called what people call it, in tables and sentences")
{
    CHECK(word_at("policy.gap_policy", "stay_forebyggende").da == "bliver i forebyggende");
    CHECK(word_at("policy.visitation_rule", "exact").en == "exact");
    CHECK(word_at("policy.gap_policy", "noget_andet").da == "noget_andet");
    CHECK(word_at("nowhere", "x").en == "x");
}
