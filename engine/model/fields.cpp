// SPDX-License-Identifier: MPL-2.0
#include "engine/model/fields.hpp"

#include <algorithm>

namespace samspil {

std::string_view id_of(Evidence tag)
{
    static constexpr std::string_view ids[] = {"source", "derived", "recalled", "assumed"};
    return ids[static_cast<int>(tag)];
}

Label label_of(Evidence tag)
{
    static constexpr Label labels[] = {
        {"kilde", "source"}, {"afledt", "derived"}, {"erindret", "recalled"}, {"antaget", "assumed"}};
    return labels[static_cast<int>(tag)];
}

void set_defaults(std::span<const Field> fields, void* object)
{
    for (const Field& field : fields) field.access.write(object, field.fallback);
}

const Field* find_field(std::span<const Field> fields, std::string_view key)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

} // namespace samspil
