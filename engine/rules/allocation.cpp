// SPDX-License-Identifier: MPL-2.0
// Places change hands here and nowhere else, unit by unit in the order of their keys and in each queue by class,
// waiting since, lottery, person (docs/model.md 7.9).
#include "engine/rules/rules.hpp"

#include "engine/base/elementary.hpp"
#include "engine/random/clock.hpp"
#include "engine/random/distributions.hpp"
#include "engine/rules/access.hpp"
#include "engine/rules/allocation_parallel.hpp"
#include "engine/rules/room.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>
#include <cmath>

namespace samspil {
namespace {

constexpr double publication_weight = 0.25; // what is published is a running mean: few start in four weeks

class Allocation {
public:
    Allocation(Moment& moment, std::vector<Start>& starts, const Workers& workers)
        : moment_(moment), world_(moment.world), starts_(starts), workers_(workers)
    {
    }

    void take_leaves(std::span<const QueueLeave> leaves)
    {
        take_out_of_queues(world_, leaves, workers_);
        for (std::size_t k = 0; k < leaves.size(); ++k) {
            if (k + 4 * rows_ahead < leaves.size()) world_.citizens.expect(leaves[k + 4 * rows_ahead].row);
            if (k + 2 * rows_ahead < leaves.size()) __builtin_prefetch(&world_.citizens[leaves[k + 2 * rows_ahead].row].waiting);
            forget(world_.citizens[leaves[k].row], leaves[k].unit);
        }
    }

    void take_applications(std::span<const Application> applications)
    {
        std::vector<std::size_t> in_order(world_.units.size());
        for (std::size_t unit = 0; unit < in_order.size(); ++unit) in_order[unit] = world_.units[unit].queue.size();
        const std::vector<char> has_room = room_for_all(moment_, applications);
        const std::vector<std::uint32_t> lotteries = draw_lotteries(moment_, applications, has_room, workers_);
        for (std::size_t k = 0; k < applications.size(); ++k) {
            if (k + 2 * rows_ahead < applications.size()) world_.citizens.expect(applications[k + 2 * rows_ahead].row);
            if (k + rows_ahead < applications.size()) expect_to_queue(applications[k + rows_ahead], has_room);
            const bool once = (k == 0 || applications[k - 1].row != applications[k].row) &&
                              (k + 1 == applications.size() || applications[k + 1].row != applications[k].row);
            const bool walks_in = once && has_room[static_cast<std::size_t>(applications[k].unit)] != 0 && walk_in(applications[k]);
            if (!walks_in) enqueue(applications[k], lotteries[k]);
        }
        sort_queues(world_, in_order, applications.size(), workers_);
    }

    void serve(std::size_t unit)
    {
        auto& queue = world_.units[unit].queue;
        if (queue.empty()) return;
        std::int64_t free = world_.units[unit].offered - taken(unit);
        std::size_t served = 0;
        while (served < queue.size()) {
            if (free < 1) break;
            if (served + 2 * rows_ahead < queue.size()) world_.citizens.expect(queue[served + 2 * rows_ahead].row);
            if (served + rows_ahead < queue.size()) expect(world_.citizens[queue[served + rows_ahead].row]);
            const QueueEntry entry = queue[served];
            ++served;
            offer_place(entry, unit, unit, free, Begin::when_served);
        }
        queue.erase(queue.begin(), queue.begin() + static_cast<std::ptrdiff_t>(served));
        leave_other_queues();
    }

    void begin_stays_alone()
    {
        begin_stays(moment_, beginnings_, workers_);
        beginnings_.clear();
    }

    /// A share of what is still free goes to those who have waited longest elsewhere in the district.
    void share(std::size_t unit)
    {
        const OrganisationState& organisation = world_.organisation;
        std::int64_t free = world_.units[unit].offered - taken(unit);
        if (free < 1 || !world_.units[unit].queue.empty()) return;
        auto budget = static_cast<std::int64_t>(static_cast<double>(free) * organisation.sharing_within);
        while (budget >= 1) {
            const auto [from, entry] = longest_waiting(moment_, unit);
            if (from == no_unit) return;
            remove(from, entry.row);
            offer_place(entry, unit, static_cast<std::size_t>(from), budget, Begin::now);
            leave_other_queues();
        }
    }

    /// The right to help (7.9): who has waited beyond W_max for the maintaining offer is offered a place in another
    /// house, and asked again every four weeks.
    void help(std::size_t unit)
    {
        const auto limit = static_cast<Week>(moment_.scenario().policy.w_max);
        std::vector<QueueEntry> overdue;
        for (const QueueEntry& entry : world_.units[unit].queue) {
            const Week beyond = moment_.week - entry.since - limit;
            if (beyond > 0 && (beyond - 1) % asked_every == 0) overdue.push_back(entry);
        }
        for (const QueueEntry& entry : overdue) {
            const RightToHelp reach = moment_.scenario().policy.access.right_to_help;
            std::int16_t to = room_elsewhere(moment_, entry, unit, true);
            if (to == no_unit && reach >= RightToHelp::municipality) to = room_elsewhere(moment_, entry, unit, false);
            if (to == no_unit && reach == RightToHelp::home_course) to = room_at_home(moment_, entry);
            if (to == no_unit) continue;
            const auto at = static_cast<std::size_t>(to);
            std::int64_t free = world_.units[at].offered - taken(at);
            remove(static_cast<std::int16_t>(unit), entry.row);
            if (offer_place(entry, at, unit, free, Begin::now)) ++moment_.out.change.access.helped;
            leave_other_queues();
        }
    }

    /// What comes next for those who applied and got nothing: it was left open until the places were given.
    void look_ahead(std::span<const Application> applications)
    {
        constexpr std::size_t ahead = 2 * rows_ahead;
        std::vector<std::uint32_t> open; // each once, whatever they have applied for
        for (std::size_t k = 0; k < applications.size(); ++k) {
            if (k + ahead < applications.size()) __builtin_prefetch(&world_.due[applications[k + ahead].row]);
            StoredWeek& due = world_.due[applications[k].row];
            if (due > moment_.week) continue;
            due = moment_.week + 1;
            open.push_back(applications[k].row);
        }
        find_next_due(moment_, open, workers_);
    }

    void publish(std::size_t unit)
    {
        UnitState& state = world_.units[unit];
        double latest = 0;
        if (state.started > 0) latest = static_cast<double>(state.waited) / state.started;
        else if (!state.queue.empty()) latest = moment_.week - oldest_since(state.queue);
        state.published_wait += publication_weight * (latest - state.published_wait);
        state.started = state.waited = 0;
    }

private:
    /// When the stay of somebody given a place begins: at once, since others look at what is free then, or once all have been served.
    enum class Begin { now, when_served };

    /// Fetches what `enqueue` looks at: two lines of a row, and when the citizen is due; for `walk_in` the whole row.
    [[gnu::always_inline]] void expect_to_queue(const Application& application, std::span<const char> has_room) const
    {
        const Citizen& citizen = world_.citizens[application.row];
        __builtin_prefetch(&world_.due[application.row]);
        if (has_room[static_cast<std::size_t>(application.unit)] != 0) return expect(citizen);
        __builtin_prefetch(&citizen.id);
        __builtin_prefetch(&citizen.waiting);
    }

    std::int64_t taken(std::size_t unit) const { return sessions_taken(moment_, unit); }

    static Week oldest_since(const std::vector<QueueEntry>& queue)
    {
        Week oldest = never;
        for (const QueueEntry& entry : queue) oldest = std::min<Week>(oldest, entry.since);
        return oldest;
    }

    const OfferUnit& unit_at(std::size_t unit) const { return moment_.premises.units[unit]; }

    void remove(std::int16_t unit, std::uint32_t row)
    {
        auto& queue = world_.units[static_cast<std::size_t>(unit)].queue;
        const auto found = std::find_if(queue.begin(), queue.end(), [&](const QueueEntry& e) { return e.row == row; });
        if (found != queue.end()) queue.erase(found);
        Citizen& citizen = world_.citizens[row];
        forget(citizen, unit);
    }

    static void forget(Citizen& citizen, std::int16_t unit)
    {
        for (std::size_t i = 0; i < citizen.waiting.size(); ++i) {
            if (citizen.waiting[i].unit == unit) stop_waiting(citizen, i);
        }
    }

    std::uint16_t lane_of(std::int16_t unit) const { return static_cast<std::uint16_t>(unit_at(static_cast<std::size_t>(unit)).key); }

    void enqueue(const Application& application, std::uint32_t lottery)
    {
        Citizen& citizen = world_.citizens[application.row];
        const auto unit = static_cast<std::size_t>(application.unit);
        if (!is_open(moment_, unit) || citizen.residence != Residence::home || citizen.unit == application.unit) {
            lose_if_nowhere(moment_, citizen); // the house closed in the week of asking
            return;
        }
        const std::size_t slot = citizen.waiting[0].unit == no_unit ? 0 : 1;
        if (citizen.waiting[slot].unit != no_unit) return;
        for (const Waiting& waiting : citizen.waiting) {
            if (waiting.unit == application.unit) return;
        }
        const QueueEntry entry{application.priority, moment_.week, lottery, citizen.id, application.row};
        world_.units[unit].queue.push_back(entry); // in order once all have asked
        citizen.waiting[slot] = {application.unit, moment_.week};
        citizen.agenda.patience[slot] = patience(citizen, lane_of(application.unit));
        world_.due[application.row] = std::min(world_.due[application.row], citizen.agenda.patience[slot]);
        note(moment_, citizen, LifeEventKind::queued, application.priority, 0, application.unit);
    }

    /// A place given at once, without a queue, to who takes nobody's place or company along; else false.
    bool walk_in(const Application& application)
    {
        const Citizen& citizen = world_.citizens[application.row];
        const auto unit = static_cast<std::size_t>(application.unit);
        if (!is_open(moment_, unit) || citizen.residence != Residence::home || citizen.offer != Offer::none || is_waiting(citizen)) return false;
        note(moment_, citizen, LifeEventKind::queued, application.priority, 0, application.unit);
        std::int64_t free = most_sessions;
        offer_place({application.priority, moment_.week, 0, citizen.id, application.row}, unit, unit, free, Begin::when_served);
        return true;
    }

    bool may_lose_heart(const Citizen& citizen) const
    {
        return moment_.scenario().mechanisms.vulnerability && citizen.offer == Offer::none && citizen.vulnerable_from != never &&
               moment_.week <= citizen.vulnerable_from + vulnerable_weeks;
    }

    /// When the citizen stops waiting; those between two offers lose heart sooner (7.13).
    Week patience(const Citizen& citizen, std::uint16_t lane) const
    {
        const Parameters& p = moment_.parameters();
        const double extra = may_lose_heart(citizen) ? p.h_v : 0;
        if (!(p.leave_q + extra > 0)) return never;
        const auto index = static_cast<std::uint32_t>(moment_.premises.half_year(moment_.week));
        const double threshold = exponential(uniform(moment_.chance, Purpose::leave_queue, citizen.id, index, lane));
        const double window = vulnerable_weeks * (p.leave_q + extra);
        const double weeks = extra > 0 && threshold > window
                                 ? vulnerable_weeks + (p.leave_q > 0 ? (threshold - window) / p.leave_q : 1e9)
                                 : threshold / (p.leave_q + extra);
        return weeks < 100000 ? moment_.week + std::max(1, static_cast<Week>(std::ceil(weeks))) : never;
    }

    /// One citizen is offered a place; gives whether it was taken. `free` falls by the sessions given.
    bool offer_place(const QueueEntry& entry, std::size_t unit, std::size_t asked, std::int64_t& free, Begin begin)
    {
        Citizen& citizen = world_.citizens[entry.row];
        forget(citizen, static_cast<std::int16_t>(asked));
        const auto index = static_cast<std::uint32_t>(moment_.premises.half_year(entry.since));
        const auto lane = static_cast<std::uint16_t>(unit_at(unit).key);
        const double declines = moment_.parameters().decline_p;
        if (declines > 0 && bernoulli(uniform(moment_.chance, Purpose::accept_place, citizen.id, index, lane), declines)) {
            lose_if_nowhere(moment_, citizen);
            match_again(moment_, citizen);
            world_.due[entry.row] = next_due(moment_.premises, citizen);
            return false;
        }
        const Offer offer = unit_at(unit).offer;
        const int wanted = wanted_sessions(moment_.premises, moment_.chance, citizen.id, offer, entry.since);
        const int sessions = static_cast<int>(std::min<std::int64_t>(wanted, free));
        free -= sessions;
        const Week waited = moment_.week - entry.since;
        world_.units[unit].started += 1;
        world_.units[unit].waited += waited;
        starts_.push_back({offer, waited, entry.row, static_cast<std::int16_t>(unit)});
        for (const Waiting& waiting : citizen.waiting) {
            if (waiting.unit != no_unit) other_queues_.push_back({entry.row, waiting.unit, waiting.since});
        }
        if (begin == Begin::when_served && begins_alone(citizen)) {
            beginnings_.push_back({entry.row, static_cast<std::int16_t>(unit), sessions, entry.since});
            return true;
        }
        start_stay(moment_, entry.row, static_cast<std::int16_t>(unit), sessions, entry.since);
        world_.due[entry.row] = next_due(moment_.premises, citizen);
        return true;
    }

    /// Who comes from no offer, where stays stand alone, can begin when all queues have been served. One thread alone begins it
    /// at once, with the same result: the row is at hand.
    bool begins_alone(const Citizen& citizen) const
    {
        return workers_.threads() > 1 && citizen.offer == Offer::none && stays_stand_alone(moment_);
    }

    void leave_other_queues()
    {
        for (const QueueLeave& leave : other_queues_) {
            remove(leave.unit, leave.row);
            world_.due[leave.row] = next_due(moment_.premises, world_.citizens[leave.row]);
        }
        other_queues_.clear();
    }

    Moment& moment_;
    World& world_;
    std::vector<Start>& starts_;
    const Workers& workers_;
    std::vector<QueueLeave> other_queues_;
    std::vector<Beginning> beginnings_;
};

bool gives_help(const Moment& moment)
{
    const Scenario& scenario = moment.scenario();
    return scenario.mechanisms.access.right_to_help && scenario.policy.access.right_to_help != RightToHelp::none;
}

} // namespace

void allocate(Moment& moment, std::span<const Application> applications, std::span<const QueueLeave> leaves,
              std::vector<Start>& starts, const Workers& workers)
{
    Allocation allocation(moment, starts, workers);
    allocation.take_leaves(leaves);
    allocation.take_applications(applications);
    const std::size_t units = moment.premises.units.size();
    for (std::size_t unit = 0; unit < units; ++unit) allocation.serve(unit);
    allocation.begin_stays_alone();
    const bool shares = moment.scenario().mechanisms.sharing && moment.world.organisation.sharing_within > 0;
    for (std::size_t unit = 0; shares && unit < units; ++unit) allocation.share(unit);
    if (gives_help(moment)) {
        for (const std::int16_t unit : moment.premises.maintaining_units) allocation.help(static_cast<std::size_t>(unit));
    }
    allocation.look_ahead(applications);
    if (moment.premises.calendar.absolute_week(moment.week) % publication_weeks(moment.premises, moment.world) != 0) return;
    for (std::size_t unit = 0; unit < units; ++unit) allocation.publish(unit);
}

} // namespace samspil
