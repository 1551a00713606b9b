// SPDX-License-Identifier: MPL-2.0
// Persons have the same luck in every option: a life differs only for a cause that its events name, and closing or
// opening a house moves only those for whom it was, or is, the best.
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

using namespace samspil;
using namespace samspil::options;

namespace {

using Lives = std::map<std::uint64_t, std::vector<LifeEvent>>;

Lives by_person(const std::vector<LifeEvent>& events)
{
    Lives lives;
    for (const LifeEvent& event : events) lives[event.person].push_back(event);
    return lives;
}

/// Whether the life has to do with a house from a week on: is there, waits there, chooses it, volunteers there.
bool is_touched(const std::vector<LifeEvent>& life, int house, Week from)
{
    bool is_there = false, helps = false;
    for (const LifeEvent& event : life) {
        if (event.centre != house) continue;
        if (event.week >= from) return true;
        if (event.kind == LifeEventKind::queued || event.kind == LifeEventKind::started) is_there = true;
        if (event.kind == LifeEventKind::ended) is_there = false;
        if (event.kind == LifeEventKind::volunteered) helps = event.a != 0;
    }
    return is_there || helps;
}

/// Whether two citizens are the same to the last bit of what their future depends on.
bool same_state(const Citizen& a, const Citizen& b)
{
    for (std::size_t i = 0; i < process_count; ++i) {
        const Clock &in_a = a.clocks[i], &in_b = b.clocks[i];
        if (in_a.remaining != in_b.remaining || in_a.rate != in_b.rate || in_a.since != in_b.since || in_a.event != in_b.event) return false;
        if (a.agenda.clock[i] != b.agenda.clock[i]) return false;
    }
    return a.id == b.id && a.x_m == b.x_m && a.y_m == b.y_m && a.residence == b.residence && a.level == b.level && a.trait == b.trait &&
           a.offer == b.offer && a.unit == b.unit && a.sessions == b.sessions && a.ride == b.ride && a.minutes == b.minutes &&
           a.since == b.since && a.vulnerable_from == b.vulnerable_from && a.need == b.need && a.last_centre == b.last_centre &&
           a.dose == b.dose && a.dose_week == b.dose_week && a.dose_step == b.dose_step && a.dose_quality == b.dose_quality &&
           a.agenda.drop_out == b.agenda.drop_out && a.agenda.leave_club == b.agenda.leave_club && a.agenda.dose == b.agenda.dose &&
           a.agenda.review == b.agenda.review && a.agenda.consider == b.agenda.consider && a.agenda.trigger == b.agenda.trigger &&
           a.agenda.forced == b.agenda.forced && a.agenda.patience == b.agenda.patience;
}

bool knows(const Simulation& simulation, std::size_t row, std::size_t centre)
{
    const std::uint64_t word = simulation.world().known[row * simulation.premises().knowledge_words + centre / 64];
    return (word >> (centre % 64) & 1U) != 0;
}

struct Town {
    Scenario base, option;
    Town(bool open_at_start, InterventionType change) : base(big_toy())
    {
        add_lonely_house(base, open_at_start);
        give_places_without_limit(base);
        // Nobody is told of the house by others, and nobody takes the time of a bridge-builder from another.
        base.mechanisms.information = {false, true, false, false};
        base.assumptions.information.mistrust = 1;
        without_company(base);
        option = base;
        intervene(option, change).centre = "lc-engen";
    }
    Week change() const { return base.period.burn_in_weeks + 26; }
};

} // namespace

TEST_CASE("closing a house with an area and leader of its own, places without limit, changes nothing for those who never chose it")
{
    const Town town(true, InterventionType::close_centre);
    const Simulation a = finished(town.base), b = finished(town.option);
    const Lives in_a = by_person(a.result().life_courses), in_b = by_person(b.result().life_courses);
    const auto house = static_cast<std::size_t>(town.base.centre_index("lc-engen"));
    int untouched = 0, had_known_it = 0, differing = 0, touched = 0, moved = 0;
    for (std::size_t row = 0; row < a.world().citizens.size(); ++row) {
        const Citizen& citizen = a.world().citizens[row];
        if (citizen.residence == Residence::not_yet) continue;
        const auto &life_a = in_a.at(a.premises().roster[row].id), &life_b = in_b.at(a.premises().roster[row].id);
        if (is_touched(life_a, lonely_key, town.change())) {
            ++touched;
            if (life_a != life_b) ++moved;
            continue;
        }
        ++untouched;
        const bool known = knows(a, row, house);
        if (known) ++had_known_it;
        // What a choice saw may differ even for those who have forgotten the house since.
        const bool same = std::equal(life_a.begin(), life_a.end(), life_b.begin(), life_b.end(), same_outcome);
        if (!same || !same_state(citizen, b.world().citizens[row])) ++differing;
    }
    INFO(untouched << " untouched, of whom " << had_known_it << " knew the house; " << touched << " touched");
    CHECK(differing == 0);
    CHECK(untouched > 4000);
    CHECK(had_known_it > 500);
    CHECK(touched > 100);
    CHECK(moved > 100);
}

TEST_CASE("opening a house with an area and leader of its own, places without limit, draws people to itself only")
{
    const Town town(false, InterventionType::open_centre);
    const Simulation a = finished(town.base), b = finished(town.option);
    const Lives in_a = by_person(a.result().life_courses), in_b = by_person(b.result().life_courses);
    int drawn = 0;
    for (const auto& [person, life] : in_b) {
        const auto& before = in_a.at(person);
        const auto [event, was] = std::mismatch(life.begin(), life.end(), before.begin(), before.end(), same_outcome);
        if (event == life.end() && was == before.end()) continue;
        ++drawn;
        INFO("person " << person);
        REQUIRE(event != life.end());
        CHECK(event->kind == LifeEventKind::considered);
        CHECK(event->centre == lonely_key);
        CHECK(event->week >= town.change());
    }
    CHECK(drawn > 50);
    const auto lives = differing_lives(a.result().life_courses, b.result().life_courses, std::vector{lonely_key});
    CHECK(static_cast<int>(lives.size()) == drawn);
    CHECK(counted(lives)[static_cast<std::size_t>(Cause::house)] == drawn);
}

namespace {

struct Parted {
    std::vector<LifeDifference> lives;
    std::size_t persons = 0;
};

Parted parted(const Scenario& base, const Scenario& option, const std::vector<int>& houses)
{
    Scenario before = base, after = option;
    // Friends, clubs, what a frame has left, hands to receive people and what houses have on carry a change on; their part
    // is not among the causes named.
    for (Scenario* each : {&before, &after}) {
        without_company(*each);
        each->mechanisms.money.steering = each->mechanisms.places.hosting = each->mechanisms.places.co_creation = false;
    }
    const auto results = run_together({&before, &after}, {1, Workers(), 8192, 1});
    const auto &a = results[0][0].life_courses, &b = results[1][0].life_courses;
    return {differing_lives(a, b, houses), by_person(a).size()};
}

std::string told(const std::optional<LifeEvent>& event)
{
    if (!event) return "nothing";
    return fmt::format("{} offer {} centre {} a {} b {}", id_of(event->kind), event->offer, event->centre, event->a, event->b);
}

/// Exactly the expected causes occur, none of them unknown, and none before the options part. `rare` need not occur.
/// Nor need access and contact: all share the visitator's and the bridge-builders' hours, so whatever changes may move the
/// week of somebody's decision, or of the day somebody is taken along to a house.
void check_causes(const Parted& found, const std::vector<Cause>& expected, Week change, Cause rare = Cause::unknown)
{
    const auto causes = counted(found.lives);
    INFO(found.lives.size() << " of " << found.persons << " lives parted: " << in_words(causes));
    std::vector<Cause> occurring;
    for (std::size_t c = 0; c < cause_count; ++c) {
        const auto cause = static_cast<Cause>(c);
        if (cause == Cause::volunteering) continue; // follows from who comes to the house, in any option
        const bool shared = (cause == Cause::access || cause == Cause::contact) && std::find(expected.begin(), expected.end(), cause) == expected.end();
        if (causes[c] > 0 && !shared && (cause != rare || cause == Cause::unknown)) occurring.push_back(cause);
    }
    std::string strange;
    for (const LifeDifference& life : found.lives) {
        if (life.week >= change && life.cause != Cause::unknown) continue;
        strange += fmt::format("person {} in week {}: {} / {}\n", life.person, life.week, told(life.in_a), told(life.in_b));
    }
    CHECK(strange == "");
    CHECK(occurring == expected);
}

} // namespace

TEST_CASE("in Aarhus every life that three districts change names its cause")
{
    const Scenario base = options::aarhus("basis.yaml", 104, 156), option = options::aarhus("tre-distrikter.yaml", 104, 156);
    const Week change = base.calendar().week(option.interventions.front().date);
    check_causes(parted(base, option, {}), {Cause::place, Cause::attention, Cause::place_and_attention}, change, Cause::turnover);
}

TEST_CASE("in the full run of Aarhus every life that three districts change names its cause", "[slow]")
{
    const Scenario base = load("aarhus/basis.yaml"), option = load("aarhus/tre-distrikter.yaml");
    const Week change = base.calendar().week(option.interventions.front().date);
    const Parted found = parted(base, option, {});
    WARN(found.lives.size() << " of " << found.persons << " lives parted: " << in_words(counted(found.lives)));
    check_causes(found, {Cause::place, Cause::attention, Cause::place_and_attention}, change, Cause::turnover);
}

TEST_CASE("in the full run of Aarhus every life that a closed house changes names its cause", "[slow]")
{
    const Scenario base = load("aarhus/basis.yaml");
    Scenario option = base;
    intervene(option, InterventionType::close_centre, 104).centre = "lc-trojborg";
    const int house = base.centres[static_cast<std::size_t>(base.centre_index("lc-trojborg"))].key;
    const Parted found = parted(base, option, {house});
    WARN(found.lives.size() << " of " << found.persons << " lives parted: " << in_words(counted(found.lives)));
    // In ten years a few drop out at another time: friends and houses nearby, which protect a transition, have changed by then.
    check_causes(found, {Cause::place, Cause::attention, Cause::place_and_attention, Cause::house}, base.period.burn_in_weeks + 104,
                 Cause::turnover);
}

TEST_CASE("in Aarhus every life that a closed house changes names its cause")
{
    const Scenario base = options::aarhus("basis.yaml", 104, 156);
    Scenario option = base;
    intervene(option, InterventionType::close_centre).centre = "lc-trojborg";
    const int house = base.centres[static_cast<std::size_t>(base.centre_index("lc-trojborg"))].key;
    check_causes(parted(base, option, {house}), {Cause::place, Cause::attention, Cause::place_and_attention, Cause::house},
                 base.period.burn_in_weeks + 26);
}

TEST_CASE("in Aarhus every life that another visitation rule changes names its cause")
{
    const Scenario base = options::aarhus("basis.yaml", 104, 104);
    Scenario option = base;
    intervene(option, InterventionType::visitation_rule).rule = VisitationRule::exact;
    check_causes(parted(base, option, {}), {Cause::place, Cause::access}, base.period.burn_in_weeks + 26);
}

TEST_CASE("each single change of the organisation names its own cause, and what follows from it")
{
    Scenario base = options::aarhus("basis.yaml", 52, 104);
    const auto with_part = [&](ChangeParts parts, int shock_weeks) {
        Scenario option = base;
        Intervention& change = intervene(option, InterventionType::organisation_change, 4);
        change.organisation.model = "districts_3";
        change.organisation.leadership = Leadership::own_department;
        change.organisation.sharing_within = 0.5;
        change.parts = parts;
        change.shock_weeks = shock_weeks;
        return option;
    };
    const Week change = base.period.burn_in_weeks + 4;
    check_causes(parted(base, with_part({true, false, false, false}, 0), {}), {Cause::place, Cause::attention, Cause::place_and_attention}, change);
    check_causes(parted(base, with_part({false, true, false, false}, 0), {}), {Cause::place}, change);
    check_causes(parted(base, with_part({false, false, true, false}, 0), {}), {}, change);

    base.mechanisms.leader_attention = false;
    check_causes(parted(base, with_part({true, false, false, false}, 0), {}), {}, change);
    // In a shock staff leave too, and a house with empty posts is a poorer one: attention stands for quality, whatever it is of.
    check_causes(parted(base, with_part({false, false, false, true}, 52), {}),
                 {Cause::place, Cause::attention, Cause::place_and_attention, Cause::turnover}, change);
}
