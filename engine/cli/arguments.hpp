// SPDX-License-Identifier: MPL-2.0
// The arguments after a command, read by Boost.Program_options; wrong ones become a UsageError in both languages.
#pragma once

#include "engine/cli/commands.hpp"
#include "engine/io/scenario_file.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/program_options.hpp>

namespace samspil {

/// What was given: options by name, the rest in order.
class Arguments {
public:
    /// Options are declared by the command; everything that is no option is positional.
    Arguments(const Invocation& call, const boost::program_options::options_description& options);

    bool has(const std::string& name) const { return values_.count(name) > 0; }
    std::string text(const std::string& name, std::string otherwise = "") const;
    std::vector<std::string> texts(const std::string& name) const;
    /// A whole number within [low, high], or nothing when it is not given.
    std::optional<std::int64_t> whole(const std::string& name, std::int64_t low, std::int64_t high) const;
    const std::vector<std::string>& positional() const { return positional_; }

private:
    boost::program_options::variables_map values_;
    std::vector<std::string> positional_;
};

/// The folder of -o; wrong_use() where it is not given.
std::string output_of(const Arguments& given);

[[noreturn]] void wrong_use(const Text& message);
/// wrong_use() where another process of this machine works on a run, a study or a nation in the folder.
void refuse_if_at_work(const std::string& folder);

/// "90s", "30m", "2h", "1d", "1:30:00" (hours) or "1:30" (minutes) in seconds; nothing for anything else.
std::optional<double> seconds_in(std::string_view text);

/// "PATH=VALUE" of -s, in order.
std::vector<Override> overrides_from(const std::vector<std::string>& sets);

} // namespace samspil
