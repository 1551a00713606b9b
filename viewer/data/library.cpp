// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/library.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

template <class Map, class Key>
auto found_in(const Map& map, const Key& key)
{
    const auto entry = map.find(key);
    return entry == map.end() ? nullptr : entry->second.get();
}

} // namespace

const std::string& result_of(const PartKey& key)
{
    if (const auto* series = std::get_if<SeriesKey>(&key)) return series->result;
    if (const auto* groups = std::get_if<GroupsKey>(&key)) return groups->result;
    return std::get<std::string>(key);
}

const Result* Library::find(const std::string& key) const
{
    const auto found = std::find_if(results.begin(), results.end(), [&](const ResultPtr& r) { return r->key == key; });
    return found == results.end() ? nullptr : found->get();
}

const Series* Library::find_series(const SeriesKey& key) const { return found_in(series, key); }
const GroupTable* Library::find_groups(const GroupsKey& key) const { return found_in(groups, key); }
const Lives* Library::find_lives(const std::string& result) const { return found_in(lives, result); }

} // namespace samspil::viewer
