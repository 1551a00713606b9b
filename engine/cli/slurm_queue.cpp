// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/slurm_queue.hpp"

#include <array>
#include <cerrno>
#include <charconv>
#include <sstream>
#include <string_view>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace samspil {
namespace {

/// `output`: a descriptor that becomes its standard output, or -1: ours. Variables that begin with `without` are kept from it.
std::optional<pid_t> started(std::vector<std::string> words, int output, std::string_view without = "")
{
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    std::vector<char*> variables;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        if (without.empty() || !std::string_view(*variable).starts_with(without)) variables.push_back(*variable);
    }
    variables.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (output >= 0) posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    pid_t child = -1;
    const int wrong = ::posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), variables.data());
    posix_spawn_file_actions_destroy(&actions);
    return wrong == 0 ? std::optional(child) : std::nullopt;
}

int ended(pid_t child)
{
    int how = 0;
    while (::waitpid(child, &how, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(how) ? WEXITSTATUS(how) : 128 + WTERMSIG(how);
}

/// What it prints, where it ends with 0.
std::optional<std::string> answer_of(const std::vector<std::string>& words, std::string_view without)
{
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return std::nullopt;
    const auto child = started(words, pipe[1], without);
    ::close(pipe[1]);
    std::string text;
    std::array<char, 4096> piece;
    for (;;) {
        const ssize_t n = ::read(pipe[0], piece.data(), piece.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) break;
        text.append(piece.data(), static_cast<std::size_t>(n));
    }
    ::close(pipe[0]);
    if (!child || ended(*child) != 0) return std::nullopt;
    return text;
}

} // namespace

std::optional<std::set<int>> queued_tasks(const std::string& job_name)
{
    // A user's own SQUEUE_STATES, SQUEUE_USERS ... would hide tasks.
    const auto text = answer_of({"squeue", "--noheader", "--array", "--states=PENDING,RUNNING,SUSPENDED,COMPLETING", "--name=" + job_name, "--format=%K"}, "SQUEUE_");
    if (!text) return std::nullopt;
    std::set<int> tasks;
    std::istringstream words(*text);
    for (std::string word; words >> word;) {
        int task = 0;
        const auto [end, wrong] = std::from_chars(word.data(), word.data() + word.size(), task);
        if (wrong == std::errc{} && end == word.data() + word.size()) tasks.insert(task); // N/A: no array
    }
    return tasks;
}

std::optional<int> run_program(const std::vector<std::string>& words)
{
    const auto child = started(words, -1);
    return child ? std::optional(ended(*child)) : std::nullopt;
}

} // namespace samspil
