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

std::optional<double> value_today(const Scenario& base, const Intervention& change, const Field& field)
{
    if (!is_held(change.type, field.key)) return neutral(base, change, field.key);
    return value_in_force(in_force_on(base, change.date), change, field);
}

} // namespace samspil::viewer
