// SPDX-License-Identifier: MPL-2.0
// Patterns of information that nobody put in directly: what the balanced baseline knows, how a new house becomes known
// by word of mouth, and that the levers of question 7 act at the settings of Aarhus. Fixed seeds; bounds wide of chance.
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"
#include "tests/support/worlds.hpp"

#include "engine/rules/information.hpp"

#include <memory>

using namespace samspil;
using namespace samspil::options;

namespace {

double value(const ReplicationResult& result, std::string_view kpi) { return result.kpis[*find_kpi(kpi)]; }

/// Share of home-dwelling citizens who know of a house, so many weeks after it opened.
std::vector<double> known_after_opening(const Scenario& scenario, std::size_t house, Week opened, const std::vector<Week>& after)
{
    Simulation simulation(std::make_shared<const Premises>(scenario), {{5, 0}, 8192, 0});
    std::vector<double> shares;
    for (const Week weeks : after) {
        while (simulation.week() < opened + weeks) simulation.step({});
        int known = 0, n = 0;
        for (std::uint32_t row = 0; row < simulation.world().citizens.size(); ++row) {
            if (simulation.world().citizens[row].residence != Residence::home) continue;
            std::uint64_t exists = simulation.world().known[row], content = simulation.world().content[row];
            see(simulation.premises(), simulation.world(), {5, 0}, row, simulation.week(), &exists, &content);
            ++n;
            known += static_cast<int>(exists >> house & 1U);
        }
        shares.push_back(static_cast<double>(known) / n);
    }
    return shares;
}

} // namespace

TEST_CASE("the baseline of Aarhus knows the nearest house's content in four to seven cases of ten, and few far houses")
{
    const ReplicationResult result = run_alone(aarhus("basis.yaml", 104, 52), {1, Workers(), 8192, 0}).front();
    INFO(value(result, "awareness.content_nearest") << " know the content, " << value(result, "awareness.far") << " of far pairs are known");
    CHECK(value(result, "awareness.content_nearest") > 0.4);
    CHECK(value(result, "awareness.content_nearest") < 0.7);
    CHECK(value(result, "awareness.content_nearest") < value(result, "awareness.known_nearest"));
    CHECK(value(result, "awareness.far") < 0.1);
}

TEST_CASE("friends make a new house known faster and to more people than the media alone")
{
    // A house that hardly any medium tells of; many come to it, and each has friends.
    Scenario scenario = big_toy();
    add_lonely_house(scenario, false);
    give_places_without_limit(scenario);
    scenario.period.weeks = 360;
    scenario.assumptions.consider = 4;
    scenario.assumptions.asc[index_of(Offer::klub)] += 3;
    scenario.mechanisms.information.contacts = false;
    InformationParameters& p = scenario.assumptions.information;
    p.lam_media = 0.0002;
    p.lam_web = p.lam_board = 0.0001;
    p.lam_near = 0;
    intervene(scenario, InterventionType::open_centre, 0).centre = "lc-engen";
    Scenario alone = scenario;
    alone.mechanisms.information.peer_information = false;
    const auto house = static_cast<std::size_t>(scenario.centre_index("lc-engen"));
    const std::vector<Week> after{52, 104, 156, 208, 260, 312};
    const auto with_friends = known_after_opening(scenario, house, scenario.period.burn_in_weeks, after);
    const auto without = known_after_opening(alone, house, scenario.period.burn_in_weeks, after);
    for (std::size_t i = 0; i < after.size(); ++i) {
        INFO("after " << after[i] << " weeks: " << with_friends[i] << " with friends, " << without[i] << " without");
        CHECK(with_friends[i] >= without[i]);
    }
    INFO("years: " << with_friends[0] << " " << with_friends[1] << " " << with_friends[2] << " " << with_friends[3] << " " << with_friends[5]
                   << "; without: " << without[0] << " " << without[1] << " " << without[2] << " " << without[3] << " " << without[5]);
    CHECK(with_friends.back() > 1.3 * without.back());
    // The curve of word of mouth: the second and third year bring more than the first, which the media alone never do.
    CHECK(with_friends[2] - with_friends[0] > 2 * with_friends[0] * 0.9);
    CHECK(without[2] - without[0] < 2 * without[0]);
}

TEST_CASE("at the settings of Aarhus compass, training and bridge hours bring more citizens on")
{
    // Bridge hours are short once the compass finds more than there are hours for, as in the scenarios of question 8.
    const auto with = [](InterventionType type, double size, bool compass_too = false) {
        Scenario scenario = aarhus("basis.yaml", 52, 156);
        if (compass_too) {
            Intervention& rollout = intervene(scenario, InterventionType::compass_rollout, 0);
            rollout.share = 0.7;
            rollout.weeks = 26;
        }
        if (type == InterventionType::documentation) return scenario; // none of them
        Intervention& change = intervene(scenario, type, 0);
        change.share = change.hours = size;
        change.weeks = 26;
        return scenario;
    };
    const auto base = run_alone(with(InterventionType::documentation, 0), {1, Workers(), 8192, 0}).front();
    const auto compass = run_alone(with(InterventionType::compass_rollout, 0.7), {1, Workers(), 8192, 0}).front();
    const auto trained = run_alone(with(InterventionType::training, 0.5), {1, Workers(), 8192, 0}).front();
    const auto bridges = run_alone(with(InterventionType::bridge_capacity, 60, true), {1, Workers(), 8192, 0}).front();
    CHECK(value(compass, "bridges.detected") > 1.3 * value(base, "bridges.detected"));
    CHECK(value(compass, "bridges.attended") > 1.1 * value(base, "bridges.attended"));
    CHECK(value(trained, "bridges.detected") > 1.05 * value(base, "bridges.detected"));
    CHECK(value(bridges, "bridges.bridges_started") > 1.3 * value(compass, "bridges.bridges_started"));
    CHECK(value(bridges, "bridges.attended") > value(compass, "bridges.attended"));
    CHECK(value(bridges, "bridges.uptake") > value(compass, "bridges.uptake"));
}
