// SPDX-License-Identifier: MPL-2.0
// Pieces of JSON as text, for reports that are written and never read back here.
#pragma once

#include "engine/base/text.hpp"

#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace samspil::json_text {

/// In quotation marks; control characters escaped.
inline std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += fmt::format("\\{}", c);
        else if (static_cast<unsigned char>(c) < 0x20)
            out += fmt::format("\\u{:04x}", static_cast<int>(c));
        else
            out += c;
    }
    return out += '"';
}

/// null where there is no finite value.
inline std::string number(std::optional<double> value)
{
    return value && std::isfinite(*value) ? fmt::format("{}", *value) : std::string("null");
}

inline std::string text(const Text& words)
{
    return fmt::format("{{\"da\":{},\"en\":{}}}", quoted(words.da), quoted(words.en));
}

template <class Range, class One>
std::string list(const Range& range, One one)
{
    std::string out = "[";
    for (const auto& item : range) {
        if (out.size() > 1) out += ",";
        out += one(item);
    }
    return out += "]";
}

} // namespace samspil::json_text
