// SPDX-License-Identifier: MPL-2.0
// What a worker does: premises and replications, between weeks always ready to drop them or put them to rest.
#include "viewer/live/live_work.hpp"
#include "viewer/live/background.hpp"

#include "engine/experiment/shared_past.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

double seconds_since(LiveClock::time_point start)
{
    return std::chrono::duration<double>(LiveClock::now() - start).count();
}

std::shared_ptr<const Scenario> scenario_of(const SideRuns& side) { return {side.loaded, &side.loaded->scenario}; }

/// Whether this week ends the years of the early answer.
bool is_early(const Claim& claim, Week week)
{
    const Scenario& scenario = claim.side->scenario();
    const int weeks = early_weeks_of(scenario);
    // An option that begins late in these years would only show that it has not begun.
    const bool begun = claim.side->is_base() || claim.side->difference < scenario.period.burn_in_weeks + weeks * 3 / 4;
    return weeks > 0 && begun && claim.replication < first_answer && week == scenario.period.burn_in_weeks + weeks;
}

LiveCell& cell_of(const Claim& claim) { return claim.side->cells[static_cast<std::size_t>(claim.replication)]; }

} // namespace

void LiveStudy::Work::work()
{
    stand_behind(Behind::all);
    std::unique_lock lock(mutex_);
    for (;;) {
        std::optional<Claim> claim;
        work_came_.wait(lock, [&] { return stopping_ || (claim = next_claim()); });
        if (stopping_) return;
        SideRuns& side = *claim->side;
        const bool premises = claim->replication == Claim::premises;
        if (premises)
            side.premised = SideRuns::Premised::being_made;
        else
            cell_of(*claim).stage = Stage::running;
        ++busy_;
        something_to_show();
        lock.unlock();
        try {
            if (premises)
                make_premises(side);
            else
                run(*claim);
        } catch (const std::exception& error) {
            fail(*claim, error.what());
        }
        claim.reset(); // a side that was dropped meanwhile is let go of outside the lock
        lock.lock();
        if (--busy_ == 0) something_to_show();
    }
}

void LiveStudy::Work::make_premises(SideRuns& side)
{
    SidePtr base;
    {
        const std::lock_guard lock(mutex_);
        base = runs_.base;
    }
    const Week difference = side.is_base() ? never : first_difference(base->scenario(), side.scenario());
    std::shared_ptr<const Premises> premises;
    if (side.is_base() || difference < never) premises = premises_of(scenario_of(side));
    const std::lock_guard lock(mutex_);
    side.difference = difference;
    side.premises = std::move(premises);
    side.premised = SideRuns::Premised::yes;
    look_up();
}

/// Where a replication goes on from or begins; null where it is not wanted any more, or is that of the base.
std::shared_ptr<ReplicationRun> LiveStudy::Work::begin(const Claim& claim)
{
    SideRuns& side = *claim.side;
    std::shared_ptr<const ReplicationRun> kept;
    std::shared_ptr<const ReplicationResult> same;
    std::uint32_t seed = 0;
    {
        const std::lock_guard lock(mutex_);
        if (side.dropped) return nullptr;
        if (auto resting = std::move(cell_of(claim).resting)) return resting;
        const LiveCell& paired = runs_.base->cells[static_cast<std::size_t>(claim.replication)];
        if (!side.is_base() && side.difference == never)
            same = paired.result;
        else if (runs_.shared_weeks(side) > 0)
            kept = paired.kept;
        seed = seed_;
    }
    if (same) {
        deliver(claim, std::move(same), 0);
        return nullptr;
    }
    if (!kept) return std::make_shared<ReplicationRun>(side.premises, seed, claim.replication);
    auto run = std::make_shared<ReplicationRun>(*kept);
    run->branch(side.premises, side.difference);
    return run;
}

void LiveStudy::Work::run(const Claim& claim)
{
    const auto began = LiveClock::now();
    SideRuns& side = *claim.side;
    LiveCell& cell = cell_of(claim);
    const std::shared_ptr<ReplicationRun> run = begin(claim);
    if (!run) return;
    std::uint64_t seen = 0;
    while (!run->is_finished()) {
        if (side.dropped || stopping_) return;
        if (const std::uint64_t now = changes_; now != seen) {
            seen = now;
            if (gives_way(claim, run, seconds_since(began))) return;
        }
        if (side.is_base() && run->week() == side.scenario().period.burn_in_weeks) keep(side, cell, *run);
        run->step(busy_ == 1 ? together_ : alone_);
        cell.week = run->week();
        if (is_early(claim, run->week())) deliver_early(claim, *run);
    }
    auto result = std::make_shared<ReplicationResult>(run->result());
    if (claim.replication > 0) result->life_courses = {}; // a file has those of replication 0
    deliver(claim, std::move(result), seconds_since(began));
}

/// Puts a replication to rest where another goes first.
bool LiveStudy::Work::gives_way(const Claim& claim, const std::shared_ptr<ReplicationRun>& run, double seconds)
{
    const std::lock_guard lock(mutex_);
    if (!paused_ && !runs_.should_give_way(claim)) return false;
    LiveCell& cell = cell_of(claim);
    cell.resting = run;
    cell.stage = Stage::resting;
    claim.side->worker_seconds += seconds;
    return true;
}

/// The burnt-in state, for options to go on from.
void LiveStudy::Work::keep(SideRuns& side, LiveCell& cell, const ReplicationRun& run)
{
    if (cell.burnt_in) return; // it rested in this very week; nobody else writes it
    bool room = false;
    {
        const std::lock_guard lock(mutex_);
        room = !side.dropped && kept_bytes_ + run.bytes() <= settings_.kept_bytes;
        if (room) kept_bytes_ += run.bytes();
    }
    auto kept = room ? std::make_shared<const ReplicationRun>(run) : nullptr;
    const std::lock_guard lock(mutex_);
    cell.kept = std::move(kept);
    cell.burnt_in = true;
    look_up();
}

/// A replication under way tells of the period so far what a shorter period would.
void LiveStudy::Work::deliver_early(const Claim& claim, const ReplicationRun& run)
{
    auto early = std::make_shared<ReplicationResult>(run.result());
    early->life_courses = {};
    const std::lock_guard lock(mutex_);
    cell_of(claim).early = std::move(early);
    for (const SidePtr& one : runs_.in_order()) {
        if (one->early_answer_seconds > 0 || !one->early() || !runs_.base->early()) continue;
        one->early_answer_seconds = seconds_since(one->changed);
    }
    look_up();
}

void LiveStudy::Work::deliver(const Claim& claim, std::shared_ptr<const ReplicationResult> result,
                              double worker_seconds)
{
    const std::lock_guard lock(mutex_);
    SideRuns& side = *claim.side;
    cell_of(claim).result = std::move(result);
    cell_of(claim).stage = Stage::done;
    side.worker_seconds += worker_seconds;
    side.seconds = seconds_since(side.changed);
    for (const SidePtr& one : runs_.in_order()) {
        if (one->first_answer_seconds > 0 || std::min(one->done(), runs_.base->done()) < first_answer) continue;
        one->first_answer_seconds = seconds_since(one->changed);
    }
    look_up();
}

void LiveStudy::Work::fail(const Claim& claim, const char* cause)
{
    const std::lock_guard lock(mutex_);
    const int replication = std::max(0, claim.replication);
    claim.side->cells[static_cast<std::size_t>(replication)].stage = Stage::failed;
    if (claim.side->failure.empty()) claim.side->failure = cause;
    look_up();
}

} // namespace samspil::viewer
