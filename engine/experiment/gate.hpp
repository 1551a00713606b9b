// SPDX-License-Identifier: MPL-2.0
// A gate for scripts: --fail-if "wait.mean.klub.difference > 0.5" or "reach.municipal.verdict == worse".
#pragma once

#include "engine/experiment/comparison.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace samspil {

enum class GateField { base, option, difference, ci_low, ci_high, n, share_above, verdict };
enum class GateOperator { less, at_most, greater, at_least, equal, not_equal };

struct Gate {
    std::string expression; ///< as typed
    std::string kpi;
    GateField field{};
    GateOperator operation{};
    double number = 0;   ///< compared with; of the numeric fields
    std::string verdict; ///< better, worse, tie, null; of `verdict`
};

/// The gate, or what is wrong with the expression.
std::variant<Gate, Text> read_gate(std::string_view expression);

/// Whether what the gate forbids is the case; nothing when the value is undetermined, which a gate must not pass over.
std::optional<bool> forbidden(const Gate& gate, std::span<const KpiDifference> differences);

} // namespace samspil
