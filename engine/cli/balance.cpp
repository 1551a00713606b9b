// SPDX-License-Identifier: MPL-2.0
// samspil balance: solves the free constants of the baseline, shows what was met and how nearly, writes solved.csv.
#include "engine/experiment/balance.hpp"

#include "engine/cli/arguments.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/progress.hpp"
#include "engine/cli/running.hpp"
#include "engine/cli/signals.hpp"
#include "engine/cli/text_table.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/solved_table.hpp"
#include "engine/io/whole_file.hpp"

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

namespace samspil {
namespace {

/// Four digits say how near; more are chance.
std::string four_digits(double value, Language language)
{
    return std::isnan(value) ? "–" : plain_figure(std::stod(fmt::format("{:.4g}", value)), language);
}

std::string name_of(const Target& target, Language language) { return fmt::format("{} ({})", target.label.in(language), target.id); }

std::string constants_table(const BalanceOutcome& outcome, Language language)
{
    const bool danish = language == Language::da;
    TextTable table;
    table.column(danish ? "løst konstant" : "constant solved");
    table.column(danish ? "før" : "before", Align::right);
    table.column(danish ? "løst" : "solved", Align::right);
    table.column(danish ? "enhed" : "unit");
    table.column(danish ? "bemærk" : "note");
    for (const SolvedValue& value : solved_values(outcome)) {
        const SolvedConstant& by = *value.by;
        const Field& field = *find_field(parameter_fields(), value.parameter);
        std::string note;
        if (!by.deviation) note = danish ? "dens mål kan ikke måles her" : "its target cannot be measured here";
        else if (by.at_limit) note = danish ? "ved grænsen af sit område" : "at the end of its range";
        else if (!by.within_tolerance) note = danish ? "ikke inden for tolerancen" : "not within tolerance";
        else if (field.has_prior() && (value.value < field.prior_low || value.value > field.prior_high))
            note = fmt::format("{} {} {} {}", danish ? "uden for det ventede" : "outside the expected", plain_figure(field.prior_low, language), danish ? "til" : "to",
                               plain_figure(field.prior_high, language));
        if (value.parameter != by.constant->parameter) {
            note = fmt::format("{} {}", danish ? "følger" : "follows", by.constant->parameter);
        }
        table.row({fmt::format("{} ({})", field.label.in(language), value.parameter), four_digits(by.before, language), four_digits(value.value, language),
                   unit_in_words(field.unit, language), note});
    }
    return table.text();
}

std::string targets_table(const BalanceOutcome& outcome, Language language)
{
    const bool danish = language == Language::da;
    TextTable table;
    table.column(danish ? "størrelse" : "quantity");
    table.column(danish ? "mål" : "target", Align::right);
    table.column(danish ? "grænser" : "bounds", Align::right);
    table.column(danish ? "nået" : "reached", Align::right);
    table.column("±", Align::right);
    table.column(danish ? "rest" : "residual", Align::right);
    table.column(danish ? "fri konstant" : "free constant");
    table.column(danish ? "evidens" : "evidence");
    for (const TargetReached& t : outcome.targets) {
        std::string verdict = t.solved_for ? (danish ? "ja" : "yes") : (danish ? "nej, kun vist" : "no, shown only");
        if (std::isnan(t.reached)) verdict += danish ? ", ikke defineret" : ", undefined";
        else if (!t.within_bounds()) verdict += danish ? ", uden for grænserne" : ", outside its bounds";
        const auto shown = [&](double value) { return four_digits(value, language); };
        table.row({name_of(*t.target, language), shown(t.target->target), fmt::format("{} – {}", shown(t.target->low), shown(t.target->high)), shown(t.reached),
                   shown(t.error), shown(t.residual()), verdict, std::string(label_of(t.target->provenance.tag).in(language))});
    }
    return table.text();
}

/// As the table that stands there, or the houses beside it, is written.
CsvDialect dialect_beside(const std::filesystem::path& file)
{
    for (const auto& path : {file, file.parent_path() / "centres.csv"}) {
        std::ifstream table(path);
        std::string header;
        if (std::getline(table, header)) return header.find(';') == std::string::npos ? CsvDialect::rfc4180 : CsvDialect::da;
    }
    return CsvDialect::rfc4180;
}

Exit write_solved(const BalanceOutcome& outcome, const BalancePlan& plan, const LoadedScenario& loaded, Language language)
{
    const auto file = loaded.data / "solved.csv";
    write_whole_file(file.string(), solved_table(outcome, plan, loaded.scenario.id, digest_of_tables(loaded.data), dialect_beside(file)));
    fmt::print(stderr, "{}\n", say("skrevet: {}", "written: {}", file.string()).in(language));
    return outcome.balanced() ? Exit::done : Exit::gate_failed;
}

} // namespace

Exit balance_command(const Invocation& call)
{
    namespace po = boost::program_options;
    po::options_description known;
    const auto text = [] { return po::value<std::string>(); };
    known.add_options()("write", "")("replications,n", text())("threads,j", text())("set,s", po::value<std::vector<std::string>>());
    const Arguments given(call, known);
    if (given.positional().size() != 1) wrong_use({"skriv: samspil balance S [--write]", "write: samspil balance S [--write]"});
    const auto loaded = load_or_print(given.positional().front(), overrides_from(given.texts("set")), call.language);
    if (!loaded) return Exit::invalid_scenario;

    BalancePlan plan;
    plan.seed = loaded->scenario.run.seed;
    plan.replications = static_cast<int>(given.whole("replications", 1, 10000).value_or(plan.replications));
    const StopSignals signals;
    const Workers workers(static_cast<int>(given.whole("threads", 1, 1024).value_or(all_threads())));
    const auto progress = [&](const BalanceProgress& p) {
        const Text words = say("runde {} af højst {}: største afvigelse {} ({})", "round {} of at most {}: largest deviation {} ({})", p.round, p.rounds,
                               grouped(p.worst, 2, call.language), clock_text(p.seconds));
        fmt::print(stderr, "{}\n", words.in(call.language));
    };
    const auto outcome = balance(loaded->scenario, plan, workers, progress, signals.stop());
    if (!outcome) {
        fmt::print(stderr, "{}\n", say("targets.csv har intet mål som en fri konstant svarer for", "targets.csv has no target a free constant answers for").in(call.language));
        return Exit::done;
    }
    if (outcome->stopped) return Exit::interrupted;
    fmt::print("{}\n{}", constants_table(*outcome, call.language), targets_table(*outcome, call.language));
    std::fflush(stdout);
    if (given.has("write")) return write_solved(*outcome, plan, *loaded, call.language);
    return outcome->balanced() ? Exit::done : Exit::gate_failed;
}

} // namespace samspil
