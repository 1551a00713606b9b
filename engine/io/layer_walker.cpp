// SPDX-License-Identifier: MPL-2.0
#include "engine/io/layer_walker.hpp"

#include "engine/io/likely.hpp"
#include "engine/io/source_text.hpp"
#include "engine/io/two_languages.hpp"
#include "engine/io/values.hpp"
#include "engine/model/calendar.hpp"

#include <algorithm>

namespace samspil {
namespace {

using Form = Shape::Form;

Text not_in_this_version() { return {"kendt, men ikke i denne version", "known, but not in this version"}; }

std::string joined_prefix(const std::string& prefix, const std::string& path)
{
    if (prefix.empty()) return path;
    return path.empty() ? prefix : prefix + "." + path;
}

bool is_text_in_two_languages(const Shape& shape) { return shape.form == Form::section && shape.child("da") != nullptr; }

} // namespace

Text possible(const Shape& shape)
{
    std::string keys;
    for (const Shape& child : shape.children) {
        if (child.form != Form::later) keys += (keys.empty() ? "" : ", ") + std::string(child.key);
    }
    return say("mulige: {}", "possible: {}", keys);
}

void Walker::section(const Node& node, const Shape& shape, const std::string& path, const std::string& prefix,
                     std::map<std::string, Setting>& into)
{
    if (node.kind == Node::Kind::null) return;
    if (node.kind != Node::Kind::mapping) {
        report(node, joined_prefix(prefix, path), {"ventede en gruppe af nøgler", "expected a group of keys"},
               path.empty()          ? Text{"skriv nøgle: værdi, en på hver linje", "write key: value, one on each line"}
               : is_text_in_two_languages(shape) ? Text{"skriv en tekst, eller {da: \"...\", en: \"...\"}", "write a text, or {da: \"...\", en: \"...\"}"}
                                     : Text{});
        return;
    }
    for (const Node::Entry& entry : node.entries) {
        const Shape* child = shape.child(entry.key);
        const std::string below = joined(path, entry.key);
        if (child == nullptr) {
            unknown(entry, shape, joined_prefix(prefix, below));
        } else {
            value(entry, *child, below, prefix, into);
        }
    }
}

void Walker::report(const Node& node, const std::string& path, Text message, Text hint)
{
    out_.add(error_at(node.origin(file_), path, std::move(message), std::move(hint)));
    layers_.broken.insert(path);
}

void Walker::unknown(const Node::Entry& entry, const Shape& shape, const std::string& path)
{
    if (type_is_guessed_) return;
    const std::string_view near = nearest_key(shape, entry.key);
    Text hint = did_you_mean(near);
    const auto built = std::count_if(shape.children.begin(), shape.children.end(),
                                     [](const Shape& child) { return child.form != Form::later; });
    if (near.empty() && !path.starts_with("interventions")) hint = near_path(entry.key); // at the wrong place
    if (hint.da.empty() && built > 0 && built <= 16) hint = possible(shape);
    const bool digits = !entry.key.empty() && entry.key.find_first_not_of("0123456789") == std::string::npos;
    if (digits && entry.value.kind == Node::Kind::null)
        hint = {"decimaltegnet er punktum: skriv 12.5, ikke 12,5", "the decimal sign is a point: write 12.5, not 12,5"};
    std::string parent = path.substr(0, path.size() - std::min(path.size(), entry.key.size()));
    if (!parent.empty() && parent.back() == '.') parent.pop_back();
    out_.add(error_at({file_, entry.line, entry.column}, parent,
                      say("ukendt nøgle '{}'", "unknown key '{}'", shown(entry.key)), hint));
}

void Walker::value(const Node::Entry& entry, const Shape& shape, const std::string& path, const std::string& prefix,
                   std::map<std::string, Setting>& into)
{
    const Node& node = entry.value;
    const std::string full = joined_prefix(prefix, path);
    Setting setting;
    setting.origin = node.origin(file_);
    setting.shape = &shape;
    switch (shape.form) {
    case Form::section:
        return section(is_text_in_two_languages(shape) ? in_two_languages(node) : node, shape, path, prefix, into);
    case Form::by_id:
        return section(node, shape, path, prefix, into);
    case Form::goals:
        return goals(node);
    case Form::interventions:
        return interventions(node);
    case Form::later:
        out_.add(error_at({file_, entry.line, entry.column}, full, not_in_this_version()));
        return;
    case Form::field: {
        const auto number = read_value(*shape.field, node, file_, full, out_);
        if (!number) {
            layers_.broken.insert(full);
            return;
        }
        setting.number = *number;
        break;
    }
    case Form::date:
        if (node.kind != Node::Kind::scalar || !parse_date(node.text)) {
            return report(
                node, full, say("'{}' er ikke en dato", "'{}' is not a date", shown(node.text)),
                {"skriv ÅÅÅÅ-MM-DD, for eksempel 2021-04-01", "write YYYY-MM-DD, for instance 2021-04-01"});
        }
        setting.text = node.text;
        break;
    case Form::names:
        if (node.kind != Node::Kind::sequence) return report(node, full, {"ventede en liste af navne", "expected a list of names"}, {"skriv [navn, navn]", "write [name, name]"});
        for (const Node& item : node.items) {
            if (item.kind != Node::Kind::scalar || item.text.empty() || item.text.find(' ') != std::string::npos)
                return report(item, full, {"ventede et navn uden mellemrum", "expected a name without spaces"});
            setting.text += (setting.text.empty() ? "" : " ") + item.text;
        }
        break;
    case Form::text:
    case Form::name:
        if (node.kind != Node::Kind::scalar) return report(node, full, {"ventede en tekst", "expected a text"});
        setting.text = full == "data" ? (folder_ / node.text).lexically_normal().string() : node.text;
        if (full == "data" && std::filesystem::path(node.text).is_absolute()) {
            return report(node, full,
                          {"stien skal være i forhold til filen", "the path must be relative to the file"});
        }
        break;
    }
    into.insert_or_assign(path, std::move(setting));
}

} // namespace samspil
