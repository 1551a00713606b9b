// SPDX-License-Identifier: MPL-2.0
// Citizen by citizen the differences between two options add up to the aggregates: exactly, for every offer.
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"

#include "engine/experiment/who_changes.hpp"

#include <numeric>
#include <set>

#include <fmt/format.h>

using namespace samspil;
using namespace samspil::options;

namespace {

const std::atomic<bool> go_on{false};

PersonsOfReplication persons(const Scenario& base, const Scenario& option, int replication = 0, const Workers& workers = {})
{
    auto found = persons_of(std::make_shared<const Premises>(base), std::make_shared<const Premises>(option), base.run.seed, replication, workers, go_on);
    REQUIRE(found);
    return std::move(*found);
}

double kpi(const ReplicationResult& result, const std::string& id) { return result.kpis[find_kpi(id).value()]; }

/// The sums over citizens against results of an ordinary run, which follows no citizen more than any other does.
void check_against_results(const PersonsOfReplication& found, const ReplicationResult& base, const ReplicationResult& option)
{
    const auto side = [&](const ReplicationResult& result, auto weeks_of_side, std::int64_t there) {
        std::array<std::int64_t, offer_count> sum{};
        for (const PersonChange& person : found.persons) {
            for (std::size_t o = 0; o < offer_count; ++o) sum[o] += weeks_of_side(person).weeks[o];
        }
        CHECK(sum == weeks_by_offer(result.series[0]));
        for (const Offer offer : offers) {
            const std::string id(id_of(offer));
            INFO(id);
            CHECK(kpi(result, "reach." + id) == static_cast<double>(sum[index_of(offer)]) / static_cast<double>(there));
        }
    };
    REQUIRE(series_table()[0].id == "users");
    side(base, [](const PersonChange& p) -> const PersonWeeks& { return p.base; }, found.counts.base_there);
    side(option, [](const PersonChange& p) -> const PersonWeeks& { return p.option; }, found.counts.option_there);
    CHECK(found.counts.agrees());
}

/// Every table of the counts is the same citizens and the same weeks.
void check_tables(const PersonCounts& counts)
{
    const GainLoss& all = counts.all[all_offers];
    CHECK(std::accumulate(counts.by_size.begin(), counts.by_size.end(), std::int64_t{0}) == all.persons);
    CHECK(std::accumulate(counts.parted_by_year.begin(), counts.parted_by_year.end(), std::int64_t{0}) == counts.parted);
    for (std::size_t d = 0; d < person_dimension_count; ++d) {
        GainLoss sum;
        for (const GainLoss& member : counts.by_member[d]) sum.add(member);
        CHECK(sum == all);
    }
    GainLoss by_cause;
    for (const GainLoss& cause : counts.by_cause) by_cause.add(cause);
    CHECK(by_cause.persons == counts.parted);
    CHECK(by_cause.difference() == all.difference()); // nobody's weeks differ whose life does not part
    CHECK(by_cause.same() == counts.parted_same);
    std::int64_t offers_together = 0;
    for (std::size_t m = first_offer; m < person_measure_count; ++m) {
        const std::size_t o = m - first_offer;
        CHECK(counts.all[m].difference() == counts.option_weeks[o] - counts.base_weeks[o]);
        offers_together += counts.all[m].difference();
    }
    CHECK(offers_together == all.difference());
}

void check_pair(const Scenario& base, const Scenario& option, int replication)
{
    const PersonsOfReplication found = persons(base, option, replication);
    const auto results = run_together({&base, &option}, {replication + 1, Workers(), 8192, 0.005});
    check_against_results(found, results[0].at(static_cast<std::size_t>(replication)), results[1].at(static_cast<std::size_t>(replication)));
    check_tables(found.counts);
    CHECK(found.counts.parted > 0);
}

} // namespace

TEST_CASE("who changes: the citizens of a toy town add up to the series and to the reach KPIs, whatever the option does")
{
    const Scenario base = toy();
    Scenario option = base;
    SECTION("a dated change of places, within a shared past")
    {
        Intervention& more = intervene(option, InterventionType::change_places);
        more.centre = "lc-norrevang";
        more.offer = static_cast<int>(index_of(Offer::klub));
        more.places = 2;
    }
    SECTION("a house that closes") { intervene(option, InterventionType::close_centre).centre = "lc-norrevang"; }
    SECTION("another assumption from week 0: nothing shared") { option.assumptions.detour *= 2; }
    SECTION("another visitation rule") { intervene(option, InterventionType::visitation_rule).rule = VisitationRule::exact; }
    check_pair(base, option, 1);
}

TEST_CASE("who changes: everything at once, and citizens who take over a row, add up too")
{
    Scenario base = an_eventful_town(), option = base;
    base.interventions.clear();
    SECTION("a closed roster") {}
    SECTION("replacement at 65") { base.assumptions.entry = option.assumptions.entry = Entry::replacement; }
    check_pair(base, option, 0);
}

TEST_CASE("who changes: a scenario against itself changes nobody")
{
    const Scenario town = toy();
    const PersonCounts counts = persons(town, town).counts;
    CHECK(counts.parted == 0);
    for (const GainLoss& measure : counts.all) CHECK(measure.same() == measure.persons);
    CHECK(counts.all[all_offers].persons > 100);
    CHECK(counts.by_size[size_class(0)] == counts.all[all_offers].persons);
}

TEST_CASE("who changes: the other way round gains are losses")
{
    const Scenario base = big_toy();
    Scenario option = base;
    Intervention& more = intervene(option, InterventionType::change_places);
    more.centre = "lc-norrevang";
    more.offer = static_cast<int>(index_of(Offer::forebyggende));
    more.places = 60;
    const PersonCounts there = persons(base, option).counts, back = persons(option, base, 0, Workers(2)).counts;
    CHECK(there.all[all_offers].gain > 0);
    for (std::size_t m = 0; m < person_measure_count; ++m) {
        CHECK(there.all[m].gain == back.all[m].lose);
        CHECK(there.all[m].weeks_gained == back.all[m].weeks_lost);
        CHECK(there.all[m].lose == back.all[m].gain);
    }
    for (std::size_t s = 0; s < size_class_count; ++s) CHECK(there.by_size[s] == back.by_size[size_class_count - 1 - s]);
}

TEST_CASE("who changes: several replications are the sum of each")
{
    const Scenario base = toy();
    Scenario option = base;
    intervene(option, InterventionType::close_centre).centre = "lc-norrevang";
    const WhoChanges who = who_changes({&base, &option, base.run.seed, 3, {}, {}}, Workers(2), go_on);
    REQUIRE(who.replications.size() == 3);
    PersonCounts sum;
    for (int r = 0; r < 3; ++r) sum.add(persons(base, option, r).counts);
    CHECK(who.sum().all == sum.all);
    CHECK(who.sum().by_member == sum.by_member);
    CHECK(who.sum().by_size == sum.by_size);
    CHECK(who.sum().agrees());
}

TEST_CASE("who changes: where assumptions differ by replication, each pair is of its own scenarios")
{
    const Scenario base = toy();
    Scenario option = base;
    intervene(option, InterventionType::close_centre).centre = "lc-norrevang";
    const auto drawn = [&](std::size_t side, int replication) {
        auto scenario = std::make_shared<Scenario>(side == 0 ? base : option);
        scenario->assumptions.detour = 1.2 + 0.1 * replication;
        return std::shared_ptr<const Scenario>(std::move(scenario));
    };
    const WhoChanges who = who_changes({&base, &option, base.run.seed, 2, {}, drawn}, Workers(), go_on);
    REQUIRE(who.replications.size() == 2);
    for (int r = 0; r < 2; ++r) CHECK(who.replications[static_cast<std::size_t>(r)].all == persons(*drawn(0, r), *drawn(1, r), r).counts.all);
}

TEST_CASE("who changes: in Aarhus three districts agree with the aggregates to the person")
{
    const Scenario base = options::aarhus("basis.yaml", 52, 78), option = options::aarhus("tre-distrikter.yaml", 52, 78);
    const PersonsOfReplication found = persons(base, option, 0, Workers(2));
    const auto results = run_together({&base, &option}, {1, Workers(2), 8192, 0});
    check_against_results(found, results[0][0], results[1][0]);
    check_tables(found.counts);
    CHECK(found.persons.size() > 50000);
    CHECK(found.counts.parted > 100);
}

TEST_CASE("who changes: in the full run of Aarhus three districts agree with the aggregates to the person", "[slow]")
{
    const Scenario base = load("aarhus/basis.yaml"), option = load("aarhus/tre-distrikter.yaml");
    const auto results = run_together({&base, &option}, {2, Workers(2), 8192, 0});
    for (int r = 0; r < 2; ++r) {
        const PersonsOfReplication found = persons(base, option, r, Workers(2));
        check_against_results(found, results[0][static_cast<std::size_t>(r)], results[1][static_cast<std::size_t>(r)]);
        check_tables(found.counts);
    }
}
