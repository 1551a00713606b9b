// SPDX-License-Identifier: MPL-2.0
#include "tests/support/options.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>

#include <fmt/format.h>

namespace samspil::options {

Scenario load(const std::string& file, const std::vector<Override>& sets)
{
    Diagnostics diagnostics;
    auto loaded = load_scenario(std::string(SAMSPIL_SOURCE_DIR) + "/scenarios/" + file, sets, diagnostics);
    if (loaded) return std::move(loaded->scenario);
    std::string all;
    for (const Diagnostic& diagnostic : diagnostics.items()) all += format(diagnostic, Language::en) + "\n";
    throw std::runtime_error(all);
}

Scenario toy() { return load("minimal.yaml"); }

Scenario big_toy()
{
    constexpr int times = 10;
    Scenario scenario = toy();
    scenario.id = "big-toy";
    for (PopulationCount& count : scenario.population) count.persons *= times;
    for (Centre& centre : scenario.centres) {
        for (int& places : centre.places) places *= times;
        centre.volunteers *= times;
        centre.other_task_hours *= times;
    }
    return scenario;
}

Scenario aarhus(const std::string& file, int burn_in_weeks, int weeks)
{
    return load("aarhus/" + file, {{"period.burn_in_weeks", std::to_string(burn_in_weeks)}, {"period.weeks", std::to_string(weeks)}});
}

void give_places_without_limit(Scenario& scenario)
{
    constexpr int plenty = 1000000;
    for (Centre& centre : scenario.centres) {
        for (int& places : centre.places) places = places > 0 ? plenty : 0;
    }
    // Nor does anybody by the load on volunteers, who may be participants too.
    scenario.mechanisms.volunteer_limit = scenario.mechanisms.volunteer_burden = false;
    scenario.assumptions.volunteering.overasked = 1000;
    // Two more things that people share: hands to receive them, and what the house has on.
    scenario.mechanisms.places.hosting = false;
    scenario.mechanisms.places.co_creation = false;
    // Nor do posts or a frame that others have used close places, nor are others seen first by visitator and bridge-builder.
    scenario.mechanisms.money.staff_limit = scenario.mechanisms.money.steering = false;
    scenario.mechanisms.access.visitator_backlog = scenario.mechanisms.information.bridges = false;
}

void without_company(Scenario& scenario)
{
    scenario.mechanisms.people.ties = scenario.mechanisms.people.club_help = false;
}

void add_lonely_house(Scenario& scenario, bool open)
{
    const std::string model = scenario.organisation.model;
    const auto is_root = [&](const OrganisationUnit& unit) { return unit.model == model && unit.parent.empty(); };
    const auto root = std::find_if(scenario.organisation_units.begin(), scenario.organisation_units.end(), is_root);
    OrganisationUnit area;
    area.model = model;
    area.key = 777;
    area.id = "engen";
    area.name = "Engen";
    area.level = "area";
    area.parent = root->id;
    area.leaders = 1;
    scenario.organisation_units.push_back(area);

    Centre house;
    house.key = lonely_key;
    house.id = "lc-engen";
    house.name = "Lokalcenter Engen";
    house.area = area.id;
    house.x_m = scenario.neighbourhoods.front().x_m + 100;
    house.y_m = scenario.neighbourhoods.front().y_m - 200;
    house.open = open;
    house.places = {40, 10, 0, 0};
    house.volunteers = 10;
    house.other_task_hours = 5;
    scenario.centres.push_back(house);
}

Intervention& intervene(Scenario& scenario, InterventionType type, int weeks_into_period)
{
    Intervention change;
    change.type = type;
    change.date = scenario.period.start + 7 * weeks_into_period;
    change.organisation = scenario.organisation;
    change.parts = {true, true, true, true};
    change.shock_weeks = 0;
    change.rule = scenario.policy.visitation_rule;
    change.core_k = scenario.policy.core_k;
    scenario.interventions.push_back(change);
    return scenario.interventions.back();
}

Scenario an_eventful_town()
{
    Scenario town = big_toy();
    add_lonely_house(town, false);
    intervene(town, InterventionType::open_centre, 5).centre = "lc-engen";
    intervene(town, InterventionType::visitation_rule, 15).rule = VisitationRule::core_plus_k;
    Intervention& fewer = intervene(town, InterventionType::change_places, 25);
    fewer.centre = "dc-byen";
    fewer.offer = static_cast<int>(index_of(Offer::klub));
    fewer.places = 10;
    Intervention& shared = intervene(town, InterventionType::organisation_change, 35);
    shared.organisation.model = "districts_1";
    shared.organisation.sharing_within = 0.5;
    shared.shock_weeks = 26;
    intervene(town, InterventionType::close_centre, 50).centre = "lc-norrevang";
    intervene(town, InterventionType::close_centre, 70).centre = "dc-byen";
    return town;
}

std::vector<std::vector<ReplicationResult>> run_together(const std::vector<const Scenario*>& options, const Way& way)
{
    StudyPlan plan;
    plan.options = options;
    plan.seed = options.front()->run.seed;
    plan.replications = way.replications;
    plan.block = way.block;
    plan.life_sample = way.life_sample;
    std::vector<std::vector<ReplicationResult>> results(options.size());
    for (auto& of_option : results) of_option.resize(static_cast<std::size_t>(way.replications));
    StudySinks sinks;
    sinks.result = [&](std::size_t option, ReplicationResult&& result) {
        const auto replication = static_cast<std::size_t>(result.replication);
        results.at(option).at(replication) = std::move(result);
    };
    const std::atomic<bool> stop = false;
    const StudyOutcome outcome = run_study(plan, way.workers, sinks, stop);
    if (!outcome.failures.empty()) throw std::runtime_error(outcome.failures.front().cause);
    if (outcome.done != options.size() * static_cast<std::size_t>(way.replications)) throw std::runtime_error("not all was run");
    return results;
}

std::vector<ReplicationResult> run_alone(const Scenario& scenario, const Way& way)
{
    return std::move(run_together({&scenario}, way).front());
}

Simulation finished(const Scenario& scenario, double life_sample)
{
    SimulationSettings settings;
    settings.chance = {scenario.run.seed, 0};
    settings.life_sample = life_sample;
    Simulation simulation(std::make_shared<const Premises>(scenario), settings);
    while (!simulation.is_finished()) simulation.step(Workers());
    return simulation;
}

std::string difference(const ReplicationResult& a, const ReplicationResult& b)
{
    if (a.replication != b.replication) return fmt::format("replication {} and {}", a.replication, b.replication);
    if (a.kpis.size() != b.kpis.size() || a.series.size() != b.series.size()) return "number of KPIs or series";
    if (a.kpis.size() != kpi_table().size()) return "there is no result";
    const auto series = series_table();
    for (std::size_t s = 0; s < a.series.size(); ++s) {
        const auto [in_a, in_b] = std::mismatch(a.series[s].begin(), a.series[s].end(), b.series[s].begin(), b.series[s].end());
        if (in_a == a.series[s].end() && in_b == b.series[s].end()) continue;
        return fmt::format("series {} from entry {} of replication {}", series[s].id, in_a - a.series[s].begin(), a.replication);
    }
    for (std::size_t k = 0; k < a.kpis.size(); ++k) {
        if (std::bit_cast<std::uint64_t>(a.kpis[k]) == std::bit_cast<std::uint64_t>(b.kpis[k])) continue;
        return fmt::format("{}: {} and {} in replication {}", kpi_table()[k].id, a.kpis[k], b.kpis[k], a.replication);
    }
    const auto [in_a, in_b] = std::mismatch(a.life_courses.begin(), a.life_courses.end(), b.life_courses.begin(), b.life_courses.end());
    if (in_a == a.life_courses.end() && in_b == b.life_courses.end()) return "";
    return fmt::format("life course event {} of replication {}", in_a - a.life_courses.begin(), a.replication);
}

std::string difference(const std::vector<ReplicationResult>& a, const std::vector<ReplicationResult>& b)
{
    if (a.size() != b.size()) return fmt::format("{} and {} replications", a.size(), b.size());
    for (std::size_t r = 0; r < a.size(); ++r) {
        if (std::string found = difference(a[r], b[r]); !found.empty()) return found;
    }
    return "";
}

std::array<int, cause_count> counted(const std::vector<LifeDifference>& lives)
{
    std::array<int, cause_count> causes{};
    for (const LifeDifference& life : lives) ++causes[static_cast<std::size_t>(life.cause)];
    return causes;
}

std::string in_words(const std::array<int, cause_count>& causes)
{
    std::string words;
    for (std::size_t c = 0; c < cause_count; ++c) words += fmt::format("{}{} {}", c == 0 ? "" : ", ", id_of(static_cast<Cause>(c)), causes[c]);
    return words;
}

} // namespace samspil::options
