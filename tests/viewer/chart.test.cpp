// SPDX-License-Identifier: MPL-2.0
#include "tests/support/catch.hpp"

#include "tests/viewer/recording_canvas.hpp"

#include "viewer/chart/colour_distance.hpp"
#include "viewer/chart/paper.hpp"
#include "viewer/chart/plots.hpp"
#include "viewer/chart/spaced_ticks.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/whole_file.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <limits>
#include <numbers>
#include <set>

using namespace samspil;
using namespace samspil::viewer;

TEST_CASE("marks on an axis are round, cover the domain and tell neighbours apart", "[viewer]")
{
    for (const auto& [low, high] : {std::pair(0.0, 1.0), std::pair(-0.037, 0.021), std::pair(0.0, 61.3e6), std::pair(-5.0, 4.9), std::pair(1e-6, 3e-6)}) {
        const Ticks ticks = ticks_of(low, high, 5);
        REQUIRE(ticks.values.size() >= 2);
        CHECK(ticks.values.size() <= 12);
        CHECK(ticks.values.front() >= low - 1e-9 * (high - low));
        CHECK(ticks.values.back() <= high + 1e-9 * (high - low));
        std::set<std::string> words;
        for (const double value : ticks.values) words.insert(tick_words(ticks, value, Language::da));
        CHECK(words.size() == ticks.values.size());
    }
    CHECK(ticks_of(3, 3, 5).values == std::vector<double>{3});
    CHECK(ticks_of(0, std::numeric_limits<double>::infinity(), 5).values.size() == 1);
}

TEST_CASE("figures of an axis stand apart at any height, and zero stays", "[viewer]")
{
    constexpr double least = 29;
    for (const auto& [low, high] : {std::pair(-20.0, 130.0), std::pair(0.0, 9.0), std::pair(-0.3, 0.02), std::pair(41.0, 57.0)}) {
        std::size_t fewest = 100, most = 0;
        for (double height = 20; height <= 400; height += 5) {
            const int count = std::max(2, static_cast<int>(height / 40));
            const Scale scale = widened(low, high, count, height, 0);
            const Ticks all = widened_ticks(low, high, count), kept = spaced_ticks(all, scale, least);
            REQUIRE_FALSE(kept.values.empty());
            for (std::size_t i = 1; i < kept.values.size(); ++i) CHECK(scale.at(kept.values[i - 1]) - scale.at(kept.values[i]) >= least);
            for (const double value : kept.values) CHECK(std::find(all.values.begin(), all.values.end(), value) != all.values.end());
            const auto has_zero = [](const Ticks& ticks) { return std::find(ticks.values.begin(), ticks.values.end(), 0.0) != ticks.values.end(); };
            CHECK(has_zero(kept) == has_zero(all));
            fewest = std::min(fewest, kept.values.size());
            most = std::max(most, kept.values.size());
        }
        CHECK(fewest <= 2);
        CHECK(most >= 4);
    }
}

TEST_CASE("triangles of an outline cover its area, whichever way it runs round", "[viewer]")
{
    // An L, a star, and an L run backwards.
    std::vector<Point> star;
    for (int i = 0; i < 10; ++i) {
        const double r = i % 2 == 0 ? 10 : 4, a = i * std::numbers::pi / 5;
        star.push_back({r * std::cos(a), r * std::sin(a)});
    }
    const std::vector<Point> corner{{0, 0}, {4, 0}, {4, 1}, {1, 1}, {1, 3}, {0, 3}, {0, 0}};
    std::vector<Point> backwards(corner.rbegin(), corner.rend());
    const auto ring_area = [](const std::vector<Point>& p) {
        double sum = 0;
        for (std::size_t i = 0; i < p.size(); ++i) {
            const Point a = p[i], b = p[(i + 1) % p.size()];
            sum += a.x * b.y - b.x * a.y;
        }
        return std::abs(sum) / 2;
    };
    for (const std::vector<Point>& ring : {corner, star, backwards}) {
        const Polygon shape = polygon_of(ring);
        double sum = 0;
        for (std::size_t t = 0; t + 2 < shape.triangles.size(); t += 3)
            sum += ring_area({shape.points[shape.triangles[t]], shape.points[shape.triangles[t + 1]], shape.points[shape.triangles[t + 2]]});
        CHECK(sum == Approx(ring_area(ring)));
    }
    CHECK(polygon_of(std::array{Point{0, 0}, Point{1, 1}}).triangles.empty());
}

TEST_CASE("text of every look is read against its background at 4.5 to 1", "[viewer]")
{
    for (const Look look : {Look::light, Look::dark, Look::contrast}) {
        const Theme t = theme_of(look, 1);
        for (const Colour ink : {t.ink, t.faint, t.better, t.worse, t.tie, t.accent, t.choice, t.assumption}) {
            CHECK(contrast(ink, t.panel) >= 4.5);
            CHECK(contrast(ink, t.window) >= 4.0);
        }
        for (const Colour back : {t.better_soft, t.worse_soft, t.tie_soft}) CHECK(contrast(t.ink, back) >= 7);
    }
}

TEST_CASE("the colour of an option is never near that of a verdict or of another option, also where red or green is not seen", "[viewer]")
{
    CHECK(colour_distance({0, 0, 0}, {255, 255, 255}) == Approx(100).margin(0.01));
    CHECK(colour_distance({200, 60, 40}, {90, 120, 40}, Sight::no_green) < colour_distance({200, 60, 40}, {90, 120, 40}));
    for (const Look look : {Look::light, Look::dark, Look::contrast}) {
        const Theme t = theme_of(look, 1);
        for (std::size_t i = 1; i < option_colours; ++i) {
            CHECK(contrast(t.options[i], t.panel) >= 3); // of marks and lines (WCAG 1.4.11)
            for (const Sight sight : {Sight::full, Sight::no_red, Sight::no_green}) {
                INFO(static_cast<int>(look) << " " << i << " " << static_cast<int>(sight));
                for (const Colour verdict : {t.better, t.worse}) CHECK(colour_distance(t.options[i], verdict, sight) >= (sight == Sight::full ? 15 : 8));
                CHECK(colour_distance(t.options[i], t.tie, sight) >= 7);
                for (std::size_t other = 0; other < i; ++other) CHECK(colour_distance(t.options[i], t.options[other], sight) >= 7);
            }
        }
    }
}

TEST_CASE("no line ends between a number and what it counts", "[viewer]")
{
    const RecordingCanvas canvas;
    const TextStyle style{10, {}};
    const std::string words = "Forskel fra 1. april 2021: parret gentagelse for gentagelse, 95 %-interval over 13 uger og 20 gentagelser i 2023 Nord";
    for (double width = 90; width < 700; width += 7) {
        std::string whole;
        for (const std::string& line : wrapped(canvas, words, style, width, 99)) {
            whole += (whole.empty() ? "" : " ") + line;
            CHECK(canvas.text_width(line, style) <= width);
            for (const char* torn : {" 95", " 13", " 20", " 1."}) CHECK_FALSE(line.ends_with(torn));
        }
        CHECK(whole == words);
    }
    // Where there is no other place a line ends at any space.
    CHECK(wrapped(canvas, "95 %-interval", style, 40, 9).size() == 2);
}

TEST_CASE("the same figure on paper is the same file", "[viewer]")
{
    const std::string folder = (std::filesystem::temp_directory_path() / "samspil-paper").string();
    make_folder(folder);
    const Theme theme = theme_of(Look::light, 1);
    const auto draw = [&](Canvas& canvas) {
        canvas.text({10, 10}, "Køge § 79 – æøå ≤ 3 €", theme.body_text());
        const std::array xs{10.0, 60.0, 110.0}, low{80.0, 90.0, 70.0}, high{40.0, 50.0, 30.0};
        canvas.band(xs, low, high, theme.better.with_alpha(0.3));
        draw_marker(canvas, Marker::diamond, {140, 60}, 8, theme.worse);
    };
    for (const PaperKind kind : {PaperKind::png, PaperKind::svg, PaperKind::pdf}) {
        const std::string a = folder + "/a", b = folder + "/b";
        draw_on_paper(a, kind, 200, 120, 2, theme.panel, draw);
        draw_on_paper(b, kind, 200, 120, 2, theme.panel, draw);
        // Cairo numbers the surfaces of a process inside an SVG.
        if (kind != PaperKind::svg) CHECK((read_whole_file(a) == read_whole_file(b)));
        CHECK(read_whole_file(a).size() > 500);
    }
    CHECK_THROWS_AS(draw_on_paper(folder + "/no/such/folder/a.png", PaperKind::png, 20, 20, 1, theme.panel, draw), IoError);
    std::filesystem::remove_all(folder);
}
