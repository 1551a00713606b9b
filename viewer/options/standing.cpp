// SPDX-License-Identifier: MPL-2.0
#include "viewer/options/standing.hpp"

#include "engine/io/in_force.hpp"

#include <set>

namespace samspil::viewer {
namespace {

using T = InterventionType;

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
    leave_unsaid(now, as);
    const int index = now.centre_index(change.centre);
    const auto at = static_cast<std::size_t>(index);
    switch (change.type) {
    case T::law_switch: as.choice = static_cast<int>(now.policy.access.law); break;
    case T::documentation: as.choice = static_cast<int>(now.policy.access.documentation); break;
    case T::access_regime: as.choice = now.policy.access_regime; break;
    case T::staff_mix: as.choice = now.policy.money.staff_mix; break;
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
        if (change.date <= day) put_in_force(now, change);
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
