// SPDX-License-Identifier: MPL-2.0
// An option being built: a base, a title, values that hold from the beginning, and levers. It is always the file it
// would be saved as: what runs live, what is checked and what the command line runs are made from one text.
#pragma once

#include "engine/io/scenario_file.hpp"
#include "viewer/options/levers.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace samspil::viewer {

struct OptionFile {
    std::filesystem::path base; ///< the scenario it extends
    std::filesystem::path path; ///< where it is, or would be saved; empty = suggested_path()
    Text title, description;    ///< either language may be empty: then the other is used
    /// Values that hold from the burn-in, by path of the scenario format ("centres.lc-x.offers.klub.places"), written
    /// as in a file without quotes ("40", "true", "partnership").
    std::map<std::string, std::string> values;
    std::vector<Lever> levers; ///< dated changes, in the order they were added
    bool operator==(const OptionFile&) const = default;
};

/// The text of the file: what differs from the base only, the same text for the same option.
std::string yaml_of(const OptionFile& option);

/// Reads the option as if it had been saved at its path, with all checks of the reader. Nothing when there is an
/// error. Throws IoError when the machine fails on a table; a base that is missing is a diagnostic.
std::optional<LoadedScenario> load(const OptionFile& option, Diagnostics& out);

/// A saved option to go on with. Nothing, with diagnostics, when it does not load, extends nothing, or holds something
/// an OptionFile cannot keep (goals, tables, a period), so that saving it again would lose it; comments are not kept.
/// Throws IoError when the file cannot be opened.
std::optional<OptionFile> open_option(const std::filesystem::path& path, Diagnostics& out);

/// Which lever a diagnostic of load() is about: index into levers, or nothing (a value, the base, a table).
std::optional<std::size_t> lever_of(const OptionFile& option, const Diagnostic& diagnostic);

enum class Overwrite { no, yes };

/// Writes yaml_of() to the option's path, whole or not at all. False, with a diagnostic and nothing written, when the
/// name does not end in .yaml, is that of the base or of a file the base rests on, lies outside the base's project, or
/// is there already and Overwrite is no. An option with other errors is saved: work is never lost. Throws IoError.
bool save(const OptionFile& option, Overwrite overwrite, Diagnostics& out);

/// Beside the base, named after the title: "flere-pladser.yaml"; a number is added while the name is taken.
std::filesystem::path suggested_path(const OptionFile& option);

struct Reproduction {
    int replications = 20;
    std::uint32_t seed = 1;
    std::filesystem::path folder; ///< of the result files, seen from where the command is run
};

/// A folder of its own for the results of the option, seen from `from`: "resultater/flere-pladser"; a number is added
/// while there is one of that name.
std::filesystem::path result_folder(const OptionFile& option, const std::filesystem::path& from);

/// The command that runs base and option and compares them, for a POSIX shell started in `from`. The option must have
/// been saved.
std::string command_of(const OptionFile& option, const Reproduction& how, const std::filesystem::path& from);

} // namespace samspil::viewer
