// SPDX-License-Identifier: MPL-2.0
#include "viewer/live/live_result.hpp"

#include "engine/io/result_in_memory.hpp"

#include <algorithm>

namespace samspil::viewer {

std::string live_key(int slot) { return slot == 0 ? "live/base" : "live/" + std::to_string(slot); }

LiveResult::LiveResult(std::string key, std::shared_ptr<const LoadedScenario> loaded, std::uint32_t seed, int wanted)
    : loaded_(std::move(loaded)), grouping_(loaded_->scenario)
{
    const Scenario& scenario = loaded_->scenario;
    blank_.key = std::move(key);
    blank_.metadata = metadata_of(*loaded_, seed, 0);
    blank_.metadata.origin.run_id = "live";
    blank_.wanted = wanted;
    blank_.live = true;
    blank_.centres = centre_rows(scenario, grouping_);
    blank_.neighbourhoods = neighbourhood_rows(scenario, grouping_);
    blank_.assumptions = assumption_rows(scenario);
    blank_.targets = target_rows(scenario);
    blank_.facts = fact_rows(scenario);
    blank_.outlines = {loaded_, &loaded_->outlines};
    blank_.units = unit_rows(scenario);
    blank_.organisations = organisation_rows(scenario);
    blank_.interventions = intervention_rows(scenario);
}

ResultPtr LiveResult::result(const Replications& replications, int weeks) const
{
    auto result = std::make_shared<Result>(blank_);
    result->replications = result->metadata.replications = static_cast<int>(replications.size());
    result->early = weeks < loaded_->scenario.period.weeks;
    result->metadata.weeks = weeks;
    result->kpis.resize(kpi_table().size());
    for (std::size_t k = 0; k < result->kpis.size(); ++k) {
        for (const auto& replication : replications)
            result->kpis[k].push_back(replication->kpis[k]);
    }
    return result;
}

std::shared_ptr<const Series> LiveResult::series(const SeriesKey& key, const Replications& replications) const
{
    const auto table = series_table();
    const auto info = std::find_if(table.begin(), table.end(),
                                   [&](const SeriesInfo& s) { return s.group == key.group && s.id == key.id; });
    if (info == table.end()) return nullptr;
    const auto index = static_cast<std::size_t>(info - table.begin());
    auto series = std::make_shared<Series>();
    series->info = &*info;
    series->replications = static_cast<int>(replications.size());
    series->weeks = loaded_->scenario.period.weeks;
    series->axes = series_axes(*info, loaded_->scenario);
    for (const auto& replication : replications) {
        const auto& values = replication->series[index];
        series->values.reserve(values.size() * replications.size());
        series->values.insert(series->values.end(), values.begin(), values.end());
    }
    return series;
}

std::shared_ptr<const GroupTable> LiveResult::groups(Dimension dimension, const Replications& replications) const
{
    std::vector<const ReplicationResult*> all;
    for (const auto& replication : replications)
        all.push_back(replication.get());
    return std::make_shared<const GroupTable>(group_table(dimension, grouping_, all));
}

std::shared_ptr<const Lives> LiveResult::lives(const Replications& replications) const
{
    return std::make_shared<const Lives>(replications.front()->life_courses);
}

} // namespace samspil::viewer
