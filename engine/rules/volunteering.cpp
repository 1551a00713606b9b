// SPDX-License-Identifier: MPL-2.0
// The volunteers themselves (docs/model.md 7.15): those of the table, those who come, participants among them who age,
// and those who stop.
#include "engine/rules/network.hpp"

#include "engine/rules/money.hpp"
#include "engine/rules/proposing.hpp"

#include "engine/base/elementary.hpp"
#include "engine/base/errors.hpp"
#include "engine/random/clock.hpp"
#include "engine/random/distributions.hpp"

#include <algorithm>

namespace samspil {
namespace {

constexpr double hours_shape = 2.0;     // spread of hours between volunteers, assumed
constexpr double longest_tenure = 5.0;  // years after which tenure protects no more
constexpr double longest_first_tenure = 60.0; // years; bounds the draw at week 0 whatever the quitting rate
constexpr double baseline_barrier = 0.2;
constexpr std::int32_t first_bridged = 1 << 24; ///< numbers of volunteers found by bridges start here
constexpr int reduced_level = 2;                ///< F3 and below: lighter tasks
constexpr std::size_t volunteers_together = 4096;

std::uint64_t volunteer_key(int centre_key, std::int32_t number)
{
    return (static_cast<std::uint64_t>(centre_key) << 32) | static_cast<std::uint32_t>(number);
}

std::int16_t hours_tenths(const Premises& premises, Chance chance, Purpose purpose, std::uint64_t key)
{
    const double mean = premises.scenario->assumptions.vol_hours;
    const double hours = mean / hours_shape * gamma_variate(chance, purpose, key, 0, hours_shape);
    return static_cast<std::int16_t>(std::clamp(hours * 10 + 0.5, 1.0, 400.0));
}

void take_in(const Premises& premises, World& world, Chance chance, Volunteer volunteer)
{
    const VolunteeringParameters& p = premises.scenario->assumptions.volunteering;
    volunteer.skills = skills_of(p, draw4(chance, Purpose::volunteer_skills, volunteer.key, 0));
    volunteer.nursing = uniform(chance, Purpose::volunteer_side, volunteer.key, 0) < p.nh_vol_share;
    world.volunteers.push_back(volunteer);
    count_volunteer(world, volunteer, 1);
}

void add_volunteer(const Premises& premises, World& world, Chance chance, std::size_t centre, std::int32_t number, Week since)
{
    Volunteer volunteer;
    volunteer.key = volunteer_key(premises.scenario->centres[centre].key, number);
    volunteer.centre = static_cast<std::int16_t>(centre);
    volunteer.hours_tenths = hours_tenths(premises, chance, Purpose::volunteer_hours, volunteer.key);
    volunteer.since = since;
    volunteer.remaining = unit_threshold(chance, Purpose::volunteer_quit, volunteer.key, 0);
    take_in(premises, world, chance, volunteer);
}

/// Numbers below 0 are of those there from the day the house opens, other people each time it does.
std::int32_t number_at_opening(const Premises& premises, std::size_t centre, std::int32_t opening, std::int32_t i)
{
    return -1 - opening * premises.scenario->centres[centre].volunteers - i;
}

/// By house, the volunteers of the table whose successors come there: its own, and a part of those of houses merged into it.
std::vector<double> drawn_to(const Premises& premises, const World& world)
{
    std::vector<double> drawn(world.centres.size(), 0);
    for (std::size_t j = 0; j < drawn.size(); ++j) {
        std::size_t to = j;
        double share = premises.scenario->centres[j].volunteers;
        while (!world.centres[to].open && world.volunteering.houses[to].merged_into >= 0) {
            to = static_cast<std::size_t>(world.volunteering.houses[to].merged_into);
            share *= premises.scenario->assumptions.places.volunteers_follow;
        }
        drawn[to] += share;
    }
    return drawn;
}

double arrival_rate(const Premises& premises, const World& world, std::size_t centre, double drawn)
{
    int all = 0; // of houses that have had volunteers: one that has not opened yet draws nobody from the others
    for (std::size_t j = 0; j < world.centres.size(); ++j) all += world.volunteering.houses[j].openings > 0 ? premises.scenario->centres[j].volunteers : 0;
    if (all == 0) return 0;
    return premises.scenario->assumptions.rec_ext * years_per_week * drawn / all *
           form_of(premises, world, centre).recruiting * pool_effect(premises, world, PoolUse::volunteers);
}

double arrival_threshold(const Premises& premises, Chance chance, std::size_t centre, std::int32_t number)
{
    return unit_threshold(chance, Purpose::volunteer_arrival, static_cast<std::uint64_t>(premises.scenario->centres[centre].key),
                          static_cast<std::uint32_t>(number));
}

int& recruits(World& world, Recruited channel) { return world.volunteering.recruits[static_cast<std::size_t>(channel)]; }

/// Participants who said yes this week.
void welcome(Moment& moment)
{
    World& world = moment.world;
    for (const Join& join : moment.out.volunteering.joins) {
        const Citizen& citizen = world.citizens[join.row];
        if (!citizen.volunteering.is_volunteer) continue; // somebody else by now
        if (citizen.residence != Residence::home || !world.centres[static_cast<std::size_t>(join.centre)].open) {
            set_reward(moment, join.row, false, false);
            continue;
        }
        Volunteer volunteer;
        volunteer.key = citizen.id;
        volunteer.centre = join.centre;
        volunteer.hours_tenths = hours_tenths(moment.premises, moment.chance, Purpose::helper_hours, citizen.id);
        volunteer.since = moment.week;
        volunteer.remaining = unit_threshold(moment.chance, Purpose::helper_quit, citizen.id,
                                             static_cast<std::uint32_t>(citizen.volunteering.occasions));
        volunteer.row = static_cast<std::int32_t>(join.row);
        take_in(moment.premises, world, moment.chance, volunteer);
        ++recruits(world, Recruited::participant);
    }
    moment.out.volunteering.joins.clear();
}

/// A volunteer as counted in the house: with sign -1 no longer so.
struct Recount {
    Volunteer volunteer;
    int sign = 0;
};

/// A volunteer who is a participant: still there, fit for the tasks, gaining by them? False when no longer at home.
bool look_at(Moment& moment, Volunteer& volunteer, double burden, std::vector<Recount>& recounts)
{
    const auto row = static_cast<std::uint32_t>(volunteer.row);
    const Citizen& citizen = moment.world.citizens[row];
    const VolunteeringParameters& p = moment.parameters().volunteering;
    if (citizen.residence != Residence::home || citizen.id != volunteer.key) return false;
    if (!volunteer.light && citizen.level >= reduced_level) {
        recounts.push_back({volunteer, -1});
        volunteer.light = true;
        volunteer.hours_tenths = static_cast<std::int16_t>(std::max(1.0, volunteer.hours_tenths * p.lighter));
        volunteer.skills = 1U << static_cast<unsigned>(Skill::people); // company and hosting, no longer the heavier tasks
        recounts.push_back({volunteer, 1});
    }
    set_reward(moment, row, true, !(burden > p.overasked));
    return true;
}

// Fetch what a look at a volunteer who is a participant will read: where the row is, then its lines.
[[gnu::always_inline]] inline void expect_helper_early(const World& world, const Volunteer& volunteer)
{
    if (volunteer.row >= 0) world.citizens.expect(static_cast<std::size_t>(volunteer.row));
}
[[gnu::always_inline]] inline void expect_helper(const World& world, const Volunteer& volunteer)
{
    if (volunteer.row < 0) return;
    const Citizen& citizen = world.citizens[static_cast<std::size_t>(volunteer.row)];
    __builtin_prefetch(&citizen.id);
    __builtin_prefetch(&citizen.level);
    __builtin_prefetch(&citizen.volunteering);
}

/// Quitting rates of the week by house: of those who serve the house, and at the nursing home's side.
std::vector<std::array<double, 2>> quitting_rates(const Premises& premises, const World& world)
{
    const Parameters& p = premises.scenario->assumptions;
    const double problems = p.volunteering.b_problems * (world.volunteering.policy.barrier - baseline_barrier);
    const auto rate = [&](double burden) {
        const double beyond = premises.scenario->mechanisms.volunteer_burden ? std::max(0.0, burden - 1) : 0.0;
        return p.q0 * years_per_week * elementary::exp(p.b_burden * beyond + problems);
    };
    std::vector<std::array<double, 2>> rates;
    for (std::size_t j = 0; j < world.centres.size(); ++j) {
        rates.push_back({rate(world.centres[j].burden), rate(world.volunteering.houses[j].nursing_burden)});
    }
    return rates;
}

/// Who stops this week. Each volunteer and the row of a volunteer who is a participant stand alone; houses are counted after.
int part_with(Moment& moment, const Workers& workers)
{
    World& world = moment.world;
    const Parameters& p = moment.parameters();
    const auto rates = quitting_rates(moment.premises, world);
    // Tenure lowers the hazard; its factor is needed at whole weeks only.
    const double tenure_step = p.b_ten / longest_tenure * years_per_week;
    const double full_tenure = elementary::exp(-p.b_ten);
    const double reduced = elementary::exp(p.volunteering.b_level);
    std::vector<Volunteer>& volunteers = world.volunteers;
    std::vector<std::vector<Recount>> recounts(block_count(workers, volunteers.size(), volunteers_together));
    std::vector<char> quits(volunteers.size(), 0);
    propose_in_blocks(moment, workers, volunteers.size(), volunteers_together, [&](Moment& own, std::size_t index, std::size_t begin, std::size_t end) {
        std::vector<Recount>& changed = recounts[index];
        for (std::size_t k = begin; k < end; ++k) {
            if (k + 2 * rows_ahead < end) expect_helper_early(world, volunteers[k + 2 * rows_ahead]);
            if (k + rows_ahead < end) expect_helper(world, volunteers[k + rows_ahead]);
            Volunteer& volunteer = volunteers[k];
            const auto j = static_cast<std::size_t>(volunteer.centre);
            const double burden = volunteer.nursing ? world.volunteering.houses[j].nursing_burden : world.centres[j].burden;
            const bool there = volunteer.row < 0 || look_at(own, volunteer, burden, changed);
            const Week tenure = own.week - volunteer.since;
            double factor = tenure * years_per_week >= longest_tenure ? full_tenure : elementary::exp_inside(-tenure_step * tenure);
            if (volunteer.row >= 0 && world.citizens[static_cast<std::size_t>(volunteer.row)].level >= reduced_level) factor *= reduced;
            volunteer.remaining -= rates[j][volunteer.nursing ? 1 : 0] * factor;
            if (there && volunteer.remaining > 0 && world.centres[j].open) continue;
            quits[k] = 1;
            changed.push_back({volunteer, -1});
            if (volunteer.row < 0) continue;
            const auto row = static_cast<std::uint32_t>(volunteer.row); // where somebody else may live by now
            if (world.citizens[row].id == volunteer.key) set_reward(own, row, false, false);
        }
    });
    for (const auto& changed : recounts) {
        for (const Recount& recount : changed) count_volunteer(world, recount.volunteer, recount.sign);
    }
    std::size_t stay = 0;
    for (std::size_t k = 0; k < volunteers.size(); ++k) {
        if (quits[k] == 0) volunteers[stay++] = volunteers[k];
    }
    const auto quit = static_cast<int>(volunteers.size() - stay);
    volunteers.resize(stay);
    return quit;
}

/// Those from outside, and those whom a bridge led here.
void receive(Moment& moment)
{
    World& world = moment.world;
    const double ease = recruiting_ease(moment.premises, world);
    const std::vector<double> drawn = drawn_to(moment.premises, world);
    for (std::size_t j = 0; j < world.centres.size(); ++j) {
        CentreState& centre = world.centres[j];
        if (!centre.open) continue;
        centre.arrivals_left -= arrival_rate(moment.premises, world, j, drawn[j]) * ease;
        while (centre.arrivals_left <= 0) {
            add_volunteer(moment.premises, world, moment.chance, j, centre.arrivals++, moment.week);
            centre.arrivals_left += arrival_threshold(moment.premises, moment.chance, j, centre.arrivals);
            ++recruits(world, Recruited::external);
        }
        for (int n = found_by_bridges(world, j); n > 0; --n) {
            const std::int32_t number = world.volunteering.houses[j].bridged++;
            add_volunteer(moment.premises, world, moment.chance, j, first_bridged + number, moment.week);
            ++recruits(world, Recruited::bridge);
        }
    }
}

} // namespace

std::uint8_t skills_of(const VolunteeringParameters& p, std::array<std::uint32_t, 4> drawn)
{
    std::uint8_t skills = 0;
    for (std::size_t s = 0; s < skill_count; ++s) {
        if (unit(drawn[s]) < p.skill[s]) skills = static_cast<std::uint8_t>(skills | 1U << s);
    }
    return skills == 0 ? std::uint8_t{1} : skills; // nobody volunteers without being good for something
}

void count_volunteer(World& world, const Volunteer& volunteer, int sign)
{
    const auto j = static_cast<std::size_t>(volunteer.centre);
    const int hours = sign * volunteer.hours_tenths;
    HouseHelp& house = world.volunteering.houses[j];
    world.centres[j].volunteers += sign;
    world.centres[j].agreed_tenths += hours;
    if (volunteer.nursing) {
        house.nursing += sign;
        house.nursing_tenths += hours;
    } else {
        house.tenths_by_skills[volunteer.skills] += hours;
    }
}

void gather_volunteers(const Premises& premises, World& world, Chance chance)
{
    world.volunteering.houses.assign(world.centres.size(), {});
    for (std::size_t centre = 0; centre < premises.scenario->centres.size(); ++centre) {
        if (world.centres[centre].open) world.volunteering.houses[centre].openings = 1;
        for (std::int32_t i = 0; world.centres[centre].open && i < premises.scenario->centres[centre].volunteers; ++i) {
            // Tenure so far is drawn with the mean of the model.
            const std::int32_t number = number_at_opening(premises, centre, 0, i);
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
    const std::int32_t opening = world.volunteering.houses[centre].openings++;
    for (std::int32_t i = 0; i < premises.scenario->centres[centre].volunteers; ++i) {
        add_volunteer(premises, world, chance, centre, number_at_opening(premises, centre, opening, i), week);
    }
}

int update_volunteers(Moment& moment, const Workers& workers)
{
    SAMSPIL_EXPECT(moment.world.volunteering.houses.size() == moment.world.centres.size(), "volunteers are gathered before the first week");
    moment.world.volunteering.recruits = {};
    ask_volunteers(moment.premises, moment.world, moment.week);
    const int quit = part_with(moment, workers);
    welcome(moment);
    receive(moment);
    return quit;
}

} // namespace samspil
