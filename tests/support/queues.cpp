// SPDX-License-Identifier: MPL-2.0
#include "tests/support/queues.hpp"

#include "engine/random/distributions.hpp"
#include "tests/support/stage.hpp"
#include "tests/support/worlds.hpp"

#include <algorithm>
#include <cmath>

namespace samspil::worlds {
namespace {

constexpr int sessions = 5; // one place

Scenario queue_town(const QueuePlan& plan)
{
    Scenario scenario = town(1, 1);
    Parameters& p = scenario.assumptions;
    p.s_mean.fill(sessions);
    p.decline_p = p.leave_q = 0;
    p.base_drop.fill(plan.stay > 1 ? -std::log1p(-1 / plan.stay) : 0);
    Mechanisms& m = scenario.mechanisms;
    m.vulnerability = m.participation_effect = m.sharing = m.assessment_error = m.mortality = m.nursing_home = m.function_change = false;
    scenario.policy.review_weeks = 1 << 30; // no reviews
    return scenario;
}

class Run {
public:
    Run(const QueuePlan& plan, Chance chance) : plan_(plan), stage_(queue_town(plan), chance)
    {
        stage_.make_units(plan.units, plan.offer);
        const auto units = static_cast<std::size_t>(plan.units);
        for (auto* sums : {&seen_.persons, &seen_.waited_weeks, &seen_.had_to_wait, &seen_.refused, &seen_.queue_weeks, &seen_.user_weeks}) {
            sums->assign(units, 0);
        }
        for (std::size_t unit = 0; unit < units; ++unit) stage_.offer(unit, sessions * plan.places);
    }

    Queues run()
    {
        fill();
        week();
        while (stage_.world.week <= plan_.weeks) {
            arrive();
            week();
            look();
        }
        while (somebody_waits()) week();
        return std::move(seen_);
    }

private:
    void add(std::size_t unit)
    {
        const auto person = static_cast<std::uint64_t>(unit_of_.size());
        std::uint32_t row;
        if (free_.empty()) {
            row = stage_.add_citizen(person);
        } else {
            row = free_.back();
            free_.pop_back();
            stage_.replace(row, person);
        }
        unit_of_.push_back(static_cast<std::uint32_t>(unit));
        row_of_.push_back(row);
        since_.push_back(stage_.world.week);
        seen_.wait_of.push_back(never);
        seen_.stay_of.push_back(never);
        applications_.push_back({row, static_cast<std::int16_t>(unit), 1});
    }

    void fill()
    {
        for (std::size_t unit = 0; unit < seen_.persons.size(); ++unit) {
            double u = uniform(stage_.chance, Purpose::unit_arrival, unit, 0, 1);
            for (const double chance : plan_.at_start) {
                if (u < chance) break;
                u -= chance;
                add(unit);
            }
        }
    }

    void arrive()
    {
        const auto week = static_cast<std::uint32_t>(stage_.world.week);
        for (std::size_t unit = 0; unit < seen_.persons.size(); ++unit) {
            const int n = poisson(plan_.arrivals, uniform(stage_.chance, Purpose::unit_arrival, unit, week));
            for (int i = 0; i < n; ++i) add(unit);
            seen_.persons[unit] += n;
        }
    }

    void week()
    {
        const Week now = stage_.world.week;
        std::vector<std::uint32_t> left;
        stage_.week(applications_, leaves_, [&](std::uint32_t row) { left.push_back(row); });
        free_.insert(free_.end(), left.begin(), left.end());
        for (const QueueLeave& leave : leaves_) free_.push_back(leave.row);
        applications_.clear();
        leaves_.clear();
        for (const LifeEvent& event : stage_.events()) {
            const auto person = static_cast<std::size_t>(event.person);
            if (event.kind == LifeEventKind::started) start(person, now);
            if (event.kind == LifeEventKind::ended) seen_.stay_of[person] = now - since_[person] - seen_.wait_of[person];
        }
        for (std::size_t unit = 0; unit < seen_.persons.size(); ++unit) {
            const auto over = static_cast<int>(stage_.world.counts.taken[unit]) - sessions * plan_.places;
            seen_.most_taken_over_places = std::max(seen_.most_taken_over_places, over);
            seen_.all_queue_weeks += static_cast<double>(stage_.world.units[unit].queue.size());
            if (!plan_.gives_up) continue;
            for (const QueueEntry& entry : stage_.world.units[unit].queue) {
                leaves_.push_back({entry.row, static_cast<std::int16_t>(unit), entry.since});
                if (entry.since > 0) ++seen_.refused[unit];
            }
        }
    }

    void start(std::size_t person, Week now)
    {
        const Week waited = now - since_[person];
        seen_.wait_of[person] = waited;
        if (since_[person] > 0) {
            seen_.waited_weeks[unit_of_[person]] += waited;
            seen_.had_to_wait[unit_of_[person]] += waited > 0 ? 1 : 0;
        }
        if (!plan_.fixed_stay) return;
        const std::uint32_t row = row_of_[person];
        stage_.world.citizens[row].agenda.drop_out = now + plan_.fixed_stay(person);
        stage_.world.due[row] = next_due(stage_.premises, stage_.world.citizens[row]);
    }

    void look()
    {
        for (std::size_t unit = 0; unit < seen_.persons.size(); ++unit) {
            seen_.queue_weeks[unit] += static_cast<double>(stage_.world.units[unit].queue.size());
            seen_.user_weeks[unit] += static_cast<double>(stage_.world.counts.users[unit]);
        }
    }

    bool somebody_waits() const
    {
        return std::any_of(stage_.world.units.begin(), stage_.world.units.end(), [](const UnitState& unit) { return !unit.queue.empty(); });
    }

    const QueuePlan& plan_;
    Stage stage_;
    Queues seen_;
    std::vector<std::uint32_t> unit_of_, row_of_, free_;
    std::vector<Week> since_;
    std::vector<Application> applications_;
    std::vector<QueueLeave> leaves_;
};

} // namespace

Queues run_queues(const QueuePlan& plan, Chance chance) { return Run(plan, chance).run(); }

Queues run_queues(const QueuePlan& plan, Chance chance, int batch)
{
    Queues all;
    for (int first = 0; first < plan.units; first += batch) {
        QueuePlan part = plan;
        part.units = std::min(batch, plan.units - first);
        const Queues seen = run_queues(part, chance);
        const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
        append(all.persons, seen.persons);
        append(all.waited_weeks, seen.waited_weeks);
        append(all.had_to_wait, seen.had_to_wait);
        append(all.refused, seen.refused);
        append(all.queue_weeks, seen.queue_weeks);
        append(all.user_weeks, seen.user_weeks);
        all.all_queue_weeks += seen.all_queue_weeks;
        append(all.wait_of, seen.wait_of);
        append(all.stay_of, seen.stay_of);
        all.most_taken_over_places = std::max(all.most_taken_over_places, seen.most_taken_over_places);
        ++chance.replication;
    }
    return all;
}

} // namespace samspil::worlds
