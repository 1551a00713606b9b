// SPDX-License-Identifier: MPL-2.0
// The workbench behind the screen: one base at a time, whatever happens to its file.
#include "tests/viewer/option_project.hpp"
#include "tests/viewer/waiting.hpp"

#include "viewer/live/bench_runner.hpp"
#include "viewer/live/watched_files.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

using namespace samspil;
using namespace samspil::viewer;

namespace {

/// The toy town, two replications.
void write_town(const TemporaryFolder& folder, const std::string& title)
{
    write_file(folder / "scenarios/by.yaml", "samspil: 1\ntitle: {da: \"" + title + "\", en: \"" + title + "\"}\n" +
                                                 "data: ../data/toy\nperiod: {start: 2021-01-04, weeks: 52, burn_in_weeks: 52}\n"
                                                 "run: {replications: 2, seed: 1}\npolicy: {visitation_rule: minimum, gap_policy: stay_forebyggende}\n"
                                                 "organisation: {model: areas_1, leadership: single}\n");
}

Bench bench_on(const fs::path& base)
{
    Bench bench;
    bench.base = base.string();
    bench.drafts.push_back(new_draft(bench));
    return bench;
}

/// Both sides are run to the end, of scenarios on this base.
bool all_on(const BenchView& view, const std::string& title)
{
    const std::vector<LiveSide>& sides = view.live->sides;
    return view.base != nullptr && view.base->scenario.title.da == title && view.drafts.size() == 1 && sides.size() == 2 && sides[0].scenario == view.base &&
           sides[1].scenario == view.drafts[0].loaded && std::all_of(sides.begin(), sides.end(), [](const LiveSide& s) { return s.done == s.wanted; });
}

void make_toy_project(const TemporaryFolder& folder)
{
    fs::create_directories(folder / "data");
    fs::copy(fs::path{SAMSPIL_SOURCE_DIR} / "data/toy", folder / "data/toy", fs::copy_options::recursive);
}

} // namespace

TEST_CASE("a base that was changed on disk is read again before an option is run on it", "[viewer][bench]")
{
    const TemporaryFolder folder;
    make_toy_project(folder);
    write_town(folder, "Før");
    Bench bench = bench_on(folder / "scenarios/by.yaml");
    BenchRunner runner({});
    runner.follow(bench);
    CHECK(when(runner, [](const BenchView& v) { return all_on(v, "Før"); })->read_again == 0);

    write_town(folder, "Efter");
    bench.drafts[0].option.values["policy.W_max"] = "5"; // a lever is moved
    runner.follow(bench);
    const auto after = when(runner, [](const BenchView& v) { return all_on(v, "Efter"); });
    CHECK(after->read_again == 1);
    CHECK(after->drafts.at(0).current);

    // A table under it counts too, and what cannot be read leaves the base that was.
    std::string centres = text_of_file(folder / "data/toy/centres.csv");
    write_file(folder / "data/toy/centres.csv", centres + "\n");
    bench.drafts[0].option.values["policy.W_max"] = "6";
    runner.follow(bench);
    CHECK(when(runner, [](const BenchView& v) { return v.read_again == 2 && all_on(v, "Efter"); })->drafts.at(0).current);
    // Also where the option cannot be read: what is said of it is said with the base as it is now.
    write_town(folder, "Senere");
    bench.drafts[0].option.values["policy.W_max"] = "lang";
    runner.follow(bench);
    const auto later = when(runner, [](const BenchView& v) { return v.base->scenario.title.da == "Senere" && v.drafts.size() == 1 && v.drafts[0].found.has_errors(); });
    CHECK(later->read_again == 3);
    write_file(folder / "scenarios/by.yaml", "samspil: [");
    bench.drafts[0].option.values["policy.W_max"] = "7";
    runner.follow(bench);
    const auto broken = when(runner, [](const BenchView& v) { return v.drafts.size() == 1 && mentions(v.drafts[0].found, "by.yaml"); });
    CHECK_FALSE(broken->drafts[0].current);
    CHECK(broken->base->scenario.title.da == "Senere");
    CHECK(broken->read_again == 3);
}

TEST_CASE("a base that is edited beside the program is read again by itself, and one that stands makes no new view", "[viewer][bench]")
{
    using namespace std::chrono_literals;
    const TemporaryFolder folder;
    make_toy_project(folder);
    write_town(folder, "Før");
    const Bench bench = bench_on(folder / "scenarios/by.yaml");
    BenchRunner runner({}, 5ms);
    runner.follow(bench);
    const auto before = when(runner, [](const BenchView& v) { return all_on(v, "Før") && !v.live->running; });
    fs::last_write_time(folder / "scenarios/by.yaml", fs::file_time_type::clock::now()); // saved again as it was
    std::this_thread::sleep_for(200ms);
    CHECK(runner.view() == before);

    write_town(folder, "Efter");
    const auto after = when(runner, [](const BenchView& v) { return all_on(v, "Efter"); });
    CHECK(after->read_again == 1);
    CHECK(after->drafts.at(0).current);

    // Broken, its option is refused; mended, it goes on with the base that was.
    write_file(folder / "scenarios/by.yaml", "samspil: [");
    const auto broken = when(runner, [](const BenchView& v) { return !v.drafts.at(0).current; });
    CHECK(mentions(broken->drafts[0].found, "by.yaml"));
    CHECK(broken->base == after->base);
    write_town(folder, "Efter");
    CHECK(when(runner, [](const BenchView& v) { return v.drafts.at(0).current; })->read_again == 1);
}

TEST_CASE("a base that could not be read is read when it can be", "[viewer][bench]")
{
    using namespace std::chrono_literals;
    const TemporaryFolder folder;
    make_toy_project(folder);
    write_town(folder, "By");
    write_file(folder / "scenarios/by.yaml", "samspil: [");
    BenchRunner runner({}, 5ms);
    runner.follow(bench_on(folder / "scenarios/by.yaml"));
    when(runner, [](const BenchView& v) { return v.base == nullptr && v.base_found.has_errors(); });
    write_town(folder, "By");
    CHECK_FALSE(when(runner, [](const BenchView& v) { return all_on(v, "By"); })->base_found.has_errors());
}

TEST_CASE("a base that the system cannot open is told behind the screen, and the next one is read", "[viewer][bench]")
{
    const TemporaryFolder folder;
    make_toy_project(folder);
    write_town(folder, "By");
    BenchRunner runner({});
    runner.follow(bench_on(folder / "scenarios" / (std::string(5000, 'x') + ".yaml"))); // no system has such names
    CHECK_FALSE(when(runner, [](const BenchView& v) { return v.base_found.has_errors(); })->base);
    runner.follow(bench_on(folder / "scenarios/by.yaml"));
    CHECK_FALSE(when(runner, [](const BenchView& v) { return all_on(v, "By"); })->base_found.has_errors());
}

TEST_CASE("a file counts as changed when it stands, and once", "[viewer]")
{
    const TemporaryFolder folder;
    const fs::path one = folder / "en.txt", two = folder / "to.txt";
    write_file(one, "a");
    WatchedFiles watched;
    const auto soon = fs::file_time_type::clock::now() + std::chrono::hours(1);
    watched.watch({one.string(), two.string()}, soon);
    CHECK_FALSE(watched.changed());
    write_file(one, "ab");
    CHECK_FALSE(watched.changed()); // perhaps it is being written
    write_file(one, "abc");
    CHECK_FALSE(watched.changed());
    CHECK(watched.changed());
    CHECK_FALSE(watched.changed());
    write_file(two, "b"); // that was not there
    CHECK_FALSE(watched.changed());
    CHECK(watched.changed());
    fs::remove(two);
    CHECK_FALSE(watched.changed());
    CHECK(watched.changed());
    // Written while it was being read: which of the two was read nobody knows.
    watched.watch({one.string()}, fs::last_write_time(one));
    CHECK(watched.changed());
    CHECK_FALSE(watched.changed());
}

TEST_CASE("a base that is let go takes its runs, its options and its explanation with it", "[viewer][bench]")
{
    const TemporaryFolder folder;
    make_toy_project(folder);
    write_town(folder, "By");
    Bench bench = bench_on(folder / "scenarios/by.yaml");
    bench.drafts[0].option.values["policy.W_max"] = "5";
    bench.why = std::string(kpi_table().front().id);
    BenchRunner runner({});
    const auto nothing_left = [](const BenchView& v) {
        return v.base == nullptr && v.drafts.empty() && v.live->sides.empty() && v.live->results.empty() && !v.live->running && v.why.now == nullptr;
    };
    const std::string gone = GENERATE("", "findes-ikke.yaml");
    runner.follow(bench);
    when(runner, [](const BenchView& v) { return all_on(v, "By") && v.why.now != nullptr; });
    Bench next;
    if (!gone.empty()) next = bench_on(folder / "scenarios" / gone);
    runner.follow(next);
    CHECK(when(runner, nothing_left)->base_found.has_errors() == !gone.empty());
    runner.follow(bench); // and back
    when(runner, [](const BenchView& v) { return all_on(v, "By"); });
}
