// SPDX-License-Identifier: MPL-2.0
// The two lists of a scenario: goals, and interventions of any type.
#include "engine/io/layer_walker.hpp"

#include "engine/io/likely.hpp"
#include "engine/io/values.hpp"
#include "engine/model/indicators.hpp"
#include "engine/model/intervention.hpp"

#include <algorithm>
#include <charconv>

namespace samspil {

namespace {
using Form = Shape::Form;
}

void Walker::goals(const Node& node)
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
            report(*id, path, say("intet måltal hedder '{}'", "no indicator is named '{}'", shown(id->text)), near_indicator(id->text));
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

void Walker::interventions(const Node& node)
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

const Shape* Walker::kind_of_intervention(const Node& node, const std::string& path)
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
    return near.empty() ? nullptr : list.child(near); // wrong values are told as of what was probably meant
}

void Walker::common_keys(const Node& node, const std::string& path)
{
    const Shape& any = scenario_shape().child("interventions")->children.front();
    std::map<std::string, Setting> ignored;
    for (const Node::Entry& entry : node.entries) {
        const Shape* shape = any.child(entry.key);
        if (shape != nullptr && shape->form != Form::section) value(entry, *shape, entry.key, path, ignored);
    }
}

void Walker::require(const Shape& shape, const Node& node, const std::string& path)
{
    for (const Shape& child : shape.children) {
        if (!child.required) continue;
        const Node::Entry* entry = node.find(child.key);
        if (entry == nullptr) {
            if (!type_is_guessed_) report(node, path, say("nøglen '{}' mangler", "the key '{}' is missing", child.key));
            layers_.broken.insert(joined(path, child.key));
        } else if (child.form == Form::section && entry->value.kind == Node::Kind::mapping) {
            require(child, entry->value, joined(path, child.key));
        }
    }
}

void Walker::intervention(const Node& node, const std::string& path)
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
    type_is_guessed_ = kind->key != node.find("type")->value.text;
    section(node, *kind, "", path, setting.values);
    require(*kind, node, path);
    type_is_guessed_ = false;
    take_broken(path, setting.broken);
    layers_.interventions.push_back(std::move(setting));
}

void Walker::take_broken(const std::string& path, std::set<std::string>& broken)
{
    const auto is_here = [&](const std::string& one) { return one == path || one.starts_with(path + "."); };
    for (const std::string& one : layers_.broken) {
        if (is_here(one)) broken.insert(one.substr(std::min(one.size(), path.size() + 1)));
    }
    std::erase_if(layers_.broken, is_here);
}

void Walker::numbered(const Node& node)
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

} // namespace samspil
