// SPDX-License-Identifier: MPL-2.0
// Studies that choose their own points, for `calibrate`, `optimise` and `resume`: the algorithm asks, the journal
// remembers, and what was found becomes study.h5, a table and, for a calibration, posterior.csv.
#include "engine/cli/progress.hpp"
#include "engine/cli/rank.hpp"
#include "engine/cli/running.hpp"
#include "engine/cli/signals.hpp"
#include "engine/cli/studying.hpp"
#include "engine/cli/text_table.hpp"
#include "engine/cluster/dealing.hpp"
#include "engine/io/counts.hpp"
#include "engine/io/shell_words.hpp"
#include "engine/io/study_search.hpp"
#include "engine/io/study_words.hpp"
#include "engine/io/whole_file.hpp"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <tuple>

#include <fmt/format.h>

namespace samspil {
namespace {

std::string cell_text(double value, const std::string& unit, Language language)
{
    if (std::isnan(value)) return "–";
    if (unit == "share") return grouped(100 * value, std::fabs(value) < 0.1 ? 2 : 0, language) + " %";
    const double size = std::fabs(value);
    return grouped(value, size >= 1000 || value == std::round(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 4, language);
}

const StudyColumn* find_column(const StudyTable& table, const std::string& name)
{
    const auto found = std::find_if(table.columns.begin(), table.columns.end(), [&](const StudyColumn& c) { return c.name == name; });
    return found == table.columns.end() ? nullptr : &*found;
}

/// The label, and the unit where it says more.
std::string heading_of(const StudyColumn& column, Language language)
{
    const std::string label = column.label.in(language);
    if (column.unit.empty() || column.unit == "share") return label;
    const bool indicator = column.name.starts_with("goal.") || column.name.starts_with("budget.");
    const std::string unit = indicator ? figure_style(column.unit, 1, language).unit : unit_in_words(column.unit, language);
    return unit == label || unit.empty() ? label : label + " (" + unit + ")";
}

/// A number; with its ends where the table has columns NAME.low and NAME.high.
std::string cell_of(const StudyTable& table, const StudyColumn& column, std::size_t row, Language language)
{
    constexpr std::string_view choice = "choice.";
    if (!column.texts.empty() && column.name.starts_with(choice)) return word_at(column.name.substr(choice.size()), column.texts[row]).in(language);
    if (!column.texts.empty()) return column.texts[row];
    // With few replications an interval reaches beyond what a share, a wait or a cost can be; the file has it whole.
    const bool never_below = column.name.starts_with("goal.") && column.unit != "kr." && !(column.numbers[row] < 0);
    const auto text = [&](const StudyColumn& one) {
        const double value = never_below ? std::max(0.0, one.numbers[row]) : one.numbers[row];
        return cell_text(never_below && one.unit == "share" ? std::min(1.0, value) : value, one.unit, language);
    };
    const StudyColumn *low = find_column(table, column.name + ".low"), *high = find_column(table, column.name + ".high");
    if (low == nullptr || high == nullptr || std::isnan(low->numbers[row])) return text(column);
    return fmt::format("{} ({} {} {})", text(column), text(*low), language == Language::da ? "til" : "to", text(*high));
}

/// Questions of an algorithm, answered by the engine and remembered; and every point asked about, once, in order.
class Questions {
public:
    Questions(StudyFolder& folder, const StudySetup& setup, int threads, const StopSignals& signals, const Invocation& call)
        : folder_(folder), subject_(subject_of(setup)), memory_(folder.memory()), workers_(threads), signals_(signals), crew_(call.crew), line_(call.language)
    {
    }

    Evaluate evaluate()
    {
        return [this](std::span<const StudyPoint> points, int replications) {
            for (const StudyPoint& point : points) {
                const auto found = std::find(points_.begin(), points_.end(), point);
                places_.push_back(static_cast<std::size_t>(found - points_.begin()));
                if (found == points_.end()) points_.push_back(point);
            }
            most_ = std::max(most_, replications);
            const auto show = [&](const StudyProgress& p) { line_.show(p); };
            Evaluation answers = samspil::evaluate(subject_, points, replications, workers_, memory_, show, signals_.stop(), crew_);
            line_.finish();
            folder_.journal().sync();
            seconds_ += answers.seconds;
            citizen_weeks_ += answers.citizen_weeks;
            return answers;
        };
    }

    /// Points and answers of all questions as one table; what a point was not asked is NaN.
    void put_into(StudyResult& result, std::vector<EvaluationFailure> failures) const
    {
        const std::atomic<bool> only_remember = true;
        result.points = points_;
        result.answers = samspil::evaluate(subject_, points_, most_, Workers(), memory_, {}, only_remember);
        result.answers.stopped = false;
        for (EvaluationFailure& failure : failures) failure.point = places_.at(failure.point);
        std::sort(failures.begin(), failures.end(), [](const EvaluationFailure& a, const EvaluationFailure& b) {
            return std::tie(a.point, a.option, a.replication) < std::tie(b.point, b.option, b.replication);
        });
        failures.erase(std::unique(failures.begin(), failures.end()), failures.end());
        result.answers.failures = std::move(failures);
    }

    double seconds() const { return seconds_; }
    double citizen_weeks() const { return citizen_weeks_; }

private:
    StudyFolder& folder_;
    EvaluationSubject subject_;
    EvaluationMemory memory_;
    Workers workers_;
    const StopSignals& signals_;
    Crew* crew_;
    ProgressLine line_;
    std::vector<StudyPoint> points_;
    std::vector<std::size_t> places_; ///< in points_, of each point of each question
    int most_ = 0;
    double seconds_ = 0, citizen_weeks_ = 0;
};

struct Found {
    bool stopped = false, empty = false;
    std::vector<EvaluationFailure> failures;
    std::vector<StudyTable> tables;
    Text sentence;
    std::string posterior;
};

Found calibrated(const StudySetup& setup, const Evaluate& ask, Language language)
{
    const CalibrationPlan plan = calibration_plan(setup);
    const auto progress = [&](const CalibrationProgress& at) {
        using Stage = CalibrationProgress::Stage;
        Text words;
        if (at.stage == Stage::wave) words = say("bølge {} af {}: {} punkter", "wave {} of {}: {} points", at.wave + 1, plan.waves, plan.points);
        else if (at.stage == Stage::simulations)
            words = say("vejer {} punkter i det der er tilbage", "weighing {} points in what is left", plan.simulations);
        else words = say("{} træk af posterioren køres igen", "{} draws of the posterior are run again", plan.checked);
        fmt::print(stderr, "{}\n", words.in(language));
    };
    const CalibrationOutcome outcome = calibrate(setup.factors, plan, ask, progress);
    if (outcome.stopped) return {true, false, {}, {}, {}, {}};
    return {false, outcome.nothing_left, outcome.failures, tables_of(setup, plan, outcome), sentence_of(setup, plan, outcome),
            outcome.nothing_left ? "" : posterior_file(setup, plan, outcome)};
}

Found optimised(const StudySetup& setup, const Evaluate& ask, Language language)
{
    const OptimisationPlan plan = optimisation_plan(setup);
    const auto progress = [&](const OptimisationProgress& at) {
        const bool last = at.generation > at.generations;
        const Text words = last ? Text{"de bedste køres igen", "the best are run again"}
                                : say("generation {} af {}", "generation {} of {}", at.generation, at.generations);
        fmt::print(stderr, "{}\n", words.in(language));
    };
    const OptimisationOutcome outcome = optimise(setup.factors, plan, ask, progress);
    if (outcome.stopped) return {true, false, {}, {}, {}, {}};
    return {false, false, outcome.failures, tables_of(setup, plan, outcome), sentence_of(setup.factors, plan, outcome), {}};
}

} // namespace

std::string tables_screen(const std::vector<StudyTable>& tables, Language language)
{
    std::string out;
    for (const StudyTable& table : tables) {
        if (!table.shown || table.columns.empty()) continue;
        std::vector<const StudyColumn*> columns;
        TextTable screen;
        for (const StudyColumn& column : table.columns) {
            const std::string& name = column.name;
            if (name.ends_with(language == Language::da ? "_en" : "_da") || name.ends_with(".low") || name.ends_with(".high")) continue;
            columns.push_back(&column);
            screen.column(heading_of(column, language), column.texts.empty() ? Align::right : Align::left);
        }
        for (std::size_t row = 0; row < columns.front()->size(); ++row) {
            std::vector<std::string> cells;
            for (const StudyColumn* column : columns) cells.push_back(cell_of(table, *column, row, language));
            screen.row(std::move(cells));
        }
        out += fmt::format("\n{}\n{}", table.label.in(language), screen.text());
    }
    return out;
}

Text cost_of_search_in_words(const StudySetup& setup, int threads, double seconds_each)
{
    const std::size_t runs = most_runs(setup);
    Text words = say("højst {} kørsler", "at most {} runs", runs);
    if (seconds_each > 0) {
        const Text time = time_in_words(seconds_each * static_cast<double>(runs) / threads, threads, seconds_each);
        words = {words.da + time.da, words.en + time.en};
    }
    return words;
}

Exit carry_out_search(StudyFolder& folder, const StudySetup& setup, const Effort& effort, const StopSignals& signals, const Invocation& call)
{
    const Language language = call.language;
    const int all_threads = effort.threads * ranks_of(call);
    if (call.crew != nullptr) call.crew->begin(job_of_study(folder), effort.threads);
    if (folder.journal().size() > 0)
        fmt::print(stderr, "{}\n", runs_remembered(folder.journal().size()).in(language));
    else fmt::print(stderr, "{}\n", cost_of_search_in_words(setup, all_threads, 0).in(language));
    Questions questions(folder, setup, effort.threads, signals, call);
    Found found;
    try {
        const Evaluate ask = questions.evaluate();
        found = setup.plan.kind == StudyKind::calibrate ? calibrated(setup, ask, language) : optimised(setup, ask, language);
    } catch (const IoError&) {
        fmt::print(stderr, "→ samspil resume {}\n", in_shell(folder.folder()));
        throw;
    }
    if (found.stopped) {
        fmt::print(stderr, "{}\n→ samspil resume {}\n", runs_remembered(folder.journal().size()).in(language), in_shell(folder.folder()));
        return signals.signal() == SIGINT ? Exit::interrupted : Exit::stopped_resumable;
    }
    StudyResult result = result_of(setup, folder.manifest());
    questions.put_into(result, std::move(found.failures));
    result.tables = std::move(found.tables);
    write_study(folder.result_path(), result);
    fmt::print("{}\n{}\n{}\n{}\n", title_of(result).in(language), wrapped(facts_of(result).in(language)),
               tables_screen(result.tables, language), wrapped(found.sentence.in(language)));
    std::fflush(stdout);
    if (questions.seconds() > 0 && questions.citizen_weeks() > 0) {
        fmt::print(stderr, "{}\n", speed_in_words(questions.citizen_weeks(), questions.seconds(), all_threads, language));
    }
    fmt::print(stderr, "{}\n", folder.result_path());
    if (!found.posterior.empty()) {
        const std::string path = folder.folder() + "/posterior.csv";
        write_whole_file(path, std::string_view(found.posterior));
        fmt::print(stderr, "{}\n→ samspil run {} --futures --posterior {} -o …\n", path, in_shell(setup.scenario_paths.front()), in_shell(path));
    }
    for (const std::string& line : failure_lines(result, language)) fmt::print(stderr, "samspil: {}\n", line);
    if (!result.answers.failures.empty()) {
        fmt::print(stderr, "→ samspil resume {}\n", in_shell(folder.folder()));
        return Exit::partial;
    }
    folder.close();
    return found.empty ? Exit::gate_failed : Exit::done;
}

} // namespace samspil
