// SPDX-License-Identifier: MPL-2.0
// Each constant moves by a damped secant step on its own deviation, all at once in a round: relations are one to one,
// monotone and of known sign, and every round sees the same chance, so that the answer is a smooth function.
#include "engine/experiment/balance.hpp"

#include "engine/base/elementary.hpp"
#include "engine/base/errors.hpp"
#include "engine/experiment/study.hpp"
#include "engine/stats/moments.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

namespace samspil {
namespace {

constexpr double damping = 0.9;
constexpr double longest_step = 0.7;      // utils, or of the logarithm
constexpr double slope_trust = 4;         // an observed slope counts within this factor of the first guess
constexpr double most_counted = 10;       // of one constant in the sum that says which round is best
constexpr double smallest_move = 0.03;    // below it a difference quotient is mostly noise

const Target* find_target(const Scenario& scenario, std::string_view id)
{
    const auto found = std::find_if(scenario.targets.begin(), scenario.targets.end(), [&](const Target& t) { return t.id == id; });
    return found == scenario.targets.end() ? nullptr : &*found;
}

const Field& field_of(std::string_view parameter)
{
    const Field* field = find_field(parameter_fields(), parameter);
    SAMSPIL_EXPECT(field != nullptr, "every free constant stands in the register");
    return *field;
}

/// One constant on its way: the secant and the best point so far.
class Search {
public:
    Search(const FreeConstant& constant, const Scenario& scenario)
        : constant_(constant), field_(field_of(constant.parameter)), slope_(constant.slope)
    {
        start_ = field_.access.read(&scenario.assumptions);
        x_ = coordinate(start_);
    }

    void write(Scenario& scenario) const
    {
        field_.access.write(&scenario.assumptions, value());
        for (const auto tied : constant_.tied) field_of(tied).access.write(&scenario.assumptions, value());
    }

    /// Takes the deviation at the present value and moves on.
    void learn(double deviation)
    {
        if (has_last_ && std::abs(x_ - last_x_) > smallest_move) {
            const double seen = (deviation - last_deviation_) / (x_ - last_x_);
            const auto [least, most] = std::minmax({constant_.slope / slope_trust, constant_.slope * slope_trust}); // a slope may be negative
            slope_ = std::clamp(seen, least, most);
        }
        last_x_ = x_;
        last_deviation_ = deviation;
        has_last_ = true;
        const double step = std::clamp(-damping * deviation / slope_, -longest_step, longest_step);
        const double wanted = x_ + step;
        x_ = std::clamp(wanted, lowest(), highest());
        at_limit_ = x_ != wanted;
    }

    /// To four decimals, so that the table written holds exactly what was measured.
    double value() const { return std::round((constant_.multiplies ? elementary::exp(x_) : x_) * 1e4) / 1e4; }
    double start() const { return start_; }
    bool at_limit() const { return at_limit_; }
    const FreeConstant& constant() const { return constant_; }

private:
    double coordinate(double value) const
    {
        return constant_.multiplies ? elementary::log(std::max(value, 1e-6)) : value;
    }
    double lowest() const { return coordinate(std::max(field_.minimum, constant_.multiplies ? 1e-3 : field_.minimum)); }
    double highest() const { return coordinate(field_.maximum); }

    const FreeConstant& constant_;
    const Field& field_;
    double slope_, x_ = 0, start_ = 0;
    double last_x_ = 0, last_deviation_ = 0;
    bool has_last_ = false, at_limit_ = false;
};

/// Mean deviation of the constant's targets; undefined ones are left out. Nothing when all of them are undefined.
std::optional<double> deviation_of(const FreeConstant& constant, const std::vector<TargetReached>& targets)
{
    double sum = 0;
    int n = 0;
    for (const TargetReached& t : targets) {
        const bool mine = std::find(constant.targets.begin(), constant.targets.end(), t.target->id) != constant.targets.end();
        if (!mine || std::isnan(t.reached)) continue;
        sum += t.deviation();
        ++n;
    }
    return n > 0 ? std::optional(sum / n) : std::nullopt;
}

bool answers_for(const std::vector<Search>& searches, std::string_view target)
{
    return std::any_of(searches.begin(), searches.end(), [&](const Search& s) {
        const auto& mine = s.constant().targets;
        return std::find(mine.begin(), mine.end(), target) != mine.end();
    });
}

Scenario baseline_of(const Scenario& scenario, const BalancePlan& plan)
{
    Scenario baseline = scenario;
    baseline.interventions.clear();
    baseline.period.weeks = plan.weeks;
    return baseline;
}

} // namespace

double TargetReached::deviation() const
{
    const double half = (target->high - target->low) / 2;
    return half > 0 ? residual() / half : residual();
}

bool BalanceOutcome::balanced() const
{
    return std::all_of(constants.begin(), constants.end(), [](const SolvedConstant& c) { return c.within_tolerance; });
}

std::span<const FreeConstant> free_constants()
{
    static const std::vector<FreeConstant> table{
        {"nh_scale", {"nursing_home.share"}, {}, true, 6},
        {"ASC_klub", {"reach.klub"}, {}, false, 1},
        {"ASC_forebyggende", {"utilisation.forebyggende"}, {}, false, 1.5},
        {"ASC_vedligeholdende_center",
         {"wait.mean.vedligeholdende_center", "utilisation.vedligeholdende_center"},
         {"ASC_vedligeholdende_hjem"},
         false,
         1},
        {"s_mean_forebyggende", {"reach.municipal"}, {}, true, -5},
        {"rec_ext", {"volunteers.stock"}, {}, true, 10},
    };
    return table;
}

bool is_free_constant(std::string_view parameter)
{
    const auto has = [&](const FreeConstant& one) {
        return one.parameter == parameter || std::find(one.tied.begin(), one.tied.end(), parameter) != one.tied.end();
    };
    return std::any_of(free_constants().begin(), free_constants().end(), has);
}

std::vector<TargetReached> measure_targets(const Scenario& scenario, const BalancePlan& plan, const Workers& workers,
                                           const std::atomic<bool>& stop)
{
    const Scenario baseline = baseline_of(scenario, plan);
    StudyPlan study;
    study.options = {&baseline};
    study.seed = plan.seed;
    study.replications = plan.replications;
    study.block = plan.block;
    study.life_sample = 0;
    std::vector<std::vector<double>> kpis(static_cast<std::size_t>(plan.replications));
    StudySinks sinks;
    sinks.result = [&](std::size_t, ReplicationResult&& result) {
        kpis[static_cast<std::size_t>(result.replication)] = std::move(result.kpis);
    };
    const StudyOutcome outcome = run_study(study, workers, sinks, stop);
    if (!outcome.failures.empty()) throw std::runtime_error(outcome.failures.front().cause); // no memory: nothing else can fail it
    std::vector<TargetReached> targets;
    for (const Target& target : scenario.targets) {
        const auto kpi = find_kpi(target.id);
        if (!target.calibrate || !kpi) continue;
        Moments moments;
        for (const auto& replication : kpis) {
            if (!replication.empty()) moments.add(replication[*kpi]);
        }
        TargetReached reached;
        reached.target = &target;
        reached.reached = moments.mean();
        reached.error = moments.count() > 1 ? moments.standard_error() : 0;
        targets.push_back(reached);
    }
    return targets;
}

std::optional<BalanceOutcome> balance(const Scenario& scenario, const BalancePlan& plan, const Workers& workers,
                                      const std::function<void(const BalanceProgress&)>& progress,
                                      const std::atomic<bool>& stop)
{
    std::vector<Search> searches;
    for (const FreeConstant& constant : free_constants()) {
        const bool wanted = std::any_of(constant.targets.begin(), constant.targets.end(), [&](std::string_view id) {
            const Target* target = find_target(scenario, id);
            return target != nullptr && target->calibrate;
        });
        if (wanted) searches.emplace_back(constant, scenario);
    }
    if (searches.empty()) return std::nullopt;

    const auto start = std::chrono::steady_clock::now();
    Scenario trial = scenario;
    BalanceOutcome best;
    double least = std::numeric_limits<double>::infinity();
    for (int round = 1; round <= plan.rounds && !stop; ++round) {
        for (const Search& search : searches) search.write(trial);
        auto targets = measure_targets(trial, plan, workers, stop);
        if (stop) break;
        BalanceOutcome now;
        double worst = 0, sum = 0;
        bool more = false; // whether another round can bring a constant nearer
        for (Search& search : searches) {
            SolvedConstant solved{&search.constant(), search.start(), search.value(), deviation_of(search.constant(), targets),
                                  search.at_limit(), false};
            if (solved.deviation) {
                const double off = std::abs(*solved.deviation);
                solved.within_tolerance = off <= plan.tolerance;
                more = more || !solved.within_tolerance;
                worst = std::max(worst, off);
                sum += std::min(off, most_counted);
                search.learn(*solved.deviation);
            } else {
                sum += most_counted;
            }
            now.constants.push_back(solved);
        }
        for (TargetReached& t : targets) {
            const std::string id = t.target->id;
            t.target = find_target(scenario, id);
            t.solved_for = answers_for(searches, id);
        }
        now.targets = std::move(targets);
        const bool done = !more;
        if (done || sum < least) {
            least = sum;
            best = std::move(now);
        }
        best.rounds = round;
        if (progress) progress({round, plan.rounds, worst, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count()});
        if (done) break;
    }
    best.stopped = stop;
    return best;
}

std::vector<SolvedValue> solved_values(const BalanceOutcome& outcome)
{
    std::vector<SolvedValue> values;
    for (const SolvedConstant& solved : outcome.constants) {
        values.push_back({solved.constant->parameter, solved.solved, &solved});
        for (const auto tied : solved.constant->tied) values.push_back({tied, solved.solved, &solved});
    }
    return values;
}

} // namespace samspil
