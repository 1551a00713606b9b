// SPDX-License-Identifier: MPL-2.0
#include "engine/io/layers.hpp"

#include "engine/io/layer_walker.hpp"
#include "engine/io/source_text.hpp"
#include "engine/io/values.hpp"

#include <algorithm>

namespace samspil {
namespace {

/// Of the n-th intervention, from 0.
std::string numbered_path(std::size_t n) { return "interventions." + std::to_string(n + 1); }

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
