// SPDX-License-Identifier: MPL-2.0
// What volunteers are asked for and what it does to them (docs/model.md 7.15): tasks and who is suited for them, the
// hours wanted, burden, and how many club places the hours carry.
#include "engine/rules/network.hpp"

#include "engine/rules/money.hpp"

#include "engine/base/elementary.hpp"

#include <algorithm>

namespace samspil {
namespace {

constexpr double burden_weeks = 12.0; // half-life of the burden average (7.15)
constexpr double baseline_recognition = 0.5, baseline_voice = 0.5;

constexpr std::size_t bit(Skill skill) { return std::size_t{1} << static_cast<unsigned>(skill); }

/// Any one of these skills suits the task (S2-41).
constexpr std::array<std::size_t, task_count> suited{
    bit(Skill::people) | bit(Skill::practical), // club
    bit(Skill::practical),                      // café
    bit(Skill::people),                         // companionship
    bit(Skill::people) | bit(Skill::practical), // hosting
    bit(Skill::organising),                     // council and board
    bit(Skill::people),                         // bridge company
    bit(Skill::technical),                      // welfare technology
};

/// Hours a week that the nursing home's side wants of its own volunteers.
double nursing_hours(const Premises& premises, std::size_t centre)
{
    const Parameters& p = premises.scenario->assumptions;
    return p.volunteering.nh_vol_share * p.volunteering.nh_load * premises.scenario->centres[centre].volunteers * p.vol_hours;
}

/// Hours a week for other tasks of the house than the club, less what associations do and what nobody does twice.
double other_hours(const Premises& premises, const World& world, std::size_t centre)
{
    const VolunteeringParameters& p = premises.scenario->assumptions.volunteering;
    const double table = std::max(0.0, premises.scenario->centres[centre].other_task_hours - nursing_hours(premises, centre));
    const double once = table * (1 - p.forum_overlap * forum_activity(premises, world, static_cast<int>(centre)));
    const double elsewhere = from_fixed(world.volunteering.agreed_elsewhere[centre]);
    return std::max(0.0, once - elsewhere);
}

/// Staff hours in forebyggende that volunteers have been asked to take over.
double staff_hours_taken(const Premises& premises, const World& world, std::size_t centre)
{
    const std::int16_t unit = premises.unit_of[centre][index_of(Offer::forebyggende)];
    if (unit == no_unit) return 0;
    const double hours = static_cast<double>(world.counts.taken[static_cast<std::size_t>(unit)]) *
                         premises.session_costs[index_of(Offer::forebyggende)].hours;
    return hours * staff_taken_over(premises, world, Offer::forebyggende);
}

double club_hours(const Premises& premises, const World& world, std::size_t centre)
{
    const std::int16_t klub = premises.unit_of[centre][index_of(Offer::klub)];
    const std::int64_t sessions = klub == no_unit ? 0 : world.counts.taken[static_cast<std::size_t>(klub)];
    return static_cast<double>(sessions) * premises.scenario->assumptions.vol_slot;
}

int tenths(double hours) { return static_cast<int>(hours * 10 + 0.5); }

/// Most hours that may be got of those agreed, after asking (7.15).
double most_given(const Premises& premises, const World& world, int agreed_tenths)
{
    return agreed_tenths / 10.0 * (1 + premises.scenario->assumptions.ask_acc * (world.volunteering.a_max - 1));
}

int house_tenths(const World& world, std::size_t centre)
{
    return world.centres[centre].agreed_tenths - world.volunteering.houses[centre].nursing_tenths;
}

double asked_of(int wanted_tenths, int agreed_tenths, double a_max)
{
    const double wanted = agreed_tenths > 0 ? static_cast<double>(wanted_tenths) / agreed_tenths : 1.0;
    return std::min(wanted, a_max);
}

double mismatch_at(const Premises& premises, const World& world, std::size_t centre, double club, double other, double stretch)
{
    std::array<double, skill_sets> wanted{}, given{};
    wanted[suited[0]] += club;
    for (std::size_t t = 0; t < other_tasks; ++t) wanted[suited[t + 1]] += other * premises.scenario->assumptions.volunteering.task[t];
    const HouseHelp& house = world.volunteering.houses[centre];
    for (std::size_t set = 0; set < skill_sets; ++set) given[set] = house.tenths_by_skills[set] / 10.0 * stretch;
    return mismatch_of(wanted, given);
}

void ask_house(const Premises& premises, World& world, std::size_t j, Week week)
{
    const Scenario& scenario = *premises.scenario;
    const VolunteeringParameters& p = scenario.assumptions.volunteering;
    const double a_max = world.volunteering.a_max;
    CentreState& centre = world.centres[j];
    HouseHelp& house = world.volunteering.houses[j];
    const double club = club_hours(premises, world, j) + (centre.open ? staff_hours_taken(premises, world, j) : 0);
    const double other = centre.open ? other_hours(premises, world, j) : 0;
    house.wanted_tenths = centre.open ? tenths(club + other) : 0;
    house.wanted_nursing_tenths = centre.open ? tenths(nursing_hours(premises, j)) : 0;
    centre.wanted_tenths = house.wanted_tenths + house.wanted_nursing_tenths;
    const int agreed = house_tenths(world, j);
    const auto given = [&](int wanted, int hours) {
        return scenario.mechanisms.volunteer_limit ? std::min(wanted, tenths(most_given(premises, world, hours))) : wanted;
    };
    house.given_tenths = given(house.wanted_tenths, agreed) + given(house.wanted_nursing_tenths, house.nursing_tenths);

    const double asked = asked_of(house.wanted_tenths, agreed, a_max);
    house.mismatch = agreed > 0 ? mismatch_at(premises, world, j, club, other, std::clamp(asked, 1.0, a_max)) : 0;
    const double trouble = week < world.organisation.shock_until ? p.conflict_shock : 0;
    const double eased = p.w_conflict * trouble - relief(premises, world, j);
    const double kept = elementary::pow(2.0, -1.0 / burden_weeks);
    centre.burden = kept * centre.burden + (1 - kept) * (asked + p.w_mismatch * house.mismatch + eased);
    const double asked_nursing = asked_of(house.wanted_nursing_tenths, house.nursing_tenths, a_max);
    house.nursing_burden = kept * house.nursing_burden + (1 - kept) * (asked_nursing + eased);
}

} // namespace

double mismatch_of(const std::array<double, skill_sets>& wanted, const std::array<double, skill_sets>& given)
{
    // Hall's condition: hours that only the skills in `some` suit, against the hours of whoever has one of them.
    constexpr std::size_t all = skill_sets - 1;
    double worst = 0, short_of_all = 0, sum = 0;
    for (std::size_t some = 1; some <= all; ++some) {
        double need = 0, have = 0;
        for (std::size_t set = 1; set <= all; ++set) {
            if ((set & ~some & all) == 0) need += wanted[set];
            if ((set & some) != 0) have += given[set];
        }
        worst = std::max(worst, need - have);
        if (some == all) {
            short_of_all = std::max(0.0, need - have);
            sum = need;
        }
    }
    return sum > 0 ? std::max(0.0, worst - short_of_all) / sum : 0.0;
}

double relief(const Premises& premises, const World& world, std::size_t centre)
{
    const Scenario& scenario = *premises.scenario;
    if (!scenario.mechanisms.volunteering.volunteer_support) return 0;
    const VolunteeringParameters& p = scenario.assumptions.volunteering;
    const VolunteeringState& state = world.volunteering;
    const double hours = state.areas[static_cast<std::size_t>(state.area_of[centre])].support_hours;
    // As much support as the baseline's gives no relief beyond it: burden is neutral there by construction.
    const double usual = 1 - elementary::exp(-1.0);
    const double support = (1 - elementary::exp(-hours / p.supp_ref)) * consultant_knowledge(premises, world);
    return p.w_support * (support - usual) + p.w_recognition * (state.policy.recognition - baseline_recognition) +
           p.w_voice * (state.policy.voice - baseline_voice);
}

void ask_volunteers(const Premises& premises, World& world, Week week)
{
    for (std::size_t j = 0; j < world.centres.size(); ++j) ask_house(premises, world, j, week);
}

double staff_taken_over(const Premises& premises, const World& world, Offer offer)
{
    if (offer != Offer::forebyggende) return 0;
    return std::min(world.volunteering.policy.substitution, premises.scenario->assumptions.volunteering.sub_cap);
}

int volunteer_sessions(const Premises& premises, const World& world, std::size_t centre, int wanted)
{
    const Parameters& p = premises.scenario->assumptions;
    const double most = most_given(premises, world, house_tenths(world, centre));
    // When hours are short, other tasks give way in proportion.
    const double other = other_hours(premises, world, centre) + staff_hours_taken(premises, world, centre);
    const double club = wanted * p.vol_slot;
    const double for_club = other + club > most ? most * club / (other + club) : club;
    return std::min(wanted, static_cast<int>(for_club / p.vol_slot));
}

} // namespace samspil
