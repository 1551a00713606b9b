// SPDX-License-Identifier: MPL-2.0
// Where the memory goes: bytes a person listed by column of the world, and by part of a citizen's row.
#include "engine/base/version.hpp"
#include "engine/io/scenario_file.hpp"
#include "engine/model/world.hpp"
#include "engine/simulation/simulation.hpp"

#include <cstdio>
#include <memory>

#include <fmt/format.h>

using namespace samspil;

namespace {

void row(const char* what, double bytes, double persons) { fmt::print("{:<54} {:>8.1f} {:>9.1f}\n", what, bytes / persons, bytes / 1e6); }

template <class Column>
double size_of(const Column& column)
{
    return static_cast<double>(column.capacity() * sizeof(typename Column::value_type));
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        fmt::print(stderr, "benchmark_bytes SCENARIO.yaml\n");
        return 2;
    }
    Diagnostics diagnostics;
    const auto loaded = load_scenario(argv[1], {}, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.items()) fmt::print(stderr, "{}\n", format(diagnostic, Language::en));
    if (!loaded) return 3;
    const auto premises = std::make_shared<const Premises>(loaded->scenario);
    Simulation simulation(premises, {{loaded->scenario.run.seed, 0}});
    while (!simulation.is_finished()) simulation.step(Workers()); // ties take their room as they are made
    const World& world = simulation.world();
    const auto persons = static_cast<double>(premises->roster.size());
    double here = 0; // only who lives here has a row
    for (std::size_t i = 0; i < world.citizens.size(); ++i) here += world.citizens.holds(i) ? 1 : 0;
    fmt::print("{} {} ({})\n{}: {} persons listed, {:.0f} here at the end, {} bytes each\n\n", program_version, program_commit, program_build,
               loaded->scenario.id, premises->roster.size(), here, sizeof(Citizen));
    fmt::print("{:<54} {:>8} {:>9}\n", "one replication", "a person", "MB");
    const auto citizens = static_cast<double>(world.citizens.bytes());
    const double columns = citizens + size_of(world.due) + size_of(world.known) + size_of(world.content) + size_of(world.place) +
                           size_of(world.people.near) + static_cast<double>(world.people.ties.bytes()) + size_of(world.people.member);
    row("citizens: everything of a person (Citizen)", citizens, persons);
    row("  weeks in which something is due (Agenda)", sizeof(Agenda) * here, persons);
    row("  five life clocks", sizeof(Citizen::clocks) * here, persons);
    row("  two clocks of a stay", (sizeof(Citizen::drop_out) + sizeof(Citizen::leave_club)) * here, persons);
    row("  information", sizeof(InformationOfCitizen) * here, persons);
    row("  people", sizeof(PeopleOfCitizen) * here, persons);
    row("  access", sizeof(AccessOfCitizen) * here, persons);
    row("  places, volunteering, money", (sizeof(PlacesOfCitizen) + sizeof(VolunteeringOfCitizen) + sizeof(MoneyOfCitizen)) * here, persons);
    row("due: next week anything happens", size_of(world.due), persons);
    row("known, content: houses known of", size_of(world.known) + size_of(world.content), persons);
    row("place: of the stay, by the week's start", size_of(world.place), persons);
    row("near: ties from before the run", size_of(world.people.near), persons);
    row("ties: made by meeting", static_cast<double>(world.people.ties.bytes()), persons);
    row("member: of a club", size_of(world.people.member), persons);
    row("all columns of one replication", columns, persons);
    fmt::print("\n{:<54} {:>8} {:>9}\n", "shared by all replications and options", "a person", "MB");
    row("roster: who there is", size_of(premises->roster), persons);
    row("entrants: who turns 65 when", size_of(premises->entrants), persons);
    return 0;
}
