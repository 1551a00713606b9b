// SPDX-License-Identifier: MPL-2.0
// Leader attention and the quality that follows from it (docs/model.md 7.16, 7.17).
#include "engine/rules/money.hpp"
#include "engine/rules/proposing.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>

namespace samspil {
namespace {

int units_that_run_houses(const Structure& structure, int service_units)
{
    return service_units > 0 ? service_units : std::max(1, static_cast<int>(structure.leaders.size()));
}

} // namespace

void set_up_organisation(const Premises& premises, World& world)
{
    const Scenario& scenario = *premises.scenario;
    OrganisationState& organisation = world.organisation;
    organisation.leading = organisation.sharing = make_structure(scenario, scenario.organisation.model);
    organisation.leadership = scenario.organisation.leadership;
    organisation.sharing_within = scenario.organisation.sharing_within;
    organisation.service_units = units_that_run_houses(organisation.leading, scenario.organisation.service_units);
}

void update_attention(Moment& moment, const Workers& workers)
{
    World& world = moment.world;
    const Scenario& scenario = moment.scenario();
    const Parameters& p = scenario.assumptions;
    std::vector<char> open;
    for (const CentreState& centre : world.centres) open.push_back(centre.open ? 1 : 0);
    const OrganisationState& organisation = world.organisation;
    const auto attention = attention_by_unit(organisation.leading, scenario, open, organisation.leadership);
    const bool shock = moment.week < organisation.shock_until;
    std::vector<char> changed(world.centres.size(), 0);
    bool any = false;
    for (std::size_t j = 0; j < world.centres.size(); ++j) {
        CentreState& centre = world.centres[j];
        const int unit = organisation.leading.leading_unit[j];
        double a = unit < 0 ? 0.0 : attention[static_cast<std::size_t>(unit)];
        if (shock) a *= p.shock_attention;
        // Working with a partner takes hours of the leader beyond those of a municipal house.
        a *= p.h_c / (p.h_c + form_of(moment.premises, world, j).coordination_h - 1);
        centre.attention = a;
        const double acts = scenario.mechanisms.leader_attention ? a : 1.0;
        const double quality = house_quality(moment.premises, world, j, acts);
        if (quality == centre.quality) continue;
        centre.quality = quality;
        changed[j] = 1;
        any = true;
    }
    if (!any || moment.week == 0) return;
    // Participants feel the change at their next look at the dose, within four weeks.
    if (!scenario.mechanisms.participation_effect) return;
    for_blocks(workers, world.citizens.size(), rows_together, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            const std::int16_t unit = world.place[row]; // side by side; the citizens themselves are far apart in memory
            if (unit < 0 || changed[static_cast<std::size_t>(moment.premises.units[static_cast<std::size_t>(unit)].centre)] == 0) continue;
            Citizen& citizen = world.citizens[row];
            if (citizen.unit != unit) continue; // a house closed this week
            citizen.agenda.dose = std::min<Week>(citizen.agenda.dose, dose_look(moment.premises, citizen, moment.week));
            world.due[row] = std::min(world.due[row], citizen.agenda.dose);
        }
    });
}

} // namespace samspil
