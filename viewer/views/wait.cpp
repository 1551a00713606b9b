// SPDX-License-Identifier: MPL-2.0
// What a screen says while what it asks for is not there, and where it will not be.
#include "viewer/views/frame.hpp"

#include "viewer/words/common.hpp"

#include <algorithm>

namespace samspil::viewer {

Label why_not_there(const Library& library, const Wishes& wishes)
{
    const auto any = [](const auto& keys, const auto& is) { return std::any_of(keys.begin(), keys.end(), is); };
    const auto refused = [&](const auto& key) { return library.refused.contains(key); };
    if (any(wishes.series, [&](const SeriesKey& key) { return library.unreadable.contains(key); })) return words::cannot_be_read;
    if (any(wishes.series, refused) || any(wishes.groups, refused) || any(wishes.lives, refused)) return words::no_memory;
    return words::loading;
}

void show_wait(Frame& frame, Rect area, const std::string& id, Label title, const Wishes& wishes)
{
    const Label why = why_not_there(frame.library, wishes);
    show_panel(frame, area, frame.cache.of(id, [&] { return Panel{id, frame.say(title), {}, frame.say(why), {}, {}, 240, 120, {}}; }));
}

} // namespace samspil::viewer
