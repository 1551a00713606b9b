// SPDX-License-Identifier: MPL-2.0
#include "engine/io/run_order.hpp"

#include <algorithm>
#include <filesystem>
#include <numeric>

namespace samspil {
namespace {

namespace fs = std::filesystem;

/// Where a file name stands as the end of a word, or nowhere (npos).
std::size_t place_of(const std::string& name, const std::string& command)
{
    for (std::size_t at = command.find(name); at != std::string::npos; at = command.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool begins = at > 0 && (command[at - 1] == ' ' || command[at - 1] == '/');
        if (begins && (end == command.size() || command[end] == ' ')) return at;
    }
    return std::string::npos;
}

} // namespace

std::vector<std::size_t> order_in_command(const std::string& command, const std::vector<std::string>& scenarios)
{
    std::vector<std::size_t> order(scenarios.size()), places;
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (const std::string& scenario : scenarios) {
        const std::string name = fs::path(scenario).filename().string();
        places.push_back(name.empty() ? std::string::npos : place_of(name, command));
        if (places.back() == std::string::npos) return order;
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return places[a] < places[b]; });
    return order;
}

std::vector<ResultFile> results_in_order(const std::string& folder)
{
    std::vector<std::string> paths, scenarios;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".h5") paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<ResultFile> by_name, results;
    for (const std::string& path : paths) {
        by_name.push_back(open_result(path));
        scenarios.push_back(by_name.back().metadata().origin.scenario_path);
    }
    if (by_name.empty()) return results;
    for (const std::size_t i : order_in_command(by_name.front().metadata().origin.command, scenarios)) results.push_back(std::move(by_name[i]));
    return results;
}

} // namespace samspil
