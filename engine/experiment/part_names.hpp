// SPDX-License-Identifier: MPL-2.0
// What a part of a change is called.
#pragma once

#include "engine/experiment/decomposition.hpp"

#include <vector>

namespace samspil {

/// "et hus lukker 2023-06-01 (Folkehuset Trøjborg)", "to huse lægges sammen 2023-06-01 (… → …)"; by id what has no name.
Text describe(const Scenario& scenario, const Intervention& intervention);

/// Two of one kind on one day have one name: then they are numbered as they stand in the file.
void tell_apart(std::vector<PartComparison>& parts);

} // namespace samspil
