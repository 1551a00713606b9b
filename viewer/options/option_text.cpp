// SPDX-License-Identifier: MPL-2.0
// The text of an option, and which lever stands on which line of it.
#include "viewer/options/option_text.hpp"

#include "engine/io/shape.hpp"
#include "engine/io/values.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

using T = InterventionType;

/// A text in double quotes that reads back as it was; control characters, which a file may not hold, become blanks.
std::string in_quotes(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
        out += control ? ' ' : c;
    }
    return out + "\"";
}

/// In both languages, or one would be the base's.
std::string both(const Text& text)
{
    return fmt::format("{{da: {}, en: {}}}", in_quotes(text.da.empty() ? text.en : text.da),
                       in_quotes(text.en.empty() ? text.da : text.en));
}

class Lines {
public:
    void add(std::string_view line)
    {
        text_ += line;
        text_ += '\n';
        ++count_;
    }
    int next() const { return count_ + 1; }
    std::string text() && { return std::move(text_); }

private:
    std::string text_;
    int count_ = 0;
};

/// Values of one path after another as a tree: a key is written when it begins to differ from the path before.
void write_values(Lines& lines, const std::map<std::string, std::string>& values)
{
    std::vector<std::string_view> before;
    for (const auto& [path, value] : values) {
        const auto parts = split_path(path);
        std::size_t same = 0;
        while (same + 1 < parts.size() && same < before.size() && parts[same] == before[same])
            ++same;
        for (std::size_t i = same; i + 1 < parts.size(); ++i)
            lines.add(fmt::format("{:{}}{}:", "", 2 * i, parts[i]));
        const Shape* shape = shape_at(path);
        const bool one_line = value.find_first_of("\r\n") == std::string::npos;
        const bool plain = one_line && shape != nullptr && shape->form == Shape::Form::field;
        lines.add(
            fmt::format("{:{}}{}: {}", "", 2 * (parts.size() - 1), parts.back(), plain ? value : in_quotes(value)));
        before.assign(parts.begin(), parts.end() - 1);
    }
}

/// What an intervention leaves unsaid is as it was the day before for these, and the default for all others.
bool unsaid_is_as_before(T type, std::string_view key)
{
    switch (type) {
    case T::organisation_change:
        return key == "leadership" || key == "sharing_within" || key == "service_units";
    case T::visitation_rule:
    case T::volunteer_policy:
        return true;
    case T::consultants:
        return key == "clustered";
    case T::transport_rule:
        return key == "regime" || key == "preventive_rides";
    default:
        return false;
    }
}

bool must_be_said(const InterventionKind& kind, const Field& field, double value)
{
    if (value != field.fallback || unsaid_is_as_before(kind.type, field.key)) return true;
    const Shape* shape = scenario_shape().child("interventions")->child(kind.id)->child("params")->child(field.key);
    return shape->required;
}

void write_lever(Lines& lines, const Lever& lever)
{
    const InterventionKind& kind = kind_of(lever.type);
    lines.add(fmt::format("  - type: {}", kind.id));
    lines.add("    date: " + format_date(lever.date));
    if (!lever.id.empty()) lines.add("    id: " + in_quotes(lever.id));
    std::string before;
    for (const std::string& id : lever.requires_ids) before += (before.empty() ? "" : ", ") + in_quotes(id);
    if (!before.empty()) lines.add("    requires: [" + before + "]");
    std::string target;
    const auto aim = [&](bool said, std::string_view key, const std::string& id) {
        if (said && !id.empty()) target += fmt::format("{}{}: {}", target.empty() ? "" : ", ", key, in_quotes(id));
    };
    aim(kind.needs_centre || kind.takes_centre, "centre", lever.centre);
    aim(kind.needs_to, "to", lever.to);
    aim(kind.takes_area, "area", lever.area);
    aim(kind.takes_pool, "pool", lever.pool);
    if (!target.empty()) lines.add("    target: {" + target + "}");
    bool headed = false;
    const auto param = [&](std::string_view key, const std::string& value) {
        if (!headed) lines.add("    params:");
        headed = true;
        lines.add(fmt::format("      {}: {}", key, value));
    };
    if (kind.needs_model) param("model", in_quotes(lever.organisation.model));
    for (const Field& field : kind.params) {
        const double value = field.access.read(&lever);
        if (must_be_said(kind, field, value)) param(field.key, written(field, value));
    }
}

} // namespace

std::filesystem::path whole_path(const std::filesystem::path& path)
{
    // An empty path has no absolute form.
    return path.empty() ? std::filesystem::current_path() : std::filesystem::absolute(path).lexically_normal();
}

std::filesystem::path place_of(const OptionFile& option)
{
    return option.path.empty() ? suggested_path(option) : option.path.lexically_normal();
}

OptionText text_of(const OptionFile& option)
{
    Lines lines;
    OptionText made;
    lines.add("samspil: 1");
    if (const Text& title = option.title; !title.da.empty() || !title.en.empty()) lines.add("title: " + both(title));
    if (const Text& words = option.description; !words.da.empty() || !words.en.empty())
        lines.add("description: " + both(words));
    const auto folder = whole_path(place_of(option)).parent_path();
    lines.add("extends: " + in_quotes(whole_path(option.base).lexically_relative(folder).generic_string()));
    write_values(lines, option.values);
    if (!option.levers.empty()) lines.add("interventions:");
    for (const Lever& lever : option.levers) {
        made.lever_lines.push_back(lines.next());
        write_lever(lines, lever);
    }
    made.yaml = std::move(lines).text();
    return made;
}

std::optional<std::size_t> lever_at(const OptionText& text, const OptionFile& option, const Diagnostic& diagnostic)
{
    if (diagnostic.file != place_of(option).string()) return std::nullopt;
    const auto& lines = text.lever_lines;
    const auto after = std::upper_bound(lines.begin(), lines.end(), diagnostic.line);
    if (after == lines.begin()) return std::nullopt;
    return static_cast<std::size_t>(after - lines.begin()) - 1;
}

} // namespace samspil::viewer
