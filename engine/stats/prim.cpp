// SPDX-License-Identifier: MPL-2.0
#include "engine/stats/prim.hpp"

#include "engine/base/errors.hpp"

#include <boost/math/special_functions/beta.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace samspil {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// P(Binomial(n, p) >= k).
double chance_of_at_least(double k, double n, double p)
{
    if (k <= 0.0 || p >= 1.0) return 1.0;
    return p <= 0.0 ? 0.0 : boost::math::ibeta(k, n - k + 1.0, p);
}

class Search {
public:
    Search(const Matrix& points, std::span<const double> cases, const PrimOptions& options)
        : points_(points), cases_(cases), options_(options)
    {
        for (const double c : cases)
            all_cases_ += c;
    }

    /// Counts what is inside and works out the shares.
    void measure(PrimBox& box) const
    {
        box.points = 0;
        box.cases = 0.0;
        for (std::size_t i = 0; i < points_.rows; ++i)
            if (box.contains(points_.row(i))) {
                ++box.points;
                box.cases += cases_[i];
            }
        box.coverage = all_cases_ > 0.0 ? box.cases / all_cases_ : 0.0;
        box.density = box.points > 0 ? box.cases / static_cast<double>(box.points) : 0.0;
        box.support = points_.rows > 0 ? static_cast<double>(box.points) / static_cast<double>(points_.rows) : 0.0;
    }

    PrimBox everything() const
    {
        PrimBox box;
        box.low.assign(points_.columns, -infinity);
        box.high.assign(points_.columns, infinity);
        box.quasi_p.assign(points_.columns, 1.0);
        measure(box);
        return box;
    }

    /// The slice whose loss raises the density most for each point it takes; none below the least support.
    std::optional<PrimBox> peeled(const PrimBox& box) const
    {
        std::optional<PrimBox> best;
        double best_gain = -infinity;
        std::vector<std::size_t> inside;
        for (std::size_t i = 0; i < points_.rows; ++i)
            if (box.contains(points_.row(i))) inside.push_back(i);
        const std::size_t n = inside.size();
        const auto least = std::max(1.0, options_.least_support * static_cast<double>(points_.rows));
        const auto slice = std::max<std::size_t>(1, static_cast<std::size_t>(options_.peel * static_cast<double>(n)));
        for (std::size_t j = 0; j < points_.columns; ++j) {
            const auto value = [&](std::size_t i) { return points_(i, j); };
            std::sort(inside.begin(), inside.end(), [&](std::size_t a, std::size_t b) { return value(a) < value(b); });
            for (const bool from_below : {true, false}) {
                // k-th point from the end that is peeled
                const auto at = [&](std::size_t k) { return inside[from_below ? k : n - 1 - k]; };
                std::size_t taken = 0;
                double lost = 0.0;
                while (taken < n && (taken < slice || value(at(taken)) == value(at(taken - 1))))
                    lost += cases_[at(taken++)];
                const auto left = static_cast<double>(n - taken);
                if (taken == n || left < least) continue;
                const double gain = ((box.cases - lost) / left - box.density) / static_cast<double>(taken);
                if (!(gain > best_gain)) continue;
                best_gain = gain;
                best = box;
                (from_below ? best->low : best->high)[j] = 0.5 * (value(at(taken - 1)) + value(at(taken)));
            }
        }
        if (best) measure(*best);
        return best;
    }

    double worth(const PrimBox& box) const
    {
        if (options_.worth == PrimWorth::coverage_times_density) return box.coverage * box.density;
        const double others = static_cast<double>(points_.rows) - all_cases_;
        return others > 0.0 ? box.coverage - (static_cast<double>(box.points) - box.cases) / others : 0.0;
    }

    /// Moves limits outwards, a slice at a time, as long as the worth rises.
    void paste(PrimBox& box) const
    {
        for (bool better = true; better;) {
            better = false;
            PrimBox best = box;
            for (std::size_t j = 0; j < points_.columns; ++j)
                for (const bool below : {true, false}) {
                    if (std::isinf((below ? box.low : box.high)[j])) continue;
                    PrimBox wider = box;
                    (below ? wider.low : wider.high)[j] = moved_outwards(box, j, below);
                    measure(wider);
                    if (worth(wider) > worth(best)) best = wider, better = true;
                }
            box = best;
        }
    }

    /// Drops, weakest first, the limits of dimensions that luck explains or that cost nothing to lose.
    void drop(PrimBox& box) const
    {
        const double bound = options_.significance / (2.0 * static_cast<double>(points_.columns));
        while (true) {
            std::size_t weakest = points_.columns;
            double largest = -1.0;
            for (std::size_t j = 0; j < points_.columns; ++j) {
                box.quasi_p[j] = 1.0;
                if (!box.limits(j)) continue;
                const PrimBox without = unlimited(box, j);
                box.quasi_p[j] = chance_of_at_least(box.cases, static_cast<double>(box.points), without.density);
                const double weakness = worth(without) >= worth(box) ? 2.0 : box.quasi_p[j];
                if (weakness > largest) largest = weakness, weakest = j;
            }
            if (weakest == points_.columns || largest <= bound) return;
            box = unlimited(box, weakest);
        }
    }

private:
    PrimBox unlimited(PrimBox box, std::size_t j) const
    {
        box.low[j] = -infinity;
        box.high[j] = infinity;
        measure(box);
        return box;
    }

    double moved_outwards(const PrimBox& box, std::size_t j, bool below) const
    {
        PrimBox open = box;
        (below ? open.low : open.high)[j] = below ? -infinity : infinity;
        std::vector<double> beyond; // nearest first, seen from the limit
        for (std::size_t i = 0; i < points_.rows; ++i)
            if (open.contains(points_.row(i)) && !box.contains(points_.row(i))) beyond.push_back(points_(i, j));
        std::sort(beyond.begin(), beyond.end());
        if (below) std::reverse(beyond.begin(), beyond.end());
        auto k = std::max<std::size_t>(1, static_cast<std::size_t>(options_.peel * static_cast<double>(box.points)));
        while (k < beyond.size() && beyond[k] == beyond[k - 1])
            ++k;
        if (k >= beyond.size()) return below ? -infinity : infinity;
        return 0.5 * (beyond[k - 1] + beyond[k]);
    }

    const Matrix& points_;
    std::span<const double> cases_;
    const PrimOptions& options_;
    double all_cases_ = 0.0;
};

} // namespace

bool PrimBox::limits(std::size_t j) const { return std::isfinite(low[j]) || std::isfinite(high[j]); }

std::size_t PrimBox::limited_dimensions() const
{
    std::size_t count = 0;
    for (std::size_t j = 0; j < low.size(); ++j)
        count += limits(j);
    return count;
}

bool PrimBox::contains(std::span<const double> point) const
{
    for (std::size_t j = 0; j < low.size(); ++j)
        if (!(low[j] < point[j] && point[j] < high[j])) return false;
    return true;
}

PrimResult prim(const Matrix& points, std::span<const double> cases, const PrimOptions& options)
{
    SAMSPIL_EXPECT(points.rows == cases.size(), "every point is a case or not");
    SAMSPIL_EXPECT(options.peel > 0.0 && options.peel < 1.0, "a slice is a part of the box");
    Matrix known(0, points.columns);
    std::vector<double> known_cases;
    for (std::size_t i = 0; i < points.rows; ++i) {
        if (std::isnan(cases[i])) continue;
        SAMSPIL_EXPECT(cases[i] == 0.0 || cases[i] == 1.0, "a point is a case or not");
        known.add(points.row(i));
        known_cases.push_back(cases[i]);
    }
    const Search search(known, known_cases, options);
    PrimResult result;
    result.left_out = points.rows - known.rows;
    result.trajectory.push_back(search.everything());
    result.points = known.rows;
    result.cases = result.trajectory.front().cases;
    while (const auto next = search.peeled(result.trajectory.back()))
        result.trajectory.push_back(*next);
    result.box = *std::max_element(result.trajectory.begin(), result.trajectory.end(), [&](const PrimBox& a, const PrimBox& b) {
        return search.worth(a) < search.worth(b); // the first of equals: the larger box
    });
    search.paste(result.box);
    search.drop(result.box);
    search.paste(result.box); // what a dropped limit had hidden
    search.drop(result.box);
    return result;
}

} // namespace samspil
