// SPDX-License-Identifier: MPL-2.0
#include "engine/model/scenario.hpp"

namespace samspil {

int Scenario::centre_index(std::string_view centre_id) const
{
    for (std::size_t i = 0; i < centres.size(); ++i) {
        if (centres[i].id == centre_id) return static_cast<int>(i);
    }
    return -1;
}

Scenario default_scenario()
{
    Scenario scenario;
    set_defaults(policy_fields(), &scenario.policy);
    set_defaults(organisation_fields(), &scenario.organisation);
    set_defaults(mechanism_fields(), &scenario.mechanisms);
    scenario.assumptions = default_parameters();
    return scenario;
}

} // namespace samspil
