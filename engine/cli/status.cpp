// SPDX-License-Identifier: MPL-2.0
// samspil status DIR: what is done, what failed, how long it will take and how sure the answer is, of a run that is
// going on, was interrupted or is finished. Only reads.
#include "engine/cli/arguments.hpp"
#include "engine/cli/enough_screen.hpp"
#include "engine/cli/file_kind.hpp"
#include "engine/cli/progress.hpp"
#include "engine/cli/running.hpp"
#include "engine/cli/studying.hpp"
#include "engine/cli/text_table.hpp"
#include "engine/io/counts.hpp"
#include "engine/io/nation_folder.hpp"
#include "engine/io/run_status.hpp"
#include "engine/io/shell_words.hpp"
#include "engine/io/study_folder.hpp"

#include <algorithm>
#include <cmath>

namespace samspil {
namespace {

/// What the run was asked to settle, else the scenario's goals, until they are settled.
std::vector<EnoughGoal> goals_of(const RunStatus& status)
{
    std::vector<EnoughGoal> goals = enough_goals(status.until);
    if (goals.empty()) {
        for (const Goal& goal : goals_or_headline(status.goals)) {
            if (const auto kpi = find_kpi(goal.kpi)) goals.push_back({&kpi_table()[*kpi], std::nullopt, goal.relevance});
        }
    }
    take_relevance(goals, status.goals);
    return goals;
}

Label label_of(RunStatus::State state)
{
    static constexpr Label labels[] = {{"kører", "running"}, {"afbrudt", "interrupted"}, {"færdig", "finished"}, {"ikke færdig", "not finished"}};
    return labels[static_cast<int>(state)];
}

constexpr std::string_view state_ids[] = {"running", "interrupted", "finished", "unfinished"};

std::string screen(const RunStatus& status, const std::vector<GoalAtLook>& rows, const std::string& folder, Language language)
{
    const auto words = [&](Label label) { return std::string(label.in(language)); };
    std::string out = fmt::format("{}: {}", folder, words(label_of(status.state)));
    if (status.process > 0) out += fmt::format(" ({} {})", words({"proces", "process"}), status.process);
    if (status.seconds_left && status.state != RunStatus::State::finished)
        out += fmt::format(", {}{}", status.until.empty() ? "" : words({"højst ", "at most "}), time_left_text(*status.seconds_left, language));
    out += "\n";
    TextTable table;
    table.column(words({"Scenarie", "Scenario"}));
    table.column(words({"Færdige", "Done"}), Align::right);
    table.column(words({"Fejlede", "Failed"}), Align::right);
    table.column(words(status.until.empty() ? Label{"I alt", "Total"} : Label{"Højst", "At most"}), Align::right);
    for (const OptionStatus& option : status.options)
        table.row({option.stem, fmt::format("{}", option.done), fmt::format("{}", option.failed), fmt::format("{}", option.total)});
    out += table.text();
    for (const std::string& failure : status.failures) {
        std::string line = failure;
        std::replace(line.begin(), line.end(), '\t', ' ');
        out += fmt::format("{}: {}\n", words({"fejlede", "failed"}), line);
    }
    if (status.tasks > 0) {
        const std::size_t missing = status.missing_tasks.size();
        const Text tasks = out_of(missing, static_cast<std::size_t>(status.tasks), {"opgave", "task"}, {"opgaver", "tasks"});
        out += fmt::format("{} {}: {}\n→ samspil batch {} {}\n", tasks.in(language), words(missing == 1 ? Label{"mangler", "is missing"} : Label{"mangler", "are missing"}),
                           missing == 0 ? "-" : ranges_of(status.missing_tasks), missing == 0 ? "merge" : "submit", in_shell(folder));
    }
    std::vector<std::string> names;
    for (const OptionStatus& option : status.options) names.push_back(option.stem);
    if (status.complete < 2) return out + words({"endnu for få gentagelser til et interval\n", "too few replications for an interval as yet\n"});
    const Text over = names.size() > 1 ? say("af de første {} gentagelser af alle scenarier, mod {}:", "of the first {} replications of all scenarios, against {}:", status.complete, names[0])
                                       : say("af de første {} gentagelser:", "of the first {} replications:", status.complete);
    return out + over.in(language) + "\n" + enough_table(rows, names, language) + zeros_in_words(rows, status.complete, names, language);
}

std::string in_quotes(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20) out += fmt::format("\\u{:04x}", static_cast<int>(c));
        else out += c;
    }
    return out + "\"";
}

template <class T>
std::string number(const std::optional<T>& value)
{
    return value && std::isfinite(static_cast<double>(*value)) ? fmt::format("{}", *value) : std::string("null");
}

std::string json(const RunStatus& status, const std::vector<GoalAtLook>& rows)
{
    std::string options, goals, failures, batch;
    if (status.tasks > 0) batch = fmt::format("\"tasks\":{},\"missing_tasks\":{},", status.tasks, in_quotes(ranges_of(status.missing_tasks)));
    for (const OptionStatus& option : status.options)
        options += fmt::format("{}{{\"id\":{},\"done\":{},\"failed\":{},\"total\":{}}}", options.empty() ? "" : ",", in_quotes(option.stem), option.done,
                               option.failed, option.total);
    for (const GoalAtLook& at : rows)
        goals += fmt::format("{}{{\"kpi\":{},\"unit\":{},\"option\":{},\"mean\":{},\"half_width\":{},\"asked\":{},\"enough\":{},\"enough_at\":{},"
                             "\"pairing_factor\":{},\"unpaired\":{}}}",
                             goals.empty() ? "" : ",", in_quotes(at.goal->kpi->id), in_quotes(at.goal->kpi->unit),
                             in_quotes(status.options[at.option].stem), number(at.mean), number(at.half_width), number(at.goal->half_width), at.enough,
                             number(at.enough_at), number(at.pairing), number(at.unpaired()));
    for (const std::string& failure : status.failures) failures += (failures.empty() ? "" : ",") + in_quotes(failure);
    return fmt::format("{{\"state\":{},\"process\":{},\"seconds_left\":{},\"covers\":{},{}\"complete\":{},\"options\":[{}],\"goals\":[{}],\"failures\":[{}]}}\n",
                       in_quotes(state_ids[static_cast<int>(status.state)]), status.process > 0 ? fmt::format("{}", status.process) : "null",
                       status.state == RunStatus::State::finished ? std::string("0") : number(status.seconds_left), in_quotes(status.covers), batch,
                       status.complete, options, goals, failures);
}

/// Tasks are municipality × replication; a folder of an older program does not say how many there are.
Text nation_in_words(const NationTasks& tasks)
{
    const Text failed = tasks.failed == 0 ? Text{} : say(", {} fejlede", ", {} failed", tasks.failed);
    const Text counted = tasks.finished()   ? say("færdig, alle {} opgaver (kommuner × gentagelser)", "finished, all {} tasks (municipalities × replications)", tasks.total)
                         : tasks.total > 0 ? say("{} af {} opgaver (kommuner × gentagelser) er færdige", "{} of {} tasks (municipalities × replications) are done", std::min(tasks.done, tasks.total), tasks.total)
                                           : say("{} opgaver (kommuner × gentagelser) er færdige", "{} tasks (municipalities × replications) are done", tasks.done);
    return {counted.da + failed.da, counted.en + failed.en};
}

Exit nation_status(const std::string& folder, bool as_json, Language language)
{
    const NationTasks tasks = look_at_nation(folder);
    const auto holder = holder_of(nation_lock(folder));
    const bool running = holder && *holder > 0;
    if (as_json) {
        fmt::print("{{\"state\":\"{}\",\"kind\":\"nation\",\"process\":{},\"done\":{},\"failed\":{},\"total\":{},\"seconds_left\":null,\"goals\":[]}}\n",
                   running ? "running" : tasks.finished() ? "finished" : "idle", running ? fmt::format("{}", *holder) : "null", tasks.done, tasks.failed,
                   tasks.total > 0 ? fmt::format("{}", tasks.total) : "null");
        return Exit::done;
    }
    fmt::print("{}\n", say("{}: et land{}: {}", "{}: a nation{}: {}", folder, running ? (language == Language::da ? ", kører" : ", running") : "", nation_in_words(tasks).in(language)).in(language));
    if (tasks.finished()) fmt::print("{0}/nation.csv\n{0}/municipalities.csv\n", folder);
    else if (!running) fmt::print("{}\n", say("→ samspil nation PLAN.yaml -o {} går videre hvor det slap", "→ samspil nation PLAN.yaml -o {} goes on where it stopped", in_shell(folder)).in(language));
    return Exit::done;
}

} // namespace

Exit status_command(const Invocation& call)
{
    boost::program_options::options_description known;
    known.add_options()("json", "");
    const Arguments given(call, known);
    if (given.positional().size() != 1) wrong_use({"skriv: samspil status MAPPE [--json]", "write: samspil status FOLDER [--json]"});
    const std::string& folder = given.positional()[0];
    expect_kind(folder, {FileKind::folder});
    if (is_study_folder(folder)) return study_status(folder, given.has("json"), call.language);
    if (const std::string found = study_result_in(folder); !found.empty()) return finished_study_status(found, given.has("json"), call.language);
    if (is_nation_folder(folder) && !occupied(folder, {})) return nation_status(folder, given.has("json"), call.language);
    const auto status = read_run_status(folder);
    if (!status) wrong_use(say("i {} er hverken en kørsel eller resultater", "{} holds neither a run nor results", folder));
    const auto goals = goals_of(*status);
    const auto rows = status->complete > 0 ? goals_at(status->columns, status->complete, goals) : std::vector<GoalAtLook>{};
    fmt::print("{}", given.has("json") ? json(*status, rows) : screen(*status, rows, folder, call.language));
    return Exit::done;
}

} // namespace samspil
