// SPDX-License-Identifier: MPL-2.0
#include "viewer/live/background.hpp"

#include <algorithm>
#include <thread>

#ifdef __linux__
#include <sched.h>
#include <sys/resource.h>
#endif

namespace samspil::viewer {

void stand_behind(Behind what)
{
#ifdef __linux__
    // At 10 a thread gets a tenth of what one at 0 gets where both want the core; a batch thread never takes the core
    // from one that has it. Both are of the one thread here. A refusal costs smoothness and nothing else.
    if (what == Behind::all) {
        const sched_param none{};
        static_cast<void>(sched_setscheduler(0, SCHED_BATCH, &none));
    }
    static_cast<void>(setpriority(PRIO_PROCESS, 0, what == Behind::all ? 10 : 5));
#else
    static_cast<void>(what);
#endif
}

int threads_to_use(int asked)
{
    return asked > 0 ? asked : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

} // namespace samspil::viewer
