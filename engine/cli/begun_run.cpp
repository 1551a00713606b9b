// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/begun_run.hpp"

#include "engine/cli/arguments.hpp"
#include "engine/cli/running.hpp"
#include "engine/io/build_info.hpp"
#include "engine/io/inputs_since.hpp"

namespace samspil {
namespace {

/// A run is not finished on other numbers than it began on.
void check_inputs(const LoadedScenario& loaded, const RunOption& option, const RunManifest& manifest)
{
    const auto changed = table_changed(option.inputs, loaded.inputs);
    if (!changed) return;
    const std::string again = manifest.tasks > 0 ? "samspil batch plan --force" : "samspil run --force";
    wrong_use({changed->da + " siden kørslen begyndte; læg tabellerne tilbage som de var, så fortsætter den; eller begynd forfra med " + again,
               changed->en + " since the run began; put the tables back as they were and it goes on; or begin again with " + again});
}

ResultHead head_of(const RunManifest& manifest, const RunOption& about, const LoadedScenario& loaded)
{
    ResultHead head;
    head.scenario = &loaded.scenario;
    head.outlines = loaded.outlines;
    head.seed = manifest.seed;
    head.replications = manifest.replications;
    head.posterior = manifest.posterior;
    head.origin = {.program_version = manifest.program_version,
                   .commit = manifest.commit,
                   .build = build_info().build,
                   .created = manifest.created,
                   .command = manifest.command,
                   .scenario_path = about.scenario_path,
                   .overrides = manifest.overrides,
                   .resolved_text = about.resolved_text,
                   .inputs = about.inputs,
                   .run_id = manifest.run_id};
    return head;
}

} // namespace

void check_program(const RunManifest& manifest)
{
    const BuildInfo& program = build_info();
    if (manifest.program_version != program.version || manifest.commit != program.commit)
        wrong_use(say("kørslen blev begyndt med samspil {} ({}), dette er samspil {} ({}): resultaterne ville ikke høre sammen",
                      "the run was begun by samspil {} ({}), this is samspil {} ({}): the results would not belong together",
                      manifest.program_version, manifest.commit, program.version, program.commit));
}

std::vector<LoadedScenario> scenarios_of(const RunManifest& manifest, Diagnostics& found)
{
    std::vector<LoadedScenario> scenarios;
    for (const RunOption& option : manifest.options) {
        auto loaded = load_resolved(option.resolved_text, option.project, option.stem, {}, found);
        if (!loaded) continue;
        check_inputs(*loaded, option, manifest);
        if (manifest.weeks > 0) loaded->scenario.period.weeks = manifest.weeks;
        scenarios.push_back(std::move(*loaded));
    }
    return scenarios;
}

BegunRun::BegunRun(const RunManifest& manifest, std::vector<LoadedScenario> scenarios)
    : manifest_(manifest), scenarios_(std::move(scenarios)), futures_(futures_in(manifest_))
{
    for (std::size_t o = 0; o < scenarios_.size(); ++o) {
        heads_.push_back(head_of(manifest_, manifest_.options[o], scenarios_[o]));
        if (manifest_.futures) heads_.back().futures = &futures_[o];
    }
}

StudyPlan BegunRun::plan() const
{
    StudyPlan plan;
    for (const LoadedScenario& loaded : scenarios_) plan.options.push_back(&loaded.scenario);
    plan.seed = manifest_.seed;
    plan.replications = manifest_.replications;
    if (manifest_.block > 0) plan.block = manifest_.block;
    if (manifest_.futures) plan.scenario_of = [this](std::size_t option, int replication) {
        const Scenario& scenario = scenarios_[option].scenario;
        return std::make_shared<const Scenario>(in_future(scenario, futures_[option], draw_future(futures_[option], scenario, manifest_.seed, replication)));
    };
    return plan;
}

} // namespace samspil
