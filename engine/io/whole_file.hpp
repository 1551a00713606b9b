// SPDX-License-Identifier: MPL-2.0
// Files that are there whole or not at all: temporary name, fsync, rename, fsync of the folder. And the seal, a last
// line with size and digest that tells our own files from foreign, cut off or changed ones before they are parsed.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace samspil {

/// Replaces what stood at `path`. Throws IoError unwritable or out_of_space.
void write_whole_file(const std::string& path, std::span<const std::byte> bytes);
void write_whole_file(const std::string& path, std::string_view text);

/// The same in pieces, for text too long for memory: `next` appends to the empty string it is given, or returns false.
void write_whole_file(const std::string& path, const std::function<bool(std::string& piece)>& next);

/// The same, and a seal behind the bytes.
void write_sealed_file(const std::string& path, std::span<const std::byte> bytes);
/// Reads the file once through. Throws IoError unreadable, or damaged when the seal is missing or does not fit.
void check_seal(const std::string& path);

/// Throws IoError unreadable.
std::string read_whole_file(const std::string& path);

/// "machine-process": in temporary names, as processes of several machines write into one folder.
std::string this_process();

/// Makes the folder and those above it; throws IoError.
void make_folder(const std::string& path);
/// Renames and makes the new name last; throws IoError.
void rename_durably(const std::string& from, const std::string& to);

/// 32 hexadecimal digits; not cryptographic, finds damage.
std::string digest_of(std::span<const std::byte> bytes);
std::string digest_of(std::string_view text);

} // namespace samspil
