// SPDX-License-Identifier: MPL-2.0
#include "engine/model/house_name.hpp"

namespace samspil {

std::string house_name(const std::string& name, Language language)
{
    constexpr Label assumed{"Antaget hus ", "Assumed house "};
    if (!name.starts_with(assumed.da)) return name;
    return std::string(assumed.in(language)) + name.substr(assumed.da.size());
}

Text house_in_both(const std::string& name) { return {house_name(name, Language::da), house_name(name, Language::en)}; }

} // namespace samspil
