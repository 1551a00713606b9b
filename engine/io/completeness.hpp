// SPDX-License-Identifier: MPL-2.0
// How much of a scenario rests on the municipality's own figures, how much is borrowed from elsewhere, how much is
// assumed; and which table to replace first.
#pragma once

#include "engine/io/tables.hpp"
#include "engine/model/fields.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace samspil {

struct LoadedScenario;

/// Own: tagged source or derived. Borrowed: the same, but the source begins with `lånt` or `borrowed`, or, in the
/// register of assumptions, a value from the literature the scenario leaves as it is. Assumed: assumed or recalled.
enum class Footing { own, borrowed, assumed };

Footing footing_of(Evidence tag, std::string_view source);

struct FootingCount {
    int own = 0, borrowed = 0, assumed = 0;
    int all() const { return own + borrowed + assumed; }
    void add(Footing footing);
    bool operator==(const FootingCount&) const = default;
};

/// One table: rows by footing. A table that is not there counts nothing.
struct TableFooting {
    const TableInfo* info = nullptr;
    FootingCount rows;
    Dialect dialect;
    bool operator==(const TableFooting& other) const { return info == other.info && rows == other.rows; }
};
TableFooting footing_of(const Table& table);

/// Values of `assumptions:`: set in a scenario file (own), solved (by their tag), else as the register says.
FootingCount register_footing(const LoadedScenario& loaded);

/// Tables with rows that are not the municipality's own, in the order of the guide (most important first), at most
/// `most`. Left out are solved constants (not replaced by hand), facts and outlines (no result
/// depends on them).
std::vector<const TableFooting*> replace_first(std::span<const TableFooting> tables, std::size_t most = 5);

} // namespace samspil
