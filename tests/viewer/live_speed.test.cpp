// SPDX-License-Identifier: MPL-2.0
// How long a person waits for Aarhus; run by hand (test_viewer "[speed]") on a machine that does nothing else.
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"
#include "viewer/live/live_study.hpp"

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <thread>

#include <fmt/format.h>

using namespace samspil;
using namespace samspil::viewer;
using namespace std::chrono_literals;
using Watch = std::chrono::steady_clock;

namespace {

double seconds_since(Watch::time_point start) { return std::chrono::duration<double>(Watch::now() - start).count(); }

/// Looks 60 times a second as the window does, until all replications are done; the longest look.
struct Watched {
    double early = 0, two_pairs = 0, all = 0, longest_look = 0;
    double cpu_two_pairs = 0, cpu_all = 0; ///< seconds of all threads, for a machine that does other things too
};

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

Watched watch(const LiveStudy& study, const LoadedScenario& scenario, int replications, Watch::time_point start)
{
    Watched seen;
    const double cpu = cpu_seconds();
    for (;;) {
        const auto before = Watch::now();
        const auto view = study.view();
        seen.longest_look = std::max(seen.longest_look, seconds_since(before));
        if (!view->sides.empty() && view->sides.back().scenario.get() == &scenario) {
            if (seen.early == 0 && !view->early.empty() && view->sides.back().early_answer_seconds > 0) seen.early = seconds_since(start);
            if (seen.two_pairs == 0 && view->sides.back().done >= 2) {
                seen.two_pairs = seconds_since(start);
                seen.cpu_two_pairs = cpu_seconds() - cpu;
            }
            if (view->sides.back().done == replications) {
                seen.all = seconds_since(start);
                seen.cpu_all = cpu_seconds() - cpu;
                return seen;
            }
        }
        std::this_thread::sleep_for(16ms);
    }
}

} // namespace

TEST_CASE("Aarhus on all cores: how long until two pairs, until twenty", "[.][speed]")
{
    Diagnostics found;
    auto read = load_scenario(std::string(SAMSPIL_SOURCE_DIR) + "/scenarios/aarhus/basis.yaml", {}, found);
    REQUIRE(read);
    const auto base = std::make_shared<const LoadedScenario>(std::move(*read));
    const char* asked = std::getenv("SAMSPIL_SPEED_REPLICATIONS");
    const int replications = asked != nullptr ? std::atoi(asked) : 20;
    std::string report =
        fmt::format("{} threads, {} replications\n", std::thread::hardware_concurrency(), replications);
    LiveStudy study({.replications = replications});
    auto start = Watch::now();
    study.set_base(base);
    const Watched of_base = watch(study, *base, replications, start);
    report += fmt::format("base: two {:.2f} s, all {:.2f} s (CPU {:.1f} and {:.1f} s)\n", of_base.two_pairs,
                          of_base.all, of_base.cpu_two_pairs, of_base.cpu_all);
    for (const auto& [weeks, places] : {std::pair{52, 60}, {52, 50}, {12, 60}, {260, 60}, {260, 50}}) {
        auto option = std::make_shared<LoadedScenario>(*base);
        Intervention& change = options::intervene(option->scenario, InterventionType::change_places, weeks);
        change.centre = "dc-nord";
        change.offer = static_cast<int>(index_of(Offer::forebyggende));
        change.places = places;
        start = Watch::now();
        study.set_option(1, option);
        const double asking = seconds_since(start);
        const Watched of_option = watch(study, *option, replications, start);
        const LiveSide side = study.view()->sides.back();
        report += fmt::format("{} places from week {}: two years of two pairs {:.2f} s, two pairs {:.2f} s, all {:.2f} s (CPU {:.1f} and {:.1f} s); {} "
                              "weeks taken from kept states; "
                              "asked in {:.2f} ms, longest look {:.2f} ms\n",
                              places, weeks, of_option.early, of_option.two_pairs, of_option.all, of_option.cpu_two_pairs, of_option.cpu_all,
                              side.shared_weeks, asking * 1000, of_option.longest_look * 1000);
        CHECK(side.done == replications);
        CHECK(of_option.longest_look < 0.016);
        CHECK(asking < 0.016);
    }
    WARN(report);
}
