// SPDX-License-Identifier: MPL-2.0
// A file that one process holds, so that another finds it held, also over NFS (where flock is a lock of the server).
#pragma once

#include "engine/base/text.hpp"

#include <optional>
#include <string>

namespace samspil {

enum class Hold {
    alone,      ///< nobody else holds it; the file must be there
    together,   ///< with others that hold it together; the file must be there
    alone_made, ///< alone; the file is made where it is missing
};

/// Held until it is destroyed, or the process ends in any way.
class FileLock {
public:
    FileLock() = default;
    /// Does not wait. Throws IoError unreadable when the file cannot be opened, unwritable naming `named` when it is held.
    FileLock(const std::string& path, Hold how, const std::string& named);
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

    /// Why the file system cannot lock: nobody else is kept out then. Nothing where it can.
    const std::optional<Text>& unlocked() const { return unlocked_; }

private:
    int file_ = -1;
    std::optional<Text> unlocked_;
};

} // namespace samspil
