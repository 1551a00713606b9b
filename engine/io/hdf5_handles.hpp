// SPDX-License-Identifier: MPL-2.0
// What the two halves of the HDF5 door share: ids that close themselves, types, spaces, the library's last word.
#pragma once

#include "engine/io/hdf5.hpp"

#include <algorithm>
#include <utility>

#include <hdf5.h>
#include <hdf5_hl.h>

namespace samspil::hdf5 {

/// An HDF5 id that closes itself; a negative id means the call that made it failed.
class Handle {
public:
    Handle() = default;
    Handle(hid_t id, herr_t (*close)(hid_t)) : id_(id), close_(close) {}
    ~Handle() { reset(); }
    Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, -1)), close_(other.close_) {}
    Handle& operator=(Handle&& other) noexcept
    {
        if (this == &other) return *this;
        reset();
        id_ = std::exchange(other.id_, -1);
        close_ = other.close_;
        return *this;
    }
    hid_t id() const { return id_; }
    explicit operator bool() const { return id_ >= 0; }
    void reset()
    {
        if (id_ >= 0) close_(id_);
        id_ = -1;
    }

private:
    hid_t id_ = -1;
    herr_t (*close_)(hid_t) = nullptr;
};

/// The library prints its errors unless every thread tells it not to; and it loads filters from folders unless told. Nothing of ours
/// is left for it to close when the program ends, but what it was writing when memory ran out, and it falls over that.
inline void prepare_thread()
{
    static const bool nothing_at_exit = H5dont_atexit() >= 0;
    static_cast<void>(nothing_at_exit);
    thread_local const bool prepared = [] {
        H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
        H5PLset_loading_state(0);
        return true;
    }();
    static_cast<void>(prepared);
}

inline std::string last_error()
{
    std::string text;
    const auto innermost = [](unsigned, const H5E_error2_t* error, void* out) -> herr_t {
        if (error->desc != nullptr) *static_cast<std::string*>(out) = error->desc;
        return 0;
    };
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, innermost, &text);
    return text;
}

inline hid_t native(Type type)
{
    switch (type) {
    case Type::int32: return H5T_NATIVE_INT32;
    case Type::int64: return H5T_NATIVE_INT64;
    case Type::uint64: return H5T_NATIVE_UINT64;
    default: return H5T_NATIVE_DOUBLE;
    }
}

/// In the file always little-endian, whatever the machine.
inline hid_t stored(Type type)
{
    switch (type) {
    case Type::int32: return H5T_STD_I32LE;
    case Type::int64: return H5T_STD_I64LE;
    case Type::uint64: return H5T_STD_U64LE;
    default: return H5T_IEEE_F64LE;
    }
}

inline Handle text_type(std::size_t size)
{
    Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
    H5Tset_size(type.id(), std::max<std::size_t>(size, 1));
    H5Tset_strpad(type.id(), H5T_STR_NULLPAD);
    H5Tset_cset(type.id(), H5T_CSET_UTF8);
    return type;
}

inline Handle space_of(const std::vector<std::uint64_t>& extent)
{
    if (extent.empty()) return {H5Screate(H5S_SCALAR), H5Sclose};
    const std::vector<hsize_t> sizes(extent.begin(), extent.end());
    return {H5Screate_simple(static_cast<int>(sizes.size()), sizes.data(), nullptr), H5Sclose};
}

/// Selects entry `slot` of the first dimension.
inline void select_slot(hid_t space, const std::vector<std::uint64_t>& extent, std::uint64_t slot)
{
    std::vector<hsize_t> start(extent.size(), 0), count(extent.begin(), extent.end());
    start[0] = slot;
    count[0] = 1;
    H5Sselect_hyperslab(space, H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr);
}

} // namespace samspil::hdf5
