// SPDX-License-Identifier: MPL-2.0
// A text is written whole or not at all: temporary name beside it, flushed to disk, renamed.
#include "engine/base/errors.hpp"
#include "engine/io/comparison_report.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <unistd.h>

namespace samspil {
namespace {

[[noreturn]] void fail(const std::string& path, const std::string& temporary)
{
    const int why = errno;
    if (!temporary.empty()) std::remove(temporary.c_str());
    const bool full = why == ENOSPC || why == EDQUOT || why == EFBIG;
    throw IoError(full ? IoError::Cause::out_of_space : IoError::Cause::unwritable, path, std::strerror(why));
}

} // namespace

void write_whole_text(const std::string& path, std::string_view text)
{
    const std::string temporary = path + ".tmp" + std::to_string(::getpid());
    const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) fail(path, "");
    std::string_view left = text;
    while (!left.empty()) {
        const ssize_t written = ::write(file, left.data(), left.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            const int why = errno;
            ::close(file);
            errno = why;
            fail(path, temporary);
        }
        left.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(file) != 0 && errno != EINVAL) {
        const int why = errno;
        ::close(file);
        errno = why;
        fail(path, temporary);
    }
    if (::close(file) != 0 || std::rename(temporary.c_str(), path.c_str()) != 0) fail(path, temporary);
}

} // namespace samspil
