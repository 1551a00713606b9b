// SPDX-License-Identifier: MPL-2.0
// Does pairing pay? Per KPI, how many times more replications two unpaired runs would need for the same width of
// interval: (Var A + Var B) / Var(A - B), from the replications of two result files, with a bootstrap interval.
#include "engine/base/errors.hpp"
#include "engine/experiment/bootstrap.hpp"
#include "engine/io/result_file.hpp"
#include "engine/stats/intervals.hpp"
#include "engine/stats/quantiles.hpp"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

using namespace samspil;

namespace {

struct Row {
    std::string kpi;
    std::optional<double> factor;
    std::optional<Interval> interval;
    bool identical = false; ///< no replication differs
};

/// Pairs are resampled together, so the statistic sees their indices.
std::optional<Interval> factor_interval(const std::vector<double>& a, const std::vector<double>& b)
{
    std::vector<double> indices(a.size());
    for (std::size_t i = 0; i < indices.size(); ++i)
        indices[i] = static_cast<double>(i);
    std::vector<double> sample_a(a.size()), sample_b(b.size());
    const auto statistic = [&](std::span<const double> drawn) {
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            sample_a[i] = a[static_cast<std::size_t>(drawn[i])];
            sample_b[i] = b[static_cast<std::size_t>(drawn[i])];
        }
        return pairing_factor(sample_a, sample_b).value_or(no_prior);
    };
    constexpr std::uint32_t seed = 1;
    return bootstrap_interval(indices, statistic, seed);
}

Row measure(const Kpi& kpi, const ResultFile& a, const ResultFile& b, std::size_t pairs)
{
    std::vector<double> of_a = a.kpi(kpi.id), of_b = b.kpi(kpi.id);
    of_a.resize(pairs);
    of_b.resize(pairs);
    Row row{std::string(kpi.id), pairing_factor(of_a, of_b), {}, of_a == of_b};
    if (row.factor) row.interval = factor_interval(of_a, of_b);
    return row;
}

void print(const Row& row)
{
    const std::string factor = row.factor      ? fmt::format("{:.1f}", *row.factor)
                               : row.identical ? "identical"
                                               : "undefined";
    const std::string interval =
        row.interval ? fmt::format("{:.1f} to {:.1f}", row.interval->low, row.interval->high) : "";
    fmt::print("{:<36} {:>12} {:>22}\n", row.kpi, factor, interval);
}

void print_median(std::string_view name, std::initializer_list<std::string_view> prefixes, const std::vector<Row>& rows)
{
    std::vector<double> factors;
    for (const Row& row : rows) {
        const bool wanted =
            std::any_of(prefixes.begin(), prefixes.end(), [&](auto p) { return row.kpi.rfind(p, 0) == 0; });
        if (wanted && row.factor) factors.push_back(*row.factor);
    }
    if (factors.empty())
        fmt::print("median {:<29} {:>12}\n", name, "undefined");
    else
        fmt::print("median {:<29} {:>12.1f}   of {} indicators\n", name, median(factors), factors.size());
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        fmt::print(stderr, "benchmark_pairing A.h5 B.h5   two options of one run, at least 200 replications\n");
        return 2;
    }
    try {
        const ResultFile a = open_result(argv[1]), b = open_result(argv[2]);
        const auto &of_a = a.metadata(), &of_b = b.metadata();
        if (of_a.seed != of_b.seed || of_a.weeks != of_b.weeks || of_a.start != of_b.start ||
            of_a.burn_in_weeks != of_b.burn_in_weeks) {
            fmt::print(stderr, "not a pair: seed, start, weeks or burn-in differ\n");
            return 2;
        }
        const auto pairs = static_cast<std::size_t>(std::min(of_a.replications, of_b.replications));
        fmt::print("{} against {}, {} pairs, 95 % bootstrap intervals{}\n\n", of_a.scenario_id, of_b.scenario_id, pairs,
                   pairs < 200 ? " (fewer than the 200 asked for)" : "");
        fmt::print("{:<36} {:>12} {:>22}\n", "(Var A + Var B) / Var(A - B)", "factor", "interval");
        std::vector<Row> rows;
        for (const Kpi& kpi : kpi_table()) {
            if (!a.has_kpi(kpi.id) || !b.has_kpi(kpi.id)) continue;
            rows.push_back(measure(kpi, a, b, pairs));
            print(rows.back());
        }
        fmt::print("\n");
        print_median("reach.* and cost.*", {"reach.", "cost."}, rows);
        print_median("wait.*", {"wait."}, rows);
        return 0;
    } catch (const IoError& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 4;
    }
}
