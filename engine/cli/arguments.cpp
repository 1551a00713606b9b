// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/arguments.hpp"

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
