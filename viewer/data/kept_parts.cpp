// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/kept_parts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace samspil::viewer {

KeptParts::Rank KeptParts::rank_of(const PartKey& key) const
{
    bool looked_at = false;
    if (const auto* series = std::get_if<SeriesKey>(&key)) looked_at = wishes_.series.contains(*series);
    else if (const auto* groups = std::get_if<GroupsKey>(&key)) looked_at = wishes_.groups.contains(*groups);
    else looked_at = wishes_.lives.contains(std::get<std::string>(key));
    if (!looked_at) return Rank::past;
    return wishes_.first.contains(result_of(key)) ? Rank::first : Rank::looked_at;
}

void KeptParts::use(const Wishes& wishes)
{
    ++now_;
    for (auto& [key, kept] : kept_)
        if (rank_of(key) != Rank::past) kept.wished = now_; // until now
    wishes_ = wishes;
}

KeptParts::Room KeptParts::room_for(const PartKey& key)
{
    const Rank rank = rank_of(key);
    Room room;
    while (bytes_ >= most_) {
        auto oldest = kept_.end();
        std::pair<Rank, std::uint64_t> least{std::max(rank, Rank::looked_at), 0};
        for (auto kept = kept_.begin(); kept != kept_.end(); ++kept) {
            const std::pair one{rank_of(kept->first), kept->second.wished};
            if (kept->second.bytes == 0 || one >= least) continue;
            oldest = kept;
            least = one;
        }
        if (oldest == kept_.end()) {
            room.is_there = false;
            if (rank != Rank::past) room.refused.push_back(key);
            break;
        }
        if (least.first != Rank::past) room.refused.push_back(oldest->first);
        room.dropped.push_back(oldest->first);
        bytes_ -= oldest->second.bytes;
        kept_.erase(oldest);
    }
    return room;
}

void KeptParts::put(const PartKey& key, std::size_t bytes)
{
    Kept& kept = kept_[key];
    bytes_ = bytes_ - kept.bytes + bytes;
    kept = {bytes, now_};
}

void KeptParts::forget(const std::string& result)
{
    for (auto kept = kept_.begin(); kept != kept_.end();) {
        const bool of_it = result_of(kept->first) == result;
        if (of_it) bytes_ -= kept->second.bytes;
        kept = of_it ? kept_.erase(kept) : std::next(kept);
    }
}

} // namespace samspil::viewer
