// SPDX-License-Identifier: MPL-2.0
// A strict reading of YAML into a tree of our own: text and places, no types. Duplicate and merge keys, anchors,
// aliases, tags and several documents are refused; numbers are read by values.hpp, so that 013 or .nan never pass.
#pragma once

#include "engine/io/say.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

struct Node {
    enum class Kind { null, scalar, sequence, mapping };
    struct Entry;
    Kind kind = Kind::null;
    std::string text;    ///< of a scalar
    bool quoted = false; ///< the scalar stood in quotes or as a block
    int line = 0, column = 0;
    std::vector<Entry> entries; ///< of a mapping, in the order of the file
    std::vector<Node> items;    ///< of a sequence

    const Entry* find(std::string_view key) const;
    Origin origin(const std::string& file) const { return {file, line, column}; }
};

struct Node::Entry {
    std::string key;
    int line = 0, column = 0; ///< of the key
    Node value;
};

inline constexpr int deepest_yaml = 64;

/// Reads a whole text that `decode` has accepted. All that can be said is said; the tree comes back unless the text
/// could not be read to its end. Never more than one document.
std::optional<Node> parse_yaml(std::string_view text, const std::string& file, Diagnostics& out);

} // namespace samspil
