// SPDX-License-Identifier: MPL-2.0
#include "engine/io/inputs_since.hpp"

#include "engine/io/say.hpp"

#include <map>
#include <string>

namespace samspil {
namespace {

template <class Input>
std::map<std::string, std::string> tables_in(const std::vector<Input>& inputs)
{
    std::map<std::string, std::string> digests;
    for (const Input& input : inputs) {
        if (!input.path.ends_with(".yaml")) digests[input.path] = input.digest;
    }
    return digests;
}

std::optional<Text> first_change(const std::map<std::string, std::string>& before, const std::map<std::string, std::string>& after)
{
    for (const auto& [path, digest] : before) {
        const auto found = after.find(path);
        if (found == after.end()) return say("{} er forsvundet", "{} has disappeared", path);
        if (found->second != digest) return say("{} er ændret", "{} has changed", path);
    }
    for (const auto& [path, digest] : after) { // an optional table can be there all of a sudden
        if (!before.contains(path)) return say("{} er kommet til", "{} has been added", path);
    }
    return std::nullopt;
}

} // namespace

std::optional<Text> table_changed(const std::vector<InputRecord>& then, const std::vector<InputDigest>& now) { return first_change(tables_in(then), tables_in(now)); }

std::optional<Text> table_changed(const std::vector<InputRecord>& then, const std::vector<InputRecord>& now) { return first_change(tables_in(then), tables_in(now)); }

} // namespace samspil
