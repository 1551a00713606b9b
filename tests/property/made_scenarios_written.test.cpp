// SPDX-License-Identifier: MPL-2.0
// A made scenario written as a file and tables is accepted by the reader without a word and runs to the same last bit:
// every value of every table and kind of intervention survives the way through YAML and CSV.
#include "engine/io/scenario_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenario_folder.hpp"
#include "tests/support/scenario_maker.hpp"
#include "tests/support/scenario_writer.hpp"
#include "tests/support/worlds.hpp"

using namespace samspil;

namespace {

/// What goes wrong on the way through files; empty when the results are the same.
std::string lost_on_the_way(const Scenario& scenario)
{
    const testing::TemporaryFolder folder;
    made::write_tables(scenario, folder / made::tables_folder);
    Diagnostics found;
    const auto loaded = load_resolved(made::as_yaml(scenario), folder.path(), scenario.id, {}, found);
    std::string errors;
    for (const Diagnostic& one : found.items()) {
        if (one.severity == Severity::error) errors += format(one, Language::en) + "\n";
    }
    if (!loaded) return errors;
    const Chance chance{scenario.run.seed, 0};
    return worlds::difference(worlds::run(scenario, chance), worlds::run(loaded->scenario, chance));
}

void check(std::uint32_t first, std::uint32_t last)
{
    for (std::uint32_t number = first; number <= last; ++number) {
        const Scenario scenario = made::scenario(number);
        INFO(made::in_words(number, scenario));
        CHECK(lost_on_the_way(scenario) == "");
    }
}

} // namespace

TEST_CASE("a made scenario comes back from its file and tables and runs to the same bit") { check(1, 40); }

TEST_CASE("a thousand made scenarios come back from their files and tables", "[slow]") { check(41, 1000); }
