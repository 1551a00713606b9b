// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/as_run.hpp"

#include "engine/cli/arguments.hpp"
#include "engine/io/futures_of.hpp"
#include "engine/io/inputs_since.hpp"

namespace samspil {
namespace {

/// What the result says was drawn must be what would be drawn today.
bool same_drawn(const FuturePlan& plan, const FutureTable& table)
{
    std::vector<std::string> drawn, stays, why;
    for (const FutureParameter& parameter : plan.drawn) drawn.emplace_back(parameter.field->key);
    for (const StayingParameter& parameter : plan.stays) {
        stays.emplace_back(parameter.field->key);
        why.emplace_back(id_of(parameter.why));
    }
    return drawn == table.keys && stays == table.stays && why == table.why;
}

} // namespace

Changed read_as_run(const ResultFile& file, bool tables)
{
    const ResultMetadata& about = file.metadata();
    Diagnostics found, notes;
    auto loaded = load_scenario(about.origin.scenario_path, overrides_from(about.origin.overrides), found);
    if (!loaded || found.has_errors()) return found;
    shorten(*loaded, about.weeks, notes);
    const Text changed = say("{} er ændret siden: det er ikke længere det scenarie der blev kørt", "{} has changed since: it is no longer the scenario that was run",
                             about.origin.scenario_path);
    if (loaded->resolved_text != about.origin.resolved_text) return changed;
    if (tables) {
        if (const auto table = table_changed(about.origin.inputs, loaded->inputs)) return Text{table->da + " siden kørslen", table->en + " since the run"};
    }
    AsRun result{std::move(*loaded), std::nullopt};
    const auto table = file.futures();
    if (!table) return result;
    std::shared_ptr<const PosteriorTable> posterior;
    if (!about.posterior.empty() && !(posterior = parse_posterior(about.posterior, "posterior", found))) return found;
    result.futures = futures_of(result.loaded, posterior);
    if (!same_drawn(*result.futures, *table)) return changed;
    return result;
}

} // namespace samspil
