// SPDX-License-Identifier: MPL-2.0
// Patterns of people in the baseline of Aarhus (docs/model.md 9.2): loneliness by age, the association of taking part
// with high mental health whatever part of it is effect, and who uses what. One replication; bounds are a fifth to a
// quarter of the target and far beyond four standard errors of some 40,000 citizens.
#include "engine/rules/people.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"

#include <array>
#include <memory>

using namespace samspil;
using namespace samspil::options;

namespace {

/// Six years, then the world as it stands.
const Simulation& aarhus_after_six_years()
{
    static const Scenario scenario = aarhus("basis.yaml", 312, 26);
    static const Simulation simulation = finished(scenario, 0);
    return simulation;
}

template <class Visit>
void each_at_home(const World& world, Visit&& visit)
{
    for (std::uint32_t row = 0; row < world.citizens.size(); ++row) {
        if (world.citizens[row].residence == Residence::home) visit(world.citizens[row], row);
    }
}

double odds(double sum, double n) { return sum / n / (1 - sum / n); }

} // namespace

TEST_CASE("loneliness in the baseline is about 4, 8 and 17 per cent at 65-79, 80 and over, 90 and over")
{
    const World& world = aarhus_after_six_years().world();
    std::array<double, 3> persons{}, lonely{};
    each_at_home(world, [&](const Citizen& citizen, std::uint32_t) {
        const int age = 65 + static_cast<int>((world.week - citizen.week_65) * years_per_week);
        const auto add = [&](std::size_t band) {
            ++persons[band];
            lonely[band] += citizen.people.lonely ? 1 : 0;
        };
        if (age < 80) add(0);
        if (age >= 80) add(1);
        if (age >= 90) add(2);
    });
    CHECK(lonely[0] / persons[0] == Approx(0.04).margin(0.01));
    CHECK(lonely[1] / persons[1] == Approx(0.08).margin(0.016));
    CHECK(lonely[2] / persons[2] == Approx(0.17).margin(0.04));
}

TEST_CASE("the observed odds ratio of high mental health is 2.5 to 4 whatever part of it is effect")
{
    const Simulation& simulation = aarhus_after_six_years();
    const World& world = simulation.world();
    for (const double phi : {0.0, 0.35, 1.0}) {
        Scenario scenario = aarhus("basis.yaml", 312, 26);
        scenario.assumptions.people.phi = phi;
        const Premises premises(scenario);
        double all = 0, n_all = 0, none = 0, n_none = 0;
        each_at_home(world, [&](const Citizen& citizen, std::uint32_t row) {
            const Activity activity = activity_of(premises, world, citizen, row);
            const double high = high_mental_health(premises, world, citizen, row, activity, Effects::as_assumed);
            if (activity.count() == 3) all += high, ++n_all;
            if (activity.count() == 0) none += high, ++n_none;
        });
        const double ratio = odds(all, n_all) / odds(none, n_none);
        INFO("phi " << phi << ": odds ratio " << ratio << ", " << n_all << " of all three");
        CHECK(n_all > 1000);
        CHECK(ratio > 2.5);
        CHECK(ratio < 4);
    }
}

TEST_CASE("users of the preventive offer are older and more often alone than club members")
{
    const World& world = aarhus_after_six_years().world();
    const Parameters p = default_parameters();
    std::array<double, 2> n{}, age{}, alone{};
    each_at_home(world, [&](const Citizen& citizen, std::uint32_t) {
        if (citizen.offer != Offer::klub && citizen.offer != Offer::forebyggende) return;
        const std::size_t group = citizen.offer == Offer::klub ? 0 : 1;
        const Week weeks = world.week - citizen.week_65;
        ++n[group];
        age[group] += weeks * years_per_week;
        alone[group] += citizen.alone_at < share_by_age(p.alone65, p.alone85, citizen.sex, weeks) ? 1 : 0;
    });
    INFO("club " << age[0] / n[0] << " years over 65, alone " << alone[0] / n[0] << "; preventive " << age[1] / n[1] << ", " << alone[1] / n[1]);
    CHECK(age[1] / n[1] > age[0] / n[0] + 1);
    CHECK(alone[1] / n[1] > alone[0] / n[0] + 0.02);
}

TEST_CASE("the sceptic's baseline keeps the association and drops the effect")
{
    const Scenario sceptic = aarhus("deltagelse-uden-virkning.yaml", 312, 26);
    const PeopleParameters& p = sceptic.assumptions.people;
    CHECK(p.phi == 0);
    CHECK(p.lone_contact == 0);
    CHECK(p.lone_ties == 0);
    CHECK(p.lone_dose == 0);
    for (const double effect : sceptic.assumptions.hrd) CHECK(effect == 1);
    CHECK(sceptic.assumptions.rr_rec == 1);
}
