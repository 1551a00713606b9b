// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/run_and_compare.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string_view>

namespace samspil {
namespace {

bool is_scenario(const std::string& argument) { return argument.front() != '-' && std::filesystem::path(argument).extension() == ".yaml"; }

constexpr std::array<std::string_view, 8> of_run{"-o", "-n", "--seed", "-s", "--set", "--weeks", "--until-ci", "--posterior"}; ///< with a value
constexpr std::array<std::string_view, 3> of_compare{"--html", "--by", "--fail-if"};

template <class Names>
bool holds(const Names& names, const std::string& argument)
{
    return std::find(names.begin(), names.end(), argument) != names.end();
}

} // namespace

std::optional<RunAndCompare> run_and_compare(const Invocation& call)
{
    const auto filled = [](const std::string& argument) { return !argument.empty() && is_scenario(argument); };
    if (std::none_of(call.arguments.begin(), call.arguments.end(), filled)) return std::nullopt;
    RunAndCompare both{call, call};
    both.run.arguments.clear();
    both.compare.arguments.clear();
    std::vector<std::string> scenarios;
    std::string folder;
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
        const std::string& argument = call.arguments[i];
        const bool last = i + 1 == call.arguments.size();
        if (holds(of_run, argument) && !last) {
            if (argument == "-o") folder = call.arguments[i + 1];
            both.run.arguments.push_back(argument);
            both.run.arguments.push_back(call.arguments[++i]);
        } else if (argument == "--force") { // of results and of the page
            for (Invocation* one : {&both.run, &both.compare}) one->arguments.push_back(argument);
        } else if (argument == "--futures") {
            both.run.arguments.push_back(argument);
        } else if (argument == "-j" && !last) {
            for (Invocation* one : {&both.run, &both.compare}) one->arguments.insert(one->arguments.end(), {argument, call.arguments[i + 1]});
            ++i;
        } else if (holds(of_compare, argument) && !last) {
            both.compare.arguments.push_back(argument);
            both.compare.arguments.push_back(call.arguments[++i]);
        } else if (filled(argument)) {
            scenarios.push_back(argument);
        } else {
            both.compare.arguments.push_back(argument);
        }
    }
    std::set<std::string> stems;
    for (const std::string& scenario : scenarios) stems.insert(std::filesystem::path(scenario).stem().string());
    if (folder.empty() || scenarios.size() < 2 || stems.size() != scenarios.size())
        throw UsageError{{"samspil compare BASIS.yaml VALG.yaml... -o MAPPE: to scenarier med hver sit navn, og en mappe til resultaterne",
                          "samspil compare BASE.yaml OPTION.yaml... -o FOLDER: two scenarios of different names, and a folder for results"}};
    both.run.arguments.insert(both.run.arguments.begin(), scenarios.begin(), scenarios.end());
    std::vector<std::string> results;
    for (const std::string& scenario : scenarios)
        results.push_back((std::filesystem::path(folder) / (std::filesystem::path(scenario).stem().string() + ".h5")).string());
    both.compare.arguments.insert(both.compare.arguments.begin(), results.begin(), results.end());
    return both;
}

} // namespace samspil
