// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/result.hpp"

#include "engine/base/errors.hpp"
#include "engine/experiment/future_table.hpp"
#include "engine/model/calendar.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace samspil::viewer {

std::size_t Series::cell_count() const { return std::accumulate(axes.begin(), axes.end(), std::size_t{1}, std::multiplies<>()); }

std::int32_t Series::at(int replication, int week, std::size_t cell) const
{
    return values[(static_cast<std::size_t>(replication) * static_cast<std::size_t>(weeks) + static_cast<std::size_t>(week)) * cell_count() + cell];
}

const std::string& title_of(const Result& result, Language language)
{
    const std::string& title = result.metadata.title.in(language);
    return title.empty() ? result.metadata.scenario_id : title;
}

RunFrame frame_of(const Result& result)
{
    const ResultMetadata& m = result.metadata;
    return {m.seed, parse_date(m.start).value_or(0), m.weeks, m.burn_in_weeks, m.covers};
}

std::optional<Text> why_not_comparable(const Result& base, const Result& option)
{
    if (auto why = why_not_paired(frame_of(base), frame_of(option))) return why;
    // Options of one run draw the same; a part does not say what all of them are.
    if (base.metadata.part || option.metadata.part) return std::nullopt;
    if (base.futures != nullptr && option.futures != nullptr && base.replications == option.replications && base.futures_mark == option.futures_mark) return std::nullopt;
    return why_not_same_futures(base.futures.get(), option.futures.get(), static_cast<std::size_t>(std::min(base.replications, option.replications)));
}

namespace {

std::size_t mark_of(const FutureTable& futures)
{
    const auto* bytes = reinterpret_cast<const char*>(futures.values.data());
    std::size_t mark = std::hash<std::string_view>{}({bytes, futures.values.size() * sizeof(double)});
    for (const std::string& key : futures.keys) mark = mark * 31 + std::hash<std::string_view>{}(key);
    return mark;
}

} // namespace

ResultPtr read_result(const std::string& path) { return read_result(open_result(path), path); }

ResultPtr read_result(const ResultFile& file, const std::string& path)
{
    auto result = std::make_shared<Result>();
    result->key = result->path = path;
    result->metadata = file.metadata();
    result->replications = result->wanted = file.metadata().replications;
    for (const Kpi& kpi : kpi_table()) {
        // A file of an older version may lack a KPI: it is undefined there.
        result->kpis.push_back(file.has_kpi(kpi.id) ? file.kpi(kpi.id)
                                                    : std::vector<double>(static_cast<std::size_t>(result->replications), no_prior));
    }
    if (const std::optional<FutureTable> drawn = file.futures()) {
        result->futures = std::make_shared<const FutureTable>(*drawn);
        result->futures_mark = mark_of(*drawn);
    }
    read_tables(*result, file);
    return result;
}

void read_tables(Result& result, const ResultFile& file)
{
    result.centres = file.centres();
    result.neighbourhoods = file.neighbourhoods();
    result.assumptions = file.assumptions();
    result.targets = file.targets();
    result.facts = file.facts();
    result.outlines = std::make_shared<const std::vector<Outline>>(file.outlines());
    result.units = file.units();
    result.organisations = file.organisations();
    result.interventions = file.interventions();
}

KpiColumns columns_of(std::span<const ReplicationResult> replications)
{
    KpiColumns columns(kpi_table().size());
    for (const ReplicationResult& one : replications) {
        SAMSPIL_EXPECT(one.kpis.size() == columns.size(), "a replication has a value for every KPI");
        for (std::size_t k = 0; k < columns.size(); ++k) columns[k].push_back(one.kpis[k]);
    }
    return columns;
}

} // namespace samspil::viewer
