// SPDX-License-Identifier: MPL-2.0
// Bridge-builders as a scarce queue (docs/model.md 7.6): a bridge takes a few hours over some weeks from those of the
// area or of the whole municipality; who has waited longest is next, and an opening that waits too long is lost.
#include "engine/rules/information.hpp"

#include "engine/random/distributions.hpp"

#include <algorithm>

namespace samspil {
namespace {

/// Whether a bridge still makes sense: at home, without an offer, asking for none.
bool is_open_to_it(const Citizen& citizen)
{
    return citizen.residence == Residence::home && citizen.offer == Offer::none && citizen.waiting[0].unit == no_unit &&
           citizen.waiting[1].unit == no_unit && citizen.forced_unit == no_unit;
}

class Bridging {
public:
    explicit Bridging(Moment& moment)
        : moment_(moment), state_(moment.world.information), p_(moment.parameters().information),
          weeks_(std::max(1, static_cast<int>(p_.bridge_weeks + 0.5))),
          weekly_(std::max<std::int64_t>(1, static_cast<std::int64_t>(p_.bridge_h * 60 / weeks_ + 0.5)))
    {
    }

    void end_bridges()
    {
        for (BridgePool& pool : state_.pools) {
            std::vector<RunningBridge> ended;
            std::erase_if(pool.running, [&](const RunningBridge& bridge) {
                if (bridge.ends > moment_.week) return false;
                ended.push_back(bridge);
                return true;
            });
            for (const RunningBridge& bridge : ended) {
                if (!moment_.world.citizens.holds(bridge.wish.row)) continue; // has died or moved away meanwhile
                Citizen& citizen = moment_.world.citizens[bridge.wish.row];
                if (citizen.id != bridge.person) continue; // somebody else stands there now
                citizen.information.awaits_bridge = false;
                if (!is_open_to_it(citizen) || !house_open(bridge.wish.unit)) continue;
                give_on(moment_, bridge.wish.row, Handover::warm, bridge.wish.unit, bridge.wish.occasion);
                moment_.world.due[bridge.wish.row] = next_due(moment_.premises, citizen);
            }
        }
    }

    void take_wishes()
    {
        for (const BridgeWish& wish : moment_.out.information.bridges) {
            const Citizen& citizen = moment_.world.citizens[wish.row];
            const auto drawn = draw4(moment_.chance, Purpose::bridge_queue, citizen.id, wish.occasion);
            WaitingForBridge entry{moment_.week, drawn[0], citizen.id, wish, never};
            if (p_.bridge_lost > 0) {
                const double after = p_.bridge_patience + exponential(unit53(drawn[1], drawn[2])) / p_.bridge_lost;
                if (after < 1e5) entry.lost = moment_.week + 1 + static_cast<Week>(after);
            }
            auto& queue = state_.pools[moment_.premises.area_of_neighbourhood[citizen.neighbourhood]].queue;
            queue.insert(std::upper_bound(queue.begin(), queue.end(), entry), entry);
        }
        for (const std::int16_t centre : moment_.out.information.helpers) ++state_.helpers_found[static_cast<std::size_t>(centre)];
    }

    void give_up()
    {
        for (BridgePool& pool : state_.pools) {
            std::erase_if(pool.queue, [&](const WaitingForBridge& entry) {
                Citizen& citizen = moment_.world.citizens[entry.wish.row]; // who dies or moves away is no longer open to it that week
                if (citizen.id != entry.person) return true; // somebody else stands there now
                const bool lost = entry.lost <= moment_.week;
                if (!lost && is_open_to_it(citizen) && house_open(entry.wish.unit)) return false;
                if (lost) ++moment_.out.change.information.bridges_lost;
                citizen.information.awaits_bridge = false;
                return true;
            });
        }
    }

    /// Each area's own hours first; then those of the whole municipality to whoever has waited longest anywhere.
    void begin_bridges()
    {
        const std::size_t areas = state_.pools.size() - 1;
        for (std::size_t a = 0; a < areas; ++a) {
            BridgePool& pool = state_.pools[a];
            std::size_t begun = 0;
            while (begun < pool.queue.size() && begin(pool, pool.queue[begun])) ++begun;
            pool.queue.erase(pool.queue.begin(), pool.queue.begin() + static_cast<std::ptrdiff_t>(begun));
        }
        BridgePool& shared = state_.pools[areas];
        while (true) {
            BridgePool* longest = nullptr;
            for (std::size_t a = 0; a < areas; ++a) {
                BridgePool& pool = state_.pools[a];
                if (pool.queue.empty()) continue;
                if (longest == nullptr || pool.queue.front() < longest->queue.front()) longest = &pool;
            }
            if (longest == nullptr || !begin(shared, longest->queue.front())) break;
            longest->queue.erase(longest->queue.begin());
        }
        for (BridgePool& pool : state_.pools) {
            pool.used = weekly_ * static_cast<std::int64_t>(pool.running.size());
            moment_.out.change.information.bridge_minutes += pool.used;
        }
    }

private:
    bool house_open(std::int16_t unit) const
    {
        return moment_.world.centres[static_cast<std::size_t>(moment_.premises.units[static_cast<std::size_t>(unit)].centre)].open;
    }

    bool begin(BridgePool& pool, const WaitingForBridge& entry)
    {
        if (weekly_ * (static_cast<std::int64_t>(pool.running.size()) + 1) > pool.minutes) return false;
        pool.running.push_back({moment_.week + weeks_, entry.person, entry.wish});
        ++moment_.out.change.information.bridges_started;
        return true;
    }

    Moment& moment_;
    InformationState& state_;
    const InformationParameters& p_;
    int weeks_;
    std::int64_t weekly_; ///< minutes a week of one bridge
};

} // namespace

void count_bridge_hours(Moment& moment)
{
    InformationState& state = moment.world.information;
    for (BridgePool& pool : state.pools) pool.minutes = pool.consultant_minutes = 0;
    for (const BridgeHours& hours : state.hours) {
        if (moment.week < hours.from) continue;
        state.pools[hours.pool].minutes += hours.minutes;
        if (hours.kind == BridgeKind::volunteer_consultant) state.pools[hours.pool].consultant_minutes += hours.minutes;
    }
    if (!moment.scenario().bridges.empty()) return;
    const double per_citizen = moment.parameters().information.bridge_hours * 60 / 1000;
    for (std::size_t i = 0; i < moment.premises.area_of_neighbourhood.size(); ++i) {
        const auto persons = static_cast<double>(moment.world.counts.home_by_place[i]);
        state.pools[moment.premises.area_of_neighbourhood[i]].minutes += static_cast<std::int64_t>(per_citizen * persons + 0.5);
    }
}

void hand_over(Moment& moment)
{
    Bridging bridging(moment);
    bridging.end_bridges();
    bridging.take_wishes();
    bridging.give_up();
    bridging.begin_bridges();
}

double bridge_hours_used(const World& world, std::size_t area)
{
    const BridgePool& pool = world.information.pools[area];
    if (pool.minutes <= 0 || pool.used <= 0) return 0;
    return static_cast<double>(pool.used) / 60 * static_cast<double>(pool.consultant_minutes) / static_cast<double>(pool.minutes);
}

} // namespace samspil
