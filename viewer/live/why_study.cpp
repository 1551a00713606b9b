// SPDX-License-Identifier: MPL-2.0
#include "viewer/live/why_study.hpp"

#include "viewer/live/background.hpp"

#include "engine/base/errors.hpp"
#include "engine/experiment/study.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace samspil::viewer {
namespace {

using Watch = std::chrono::steady_clock;

/// KPIs of two options, filled as replications come in any order.
struct Pair {
    explicit Pair(int replications)
        : base(kpi_table().size(), std::vector<double>(static_cast<std::size_t>(replications))), option(base)
    {
    }
    void take(std::size_t side, const ReplicationResult& result)
    {
        KpiColumns& columns = side == 0 ? base : option;
        for (std::size_t k = 0; k < columns.size(); ++k)
            columns[k][static_cast<std::size_t>(result.replication)] = result.kpis[k];
    }
    KpiColumns base, option;
};

bool holds(const ResultPtr& result, std::uint32_t seed, int replications)
{
    return result && result->metadata.seed == seed && result->metadata.first_replication == 0 &&
           result->replications >= replications;
}

KpiColumns first_of(const Result& result, int replications)
{
    KpiColumns columns = result.kpis;
    for (auto& column : columns)
        column.resize(static_cast<std::size_t>(replications));
    return columns;
}

} // namespace

class WhyStudy::Work {
public:
    Work(WhySettings settings, std::shared_ptr<const LoadedScenario> base, std::shared_ptr<const LoadedScenario> option,
         ResultPtr base_result, ResultPtr option_result)
        : settings_(std::move(settings)),
          base_(std::move(base)),
          option_(std::move(option)),
          base_result_(std::move(base_result)),
          option_result_(std::move(option_result)),
          seed_(settings_.seed.value_or(base_->scenario.run.seed))
    {
        now_.threads = threads_to_use(settings_.threads);
        now_.answers = std::make_shared<const WhyAnswers>();
        publish();
        thread_ = std::jthread([this] { work(); });
    }

    ~Work() { stop(); }

    void begin(int replications)
    {
        SAMSPIL_EXPECT(replications >= 1, "at least one replication is run");
        const std::lock_guard lock(mutex_);
        if (replications_ == 0) replications_ = replications;
        begun_.notify_all();
    }

    void stop()
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
        begun_.notify_all();
    }

    std::shared_ptr<const WhyView> view() const
    {
        const std::lock_guard lock(mutex_);
        return view_;
    }

private:
    void work()
    {
        stand_behind(Behind::all);
        try {
            answer();
        } catch (const std::exception& error) { // no memory: what is done holds
            if (now_.failure.empty()) now_.failure = error.what();
            now_.running = false;
            now_.stopped = true;
            publish();
        }
    }

    void answer()
    {
        answers_.questions = why_questions(base_->scenario, option_->scenario);
        now_.cost_of_one = why_cost(answers_.questions, base_->scenario, option_->scenario);
        now_.wanted = now_.cost_of_one.mechanisms;
        now_.ready = true;
        say_answers();
        {
            std::unique_lock lock(mutex_);
            begun_.wait(lock, [&] { return stop_ || replications_ > 0; });
            answers_.replications = replications_;
        }
        if (!stop_) run();
        now_.running = false;
        now_.stopped = stop_ && now_.done < now_.wanted;
        now_.seconds_left = 0;
        publish();
    }

    void run()
    {
        start_ = Watch::now();
        now_.running = true;
        workers_ = Workers(now_.threads);
        const int n = answers_.replications;
        const bool at_hand = holds(base_result_, seed_, n) && holds(option_result_, seed_, n);
        pairs_ = static_cast<std::size_t>(now_.wanted) + (at_hand ? 0 : 1);
        publish();
        if (at_hand) {
            answers_.base = first_of(*base_result_, n);
            answers_.option = first_of(*option_result_, n);
        } else {
            auto pair = run_pair(base_->scenario, option_->scenario);
            if (!pair) return;
            answers_.base = std::move(pair->base);
            answers_.option = std::move(pair->option);
        }
        for (const WhyQuestion& question : answers_.questions) {
            if (question.refused) continue;
            auto pair = run_pair(without(base_->scenario, *question.mechanism),
                                 without(option_->scenario, *question.mechanism));
            if (stop_) return;
            ++now_.done;
            if (pair) answers_.runs.push_back({question.mechanism, std::move(pair->base), std::move(pair->option)});
            say_answers();
        }
    }

    /// Nothing when it was stopped or a replication failed.
    std::optional<Pair> run_pair(const Scenario& base, const Scenario& option)
    {
        const int n = answers_.replications;
        Pair pair(n);
        StudyPlan plan;
        plan.options = {&base, &option};
        plan.seed = seed_;
        plan.replications = n;
        StudySinks sinks;
        sinks.result = [&](std::size_t side, ReplicationResult&& result) { pair.take(side, result); };
        sinks.progress = [&](const StudyProgress& progress) {
            const double in_pair = static_cast<double>(progress.done) / static_cast<double>(progress.total);
            now_.progress = (static_cast<double>(pairs_done_) + in_pair) / static_cast<double>(pairs_);
            now_.seconds = std::chrono::duration<double>(Watch::now() - start_).count();
            now_.seconds_left = now_.seconds / now_.progress * (1 - now_.progress);
            publish();
        };
        const StudyOutcome outcome = run_study(plan, workers_, sinks, stop_);
        ++pairs_done_;
        if (!outcome.failures.empty() && now_.failure.empty()) now_.failure = outcome.failures.front().cause;
        if (outcome.stopped || !outcome.failures.empty()) return std::nullopt;
        return pair;
    }

    /// The answers of views given away stay as they are.
    void say_answers()
    {
        now_.answers = std::make_shared<const WhyAnswers>(answers_);
        publish();
    }

    void publish()
    {
        ++now_.version;
        auto view = std::make_shared<const WhyView>(now_);
        {
            const std::lock_guard lock(mutex_);
            view_.swap(view);
        }
        if (settings_.wake) settings_.wake();
    }

    const WhySettings settings_;
    const std::shared_ptr<const LoadedScenario> base_, option_;
    const ResultPtr base_result_, option_result_;
    const std::uint32_t seed_;

    // Of the thread, and of sinks, which are called one at a time.
    Workers workers_;
    WhyAnswers answers_;
    WhyView now_;
    Watch::time_point start_;
    std::size_t pairs_ = 0, pairs_done_ = 0;

    mutable std::mutex mutex_; ///< of what follows
    std::condition_variable begun_;
    std::shared_ptr<const WhyView> view_;
    int replications_ = 0; ///< 0 = not begun
    std::atomic<bool> stop_ = false;

    std::jthread thread_;
};

WhyStudy::WhyStudy(WhySettings settings, std::shared_ptr<const LoadedScenario> base,
                   std::shared_ptr<const LoadedScenario> option, ResultPtr base_result, ResultPtr option_result)
    : work_(std::make_unique<Work>(std::move(settings), std::move(base), std::move(option), std::move(base_result),
                                   std::move(option_result)))
{
}
WhyStudy::~WhyStudy() = default;
void WhyStudy::begin(int replications) { work_->begin(replications); }
void WhyStudy::stop() { work_->stop(); }
std::shared_ptr<const WhyView> WhyStudy::view() const { return work_->view(); }

} // namespace samspil::viewer
