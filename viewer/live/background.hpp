// SPDX-License-Identifier: MPL-2.0
// Threads that work while a person looks at the screen.
#pragma once

namespace samspil::viewer {

enum class Behind {
    frames, ///< gives way to whatever is drawn, and goes before what calculates
    all,    ///< calculates: gives way to everything
};

/// From now on the calling thread, and those it starts, give way. Where the system knows no priority of threads,
/// nothing happens.
void stand_behind(Behind what);

/// All threads of the machine where `asked` is 0, else as asked.
int threads_to_use(int asked);

} // namespace samspil::viewer
