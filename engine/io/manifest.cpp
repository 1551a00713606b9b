// SPDX-License-Identifier: MPL-2.0
// manifest.json of a run folder, as text and back. Its last entry is the digest of all before it.
#include "engine/base/errors.hpp"
#include "engine/io/parts.hpp"
#include "engine/io/source_text.hpp"
#include "engine/io/whole_file.hpp"

#include <sstream>

#include <boost/property_tree/json_parser.hpp>
#include <boost/property_tree/ptree.hpp>
#include <fmt/format.h>

namespace samspil {
namespace {

using Tree = boost::property_tree::ptree;

constexpr std::string_view format_name = "samspil-run";
constexpr std::string_view digest_key = ",\n \"digest\": \"";

/// JSON is UTF-8; a path may be anything. Throws IoError before anything is begun.
std::string in_quotes(std::string_view text)
{
    if (!is_utf8(text)) {
        std::string path(text);
        for (char& c : path)
            if ((static_cast<unsigned char>(c) & 0x80U) != 0) c = '?';
        throw IoError(IoError::Cause::unwritable, path,
                      Text{"stien har bogstaver i et andet tegnsæt end UTF-8 (vist som ?); giv mappen et andet navn", "the path has letters of another encoding than UTF-8 (shown as ?); give the folder another name"});
    }
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20) out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else out += c;
    }
    return out + "\"";
}

std::string list_text(const std::vector<std::string>& values)
{
    std::string text;
    for (const std::string& value : values) text += (text.empty() ? "" : ", ") + in_quotes(value);
    return text;
}

std::string option_text(const RunOption& option)
{
    std::string inputs;
    for (const InputRecord& input : option.inputs)
        inputs += fmt::format("{}\n   {{\"path\": {}, \"digest\": {}}}", inputs.empty() ? "" : ",", in_quotes(input.path), in_quotes(input.digest));
    std::string more;
    if (!option.drawn.empty()) more += fmt::format(",\n   \"drawn\": [{}]", list_text(option.drawn));
    if (option.present > 0) more += fmt::format(",\n   \"present\": {}, \"source_run\": {}", option.present, in_quotes(option.source_run));
    return fmt::format("{{\"stem\": {}, \"scenario\": {}, \"project\": {},\n   \"resolved\": {},\n   \"inputs\": [{}]{}}}",
                       in_quotes(option.stem), in_quotes(option.scenario_path), in_quotes(option.project), in_quotes(option.resolved_text), inputs, more);
}

std::vector<std::string> list_from(const Tree& tree, const char* key)
{
    std::vector<std::string> values;
    if (const auto list = tree.get_child_optional(key)) {
        for (const auto& [name, value] : *list) values.push_back(value.data());
    }
    return values;
}

RunOption option_from(const Tree& tree)
{
    RunOption option;
    option.stem = tree.get<std::string>("stem");
    option.scenario_path = tree.get<std::string>("scenario");
    option.project = tree.get<std::string>("project");
    option.resolved_text = tree.get<std::string>("resolved");
    for (const auto& [key, input] : tree.get_child("inputs"))
        option.inputs.push_back({input.get<std::string>("path"), input.get<std::string>("digest")});
    option.drawn = list_from(tree, "drawn");
    option.present = tree.get<int>("present", 0);
    option.source_run = tree.get<std::string>("source_run", "");
    return option;
}

RunManifest manifest_from(const Tree& tree)
{
    RunManifest manifest;
    manifest.program_version = tree.get<std::string>("program_version");
    manifest.commit = tree.get<std::string>("commit");
    manifest.run_id = tree.get<std::string>("run_id");
    manifest.created = tree.get<std::string>("created");
    manifest.command = tree.get<std::string>("command");
    manifest.seed = tree.get<std::uint32_t>("seed");
    manifest.replications = tree.get<int>("replications");
    manifest.weeks = tree.get<int>("weeks");
    manifest.block = tree.get<std::uint64_t>("block");
    manifest.overrides = list_from(tree, "overrides");
    manifest.until = list_from(tree, "until");
    manifest.futures = tree.get<bool>("futures", false);
    manifest.posterior = tree.get<std::string>("posterior", "");
    manifest.tasks = tree.get<int>("tasks", 0);
    for (const auto& [key, option] : tree.get_child("options")) manifest.options.push_back(option_from(option));
    return manifest;
}

/// A stem is the name of a file in the run folder, never a way out of it.
bool plain(const std::string& stem) { return !stem.empty() && stem.find('/') == std::string::npos && stem[0] != '.'; }

Text damaged_words()
{
    return {"manifestet er beskadiget; de færdige dele ved siden af er hele og kan læses (samspil inspect), men kørslen kan ikke fortsætte: den begynder forfra med --force, som fjerner dem",
            "the manifest is damaged; the finished parts beside it are whole and can be read (samspil inspect), but the run cannot go on: it begins again with --force, which removes them"};
}

} // namespace

std::string manifest_text(const RunManifest& manifest)
{
    std::string options, more; // what only some runs say comes last, and only where it is said
    if (!manifest.until.empty()) more += fmt::format(",\n \"until\": [{}]", list_text(manifest.until));
    if (manifest.futures) more += fmt::format(",\n \"futures\": true, \"posterior\": {}", in_quotes(manifest.posterior));
    if (manifest.tasks > 0) more += fmt::format(",\n \"tasks\": {}", manifest.tasks);
    for (const RunOption& option : manifest.options) options += (options.empty() ? "\n  " : ",\n  ") + option_text(option);
    const std::string body = fmt::format(
        "{{\"format\": {}, \"format_version\": 1,\n \"program_version\": {}, \"commit\": {},\n \"run_id\": {}, \"created\": {},\n"
        " \"command\": {},\n \"overrides\": [{}],\n \"seed\": {}, \"replications\": {}, \"weeks\": {}, \"block\": {},\n"
        " \"options\": [{}]{}",
        in_quotes(format_name), in_quotes(manifest.program_version), in_quotes(manifest.commit), in_quotes(manifest.run_id),
        in_quotes(manifest.created), in_quotes(manifest.command), list_text(manifest.overrides), manifest.seed, manifest.replications,
        manifest.weeks, manifest.block, options, more);
    return fmt::format("{}{}{}\"}}\n", body, digest_key, digest_of(body));
}

RunManifest parse_manifest(const std::string& text, const std::string& path)
{
    const auto damaged = [&](const Text& why) { return IoError(IoError::Cause::damaged, path, why); };
    const std::size_t at = text.rfind(digest_key);
    if (at == std::string::npos || text.substr(at) != fmt::format("{}{}\"}}\n", digest_key, digest_of(std::string_view(text).substr(0, at))))
        throw damaged(damaged_words());
    try {
        std::istringstream stream(text);
        Tree tree;
        boost::property_tree::read_json(stream, tree);
        if (tree.get<std::string>("format") != format_name || tree.get<int>("format_version") != 1)
            throw damaged({"ukendt format", "unknown format"});
        RunManifest manifest = manifest_from(tree);
        bool good = manifest.replications >= 1 && manifest.replications <= 1 << 24 && manifest.weeks >= 0 && manifest.tasks >= 0 && manifest.tasks <= manifest.replications;
        for (const RunOption& option : manifest.options) good = good && plain(option.stem) && option.present >= 0;
        if (!good) throw damaged(damaged_words());
        return manifest;
    } catch (const boost::property_tree::ptree_error& error) {
        throw damaged({error.what(), error.what()});
    }
}

} // namespace samspil
