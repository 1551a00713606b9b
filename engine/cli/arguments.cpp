// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/arguments.hpp"

#include <array>
#include <charconv>

namespace samspil {
namespace {
namespace po = boost::program_options;
} // namespace

void wrong_use(const Text& message) { throw UsageError{message}; }

Arguments::Arguments(const Invocation& call, const po::options_description& options)
{
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
        wrong_use(say("ukendt tilvalg: {}", "unknown option: {}", error.get_option_name()));
    } catch (const po::error& error) {
        wrong_use({"kommandolinjen kan ikke læses: " + std::string(error.what()), error.what()});
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

std::optional<double> seconds_in(std::string_view text)
{
    const auto whole = [](std::string_view digits) -> std::optional<double> {
        unsigned value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size() || value > 1'000'000) return std::nullopt;
        return value;
    };
    constexpr std::array<std::pair<char, double>, 4> units{{{'s', 1}, {'m', 60}, {'h', 3600}, {'d', 86400}}};
    for (const auto& [unit, seconds] : units) {
        if (text.empty() || text.back() != unit) continue;
        const auto count = whole(text.substr(0, text.size() - 1));
        return count && *count > 0 ? std::optional(*count * seconds) : std::nullopt;
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
    return (parts == 2 || parts == 3) && sum > 0 ? std::optional(sum) : std::nullopt;
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
