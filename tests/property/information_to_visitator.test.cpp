// SPDX-License-Identifier: MPL-2.0
// Handing over and the rules of access (docs/model.md 7.6, 7.7): whom a contact or a bridge leads to an offer that needs a
// decision goes to the visitator, and gets one. Exact.
#include "engine/simulation/simulation.hpp"
#include "tests/support/accounts.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <map>
#include <memory>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr Chance chance{2021, 4};

/// A town where many are seen, and hours for bridges do not run out.
Scenario bridged_town()
{
    Scenario town = busy_toy(0, 156);
    InformationParameters& p = town.assumptions.information;
    p.sens0 = p.consent = p.bridge_share = 1;
    p.help_share = 0;
    p.bridge_hours = 1000;
    p.uptake.fill(0.9);
    return town;
}

struct Led {
    std::size_t warm = 0, applied_at_once = 0, decided = 0;
};

/// What came of bridges: an application in the week they end, or a decision later on.
Led follow(const Scenario& scenario)
{
    Simulation simulation(std::make_shared<const Premises>(scenario), {chance, 8192, 1.0});
    while (!simulation.is_finished()) {
        simulation.step({});
        const std::string wrong = imbalance(simulation.premises(), simulation.world());
        if (!wrong.empty()) FAIL("week " << simulation.world().week << ": " << wrong);
    }
    Led led;
    std::map<std::uint64_t, LifeEvent> handed;
    std::map<std::uint64_t, Week> assessed; ///< last: who gets a decision in that very week has applied by that
    for (const LifeEvent& event : simulation.result().life_courses) {
        const auto at = handed.find(event.person);
        if (event.kind == LifeEventKind::handed_over) {
            if (event.a != static_cast<std::int32_t>(Handover::warm)) continue; // bridges end when the week's decisions have been made
            handed[event.person] = event;
            ++led.warm;
        } else if (at != handed.end() && event.kind == LifeEventKind::queued && event.week == at->second.week && event.centre == at->second.centre && event.offer == at->second.offer) {
            const bool decided = assessed.contains(event.person) && assessed.at(event.person) == event.week;
            led.applied_at_once += event.offer == static_cast<std::uint8_t>(Offer::forebyggende) && !decided ? 1 : 0;
        } else if (event.kind == LifeEventKind::assessed) {
            assessed[event.person] = event.week;
            led.decided += at != handed.end() ? 1 : 0;
        }
    }
    return led;
}

} // namespace

TEST_CASE("whoever a bridge leads to the visitator stands in line there, also where forebyggende refuses who needs more")
{
    Scenario town = bridged_town();
    town.policy.gap_policy = GapPolicy::refuse;
    const Led led = follow(town);
    CHECK(led.warm > 100);
    CHECK(led.decided > 10);
}

TEST_CASE("where everybody is assessed, nobody is handed over to forebyggende past the visitator")
{
    Scenario town = bridged_town();
    CHECK(follow(town).applied_at_once > 10);
    town.policy.access_regime = static_cast<int>(AccessRegime::assess_all);
    town.policy.gap_policy = GapPolicy::refuse; // else it is open to those whom the visitator has refused
    const Led led = follow(town);
    CHECK(led.warm > 100);
    CHECK(led.applied_at_once == 0);
    CHECK(led.decided > 10);
}
