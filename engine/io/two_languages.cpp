// SPDX-License-Identifier: MPL-2.0
#include "engine/io/two_languages.hpp"

namespace samspil {

Node in_two_languages(const Node& node)
{
    Node both = node;
    if (node.kind == Node::Kind::scalar) {
        both = {.kind = Node::Kind::mapping, .text = {}, .line = node.line, .column = node.column};
        for (const char* language : {"da", "en"}) both.entries.push_back({language, node.line, node.column, node});
        return both;
    }
    const Node::Entry* da = node.find("da");
    const Node::Entry* en = node.find("en");
    if (da == nullptr && en != nullptr) both.entries.push_back({"da", en->line, en->column, en->value});
    if (en == nullptr && da != nullptr) both.entries.push_back({"en", da->line, da->column, da->value});
    return both;
}

} // namespace samspil
