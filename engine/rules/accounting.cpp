// SPDX-License-Identifier: MPL-2.0
// What the week costs, by account, at assumed unit prices (docs/model.md 7.18). Sums are of counts; each account is
// rounded to the øre once.
#include "engine/rules/access.hpp"
#include "engine/rules/money.hpp"
#include "engine/rules/network.hpp"

#include "engine/base/elementary.hpp"
#include "engine/rules/places.hpp"

#include <algorithm>

namespace samspil {
namespace {

Ore to_ore(double kr) { return static_cast<Ore>(kr * 100 + 0.5); }

/// Houses cost less the more of them a service unit runs: scale_save for every doubling, on the shared part.
double capacity_kr(const Premises& premises, const World& world)
{
    const Scenario& scenario = *premises.scenario;
    const Parameters& p = scenario.assumptions;
    int houses = 0;
    Ore a_year = 0; // whole øre: the order of the houses must not matter
    for (std::size_t j = 0; j < scenario.centres.size(); ++j) {
        if (!world.centres[j].open) continue;
        a_year += to_ore(house_kr(premises, world, j));
        if (needs_leader(scenario.centres[j].kind)) ++houses;
    }
    const double kr_a_year = static_cast<double>(a_year) / 100;
    if (!scenario.mechanisms.service_unit_saving || houses == 0) return kr_a_year * years_per_week;
    const double per_unit = static_cast<double>(houses) / std::max(1, world.organisation.service_units);
    const double doublings = elementary::log(per_unit / p.service_ref) / elementary::log(2.0);
    const double factor = elementary::pow(1 - p.scale_save, doublings);
    return kr_a_year * years_per_week * (1 - p.admin_share + p.admin_share * factor);
}

double attended(const Parameters& p, const std::int64_t* by_class, double season_factor)
{
    double sum = 0;
    for (std::size_t c = 0; c < 3; ++c) sum += static_cast<double>(by_class[c]) * p.p_att[c];
    return sum * season_factor;
}

} // namespace

double house_kr(const Premises& premises, const World& world, std::size_t centre)
{
    const double kr = premises.scenario->assumptions.house_cost[static_cast<std::size_t>(premises.scenario->centres[centre].kind)];
    if (centre >= world.money.houses.size()) return kr;
    return kr * form_of(premises, world, centre).fixed_cost * frame_factor(world.money.houses[centre], Frame::capacity, world.week);
}

double open_share(const Calendar& calendar, Week week)
{
    const CivilDate date = civil_date(calendar.day(week));
    // Three holiday weeks by their Monday: those of Christmas and New Year, and one in the middle of July.
    const bool holiday = (date.month == 12 && date.day >= 19) || (date.month == 1 && date.day <= 1) ||
                         (date.month == 7 && date.day >= 12 && date.day <= 18);
    return holiday ? 0.5 : 1.0;
}

double season(const Calendar& calendar, Week week)
{
    const double open = open_share(calendar, week);
    const int month = civil_date(calendar.day(week)).month;
    return open == 1.0 && (month >= 11 || month <= 2) ? 0.9 : open;
}

Fixed expected_attendance(const Premises& premises, const Counts& counts, std::size_t unit, Week week)
{
    const Parameters& p = premises.scenario->assumptions;
    const double factor = season(premises.calendar, week);
    const double all = attended(p, &counts.sessions_by_class[unit * 3], factor);
    return to_fixed(all - (1 - p.places.no_ride_att) * attended(p, &counts.places.stranded[unit * 3], factor));
}

std::array<Ore, account_count> weekly_spending(const Premises& premises, const World& world, Week week)
{
    const Parameters& p = premises.scenario->assumptions;
    std::array<Ore, account_count> spent{};
    const auto account = [&](Account a) -> Ore& { return spent[static_cast<std::size_t>(a)]; };
    account(Account::capacity) = to_ore(capacity_kr(premises, world));

    std::array<std::int64_t, offer_count> sessions{};
    for (std::size_t u = 0; u < premises.units.size(); ++u) sessions[index_of(premises.units[u].offer)] += world.counts.taken[u];
    double staff = staff_pay(premises, world);
    for (std::size_t o = 0; o < offer_count; ++o) staff += static_cast<double>(sessions[o]) * premises.session_costs[o].materials_kr;
    // Interviews, documentation, bridges and what consultants do besides are work too, at the plain price of an hour.
    const auto bridge_minutes = static_cast<double>(world.counts.information.bridge_minutes - world.money.bridge_minutes_paid);
    for (std::size_t a = 0; a < world.volunteering.areas.size(); ++a) staff += consultants_hours(premises, world, a) * years_per_week * p.wage_staff;
    staff += (documentation_minutes(premises, world) + interview_minutes(premises, world) + bridge_minutes) / 60.0 * p.wage_staff;
    account(Account::staff) = to_ore(staff);

    for (std::size_t j = 0; j < world.centres.size(); ++j) account(Account::transport) += ride_spending(premises, world, week, j);

    int leaders = 0;
    for (const int n : world.organisation.leading.leaders) leaders += n;
    account(Account::leadership) = to_ore(leaders * p.leader_pay * years_per_week);
    Ore grants = 0; // a year
    for (std::size_t k = 0; k < world.money.pools.size(); ++k) {
        const bool outside = premises.scenario->pools[k].use == static_cast<int>(PoolUse::outside);
        if (!outside) grants += to_ore(premises.scenario->pools[k].kr_per_year * pool_factor(world.money.pools[k], week));
    }
    account(Account::pools) = to_ore(static_cast<double>(grants) / 100 * years_per_week);
    account(Account::investment) = world.money.invested;
    account(Account::access) = to_ore(static_cast<double>(world.counts.access.visitator_minutes) / 60 * p.wage_visitator);
    return spent;
}

} // namespace samspil
