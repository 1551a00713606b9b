// SPDX-License-Identifier: MPL-2.0
#include "viewer/options/standing.hpp"

#include <algorithm>
#include <set>

namespace samspil::viewer {
namespace {

using T = InterventionType;

Centre* house(Scenario& scenario, const std::string& id)
{
    const int index = scenario.centre_index(id);
    return index < 0 ? nullptr : &scenario.centres[static_cast<std::size_t>(index)];
}

void merge(Centre& from, Centre& to, bool places_follow)
{
    from.open = false;
    if (!places_follow) return;
    for (std::size_t offer = 0; offer < offer_count; ++offer) to.places[offer] += from.places[offer];
}

void convert(Centre& at, const Intervention& change)
{
    const auto from = static_cast<std::size_t>(change.offer), to = static_cast<std::size_t>(change.choice);
    const int moved = std::min(at.places[from], change.places);
    at.places[from] -= moved;
    at.places[to] += moved;
}

void happen_at_house(Scenario& s, const Intervention& change)
{
    Centre* const at = house(s, change.centre);
    if (at == nullptr) return;
    switch (change.type) {
    case T::open_centre: at->open = true; break;
    case T::close_centre: at->open = false; break;
    case T::change_places: at->places[static_cast<std::size_t>(change.offer)] = change.places; break;
    case T::convert_offer: convert(*at, change); break;
    case T::satellite:
        if (!at->open) at->places.fill(0);
        at->open = true;
        at->places[static_cast<std::size_t>(change.offer)] = change.places;
        break;
    case T::merge:
        if (Centre* const to = house(s, change.to)) merge(*at, *to, change.flag);
        break;
    case T::profile_change:
        at->rooms = rooms_of(s, static_cast<std::size_t>(at - s.centres.data()));
        at->rooms.stated = true;
        at->rooms.profile = static_cast<ProfileKind>(change.choice);
        break;
    case T::operating_form: at->operating_form = change.choice; break;
    default: break;
    }
}

void happen(Scenario& s, const Intervention& change)
{
    switch (change.type) {
    case T::organisation_change: s.organisation = change.organisation; break;
    case T::visitation_rule:
        s.policy.visitation_rule = change.rule;
        s.policy.core_k = change.core_k;
        break;
    case T::law_switch: s.policy.access.law = static_cast<Law>(change.choice); break;
    case T::documentation: s.policy.access.documentation = static_cast<Documentation>(change.choice); break;
    case T::access_regime: s.policy.access_regime = change.choice; break;
    case T::volunteer_policy:
        s.policy.volunteering.recognition = change.volunteering.recognition;
        s.policy.volunteering.voice = change.volunteering.voice;
        s.policy.volunteering.barrier = change.volunteering.barrier;
        s.policy.volunteering.substitution = change.volunteering.substitution;
        s.policy.a_max = change.factor;
        break;
    case T::consultants: s.policy.volunteering.consultants_clustered = change.flag; break;
    case T::staff_mix: s.policy.money.staff_mix = change.choice; break;
    case T::transport_rule:
        s.policy.transport_regime = change.choice;
        s.policy.places.preventive_rides = change.flag;
        break;
    default: happen_at_house(s, change); break;
    }
}

/// The base's last change of this type for the same target, on or before the day.
const Intervention* last_of(const Scenario& base, const Intervention& like)
{
    const Intervention* last = nullptr;
    for (const Intervention& one : base.interventions) {
        const bool same = one.type == like.type && one.centre == like.centre && one.area == like.area;
        if (same && one.date <= like.date) last = &one;
    }
    return last;
}

/// Consultants are shared evenly among the areas at the start (docs/model.md 7.15).
double consultants_today(const Scenario& base, const Intervention& change)
{
    if (const Intervention* last = last_of(base, change)) return last->persons;
    double volunteers = 0;
    std::set<std::string> areas;
    for (const Centre& centre : base.centres) {
        areas.insert(centre.area);
        volunteers += centre.open ? centre.volunteers : 0;
    }
    const double all = base.policy.volunteering.consultants_per_1000 * volunteers / 1000;
    return change.area.empty() || areas.empty() ? all : all / static_cast<double>(areas.size());
}

/// The change with everything that stands in the scenario set to what stands.
Intervention as_it_stands(const Scenario& now, const Intervention& change)
{
    Intervention as = change;
    const int index = now.centre_index(change.centre);
    const auto at = static_cast<std::size_t>(index);
    switch (change.type) {
    case T::organisation_change: as.organisation = now.organisation; break;
    case T::visitation_rule:
        as.rule = now.policy.visitation_rule;
        as.core_k = now.policy.core_k;
        break;
    case T::law_switch: as.choice = static_cast<int>(now.policy.access.law); break;
    case T::documentation: as.choice = static_cast<int>(now.policy.access.documentation); break;
    case T::access_regime: as.choice = now.policy.access_regime; break;
    case T::volunteer_policy:
        as.volunteering = now.policy.volunteering;
        as.factor = now.policy.a_max;
        break;
    case T::consultants: as.flag = now.policy.volunteering.consultants_clustered; break;
    case T::staff_mix: as.choice = now.policy.money.staff_mix; break;
    case T::transport_rule:
        as.choice = now.policy.transport_regime;
        as.flag = now.policy.places.preventive_rides;
        break;
    case T::change_places:
    case T::satellite:
        if (index >= 0) as.places = now.centres[at].places[static_cast<std::size_t>(change.offer)];
        break;
    case T::operating_form:
        if (index >= 0) as.choice = now.centres[at].operating_form;
        break;
    case T::profile_change:
        if (index >= 0) as.choice = static_cast<int>(rooms_of(now, at).profile);
        break;
    case T::admin_workplaces:
        if (index >= 0) as.persons = rooms_of(now, at).admin_workplaces;
        break;
    default: break;
    }
    return as;
}

/// Where a measure has no size of its own in the scenario: the size at which it changes nothing.
std::optional<double> neutral(const Scenario& base, const Intervention& change, std::string_view key)
{
    switch (change.type) {
    case T::campaign:
    case T::population_shock:
    case T::pool_change:
    case T::frame_change:
        if (key == "factor") return 1;
        break;
    case T::invest:
        if (key == "total_kr") return 0;
        break;
    case T::bridge_capacity:
        if (key == "hours") return 0;
        break;
    case T::convert_offer:
        if (key == "places") return 0;
        break;
    case T::training:
        if (key == "share" || key == "persons") return 0;
        break;
    case T::compass_rollout: {
        const Intervention* last = last_of(base, change);
        if (key == "ceiling") return last == nullptr ? 0 : last->share;
        break;
    }
    case T::forum_start: {
        constexpr double usual_hours = 2; // of a forum that runs from the start (docs/model.md 7.17)
        const Intervention* last = last_of(base, change);
        if (key != "hours") break;
        if (last != nullptr) return last->hours;
        return base.policy.volunteering.forum == 1 ? usual_hours : 0;
    }
    case T::admin_workplaces:
        if (key == "share") return 0;
        break;
    case T::transport_rule:
        if (key == "frame_factor") return -1; // the frame as it is
        break;
    case T::consultants:
        if (key == "persons") return consultants_today(base, change);
        break;
    default: break;
    }
    return std::nullopt;
}

} // namespace

Scenario standing(const Scenario& base, Day day)
{
    Scenario now;
    now.id = base.id;
    now.title = base.title;
    now.period = base.period;
    now.policy = base.policy;
    now.organisation = base.organisation;
    now.assumptions = base.assumptions;
    now.centres = base.centres;
    now.organisation_units = base.organisation_units;
    now.pools = base.pools;
    for (const Intervention& change : base.interventions) {
        if (change.date <= day) happen(now, change);
    }
    return now;
}

bool stands_in_scenario(T type, std::string_view key)
{
    switch (type) {
    case T::organisation_change: return key == "leadership" || key == "sharing_within" || key == "service_units";
    case T::visitation_rule:
    case T::law_switch:
    case T::documentation:
    case T::access_regime:
    case T::volunteer_policy:
    case T::staff_mix:
    case T::operating_form:
    case T::profile_change: return true;
    case T::consultants: return key == "clustered";
    case T::transport_rule: return key == "regime" || key == "preventive_rides";
    case T::change_places:
    case T::satellite: return key == "places";
    case T::admin_workplaces: return key == "persons";
    default: return false;
    }
}

std::optional<double> value_today(const Scenario& base, const Intervention& change, const Field& field)
{
    if (!stands_in_scenario(change.type, field.key)) return neutral(base, change, field.key);
    const bool at_house = kind_of(change.type).needs_centre;
    if (at_house && base.centre_index(change.centre) < 0) return std::nullopt;
    const Intervention as = as_it_stands(standing(base, change.date), change);
    return field.access.read(&as);
}

} // namespace samspil::viewer
