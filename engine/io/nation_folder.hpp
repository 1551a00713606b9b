// SPDX-License-Identifier: MPL-2.0
// The folder of a nation: DIR/.nation/journal holds every finished replication of every municipality, and stays, so that
// the same command, or one with more replications or municipalities, runs only what is new; DIR/municipalities.csv and
// DIR/nation.csv are made of it. DIR/.nation/municipalities says whose they are: a line "id seed" for each,
// and first "# replications N".
#pragma once

#include "engine/io/file_lock.hpp"
#include "engine/io/journal.hpp"
#include "engine/io/nation_plan.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace samspil {

/// Whether a folder holds a nation, finished or not.
bool is_nation_folder(const std::string& folder);

/// One process at a time works in it.
class NationFolder {
public:
    /// Makes the folder, or goes on in it. Throws IoError unwritable when another process works in it or it cannot be
    /// made, damaged when what lies there is no journal of a nation.
    explicit NationFolder(const std::string& folder);

    /// Whether what is kept here is of another plan: none of its municipalities, known by id and seed, is in this one.
    /// Throws IoError.
    bool holds_another(const Nation& nation) const;
    /// Notes whose folder it is from now on, and how much is asked for. Throws IoError.
    void keep_plan(const Nation& nation);

    Journal& journal() { return journal_; }
    /// Why nobody else is kept out, where the file system has no locks; nothing where it has.
    const std::optional<Text>& unlocked() const { return lock_.unlocked(); }
    /// The answers of the journal, for evaluate(); valid while the folder lives.
    EvaluationMemory memory();

private:
    std::string folder_;
    FileLock lock_;
    Journal journal_;
};

/// How far a nation is, read while somebody may be at work: tasks (municipality x replication).
struct NationTasks {
    std::size_t done = 0, failed = 0; ///< in the journal, also what an earlier command asked for and the last one does not
    std::size_t total = 0;            ///< that the last command asked for; 0: an older program made the folder
    bool finished() const { return total > 0 && done >= total && failed == 0; }
};
/// Throws IoError unreadable or damaged.
NationTasks look_at_nation(const std::string& folder);
/// The file a process at work in the folder holds.
std::string nation_lock(const std::string& folder);

/// Writes municipalities.csv (a row for each municipality and replication that has an answer, in the order of the plan) and
/// nation.csv (a row for each KPI: how it adds up, mean over whole replications, interval); the paths. Throws IoError.
std::vector<std::string> write_nation(const std::string& folder, const Nation& nation, const Evaluation& answers, const NationSums& sums);

} // namespace samspil
