// SPDX-License-Identifier: MPL-2.0
// The table of houses, and changes to it: from the beginning (the six settling years see them too) or from a date.
// Everything is a value: a list of edits with its history gives the table, the option and what is wrong, cell by cell.
#pragma once

#include "engine/base/text.hpp"
#include "engine/model/scenario.hpp"
#include "viewer/options/option_file.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil::viewer {

enum class HouseColumn : std::uint8_t {
    name,
    kind,
    area,
    open,
    klub,
    forebyggende,
    vedligeholdende_center,
    vedligeholdende_hjem,
    operating_form,
    profile,
    opening_hours,
    volunteers
};
/// "Hus", "åbent", "klub", ...
Label label_of(HouseColumn column);

/// Why a cell of this column cannot be changed from the beginning (no date) or from a date; empty when it can.
Text why_fixed(HouseColumn column, std::optional<Day> date);

/// A cell set, a house opened or closed (column `open`), or merged into another (closed, `into` named). The value is
/// as in a scenario file: "40", "true", "partnership", "nord".
struct HouseEdit {
    std::string house; ///< id
    HouseColumn column{};
    std::string value;
    std::optional<Day> date; ///< nothing = from the beginning
    std::string into;        ///< id of the house it becomes part of; else empty
    bool operator==(const HouseEdit&) const = default;
};
HouseEdit set_cell(std::string house, HouseColumn column, std::string value, std::optional<Day> date = {});
HouseEdit open_house(std::string house, std::optional<Day> date = {});
HouseEdit close_house(std::string house, std::optional<Day> date = {});
HouseEdit merge_house(std::string house, std::string into, Day date);

/// What one act of a person did: a cell, or a whole paste.
struct HouseStep {
    Text words; ///< "Klub i Lokalcenter Dalgas", "Indsat fra regneark"
    std::vector<HouseEdit> edits;
    bool operator==(const HouseStep&) const = default;
};

/// Edits with their history; the first `done` steps hold.
struct HouseEdits {
    std::vector<HouseStep> steps;
    std::size_t done = 0;
    bool can_undo() const { return done > 0; }
    bool can_redo() const { return done < steps.size(); }
    bool operator==(const HouseEdits&) const = default;
};
/// One step more; what had been undone is gone. A step without edits changes nothing.
HouseEdits with(HouseEdits edits, HouseStep step);
HouseEdits undone(HouseEdits edits);
HouseEdits redone(HouseEdits edits);

/// What is wrong with one edit by itself: unknown house, fixed column, value outside its range. Nothing when it can
/// stand; clashes are found by the reader.
std::optional<Diagnostic> check_edit(const Scenario& base, const HouseEdit& edit);

/// Edits that hold and change something, the last word for each cell and date; in order of house, column, date.
std::vector<HouseEdit> effective(const Scenario& base, const HouseEdits& edits);

struct HouseCell {
    std::string value, was;         ///< after its last change, and in the base; as in a scenario file
    Text shown, was_shown;          ///< in words: "40", "ja", "partnerskab", "Nord"
    std::vector<HouseEdit> changes; ///< in order of date; empty = as in the base
    bool changed() const { return !changes.empty(); }
};

struct HouseRow {
    std::string id;
    std::vector<HouseCell> cells; ///< by HousesTable::columns
    bool changed() const;
};

/// Every house of the base, in its order. The columns that say something: offers nobody holds are left out (home
/// courses), and opening hours without rooms.csv. The base's own dated changes are not in it: it is the start.
struct HousesTable {
    std::vector<HouseColumn> columns;
    std::vector<HouseRow> rows;
    /// Row of a house or column's place; nothing when it is not there.
    std::optional<std::size_t> row_of(std::string_view house) const;
    std::optional<std::size_t> place_of(HouseColumn column) const;
};
HousesTable houses_table(const Scenario& base, const HouseEdits& edits);

/// "71 → 40 fra begyndelsen; 30 fra 2023-01-02", "ja → nej fra 2023-01-02 (lægges ind under Lokalcenter Marselis)".
Text change_in_words(const Scenario& base, const HouseCell& cell);
/// What a step did, for undo: "Lokalcenter Dalgas: klub".
Text step_in_words(const Scenario& base, std::span<const HouseEdit> edits);

struct HouseFilter {
    std::string text; ///< part of name or area, upper and lower case alike
    std::optional<CentreKind> kind;
    std::string area; ///< id; empty = all
    bool changed_only = false;
    bool operator==(const HouseFilter&) const = default;
};
/// Indices of rows, in order of the table.
std::vector<std::size_t> rows_shown(const HousesTable& table, const HouseFilter& filter);
/// The same rows by a column: numbers as numbers, words in Danish order. Equal ones stay as they are.
void sort_rows(const HousesTable& table, std::vector<std::size_t>& rows, HouseColumn column, bool descending,
               Language language);

/// Header and rows with tabs between, for a spreadsheet; nothing in it can be run as a formula.
std::string copy_out(const HousesTable& table, std::span<const std::size_t> rows, Language language);

/// The option with the edits in it: values from the beginning, levers from a date after those it has. An edit that
/// cannot be said is a diagnostic with its path, never lost in silence.
OptionFile with_houses(OptionFile option, const Scenario& base, const HouseEdits& edits, Diagnostics& out);

/// A finding of the reader or of with_houses() at its cell; no row = about no house of the table.
struct HouseProblem {
    std::optional<std::size_t> row;
    std::optional<HouseColumn> column;
    Diagnostic diagnostic;
};
/// `option` is the one that was read, houses included.
std::vector<HouseProblem> problems_of(const HousesTable& table, const OptionFile& option, const Diagnostics& found);

} // namespace samspil::viewer
