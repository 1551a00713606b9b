// SPDX-License-Identifier: MPL-2.0
#include "engine/io/study_folder.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/whole_file.hpp"
#include "engine/io/work_folder.hpp"

#include <filesystem>
#include <sstream>
#include <utility>

#include <boost/property_tree/json_parser.hpp>
#include <boost/property_tree/ptree.hpp>
#include <fmt/format.h>

namespace samspil {
namespace {

namespace fs = std::filesystem;
using Cause = IoError::Cause;
using Tree = boost::property_tree::ptree;

constexpr const char* members[] = {"run", "plan_path", "plan", "points_path", "points", "tags"};

std::string study_of(const std::string& folder) { return folder + "/.study"; }
std::string manifest_of(const std::string& folder) { return manifest_in(study_of(folder)); }
std::string journal_of(const std::string& folder) { return study_of(folder) + "/journal"; }

std::string digest_of_members(const Tree& tree)
{
    std::string text;
    for (const char* key : members) {
        const std::string value = tree.get<std::string>(key);
        text += fmt::format("{} {}\n{}\n", key, value.size(), value);
    }
    return digest_of(text);
}

FileLock locked(const std::string& folder) { return FileLock(manifest_of(folder), Hold::alone, folder); }

/// What a process that was killed may have left half made.
void sweep(const std::string& folder) { sweep_folder(folder, {".study.done", "study.h5.tmp"}); }

void expect_study(const std::string& folder)
{
    if (is_study_folder(folder)) return;
    throw IoError(Cause::unreadable, folder, Text{"her er ingen afbrudt undersøgelse", "there is no interrupted study here"});
}

} // namespace

std::string study_manifest_text(const StudyManifest& manifest)
{
    Tree tree;
    tree.put("format", "samspil-study-manifest");
    tree.put("format_version", 1);
    tree.put("run", manifest_text(manifest.run));
    tree.put("plan_path", manifest.plan_path);
    tree.put("plan", manifest.plan_text);
    tree.put("points_path", manifest.points_path);
    tree.put("points", manifest.points_text);
    tree.put("tags", manifest.tags);
    tree.put("digest", digest_of_members(tree));
    std::ostringstream out;
    boost::property_tree::write_json(out, tree);
    return out.str();
}

StudyManifest parse_study_manifest(const std::string& text, const std::string& path)
{
    const auto damaged = [&] { return IoError(Cause::damaged, path, Text{"manifestet er beskadiget; de færdige kørsler i journalen ved siden af er hele, men undersøgelsen kan ikke fortsætte: den begynder forfra med --force, som fjerner dem",
                                                            "the manifest is damaged; the finished runs in the journal beside it are whole, but the study cannot go on: it begins again with --force, which removes them"}); };
    try {
        std::istringstream stream(text);
        Tree tree;
        boost::property_tree::read_json(stream, tree);
        if (tree.get<std::string>("format") != "samspil-study-manifest" || tree.get<std::string>("format_version") != "1" ||
            tree.get<std::string>("digest") != digest_of_members(tree))
            throw damaged();
        return {parse_manifest(tree.get<std::string>("run"), path), tree.get<std::string>("plan_path"), tree.get<std::string>("plan"),
                tree.get<std::string>("points_path"), tree.get<std::string>("points"), tree.get<std::string>("tags")};
    } catch (const boost::property_tree::ptree_error&) {
        throw damaged();
    }
}

bool is_study_folder(const std::string& folder)
{
    std::error_code ignored;
    return fs::exists(manifest_of(tidy_folder(folder)), ignored);
}

std::string study_result_in(const std::string& folder)
{
    std::error_code ignored;
    const std::string path = tidy_folder(folder) + "/study.h5";
    return fs::exists(fs::symlink_status(path, ignored)) ? path : "";
}

StudyFolder::StudyFolder(std::string folder, StudyManifest manifest, Journal journal, FileLock lock)
    : folder_(std::move(folder)), manifest_(std::move(manifest)), journal_(std::move(journal)), lock_(std::move(lock))
{
}

StudyFolder StudyFolder::begin(const std::string& folder, StudyManifest manifest)
{
    const std::string tidied = tidy_folder(folder);
    discard_unheld(tidied, study_of(tidied));
    sweep(tidied);
    FileLock lock = place_and_hold(tidied, ".study", [&](const std::string& inside) {
        write_whole_file(manifest_in(inside), study_manifest_text(manifest));
        Journal::begin(inside + "/journal", manifest.run.run_id);
    });
    Journal journal = Journal::open(journal_of(tidied), manifest.run.run_id);
    return StudyFolder(tidied, std::move(manifest), std::move(journal), std::move(lock));
}

StudyFolder StudyFolder::resume(const std::string& folder)
{
    const std::string tidied = tidy_folder(folder);
    expect_study(tidied);
    FileLock lock = locked(tidied);
    StudyManifest manifest = parse_study_manifest(read_kept_file(manifest_of(tidied)), manifest_of(tidied));
    sweep(tidied);
    Journal journal = Journal::open(journal_of(tidied), manifest.run.run_id);
    return StudyFolder(tidied, std::move(manifest), std::move(journal), std::move(lock));
}

StudyManifest study_manifest_in(const std::string& folder)
{
    const std::string tidied = tidy_folder(folder);
    expect_study(tidied);
    return parse_study_manifest(read_kept_file(manifest_of(tidied)), manifest_of(tidied));
}

StudyFolder StudyFolder::look(const std::string& folder)
{
    const std::string tidied = tidy_folder(folder);
    StudyManifest manifest = study_manifest_in(tidied);
    Journal journal = Journal::look(journal_of(tidied), manifest.run.run_id);
    return StudyFolder(tidied, std::move(manifest), std::move(journal), FileLock{});
}

EvaluationMemory StudyFolder::memory()
{
    return {[this](const EvaluationKey& key, int replication) { return journal_.find(key, replication); },
            [this](const EvaluationKey& key, int replication, std::span<const double> kpis) { journal_.add(key, replication, kpis); }};
}

void StudyFolder::close() { discard_folder(study_of(folder_)); }

} // namespace samspil
