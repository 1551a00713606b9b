// SPDX-License-Identifier: MPL-2.0
#include "engine/io/build_info.hpp"

#include "engine/base/version.hpp"

#include <chrono>

#include <fmt/chrono.h>

namespace samspil {

const BuildInfo& build_info()
{
    static const BuildInfo info{std::string(program_version), std::string(program_commit), std::string(program_build)};
    return info;
}

std::string this_program() { return build_info().version + " " + build_info().commit; }

std::string timestamp()
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

} // namespace samspil
