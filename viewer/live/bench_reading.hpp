// SPDX-License-Identifier: MPL-2.0
// Reading a base and the options on it for the workbench: whatever goes wrong becomes words, and whether two readings are of the
// same files.
#pragma once

#include "viewer/state/bench.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/scenario_file.hpp"

#include <exception>
#include <memory>
#include <string>
#include <vector>

namespace samspil::viewer {

/// What else may go wrong: a disk that fails, no memory.
Diagnostics told(const std::string& path, const std::exception& error);

/// The base, or nothing and why.
std::shared_ptr<const LoadedScenario> read_base(const std::string& path, Diagnostics& found);
/// An option with the base as it is on disk now, or nothing and why.
std::shared_ptr<const LoadedScenario> read_draft(const Draft& draft, const Scenario& base, Diagnostics& found);

/// Whether files are the same, one by one, but for the first `skipped` of `a`.
bool same_files(const LoadedScenario& a, const LoadedScenario& b, std::ptrdiff_t skipped = 0);
/// Whether the files under the option are those the base was read from; its own text is the first of its inputs.
bool rests_on(const LoadedScenario& option, const LoadedScenario& base);
/// Where an option cannot be read its base may be the reason: whether that can be read, and is another by now.
bool other_on_disk(const std::string& path, const LoadedScenario& base);

/// What a base was read from, or what it could not be read from.
std::vector<std::string> files_of(const std::string& path, const LoadedScenario* base, const Diagnostics& found);
/// The base on disk is another than the one that runs, and cannot be read.
Diagnostic base_unreadable(const std::string& path);

} // namespace samspil::viewer
