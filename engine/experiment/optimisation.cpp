// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/optimisation.hpp"

#include "engine/base/errors.hpp"
#include "engine/experiment/optimisation_search.hpp"
#include "engine/stats/designs.hpp"
#include "engine/stats/matrix.hpp"
#include "engine/stats/pareto.hpp"
#include "engine/stats/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

namespace samspil {

namespace {

constexpr std::uint32_t resamples = 1000;
constexpr double finest = 4096; ///< steps of a factor's range: a point is asked about again instead of its twin next door
constexpr double refused = 1e6; ///< goals of a point beyond its budgets, far above any share of a KPI's scale

/// Replications of one point: goals as smaller is better, and by how much each budget is passed (negative: room left).
struct Seen {
    Matrix goals, beyond;
};

std::vector<double> means_of(const Matrix& values)
{
    std::vector<double> means(values.columns);
    for (std::size_t r = 0; r < values.rows; ++r)
        for (std::size_t k = 0; k < values.columns; ++k)
            means[k] += values(r, k) / static_cast<double>(values.rows);
    return means;
}

class Optimisation {
public:
    Optimisation(std::span<const StudyFactor> factors, const OptimisationPlan& plan, const Evaluate& evaluate,
                 const std::function<void(const OptimisationProgress&)>& progress)
        : factors_(factors), plan_(plan), evaluate_(evaluate), progress_(progress)
    {
        SAMSPIL_EXPECT(!plan.goals.empty() && !factors.empty(), "optimisation needs a goal and a choice");
        SAMSPIL_EXPECT(plan.replications >= 1 && plan.confirming >= 1, "a point is run at least once");
    }

    OptimisationOutcome run()
    {
        try {
            search(factors_.size(), plan_.goals.size(), plan_.population, plan_.generations, plan_.seed,
                   [&](const Matrix& cube) { return judge(cube); });
            confirm();
        } catch (const SearchStopped&) {
            outcome_.stopped = true;
        }
        outcome_.tried = tried_.size();
        return outcome_;
    }

private:
    /// `first` replications are left out of what is seen.
    std::vector<Seen> ask(std::span<const StudyPoint> points, int first, int replications)
    {
        if (points.empty()) return {};
        if (progress_) progress_({generation_, plan_.generations});
        const Evaluation answers = evaluate_(points, first + replications);
        for (EvaluationFailure failure : answers.failures) {
            failure.point += asked_;
            outcome_.failures.push_back(std::move(failure));
        }
        asked_ += points.size();
        if (answers.stopped) throw SearchStopped{};
        const auto rows = static_cast<std::size_t>(replications);
        std::vector<Seen> seen;
        for (std::size_t p = 0; p < points.size(); ++p) {
            Seen& one = seen.emplace_back(Seen{Matrix(rows, plan_.goals.size()), Matrix(rows, plan_.budgets.size())});
            for (std::size_t r = 0; r < rows; ++r) {
                const auto value = [&](std::size_t kpi) { return answers.at(p, answers.options - 1, first + static_cast<int>(r), kpi); };
                for (std::size_t g = 0; g < plan_.goals.size(); ++g)
                    one.goals(r, g) = plan_.goals[g].more_is_better ? -value(plan_.goals[g].kpi) : value(plan_.goals[g].kpi);
                for (std::size_t b = 0; b < plan_.budgets.size(); ++b) {
                    const double apart = value(plan_.budgets[b].kpi) - plan_.budgets[b].bound;
                    one.beyond(r, b) = plan_.budgets[b].at_least ? -apart : apart;
                }
            }
        }
        return seen;
    }

    StudyPoint point_at(std::span<const double> cube) const
    {
        StudyPoint point;
        for (std::size_t j = 0; j < factors_.size(); ++j)
            point.values.push_back(value_at_share(factors_[j], std::round(cube[j] * finest) / finest));
        return point;
    }

    /// How far beyond the budgets, in shares of their bounds, summed; 0 within all; infinite when it could not be run.
    double excess(const Seen& seen) const
    {
        double sum = 0.0;
        const std::vector<double> beyond = means_of(seen.beyond), goals = means_of(seen.goals);
        for (const double goal : goals)
            if (!std::isfinite(goal)) return std::numeric_limits<double>::infinity();
        for (std::size_t b = 0; b < beyond.size(); ++b) {
            if (!std::isfinite(beyond[b])) return std::numeric_limits<double>::infinity();
            const double scale = std::max(1e-9, std::fabs(plan_.budgets[b].bound));
            sum += std::max(0.0, beyond[b] / scale);
        }
        return sum;
    }

    /// Goals as the search sees them: those of a point beyond its budgets are worse than any within, and the worse the
    /// farther beyond (Deb's rule).
    std::vector<double> goals_for_search(const Seen& seen) const
    {
        const double beyond = excess(seen);
        if (beyond == 0.0) return means_of(seen.goals);
        const double scale = refused * largest_goal_;
        return std::vector<double>(plan_.goals.size(), std::isfinite(beyond) ? scale * (1.0 + beyond) : 1e3 * scale);
    }

    Matrix judge(const Matrix& cube)
    {
        std::vector<StudyPoint> points, fresh;
        for (std::size_t i = 0; i < cube.rows; ++i) {
            points.push_back(point_at(cube.row(i)));
            const bool asked = tried_.contains(points.back().values) ||
                               std::find(fresh.begin(), fresh.end(), points.back()) != fresh.end();
            if (!asked) fresh.push_back(points.back());
        }
        std::vector<Seen> seen = ask(fresh, 0, plan_.replications);
        for (std::size_t i = 0; i < fresh.size(); ++i) {
            for (const double goal : means_of(seen[i].goals))
                if (std::isfinite(goal) && generation_ == 0) largest_goal_ = std::max(largest_goal_, std::fabs(goal));
            tried_.emplace(fresh[i].values, std::move(seen[i]));
        }
        ++generation_;
        Matrix goals(0, plan_.goals.size());
        for (const StudyPoint& point : points)
            goals.add(goals_for_search(tried_.at(point.values)));
        return goals;
    }

    /// The points worth running again: the front, spread over its length when it is long, and then those that luck may
    /// have kept off it. Without a point within budgets, those nearest to them.
    std::vector<StudyPoint> best() const
    {
        std::vector<StudyPoint> points;
        std::vector<Matrix> goals;
        for (const auto& [values, seen] : tried_)
            if (excess(seen) == 0.0) {
                points.push_back({values});
                goals.push_back(seen.goals);
            }
        if (points.empty()) return nearest_to_budgets();
        const std::vector<ParetoPoint> judged = pareto_front(goals, plan_.seed, 200);
        std::vector<std::size_t> front, others;
        for (std::size_t p = 0; p < points.size(); ++p)
            if (judged[p].on_front || judged[p].probability > 0.0) (judged[p].on_front ? front : others).push_back(p);
        std::stable_sort(front.begin(), front.end(), [&](std::size_t a, std::size_t b) { return judged[a].mean[0] < judged[b].mean[0]; });
        std::stable_sort(others.begin(), others.end(), [&](std::size_t a, std::size_t b) { return judged[a].probability > judged[b].probability; });
        std::vector<StudyPoint> chosen;
        for (const std::size_t k : spread_out(in_shares_of_range(judged, front), plan_.confirmed))
            chosen.push_back(points[front[k]]);
        for (std::size_t k = 0; k < others.size() && chosen.size() < plan_.confirmed; ++k)
            chosen.push_back(points[others[k]]);
        return chosen;
    }

    Matrix in_shares_of_range(std::span<const ParetoPoint> judged, std::span<const std::size_t> which) const
    {
        Matrix shares(which.size(), plan_.goals.size());
        for (std::size_t g = 0; g < plan_.goals.size(); ++g) {
            double low = std::numeric_limits<double>::infinity(), high = -low;
            for (const std::size_t p : which) {
                low = std::min(low, judged[p].mean[g]);
                high = std::max(high, judged[p].mean[g]);
            }
            for (std::size_t k = 0; k < which.size() && high > low; ++k)
                shares(k, g) = (judged[which[k]].mean[g] - low) / (high - low);
        }
        return shares;
    }

    std::vector<StudyPoint> nearest_to_budgets() const
    {
        std::vector<std::pair<double, const std::vector<double>*>> ranked;
        for (const auto& [values, seen] : tried_)
            if (std::isfinite(excess(seen))) ranked.emplace_back(excess(seen), &values);
        std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<StudyPoint> chosen;
        for (std::size_t k = 0; k < std::min(ranked.size(), plan_.confirmed); ++k)
            chosen.push_back({*ranked[k].second});
        return chosen;
    }

    void confirm()
    {
        for (const auto& [values, seen] : tried_)
            outcome_.within_budgets += excess(seen) == 0.0;
        generation_ = plan_.generations + 1;
        const std::vector<StudyPoint> points = best();
        const std::vector<Seen> seen = ask(points, plan_.replications, plan_.confirming);
        std::vector<std::size_t> all(static_cast<std::size_t>(plan_.confirming));
        std::iota(all.begin(), all.end(), std::size_t{0});
        const auto [front, within] = front_over(seen, all);
        std::vector<double> on_front(seen.size()), in_budget(seen.size());
        for (std::uint32_t resample = 0; resample < resamples; ++resample) {
            const auto [now, fits] = front_over(seen, resampled(all.size(), plan_.seed, resample));
            for (std::size_t p = 0; p < seen.size(); ++p) {
                on_front[p] += now[p];
                in_budget[p] += fits[p];
            }
        }
        for (std::size_t p = 0; p < seen.size(); ++p)
            outcome_.points.push_back(described(points[p], seen[p], front[p], on_front[p] / resamples, in_budget[p] / resamples));
        std::stable_sort(outcome_.points.begin(), outcome_.points.end(), [](const OptimisedPoint& a, const OptimisedPoint& b) {
            return std::pair(!a.on_front, -a.probability) < std::pair(!b.on_front, -b.probability);
        });
    }

    /// Which points stand on the front, and which keep within budgets, by the means over these replications.
    std::pair<std::vector<bool>, std::vector<bool>> front_over(std::span<const Seen> seen, std::span<const std::size_t> replications) const
    {
        Matrix goals(0, plan_.goals.size());
        std::vector<bool> within;
        for (const Seen& one : seen) {
            Seen chosen{Matrix(0, plan_.goals.size()), Matrix(0, plan_.budgets.size())};
            for (const std::size_t r : replications) {
                chosen.goals.add(one.goals.row(r));
                chosen.beyond.add(one.beyond.row(r));
            }
            within.push_back(excess(chosen) == 0.0);
            std::vector<double> mean = means_of(chosen.goals);
            if (!within.back()) std::fill(mean.begin(), mean.end(), std::numeric_limits<double>::quiet_NaN());
            goals.add(mean);
        }
        return {non_dominated(goals), within};
    }

    OptimisedPoint described(const StudyPoint& point, const Seen& seen, bool front, double probability, double within) const
    {
        OptimisedPoint result{point, means_of(seen.goals), {}, means_of(seen.beyond), within, front, probability};
        for (std::size_t g = 0; g < plan_.goals.size(); ++g) {
            const double sign = plan_.goals[g].more_is_better ? -1.0 : 1.0;
            result.mean[g] *= sign;
            std::vector<double> values;
            for (std::size_t r = 0; r < seen.goals.rows; ++r)
                values.push_back(sign * seen.goals(r, g));
            result.interval.push_back(mean_interval(values));
        }
        for (std::size_t b = 0; b < plan_.budgets.size(); ++b)
            result.spent[b] = plan_.budgets[b].bound + (plan_.budgets[b].at_least ? -result.spent[b] : result.spent[b]);
        return result;
    }

    std::span<const StudyFactor> factors_;
    const OptimisationPlan& plan_;
    const Evaluate& evaluate_;
    const std::function<void(const OptimisationProgress&)>& progress_;
    OptimisationOutcome outcome_;
    std::map<std::vector<double>, Seen> tried_; ///< in order of values: the same whatever order they came in
    double largest_goal_ = 1.0;
    std::size_t asked_ = 0;
    int generation_ = 0;
};

} // namespace

std::size_t cost_of(const OptimisationPlan& plan)
{
    const std::size_t searched = plan.population * (static_cast<std::size_t>(plan.generations) + 1) * static_cast<std::size_t>(plan.replications);
    return searched + plan.confirmed * static_cast<std::size_t>(plan.confirming);
}

OptimisationOutcome optimise(std::span<const StudyFactor> factors, const OptimisationPlan& plan, const Evaluate& evaluate,
                             const std::function<void(const OptimisationProgress&)>& progress)
{
    return Optimisation(factors, plan, evaluate, progress).run();
}

} // namespace samspil
