// SPDX-License-Identifier: MPL-2.0
#include "viewer/options/option_file.hpp"

#include "engine/io/shape.hpp"
#include "engine/io/source_text.hpp"
#include "engine/io/whole_file.hpp"
#include "engine/io/yaml.hpp"
#include "engine/model/house_name.hpp"
#include "viewer/options/option_text.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

namespace fs = std::filesystem;

void refuse(Diagnostics& out, const std::string& file, Text message, Text hint = {})
{
    out.add(error_at({file, 0, 0}, "", std::move(message), std::move(hint)));
}

/// "Flere pladser på Ærø" as "flere-pladser-paa-aeroe".
std::string file_stem(std::string_view title)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> letters{
        {{"æ", "ae"}, {"Æ", "ae"}, {"ø", "oe"}, {"Ø", "oe"}, {"å", "aa"}, {"Å", "aa"}}};
    constexpr std::size_t longest = 60;
    std::string stem;
    for (std::size_t i = 0; i < title.size() && stem.size() < longest;) {
        const auto danish = std::find_if(letters.begin(), letters.end(),
                                         [&](const auto& pair) { return title.substr(i).starts_with(pair.first); });
        const char c = title[i];
        if (danish != letters.end())
            stem += danish->second;
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            stem += c;
        else if (c >= 'A' && c <= 'Z')
            stem += static_cast<char>(c - 'A' + 'a');
        else if (!stem.empty() && stem.back() != '-')
            stem += '-';
        i += danish != letters.end() ? danish->first.size() : 1;
    }
    while (!stem.empty() && stem.back() == '-')
        stem.pop_back();
    return stem.empty() ? "valg" : stem;
}

bool taken(const fs::path& path, const OptionFile& option)
{
    std::error_code ignored;
    return path.stem() == option.base.stem() || fs::exists(fs::symlink_status(path, ignored));
}

/// For a POSIX shell: bare where that is safe, else in single quotes.
std::string quoted(const std::string& word)
{
    constexpr std::string_view safe = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-";
    if (!word.empty() && word.find_first_not_of(safe) == std::string::npos) return word;
    std::string out = "'";
    for (const char c : word)
        out += c == '\'' ? "'\\''" : std::string(1, c);
    return out + "'";
}

/// A word of a command that is a path, never taken for an option.
std::string path_word(const fs::path& path)
{
    return quoted((path.string().starts_with('-') ? "./" : "") + path.string());
}

/// Seen from the folder where it lies below it, else whole.
fs::path seen_from(const fs::path& path, const fs::path& from)
{
    const fs::path relative = whole_path(path).lexically_relative(whole_path(from));
    return relative.empty() || *relative.begin() == ".." ? whole_path(path) : relative;
}


/// What would make the file one that no program should read or nobody should find.
void check_place(const OptionFile& option, const fs::path& path, const std::string& text, Diagnostics& out)
{
    const std::string name = path.string();
    if (path.extension() != ".yaml") refuse(out, name, {"navnet skal ende på .yaml", "the name must end in .yaml"});
    if (path.stem() == option.base.stem())
        refuse(out, name,
               {"alternativet skal hedde noget andet end sin basis", "the option must have another name than its base"},
               say("{} er taget", "{} is taken", path.stem().string()));
    if (const std::size_t cpr = find_cpr(text, false); cpr != std::string::npos)
        out.add(cpr_refused(samspil::place_of(text, cpr, name), ""));
    // A ring, or a base outside the project: the reader says it best.
    Diagnostics read;
    load(option, read);
    for (const Diagnostic& one : read.items()) {
        if (one.severity == Severity::error && one.path == "extends") out.add(one);
    }
}

} // namespace

std::string yaml_of(const OptionFile& option) { return text_of(option).yaml; }

std::optional<LoadedScenario> load(const OptionFile& option, Diagnostics& out)
{
    return load_scenario_text(yaml_of(option), place_of(option), {}, out);
}

std::optional<OptionFile> open_option(const fs::path& path, Diagnostics& out)
{
    const auto saved = load_scenario(path, {}, out);
    if (!saved) return std::nullopt;
    const auto root = parse_yaml(read_whole_file(path.string()), path.string(), out);
    const Node::Entry* extends = root ? root->find("extends") : nullptr;
    if (extends == nullptr) {
        refuse(out, path.string(),
               {"filen bygger ikke på en anden: den er en basis", "the file extends no other: it is a base"});
        return std::nullopt;
    }
    const std::string file = path.lexically_normal().string();
    OptionFile option;
    option.base = (path.parent_path() / extends->value.text).lexically_normal();
    option.path = path;
    option.title = saved->scenario.title;
    option.description = saved->scenario.description;
    constexpr std::array<std::string_view, 7> not_values{"samspil", "extends", "title",        "description",
                                                         "data",    "goals",   "interventions"};
    for (const auto& [key, origin] : saved->origins) {
        const bool other = std::find(not_values.begin(), not_values.end(), split_path(key)[0]) != not_values.end();
        if (other || origin.file != file) continue;
        if (auto value = value_at(saved->scenario, key)) option.values[key] = std::move(*value);
    }
    for (std::size_t i = 0; i < saved->scenario.interventions.size(); ++i) {
        const auto origin = saved->origins.find(fmt::format("interventions.{}", i + 1));
        if (origin != saved->origins.end() && origin->second.file == file)
            option.levers.push_back(saved->scenario.interventions[i]);
    }
    // What is not said again would be gone with the next saving.
    Diagnostics said_twice;
    const auto again = load(option, said_twice);
    if (again && again->resolved_text == saved->resolved_text) return option;
    refuse(out, path.string(), {"filen holder noget, der ikke kan laves om her; ret den som tekst",
                                "the file holds something that cannot be changed here; edit it as text"});
    return std::nullopt;
}

std::optional<std::size_t> lever_of(const OptionFile& option, const Diagnostic& diagnostic)
{
    return lever_at(text_of(option), option, diagnostic);
}

bool save(const OptionFile& option, Overwrite overwrite, Diagnostics& out)
{
    const fs::path path = place_of(option);
    const std::string text = yaml_of(option);
    Diagnostics wrong;
    check_place(option, path, text, wrong);
    std::error_code ignored;
    if (overwrite == Overwrite::no && fs::exists(fs::symlink_status(path, ignored)))
        refuse(wrong, path.string(), {"filen findes allerede", "the file is there already"},
               {"vælg et andet navn, eller erstat den", "choose another name, or replace it"});
    out.append(wrong);
    if (wrong.has_errors()) return false;
    make_folder(whole_path(path).parent_path().string());
    write_whole_file(path.string(), text);
    return true;
}

fs::path suggested_path(const OptionFile& option)
{
    const fs::path folder = option.base.parent_path();
    const std::string stem = file_stem(option.title.da.empty() ? option.title.en : option.title.da);
    fs::path path = folder / (stem + ".yaml");
    for (int number = 2; taken(path, option); ++number)
        path = folder / fmt::format("{}-{}.yaml", stem, number);
    return path;
}

fs::path result_folder(const OptionFile& option, const fs::path& from)
{
    const fs::path results = "resultater";
    const std::string stem = place_of(option).stem().string();
    const auto there = [&](const fs::path& folder) {
        std::error_code ignored;
        return fs::exists(fs::symlink_status(from / folder, ignored));
    };
    fs::path folder = results / stem;
    for (int number = 2; there(folder); ++number)
        folder = results / fmt::format("{}-{}", stem, number);
    return folder;
}

std::string command_of(const OptionFile& option, const Reproduction& how, const fs::path& from)
{
    return fmt::format("samspil compare {} {} -o {} -n {} --seed {}", path_word(seen_from(option.base, from)),
                       path_word(seen_from(place_of(option), from)), path_word(how.folder), how.replications, how.seed);
}

} // namespace samspil::viewer
