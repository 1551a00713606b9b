// SPDX-License-Identifier: MPL-2.0
// samspil verify: are two results the same bytes, is a file what it says, does a replication come out again?
#include "engine/cli/arguments.hpp"
#include "engine/cli/as_run.hpp"
#include "engine/cli/file_kind.hpp"
#include "engine/cli/running.hpp"
#include "engine/experiment/study.hpp"
#include "engine/io/build_info.hpp"
#include "engine/io/same_bytes.hpp"
#include "engine/io/study_file.hpp"

#include <limits>

namespace samspil {
namespace {

Exit tell(const std::optional<Difference>& found, const Text& same, Language language)
{
    if (!found) {
        fmt::print("{}\n", same.in(language));
        return Exit::done;
    }
    const Text words = say("ikke ens: {} {}: {} og {}", "not the same: {} {}: {} and {}", found->dataset, found->where, found->a, found->b);
    fmt::print("{}\n", words.in(language));
    return Exit::not_identical;
}

/// Results of another program need not come out again; whoever reads "not the same" must know that first.
void name_both_programs(const ResultOrigin& origin, Language language)
{
    const BuildInfo& here = build_info();
    if (origin.program_version == here.version && origin.commit == here.commit) return;
    const Text words = say("resultatet er lavet af samspil {} ({}), dette program er samspil {} ({}): ens bytes er kun lovet inden for én version",
                           "the result was made by samspil {} ({}), this program is samspil {} ({}): equal bytes are promised within one version only",
                           origin.program_version, origin.commit, here.version, here.commit);
    fmt::print("{}\n", words.in(language));
}

/// The future of one replication is not what the result says it was.
std::optional<Difference> other_future(const ResultFile& file, const AsRun& again, int replication)
{
    if (!again.futures) return std::nullopt;
    const Future future = draw_future(*again.futures, again.loaded.scenario, file.metadata().seed, replication);
    const auto recorded = file.file().read_slot<double>("futures/values", static_cast<std::uint64_t>(replication));
    for (std::size_t i = 0; i < recorded.size(); ++i) {
        if (recorded[i] != future.values[i])
            return Difference{"futures/values", fmt::format("[{}, {}]", replication, i), fmt::format("{}", recorded[i]), fmt::format("{}", future.values[i])};
    }
    return std::nullopt;
}

/// Runs one replication anew from the scenario file the result names.
Exit rerun(const ResultFile& file, int replication, const Arguments& given, Language language)
{
    const ResultMetadata& about = file.metadata();
    name_both_programs(about.origin, language);
    const Changed read = read_as_run(file, false);
    if (const auto* wrong = std::get_if<Diagnostics>(&read)) {
        show_diagnostics(*wrong, language);
        return Exit::invalid_scenario;
    }
    if (const auto* changed = std::get_if<Text>(&read)) {
        fmt::print("{}\n", changed->in(language));
        return Exit::not_identical;
    }
    const AsRun& as_run = std::get<AsRun>(read);
    const Scenario& scenario = as_run.loaded.scenario;
    if (const auto found = other_future(file, as_run, replication)) return tell(found, {}, language);
    StudyPlan plan;
    plan.options = {&scenario};
    plan.seed = about.seed;
    plan.first_replication = replication;
    plan.replications = replication + 1;
    if (as_run.futures) plan.scenario_of = [&](std::size_t, int r) {
        return std::make_shared<const Scenario>(in_future(scenario, *as_run.futures, draw_future(*as_run.futures, scenario, about.seed, r)));
    };
    std::optional<ReplicationResult> again;
    StudySinks sinks;
    sinks.result = [&](std::size_t, ReplicationResult&& result) { again = std::move(result); };
    const std::atomic<bool> stop = false;
    const Workers workers(static_cast<int>(given.whole("threads", 1, 1024).value_or(all_threads())));
    const StudyOutcome outcome = run_study(plan, workers, sinks, stop);
    if (!again) throw std::runtime_error(outcome.failures.empty() ? "no replication" : outcome.failures.front().cause);
    return tell(first_difference(file, *again), say("gentagelse {} gav de samme bytes igen", "replication {} gave the same bytes again", replication), language);
}

} // namespace

Exit verify_command(const Invocation& call)
{
    namespace po = boost::program_options;
    po::options_description known;
    const auto text = [] { return po::value<std::string>(); };
    known.add_options()("first", text())("rerun", text())("threads,j", text());
    const Arguments given(call, known);
    const auto& paths = given.positional();
    const auto first = given.whole("first", 1, 1'000'000);
    const auto again = given.whole("rerun", 0, 1'000'000);
    if (paths.empty() || paths.size() > 2 || (paths.size() == 2 && again) || (paths.size() == 1 && first))
        wrong_use({"skriv: samspil verify A.h5 B.h5 [--first N], eller samspil verify R.h5 [--rerun K]",
                   "write: samspil verify A.h5 B.h5 [--first N], or samspil verify R.h5 [--rerun K]"});
    for (const std::string& path : paths) expect_kind(path, {FileKind::result});
    if (!again && is_study_file(paths[0])) {
        if (first) wrong_use({"--first gælder ikke undersøgelser", "--first is not for studies"});
        return tell(first_difference_of_studies(paths[0], paths.back()), {"de samme bytes", "the same bytes"}, call.language);
    }
    const ResultFile a = open_result(paths[0]);
    if (again) {
        if (a.metadata().part || *again >= a.metadata().replications)
            wrong_use(say("{} har ikke gentagelse {}", "{} has no replication {}", paths[0], *again));
        return rerun(a, static_cast<int>(*again), given, call.language);
    }
    if (paths.size() == 1) return tell(first_difference(a, open_result(paths[0]), std::nullopt), say("{} er hel", "{} is whole", paths[0]), call.language);
    const ResultFile b = open_result(paths[1]);
    for (const ResultFile* file : {&a, &b}) {
        if (first && *first > file->metadata().replications)
            wrong_use(say("{} har kun {} gentagelser", "{} has only {} replications", file->path(), file->metadata().replications));
    }
    const auto limit = first ? std::optional(static_cast<int>(*first)) : std::nullopt;
    return tell(first_difference(a, b, limit), {"de samme bytes", "the same bytes"}, call.language);
}

} // namespace samspil
