// SPDX-License-Identifier: MPL-2.0
// Finds the command, turns errors into messages and exit codes. Nothing else.
#include "engine/base/errors.hpp"
#include "engine/cli/commands.hpp"
#include "engine/cli/rank.hpp"
#include "engine/cli/streams.hpp"
#include "engine/cli/wrong_words.hpp"
#include "engine/cluster/dealing.hpp"
#include "engine/io/say.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <new>

#include <fmt/format.h>

namespace samspil {

std::span<const Command> commands()
{
    static constexpr std::array table{
        Command{"validate", "S... [-s|--set PATH=VALUE]...", {"alle fejl i alle filer på én gang", "all errors of all files in one pass"}, validate_command},
        Command{"explain", "S [PATH|GROUP] [-s|--set PATH=VALUE]...", {"værdi, enhed, kilde og linjen der satte den", "value, unit, evidence and the line that set it"}, explain_command},
        Command{"diff", "A B [-s|--set PATH=VALUE]...", {"forskellen på to scenarier i ord", "the difference of two scenarios in words"}, diff_command},
        Command{"new", "FOLDER --from aarhus|blank", {"en mappe med alle tabeller", "a folder with every table"}, new_command},
        Command{"balance", "S [--write] [-n N] [-j T] [-s|--set PATH=VALUE]...", {"løser basisårets frie konstanter", "solves the free constants of the baseline"}, balance_command},
        Command{"run", "S... -o DIR [-n N] [-j T] [--seed K] [-s|--set PATH=VALUE]... [--weeks W] [--until-ci KPI[=HALFWIDTH]]... [--futures [--posterior FILE.csv]] [--time 2h] [--force]", {"kører scenarier", "runs scenarios"}, run_command},
        Command{"resume", "DIR [-j T] [--time 2h]", {"gør en afbrudt kørsel færdig", "finishes an interrupted run"}, resume_command},
        Command{"batch", "plan S... -n N --tasks M -o DIR [as run] | submit DIR [--dry-run] [--force] [-- SBATCH-OPTION...] | worker DIR --task K [-j T] [--time 2h] | merge DIR", {"en kørsel som opgaver i en kø (Slurm)", "a run as tasks of a queue (Slurm)"}, batch_command},
        Command{"extend", "R.h5|DIR -n N [-j T] [--time 2h]", {"et færdigt resultat til et nyt samlet antal gentagelser", "a finished result to a new total of replications"}, extend_command},
        Command{"status", "DIR [--json]", {"hvor langt en kørsel er, og hvor sikkert svaret er", "how far a run is, and how sure its answer"}, status_command},
        Command{"sweep", "PLAN.yaml -o DIR [-j T] [--time 2h] [--force] | --dry-run", {"alternativer over mange værdier af valg og antagelser", "options over many values of choices and assumptions"}, sweep_command},
        Command{"sensitivity", "PLAN.yaml -o DIR [-j T] [--time 2h] [--force] | --dry-run", {"hvilke antagelser svaret afhænger af", "which assumptions the answer depends on"}, sensitivity_command},
        Command{"calibrate", "PLAN.yaml -o DIR [-j T] [--time 2h] [--force] | --dry-run", {"hvilke antagelser passer med målene", "which assumptions agree with the targets"}, calibrate_command},
        Command{"optimise", "PLAN.yaml -o DIR [-j T] [--time 2h] [--force] | --dry-run", {"de bedste valg inden for budgetter", "the best choices within budgets"}, optimise_command},
        Command{"nation", "PLAN.yaml -o DIR [-n N] [-j T] [--time 2h] [--force]", {"mange kommuner som én opgaveliste, og hvad de er tilsammen", "many municipalities as one list of tasks, and what they are together"}, nation_command},
        Command{"compare", "BASE OPTION... [--chance BASE OPTION... of results with --futures] [-o DIR -n N with .yaml] [--json] [--html FILE] [--force] [--by DIMENSION]... [--persons[=N]] [--parts] [--fail-if EXPRESSION]... [-j T]", {"forskelle par for par", "paired differences"}, compare_command},
        Command{"discover", "STUDY.h5|DIR [--goal KPI]... [--option ID]... [--loses worse|verdict|above|below] [--json]", {"hvor et alternativ taber", "where an option loses"}, discover_command},
        Command{"inspect", "R.h5 [person ID [OPTION.h5] | centre ID | --by DIMENSION [--kpi ID]] | DIR", {"hvad der står i et resultat", "what a result holds"}, inspect_command},
        Command{"export", "R.h5 --format csv|json [--dialect rfc4180|da] -o DIR [--force]", {"resultat som tabeller", "a result as tables"}, export_command},
        Command{"verify", "A.h5 B.h5 [--first N] | R.h5 --rerun K [-j T]", {"samme bytes?", "same bytes?"}, verify_command},
        Command{"view", "[R.h5|DIR|S.yaml]...", {"åbner vinduet", "opens the window"}, view_command},
        Command{"schema", "[--markdown | --plan | --tables [PAGE.md]]", {"JSON Schema for scenariefiler", "JSON Schema of scenario files"}, schema_command},
        Command{"doctor", "", {"maskine, plads og biblioteker", "machine, space and libraries"}, doctor_command},
        Command{"version", "", {"version", "version"}, version_command},
    };
    return table;
}

namespace {

std::string help(Language language)
{
    std::string text = language == Language::da ? "samspil KOMMANDO ... [--lang da|en]\n\n" : "samspil COMMAND ... [--lang da|en]\n\n";
    for (const Command& command : commands()) {
        text += fmt::format("  {:<11} {}\n              {}\n", command.name, command.synopsis, command.summary.in(language));
    }
    return text;
}

/// Takes --lang out of the arguments wherever it stands.
void take_language(Invocation& call)
{
    std::vector<std::string>& arguments = call.arguments;
    const char* set = std::getenv("SAMSPIL_LANG");
    std::string name = set != nullptr ? set : "", given_by = "SAMSPIL_LANG";
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool joined = arguments[i].rfind("--lang=", 0) == 0;
        if (!joined && !(arguments[i] == "--lang" && i + 1 < arguments.size())) continue;
        name = joined ? arguments[i].substr(7) : arguments[i + 1];
        given_by = "--lang";
        const auto first = arguments.begin() + static_cast<std::ptrdiff_t>(i);
        arguments.erase(first, first + (joined ? 1 : 2));
        break;
    }
    call.language_said = !name.empty() || given_by == "--lang";
    if (call.language_said && name != "da" && name != "en") throw UsageError{say("{} er da eller en, ikke '{}'", "{} is da or en, not '{}'", given_by, shown(name))};
    call.language = name == "en" ? Language::en : Language::da;
}

Exit execute(int argc, char** argv, Language& language, Dealing* crew)
{
    Invocation call;
    call.crew = crew;
    for (int i = 0; i < argc; ++i) call.command_line += (i ? " " : "") + std::string(argv[i]);
    call.arguments.assign(argv + 1, argv + argc);
    take_language(call);
    language = call.language;
    if (call.arguments.empty()) {
        fmt::print(stderr, "{}", help(language));
        return Exit::usage;
    }
    call.command = call.arguments.front();
    call.arguments.erase(call.arguments.begin());
    if (call.command == "help" && !call.arguments.empty()) { // of one command
        call.command = call.arguments.front();
        call.arguments = {"--help"};
    }
    if (call.command == "help" || call.command == "hjælp" || call.command == "--help" || call.command == "-h") {
        fmt::print("{}", help(language));
        return Exit::done;
    }
    if (call.command == "--version") call.command = "version";
    const auto table = commands();
    const auto found = std::find_if(table.begin(), table.end(), [&](const Command& c) { return c.name == call.command; });
    if (found == table.end()) unknown_command(call.command);
    const bool wants_help = std::any_of(call.arguments.begin(), call.arguments.end(),
                                        [](const std::string& a) { return a == "--help" || a == "-h"; });
    if (wants_help) {
        fmt::print("{}\n  {}\n", form_of(found->name), found->summary.in(language));
        return Exit::done;
    }
    refuse_strange_words(call);
    return found->execute(call);
}

void complain(const std::string& line) { fmt::print(stderr, "samspil: {}\n", line); }

/// What is printed is an answer: where it did not get through, that is said, and nothing is called done.
Exit delivered(Exit exit, Language language)
{
    errno = 0;
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return exit;
    const std::string why = errno != 0 ? ": " + system_reason(errno).in(language) : "";
    complain((language == Language::da ? "svaret kunne ikke skrives til stdout" : "the answer could not be written to stdout") + why);
    return exit == Exit::done ? Exit::out_of_space : exit;
}

/// What went wrong, in words and as an exit code.
Exit guarded(int argc, char** argv, Dealing* crew, Language& language)
{
    try {
        return execute(argc, argv, language, crew);
    } catch (const UsageError& error) {
        complain(error.message.in(language));
        return Exit::usage;
    } catch (const IoError& error) {
        complain(error.message(language));
        return error.cause() == IoError::Cause::out_of_space ? Exit::out_of_space : Exit::unreadable;
    } catch (const std::filesystem::filesystem_error& error) { // a folder that may not be looked into is no bug of ours
        complain(IoError(IoError::Cause::unreadable, error.path1().string(), system_reason(error.code().value())).message(language));
        return Exit::unreadable;
    } catch (const std::bad_alloc&) {
        complain(language == Language::da ? "ikke nok hukommelse" : "out of memory");
        return Exit::out_of_space;
    } catch (const std::exception& error) {
        if (std::ferror(stdout) != 0) return Exit::out_of_space; // an answer that could not be printed: delivered() says so
        complain(fmt::format("{}: {}", language == Language::da ? "intern fejl, meld den venligst" : "internal error, please report", error.what()));
        return Exit::internal_error;
    }
}

int finished(int argc, char** argv, Dealing* crew)
{
    Language language = Language::da;
    const Exit exit = guarded(argc, argv, crew, language);
    return static_cast<int>(delivered(exit, language));
}

} // namespace
} // namespace samspil

int main(int argc, char** argv)
{
    using namespace samspil;
    fill_closed_streams();
    lose_unwritable_messages();
    std::signal(SIGXFSZ, SIG_IGN); // a limit on the size of files comes back as an error of the write: exit 8
    const auto channel = join_cluster(argc, argv);
    if (!channel || channel->size() == 1) return finished(argc, argv, nullptr);
    if (channel->rank() > 0) return work_as_rank(*channel);
    Dealing crew(*channel);
    const int code = finished(argc, argv, &crew);
    crew.end(code);
    return code;
}
