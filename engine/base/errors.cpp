// SPDX-License-Identifier: MPL-2.0
#include "engine/base/errors.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
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

namespace {
std::string in_both(const Text& why) { return why.da == why.en ? why.en : why.da + " / " + why.en; }
} // namespace

IoError::IoError(Cause cause, std::string path, const std::string& why) : IoError(cause, std::move(path), Text{why, why}) {}

IoError::IoError(Cause cause, std::string path, Text why)
    : std::runtime_error(path + ": " + in_both(why)), cause_(cause), path_(std::move(path)), why_(std::move(why))
{
}

Text system_reason(int error)
{
    const std::string en = std::strerror(error);
    switch (error) {
    case ENOENT: return {"filen eller mappen findes ikke", en};
    case ENOSPC:
    case EDQUOT: return {"der er ikke mere plads på disken", en};
    case EFBIG: return {"filen er større end tilladt", en};
    case EACCES:
    case EPERM: return {"der er ikke adgang", en};
    case ENOTDIR: return {"en del af stien er ikke en mappe", en};
    case EISDIR: return {"det er en mappe", en};
    case EEXIST: return {"findes allerede", en};
    case ENOTEMPTY: return {"mappen er ikke tom", en};
    case EROFS: return {"disken kan kun læses", en};
    case ENAMETOOLONG: return {"navnet er for langt", en};
    case EMFILE:
    case ENFILE: return {"for mange filer er åbne", en};
    case EIO: return {"disken svarer med en fejl", en};
    default: return {en, en};
    }
}

void expectation_failed(const char* condition, const char* sentence, const char* file, int line)
{
    std::fprintf(stderr, "%s:%d: bug: %s (%s)\n", file, line, sentence, condition);
    std::abort();
}

} // namespace samspil
