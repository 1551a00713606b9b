// SPDX-License-Identifier: MPL-2.0
// Room for items that come and go. It is asked for once, so that items never move; memory is used as places are first taken,
// since the system gives pages when they are touched.
#pragma once

#include "engine/base/large_pages.hpp"

#include <cstdint>
#include <vector>

namespace samspil {

template <class T>
class Slots {
public:
    Slots() = default;
    Slots(const Slots& other) { *this = other; }
    Slots& operator=(const Slots& other)
    {
        items_.reserve(other.items_.capacity()); // room to go on as the other may
        items_ = other.items_;
        left_ = other.left_;
        return *this;
    }
    Slots(Slots&&) noexcept = default;
    Slots& operator=(Slots&&) noexcept = default;
    ~Slots() = default;

    /// Nothing in it. Up to `most` items never move.
    void clear(std::size_t most)
    {
        items_.clear();
        items_.reserve(most);
        left_.clear();
    }

    /// The place of one more, as new.
    std::uint32_t take()
    {
        if (left_.empty()) {
            items_.emplace_back();
            return static_cast<std::uint32_t>(items_.size() - 1);
        }
        const std::uint32_t place = left_.back();
        left_.pop_back();
        items_[place] = {};
        return place;
    }
    void give_back(std::uint32_t place) { left_.push_back(place); }

    T& operator[](std::uint32_t place) { return items_[place]; }
    const T& operator[](std::uint32_t place) const { return items_[place]; }
    std::size_t bytes() const { return items_.size() * sizeof(T) + left_.capacity() * sizeof(std::uint32_t); } ///< taken at some time

private:
    LargeVector<T> items_;
    std::vector<std::uint32_t> left_; ///< places that nobody has
};

} // namespace samspil
