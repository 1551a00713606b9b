// SPDX-License-Identifier: MPL-2.0
// Reference scenarios as readable digests: KPIs to six digits and, for each series, its sum and a digest of its bytes.
// A line that moves says which number changed. SAMSPIL_BLESS=1 writes the files anew.
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"

#include "engine/base/digest.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <sstream>

#include <fmt/format.h>

using namespace samspil;
using namespace samspil::options;

namespace {

std::string short_digest(const std::string& bytes) { return sha256(bytes).substr(0, 16); }

void append_bytes(std::string& to, std::uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i) to.push_back(static_cast<char>(value >> (8 * i) & 0xff));
}

std::string digest_of(const std::vector<std::int32_t>& values)
{
    std::string bytes;
    for (const std::int32_t value : values) append_bytes(bytes, static_cast<std::uint32_t>(value), 4);
    return short_digest(bytes);
}

std::string digest_of(const std::vector<LifeEvent>& events)
{
    std::string bytes;
    for (const LifeEvent& event : events) {
        append_bytes(bytes, event.person, 8);
        for (const std::int32_t value : {event.week, static_cast<std::int32_t>(event.kind), static_cast<std::int32_t>(event.offer),
                                         event.centre, event.a, event.b}) {
            append_bytes(bytes, static_cast<std::uint32_t>(value), 4);
        }
    }
    return short_digest(bytes);
}

std::string describe(const ReplicationResult& result)
{
    std::string text = fmt::format("replication_{}:\n  kpi:\n", result.replication);
    for (std::size_t k = 0; k < result.kpis.size(); ++k) text += fmt::format("    {}: {:.6g}\n", kpi_table()[k].id, result.kpis[k]);
    text += "  series: # sum of all entries, digest\n";
    for (std::size_t s = 0; s < result.series.size(); ++s) {
        const auto& values = result.series[s];
        const std::int64_t sum = std::accumulate(values.begin(), values.end(), std::int64_t{0});
        text += fmt::format("    {}.{}: [{}, {}]\n", series_table()[s].group, series_table()[s].id, sum, digest_of(values));
    }
    return text + fmt::format("  life_courses: [{}, {}] # events, digest\n", result.life_courses.size(), digest_of(result.life_courses));
}

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string moved_lines(const std::string& expected, const std::string& found)
{
    const auto before = lines_of(expected), now = lines_of(found);
    std::string moved;
    for (std::size_t i = 0; i < std::max(before.size(), now.size()); ++i) {
        const std::string old = i < before.size() ? before[i] : "(no line)", fresh = i < now.size() ? now[i] : "(no line)";
        if (old != fresh) moved += fmt::format("  line {}:\n    was {}\n    is  {}\n", i + 1, old, fresh);
    }
    return moved;
}

void check_against_blessed(const std::string& name, const std::string& text)
{
    const std::filesystem::path file = std::filesystem::path(SAMSPIL_SOURCE_DIR) / "tests/regression/expected" / (name + ".yaml");
    if (std::getenv("SAMSPIL_BLESS") != nullptr) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
    }
    std::ostringstream expected;
    expected << std::ifstream(file, std::ios::binary).rdbuf();
    const std::string moved = moved_lines(expected.str(), text);
    INFO("The numbers of " << name << " have changed:\n" << moved
         << "If that was meant: SAMSPIL_BLESS=1 build/release/tests/test_regression, and add a line under \"Results changed\" in "
            "docs/changelog.md in the same commit.");
    CHECK(moved.empty());
}

void check_against_blessed(const std::string& name, const Scenario& scenario, const Way& way)
{
    std::string text = fmt::format("# {}: seed {}, {} weeks after {} of burn-in. Written by SAMSPIL_BLESS=1 test_regression.\n", name,
                                   scenario.run.seed, scenario.period.weeks, scenario.period.burn_in_weeks);
    for (const ReplicationResult& result : run_alone(scenario, way)) text += describe(result);
    check_against_blessed(name, text);
}

} // namespace

TEST_CASE("toy town keeps its numbers") { check_against_blessed("minimal", toy(), {2, Workers(), 8192, 1}); }

TEST_CASE("Aarhus with seven areas keeps its numbers")
{
    check_against_blessed("basis", options::aarhus("basis.yaml", 52, 104), {1, Workers(), 8192, 0.005});
}

TEST_CASE("Aarhus with three districts keeps its numbers")
{
    check_against_blessed("tre-distrikter", options::aarhus("tre-distrikter.yaml", 52, 104), {1, Workers(), 8192, 0.005});
}

// Two years are too short to show what moves a due week in one case of many millions.
TEST_CASE("Aarhus over ten years keeps its numbers")
{
    check_against_blessed("basis-ten-years", options::aarhus("basis.yaml", 312, 520), {2, Workers(2), 8192, 0.005});
}

TEST_CASE("the causes for which three districts part the lives of Aarhus keep their numbers")
{
    const Scenario base = options::aarhus("basis.yaml", 52, 104), option = options::aarhus("tre-distrikter.yaml", 52, 104);
    const auto results = run_together({&base, &option}, {});
    const auto lives = differing_lives(results[0][0].life_courses, results[1][0].life_courses, {});
    const auto causes = counted(lives);
    std::string text = "# Lives that three districts change, by the cause of the first difference; 104 weeks after 52 of burn-in.\n";
    text += fmt::format("lives: {}\n", lives.size());
    for (std::size_t c = 0; c < cause_count; ++c) text += fmt::format("{}: {}\n", id_of(static_cast<Cause>(c)), causes[c]);
    check_against_blessed("causes", text);
}
