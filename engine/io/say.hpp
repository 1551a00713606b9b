// SPDX-License-Identifier: MPL-2.0
// Sentences in both languages at once, and diagnostics made of them in one line.
#pragma once

#include "engine/base/errors.hpp"

#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace samspil {

/// Where something stands. Lines and columns count from 1; 0 means unknown.
struct Origin {
    std::string file;
    int line = 0;
    int column = 0;
    bool operator==(const Origin&) const = default;
};

/// The same arguments put into a Danish and an English sentence.
template <class... Arguments>
Text say(std::string_view da, std::string_view en, const Arguments&... arguments)
{
    return {fmt::format(fmt::runtime(da), arguments...), fmt::format(fmt::runtime(en), arguments...)};
}

inline Text text_of(Label label) { return {std::string(label.da), std::string(label.en)}; }

inline Diagnostic error_at(const Origin& place, std::string path, Text message, Text hint = {})
{
    return {Severity::error, place.file,         place.line,     place.column,
            std::move(path), std::move(message), std::move(hint)};
}

/// Text of a file as it may be shown in a message: one line, at most 60 characters.
std::string shown(std::string_view text);

} // namespace samspil
