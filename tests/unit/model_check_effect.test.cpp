// SPDX-License-Identifier: MPL-2.0
// What is set and cannot do anything is told; what can is not.
#include "engine/model/check.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"
#include "tests/support/warned.hpp"

using namespace samspil;
using T = InterventionType;

namespace {

std::vector<std::string> warned(const Scenario& town) { return testing::warned_paths(check_effect, town); }

using Paths = std::vector<std::string>;

Intervention change(const Scenario& town, T type)
{
    Intervention made;
    made.type = type;
    set_defaults(kind_of(type).params, &made);
    made.date = town.period.start + 70;
    made.centre = town.centres[1].id;
    if (kind_of(type).needs_to) made.to = town.centres[0].id;
    return made;
}

} // namespace

TEST_CASE("a value that no rule in force reads is told of", "[unit]")
{
    Scenario town = worlds::town(3, 10);
    town.policy.visitation_rule = VisitationRule::minimum;
    town.policy.gap_policy = GapPolicy::stay_forebyggende;
    town.organisation.sharing_within = 0;
    CHECK(warned(town).empty());
    town.policy.core_k = 1;
    town.policy.exception_quota = 0.5;
    town.policy.sharing_after = 4;
    CHECK(warned(town) == Paths{"policy.core_k", "policy.exception_quota", "policy.sharing_after"});
    town.policy.visitation_rule = VisitationRule::core_plus_k;
    town.policy.gap_policy = GapPolicy::exception_quota;
    Intervention later = change(town, T::organisation_change);
    later.organisation.sharing_within = 0.5;
    town.interventions = {later};
    CHECK(warned(town).empty());
    town.organisation.sharing_within = 0.5;
    town.mechanisms.sharing = false;
    town.policy.money.steer_cut = town.policy.money.steer_stop - 0.01;
    CHECK(warned(town) == Paths{"organisation.sharing_within", "policy.steer_cut"});
}

TEST_CASE("a change of what a house does not have is told of", "[unit]")
{
    Scenario town = worlds::town(3, 10);
    town.centres[1].places[index_of(Offer::forebyggende)] = 0;
    Intervention convert = change(town, T::convert_offer), frame = change(town, T::frame_change), roof = change(town, T::same_roof);
    convert.offer = static_cast<int>(index_of(Offer::forebyggende));
    convert.choice = static_cast<int>(index_of(Offer::klub));
    frame.choice = static_cast<int>(Frame::forebyggende);
    town.interventions = {convert, frame, roof};
    CHECK(warned(town) == Paths{"interventions.1.params.offer", "interventions.2.params.frame"});
    Intervention places = change(town, T::change_places);
    places.offer = convert.offer;
    places.places = 5;
    town.interventions = {places, convert, frame, roof};
    CHECK(warned(town).empty());
    town.interventions.push_back(roof);
    CHECK(warned(town) == Paths{"interventions.5.target.to"});
    town.interventions.pop_back();
    town.centres[0].same_roof_as = town.centres[1].id;
    CHECK(warned(town) == Paths{"interventions.4.target.to"});
}

TEST_CASE("a frame of maintaining that nothing steers by is told of", "[unit]")
{
    Scenario town = worlds::town(3, 10);
    Intervention frame = change(town, T::frame_change);
    frame.choice = static_cast<int>(Frame::vedligeholdende);
    town.interventions = {frame};
    CHECK(warned(town) == Paths{"interventions.1.params.frame"});
    town.policy.money.maintaining_ceiling = 1.02;
    CHECK(warned(town).empty());
}
