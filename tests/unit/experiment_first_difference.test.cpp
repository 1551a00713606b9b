// SPDX-License-Identifier: MPL-2.0
// Two courses of one life, written by hand, and the cause that their first difference names.
#include "engine/experiment/first_difference.hpp"
#include "engine/model/world.hpp"
#include "tests/support/catch.hpp"

using namespace samspil;
using Event = LifeEventKind;

namespace {

constexpr std::uint64_t person = 5;

LifeEvent event(std::int32_t week, Event kind, int centre = 0, int a = 0, int b = 0)
{
    return {person, week, kind, static_cast<std::uint8_t>(centre == 0 ? 0 : 1), centre, a, b};
}

std::vector<LifeEvent> common() { return {event(0, Event::entered, 0, 1), event(4, Event::considered, 11, 100, 200), event(4, Event::queued, 11, 1)}; }

std::vector<LifeEvent> with(std::vector<LifeEvent> more)
{
    auto life = common();
    life.insert(life.end(), more.begin(), more.end());
    return life;
}

Cause cause(const std::vector<LifeEvent>& a, const std::vector<LifeEvent>& b, const std::vector<int>& houses = {})
{
    const auto forth = first_difference(a, b, houses), back = first_difference(b, a, houses);
    REQUIRE(forth.has_value());
    REQUIRE(back.has_value());
    CHECK(forth->cause == back->cause);
    CHECK(forth->week == back->week);
    return forth->cause;
}

} // namespace

TEST_CASE("lives with the same events do not differ, whatever their choices looked at")
{
    auto other = common();
    other[1].a = 101;
    other[1].b = 201;
    CHECK(!first_difference(common(), common(), {}));
    CHECK(!first_difference(common(), other, {}));
    other[1].centre = 12;
    CHECK(first_difference(common(), other, {}));
}

TEST_CASE("another choice names what was seen otherwise: waits, qualities, both, or a house that is gone")
{
    const auto chose = [](int centre, int waits, int qualities) { return with({event(30, Event::considered, centre, waits, qualities)}); };
    CHECK(cause(chose(11, 1, 5), chose(12, 2, 5)) == Cause::place);
    CHECK(cause(chose(11, 1, 5), chose(12, 1, 6)) == Cause::attention);
    CHECK(cause(chose(11, 1, 5), chose(12, 2, 6)) == Cause::place_and_attention);
    CHECK(cause(chose(11, 1, 5), chose(12, 2, 6), {11}) == Cause::house);
    CHECK(cause(chose(11, 1, 5), chose(12, 1, 5)) == Cause::unknown);
}

TEST_CASE("an earlier start, or a start of one only, names the place")
{
    CHECK(cause(with({event(9, Event::started, 11, 2, 5)}), with({event(12, Event::started, 11, 2, 8)})) == Cause::place);
    CHECK(cause(with({event(9, Event::started, 11, 2, 5)}), common()) == Cause::place);
    CHECK(cause(with({event(9, Event::started, 11, 2, 5)}), with({event(9, Event::started, 11, 1, 5)})) == Cause::place);
    CHECK(cause(with({event(9, Event::considered, 12)}), common()) == Cause::place);
    CHECK(cause(with({event(9, Event::considered, 12)}), common(), {11}) == Cause::house);
}

TEST_CASE("another quality names attention, another drop-out the turnover of staff, another right the access, a closing the house")
{
    const LifeEvent start = event(9, Event::started, 11, 2, 5);
    const auto ended = [](std::int32_t week, EndReason why) { return event(week, Event::ended, 11, static_cast<std::int32_t>(why)); };
    CHECK(cause(with({start, event(13, Event::effect, 11, 3, 700)}), with({start, event(13, Event::effect, 11, 3, 640)})) == Cause::attention);
    CHECK(cause(with({start, event(13, Event::effect, 11, 3, 700)}), with({start})) == Cause::attention);
    CHECK(cause(with({start, ended(20, EndReason::dropped_in_transition)}), with({start, ended(40, EndReason::dropped_out)})) == Cause::turnover);
    CHECK(cause(with({start, ended(20, EndReason::centre_closed)}), with({start})) == Cause::house);
    CHECK(cause(with({event(9, Event::assessed, 0, 3, 3333)}), with({event(9, Event::assessed, 0, 0, 3333)})) == Cause::access);
}

TEST_CASE("lives of many persons are compared person by person")
{
    std::vector<LifeEvent> a, b;
    for (const std::uint64_t who : {1U, 2U, 3U, 9U}) {
        for (LifeEvent one : common()) {
            one.person = who;
            if (who != 3) a.push_back(one);
            if (who == 2 && one.kind == Event::queued) one.centre = 12;
            if (who != 9) b.push_back(one);
        }
    }
    const auto lives = differing_lives(a, b, {});
    REQUIRE(lives.size() == 3);
    CHECK(lives[0].person == 2);
    CHECK(lives[0].week == 4);
    CHECK(lives[1].person == 3);
    CHECK(lives[2].person == 9);
}
