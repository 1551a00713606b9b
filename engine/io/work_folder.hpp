// SPDX-License-Identifier: MPL-2.0
// What a run and a study have in common on disk: a hidden folder (DIR/.parts, DIR/.study) that appears whole and goes at
// once, each by one rename, and whose manifest is locked by who works in it.
#pragma once

#include "engine/io/file_lock.hpp"

#include <functional>
#include <string>
#include <vector>

namespace samspil {

/// "out/" and "out/./" are "out"; nothing is ".".
std::string tidy_folder(const std::string& folder);

inline std::string manifest_in(const std::string& hidden) { return hidden + "/manifest.json"; }

/// Takes what lies there away: for readers at once, then file by file.
void discard_folder(const std::string& hidden);

/// The same of what somebody may work in. Throws IoError unwritable naming `folder` when one does.
void discard_unheld(const std::string& folder, const std::string& hidden);

/// Makes `folder`/`name` with what `fill` writes into the path it is given, as a whole or not at all; `folder` too where it
/// is missing. Nothing may lie there; what a process of this machine left half made there when it was killed is removed.
/// Throws IoError, and what `fill` throws.
void place_folder(const std::string& folder, const std::string& name, const std::function<void(const std::string& inside)>& fill);
/// The same, then the lock of the manifest in it: who begins here at the same moment is told so, one of the two.
FileLock place_and_hold(const std::string& folder, const std::string& name, const std::function<void(const std::string& inside)>& fill);

/// What a file says that we keep in a folder. A pipe under its name would be waited for without end: throws IoError
/// unreadable where no regular file stands.
std::string read_kept_file(const std::string& path);

/// Removes what a process that was killed may have left half made: everything in `folder` whose name begins like one of these.
void sweep_folder(const std::string& folder, const std::vector<std::string>& beginnings);

} // namespace samspil
