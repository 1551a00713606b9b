// SPDX-License-Identifier: MPL-2.0
// Walks one scenario file along the tree of keys; used by layers.cpp alone.
#pragma once

#include "engine/io/layers.hpp"

#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace samspil {

/// The place of what -s says.
inline const std::string override_place = "-s";

inline std::string joined(const std::string& path, std::string_view key)
{
    return path.empty() ? std::string(key) : path + "." + std::string(key);
}

class Walker {
public:
    Walker(const std::string& file, const std::filesystem::path& folder, Layers& layers, Diagnostics& out)
        : file_(file), folder_(folder), layers_(layers), out_(out)
    {
    }

    /// `prefix` stands before the path in messages, not in the map.
    void section(const Node& node, const Shape& shape, const std::string& path, const std::string& prefix,
                 std::map<std::string, Setting>& into);

private:
    void report(const Node& node, const std::string& path, Text message, Text hint = {});
    void unknown(const Node::Entry& entry, const Shape& shape, const std::string& path);
    void value(const Node::Entry& entry, const Shape& shape, const std::string& path, const std::string& prefix,
               std::map<std::string, Setting>& into);

    // The two lists of a scenario (layer_lists.cpp).
    void goals(const Node& node);
    void interventions(const Node& node);
    void intervention(const Node& node, const std::string& path);
    const Shape* kind_of_intervention(const Node& node, const std::string& path);
    /// Of an intervention of no known type: what every type has.
    void common_keys(const Node& node, const std::string& path);
    void require(const Shape& shape, const Node& node, const std::string& path);
    /// Moves what is broken at and below `path` to the intervention: its number in the scenario is not that in the file.
    void take_broken(const std::string& path, std::set<std::string>& broken);
    /// interventions.2.params.shock_weeks from -s: a value of an intervention that is already there.
    void numbered(const Node& node);

    const std::string& file_;
    const std::filesystem::path& folder_;
    Layers& layers_;
    Diagnostics& out_;
    bool type_is_guessed_ = false; ///< an intervention of no known type is read as the nearest: its keys are not judged
};

/// "possible: klub, forebyggende".
Text possible(const Shape& shape);

} // namespace samspil
