// SPDX-License-Identifier: MPL-2.0
// The folder of a study. DIR/.study holds a manifest (enough to go on) and the journal of finished replications; at the
// end DIR/study.h5 is made of it and .study goes. With failures both stay, so that `resume` runs those again.
#pragma once

#include "engine/io/journal.hpp"
#include "engine/io/parts.hpp"

#include <optional>
#include <string>

namespace samspil {

/// What a study is, written before its first replication: the plan as it was read, and its scenarios (base first).
struct StudyManifest {
    RunManifest run;         ///< program, seed, replications, weeks, scenarios
    std::string plan_path;   ///< absolute
    std::string plan_text;
    std::string points_path; ///< of a list; else empty
    std::string points_text;
    std::string tags;        ///< "PATH TAG" a line: evidence of every assumption in the base as read from its tables; "PATH solved" of solved ones
};

std::string study_manifest_text(const StudyManifest& manifest);
/// Throws IoError damaged naming `path`.
StudyManifest parse_study_manifest(const std::string& text, const std::string& path);

/// Whether a folder holds a study, under way, interrupted or with failures.
bool is_study_folder(const std::string& folder);
/// The result of a study in this folder, or empty.
std::string study_result_in(const std::string& folder);

/// What the study in this folder is, without its journal. Throws IoError unreadable or damaged.
StudyManifest study_manifest_in(const std::string& folder);

/// One process at a time works in it.
class StudyFolder {
public:
    /// Makes the folder; an older study there is thrown away (ask is_study_folder and study_result_in before).
    static StudyFolder begin(const std::string& folder, StudyManifest manifest);
    /// Opens what was interrupted. Throws IoError unreadable when there is none, unwritable when another process works
    /// in it, damaged.
    static StudyFolder resume(const std::string& folder);
    /// What is there, while another process may be at work: no lock, nothing changed, nothing can be added.
    static StudyFolder look(const std::string& folder);

    const std::string& folder() const { return folder_; }
    const StudyManifest& manifest() const { return manifest_; }
    Journal& journal() { return journal_; }
    /// Why nobody else is kept out, where the file system has no locks; nothing where it has.
    const std::optional<Text>& unlocked() const { return lock_.unlocked(); }
    std::string result_path() const { return folder_ + "/study.h5"; }
    /// The answers of the journal, for evaluate(); valid while the folder lives.
    EvaluationMemory memory();
    /// The result is there and nothing failed: takes the journal away.
    void close();

private:
    StudyFolder(std::string folder, StudyManifest manifest, Journal journal, FileLock lock);
    std::string folder_;
    StudyManifest manifest_;
    Journal journal_;
    FileLock lock_;
};

} // namespace samspil
