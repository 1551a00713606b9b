// SPDX-License-Identifier: MPL-2.0
// More results than a screen is made for: what is left out is said, and the numbers are all there.
#include "tests/support/catch.hpp"
#include "tests/viewer/driver.hpp"
#include "tests/viewer/made_results.hpp"
#include "tests/viewer/recording_canvas.hpp"

#include "viewer/panels/week_chart.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <memory>

using namespace samspil;
using namespace samspil::viewer;

namespace {

/// Columns of the widest table of the last frame.
int widest_table()
{
    ImGuiContext& context = *ImGui::GetCurrentContext();
    int widest = 0;
    for (int i = 0; i < context.Tables.GetMapSize(); ++i)
        if (const ImGuiTable* table = context.Tables.TryGetMapData(i); table != nullptr && table->LastFrameActive == context.FrameCount)
            widest = std::max(widest, static_cast<int>(table->ColumnsCount));
    return widest;
}

} // namespace

TEST_CASE("of many options a week chart draws those around the one in focus and counts the others", "[viewer]")
{
    auto figure = std::make_shared<WeekFigure>();
    figure->names.resize(31);
    WeekChart chart;
    chart.figure = figure;
    chart.difference = true;
    chart.focus = 14;
    CHECK(drawn_results(chart) == std::vector<std::size_t>{13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24});
    CHECK(left_out_words(chart).starts_with("+ 18 "));
    chart.difference = false; // levels are of the base too
    CHECK(drawn_results(chart).front() == 0);
    CHECK(drawn_results(chart).size() == 13);
    chart.difference = chart.focus_alone = true;
    CHECK(drawn_results(chart) == std::vector<std::size_t>{14});
    CHECK(left_out_words(chart).empty());
    figure->names.resize(13);
    chart.focus_alone = false;
    chart.focus = 12;
    CHECK(drawn_results(chart).size() == 12);
    CHECK(left_out_words(chart).empty());
}

TEST_CASE("names beside a low week chart stay beside it: the one in focus first, as many as there is height for", "[viewer]")
{
    std::vector<ReplicationWeeks> tables;
    auto figure = std::make_shared<WeekFigure>();
    for (int i = 0; i < 10; ++i) {
        tables.push_back({2, 3, std::vector<double>(6, 10.0 + i % 2)});
        figure->names.push_back("Alternativ " + std::to_string(i));
        figure->when.emplace_back("uge");
    }
    figure->curves = week_curves(tables);
    WeekChart chart;
    chart.figure = figure;
    chart.focus = 9;
    const Theme theme = theme_of(Look::light, 1);
    for (const double height : {60.0, 100.0, 300.0}) {
        RecordingCanvas canvas;
        draw_week_chart(canvas, theme, {0, 50, 600, height}, chart);
        std::size_t names = 0;
        for (const RecordingCanvas::Said& one : canvas.said) {
            if (!one.words.starts_with("Alternativ")) continue;
            ++names;
            CHECK(one.at.y >= 50 + theme.small); // the title has the line above
            CHECK(one.at.y + theme.small <= 50 + height + theme.small);
        }
        CHECK(canvas.all().find("Alternativ 9") != std::string::npos);
        CHECK((names == 10) == (height == 300));
    }
}

TEST_CASE("a table of more columns than the window holds goes on below", "[viewer]")
{
    const made::Folder folder;
    State start;
    start.screen = Screen::difference;
    start.as_table = true;
    Driver driver(made_results(folder, 14), start, 1366, 3000);
    driver.frames(3);
    REQUIRE_FALSE(driver.desk->shown().empty());
    CHECK(driver.desk->shown().front()->late_table->get().headings.size() == 2 + 13 * 5); // no option is left out
    CHECK(widest_table() == 64);
    CHECK(ImGui::GetCurrentContext()->Tables.GetAliveCount() >= 2);
}

TEST_CASE("what a cell says is made when it is pointed at, and only what is in sight is drawn", "[viewer]")
{
    const made::Folder folder;
    State start;
    start.screen = Screen::centre;
    Driver driver(made_results(folder), start);
    int drawn = 0;
    for (const Panel* panel : driver.desk->shown()) {
        if (panel->id != "centre.compare" && panel->id != "centre.places") continue;
        ++drawn;
        RecordingCanvas whole, half;
        half.lower_edge = 10; // headings
        const auto spots = panel->draw(whole, driver.desk->theme(), {0, 0, 1200, 600});
        CHECK(panel->draw(half, driver.desk->theme(), {0, 0, 1200, 600}).size() == spots.size());
        CHECK(half.said.size() < whole.said.size());
        for (const Spot& spot : spots) CHECK_FALSE((spot.tip_at ? spot.tip_at({0, 0}) : spot.tip).empty());
    }
    CHECK(drawn == 2);
}

TEST_CASE("of many options the curves that are drawn are made, and all of them when the table is looked at", "[viewer]")
{
    std::vector<std::shared_ptr<Result>> made;
    Compared compared;
    for (int i = 0; i < 31; ++i) {
        made.push_back(made_result("r" + std::to_string(i), 2, 8));
        compared.results.push_back(made.back().get());
    }
    compared.focus = 14;
    std::vector<std::size_t> asked;
    const auto curves_of = [&](Results results) {
        std::vector<ReplicationWeeks> tables;
        for (const Result* result : results) tables.push_back(result == nullptr ? ReplicationWeeks{} : ReplicationWeeks{2, 8, std::vector<double>(16, 3.0)});
        asked.push_back(static_cast<std::size_t>(std::count_if(results.begin(), results.end(), [](const Result* r) { return r != nullptr; })));
        return week_curves(std::move(tables));
    };
    const auto figure = std::make_shared<const WeekFigure>(week_figure(curves_of, compared, kpi_table()[0]));
    CHECK(asked == std::vector<std::size_t>{13});
    CHECK(figure->curves.differences[13].median.size() == 8);
    CHECK(figure->curves.differences[12].median.empty()); // on the page before
    WeekChart chart;
    chart.figure = figure;
    chart.focus = compared.focus;
    const std::string tip = week_tip(chart, 3); // the base and those drawn
    CHECK(std::count(tip.begin(), tip.end(), '\n') == 13);
    const viewer::Table table = week_table(*figure);
    CHECK(asked == std::vector<std::size_t>{13, 31});
    CHECK(table.headings.size() == 1 + 31 + 3 * 30);
    CHECK(table.rows.at(0).at(2) != "–");
    std::string other = drawn_key(compared);
    compared.focus = 20; // of the same page
    CHECK(drawn_key(compared) == other);
    compared.focus = 25;
    CHECK(drawn_key(compared) != other);
}

TEST_CASE("what rests on the results alone is not made anew in another week, and is with other results", "[viewer]")
{
    PanelCache cache;
    int made = 0;
    const auto make = [&] {
        ++made;
        return Panel{};
    };
    cache.look_at(1, 1, 1);
    cache.resting_on("a", "prices", make);
    cache.look_at(1, 2, 1); // another week
    cache.resting_on("a", "prices", make);
    CHECK(made == 1);
    cache.resting_on("b", "prices", make); // another option in focus
    CHECK(made == 2);
    cache.look_at(2, 2, 1); // something was read
    cache.resting_on("b", "prices", make);
    CHECK(made == 3);
}
