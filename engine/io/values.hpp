// SPDX-License-Identifier: MPL-2.0
// One scalar of a file as the value of a field: plain decimal numbers, true and false, known words, dates. What only
// looks like one of them (013, 1,5, ja, .nan, 1_000) is an error that says how to write it.
#pragma once

#include "engine/io/yaml.hpp"
#include "engine/model/fields.hpp"

#include <optional>
#include <string>

namespace samspil {

/// A decimal number: -?digits[.digits][e[+-]digits], no leading zeros, finite. Nothing else.
std::optional<double> parse_number(std::string_view text);

/// How to write what is nearly a number, or empty: "013" -> write 13, "1,5" -> write 1.5.
Text number_advice(std::string_view text);

/// "0 to 1 share", "at least 1": the range of a field in words.
Text range_of(const Field& field);

/// A unit with a space before it, to stand after a number; empty for a value without one.
Text unit_after(std::string_view unit);

/// Shortest form that reads back equal.
std::string written(double value);
/// As it is written in a file: a number, true or false, or the id of the choice.
std::string written(const Field& field, double value);

/// The checked value of a field, or nothing and a diagnostic.
std::optional<double> read_value(const Field& field, const Node& node, const std::string& file, const std::string& path,
                                 Diagnostics& out);

/// A range violation as a diagnostic; true when the value is inside.
bool check_range(const Field& field, double value, const Origin& place, const std::string& path, Diagnostics& out);

} // namespace samspil
