// SPDX-License-Identifier: MPL-2.0
// docs/scenario-format.md: every key of a scenario and every column of a table.
#include "engine/io/schema.hpp"

#include "engine/io/say.hpp"
#include "engine/io/shape.hpp"
#include "engine/io/tables.hpp"
#include "engine/io/values.hpp"
#include "engine/model/intervention.hpp"

#include <functional>

namespace samspil {
namespace {

using Form = Shape::Form;

std::string choices_of(const Field& field)
{
    std::string ids;
    for (const Choice& choice : field.choices) {
        if (choice.built) ids += (ids.empty() ? "`" : ", `") + std::string(choice.id) + "`";
    }
    return ids;
}

std::string values_of(const Field& field)
{
    if (field.kind == Kind::flag) return "true, false";
    if (field.kind == Kind::choice) return choices_of(field);
    return range_of(field).en;
}

std::string field_row(const std::string& path, const Field& field, Label label, bool required)
{
    const bool sourced = !field.source.empty();
    return fmt::format("| `{}` | {} | {} | {} | {} | {} |\n", path, label.da, label.en, values_of(field),
                       required ? "required" : written(field, field.fallback),
                       sourced ? fmt::format("{}, {}", id_of(field.tag), field.source) : "");
}

void shape_rows(std::string& out, const Shape& shape, const std::string& path)
{
    if (shape.form == Form::field) {
        out += field_row(path, *shape.field, shape.label, shape.required);
    } else if (shape.form == Form::section || shape.form == Form::by_id) {
        for (const Shape& child : shape.children) {
            if (child.form == Form::later) continue;
            const std::string key = shape.form == Form::by_id ? "ID" : std::string(child.key);
            shape_rows(out, child, path.empty() ? key : path + "." + key);
        }
    } else if (shape.form == Form::text || shape.form == Form::name || shape.form == Form::names || shape.form == Form::date) {
        const char* values = shape.form == Form::date ? "YYYY-MM-DD" : shape.form == Form::name ? "an id" : shape.form == Form::names ? "a list of ids" : "text";
        out += fmt::format("| `{}` | {} | {} | {} | {} | |\n", path, shape.label.da, shape.label.en, values,
                           shape.required ? "required" : "");
    }
}

constexpr std::string_view heading = "| path | da | en | values | default | evidence |\n|---|---|---|---|---|---|\n";

std::string later_keys()
{
    std::string out;
    const std::function<void(const Shape&, const std::string&)> walk = [&](const Shape& shape,
                                                                           const std::string& path) {
        for (const Shape& child : shape.children) {
            const std::string below = path.empty()        ? std::string(child.key)
                                      : child.key.empty() ? path + ".ID"
                                                          : path + "." + std::string(child.key);
            if (child.form == Form::later) out += (out.empty() ? "`" : ", `") + below + "`";
            walk(child, below);
        }
    };
    walk(scenario_shape(), "");
    return out;
}

void table_pages(std::string& out)
{
    for (const TableInfo& table : table_infos()) {
        out += fmt::format(
            "\n### {}.csv\n\n{} / {}{}. A row is known by {}.\n\n| column | da | en | values |\n|---|---|---|---|\n",
            table.name, table.label.da, table.label.en, table.required ? "" : " (optional)", [&] {
                std::string key;
                for (std::size_t c = 0; c < table.identity; ++c)
                    key += (c ? ", `" : "`") + std::string(table.columns[c].key) + "`";
                return key;
            }());
        for (const Column& column : table.columns) {
            std::string values;
            const std::string unit = column.unit.empty() ? "" : " " + std::string(column.unit);
            switch (column.kind) {
            case Column::Kind::integer:
                values =
                    fmt::format("whole number, {} to {}{}", written(column.minimum), written(column.maximum), unit);
                break;
            case Column::Kind::number:
                values = fmt::format("{} to {}{}", written(column.minimum), written(column.maximum), unit);
                break;
            case Column::Kind::id:
                values = "id: a-z, digits, hyphen";
                break;
            case Column::Kind::dotted_id:
                values = "id: a-z, digits, hyphen, point";
                break;
            case Column::Kind::word:
                values = fmt::format("{}", fmt::join(column.words, ", "));
                break;
            case Column::Kind::text:
                values = "text";
                break;
            case Column::Kind::date:
                values = "YYYY-MM-DD";
                break;
            }
            out += fmt::format("| `{}` | {} | {} | {}{} |\n", column.key, column.label.da, column.label.en, values,
                               column.may_be_empty ? ", may be empty" : "");
        }
    }
}

} // namespace

std::string scenario_format_page()
{
    std::string out =
        "# The scenario format\n\n"
        "Made by `samspil schema --markdown` from the field tables of the program; a test compares. Do not edit by "
        "hand.\n\n"
        "A scenario is a YAML file and a folder of CSV tables. `samspil validate` says all that is wrong in one pass,\n"
        "`samspil explain` shows every value with its evidence and the line that set it.\n\n"
        "- `samspil: 1` is the version of the format and stands in every file.\n"
        "- `extends` inherits from another file, at most 8 levels. Values replace the parent's path by path, `goals` "
        "replaces\n"
        "  its list, `interventions` are added to the parent's. A `description` is not inherited; a `title` is.\n"
        "- A title or description in one language stands for both: `title: Min by`.\n"
        "- Paths are relative to the file that says them, names in `tables` to the data folder. All lies below the "
        "project\n"
        "  folder: the nearest folder at or above the scenario that holds `data` and `scenarios`, else the folder "
        "above its own.\n"
        "- Numbers have a decimal point, no leading zeros, no thousands separators; flags are true or false; dates "
        "YYYY-MM-DD.\n"
        "  Anchors, aliases, tags, merge keys and tabs are refused.\n"
        "- `-s PATH=VALUE` on the command line sets the same paths last. Interventions are numbered from 1 in order of "
        "date:\n"
        "  `-s interventions.1.params.shock_weeks=0`.\n\n## Keys\n\n";
    out += heading;
    for (const Shape& child : scenario_shape().children) {
        if (child.key != "assumptions" && child.key != "mechanisms") shape_rows(out, child, std::string(child.key));
    }
    out += "\n`goals` is a list of indicator ids or of `{kpi: ID, relevance: NUMBER}`; left out, the seven headline "
           "goals of docs/model.md hold.\n";
    out += "\n## Assumptions\n\nHow the world works. Later than a table `solved.csv`, earlier than `-s`.\n\n";
    out += heading;
    shape_rows(out, *scenario_shape().child("assumptions"), "assumptions");
    out += "\n## Mechanisms\n\nOff is the same, bit for bit, as the neutral value of the mechanism's numbers.\n\n";
    out += heading;
    shape_rows(out, *scenario_shape().child("mechanisms"), "mechanisms");
    out += "\n## Interventions\n\nA date inside the period. What an organisation change, an assessment rule, a change of transport, "
           "a volunteer policy or a change of consultants leaves unsaid stays as it was, whatever the column of defaults says.\n";
    for (const Shape& kind : scenario_shape().child("interventions")->children) {
        out += fmt::format("\n### {}\n\n{} / {}\n\n{}", kind.key, kind.label.da, kind.label.en, heading);
        shape_rows(out, kind, "");
    }
    out += "\n## Known, not in this version\n\nRefused by name, never ignored: " + later_keys();
    std::string types;
    for (const std::string_view type : later_intervention_types())
        types += (types.empty() ? "; intervention types `" : ", `") + std::string(type) + "`";
    out += types + ".\n\n## Tables\n\nCSV as RFC 4180 (comma, decimal point, UTF-8), or as a Danish spreadsheet writes "
                   "it (semicolon, decimal comma, UTF-8\n"
                   "with BOM or Windows-1252); one dialect per file, found from its header. Columns in any order. "
                   "Where the decimal sign is a\n"
                   "comma, `1.234` is an error: it can be read in two ways. A cell that looks like a CPR number is "
                   "refused and not shown.\n"
                   "Lines that begin with `#` are remarks. A source that begins with `lånt` or `borrowed` says that the "
                   "figure is another's\n"
                   "(`samspil validate` counts own, borrowed and assumed rows). The tables in Danish, with who has the "
                   "figures: [data-guide.da.md](data-guide.da.md).\n";
    table_pages(out);
    return out;
}

} // namespace samspil
