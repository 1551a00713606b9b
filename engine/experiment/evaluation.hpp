// SPDX-License-Identifier: MPL-2.0
// What every study asks: the KPIs of each option at each design point, replication by replication. A study (sweep,
// Morris, Sobol', calibration, optimisation) is an algorithm that only asks; what was answered before is remembered, so
// that an interrupted study is finished by asking the same again.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/experiment/study.hpp"
#include "engine/model/fields.hpp"
#include "engine/model/indicators.hpp"
#include "engine/model/scenario.hpp"

#include <atomic>
#include <compare>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace samspil {

/// One dimension of a design: a path of choices or assumptions, as `-s` takes it, and where it may lie.
struct StudyFactor {
    std::string path;               ///< "assumptions.h_c", "policy.visitation_rule", "interventions.1.params.persons"
    double low = 0, high = 1;       ///< range, in the unit of the value
    bool integer = false;           ///< values are rounded to whole numbers
    std::vector<double> values;     ///< the only values it may have, ascending; empty: all of the range
    std::vector<std::string> words; ///< not a number: the value is an index of these; low 0, high size - 1, integer
    std::vector<char> acts_on;      ///< by option: whether the value is set there; empty: in every option
    Label label;                    ///< of the field; may be empty
    std::string unit;
    Evidence tag = Evidence::assumed;
};

/// The value as `-s PATH=` takes it.
std::string written_value(const StudyFactor& factor, double value);

/// From [0, 1] to a value of the factor: linear, rounded for an integer, one of `values` or `words` with equal shares.
double value_at_share(const StudyFactor& factor, double share);

/// Values by factor, in the factor's own unit.
struct StudyPoint {
    std::vector<double> values;
    bool operator==(const StudyPoint&) const = default;
};

/// A failed replication; the values of its KPIs are NaN.
struct EvaluationFailure {
    std::size_t point = 0, option = 0;
    int replication = 0;
    Text cause;
    bool operator==(const EvaluationFailure&) const = default;
};

/// Answers in the order of the question, whatever order they were found in.
struct Evaluation {
    std::size_t points = 0, options = 0; ///< option 0 is the base
    int replications = 0;
    std::vector<double> values;              ///< [point][option][replication][kpi of kpi_table()]; NaN: undefined, failed, not reached
    std::vector<EvaluationFailure> failures; ///< in order of point, option, replication
    bool stopped = false;                    ///< `stop` was set before all was answered
    int complete = 0;          ///< replications 0 .. complete-1 have values at every point and option: a failure makes no whole round
    std::size_t computed = 0;  ///< replications run now; the others were remembered
    double citizen_weeks = 0, seconds = 0; ///< of what was computed

    double at(std::size_t point, std::size_t option, int replication, std::size_t kpi) const;
    /// One value a replication; NaN as above.
    std::vector<double> kpi(std::size_t point, std::size_t option, std::size_t kpi) const;
    /// option - option 0, one value a replication; NaN where either is.
    std::vector<double> paired(std::size_t point, std::size_t option, std::size_t kpi) const;
    /// Option 0 and the option over the replications that failed in neither: what is NaN there is undefined.
    struct Pairs {
        std::vector<double> base, option;
    };
    Pairs pairs(std::size_t point, std::size_t option, std::size_t kpi) const;
};

/// What an algorithm is given: a question and how many replications of it. Never throws for a point that cannot be run.
using Evaluate = std::function<Evaluation(std::span<const StudyPoint> points, int replications)>;

/// Mean over the defined replications; NaN when there are none.
double mean_of(std::span<const double> values);

/// Names an option at a point: the same for the same scenario text, set paths and values, seed and length, else different.
struct EvaluationKey {
    std::uint64_t high = 0, low = 0;
    auto operator<=>(const EvaluationKey&) const = default;
};

/// Where answers are remembered. Both are called by one thread at a time; both may be empty.
struct EvaluationMemory {
    std::function<std::optional<std::vector<double>>(const EvaluationKey&, int replication)> recall;
    std::function<void(const EvaluationKey&, int replication, std::span<const double> kpis)> keep; ///< no values: it failed
};

/// Thrown where a point makes no valid scenario.
struct PointRefused : std::runtime_error {
    explicit PointRefused(Text why) : std::runtime_error(why.en), cause(std::move(why)) {}
    Text cause;
};

/// What is asked about.
struct EvaluationSubject {
    std::vector<StudyFactor> factors;
    std::vector<std::string> options; ///< a digest of each option's scenario and its inputs, for the keys
    std::uint32_t seed = 1;
    int weeks = 0;                    ///< as in the keys; 0: each scenario's own
    /// The scenario of an option with the values of a point. What it throws is the cause of a failure. Thread-safe.
    std::function<std::shared_ptr<const Scenario>(std::size_t option, const StudyPoint& point)> scenario;
    /// The seed of a point, where points are not to share their chance (nation.hpp); empty: `seed`. Points that differ in
    /// seed are not bundled: some factor is no date.
    std::function<std::uint32_t(const StudyPoint& point)> seed_of{};
    /// What a replication of a point costs beside that of another; empty: the same everywhere. The dearest are begun first,
    /// so that none of them is what everybody waits for in the end.
    std::function<double(const StudyPoint& point)> cost_of{};
    bool keeps_scenarios = true; ///< between replications; false where making one is little beside keeping many
};

EvaluationKey key_of(const EvaluationSubject& subject, std::size_t option, const StudyPoint& point);

/// How many different options-at-points there are: what every replication costs.
std::size_t distinct(const EvaluationSubject& subject, std::span<const StudyPoint> points);

/// Asks: replication 0 of every option at every point, then replication 1, ...; options (and neighbouring points) that
/// share their past share it, and what is the same at several points is run once. Values do not depend on the number of
/// threads. What `memory.keep` throws is thrown on. A crew shares the tasks (Answering in answering.hpp is its other side).
Evaluation evaluate(const EvaluationSubject& subject, std::span<const StudyPoint> points, int replications,
                    const Workers& workers, const EvaluationMemory& memory,
                    const std::function<void(const StudyProgress&)>& progress, const std::atomic<bool>& stop,
                    Crew* crew = nullptr);

} // namespace samspil
