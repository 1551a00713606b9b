// SPDX-License-Identifier: MPL-2.0
#include "engine/io/layers.hpp"

#include "engine/io/nearest.hpp"
#include "engine/io/source_text.hpp"
#include "engine/io/values.hpp"
#include "engine/model/calendar.hpp"
#include "engine/model/indicators.hpp"
#include "engine/model/intervention.hpp"

#include <algorithm>
#include <charconv>

namespace samspil {
namespace {

using Form = Shape::Form;
const std::string override_place = "-s";

/// Of the n-th intervention, from 0.
std::string numbered_path(std::size_t n) { return "interventions." + std::to_string(n + 1); }

Text not_in_this_version() { return {"kendt, men ikke i denne version", "known, but not in this version"}; }

std::string joined(const std::string& path, std::string_view key)
{
    return path.empty() ? std::string(key) : path + "." + std::string(key);
}

/// Walks one file along the tree of keys.
class Walker {
public:
    Walker(const std::string& file, const std::filesystem::path& folder, Layers& layers, Diagnostics& out)
        : file_(file), folder_(folder), layers_(layers), out_(out)
    {
    }

    /// `prefix` stands before the path in messages, not in the map.
    void section(const Node& node, const Shape& shape, const std::string& path, const std::string& prefix,
                 std::map<std::string, Setting>& into)
    {
        if (node.kind == Node::Kind::null) return;
        if (node.kind != Node::Kind::mapping) {
            report(node, joined_prefix(prefix, path), {"ventede en gruppe af nøgler", "expected a group of keys"},
                   path.empty()          ? Text{"skriv nøgle: værdi, en på hver linje", "write key: value, one on each line"}
                   : shape.form == Form::section && shape.child("da") ? Text{"skriv {da: \"...\", en: \"...\"}", "write {da: \"...\", en: \"...\"}"}
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

    void interventions(const Node& node)
    {
        if (node.kind == Node::Kind::null) return;
        if (node.kind == Node::Kind::mapping && file_ == override_place) return numbered(node);
        if (node.kind != Node::Kind::sequence) {
            report(node, "interventions", {"ventede en liste", "expected a list"},
                   {"hver indsats begynder med en streg (-)", "each intervention starts with a dash (-)"});
            return;
        }
        for (std::size_t i = 0; i < node.items.size(); ++i)
            intervention(node.items[i], "interventions." + std::to_string(i + 1));
    }

private:
    static std::string joined_prefix(const std::string& prefix, const std::string& path)
    {
        if (prefix.empty()) return path;
        return path.empty() ? prefix : prefix + "." + path;
    }
    void report(const Node& node, const std::string& path, Text message, Text hint = {})
    {
        out_.add(error_at(node.origin(file_), path, std::move(message), std::move(hint)));
        layers_.broken.insert(path);
    }
    static Text possible(const Shape& shape)
    {
        std::string keys;
        for (const Shape& child : shape.children) {
            if (child.form != Form::later) keys += (keys.empty() ? "" : ", ") + std::string(child.key);
        }
        return say("mulige: {}", "possible: {}", keys);
    }
    void unknown(const Node::Entry& entry, const Shape& shape, const std::string& path)
    {
        const std::string_view near = nearest_key(shape, entry.key);
        Text hint = did_you_mean(near);
        const auto built = std::count_if(shape.children.begin(), shape.children.end(),
                                         [](const Shape& child) { return child.form != Form::later; });
        if (near.empty() && built > 0 && built <= 16) hint = possible(shape);
        const bool digits = !entry.key.empty() && entry.key.find_first_not_of("0123456789") == std::string::npos;
        if (digits && entry.value.kind == Node::Kind::null)
            hint = {"decimaltegnet er punktum: skriv 12.5, ikke 12,5", "the decimal sign is a point: write 12.5, not 12,5"};
        std::string parent = path.substr(0, path.size() - std::min(path.size(), entry.key.size()));
        if (!parent.empty() && parent.back() == '.') parent.pop_back();
        out_.add(error_at({file_, entry.line, entry.column}, parent,
                          say("ukendt nøgle '{}'", "unknown key '{}'", shown(entry.key)), hint));
    }
    void value(const Node::Entry& entry, const Shape& shape, const std::string& path, const std::string& prefix,
               std::map<std::string, Setting>& into)
    {
        const Node& node = entry.value;
        const std::string full = joined_prefix(prefix, path);
        Setting setting;
        setting.origin = node.origin(file_);
        setting.shape = &shape;
        switch (shape.form) {
        case Form::section:
            return section(node, shape, path, prefix, into);
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
    void goals(const Node& node)
    {
        if (node.kind != Node::Kind::sequence)
            return report(node, "goals", {"ventede en liste", "expected a list"},
                          {"skriv [reach.municipal, travel.over_30]", "write [reach.municipal, travel.over_30]"});
        layers_.goals.emplace();
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            const Node& item = node.items[i];
            const std::string path = "goals." + std::to_string(i + 1);
            GoalSetting goal;
            goal.origin = item.origin(file_);
            const Node* id = &item;
            if (item.kind == Node::Kind::mapping) {
                static const Shape shape{
                    "",
                    Form::section,
                    {},
                    nullptr,
                    {Shape{"kpi", Form::name, {"kpi", "kpi"}},
                     Shape{"relevance", Form::field, relevance_field().label, &relevance_field()}}};
                std::map<std::string, Setting> values;
                section(item, shape, "", path, values);
                if (const auto found = values.find("relevance"); found != values.end())
                    goal.relevance = found->second.number;
                const Node::Entry* kpi = item.find("kpi");
                if (kpi == nullptr) {
                    report(item, path, {"nøglen 'kpi' mangler", "the key 'kpi' is missing"});
                    continue;
                }
                id = &kpi->value;
            }
            if (id->kind != Node::Kind::scalar || !find_kpi(id->text)) {
                std::vector<std::string_view> known;
                for (const Kpi& kpi : kpi_table())
                    known.push_back(kpi.id);
                report(*id, path, say("intet måltal hedder '{}'", "no indicator is named '{}'", shown(id->text)),
                       did_you_mean(nearest(id->text, known)));
                continue;
            }
            goal.kpi = id->text;
            const auto same = [&](const GoalSetting& g) { return g.kpi == goal.kpi; };
            if (std::any_of(layers_.goals->begin(), layers_.goals->end(), same)) {
                report(*id, path, say("måltallet '{}' står to gange", "the indicator '{}' stands twice", goal.kpi));
                continue;
            }
            layers_.goals->push_back(std::move(goal));
        }
    }
    const Shape* kind_of_intervention(const Node& node, const std::string& path)
    {
        const Node::Entry* type = node.find("type");
        if (type == nullptr || type->value.kind != Node::Kind::scalar) {
            report(type ? type->value : node, path, {"nøglen 'type' mangler", "the key 'type' is missing"});
            return nullptr;
        }
        const Shape& list = *scenario_shape().child("interventions");
        if (const Shape* kind = list.child(type->value.text)) return kind;
        const auto later = later_intervention_types();
        if (std::find(later.begin(), later.end(), type->value.text) != later.end()) {
            report(type->value, path + ".type",
                   say("'{}' er kendt, men ikke i denne version", "'{}' is known, but not in this version",
                       type->value.text));
            return nullptr;
        }
        const std::string_view near = nearest_key(list, type->value.text);
        report(type->value, path + ".type",
               say("ukendt slags indsats '{}'", "unknown type of intervention '{}'", shown(type->value.text)),
               near.empty() ? possible(list) : did_you_mean(near));
        return near.empty() ? nullptr : list.child(near); // what else is wrong is told of what was probably meant
    }
    /// Of an intervention of no known type: what every type has.
    void common_keys(const Node& node, const std::string& path)
    {
        const Shape& any = scenario_shape().child("interventions")->children.front();
        std::map<std::string, Setting> ignored;
        for (const Node::Entry& entry : node.entries) {
            const Shape* shape = any.child(entry.key);
            if (shape != nullptr && shape->form != Form::section) value(entry, *shape, entry.key, path, ignored);
        }
    }
    void require(const Shape& shape, const Node& node, const std::string& path)
    {
        for (const Shape& child : shape.children) {
            if (!child.required) continue;
            const Node::Entry* entry = node.find(child.key);
            if (entry == nullptr) {
                report(node, path, say("nøglen '{}' mangler", "the key '{}' is missing", child.key));
                layers_.broken.insert(joined(path, child.key));
            } else if (child.form == Form::section && entry->value.kind == Node::Kind::mapping) {
                require(child, entry->value, joined(path, child.key));
            }
        }
    }
    void intervention(const Node& node, const std::string& path)
    {
        if (node.kind != Node::Kind::mapping)
            return report(node, path,
                          {"ventede en gruppe med type, date, ...", "expected a group with type, date, ..."});
        const Shape* kind = kind_of_intervention(node, path);
        if (kind == nullptr) return common_keys(node, path);
        InterventionSetting setting;
        setting.type = kind->key;
        setting.path = path;
        setting.origin = node.origin(file_);
        section(node, *kind, "", path, setting.values);
        require(*kind, node, path);
        take_broken(path, setting.broken);
        layers_.interventions.push_back(std::move(setting));
    }
    /// Moves what is broken at and below `path` to the intervention: its number in the scenario is not that in the file.
    void take_broken(const std::string& path, std::set<std::string>& broken)
    {
        const auto is_here = [&](const std::string& one) { return one == path || one.starts_with(path + "."); };
        for (const std::string& one : layers_.broken) {
            if (is_here(one)) broken.insert(one.substr(std::min(one.size(), path.size() + 1)));
        }
        std::erase_if(layers_.broken, is_here);
    }
    /// interventions.2.params.shock_weeks from -s: a value of an intervention that is already there.
    void numbered(const Node& node)
    {
        for (const Node::Entry& entry : node.entries) {
            const std::string path = "interventions." + entry.key;
            std::size_t number = 0;
            const auto [end, error] = std::from_chars(entry.key.data(), entry.key.data() + entry.key.size(), number);
            const bool whole = error == std::errc{} && end == entry.key.data() + entry.key.size();
            if (!whole || number < 1 || number > layers_.interventions.size()) {
                report(entry.value, path,
                       say("scenariet har {} indsatser, talt fra 1",
                           "the scenario has {} interventions, counted from 1", layers_.interventions.size()));
                continue;
            }
            InterventionSetting& setting = layers_.interventions[number - 1];
            if (entry.value.find("type") != nullptr) {
                report(entry.value, path + ".type",
                       {"en indsats kan ikke skifte slags", "the type of an intervention cannot be changed"});
                continue;
            }
            section(entry.value, *scenario_shape().child("interventions")->child(setting.type), "", path,
                    setting.values);
        }
    }

    const std::string& file_;
    const std::filesystem::path& folder_;
    Layers& layers_;
    Diagnostics& out_;
};

} // namespace

void take_layer(const Node& root, const std::string& file, const std::filesystem::path& folder, Layers& layers,
                Diagnostics& out)
{
    Walker walker(file, folder, layers, out);
    if (root.kind == Node::Kind::null) {
        out.add(error_at({file, 1, 1}, "", {"filen er tom", "the file is empty"}));
        return;
    }
    const bool version_given = root.find("samspil") != nullptr;
    if (root.kind == Node::Kind::mapping && !version_given) {
        out.add(error_at({file, 1, 1}, "", {"nøglen 'samspil' mangler", "the key 'samspil' is missing"},
                         {"skriv samspil: 1 øverst", "write samspil: 1 at the top"}));
    }
    walker.section(root, scenario_shape(), "", "", layers.values);
}

void sort_by_date(std::vector<InterventionSetting>& interventions)
{
    const auto date = [](const InterventionSetting& i) {
        const auto found = i.values.find("date");
        return found == i.values.end() ? std::string() : found->second.text;
    };
    std::stable_sort(interventions.begin(), interventions.end(),
                     [&](const auto& a, const auto& b) { return date(a) < date(b); });
}

bool number_the_broken(Layers& layers)
{
    bool whole = true;
    for (std::size_t n = 0; n < layers.interventions.size(); ++n) {
        for (const std::string& key : layers.interventions[n].broken) {
            layers.broken.insert(key.empty() ? numbered_path(n) : numbered_path(n) + "." + key);
            whole = false;
        }
    }
    return whole;
}

std::string path_in_file(const Layers& layers, const std::string& path)
{
    for (std::size_t n = 0; n < layers.interventions.size(); ++n) {
        const std::string here = numbered_path(n);
        if (path == here || path.starts_with(here + ".")) return layers.interventions[n].path + path.substr(here.size());
    }
    return path;
}

void take_override(const std::string& path, const std::string& value, Layers& layers, Diagnostics& out)
{
    const auto parts = split_path(path);
    const bool fixed = parts[0] == "samspil" || parts[0] == "extends" || parts[0] == "data" || parts[0] == "tables";
    if (fixed) {
        out.add(error_at({override_place, 0, 0}, path, {"kan kun sættes i en fil", "can be set in a file only"}));
        return;
    }
    std::string text = value;
    if (!decode(text, override_place, false, out)) return;
    auto node = parse_yaml(text, override_place, out);
    if (!node) return;
    node->line = node->column = 0;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        Node outer;
        outer.kind = Node::Kind::mapping;
        outer.entries.push_back({std::string(*part), 0, 0, std::move(*node)});
        node = std::move(outer);
    }
    const std::filesystem::path nowhere;
    Walker(override_place, nowhere, layers, out).section(*node, scenario_shape(), "", "", layers.values);
}

} // namespace samspil
