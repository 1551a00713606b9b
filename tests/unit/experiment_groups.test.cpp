// SPDX-License-Identifier: MPL-2.0
// Groups in a result file, in a comparison and in exported tables.
#include "engine/experiment/group_comparison.hpp"
#include "engine/io/comparison_report.hpp"
#include "engine/io/export.hpp"
#include "engine/io/same_bytes.hpp"
#include "engine/io/whole_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_result.hpp"

#include <algorithm>

using namespace samspil;
using Catch::Matchers::ContainsSubstring;

namespace {

GroupTable table(std::vector<std::string> members, std::vector<double> values, std::size_t replications)
{
    GroupTable made{Dimension::area, {"reach.klub"}, {}, replications, std::move(values)};
    for (std::string& id : members) made.members.push_back({id, {id, id}});
    return made;
}

const GroupDifference& of(const GroupComparison& comparison, const std::string& member)
{
    const auto found = std::find_if(comparison.rows.begin(), comparison.rows.end(), [&](const auto& row) { return row.member.id == member; });
    REQUIRE(found != comparison.rows.end());
    return *found;
}

} // namespace

TEST_CASE("Every KPI of groups has one row, and those of the whole keep their unit and direction")
{
    for (const GroupKpi& kpi : group_kpis()) {
        CAPTURE(kpi.about.id);
        CHECK(find_group_kpi(kpi.about.id) == &kpi);
        const auto whole = find_kpi(kpi.about.id);
        if (!whole) continue;
        CHECK(kpi_table()[*whole].unit == kpi.about.unit);
        CHECK(kpi_table()[*whole].direction == kpi.about.direction);
    }
    CHECK(dimension_from("age") == Dimension::age);
    CHECK_FALSE(dimension_from("colour"));
}

TEST_CASE("Groups read back as written, and parts carry them")
{
    const made::Folder folder;
    const Scenario town = made::town();
    auto written = made::replications(town, 2);
    write_result(folder / "town.h5", made::head(town, 2), written);
    const ResultFile file = open_result(folder / "town.h5");
    const GroupTable ages = file.groups(Dimension::age);
    REQUIRE(ages.members.size() == age_group_count);
    CHECK(ages.members[5] == GroupMember{"90+", {"90+ år", "90+"}});
    CHECK(ages.kpis.size() == group_kpis().size());
    CHECK(ages.by_replication("users", 2) == std::vector<double>{7008, 17008}); // row 1, entry 2 of dimension 7
    CHECK(file.groups(Dimension::centre).members[1].label.da == "=Søndervang");
    CHECK(file.groups(Dimension::district).members.empty());
    CHECK(file.groups(Dimension::sex, 1) == written[1].groups[8]);

    for (int r : {0, 1}) write_part(folder / ("p" + std::to_string(r)), made::head(town, 2), written[static_cast<std::size_t>(r)]);
    CHECK(open_result(folder / "p1").groups(Dimension::age).kpis.empty());
    merge_parts(folder / "merged.h5", made::head(town, 2), std::vector{folder / "p0", folder / "p1"});
    CHECK_FALSE(first_difference(file, open_result(folder / "merged.h5"), std::nullopt));
    CHECK_FALSE(first_difference(file, written[1]));
    written[1].groups[8][3] += 1;
    CHECK(first_difference(file, written[1])->dataset == "groups/sex");
}

TEST_CASE("Members are paired by name, whatever their order, and each gets its interval and its word")
{
    const GroupTable base = table({"west", "east", "gone"}, {0.1, 0.2, 0.3, 0.11, 0.21, 0.3, 0.12, 0.22, 0.3}, 3);
    const GroupTable option = table({"east", "west", "new"}, {0.20, 0.15, 9, 0.22, 0.17, 9, 0.21, 0.16, 9}, 3);
    const GroupComparison comparison = compare_groups(base, option);
    CHECK(comparison.rows.size() == 2);
    const KpiDifference& west = of(comparison, "west").difference;
    CHECK(*west.difference == Approx(0.05));
    CHECK(*west.ci_low < *west.difference);
    CHECK(west.n == 3);
    CHECK(west.verdict == Verdict::better);
    CHECK(of(comparison, "east").difference.verdict == Verdict::tie); // 0, 0.01, -0.01
    REQUIRE(comparison.only_in_one.size() == 2);
    CHECK(comparison.only_in_one[0].id == "gone");
    CHECK(comparison.only_in_one[1].id == "new");
    CHECK(count_apart(comparison, false).looked_at == 2);
    CHECK(count_apart(comparison, false).apart == 1);
    CHECK(count_apart(comparison, true).looked_at == 0); // not one of the KPIs on a screen

    CHECK_THAT(words_on_groups(comparison).en, ContainsSubstring("By area (organisation unit at the start"));
    ComparisonReport report;
    report.options.resize(1);
    report.options[0].groups.push_back(comparison);
    CHECK_THAT(comparison_json(report), ContainsSubstring("\"groups\":[{\"dimension\":\"area\",\"rows\":[{\"member\":\"west\",\"label\":"));
    CHECK_THAT(groups_section(comparison, Language::da), ContainsSubstring("kun i det ene resultat: gone"));
}

TEST_CASE("A number that is undefined in some replications is summed up over the others, and says so")
{
    const GroupSummary sum = summarise({1, no_prior, 3});
    CHECK(sum.mean == 2);
    CHECK(sum.n == 2);
    REQUIRE(sum.interval);
    CHECK(sum.interval->contains(2));
    CHECK(summarise({no_prior}).n == 0);
    CHECK_FALSE(summarise({5}).interval);
}

TEST_CASE("Groups are exported as one row a KPI and member")
{
    const made::Folder folder;
    const Scenario town = made::town();
    write_result(folder / "town.h5", made::head(town, 2), made::replications(town, 2));
    const ResultFile file = open_result(folder / "town.h5");
    export_csv(file, folder / "csv", CsvDialect::rfc4180);
    const std::string text = read_whole_file(folder / "csv/groups.csv");
    CHECK(text.starts_with("kpi,dimension,member,mean,low,high,n,unit,member_label_da,member_label_en\r\n"));
    std::size_t members = 0;
    for (std::size_t d = 0; d < dimension_count; ++d) members += file.groups(static_cast<Dimension>(d)).members.size();
    CHECK(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) == 1 + members * group_kpis().size());
    CHECK_THAT(text, ContainsSubstring("users,age,75-79,12008,")); // mean of 7008 and 17008
    CHECK_THAT(text, ContainsSubstring(",2,persons,75-79 år,75-79\r\n"));
}
