// SPDX-License-Identifier: MPL-2.0
// What is read behind the screen: it comes to rest, follows runs that are begun again, extended or ended, and outlives bad files.
#include "tests/support/catch.hpp"
#include "tests/viewer/driver.hpp"

#include "viewer/data/house.hpp"
#include "viewer/data/kept_parts.hpp"
#include "viewer/data/library_reader.hpp"
#include "viewer/words/common.hpp"

#include "engine/io/parts.hpp"
#include "engine/io/whole_file.hpp"

#include <algorithm>
#include <filesystem>
#include <thread>

using namespace samspil;
using namespace samspil::viewer;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t plenty = std::size_t{1} << 30;

/// Frames that ask for the same until nothing more is told; how many that took.
int rounds_to_rest(Store& store, const Wishes& wishes)
{
    for (int round = 0; round < 50; ++round) {
        const std::uint64_t before = store.library()->version;
        store.want(wishes);
        store.wait();
        if (store.library()->version == before) return round;
    }
    return 50;
}

/// A folder where a run is under way.
struct Run {
    explicit Run(const std::string& at) : folder(at) { fs::create_directories(folder + "/.parts"); }
    void begin(const std::string& run_id, const std::vector<std::string>& stems, int wanted) const
    {
        RunManifest manifest;
        manifest.run_id = run_id;
        manifest.replications = wanted;
        for (const std::string& stem : stems) manifest.options.push_back({stem, "/x/" + stem + ".yaml", "/x", "", {}});
        write_whole_file(folder + "/.parts/manifest.json", manifest_text(manifest));
    }
    ResultHead head(const std::string& run_id, int replications) const
    {
        ResultHead head = made::head(town, replications);
        head.origin.run_id = run_id;
        return head;
    }
    void part(const std::string& run_id, const std::string& stem, int replication, double first_kpi = 0) const
    {
        ReplicationResult result = made::replication(town, replication);
        result.kpis[0] = first_kpi;
        write_part(folder + "/.parts/" + stem + ".r" + std::to_string(replication) + ".h5", head(run_id, 4), result);
    }
    void finish(const std::string& stem, int replications) const
    {
        write_result(folder + "/" + stem + ".h5", head("done", replications), made::replications(town, replications));
    }
    std::string key(const std::string& stem) const { return folder + "/" + stem + ".h5"; }
    std::string folder;
    Scenario town = made::town();
};

std::vector<std::string> keys_of(const Library& library)
{
    std::vector<std::string> keys;
    for (const ResultPtr& result : library.results) keys.push_back(result->key);
    return keys;
}

} // namespace

TEST_CASE("reading comes to rest where memory does not hold what the screen looks at", "[viewer]")
{
    const made::Folder folder;
    const std::vector<std::string> paths = made_results(folder);
    StoreSettings settings;
    settings.kept_bytes = 1; // one part, and no more
    settings.look_again_seconds = 0;
    Store store(settings);
    store.open(paths);
    store.wait();
    Wishes wishes;
    for (const std::string& path : paths)
        for (const char* id : {"users", "queue", "offered"}) wishes.series.insert({path, "weekly", id});
    wishes.first = {paths[2]};
    CHECK(rounds_to_rest(store, wishes) < 4);
    REQUIRE(store.library()->series.size() == 1);
    CHECK(store.library()->series.begin()->first.result == paths[2]); // the base is read before the others
    CHECK(store.library()->refused.size() == 8);
    CHECK_FALSE(store.library()->busy());

    wishes.first = {paths[0]}; // another base takes the place
    CHECK(rounds_to_rest(store, wishes) < 4);
    REQUIRE(store.library()->series.size() == 1);
    CHECK(store.library()->series.begin()->first.result == paths[0]);

    Wishes one;
    one.series.insert({paths[1], "weekly", "users"}); // what has left the screen gives way
    CHECK(rounds_to_rest(store, one) < 4);
    CHECK(store.library()->series.contains({paths[1], "weekly", "users"}));
    CHECK(store.library()->refused.empty());
}

TEST_CASE("every screen comes to rest with hardly any memory, and shows what it has", "[viewer]")
{
    const made::Folder folder;
    const std::vector<std::string> paths = made_results(folder);
    for (const std::size_t bytes : {std::size_t{1}, std::size_t{5000}, std::size_t{20000}}) {
        Driver driver(paths, {}, 1366, 768, 0, bytes);
        for (int s = 0; s < screen_count; ++s) {
            driver.desk->act(GoTo{static_cast<Screen>(s)});
            driver.desk->settle();
            const std::uint64_t version = driver.desk->library().version;
            driver.frames(5);
            driver.desk->store().wait();
            driver.frames(5);
            CHECK(driver.desk->library().version == version);
            CHECK_FALSE(driver.desk->library().busy());
        }
        driver.desk->act(GoTo{Screen::centre});
        driver.desk->settle();
        CHECK_FALSE(driver.desk->library().refused.empty());
        CHECK_FALSE(driver.desk->library().series.empty());
    }
}

TEST_CASE("what was looked at longest ago is dropped first, whenever it was read", "[viewer]")
{
    const SeriesKey a{"a", "weekly", "users"}, b{"b", "weekly", "users"}, c{"c", "weekly", "users"};
    KeptParts kept(10);
    const auto look_at = [&](const SeriesKey& key) {
        Wishes wishes;
        wishes.series.insert(key);
        kept.use(wishes);
    };
    look_at(a);
    kept.put(a, 5);
    look_at(b);
    kept.put(b, 5);
    look_at(a);
    look_at(c);
    CHECK(kept.room_for(c).dropped == std::vector<PartKey>{b});
    kept.put(c, 20);
    CHECK(kept.bytes() == 25);
    kept.forget("a");
    CHECK(kept.bytes() == 20);
}

TEST_CASE("a folder where another run is begun shows that run alone", "[viewer]")
{
    const made::Folder folder;
    const Run run(folder / "run");
    run.begin("first", {"town"}, 4);
    for (int r = 0; r < 3; ++r) run.part("first", "town", r, 1);
    LibraryReader reader(plenty);
    reader.open(run.folder);
    REQUIRE(reader.library().results.size() == 1);
    CHECK(reader.library().results.front()->replications == 3);
    run.begin("second", {"town"}, 2);
    run.part("second", "town", 0, 7); // parts 1 and 2 of the first are still there
    CHECK(reader.look_again());
    REQUIRE(reader.library().results.size() == 1);
    CHECK(reader.library().results.front()->replications == 1);
    CHECK(reader.library().results.front()->wanted == 2);
    CHECK(reader.library().results.front()->kpis[0] == std::vector<double>{7});
    CHECK_FALSE(reader.look_again());
}

TEST_CASE("a result that is being extended shows what it has", "[viewer]")
{
    const made::Folder folder;
    const Run run(folder / "run");
    run.finish("town", 2);
    run.begin("more", {"town"}, 4);
    run.part("more", "town", 2);
    LibraryReader reader(plenty);
    for (const std::string& path : reader.open(run.folder)) reader.open(path);
    const SeriesKey key{run.key("town"), "weekly", "users"};
    CHECK(reader.read(key));
    REQUIRE(reader.library().find_series(key) != nullptr);
    CHECK(reader.library().find_series(key)->replications == 2);
    CHECK_FALSE(reader.read(key)); // nothing new
}

TEST_CASE("results of a run that ends take the places of what its parts showed", "[viewer]")
{
    const made::Folder folder;
    const Run run(folder / "run");
    run.begin("run", {"town", "other"}, 2);
    run.part("run", "town", 0);
    run.part("run", "other", 0);
    LibraryReader reader(plenty);
    reader.open(run.folder + "/"); // however it is written
    reader.open(made_results(folder, 1).front());
    const std::vector<std::string> before = keys_of(reader.library());
    REQUIRE(before.size() == 3);
    const SeriesKey key{run.key("town"), "weekly", "users"};
    reader.read(key);
    CHECK(reader.library().find_series(key)->replications == 1);
    run.finish("town", 2);
    run.finish("other", 2);
    fs::remove_all(run.folder + "/.parts");
    CHECK(reader.look_again());
    CHECK(keys_of(reader.library()) == before);
    for (const std::string stem : {"town", "other"}) CHECK(reader.library().find(run.key(stem))->replications == 2);
    CHECK(reader.library().find_series(key) == nullptr); // read anew when it is asked for
}

TEST_CASE("the base of a run is that of its plan, whichever part arrives first", "[viewer]")
{
    const made::Folder folder;
    const Run run(folder / "run");
    run.begin("run", {"town", "added", "other"}, 4);
    LibraryReader reader(plenty);
    reader.open(made_results(folder, 1).front());
    const std::string file = reader.library().results.front()->key;
    reader.open(run.folder);
    run.part("run", "other", 0);
    run.part("run", "other", 1);
    reader.look_again();
    CHECK(keys_of(reader.library()) == std::vector{file}); // there is nothing to compare it with
    run.part("run", "town", 0);
    CHECK(reader.look_again());
    CHECK(keys_of(reader.library()) == std::vector{file, run.key("town"), run.key("other")});
    run.part("run", "added", 0);
    CHECK(reader.look_again());
    CHECK(keys_of(reader.library()) == std::vector{file, run.key("town"), run.key("added"), run.key("other")});
    CHECK(reader.library().find(run.key("other"))->replications == 2);
    CHECK_FALSE(reader.look_again());
}

TEST_CASE("where the first replication of a base has failed the options are shown without it", "[viewer]")
{
    const made::Folder folder;
    const Run run(folder / "run");
    run.begin("run", {"town", "other", "added"}, 4);
    run.part("run", "added", 0);
    run.part("run", "other", 0);
    LibraryReader reader(plenty);
    reader.open(run.folder);
    CHECK(reader.library().results.empty());
    write_whole_file(run.folder + "/.parts/failures.1.txt", "town\t1\tafbrudt\nhometown\t0\tafbrudt\n"); // not that one
    reader.look_again();
    CHECK(reader.library().results.empty());
    write_whole_file(run.folder + "/.parts/failures.1.txt", "other\t3\tafbrudt\ntown\t0\tafbrudt\n");
    CHECK(reader.look_again());
    CHECK(keys_of(reader.library()) == std::vector{run.key("other"), run.key("added")});
    CHECK_FALSE(reader.look_again());
}

TEST_CASE("a run whose plan is damaged while it is followed is told, and the rest goes on", "[viewer]")
{
    const made::Folder folder;
    const Run run(folder / "run");
    run.begin("run", {"town"}, 2);
    run.part("run", "town", 0);
    LibraryReader reader(plenty);
    reader.open(run.folder);
    write_whole_file(run.folder + "/.parts/manifest.json", "{");
    CHECK(reader.look_again());
    CHECK(reader.library().problems.size() == 1);
    CHECK(reader.library().results.size() == 1);
    CHECK_FALSE(reader.look_again());
}

TEST_CASE("a screen that cannot be read says so in place of loading for ever", "[viewer]")
{
    const made::Folder folder;
    const std::vector<std::string> paths = made_results(folder);
    Driver driver(paths);
    fs::remove(paths[0]);
    for (const Screen screen : {Screen::map, Screen::volunteers}) {
        driver.desk->act(GoTo{screen});
        driver.desk->settle();
        REQUIRE(driver.desk->shown().size() == 1);
        CHECK(driver.desk->shown().front()->sentence == words::cannot_be_read.da);
    }
}
