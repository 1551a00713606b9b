// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/compare_request.hpp"

#include "engine/cli/groups_screen.hpp"
#include "engine/cli/run_and_compare.hpp"
#include "engine/cli/wrong_words.hpp"
#include "engine/io/likely.hpp"
#include "engine/io/page_style.hpp"
#include "engine/io/say.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <thread>

namespace samspil {
namespace {

int read_threads(const std::string& text)
{
    int threads = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), threads);
    if (error != std::errc() || end != text.data() + text.size() || threads < 1 || threads > 1024)
        throw UsageError{{"-j er et helt tal fra 1 til 1024", "-j is a whole number from 1 to 1024"}};
    return threads;
}

/// "--persons" is the first replication; "--persons=5" the first five.
int read_persons(const std::string& argument)
{
    const std::size_t equals = argument.find('=');
    if (equals == std::string::npos) return 1;
    int replications = 0;
    const auto [end, error] = std::from_chars(argument.data() + equals + 1, argument.data() + argument.size(), replications);
    if (error != std::errc() || end != argument.data() + argument.size() || replications < 1)
        throw UsageError{{"--persons=N: N er et helt antal gentagelser fra 1", "--persons=N: N is a whole number of replications from 1"}};
    return replications;
}

/// The KPI a gate may have meant; its word may end on a field ("reach.municpal.ci_low").
Text near_gate(std::string_view expression)
{
    const std::string_view word = expression.substr(0, expression.find_first_of(" <>=!"));
    if (find_kpi(word) || find_kpi(word.substr(0, word.rfind('.')))) return {};
    const Text whole = near_indicator(word);
    return whole.en.empty() ? near_indicator(word.substr(0, word.rfind('.'))) : whole;
}

/// Whether a file is a page that compare made: its heading says so, below the style.
bool is_our_page(const std::string& path)
{
    std::error_code unknown;
    if (!std::filesystem::is_regular_file(path, unknown)) return false;
    std::string beginning(64 * 1024, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
    beginning.resize(static_cast<std::size_t>(file.gcount()));
    return beginning.starts_with("<!DOCTYPE html>") && beginning.find(page_mark) != std::string::npos;
}

} // namespace

CompareRequest read_compare_request(const Invocation& call)
{
    CompareRequest request;
    request.threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    const auto arguments = in_two_words(call.arguments);
    bool after_chance = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        const auto value = [&]() -> const std::string& {
            if (i + 1 >= arguments.size())
                throw UsageError{{argument + " mangler en værdi", argument + " lacks a value"}};
            return arguments[++i];
        };
        if (argument == "--json")
            request.json = true;
        else if (argument == "--parts")
            request.parts = true;
        else if (argument == "--chance")
            after_chance = true;
        else if (argument == "--force")
            request.force = true;
        else if (argument == "--html")
            request.html = value();
        else if (argument == "--by")
            request.by.push_back(dimension_of(value()));
        else if (argument == "-j")
            request.threads = read_threads(value());
        else if (argument == "--fail-if") {
            const std::string expression = value();
            auto gate = read_gate(expression);
            if (const Text* wrong = std::get_if<Text>(&gate)) throw UsageError{with_hint(*wrong, near_gate(expression))};
            request.gates.push_back(std::get<Gate>(std::move(gate)));
        } else if (argument == "--persons" || argument.starts_with("--persons="))
            request.persons = read_persons(argument);
        else if (argument.size() > 1 && argument.front() == '-')
            unknown_option(call, argument, {"--chance", "--json", "--html", "--force", "--by", "--persons", "--parts", "--fail-if", "-j"});
        else
            (after_chance ? request.chance : request.files).push_back(argument);
    }
    if (request.files.size() < 2)
        throw UsageError{{"compare skal have en basis og mindst ét alternativ: samspil compare BASIS.h5 ALTERNATIV.h5",
                          "compare needs a base and at least one option: samspil compare BASE.h5 OPTION.h5"}};
    return request;
}

void check_page(const CompareRequest& request)
{
    std::error_code unknown; // what may not be looked at is told when it is written
    if (request.html.empty()) return;
    const auto folder = std::filesystem::path(request.html).parent_path();
    if (!folder.empty() && !std::filesystem::is_directory(folder, unknown))
        throw IoError(IoError::Cause::unwritable, request.html, Text{"mappen findes ikke", "the folder does not exist"});
    if (request.force || !std::filesystem::exists(request.html, unknown) || is_our_page(request.html)) return;
    throw UsageError{say("{} findes, er ikke en side fra samspil og overskrives ikke; vælg et andet navn, eller --force",
                         "{} exists, is no page of samspil and is not overwritten; choose another name, or --force", request.html)};
}

void check_fixed(const CompareRequest& request, bool futures)
{
    if (!futures) return;
    if (request.parts)
        throw UsageError{{"--parts er ved faste antagelser: brug resultater uden --futures", "--parts is at fixed assumptions: use results without --futures"}};
    if (request.persons > 0)
        throw UsageError{{"--persons følger borgere under ét sæt antagelser; brug resultater uden --futures",
                          "--persons follows citizens under one set of assumptions; use results without --futures"}};
}

} // namespace samspil
