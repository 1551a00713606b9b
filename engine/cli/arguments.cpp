// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/arguments.hpp"

#include "engine/cli/wrong_words.hpp"
#include "engine/io/run_status.hpp"
#include "engine/io/shell_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace samspil {
namespace {
namespace po = boost::program_options;

/// "--time" and "-o" of everything that is declared.
std::vector<std::string> names_of(const po::options_description& options)
{
    std::vector<std::string> names;
    for (const auto& option : options.options()) {
        names.push_back("--" + option->long_name());
        const std::string one = option->canonical_display_name(po::command_line_style::allow_dash_for_short);
        if (one.size() == 2) names.push_back(one);
    }
    return names;
}

/// What is wrong with the value of an option; {} is the option.
Label wrong_value(const po::error_with_option_name& error)
{
    const auto* form = dynamic_cast<const po::invalid_command_line_syntax*>(&error);
    switch (form != nullptr ? form->kind() : po::invalid_syntax::unrecognized_line) {
    case po::invalid_syntax::missing_parameter: return {"{} mangler en værdi", "{} lacks a value"};
    case po::invalid_syntax::empty_adjacent_parameter: return {"{} har en tom værdi", "{} has an empty value"};
    case po::invalid_syntax::extra_parameter: return {"{} har ingen værdi", "{} takes no value"};
    default: return {"{} kan ikke læses", "{} cannot be read"};
    }
}
} // namespace

void refuse_if_at_work(const std::string& folder)
{
    if (const int process = at_work_in(folder); process > 0)
        wrong_use(say("i {} arbejder en anden samspil (proces {}); vælg en anden mappe, eller vent på den: samspil status {}",
                      "another samspil is at work in {} (process {}); choose another folder, or wait for it: samspil status {}", folder, process, in_shell(folder)));
}

void wrong_use(const Text& message) { throw UsageError{message}; }

Arguments::Arguments(const Invocation& call, const po::options_description& options)
{
    const std::vector<std::string> known = names_of(options);
    for (const std::string& word : call.arguments) { // -output would be -o with the value utput
        if (word == "--") break;
        if (word.size() > 2 && word[0] == '-' && word[1] != '-' && std::find(known.begin(), known.end(), "-" + word) != known.end())
            unknown_option(call, word, known);
    }
    po::options_description all(options);
    all.add_options()("positional", po::value<std::vector<std::string>>());
    po::positional_options_description rest;
    rest.add("positional", -1);
    namespace style = po::command_line_style;
    try {
        const int exact = style::unix_style & ~style::allow_guessing;
        po::store(po::command_line_parser(call.arguments).options(all).positional(rest).style(exact).run(), values_);
        po::notify(values_);
    } catch (const po::unknown_option& error) {
        unknown_option(call, error.get_option_name(), known);
    } catch (const po::multiple_occurrences& error) {
        wrong_use(say("{} står to gange", "{} stands twice", error.get_option_name()));
    } catch (const po::error_with_option_name& error) {
        wrong_use(say(wrong_value(error).da, wrong_value(error).en, error.get_option_name()));
    }
    positional_ = texts("positional");
}

std::string Arguments::text(const std::string& name, std::string otherwise) const
{
    return has(name) ? values_[name].as<std::string>() : otherwise;
}

std::vector<std::string> Arguments::texts(const std::string& name) const
{
    return has(name) ? values_[name].as<std::vector<std::string>>() : std::vector<std::string>{};
}

std::optional<std::int64_t> Arguments::whole(const std::string& name, std::int64_t low, std::int64_t high) const
{
    if (!has(name)) return std::nullopt;
    const std::string word = text(name);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc{} || end != word.data() + word.size() || value < low || value > high)
        wrong_use(say("--{} er et helt tal fra {} til {}, ikke '{}'", "--{} is a whole number from {} to {}, not '{}'", name, low, high, shown(word)));
    return value;
}

std::string output_of(const Arguments& given)
{
    if (!given.has("output")) wrong_use({"mappen til resultatet mangler: -o MAPPE", "the folder of the result is missing: -o FOLDER"});
    return given.text("output");
}

std::optional<double> seconds_in(std::string_view text)
{
    const auto whole = [](std::string_view digits) -> std::optional<double> {
        unsigned value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size() || value > 1'000'000) return std::nullopt;
        return value;
    };
    constexpr double longest = 100 * 366 * 86400.0; // what a clock in nanoseconds holds
    constexpr std::array<std::pair<char, double>, 4> units{{{'s', 1}, {'m', 60}, {'h', 3600}, {'d', 86400}}};
    for (const auto& [unit, seconds] : units) {
        if (text.empty() || text.back() != unit) continue;
        const auto count = whole(text.substr(0, text.size() - 1));
        return count && *count > 0 ? std::optional(std::min(longest, *count * seconds)) : std::nullopt;
    }
    double sum = 0;
    std::size_t parts = 0;
    for (bool more = true; more; ++parts) {
        const std::size_t colon = text.find(':');
        more = colon != std::string_view::npos;
        const auto part = whole(text.substr(0, colon));
        if (!part || (parts > 0 && *part >= 60)) return std::nullopt;
        sum = 60 * sum + *part;
        if (more) text.remove_prefix(colon + 1);
    }
    return (parts == 2 || parts == 3) && sum > 0 ? std::optional(std::min(longest, sum)) : std::nullopt;
}

std::vector<Override> overrides_from(const std::vector<std::string>& sets)
{
    std::vector<Override> overrides;
    for (const std::string& set : sets) {
        const std::size_t sign = set.find('=');
        if (sign == std::string::npos || sign == 0)
            wrong_use(say("-s skrives STI=VÆRDI, ikke '{}'", "-s is written PATH=VALUE, not '{}'", shown(set)));
        overrides.push_back({set.substr(0, sign), set.substr(sign + 1)});
    }
    return overrides;
}

} // namespace samspil
