// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/output.hpp"

#include "engine/cli/file_kind.hpp"
#include "engine/cli/wrong_words.hpp"
#include "engine/io/comparison_report.hpp"
#include "engine/io/shape.hpp"
#include "engine/io/values.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil {

std::vector<Override> take_overrides(std::vector<std::string>& arguments)
{
    std::vector<Override> sets;
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string text;
        if (arguments[i] == "-s" || arguments[i] == "--set") {
            if (i + 1 < arguments.size()) text = arguments[++i];
        } else if (arguments[i].rfind("-s", 0) == 0 && arguments[i].find('=') != std::string::npos) {
            text = arguments[i].substr(2);
        } else if (arguments[i].rfind("--set=", 0) == 0) {
            text = arguments[i].substr(6);
        } else {
            rest.push_back(arguments[i]);
            continue;
        }
        const std::size_t sign = text.find('=');
        if (sign == std::string::npos || sign == 0) throw UsageError{{"skriv -s STI=VÆRDI", "write -s PATH=VALUE"}};
        sets.push_back({text.substr(0, sign), text.substr(sign + 1)});
    }
    arguments = std::move(rest);
    return sets;
}

bool take_flag(std::vector<std::string>& arguments, std::string_view flag)
{
    const auto found = std::find(arguments.begin(), arguments.end(), flag);
    if (found == arguments.end()) return false;
    arguments.erase(found);
    return true;
}

void expect_arguments(const Invocation& call, const std::vector<std::string>& arguments, std::size_t least,
                      std::size_t most, const std::vector<std::string>& known)
{
    for (const std::string& argument : arguments) {
        if (argument.size() > 1 && argument[0] == '-') unknown_option(call, argument, known);
    }
    if (arguments.size() >= least && arguments.size() <= most) return;
    throw UsageError{say("skriv: {}", "write: {}", form_of(call.command))};
}

void print_diagnostics(Diagnostics diagnostics, Language language)
{
    diagnostics.sort_by_position();
    for (const Diagnostic& diagnostic : diagnostics.items())
        fmt::print(stderr, "{}\n", format(diagnostic, language));
}

std::string count_of(const Diagnostics& diagnostics, Language language)
{
    const auto count = [&](Severity severity) {
        return std::count_if(diagnostics.items().begin(), diagnostics.items().end(),
                             [&](const Diagnostic& d) { return d.severity == severity; });
    };
    const auto errors = count(Severity::error), warnings = count(Severity::warning);
    std::string text = language == Language::da ? fmt::format("{} fejl", errors)
                                                : fmt::format("{} {}", errors, errors == 1 ? "error" : "errors");
    if (warnings > 0) {
        text += language == Language::da ? fmt::format(", {} {}", warnings, warnings == 1 ? "advarsel" : "advarsler")
                                         : fmt::format(", {} {}", warnings, warnings == 1 ? "warning" : "warnings");
    }
    return text;
}

std::string with_unit(const Field& field, double value, Language language)
{
    return value_in_words(field, value).in(language) + unit_after(field.unit).in(language);
}

std::string value_in_words(const Scenario& scenario, const std::string& path, Language language)
{
    const auto text = value_at(scenario, path);
    if (!text) return {};
    const Shape* shape = shape_at(scenario, path);
    if (shape == nullptr || shape->field == nullptr) return text->empty() ? "-" : *text;
    const Field& field = *shape->field;
    double number = *text == "true" ? 1 : 0;
    if (field.kind == Kind::choice) {
        const auto chosen = [&](const Choice& choice) { return choice.id == *text; };
        number = static_cast<double>(std::find_if(field.choices.begin(), field.choices.end(), chosen) -
                                     field.choices.begin());
    } else if (field.kind != Kind::flag) {
        number = parse_number(*text).value_or(0);
    }
    return with_unit(field, number, language);
}

std::optional<LoadedScenario> load_or_print(const std::string& path, const std::vector<Override>& sets,
                                            Language language)
{
    expect_kind(path, {FileKind::scenario});
    Diagnostics found;
    auto loaded = load_scenario(path, sets, found);
    print_diagnostics(found, language);
    if (!loaded) fmt::print(stderr, "{}\n", count_of(found, language));
    return loaded;
}

} // namespace samspil
