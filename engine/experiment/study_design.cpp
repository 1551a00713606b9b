// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/study_design.hpp"

#include "engine/base/errors.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace samspil {

std::string_view id_of(DesignKind kind)
{
    static constexpr std::array<std::string_view, 5> ids{"grid", "list", "one_at_a_time", "latin_hypercube", "sobol"};
    return ids[static_cast<std::size_t>(kind)];
}

Label label_of(DesignKind kind)
{
    static constexpr std::array<Label, 5> labels{{{"alle kombinationer", "every combination"},
                                                  {"liste", "list"},
                                                  {"én ad gangen", "one at a time"},
                                                  {"latinsk hyperterning", "Latin hypercube"},
                                                  {"Sobol'-følge", "Sobol' sequence"}}};
    return labels[static_cast<std::size_t>(kind)];
}

std::vector<double> levels_of(const StudyFactor& factor, int steps)
{
    if (!factor.values.empty()) return factor.values;
    std::vector<double> levels;
    if (!factor.words.empty()) {
        for (std::size_t i = 0; i < factor.words.size(); ++i) levels.push_back(static_cast<double>(i));
        return levels;
    }
    for (int i = 0; i < steps; ++i) {
        const double share = steps == 1 ? 0.5 : static_cast<double>(i) / (steps - 1);
        double value = share == 1 ? factor.high : factor.low + share * (factor.high - factor.low);
        if (factor.integer) value = std::round(value);
        if (levels.empty() || levels.back() != value) levels.push_back(value);
    }
    return levels;
}

std::size_t grid_size(std::span<const StudyFactor> factors, int steps)
{
    std::size_t n = 1;
    for (const StudyFactor& factor : factors) n = std::min<std::size_t>(1'000'000'000, n * levels_of(factor, steps).size());
    return n;
}

std::vector<StudyPoint> grid_points(std::span<const StudyFactor> factors, int steps)
{
    std::vector<StudyPoint> points{StudyPoint{}};
    for (const StudyFactor& factor : factors) {
        std::vector<StudyPoint> longer;
        for (const StudyPoint& point : points) {
            for (const double value : levels_of(factor, steps)) {
                longer.push_back(point);
                longer.back().values.push_back(value);
            }
        }
        points = std::move(longer);
    }
    return points;
}

std::vector<StudyPoint> one_at_a_time_points(std::span<const StudyFactor> factors, const StudyPoint& centre, int steps)
{
    SAMSPIL_EXPECT(centre.values.size() == factors.size(), "the centre has a value for every factor");
    std::vector<StudyPoint> points{centre};
    for (std::size_t f = 0; f < factors.size(); ++f) {
        for (const double value : levels_of(factors[f], steps)) {
            if (value == centre.values[f]) continue;
            points.push_back(centre);
            points.back().values[f] = value;
        }
    }
    return points;
}

std::vector<StudyPoint> in_units(std::span<const StudyFactor> factors, const Matrix& cube)
{
    SAMSPIL_EXPECT(cube.columns == factors.size(), "a design has a column for every factor");
    std::vector<StudyPoint> points(cube.rows);
    for (std::size_t p = 0; p < cube.rows; ++p) {
        for (std::size_t f = 0; f < factors.size(); ++f) points[p].values.push_back(value_at_share(factors[f], cube(p, f)));
    }
    return points;
}

} // namespace samspil
