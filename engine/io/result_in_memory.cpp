// SPDX-License-Identifier: MPL-2.0
#include "engine/io/result_in_memory.hpp"

#include "engine/io/build_info.hpp"
#include "engine/io/say.hpp"

#include <algorithm>
#include <string_view>

namespace samspil {
namespace {

void add_fields(std::vector<AssumptionRow>& rows, const std::string& group, std::span<const Field> fields,
                const void* values)
{
    for (const Field& field : fields) {
        AssumptionRow row;
        row.group = group;
        row.key = field.key;
        row.value = field.access.read(values);
        if (field.kind == Kind::choice) {
            const auto index = static_cast<std::size_t>(row.value);
            if (index < field.choices.size()) row.choice = field.choices[index].id;
        }
        row.unit = field.unit;
        row.tag = id_of(field.tag);
        row.source = field.source;
        row.label = text_of(field.label);
        row.prior_low = field.prior_low;
        row.prior_high = field.prior_high;
        rows.push_back(std::move(row));
    }
}

std::size_t axis_size(Axis axis, const Scenario& scenario)
{
    switch (axis) {
    case Axis::centre:
        return scenario.centres.size();
    case Axis::offer:
        return offer_count;
    case Axis::neighbourhood:
        return scenario.neighbourhoods.size();
    case Axis::level:
        return 4;
    case Axis::account:
        return account_count;
    default:
        return offer_count + 1;
    }
}

} // namespace

std::vector<AssumptionRow> assumption_rows(const Scenario& scenario)
{
    std::vector<AssumptionRow> rows;
    const auto sort_from = [&](std::size_t first) {
        std::sort(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.end(),
                  [](const AssumptionRow& a, const AssumptionRow& b) { return a.key < b.key; });
    };
    add_fields(rows, "assumptions", parameter_fields(), &scenario.assumptions);
    sort_from(0);
    std::size_t first = rows.size();
    add_fields(rows, "policy", policy_fields(), &scenario.policy);
    sort_from(first);
    first = rows.size();
    add_fields(rows, "organisation", organisation_fields(), &scenario.organisation);
    AssumptionRow model;
    model.group = "organisation";
    model.key = "model";
    model.choice = scenario.organisation.model;
    model.label = {"organisationsmodel", "organisation model"};
    rows.push_back(std::move(model));
    sort_from(first);
    first = rows.size();
    add_fields(rows, "mechanisms", mechanism_fields(), &scenario.mechanisms);
    sort_from(first);
    return rows;
}

std::vector<TargetRow> target_rows(const Scenario& scenario)
{
    std::vector<TargetRow> rows;
    for (const Target& t : scenario.targets)
        rows.push_back({t.id, t.label, t.target, t.low, t.high, t.unit, t.calibrate,
                        std::string(id_of(t.provenance.tag)), t.provenance.source});
    return rows;
}

std::vector<FactRow> fact_rows(const Scenario& scenario)
{
    std::vector<FactRow> rows;
    for (const Fact& f : scenario.facts)
        rows.push_back({f.id, f.label, f.value, f.unit, std::string(id_of(f.provenance.tag)), f.provenance.source});
    return rows;
}

ResultMetadata metadata_of(const LoadedScenario& loaded, std::uint32_t seed, int replications)
{
    const Scenario& scenario = loaded.scenario;
    const BuildInfo& program = build_info();
    ResultMetadata about;
    about.format_version = result_format_version;
    about.origin.program_version = program.version;
    about.origin.commit = program.commit;
    about.origin.build = program.build;
    about.origin.created = timestamp();
    about.origin.resolved_text = loaded.resolved_text;
    for (const InputDigest& input : loaded.inputs)
        about.origin.inputs.push_back({input.path, input.digest});
    if (!loaded.inputs.empty())
        about.origin.scenario_path = (loaded.project / loaded.inputs.front().path).lexically_normal().string();
    about.scenario_id = scenario.id;
    about.title = scenario.title;
    about.seed = seed;
    about.replications = replications;
    about.weeks = scenario.period.weeks;
    about.burn_in_weeks = scenario.period.burn_in_weeks;
    about.start = format_date(scenario.period.start);
    about.goals = scenario.goals;
    return about;
}

std::vector<std::size_t> series_axes(const SeriesInfo& series, const Scenario& scenario)
{
    std::vector<std::size_t> extents;
    for (const Axis axis : series.axes)
        extents.push_back(axis_size(axis, scenario));
    return extents;
}

GroupTable group_table(Dimension dimension, const Grouping& grouping,
                       std::span<const ReplicationResult* const> replications)
{
    GroupTable table{dimension, {}, grouping.members(dimension), replications.size(), {}};
    for (const GroupKpi& kpi : group_kpis())
        table.kpis.emplace_back(kpi.about.id);
    for (const ReplicationResult* replication : replications) {
        const auto& values = replication->groups[static_cast<std::size_t>(dimension)];
        table.values.insert(table.values.end(), values.begin(), values.end());
    }
    return table;
}

} // namespace samspil
