// SPDX-License-Identifier: MPL-2.0
// Answers come in the order of the question, are the same for any number of threads and after any stop, and one point
// that cannot be run never stops the others.
#include "engine/experiment/answering.hpp"
#include "engine/experiment/evaluation.hpp"
#include "engine/experiment/study_design.hpp"
#include "engine/io/scenario_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ranks_in_memory.hpp"

#include <bit>
#include <map>

using namespace samspil;

namespace {

/// The toy town for two counted weeks; option 1 has more places.
EvaluationSubject toy(bool same_options = false)
{
    EvaluationSubject subject;
    StudyFactor consider, places;
    consider.path = "assumptions.consider";
    consider.low = 0.2;
    consider.high = 1.5;
    places.path = "interventions.1.params.places";
    places.low = 3;
    places.high = 8;
    places.integer = true;
    places.acts_on = {0, 1};
    subject.factors = {consider};
    if (!same_options) subject.factors.push_back(places);
    subject.options = {"base", same_options ? "twin" : "more"};
    subject.seed = 7;
    subject.scenario = [same_options](std::size_t option, const StudyPoint& point) {
        const std::string folder = std::string(SAMSPIL_SOURCE_DIR) + "/scenarios/";
        Diagnostics found;
        std::vector<Override> sets{{"assumptions.consider", std::to_string(point.values[0])}};
        if (!same_options && option == 1) sets.push_back({"interventions.1.params.places", std::to_string(static_cast<int>(point.values[1]))});
        auto loaded = load_scenario(folder + (!same_options && option == 1 ? "legeby-flere-pladser.yaml" : "minimal.yaml"), sets, found);
        if (!loaded) throw PointRefused({"ugyldig", "invalid"});
        loaded->scenario.period.weeks = 12;
        return std::make_shared<const Scenario>(std::move(loaded->scenario));
    };
    return subject;
}

const std::vector<StudyPoint> points{{{0.5, 4}}, {{0.5, 6}}, {{1.2, 4}}};

bool same(const std::vector<double>& a, const std::vector<double>& b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](double x, double y) {
               return std::bit_cast<std::uint64_t>(x) == std::bit_cast<std::uint64_t>(y);
           });
}

struct Memory {
    std::map<std::pair<EvaluationKey, int>, std::vector<double>> kept;
    std::size_t recalled = 0, failed = 0;
    std::vector<EvaluationKey> order;
    EvaluationMemory door()
    {
        return {[this](const EvaluationKey& key, int r) -> std::optional<std::vector<double>> {
                    const auto found = kept.find({key, r});
                    if (found == kept.end()) return std::nullopt;
                    ++recalled;
                    return found->second;
                },
                [this](const EvaluationKey& key, int r, std::span<const double> kpis) {
                    order.push_back(key);
                    if (kpis.empty()) ++failed;
                    else kept[{key, r}].assign(kpis.begin(), kpis.end());
                }};
    }
};

const std::atomic<bool> never_stopped = false;

} // namespace

TEST_CASE("Values do not depend on threads, and what several points share is run once")
{
    const EvaluationSubject subject = toy();
    const Evaluation one = evaluate(subject, points, 3, Workers(1), {}, {}, never_stopped);
    const Evaluation three = evaluate(subject, points, 3, Workers(3), {}, {}, never_stopped);
    CHECK(same(one.values, three.values));
    CHECK(one.complete == 3);
    CHECK_FALSE(one.stopped);
    // Points 0 and 1 differ only in what the option does: the base there is one.
    CHECK(distinct(subject, points) == 5);
    CHECK(one.computed == 15);
    const std::size_t reach = *find_kpi("reach.municipal");
    CHECK(same(one.kpi(0, 0, reach), one.kpi(1, 0, reach)));
    CHECK_FALSE(same(one.kpi(0, 1, reach), one.kpi(1, 1, reach)));
    CHECK_FALSE(same(one.kpi(0, 0, reach), one.kpi(2, 0, reach)));
}

TEST_CASE("Values do not depend on which rank found them, and a point that is refused there is one refused here")
{
    EvaluationSubject subject = toy();
    const auto made = subject.scenario;
    subject.scenario = [made](std::size_t option, const StudyPoint& point) {
        if (option == 1 && point.values[0] == 1.2) throw PointRefused({"nej", "no"});
        return made(option, point);
    };
    const Evaluation alone = evaluate(subject, points, 3, Workers(1), {}, {}, never_stopped);
    REQUIRE(alone.failures.size() == 3);
    Memory memory;
    Answering answering(subject);
    test::RanksInMemory all(3, [&](const std::string&) -> Handler {
        return [&](std::string_view order, const Workers& workers, const std::atomic<bool>& stop) { return answering.report_on(order, workers, stop); };
    });
    all.crew.begin("", 1);
    const Evaluation shared = evaluate(subject, points, 3, Workers(1), memory.door(), {}, never_stopped, &all.crew);
    all.end(0);
    CHECK(same(alone.values, shared.values));
    CHECK(alone.failures == shared.failures);
    CHECK(shared.computed == alone.computed);
    CHECK(memory.kept.size() == alone.computed);
    CHECK_FALSE(shared.stopped);
}

TEST_CASE("An option that is its own base differs by exactly zero at every point")
{
    EvaluationSubject subject = toy(true);
    const std::vector<StudyPoint> line{{{0.3}}, {{1.4}}};
    const Evaluation answers = evaluate(subject, line, 2, Workers(2), {}, {}, never_stopped);
    CHECK(answers.computed == 8); // two names, so both are run
    for (std::size_t p = 0; p < line.size(); ++p) {
        for (std::size_t k = 0; k < kpi_table().size(); ++k) {
            for (const double difference : answers.paired(p, 1, k)) CHECK((difference == 0 || std::isnan(difference)));
        }
    }
}

TEST_CASE("Stopped anywhere, the rounds before are whole, and going on gives what an uninterrupted study gives")
{
    const EvaluationSubject subject = toy();
    const Evaluation whole = evaluate(subject, points, 3, Workers(1), {}, {}, never_stopped);
    for (const std::size_t after : {1U, 6U, 11U}) {
        Memory memory;
        std::atomic<bool> stop = false;
        EvaluationMemory door = memory.door();
        const auto keep = door.keep;
        door.keep = [&](const EvaluationKey& key, int r, std::span<const double> kpis) {
            keep(key, r, kpis);
            if (memory.kept.size() == after) stop = true;
        };
        const Evaluation part = evaluate(subject, points, 3, Workers(1), door, {}, stop);
        CHECK(part.stopped);
        CHECK(part.complete == static_cast<int>(memory.kept.size() / 5));
        const std::size_t known = memory.kept.size();
        const Evaluation rest = evaluate(subject, points, 3, Workers(2), memory.door(), {}, never_stopped);
        CHECK(rest.computed == 15 - known);
        CHECK(memory.recalled == known);
        CHECK(same(rest.values, whole.values));
    }
}

TEST_CASE("A point that cannot be run is listed with its cause, the rest is run, and it is tried again")
{
    EvaluationSubject subject = toy();
    bool broken = true;
    const auto scenario = subject.scenario;
    subject.scenario = [&](std::size_t option, const StudyPoint& point) {
        if (broken && option == 1 && point.values[1] == 6) throw PointRefused({"huset findes ikke", "no such house"});
        return scenario(option, point);
    };
    Memory memory;
    const Evaluation first = evaluate(subject, points, 2, Workers(2), memory.door(), {}, never_stopped);
    CHECK_FALSE(first.stopped);
    CHECK(first.complete == 0); // a round with a failure is not whole
    REQUIRE(first.failures.size() == 2);
    CHECK(first.failures[1] == EvaluationFailure{1, 1, 1, {"huset findes ikke", "no such house"}});
    CHECK(std::isnan(first.at(1, 1, 0, 0)));
    CHECK(memory.kept.size() == 8);
    CHECK(memory.failed == 2);
    broken = false;
    const Evaluation second = evaluate(subject, points, 2, Workers(2), memory.door(), {}, never_stopped);
    CHECK(second.failures.empty());
    CHECK(second.computed == 2);
    CHECK(second.complete == 2);
    CHECK(same(second.values, evaluate(subject, points, 2, Workers(1), {}, {}, never_stopped).values));
}

TEST_CASE("What costs most is begun first in every round, and the time left goes by cost; the values are the same")
{
    EvaluationSubject subject = toy(true);
    subject.options.resize(1);
    const std::vector<StudyPoint> sizes{{{0.5}}, {{1.0}}, {{0.8}}};
    const Evaluation even = evaluate(subject, sizes, 2, Workers(1), {}, {}, never_stopped);
    subject.cost_of = [](const StudyPoint& point) { return point.values[0] == 1.0 ? 98.0 : 1.0; };
    Memory memory;
    std::vector<double> left, seconds;
    const auto look = [&](const StudyProgress& progress) {
        left.push_back(progress.seconds_left);
        seconds.push_back(progress.seconds);
    };
    const Evaluation dear = evaluate(subject, sizes, 2, Workers(1), memory.door(), look, never_stopped);
    CHECK(same(even.values, dear.values));
    const auto key = [&](std::size_t p) { return key_of(subject, 0, sizes[p]); };
    CHECK(memory.order == std::vector{key(1), key(0), key(2), key(1), key(0), key(2)});
    REQUIRE(left.size() == 6);
    CHECK(left[0] == Approx(seconds[0] / 98 * 102)); // 98 of 200 are over
    CHECK(left[3] == Approx(seconds[3] / 198 * 2));
    CHECK(left[5] == 0);
}

TEST_CASE("What memory cannot keep ends the study with its error")
{
    EvaluationMemory full;
    full.keep = [](const EvaluationKey&, int, std::span<const double>) { throw std::runtime_error("disk full"); };
    CHECK_THROWS_WITH(evaluate(toy(), points, 2, Workers(2), full, {}, never_stopped), Catch::Matchers::ContainsSubstring("disk full"));
}

TEST_CASE("Shares of [0, 1] become values of the factor")
{
    StudyFactor range, whole, words, list;
    range.low = 0.1;
    range.high = 0.3;
    whole.low = 3;
    whole.high = 8;
    whole.integer = true;
    words.words = {"a", "b", "c"};
    list.values = {1, 5, 9};
    CHECK(value_at_share(range, 0) == 0.1);
    CHECK(value_at_share(range, 1) == 0.3);
    CHECK(value_at_share(whole, 0) == 3);
    CHECK(value_at_share(whole, 0.999) == 8);
    CHECK(value_at_share(whole, 1) == 8);
    CHECK(written_value(words, value_at_share(words, 0.5)) == "b");
    CHECK(value_at_share(list, 1) == 9);
    CHECK(written_value(whole, 5) == "5");
    CHECK(written_value(range, 0.30000000000000004) == "0.30000000000000004");
    const std::vector<StudyFactor> factors{whole, words};
    CHECK(grid_points(factors, 3).size() == 9);
    CHECK(grid_size(factors, 100) == 18);
    CHECK(one_at_a_time_points(factors, {{4, 0}}, 3).size() == 1 + 3 + 2);
}
