// SPDX-License-Identifier: MPL-2.0
// What a run with --futures draws: planned from the scenarios when it begins, read from the manifest ever after.
#include "engine/base/errors.hpp"
#include "engine/cli/running.hpp"
#include "engine/io/futures_of.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace samspil {
namespace {

/// The text was checked when the run began.
std::shared_ptr<const PosteriorTable> table_of(const RunManifest& manifest)
{
    if (manifest.posterior.empty()) return nullptr;
    Diagnostics found;
    return parse_posterior(manifest.posterior, "posterior", found);
}

} // namespace

std::vector<FuturePlan> plan_the_futures(RunManifest& manifest, const std::vector<LoadedScenario>& scenarios)
{
    const auto posterior = table_of(manifest);
    std::vector<FuturePlan> plans;
    for (std::size_t o = 0; o < scenarios.size(); ++o) {
        plans.push_back(futures_of(scenarios[o], posterior));
        manifest.options[o].drawn = words_of(plans.back());
    }
    return plans;
}

std::vector<FuturePlan> futures_in(const RunManifest& manifest)
{
    std::vector<FuturePlan> plans;
    if (!manifest.futures) return plans;
    const auto posterior = table_of(manifest);
    for (const RunOption& option : manifest.options) {
        auto plan = plan_from_words(option.drawn, posterior);
        if (!plan || (!posterior && !manifest.posterior.empty()))
            throw IoError(IoError::Cause::damaged, "manifest.json", Text{"manifestet er beskadiget", "the manifest is damaged"});
        plans.push_back(std::move(*plan));
    }
    return plans;
}

void say_what_is_drawn(const std::vector<FuturePlan>& plans, Language language)
{
    const FuturePlan& plan = plans.front();
    std::array<std::size_t, stays_count> stays{};
    for (const StayingParameter& parameter : plan.stays) ++stays[static_cast<std::size_t>(parameter.why)];
    std::string why;
    for (std::size_t i = 0; i < stays_count; ++i) {
        if (stays[i] > 0) why += fmt::format("{}{} {}", why.empty() ? "" : ", ", stays[i], label_of(static_cast<Stays>(i)).in(language));
    }
    const Text words = say("fremtider: {} antagelser trækkes i hver gentagelse, {} står fast", "futures: {} assumptions are drawn in every replication, {} stay",
                           plan.drawn.size(), plan.stays.size());
    fmt::print(stderr, "{}{}\n", words.in(language), why.empty() ? "" : " (" + why + ")");
    for (const FuturePlan& other : plans) {
        if (words_of(other) == words_of(plan)) continue;
        const Text note = say("scenarierne sætter ikke de samme antagelser: det et scenarie selv sætter, er dets valg og trækkes ikke der",
                              "the scenarios do not set the same assumptions: what a scenario itself sets is its choice and is not drawn there");
        fmt::print(stderr, "{}\n", note.in(language));
        break;
    }
}

} // namespace samspil
