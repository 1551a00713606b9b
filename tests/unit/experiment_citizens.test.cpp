// SPDX-License-Identifier: MPL-2.0
#include "tests/support/catch.hpp"

#include "engine/base/units.hpp"
#include "engine/experiment/citizens.hpp"
#include "engine/io/citizen_words.hpp"

#include <array>

using namespace samspil;

namespace {

constexpr int weeks = 104;

struct Made {
    double citizens, klub, municipal, kr; ///< in the mean week; kr. of the whole period
};

KpiColumns columns_of(const std::array<Made, 2>& runs)
{
    KpiColumns columns(kpi_table().size(), std::vector<double>(runs.size(), 0.5));
    const auto at = [&](std::string_view kpi, std::size_t r) -> double& { return columns[*find_kpi(kpi)][r]; };
    for (std::size_t r = 0; r < runs.size(); ++r) {
        const Made& m = runs[r];
        at("reach.klub", r) = m.klub / m.citizens;
        at("reach.forebyggende", r) = 0.5 * m.municipal / m.citizens;
        at("reach.vedligeholdende_center", r) = 0.375 * m.municipal / m.citizens;
        at("reach.vedligeholdende_hjem", r) = 0.125 * m.municipal / m.citizens;
        at("reach.municipal", r) = m.municipal / m.citizens;
        at("cost.total", r) = m.kr;
        at("cost.net_per_participant_month", r) = m.kr / ((m.klub + m.municipal) * weeks * 12 / weeks_per_year);
    }
    return columns;
}

} // namespace

TEST_CASE("a difference of reach in citizens is that of the participants, though the number of citizens differs too")
{
    const KpiColumns base = columns_of({Made{50000, 1000, 2000, 1e8}, Made{51000, 1100, 1900, 9e7}});
    const KpiColumns option = columns_of({Made{50500, 1000, 2300, 2e8}, Made{50000, 900, 2100, 1e8}});
    const auto difference = [&](std::string_view kpi) { return difference_in_citizens(kpi_table()[*find_kpi(kpi)], base, option, weeks); };
    REQUIRE(difference("reach.municipal").has_value());
    CHECK(*difference("reach.municipal") == Approx((300 + 200) / 2.0));
    CHECK(*difference("reach.klub") == Approx(-100));
    CHECK_FALSE(difference("equity.reach_outside").has_value()); // a share of others
    CHECK_FALSE(difference("wait.mean.klub").has_value());
    // Nobody reached or nothing spent: not worked out, and nothing made up.
    const KpiColumns nobody = columns_of({Made{50000, 0, 0, 1e8}, Made{50000, 10, 10, 1e8}});
    CHECK_FALSE(difference_in_citizens(kpi_table()[*find_kpi("reach.municipal")], base, nobody, weeks).has_value());
    const KpiColumns free = columns_of({Made{50000, 10, 10, 0}, Made{50000, 10, 10, 1e8}});
    CHECK_FALSE(difference_in_citizens(kpi_table()[*find_kpi("reach.municipal")], base, free, weeks).has_value());
}

TEST_CASE("a difference in citizens is said with two digits, and says which way")
{
    CHECK(citizen_words(234.4, Language::da) == "ca. 230 borgere flere");
    CHECK(citizen_words(-12345, Language::da) == "ca. 12.000 borgere færre");
    CHECK(citizen_words(-12345, Language::en) == "about 12,000 citizens fewer");
    CHECK(citizen_words(99.7, Language::en) == "about 100 citizens more");
    CHECK(citizen_words(17.2, Language::da) == "ca. 17 borgere flere");
    CHECK(citizen_words(-1.2, Language::da) == "ca. 1 borger færre");
    CHECK(citizen_words(0.3, Language::da) == "under 1 borger");
}
