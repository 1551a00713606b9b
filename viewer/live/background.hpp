// SPDX-License-Identifier: MPL-2.0
// Threads that work while a person looks at the screen.
#pragma once

namespace samspil::viewer {

/// From now on the calling thread, and those it starts, give way to any frame that is to be drawn. Where the system
/// knows no priority of threads, nothing happens.
void stand_behind_the_screen();

/// All threads of the machine where `asked` is 0, else as asked.
int threads_to_use(int asked);

} // namespace samspil::viewer
