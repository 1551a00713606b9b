// SPDX-License-Identifier: MPL-2.0
// samspil compare: reads, pairs, shows; runs the parts when asked; judges the gates.
#include "engine/cli/arguments.hpp"
#include "engine/cli/commands.hpp"
#include "engine/cli/compare_inputs.hpp"
#include "engine/cli/compare_request.hpp"
#include "engine/cli/compare_screen.hpp"
#include "engine/cli/file_kind.hpp"
#include "engine/cli/groups_screen.hpp"
#include "engine/cli/run_and_compare.hpp"
#include "engine/experiment/gate.hpp"
#include "engine/experiment/who_changes.hpp"
#include "engine/io/say.hpp"
#include "engine/io/whole_file.hpp"

#include <algorithm>
#include <atomic>
#include <filesystem>

#include <fmt/format.h>

#include <unistd.h>

namespace samspil {
namespace {

std::vector<ResultFile> open_chance(const CompareRequest& request)
{
    std::vector<ResultFile> chance;
    for (const std::string& path : request.chance) {
        expect_kind(path, {FileKind::result});
        chance.push_back(open_result(path));
    }
    return chance;
}

/// Before hours of running.
void check_before_running(const RunAndCompare& both)
{
    const CompareRequest request = read_compare_request(both.compare);
    const auto& words = both.run.arguments;
    const bool futures = std::find(words.begin(), words.end(), "--futures") != words.end();
    check_page(request);
    check_fixed(request, futures);
    if (!request.chance.empty()) check_chance(open_chance(request), request.files.size(), futures);
}

/// A line that rewrites itself on a terminal, else a line per 10 %.
class ProgressLine {
public:
    explicit ProgressLine(std::string_view words) : words_(words) {}

    void operator()(const StudyProgress& progress)
    {
        if (terminal_) {
            fmt::print(stderr, "\r{}: {}/{}, {:.0f} s   ", words_, progress.done, progress.total,
                       progress.seconds_left);
            if (progress.done == progress.total) fmt::print(stderr, "\n");
            return;
        }
        const std::size_t tenth = progress.total == 0 ? 0 : 10 * progress.done / progress.total;
        if (tenth == tenth_) return;
        tenth_ = tenth;
        fmt::print(stderr, "{}: {} %\n", words_, 10 * tenth);
    }

private:
    std::string_view words_;
    bool terminal_ = ::isatty(STDERR_FILENO) != 0;
    std::size_t tenth_ = 0;
};

/// The recorded comparison is the whole of the parts when both were made by the same program from the same inputs.
bool agrees(const ReportOption& option)
{
    for (const Part& part : option.parts->parts) {
        if (part.what.role != PartRole::together) continue;
        for (std::size_t k = 0; k < part.kpis.size(); ++k)
            if (part.kpis[k].difference != option.kpis[k].difference) return false;
    }
    return true;
}

/// Parts of every option; returns false after saying why they cannot be made.
bool add_parts(ComparisonReport& report, const std::vector<Reloaded>& scenarios, std::span<const Goal> goals,
               const CompareRequest& request, Language language)
{
    const Workers workers(request.threads);
    const std::atomic<bool> stop{false};
    for (std::size_t i = 0; i < report.options.size(); ++i) {
        ReportOption& option = report.options[i];
        const Reloaded &base = scenarios.front(), &other = scenarios[i + 1];
        if (!base.scenario || !other.scenario) {
            fmt::print(stderr, "samspil: --parts: {}\n", (base.scenario ? other.problem : base.problem).in(language));
            return false;
        }
        const DecompositionPlan plan = plan_decomposition(*base.scenario, *other.scenario);
        const int pairs = std::min(report.base.replications, option.side.replications);
        ProgressLine line(language == Language::da ? "dele" : "parts");
        option.parts = run_decomposition(plan, {report.frame.seed, pairs, [&](const StudyProgress& p) { line(p); }},
                                         goals, workers, stop);
        for (const StudyFailure& failure : option.parts->outcome.failures)
            fmt::print(stderr, "samspil: --parts: {} {}: {}\n", language == Language::da ? "gentagelse" : "replication",
                       failure.replication, failure.cause);
        if (option.parts->parts.empty()) return false;
        const auto part = [](const Part& p) { return p.what.role == PartRole::part; };
        if (std::none_of(option.parts->parts.begin(), option.parts->parts.end(), part))
            option.notes.push_back({"der er ingen dele: alternativet har hverken en organisationsændring eller flere "
                                    "indsatser, der kan køres hver for sig",
                                    "no parts apply: the option has neither an organisation change nor several "
                                    "interventions that can be run one by one"});
        if (!agrees(option))
            option.notes.push_back({"delene er regnet med dette program og giver tilsammen ikke præcis det, "
                                    "resultatfilerne siger; kør igen med samspil run",
                                    "the parts were run by this program and together do not give exactly what the "
                                    "result files say; run again with samspil run"});
        option.headline = headline(option.side.title, option.kpis, &*option.parts, report.covers);
    }
    return true;
}

void add_groups(ComparisonReport& report, const std::vector<ResultFile>& files, const CompareRequest& request)
{
    for (const Dimension dimension : request.by) {
        for (const ResultFile& file : files) {
            if (file.groups(dimension).kpis.empty())
                throw UsageError{say("{} er lavet af et program uden grupper; kør scenariet igen med samspil run",
                                     "{} was made by a program without groups; run the scenario again with samspil run", file.path())};
        }
        for (std::size_t i = 0; i < report.options.size(); ++i)
            report.options[i].groups.push_back(compare_groups(files.front().groups(dimension), files[i + 1].groups(dimension)));
    }
}

using WeeksByOffer = std::array<std::int64_t, offer_count>;

/// What the results themselves say of weeks with a place.
std::vector<WeeksByOffer> recorded_weeks(const ResultFile& file, std::size_t replications)
{
    std::vector<WeeksByOffer> weeks;
    for (std::size_t r = 0; r < replications; ++r) weeks.push_back(weeks_by_offer(file.series("weekly", "users", static_cast<int>(r))));
    return weeks;
}

/// Who changes in every option; returns false after saying why it cannot be told.
bool add_persons(ComparisonReport& report, const std::vector<ResultFile>& files, const std::vector<Reloaded>& scenarios,
                 const CompareRequest& request, Language language)
{
    const Workers workers(request.threads);
    const std::atomic<bool> stop{false};
    for (std::size_t i = 0; i < report.options.size(); ++i) {
        const Reloaded &base = scenarios.front(), &other = scenarios[i + 1];
        if (!base.scenario || !other.scenario) {
            fmt::print(stderr, "samspil: --persons: {}\n", (base.scenario ? other.problem : base.problem).in(language));
            return false;
        }
        const int pairs = std::min({request.persons, report.base.replications, report.options[i].side.replications});
        ProgressLine line(language == Language::da ? "borgere" : "citizens");
        ReportPersons persons;
        persons.who = who_changes({&*base.scenario, &*other.scenario, report.frame.seed, pairs, [&](const StudyProgress& p) { line(p); }, {}},
                                  workers, stop);
        persons.base = recorded_weeks(files.front(), persons.who.replications.size());
        persons.option = recorded_weeks(files[i + 1], persons.who.replications.size());
        report.options[i].persons = std::move(persons);
    }
    return true;
}

bool gates_pass(const CompareRequest& request, const ComparisonReport& report, Language language)
{
    bool pass = true;
    for (const Gate& gate : request.gates) {
        for (const ReportOption& option : report.options) {
            const auto is = forbidden(gate, option.kpis);
            if (is && !*is) continue;
            pass = false;
            const Label why =
                is ? Label{"er tilfældet", "is the case"} : Label{"kan ikke afgøres", "cannot be determined"};
            fmt::print(stderr, "samspil: {}: {} {}\n", option.side.title.in(language), gate.expression,
                       why.in(language));
        }
    }
    return pass;
}

} // namespace

Exit compare_command(const Invocation& call)
{
    if (const auto both = run_and_compare(call)) {
        check_before_running(*both);
        const Exit ran = run_command(both->run);
        return ran == Exit::done ? compare_command(both->compare) : ran;
    }
    const CompareRequest request = read_compare_request(call);
    check_page(request);
    std::vector<ResultFile> files;
    std::vector<Reloaded> scenarios;
    for (const std::string& path : request.files) {
        expect_kind(path, {FileKind::result});
        files.push_back(open_result(path));
        if (files.back().metadata().part)
            wrong_use(say("{} er del af en afbrudt kørsel: samspil resume", "{} is part of an interrupted run: samspil resume", path));
        scenarios.push_back(reload_scenario(files.back().metadata()));
    }
    const std::vector<Goal> goals = goals_or_headline(files.front().metadata().goals); // the base's, as in the viewer and in studies
    ComparisonReport report = read_comparison(files, scenarios, goals);
    report.command = call.command_line;
    if (!request.chance.empty()) add_chance(report, files, open_chance(request), goals);
    check_fixed(request, report.covers != covers_chance);
    add_groups(report, files, request);
    if (request.parts && !add_parts(report, scenarios, goals, request, call.language)) return Exit::unreadable;
    if (request.persons > 0 && !add_persons(report, files, scenarios, request, call.language)) return Exit::unreadable;
    if (!request.html.empty() && std::filesystem::exists(request.html))
        fmt::print(stderr, "samspil: {} {}\n", request.html,
                   call.language == Language::da ? "fandtes og erstattes" : "existed and is replaced");
    if (!request.html.empty()) write_whole_file(request.html, comparison_page(report, call.language));
    fmt::print("{}", request.json ? comparison_json(report) : comparison_screen(report, call.language));
    return gates_pass(request, report, call.language) ? Exit::done : Exit::gate_failed;
}

} // namespace samspil
