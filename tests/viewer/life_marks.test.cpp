// SPDX-License-Identifier: MPL-2.0
#include "tests/support/catch.hpp"
#include "tests/viewer/recording_canvas.hpp"

#include "viewer/panels/life_marks.hpp"

#include <random>

using namespace samspil;
using namespace samspil::viewer;

namespace {

/// Words, and where marks stand.
struct Marks final : Canvas {
    RecordingCanvas words;
    std::vector<Rect> marks;
    void line(std::span<const Point> points, Colour, double, Dash) override // the legs of a cross
    {
        const auto [left, right] = std::minmax(points[0].x, points[1].x);
        const auto [top, bottom] = std::minmax(points[0].y, points[1].y);
        marks.push_back({left, top, right - left, bottom - top});
    }
    void band(std::span<const double>, std::span<const double>, std::span<const double>, Colour) override {}
    void polygon(const Polygon&, Point at, double r, Colour) override { disc(at, r, {}); }
    void box(Rect area, Colour, double) override { marks.push_back(area); }
    void frame(Rect, Colour, double, double) override {}
    void disc(Point at, double r, Colour) override { marks.push_back({at.x - r, at.y - r, 2 * r, 2 * r}); }
    void ring(Point at, double r, Colour, double) override { disc(at, r, {}); }
    void arc(Point, double, double, double, Colour, double) override {}
    void text(Point at, std::string_view said, const TextStyle& style) override { words.text(at, said, style); }
    double text_width(std::string_view said, const TextStyle& style) const override { return words.text_width(said, style); }
    void clip(Rect) override {}
    void unclip() override {}
};

constexpr int weeks = 520;

LifeScene scene_of(Language language)
{
    auto base = std::make_shared<Result>();
    base->metadata.weeks = weeks;
    LifeScene scene;
    scene.language = language;
    scene.base = std::move(base);
    return scene;
}

bool cover(double a, double a_end, double b, double b_end) { return a < b_end - 1e-9 && b < a_end - 1e-9; }

LifeEvent assessed(int week) { return {1, week, LifeEventKind::assessed, 0, 0, 0, 0}; }

} // namespace

TEST_CASE("words beside marks and waits cover nothing, however close they stand", "[viewer]")
{
    std::mt19937 random(7);
    const auto draw = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    std::size_t said = 0, crowded = 0;
    for (int round = 0; round < 400; ++round) {
        LifeScene scene = scene_of(round % 2 == 0 ? Language::da : Language::en);
        if (round % 3 == 0) scene.parting = LifeDifference{}, scene.parting->week = draw(weeks);
        const Theme theme = theme_of(Look::light, round % 5 == 0 ? 2 : 1);
        Course course;
        const int events = 1 + draw(30);
        for (int i = 0; i < events; ++i) {
            LifeEvent one = assessed(draw(weeks));
            if (draw(3) == 0) one.kind = LifeEventKind::ended, one.a = static_cast<int>(EndReason::home_weeks_over);
            if (draw(6) == 0) one.kind = LifeEventKind::volunteered, one.a = 1;
            course.events.push_back(one);
        }
        std::sort(course.events.begin(), course.events.end(), [](const LifeEvent& a, const LifeEvent& b) { return a.week < b.week; });
        for (int i = draw(8), from = 0; i > 0; --i) {
            from += draw(90);
            const int to = from + 1 + draw(30);
            if (to >= weeks) break;
            const bool got = draw(3) > 0;
            course.waits.push_back({from, got ? to : from, Offer::klub, 1, got});
            from = to;
        }
        const Rect row{100, 0, 500 + 200.0 * draw(4), theme.small * (round % 4 == 0 ? 1.2 : 2.3)};
        const Scale x{0, weeks, row.x, row.right()};
        Marks canvas;
        draw_marks(canvas, theme, scene, course, row, x);
        for (const RecordingCanvas::Said& one : canvas.words.said) {
            INFO("round " << round << ": " << one.words << " at " << one.at.x);
            for (const RecordingCanvas::Said& other : canvas.words.said)
                if (&other != &one && other.at.y == one.at.y) CHECK_FALSE(cover(one.at.x, one.at.x + one.width, other.at.x, other.at.x + other.width));
            for (const Rect& mark : canvas.marks)
                if (std::abs(mark.middle_y() - one.at.y - theme.small / 2) < 1e-6) CHECK_FALSE(cover(one.at.x, one.at.x + one.width, mark.x, mark.right()));
            CHECK(one.at.x >= row.x);
            CHECK(one.at.x + one.width <= row.right() + 1e-9);
        }
        said += canvas.words.said.size();
        crowded += static_cast<std::size_t>(events) > canvas.words.said.size() ? 1 : 0;

        Marks waits;
        draw_words_of_waits(waits, theme, scene, course, row, x);
        for (const RecordingCanvas::Said& one : waits.words.said) {
            INFO("round " << round << ": " << one.words << " at " << one.at.x);
            for (const RecordingCanvas::Said& other : waits.words.said)
                if (&other != &one) CHECK_FALSE(cover(one.at.x, one.at.x + one.width, other.at.x, other.at.x + other.width));
            for (const WaitSpan& wait : course.waits) CHECK_FALSE(cover(one.at.x, one.at.x + one.width, x.at(wait.from), x.at(wait.to)));
        }
    }
    CHECK(said > 1000);
    CHECK(crowded > 100); // else nothing was proven
}

TEST_CASE("a mark by itself has its words, at the end of the period on its left", "[viewer]")
{
    const LifeScene scene = scene_of(Language::en);
    const Theme theme = theme_of(Look::light, 1);
    const Rect row{100, 0, 700, theme.small * 2.3};
    const Scale x{0, weeks, row.x, row.right()};
    for (const int week : {0, 200, 510, weeks - 1}) {
        Course course;
        course.events = {assessed(week)};
        course.waits = {{week > 8 ? week - 8 : 0, week > 8 ? week : 8, Offer::klub, 1, true}};
        Marks canvas;
        draw_marks(canvas, theme, scene, course, row, x);
        draw_words_of_waits(canvas, theme, scene, course, row, x);
        INFO(week);
        REQUIRE(canvas.words.said.size() == 2);
        CHECK((canvas.words.said[0].at.x < x.at(week)) == (week > 500));
        CHECK(canvas.words.said[1].words == "8 weeks");
    }
}
