// SPDX-License-Identifier: MPL-2.0
// What a path like assumptions.phi or interventions.1.params.places names.
#include "engine/io/shape.hpp"

#include "engine/io/nearest.hpp"
#include "engine/model/scenario.hpp"

#include <algorithm>
#include <charconv>

namespace samspil {

std::vector<std::string_view> split_path(std::string_view path)
{
    std::vector<std::string_view> parts;
    for (std::size_t i = 0; i <= path.size();) {
        const std::size_t end = std::min(path.find('.', i), path.size());
        parts.push_back(path.substr(i, end - i));
        i = end + 1;
    }
    return parts;
}

const Shape* shape_at(std::string_view path)
{
    const Shape* shape = &scenario_shape();
    for (const std::string_view part : split_path(path)) {
        if (shape->form == Shape::Form::interventions) {
            // The number of the intervention says nothing of its type: the first type that knows the rest will do.
            const std::size_t start = static_cast<std::size_t>(part.data() - path.data()) + part.size();
            const std::string_view rest = start < path.size() ? path.substr(start + 1) : std::string_view{};
            for (const Shape& kind : shape->children) {
                const Shape* found = &kind;
                if (!rest.empty()) {
                    for (const std::string_view key : split_path(rest))
                        found = found ? found->child(key) : nullptr;
                }
                if (found != nullptr) return found;
            }
            return nullptr;
        }
        shape = shape->child(part);
        if (shape == nullptr) return nullptr;
    }
    return shape;
}

const Shape* shape_at(const Scenario& scenario, std::string_view path)
{
    const auto parts = split_path(path);
    if (parts.size() < 3 || parts[0] != "interventions") return shape_at(path);
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(parts[1].data(), parts[1].data() + parts[1].size(), number);
    if (error != std::errc{} || end != parts[1].data() + parts[1].size()) return nullptr;
    if (number < 1 || number > scenario.interventions.size()) return nullptr;
    const Shape* shape = scenario_shape().child("interventions")->child(kind_of(scenario.interventions[number - 1].type).id);
    for (std::size_t i = 2; i < parts.size() && shape != nullptr; ++i) shape = shape->child(parts[i]);
    return shape;
}

std::string_view nearest_key(const Shape& section, std::string_view word)
{
    std::vector<KnownWord> known;
    for (const Shape& child : section.children) {
        if (child.form == Shape::Form::later) continue;
        known.push_back({child.key, child.key});
        known.push_back({child.label.da, child.key});
        known.push_back({child.label.en, child.key});
        for (const std::string_view other : child.also)
            known.push_back({other, child.key});
    }
    return nearest(word, known);
}

} // namespace samspil
