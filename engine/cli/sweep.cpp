// SPDX-License-Identifier: MPL-2.0
// samspil sweep, sensitivity, calibrate and optimise PLAN: everything is read and checked, and the cost said, before anything runs.
#include "engine/cli/arguments.hpp"
#include "engine/cli/file_kind.hpp"
#include "engine/cli/running.hpp"
#include "engine/cli/signals.hpp"
#include "engine/cli/studying.hpp"
#include "engine/io/build_info.hpp"
#include "engine/io/nation_folder.hpp"
#include "engine/io/shell_words.hpp"
#include "engine/io/study_words.hpp"
#include "engine/io/whole_file.hpp"

#include <filesystem>
#include <optional>


namespace samspil {
namespace {

void check_free(const std::string& folder)
{
    if (is_study_folder(folder))
        wrong_use(say("i {} ligger en undersøgelse der ikke er færdig: samspil resume {}, eller --force for at begynde forfra",
                      "{} holds an unfinished study: samspil resume {}, or --force to begin again", folder, in_shell(folder)));
    if (const std::string found = study_result_in(folder); !found.empty())
        wrong_use(say("{} findes og overskrives ikke; vælg en anden mappe, eller --force", "{} exists and is not overwritten; choose another folder, or --force", found));
    if (const std::string found = run_result_in(folder); !found.empty())
        wrong_use(say("{} er et resultat af en kørsel; vælg en anden mappe, eller --force", "{} is the result of a run; choose another folder, or --force", found));
    if (const auto found = occupied(folder, {}))
        wrong_use(say("i {} ligger en afbrudt kørsel; vælg en anden mappe", "{} holds an interrupted run; choose another folder", folder));
}

/// The plan's kind has its own command.
void check_kind(StudyKind kind, std::string_view command)
{
    if (const auto fits = command_of(kind); fits != command) wrong_use(say("planen siger study: {}; skriv samspil {}", "the plan says study: {}; write samspil {}", id_of(kind), fits));
}

/// The first point once, on one thread, kept nowhere.
double seconds_each(const StudySetup& setup)
{
    const std::atomic<bool> stop = false;
    const std::vector<StudyPoint> points{setup.points.empty() ? base_point(setup.factors, setup.scenarios.front().scenario) : setup.points.front()};
    const Evaluation first = evaluate(subject_of(setup), std::span(points), 1, Workers(), {}, {}, stop);
    return first.computed == 0 ? 0 : first.seconds / static_cast<double>(first.computed);
}

void print_factors(const StudySetup& setup, Language language)
{
    const StudyManifest manifest = manifest_of(setup);
    const StudyResult about = result_of(setup, manifest);
    fmt::print("{}\n{}\n", title_of(about).in(language), facts_of(about).in(language));
    for (std::size_t f = 0; f < setup.factors.size(); ++f) {
        const StudyFactor& factor = setup.factors[f];
        fmt::print("  {} ({}): {} … {}\n", factor.path, name_of(about, f).in(language), factor_text(about, f, factor.low, language), factor_text(about, f, factor.high, language));
    }
}

Exit study_command(const Invocation& call)
{
    namespace po = boost::program_options;
    po::options_description known;
    known.add_options()("output,o", po::value<std::string>())("threads,j", po::value<std::string>())("time", po::value<std::string>())("force", "")("dry-run", "");
    const Arguments given(call, known);
    const bool dry = given.has("dry-run");
    if (given.positional().size() != 1)
        wrong_use(say("skriv: samspil {} PLAN.yaml -o MAPPE, eller --dry-run", "write: samspil {} PLAN.yaml -o FOLDER, or --dry-run", call.command));
    const Effort effort = effort_of(given, call);
    const std::string folder = dry ? std::string() : output_of(given);
    expect_kind(given.positional()[0], {FileKind::study_plan});
    if (!dry) refuse_nation(folder);
    if (!dry) refuse_if_at_work(folder);
    if (!dry && !given.has("force")) check_free(folder);
    std::optional<StopSignals> signals; // a dry run ends at once
    if (!dry) signals.emplace(effort.seconds);

    Diagnostics found;
    const auto setup = set_up_study(given.positional()[0], found);
    if (show_diagnostics(found, call.language) || !setup) return Exit::invalid_scenario;
    check_kind(setup->plan.kind, call.command);
    if (dry) {
        print_factors(*setup, call.language);
        const double each = seconds_each(*setup);
        const Text cost = chooses_points(setup->plan.kind) ? cost_of_search_in_words(*setup, effort.threads, each) : cost_in_words(*setup, cost_of(*setup, effort.threads, each), effort.threads);
        fmt::print("{}\n", cost.in(call.language));
        return Exit::done;
    }
    StudyManifest manifest = manifest_of(*setup);
    manifest.run.created = timestamp();
    manifest.run.command = call.command_line;
    manifest.run.run_id = digest_of(fmt::format("{} {} {}", manifest.run.created, this_process(), study_manifest_text(manifest)));
    StudyFolder study = StudyFolder::begin(folder, std::move(manifest));
    return carry_out_study(study, *setup, effort, *signals, call);
}

} // namespace

std::string_view command_of(StudyKind kind)
{
    switch (kind) {
    case StudyKind::sweep: return "sweep";
    case StudyKind::calibrate: return "calibrate";
    case StudyKind::optimise: return "optimise";
    default: return "sensitivity";
    }
}

std::string run_result_in(const std::string& folder)
{
    std::error_code ignored;
    std::string first;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        const std::string path = entry.path().string();
        if (entry.path().extension() == ".h5" && entry.path().filename() != "study.h5" && (first.empty() || path < first)) first = path;
    }
    return first;
}

void refuse_nation(const std::string& folder)
{
    if (!is_nation_folder(folder)) return;
    wrong_use(say("i {} ligger et land; vælg en anden mappe", "{} holds a nation; choose another folder", folder));
}

Exit sweep_command(const Invocation& call) { return study_command(call); }
Exit sensitivity_command(const Invocation& call) { return study_command(call); }
Exit calibrate_command(const Invocation& call) { return study_command(call); }
Exit optimise_command(const Invocation& call) { return study_command(call); }

} // namespace samspil
