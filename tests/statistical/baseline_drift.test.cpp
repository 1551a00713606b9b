// SPDX-License-Identifier: MPL-2.0
// Ten unchanged years, year by year: use and waits move because the population ages. The same ten years with as many
// citizens at F3-F4 in the first year, in a population that does not age, stay where they are.
#include "tests/support/baseline.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

using namespace samspil;
using namespace samspil::baseline;

namespace {

constexpr int years = 10;

int replications()
{
    const char* wanted = std::getenv("SAMSPIL_REPLICATIONS");
    return wanted == nullptr ? 8 : std::max(2, std::atoi(wanted));
}

std::vector<Runs> year_by_year(const Scenario& scenario)
{
    std::vector<Runs> runs;
    for (int year = 1; year <= years; ++year) runs.emplace_back(only_year(scenario, year), replications());
    return runs;
}

void print(const std::vector<Runs>& runs)
{
    fmt::print("| year | 65-79 | 80+ | F3-F4 at home | klub | municipal | nursing home | use forebyggende | use center | wait forebyggende | "
               "wait center | volunteers | load | drop-out |\n");
    for (std::size_t y = 0; y < runs.size(); ++y) {
        const Runs& r = runs[y];
        fmt::print("| {} | {:.0f} | {:.0f} | {:.0f} | {:.4f} | {:.4f} | {:.4f} | {:.3f} | {:.3f} | {:.1f} | {:.1f} | {:.0f} | {:.3f} | {:.3f} |\n",
                   y + 1, r.mean("population.65_79"), r.mean("population.80plus"), r.frail_at_home(), r.mean("reach.klub"), r.mean("reach.municipal"),
                   r.mean("nursing_home.share"), r.mean("utilisation.forebyggende"), r.mean("utilisation.vedligeholdende_center"),
                   r.mean("wait.mean.forebyggende"), r.mean("wait.mean.vedligeholdende_center"), r.mean("volunteers.stock"),
                   r.mean("volunteers.load"), r.mean("continuity.dropout_12w"));
    }
}

double change(const std::vector<Runs>& runs, std::string_view kpi)
{
    // Mean of the last two years over the mean of the first two.
    return (runs[8].mean(kpi) + runs[9].mean(kpi)) / (runs[0].mean(kpi) + runs[1].mean(kpi)) - 1;
}

/// The same in the KPI's unit, with its standard error over replications (years taken as independent).
worlds::Estimate rise(const std::vector<Runs>& runs, std::string_view kpi)
{
    worlds::Estimate found;
    for (const std::size_t y : {0U, 1U, 8U, 9U}) {
        const Moments of_year = runs[y].of(kpi);
        found.mean += (y < 2 ? -0.5 : 0.5) * of_year.mean();
        found.se += 0.25 * of_year.variance() / static_cast<double>(of_year.count());
    }
    found.se = std::sqrt(found.se);
    fmt::print("{} rises by {:.2f}, standard error {:.2f}\n", kpi, found.mean, found.se);
    return found;
}

} // namespace

TEST_CASE("Ten unchanged years drift with the ageing population, and hardly at all without ageing", "[slow][drift]")
{
    const Scenario scenario = aarhus();
    const auto ageing = year_by_year(scenario);
    print(ageing);
    constexpr double guess = 1000;
    const double frail = Runs(only_year(without_ageing(scenario, guess), 1), 2).frail_at_home();
    const auto still = year_by_year(without_ageing(scenario, guess * ageing[0].frail_at_home() / frail));
    print(still);
    CHECK(ageing[9].mean("population.80plus") > 1.3 * ageing[0].mean("population.80plus"));
    CHECK(change(ageing, "utilisation.vedligeholdende_center") > 0.02);
    // Waits vary from year to year: it is shown that they rise with age, and not shown that they rise by half a week without (each is
    // wrong by chance at most in one of forty towns).
    const auto with_age = rise(ageing, "wait.mean.vedligeholdende_center"), without_age = rise(still, "wait.mean.vedligeholdende_center");
    CHECK(with_age.mean - 2 * with_age.se > 0);
    CHECK(without_age.mean - 2 * without_age.se < 0.5);
    CHECK(std::abs(still[9].mean("population.80plus") / still[0].mean("population.80plus") - 1) < 0.03);
    CHECK(still[0].frail_at_home() == Approx(ageing[0].frail_at_home()).epsilon(0.02));
    for (const auto kpi : {"reach.klub", "reach.municipal", "utilisation.forebyggende", "utilisation.vedligeholdende_center", "volunteers.stock"}) {
        INFO(kpi << " moved by " << change(still, kpi));
        CHECK(std::abs(change(still, kpi)) < 0.10);
    }
}
