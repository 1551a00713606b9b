// SPDX-License-Identifier: MPL-2.0
// Operating forms, pools and investments (docs/model.md 7.17-7.19).
#include "engine/rules/money.hpp"

#include "engine/base/elementary.hpp"
#include "engine/random/clock.hpp"

#include <algorithm>
#include <cmath>

namespace samspil {
namespace {

constexpr double grant_weeks = 52.0;      // an initiative has its grant for a year
constexpr double afterlife_weeks = 104.0; // those that outlive it go on for two more, assumed

/// What the changes that have begun come to in a week.
double together(const std::vector<Ramp>& changes, Week week)
{
    double factor = 1;
    for (const Ramp& ramp : changes) {
        if (week < ramp.from) continue;
        const double done = week >= ramp.until ? 1 : static_cast<double>(week - ramp.from) / static_cast<double>(ramp.until - ramp.from);
        factor *= 1 + done * (ramp.factor - 1);
    }
    return factor;
}

double initiative_weeks(const MoneyParameters& p) { return grant_weeks + p.pool_survive * afterlife_weeks; }

std::uint64_t house_key(const Premises& premises, std::size_t centre) { return static_cast<std::uint64_t>(premises.scenario->centres[centre].key); }

void set_form(const Premises& premises, World& world, Chance chance, std::size_t centre, OperatingForm form, Week since)
{
    HouseMoney& house = world.money.houses[centre];
    house.form = form;
    house.form_since = since;
    ++house.exit_event;
    house.exit_left = unit_threshold(chance, Purpose::partner_leaves, house_key(premises, centre), static_cast<std::uint32_t>(house.exit_event));
}

/// By house, whether an investment without a target reaches it: open local centres, or all open houses where there are none.
std::vector<char> houses_invested_in(const Premises& premises, const World& world)
{
    std::vector<char> open(world.centres.size(), 0), local = open;
    for (std::size_t j = 0; j < open.size(); ++j) {
        open[j] = world.centres[j].open ? 1 : 0;
        local[j] = open[j] != 0 && premises.scenario->centres[j].kind == CentreKind::lokalcenter ? 1 : 0;
    }
    return std::find(local.begin(), local.end(), 1) == local.end() ? open : local;
}

/// Shares of an investment by house.
std::vector<double> split(const Premises& premises, const World& world, int how)
{
    const std::vector<char> reached = houses_invested_in(premises, world);
    std::vector<double> share(world.centres.size(), 0);
    std::vector<int> houses_there(premises.scenario->neighbourhoods.size(), 0);
    for (std::size_t j = 0; j < share.size(); ++j) {
        if (reached[j] != 0) ++houses_there[static_cast<std::size_t>(premises.scenario->centres[j].neighbourhood)];
    }
    for (std::size_t j = 0; j < share.size(); ++j) {
        if (reached[j] == 0) continue;
        const auto place = static_cast<std::size_t>(premises.scenario->centres[j].neighbourhood);
        if (how == 0) share[j] = 1;
        if (how == 1) share[j] = static_cast<double>(world.counts.home_by_place[place]) / houses_there[place];
        if (how != 2) continue;
        for (const std::int16_t unit : premises.unit_of[j]) {
            if (unit != no_unit) share[j] += static_cast<double>(world.counts.users[static_cast<std::size_t>(unit)]);
        }
    }
    Fixed sum = 0; // in any order of the houses
    for (const double s : share) sum += to_fixed(s);
    for (double& s : share) s = sum > 0 ? s / from_fixed(sum) : 0;
    return share;
}

/// Rooms give places of the offers the house has; the rest lifts the house as a place to be.
void invest(Moment& moment, const Intervention& intervention)
{
    World& world = moment.world;
    const MoneyParameters& p = moment.parameters().money;
    std::vector<double> share(world.centres.size(), 0);
    const int only = intervention.centre.empty() ? -1 : moment.scenario().centre_index(intervention.centre);
    if (only >= 0) share[static_cast<std::size_t>(only)] = 1;
    else share = split(moment.premises, world, intervention.choice2);
    for (std::size_t j = 0; j < share.size(); ++j) {
        const double kr = intervention.amount_kr * share[j];
        if (!(kr > 0)) continue;
        if (intervention.choice != 0) {
            world.money.houses[j].quality_bonus += p.quality_most * (1 - elementary::exp(-kr / p.quality_price));
            continue;
        }
        auto& places = world.centres[j].places;
        int held = 0; // places that need rooms: all but those at home
        for (const Offer offer : offers) held += offer == Offer::vedligeholdende_hjem ? 0 : places[index_of(offer)];
        int built = 0;
        constexpr double most_built = 1e6; // at one time: more than anybody could want, and a sum that an int holds
        for (const Offer offer : offers) {
            if (held == 0 || offer == Offer::vedligeholdende_hjem) continue;
            const int more = static_cast<int>(std::min(kr / p.place_price * places[index_of(offer)] / held + 0.5, most_built));
            places[index_of(offer)] += more;
            built += more;
        }
        if (held > 0) world.places.houses[j].rooms_built *= 1 + static_cast<double>(built) / held;
    }
    world.money.invested += static_cast<Ore>(intervention.amount_kr * 100 + 0.5);
}

void change_frame(Moment& moment, const Intervention& intervention)
{
    const auto f = static_cast<std::size_t>(intervention.choice);
    const int only = intervention.centre.empty() ? -1 : moment.scenario().centre_index(intervention.centre);
    for (std::size_t j = 0; j < moment.world.money.houses.size(); ++j) {
        if (only >= 0 && static_cast<std::size_t>(only) != j) continue;
        moment.world.money.houses[j].changes[f].push_back({moment.week, moment.week + intervention.ramp_weeks, intervention.factor});
    }
}

void change_pool(Moment& moment, const Intervention& intervention)
{
    for (std::size_t k = 0; k < moment.world.money.pools.size(); ++k) {
        if (!intervention.pool.empty() && moment.scenario().pools[k].id != intervention.pool) continue;
        moment.world.money.pools[k].changes.push_back({moment.week, moment.week + intervention.ramp_weeks, intervention.factor});
    }
}

} // namespace

double frame_factor(const HouseMoney& house, Frame frame, Week week) { return together(house.changes[static_cast<std::size_t>(frame)], week); }

double pool_factor(const PoolState& pool, Week week) { return together(pool.changes, week); }

void set_up_money(const Premises& premises, World& world, Chance chance)
{
    const Scenario& scenario = *premises.scenario;
    world.money.planned = static_cast<PlannedMix>(scenario.policy.money.staff_mix);
    world.money.houses.assign(scenario.centres.size(), {});
    for (std::size_t j = 0; j < scenario.centres.size(); ++j) {
        set_form(premises, world, chance, j, static_cast<OperatingForm>(scenario.centres[j].operating_form), -1000);
    }
    for (const Pool& pool : scenario.pools) {
        PoolState state;
        state.active = pool.initiatives * years_per_week * initiative_weeks(scenario.assumptions.money);
        world.money.pools.push_back(state);
    }
    fill_posts(premises, world, chance);
}

const FormEffects& form_of(const Premises& premises, const World& world, std::size_t centre)
{
    static constexpr FormEffects neutral{};
    if (!premises.scenario->mechanisms.money.operating_forms || centre >= world.money.houses.size()) return neutral;
    return premises.scenario->assumptions.money.form[static_cast<std::size_t>(world.money.houses[centre].form)];
}

double form_places(const Premises& premises, const World& world, std::size_t centre, Offer offer)
{
    if (centre >= world.money.houses.size()) return 1;
    const HouseMoney& house = world.money.houses[centre];
    const double capacity = std::min(1.0, frame_factor(house, Frame::capacity, world.week)); // a house with less money opens less
    if (is_maintaining(offer)) return 1;
    const FormEffects& form = form_of(premises, world, centre);
    const bool running_in = world.week < house.form_since + static_cast<Week>(form.dip_weeks);
    const double dip = running_in ? 1 - premises.scenario->assumptions.money.dip_depth : 1;
    return form.opening * form.reserved * dip * capacity;
}

double pool_effect(const Premises& premises, const World& world, PoolUse use)
{
    if (!premises.scenario->mechanisms.money.pools) return 1;
    const double more = world.money.activity[static_cast<std::size_t>(use)] - 1;
    return std::max(0.0, 1 + premises.scenario->assumptions.money.pool_strength * more);
}

void run_pools(Moment& moment)
{
    World& world = moment.world;
    const MoneyParameters& p = moment.parameters().money;
    std::array<Fixed, pool_use_count> active{}, before{}; // sums in any order of the pools
    for (std::size_t k = 0; k < world.money.pools.size(); ++k) {
        PoolState& pool = world.money.pools[k];
        const Pool& row = moment.scenario().pools[k];
        const Week felt = moment.week - static_cast<Week>(p.pool_lag);
        const double factor = pool_factor(pool, felt);
        const double starts = row.initiatives * years_per_week;
        // In balance as many start as end: then the stock must not move by rounding.
        if (factor != 1 || pool.active != starts * initiative_weeks(p)) pool.active += starts * factor - pool.active / initiative_weeks(p);
        active[static_cast<std::size_t>(row.use)] += to_fixed(pool.active);
        before[static_cast<std::size_t>(row.use)] += to_fixed(starts * initiative_weeks(p));
    }
    for (std::size_t use = 0; use < pool_use_count; ++use) {
        world.money.activity[use] = before[use] > 0 ? from_fixed(active[use]) / from_fixed(before[use]) : 1;
    }
    for (std::size_t j = 0; j < world.money.houses.size(); ++j) {
        HouseMoney& house = world.money.houses[j];
        if (house.form == OperatingForm::municipal || !moment.scenario().mechanisms.money.operating_forms) continue;
        house.exit_left -= form_of(moment.premises, world, j).exit_hazard * years_per_week;
        if (house.exit_left <= 0) set_form(moment.premises, world, moment.chance, j, OperatingForm::municipal, moment.week);
    }
}

bool apply_money(Moment& moment, const Intervention& intervention)
{
    switch (intervention.type) {
    case InterventionType::operating_form:
        set_form(moment.premises, moment.world, moment.chance, static_cast<std::size_t>(moment.scenario().centre_index(intervention.centre)),
                 static_cast<OperatingForm>(intervention.choice), moment.week);
        return true;
    case InterventionType::invest: invest(moment, intervention); return true;
    case InterventionType::pool_change: change_pool(moment, intervention); return true;
    case InterventionType::frame_change: change_frame(moment, intervention); return true;
    case InterventionType::staff_mix: moment.world.money.planned = static_cast<PlannedMix>(intervention.choice); return true;
    default: return false;
    }
}

} // namespace samspil
