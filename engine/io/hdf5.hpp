// SPDX-License-Identifier: MPL-2.0
// The only door to HDF5: paths, plain vectors and attributes. Files are built in memory and reach the disk as one
// sealed block of bytes, so a full disk is met by our own write and never inside the library; a file is read only
// after its seal has been checked, so damage is found before the library sees it.
#pragma once

#include "engine/base/text.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil::hdf5 {

enum class Type { int32, int64, uint64, float64, text, other };

template <class T>
inline constexpr Type type_of = Type::other;
template <>
inline constexpr Type type_of<std::int32_t> = Type::int32;
template <>
inline constexpr Type type_of<std::int64_t> = Type::int64;
template <>
inline constexpr Type type_of<std::uint64_t> = Type::uint64;
template <>
inline constexpr Type type_of<double> = Type::float64;

/// What a dataset looks like. `slots`: the first dimension is made of chunks of one (one replication each).
struct Shape {
    Type type = Type::float64;
    std::vector<std::uint64_t> extent; ///< empty: one value
    bool slots = false;
    bool compressed = false; ///< only with slots
    std::uint64_t size() const; ///< all values
    std::uint64_t slot_size() const; ///< values of one entry of the first dimension
};

/// The words of one slot as they lie in the file (compressed or not); copied without being read.
struct RawChunk {
    std::vector<std::byte> bytes;
    std::uint32_t filters_left_out = 0;
};

/// A file being built in memory. Nothing exists on disk before `save`.
class Writer {
public:
    Writer();
    ~Writer();
    Writer(Writer&&) noexcept;
    Writer& operator=(Writer&&) noexcept;

    void make_group(const std::string& path);
    void make_dataset(const std::string& path, const Shape& shape);
    template <class T>
    void write(const std::string& path, std::span<const T> values)
    {
        write_values(path, type_of<T>, values.data(), values.size());
    }
    template <class T>
    void write_slot(const std::string& path, std::uint64_t slot, std::span<const T> values)
    {
        write_slot_values(path, type_of<T>, slot, values.data(), values.size());
    }
    void write_chunk(const std::string& path, std::uint64_t slot, const RawChunk& chunk);
    /// Makes and fills a dataset of fixed-length UTF-8 strings; empty extent for one string.
    void write_texts(const std::string& path, std::span<const std::string> values);
    void write_text(const std::string& path, const std::string& value);

    /// "/" is the root.
    void set_attribute(const std::string& path, const std::string& name, std::string_view value);
    void set_attribute(const std::string& path, const std::string& name, std::int64_t value);
    void set_attribute(const std::string& path, const std::string& name, double value);

    /// Makes a dataset the scale of a dimension; attaches it to a dimension of another.
    void make_scale(const std::string& path, const std::string& name);
    void attach_scale(const std::string& path, unsigned dimension, const std::string& scale);

    /// Seals the file and puts it at `path` whole or not at all: temporary name, fsync, rename, fsync of the folder.
    /// Throws IoError with the path (unwritable, out_of_space).
    void save(const std::string& path);

private:
    void write_values(const std::string&, Type, const void*, std::size_t);
    void write_slot_values(const std::string&, Type, std::uint64_t, const void*, std::size_t);
    struct State;
    std::unique_ptr<State> state_;
};

/// A sealed file open for reading. Everything that is missing or of another shape throws IoError::damaged.
class Reader {
public:
    /// Throws IoError unreadable (no such file, no permission) or damaged (not sealed by us, changed, cut off).
    explicit Reader(const std::string& path);
    ~Reader();
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;

    const std::string& path() const;
    bool has(const std::string& object) const;
    Shape shape(const std::string& dataset) const;
    /// Paths of all datasets, sorted.
    std::vector<std::string> datasets() const;

    template <class T>
    std::vector<T> read(const std::string& dataset) const
    {
        std::vector<T> values(expect(dataset, type_of<T>).size());
        read_values(dataset, type_of<T>, values.data());
        return values;
    }
    template <class T>
    std::vector<T> read_slot(const std::string& dataset, std::uint64_t slot) const
    {
        std::vector<T> values(expect(dataset, type_of<T>).slot_size());
        read_slot_values(dataset, type_of<T>, slot, values.data());
        return values;
    }
    std::vector<std::string> read_texts(const std::string& dataset) const;
    RawChunk read_chunk(const std::string& dataset, std::uint64_t slot) const;

    std::optional<std::string> text_attribute(const std::string& object, const std::string& name) const;
    std::optional<std::int64_t> integer_attribute(const std::string& object, const std::string& name) const;
    std::optional<double> number_attribute(const std::string& object, const std::string& name) const;
    /// Sorted; without the bookkeeping of dimension scales.
    std::vector<std::string> attribute_names(const std::string& object) const;
    /// Name of the scale of each dimension; empty where there is none.
    std::vector<std::string> scale_names(const std::string& dataset) const;

    [[noreturn]] void damaged(const Text& why) const;

private:
    Shape expect(const std::string&, Type) const;
    void read_values(const std::string&, Type, void*) const;
    void read_slot_values(const std::string&, Type, std::uint64_t, void*) const;
    struct State;
    std::unique_ptr<State> state_;
};

/// "1.10.8", of the library at run time.
std::string library_version();

} // namespace samspil::hdf5
