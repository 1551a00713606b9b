// SPDX-License-Identifier: MPL-2.0
#include "engine/io/schema.hpp"

#include "engine/io/say.hpp"
#include "engine/io/shape.hpp"
#include "engine/io/study_plan.hpp"
#include "engine/io/tables.hpp"
#include "engine/io/values.hpp"
#include "engine/model/indicators.hpp"
#include "engine/model/intervention.hpp"

#include <functional>

namespace samspil {
namespace {

using Form = Shape::Form;

std::string json(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

std::string described(Label label)
{
    return label.en == label.da ? std::string(label.en) : fmt::format("{} / {}", label.en, label.da);
}

/// Members of a JSON object, one a line.
class Object {
public:
    explicit Object(int depth)
        : inner_(static_cast<std::size_t>(2 * depth + 2), ' '), outer_(static_cast<std::size_t>(2 * depth), ' ')
    {
    }
    void member(std::string_view key, const std::string& value)
    {
        body_ += fmt::format("{}{}{}: {}", body_.empty() ? "" : ",\n", inner_, json(key), value);
    }
    std::string text() const { return "{\n" + body_ + "\n" + outer_ + "}"; }

private:
    std::string inner_, outer_, body_;
};

std::string schema_of(const Shape& shape, int depth);

std::string field_schema(const Field& field, Label label, int depth)
{
    Object object(depth);
    const std::string unit = field.unit.empty() ? "" : fmt::format(" ({})", field.unit);
    object.member("description", json(described(label) + unit));
    if (field.kind == Kind::flag) {
        object.member("type", json("boolean"));
    } else if (field.kind == Kind::choice) {
        std::string ids;
        for (const Choice& choice : field.choices) {
            if (choice.built) ids += (ids.empty() ? "" : ", ") + json(choice.id);
        }
        object.member("enum", "[" + ids + "]");
    } else {
        object.member("type", json(field.kind == Kind::integer ? "integer" : "number"));
        object.member("minimum", written(field.minimum));
        object.member("maximum", written(field.maximum));
    }
    return object.text();
}

std::string section_schema(const Shape& shape, int depth)
{
    Object properties(depth + 1), object(depth);
    std::string required;
    for (const Shape& child : shape.children) {
        if (child.form == Form::later) continue;
        properties.member(child.key, schema_of(child, depth + 2));
        // With `extends` a parent may say it; only the version and an intervention's own keys are always needed.
        const bool always = child.required && (child.key == "samspil" || shape.label.en != "period");
        if (always && shape.key != "organisation" && shape.key != "period")
            required += (required.empty() ? "" : ", ") + json(child.key);
    }
    if (!shape.label.en.empty()) object.member("description", json(described(shape.label)));
    const bool one_text_will_do = shape.child("da") != nullptr; // for both languages
    object.member("type", one_text_will_do ? "[\"object\", \"string\"]" : json("object"));
    object.member("additionalProperties", "false");
    if (!required.empty()) object.member("required", "[" + required + "]");
    object.member("properties", properties.text());
    return object.text();
}

std::string goals_schema(int depth)
{
    std::string ids;
    for (const Kpi& kpi : kpi_table())
        ids += (ids.empty() ? "" : ", ") + json(kpi.id);
    const std::string one = "{\"enum\": [" + ids + "]}";
    Object object(depth);
    object.member("type", json("array"));
    object.member("items", "{\"anyOf\": [" + one +
                               ", {\"type\": \"object\", \"additionalProperties\": false, \"required\": [\"kpi\"], "
                               "\"properties\": {\"kpi\": " +
                               one + ", \"relevance\": {\"type\": \"number\", \"minimum\": 0}}}]}");
    return object.text();
}

std::string interventions_schema(const Shape& shape, int depth)
{
    std::string kinds;
    for (const Shape& kind : shape.children) {
        Shape exact = kind;
        std::erase_if(exact.children, [](const Shape& s) { return s.key == "type"; });
        std::string one = section_schema(exact, depth + 2);
        const std::string properties = "\"properties\": {";
        const std::size_t at = one.find(properties) + properties.size();
        one.insert(at, fmt::format("\n{}\"type\": {{\"const\": {}}},",
                                   std::string(static_cast<std::size_t>(2 * depth + 8), ' '), json(kind.key)));
        const std::string required = "\"required\": [";
        one.insert(one.find(required) + required.size(), "\"type\", ");
        kinds += (kinds.empty() ? "" : ", ") + one;
    }
    Object object(depth);
    object.member("description", json(described(shape.label)));
    object.member("type", json("array"));
    object.member("items", "{\"oneOf\": [" + kinds + "]}");
    return object.text();
}

std::string schema_of(const Shape& shape, int depth)
{
    switch (shape.form) {
    case Form::section:
        return section_schema(shape, depth);
    case Form::by_id: {
        Object object(depth);
        object.member("description", json(described(shape.label)));
        object.member("type", json("object"));
        object.member("additionalProperties", schema_of(shape.children.front(), depth + 1));
        return object.text();
    }
    case Form::field:
        return field_schema(*shape.field, shape.label, depth);
    case Form::goals:
        return goals_schema(depth);
    case Form::interventions:
        return interventions_schema(shape, depth);
    case Form::names:
        return fmt::format("{{\"description\": {}, \"type\": \"array\", \"items\": {{\"type\": \"string\"}}}}",
                           json(described(shape.label)));
    case Form::date:
        return fmt::format("{{\"description\": {}, \"type\": \"string\", \"format\": \"date\"}}",
                           json(described(shape.label)));
    default:
        return fmt::format("{{\"description\": {}, \"type\": \"string\"}}", json(described(shape.label)));
    }
}

} // namespace

std::string scenario_json_schema()
{
    std::string body = section_schema(scenario_shape(), 0);
    body.insert(
        2, "  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"title\": \"Samspil scenario\",\n");
    return body + "\n";
}

std::string plan_json_schema()
{
    Shape shape = plan_shape();
    std::erase_if(shape.children, [](const Shape& child) { return child.key == "factors" || child.key == "goals" || child.key == "budgets"; });
    std::string body = section_schema(shape, 0);
    std::string ids;
    for (const Kpi& kpi : kpi_table()) ids += (ids.empty() ? "" : ", ") + json(kpi.id);
    const std::string goals = "\n    \"goals\": {\"type\": \"array\", \"items\": {\"enum\": [" + ids + "]}},";
    const std::string factor =
        "{\"type\": \"object\", \"additionalProperties\": false, \"required\": [\"path\"], \"properties\": {\"path\": {\"type\": \"string\"}, "
        "\"low\": {\"type\": \"number\"}, \"high\": {\"type\": \"number\"}, \"values\": {\"type\": \"array\", \"minItems\": 1}, "
        "\"only\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}}";
    const std::string factors = "\n    \"factors\": {\"anyOf\": [{\"const\": \"assumed\"}, {\"type\": \"array\", \"minItems\": 1, \"items\": " + factor + "}]},";
    const std::string budgets = "\n    \"budgets\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"additionalProperties\": false, \"required\": "
                                "[\"kpi\"], \"properties\": {\"kpi\": {\"enum\": [" + ids +
                                "]}, \"at_most\": {\"type\": \"number\"}, \"at_least\": {\"type\": \"number\"}}}},";
    const std::string properties = "\"properties\": {";
    body.insert(body.find(properties) + properties.size(), goals + budgets + factors);
    const std::string required = "\"required\": [";
    body.insert(body.find(required) + required.size(), "\"base\", \"factors\", ");
    body.insert(2, "  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"title\": \"Samspil study plan\",\n");
    return body + "\n";
}

} // namespace samspil
