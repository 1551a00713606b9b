// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/run_and_compare.hpp"

#include "engine/cli/file_kind.hpp"
#include "engine/io/say.hpp"
#include "engine/io/shell_words.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string_view>

namespace samspil {
namespace {

bool is_scenario(const std::string& argument) { return !argument.starts_with("-") && std::filesystem::path(argument).extension() == ".yaml"; }

constexpr std::array<std::string_view, 11> of_run{"-o", "--output", "-n", "--replications", "--seed", "-s", "--set", "--weeks", "--until-ci", "--posterior", "--block"}; ///< with a value
constexpr std::array<std::string_view, 3> of_compare{"--html", "--by", "--fail-if"};

template <class Names>
bool holds(const Names& names, const std::string& argument)
{
    return std::find(names.begin(), names.end(), argument) != names.end();
}

} // namespace

std::vector<std::string> in_two_words(const std::vector<std::string>& arguments)
{
    std::vector<std::string> words;
    for (const std::string& argument : arguments) {
        const bool glued = argument.size() > 2 && (argument.starts_with("-j") || argument.starts_with("-n") || argument.starts_with("-o") || argument.starts_with("-s"));
        const std::size_t sign = glued ? 1 : argument.find('=');
        std::string name = glued ? argument.substr(0, 2) : argument.substr(0, sign);
        if (name == "--threads") name = "-j";
        if (sign != std::string::npos && (name == "-j" || holds(of_run, name) || holds(of_compare, name))) words.insert(words.end(), {name, argument.substr(sign + 1)});
        else words.push_back(name == "-j" ? name : argument);
    }
    return words;
}

namespace {

/// Words before --chance that name a result.
std::vector<std::string> results_among(const std::vector<std::string>& arguments)
{
    std::vector<std::string> results;
    for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--chance"; ++i) {
        if (holds(of_run, arguments[i]) || holds(of_compare, arguments[i])) ++i; // and its value
        else if (!is_scenario(arguments[i]) && kind_of_file(arguments[i]) == FileKind::result) results.push_back(arguments[i]);
    }
    return results;
}

void refuse_results(const std::vector<std::string>& results, const std::string& scenario)
{
    if (results.empty()) return;
    throw UsageError{say("{} er et resultat og {} et scenarie: sammenlign resultater med resultater, eller scenarier med scenarier; samspil run {} -o MAPPE gør scenariet til et resultat",
                         "{} is a result and {} a scenario: compare results with results, or scenarios with scenarios; samspil run {} -o FOLDER makes a result of the scenario",
                         results.front(), scenario, in_shell(scenario))};
}

} // namespace

std::optional<RunAndCompare> run_and_compare(const Invocation& given)
{
    if (std::none_of(given.arguments.begin(), given.arguments.end(), is_scenario)) return std::nullopt;
    Invocation call = given;
    call.arguments = in_two_words(given.arguments);
    RunAndCompare both{call, call};
    both.run.arguments.clear();
    both.compare.arguments.clear();
    std::vector<std::string> scenarios;
    std::string folder;
    std::vector<std::string> stray; // it would be looked for as a result when all has been run
    bool after_chance = false;
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
        const std::string& argument = call.arguments[i];
        const bool last = i + 1 == call.arguments.size();
        if (holds(of_run, argument) && !last) {
            if (argument == "-o" || argument == "--output") folder = call.arguments[i + 1];
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
        } else if (is_scenario(argument)) {
            scenarios.push_back(argument);
        } else {
            after_chance = after_chance || argument == "--chance";
            if (!argument.starts_with("-") && !after_chance && kind_of_file(argument) != FileKind::result) stray.push_back(argument);
            both.compare.arguments.push_back(argument);
        }
    }
    if (scenarios.empty()) return std::nullopt; // a value of an option ended on .yaml
    refuse_results(results_among(call.arguments), scenarios.front());
    if (!stray.empty())
        throw UsageError{say("'{}' er hverken et scenarie eller et tilvalg (tal skrives efter et lighedstegn: --persons=3)",
                             "'{}' is neither a scenario nor an option (numbers are written after an equals sign: --persons=3)", stray.front())};
    std::set<std::string> stems;
    for (const std::string& scenario : scenarios) stems.insert(std::filesystem::path(scenario).stem().string());
    if (folder.empty() || scenarios.size() < 2 || stems.size() != scenarios.size())
        throw UsageError{{"skriv: samspil compare BASIS.yaml ALTERNATIV.yaml... -o MAPPE: to scenarier med hver sit navn, og en mappe til resultaterne",
                          "write: samspil compare BASE.yaml OPTION.yaml... -o FOLDER: two scenarios of different names, and a folder for results"}};
    both.run.arguments.insert(both.run.arguments.begin(), scenarios.begin(), scenarios.end());
    std::vector<std::string> results;
    for (const std::string& scenario : scenarios)
        results.push_back((std::filesystem::path(folder) / (std::filesystem::path(scenario).stem().string() + ".h5")).string());
    both.compare.arguments.insert(both.compare.arguments.begin(), results.begin(), results.end());
    return both;
}

} // namespace samspil
