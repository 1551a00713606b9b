// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/discovery.hpp"

#include "engine/base/errors.hpp"
#include "engine/experiment/comparison.hpp"
#include "engine/stats/prim.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include <fmt/format.h>

namespace samspil {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

constexpr double least_box = 10, least_share = 0.02; ///< points of the smallest box looked for
/// Thin slices see fine limits, thick ones see through chance. Of studies of 120 points and ten factors in which every
/// tenth answer is wrong, slices of 5 % alone missed a planted box in nine of ten, all three together in one of ten.
constexpr std::array peels{0.05, 0.1, 0.2};

double read(const std::string& text)
{
    double value = unknown;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// The greatest value of a column below a limit and the least above it.
std::pair<double, double> neighbours(const Matrix& points, std::size_t column, double limit)
{
    double below = -std::numeric_limits<double>::infinity(), above = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < points.rows; ++i) {
        const double value = points(i, column);
        if (value < limit) below = std::max(below, value);
        else above = std::min(above, value);
    }
    return {below, above};
}

double tidy(const Matrix& points, std::size_t column, double limit)
{
    if (!std::isfinite(limit)) return limit;
    const auto [below, above] = neighbours(points, column, limit);
    return std::isfinite(below) && std::isfinite(above) ? short_number_between(below, above) : limit;
}

bool holds(const LossBox& box, std::span<const double> point)
{
    for (std::size_t j = 0; j < point.size(); ++j)
        if (!(box.low[j] < point[j] && point[j] < box.high[j])) return false;
    return true;
}

LossBox box_of(const PrimBox& found, const Matrix& points, std::span<const double> cases, std::size_t all_cases)
{
    LossBox box;
    box.quasi_p = 0;
    for (std::size_t j = 0; j < points.columns; ++j) {
        box.low.push_back(tidy(points, j, found.low[j]));
        box.high.push_back(tidy(points, j, found.high[j]));
        if (found.limits(j)) box.quasi_p = std::max(box.quasi_p, found.quasi_p[j]);
    }
    for (std::size_t i = 0; i < points.rows; ++i) {
        if (std::isnan(cases[i]) || !holds(box, points.row(i))) continue;
        ++box.points;
        box.cases += cases[i] > 0 ? 1 : 0;
    }
    box.coverage = static_cast<double>(box.cases) / static_cast<double>(all_cases);
    box.density = box.points > 0 ? static_cast<double>(box.cases) / static_cast<double>(box.points) : 0;
    return box;
}

/// Of the boxes that thin and thick slices find, the one with the largest net coverage; nothing when none has a limit.
std::optional<PrimBox> best_box(const Matrix& points, std::span<const double> cases, std::size_t known, std::size_t all_cases)
{
    const auto n = static_cast<double>(known), losing = static_cast<double>(all_cases);
    std::optional<PrimBox> best;
    double best_worth = 0;
    for (const double peel : peels) {
        PrimOptions options;
        options.worth = PrimWorth::net_coverage;
        options.peel = peel;
        options.least_support = std::max(least_box, least_share * n) / n;
        PrimBox box = prim(points, cases, options).box;
        const double worth = box.coverage - (static_cast<double>(box.points) - box.cases) / (n - losing);
        if (box.limited_dimensions() == 0 || worth <= best_worth) continue;
        best_worth = worth;
        best = std::move(box);
    }
    return best;
}

} // namespace

double short_number_between(double low, double high)
{
    SAMSPIL_EXPECT(low < high, "two numbers in order");
    const double middle = low + (high - low) / 2;
    if (low < 0 && high > 0) return 0;
    for (int digits = 1; digits <= 16; ++digits) {
        const double shorter = read(fmt::format("{:.{}e}", middle, digits - 1));
        if (low < shorter && shorter < high) return shorter;
    }
    return middle;
}

std::vector<double> loss_cases(const Evaluation& answers, std::size_t option, std::size_t kpi, Loss loss, double relevance)
{
    const Kpi& about = kpi_table()[kpi];
    SAMSPIL_EXPECT(about.direction != Direction::none || loss == Loss::above || loss == Loss::below, "no direction, no loss");
    const bool above = loss == Loss::above || (loss == Loss::worse && about.direction == Direction::lower_is_better);
    std::vector<double> cases;
    for (std::size_t p = 0; p < answers.points; ++p) {
        if (loss == Loss::verdict) {
            const Evaluation::Pairs left = answers.pairs(p, option, kpi);
            const KpiDifference found = compare_values(about, left.base, left.option, relevance);
            cases.push_back(!found.verdict ? unknown : *found.verdict == Verdict::worse ? 1 : 0);
            continue;
        }
        const double mean = mean_of(answers.paired(p, option, kpi));
        cases.push_back(std::isnan(mean) ? unknown : (above ? mean > 0 : mean < 0) ? 1 : 0);
    }
    return cases;
}

Matrix matrix_of(std::span<const StudyPoint> points)
{
    Matrix rows;
    for (const StudyPoint& point : points) rows.add(point.values);
    return rows;
}

Discovery discover(const Matrix& points, std::span<const double> cases, std::size_t most)
{
    SAMSPIL_EXPECT(points.rows == cases.size(), "one case a point");
    Discovery found;
    for (const double c : cases) {
        if (std::isnan(c)) ++found.left_out;
        else found.cases += c > 0 ? 1 : 0;
    }
    found.points = cases.size() - found.left_out;
    std::vector<double> left(cases.begin(), cases.end()); // a point inside a box is no longer asked about
    std::size_t left_cases = found.cases, left_points = found.points;
    while (found.boxes.size() < most && found.points >= least_points && left_cases > 0 && left_cases < left_points) {
        const auto best = best_box(points, left, left_points, left_cases);
        if (!best) break;
        LossBox box = box_of(*best, points, left, found.cases);
        if (box.points == 0 || box.density <= static_cast<double>(left_cases) / static_cast<double>(left_points)) break;
        for (std::size_t i = 0; i < points.rows; ++i)
            if (holds(box, points.row(i))) left[i] = unknown;
        left_cases -= box.cases;
        left_points -= box.points;
        found.boxes.push_back(std::move(box));
    }
    found.outside = left_points;
    found.outside_density = left_points > 0 ? static_cast<double>(left_cases) / static_cast<double>(left_points) : 0;
    return found;
}

Discovery discover(const Evaluation& answers, std::span<const StudyPoint> points, std::size_t option, std::size_t kpi, Loss loss,
                   std::size_t most, double relevance)
{
    Discovery found = discover(matrix_of(points), loss_cases(answers, option, kpi, loss, relevance), most);
    found.option = option;
    found.kpi = kpi;
    found.loss = loss;
    for (std::size_t p = 0; p < answers.points; ++p) found.even += mean_of(answers.paired(p, option, kpi)) == 0 ? 1 : 0;
    return found;
}

} // namespace samspil
