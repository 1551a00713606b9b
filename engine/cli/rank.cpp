// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/rank.hpp"

#include "engine/base/errors.hpp"
#include "engine/base/packet.hpp"
#include "engine/cli/begun_run.hpp"
#include "engine/cli/commands.hpp"
#include "engine/cli/signals.hpp"
#include "engine/cluster/serving.hpp"
#include "engine/experiment/answering.hpp"
#include "engine/experiment/replication_run.hpp"
#include "engine/io/build_info.hpp"
#include "engine/io/nation_plan.hpp"
#include "engine/io/study_setup.hpp"
#include "engine/io/whole_file.hpp"

#include <filesystem>
#include <mutex>

namespace samspil {
namespace {

constexpr std::string_view run_job = "run", study_job = "study", nation_job = "nation";

/// `place`: a folder, or the plan of a nation; `id` must be found there too.
std::string job_text(std::string_view kind, const std::string& place, const std::string& id)
{
    PacketWriter job;
    job.put(kind);
    job.put(std::filesystem::absolute(place).string());
    job.put(id);
    return job.take();
}

/// Every rank must see the same folder: a node without the common file system has none, or another.
void expect_same_run(const RunManifest& manifest, const std::string& run_id, const std::string& folder)
{
    if (manifest.run_id != run_id)
        throw IoError(IoError::Cause::unreadable, folder, Text{"her ligger en anden kørsel: alle processer skal se samme mappe",
                                                               "another run lies here: all processes must see the same folder"});
    check_program(manifest);
}

void expect_valid(const Diagnostics& found, const std::string& folder)
{
    for (const Diagnostic& one : found.items()) {
        if (one.severity == Severity::error) throw IoError(IoError::Cause::unreadable, folder, Text{format(one, Language::da), format(one, Language::en)});
    }
}

/// A run another process has begun; parts are written here, one at a time.
struct RunPlace {
    RunPlace(RunFolder given, std::vector<LoadedScenario> scenarios) : folder(std::move(given)), run(folder.manifest(), std::move(scenarios)), plan(run.plan())
    {
        if (plan.scenario_of) return;
        for (const LoadedScenario& loaded : run.scenarios()) plan.premises.push_back(premises_of(std::make_shared<const Scenario>(loaded.scenario)));
    }
    RunFolder folder;
    BegunRun run;
    StudyPlan plan;
    std::mutex mutex;
};

Handler run_handler(const std::string& path, const std::string& run_id)
{
    RunFolder folder = RunFolder::join(path);
    expect_same_run(folder.manifest(), run_id, path);
    Diagnostics found;
    std::vector<LoadedScenario> scenarios = scenarios_of(folder.manifest(), found);
    expect_valid(found, path);
    const auto place = std::make_shared<RunPlace>(std::move(folder), std::move(scenarios));
    return [place](std::string_view order, const Workers& workers, const std::atomic<bool>& stop) {
        StudySinks sinks;
        sinks.result = [&](std::size_t option, ReplicationResult&& result) {
            const std::lock_guard lock(place->mutex);
            place->folder.keep(option, place->run.heads()[option], result);
        };
        return run_order(place->plan, order, workers, sinks, stop);
    };
}

/// Answers questions about a subject, which it keeps.
Handler answering_about(EvaluationSubject given)
{
    struct Place {
        explicit Place(EvaluationSubject about) : subject(std::move(about)), answering(subject) {}
        EvaluationSubject subject;
        Answering answering;
    };
    const auto place = std::make_shared<Place>(std::move(given));
    return [place](std::string_view order, const Workers& workers, const std::atomic<bool>& stop) { return place->answering.report_on(order, workers, stop); };
}

Handler study_handler(const std::string& path, const std::string& run_id)
{
    const StudyManifest manifest = study_manifest_in(path);
    expect_same_run(manifest.run, run_id, path);
    Diagnostics found;
    const auto setup = set_up_again(manifest, found);
    expect_valid(found, path);
    return answering_about(subject_of(*setup));
}

/// Municipalities with seeds, sizes and digests of their tables, and the program.
std::string id_of_nation(const EvaluationSubject& subject)
{
    std::string text = subject.options.front();
    for (const std::string& municipality : subject.factors.front().words) text += "\n" + municipality;
    return digest_of(text);
}

Handler nation_handler(const std::string& plan, const std::string& id)
{
    Diagnostics found;
    const auto nation = read_nation(plan, found);
    expect_valid(found, plan);
    EvaluationSubject subject = subject_of(nation->municipalities, nation->seed, this_program());
    if (id_of_nation(subject) != id)
        throw IoError(IoError::Cause::unreadable, plan, Text{"planen, dens tabeller eller programmet er et andet her: alle processer skal se det samme",
                                                             "the plan, its tables or the program is another one here: all processes must see the same"});
    return answering_about(std::move(subject));
}

Handler prepare(const std::string& text)
{
    PacketReader job(text);
    const std::string kind = job.take_text(), place = job.take_text(), id = job.take_text();
    try {
        if (kind == nation_job) return nation_handler(place, id);
        return kind == run_job ? run_handler(place, id) : study_handler(place, id);
    } catch (const UsageError& wrong) {
        throw IoError(IoError::Cause::unreadable, place, wrong.message);
    }
}

} // namespace

std::string job_of_run(const RunFolder& folder) { return job_text(run_job, folder.folder(), folder.manifest().run_id); }

std::string job_of_study(const StudyFolder& folder) { return job_text(study_job, folder.folder(), folder.manifest().run.run_id); }

std::string job_of_nation(const std::string& plan_path, const EvaluationSubject& subject) { return job_text(nation_job, plan_path, id_of_nation(subject)); }

int work_as_rank(Channel& channel) noexcept
{
    const StopSignals signals;
    return serve(channel, prepare, signals.stop());
}

} // namespace samspil
