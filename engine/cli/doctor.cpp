// SPDX-License-Identifier: MPL-2.0
// samspil doctor: what a report of trouble should say about the machine.
#include "engine/cli/commands.hpp"
#include "engine/cli/running.hpp"
#include "engine/io/build_info.hpp"
#include "engine/io/hdf5.hpp"
#include "engine/io/whole_file.hpp"

#include <filesystem>

#include <boost/version.hpp>
#include <fmt/format.h>
#include <sys/utsname.h>
#include <unistd.h>

namespace samspil {

Exit doctor_command(const Invocation& call)
{
    const auto line = [&](Label label, const std::string& value) { fmt::print("{}: {}\n", label.in(call.language), value); };
    const BuildInfo& program = build_info();
    line({"program", "program"}, fmt::format("samspil {} ({}, {})", program.version, program.commit, program.build));
    utsname about{};
    if (::uname(&about) == 0) line({"system", "system"}, fmt::format("{} {} {}", about.sysname, about.release, about.machine));
    line({"kerner", "cores"}, fmt::format("{}", all_threads()));
    const double pages = static_cast<double>(::sysconf(_SC_PHYS_PAGES)) * static_cast<double>(::sysconf(_SC_PAGE_SIZE));
    line({"hukommelse", "memory"}, fmt::format("{:.1f} GB", pages / 1e9));
    std::error_code error;
    const auto space = std::filesystem::space(".", error);
    if (!error) line({"ledig plads her", "free space here"}, fmt::format("{:.1f} GB", static_cast<double>(space.available) / 1e9));
    line({"biblioteker", "libraries"}, fmt::format("HDF5 {}, Boost {}.{}, fmt {}.{}", hdf5::library_version(), BOOST_VERSION / 100000,
                                                   BOOST_VERSION / 100 % 1000, FMT_VERSION / 10000, FMT_VERSION / 100 % 100));
    const std::string trial = fmt::format("./.samspil-doctor-{}", ::getpid());
    std::string answer = call.language == Language::da ? "ja" : "yes";
    try {
        write_whole_file(trial, std::string_view("x"));
    } catch (const IoError& problem) {
        answer = problem.what();
    }
    std::filesystem::remove(trial, error);
    line({"mappen her kan skrives", "this folder can be written"}, answer);
    return Exit::done;
}

} // namespace samspil
