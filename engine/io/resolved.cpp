// SPDX-License-Identifier: MPL-2.0
#include "engine/io/resolved.hpp"

#include "engine/io/scenario_file.hpp"
#include "engine/io/shape.hpp"
#include "engine/io/values.hpp"

#include <algorithm>
#include <charconv>

namespace samspil {
namespace {

/// A text in double quotes that YAML reads back as it was.
std::string in_quotes(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else {
            out += c;
        }
    }
    return out + "\"";
}

std::string both(const Text& text) { return fmt::format("{{da: {}, en: {}}}", in_quotes(text.da), in_quotes(text.en)); }

void write_fields(std::string& out, std::string_view section, std::span<const Field> fields, const void* object,
                  const std::string& first = "")
{
    out += fmt::format("{}:\n{}", section, first);
    for (const Field& field : fields)
        out += fmt::format("  {}: {}\n", field.key, written(field, field.access.read(object)));
}

void write_centres(std::string& out, const Scenario& scenario, const std::set<std::string>& paths)
{
    if (paths.empty()) return;
    out += "centres:\n";
    std::string centre;
    bool in_offers = false;
    for (const std::string& path : paths) { // sorted: all of one centre together, its offers together
        const auto parts = split_path(path);
        const auto value = value_at(scenario, path);
        if (!value) continue;
        if (centre != parts[1]) {
            centre = parts[1];
            in_offers = false;
            out += fmt::format("  {}:\n", centre);
        }
        const bool name = parts[2] == "area" || parts[2] == "same_roof_as";
        if (parts.size() == 5) {
            if (!in_offers) out += "    offers:\n";
            in_offers = true;
            out += fmt::format("      {}: {{places: {}}}\n", parts[3], *value);
        } else {
            out += fmt::format("    {}: {}\n", parts[2], name ? in_quotes(*value) : *value);
        }
    }
}

void write_goals(std::string& out, const Scenario& scenario)
{
    if (scenario.goals.empty()) return;
    out += "goals:\n";
    for (const Goal& goal : scenario.goals) {
        out += std::isnan(goal.relevance)
                   ? fmt::format("  - {}\n", goal.kpi)
                   : fmt::format("  - {{kpi: {}, relevance: {}}}\n", goal.kpi, written(goal.relevance));
    }
}

std::string joined(const std::vector<std::string>& ids)
{
    std::string all;
    for (const std::string& id : ids) all += (all.empty() ? "" : ", ") + in_quotes(id);
    return all;
}

/// The parts of a target that were said: key and id.
std::vector<std::pair<const char*, std::string>> target_of(const Intervention& intervention)
{
    std::vector<std::pair<const char*, std::string>> parts;
    if (!intervention.centre.empty()) parts.emplace_back("centre", intervention.centre);
    if (!intervention.to.empty()) parts.emplace_back("to", intervention.to);
    if (!intervention.area.empty()) parts.emplace_back("area", intervention.area);
    if (!intervention.pool.empty()) parts.emplace_back("pool", intervention.pool);
    return parts;
}

void write_target(std::string& out, const Intervention& intervention)
{
    std::string inner;
    for (const auto& [key, id] : target_of(intervention)) inner += fmt::format("{}{}: {}", inner.empty() ? "" : ", ", key, in_quotes(id));
    if (!inner.empty()) out += fmt::format("    target: {{{}}}\n", inner);
}

void write_interventions(std::string& out, const Scenario& scenario)
{
    if (scenario.interventions.empty()) return;
    out += "interventions:\n";
    for (const Intervention& intervention : scenario.interventions) {
        const InterventionKind& kind = kind_of(intervention.type);
        out += fmt::format("  - type: {}\n    date: {}\n", kind.id, format_date(intervention.date));
        if (!intervention.id.empty()) out += fmt::format("    id: {}\n", in_quotes(intervention.id));
        if (!intervention.requires_ids.empty()) out += fmt::format("    requires: [{}]\n", joined(intervention.requires_ids));
        write_target(out, intervention);
        if (kind.needs_model || !kind.params.empty()) out += "    params:\n";
        if (kind.needs_model) out += fmt::format("      model: {}\n", in_quotes(intervention.organisation.model));
        for (const Field& field : kind.params) {
            out += fmt::format("      {}: {}\n", field.key, written(field, field.access.read(&intervention)));
        }
    }
}

const void* object_of(const Scenario& s, std::string_view section)
{
    if (section == "policy") return &s.policy;
    if (section == "organisation") return &s.organisation;
    if (section == "assumptions") return &s.assumptions;
    if (section == "mechanisms") return &s.mechanisms;
    if (section == "period") return &s.period;
    if (section == "run") return &s.run;
    return nullptr;
}

std::optional<std::string> centre_value(const Scenario& s, const std::vector<std::string_view>& parts,
                                        const Shape& shape)
{
    const int index = parts.size() > 2 ? s.centre_index(parts[1]) : -1;
    if (index < 0) return std::nullopt;
    const Centre& centre = s.centres[static_cast<std::size_t>(index)];
    if (shape.form == Shape::Form::field) return written(*shape.field, shape.field->access.read(&centre));
    if (parts[2] == "area") return centre.area;
    if (parts[2] == "same_roof_as") return centre.same_roof_as;
    return std::nullopt;
}

std::optional<std::string> intervention_value(const Scenario& s, const std::vector<std::string_view>& parts)
{
    std::size_t number = 0;
    if (parts.size() < 3) return std::nullopt;
    std::from_chars(parts[1].data(), parts[1].data() + parts[1].size(), number);
    if (number < 1 || number > s.interventions.size()) return std::nullopt;
    const Intervention& one = s.interventions[number - 1];
    const InterventionKind& kind = kind_of(one.type);
    if (parts[2] == "type") return std::string(kind.id);
    if (parts[2] == "date") return format_date(one.date);
    if (parts[2] == "id" && parts.size() == 3 && !one.id.empty()) return one.id;
    if (parts[2] == "requires" && parts.size() == 3 && !one.requires_ids.empty()) return joined(one.requires_ids);
    if (parts.size() != 4) return std::nullopt;
    if (parts[2] == "target") {
        for (const auto& [key, id] : target_of(one)) {
            if (parts[3] == key) return id;
        }
        return std::nullopt;
    }
    if (parts[2] != "params") return std::nullopt;
    if (parts[3] == "model" && kind.needs_model) return one.organisation.model;
    const Field* field = find_field(kind.params, parts[3]);
    if (field == nullptr) return std::nullopt;
    return written(*field, field->access.read(&one));
}

void append_paths(std::vector<std::string>& paths, std::string_view section, std::span<const Field> fields)
{
    for (const Field& field : fields)
        paths.push_back(fmt::format("{}.{}", section, field.key));
}

} // namespace

std::string resolve(const Scenario& s, const ResolvedPlaces& places)
{
    std::string out = "samspil: 1\n";
    out += "title: " + both(s.title) + "\n";
    if (!s.description.da.empty()) out += "description: " + both(s.description) + "\n";
    out += "data: " + in_quotes(places.data) + "\n";
    if (!places.tables.empty()) out += "tables:\n";
    for (const auto& [table, file] : places.tables)
        out += fmt::format("  {}: {}\n", table, in_quotes(file));
    write_fields(out, "period", period_fields(), &s.period, "  start: " + format_date(s.period.start) + "\n");
    write_fields(out, "run", run_fields(), &s.run);
    write_fields(out, "policy", policy_fields(), &s.policy);
    write_fields(out, "organisation", organisation_fields(), &s.organisation,
                 "  model: " + in_quotes(s.organisation.model) + "\n");
    write_centres(out, s, places.centre_paths);
    write_fields(out, "assumptions", parameter_fields(), &s.assumptions);
    write_fields(out, "mechanisms", mechanism_fields(), &s.mechanisms);
    write_goals(out, s);
    write_interventions(out, s);
    return out;
}

std::optional<std::string> value_at(const Scenario& s, std::string_view path)
{
    const auto parts = split_path(path);
    if (parts[0] == "interventions") return intervention_value(s, parts);
    const Shape* shape = shape_at(path);
    if (shape == nullptr) return std::nullopt;
    if (parts[0] == "centres") return centre_value(s, parts, *shape);
    if (path == "period.start") return format_date(s.period.start);
    if (path == "organisation.model") return s.organisation.model;
    if (path == "title.da") return s.title.da;
    if (path == "title.en") return s.title.en;
    if (path == "description.da") return s.description.da;
    if (path == "description.en") return s.description.en;
    const void* object = object_of(s, parts[0]);
    if (object == nullptr || shape->form != Shape::Form::field) return std::nullopt;
    return written(*shape->field, shape->field->access.read(object));
}

std::vector<std::string> paths_of(const Scenario& s)
{
    std::vector<std::string> paths{"title.da", "title.en", "description.da", "description.en", "period.start"};
    append_paths(paths, "period", period_fields());
    append_paths(paths, "run", run_fields());
    append_paths(paths, "policy", policy_fields());
    paths.emplace_back("organisation.model");
    append_paths(paths, "organisation", organisation_fields());
    for (const Centre& centre : s.centres) {
        const std::string base = "centres." + centre.id;
        append_paths(paths, base, centre_fields());
        paths.push_back(base + ".area");
        paths.push_back(base + ".same_roof_as");
        for (const Field& places : centre_place_fields())
            paths.push_back(fmt::format("{}.offers.{}.places", base, places.key));
    }
    append_paths(paths, "assumptions", parameter_fields());
    append_paths(paths, "mechanisms", mechanism_fields());
    for (std::size_t i = 0; i < s.interventions.size(); ++i) {
        const std::string base = "interventions." + std::to_string(i + 1);
        const InterventionKind& kind = kind_of(s.interventions[i].type);
        paths.push_back(base + ".type");
        paths.push_back(base + ".date");
        if (!s.interventions[i].id.empty()) paths.push_back(base + ".id");
        if (!s.interventions[i].requires_ids.empty()) paths.push_back(base + ".requires");
        for (const auto& [key, id] : target_of(s.interventions[i])) paths.push_back(base + ".target." + key);
        if (kind.needs_model) paths.push_back(base + ".params.model");
        append_paths(paths, base + ".params", kind.params);
    }
    return paths;
}

} // namespace samspil
