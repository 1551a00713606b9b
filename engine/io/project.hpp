// SPDX-License-Identifier: MPL-2.0
// The folder a scenario may not look out of.
#pragma once

#include <filesystem>

namespace samspil {

/// The nearest folder at or above the scenario that holds both `data` and `scenarios`, else the folder above its own.
std::filesystem::path project_of(const std::filesystem::path& scenario);

/// Whether a file lies below a folder, links followed.
bool lies_below(const std::filesystem::path& file, const std::filesystem::path& folder);

} // namespace samspil
