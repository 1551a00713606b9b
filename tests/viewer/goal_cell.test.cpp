// SPDX-License-Identifier: MPL-2.0
// The cell of a goal: verdict, mark and colour agree, and what it keeps in any size.
#include "tests/support/catch.hpp"
#include "tests/viewer/judged_options.hpp"
#include "tests/viewer/recording_canvas.hpp"

#include "viewer/panels/goal_cell.hpp"
#include "viewer/panels/goal_cell_words.hpp"

#include <array>
#include <random>

using namespace samspil;
using namespace samspil::viewer;

TEST_CASE("what is no clear win or loss is grey, marked and named so, never better or worse", "[viewer]")
{
    const Theme theme = theme_of(Look::light, 1);
    std::mt19937 chance(7);
    std::uniform_real_distribution<double> uniform(-1, 1);
    std::size_t ties = 0, undecided = 0, small = 0, zero_left_out = 0;
    for (int round = 0; round < 3000; ++round) {
        const Kpi& kpi = kpi_table()[static_cast<std::size_t>(round) % kpi_table().size()];
        const KpiDifference d = difference_of(kpi, uniform(chance), std::abs(uniform(chance)), std::abs(uniform(chance)), 12);
        const CellColours colours = cell_colours(theme, d);
        for (const Language language : {Language::da, Language::en}) {
            const CellWords words = cell_words(d, language);
            const std::string better(label_of(Verdict::better).in(language)), worse(label_of(Verdict::worse).in(language));
            const bool clear = finding_of(d) == Finding::decided;
            if (d.verdict == Verdict::better && clear) CHECK(words.word == better);
            if (d.verdict && *d.verdict != Verdict::tie && clear) continue;
            CHECK(words.word != better);
            CHECK(words.word != worse);
            CHECK_FALSE(colours.ink == theme.better);
            CHECK_FALSE(colours.ink == theme.worse);
            CHECK_FALSE(colours.back == theme.better_soft);
            CHECK_FALSE(colours.back == theme.worse_soft);
            if (!d.verdict) continue;
            CHECK(colours.ink == theme.tie);
            CHECK(colours.back == theme.tie_soft);
            CHECK_FALSE(words.limit.empty());
            const bool inside = *d.ci_low >= -d.relevance && *d.ci_high <= d.relevance, up = *d.difference > 0;
            const std::string mark = inside ? "≈" : holds_zero(d) ? "↕" : up ? "△" : "▽";
            const Label word = inside          ? Label{"uafgjort", "tie"}
                               : holds_zero(d) ? Label{"uafklaret", "undecided"}
                                               : Label{"retning sikker, størrelse uafklaret", "direction sure, size undecided"};
            CHECK(words.mark == mark);
            CHECK(words.word == word.in(language));
            ++(inside ? ties : holds_zero(d) ? undecided : small);
            if (inside && !holds_zero(d)) ++zero_left_out;
        }
    }
    CHECK(ties > 150);
    CHECK(undecided > 500);
    CHECK(small > 100);
    CHECK(zero_left_out > 20);
}

TEST_CASE("a goal's cell keeps its verdict and interval in any size that an overview gives it", "[viewer]")
{
    const Theme theme = theme_of(Look::light, 1);
    const Kpi& kpi = kpi_table()[*find_kpi("travel.over_30")];
    const GoalCell tie = goal_cell(difference_of(kpi, 0.01, 0.02, 0.05, 20)), worse = goal_cell(difference_of(kpi, 0.2, 0.02, 0.05, 20));
    for (const GoalCell* cell : {&tie, &worse}) {
        const CellWords words = cell_words(cell->difference, Language::da);
        for (const auto& [width, height] : {std::pair{330.0, 21.0}, {430.0, 24.0}, {560.0, 30.0}, {260.0, 60.0}, {180.0, 60.0}, {160.0, 90.0}, {900.0, 100.0}}) {
            RecordingCanvas canvas;
            draw_goal_cell(canvas, theme, {0, 0, width, height}, *cell, shared_scale(std::array{cell}), {Language::da});
            INFO(width << " x " << height << ": " << canvas.all());
            CHECK(canvas.all().find(words.word) != std::string::npos);
            const bool interval = std::any_of(words.intervals.begin(), words.intervals.end(), [&](const std::string& i) { return canvas.all().find(i) != std::string::npos; });
            CHECK(interval);
            for (const RecordingCanvas::Said& one : canvas.said) CHECK(one.at.x + one.width <= width);
            if (width >= 500) CHECK(canvas.discs > 0);
        }
    }
    std::size_t kept = 0, lost = 0;
    for (double width = 60; width < 700; width += 17)
        for (const double height : {20.0, 24.0, 34.0, 42.0, 60.0, 90.0}) {
            RecordingCanvas canvas;
            const Rect area{0, 0, width, height};
            draw_goal_cell(canvas, theme, area, tie, shared_scale(std::array{&tie}), {Language::da});
            INFO(width << " x " << height << ": " << canvas.all());
            CHECK(draws_spread(theme, area) == (canvas.discs > 0));
            const auto& intervals = cell_words(tie.difference, Language::da).intervals;
            const bool there = std::any_of(intervals.begin(), intervals.end(), [&](const std::string& i) { return canvas.all().find(i) != std::string::npos; });
            if (keeps_interval(canvas, theme, area, tie.difference, Language::da)) CHECK(there);
            ++(there ? kept : lost);
        }
    CHECK(kept > 50);
    CHECK(lost > 10);
    CHECK(cell_words(tie.difference, Language::da).short_limit == "gr. 5");
    CHECK(cell_words(tie.difference, Language::da).limit == "grænse 5");
    CHECK(cell_words(worse.difference, Language::da).limit == "grænse 5"); // whoever reads a win wants its measure
    KpiDifference one = tie.difference;
    one.relevance = 0.01; // of which the unit is another word: "1 percentage point"
    CHECK(cell_words(one, Language::en).limit == "limit 1");
}

TEST_CASE("a long word for what is undecided in size takes the unit from no figure in large letters", "[viewer]")
{
    const Theme theme = theme_of(Look::light, 2);
    const GoalCell cell = goal_cell(difference_of(kpi_table()[*find_kpi("travel.over_30")], 0.04, 0.03, 0.05, 20));
    REQUIRE(finding_of(cell.difference) == Finding::below_limit);
    for (const double width : {640.0, 620.0, 600.0, 580.0}) {
        RecordingCanvas canvas;
        draw_goal_cell(canvas, theme, {0, 0, width, 46}, cell, shared_scale(std::array{&cell}), {Language::da});
        INFO(width << ": " << canvas.all());
        CHECK(canvas.all().find("%-point") != std::string::npos);
        CHECK(canvas.all().find("størrelse uafklaret") != std::string::npos);
        const auto intervals = cell_words(cell.difference, Language::da).intervals;
        CHECK(std::any_of(intervals.begin(), intervals.end(), [&](const std::string& i) { return canvas.all().find(i) != std::string::npos; }));
        for (const RecordingCanvas::Said& one : canvas.said) CHECK(one.at.x + one.width <= width);
    }
}

TEST_CASE("a cell undecided in size says its limit after the figure where its word leaves no room beside the interval", "[viewer]")
{
    const Theme theme = theme_of(Look::light, 1);
    const GoalCell cell = goal_cell(difference_of(kpi_table()[*find_kpi("cost.net_per_participant_month")], -10, 2.4, 12, 10));
    REQUIRE(finding_of(cell.difference) == Finding::below_limit);
    for (const Language language : {Language::da, Language::en}) {
        const CellWords words = cell_words(cell.difference, language);
        std::size_t both = 0;
        for (double width = 230; width < 330; width += 10) {
            RecordingCanvas canvas;
            draw_goal_cell(canvas, theme, {0, 0, width, 66}, cell, shared_scale(std::array{&cell}), {language});
            INFO(width << ": " << canvas.all());
            CHECK(canvas.all().find(words.short_limit.substr(words.short_limit.rfind(' '))) != std::string::npos);
            for (const RecordingCanvas::Said& one : canvas.said) CHECK(one.at.x <= width);
            both += canvas.discs > 0;
        }
        CHECK(both > 3);
    }
}

TEST_CASE("a narrow cell of three lines keeps the interval beside a long word, with less margin", "[viewer]")
{
    const Theme theme = theme_of(Look::light, 2);
    const GoalCell cell = goal_cell(difference_of(kpi_table()[*find_kpi("reach.municipal")], 0.000219, 0.000076, 0.00024, 10));
    REQUIRE(finding_of(cell.difference) == Finding::below_limit);
    for (const double height : {110.0, 112.0, 118.0}) {
        RecordingCanvas canvas;
        draw_goal_cell(canvas, theme, {0, 0, 370, height}, cell, shared_scale(std::array{&cell}), {Language::en});
        INFO(height << ": " << canvas.all());
        const auto intervals = cell_words(cell.difference, Language::en).intervals;
        CHECK(std::any_of(intervals.begin(), intervals.end(), [&](const std::string& i) { return canvas.all().find(i) != std::string::npos; }));
        for (const RecordingCanvas::Said& one : canvas.said) CHECK(one.at.y + theme.small <= height);
    }
}

TEST_CASE("how many pairs are better is said of any number of pairs", "[viewer]")
{
    const Theme theme = theme_of(Look::light, 1);
    for (const int pairs : {20, 21, 45}) {
        KpiDifference d = difference_of(kpi_table()[*find_kpi("wait.mean.klub")], -1, 0.1, 0.05, static_cast<std::size_t>(pairs)); // less is better
        std::fill_n(d.by_pair.begin(), 3, 0.5);
        const GoalCell cell = goal_cell(d);
        RecordingCanvas canvas;
        draw_goal_cell(canvas, theme, {0, 0, 700, 90}, cell, shared_scale(std::array{&cell}), {Language::da});
        INFO(canvas.all());
        CHECK(canvas.all().find("bedre i " + std::to_string(pairs - 3) + " af " + std::to_string(pairs)) != std::string::npos);
        CHECK(canvas.all().find("højere") == std::string::npos);
    }
}

TEST_CASE("dots are the pairs themselves up to twenty, then twentieths of them", "[viewer]")
{
    KpiDifference d = difference_of(kpi_table().front(), 0, 1, 0, 3);
    d.by_pair = {3, 1, 2};
    CHECK(goal_cell(d).dots == std::vector<double>{1, 2, 3});
    d.by_pair.clear();
    for (int i = 0; i <= 100; ++i) d.by_pair.push_back(100 - i);
    const GoalCell cell = goal_cell(d);
    REQUIRE(cell.dots.size() == 20);
    CHECK(cell.dots.front() == Approx(2.5));
    CHECK(cell.dots.back() == Approx(97.5));
    CHECK(cell.low90 == Approx(5));
    CHECK(cell.high50 == Approx(75));
}

TEST_CASE("every unit of a KPI is said in Danish on Danish screens", "[viewer]")
{
    const auto words_in = [](const std::string& unit) {
        std::vector<std::string> words{""};
        for (const char c : unit) {
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0) words.back() += c;
            else words.emplace_back();
        }
        std::erase(words, "");
        return words;
    };
    for (const Kpi& kpi : kpi_table()) {
        KpiDifference d = difference_of(kpi, 1, 0.1, 0.1, 12);
        const FigureStyle da = figure_style(d, Language::da), en = figure_style(d, Language::en);
        INFO(kpi.id << ": " << da.unit << " | " << en.unit);
        CHECK_FALSE(da.unit.empty());
        for (const std::string& english : words_in(en.unit + " " + en.difference_unit + " " + std::string(kpi.unit)))
            if (english != "kr") for (const std::string& danish : words_in(da.unit + " " + da.difference_unit)) CHECK(danish != english);
        CHECK(in_words(d, Language::da).base.ends_with(" " + da.unit));
    }
    const KpiDifference recruits = difference_of(kpi_table()[*find_kpi("volunteers.recruits.external")], 1, 0.1, 0.1, 12);
    CHECK(in_words(recruits, Language::da).base.ends_with("personer/år"));
}
