// SPDX-License-Identifier: MPL-2.0
#include "viewer/app/named.hpp"

#include "viewer/app/usage.hpp"
#include "viewer/data/map.hpp"
#include "viewer/data/places.hpp"
#include "viewer/state/actions.hpp"

#include "engine/io/nearest.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

namespace fs = std::filesystem;

/// The nearest where one is near, else the first few.
void expect_one_of(const char* option, const std::string& word, const std::vector<std::string>& known)
{
    if (word.empty() || std::find(known.begin(), known.end(), word) != known.end()) return;
    const Text near = did_you_mean(nearest(word, std::vector<std::string_view>(known.begin(), known.end())));
    Text rest = near;
    if (near.da.empty()) {
        std::string some;
        for (std::size_t i = 0; i < std::min<std::size_t>(known.size(), 8); ++i) some += (i > 0 ? ", " : "") + known[i];
        if (known.size() > 8) some += " …";
        rest = known.empty() ? Text{"der er ingen", "there are none"} : Text{"der er " + some, "there are " + some};
    }
    throw UsageError{{fmt::format("{} {}: kendes ikke; {}", option, word, rest.da), fmt::format("{} {}: unknown; {}", option, word, rest.en)}};
}

/// The key of the result whose file it is, or the word itself.
std::string key_of(const std::string& word, const Library& library)
{
    if (word.empty() || library.find(word) != nullptr) return word;
    std::error_code error;
    const fs::path path = fs::weakly_canonical(word, error);
    for (const ResultPtr& result : library.results)
        if (!error && !result->path.empty() && fs::weakly_canonical(result->path, error) == path) return result->key;
    return word;
}

std::vector<std::string> districts_of(const Result& base)
{
    std::vector<std::string> ids;
    for (const MapUnit& unit : map_units(base, Dimension::district)) ids.push_back(unit.id);
    for (const CentreRow& row : base.centres)
        if (!row.district.empty() && std::find(ids.begin(), ids.end(), row.district) == ids.end()) ids.push_back(row.district);
    return ids;
}

std::vector<std::string> areas_of(const Result& base)
{
    std::vector<std::string> ids;
    for (const Dimension dimension : {Dimension::neighbourhood, Dimension::area, Dimension::district})
        if (!map_units(base, dimension).empty()) ids.emplace_back(dimension_table()[static_cast<std::size_t>(dimension)].id);
    return ids;
}

} // namespace

State as_named(State asked, const Library& library)
{
    asked.base = key_of(asked.base, library);
    asked.option = key_of(asked.option, library);
    std::vector<std::string> known;
    for (const ResultPtr& result : library.results) known.push_back(result->key);
    expect_one_of("--base", asked.base, known);
    const Result* base = base_of(library, asked);
    if (base == nullptr) return asked; // nothing is open, which is said
    known.clear();
    for (const Result* option : options_of(library, asked)) known.push_back(option->key);
    expect_one_of("--option", asked.option, known);
    known.clear();
    for (const CentreRow& row : base->centres) known.push_back(std::to_string(row.key));
    expect_one_of("--centre", asked.centre == 0 ? "" : std::to_string(asked.centre), known);
    expect_one_of("--district", asked.district, districts_of(*base));
    expect_one_of("--areas", asked.areas, areas_of(*base));
    known.clear();
    for (const MapMeasure& measure : map_measures(map_dimension(asked.areas), asked.offer)) known.push_back(measure.id);
    expect_one_of("--measure", asked.measure, known);
    known.clear();
    if (const Lives* lives = library.find_lives(base->key)) { // read where life courses are shown
        for (const LifeEvent& event : *lives)
            if (known.empty() || known.back() != std::to_string(event.person)) known.push_back(std::to_string(event.person));
        expect_one_of("--person", asked.person == 0 ? "" : std::to_string(asked.person), known);
    }
    asked.week = std::clamp(asked.week, 0, std::max(0, base->metadata.weeks - 1));
    return asked;
}

} // namespace samspil::viewer
