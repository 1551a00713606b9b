// SPDX-License-Identifier: MPL-2.0
#include "tests/support/catch.hpp"
#include "tests/viewer/recording_canvas.hpp"

#include "viewer/chart/paper.hpp"
#include "viewer/panels/evidence.hpp"
#include "viewer/panels/register.hpp"

#include <filesystem>
#include <limits>

using namespace samspil;
using namespace samspil::viewer;

namespace {

AssumptionRow row(const std::string& group, const std::string& key, double value, const std::string& unit,
                  const std::string& tag, const std::string& source)
{
    AssumptionRow made;
    made.group = group;
    made.key = key;
    made.value = value;
    made.unit = unit;
    made.tag = tag;
    made.source = source;
    made.label = {"navn på " + key, "name of " + key};
    return made;
}

InterventionRow change(const std::string& type, const std::string& what)
{
    return {.week = 12,
            .date = "2021-04-01",
            .type = type,
            .label = {"ændring", "change"},
            .words = {"ændring 2021-04-01: " + what, "change 2021-04-01: " + what},
            .centre = {},
            .to = {},
            .area = {}};
}

Result made()
{
    Result result;
    result.key = "a";
    result.metadata.title = {"Basis", "Base"};
    result.kpis.assign(kpi_table().size(), std::vector<double>(20, std::numeric_limits<double>::quiet_NaN()));
    result.organisations = {{-10, "areas_7", {"syv områder", "seven areas"}}};
    result.assumptions = {row("assumptions", "first", 0.35, "share", "assumed", "7.10"),
                          row("assumptions", "second", 3, "weeks", "source", "7.8, S3-59"),
                          row("policy", "third", 8, "weeks", "recalled", "7.9"),
                          row("organisation", "model", 0, "", "", "")};
    result.assumptions[0].prior_low = 0.25;
    result.assumptions[0].prior_high = 0.45;
    result.assumptions[3].choice = "areas_7";
    return result;
}

const RegisterRow& find(const std::vector<RegisterRow>& rows, const std::string& key)
{
    for (const RegisterRow& one : rows)
        if (one.key == key) return one;
    FAIL(key);
    return rows.front();
}

} // namespace

TEST_CASE("choices and assumptions stand apart, in words with units, by chapter of the model", "[viewer]")
{
    const Register all = register_of(made(), {});
    REQUIRE(all.assumptions.size() == 2);
    REQUIRE(all.choices.size() == 2);
    CHECK(all.assumptions[0].key == "second"); // 7.8 before 7.10
    CHECK(find(all.assumptions, "first").value->da == "35 %");
    CHECK(find(all.assumptions, "first").prior->words.en == "25 to 45 %");
    CHECK(find(all.assumptions, "second").value->da == "3 uger");
    CHECK(find(all.assumptions, "second").source == "model.md 7.8, S3-59");
    CHECK(find(all.choices, "model").value->da == "syv områder");
    CHECK_FALSE(all.lacks_changes);
    CHECK(section_in_words("7.8").da == "Overvejelse og valg");
}

TEST_CASE("a result against itself differs in no row", "[viewer]")
{
    Result base = made();
    base.interventions = {change("training", "x"), change("training", "x")};
    const Result* same[] = {&base, &base};
    const Register all = register_of(base, same);
    REQUIRE(all.choices.size() == 4);
    for (const auto* rows : {&all.choices, &all.assumptions})
        for (const RegisterRow& one : *rows)
            CHECK_FALSE(one.differs());
}

TEST_CASE("what an option does otherwise is found: values, changes it has, changes it has not", "[viewer]")
{
    Result base = made(), option = made();
    base.interventions = {change("campaign", "aviser")};
    option.interventions = {change("consultants", "7 personer")};
    option.assumptions[2].value = 12;
    std::swap(option.assumptions[0], option.assumptions[2]); // another program may have another order
    const Result* options[] = {&option};
    const Register all = register_of(base, options);
    CHECK(find(all.choices, "third").options[0]->en == "12 weeks");
    CHECK(find(all.choices, "2021-04-01 campaign ").options[0]->da == "nej");
    const RegisterRow& added = find(all.choices, "2021-04-01 consultants ");
    CHECK_FALSE(added.value);
    CHECK(added.options[0]->da == "7 personer");
    CHECK(added.label.da == "Ændring, 01.04.2021");
    CHECK_FALSE(find(all.assumptions, "first").differs());
    const auto list =
        register_list(std::make_shared<const Register>(all), true, {{}, {}, true}, {"a", "b"}, Language::da);
    CHECK(list->rows == 3);
    CHECK(list->of == 4);
}

TEST_CASE("rows pass by their words whatever the case, and by their evidence", "[viewer]")
{
    const Register all = register_of(made(), {});
    const RegisterRow& one = find(all.assumptions, "first");
    CHECK(passes(one, {"NAVN PÅ FIRST", {}, false}, Language::da));
    CHECK(passes(one, {"7.10", {}, false}, Language::da));
    CHECK_FALSE(passes(one, {"klub", {}, false}, Language::da));
    CHECK(passes(one, {{}, Evidence::assumed, false}, Language::da));
    CHECK_FALSE(passes(one, {{}, Evidence::source, false}, Language::da));
    CHECK_FALSE(passes(one, {{}, {}, true}, Language::da));
}

TEST_CASE("targets are held against the mean of the base, and one without a KPI is not measured", "[viewer]")
{
    Result base = made();
    base.metadata.weeks = 52;
    const std::string id(kpi_table()[0].id);
    base.kpis[0] = {1, 2, 3, std::numeric_limits<double>::quiet_NaN()};
    const auto target = [&](const std::string& kpi, double low, double high) {
        TargetRow made;
        made.id = kpi;
        made.target = (low + high) / 2;
        made.low = low;
        made.high = high;
        return made;
    };
    base.targets = {target(id, 1.5, 2), target(id, 0, 1.9), target("no.such", 0, 1)};
    const auto checks = targets_checked(base);
    REQUIRE(checks.size() == 3);
    CHECK(checks[0].reached == 2.0);
    CHECK(checks[0].hit);
    CHECK_FALSE(checks[1].hit);
    CHECK_FALSE(checks[2].reached);
    CHECK_FALSE(checks[2].hit);
    const Panel panel = targets_panel(checks, Language::da);
    CHECK(panel.sentence == "1 af 2 målte ligger inden for.");
    CHECK(panel.table.rows[1].at(4) == "over");
    CHECK(panel.table.rows[2].at(4) == "ikke målt");

    // Ten years are no first year: nothing is judged, in words, mark or colour.
    base.metadata.weeks = 520;
    const Panel longer = targets_panel(targets_checked(base), Language::en);
    CHECK(longer.table.rows[0].at(4) == "(within)");
    CHECK(longer.table.rows[1].at(4) == "(above)");
    CHECK(longer.table.rows[2].at(4) == "not measured");
    for (const std::string& words : {longer.note, longer.sentence}) CHECK(words.find("cannot be judged by the targets of the first year") != std::string::npos);
    const Theme theme = theme_of(Look::light, 1);
    const auto judged = [&](const Panel& drawn) {
        RecordingCanvas canvas;
        drawn.draw(canvas, theme, {0, 0, 700, 200});
        return std::any_of(canvas.said.begin(), canvas.said.end(), [&](const auto& t) { return t.words.starts_with("● ") || t.words.starts_with("◆ "); });
    };
    CHECK(judged(panel));
    CHECK_FALSE(judged(longer));
}

TEST_CASE("evidence counts the register only, and says that sensitivity is not measured", "[viewer]")
{
    Result base = made();
    base.centres.resize(2);
    base.centres[0].key = 1;
    base.centres[0].known = true;
    base.centres[1].key = 2;
    const Evidences evidence = evidence_of(base, {}, goals_or_headline({}));
    CHECK(evidence.source == 1);
    CHECK(evidence.assumed == 1);
    CHECK(evidence.recalled == 0); // a policy is a choice
    CHECK(evidence.assumed_centres == 1);
    CHECK_FALSE(evidence.goals.empty());
    CHECK(evidence_panel(evidence, {}, Language::da).sentence.find("Følsomhed er ikke målt for disse resultater") !=
          std::string::npos);
}

TEST_CASE("panels of the register draw from small to large, empty and full, and the table holds every row listed",
          "[viewer]")
{
    Result base = made(), option = made();
    option.interventions = {change("consultants", "7 personer; og mere")};
    const Result* options[] = {&option};
    const auto all = std::make_shared<const Register>(register_of(base, options));
    const std::string path = (std::filesystem::temp_directory_path() / "samspil-register-test.svg").string();
    const Theme theme = theme_of(Look::light, 1);
    const auto draw = [&](const Panel& panel) {
        for (const auto& cells : panel.table.rows)
            CHECK(cells.size() == panel.table.headings.size());
        for (const double width : {420.0, 1600.0})
            draw_on_paper(path, PaperKind::svg, width, width / 1.7, 1, theme.panel, [&](Canvas& canvas) {
                draw_panel(canvas, theme, {0, 0, width, width / 1.7}, panel);
            });
    };
    for (const bool choices : {true, false}) {
        for (const std::string words : {"", "nobody says this"}) {
            const auto list = register_list(all, choices, {words, {}, false}, {"Basis", "Andet"}, Language::en);
            const Panel panel = register_panel(list);
            CHECK(panel.table.rows.size() == list->rows);
            draw(panel);
        }
    }
    draw(targets_panel({}, Language::en));
    draw(goal_grounds_panel({}, Language::en));
    draw(evidence_panel({}, {}, Language::en));
    std::filesystem::remove(path);
}
