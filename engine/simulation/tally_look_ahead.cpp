// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_look_ahead.hpp"

namespace samspil {
namespace {

constexpr int year = 52, middle = 26;
constexpr Week weeks_to_80 = 783;

std::int64_t citizens_of_80(const World& world)
{
    const CitizenTable& citizens = world.citizens;
    std::int64_t n = 0;
    for (std::size_t row = 0; row < citizens.size(); ++row) {
        if (row + glances_ahead < citizens.size()) __builtin_prefetch(&citizens[row + glances_ahead].id);
        const Citizen& citizen = citizens[row];
        const bool here = citizen.residence == Residence::home || citizen.residence == Residence::nursing_home;
        if (here && world.week - citizen.week_65 >= weeks_to_80) ++n;
    }
    return n;
}

} // namespace

void LookAheadTally::observe(const Premises& premises, const World& world, Ore running_cost)
{
    const Period& period = premises.scenario->period;
    if (period.weeks < 2 * year) return;
    const Week into = world.week - period.burn_in_weeks;
    const bool early = into < year;
    if (!early && into < period.weeks - year) return;
    Year& now = early ? first_ : last_;
    const Counts& counts = world.counts;
    ++now.weeks;
    for (const std::int64_t n : counts.home_by_level) now.citizens += n;
    now.citizens += counts.nursing_home;
    now.reduced += counts.home_by_level[2] + counts.home_by_level[3];
    now.cost += running_cost;
    for (std::size_t u = 0; u < premises.units.size(); ++u) {
        const Offer offer = premises.units[u].offer;
        now.waiting += static_cast<std::int64_t>(world.units[u].queue.size());
        if (is_municipal(offer)) now.municipal += counts.users[u];
        if (offer != Offer::vedligeholdende_center) continue;
        now.offered += world.units[u].offered;
        now.taken += counts.taken[u];
    }
    for (const CentreState& centre : world.centres) now.volunteers += centre.volunteers;
    const bool half_way = into == middle || into == period.weeks - year + middle;
    if (half_way) now.aged = citizens_of_80(world);
}

void LookAheadTally::report(KpiWriter& to) const
{
    const auto write = [&](const Year& of, bool early) {
        if (of.weeks == 0) return;
        const auto set = [&](LookAhead figure, double value) {
            const LookAheadKpis ids = look_ahead_kpis(figure);
            to.set(early ? ids.first : ids.last, value);
        };
        set(LookAhead::citizens, ratio(of.citizens, of.weeks));
        set(LookAhead::citizens_80plus, static_cast<double>(of.aged));
        set(LookAhead::reduced, ratio(of.reduced, of.weeks));
        set(LookAhead::reach_municipal, ratio(of.municipal, of.citizens));
        set(LookAhead::waiting, ratio(of.waiting, of.weeks));
        set(LookAhead::use_maintaining, ratio(of.taken, of.offered));
        set(LookAhead::volunteers, ratio(of.volunteers, of.weeks));
        const double citizens = static_cast<double>(of.citizens) / static_cast<double>(of.weeks);
        set(LookAhead::cost_per_citizen, ratio(static_cast<double>(of.cost) / 100.0 * weeks_per_year / static_cast<double>(of.weeks), citizens));
    };
    write(first_, true);
    write(last_, false);
}

} // namespace samspil
