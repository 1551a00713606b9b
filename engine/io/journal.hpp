// SPDX-License-Identifier: MPL-2.0
// The memory of a study on disk: a file that only grows, one checksummed record a finished replication. Whatever ends the
// program, records before the last are whole; what is torn or changed is recognised, left out, and run again.
#pragma once

#include "engine/experiment/evaluation.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace samspil {

class Journal {
public:
    /// A new, empty journal with its header on disk. `study` (a run id) tells the journals of two studies apart.
    /// Throws IoError unwritable or out_of_space.
    static Journal begin(const std::string& path, const std::string& study);
    /// Reads what is there and cuts a torn end off. Throws IoError unreadable, or damaged when the header is not that of
    /// this study's journal.
    static Journal open(const std::string& path, const std::string& study);
    /// The same of a journal another process may be writing: nothing is changed, nothing can be added.
    static Journal look(const std::string& path, const std::string& study);

    Journal(Journal&&) noexcept;
    Journal& operator=(Journal&&) noexcept;
    ~Journal();

    /// Adds a record: given to the system at once (it survives the death of the program), to the disk within a second or
    /// 64 records and by sync(). Throws IoError; the file then ends as before.
    /// Without values: this replication failed. It is run again, and what it then gives takes the place of this.
    void add(const EvaluationKey& key, int replication, std::span<const double> kpis);
    /// Everything added is on the disk.
    void sync();

    /// Nothing for what failed.
    std::optional<std::vector<double>> find(const EvaluationKey& key, int replication) const;
    std::size_t size() const { return records_.size() - failed(); } ///< replications that are finished
    std::size_t failed() const;
    std::size_t left_out() const { return left_out_; } ///< bytes that were no whole record when the journal was opened

private:
    Journal(std::string path, int file) : path_(std::move(path)), file_(file) {}
    static Journal read(const std::string& path, const std::string& study, bool for_writing);
    std::string path_;
    int file_ = -1;
    std::uint64_t end_ = 0; ///< bytes of whole records
    std::map<std::pair<EvaluationKey, int>, std::vector<double>> records_;
    std::size_t left_out_ = 0;
    std::size_t unsynced_ = 0;
    double synced_at_ = 0; ///< seconds of a steady clock
};

/// Bytes of one record of n values; for estimates.
std::size_t journal_record_bytes(std::size_t values);

} // namespace samspil
