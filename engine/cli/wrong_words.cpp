// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/wrong_words.hpp"

#include "engine/cli/file_kind.hpp"
#include "engine/io/nearest.hpp"
#include "engine/io/say.hpp"

#include <algorithm>

namespace samspil {
namespace {

/// "--tiem" and "--tiem=3" without dashes and value.
std::string_view bare(std::string_view word)
{
    word = word.substr(0, word.find('='));
    return word.substr(std::min(word.find_first_not_of('-'), word.size()));
}

bool same_letter(char a, char b) { return (a | 0x20) == (b | 0x20); }

/// A letter is near itself only, large or small; of a longer word the nearest.
std::string near_option(std::string_view word, const std::vector<std::string>& known)
{
    if (word.empty()) return {};
    std::vector<KnownWord> longer;
    for (const std::string& option : known) {
        const std::string_view name = bare(option);
        if (name.size() == 1 && word.size() == 1 && same_letter(name[0], word[0])) return option;
        if (name.size() > 1) longer.push_back({name, option});
    }
    return word.size() == 1 ? std::string() : std::string(nearest(word, longer));
}

} // namespace

Text with_hint(const Text& message, const Text& hint)
{
    return hint.en.empty() ? message : Text{message.da + "; " + hint.da, message.en + "; " + hint.en};
}

std::string form_of(std::string_view command)
{
    for (const Command& one : commands()) {
        if (one.name == command) return fmt::format("samspil {} {}", one.name, one.synopsis);
    }
    return fmt::format("samspil {}", command);
}

void refuse_strange_words(const Invocation& call)
{
    for (std::size_t i = 0; i < call.arguments.size() && call.arguments[i] != "--"; ++i) {
        const std::string& word = call.arguments[i];
        if (word.find_first_not_of(" \t\r\n") == std::string::npos) {
            const std::string& before = i > 0 ? call.arguments[i - 1] : call.command;
            throw UsageError{say("ordet efter '{}' er tomt; er en variabel ikke sat?", "the word after '{}' is empty; is a variable not set?", shown(before))};
        }
        if (word.starts_with("–") || word.starts_with("—"))
            throw UsageError{say("'{}' begynder med en tankestreg; et tilvalg begynder med bindestreger: - eller --",
                                 "'{}' begins with a long dash; an option begins with hyphens: - or --", shown(word))};
    }
}

void unknown_command(const std::string& word)
{
    if (const FileKind kind = kind_of_file(word); kind != FileKind::absent && kind != FileKind::unknown)
        throw UsageError{with_hint(say("en kommando mangler foran {}", "a command is missing before {}", word), way_on(kind, word))};
    std::vector<std::string_view> known;
    for (const Command& command : commands()) known.push_back(command.name);
    const std::string_view near = nearest(word, known);
    const Text all{"samspil help viser dem alle", "samspil help shows them all"};
    throw UsageError{with_hint(say("ukendt kommando: {}", "unknown command: {}", shown(word)), near.empty() ? all : did_you_mean(near))};
}

void unknown_option(const Invocation& call, const std::string& word, const std::vector<std::string>& known)
{
    const std::string near = near_option(bare(word), known);
    const Text form = say("skriv: {}", "write: {}", form_of(call.command));
    throw UsageError{with_hint(say("ukendt tilvalg: {}", "unknown option: {}", shown(word)), near.empty() ? form : did_you_mean(near))};
}

} // namespace samspil
