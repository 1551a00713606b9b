// SPDX-License-Identifier: MPL-2.0
// Replications on workers; inside one, options run as a tree: one trunk as long as they are the same, then branches.
#include "engine/experiment/study.hpp"

#include "engine/base/packet.hpp"
#include "engine/experiment/replication_run.hpp"
#include "engine/experiment/shared_past.hpp"
#include "engine/simulation/simulation.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <mutex>
#include <set>

namespace samspil {
namespace {

using Time = std::chrono::steady_clock;

double seconds_since(Time::time_point start) { return std::chrono::duration<double>(Time::now() - start).count(); }

/// Thrown through a replication when the sink failed; ends the study.
struct SinkFailed {};

class Study {
public:
    Study(const StudyPlan& plan, const StudySinks& sinks, const std::atomic<bool>& stop)
        : plan_(plan), sinks_(sinks), stop_(stop), premises_(plan.premises)
    {
        if (!plan.scenario_of && premises_.empty()) {
            for (const Scenario* option : plan.options) premises_.push_back(std::make_shared<const Premises>(*option));
        }
        for (int r = plan.first_replication; r < plan.replications; ++r) {
            const std::size_t wanted = options_of(r).size();
            if (wanted > 0) replications_.push_back(r);
            progress_.total += wanted;
        }
    }

    StudyOutcome run(const Workers& workers, Crew* crew)
    {
        start_ = Time::now();
        TaskList tasks;
        tasks.count = replications_.size();
        tasks.run = [this](std::size_t i, const Workers& inner) { run_replication(replications_[i], inner); };
        tasks.order = [this](std::size_t i) { return order_of(replications_[i]); };
        tasks.take = [this](std::size_t i, std::string_view report) { take_report(replications_[i], report); };
        tasks.halted = [this] { return halted(); };
        tasks.give_up = [this] { given_up_ = true; };
        do_tasks(tasks, workers, crew);
        if (sink_error_) std::rethrow_exception(sink_error_);
        const bool enough = sinks_.enough != nullptr && *sinks_.enough;
        outcome_.stopped = !enough && outcome_.done + outcome_.failures.size() < progress_.total;
        return outcome_;
    }

private:
    std::vector<std::size_t> options_of(int replication) const
    {
        std::vector<std::size_t> options;
        for (std::size_t o = 0; o < plan_.options.size(); ++o) {
            if (!plan_.finished || !plan_.finished(o, replication)) options.push_back(o);
        }
        return options;
    }

    bool halted() const { return stop_ || broken_ || given_up_ || (sinks_.enough != nullptr && *sinks_.enough); }

    /// The options of one replication: those of the plan, or as its future has them.
    using Options = std::vector<std::shared_ptr<const Premises>>;

    Options options_in(int replication, std::vector<std::size_t>& wanted)
    {
        if (!plan_.scenario_of) return premises_;
        Options options(plan_.options.size());
        std::erase_if(wanted, [&](std::size_t o) {
            try {
                options[o] = premises_of(plan_.scenario_of(o, replication));
                return false;
            } catch (const std::exception& error) {
                fail(replication, {o}, error.what());
                return true;
            }
        });
        return options;
    }

    void run_replication(int replication, const Workers& inner)
    {
        if (halted()) return;
        std::vector<std::size_t> left = options_of(replication);
        const Options premises = options_in(replication, left);
        // Options that cannot share anything from week 0 on grow on trees of their own.
        while (!left.empty() && !halted()) {
            std::vector<std::size_t> together, apart;
            for (const std::size_t o : left) (difference(premises, left.front(), o) > 0 ? together : apart).push_back(o);
            grow(replication, premises, std::move(together), inner);
            left = std::move(apart);
        }
    }

    void grow(int replication, const Options& premises, std::vector<std::size_t> options, const Workers& inner)
    {
        try {
            const SimulationSettings settings{{plan_.seed, static_cast<std::uint32_t>(replication)}, plan_.block, plan_.life_sample};
            Simulation trunk(premises[options.front()], settings);
            branch(std::move(trunk), premises, options, 0.0, inner);
        } catch (const SinkFailed&) {
        } catch (const std::exception& error) {
            // Of several that share a past one alone may be at fault: each tries by itself.
            const std::vector<std::size_t> left = undelivered(replication, options);
            if (options.size() == 1) return fail(replication, left, error.what());
            for (const std::size_t o : left) grow(replication, premises, {o}, inner);
        }
    }

    std::vector<std::size_t> undelivered(int replication, std::vector<std::size_t> options)
    {
        const std::lock_guard lock(mutex_);
        std::erase_if(options, [&](std::size_t o) { return delivered_.contains({o, replication}); });
        return options;
    }

    void fail(int replication, const std::vector<std::size_t>& options, const std::string& cause)
    {
        const std::lock_guard lock(mutex_);
        for (const std::size_t o : options) {
            outcome_.failures.push_back({o, replication, cause});
            ++progress_.failed;
            if (sinks_.failure) sinks_.failure(outcome_.failures.back());
        }
    }

    static Week difference(const Options& premises, std::size_t a, std::size_t b)
    {
        return a == b ? never : first_difference(*premises[a]->scenario, *premises[b]->scenario);
    }

    /// Runs options that are the same until now: together until the first differs, then each class by itself.
    void branch(Simulation simulation, const Options& premises, const std::vector<std::size_t>& options, double weeks_before,
                const Workers& inner)
    {
        Week until = never;
        for (const std::size_t o : options) until = std::min(until, difference(premises, options.front(), o));
        const auto begin = Time::now();
        while (!simulation.is_finished() && simulation.week() < until) {
            if (halted()) return;
            simulation.step(inner);
        }
        add_time(seconds_since(begin), simulation.citizen_weeks() - weeks_before);
        if (simulation.is_finished()) {
            for (const std::size_t o : options) deliver(o, simulation.result());
            return;
        }
        std::vector<std::size_t> left = options;
        while (!left.empty() && !halted()) {
            std::vector<std::size_t> together, apart;
            for (const std::size_t o : left) (difference(premises, left.front(), o) > until ? together : apart).push_back(o);
            Simulation next = apart.empty() ? std::move(simulation) : simulation;
            next.continue_under(premises[together.front()]);
            const double so_far = next.citizen_weeks();
            branch(std::move(next), premises, together, so_far, inner);
            left = std::move(apart);
        }
    }

    void add_time(double seconds, double citizen_weeks)
    {
        const std::lock_guard lock(mutex_);
        outcome_.step_seconds += seconds;
        outcome_.citizen_weeks += citizen_weeks;
    }

    void deliver(std::size_t option, ReplicationResult&& result)
    {
        const int replication = result.replication;
        deliver(option, replication, [&] {
            if (sinks_.result) sinks_.result(option, std::move(result));
        });
    }

    void deliver(std::size_t option, int replication, FunctionRef<void()> to_sink)
    {
        const std::lock_guard lock(mutex_);
        if (broken_) throw SinkFailed{};
        try {
            to_sink();
            ++outcome_.done;
            delivered_.insert({option, replication});
            ++progress_.done;
            progress_.seconds = seconds_since(start_);
            const std::size_t over = progress_.done + progress_.failed;
            progress_.seconds_left = progress_.seconds / static_cast<double>(over) * static_cast<double>(progress_.total - over);
            if (sinks_.progress) sinks_.progress(progress_);
        } catch (...) {
            sink_error_ = std::current_exception();
            broken_ = true;
            throw SinkFailed{};
        }
    }

    /// Replication and options, as run_order() reads them.
    std::string order_of(int replication) const
    {
        PacketWriter order;
        const std::vector<std::size_t> options = options_of(replication);
        order.put(static_cast<std::int32_t>(replication));
        order.put(static_cast<std::uint32_t>(options.size()));
        for (const std::size_t o : options) order.put(static_cast<std::uint32_t>(o));
        return order.take();
    }

    /// As run_order() writes it. An empty list is what was given up.
    void take_report(int replication, std::string_view bytes)
    {
        PacketReader report(bytes);
        const auto seconds = report.take<double>(), citizen_weeks = report.take<double>();
        add_time(seconds, citizen_weeks);
        try {
            for (auto n = report.take<std::uint32_t>(); n > 0; --n) {
                const std::size_t option = report.take<std::uint32_t>();
                const std::vector<double> kpis = report.take_values();
                deliver(option, replication, [&] {
                    if (sinks_.elsewhere) sinks_.elsewhere(option, replication, kpis);
                });
            }
        } catch (const SinkFailed&) {
            return;
        }
        for (auto n = report.take<std::uint32_t>(); n > 0; --n) {
            const std::size_t option = report.take<std::uint32_t>();
            fail(replication, {option}, report.take_text());
        }
    }

    const StudyPlan& plan_;
    const StudySinks& sinks_;
    const std::atomic<bool>& stop_;
    Options premises_; ///< of the plan; empty where every replication has its own
    std::vector<int> replications_;
    std::mutex mutex_;
    std::atomic<bool> broken_ = false, given_up_ = false;
    std::exception_ptr sink_error_;
    StudyProgress progress_;
    std::set<std::pair<std::size_t, int>> delivered_; ///< a failing branch does not take back what is done
    StudyOutcome outcome_;
    Time::time_point start_;
};

} // namespace

StudyOutcome run_study(const StudyPlan& plan, const Workers& workers, const StudySinks& sinks, const std::atomic<bool>& stop, Crew* crew)
{
    return Study(plan, sinks, stop).run(workers, crew);
}

std::string run_order(const StudyPlan& plan, std::string_view bytes, const Workers& workers, const StudySinks& sinks,
                      const std::atomic<bool>& stop)
{
    PacketReader order(bytes);
    StudyPlan one = plan;
    one.first_replication = order.take<std::int32_t>();
    one.replications = one.first_replication + 1;
    std::set<std::size_t> asked;
    for (auto n = order.take<std::uint32_t>(); n > 0; --n) asked.insert(order.take<std::uint32_t>());
    one.finished = [&](std::size_t option, int) { return !asked.contains(option); };

    std::vector<std::pair<std::size_t, std::vector<double>>> done;
    StudySinks own;
    own.result = [&](std::size_t option, ReplicationResult&& result) {
        std::vector<double> kpis = result.kpis;
        sinks.result(option, std::move(result));
        done.emplace_back(option, std::move(kpis));
    };
    const StudyOutcome outcome = run_study(one, workers, own, stop);
    PacketWriter report;
    report.put(outcome.step_seconds);
    report.put(outcome.citizen_weeks);
    report.put(static_cast<std::uint32_t>(done.size()));
    for (const auto& [option, kpis] : done) {
        report.put(static_cast<std::uint32_t>(option));
        report.put(std::span<const double>(kpis));
    }
    report.put(static_cast<std::uint32_t>(outcome.failures.size()));
    for (const StudyFailure& failure : outcome.failures) {
        report.put(static_cast<std::uint32_t>(failure.option));
        report.put(failure.cause);
    }
    return report.take();
}

} // namespace samspil
