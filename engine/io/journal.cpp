// SPDX-License-Identifier: MPL-2.0
// Record: mark, payload length, payload (key, replication, values), digest of all before it. Little-endian, as x86-64.
#include "engine/io/journal.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/whole_file.hpp"
#include "engine/io/work_folder.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <string_view>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace samspil {
namespace {

using Cause = IoError::Cause;

constexpr std::string_view mark = "SjR1";
constexpr std::size_t head_size = 8, key_size = 20, digest_size = 32;
constexpr std::size_t most_values = 1u << 20;
constexpr std::size_t records_between_syncs = 64;

std::string header_of(const std::string& study) { return fmt::format("samspil-journal 1\n{}\n", study); }

template <class T>
void append(std::string& bytes, const T& value)
{
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <class T>
T take(std::string_view bytes, std::size_t at)
{
    T value;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

std::string record_of(const EvaluationKey& key, int replication, std::span<const double> kpis)
{
    std::string bytes(mark);
    append(bytes, static_cast<std::uint32_t>(key_size + 8 * kpis.size()));
    append(bytes, key.high);
    append(bytes, key.low);
    append(bytes, static_cast<std::int32_t>(replication));
    bytes.append(reinterpret_cast<const char*>(kpis.data()), 8 * kpis.size());
    return bytes + digest_of(bytes);
}

/// Length of the whole record that begins here, or 0.
std::size_t record_length(std::string_view bytes)
{
    if (bytes.size() < head_size + key_size + digest_size || !bytes.starts_with(mark)) return 0;
    const std::size_t payload = take<std::uint32_t>(bytes, 4);
    if (payload < key_size || (payload - key_size) % 8 != 0 || payload > key_size + 8 * most_values) return 0;
    const std::size_t length = head_size + payload + digest_size;
    if (bytes.size() < length) return 0;
    return digest_of(bytes.substr(0, length - digest_size)) == bytes.substr(length - digest_size, digest_size) ? length : 0;
}

[[noreturn]] void fail_writing(const std::string& path, int error)
{
    const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    throw IoError(full ? Cause::out_of_space : Cause::unwritable, path, system_reason(error));
}

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

} // namespace

std::size_t journal_record_bytes(std::size_t values) { return head_size + key_size + 8 * values + digest_size; }

Journal::Journal(Journal&& other) noexcept
    : path_(std::move(other.path_)), file_(std::exchange(other.file_, -1)), end_(other.end_), records_(std::move(other.records_)),
      left_out_(other.left_out_), unsynced_(other.unsynced_), synced_at_(other.synced_at_)
{
}

Journal& Journal::operator=(Journal&& other) noexcept
{
    std::swap(path_, other.path_);
    std::swap(file_, other.file_);
    std::swap(end_, other.end_);
    std::swap(records_, other.records_);
    std::swap(left_out_, other.left_out_);
    std::swap(unsynced_, other.unsynced_);
    std::swap(synced_at_, other.synced_at_);
    return *this;
}

Journal::~Journal()
{
    if (file_ < 0) return;
    ::fdatasync(file_);
    ::close(file_);
}

Journal Journal::begin(const std::string& path, const std::string& study)
{
    write_whole_file(path, header_of(study));
    return open(path, study);
}

Journal Journal::open(const std::string& path, const std::string& study) { return read(path, study, true); }
Journal Journal::look(const std::string& path, const std::string& study) { return read(path, study, false); }

Journal Journal::read(const std::string& path, const std::string& study, bool for_writing)
{
    const std::string text = read_kept_file(path);
    const std::string header = header_of(study);
    if (!text.starts_with(header)) throw IoError(Cause::damaged, path, Text{"er ikke denne undersøgelses journal, eller dens begyndelse er beskadiget; færdige resultater og tabeller er hele; en undersøgelse begynder forfra med --force, et land når filen er flyttet væk",
                                                "is not the journal of this study, or its beginning is damaged; finished results and tables are whole; a study begins again with --force, a nation when the file is moved away"});
    Journal journal(path, -1);
    const std::string_view bytes(text);
    std::size_t at = header.size();
    journal.end_ = at;
    while (at < bytes.size()) {
        if (const std::size_t length = record_length(bytes.substr(at)); length > 0) {
            const std::string_view record = bytes.substr(at, length);
            const EvaluationKey key{take<std::uint64_t>(record, 8), take<std::uint64_t>(record, 16)};
            std::vector<double> kpis((length - head_size - key_size - digest_size) / 8);
            if (!kpis.empty()) std::memcpy(kpis.data(), record.data() + head_size + key_size, 8 * kpis.size()); // none where it failed
            journal.records_.insert_or_assign({key, take<std::int32_t>(record, 24)}, std::move(kpis));
            at += length;
            journal.end_ = at;
            continue;
        }
        // Damage in the middle costs the records it lies in; the next whole one is found by its mark.
        const std::size_t next = bytes.find(mark, at + 1);
        const std::size_t after = next == std::string_view::npos ? bytes.size() : next;
        journal.left_out_ += after - at;
        at = after;
    }
    if (!for_writing) return journal;
    journal.file_ = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
    if (journal.file_ < 0) fail_writing(path, errno);
    if (journal.end_ < bytes.size() && (::ftruncate(journal.file_, static_cast<off_t>(journal.end_)) != 0 || ::fdatasync(journal.file_) != 0))
        fail_writing(path, errno);
    journal.synced_at_ = now();
    return journal;
}

void Journal::add(const EvaluationKey& key, int replication, std::span<const double> kpis)
{
    SAMSPIL_EXPECT(file_ >= 0, "only an open journal is added to");
    const std::string record = record_of(key, replication, kpis);
    std::size_t done = 0;
    while (done < record.size()) {
        const ssize_t written = ::write(file_, record.data() + done, record.size() - done);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            const int error = errno;
            if (::ftruncate(file_, static_cast<off_t>(end_)) != 0) {} // a torn end is cut when the journal is next opened
            fail_writing(path_, error);
        }
        done += static_cast<std::size_t>(written);
    }
    end_ += record.size();
    records_.insert_or_assign({key, replication}, std::vector<double>(kpis.begin(), kpis.end()));
    if (++unsynced_ >= records_between_syncs || now() - synced_at_ > 1) sync();
}

void Journal::sync()
{
    if (file_ < 0 || unsynced_ == 0) return;
    if (::fdatasync(file_) != 0) fail_writing(path_, errno);
    unsynced_ = 0;
    synced_at_ = now();
}

std::size_t Journal::failed() const
{
    return static_cast<std::size_t>(std::count_if(records_.begin(), records_.end(), [](const auto& record) { return record.second.empty(); }));
}

std::optional<std::vector<double>> Journal::find(const EvaluationKey& key, int replication) const
{
    const auto found = records_.find({key, replication});
    if (found == records_.end() || found->second.empty()) return std::nullopt;
    return found->second;
}

} // namespace samspil
