// SPDX-License-Identifier: MPL-2.0
#include "engine/io/whole_file.hpp"

#include "engine/base/errors.hpp"
#include "engine/base/parallel.hpp"

#include <array>
#include <bit>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace samspil {
namespace {

using Cause = IoError::Cause;

[[noreturn]] void fail_writing(const std::string& path, int error)
{
    const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    throw IoError(full ? Cause::out_of_space : Cause::unwritable, path, system_reason(error));
}

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor()
    {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }
    /// Closes now; false when the file system reports a late error.
    bool close()
    {
        const int number = number_;
        number_ = -1;
        return ::close(number) == 0;
    }

private:
    int number_;
};

void write_all(int file, const std::string& path, std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail_writing(path, errno);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

std::string folder_of(const std::string& path)
{
    const std::string folder = std::filesystem::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

void sync_folder(const std::string& folder)
{
    const Descriptor handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (handle.number() < 0) fail_writing(folder, errno);
    // Some file systems cannot sync a folder and say EINVAL; the rename is then as lasting as they make it.
    if (::fsync(handle.number()) != 0 && errno != EINVAL) fail_writing(folder, errno);
}

/// Four lanes of multiply and rotate: a change of any one word always changes its lane.
class Digest {
public:
    void add(std::span<const std::byte> bytes)
    {
        length_ += bytes.size();
        while (!bytes.empty()) {
            const std::size_t taken = std::min(bytes.size(), block_.size() - filled_);
            std::memcpy(block_.data() + filled_, bytes.data(), taken);
            filled_ += taken;
            bytes = bytes.subspan(taken);
            if (filled_ == block_.size()) mix();
        }
    }
    std::string finish()
    {
        std::fill(block_.begin() + static_cast<std::ptrdiff_t>(filled_), block_.end(), std::byte{0});
        mix();
        const std::uint64_t low = scramble(lanes_[0] ^ std::rotl(lanes_[1], 17) ^ length_);
        const std::uint64_t high = scramble(lanes_[2] + std::rotl(lanes_[3], 31) + low);
        return fmt::format("{:016x}{:016x}", scramble(low + lanes_[3] + lanes_[2]), high);
    }

private:
    static std::uint64_t scramble(std::uint64_t x)
    {
        x = (x ^ (x >> 33)) * 0xff51afd7ed558ccdULL;
        x = (x ^ (x >> 33)) * 0xc4ceb9fe1a85ec53ULL;
        return x ^ (x >> 33);
    }
    void mix()
    {
        for (std::size_t word = 0; word < block_.size() / 8; ++word) {
            std::uint64_t value = 0;
            std::memcpy(&value, block_.data() + 8 * word, 8);
            std::uint64_t& lane = lanes_[word % 4];
            lane = std::rotl(lane ^ value, 29) * 0x9e3779b97f4a7c15ULL + 0x632be59bd9b4e019ULL;
        }
        filled_ = 0;
    }
    std::array<std::uint64_t, 4> lanes_{1, 2, 3, 4};
    std::array<std::byte, 4096> block_{};
    std::size_t filled_ = 0;
    std::uint64_t length_ = 0;
};

constexpr std::string_view seal_word = "\nsamspil-seal 1 ";
constexpr std::size_t seal_size = seal_word.size() + 16 + 1 + 32 + 1;

std::string seal_of(std::uint64_t size, const std::string& digest)
{
    return fmt::format("{}{:016x} {}\n", seal_word, size, digest);
}

/// Calls write(descriptor) on a file under a temporary name, then gives it its own.
void write_durably(const std::string& path, FunctionRef<void(int)> write)
{
    const std::string temporary = fmt::format("{}.tmp{}", path, this_process());
    try {
        Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
        if (file.number() < 0) fail_writing(path, errno);
        write(file.number());
        if (::fsync(file.number()) != 0) fail_writing(path, errno);
        if (!file.close()) fail_writing(path, errno);
        rename_durably(temporary, path);
    } catch (...) {
        ::unlink(temporary.c_str());
        throw;
    }
}

std::span<const std::byte> bytes_of(std::string_view text) { return std::as_bytes(std::span(text.data(), text.size())); }

} // namespace

void write_whole_file(const std::string& path, std::span<const std::byte> bytes)
{
    write_durably(path, [&](int file) { write_all(file, path, bytes); });
}

void write_whole_file(const std::string& path, std::string_view text) { write_whole_file(path, bytes_of(text)); }

void write_whole_file(const std::string& path, const std::function<bool(std::string&)>& next)
{
    write_durably(path, [&](int file) {
        for (std::string piece; next(piece); piece.clear()) write_all(file, path, bytes_of(piece));
    });
}

void write_sealed_file(const std::string& path, std::span<const std::byte> bytes)
{
    const std::string seal = seal_of(bytes.size(), digest_of(bytes));
    write_durably(path, [&](int file) {
        write_all(file, path, bytes);
        write_all(file, path, bytes_of(seal));
    });
}

void check_seal(const std::string& path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.number() < 0) throw IoError(Cause::unreadable, path, system_reason(errno));
    struct stat about {};
    if (::fstat(file.number(), &about) != 0) throw IoError(Cause::unreadable, path, system_reason(errno));
    if (!S_ISREG(about.st_mode)) throw IoError(Cause::unreadable, path, Text{"ikke en fil", "not a regular file"});
    const auto size = static_cast<std::uint64_t>(about.st_size);
    std::string seal(seal_size, '\0');
    const bool sealed = size > seal_size &&
                        ::pread(file.number(), seal.data(), seal_size, static_cast<off_t>(size - seal_size)) ==
                            static_cast<ssize_t>(seal_size) &&
                        seal.starts_with(seal_word);
    if (!sealed)
        throw IoError(Cause::damaged, path,
                      Text{"ikke en resultatfil fra samspil, eller afkortet eller ændret siden",
                           "not a samspil result, or cut off or changed since"});
    Digest digest;
    std::vector<std::byte> buffer(1 << 20);
    std::uint64_t left = size - seal_size;
    while (left > 0) {
        const ssize_t got = ::read(file.number(), buffer.data(), std::min<std::uint64_t>(left, buffer.size()));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) throw IoError(Cause::unreadable, path, got < 0 ? system_reason(errno) : Text{"kort læsning", "short read"});
        digest.add(std::span(buffer.data(), static_cast<std::size_t>(got)));
        left -= static_cast<std::uint64_t>(got);
    }
    if (seal != seal_of(size - seal_size, digest.finish()))
        throw IoError(Cause::damaged, path, Text{"filen er beskadiget, seglet passer ikke", "the file is damaged, its seal does not fit"});
}

std::string read_whole_file(const std::string& path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) throw IoError(Cause::unreadable, path, system_reason(errno));
    std::string text;
    std::array<char, 65536> buffer{};
    for (;;) {
        const ssize_t got = ::read(file.number(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw IoError(Cause::unreadable, path, system_reason(errno));
        if (got == 0) return text;
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

std::string this_process()
{
    std::array<char, 256> name{}; // ends with a zero that is never written over
    if (::gethostname(name.data(), name.size() - 1) != 0) name[0] = '\0';
    const std::string machine(name.data());
    return fmt::format("{}-{}", machine.substr(0, machine.find('.')), ::getpid());
}

void make_folder(const std::string& path)
{
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error) fail_writing(path, error.value());
    if (!std::filesystem::is_directory(path)) fail_writing(path, ENOTDIR);
}

void rename_durably(const std::string& from, const std::string& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0) fail_writing(to, errno);
    sync_folder(folder_of(to));
}

std::string digest_of(std::span<const std::byte> bytes)
{
    Digest digest;
    digest.add(bytes);
    return digest.finish();
}

std::string digest_of(std::string_view text) { return digest_of(bytes_of(text)); }

} // namespace samspil
