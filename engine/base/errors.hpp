// SPDX-License-Identifier: MPL-2.0
// Three kinds of wrong: input gives collected diagnostics, the machine throws IoError, bugs stop at
// SAMSPIL_EXPECT. The library never prints and never exits; the command line decides what to show.
#pragma once

#include "engine/base/text.hpp"

#include <stdexcept>
#include <string>
#include <vector>

namespace samspil {

enum class Severity { note, warning, error };

/// One thing wrong (or worth saying) about the input. Lines and columns count from 1; 0 means unknown.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string file;
    int line = 0;
    int column = 0;
    std::string path; ///< the path language: centres.lc-trojborg.offers.klub.places
    Text message;     ///< what and why
    Text hint;        ///< the fix or the nearest match; may be empty
};

/// All diagnostics of one pass, in the order found.
class Diagnostics {
public:
    void add(Diagnostic diagnostic) { items_.push_back(std::move(diagnostic)); }
    void append(const Diagnostics& other);
    bool has_errors() const;
    const std::vector<Diagnostic>& items() const { return items_; }
    /// Sorted by file, line, column, path; equal findings once.
    void sort_by_position();

private:
    std::vector<Diagnostic> items_;
};

/// "file:line:col: error: path: message; hint" in the chosen language.
std::string format(const Diagnostic& diagnostic, Language language);

/// The machine failed us: a file, the disk, memory. `out_of_space` separates exit 8 from exit 4.
class IoError : public std::runtime_error {
public:
    enum class Cause { unreadable, damaged, unwritable, out_of_space };
    IoError(Cause cause, std::string path, const std::string& why);
    IoError(Cause cause, std::string path, Text why);
    Cause cause() const { return cause_; }
    /// "path: why" in the language; what() holds both.
    std::string message(Language language) const { return path_ + ": " + why_.in(language); }
    const std::string& path() const { return path_; }

private:
    Cause cause_;
    std::string path_;
    Text why_;
};

/// What an error number of the system means: "No such file or directory" and its like, in both languages.
Text system_reason(int error);

[[noreturn]] void expectation_failed(const char* condition, const char* sentence, const char* file, int line);

} // namespace samspil

/// A bug of ours, never reachable from input: says what was expected and stops the program.
#define SAMSPIL_EXPECT(condition, sentence)                                                                            \
    do {                                                                                                               \
        if (!(condition)) ::samspil::expectation_failed(#condition, sentence, __FILE__, __LINE__);                     \
    } while (false)
