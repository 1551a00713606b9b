// SPDX-License-Identifier: MPL-2.0
// The folder of a run. While it runs, DIR/.parts holds a manifest (enough to go on) and one sealed file a finished
// replication; at the end DIR/<stem>.h5 is made of them and the parts go. Whatever happens in between, what is there is
// whole: parts appear by rename, the folder appears with its manifest, an old result stays until the new one is done.
#pragma once

#include "engine/io/file_lock.hpp"
#include "engine/io/result_file.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace samspil {

struct RunOption {
    std::string stem;          ///< DIR/<stem>.h5
    std::string scenario_path; ///< absolute
    std::string project;       ///< folder the paths of the resolved text are relative to
    std::string resolved_text;
    std::vector<InputRecord> inputs;
    std::vector<std::string> drawn{}; ///< parameters that --futures draws, by key
    int present = 0;                  ///< replications taken from the result that stands at DIR/<stem>.h5 (extend)
    std::string source_run{};         ///< run_id of that result
};

/// What a run is, written before its first replication.
struct RunManifest {
    std::string program_version, commit;
    std::string run_id, created, command;
    std::vector<std::string> overrides;
    std::uint32_t seed = 1;
    int replications = 1;
    int weeks = 0; ///< after shortening; 0: each scenario's own
    std::uint64_t block = 0; ///< citizens per block; 0: the default
    std::vector<RunOption> options;
    std::vector<std::string> until{}; ///< --until-ci as typed; `replications` is then the most that are run
    bool futures = false;             ///< assumptions are drawn (engine/experiment/futures.hpp)
    std::string posterior{};          ///< text of the file of --posterior; empty: priors only
    int tasks = 0;                    ///< shares of a batch (batch.hpp); 0: no batch
};

std::string manifest_text(const RunManifest& manifest);
/// Throws IoError damaged naming `path`.
RunManifest parse_manifest(const std::string& text, const std::string& path);

/// Whether an unfinished run lies here; false for results only. Throws IoError unreadable where neither does.
bool holds_run(const std::string& folder);
/// The task of a batch that runs a replication, 1 .. tasks: in turn, so that a batch that is not finished is balanced.
int task_of(int replication, int tasks);
/// Files with what failed, a line each: "stem<tab>replication<tab>cause".
std::vector<std::string> failure_files(const std::string& folder);

/// What a new run would meet in a folder.
struct Occupied {
    std::string path;
    bool unfinished = false; ///< parts of an interrupted run; else a result
};
std::optional<Occupied> occupied(const std::string& folder, const std::vector<std::string>& stems);

/// One process at a time works in a run folder. Not for several threads, but `was_finished` may be asked from any.
class RunFolder {
public:
    /// Makes the folder with its manifest; parts of an older run there are thrown away (ask `occupied` before).
    static RunFolder begin(const std::string& folder, RunManifest manifest);
    /// Opens an interrupted run; nothing when the folder holds finished results only. Throws IoError unreadable when
    /// there is no run, unwritable when another process works in it, damaged when the manifest is.
    static std::optional<RunFolder> resume(const std::string& folder);

    /// A run that another process has begun and holds: to write parts that nobody else writes. Nothing counts as finished.
    /// Throws IoError unreadable or damaged.
    static RunFolder join(const std::string& folder);

    /// What is there, while others may be at work: to be asked only. Throws as join().
    static RunFolder look(const std::string& folder);
    /// One share of a batch: nobody else may have it, others may work beside. Nothing when the folder holds finished results
    /// only. Throws as resume(), and IoError unwritable when the share is taken.
    static std::optional<RunFolder> take_share(const std::string& folder, int task);

    const std::string& folder() const { return folder_; }
    const RunManifest& manifest() const { return manifest_; }
    /// Whether the replication was there when the folder was opened. Damaged parts count as not there.
    bool was_finished(std::size_t option, int replication) const;
    /// Whether it is to be run here: not there yet and, of a batch, in this share.
    bool wants(std::size_t option, int replication) const;
    std::size_t finished_count() const; ///< now, all options
    /// Why nobody else is kept out, where the file system has no locks; nothing where it has.
    const std::optional<Text>& unlocked() const { return share_lock_.unlocked() ? share_lock_.unlocked() : lock_.unlocked(); }

    void keep(std::size_t option, const ResultHead& head, const ReplicationResult& result);
    /// Another process has kept it.
    void note_kept(std::size_t option, int replication);
    /// Writes down that a replication failed, for who looks at the folder; forgotten when the run is resumed.
    void note_failure(std::size_t option, int replication, const std::string& cause);
    /// KPIs of a replication that is there, in the order of kpi_table().
    std::vector<double> kpis(std::size_t option, int replication) const;
    /// The first n replications of the option are there; n counts from 1.
    bool complete(std::size_t option, int n) const;
    /// Makes DIR/<stem>.h5 of the first head.replications of an option, which are complete; returns its path.
    std::string publish(std::size_t option, const ResultHead& head);
    /// Every option is published: takes the parts away.
    void close();

    std::string part_path(std::size_t option, int replication) const;
    std::string result_path(std::size_t option) const;

private:
    /// Replications of an option that lie in the result it extends, while that is still the one it was.
    int in_source(std::size_t option) const;
    RunFolder(std::string folder, RunManifest manifest);
    void look_for_parts();
    std::string folder_;
    RunManifest manifest_;
    std::vector<std::vector<char>> at_start_, now_; ///< [option][replication]
    FileLock lock_, share_lock_;
    int task_ = 0;        ///< 0: all
    bool others_ = false; ///< another process has kept something
};

} // namespace samspil
