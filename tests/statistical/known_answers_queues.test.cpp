// SPDX-License-Identifier: MPL-2.0
// V7-V11 of docs/model.md 9.1: queues against Erlang's formulas, computed here. At least 10,000 independent units,
// each started from its stationary distribution, because near full use a unit relaxes over thousands of weeks.
// Tolerance: 3 standard errors over units (one right engine in 370 would fail a comparison were the seed random) and,
// for mean waits, the week that a weekly grid may add.
// The weekly grid: stays are whole weeks, so their hazard is chosen to give the stated mean exactly; arrivals of a week
// are offered the places that fell vacant up to that week.
#include "tests/support/catch.hpp"
#include "tests/support/queues.hpp"
#include "tests/support/worlds.hpp"

#include <cmath>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr int units = 10000;
constexpr int batch = 2500;
constexpr double grid_week = 1.0;

struct Erlang {
    double offered; ///< arrivals x stay
    int places;
    double refused() const ///< Erlang B: arrivals that find no place when nobody waits
    {
        double b = 1;
        for (int n = 1; n <= places; ++n) b = offered * b / (n + offered * b);
        return b;
    }
    double waits() const ///< Erlang C: share of arrivals that wait
    {
        const double b = refused();
        return b / (1 - offered / places * (1 - b));
    }
    double mean_wait(double stay) const { return waits() * stay / (places - offered); }

    /// Chances of n persons present; beyond the places only with a queue.
    std::vector<double> present(bool with_queue) const
    {
        std::vector<double> chances{1};
        double all = 1;
        const int most = with_queue ? places + static_cast<int>(60 / (1 - offered / places)) : places;
        for (int n = 1; n <= most; ++n) {
            chances.push_back(chances.back() * offered / std::min(n, places));
            all += chances.back();
        }
        for (double& chance : chances) chance /= all;
        return chances;
    }
};

struct Case {
    double arrivals, stay;
    int places;
    int weeks; ///< of arrivals
    Erlang erlang() const { return {arrivals * stay, places}; }
    QueuePlan plan(int count) const
    {
        QueuePlan plan;
        plan.units = count;
        plan.places = places;
        plan.arrivals = arrivals;
        plan.stay = stay;
        plan.at_start = erlang().present(true);
        plan.weeks = weeks;
        return plan;
    }
};

// The first two rows of V8 take 50 weeks as the unit of time.
constexpr Case single{0.9 / 50, 50, 1, 400};
constexpr Case ten{8.0 / 50, 50, 10, 100};
constexpr Case forty{0.35, 104, 40, 60};
constexpr Case near_full{0.37, 104, 40, 40};
constexpr Case pooled{3 * 0.37, 104, 120, 40};

std::vector<double> minus(const std::vector<double>& a, const std::vector<double>& b, double weeks)
{
    std::vector<double> result(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) result[i] = (a[i] - b[i]) / weeks;
    return result;
}

} // namespace

TEST_CASE("V8: shares that wait and mean waits are Erlang's")
{
    struct Stated {
        Case queue;
        double waits, mean_wait;
    };
    for (const Stated& stated : {Stated{single, 0.9, 450}, Stated{ten, .4092, 10.25}, Stated{forty, .4556, 13.16}}) {
        const Erlang erlang = stated.queue.erlang();
        CHECK(erlang.waits() == Approx(stated.waits).margin(0.00005));
        CHECK(erlang.mean_wait(stated.queue.stay) == Approx(stated.mean_wait).epsilon(0.002));
        const Queues seen = run_queues(stated.queue.plan(units), {2021, 100}, batch);
        const Estimate wait = ratio_of(seen.waited_weeks, seen.persons);
        const Estimate share = ratio_of(seen.had_to_wait, seen.persons);
        INFO("places " << stated.queue.places << ": waits " << share.mean << " +- " << share.se << ", mean wait " << wait.mean
                       << " +- " << wait.se << ", expected " << erlang.mean_wait(stated.queue.stay));
        CHECK(seen.most_taken_over_places <= 0);
        CHECK(share.holds(erlang.waits()));
        CHECK(wait.holds(erlang.mean_wait(stated.queue.stay), grid_week));
    }
}

TEST_CASE("V7: Little's law holds for the queue and for the stay")
{
    for (const Case& queue : {ten, forty}) {
        const Queues seen = run_queues(queue.plan(units), {2021, 200}, batch);
        // Persons in the queue on average, less arrivals x their mean wait: nothing but what the ends of the time leave.
        const Estimate rest = mean_of(minus(seen.queue_weeks, seen.waited_weeks, queue.weeks));
        const Estimate users = mean_of(minus(seen.user_weeks, std::vector<double>(units, 0.0), queue.weeks));
        const Estimate waiting = mean_of(minus(seen.queue_weeks, std::vector<double>(units, 0.0), queue.weeks));
        const double lambda_w = queue.arrivals * queue.erlang().mean_wait(queue.stay);
        INFO("places " << queue.places << ": L - lambda W " << rest.mean << " +- " << rest.se << ", L " << waiting.mean << " (" << lambda_w
                       << "), users " << users.mean << " +- " << users.se << " (" << queue.arrivals * queue.stay << ")");
        CHECK(rest.holds(0));
        CHECK(waiting.holds(lambda_w, queue.arrivals * grid_week));
        CHECK(users.holds(queue.arrivals * queue.stay));
    }
}

TEST_CASE("V7: until the last has a place, weeks counted in the queue are exactly the weeks that people waited")
{
    const Queues seen = run_queues(ten.plan(500), {2021, 300});
    double waited = 0;
    for (const Week wait : seen.wait_of) {
        REQUIRE(wait != never);
        waited += wait;
    }
    CHECK(waited > 1000);
    CHECK(seen.all_queue_weeks == waited);
}

namespace {

/// Share refused on the weekly grid: of n present each goes with chance 1 / stay, then a Poisson number comes and the
/// places that are free are taken. A chain of places + 1 states, iterated to rest.
double refused_on_grid(double arrivals, double stay, int places)
{
    const auto size = static_cast<std::size_t>(places) + 1;
    std::vector<double> now(size, 1.0 / static_cast<double>(size));
    double refused = 0;
    for (int round = 0; round < 200 * static_cast<int>(stay); ++round) {
        std::vector<double> left(size, 0.0), next(size, 0.0);
        for (std::size_t n = 0; n < size; ++n) {
            double chance = std::pow(1 - 1 / stay, static_cast<double>(n)); // of k = 0 going
            for (std::size_t k = 0; k <= n; ++k) {
                left[n - k] += now[n] * chance;
                chance *= static_cast<double>(n - k) / static_cast<double>(k + 1) / (stay - 1);
            }
        }
        refused = 0;
        for (std::size_t n = 0; n < size; ++n) {
            double chance = std::exp(-arrivals);
            for (std::size_t k = 0; k <= 30; ++k) {
                const std::size_t room = size - 1 - n;
                next[n + std::min(k, room)] += left[n] * chance;
                if (k > room) refused += left[n] * chance * static_cast<double>(k - room);
                chance *= arrivals / static_cast<double>(k + 1);
            }
        }
        now = next;
    }
    return refused / arrivals;
}

} // namespace

TEST_CASE("V9: when nobody waits the share refused is Erlang's B")
{
    // With stays of 500 weeks the grid is fine enough for Erlang's own number; with 50 it costs 0.007, and the chain on
    // the grid, solved by itself, says so.
    for (const double stay : {500.0, 50.0}) {
        const Case queue{10 / stay, stay, 10, static_cast<int>(2 * stay)};
        const Erlang erlang = queue.erlang();
        CHECK(erlang.refused() == Approx(.21458).margin(0.000005));
        const double on_grid = refused_on_grid(queue.arrivals, stay, queue.places);
        CHECK(on_grid < erlang.refused());
        CHECK(erlang.refused() - on_grid < 0.4 / stay);
        QueuePlan plan = queue.plan(units);
        plan.at_start = erlang.present(false);
        plan.gives_up = true;
        const Queues seen = run_queues(plan, {2021, 400}, batch);
        const Estimate refused = ratio_of(seen.refused, seen.persons);
        INFO("stay " << stay << ": refused " << refused.mean << " +- " << refused.se << ", on the grid " << on_grid);
        CHECK(seen.most_taken_over_places <= 0);
        CHECK(refused.holds(on_grid));
        if (stay == 500.0) CHECK(refused.holds(erlang.refused()));
    }
}

TEST_CASE("V10: home courses last 13 weeks, and with places for all there are 13 times as many as begin in a week")
{
    constexpr int seen_weeks = 60;
    QueuePlan plan;
    plan.units = 1000;
    plan.places = 1000;
    plan.arrivals = 0.5;
    plan.stay = 2; // not used by the home offer
    plan.weeks = seen_weeks;
    plan.offer = Offer::vedligeholdende_hjem;
    plan.at_start = {1};
    const Queues seen = run_queues(plan, {2021, 500});
    // The house is empty at week 0, so week w <= 12 holds the courses of w weeks: 13 - w are missing.
    constexpr double missing = 12.0 * 13 / 2;
    const Estimate users = mean_of(minus(seen.user_weeks, std::vector<double>(1000, 0.0), 1));
    const double expected = plan.arrivals * (13 * seen_weeks - missing);
    INFO("user weeks " << users.mean << " +- " << users.se << ", expected " << expected);
    CHECK(users.holds(expected));
    std::size_t over = 0, other = 0;
    for (const Week stay : seen.stay_of) {
        if (stay == never) continue;
        ++over;
        if (stay != 13) ++other;
    }
    CHECK(over > 20000);
    CHECK(other == 0);
}

TEST_CASE("V11: three units near full use wait 50 weeks apart and 13 together")
{
    constexpr int triples = 3400;
    const double apart = near_full.erlang().mean_wait(near_full.stay), together = pooled.erlang().mean_wait(pooled.stay);
    CHECK(apart == Approx(50.4).margin(0.05));
    CHECK(together == Approx(13.1).margin(0.05));
    const Queues separate = run_queues(near_full.plan(3 * triples), {2021, 600}, batch);
    const Queues one = run_queues(pooled.plan(triples), {2021, 700}, batch / 2);
    const Estimate wait_apart = ratio_of(separate.waited_weeks, separate.persons);
    const Estimate wait_together = ratio_of(one.waited_weeks, one.persons);
    INFO("apart " << wait_apart.mean << " +- " << wait_apart.se << " (" << apart << "), together " << wait_together.mean << " +- "
                  << wait_together.se << " (" << together << ")");
    CHECK(wait_apart.holds(apart, grid_week));
    CHECK(wait_together.holds(together, grid_week));
}
