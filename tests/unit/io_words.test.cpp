// SPDX-License-Identifier: MPL-2.0
// Words on the screen: units in Danish, and what a name that does not exist may have meant.
#include "engine/io/figures.hpp"
#include "engine/io/likely.hpp"
#include "engine/io/shape.hpp"
#include "engine/io/unit_advice.hpp"
#include "engine/model/check.hpp"
#include "engine/model/groups.hpp"
#include "engine/model/indicators.hpp"
#include "engine/model/intervention.hpp"
#include "engine/model/parameters.hpp"
#include "engine/model/policy.hpp"
#include "engine/model/scenario.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

using namespace samspil;

namespace {

std::set<std::string> all_units()
{
    std::set<std::string> units;
    const auto take = [&](std::span<const Field> fields) {
        for (const Field& field : fields) units.insert(std::string(field.unit));
    };
    for (const auto& table : {parameter_fields(), policy_fields(), organisation_fields(), mechanism_fields(), period_fields(), run_fields(), centre_fields(), centre_place_fields()})
        take(table);
    for (const InterventionKind& kind : intervention_kinds()) take(kind.params);
    for (const Kpi& kpi : kpi_table()) units.insert(std::string(kpi.unit));
    for (const GroupKpi& kpi : group_kpis()) units.insert(std::string(kpi.about.unit));
    for (const SeriesInfo& info : series_table()) units.insert(std::string(info.unit));
    return units;
}

std::vector<std::string> words_in(const std::string& text)
{
    std::vector<std::string> words(1);
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
        if (letter) words.back() += c;
        else if (!words.back().empty()) words.emplace_back();
    }
    return words;
}

} // namespace

TEST_CASE("Every word of every unit has a Danish one, or is the same in both languages", "[io][unit]")
{
    const std::set<std::string> same{"", "kr", "km", "m", "min", "log", "odds", "pr"};
    const auto units = all_units();
    CHECK(units.size() > 40);
    for (const std::string& unit : units) {
        const auto english = words_in(unit);
        const std::string levels = figure_style(unit, 1, Language::da).unit, fields = unit_in_words(unit, Language::da);
        for (const std::string& shown : {levels, fields}) {
            INFO(unit << ": " << shown);
            for (const std::string& word : words_in(shown))
                CHECK((same.contains(word) || std::find(english.begin(), english.end(), word) == english.end()));
        }
    }
}

TEST_CASE("A house that was called by a part of its name is found before one that is spelt alike", "[io][unit]")
{
    const std::vector<KnownWord> houses{{"lc-dalgas", "lc-dalgas"}, {"Lokalcenter Dalgas", "lc-dalgas"}, {"lc-vejlby", "lc-vejlby"}, {"Lokalcenter Vejlby", "lc-vejlby"}, {"lc-viby", "lc-viby"}, {"Folkehuset Viby", "lc-viby"},
                                        {"lc-mollestien", "lc-mollestien"}, {"Folkehuset Møllestien", "lc-mollestien"}, {"dc-vest", "dc-vest"}, {"Dagcenter Vest", "dc-vest"},
                                        {"dc-midt", "dc-midt"}, {"Dagcenter Midt (Møllestien)", "dc-midt"}, {"dc-syd", "dc-syd"}, {"Dagcenter Syd (Kolt)", "dc-syd"},
                                        {"lc-1", "lc-1"}, {"Antaget hus 1", "lc-1"}, {"lc-2", "lc-2"}, {"Antaget hus 2", "lc-2"}, {"lc-3", "lc-3"}, {"Antaget hus 3", "lc-3"}};
    using Keys = std::vector<std::string_view>;
    CHECK(likely("dagcenter midt", houses, 2) == Keys{"dc-midt"});
    CHECK(likely("Dagcenter Syd", houses, 2) == Keys{"dc-syd"});
    CHECK(likely("DAGCENTER VEST", houses, 2) == Keys{"dc-vest"});
    CHECK(likely("Lokalcenter Viby", houses, 2) == Keys{"lc-viby"});
    CHECK(likely("Lokalcenter Vejlbyy", houses, 2) == Keys{"lc-vejlby"});
    CHECK(likely("MØLLESTIEN", houses, 2) == Keys{"lc-mollestien", "dc-midt"});
    CHECK(likely("dc-mdit", houses, 2) == Keys{"dc-midt"});
    CHECK(likely("Antaget hus 4", houses, 2).empty()); // three are equally near
    CHECK(likely("Plejehjemmet", houses, 2).empty());
    CHECK(likely("", houses, 2).empty());
    CHECK(near_house(houses, "Møllestien").da == "mente du 'lc-mollestien' eller 'dc-midt'?");
    CHECK(near_house(houses, "Møllestien").en == "did you mean 'lc-mollestien' or 'dc-midt'?");
}

TEST_CASE("An indicator is found by the last part of its id and by its label", "[io][unit]")
{
    CHECK(near_indicator("overasked").en == "did you mean 'volunteers.overasked'?");
    CHECK(near_indicator("dropout").en == "did you mean 'continuity.dropout_12w'?");
    CHECK(near_indicator("Rette tilbud").en == "did you mean 'right_offer'?");
    CHECK(near_indicator("reach.municpal").en == "did you mean 'reach.municipal'?");
    CHECK(near_indicator("wait.vedligeholdende").en.starts_with("did you mean 'wait.mean.vedligeholdende_center', "));
    CHECK(near_indicator("reach.municipal").en.empty());
}

TEST_CASE("a number with a word behind it is told in the unit of its field")
{
    const auto advice = [](std::string_view unit, double most, std::string_view text, Kind kind = Kind::number) {
        const Field field{"x", kind, unit, 0, most, 0, no_prior, no_prior, Evidence::assumed, {"x", "x"}, "", {}, {}};
        return unit_advice(field, text).en;
    };
    CHECK(advice("kr/year", 1e9, "45 mio.") == "write 45000000");
    CHECK(advice("kr/year", 1e9, "1,1 mio. kr.") == "write 1100000");
    CHECK(advice("kr/year", 1e9, "500 tkr") == "write 500000");
    CHECK(advice("kr/year", 1e9, "500 kr.") == "write the number only: 500");
    CHECK(advice("kr/year", 1e9, "45.000.000") == "without thousands separators: write 45000000");
    CHECK(advice("weeks", 520, "2 år", Kind::integer) == "write 104");
    CHECK(advice("weeks", 520, "8 uger", Kind::integer) == "write the number only: 8");
    // What is not the same every time, too much, or no whole number is not guessed at.
    CHECK(advice("weeks", 520, "6 måneder", Kind::integer) == "a number with no word after it stands here, 0 to 520 weeks");
    CHECK(advice("weeks", 520, "20 years", Kind::integer) == "a number with no word after it stands here, 0 to 520 weeks");
    CHECK(advice("weeks", 520, "0.7 years", Kind::integer) == "a number with no word after it stands here, 0 to 520 weeks");
    CHECK(advice("weeks", 520, "8").empty());
    CHECK(advice("share", 1, "20 %").empty()); // has advice of its own
    CHECK(large_number_advice("2 mio").da == "skriv 2000000");
}

TEST_CASE("a price that nobody's choice depends on is told so")
{
    const auto noted = [](double price) {
        Scenario scenario = default_scenario();
        scenario.policy.places.ride_price = price;
        const Diagnostics found = check_scenario(scenario);
        return std::any_of(found.items().begin(), found.items().end(), [](const Diagnostic& one) { return one.severity == Severity::note && one.path == "policy.ride_price"; });
    };
    CHECK(noted(200));
    CHECK_FALSE(noted(30.5));
}
