// SPDX-License-Identifier: MPL-2.0
// A shorter period than the file says, for a first look.
#include "engine/io/resolved.hpp"
#include "engine/io/scenario_file.hpp"

#include <algorithm>

namespace samspil {

void shorten(LoadedScenario& loaded, int weeks, Diagnostics& out)
{
    Scenario& s = loaded.scenario;
    if (weeks >= s.period.weeks) return;
    s.period.weeks = weeks;
    const Day end = s.period.start + 7 * weeks;
    for (std::size_t n = 0; n < s.interventions.size(); ++n) {
        if (s.interventions[n].date < end) continue;
        const std::string path = "interventions." + std::to_string(n + 1);
        const Origin place = loaded.origins[path];
        out.add(
            {Severity::note,
             place.file,
             place.line,
             place.column,
             path,
             say("{} ligger efter de {} uger der køres, og sker ikke",
                 "{} lies beyond the {} weeks run and does not happen", format_date(s.interventions[n].date), weeks),
             {}});
    }
    std::erase_if(s.interventions, [&](const Intervention& one) { return one.date >= end; });
    loaded.resolved_text = resolve(s, loaded.places);
}

} // namespace samspil
