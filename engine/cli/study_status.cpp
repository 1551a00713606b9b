// SPDX-License-Identifier: MPL-2.0
// How far a study is, for `status` and `inspect`: read from its journal while it is not finished, from study.h5 when it is.
// No lock is taken, nothing is written.
#include "engine/cli/progress.hpp"
#include "engine/cli/running.hpp"
#include "engine/cli/studying.hpp"
#include "engine/io/run_status.hpp"
#include "engine/io/shell_words.hpp"
#include "engine/io/study_search.hpp"
#include "engine/io/study_words.hpp"
#include "engine/stats/intervals.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace samspil {
namespace {

constexpr std::size_t most_failures_listed = 10;

/// By the pace from the manifest to the last record; a pause in between makes it too long. 0: unknown.
double seconds_left(const std::string& folder, std::size_t done, std::size_t all)
{
    namespace fs = std::filesystem;
    std::error_code error;
    const auto begun = fs::last_write_time(folder + "/.study/manifest.json", error), last = fs::last_write_time(folder + "/.study/journal", error);
    if (error || done == 0) return 0;
    return std::chrono::duration<double>(last - begun).count() / static_cast<double>(done) * static_cast<double>(all - done);
}

/// Whether somebody works in the folder; a study.h5 beside the journal is finished but for what failed.
struct State {
    std::string_view id;
    Label label;
};

State state_of(const std::string& folder, bool written)
{
    const auto holder = holder_of(folder + "/.study/manifest.json");
    if (holder && *holder > 0) return {"running", {"kører", "running"}};
    if (written) return {"finished", {"færdig", "finished"}};
    if (holder) return {"interrupted", {"afbrudt", "interrupted"}};
    return {"unfinished", {"ikke færdig", "not finished"}}; // the system does not say whether somebody works
}

/// How sure the answers of a study are that is not finished: the largest half-width of a goal over its points, of the
/// difference to the base where there are options, over the whole rounds; nothing with fewer than two.
struct Sureness {
    std::size_t kpi = 0, option = 0;
    std::optional<double> half_width{};
};

std::vector<Sureness> sureness_of(const Evaluation& answers, const std::vector<std::size_t>& goals)
{
    std::vector<Sureness> rows;
    for (const std::size_t kpi : goals) {
        for (std::size_t option = answers.options > 1 ? 1 : 0; option < answers.options; ++option) {
            Sureness row{kpi, option};
            for (std::size_t p = 0; p < answers.points; ++p) {
                auto values = option > 0 ? answers.paired(p, option, kpi) : answers.kpi(p, option, kpi);
                values.resize(static_cast<std::size_t>(answers.complete));
                if (const auto interval = mean_interval(values)) row.half_width = std::max(row.half_width.value_or(0), (interval->high - interval->low) / 2);
            }
            rows.push_back(row);
        }
    }
    return rows;
}

std::string json_of(const std::vector<Sureness>& rows, const StudySetup& setup)
{
    std::string out;
    for (const Sureness& row : rows)
        out += fmt::format("{}{{\"kpi\": \"{}\", \"unit\": \"{}\", \"option\": \"{}\", \"half_width\": {}}}", out.empty() ? "" : ", ", kpi_table()[row.kpi].id, kpi_table()[row.kpi].unit,
                           setup.scenarios[row.option].scenario.id, row.half_width ? fmt::format("{}", *row.half_width) : "null");
    return out;
}

std::string screen_of(const std::vector<Sureness>& rows, const StudySetup& setup, Language language)
{
    std::string out;
    for (const Sureness& row : rows) {
        if (!row.half_width) continue;
        const Kpi& kpi = kpi_table()[row.kpi];
        const FigureStyle style = figure_style(kpi.unit, *row.half_width, language);
        out += fmt::format("  {}, {}: ± {} {}\n", setup.scenarios[row.option].scenario.id, kpi.label.in(language), figure(*row.half_width, style), row.option > 0 ? style.difference_unit : style.unit);
    }
    if (out.empty()) return out;
    return say("i det mest usikre punkt, 95 %:\n", "at the least certain point, 95%:\n").in(language) + out;
}

/// Different runs of a finished study: those with values, and those that failed.
std::pair<std::size_t, std::size_t> runs_of(const StudyResult& r)
{
    EvaluationSubject subject;
    subject.factors = r.factors;
    for (const StudyOption& option : r.options) subject.options.push_back(option.id);
    subject.seed = r.seed;
    const Evaluation& a = r.answers;
    std::set<std::pair<EvaluationKey, int>> done, failed;
    for (std::size_t p = 0; p < a.points; ++p) {
        for (std::size_t o = 0; o < a.options; ++o) {
            const EvaluationKey key = key_of(subject, o, r.points[p]);
            for (int n = 0; n < a.replications; ++n) {
                bool any = false;
                for (std::size_t k = 0; !any && k < kpi_table().size(); ++k) any = std::isfinite(a.at(p, o, n, k));
                if (any) done.insert({key, n});
            }
        }
    }
    for (const EvaluationFailure& one : a.failures) failed.insert({key_of(subject, one.option, r.points.at(one.point)), one.replication});
    return {done.size(), failed.size()};
}

} // namespace

std::vector<std::string> failure_lines(const StudyResult& result, Language language)
{
    std::vector<std::string> lines;
    for (const Text& line : failures_in_words(result)) lines.push_back(line.in(language));
    if (lines.size() <= most_failures_listed) return lines;
    const std::size_t more = lines.size() - most_failures_listed;
    lines.resize(most_failures_listed);
    lines.push_back(say("og {} til; alle står i study.h5 under failure/", "and {} more; all stand in study.h5 under failure/", more).in(language));
    return lines;
}

Exit finished_study_status(const std::string& path, bool json, Language language)
{
    const StudyResult result = read_study(path);
    const auto [done, failed] = runs_of(result);
    if (json) {
        fmt::print("{{\"state\": \"finished\", \"kind\": \"{}\", \"done\": {}, \"total\": {}, \"points\": {}, \"options\": {}, \"replications\": {}, \"complete_replications\": {}, \"failed\": {}, \"seconds_left\": 0, \"goals\": []}}\n",
                   id_of(result.kind), done, done + failed, result.points.size(), result.options.size(), result.answers.replications, result.answers.complete, failed);
        return Exit::done;
    }
    const std::string runs = counted(done, {"kørsel", "run"}, {"kørsler", "runs"}).in(language);
    fmt::print("{}\n{}\n", say("{}: færdig, {}, {} fejlede", "{}: finished, {}, {} failed", path, runs, failed).in(language), facts_of(result).in(language));
    for (const std::string& line : failure_lines(result, language)) fmt::print("{}\n", line);
    fmt::print("→ samspil inspect {}\n", in_shell(path));
    return Exit::done;
}

Exit study_status(const std::string& path, bool json, Language language)
{
    StudyFolder folder = StudyFolder::look(path);
    Diagnostics found;
    const auto setup = set_up_again(folder.manifest(), found);
    if (!setup) {
        show_diagnostics(found, language);
        return Exit::invalid_scenario;
    }
    const bool written = !study_result_in(path).empty();
    const State state = state_of(folder.folder(), written);
    const std::size_t done = folder.journal().size(), failed = folder.journal().failed();
    const Text failed_words = say("{} fejlede; samspil resume {} kører dem igen", "{} failed; samspil resume {} runs them again", failed, in_shell(path));
    const auto go_on = [&] {
        if (!written && state.id != "running") fmt::print("→ samspil resume {}\n", in_shell(path));
    };
    if (chooses_points(setup->plan.kind)) {
        const std::size_t most = most_runs(*setup);
        if (json) fmt::print("{{\"state\": \"{}\", \"kind\": \"{}\", \"done\": {}, \"total\": null, \"at_most\": {}, \"failed\": {}, \"seconds_left\": {}, \"goals\": []}}\n", state.id, id_of(setup->plan.kind), done, most, failed, written ? "0" : "null");
        else {
            fmt::print("{}: {}\n{}\n", path, state.label.in(language), say("{} kørsler er færdige, af højst {}", "{} runs are finished, of at most {}", done, most).in(language));
            if (failed > 0) fmt::print("{}\n", failed_words.in(language));
            go_on();
        }
        return Exit::done;
    }
    const std::atomic<bool> stop = true; // only what is remembered
    const EvaluationSubject subject = subject_of(*setup);
    const Evaluation answers = evaluate(subject, setup->points, setup->replications, Workers(), folder.memory(), {}, stop);
    const std::size_t all = distinct(subject, setup->points) * static_cast<std::size_t>(setup->replications);
    const double left = state.id == "running" ? seconds_left(folder.folder(), done, all) : 0; // nobody at work: no time is running
    const std::vector<Sureness> sureness = sureness_of(answers, setup->goals);
    if (json) {
        fmt::print("{{\"state\": \"{}\", \"kind\": \"{}\", \"done\": {}, \"total\": {}, \"points\": {}, \"options\": {}, \"replications\": {}, \"complete_replications\": {}, \"failed\": {}, \"seconds_left\": {}, \"goals\": [{}]}}\n",
                   state.id, id_of(setup->plan.kind), done, all, setup->points.size(), setup->scenarios.size(), setup->replications, answers.complete,
                   failed, left > 0 ? fmt::format("{:.0f}", left) : written ? "0" : "null", json_of(sureness, *setup));
        return Exit::done;
    }
    const std::string rounds = out_of(static_cast<std::size_t>(answers.complete), static_cast<std::size_t>(setup->replications), {"hel runde", "whole round"}, {"hele runder", "whole rounds"}).in(language);
    fmt::print("{}: {}\n{}\n", path, state.label.in(language),
               say("{} af {} gentagelser er færdige; {} over {} og {}", "{} of {} replications are finished; {} over {} and {}", done, all, rounds,
                   points_in_words(setup->points.size()).in(language), scenarios_in_words(setup->scenarios.size()).in(language)).in(language));
    if (left > 0) fmt::print("{}\n", say("ca. tid tilbage {}", "about time left {}", clock_text(left)).in(language));
    fmt::print("{}", screen_of(sureness, *setup, language));
    if (failed > 0) fmt::print("{}\n", failed_words.in(language));
    go_on();
    return Exit::done;
}

} // namespace samspil
