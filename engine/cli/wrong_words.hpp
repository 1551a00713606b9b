// SPDX-License-Identifier: MPL-2.0
// Words of the command line that mean nothing here: what they may have meant.
#pragma once

#include "engine/cli/commands.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace samspil {

/// "samspil status DIR [--json]", from the table of commands.
std::string form_of(std::string_view command);

/// "message; hint", or the message alone.
Text with_hint(const Text& message, const Text& hint);

/// Throws UsageError for words no command takes: empty ones (a variable that is not set), and dashes of a word processor
/// where an option begins. Words behind "--" are somebody else's.
void refuse_strange_words(const Invocation& call);

/// Throws UsageError: the nearest command, or where they all stand; of a file, the command that takes it.
[[noreturn]] void unknown_command(const std::string& word);

/// Throws UsageError for `word` ("--tiem"): the nearest of `known` ("--time", "-j"), or the form of the command.
[[noreturn]] void unknown_option(const Invocation& call, const std::string& word, const std::vector<std::string>& known);

} // namespace samspil
