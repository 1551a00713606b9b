// SPDX-License-Identifier: MPL-2.0
// A model made of a formula, asked as studies ask: for algorithms whose answer is to be known beforehand.
#pragma once

#include "engine/experiment/evaluation.hpp"

#include <functional>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace samspil::test {

/// KPIs (index in kpi_table(), value) of one replication at a point.
using MadeModel = std::function<std::vector<std::pair<std::size_t, double>>(std::span<const double> point, int replication)>;

/// One option; every other KPI is undefined. Counts the points asked about, when told where.
inline Evaluate made_evaluation(MadeModel model, std::size_t* asked = nullptr)
{
    return [model = std::move(model), asked](std::span<const StudyPoint> points, int replications) {
        const std::size_t kpis = kpi_table().size();
        Evaluation answers;
        answers.points = points.size();
        answers.options = 1;
        answers.replications = answers.complete = replications;
        answers.values.assign(points.size() * static_cast<std::size_t>(replications) * kpis, std::numeric_limits<double>::quiet_NaN());
        for (std::size_t p = 0; p < points.size(); ++p)
            for (int r = 0; r < replications; ++r)
                for (const auto& [kpi, value] : model(points[p].values, r))
                    answers.values[(p * static_cast<std::size_t>(replications) + static_cast<std::size_t>(r)) * kpis + kpi] = value;
        if (asked != nullptr) *asked += points.size();
        return answers;
    };
}

inline StudyFactor made_factor(std::string path, double low, double high)
{
    StudyFactor factor;
    factor.path = std::move(path);
    factor.low = low;
    factor.high = high;
    return factor;
}

} // namespace samspil::test
