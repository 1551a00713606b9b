// SPDX-License-Identifier: MPL-2.0
// A club tips (docs/model.md 7.12): as its members age, help is full for years and then collapses within a few, because
// too much to do wears down the willingness that gives it.
#include "engine/rules/people.hpp"
#include "tests/support/catch.hpp"

using namespace samspil;

namespace {

/// Years until help in a club of 20 with this many needy members settles, and where.
double settled_help(double needy, double from_willingness)
{
    const PeopleParameters p = default_parameters().people;
    Club club;
    club.willingness = from_willingness;
    for (int look = 0; look < 500; ++look) follow_club(p, club, needy, 20 - needy);
    return club.help;
}

} // namespace

TEST_CASE("help in a club is full up to a load and collapses beyond it, more than in proportion")
{
    CHECK(settled_help(0, 0.5) == 1);
    CHECK(settled_help(4, 0.5) == 1);
    // The last full and the first failing number of needy members lie side by side, with a gap in help between them.
    int last_full = 0;
    for (int needy = 1; needy < 20; ++needy) {
        if (settled_help(needy, 0.5) == 1) last_full = needy;
    }
    INFO("full up to " << last_full << ", then " << settled_help(last_full + 1, 0.5) << ", " << settled_help(last_full + 3, 0.5));
    CHECK(last_full >= 4);
    CHECK(last_full <= 10);
    const PeopleParameters p = default_parameters().people;
    const double in_proportion = (20 - (last_full + 3)) * p.help_cap / (last_full + 3); // of willingness 1
    CHECK(settled_help(last_full + 3, 0.5) < 0.8 * in_proportion);
}

TEST_CASE("an ageing club gives full help for a long time and then loses it quickly")
{
    const PeopleParameters p = default_parameters().people;
    Club club;
    double needy = 0;
    int full = 0, falling = 0;
    for (int look = 0; look < 400 && club.help > 0.5; ++look, needy += 0.03) {
        follow_club(p, club, needy, 20 - needy);
        ++(club.help == 1 ? full : falling);
    }
    INFO(full << " looks of full help, " << falling << " from there to half");
    CHECK(club.help <= 0.5);
    CHECK(full > 3 * falling);
}

TEST_CASE("nobody in need is nobody unhelped, and nobody to help is no help")
{
    const PeopleParameters p = default_parameters().people;
    Club club;
    follow_club(p, club, 0, 0);
    CHECK(club.help == 1);
    CHECK(club.load == 0);
    follow_club(p, club, 3, 0);
    CHECK(club.help == 0);
}
