// SPDX-License-Identifier: MPL-2.0
// Writes the layout that result_file.cpp reads: scales and tables once, then one slot a replication.
#include "engine/base/errors.hpp"
#include "engine/io/hdf5.hpp"
#include "engine/io/result_file.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil {
namespace {

using hdf5::Shape;
using hdf5::Type;
using hdf5::Writer;

/// What every dataset says of itself.
struct Description {
    std::string_view unit;
    Label name;
    Label description;
};

void describe(Writer& file, const std::string& path, const Description& about)
{
    file.set_attribute(path, "unit", about.unit);
    file.set_attribute(path, "long_name", about.name.en);
    file.set_attribute(path, "long_name_da", about.name.da);
    file.set_attribute(path, "description", about.description.en);
    file.set_attribute(path, "description_da", about.description.da);
}

template <class T>
void column(Writer& file, const std::string& path, const std::vector<T>& values, const std::string& scale,
            const Description& about)
{
    file.make_dataset(path, {hdf5::type_of<T>, {values.size()}});
    file.write(path, std::span<const T>(values));
    describe(file, path, about);
    if (scale == path) file.make_scale(path, path.substr(path.rfind('/') + 1));
    else file.attach_scale(path, 0, scale);
}

void column(Writer& file, const std::string& path, const std::vector<std::string>& values, const std::string& scale,
            const Description& about)
{
    file.write_texts(path, values);
    describe(file, path, about);
    if (scale == path) file.make_scale(path, path.substr(path.rfind('/') + 1));
    else file.attach_scale(path, 0, scale);
}

/// One member (or any reading) of every row.
template <class Rows, class Reading>
auto each(const Rows& rows, Reading reading)
{
    std::vector<std::decay_t<decltype(reading(rows[0]))>> values;
    values.reserve(rows.size());
    for (const auto& row : rows) values.push_back(reading(row));
    return values;
}

constexpr Description same(std::string_view unit, Label name) { return {unit, name, name}; }

std::size_t axis_size(Axis axis, const Scenario& scenario)
{
    switch (axis) {
    case Axis::centre: return scenario.centres.size();
    case Axis::offer: return offer_count;
    case Axis::neighbourhood: return scenario.neighbourhoods.size();
    case Axis::level: return 4;
    case Axis::account: return account_count;
    default: return offer_count + 1;
    }
}

std::string path_of(const SeriesInfo& series) { return fmt::format("{}/{}", series.group, series.id); }
std::string path_of(const Kpi& kpi) { return fmt::format("kpi/{}", kpi.id); }

/// An attribute is kept in a header of limited size; the whole text stands in provenance/.
void root_text(Writer& file, const std::string& name, const std::string& value)
{
    constexpr std::size_t most = 32000;
    if (value.size() <= most) file.set_attribute("/", name, value);
    else file.set_attribute("/", name, "(provenance/" + name + ")");
}

std::string goals_text(const Scenario& scenario)
{
    std::string text;
    for (const Goal& goal : scenario.goals) {
        text += text.empty() ? "" : " ";
        text += std::isnan(goal.relevance) ? goal.kpi : fmt::format("{}={}", goal.kpi, goal.relevance);
    }
    return text;
}

void write_root(Writer& file, const ResultHead& head, std::string_view format, int first, int replications)
{
    const Scenario& scenario = *head.scenario;
    file.set_attribute("/", "format", format);
    file.set_attribute("/", "format_version", std::int64_t{result_format_version});
    file.set_attribute("/", "program_version", head.origin.program_version);
    file.set_attribute("/", "commit", head.origin.commit);
    file.set_attribute("/", "build", head.origin.build);
    file.set_attribute("/", "run_id", head.origin.run_id);
    file.set_attribute("/", "created", head.origin.created);
    file.set_attribute("/", "seed", std::int64_t{head.seed});
    file.set_attribute("/", "first_replication", std::int64_t{first});
    file.set_attribute("/", "replications", std::int64_t{replications});
    file.set_attribute("/", "weeks", std::int64_t{scenario.period.weeks});
    file.set_attribute("/", "burn_in_weeks", std::int64_t{scenario.period.burn_in_weeks});
    file.set_attribute("/", "start", format_date(scenario.period.start));
    file.set_attribute("/", "scenario_id", scenario.id);
    root_text(file, "title", scenario.title.en);
    root_text(file, "title_da", scenario.title.da);
    root_text(file, "goals", goals_text(scenario));
}

void write_provenance(Writer& file, const ResultOrigin& origin)
{
    file.make_group("provenance");
    const auto text = [&](const std::string& name, const std::string& value, Label label) {
        root_text(file, name, value);
        file.write_text("provenance/" + name, value);
        describe(file, "provenance/" + name, same("", label));
    };
    std::string overrides, digests;
    for (const std::string& o : origin.overrides) overrides += o + "\n";
    for (const InputRecord& input : origin.inputs) digests += input.digest + "  " + input.path + "\n";
    text("command", origin.command, {"kommando", "command line"});
    text("scenario_path", origin.scenario_path, {"scenariefil", "scenario file"});
    text("overrides", overrides, {"ændringer på kommandolinjen", "overrides on the command line"});
    text("resolved_scenario", origin.resolved_text, {"scenariet med alle værdier", "the scenario with every value"});
    text("input_digests", digests, {"fingeraftryk af alle filer der blev læst", "digest of every file that was read"});
}

void write_time(Writer& file, const Scenario& scenario)
{
    std::vector<std::int32_t> weeks;
    std::vector<std::string> dates;
    for (int week = 0; week < scenario.period.weeks; ++week) {
        weeks.push_back(week);
        dates.push_back(format_date(scenario.period.start + 7 * week));
    }
    column(file, "week", weeks, "week", same("weeks", {"uge i perioden", "week of the period"}));
    column(file, "date", dates, "week", same("", {"ugens første dag", "first day of the week"}));
}

void write_centres(Writer& file, const std::vector<Centre>& centres)
{
    static constexpr std::string_view kinds[] = {"lokalcenter", "frivillighus", "dagcenter"};
    const auto text = [&](const std::string& path, auto reading, Label label) {
        column(file, path, each(centres, reading), "centre", same("", label));
    };
    const auto number = [&](const std::string& path, auto reading, std::string_view unit, Label label) {
        column(file, path, each(centres, reading), "centre", same(unit, label));
    };
    number("centre", [](const Centre& c) { return std::int32_t{c.key}; }, "", {"hus, nøgle", "centre, key"});
    text("centre_id", [](const Centre& c) { return c.id; }, {"hus, id", "centre, id"});
    text("centre_name", [](const Centre& c) { return c.name; }, {"hus", "centre"});
    text("centre_kind", [](const Centre& c) { return std::string(kinds[static_cast<int>(c.kind)]); }, {"slags hus", "kind of centre"});
    text("centre_area", [](const Centre& c) { return c.area; }, {"område", "area"});
    number("centre_x_m", [](const Centre& c) { return std::int32_t{c.x_m}; }, "m", {"hus, øst", "centre, east"});
    number("centre_y_m", [](const Centre& c) { return std::int32_t{c.y_m}; }, "m", {"hus, nord", "centre, north"});
    number("centre_known", [](const Centre& c) { return std::int32_t{c.known}; }, "", {"1 = huset er kendt ved navn, 0 = antaget placering", "1 = a house known by name, 0 = assumed place"});
}

void write_neighbourhoods(Writer& file, const std::vector<Neighbourhood>& rows)
{
    const auto add = [&](const std::string& path, auto reading, std::string_view unit, Label label) {
        column(file, path, each(rows, reading), "neighbourhood", same(unit, label));
    };
    using N = Neighbourhood;
    add("neighbourhood", [](const N& n) { return std::int32_t{n.key}; }, "", {"lokalsamfund, nøgle", "small area, key"});
    add("neighbourhood_id", [](const N& n) { return n.id; }, "", {"lokalsamfund, id", "small area, id"});
    add("neighbourhood_name", [](const N& n) { return n.name; }, "", {"lokalsamfund", "small area"});
    add("neighbourhood_x_m", [](const N& n) { return std::int32_t{n.x_m}; }, "m", {"lokalsamfund, øst", "small area, east"});
    add("neighbourhood_y_m", [](const N& n) { return std::int32_t{n.y_m}; }, "m", {"lokalsamfund, nord", "small area, north"});
    add("neighbourhood_inside_ring_road", [](const N& n) { return std::int32_t{n.inside_ring_road}; }, "", {"1 = inden for Ringvejen", "1 = inside the ring road"});
}

void write_small_scales(Writer& file)
{
    std::vector<std::string> offer_ids, with_none{std::string(id_of(Offer::none))}, accounts;
    for (const Offer offer : offers) {
        offer_ids.emplace_back(id_of(offer));
        with_none.emplace_back(id_of(offer));
    }
    for (std::size_t i = 0; i < account_count; ++i) accounts.emplace_back(id_of(static_cast<Account>(i)));
    column(file, "offer", offer_ids, "offer", same("", {"tilbud", "offer"}));
    column(file, "from_offer", with_none, "from_offer", same("", {"fra tilbud", "from offer"}));
    column(file, "to_offer", with_none, "to_offer", same("", {"til tilbud", "to offer"}));
    column(file, "account", accounts, "account", same("", {"konto", "account"}));
    column(file, "level", std::vector<std::int32_t>{1, 2, 3, 4}, "level", same("", {"funktionsniveau, 1 = højt, 4 = lavt", "functional level, 1 = high, 4 = low"}));
}

void write_fields(Writer& file, const std::string& group, std::span<const Field> fields, const void* values)
{
    file.make_group(group);
    for (const Field& field : fields) {
        const std::string path = fmt::format("{}/{}", group, field.key);
        const double value = field.access.read(values);
        file.make_dataset(path, {Type::float64, {}});
        file.write(path, std::span(&value, 1));
        describe(file, path, same(field.unit, field.label));
        file.set_attribute(path, "tag", id_of(field.tag));
        file.set_attribute(path, "source", field.source);
        if (field.has_prior()) {
            file.set_attribute(path, "prior_low", field.prior_low);
            file.set_attribute(path, "prior_high", field.prior_high);
        }
        const auto index = static_cast<std::size_t>(value);
        if (field.kind == Kind::choice && index < field.choices.size()) file.set_attribute(path, "choice", field.choices[index].id);
    }
}

template <class Row>
void write_labelled(Writer& file, const std::string& group, const std::string& scale, const std::vector<Row>& rows)
{
    file.make_group(group);
    const std::string on = group + "/" + scale;
    const auto text = [&](const std::string& name, auto reading, Label label) {
        column(file, group + "/" + name, each(rows, reading), on, same("", label));
    };
    text(scale, [](const Row& r) { return r.id; }, {"id", "id"});
    text("label_da", [](const Row& r) { return r.label.da; }, {"navn på dansk", "name in Danish"});
    text("label_en", [](const Row& r) { return r.label.en; }, {"navn på engelsk", "name in English"});
    text("value_unit", [](const Row& r) { return r.unit; }, {"enhed", "unit"});
    text("tag", [](const Row& r) { return std::string(id_of(r.provenance.tag)); }, {"hvor tallet er fra", "evidence tag"});
    text("source", [](const Row& r) { return r.provenance.source; }, {"kilde", "source"});
}

void write_targets_and_facts(Writer& file, const Scenario& scenario)
{
    if (!scenario.facts.empty()) {
        write_labelled(file, "facts", "fact", scenario.facts);
        column(file, "facts/value", each(scenario.facts, [](const Fact& f) { return f.value; }), "facts/fact", same("", {"værdi", "value"}));
    }
    if (scenario.targets.empty()) return;
    write_labelled(file, "targets", "target", scenario.targets);
    const auto number = [&](const std::string& name, auto reading, Label label) {
        column(file, "targets/" + name, each(scenario.targets, reading), "targets/target", same("value_unit", label));
    };
    number("value", [](const Target& t) { return t.target; }, {"mål", "target"});
    number("low", [](const Target& t) { return t.low; }, {"laveste", "lowest"});
    number("high", [](const Target& t) { return t.high; }, {"højeste", "highest"});
    number("calibrate", [](const Target& t) { return std::int32_t{t.calibrate}; }, {"1 = bruges til at løse konstanter", "1 = used to solve constants"});
}

void write_tables(Writer& file, const ResultHead& head)
{
    const Scenario& scenario = *head.scenario;
    write_time(file, scenario);
    write_centres(file, scenario.centres);
    write_neighbourhoods(file, scenario.neighbourhoods);
    write_small_scales(file);
    write_fields(file, "assumptions", parameter_fields(), &scenario.assumptions);
    write_fields(file, "policy", policy_fields(), &scenario.policy);
    write_fields(file, "organisation", organisation_fields(), &scenario.organisation);
    write_fields(file, "mechanisms", mechanism_fields(), &scenario.mechanisms);
    file.write_text("organisation/model", scenario.organisation.model);
    describe(file, "organisation/model", same("", {"organisationsmodel", "organisation model"}));
    write_targets_and_facts(file, scenario);
    write_provenance(file, head.origin);
}

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

/// Empty datasets for n replications; a part leaves out what the head already says.
void make_slots(Writer& file, const Scenario& scenario, int first, int n)
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
        for (const Axis axis : series.axes) shape.extent.push_back(axis_size(axis, scenario));
        file.make_dataset(path_of(series), shape);
    }
}

void write_slot(Writer& file, std::uint64_t slot, const ReplicationResult& result)
{
    const auto kpis = kpi_table();
    const auto series = series_table();
    SAMSPIL_EXPECT(result.kpis.size() == kpis.size() && result.series.size() == series.size(), "a replication is complete");
    for (std::size_t i = 0; i < kpis.size(); ++i) file.write_slot(path_of(kpis[i]), slot, std::span(&result.kpis[i], 1));
    for (std::size_t i = 0; i < series.size(); ++i)
        file.write_slot(path_of(series[i]), slot, std::span<const std::int32_t>(result.series[i]));
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
    for (int k = 0; k <= static_cast<int>(LifeEventKind::died); ++k) meanings += (k ? " " : "") + std::string(id_of(static_cast<LifeEventKind>(k)));
    file.set_attribute("life_courses/kind", "flag_meanings", meanings);
}

/// All but the replications themselves.
void begin_result(Writer& file, const ResultHead& head, const std::vector<LifeEvent>& events)
{
    write_root(file, head, result_format, 0, head.replications);
    make_slots(file, *head.scenario, 0, head.replications);
    describe(file, "replication", same("", {"gentagelse", "replication"}));
    file.make_scale("replication", "replication");
    write_tables(file, head);
    describe_kpis(file);
    describe_series(file);
    write_life_courses(file, events);
}

} // namespace

void write_result(const std::string& path, const ResultHead& head, std::span<const ReplicationResult> replications)
{
    SAMSPIL_EXPECT(static_cast<std::size_t>(head.replications) == replications.size(), "every replication is written");
    Writer file;
    begin_result(file, head, replications.empty() ? std::vector<LifeEvent>{} : replications[0].life_courses);
    for (std::size_t r = 0; r < replications.size(); ++r) write_slot(file, r, replications[r]);
    file.save(path);
}

void write_part(const std::string& path, const ResultHead& head, const ReplicationResult& replication)
{
    Writer file;
    write_root(file, head, part_format, replication.replication, 1);
    make_slots(file, *head.scenario, replication.replication, 1);
    write_slot(file, 0, replication);
    if (replication.replication == 0) write_life_courses(file, replication.life_courses);
    file.save(path);
}

void merge_parts(const std::string& path, const ResultHead& head, std::span<const std::string> part_paths)
{
    SAMSPIL_EXPECT(static_cast<std::size_t>(head.replications) == part_paths.size(), "every replication is merged");
    Writer file;
    begin_result(file, head, part_paths.empty() ? std::vector<LifeEvent>{} : open_result(part_paths[0]).life_courses());
    for (std::size_t r = 0; r < part_paths.size(); ++r) {
        const ResultFile part = open_result(part_paths[r]);
        const ResultMetadata& about = part.metadata();
        if (!about.part || about.origin.run_id != head.origin.run_id || about.first_replication != static_cast<int>(r))
            part.file().damaged("hører til en anden kørsel / belongs to another run");
        const auto copy = [&](const std::string& dataset, std::uint64_t values) {
            if (part.file().shape(dataset).slot_size() != values) part.file().damaged(dataset + ": forkert form / wrong shape");
            if (values > 0) file.write_chunk(dataset, r, part.file().read_chunk(dataset, 0));
        };
        for (const Kpi& kpi : kpi_table()) copy(path_of(kpi), 1);
        for (const SeriesInfo& series : series_table()) {
            auto values = static_cast<std::uint64_t>(head.scenario->period.weeks);
            for (const Axis axis : series.axes) values *= axis_size(axis, *head.scenario);
            copy(path_of(series), values);
        }
    }
    file.save(path);
}

} // namespace samspil
