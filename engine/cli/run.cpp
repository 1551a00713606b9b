// SPDX-License-Identifier: MPL-2.0
// samspil run S... -o DIR
#include "engine/cli/planned_run.hpp"
#include "engine/cli/running.hpp"
#include "engine/cli/signals.hpp"

namespace samspil {

Exit run_command(const Invocation& call)
{
    auto known = run_options();
    known.add_options()("time", boost::program_options::value<std::string>());
    const Arguments given(call, known);
    if (given.positional().empty()) wrong_use({"skriv: samspil run SCENARIE... -o MAPPE", "write: samspil run SCENARIO... -o FOLDER"});
    const Effort effort = effort_of(given, call);
    const StopSignals signals(effort.seconds);
    auto planned = plan_run(given.positional(), given, call);
    if (!planned) return Exit::invalid_scenario;
    RunFolder folder = begin(*planned);
    return carry_out(folder, std::move(planned->scenarios), effort, signals, call);
}

} // namespace samspil
