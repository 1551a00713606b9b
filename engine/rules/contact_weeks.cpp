// SPDX-License-Identifier: MPL-2.0
// When citizens meet who may bring them on (docs/model.md 7.6): visits offered, talks with front staff or a clinic, own
// searches. The weeks are fixed by person and calendar.
#include "engine/rules/information.hpp"

#include "engine/base/elementary.hpp"
#include "engine/random/clock.hpp"
#include "engine/random/distributions.hpp"
#include "engine/rules/access.hpp"

#include <algorithm>

namespace samspil {
namespace {

constexpr int half_year_weeks = 26;
constexpr Week after_loss = 8; // weeks until a visit is offered to somebody bereaved

/// The next offered visit: in the year of 70, 75, 80, and every year from 82; the week in the year is the person's.
Week next_visit(const Moment& moment, const Citizen& citizen, Week after)
{
    constexpr int yearly_from = 82, last_age = 111;
    const auto into = static_cast<Week>(uniform_below(52, draw4(moment.chance, Purpose::visit_week, citizen.id, 0)[0]));
    for (int age = 70; age < last_age; age = age < 80 ? age + 5 : age < yearly_from ? yearly_from : age + 1) {
        const Week week = week_of_age(citizen, age) + into;
        if (week > after) return week;
    }
    return never;
}

/// Clinic in the open house nearest to the citizen.
bool has_clinic_near(const Moment& moment, const Citizen& citizen)
{
    if (!moment.world.information.any_clinic) return false;
    const int nearest = nearest_house(moment, citizen, [](const CentreState&) { return true; });
    return nearest >= 0 && moment.world.information.clinic[static_cast<std::size_t>(nearest)] != 0;
}

/// Talks a week with front staff, and with the clinic.
struct AttemptRates {
    double front = 0, clinic = 0;
};
AttemptRates attempt_rates(const Moment& moment, const Citizen& citizen)
{
    const InformationParameters& p = moment.parameters().information;
    return {citizen.level > 0 ? p.front[citizen.level - 1U] : 0, p.clinic > 0 && has_clinic_near(moment, citizen) ? p.clinic : 0};
}

/// Talks with front staff or the clinic: at most one a calendar half-year counts as an attempt.
Week next_attempt(const Moment& moment, const Citizen& citizen, Week after)
{
    constexpr int look_ahead = 20; // half-years; a change of level plans anew
    const AttemptRates rates = attempt_rates(moment, citizen);
    const double rate = rates.front + rates.clinic;
    if (!(rate > 0)) return never;
    const double met = 1 - elementary::exp(-rate * half_year_weeks);
    const std::int32_t first = moment.premises.half_year(moment.week);
    for (std::int32_t half = first; half < first + look_ahead; ++half) {
        const auto drawn = draw4(moment.chance, Purpose::contact_week, citizen.id, static_cast<std::uint32_t>(half));
        if (unit(drawn[0]) >= met) continue;
        const Week week = moment.premises.half_year_begin(half) + static_cast<Week>(uniform_below(half_year_weeks, drawn[1]));
        if (week > after) return week;
    }
    return never;
}

Week next_search(const Moment& moment, const Citizen& citizen)
{
    const double weekly = moment.parameters().information.self_search * years_per_week;
    const Week more = weeks_until_due(unit_threshold(moment.chance, Purpose::self_search, citizen.id, citizen.information.searches), weekly);
    return more == never ? never : moment.week + more;
}

void set_contact(Citizen& citizen)
{
    const InformationOfCitizen& own = citizen.information;
    citizen.agenda.contact = std::min({own.visit, own.front, own.special, own.self});
}

} // namespace

int nearest_house(const Moment& moment, const Citizen& citizen, bool (*fits)(const CentreState&))
{
    int nearest = -1;
    std::int32_t least = 0;
    for (const ReachableHouse& reachable : moment.premises.reachable[citizen.neighbourhood]) {
        const int centre = reachable.centre;
        const CentreState& house = moment.world.centres[static_cast<std::size_t>(centre)];
        if (!house.open || !fits(house)) continue;
        const std::int32_t metres = distance_m(moment.premises, citizen, centre);
        if (nearest >= 0 && metres >= least) continue;
        nearest = centre;
        least = metres;
    }
    return nearest;
}

Week week_of_age(const Citizen& citizen, int age)
{
    return citizen.week_65 + static_cast<Week>((age - 65) * weeks_per_year + 0.5);
}

ContactKind met_in_attempt(const Moment& moment, const Citizen& citizen)
{
    const AttemptRates rates = attempt_rates(moment, citizen);
    const auto half = static_cast<std::uint32_t>(moment.premises.half_year(moment.week));
    const double u = unit(draw4(moment.chance, Purpose::contact_week, citizen.id, half)[2]);
    return u * (rates.front + rates.clinic) < rates.front ? ContactKind::front_staff : ContactKind::clinic;
}

void plan_contacts(Moment& moment, Citizen& citizen, Week after)
{
    InformationOfCitizen& own = citizen.information;
    if (!moment.scenario().mechanisms.information.contacts) return;
    if (own.visit == never || own.visit <= after) own.visit = next_visit(moment, citizen, after);
    const Week widowed = citizen.people.widowed;
    const bool offered = widowed != never && widowed + after_loss > after && widowed < week_of_age(citizen, 82);
    if (offered) own.special = widowed + after_loss;
    own.front = next_attempt(moment, citizen, after);
    if (own.self == never) own.self = next_search(moment, citizen);
    set_contact(citizen);
}

void plan_attempts(Moment& moment, std::uint32_t row)
{
    Citizen& citizen = moment.world.citizens[row];
    if (!moment.scenario().mechanisms.information.contacts || citizen.residence != Residence::home) return;
    citizen.information.front = next_attempt(moment, citizen, moment.week - 1); // those of this week are still to come
    set_contact(citizen);
    moment.world.due[row] = next_due(moment.premises, citizen);
}

} // namespace samspil
