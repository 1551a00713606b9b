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

/// Week after the years of the early answer.
Week early_end(const Scenario& scenario) { return scenario.period.burn_in_weeks + early_weeks_of(scenario); }

/// Whether this week ends the years of the early answer.
bool is_early(const Claim& claim, Week week)
{
    const Scenario& scenario = claim.side->scenario();
    const int weeks = early_weeks_of(scenario);
    // An option that begins late in these years would only show that it has not begun.
    const bool begun = claim.side->is_base() || claim.side->difference < scenario.period.burn_in_weeks + weeks * 3 / 4;
    return weeks > 0 && begun && claim.replication < first_answer && week == early_end(scenario);
}

/// Where a side keeps its state. The burnt-in state is the base's to keep.
Week keep_at_of(const SideRuns& side, const Scenario& base, Week difference)
{
    const Week burn_in = base.period.burn_in_weeks;
    if (side.is_base()) return burn_in;
    const Week parting = side.before ? first_difference(side.before->scenario, side.scenario()) : difference;
    const Week next = parting == never ? difference : std::max(parting, difference); // where it is likely to be moved again
    return next > burn_in ? next : never;
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
    std::vector<PastAnswers> past;
    {
        const std::lock_guard lock(mutex_);
        if (side.dropped) return; // its base may be gone
        base = runs_.base;
        if (!side.is_base()) past = runs_.past;
    }
    const Week difference = side.is_base() ? never : first_difference(base->scenario(), side.scenario());
    std::shared_ptr<const Premises> premises;
    if (side.is_base() || difference < never) premises = premises_of(scenario_of(side));
    const Week keep_at = keep_at_of(side, base->scenario(), difference);
    const auto again = std::find_if(past.begin(), past.end(),
                                    [&](const PastAnswers& one) { return first_difference(one.loaded->scenario, side.scenario()) == never; });
    const std::lock_guard lock(mutex_);
    if (again != past.end() && !side.dropped) take_over(side, *again);
    side.difference = difference;
    side.keep_at = keep_at;
    side.premises = std::move(premises);
    side.premised = SideRuns::Premised::yes;
    look_up();
}

/// The answers of a version that was the same.
void LiveStudy::Work::take_over(SideRuns& side, const PastAnswers& past)
{
    for (std::size_t r = 0; r < std::min(side.cells.size(), past.results.size()); ++r) {
        LiveCell& cell = side.cells[r];
        cell.early = past.early[r];
        if (past.results[r] == nullptr) continue;
        cell.result = past.results[r];
        cell.from = side.scenario().period.total_weeks();
        cell.stage = Stage::done;
    }
    side.seconds = seconds_since(side.changed);
    note_answers();
}

/// Where a replication goes on from or begins; null where it is not wanted any more, or is that of the base.
std::shared_ptr<ReplicationRun> LiveStudy::Work::begin(const Claim& claim)
{
    SideRuns& side = *claim.side;
    KeptState kept, burnt_in;
    std::shared_ptr<const ReplicationResult> same;
    std::uint32_t seed = 0;
    {
        const std::lock_guard lock(mutex_);
        if (side.dropped) return nullptr;
        LiveCell& cell = cell_of(claim);
        if (auto resting = std::move(cell.resting)) return resting;
        const LiveCell& paired = runs_.base->cells[static_cast<std::size_t>(claim.replication)];
        if (!side.is_base() && side.difference == never)
            same = paired.result;
        else if (runs_.shares_burn_in(side))
            burnt_in = paired.kept;
        if (!side.is_base()) kept = cell.kept;
        seed = seed_;
    }
    if (same) {
        deliver(claim, std::move(same), 0);
        return nullptr;
    }
    // What the version before kept goes before the burnt-in state, where this version is the same for so long.
    Week difference = kept.run ? first_difference(kept.run->scenario(), side.scenario()) : 0;
    const bool goes_on = kept.run && difference >= kept.run->week();
    if (!goes_on) {
        kept = burnt_in;
        difference = side.difference;
    }
    if (!kept.run) return std::make_shared<ReplicationRun>(side.premises, seed, claim.replication);
    auto run = std::make_shared<ReplicationRun>(*kept.run);
    run->branch(side.premises, difference);
    const std::lock_guard lock(mutex_);
    LiveCell& cell = cell_of(claim);
    cell.from = run->week();
    cell.past_keeping = goes_on && run->week() == side.keep_at;
    if (goes_on && kept.early && !cell.early) {
        cell.early = kept.early;
        note_answers();
        look_up();
    }
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
        if (stopping_) return;
        if (side.dropped) return hand_on(claim, run);
        if (const std::uint64_t now = changes_; now != seen) {
            seen = now;
            if (gives_way(claim, run, seconds_since(began))) return;
        }
        if (run->week() == side.keep_at) keep(claim, *run);
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

/// The state of the base at the end of its burn-in, and of an option where a lever that is moved again begins.
void LiveStudy::Work::keep(const Claim& claim, const ReplicationRun& run)
{
    SideRuns& side = *claim.side;
    LiveCell& cell = cell_of(claim);
    KeptState old; // freed after the lock
    std::size_t room = 0;
    {
        const std::lock_guard lock(mutex_);
        if (side.dropped || cell.past_keeping) return; // it began or rested in this very week
        std::swap(old, cell.kept);
        const std::size_t kept = runs_.kept_bytes();
        room = settings_.kept_bytes - std::min(settings_.kept_bytes, kept);
        // Every option goes on from the burnt-in states: they have their room first.
        const auto to_come = std::count_if(runs_.base->cells.begin(), runs_.base->cells.end(), [](const LiveCell& c) { return !c.past_keeping; });
        if (!side.is_base()) room -= std::min(room, static_cast<std::size_t>(to_come) * run.bytes());
    }
    old = {};
    KeptState now;
    if (run.bytes() <= room) now.run = std::make_shared<const ReplicationRun>(run);
    const std::lock_guard lock(mutex_);
    if (now.run && run.week() >= early_end(side.scenario())) now.early = cell.early;
    cell.kept = std::move(now);
    cell.past_keeping = true;
    look_up();
}

/// What a version that nobody wants any more shares with the one in its place is not run twice.
void LiveStudy::Work::hand_on(const Claim& claim, std::shared_ptr<const ReplicationRun> run)
{
    const SideRuns& side = *claim.side;
    KeptState old; // freed after the lock
    const std::lock_guard lock(mutex_);
    const SidePtr heir = runs_.option(side.slot);
    if (!heir || heir->before != side.loaded || run->week() > side.keep_at) return;
    LiveCell& cell = heir->cells[static_cast<std::size_t>(claim.replication)];
    if (cell.stage != Stage::waiting || (cell.kept.run && cell.kept.run->week() >= run->week())) return;
    std::swap(old, cell.kept);
    cell.kept = {std::move(run), cell_of(claim).early};
}

/// A replication under way tells of the period so far what a shorter period would.
void LiveStudy::Work::deliver_early(const Claim& claim, const ReplicationRun& run)
{
    auto early = std::make_shared<ReplicationResult>(run.result());
    early->life_courses = {};
    const std::lock_guard lock(mutex_);
    cell_of(claim).early = std::move(early);
    note_answers();
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
    note_answers();
    look_up();
}

/// How long somebody waited for the first answers.
void LiveStudy::Work::note_answers()
{
    if (!runs_.base) return; // of a side that was dropped with it
    for (const SidePtr& one : runs_.in_order()) {
        if (one->early_answer_seconds == 0 && one->early() && runs_.base->early()) one->early_answer_seconds = seconds_since(one->changed);
        if (one->first_answer_seconds == 0 && std::min(one->done(), runs_.base->done()) >= first_answer) one->first_answer_seconds = seconds_since(one->changed);
    }
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
