// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/progress.hpp"

#include <cstdio>
#include <string>

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

namespace samspil {

std::string clock_text(double seconds)
{
    const auto whole = static_cast<long long>(seconds + 0.5);
    if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
    return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string time_left_text(double seconds, Language language)
{
    return language == Language::da ? fmt::format("ca. {} tilbage", clock_text(seconds)) : fmt::format("about {} left", clock_text(seconds));
}

namespace {

/// Whether a line can be written now. A study never waits for who reads how far it is.
bool heard()
{
    pollfd messages{STDERR_FILENO, POLLOUT, 0};
    return ::poll(&messages, 1, 0) == 1;
}

} // namespace

ProgressLine::ProgressLine(Language language) : language_(language), terminal_(::isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(const StudyProgress& progress)
{
    if (progress.total == 0 || !heard()) return;
    const std::size_t over = progress.done + progress.failed;
    const bool da = language_ == Language::da;
    std::string line = fmt::format("{}/{} {}", progress.done, progress.total, da ? "færdige" : "done");
    if (progress.failed > 0) line += fmt::format(", {} {}", progress.failed, da ? "fejlede" : "failed");
    if (progress.seconds_left > 0) line += ", " + time_left_text(progress.seconds_left, language_);
    if (terminal_) {
        constexpr std::size_t width = 30;
        const std::size_t filled = width * over / progress.total;
        fmt::print(stderr, "\r[{}{}] {}\033[K", std::string(filled, '#'), std::string(width - filled, '.'), line);
        std::fflush(stderr);
        open_ = true;
        return;
    }
    const int tenths = static_cast<int>(10 * over / progress.total);
    if (tenths == tenths_) return;
    tenths_ = tenths;
    fmt::print(stderr, "{:3} %: {}\n", 100 * over / progress.total, line);
}

void ProgressLine::finish()
{
    if (open_) fmt::print(stderr, "\n");
    open_ = false;
}

} // namespace samspil
