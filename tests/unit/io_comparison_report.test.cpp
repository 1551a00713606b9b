// SPDX-License-Identifier: MPL-2.0
// The comparison as JSON and as a page: whole, escaped, and honest about what is undefined.
#include "engine/io/comparison_report.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/html.hpp"
#include "tests/support/catch.hpp"

#include <limits>

#include <nlohmann/json.hpp>

using namespace samspil;
using Catch::Matchers::ContainsSubstring;

namespace {

KpiColumns runs(double shift)
{
    KpiColumns columns(kpi_table().size());
    for (std::size_t k = 0; k < columns.size(); ++k)
        for (std::size_t r = 0; r < 20; ++r)
            columns[k].push_back(5.0 + static_cast<double>((3 * r + k) % 7) +
                                 shift * (1.0 + 0.1 * static_cast<double>(r % 3)));
    columns[0][2] = std::numeric_limits<double>::quiet_NaN();
    return columns;
}

ComparisonReport report(const std::string& title)
{
    ComparisonReport made;
    made.base.title = {"Basis", "Base"};
    made.base.id = "basis";
    made.base.replications = 20;
    made.start = "2021-01-04";
    made.frame = {2021, 18631, 520, 312};
    ReportOption option;
    option.side.title = {title, title};
    option.side.description = {title, title};
    option.differs.push_back({title, title});
    option.notes.push_back({title, title});
    const auto goals = goals_or_headline({});
    option.kpis = compare_runs(runs(0), runs(0.37), goals);
    option.headline = headline(option.side.title, option.kpis, nullptr);
    made.options.push_back(option);
    made.evidence =
        evidences_of({{title, {title, title}, {title, title}, title, "7.3", "assumed"}}, option.kpis, false);
    made.command = title;
    return made;
}

} // namespace

TEST_CASE("the JSON of a comparison parses and says null where a KPI is undefined")
{
    const std::string nasty = "a \"quoted\" \\ title\nwith\ta tab and \x01";
    const auto json = nlohmann::json::parse(comparison_json(report(nasty)));
    CHECK(json["covers"] == "chance");
    CHECK(json["base"]["weeks"] == 520);
    const auto& option = json["options"][0];
    CHECK(option["title"]["da"] == nasty);
    const auto& kpis = option["kpis"];
    REQUIRE(kpis.size() == kpi_table().size() + 1);
    CHECK(kpis[0]["difference"].is_null());
    CHECK(kpis[0]["verdict"].is_null());
    for (const auto& kpi : kpis) {
        for (const auto key :
             {"kpi", "unit", "base", "option", "difference", "ci_low", "ci_high", "n", "share_above", "verdict"})
            CHECK(kpi.contains(key));
        if (kpi["difference"].is_null()) continue;
        CHECK(kpi["ci_low"].get<double>() <= kpi["difference"].get<double>());
        CHECK(kpi["difference"].get<double>() <= kpi["ci_high"].get<double>());
    }
}

TEST_CASE("JSON numbers read back as the same doubles")
{
    const ComparisonReport made = report("x");
    const auto json = nlohmann::json::parse(comparison_json(made));
    for (std::size_t k = 1; k < kpi_table().size(); ++k)
        CHECK(json["options"][0]["kpis"][k]["difference"].get<double>() == *made.options[0].kpis[k].difference);
}

TEST_CASE("a name cannot become markup on the page")
{
    const std::string attack = "<script>alert('x')</script>\"><img src=x onerror=\"y\">&amp;";
    for (const Language language : {Language::da, Language::en}) {
        const std::string page = comparison_page(report(attack), language);
        CHECK(page.find("<script") == std::string::npos);
        CHECK(page.find("<img") == std::string::npos);
        CHECK_THAT(page, ContainsSubstring("&lt;script&gt;alert(&#39;x&#39;)"));
        CHECK_THAT(page, ContainsSubstring("&amp;amp;"));
    }
    CHECK(escaped("a\x02z") == "a\xEF\xBF\xBDz");
}

TEST_CASE("the page stands alone, says its language and heads its tables")
{
    const std::string page = comparison_page(report("Tre distrikter"), Language::da);
    CHECK_THAT(page, ContainsSubstring("<html lang=\"da\">") && ContainsSubstring("scope=\"row\"") &&
                         ContainsSubstring("scope=\"col\""));
    CHECK_THAT(page, ContainsSubstring("role=\"img\"") && ContainsSubstring("<figcaption>"));
    CHECK_THAT(page, ContainsSubstring("kun tilfældighed ved faste antagelser"));
    CHECK_THAT(page, ContainsSubstring("Hvad modellen ikke kan"));
    for (const auto outside : {"http:", "https:", "src=", "@import", "url("})
        CHECK(page.find(outside) == std::string::npos);
    CHECK(page.find("nan") == std::string::npos);
    CHECK_THAT(comparison_page(report("Three districts"), Language::en),
               ContainsSubstring("<html lang=\"en\">") && ContainsSubstring("chance only"));
}

TEST_CASE("figures follow the language and carry the digits of their interval")
{
    CHECK(grouped(1234567.891, 1, Language::da) == "1.234.567,9");
    CHECK(grouped(1234567.891, 1, Language::en) == "1,234,567.9");
    CHECK(grouped(-0.04, 1, Language::da) == "0,0");
    CHECK(grouped(-999.96, 1, Language::da) == "−1.000,0");
    KpiDifference d;
    d.kpi = &kpi_table()[*find_kpi("cost.total")];
    d.base = 812345678.0;
    d.difference = -2345678.0;
    d.ci_low = -3000000.0;
    d.ci_high = -1691356.0;
    d.n = 20;
    d.share_above = 0.1;
    const DifferenceWords words = in_words(d, Language::da);
    CHECK(words.base == "812,35 mio. kr.");
    CHECK(words.difference == "−2,35 mio. kr.");
    CHECK(words.interval == "−3,00 til −1,69");
    CHECK(words.share_above == "2 af 20 gentagelser");
    CHECK(plain_figure(0.035, Language::da) == "0,035");
    CHECK(plain_figure(1200000, Language::da) == "1.200.000");
    CHECK(unit_in_words("kr/year", Language::da) == "kr/år");
}
