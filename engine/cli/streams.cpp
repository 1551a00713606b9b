// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/streams.hpp"

#include <cerrno>
#include <cstddef>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

namespace samspil {
namespace {

/// All of it is written or lost; either way the stream has no error.
ssize_t write_or_lose(void*, const char* text, std::size_t size)
{
    for (std::size_t done = 0; done < size;) {
        const ssize_t written = ::write(STDERR_FILENO, text + done, size - done);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) break;
        done += static_cast<std::size_t>(written);
    }
    return static_cast<ssize_t>(size);
}

} // namespace

void fill_closed_streams()
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
        // The lowest number that is free is taken: this one. A system without /dev/null leaves it as it was.
        if (::fcntl(stream, F_GETFD) < 0 && ::open("/dev/null", O_RDWR) < 0) return;
    }
}

void lose_unwritable_messages()
{
    cookie_io_functions_t ways{};
    ways.write = write_or_lose;
    std::FILE* stream = ::fopencookie(nullptr, "w", ways);
    if (stream == nullptr) return;
    std::setvbuf(stream, nullptr, _IONBF, 0);
    stderr = stream;
}

} // namespace samspil
