// SPDX-License-Identifier: MPL-2.0
// Which large parts of results (series, groups, lives) stay in memory: what the screen looks at, and of the rest what it looked at
// last. What the screen looks at is never dropped for more of the same, so that reading comes to rest. For one thread.
#pragma once

#include "viewer/data/library.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace samspil::viewer {

class KeptParts {
public:
    /// One part more than fits may be kept: how large it is shows when it is read.
    explicit KeptParts(std::size_t most_bytes) : most_(most_bytes) {}

    /// What the screen looks at now.
    void use(const Wishes& wishes);
    struct Room {
        bool is_there = true;         ///< else what the screen looks at fills the memory
        std::vector<PartKey> dropped; ///< to make it
        std::vector<PartKey> refused; ///< looked at, and not kept: the part itself, or others for one that comes first
    };
    Room room_for(const PartKey& key);
    void put(const PartKey& key, std::size_t bytes);
    /// A result is closed, or another one stands in its place.
    void forget(const std::string& result);
    std::size_t bytes() const { return bytes_; }

private:
    enum class Rank { past, looked_at, first }; ///< parts give way to those of a higher one
    struct Kept {
        std::size_t bytes = 0;
        std::uint64_t wished = 0; ///< last, in order of wishes
    };
    Rank rank_of(const PartKey& key) const;

    std::size_t most_, bytes_ = 0;
    std::uint64_t now_ = 0;
    Wishes wishes_;
    std::map<PartKey, Kept> kept_;
};

} // namespace samspil::viewer
