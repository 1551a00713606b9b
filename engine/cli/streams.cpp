// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/streams.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace samspil {

void fill_closed_streams()
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
        // The lowest number that is free is taken: this one. A system without /dev/null leaves it as it was.
        if (::fcntl(stream, F_GETFD) < 0 && ::open("/dev/null", O_RDWR) < 0) return;
    }
}

} // namespace samspil
