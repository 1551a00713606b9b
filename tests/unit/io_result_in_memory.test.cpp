// SPDX-License-Identifier: MPL-2.0
// Rows made of a scenario are those of a result file of the same scenario.
#include "engine/io/result_in_memory.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_result.hpp"

#include <fmt/format.h>

using namespace samspil;

namespace {

using Lines = std::vector<std::string>;

template <class Row, class Said>
Lines lines(const std::vector<Row>& rows, Said said)
{
    Lines all;
    for (const Row& row : rows)
        all.push_back(said(row));
    return all;
}

std::string of_assumption(const AssumptionRow& r)
{
    return fmt::format("{}.{} = {} {} {} {} {} {} {} {} {}", r.group, r.key, r.value, r.choice, r.unit, r.tag, r.source,
                       r.label.da, r.label.en, r.prior_low, r.prior_high);
}
std::string of_target(const TargetRow& r)
{
    return fmt::format("{} {} {} {} {} {} {} {} {} {}", r.id, r.label.da, r.label.en, r.target, r.low, r.high, r.unit,
                       r.calibrate, r.tag, r.source);
}
std::string of_fact(const FactRow& r)
{
    return fmt::format("{} {} {} {} {} {} {}", r.id, r.label.da, r.label.en, r.value, r.unit, r.tag, r.source);
}

LoadedScenario loaded(const std::string& name)
{
    Diagnostics found;
    auto read = load_scenario(std::string(SAMSPIL_SOURCE_DIR) + "/scenarios/" + name, {}, found);
    REQUIRE(read);
    return std::move(*read);
}

} // namespace

TEST_CASE("rows made of a scenario are those of its result file")
{
    const made::Folder folder;
    for (const Scenario& scenario :
         {made::town(), loaded("minimal.yaml").scenario, loaded("aarhus/tre-distrikter.yaml").scenario}) {
        INFO(scenario.id);
        write_result(folder / "result.h5", made::head(scenario, 1), made::replications(scenario, 1));
        const ResultFile file = open_result(folder / "result.h5");
        CHECK(lines(assumption_rows(scenario), of_assumption) == lines(file.assumptions(), of_assumption));
        CHECK(lines(target_rows(scenario), of_target) == lines(file.targets(), of_target));
        CHECK(lines(fact_rows(scenario), of_fact) == lines(file.facts(), of_fact));
        for (const SeriesInfo& series : series_table()) {
            auto extent = series_axes(series, scenario);
            extent.insert(extent.begin(), static_cast<std::size_t>(scenario.period.weeks));
            CHECK(extent == file.series_extent(series.group, series.id));
        }
    }
}

TEST_CASE("groups in memory are those of the file, in order of replications")
{
    const made::Folder folder;
    const Scenario town = made::town();
    const auto replications = made::replications(town, 3);
    write_result(folder / "town.h5", made::head(town, 3), replications);
    const ResultFile file = open_result(folder / "town.h5");
    const Grouping grouping(town);
    const std::vector<const ReplicationResult*> all{&replications[0], &replications[1], &replications[2]};
    for (std::size_t d = 0; d < dimension_count; ++d) {
        const auto dimension = static_cast<Dimension>(d);
        const GroupTable made = group_table(dimension, grouping, all), read = file.groups(dimension);
        CHECK(made.kpis == read.kpis);
        CHECK(made.members == read.members);
        CHECK(made.values == read.values);
        CHECK(made.replications == 3);
    }
}

TEST_CASE("what a result in memory says of itself comes from its scenario and its file")
{
    const LoadedScenario read = loaded("minimal.yaml");
    const ResultMetadata about = metadata_of(read, 7, 3);
    CHECK(about.scenario_id == "minimal");
    CHECK(about.title == read.scenario.title);
    CHECK(about.start == "2021-01-04");
    CHECK(about.weeks == 104);
    CHECK(about.burn_in_weeks == 104);
    CHECK(about.seed == 7);
    CHECK(about.replications == 3);
    CHECK(about.origin.resolved_text == read.resolved_text);
    CHECK(about.origin.scenario_path == std::string(SAMSPIL_SOURCE_DIR) + "/scenarios/minimal.yaml");
    CHECK(about.origin.inputs.size() == read.inputs.size());
    CHECK(about.origin.command.empty());
}
