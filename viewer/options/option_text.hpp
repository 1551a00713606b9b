// SPDX-License-Identifier: MPL-2.0
// The text of an option, and which lever stands on which line of it.
#pragma once

#include "viewer/options/option_file.hpp"

namespace samspil::viewer {

struct OptionText {
    std::string yaml;
    std::vector<int> lever_lines; ///< first line of each lever, from 1
};

OptionText text_of(const OptionFile& option);

/// As lever_of(), of a text made before.
std::optional<std::size_t> lever_at(const OptionText& text, const OptionFile& option, const Diagnostic& diagnostic);

/// Absolute and without dots; never throws for an empty path.
std::filesystem::path whole_path(const std::filesystem::path& path);

/// The option's path, or where it would be put while it has none.
std::filesystem::path place_of(const OptionFile& option);

} // namespace samspil::viewer
