// SPDX-License-Identifier: MPL-2.0
// The door: one function per command. Commands print and return an exit code; nothing below them does.
#pragma once

#include "engine/base/text.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

/// Exit codes people and scripts rely on (docs/architecture.md, command line).
enum class Exit : int {
    done = 0, internal_error = 1, usage = 2, invalid_scenario = 3, unreadable = 4, partial = 5, not_identical = 6,
    gate_failed = 7, out_of_space = 8, stopped_resumable = 75, interrupted = 130
};

class Dealing;

struct Invocation {
    std::string command;                ///< as typed
    std::vector<std::string> arguments; ///< after the command
    Language language = Language::da;   ///< --lang da|en anywhere, else SAMSPIL_LANG, else da
    bool language_said = false;         ///< by either
    std::string command_line;           ///< whole, for provenance
    Dealing* crew = nullptr;            ///< the other ranks of a cluster; null: this process is alone
};

/// Wrong use of the command line; main prints it and returns Exit::usage.
struct UsageError {
    Text message;
};

struct Command {
    std::string_view name;
    std::string_view synopsis; ///< "S... -o DIR [-n N]"
    Label summary;
    Exit (*execute)(const Invocation&);
};

/// Every command of this version, in the order of the help page.
std::span<const Command> commands();

Exit validate_command(const Invocation&);
Exit explain_command(const Invocation&);
Exit diff_command(const Invocation&);
Exit new_command(const Invocation&);
Exit balance_command(const Invocation&);
Exit run_command(const Invocation&);
Exit resume_command(const Invocation&);
Exit batch_command(const Invocation&);
Exit sweep_command(const Invocation&);
Exit discover_command(const Invocation&);
Exit sensitivity_command(const Invocation&);
Exit calibrate_command(const Invocation&);
Exit optimise_command(const Invocation&);
Exit nation_command(const Invocation&);
Exit extend_command(const Invocation&);
Exit status_command(const Invocation&);
Exit compare_command(const Invocation&);
Exit inspect_command(const Invocation&);
Exit export_command(const Invocation&);
Exit verify_command(const Invocation&);
Exit view_command(const Invocation&);
Exit schema_command(const Invocation&);
Exit doctor_command(const Invocation&);
Exit version_command(const Invocation&);

} // namespace samspil
