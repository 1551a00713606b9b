// SPDX-License-Identifier: MPL-2.0
// Short forms of rows of the field tables (fields.hpp), for the files that hold such tables: `using namespace rows;`.
#pragma once

#include "engine/model/fields.hpp"

namespace samspil::rows {

inline constexpr Evidence A = Evidence::assumed, D = Evidence::derived, S = Evidence::source, R = Evidence::recalled;

struct Range {
    double low, high;
};
inline constexpr Range fixed{no_prior, no_prior}; ///< as a prior: none, the value does not vary
inline constexpr Range share{0, 1};
inline constexpr Range log_odds{-20, 20};
/// x divided and multiplied by a factor: the prior of a rate.
constexpr Range around(double x, double factor) { return {x / factor, x * factor}; }

inline Field number(std::string_view key, Access access, std::string_view unit, Range range, double fallback, Range prior, Evidence tag,
                    Label label, std::string_view source)
{
    return {key, Kind::number, unit, range.low, range.high, fallback, prior.low, prior.high, tag, label, source, access, {}};
}

/// A value that has no prior: a decision, a detail of an intervention.
inline Field value(std::string_view key, Kind kind, Access access, std::string_view unit, Range range, double fallback, Evidence tag, Label label,
                   std::string_view source)
{
    return {key, kind, unit, range.low, range.high, fallback, no_prior, no_prior, tag, label, source, access, {}};
}

inline Field choice(std::string_view key, Access access, std::span<const Choice> values, double fallback, Evidence tag, Label label,
                    std::string_view source)
{
    return {key, Kind::choice, "", 0, static_cast<double>(values.size() - 1), fallback, no_prior, no_prior, tag, label, source, access, values};
}

/// On unless it is said otherwise: a mechanism.
inline Field flag(std::string_view key, Access access, Label label, std::string_view source)
{
    return value(key, Kind::flag, access, "", {0, 1}, 1, A, label, source);
}

} // namespace samspil::rows
