// SPDX-License-Identifier: MPL-2.0
// Posts at the houses: leaving, vacancies, who fills them, and the hours and quality that follow (docs/model.md 7.16).
#include "engine/rules/money.hpp"
#include "engine/rules/network.hpp"

#include "engine/random/clock.hpp"
#include "engine/random/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace samspil {
namespace {

constexpr std::uint64_t numbers_per_house = 4096; // posts of a house have keys house x 4096 + number

/// Hours a post is present in a week.
double presence(const MoneyParameters& p) { return p.prod_h / weeks_per_year * (1 - p.absence); }

/// Hours a week of the sessions decided on, or of those still held where these are more: nobody is put out, so what is taken away
/// is paid for until it falls vacant.
double unit_need(const Premises& premises, const World& world, std::size_t unit)
{
    const OfferUnit& at = premises.units[unit];
    const auto j = static_cast<std::size_t>(at.centre);
    const CentreState& centre = world.centres[j];
    if (!centre.open) return 0;
    const HouseMoney& house = world.money.houses[j];
    const int places = centre.places[index_of(at.offer)] + (at.offer == Offer::forebyggende ? house.extra_places : 0);
    const double frame = at.offer == Offer::forebyggende ? std::min(1.0, frame_factor(house, Frame::forebyggende, world.week)) : 1.0;
    const FormEffects& form = form_of(premises, world, j);
    const double decided = sessions_per_place * places * frame;
    const double held = static_cast<double>(world.counts.taken[unit]) / std::max(1.0, form.opening * form.reserved); // longer hours, same staff
    return premises.session_costs[index_of(at.offer)].hours * std::max(decided, held) * form.staff_share * (1 - staff_taken_over(premises, world, at.offer));
}

StaffCategory draw_category(const StaffMix& mix, double u)
{
    double sum = 0;
    for (const double share : mix) sum += share;
    double below = 0;
    for (std::size_t c = 0; c + 1 < staff_category_count; ++c) {
        below += sum > 0 ? mix[c] / sum : 1.0 / staff_category_count;
        if (u < below) return static_cast<StaffCategory>(c);
    }
    return static_cast<StaffCategory>(staff_category_count - 1);
}

void fill(const Premises& premises, Chance chance, Position& post, PlannedMix mix)
{
    const auto event = static_cast<std::uint32_t>(post.event);
    post.category = draw_category(premises.scenario->assumptions.money.mix[static_cast<std::size_t>(mix)],
                                  uniform(chance, Purpose::post_category, post.key, event));
    post.filled = true;
    post.remaining = unit_threshold(chance, Purpose::staff_leaves, post.key, event);
}

void fall_vacant(Moment& moment, Position& post)
{
    const Parameters& p = moment.parameters();
    ++post.event;
    post.filled = false;
    const double attention = moment.scenario().mechanisms.leader_attention ? moment.world.centres[static_cast<std::size_t>(post.centre)].attention : 1.0;
    const double mean = p.money.vac_w * (1 + p.money.vac_attention * (1 - attention));
    const double u = uniform(moment.chance, Purpose::vacancy_weeks, post.key, static_cast<std::uint32_t>(post.event));
    post.filled_at = moment.week + std::max(1, static_cast<Week>(std::min(520.0, exponential(u) * mean) + 0.5));
}

/// Whoever comes to a post that is made again is not who held it when it was closed.
void remember_closed(HouseMoney& house, std::size_t number, std::int16_t event)
{
    if (house.closed_posts.size() <= number) house.closed_posts.resize(number + 1, 0);
    house.closed_posts[number] = static_cast<std::int16_t>(event + 1);
}

/// As many posts as the house needs: new ones start vacant (in week 0 filled), those too many are closed, vacant first.
void fit_posts(const Premises& premises, World& world, Chance chance, std::size_t j, Week week)
{
    HouseMoney& house = world.money.houses[j];
    const double each = presence(premises.scenario->assumptions.money);
    const auto wanted = static_cast<std::size_t>(std::ceil(house.required_h / each - 1e-9));
    auto& posts = world.money.positions;
    const std::uint64_t first = static_cast<std::uint64_t>(premises.scenario->centres[j].key) * numbers_per_house;
    const auto begin = std::lower_bound(posts.begin(), posts.end(), first, [](const Position& a, std::uint64_t key) { return a.key < key; });
    const auto end = std::lower_bound(begin, posts.end(), first + numbers_per_house, [](const Position& a, std::uint64_t key) { return a.key < key; });
    const auto have = static_cast<std::size_t>(end - begin);
    house.hours_each = wanted == 0 ? 0 : house.required_h / static_cast<double>(wanted);
    if (have == wanted) return;
    const std::vector<Position> before(begin, end);
    std::vector<Position> now(before);
    while (now.size() > wanted) {
        auto leave = std::find_if(now.rbegin(), now.rend(), [](const Position& post) { return !post.filled; });
        if (leave == now.rend()) leave = now.rbegin();
        remember_closed(house, static_cast<std::size_t>(leave->key - first), leave->event);
        now.erase(std::next(leave).base());
    }
    for (std::uint64_t number = 0; now.size() < wanted && number < numbers_per_house; ++number) {
        const std::uint64_t key = first + number;
        if (std::any_of(now.begin(), now.end(), [&](const Position& post) { return post.key == key; })) continue;
        Position post;
        post.key = key;
        post.centre = static_cast<std::int16_t>(j);
        if (number < house.closed_posts.size()) post.event = house.closed_posts[number];
        if (week == 0) {
            fill(premises, chance, post, PlannedMix::present);
        } else {
            post.filled = false;
            post.filled_at = week + std::max(1, static_cast<Week>(premises.scenario->assumptions.money.vac_w + 0.5));
        }
        now.push_back(post);
    }
    std::sort(now.begin(), now.end(), [](const Position& a, const Position& b) { return a.key < b.key; });
    const auto at = posts.erase(begin, end);
    posts.insert(at, now.begin(), now.end());
}

void update_requirement(const Premises& premises, World& world)
{
    for (HouseMoney& house : world.money.houses) house.required_h = 0;
    for (std::size_t u = 0; u < premises.units.size(); ++u) {
        world.money.houses[static_cast<std::size_t>(premises.units[u].centre)].required_h += unit_need(premises, world, u);
    }
}

/// What services ask for at this house, weighted by the hours of its offers.
StaffMix wanted_mix(const Premises& premises, const World& world, std::size_t j)
{
    StaffMix mix{};
    for (const std::int16_t unit : premises.unit_of[j]) {
        if (unit == no_unit) continue;
        const auto u = static_cast<std::size_t>(unit);
        const double hours = unit_need(premises, world, u);
        const StaffMix& weights = premises.session_costs[index_of(premises.units[u].offer)].weights;
        for (std::size_t c = 0; c < staff_category_count; ++c) mix[c] += hours * weights[c];
    }
    return mix;
}

double overlap(const StaffMix& a, const StaffMix& b)
{
    double sum_a = 0, sum_b = 0, both = 0;
    for (std::size_t c = 0; c < staff_category_count; ++c) {
        sum_a += a[c];
        sum_b += b[c];
    }
    if (!(sum_a > 0) || !(sum_b > 0)) return 0;
    for (std::size_t c = 0; c < staff_category_count; ++c) both += std::min(a[c] / sum_a, b[c] / sum_b);
    return both;
}

void update_hours(const Premises& premises, World& world)
{
    const MoneyParameters& p = premises.scenario->assumptions.money;
    std::vector<StaffMix> staff(world.money.houses.size());
    std::vector<int> filled(world.money.houses.size(), 0), posts(world.money.houses.size(), 0);
    for (const Position& post : world.money.positions) {
        const auto j = static_cast<std::size_t>(post.centre);
        ++posts[j];
        if (!post.filled) continue;
        ++filled[j];
        staff[j][static_cast<std::size_t>(post.category)] += 1;
    }
    for (std::size_t j = 0; j < world.money.houses.size(); ++j) {
        HouseMoney& house = world.money.houses[j];
        if (posts[j] == 0) continue;
        const double vacant = static_cast<double>(posts[j] - filled[j]) / posts[j];
        house.cover = 1 - vacant * (1 - p.temp_cover);
        house.competence = overlap(staff[j], wanted_mix(premises, world, j));
    }
    world.money.unit_hours.resize(premises.units.size());
    for (std::size_t u = 0; u < premises.units.size(); ++u) {
        const HouseMoney& house = world.money.houses[static_cast<std::size_t>(premises.units[u].centre)];
        const bool needs_staff = premises.session_costs[index_of(premises.units[u].offer)].hours > 0;
        world.money.unit_hours[u] = needs_staff ? unit_need(premises, world, u) * house.cover : no_limit;
    }
}

} // namespace

void fill_posts(const Premises& premises, World& world, Chance chance)
{
    update_requirement(premises, world);
    for (std::size_t j = 0; j < world.money.houses.size(); ++j) fit_posts(premises, world, chance, j, 0);
    update_hours(premises, world);
}

void update_staff(Moment& moment)
{
    World& world = moment.world;
    if (moment.week == 0) return;
    const MoneyParameters& p = moment.parameters().money;
    const bool shock = moment.week < world.organisation.shock_until;
    const double hazard = p.staff_to * years_per_week * (shock ? moment.parameters().shock_turnover : 1.0);
    for (Position& post : world.money.positions) {
        if (post.filled) {
            post.remaining -= hazard;
            if (post.remaining <= 0) fall_vacant(moment, post);
        } else if (post.filled_at <= moment.week) {
            fill(moment.premises, moment.chance, post, world.money.planned);
        }
    }
    update_requirement(moment.premises, world);
    for (std::size_t j = 0; j < world.money.houses.size(); ++j) fit_posts(moment.premises, world, moment.chance, j, moment.week);
    update_hours(moment.premises, world);
}

double staff_hours(const World& world, std::size_t unit)
{
    return unit < world.money.unit_hours.size() ? world.money.unit_hours[unit] : no_limit;
}

double house_quality(const Premises& premises, const World& world, std::size_t centre, double attention)
{
    const Parameters& p = premises.scenario->assumptions;
    const bool staffed = centre < world.money.houses.size() && world.money.houses[centre].hours_each > 0;
    const double bonus = centre < world.money.houses.size() ? world.money.houses[centre].quality_bonus : 0;
    double quality = p.q_other + p.q_attention * attention + bonus;
    if (staffed && premises.scenario->mechanisms.money.staff_quality) {
        const HouseMoney& house = world.money.houses[centre];
        quality = p.money.q_base + p.money.q_cover * house.cover + p.money.q_comp * house.competence + p.q_attention * attention + bonus;
    }
    // In steps: a hair more of a leader's time is not felt, and every change is looked at by all participants.
    constexpr double steps = 200;
    return std::floor(std::clamp(quality, 0.0, 1.0) * steps + 0.5) / steps;
}

double staff_pay(const Premises& premises, const World& world)
{
    const MoneyParameters& p = premises.scenario->assumptions.money;
    double mean_wage = 0, sum = 0;
    for (std::size_t c = 0; c < staff_category_count; ++c) {
        mean_wage += p.mix[0][c] * p.wage[c];
        sum += p.mix[0][c];
    }
    mean_wage = sum > 0 ? mean_wage / sum : p.wage[0];
    double kr = 0;
    for (const Position& post : world.money.positions) {
        const double hours = world.money.houses[static_cast<std::size_t>(post.centre)].hours_each / (1 - p.absence);
        kr += post.filled ? hours * p.wage[static_cast<std::size_t>(post.category)] : hours * p.temp_cover * p.temp_price * mean_wage;
    }
    return kr * (1 + p.overhead);
}

} // namespace samspil
