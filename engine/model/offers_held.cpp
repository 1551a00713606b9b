// SPDX-License-Identifier: MPL-2.0
#include "engine/model/offers_held.hpp"

#include "engine/model/intervention.hpp"
#include "engine/model/places.hpp"

namespace samspil {
namespace {

/// A merger brings along whatever the first house has or may have got by then.
void merge(const Scenario& scenario, const Intervention& merger, OffersHeld& held)
{
    const int from = scenario.centre_index(merger.centre), to = scenario.centre_index(merger.to);
    if (!merger.flag || from < 0 || to < 0) return;
    for (std::size_t offer = 0; offer < offer_count; ++offer) {
        if (held[static_cast<std::size_t>(from)][offer]) held[static_cast<std::size_t>(to)][offer] = true;
    }
}

} // namespace

OffersHeld offers_ever_held(const Scenario& scenario)
{
    OffersHeld held(scenario.centres.size());
    for (std::size_t centre = 0; centre < held.size(); ++centre) {
        for (std::size_t offer = 0; offer < offer_count; ++offer) held[centre][offer] = scenario.centres[centre].places[offer] > 0;
    }
    for (const Intervention& change : scenario.interventions) { // in order of application
        if (change.type == InterventionType::merge) merge(scenario, change, held);
        for (std::size_t centre = 0; centre < held.size(); ++centre) {
            for (std::size_t offer = 0; offer < offer_count; ++offer) {
                if (gives_offer(scenario, change, centre, offer)) held[centre][offer] = true;
            }
        }
    }
    return held;
}

} // namespace samspil
