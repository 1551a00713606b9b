// SPDX-License-Identifier: MPL-2.0
// Questions and answers as values: what a factor may be, how an option at a point is named, how answers are read.
#include "engine/experiment/evaluation.hpp"

#include "engine/base/digest.hpp"
#include "engine/base/errors.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include <fmt/format.h>

namespace samspil {
namespace {

bool acts(const StudyFactor& factor, std::size_t option) { return factor.acts_on.empty() || factor.acts_on.at(option) != 0; }

} // namespace

std::string written_value(const StudyFactor& factor, double value)
{
    if (!factor.words.empty()) return factor.words.at(static_cast<std::size_t>(std::llround(value)));
    if (factor.integer) return fmt::format("{}", std::llround(value));
    return fmt::format("{}", value);
}

double value_at_share(const StudyFactor& factor, double share)
{
    const auto one_of = [&](std::size_t n) { return std::min(n - 1, static_cast<std::size_t>(share * static_cast<double>(n))); };
    if (!factor.values.empty()) return factor.values[one_of(factor.values.size())];
    if (!factor.words.empty()) return static_cast<double>(one_of(factor.words.size()));
    if (!factor.integer) return std::clamp(factor.low + share * (factor.high - factor.low), factor.low, factor.high);
    // Each whole number has the same share of [0, 1].
    return std::min(factor.high, factor.low + std::floor(share * (factor.high - factor.low + 1)));
}

double Evaluation::at(std::size_t point, std::size_t option, int replication, std::size_t kpi) const
{
    const auto r = static_cast<std::size_t>(replication), n = static_cast<std::size_t>(replications);
    return values.at(((point * options + option) * n + r) * kpi_table().size() + kpi);
}

std::vector<double> Evaluation::kpi(std::size_t point, std::size_t option, std::size_t kpi) const
{
    std::vector<double> out;
    for (int r = 0; r < replications; ++r) out.push_back(at(point, option, r, kpi));
    return out;
}

std::vector<double> Evaluation::paired(std::size_t point, std::size_t option, std::size_t kpi) const
{
    std::vector<double> out;
    for (int r = 0; r < replications; ++r) out.push_back(at(point, option, r, kpi) - at(point, 0, r, kpi));
    return out;
}

Evaluation::Pairs Evaluation::pairs(std::size_t point, std::size_t option, std::size_t kpi) const
{
    std::set<int> failed;
    auto one = std::lower_bound(failures.begin(), failures.end(), point, [](const EvaluationFailure& f, std::size_t p) { return f.point < p; });
    for (; one != failures.end() && one->point == point; ++one) {
        if (one->option == 0 || one->option == option) failed.insert(one->replication);
    }
    Pairs left;
    for (int r = 0; r < replications; ++r) {
        if (failed.contains(r)) continue;
        left.base.push_back(at(point, 0, r, kpi));
        left.option.push_back(at(point, option, r, kpi));
    }
    return left;
}

double mean_of(std::span<const double> values)
{
    double sum = 0;
    std::size_t n = 0;
    for (const double value : values) {
        if (std::isnan(value)) continue;
        sum += value;
        ++n;
    }
    return n == 0 ? std::numeric_limits<double>::quiet_NaN() : sum / static_cast<double>(n);
}

EvaluationKey key_of(const EvaluationSubject& subject, std::size_t option, const StudyPoint& point)
{
    SAMSPIL_EXPECT(point.values.size() == subject.factors.size(), "a point has a value for every factor");
    std::string text = fmt::format("{}\n{}\n{}\n", subject.options.at(option), subject.seed, subject.weeks);
    for (std::size_t f = 0; f < subject.factors.size(); ++f) {
        const StudyFactor& factor = subject.factors[f];
        if (acts(factor, option)) text += fmt::format("{}={}\n", factor.path, written_value(factor, point.values[f]));
    }
    const std::string digest = sha256(text);
    return {std::stoull(digest.substr(0, 16), nullptr, 16), std::stoull(digest.substr(16, 16), nullptr, 16)};
}

std::size_t distinct(const EvaluationSubject& subject, std::span<const StudyPoint> points)
{
    std::set<EvaluationKey> keys;
    for (const StudyPoint& point : points) {
        for (std::size_t o = 0; o < subject.options.size(); ++o) keys.insert(key_of(subject, o, point));
    }
    return keys.size();
}

} // namespace samspil
