// SPDX-License-Identifier: MPL-2.0
#include "engine/io/study_analysis_file.hpp"

#include "engine/io/result_columns.hpp"

#include <algorithm>

namespace samspil {
namespace {

using namespace layout;
using hdf5::Reader;
using hdf5::Type;

/// Columns of the table of measures that are counts; writer and reader share it.
struct CountColumn {
    const char* name;
    std::size_t Measure::*member;
    Label label;
};
constexpr CountColumn counts[] = {
    {"used", &Measure::used, {"brugte punkter, baner eller blokke", "points, trajectories or blocks used"}},
    {"left_out", &Measure::left_out, {"udeladt, fordi en værdi ikke er bestemt", "left out because a value is undefined"}},
    {"better", &Measure::better, {"punkter hvor valget er bedre", "points where the option is better"}},
    {"tie", &Measure::tie, {"punkter med uafgjort", "points with a tie"}},
    {"worse", &Measure::worse, {"punkter hvor valget er dårligere", "points where the option is worse"}},
    {"undecided", &Measure::undecided, {"punkter uden dom", "points without a verdict"}},
    {"lowest_point", &Measure::lowest_point, {"punktet med den laveste værdi", "point with the lowest value"}},
    {"highest_point", &Measure::highest_point, {"punktet med den højeste værdi", "point with the highest value"}},
};
struct NumberColumn {
    const char* name;
    double Measure::*member;
    Label label;
};
constexpr NumberColumn levels[] = {
    {"mean", &Measure::mean, {"middel over punkter", "mean over points"}},
    {"lowest", &Measure::lowest, {"laveste", "lowest"}},
    {"highest", &Measure::highest, {"højeste", "highest"}},
};

constexpr char limit_column[] = "relevance"; ///< files from before it have none

struct InfluenceColumn {
    std::string name;
    double (*read)(const FactorInfluence&);
    void (*write)(FactorInfluence&, double);
    Label label;
};

std::vector<InfluenceColumn> influence_columns(StudyKind kind)
{
    using I = FactorInfluence;
    const bool morris = kind == StudyKind::morris, sobol = kind == StudyKind::sobol;
    const std::string first = morris ? "mu_star" : sobol ? "total" : "association", second = morris ? "mu" : sobol ? "first" : "rank_correlation";
    std::vector<InfluenceColumn> columns{
        {first, [](const I& i) { return i.influence.value; }, [](I& i, double v) { i.influence.value = v; }, {"indflydelse", "influence"}},
        {second, [](const I& i) { return i.signed_one.value; }, [](I& i, double v) { i.signed_one.value = v; }, {"med fortegn, eller alene", "with its sign, or alone"}}};
    if (!morris && !sobol) return columns;
    columns.push_back({first + "_low", [](const I& i) { return i.influence.low; }, [](I& i, double v) { i.influence.low = v; }, {"95 %-interval fra", "95 % interval from"}});
    columns.push_back({first + "_high", [](const I& i) { return i.influence.high; }, [](I& i, double v) { i.influence.high = v; }, {"95 %-interval til", "95 % interval to"}});
    columns.push_back({second + "_low", [](const I& i) { return i.signed_one.low; }, [](I& i, double v) { i.signed_one.low = v; }, {"95 %-interval fra", "95 % interval from"}});
    columns.push_back({second + "_high", [](const I& i) { return i.signed_one.high; }, [](I& i, double v) { i.signed_one.high = v; }, {"95 %-interval til", "95 % interval to"}});
    if (morris) columns.push_back({"sigma", [](const I& i) { return i.sigma; }, [](I& i, double v) { i.sigma = v; }, {"spredning af virkningen", "spread of the effect"}});
    return columns;
}

} // namespace

void write_analysis(Writer& file, const StudyResult& r)
{
    const auto& measures = r.measures;
    file.make_group("analysis");
    const auto add = [&](const std::string& name, auto reading, Label label) {
        column(file, "analysis/" + name, each(measures, reading), "analysis/measure", same("", label));
    };
    column(file, "analysis/measure", numbered(measures.size()), "analysis/measure", same("", {"et mål i et valg", "one goal of one option"}));
    add("option", [](const Measure& m) { return static_cast<std::int32_t>(m.option); }, {"valg; 0: basis' eget niveau, ellers forskellen til basis", "option; 0: the base's own level, else the difference to the base"});
    add("kpi", [](const Measure& m) { return std::string(kpi_table()[m.kpi].id); }, {"måltal", "indicator"});
    for (const CountColumn& c : counts) add(c.name, [&](const Measure& m) { return static_cast<std::int32_t>(m.*c.member); }, c.label);
    for (const NumberColumn& c : levels) add(c.name, [&](const Measure& m) { return m.*c.member; }, c.label);
    add(limit_column, [](const Measure& m) { return m.relevance; }, {"målets egen grænse for en dom; NaN: måltallets", "the goal's own limit for a verdict; NaN: the indicator's"});
    for (const InfluenceColumn& c : influence_columns(r.kind)) {
        const std::string path = "analysis/" + c.name;
        std::vector<double> values;
        for (const Measure& m : measures) {
            for (const FactorInfluence& one : m.factors) values.push_back(c.read(one));
        }
        file.make_dataset(path, {Type::float64, {measures.size(), r.factors.size()}});
        file.write(path, std::span<const double>(values));
        describe(file, path, same("", c.label));
        file.attach_scale(path, 0, "analysis/measure");
        file.attach_scale(path, 1, "factor/path");
    }
}

void read_analysis(const Reader& file, StudyResult& r)
{
    const auto option = file.read<std::int32_t>("analysis/option");
    const auto kpi = file.read_texts("analysis/kpi");
    r.measures.resize(option.size());
    for (std::size_t m = 0; m < option.size(); ++m) {
        r.measures[m].option = static_cast<std::size_t>(option[m]);
        const auto index = find_kpi(kpi.at(m));
        if (!index || r.measures[m].option >= r.options.size()) file.damaged({"analysis/kpi: ukendt værdi", "analysis/kpi: unknown value"});
        r.measures[m].kpi = *index;
        r.measures[m].factors.resize(r.factors.size());
        if (std::find(r.goals.begin(), r.goals.end(), *index) == r.goals.end()) r.goals.push_back(*index);
    }
    for (const CountColumn& c : counts) {
        const auto values = file.read<std::int32_t>(std::string("analysis/") + c.name);
        for (std::size_t m = 0; m < r.measures.size(); ++m) r.measures[m].*c.member = static_cast<std::size_t>(values.at(m));
    }
    for (const NumberColumn& c : levels) {
        const auto values = file.read<double>(std::string("analysis/") + c.name);
        for (std::size_t m = 0; m < r.measures.size(); ++m) r.measures[m].*c.member = values.at(m);
    }
    if (file.has(std::string("analysis/") + limit_column)) {
        const auto values = file.read<double>(std::string("analysis/") + limit_column);
        for (std::size_t m = 0; m < r.measures.size(); ++m) r.measures[m].relevance = values.at(m);
    }
    for (const InfluenceColumn& c : influence_columns(r.kind)) {
        const auto values = file.read<double>("analysis/" + c.name);
        for (std::size_t m = 0; m < r.measures.size(); ++m) {
            for (std::size_t f = 0; f < r.factors.size(); ++f) c.write(r.measures[m].factors[f], values.at(m * r.factors.size() + f));
        }
    }
}

} // namespace samspil
