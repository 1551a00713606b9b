// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/gate.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace samspil {
namespace {

constexpr std::array<std::string_view, 8> field_ids{"base",    "option", "difference",  "ci_low",
                                                    "ci_high", "n",      "share_above", "verdict"};
/// Two characters first, so that "<" does not take the "<" of "<=".
constexpr std::array<std::pair<std::string_view, GateOperator>, 6> operators{{{"<=", GateOperator::at_most},
                                                                              {">=", GateOperator::at_least},
                                                                              {"==", GateOperator::equal},
                                                                              {"!=", GateOperator::not_equal},
                                                                              {"<", GateOperator::less},
                                                                              {">", GateOperator::greater}}};

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

Text wrong(std::string_view expression, std::string_view da, std::string_view en)
{
    return {fmt::format("--fail-if «{}»: {}", expression, da), fmt::format("--fail-if \"{}\": {}", expression, en)};
}

template <class T>
bool holds(GateOperator operation, const T& left, const T& right)
{
    switch (operation) {
    case GateOperator::less:
        return left < right;
    case GateOperator::at_most:
        return left <= right;
    case GateOperator::greater:
        return left > right;
    case GateOperator::at_least:
        return left >= right;
    case GateOperator::equal:
        return left == right;
    case GateOperator::not_equal:
        return left != right;
    }
    return false;
}

std::optional<double> value_of(const KpiDifference& d, GateField field)
{
    switch (field) {
    case GateField::base:
        return d.base;
    case GateField::option:
        return d.option;
    case GateField::difference:
        return d.difference;
    case GateField::ci_low:
        return d.ci_low;
    case GateField::ci_high:
        return d.ci_high;
    case GateField::n:
        return static_cast<double>(d.n);
    case GateField::share_above:
        return d.share_above;
    case GateField::verdict:
        break;
    }
    return std::nullopt;
}

} // namespace

std::variant<Gate, Text> read_gate(std::string_view expression)
{
    Gate gate;
    gate.expression = expression;
    std::size_t at = std::string_view::npos, length = 0;
    for (const auto& [sign, operation] : operators) {
        const std::size_t found = expression.find(sign);
        if (found == std::string_view::npos || found >= at) continue;
        at = found;
        length = sign.size();
        gate.operation = operation;
    }
    if (at == std::string_view::npos)
        return wrong(expression, "mangler < <= > >= == eller !=", "lacks < <= > >= == or !=");
    const std::string_view left = trimmed(expression.substr(0, at)), right = trimmed(expression.substr(at + length));
    const std::size_t dot = left.rfind('.');
    const auto field =
        std::find(field_ids.begin(), field_ids.end(), dot == std::string_view::npos ? left : left.substr(dot + 1));
    if (dot == std::string_view::npos || field == field_ids.end())
        return wrong(expression,
                     "skriv KPI.difference, .ci_low, .ci_high, .base, .option, .share_above, .n eller .verdict",
                     "write KPI.difference, .ci_low, .ci_high, .base, .option, .share_above, .n or .verdict");
    gate.kpi = left.substr(0, dot);
    gate.field = static_cast<GateField>(field - field_ids.begin());
    if (!find_kpi(gate.kpi) && gate.kpi != per_extra_reached().id)
        return wrong(expression, fmt::format("ukendt nøgletal {}", gate.kpi),
                     fmt::format("unknown indicator {}", gate.kpi));
    if (gate.field == GateField::verdict) {
        static constexpr std::array<std::string_view, 4> words{"better", "worse", "tie", "null"};
        const bool equality = gate.operation == GateOperator::equal || gate.operation == GateOperator::not_equal;
        if (!equality || std::find(words.begin(), words.end(), right) == words.end())
            return wrong(expression, "verdict er == eller != better, worse, tie eller null",
                         "verdict is == or != better, worse, tie or null");
        gate.verdict = right;
        return gate;
    }
    const auto [end, error] = std::from_chars(right.data(), right.data() + right.size(), gate.number);
    if (right.empty() || error != std::errc() || end != right.data() + right.size() || !std::isfinite(gate.number))
        return wrong(expression, fmt::format("«{}» er ikke et tal (skriv decimalpunktum)", right),
                     fmt::format("\"{}\" is not a number", right));
    return gate;
}

std::optional<bool> forbidden(const Gate& gate, std::span<const KpiDifference> differences)
{
    const KpiDifference* found = find_difference(differences, gate.kpi);
    if (found == nullptr) return std::nullopt;
    if (gate.field == GateField::verdict) {
        const std::string_view verdict = found->verdict ? id_of(*found->verdict) : std::string_view("null");
        // A missing verdict is only an answer to those who ask for null.
        if (!found->verdict && gate.verdict != "null") return std::nullopt;
        return holds(gate.operation, verdict, std::string_view(gate.verdict));
    }
    const auto value = value_of(*found, gate.field);
    if (!value) return std::nullopt;
    return holds(gate.operation, *value, gate.number);
}

} // namespace samspil
