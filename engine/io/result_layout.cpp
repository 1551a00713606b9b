// SPDX-License-Identifier: MPL-2.0
// Writes the layout that result_file.cpp reads: head and tables once (result_tables.cpp), then one slot a replication.
#include "engine/base/errors.hpp"
#include "engine/io/hdf5.hpp"
#include "engine/io/result_columns.hpp"
#include "engine/io/result_file.hpp"
#include "engine/io/result_in_memory.hpp"
#include "engine/io/say.hpp"
#include "engine/model/groups.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil {
namespace {

using namespace layout;
using hdf5::Shape;
using hdf5::Type;

std::string path_of(const SeriesInfo& series) { return fmt::format("{}/{}", series.group, series.id); }
std::string path_of(const DimensionInfo& dimension) { return fmt::format("groups/{}", dimension.id); }
std::string path_of(const Kpi& kpi) { return fmt::format("kpi/{}", kpi.id); }

void describe_kpis(Writer& file)
{
    static constexpr std::string_view directions[] = {"none", "higher_is_better", "lower_is_better"};
    static constexpr std::string_view kinds[] = {"absolute", "share_of_base"};
    for (const Kpi& kpi : kpi_table()) {
        const std::string path = path_of(kpi);
        describe(file, path, {kpi.unit, kpi.label, kpi.description});
        file.set_attribute(path, "direction", directions[static_cast<int>(kpi.direction)]);
        file.set_attribute(path, "relevance", kpi.relevance);
        file.set_attribute(path, "relevance_kind", kinds[static_cast<int>(kpi.relevance_kind)]);
        file.attach_scale(path, 0, "replication");
    }
}

void describe_series(Writer& file)
{
    for (const SeriesInfo& series : series_table()) {
        const std::string path = path_of(series);
        describe(file, path, {series.unit, series.label, series.description});
        file.attach_scale(path, 0, "replication");
        file.attach_scale(path, 1, "week");
        for (unsigned i = 0; i < series.axes.size(); ++i) file.attach_scale(path, 2 + i, std::string(id_of(series.axes[i])));
    }
}

void describe_groups(Writer& file)
{
    for (const DimensionInfo& dimension : dimension_table()) {
        const std::string path = path_of(dimension);
        describe(file, path, {"groups/kpi_unit", dimension.label, dimension.rule});
        file.attach_scale(path, 0, "replication");
        file.attach_scale(path, 1, "groups/kpi");
        file.attach_scale(path, 2, path + "_member");
    }
}

/// Empty datasets for n replications; a part leaves out what the head already says.
void make_slots(Writer& file, const Scenario& scenario, int first, int n, const FuturePlan* futures)
{
    const auto replications = static_cast<std::uint64_t>(n);
    std::vector<std::int32_t> numbers;
    for (int r = first; r < first + n; ++r) numbers.push_back(r);
    file.make_dataset("replication", {Type::int32, {replications}});
    file.write("replication", std::span<const std::int32_t>(numbers));
    file.make_group("kpi");
    for (const Kpi& kpi : kpi_table()) file.make_dataset(path_of(kpi), {Type::float64, {replications}, true});
    std::vector<std::string_view> groups;
    for (const SeriesInfo& series : series_table()) {
        if (std::find(groups.begin(), groups.end(), series.group) == groups.end()) {
            file.make_group(std::string(series.group));
            groups.push_back(series.group);
        }
        Shape shape{Type::int32, {replications, static_cast<std::uint64_t>(scenario.period.weeks)}, true, true};
        for (const std::size_t extent : series_axes(series, scenario)) shape.extent.push_back(extent);
        file.make_dataset(path_of(series), shape);
    }
    file.make_group("groups");
    const Grouping grouping(scenario);
    for (std::size_t d = 0; d < dimension_count; ++d) {
        const std::uint64_t members = grouping.members(static_cast<Dimension>(d)).size();
        file.make_dataset(path_of(dimension_table()[d]), {Type::float64, {replications, group_kpis().size(), members}, true, true});
    }
    if (futures != nullptr) make_future_slots(file, *futures, n);
}

void write_slot(Writer& file, std::uint64_t slot, const ResultHead& head, const ReplicationResult& result)
{
    const auto kpis = kpi_table();
    const auto series = series_table();
    SAMSPIL_EXPECT(result.kpis.size() == kpis.size() && result.series.size() == series.size() && result.groups.size() == dimension_count,
                   "a replication is complete");
    for (std::size_t i = 0; i < kpis.size(); ++i) file.write_slot(path_of(kpis[i]), slot, std::span(&result.kpis[i], 1));
    for (std::size_t i = 0; i < series.size(); ++i)
        file.write_slot(path_of(series[i]), slot, std::span<const std::int32_t>(result.series[i]));
    for (std::size_t d = 0; d < dimension_count; ++d)
        file.write_slot(path_of(dimension_table()[d]), slot, std::span<const double>(result.groups[d]));
    if (head.futures != nullptr) write_future(file, slot, head, result.replication);
}

void write_life_courses(Writer& file, const std::vector<LifeEvent>& events)
{
    file.make_group("life_courses");
    file.set_attribute("life_courses", "description_da", std::string_view("Syntetiske borgere, ikke personer; gentagelse 0"));
    file.set_attribute("life_courses", "description", std::string_view("Synthetic citizens, not persons; replication 0"));
    std::vector<std::int32_t> numbers(events.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = static_cast<std::int32_t>(i);
    const auto add = [&](const std::string& name, const auto& values, std::string_view unit, Label label) {
        column(file, "life_courses/" + name, values, "life_courses/event", same(unit, label));
    };
    using E = LifeEvent;
    add("event", numbers, "", {"hændelse", "event"});
    add("person", each(events, [](const E& e) { return e.person; }), "", {"syntetisk borger", "synthetic citizen"});
    add("week", each(events, [](const E& e) { return e.week; }), "weeks", {"uge fra opvarmningens start", "week since the start of the burn-in"});
    add("kind", each(events, [](const E& e) { return static_cast<std::int32_t>(e.kind); }), "", {"slags hændelse", "kind of event"});
    add("offer", each(events, [](const E& e) { return std::int32_t{e.offer}; }), "", {"tilbud, 0 = intet", "offer, 0 = none"});
    add("centre", each(events, [](const E& e) { return e.centre; }), "", {"hus, nøgle, 0 = intet", "centre, key, 0 = none"});
    add("a", each(events, [](const E& e) { return e.a; }), "", {"hvad reglen så på", "what the rule looked at"});
    add("b", each(events, [](const E& e) { return e.b; }), "", {"hvad reglen så på", "what the rule looked at"});
    std::string meanings;
    for (int k = 0; k <= static_cast<int>(last_life_event_kind); ++k) meanings += (k ? " " : "") + std::string(id_of(static_cast<LifeEventKind>(k)));
    file.set_attribute("life_courses/kind", "flag_meanings", meanings);
}

/// All but the replications themselves: n of them, from 0.
void begin_result(Writer& file, const ResultHead& head, std::string_view format, int n, const std::vector<LifeEvent>& events)
{
    write_root(file, head, format, 0, n);
    make_slots(file, *head.scenario, 0, n, head.futures);
    describe(file, "replication", same("", {"gentagelse", "replication"}));
    file.make_scale("replication", "replication");
    write_tables(file, head);
    describe_kpis(file);
    describe_series(file);
    describe_groups(file);
    if (head.futures != nullptr) describe_futures(file, *head.futures);
    write_life_courses(file, events);
}

} // namespace

void write_result(const std::string& path, const ResultHead& head, std::span<const ReplicationResult> replications)
{
    SAMSPIL_EXPECT(static_cast<std::size_t>(head.replications) == replications.size(), "every replication is written");
    Writer file;
    begin_result(file, head, result_format, head.replications, replications.empty() ? std::vector<LifeEvent>{} : replications[0].life_courses);
    for (std::size_t r = 0; r < replications.size(); ++r) write_slot(file, r, head, replications[r]);
    file.save(path);
}

void write_part(const std::string& path, const ResultHead& head, const ReplicationResult& replication)
{
    Writer file;
    if (replication.replication == 0) { // also all that is the same in every part
        begin_result(file, head, part_format, 1, replication.life_courses);
    } else {
        write_root(file, head, part_format, replication.replication, 1);
        make_slots(file, *head.scenario, replication.replication, 1, head.futures);
    }
    write_slot(file, 0, head, replication);
    file.save(path);
}

void merge_parts(const std::string& path, const ResultHead& head, std::span<const std::string> part_paths, const ResultFile* source)
{
    const std::size_t copied = source != nullptr ? static_cast<std::size_t>(source->metadata().replications) : 0;
    SAMSPIL_EXPECT(static_cast<std::size_t>(head.replications) == copied + part_paths.size(), "every replication is merged");
    const Grouping grouping(*head.scenario);
    Writer file;
    const auto sampled = [&] { return (source != nullptr ? *source : open_result(part_paths[0])).life_courses(); };
    begin_result(file, head, result_format, head.replications, copied + part_paths.size() == 0 ? std::vector<LifeEvent>{} : sampled());
    const auto copy_slot = [&](const ResultFile& from, std::uint64_t slot, std::uint64_t r) {
        const auto copy = [&](const std::string& dataset, std::uint64_t values) {
            if (from.file().shape(dataset).slot_size() != values) from.file().damaged(say("{}: forkert form", "{}: wrong shape", dataset));
            if (values > 0) file.write_chunk(dataset, r, from.file().read_chunk(dataset, slot));
        };
        for (const Kpi& kpi : kpi_table()) copy(path_of(kpi), 1);
        for (const SeriesInfo& series : series_table()) {
            auto values = static_cast<std::uint64_t>(head.scenario->period.weeks);
            for (const std::size_t extent : series_axes(series, *head.scenario)) values *= extent;
            copy(path_of(series), values);
        }
        for (std::size_t d = 0; d < dimension_count; ++d)
            copy(path_of(dimension_table()[d]), group_kpis().size() * grouping.members(static_cast<Dimension>(d)).size());
        if (head.futures != nullptr) copy_future(from, slot, file, r, *head.futures);
    };
    for (std::size_t r = 0; r < copied; ++r) copy_slot(*source, r, r);
    for (std::size_t p = 0; p < part_paths.size(); ++p) {
        const std::size_t r = copied + p;
        const ResultFile part = open_result(part_paths[p]);
        const ResultMetadata& about = part.metadata();
        if (!about.part || about.origin.run_id != head.origin.run_id || about.first_replication != static_cast<int>(r))
            part.file().damaged({"hører til en anden kørsel", "belongs to another run"});
        copy_slot(part, 0, r);
    }
    file.save(path);
}

} // namespace samspil
