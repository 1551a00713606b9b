// SPDX-License-Identifier: MPL-2.0
// What a check of a scenario warns of; it may only warn.
#pragma once

#include "engine/base/errors.hpp"
#include "engine/model/scenario.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

namespace samspil::testing {

using Check = void (*)(const Scenario&, Diagnostics&);

inline std::vector<Diagnostic> warnings_of(Check check, const Scenario& town)
{
    Diagnostics found;
    check(town, found);
    std::vector<Diagnostic> warnings;
    for (const Diagnostic& one : found.items()) {
        CHECK(one.severity == Severity::warning);
        warnings.push_back(one);
    }
    return warnings;
}

inline std::vector<std::string> warned_paths(Check check, const Scenario& town)
{
    std::vector<std::string> paths;
    for (const Diagnostic& one : warnings_of(check, town)) paths.push_back(one.path);
    return paths;
}

} // namespace samspil::testing
