// SPDX-License-Identifier: MPL-2.0
#include "engine/base/errors.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <tuple>

namespace samspil {

void Diagnostics::append(const Diagnostics& other)
{
    items_.insert(items_.end(), other.items_.begin(), other.items_.end());
}

bool Diagnostics::has_errors() const
{
    return std::any_of(items_.begin(), items_.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void Diagnostics::sort_by_position()
{
    const auto key = [](const Diagnostic& d) { return std::tie(d.file, d.line, d.column, d.path, d.message.en); };
    std::stable_sort(items_.begin(), items_.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    items_.erase(std::unique(items_.begin(), items_.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                 items_.end());
}

std::string format(const Diagnostic& diagnostic, Language language)
{
    static constexpr Label severities[] = {{"bemærk", "note"}, {"advarsel", "warning"}, {"fejl", "error"}};
    std::string line = diagnostic.file;
    if (diagnostic.line > 0) line += ":" + std::to_string(diagnostic.line);
    if (diagnostic.column > 0) line += ":" + std::to_string(diagnostic.column);
    if (!line.empty()) line += ": ";
    line += severities[static_cast<int>(diagnostic.severity)].in(language);
    line += ": ";
    if (!diagnostic.path.empty()) line += diagnostic.path + ": ";
    line += diagnostic.message.in(language);
    if (!diagnostic.hint.in(language).empty()) line += "; " + diagnostic.hint.in(language);
    return line;
}

IoError::IoError(Cause cause, std::string path, const std::string& why)
    : std::runtime_error(path + ": " + why), cause_(cause), path_(std::move(path))
{
}

void expectation_failed(const char* condition, const char* sentence, const char* file, int line)
{
    std::fprintf(stderr, "%s:%d: bug: %s (%s)\n", file, line, sentence, condition);
    std::abort();
}

} // namespace samspil
