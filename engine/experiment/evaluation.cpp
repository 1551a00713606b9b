// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/evaluation.hpp"

#include "engine/experiment/answering.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>
#include <mutex>
#include <numeric>
#include <tuple>

namespace samspil {
namespace {

/// Points whose factors act on dated interventions only share the weeks before them, this many at a time.
constexpr std::size_t bundled_points = 8;

bool is_dated(const StudyFactor& factor) { return factor.path.starts_with("interventions."); }

/// What must be run at least once: the first point and option with a key.
struct Slot {
    std::size_t point = 0, option = 0;
    EvaluationKey key;
    double cost = 1;
};

class Question {
public:
    Question(const EvaluationSubject& subject, std::span<const StudyPoint> points, int replications, const EvaluationMemory& memory,
             const std::function<void(const StudyProgress&)>& progress, const std::atomic<bool>& stop)
        : subject_(subject), points_(points), memory_(memory), show_(progress), stop_(stop), answering_(subject)
    {
        answer_.points = points.size();
        answer_.options = subject.options.size();
        answer_.replications = replications;
        answer_.values.assign(points.size() * answer_.options * static_cast<std::size_t>(replications) * kpi_table().size(),
                              std::numeric_limits<double>::quiet_NaN());
        find_slots();
        answered_.assign(slots_.size() * static_cast<std::size_t>(replications), 0);
        remember();
    }

    Evaluation run(const Workers& workers, Crew* crew)
    {
        start_ = std::chrono::steady_clock::now();
        struct Task {
            int replication;
            std::size_t bundle;
        };
        std::vector<Task> all;
        const std::vector<std::size_t> order = dearest_first();
        for (int r = 0; r < answer_.replications; ++r) {
            for (const std::size_t b : order) {
                if (!missing(b, r).empty()) all.push_back({r, b});
            }
        }
        TaskList tasks;
        tasks.count = all.size();
        tasks.run = [&](std::size_t i, const Workers& inner) {
            const auto [replication, bundle] = all[i];
            const auto slots = missing(bundle, replication);
            add(answering_.answer(order_of(slots, replication), inner, sinks(slots, replication), stop_));
        };
        tasks.order = [&](std::size_t i) { return bytes_of(order_of(missing(all[i].bundle, all[i].replication), all[i].replication)); };
        tasks.take = [&](std::size_t i, std::string_view report) {
            const auto [replication, bundle] = all[i];
            add(take_report(report, sinks(missing(bundle, replication), replication)));
        };
        tasks.halted = [&] { return stop_ || given_up_; };
        tasks.give_up = [&] { given_up_ = true; };
        do_tasks(tasks, workers, crew);
        finish();
        return std::move(answer_);
    }

private:
    std::size_t place(const Slot& slot, int replication) const
    {
        const auto r = static_cast<std::size_t>(replication), n = static_cast<std::size_t>(answer_.replications);
        return ((slot.point * answer_.options + slot.option) * n + r) * kpi_table().size();
    }
    char& answered(std::size_t slot, int replication)
    {
        return answered_[slot * static_cast<std::size_t>(answer_.replications) + static_cast<std::size_t>(replication)];
    }

    void find_slots()
    {
        const bool dated = std::all_of(subject_.factors.begin(), subject_.factors.end(), is_dated);
        const std::size_t width = dated && !subject_.factors.empty() ? bundled_points : 1;
        std::map<EvaluationKey, std::size_t> known;
        for (std::size_t p = 0; p < points_.size(); ++p) {
            if (p % width == 0) bundles_.emplace_back();
            for (std::size_t o = 0; o < answer_.options; ++o) {
                const EvaluationKey key = key_of(subject_, o, points_[p]);
                const auto [at, fresh] = known.try_emplace(key, slots_.size());
                slot_of_.push_back(at->second);
                if (!fresh) continue;
                bundles_.back().push_back(slots_.size());
                slots_.push_back({p, o, key, subject_.cost_of ? subject_.cost_of(points_[p]) : 1.0});
            }
        }
    }

    std::vector<std::size_t> dearest_first() const
    {
        std::vector<double> costs;
        for (const std::vector<std::size_t>& slots : bundles_)
            costs.push_back(std::accumulate(slots.begin(), slots.end(), 0.0, [&](double sum, std::size_t s) { return sum + slots_[s].cost; }));
        std::vector<std::size_t> order(bundles_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return costs[a] > costs[b]; });
        return order;
    }

    void remember()
    {
        progress_.total = answered_.size();
        for (const Slot& slot : slots_) cost_left_ += slot.cost * answer_.replications;
        if (!memory_.recall) return;
        for (std::size_t s = 0; s < slots_.size(); ++s) {
            for (int r = 0; r < answer_.replications; ++r) {
                const auto kpis = memory_.recall(slots_[s].key, r);
                if (!kpis || kpis->size() != kpi_table().size()) continue;
                std::copy(kpis->begin(), kpis->end(), answer_.values.begin() + static_cast<std::ptrdiff_t>(place(slots_[s], r)));
                answered(s, r) = 1;
                ++progress_.done;
                cost_left_ -= slots_[s].cost;
            }
        }
    }

    std::vector<std::size_t> missing(std::size_t bundle, int replication)
    {
        std::vector<std::size_t> slots;
        for (const std::size_t s : bundles_[bundle]) {
            if (answered(s, replication) == 0) slots.push_back(s);
        }
        return slots;
    }

    EvaluationOrder order_of(const std::vector<std::size_t>& slots, int replication) const
    {
        EvaluationOrder order;
        order.replication = replication;
        for (const std::size_t s : slots) order.asked.push_back({slots_[s].option, points_[slots_[s].point]});
        return order;
    }

    AnswerSinks sinks(std::vector<std::size_t> slots, int replication)
    {
        AnswerSinks to;
        to.answer = [this, slots, replication](std::size_t asked, std::span<const double> kpis) { deliver(slots.at(asked), replication, kpis); };
        to.failure = [this, slots, replication](std::size_t asked, Text cause) { fail(slots.at(asked), replication, std::move(cause)); };
        to.enough = &given_up_;
        return to;
    }

    void add(double citizen_weeks)
    {
        const std::lock_guard lock(mutex_);
        answer_.citizen_weeks += citizen_weeks;
    }

    void deliver(std::size_t slot, int replication, std::span<const double> kpis)
    {
        const std::lock_guard lock(mutex_);
        if (memory_.keep) memory_.keep(slots_[slot].key, replication, kpis);
        std::copy(kpis.begin(), kpis.end(), answer_.values.begin() + static_cast<std::ptrdiff_t>(place(slots_[slot], replication)));
        answered(slot, replication) = 1;
        ++answer_.computed;
        ++progress_.done;
        tell(slots_[slot].cost);
    }

    void fail(std::size_t slot, int replication, Text cause)
    {
        const std::lock_guard lock(mutex_);
        if (memory_.keep) memory_.keep(slots_[slot].key, replication, {});
        failed_.push_back({slot, replication, std::move(cause)});
        answered(slot, replication) = 2;
        ++progress_.failed;
        tell(slots_[slot].cost);
    }

    void tell(double cost)
    {
        cost_over_ += cost;
        cost_left_ -= cost;
        progress_.seconds = seconds();
        progress_.seconds_left = std::max(0.0, progress_.seconds / cost_over_ * cost_left_);
        if (show_) show_(progress_);
    }

    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

    /// Copies what was run once to every point that has it, and lists failures in order.
    void finish()
    {
        const std::size_t row = static_cast<std::size_t>(answer_.replications) * kpi_table().size();
        for (std::size_t i = 0; i < slot_of_.size(); ++i) {
            const Slot& own = slots_[slot_of_[i]];
            const std::size_t from = place(own, 0), to = i * row;
            if (from != to) std::copy_n(answer_.values.begin() + static_cast<std::ptrdiff_t>(from), row, answer_.values.begin() + static_cast<std::ptrdiff_t>(to));
            for (const Failed& failed : failed_) {
                if (failed.slot == slot_of_[i]) answer_.failures.push_back({i / answer_.options, i % answer_.options, failed.replication, failed.cause});
            }
        }
        std::sort(answer_.failures.begin(), answer_.failures.end(), [](const EvaluationFailure& a, const EvaluationFailure& b) {
            return std::tie(a.point, a.option, a.replication) < std::tie(b.point, b.option, b.replication);
        });
        answer_.seconds = seconds();
        const auto whole = [&](int r) { // a failure has no value, so its round is not whole
            for (std::size_t s = 0; s < slots_.size(); ++s) {
                if (answered(s, r) != 1) return false;
            }
            return true;
        };
        while (answer_.complete < answer_.replications && whole(answer_.complete)) ++answer_.complete;
        answer_.stopped = std::find(answered_.begin(), answered_.end(), char{0}) != answered_.end();
    }

    struct Failed {
        std::size_t slot;
        int replication;
        Text cause;
    };

    const EvaluationSubject& subject_;
    std::span<const StudyPoint> points_;
    const EvaluationMemory& memory_;
    const std::function<void(const StudyProgress&)>& show_;
    const std::atomic<bool>& stop_;
    std::atomic<bool> given_up_ = false;
    std::vector<Slot> slots_;
    std::vector<std::size_t> slot_of_;               ///< [point][option]
    std::vector<std::vector<std::size_t>> bundles_;  ///< slots that are run together
    std::vector<char> answered_;                     ///< [slot][replication]: 1 answered, 2 failed
    Answering answering_;
    std::vector<Failed> failed_;
    std::mutex mutex_;
    StudyProgress progress_;
    double cost_over_ = 0, cost_left_ = 0; ///< of what is over since the start, and of what is not
    Evaluation answer_;
    std::chrono::steady_clock::time_point start_;
};

} // namespace

Evaluation evaluate(const EvaluationSubject& subject, std::span<const StudyPoint> points, int replications, const Workers& workers,
                    const EvaluationMemory& memory, const std::function<void(const StudyProgress&)>& progress, const std::atomic<bool>& stop, Crew* crew)
{
    return Question(subject, points, replications, memory, progress, stop).run(workers, crew);
}

} // namespace samspil
