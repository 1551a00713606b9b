// SPDX-License-Identifier: MPL-2.0
// Reads the layout that result_layout.cpp writes.
#include "engine/io/result_file.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/result_reading.hpp"
#include "engine/io/say.hpp"
#include "engine/io/shell_words.hpp"

#include <charconv>

#include <fmt/format.h>

namespace samspil {
namespace {

using namespace layout;

std::string required_text(const Reader& file, const std::string& name)
{
    const auto value = file.text_attribute("/", name);
    if (!value) file.damaged(say("/@{} mangler", "/@{} is missing", name));
    return *value;
}

int required_number(const Reader& file, const std::string& name, std::int64_t low, std::int64_t high)
{
    const auto value = file.integer_attribute("/", name);
    if (!value || *value < low || *value > high) file.damaged(say("/@{} mangler eller er forkert", "/@{} is missing or wrong", name));
    return static_cast<int>(*value);
}

/// The whole text from provenance/ where it is, else the root attribute.
std::string provenance_text(const Reader& file, const std::string& name)
{
    const std::string path = "provenance/" + name;
    if (file.has(path)) {
        auto texts = file.read_texts(path);
        if (texts.size() == 1) return std::move(texts[0]);
    }
    return file.text_attribute("/", name).value_or("");
}

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin) lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

std::vector<Goal> goals_of(const std::string& text)
{
    std::vector<Goal> goals;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string word = text.substr(begin, end - begin);
        const std::size_t sign = word.find('=');
        Goal goal{word.substr(0, sign)};
        if (sign != std::string::npos) std::from_chars(word.data() + sign + 1, word.data() + word.size(), goal.relevance);
        goals.push_back(goal);
        begin = end + 1;
    }
    return goals;
}

ResultMetadata metadata_of(const Reader& file)
{
    ResultMetadata about;
    const std::string format = required_text(file, "format");
    if (format == "samspil-study")
        throw IoError(IoError::Cause::damaged, file.path(), say("er en undersøgelse, ikke et resultat af samspil run; skriv samspil inspect {}",
                                                                "is a study, not a result of samspil run; write samspil inspect {}", in_shell(file.path())));
    if (format != result_format && format != part_format)
        throw IoError(IoError::Cause::damaged, file.path(), say("ukendt format: {}", "unknown format: {}", format));
    about.part = format == part_format;
    about.format_version = required_number(file, "format_version", 1, 1 << 20);
    if (about.format_version > result_format_version)
        file.damaged(say("formatversion {}, dette program læser til og med {}", "format version {}, this program reads up to {}", about.format_version,
                         result_format_version));
    about.scenario_id = required_text(file, "scenario_id");
    about.title = {provenance_text(file, "title_da"), provenance_text(file, "title")};
    const auto seed = file.integer_attribute("/", "seed");
    if (!seed || *seed < 0 || *seed > 0xffffffffLL) file.damaged({"/@seed mangler eller er forkert", "/@seed is missing or wrong"});
    about.seed = static_cast<std::uint32_t>(*seed);
    about.first_replication = required_number(file, "first_replication", 0, 1 << 30);
    about.replications = required_number(file, "replications", 0, 1 << 30);
    about.weeks = required_number(file, "weeks", 0, 1 << 20);
    about.burn_in_weeks = required_number(file, "burn_in_weeks", 0, 1 << 20);
    about.start = required_text(file, "start");
    about.goals = goals_of(provenance_text(file, "goals"));
    about.covers = file.text_attribute("/", "covers").value_or(std::string(covers_chance)); // older results draw nothing
    about.posterior = provenance_text(file, "posterior");
    ResultOrigin& origin = about.origin;
    origin.program_version = required_text(file, "program_version");
    origin.commit = required_text(file, "commit");
    origin.build = required_text(file, "build");
    origin.run_id = required_text(file, "run_id");
    origin.created = required_text(file, "created");
    origin.command = provenance_text(file, "command");
    origin.scenario_path = provenance_text(file, "scenario_path");
    origin.overrides = lines_of(provenance_text(file, "overrides"));
    origin.resolved_text = provenance_text(file, "resolved_scenario");
    for (const std::string& line : lines_of(provenance_text(file, "input_digests"))) {
        const std::size_t gap = line.find("  ");
        if (gap != std::string::npos) origin.inputs.push_back({line.substr(gap + 2), line.substr(0, gap)});
    }
    return about;
}

std::string series_path(std::string_view group, std::string_view id) { return fmt::format("{}/{}", group, id); }

template <class Row>
std::vector<Row> labelled(const Reader& file, const std::string& group, const std::string& scale)
{
    if (!file.has(group)) return {};
    const auto ids = file.read_texts(group + "/" + scale);
    std::vector<Row> rows(ids.size());
    const auto text = [&](const std::string& name, auto setting) { fill(rows, texts(file, group + "/" + name, rows.size()), setting); };
    fill(rows, ids, [](Row& r, std::string v) { r.id = std::move(v); });
    text("label_da", [](Row& r, std::string v) { r.label.da = std::move(v); });
    text("label_en", [](Row& r, std::string v) { r.label.en = std::move(v); });
    text("value_unit", [](Row& r, std::string v) { r.unit = std::move(v); });
    text("tag", [](Row& r, std::string v) { r.tag = std::move(v); });
    text("source", [](Row& r, std::string v) { r.source = std::move(v); });
    return rows;
}

AssumptionRow assumption_row(const Reader& file, const std::string& group, const std::string& path)
{
    AssumptionRow row;
    row.group = group;
    row.key = path.substr(group.size() + 1);
    if (file.shape(path).type == hdf5::Type::text) row.choice = file.read_texts(path).at(0);
    else row.value = file.read<double>(path).at(0);
    const auto text = [&](const char* name) { return file.text_attribute(path, name).value_or(""); };
    if (row.choice.empty()) row.choice = text("choice");
    row.unit = text("unit");
    row.tag = text("tag");
    row.source = text("source");
    row.label = {text("long_name_da"), text("long_name")};
    row.prior_low = file.number_attribute(path, "prior_low").value_or(no_prior);
    row.prior_high = file.number_attribute(path, "prior_high").value_or(no_prior);
    return row;
}

} // namespace

ResultFile open_result(const std::string& path)
{
    ResultFile result;
    result.file_ = std::make_shared<Reader>(path);
    result.metadata_ = metadata_of(*result.file_);
    return result;
}

bool ResultFile::has_kpi(std::string_view id) const { return file_->has("kpi/" + std::string(id)); }

std::vector<double> ResultFile::kpi(std::string_view id) const
{
    return numbers<double>(*file_, "kpi/" + std::string(id), static_cast<std::size_t>(metadata_.replications));
}

bool ResultFile::has_series(std::string_view group, std::string_view id) const { return file_->has(series_path(group, id)); }

std::vector<std::size_t> ResultFile::series_extent(std::string_view group, std::string_view id) const
{
    const auto extent = file_->shape(series_path(group, id)).extent;
    if (extent.size() < 2 || extent[0] != static_cast<std::uint64_t>(metadata_.replications) ||
        extent[1] != static_cast<std::uint64_t>(metadata_.weeks))
        file_->damaged(say("{}: forkert form", "{}: wrong shape", series_path(group, id)));
    return {extent.begin() + 1, extent.end()};
}

std::vector<std::int32_t> ResultFile::series(std::string_view group, std::string_view id) const
{
    static_cast<void>(series_extent(group, id));
    return file_->read<std::int32_t>(series_path(group, id));
}

std::vector<std::int32_t> ResultFile::series(std::string_view group, std::string_view id, int replication) const
{
    static_cast<void>(series_extent(group, id));
    return file_->read_slot<std::int32_t>(series_path(group, id), static_cast<std::uint64_t>(replication));
}

namespace {

std::string groups_path(Dimension dimension)
{
    return fmt::format("groups/{}", dimension_table()[static_cast<std::size_t>(dimension)].id);
}

} // namespace

bool ResultFile::has_groups(Dimension dimension) const { return file_->has(groups_path(dimension)); }

GroupTable ResultFile::groups(Dimension dimension) const
{
    const std::string path = groups_path(dimension), names = path + "_member";
    GroupTable table{dimension, {}, {}, static_cast<std::size_t>(metadata_.replications), {}};
    if (!file_->has(names) || !file_->has("groups/kpi")) return table;
    table.kpis = file_->read_texts("groups/kpi");
    const auto ids = file_->read_texts(names);
    table.members.resize(ids.size());
    fill(table.members, ids, [](GroupMember& m, std::string v) { m.id = std::move(v); });
    fill(table.members, texts(*file_, names + "_label_da", ids.size()), [](GroupMember& m, std::string v) { m.label.da = std::move(v); });
    fill(table.members, texts(*file_, names + "_label_en", ids.size()), [](GroupMember& m, std::string v) { m.label.en = std::move(v); });
    table.values = numbers<double>(*file_, path, table.replications * table.kpis.size() * ids.size());
    return table;
}

std::vector<double> ResultFile::groups(Dimension dimension, int replication) const
{
    return file_->read_slot<double>(groups_path(dimension), static_cast<std::uint64_t>(replication));
}

std::vector<CentreRow> ResultFile::centres() const
{
    if (!file_->has("centre")) return {};
    const auto keys = file_->read<std::int32_t>("centre");
    std::vector<CentreRow> rows(keys.size());
    fill(rows, keys, [](CentreRow& r, std::int32_t v) { r.key = v; });
    fill(rows, texts(*file_, "centre_id", rows.size()), [](CentreRow& r, std::string v) { r.id = std::move(v); });
    fill(rows, texts(*file_, "centre_name", rows.size()), [](CentreRow& r, std::string v) { r.name = std::move(v); });
    fill(rows, texts(*file_, "centre_kind", rows.size()), [](CentreRow& r, std::string v) { r.kind = std::move(v); });
    fill(rows, texts(*file_, "centre_area", rows.size()), [](CentreRow& r, std::string v) { r.area = std::move(v); });
    fill(rows, numbers<std::int32_t>(*file_, "centre_x_m", rows.size()), [](CentreRow& r, std::int32_t v) { r.x_m = v; });
    fill(rows, numbers<std::int32_t>(*file_, "centre_y_m", rows.size()), [](CentreRow& r, std::int32_t v) { r.y_m = v; });
    fill(rows, numbers<std::int32_t>(*file_, "centre_known", rows.size()), [](CentreRow& r, std::int32_t v) { r.known = v != 0; });
    if (!file_->has("centre_places")) return rows;
    fill(rows, texts(*file_, "centre_district", rows.size()), [](CentreRow& r, std::string v) { r.district = std::move(v); });
    fill(rows, numbers<std::int32_t>(*file_, "centre_neighbourhood", rows.size()), [](CentreRow& r, std::int32_t v) { r.neighbourhood = v; });
    fill(rows, numbers<std::int32_t>(*file_, "centre_open", rows.size()), [](CentreRow& r, std::int32_t v) { r.open = v != 0; });
    const auto places = numbers<std::int32_t>(*file_, "centre_places", rows.size() * offer_count);
    for (std::size_t i = 0; i < places.size(); ++i) rows[i / offer_count].places[i % offer_count] = places[i];
    return rows;
}

std::vector<NeighbourhoodRow> ResultFile::neighbourhoods() const
{
    if (!file_->has("neighbourhood")) return {};
    using Row = NeighbourhoodRow;
    const auto keys = file_->read<std::int32_t>("neighbourhood");
    std::vector<Row> rows(keys.size());
    const std::string stem = "neighbourhood_";
    fill(rows, keys, [](Row& r, std::int32_t v) { r.key = v; });
    fill(rows, texts(*file_, stem + "id", rows.size()), [](Row& r, std::string v) { r.id = std::move(v); });
    fill(rows, texts(*file_, stem + "name", rows.size()), [](Row& r, std::string v) { r.name = std::move(v); });
    fill(rows, numbers<std::int32_t>(*file_, stem + "x_m", rows.size()), [](Row& r, std::int32_t v) { r.x_m = v; });
    fill(rows, numbers<std::int32_t>(*file_, stem + "y_m", rows.size()), [](Row& r, std::int32_t v) { r.y_m = v; });
    fill(rows, numbers<std::int32_t>(*file_, stem + "inside_ring_road", rows.size()),
         [](Row& r, std::int32_t v) { r.inside_ring_road = v != 0; });
    if (!file_->has(stem + "area")) return rows;
    fill(rows, texts(*file_, stem + "area", rows.size()), [](Row& r, std::string v) { r.area = std::move(v); });
    fill(rows, texts(*file_, stem + "district", rows.size()), [](Row& r, std::string v) { r.district = std::move(v); });
    return rows;
}

std::vector<AssumptionRow> ResultFile::assumptions() const
{
    std::vector<AssumptionRow> rows;
    const auto paths = file_->datasets();
    for (const std::string group : {"assumptions", "policy", "organisation", "mechanisms"}) {
        for (const std::string& path : paths) {
            if (!path.starts_with(group + "/")) continue;
            if (!file_->shape(path).extent.empty()) file_->damaged(say("{}: forkert form", "{}: wrong shape", path));
            rows.push_back(assumption_row(*file_, group, path));
        }
    }
    return rows;
}

std::vector<TargetRow> ResultFile::targets() const
{
    auto rows = labelled<TargetRow>(*file_, "targets", "target");
    if (rows.empty()) return rows;
    fill(rows, numbers<double>(*file_, "targets/value", rows.size()), [](TargetRow& r, double v) { r.target = v; });
    fill(rows, numbers<double>(*file_, "targets/low", rows.size()), [](TargetRow& r, double v) { r.low = v; });
    fill(rows, numbers<double>(*file_, "targets/high", rows.size()), [](TargetRow& r, double v) { r.high = v; });
    fill(rows, numbers<std::int32_t>(*file_, "targets/calibrate", rows.size()),
         [](TargetRow& r, std::int32_t v) { r.calibrate = v != 0; });
    return rows;
}

std::vector<FactRow> ResultFile::facts() const
{
    auto rows = labelled<FactRow>(*file_, "facts", "fact");
    if (!rows.empty()) fill(rows, texts(*file_, "facts/value", rows.size()), [](FactRow& r, std::string v) { r.value = std::move(v); });
    return rows;
}

std::vector<LifeEvent> ResultFile::life_courses() const
{
    if (!file_->has("life_courses/event")) return {};
    const std::string in = "life_courses/";
    std::vector<LifeEvent> events(file_->read<std::int32_t>(in + "event").size());
    const auto number = [&](const std::string& name, auto setting) {
        fill(events, numbers<std::int32_t>(*file_, in + name, events.size()), setting);
    };
    const auto within = [&](const std::string& name, std::int32_t value, std::int32_t most) {
        if (value < 0 || value > most) file_->damaged(say("{}{}: ukendt værdi", "{}{}: unknown value", in, name));
        return value;
    };
    using E = LifeEvent;
    fill(events, numbers<std::uint64_t>(*file_, in + "person", events.size()), [](E& e, std::uint64_t v) { e.person = v; });
    number("week", [](E& e, std::int32_t v) { e.week = v; });
    number("kind", [&](E& e, std::int32_t v) {
        e.kind = static_cast<LifeEventKind>(within("kind", v, static_cast<int>(last_life_event_kind)));
    });
    number("offer", [&](E& e, std::int32_t v) { e.offer = static_cast<std::uint8_t>(within("offer", v, offer_count)); });
    number("centre", [](E& e, std::int32_t v) { e.centre = v; });
    number("a", [](E& e, std::int32_t v) { e.a = v; });
    number("b", [](E& e, std::int32_t v) { e.b = v; });
    return events;
}

} // namespace samspil
