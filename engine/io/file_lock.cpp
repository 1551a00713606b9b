// SPDX-License-Identifier: MPL-2.0
#include "engine/io/file_lock.hpp"

#include "engine/base/errors.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace samspil {
namespace {

/// Over NFS a file held alone must be open for writing, one held together for reading. Who may only read it (a colleague's
/// folder) can still hold it alone on a local disk. A pipe is opened without waiting for its other end.
int opened(const std::string& path, Hold how)
{
    if (how == Hold::together) return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK | (how == Hold::alone_made ? O_CREAT : 0), 0666);
    return file < 0 && errno == EACCES ? ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK) : file;
}

int locked(int file, Hold how)
{
    for (;;) {
        if (::flock(file, (how == Hold::together ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0) return 0;
        if (errno != EINTR) return errno;
    }
}

/// Whether the path still leads to this file: another process may have put one of its own there since it was opened.
bool is_at(int file, const std::string& path)
{
    struct stat held{}, there{};
    return ::fstat(file, &held) == 0 && ::stat(path.c_str(), &there) == 0 && held.st_dev == there.st_dev && held.st_ino == there.st_ino;
}

} // namespace

FileLock::FileLock(const std::string& path, Hold how, const std::string& named) 
{
    int error = 0;
    for (bool same = false; !same;) {
        file_ = opened(path, how);
        if (file_ < 0) throw IoError(IoError::Cause::unreadable, path, system_reason(errno));
        error = locked(file_, how);
        same = error != 0 || is_at(file_, path);
        if (!same) ::close(std::exchange(file_, -1)); // that of a folder that is gone: hold the one that stands there now
    }
    if (error == 0) return;
    if (error != EWOULDBLOCK) {
        unlocked_ = system_reason(error);
        return;
    }
    ::close(file_);
    throw IoError(IoError::Cause::unwritable, named, Text{"en anden samspil arbejder her", "another samspil is at work here"});
}

FileLock::FileLock(FileLock&& other) noexcept : file_(std::exchange(other.file_, -1)), unlocked_(std::move(other.unlocked_)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept
{
    std::swap(file_, other.file_);
    std::swap(unlocked_, other.unlocked_);
    return *this;
}

FileLock::~FileLock()
{
    if (file_ >= 0) ::close(file_);
}

} // namespace samspil
