// SPDX-License-Identifier: MPL-2.0
// samspil validate: all errors of all files in one pass; then, when there are none, what the figures rest on.
#include "engine/cli/file_kind.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/text_table.hpp"
#include "engine/io/counts.hpp"
#include "engine/io/nation_plan.hpp"
#include "engine/io/shell_words.hpp"
#include "engine/io/study_setup.hpp"
#include "engine/io/table_guide.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil {
namespace {

/// What one scenario rests on. Scenarios that rest on the same are told once.
struct Foundation {
    std::string file; ///< the first scenario that rests on it
    std::vector<TableFooting> tables;
    FootingCount assumptions;
    bool same_as(const Foundation& other) const { return tables == other.tables && assumptions == other.assumptions; }
};

/// "62 of 62 rows assumed", "3 of 9 rows borrowed, 2 assumed".
std::string foreign_rows(const FootingCount& rows, bool danish)
{
    const auto words = [&](int count, const char* da, const char* en) { return fmt::format("{} {}", count, danish ? da : en); };
    const std::string of = fmt::format(" {} {} {}", danish ? "af" : "of", rows.all(), danish ? "rækker" : "rows");
    const std::string borrowed = words(rows.borrowed, "lånt", "borrowed"), assumed = words(rows.assumed, "antaget", "assumed");
    std::string text = rows.borrowed == 0 ? assumed : rows.assumed == 0 ? borrowed : borrowed + ", " + assumed;
    return text.insert(text.find(' '), of);
}

std::string footing_table(const Foundation& rests, Language language)
{
    const bool danish = language == Language::da;
    TextTable table;
    table.column(danish ? "tabel" : "table");
    table.column(danish ? "egne" : "own", Align::right);
    table.column(danish ? "lånt" : "borrowed", Align::right);
    table.column(danish ? "antaget" : "assumed", Align::right);
    table.column(danish ? "læst som" : "read as");
    for (const TableFooting& one : rests.tables) {
        const std::string name = fmt::format("{} ({}.csv)", one.info->label.in(language), one.info->name);
        if (one.rows.all() == 0) table.row({name, "-", "-", "-", danish ? "ingen rækker" : "no rows"});
        else
            table.row({name, std::to_string(one.rows.own), std::to_string(one.rows.borrowed), std::to_string(one.rows.assumed),
                       describe(one.dialect).in(language)});
    }
    table.line();
    const FootingCount& values = rests.assumptions;
    table.row({danish ? "antagelser (assumptions)" : "assumptions", std::to_string(values.own), std::to_string(values.borrowed),
               std::to_string(values.assumed), ""});
    return table.text();
}

std::string first_to_replace(const Foundation& rests, Language language)
{
    const bool danish = language == Language::da;
    std::string out;
    int number = 0;
    for (const TableFooting* one : replace_first(rests.tables)) {
        const TableGuide* guide = find_guide(one->info->name);
        const std::string who = guide == nullptr ? "" : fmt::format(" {} {}", danish ? "Hvem har dem:" : "Who has them:", guide->who.in(language));
        const std::string line = fmt::format("{}. {}.csv: {}.{}", ++number, one->info->name, foreign_rows(one->rows, danish), who);
        out += wrapped(line, 110, "   ") + "\n";
    }
    const std::string values = say("Antagelserne én for én, med enhed og kilde: samspil explain {} assumptions\n",
                                   "The assumptions one by one, with unit and source: samspil explain {} assumptions\n", in_shell(rests.file))
                                   .in(language);
    if (out.empty()) return danish ? "Alle rækker i tabellerne er egne.\n" + values : "Every row of the tables is your own.\n" + values;
    return (danish ? "Skift først ud:\n" : "Replace first:\n") + out + values;
}

void print_foundations(const std::vector<Foundation>& all, Language language)
{
    for (const Foundation& rests : all) {
        if (all.size() > 1) fmt::print("\n{}", rests.file);
        fmt::print("\n{}\n{}{}", language == Language::da ? "Hvad tallene hviler på (rækker; docs/data-guide.da.md):"
                                                          : "What the figures rest on (rows; docs/data-guide.da.md):",
                   footing_table(rests, language), first_to_replace(rests, language));
    }
}

} // namespace

Exit validate_command(const Invocation& call)
{
    std::vector<std::string> files = call.arguments;
    const std::vector<Override> sets = take_overrides(files);
    expect_arguments(call, files, 1, 100000, {"--set", "-s"});
    const bool danish = call.language == Language::da;
    Diagnostics found;
    std::size_t good = 0, unreadable = 0;
    bool plans = false;
    std::vector<Foundation> foundations;
    for (const std::string& file : files) {
        try {
            if (const auto wrong = wrong_kind(file, {FileKind::scenario, FileKind::study_plan, FileKind::nation_plan})) {
                fmt::print(stderr, "samspil: {}\n", wrong->in(call.language));
                ++unreadable;
                continue;
            }
            if (is_plan_file(file)) {
                plans = true;
                if (set_up_study(file, found)) ++good;
                continue;
            }
            if (is_nation_file(file)) {
                plans = true;
                if (read_nation(file, found)) ++good;
                continue;
            }
            const auto loaded = load_scenario(file, sets, found);
            if (!loaded) continue;
            ++good;
            const Foundation rests{file, loaded->tables, register_footing(*loaded)};
            const auto told = [&](const Foundation& one) { return one.same_as(rests); };
            if (std::none_of(foundations.begin(), foundations.end(), told)) foundations.push_back(rests);
        } catch (const IoError& error) {
            fmt::print(stderr, "samspil: {}\n", error.message(call.language));
            ++unreadable;
        }
    }
    found.sort_by_position();
    print_diagnostics(found, call.language);
    const Label one = plans ? Label{"fil", "file"} : Label{"scenarie", "scenario"}, many = plans ? Label{"filer", "files"} : Label{"scenarier", "scenarios"};
    if (good == files.size()) {
        const Text all = counted(good, one, many);
        fmt::print(stderr, "{}\n", danish ? all.da + " uden fejl" : all.en + " without errors");
        print_foundations(foundations, call.language);
        return Exit::done;
    }
    const std::string not_read = fmt::format("{} {}", out_of(unreadable, files.size(), one, many).in(call.language), danish ? "kunne ikke læses" : "could not be read");
    const char* nothing_run = danish ? "; intet er kørt" : "; nothing was run";
    if (unreadable > 0 && !found.has_errors()) {
        fmt::print(stderr, "{}{}\n", not_read, nothing_run);
        return Exit::unreadable;
    }
    const std::string wrong = out_of(files.size() - good - unreadable, files.size(), one, many).in(call.language);
    fmt::print(stderr, "{} {} {}{}{}\n", count_of(found, call.language), danish ? "i" : "in", wrong, unreadable > 0 ? "; " + not_read : "", nothing_run);
    return Exit::invalid_scenario;
}

} // namespace samspil
