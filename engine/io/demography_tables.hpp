// SPDX-License-Identifier: MPL-2.0
// Rows of the tables behind a scenario by column name, and the tables that say who lives there and how they fare.
#pragma once

#include "engine/io/scenario_tables.hpp"

#include <string>
#include <string_view>

namespace samspil {

/// One row with its columns by name.
class RowView {
public:
    RowView(const Table& table, const TableRow& row) : table_(table), row_(row) {}
    const std::string& text(std::string_view key) const { return row_.texts[table_.column(key)]; }
    double number(std::string_view key) const { return row_.numbers[table_.column(key)]; }
    int integer(std::string_view key) const { return static_cast<int>(number(key)); }
    Sex sex() const { return integer("sex") == 0 ? Sex::male : Sex::female; }
    Provenance provenance() const { return {static_cast<Evidence>(integer("tag")), text("source")}; }
    Origin origin(std::string_view key) const { return table_.origin(row_, key); }

private:
    const Table& table_;
    const TableRow& row_;
};

/// Index of the neighbourhood named in a column, or -2 with a finding (none where the neighbourhoods could not be read).
int neighbourhood_at(const RowView& row, std::string_view column, const TableTarget& target);

/// Takes population, residents, cohort_change, net_migration, rates, projection and lifetable; false for another table.
bool take_demography(const Table& table, const TableTarget& target);

} // namespace samspil
