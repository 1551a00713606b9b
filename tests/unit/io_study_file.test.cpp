// SPDX-License-Identifier: MPL-2.0
// A study reads back as it was written, and any changed value is found.
#include "engine/io/study_export.hpp"
#include "engine/io/study_words.hpp"
#include "engine/io/whole_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_result.hpp"

#include <algorithm>

using namespace samspil;

namespace {

StudyResult made_study(StudyKind kind)
{
    StudyResult r;
    r.kind = kind;
    r.title = {"Prøve <æøå>", "Trial <&>"};
    r.run_id = "r";
    r.plan_text = "study: x";
    r.options = {{"basis", {"Basis", "Base"}, "/a", "text", {{"t.csv", "d"}}}, {"valg", {"Valg", "Option"}, "/b", "text", {}}};
    StudyFactor a, b;
    a.path = "assumptions.h_c";
    a.label = {"timer", "hours"};
    a.unit = "h/week";
    a.high = 10;
    b.path = "policy.gap_policy";
    b.words = {"refuse", "stay_forebyggende"};
    b.integer = true;
    r.factors = {a, b};
    r.points = {{{1, 0}}, {{7.5, 1}}, {{3, 1}}};
    r.goals = {0, 3};
    Evaluation& e = r.answers;
    e.points = 3;
    e.options = 2;
    e.replications = e.complete = 2;
    for (std::size_t i = 0; i < 3 * 2 * 2 * kpi_table().size(); ++i) e.values.push_back(i % 7 == 3 ? unknown_value : 0.5 * static_cast<double>(i));
    e.failures = {{1, 1, 0, {"årsag", "cause"}}};
    for (const std::size_t kpi : r.goals) {
        Measure m;
        m.option = 1;
        m.kpi = kpi;
        m.factors = {{{0.5, 0.25, 0.75}, {-0.5, -1, 0}, 0.125}, {{unknown_value}, {unknown_value}, unknown_value}};
        m.better = 2;
        m.lowest = -1;
        m.highest = 2;
        m.highest_point = 2;
        r.measures.push_back(m);
    }
    return r;
}

bool same_number(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

} // namespace

TEST_CASE("A study reads back as it was written")
{
    const made::Folder folder;
    for (const StudyKind kind : {StudyKind::sweep, StudyKind::morris, StudyKind::sobol}) {
        const StudyResult written = made_study(kind);
        const std::string path = folder / "study.h5";
        write_study(path, written);
        CHECK(is_study_file(path));
        const StudyResult read = read_study(path);
        CHECK(read.kind == kind);
        CHECK(read.title == written.title);
        CHECK(read.options[1].title == written.options[1].title);
        CHECK(read.points == written.points);
        CHECK(read.goals == written.goals);
        CHECK(read.factors[1].words == written.factors[1].words);
        CHECK(read.factors[0].high == 10);
        CHECK(read.answers.failures == written.answers.failures);
        CHECK(std::equal(read.answers.values.begin(), read.answers.values.end(), written.answers.values.begin(), written.answers.values.end(), same_number));
        CHECK(name_of(read, 0) == Text{"timer", "hours"});
        CHECK(same_number(read.measures[1].factors[0].influence.value, 0.5));
        CHECK(same_number(read.measures[1].factors[0].signed_one.low, kind == StudyKind::sweep ? unknown_value : -1));
        CHECK(read.measures[0].better == 2);
        CHECK(read.measures[0].highest_point == 2);
        CHECK(weakest_sentence(read).en.find("hours (assumptions.h_c)") != std::string::npos);
        const std::string page = study_page(read, Language::da);
        CHECK(page.find("Prøve &lt;æøå&gt;") != std::string::npos);
        CHECK(page.find("<æøå>") == std::string::npos);
        CHECK_FALSE(first_difference_of_studies(path, path).has_value());
    }
}

TEST_CASE("A study without failures, and one that differs in one value")
{
    const made::Folder folder;
    StudyResult study = made_study(StudyKind::sweep);
    study.answers.failures.clear();
    write_study(folder / "a.h5", study);
    CHECK(read_study(folder / "a.h5").answers.failures.empty());
    study.run_id = "another";
    study.command = "another";
    write_study(folder / "b.h5", study);
    CHECK_FALSE(first_difference_of_studies(folder / "a.h5", folder / "b.h5").has_value()); // where it comes from does not count
    study.answers.values.back() += 1;
    write_study(folder / "c.h5", study);
    const auto found = first_difference_of_studies(folder / "a.h5", folder / "c.h5");
    REQUIRE(found.has_value());
    CHECK(found->dataset == "kpi_value");
    study.points.pop_back();
    study.answers.points = 2;
    study.answers.values.resize(2 * 2 * 2 * kpi_table().size());
    write_study(folder / "d.h5", study);
    CHECK(first_difference_of_studies(folder / "a.h5", folder / "d.h5").has_value());
}

TEST_CASE("A study as tables")
{
    const made::Folder folder;
    StudyResult study = made_study(StudyKind::morris);
    study.tables = {{"front", {"Front", "Front"}, true, {{"option", "", {"Valg", "Option"}, {}, {"basis", "valg"}}, {"reach", "share", {"Rækkevidde", "Reach"}, {0.1, 0.2}, {}}}}};
    const auto paths = export_study_csv(study, folder / "csv", CsvDialect::rfc4180);
    CHECK(paths.size() == 5);
    CHECK_THAT(paths, Catch::Matchers::UnorderedEquals(made::inside(folder / "csv", study_csv_names(study))));
    CHECK(read_whole_file(folder / "csv/outcome_front.csv") == "option,reach\r\nbasis,0.1\r\nvalg,0.2\r\n");
    const std::string points = read_whole_file(folder / "csv/points.csv");
    CHECK(points.starts_with("point,assumptions.h_c,policy.gap_policy,valg:"));
    CHECK(points.find("1,7.5,stay_forebyggende,") != std::string::npos);
    const std::string values = read_whole_file(folder / "csv/values.csv");
    CHECK(static_cast<std::size_t>(std::count(values.begin(), values.end(), '\n')) == 1 + 3 * 2 * 2 * kpi_table().size());
}
