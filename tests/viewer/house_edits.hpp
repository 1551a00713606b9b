// SPDX-License-Identifier: MPL-2.0
// Scenarios, edits and cells for the tests of the table of houses.
#pragma once

#include "tests/support/catch.hpp"
#include "tests/viewer/messages.hpp"
#include "viewer/options/houses.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace samspil::viewer {

inline const Day new_year = *parse_date("2023-01-02");

inline Scenario scenario_of(const char* file)
{
    Diagnostics found;
    auto loaded = load_scenario(std::filesystem::path(SAMSPIL_SOURCE_DIR) / "scenarios" / file, {}, found);
    REQUIRE(loaded.has_value());
    return loaded->scenario;
}

inline OptionFile empty_option()
{
    OptionFile option;
    const std::filesystem::path folder = std::filesystem::path(SAMSPIL_SOURCE_DIR) / "scenarios/aarhus";
    option.base = folder / "basis.yaml";
    option.path = folder / "huse-valg.yaml";
    option.title = {"Huse", "Houses"};
    return option;
}

inline HouseEdits edited(std::vector<HouseEdit> edits) { return with({}, {{"et", "one"}, std::move(edits)}); }

inline const HouseCell& cell(const HousesTable& table, const char* house, HouseColumn column)
{
    const auto row = table.row_of(house);
    const auto place = table.place_of(column);
    REQUIRE((row.has_value() && place.has_value()));
    return table.rows[*row].cells[*place];
}

/// Numbers that repeat themselves on every machine.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t n)
    {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>(state_ >> 33U) % n;
    }

private:
    std::uint64_t state_;
};

} // namespace samspil::viewer
