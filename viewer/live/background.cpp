// SPDX-License-Identifier: MPL-2.0
#include "viewer/live/background.hpp"

#include <algorithm>
#include <thread>

#ifdef __linux__
#include <sched.h>
#include <sys/resource.h>
#endif

namespace samspil::viewer {

void stand_behind_the_screen()
{
#ifdef __linux__
    // A batch thread never takes the core from one that wakes; among those that want it, it gets a tenth of the share.
    // Both are of the one thread here. A refusal costs smoothness and nothing else.
    constexpr int lower = 10;
    const sched_param none{};
    static_cast<void>(sched_setscheduler(0, SCHED_BATCH, &none));
    static_cast<void>(setpriority(PRIO_PROCESS, 0, lower));
#endif
}

int threads_to_use(int asked)
{
    return asked > 0 ? asked : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

} // namespace samspil::viewer
