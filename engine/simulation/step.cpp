// SPDX-License-Identifier: MPL-2.0
// One simulated week on one page: the order below is part of the model (docs/model.md 3).
#include "engine/simulation/simulation.hpp"

#include "engine/rules/access.hpp"
#include "engine/rules/information.hpp"
#include "engine/rules/money.hpp"
#include "engine/rules/network.hpp"
#include "engine/rules/people.hpp"
#include "engine/rules/places.hpp"
#include "engine/rules/proposing.hpp"
#include "engine/simulation/tally_looks.hpp"

#include <algorithm>

namespace samspil {
namespace {

constexpr std::size_t blocks_a_thread = 32;
constexpr std::size_t blocks_a_look = 4; // a look's counts by group are large: few blocks

/// Where friends will find the citizen next week.
std::int16_t place_now(const Citizen& citizen) { return citizen.residence == Residence::home ? citizen.unit : gone; }

/// Whether anything but a life clock or a stay is due: else five rules would only look and return.
bool has_occasion(const Citizen& citizen, Week week)
{
    const Agenda& agenda = citizen.agenda;
    const std::int16_t now = StoredWeek(week).kept();
    bool any = false;
    for (const StoredWeek due : {agenda.single, agenda.contact, agenda.handover, agenda.social, agenda.helper, agenda.consider, agenda.trigger}) {
        any |= due.kept() <= now;
    }
    return any;
}

/// Who of rows begin ... end - 1 has something due this week. One vector comparison passes over sixteen idle citizens.
void find_due(const World& world, std::size_t begin, std::size_t end, std::vector<std::uint32_t>& rows)
{
    constexpr std::size_t stride = 16;
    const StoredWeek* due = world.due.data();
    const std::int16_t week = StoredWeek(world.week).kept();
    rows.clear();
    std::size_t i = begin;
    for (; i + stride <= end; i += stride) {
        std::int16_t least = StoredWeek::stored_never;
#pragma GCC unroll 1 // a loop that is unrolled whole is not made vector code
        for (std::size_t k = 0; k < stride; ++k) least = std::min(least, due[i + k].kept());
        if (least > week) continue;
        for (std::size_t k = 0; k < stride; ++k) {
            if (due[i + k].kept() <= week) rows.push_back(static_cast<std::uint32_t>(i + k));
        }
    }
    for (; i < end; ++i) {
        if (due[i].kept() <= week) rows.push_back(static_cast<std::uint32_t>(i));
    }
}

/// Fetches what those soon after the k-th will need, so that it has come by then.
[[gnu::always_inline]] inline void expect_rows(const Premises& premises, const World& world, std::span<const std::uint32_t> rows, std::size_t k)
{
    constexpr std::size_t long_ahead = 12, little_ahead = 2;
    if (k + long_ahead < rows.size()) {
        world.citizens.expect(rows[k + long_ahead]);
        expect_ties_early(world, rows[k + long_ahead]);
    }
    if (k + rows_ahead < rows.size()) {
        expect(world.citizens[rows[k + rows_ahead]]);
        expect_ties(world, rows[k + rows_ahead]);
    }
    if (k + little_ahead < rows.size()) {
        const Agenda& agenda = world.citizens[rows[k + little_ahead]].agenda;
        if (std::min(agenda.consider, agenda.trigger) <= world.week) expect_knowledge(premises, world, rows[k + little_ahead]);
    }
}

/// Who of rows begin ... end - 1 a census looks at.
std::vector<std::uint32_t> in_census(const CitizenTable& citizens, std::size_t begin, std::size_t end)
{
    std::vector<std::uint32_t> rows;
    for (std::size_t row = begin; row < end; ++row) {
        if (row + glances_ahead < end) __builtin_prefetch(&citizens[row + glances_ahead].id);
        const Citizen& citizen = citizens[row];
        if (citizen.residence == Residence::home && group_of(citizen.id, census_share) == 0) rows.push_back(static_cast<std::uint32_t>(row));
    }
    return rows;
}

} // namespace

void Simulation::step(const Workers& workers)
{
    const Premises& premises = *premises_;
    world_.counts.moves.fill(0);
    world_.counts.transitions.fill(0);
    world_.counts.transition_losses.fill(0);
    world_.counts.assessments = 0;
    world_.counts.access.begin_week();

    Proposals ordered;
    ordered.change.resize(premises.scenario->neighbourhoods.size(), premises.units.size(), premises.scenario->centres.size());
    Moment moment{premises, world_, settings_.chance, world_.week, ordered};
    regulate(premises, world_);                 // places follow the citizens, each 1 January
    intervene(moment, workers);                 // dated changes, attention, quality
    inform(moment);                             // channels, compass, bridge hours
    update_staff(moment);                       // posts, vacancies, hours
    run_pools(moment);
    update_network(moment);                     // consultants, agreements, forum
    update_clubs(moment, workers);              // help in the clubs
    take_changes(ordered);
    update_offered(premises, world_);           // rooms, staff, volunteers and seats give slots

    admit();                                    // who turns 65
    run_citizens(workers);                      // each reads the week's start, proposes
    merge_blocks();
    give_places(workers);                       // backlog, bridges, queues, places, ties: in order

    ordered.volunteering = std::move(wishes_.volunteering);
    const int quit = update_volunteers(moment, workers);
    wishes_.volunteering = std::move(ordered.volunteering);
    take_changes(ordered);
    const auto spent = weekly_spending(premises, world_, world_.week);
    settle_accounts(moment);
    take_changes(ordered);
    world_.money.invested = 0;
    world_.money.bridge_minutes_paid = world_.counts.information.bridge_minutes;
    tally_.observe(premises, world_, starts_, quit, spent, workers);
    if (tally_.wants_census(premises, world_.week)) take_census(workers);
    if (GroupTally::wants_look(premises, world_.week)) look_at_groups(workers);
    dismiss();                                  // who has died or moved away

    const Counts& counts = world_.counts;
    for (const std::int64_t n : counts.home_by_level) citizen_weeks_ += static_cast<double>(n);
    citizen_weeks_ += static_cast<double>(counts.nursing_home);
    ++world_.week;
}

void Simulation::take_changes(Proposals& ordered)
{
    world_.counts.add(ordered.change);
    life_courses_.insert(life_courses_.end(), ordered.events.begin(), ordered.events.end());
    ordered.clear();
}

void Simulation::run_citizens(const Workers& workers)
{
    // Among many citizens larger blocks, a few for each thread: the counts of a block are cleared and added every week.
    const std::size_t many = world_.citizens.size() / (blocks_a_thread * static_cast<std::size_t>(workers.threads()));
    const std::size_t block = workers.block_size().value_or(std::max(settings_.block, many));
    const std::size_t count = block_count(workers, world_.citizens.size(), block);
    if (blocks_.size() != count) { // never more: a block left over would be merged again
        blocks_.resize(count);
        for (Proposals& proposals : blocks_) {
            proposals.change.resize(premises_->scenario->neighbourhoods.size(), premises_->units.size(), premises_->scenario->centres.size());
        }
    }
    for_blocks(workers, world_.citizens.size(), block,
               [&](std::size_t index, std::size_t begin, std::size_t end) { run_block(begin, end, blocks_[index]); });
}

void Simulation::run_block(std::size_t begin, std::size_t end, Proposals& out)
{
    out.clear();
    out.found_at.clear();
    out.left.clear();
    find_due(world_, begin, end, out.rows);
    Moment moment{*premises_, world_, settings_.chance, world_.week, out};
    for (std::size_t k = 0; k < out.rows.size(); ++k) {
        expect_rows(*premises_, world_, out.rows, k);
        live(moment, out.rows[k]);
    }
}

void Simulation::live(Moment& moment, std::uint32_t row)
{
    Citizen& citizen = world_.citizens[row];
    if (citizen.residence == Residence::not_yet) {
        enter(moment, row);
    } else {
        live_and_die(moment, row);
        change_level(moment, row);
        take_part(moment, row);
        if (has_occasion(citizen, moment.week)) {
            follow_case(moment, row);
            meet(moment, row);
            feel(moment, row);
            offer_help(moment, row);
            consider(moment, row);
        }
        const bool gone_for_good = citizen.residence == Residence::dead || citizen.residence == Residence::moved_out;
        if (gone_for_good && premises_->scenario->assumptions.entry == Entry::replacement) replace(moment, row);
        else if (gone_for_good) moment.out.left.push_back(row);
    }
    // Who has applied is looked at again by the allocation.
    if (citizen.applied != moment.week) world_.due[row] = next_due(*premises_, citizen);
    moment.out.found_at.push_back(place_now(citizen));
}

void Simulation::merge_blocks()
{
    applications_.clear();
    leaves_.clear();
    wishes_.information.clear();
    wishes_.access.clear();
    wishes_.places.clear();
    wishes_.people.clear();
    wishes_.volunteering.clear();
    wishes_.money.clear();
    for (const Proposals& block : blocks_) {
        world_.counts.add(block.change);
        applications_.insert(applications_.end(), block.applications.begin(), block.applications.end());
        leaves_.insert(leaves_.end(), block.leaves.begin(), block.leaves.end());
        life_courses_.insert(life_courses_.end(), block.events.begin(), block.events.end());
        append_wishes(wishes_, block);
        for (std::size_t k = 0; k < block.rows.size(); ++k) world_.place[block.rows[k]] = block.found_at[k];
    }
}

void Simulation::give_places(const Workers& workers)
{
    Proposals ordered;
    ordered.change.resize(premises_->scenario->neighbourhoods.size(), premises_->units.size(), premises_->scenario->centres.size());
    Moment moment{*premises_, world_, settings_.chance, world_.week, ordered};
    starts_.clear();
    ordered.information = std::move(wishes_.information);
    ordered.access = std::move(wishes_.access);
    ordered.places = std::move(wishes_.places);
    ordered.people = std::move(wishes_.people);
    ordered.volunteering = std::move(wishes_.volunteering);
    ordered.money = std::move(wishes_.money);
    work_through_backlog(moment);
    hand_over(moment);
    take_cases(moment);                         // whom bridges led to the visitator
    update_offered(*premises_, world_);         // what fell vacant this week beyond the limit is not given again
    applications_.insert(applications_.end(), ordered.applications.begin(), ordered.applications.end());
    allocate(moment, applications_, leaves_, starts_, workers);
    run_houses(moment, workers);
    part(moment);
    befriend(moment, workers);
    wishes_.information = std::move(ordered.information);
    wishes_.access = std::move(ordered.access);
    wishes_.places = std::move(ordered.places);
    wishes_.people = std::move(ordered.people);
    wishes_.volunteering = std::move(ordered.volunteering);
    wishes_.money = std::move(ordered.money);
    take_changes(ordered);
}

void Simulation::take_census(const Workers& workers)
{
    const std::size_t block = workers.block_size().value_or(blocks_a_look * settings_.block);
    std::vector<Census> parts(block_count(workers, world_.citizens.size(), block));
    std::vector<GroupCells> groups(parts.size(), tally_.groups().empty());
    for_blocks(workers, world_.citizens.size(), block, [&](std::size_t index, std::size_t begin, std::size_t end) {
        const std::vector<std::uint32_t> asked = in_census(world_.citizens, begin, end);
        for (std::size_t k = 0; k < asked.size(); ++k) {
            if (k + rows_ahead < asked.size()) expect(world_.citizens[asked[k + rows_ahead]]);
            const std::uint32_t row = asked[k];
            const Citizen& citizen = world_.citizens[row];
            const auto truth = true_scores_by_set(*premises_, settings_.chance, citizen, world_.week);
            parts[index].access.look_at(*premises_, world_, settings_.chance, citizen, truth);
            const Census before = parts[index];
            parts[index].look_at(*premises_, world_, settings_.chance, citizen, truth[static_cast<std::size_t>(premises_->scenario->assumptions.score_set)]);
            tally_.groups().add_scores(groups[index], *premises_, citizen, world_.week, before, parts[index]);
            constexpr std::uint64_t asked_of = 4; // what citizens know is asked of a quarter of those looked at: a look takes time
            if (group_of(citizen.id, census_share * asked_of) == 0) parts[index].information.look_at(*premises_, world_, settings_.chance, row);
        }
    });
    for (const Census& part : parts) tally_.add_census(part);
    for (const GroupCells& part : groups) tally_.groups().add(part);
    tally_.groups().finish_census();
}

void Simulation::look_at_groups(const Workers& workers)
{
    const std::size_t block = workers.block_size().value_or(blocks_a_look * settings_.block);
    const LookCells empty(tally_.groups().grouping(), *premises_);
    std::vector<LookCells> parts(block_count(workers, world_.citizens.size(), block), empty);
    for_blocks(workers, world_.citizens.size(), block, [&](std::size_t index, std::size_t begin, std::size_t end) {
        parts[index].look_at(world_, begin, end);
    });
    for (const LookCells& part : parts) tally_.groups().add(part, *premises_);
    tally_.groups().finish_look();
}

} // namespace samspil
