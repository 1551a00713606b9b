// SPDX-License-Identifier: MPL-2.0
#include "viewer/live/live_runs.hpp"

#include <algorithm>
#include <set>

namespace samspil::viewer {
namespace {

const LiveCell& cell_of(const SideRuns& side, int replication)
{
    return side.cells[static_cast<std::size_t>(replication)];
}

} // namespace

int SideRuns::done() const
{
    const auto gap =
        std::find_if(cells.begin(), cells.end(), [](const LiveCell& cell) { return cell.stage != Stage::done; });
    return static_cast<int>(gap - cells.begin());
}

bool SideRuns::early() const
{
    const auto first = cells.begin() + std::min(first_answer, wanted());
    return !cells.empty() && std::all_of(cells.begin(), first, [](const LiveCell& cell) { return cell.early != nullptr; });
}

int SideRuns::runnable() const
{
    const auto broken =
        std::find_if(cells.begin(), cells.end(), [](const LiveCell& cell) { return cell.stage == Stage::failed; });
    return static_cast<int>(broken - cells.begin());
}

SidePtr LiveRuns::option(int slot) const
{
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const SidePtr& side) { return side->slot == slot; });
    return found == options.end() ? nullptr : *found;
}

std::vector<SidePtr> LiveRuns::in_order() const
{
    std::vector<SidePtr> sides = options;
    if (base) sides.push_back(base);
    std::sort(sides.begin(), sides.end(), [](const SidePtr& a, const SidePtr& b) { return a->slot < b->slot; });
    return sides;
}

std::vector<Claim> LiveRuns::first_pairs() const
{
    std::vector<Claim> claims;
    for (const SidePtr& option : options) {
        for (const SidePtr& side : {base, option}) {
            for (int r = 0; r < std::min(first_answer, side->runnable()); ++r)
                claims.push_back({side, r});
        }
    }
    return claims;
}

std::vector<Claim> LiveRuns::all() const
{
    std::vector<Claim> claims = first_pairs();
    for (const SidePtr& option : options) {
        for (int r = 0; r < std::min(base->runnable(), option->runnable()); ++r) {
            claims.push_back({base, r});
            claims.push_back({option, r});
        }
    }
    for (int r = 0; r < base->runnable(); ++r)
        claims.push_back({base, r});
    return claims;
}

/// The wanted replication, or the premises it waits for; nothing while it is under way or waits for another.
std::optional<Claim> LiveRuns::can_be_done(const Claim& wanted) const
{
    const SideRuns& side = *wanted.side;
    const LiveCell& cell = cell_of(side, wanted.replication);
    if (cell.stage == Stage::resting) return wanted;
    if (cell.stage != Stage::waiting || side.premised == SideRuns::Premised::being_made) return std::nullopt;
    if (side.premised == SideRuns::Premised::no) return Claim{wanted.side, Claim::premises};
    if (side.is_base()) return wanted;
    const LiveCell& paired = cell_of(*base, wanted.replication);
    if (side.difference == never && paired.stage != Stage::done) return std::nullopt;
    if (shares_burn_in(side) && !paired.past_keeping) return std::nullopt;
    return wanted;
}

std::optional<Claim> LiveRuns::next() const
{
    if (!base) return std::nullopt;
    for (const Claim& claim : all()) {
        if (const auto found = can_be_done(claim)) return found;
    }
    return std::nullopt;
}

bool LiveRuns::should_give_way(const Claim& under_way) const
{
    if (!base) return false;
    for (const Claim& claim : first_pairs()) {
        if (claim == under_way) return false;
        if (can_be_done(claim)) return true;
    }
    return false;
}

bool LiveRuns::shares_burn_in(const SideRuns& side) const
{
    // What differs from the first week on shares nothing, also where there is no burn-in.
    return !side.is_base() && side.premised == SideRuns::Premised::yes && side.difference > 0 && side.difference >= base->scenario().period.burn_in_weeks;
}

Week LiveRuns::shared_weeks(const SideRuns& side) const
{
    if (side.is_base() || side.premised != SideRuns::Premised::yes) return 0;
    if (side.difference == never) return side.scenario().period.total_weeks();
    Week least = never;
    for (const LiveCell& cell : side.cells)
        if (cell.stage != Stage::waiting) least = std::min(least, cell.from);
    if (least < never) return least;
    return shares_burn_in(side) ? base->scenario().period.burn_in_weeks : 0;
}

std::size_t LiveRuns::kept_bytes() const
{
    std::set<const ReplicationRun*> kept; // a version begins with those of the one before
    for (const SidePtr& side : in_order())
        for (const LiveCell& cell : side->cells)
            if (cell.kept.run) kept.insert(cell.kept.run.get());
    std::size_t bytes = 0;
    for (const ReplicationRun* run : kept) bytes += run->bytes();
    return bytes;
}

double LiveRuns::progress(const SideRuns& side) const
{
    const Week total = side.scenario().period.total_weeks();
    double done = 0;
    for (const LiveCell& cell : side.cells) {
        if (cell.stage == Stage::done)
            done += 1;
        else if (cell.stage != Stage::waiting && total > cell.from)
            done += std::max(0.0, double(cell.week - cell.from) / (total - cell.from));
    }
    return side.cells.empty() ? 1 : done / side.wanted();
}

double LiveRuns::seconds_left(const SideRuns& side, int threads) const
{
    if (!base) return 0;
    double worker_seconds = 0;
    const auto add = [&](const SideRuns& other) {
        const double left = 1 - progress(other);
        const auto over = std::count_if(other.cells.begin(), other.cells.end(),
                                        [](const LiveCell& cell) { return cell.stage == Stage::done; });
        if (left > 0 && over == 0) return false;
        if (left > 0) worker_seconds += other.worker_seconds / static_cast<double>(over) * left * other.wanted();
        return true;
    };
    bool known = add(*base);
    for (const SidePtr& option : options) {
        if (side.is_base() || option->changed < side.changed) continue;
        known = add(*option) && known;
    }
    return known ? worker_seconds / threads : 0;
}

} // namespace samspil::viewer
