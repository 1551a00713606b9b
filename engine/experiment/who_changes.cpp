// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/who_changes.hpp"

#include "engine/experiment/person_tally.hpp"
#include "engine/experiment/shared_past.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>

namespace samspil {
namespace {

/// One side of a pair at its end.
struct Side {
    std::vector<PersonWeeks> persons;
    std::vector<LifeEvent> lives;
    std::array<std::int64_t, offer_count> weeks{};
};

bool step_until(Simulation& simulation, PersonTally& tally, Week until, const Workers& workers, const std::atomic<bool>& stop)
{
    while (!simulation.is_finished() && simulation.week() < until) {
        if (stop) return false;
        simulation.step(workers);
        tally.observe(simulation, workers);
    }
    return true;
}

std::optional<Side> finish(Simulation simulation, PersonTally tally, const Workers& workers, const std::atomic<bool>& stop)
{
    if (!step_until(simulation, tally, never, workers, stop)) return std::nullopt;
    ReplicationResult result = simulation.result();
    const auto table = series_table();
    const auto users = std::find_if(table.begin(), table.end(), [](const SeriesInfo& s) { return s.group == "weekly" && s.id == "users"; });
    Side side;
    side.persons = tally.persons();
    side.lives = std::move(result.life_courses);
    side.weeks = weeks_by_offer(result.series[static_cast<std::size_t>(users - table.begin())]);
    return side;
}

/// Members of the option's grouping as the base numbers them; -1 where the base has none of the id.
std::array<std::vector<std::int16_t>, person_dimension_count> numbered_as(const Grouping& base, const Grouping& option)
{
    std::array<std::vector<std::int16_t>, person_dimension_count> numbers;
    for (std::size_t d = 0; d < person_dimension_count; ++d) {
        const auto& known = base.members(person_dimensions[d]);
        for (const GroupMember& member : option.members(person_dimensions[d])) {
            const auto found = std::find_if(known.begin(), known.end(), [&](const GroupMember& m) { return m.id == member.id; });
            numbers[d].push_back(found == known.end() ? std::int16_t{-1} : static_cast<std::int16_t>(found - known.begin()));
        }
    }
    return numbers;
}

void renumber(std::vector<PersonWeeks>& persons, const std::array<std::vector<std::int16_t>, person_dimension_count>& numbers)
{
    for (PersonWeeks& person : persons) {
        for (std::size_t d = 0; d < person_dimension_count; ++d) {
            std::int16_t& member = person.member[d];
            if (member >= 0) member = numbers[d][static_cast<std::size_t>(member)];
        }
    }
}

std::vector<PersonChange> paired(const std::vector<PersonWeeks>& base, const std::vector<PersonWeeks>& option,
                                 const std::vector<LifeDifference>& partings)
{
    std::vector<PersonChange> pairs;
    auto a = base.begin(), b = option.begin();
    auto parting = partings.begin();
    while (a != base.end() || b != option.end()) {
        const bool in_a = b == option.end() || (a != base.end() && a->id <= b->id);
        const bool in_b = a == base.end() || (b != option.end() && b->id <= a->id);
        PersonChange& pair = pairs.emplace_back();
        const std::uint64_t id = in_a ? a->id : b->id;
        pair.base.id = pair.option.id = id;
        if (in_a) pair.base = *a++;
        if (in_b) pair.option = *b++;
        while (parting != partings.end() && parting->person < id) ++parting;
        if (parting != partings.end() && parting->person == id) pair.parting = *parting;
    }
    return pairs;
}

void count(PersonCounts& counts, const PersonChange& person, const Period& period)
{
    const std::int32_t weeks = person.difference(all_offers);
    for (std::size_t m = 0; m < person_measure_count; ++m) counts.all[m].add(person.difference(m));
    for (std::size_t d = 0; d < person_dimension_count; ++d) {
        const std::int16_t member = person.member()[d];
        if (member >= 0) counts.by_member[d][static_cast<std::size_t>(member)].add(weeks);
    }
    ++counts.by_size[size_class(weeks)];
    for (std::size_t o = 0; o < offer_count; ++o) {
        counts.base_sum[o] += person.base.weeks[o];
        counts.option_sum[o] += person.option.weeks[o];
    }
    counts.base_there += person.base.there;
    counts.option_there += person.option.there;
    if (!person.parting) return;
    ++counts.parted;
    if (weeks == 0) ++counts.parted_same;
    counts.by_cause[static_cast<std::size_t>(person.parting->cause)].add(weeks);
    const auto last = static_cast<Week>(counts.parted_by_year.size()) - 1;
    const Week year = (person.parting->week - period.burn_in_weeks) / 52;
    ++counts.parted_by_year[static_cast<std::size_t>(std::clamp(year, 0, last))];
}

void add_houses(const Scenario& scenario, std::vector<int>& keys)
{
    for (const Intervention& change : scenario.interventions) {
        using Type = InterventionType;
        const bool touched = change.type == Type::open_centre || change.type == Type::close_centre || change.type == Type::merge ||
                             change.type == Type::satellite;
        const int index = touched ? scenario.centre_index(change.centre) : -1;
        if (index >= 0) keys.push_back(scenario.centres[static_cast<std::size_t>(index)].key);
    }
}

} // namespace

std::vector<int> houses_opened_or_closed(const Scenario& base, const Scenario& option)
{
    std::vector<int> keys;
    add_houses(base, keys);
    add_houses(option, keys);
    return keys;
}

std::optional<PersonsOfReplication> persons_of(std::shared_ptr<const Premises> base, std::shared_ptr<const Premises> option,
                                               std::uint32_t seed, int replication, const Workers& workers,
                                               const std::atomic<bool>& stop)
{
    const Scenario& scenario = *base->scenario;
    const Week until = first_difference(scenario, *option->scenario);
    SimulationSettings settings{{seed, static_cast<std::uint32_t>(replication)}};
    settings.life_sample = 1;
    Simulation trunk(base, settings);
    PersonTally tally(*base);
    const auto numbers = numbered_as(tally.grouping(), Grouping(*option->scenario));
    std::optional<Side> b;
    if (until > 0) {
        if (!step_until(trunk, tally, until, workers, stop)) return std::nullopt;
        Simulation branch = trunk;
        branch.continue_under(option);
        b = finish(std::move(branch), tally, workers, stop);
    } else {
        PersonTally own(*option);
        b = finish(Simulation(option, settings), std::move(own), workers, stop);
        if (b) renumber(b->persons, numbers);
    }
    std::optional<Side> a;
    if (b) a = finish(std::move(trunk), std::move(tally), workers, stop);
    if (!a) return std::nullopt;
    PersonsOfReplication found;
    found.persons = paired(a->persons, b->persons, differing_lives(a->lives, b->lives, houses_opened_or_closed(scenario, *option->scenario)));
    for (std::size_t d = 0; d < person_dimension_count; ++d)
        found.counts.by_member[d].resize(Grouping(scenario).members(person_dimensions[d]).size());
    found.counts.parted_by_year.resize(static_cast<std::size_t>(std::max(1, (scenario.period.weeks + 51) / 52)));
    found.counts.base_weeks = a->weeks;
    found.counts.option_weeks = b->weeks;
    for (const PersonChange& person : found.persons) count(found.counts, person, scenario.period);
    return found;
}

WhoChanges who_changes(const WhoChangesPlan& plan, const Workers& workers, const std::atomic<bool>& stop)
{
    using Time = std::chrono::steady_clock;
    auto base = std::make_shared<const Premises>(*plan.base), option = std::make_shared<const Premises>(*plan.option);
    const Grouping grouping(*plan.base);
    WhoChanges who;
    who.weeks = plan.base->period.weeks;
    for (std::size_t d = 0; d < person_dimension_count; ++d) who.members[d] = grouping.members(person_dimensions[d]);
    const auto begin = Time::now();
    for (int r = 0; r < plan.replications; ++r) {
        std::array<std::shared_ptr<const Scenario>, 2> drawn; // outlive the premises made of them
        if (plan.scenario_of) {
            drawn = {plan.scenario_of(0, r), plan.scenario_of(1, r)};
            base = std::make_shared<const Premises>(*drawn[0]);
            option = std::make_shared<const Premises>(*drawn[1]);
        }
        auto found = persons_of(base, option, plan.seed, r, workers, stop);
        if (!found) {
            who.stopped = true;
            break;
        }
        who.replications.push_back(std::move(found->counts));
        if (!plan.progress) continue;
        const double seconds = std::chrono::duration<double>(Time::now() - begin).count();
        const auto done = static_cast<std::size_t>(r + 1), total = static_cast<std::size_t>(plan.replications);
        plan.progress({done, total, 0, seconds, seconds / static_cast<double>(done) * static_cast<double>(total - done)});
    }
    return who;
}

} // namespace samspil
