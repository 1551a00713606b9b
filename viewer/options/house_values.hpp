// SPDX-License-Identifier: MPL-2.0
// One cell of a house: its field in the model, its value as in a file and in words.
#pragma once

#include "engine/io/nearest.hpp"
#include "engine/model/fields.hpp"
#include "viewer/options/houses.hpp"

namespace samspil::viewer {

inline constexpr std::size_t house_column_count = static_cast<std::size_t>(HouseColumn::volunteers) + 1;

/// Field that reads, checks and writes the column on a Centre; null for name, kind, area, profile and opening hours.
const Field* field_of(HouseColumn column);
/// Field of the column's values: as field_of(), and of the profile; null for name, kind, area and opening hours.
const Field* value_field(HouseColumn column);

/// Index of the offer of a column of places; nothing for others.
std::optional<std::size_t> offer_of(HouseColumn column);

/// "centres.lc-x.offers.klub.places"; a path of the scenario format also for what no file may set.
std::string path_of(std::string_view house, HouseColumn column);

/// As in a scenario file.
std::string value_of(const Scenario& scenario, std::size_t centre, HouseColumn column);
Text words_of(const Scenario& scenario, HouseColumn column, const std::string& value);

/// As in centres.csv.
std::string_view kind_id(CentreKind kind);

} // namespace samspil::viewer
