// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/file_kind.hpp"

#include "engine/cli/commands.hpp"
#include "engine/cli/studying.hpp"
#include "engine/cli/wrong_words.hpp"
#include "engine/io/nation_plan.hpp"
#include "engine/io/parts.hpp"
#include "engine/io/say.hpp"
#include "engine/io/shell_words.hpp"
#include "engine/io/source_text.hpp"
#include "engine/io/study_plan.hpp"
#include "engine/io/whole_file.hpp"
#include "engine/io/work_folder.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

namespace samspil {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view hdf5_signature{"\x89HDF\r\n\x1a\n", 8};

bool begins_as_hdf5(const std::string& path)
{
    std::array<char, hdf5_signature.size()> first{};
    std::ifstream file(path, std::ios::binary);
    return file.read(first.data(), first.size()) && std::string_view(first.data(), first.size()) == hdf5_signature;
}

/// Keys only a scenario has at the top; one without them is told key by key what it lacks.
bool is_scenario_text(const std::string& text)
{
    const auto has = [&](const char* key) { return ("\n" + text).find(std::string("\n") + key + ":") != std::string::npos; };
    return has("samspil") && (has("data") || has("extends"));
}

FileKind kind_of_regular(const std::string& path)
{
    if (begins_as_hdf5(path)) return FileKind::result;
    if (fs::path(path).extension() == ".csv") return FileKind::table;
    if (fs::file_size(path) > largest_input) return FileKind::unknown;
    if (is_plan_file(path)) return FileKind::study_plan;
    if (is_nation_file(path)) return FileKind::nation_plan;
    return is_scenario_text(read_whole_file(path)) ? FileKind::scenario : FileKind::unknown;
}

Label name_of(FileKind kind)
{
    static constexpr Label names[] = {{"", ""},
                                      {"et scenarie", "a scenario"},
                                      {"en plan for en undersøgelse", "a plan of a study"},
                                      {"en plan for et land", "a plan of a nation"},
                                      {"et resultat", "a result"},
                                      {"en tabel", "a table"},
                                      {"en mappe", "a folder"},
                                      {"", ""}};
    return names[static_cast<int>(kind)];
}

/// The command that a plan is written for; `sweep` where the plan does not say.
std::string command_for_plan(const std::string& path)
{
    Diagnostics ignored;
    const auto plan = read_plan(read_whole_file(path), path, ignored);
    return std::string(command_of(plan ? plan->kind : StudyKind::sweep));
}

/// Of a folder: the first in it that is of the wanted kind.
std::string example_in(const std::string& folder, FileKind wanted)
{
    const char* ending = wanted == FileKind::result ? ".h5" : ".yaml";
    std::string first;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const std::string path = entry.path().string();
        if (entry.path().extension() == ending && (first.empty() || path < first) && kind_of_file(path) == wanted) first = path;
    }
    return first;
}

/// A folder for the result in it, and the other way round; else the command that takes the file.
Text instead_of(FileKind kind, FileKind wanted, const std::string& path)
{
    std::string other;
    if (kind == FileKind::folder) other = example_in(path, wanted);
    else if (wanted == FileKind::folder && kind == FileKind::result) other = tidy_folder(fs::path(path).parent_path().string());
    else return way_on(kind, path);
    return other.empty() ? Text{} : say("skriv {}", "write {}", in_shell(other));
}

/// A result that an unfinished run in its folder has not made yet.
std::optional<Text> not_made_yet(const std::string& path)
{
    const std::string folder = tidy_folder(fs::path(path).parent_path().string());
    try {
        if (folder.empty() || !fs::is_directory(folder) || !holds_run(folder)) return std::nullopt;
    } catch (const std::exception&) { // no run, or not ours to read
        return std::nullopt;
    }
    return say("{0} findes ikke endnu: kørslen i {1} er ikke færdig; samspil resume {2} gør den færdig",
               "{0} is not there yet: the run in {1} is not finished; samspil resume {2} finishes it", path, folder, in_shell(folder));
}

} // namespace

FileKind kind_of_file(const std::string& path)
{
    try {
        if (!fs::exists(path)) return FileKind::absent;
        if (fs::is_directory(path)) return FileKind::folder;
        return fs::is_regular_file(path) ? kind_of_regular(path) : FileKind::unknown;
    } catch (const std::exception&) { // damaged or not ours to read
        return FileKind::unknown;
    }
}

Text way_on(FileKind kind, const std::string& path)
{
    const std::string file = in_shell(path);
    switch (kind) {
    case FileKind::scenario: return say("samspil run {} -o MAPPE kører det", "samspil run {} -o FOLDER runs it", file);
    case FileKind::study_plan: return say("samspil {} {} -o MAPPE kører den", "samspil {} {} -o FOLDER runs it", command_for_plan(path), file);
    case FileKind::nation_plan: return say("samspil nation {} -o MAPPE kører den", "samspil nation {} -o FOLDER runs it", file);
    case FileKind::result: return say("samspil inspect {} viser det", "samspil inspect {} shows it", file);
    case FileKind::table: return {"et scenarie nævner mappen med tabellerne (data: ...)", "a scenario names the folder of tables (data: ...)"};
    case FileKind::folder: return say("samspil status {} ser om der ligger en kørsel i den", "samspil status {} looks for a run in it", file);
    default: return {};
    }
}

std::optional<Text> wrong_kind(const std::string& path, const std::vector<FileKind>& wanted)
{
    const FileKind kind = kind_of_file(path);
    if (kind == FileKind::absent && wanted.front() == FileKind::result) return not_made_yet(path);
    if (kind == FileKind::absent || kind == FileKind::unknown || std::find(wanted.begin(), wanted.end(), kind) != wanted.end()) return std::nullopt;
    const auto name = [&](Language language) { return fmt::format(fmt::runtime(language == Language::da ? "{} er {}, ikke {}" : "{} is {}, not {}"), path, name_of(kind).in(language), name_of(wanted.front()).in(language)); };
    return with_hint({name(Language::da), name(Language::en)}, instead_of(kind, wanted.front(), path));
}

void expect_kind(const std::string& path, const std::vector<FileKind>& wanted)
{
    if (const auto wrong = wrong_kind(path, wanted)) throw UsageError{*wrong};
}

} // namespace samspil
