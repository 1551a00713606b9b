// SPDX-License-Identifier: MPL-2.0
// A first volunteer stock (docs/model.md 7.15): hours wanted against hours agreed, what volunteers can be asked for,
// burden, quitting and arrivals. Club places are limited by the hours; participants are not yet among the volunteers.
#include "engine/rules/money.hpp"
#include "engine/rules/network.hpp"

#include "engine/base/elementary.hpp"
#include "engine/random/clock.hpp"
#include "engine/random/distributions.hpp"

#include <algorithm>

namespace samspil {
namespace {

constexpr double hours_shape = 2.0;     // spread of hours between volunteers, assumed
constexpr double burden_weeks = 12.0;   // half-life of the burden average (7.15)
constexpr double longest_tenure = 5.0;  // years after which tenure protects no more
constexpr double longest_first_tenure = 60.0; // years; bounds the draw at week 0 whatever the quitting rate

std::uint64_t volunteer_key(int centre_key, std::int32_t number)
{
    return (static_cast<std::uint64_t>(centre_key) << 32) | static_cast<std::uint32_t>(number);
}

void add_volunteer(const Premises& premises, World& world, Chance chance, std::size_t centre, std::int32_t number, Week since)
{
    const double mean = premises.scenario->assumptions.vol_hours;
    Volunteer volunteer;
    volunteer.key = volunteer_key(premises.scenario->centres[centre].key, number);
    volunteer.centre = static_cast<std::int16_t>(centre);
    const double hours = mean / hours_shape * gamma_variate(chance, Purpose::volunteer_hours, volunteer.key, 0, hours_shape);
    volunteer.hours_tenths = static_cast<std::int16_t>(std::clamp(hours * 10 + 0.5, 1.0, 400.0));
    volunteer.since = since;
    volunteer.remaining = unit_threshold(chance, Purpose::volunteer_quit, volunteer.key, 0);
    world.volunteers.push_back(volunteer);
    ++world.centres[centre].volunteers;
    world.centres[centre].agreed_tenths += volunteer.hours_tenths;
}

double arrival_rate(const Premises& premises, const World& world, std::size_t centre)
{
    int all = 0;
    for (const Centre& house : premises.scenario->centres) all += house.volunteers;
    if (all == 0) return 0;
    return premises.scenario->assumptions.rec_ext * years_per_week * premises.scenario->centres[centre].volunteers / all *
           form_of(premises, world, centre).recruiting * pool_effect(premises, world, PoolUse::volunteers);
}

double arrival_threshold(const Premises& premises, Chance chance, std::size_t centre, std::int32_t number)
{
    return unit_threshold(chance, Purpose::volunteer_arrival, static_cast<std::uint64_t>(premises.scenario->centres[centre].key),
                          static_cast<std::uint32_t>(number));
}

/// Hours wanted this week, in tenths: other tasks, and the club sessions agreed.
int wanted_tenths(const Premises& premises, const World& world, std::size_t centre)
{
    const std::int16_t klub = premises.unit_of[centre][index_of(Offer::klub)];
    const std::int64_t sessions = klub == no_unit ? 0 : world.counts.taken[static_cast<std::size_t>(klub)];
    const double club = static_cast<double>(sessions) * premises.scenario->assumptions.vol_slot;
    return static_cast<int>((premises.scenario->centres[centre].other_task_hours + club) * 10 + 0.5);
}

} // namespace

void gather_volunteers(const Premises& premises, World& world, Chance chance)
{
    for (std::size_t centre = 0; centre < premises.scenario->centres.size(); ++centre) {
        for (std::int32_t i = 0; world.centres[centre].open && i < premises.scenario->centres[centre].volunteers; ++i) {
            // Numbers below 0 are those there from the start; tenure so far is drawn with the mean of the model.
            const std::int32_t number = -1 - i;
            const double u = uniform(chance, Purpose::volunteer_quit, volunteer_key(premises.scenario->centres[centre].key, number), 1);
            const double years = exponential(u) / std::max(1e-9, premises.scenario->assumptions.q0);
            const auto tenure = static_cast<Week>(std::min(years, longest_first_tenure) * weeks_per_year);
            add_volunteer(premises, world, chance, centre, number, -tenure);
        }
        world.centres[centre].arrivals_left = arrival_threshold(premises, chance, centre, 0);
    }
}

void add_opening_volunteers(const Premises& premises, World& world, Chance chance, std::size_t centre, Week week)
{
    for (std::int32_t i = 0; i < premises.scenario->centres[centre].volunteers; ++i) {
        add_volunteer(premises, world, chance, centre, -1 - i, week);
    }
}

int update_volunteers(const Premises& premises, World& world, Chance chance, Week week)
{
    const Parameters& p = premises.scenario->assumptions;
    const double kept = elementary::pow(2.0, -1.0 / burden_weeks);
    std::vector<double> rate(world.centres.size());
    for (std::size_t j = 0; j < world.centres.size(); ++j) {
        CentreState& centre = world.centres[j];
        centre.wanted_tenths = centre.open ? wanted_tenths(premises, world, j) : 0;
        const double wanted = centre.agreed_tenths > 0 ? static_cast<double>(centre.wanted_tenths) / centre.agreed_tenths : 1.0;
        const double asked = std::min(wanted, premises.scenario->policy.a_max);
        centre.burden = kept * centre.burden + (1 - kept) * asked;
        const double beyond = premises.scenario->mechanisms.volunteer_burden ? std::max(0.0, centre.burden - 1) : 0.0;
        rate[j] = p.q0 * years_per_week * elementary::exp(p.b_burden * beyond);
    }
    // Tenure lowers the hazard; its factor is needed at whole weeks only.
    int quit = 0;
    std::size_t stay = 0;
    const double tenure_step = p.b_ten / longest_tenure * years_per_week;
    const double full_tenure = elementary::exp(-p.b_ten);
    for (Volunteer& volunteer : world.volunteers) {
        const auto j = static_cast<std::size_t>(volunteer.centre);
        const Week tenure = week - volunteer.since;
        const double factor = tenure * years_per_week >= longest_tenure ? full_tenure : elementary::exp_inside(-tenure_step * tenure);
        volunteer.remaining -= rate[j] * factor;
        if (volunteer.remaining > 0 && world.centres[j].open) {
            world.volunteers[stay++] = volunteer;
            continue;
        }
        ++quit;
        --world.centres[j].volunteers;
        world.centres[j].agreed_tenths -= volunteer.hours_tenths;
    }
    world.volunteers.resize(stay);
    for (std::size_t j = 0; j < world.centres.size(); ++j) {
        CentreState& centre = world.centres[j];
        if (!centre.open) continue;
        centre.arrivals_left -= arrival_rate(premises, world, j);
        while (centre.arrivals_left <= 0) {
            add_volunteer(premises, world, chance, j, centre.arrivals++, week);
            centre.arrivals_left += arrival_threshold(premises, chance, j, centre.arrivals);
        }
    }
    return quit;
}

int volunteer_sessions(const Premises& premises, const World& world, std::size_t centre, int wanted)
{
    const Scenario& scenario = *premises.scenario;
    const Parameters& p = scenario.assumptions;
    const double most = world.centres[centre].agreed_tenths / 10.0 * (1 + p.ask_acc * (scenario.policy.a_max - 1));
    // When hours are short, other tasks give way in proportion.
    const double other = scenario.centres[centre].other_task_hours;
    const double club = wanted * p.vol_slot;
    const double for_club = other + club > most ? most * club / (other + club) : club;
    return std::min(wanted, static_cast<int>(for_club / p.vol_slot));
}

} // namespace samspil
