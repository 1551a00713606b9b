// SPDX-License-Identifier: MPL-2.0
// samspil diff: the difference of two scenarios in words.
#include "engine/cli/output.hpp"
#include "engine/experiment/decomposition.hpp"
#include "engine/io/comparison_report.hpp"
#include "engine/io/in_force.hpp"
#include "engine/io/shape.hpp"
#include "engine/io/values.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace samspil {
namespace {

std::string name_of(const Scenario& scenario, const std::string& path, Language language)
{
    const auto parts = split_path(path);
    const Shape* shape = shape_at(path);
    std::string text(shape != nullptr ? shape->label.in(language) : std::string_view{});
    if (parts[0] != "centres") return text;
    if (parts.size() == 5)
        text = fmt::format("{}, {}", offer_from(parts[3]) ? label_of(*offer_from(parts[3])).in(language) : "", text);
    const int index = scenario.centre_index(parts[1]);
    return index < 0 ? text : scenario.centres[static_cast<std::size_t>(index)].name + ", " + text;
}

/// Those of one scenario that the other lacks, one by one: what stands twice here and once there is one too many.
std::size_t print_added(const Scenario& base, const Scenario& option, std::string_view mark, Language language)
{
    const auto added = added_interventions(base, option);
    for (const std::size_t i : added)
        fmt::print("  {} {}\n", mark, intervention_in_words(in_force_before(option, i), option.interventions[i]).in(language));
    return added.size();
}

/// What happens on one day happens in the order of the file.
std::vector<std::string> in_order(const Scenario& scenario, const Scenario& told_of, Language language)
{
    std::vector<std::string> all;
    for (const Intervention& one : scenario.interventions) all.push_back(intervention_in_words(told_of, one).in(language));
    return all;
}

std::size_t print_interventions(const Scenario& a, const Scenario& b, Language language)
{
    const bool danish = language == Language::da;
    const std::size_t differences = print_added(b, a, danish ? "- kun i den første:" : "- only in the first:", language) +
                                    print_added(a, b, danish ? "+ kun i den anden:" : "+ only in the second:", language);
    if (differences > 0 || in_order(a, a, language) == in_order(b, a, language)) return differences;
    fmt::print("  {}\n", danish ? "indsatser på samme dag står i en anden rækkefølge" : "interventions of one day stand in another order");
    return 1;
}

std::size_t print_values(const LoadedScenario& a, const LoadedScenario& b, Language language)
{
    std::vector<std::string> paths = paths_of(a.scenario);
    for (const std::string& path : paths_of(b.scenario)) {
        if (!value_at(a.scenario, path)) paths.push_back(path);
    }
    std::size_t differences = 0;
    for (const std::string& path : paths) {
        const std::string top(split_path(path)[0]);
        if (top == "interventions" || top == "title" || top == "description") continue;
        const auto first = value_at(a.scenario, path), second = value_at(b.scenario, path);
        if (first == second) continue;
        const auto words = [&](const Scenario& scenario) {
            const std::string text = value_in_words(scenario, path, language);
            return text.empty() ? std::string(language == Language::da ? "findes ikke" : "absent") : text;
        };
        const std::string name = name_of(first ? a.scenario : b.scenario, path, language);
        fmt::print("  {}: {} -> {}  ({})\n", name, words(a.scenario), words(b.scenario), path);
        ++differences;
    }
    return differences;
}

std::size_t print_lists(const LoadedScenario& a, const LoadedScenario& b, Language language)
{
    const bool danish = language == Language::da;
    std::size_t differences = print_interventions(a.scenario, b.scenario, language);
    const auto goals = [](const Scenario& s) {
        std::string text;
        for (const Goal& goal : s.goals)
            text += (text.empty() ? "" : ", ") + goal.kpi +
                    (std::isnan(goal.relevance) ? "" : fmt::format(" ({})", goal.relevance));
        return text;
    };
    if (goals(a.scenario) != goals(b.scenario)) {
        const char* standard = danish ? "de syv standardmål" : "the seven standard goals";
        const auto named = [&](const std::string& text) { return text.empty() ? std::string(standard) : text; };
        fmt::print("  {}: {} -> {}\n", danish ? "mål" : "goals", named(goals(a.scenario)), named(goals(b.scenario)));
        ++differences;
    }
    return differences;
}

/// Tables whose rows are not compared value by value above, told by their digest.
std::size_t print_tables(const LoadedScenario& a, const LoadedScenario& b, Language language)
{
    const auto tables = [](const LoadedScenario& loaded) {
        std::map<std::string, std::string> digests;
        for (const InputDigest& input : loaded.inputs) {
            if (!input.dialect.en.empty())
                digests[std::filesystem::path(input.path).filename().string()] = input.digest;
        }
        return digests;
    };
    const auto first = tables(a), second = tables(b);
    std::set<std::string> names;
    for (const auto& [name, digest] : first)
        names.insert(name);
    for (const auto& [name, digest] : second)
        names.insert(name);
    std::size_t differences = 0;
    for (const std::string& name : names) {
        const auto in_a = first.find(name), in_b = second.find(name);
        if (in_a != first.end() && in_b != second.end() && in_a->second == in_b->second) continue;
        const bool danish = language == Language::da;
        const char* what = in_a == first.end()    ? (danish ? "kun i den anden" : "only in the second")
                           : in_b == second.end() ? (danish ? "kun i den første" : "only in the first")
                                                  : (danish ? "er forskellig" : "differs");
        fmt::print("  {} {} {}\n", danish ? "tabellen" : "the table", name, what);
        ++differences;
    }
    return differences;
}

} // namespace

Exit diff_command(const Invocation& call)
{
    std::vector<std::string> arguments = call.arguments;
    const std::vector<Override> sets = take_overrides(arguments);
    expect_arguments(call, arguments, 2, 2, {"--set", "-s"});
    const auto a = load_or_print(arguments[0], {}, call.language);
    const auto b = load_or_print(arguments[1], sets, call.language);
    if (!a || !b) return Exit::invalid_scenario;
    fmt::print("{} -> {}\n", a->scenario.title.in(call.language), b->scenario.title.in(call.language));
    std::size_t differences = print_values(*a, *b, call.language);
    differences += print_lists(*a, *b, call.language);
    differences += print_tables(*a, *b, call.language);
    if (differences == 0) fmt::print("  {}\n", call.language == Language::da ? "ingen forskel" : "no difference");
    return Exit::done;
}

} // namespace samspil
