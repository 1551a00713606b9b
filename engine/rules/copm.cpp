// SPDX-License-Identifier: MPL-2.0
// The start interview (COPM, docs/model.md 7.4): pure functions of person and half-year, so nothing is kept but the week
// it was held and the level then. Progress is a closed form of the sessions and quality as they stand.
#include "engine/rules/access.hpp"

#include "engine/base/elementary.hpp"
#include "engine/random/distributions.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace samspil {
namespace {

constexpr double one_more = 0.5; // chance of each activity beyond the first (assumed)
/// Coefficients of 7.4, all assumed.
constexpr double performance_free = 9, per_activity_score = 1.3, per_mobility_score = 0.7, per_mental_score = 0.5;

int points(double value) { return std::clamp(static_cast<int>(std::floor(value + 0.5)), 1, 10); }

/// Weeks since the start less those in which the dose was still building up.
double weeks_at_full_dose(const Parameters& p, Week weeks)
{
    const double scale = p.half_d / elementary::log(2.0);
    return weeks - scale * (1 - elementary::exp(-weeks / scale));
}

int number_of_activities(std::uint32_t word)
{
    return 1 + binomial(most_activities - 1, one_more, unit(word));
}

} // namespace

Interview interview_of(const Premises&, Chance chance, std::uint64_t person, std::int32_t half_year, const Scores& scores)
{
    const auto index = static_cast<std::uint32_t>(half_year);
    Interview interview;
    interview.activities = number_of_activities(draw4(chance, Purpose::interview, person, index)[0]);
    for (int k = 0; k < interview.activities; ++k) {
        const auto lane = static_cast<std::uint16_t>(1 + 2 * k);
        const auto wish = draw4(chance, Purpose::interview, person, index, lane);
        const auto noise = draw4(chance, Purpose::interview, person, index, static_cast<std::uint16_t>(lane + 1));
        const double interest = unit(wish[0]), demand = unit(wish[1]); // of the activity: how much liked, how physical
        const auto i = static_cast<std::size_t>(k);
        interview.importance[i] = points(4 + 6 * interest + normal(unit(noise[0])));
        interview.performance[i] = points(performance_free - per_activity_score * scores.a - per_mobility_score * demand * scores.m -
                                          per_mental_score * scores.p + normal(unit(noise[1])));
        interview.satisfaction[i] = points(interview.performance[i] + 1.2 * normal(unit(noise[2])));
    }
    return interview;
}

bool home_bound(const Premises& premises, Chance chance, const Citizen& citizen, Week week, const Scores& scores)
{
    if (scores.m != 4 || !premises.scenario->mechanisms.access.start_interview) return scores.m == 4;
    const Interview interview = interview_of(premises, chance, citizen.id, premises.half_year(week), scores);
    for (int k = 0; k < interview.activities; ++k) {
        if (interview.performance[static_cast<std::size_t>(k)] <= premises.scenario->assumptions.access.copm_problem) return true;
    }
    return false;
}

CopmChange copm_change(const Premises& premises, const World& world, Chance chance, const Citizen& citizen)
{
    const Parameters& p = premises.scenario->assumptions;
    Citizen then;
    then.id = citizen.id;
    then.trait = citizen.trait;
    then.level = citizen.access.interview_level;
    const Week held = citizen.access.interviewed;
    const Interview interview =
        interview_of(premises, chance, citizen.id, premises.half_year(held), true_scores(premises, chance, then, held));
    const auto centre = static_cast<std::size_t>(premises.units[static_cast<std::size_t>(citizen.unit)].centre);
    const double sessions = citizen.sessions * p.p_att[level_class(citizen.level)];
    const double dose = 1 - elementary::exp(-sessions / p.x0);
    const double reached = p.access.copm_eta * (world.centres[centre].quality / p.q_ref) * dose * weeks_at_full_dose(p, world.week - held);
    const double lost = p.access.copm_decline * std::max(0, citizen.level - citizen.access.interview_level);
    CopmChange change;
    for (std::size_t k = 0; k < static_cast<std::size_t>(interview.activities); ++k) {
        const double before = interview.performance[k], liked = interview.satisfaction[k];
        const double after = std::clamp(10 - (10 - before) * elementary::exp(-reached) - lost, 1.0, 10.0);
        change.performance += after - before;
        change.satisfaction += std::clamp(liked + after - before, 1.0, 10.0) - liked; // satisfaction follows
    }
    change.performance /= interview.activities;
    change.satisfaction /= interview.activities;
    return change;
}

void hold_interview(Moment& moment, Citizen& citizen)
{
    if (!is_municipal(citizen.offer)) return;
    citizen.access.interviewed = moment.week;
    citizen.access.interview_level = citizen.level;
    ++moment.out.change.access.interviews;
}

} // namespace samspil
