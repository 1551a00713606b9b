// SPDX-License-Identifier: MPL-2.0
// The side of information that all share (docs/model.md 7.5, 7.6): exposure to each house added up, coverage of the
// compass, training of front staff, campaigns; and the interventions on them.
#include "engine/rules/information.hpp"

#include "engine/base/elementary.hpp"
#include "engine/rules/money.hpp"
#include "engine/rules/places.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace samspil {
namespace {

std::vector<char> areas_in(const Premises& premises, std::string_view unit)
{
    std::vector<char> inside;
    for (const std::string& area : premises.areas) inside.push_back(lies_in(*premises.scenario, area, unit) ? 1 : 0);
    return inside;
}

/// Home-dwelling citizens of an area, or of everywhere for the last pool.
std::int64_t citizens_of(const Premises& premises, const World& world, const std::vector<char>& areas)
{
    std::int64_t persons = 0;
    for (std::size_t i = 0; i < premises.area_of_neighbourhood.size(); ++i) {
        if (areas[premises.area_of_neighbourhood[i]] != 0) persons += world.counts.home_by_place[i];
    }
    return persons;
}

double intensity(const World& world, std::size_t centre, Week week)
{
    double factor = 1;
    for (const CampaignRun& campaign : world.information.campaigns) {
        if (week < campaign.until && campaign.centres[centre] != 0) factor *= campaign.factor;
    }
    return factor;
}

/// A new point where a house opened or closed, or a campaign began or ended.
void run_channels(const Premises& premises, World& world, Week week)
{
    // Pools pay for a part of what is told of the houses; in steps, since every change is kept.
    constexpr double steps = 50;
    const double paid = std::floor(pool_effect(premises, world, PoolUse::information) * steps + 0.5) / steps;
    for (std::size_t j = 0; j < world.centres.size(); ++j) {
        const double open = world.centres[j].open ? 1 : 0;
        const double media = open > 0 ? intensity(world, j, week) * paid : 0;
        auto& points = world.information.exposure[j];
        const Exposure& last = points.back();
        if (last.open_rate == open && last.media_rate == media) continue;
        const double weeks = week - last.from;
        points.push_back({week, last.media + last.media_rate * weeks, last.open + last.open_rate * weeks, media, open});
    }
}

/// Logistic from the start: a fiftieth of the ceiling on the first day, half of it at mid_weeks.
double coverage_at(const CompassRollout& rollout, Week week)
{
    constexpr double log_49 = 3.8918202981106265;
    const double since = (week - rollout.from) / rollout.mid_weeks - 1;
    return rollout.ceiling / (1 + elementary::exp(-log_49 * since));
}

double ramp(const TrainingRun& run, Week week)
{
    if (run.ramp_weeks <= 0) return 1;
    return std::clamp(static_cast<double>(week - run.from + 1) / run.ramp_weeks, 0.0, 1.0);
}

void train(Moment& moment, const Intervention& intervention)
{
    TrainingRun run{areas_in(moment.premises, intervention.area), moment.week, intervention.ramp_weeks, intervention.share};
    const double staff = moment.parameters().information.front_staff / 1000 * static_cast<double>(citizens_of(moment.premises, moment.world, run.areas));
    if (staff > 0) run.share += intervention.persons / staff;
    moment.world.information.training.push_back(std::move(run));
}

void campaign(Moment& moment, const Intervention& intervention)
{
    CampaignRun run{{}, moment.week + intervention.weeks, intervention.factor};
    for (const Centre& centre : moment.scenario().centres) {
        const bool meant = intervention.centre.empty() ? lies_in(moment.scenario(), centre.area, intervention.area)
                                                       : centre.id == intervention.centre;
        run.centres.push_back(meant ? 1 : 0);
    }
    moment.world.information.campaigns.push_back(std::move(run));
}

/// Hours for every area of the target in proportion to its citizens, or for the pool of the whole municipality.
void add_bridge_hours(Moment& moment, const Intervention& intervention)
{
    InformationState& state = moment.world.information;
    const double minutes = intervention.hours * 60;
    const auto rounded = [](double x) { return static_cast<std::int64_t>(x < 0 ? x - 0.5 : x + 0.5); };
    if (intervention.area.empty()) {
        state.hours.push_back({moment.premises.areas.size(), BridgeKind::genlyd, rounded(minutes), moment.week});
        return;
    }
    const std::vector<char> areas = areas_in(moment.premises, intervention.area);
    const auto count = std::count(areas.begin(), areas.end(), 1);
    for (std::size_t a = 0; a < areas.size(); ++a) {
        if (areas[a] != 0)
            state.hours.push_back({a, BridgeKind::prevention_consultant, rounded(minutes / static_cast<double>(count)), moment.week});
    }
}

} // namespace

bool lies_in(const Scenario& scenario, std::string_view area, std::string_view unit)
{
    if (unit.empty() || area == unit) return true;
    // Each model by itself: an id may answer to different units in different models.
    for (const OrganisationUnit& start : scenario.organisation_units) {
        if (start.id != area) continue;
        std::string_view above = start.parent;
        for (std::size_t step = 0; !above.empty() && step < scenario.organisation_units.size(); ++step) {
            if (above == unit) return true;
            const auto next = std::find_if(scenario.organisation_units.begin(), scenario.organisation_units.end(),
                                           [&](const OrganisationUnit& one) { return one.model == start.model && one.id == above; });
            above = next == scenario.organisation_units.end() ? std::string_view() : std::string_view(next->parent);
        }
    }
    return false;
}

namespace {

/// What a look needs to know of every house, side by side.
void mark_houses(World& world)
{
    InformationState& state = world.information;
    state.heard_of.assign(world.centres.size(), 0);
    for (std::size_t j = 0; j < world.centres.size(); ++j) {
        if (world.centres[j].open) state.heard_of[j] = state.exposure[j].size() > 1 ? 1 : 2;
    }
}

} // namespace

void set_up_information(const Premises& premises, World& world, Chance)
{
    const Scenario& scenario = *premises.scenario;
    InformationState& state = world.information;
    state.exposure.clear();
    for (const CentreState& centre : world.centres) {
        const double open = centre.open ? 1 : 0;
        state.exposure.push_back({Exposure{0, 0, 0, open, open}});
    }
    const std::size_t areas = premises.areas.size();
    state.coverage.assign(areas, 0);
    state.trained.assign(areas, 0);
    state.compass.clear();
    state.pools.assign(areas + 1, {});
    state.helpers_found.assign(world.centres.size(), 0);
    state.clinic.assign(world.centres.size(), 0);
    mark_houses(world);
    for (const BridgeUnit& unit : scenario.bridges) {
        const auto minutes = static_cast<std::int64_t>(unit.hours * 60 + 0.5);
        const Week from = premises.calendar.week(unit.from);
        const std::vector<char> inside = areas_in(premises, unit.area);
        const auto count = std::count(inside.begin(), inside.end(), 1);
        if (unit.area.empty() || count == 0) {
            state.hours.push_back({areas, unit.kind, minutes, from});
            continue;
        }
        for (std::size_t a = 0; a < areas; ++a) {
            if (inside[a] != 0) state.hours.push_back({a, unit.kind, minutes / count, from});
        }
    }
}

void inform(Moment& moment)
{
    InformationState& state = moment.world.information;
    std::fill(state.helpers_found.begin(), state.helpers_found.end(), 0);
    run_channels(moment.premises, moment.world, moment.week);
    for (std::size_t a = 0; a < state.coverage.size(); ++a) {
        state.coverage[a] = 0;
        for (const CompassRollout& rollout : state.compass) {
            if (rollout.areas[a] != 0) state.coverage[a] = std::max(state.coverage[a], coverage_at(rollout, moment.week));
        }
        double trained = 0;
        for (const TrainingRun& run : state.training) trained += run.areas[a] != 0 ? run.share * ramp(run, moment.week) : 0;
        state.trained[a] = std::min(1.0, trained);
    }
    count_bridge_hours(moment);
    const std::vector<char> clinics_before = state.clinic;
    for (std::size_t j = 0; j < state.clinic.size(); ++j) state.clinic[j] = has_clinic(moment.premises, moment.world, static_cast<int>(j)) ? 1 : 0;
    state.any_clinic = std::find(state.clinic.begin(), state.clinic.end(), 1) != state.clinic.end();
    if (moment.week > 0 && state.clinic != clinics_before) {
        for (std::uint32_t row = 0; row < moment.world.citizens.size(); ++row) {
            if (moment.world.citizens.holds(row)) plan_attempts(moment, row);
        }
    }
    mark_houses(moment.world);
}

bool apply_information(Moment& moment, const Intervention& intervention)
{
    InformationState& state = moment.world.information;
    switch (intervention.type) {
    case InterventionType::compass_rollout:
        state.compass.push_back({areas_in(moment.premises, intervention.area), moment.week, intervention.share, static_cast<double>(intervention.weeks)});
        return true;
    case InterventionType::training: train(moment, intervention); return true;
    case InterventionType::bridge_capacity: add_bridge_hours(moment, intervention); return true;
    case InterventionType::campaign: campaign(moment, intervention); return true;
    default: return false;
    }
}

} // namespace samspil
