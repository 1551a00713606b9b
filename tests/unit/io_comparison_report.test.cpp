// SPDX-License-Identifier: MPL-2.0
// The comparison as JSON and as a page: whole, escaped, and honest about what is undefined.
#include "engine/io/comparison_report.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/html.hpp"
#include "engine/model/intervention_notes.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenario_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <set>
#include <sstream>

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
    option.headline = headline(option.side.title, option.kpis, nullptr, covers_chance);
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

TEST_CASE("every figure that may be a goal says what it hangs on, and only what balance solves is called solved")
{
    std::vector<KpiDifference> all;
    for (const Kpi& kpi : kpi_table()) {
        KpiDifference one;
        one.kpi = &kpi;
        one.goal = true;
        all.push_back(one);
    }
    Assumption solved, other;
    solved.key = "ASC_vedligeholdende_hjem"; // moves with another
    solved.source = "7.8, 8.1";
    other.key = "nh_load";
    other.source = "7.15, 8.1";
    const Evidences found = evidences_of({solved, other}, all, false);
    std::set<std::string_view> with;
    for (const GoalGround& ground : found.goals) with.insert(ground.kpi->id);
    for (const Kpi& kpi : kpi_table()) {
        INFO(kpi.id);
        CHECK(with.contains(kpi.id));
    }
    REQUIRE(found.solved.size() == 1);
    CHECK(found.solved[0].key == solved.key);
}

TEST_CASE("what the page says is left out stands in the model's own list")
{
    std::ifstream file(std::string(SAMSPIL_SOURCE_DIR) + "/docs/model.md");
    const std::string model{std::istreambuf_iterator<char>(file), {}};
    const std::size_t begin = model.find("### 7.22");
    REQUIRE(begin != std::string::npos);
    std::string list = model.substr(begin, model.find("\n## ", begin) - begin);
    std::replace(list.begin(), list.end(), '\n', ' ');
    std::size_t named = 0;
    for (const Text& limit : limits_of_the_model()) {
        constexpr std::string_view lead = "Left out: ";
        if (!limit.en.starts_with(lead)) continue;
        std::istringstream words(limit.en.substr(lead.size(), limit.en.find('.') - lead.size()));
        for (std::string one; std::getline(words >> std::ws, one, ','); ++named) CHECK_THAT(list, ContainsSubstring(one));
    }
    CHECK(named > 3);
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
    CHECK(words.base == "812,3 mio. kr.");
    CHECK(words.difference == "−2,35 mio. kr.");
    CHECK(words.interval == "−3,00 til −1,69");
    CHECK(words.share_above == "2 af 20 gentagelser");
    CHECK(plain_figure(0.035, Language::da) == "0,035");
    CHECK(plain_figure(1200000, Language::da) == "1.200.000");
    CHECK(unit_in_words("kr/year", Language::da) == "kr./år");
    CHECK(unit_in_words("kr/h", Language::da) == "kr./time");
    CHECK(unit_in_words("km/h", Language::da) == "km/t");
    CHECK(unit_in_words("houses", Language::da) == "huse");
    CHECK(plain_figure(37.0 / 7.0, Language::da) == "5,28571");
}

TEST_CASE("a tie says why it is one, and a fixed difference that it is fixed")
{
    KpiDifference d;
    d.kpi = &kpi_table()[*find_kpi("wait.mean.vedligeholdende_center")];
    d.base = 5.0;
    d.verdict = Verdict::tie;
    const auto with = [&](double low, double difference, double high) {
        d.ci_low = low;
        d.difference = difference;
        d.ci_high = high;
        return in_words(d, Language::da);
    };
    d.relevance = 1;
    CHECK(with(-0.1, 0.2, 0.5).relevance == "1 uge");
    CHECK(with(-0.1, 0.2, 0.5).limit == "1");
    d.relevance = 0.3;
    CHECK(with(-0.1, 0.2, 0.5).relevance == "0,3 uger");
    CHECK(with(-0.1, 0.2, 0.5).verdict == "↕ uafklaret (rummer nul)");
    CHECK(with(-0.1, 0.1, 0.3).verdict == "≈ uafgjort (under grænsen)");
    CHECK(with(0.1, 0.2, 0.3).verdict == "≈ uafgjort (under grænsen)");
    d.verdict = Verdict::worse;
    CHECK(with(0.1, 0.25, 0.4).verdict == "△ retning sikker, størrelse uafklaret (dårligere)");
    CHECK(with(0.1, 0.3, 0.5).verdict == "▲ dårligere");
    d.verdict = Verdict::tie;
    CHECK(with(0, 0, 0).verdict == "= uafgjort (præcis nul)");
    CHECK(with(0.1, 0.3, 0.5).interval == "+0,10 til +0,50");
    CHECK(with(0.0176, 0.0176, 0.0176).number == "+0,018"); // what is fixed and not zero is never printed as zero
    CHECK(with(-0.0176, -0.0176, -0.0176).number == "−0,018");
    CHECK(with(0.2, 0.2, 0.2).interval == "fast");
    d.verdict.reset();
    CHECK(arrow(d) == "≈"); // too little to matter, with or without a verdict
    d.relevance = 0;
    CHECK(arrow(d) == "▲");
}

TEST_CASE("a negative cost per extra person-month is said in words")
{
    KpiDifference d;
    d.kpi = &per_extra_reached();
    d.difference = -300;
    d.ci_low = -400;
    d.ci_high = -200;
    d.more_months = true;
    CHECK(in_words(d, Language::da).difference == "billigere og flere");
    d.more_months = false;
    CHECK(in_words(d, Language::en).difference == "dearer and fewer");
    // The interval holds zero: whether it is cheaper or dearer is not known, and no word may say that it is.
    d.ci_high = 100;
    CHECK(in_words(d, Language::da).difference == "færre, udgift uafklaret");
    d.more_months = true;
    CHECK(in_words(d, Language::da).difference == "flere, udgift uafklaret");
    CHECK(in_words(d, Language::en).number == "more, cost undecided");
    CHECK(in_words(d, Language::da).interval == "−400 til +100");
}

TEST_CASE("a change of organisation is said with names, before and after, and its evidence")
{
    Scenario base = default_scenario();
    base.organisation.model = "areas_2";
    base.organisation_units = {{"areas_2", 1, "a", "Nord", "area", "by", 1, {}},
                               {"areas_2", 2, "b", "Syd", "area", "by", 1, {}},
                               {"districts_1", 1, "d", "Hele byen", "district", "by", 1, {}},
                               {"districts_1", 2, "a", "Nord", "area", "d", 0, {}}};
    CHECK(model_in_words(base, "areas_2").da == "to områder (Nord, Syd)");
    Intervention change;
    change.organisation = base.organisation;
    change.organisation.model = "districts_1";
    change.organisation.sharing_within = 0.5;
    change.parts = {true, true, true, true};
    const auto lines = values_changed(base, change);
    CHECK_THAT(lines.front().da, ContainsSubstring("to områder (Nord, Syd) → ét distrikt (Hele byen)"));
    const auto says = [&](const std::string& words) {
        for (const Text& line : lines)
            if (line.da.find(words) != std::string::npos) return true;
        return false;
    };
    CHECK(says("0 % → 50 % (valgt)")); // the default's evidence is not that of another value
    CHECK(says("omstillingens længde: 26 uger (antaget)"));
    CHECK_FALSE(says("delen"));
    change.parts.shock = false;
    bool left_out = false;
    for (const Text& line : values_changed(base, change)) left_out = left_out || line.da.find("delen: omstilling: nej") != std::string::npos;
    CHECK(left_out); // a part that is left out is said, the others go without saying
}

TEST_CASE("a value that says nothing of an intervention is not listed")
{
    const Scenario base = default_scenario();
    Intervention change;
    change.type = InterventionType::training;
    change.share = 0.5;
    CHECK_THAT(intervention_in_words(base, change).da, ContainsSubstring("50 %") && !ContainsSubstring("oplærte:"));
    change.share = 0;
    change.persons = 14;
    CHECK_THAT(intervention_in_words(base, change).da, ContainsSubstring("oplærte: 14") && !ContainsSubstring("andel"));
    change.type = InterventionType::transport_rule;
    change.share = -1; // as it is
    CHECK_THAT(intervention_in_words(base, change).da, !ContainsSubstring("-1") && !ContainsSubstring("ramme"));
    change.share = -0.5;
    CHECK_THAT(intervention_in_words(base, change).da, ContainsSubstring(": som før"));
    change.share = 0.5;
    CHECK_THAT(intervention_in_words(base, change).da, ContainsSubstring("ramme i forhold til forbruget nu"));
}

TEST_CASE("a value somebody chose is not marked with the evidence of the default")
{
    const Scenario base = default_scenario();
    Intervention change;
    change.type = InterventionType::campaign;
    change.factor = 100;
    change.weeks = 8; // the default
    const auto lines = values_changed(base, change);
    REQUIRE(lines.size() == 3);
    CHECK_THAT(lines[1].da, ContainsSubstring("100") && ContainsSubstring("(valgt)"));
    CHECK_THAT(lines[2].en, ContainsSubstring("8 weeks (assumed)"));
}

TEST_CASE("what an option does without a price is named once")
{
    std::vector<Intervention> added(4);
    for (Intervention& one : added) one.type = InterventionType::bridge_capacity;
    CHECK_FALSE(words_without_price(added).has_value());
    added[1].type = InterventionType::campaign;
    added[2].type = InterventionType::training;
    added[3].type = InterventionType::campaign;
    const auto note = words_without_price(added);
    REQUIRE(note.has_value());
    CHECK(note->da == "Uden pris i modellen: kampagne, oplæring. Udgiften er lavere end den ville være.");
    CHECK(note->en == "Without a price in the model: campaign, training. The cost is lower than it would be.");
}

TEST_CASE("what has no price is what the page of the model says has none")
{
    const std::string page = testing::text_of_file(std::filesystem::path(SAMSPIL_SOURCE_DIR) / "docs/model.md");
    const std::size_t from = page.find("**Without a price**");
    REQUIRE(from != std::string::npos);
    std::string said = page.substr(from, page.find(". ", from) - from);
    std::replace(said.begin(), said.end(), '\n', ' ');
    const std::string list = said.substr(said.find(": ") + 2);
    std::set<std::string_view> named;
    for (const InterventionKind& kind : intervention_kinds()) {
        if (const auto name = without_price(kind.type)) named.insert(name->en);
    }
    for (const std::string_view name : named) CHECK_THAT(list, ContainsSubstring(std::string(name)));
    CHECK(static_cast<std::size_t>(std::count(list.begin(), list.end(), ',')) + 1 == named.size());
}

TEST_CASE("of several options each headline says whom it is about")
{
    ComparisonReport made = report("Tre distrikter");
    made.options.push_back(made.options.front());
    made.options[0].headline = {"Flere venter.", "More wait."};
    made.options[1].headline = {"Tre distrikter: flere venter.", "Three districts: more wait."};
    made.options[1].side.title = {"Tre distrikter", "Three districts"};
    const std::string page = comparison_page(made, Language::da);
    CHECK_THAT(page, ContainsSubstring("<p class=\"headline\">«Tre distrikter»: Flere venter.</p>"));
    CHECK_THAT(page, ContainsSubstring("<p class=\"headline\">Tre distrikter: flere venter.</p>"));
    made.options.pop_back();
    CHECK_THAT(comparison_page(made, Language::da), ContainsSubstring("<p class=\"headline\">Flere venter.</p>"));
}

TEST_CASE("a cost per extra month says whether it is paid or saved")
{
    KpiDifference d;
    d.kpi = &per_extra_reached();
    d.difference = 918;
    d.ci_low = 700;
    d.ci_high = 1200;
    d.more_months = true;
    CHECK_THAT(in_words(d, Language::da).difference, ContainsSubstring("918 kr. for hver ekstra måned"));
    d.more_months = false;
    CHECK_THAT(in_words(d, Language::da).difference, ContainsSubstring("918 kr. sparet for hver mistet måned") && !ContainsSubstring("+"));
    CHECK_THAT(in_words(d, Language::en).number, ContainsSubstring("saved for each month lost"));
}

TEST_CASE("a choice that is switched on is said among the changes, as one that is switched off")
{
    const Scenario base = default_scenario();
    Intervention change;
    change.type = InterventionType::consultants;
    for (const bool on : {true, false}) {
        change.flag = on;
        CHECK_THAT(intervention_in_words(base, change).da, ContainsSubstring(on ? "samlet i en klynge: nej → ja" : "samlet i en klynge: nej (som før)"));
    }
}
