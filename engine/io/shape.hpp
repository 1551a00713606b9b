// SPDX-License-Identifier: MPL-2.0
// Every key a scenario file may hold, as one tree made from the field tables. The reader, did-you-mean, the JSON
// Schema, docs/scenario-format.md and `explain` all walk this tree.
#pragma once

#include "engine/model/fields.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace samspil {

struct Scenario;

struct Shape {
    enum class Form {
        section, ///< named children
        by_id,   ///< any id of a table (centres); the child of each is children[0]
        field,   ///< one value of a field table
        text,    ///< words
        name,    ///< an id, checked against a table later
        names,   ///< a list of ids; kept as one text with spaces between
        date,
        goals,         ///< a list of KPI ids, or of {kpi, relevance}
        interventions, ///< a list; children are the types, each with its keys
        later,         ///< known, not in this version
    };
    std::string_view key;
    Form form = Form::section;
    Label label;
    const Field* field = nullptr;
    std::vector<Shape> children{};
    std::vector<std::string_view> also{}; ///< words people write for it
    bool required = false;

    const Shape* child(std::string_view name) const;
};

/// The whole tree; the root is a section.
const Shape& scenario_shape();

/// The shape at a path ("centres.lc-x.offers.klub.places", "interventions.1.date"), or null.
const Shape* shape_at(std::string_view path);

/// The same in a scenario that has it: an intervention by its own type, since types share keys that mean different things.
const Shape* shape_at(const Scenario& scenario, std::string_view path);

/// The child key nearest to what somebody wrote, over keys, labels and other words.
std::string_view nearest_key(const Shape& section, std::string_view word);

/// Fields of the parts of a scenario that have no table in the model.
std::span<const Field> period_fields();
std::span<const Field> run_fields();
std::span<const Field> centre_fields();       ///< open, volunteers, other_task_hours
std::span<const Field> centre_place_fields(); ///< places of each offer, keyed by the offer
const Field& relevance_field();

std::vector<std::string_view> split_path(std::string_view path);

} // namespace samspil
