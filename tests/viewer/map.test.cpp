// SPDX-License-Identifier: MPL-2.0
#include "tests/support/catch.hpp"
#include "tests/viewer/made_library.hpp"

#include "viewer/panels/apart.hpp"
#include "viewer/panels/labels.hpp"
#include "viewer/panels/map_drawing.hpp"
#include "viewer/panels/map_panel.hpp"

#include <algorithm>
#include <cmath>
#include <random>

using namespace samspil;
using namespace samspil::viewer;

namespace {

Outline square(int neighbourhood, int x, int y, int side)
{
    return {neighbourhood, {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, "made"};
}

NeighbourhoodRow neighbourhood(int key, const std::string& district)
{
    NeighbourhoodRow row;
    row.key = key;
    row.id = row.name = "n" + std::to_string(key);
    row.district = district;
    return row;
}

/// Two squares side by side, one kilometre each.
std::shared_ptr<Result> two_squares(const std::string& key, const std::string& west, const std::string& east)
{
    auto result = made_result(key, 2, 3, 2);
    result->neighbourhoods = {neighbourhood(1, west), neighbourhood(2, east)};
    result->outlines = std::make_shared<const std::vector<Outline>>(std::vector{square(1, 0, 0, 1000), square(2, 1000, 0, 1000)});
    return result;
}

double area_of(const Polygon& shape)
{
    double sum = 0;
    for (std::size_t i = 0; i + 2 < shape.triangles.size(); i += 3) {
        const Point a = shape.points[shape.triangles[i]], b = shape.points[shape.triangles[i + 1]], c = shape.points[shape.triangles[i + 2]];
        sum += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
    }
    return sum;
}

double length_of(const std::vector<MapLine>& lines)
{
    double sum = 0;
    for (const MapLine& line : lines)
        for (std::size_t i = 1; i < line.size(); ++i) sum += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    return sum;
}

void put_homes(Library& library, const std::string& result, std::int32_t users_east)
{
    put_series(library, result, "weekly", "users_by_home", 3, 2, {2, offer_count}, {10, 0, 0, 0, users_east, 5, 0, 0});
    put_series(library, result, "weekly", "citizens_by_home", 3, 2, {2}, {100, 50});
}

} // namespace

TEST_CASE("triangles of a small area cover it, and north is up", "[viewer]")
{
    const auto result = two_squares("a", "w", "e");
    const MapShapes shapes = map_shapes(*result);
    REQUIRE(shapes.rings.size() == 2);
    CHECK(area_of(shapes.rings[0].shape) == Approx(1e6));
    CHECK(shapes.at(0, 1000).y < shapes.at(0, 0).y);
    CHECK(neighbourhood_at(shapes, shapes.at(500, 500)) == std::size_t{0});
    CHECK(neighbourhood_at(shapes, shapes.at(1500, 500)) == std::size_t{1});
    CHECK_FALSE(neighbourhood_at(shapes, shapes.at(2500, 500)).has_value());
    CHECK(shapes.sources == std::vector<std::string>{"made"});
}

TEST_CASE("a ring that crosses itself is filled all the same", "[viewer]")
{
    // A square with a small loop at one side.
    const std::vector<Point> ring{{0, 0}, {100, 0}, {100, 48}, {110, 52}, {110, 48}, {100, 52}, {100, 100}, {0, 100}};
    CHECK(area_of(polygon_of(ring)) >= 0.95 * 1e4);
}

TEST_CASE("a hole belongs to what lies in it", "[viewer]")
{
    auto result = two_squares("a", "w", "e");
    result->outlines = std::make_shared<const std::vector<Outline>>(
        std::vector{square(1, 0, 0, 1000), square(1, 400, 400, 200), square(2, 420, 420, 100)});
    const MapShapes shapes = map_shapes(*result);
    CHECK(neighbourhood_at(shapes, shapes.at(100, 100)) == std::size_t{0});
    CHECK(neighbourhood_at(shapes, shapes.at(450, 450)) == std::size_t{1});
    CHECK_FALSE(neighbourhood_at(shapes, shapes.at(590, 590)).has_value());
}

TEST_CASE("without outlines each small area is what lies nearest to its point, and names no source", "[viewer]")
{
    auto result = two_squares("a", "w", "e");
    result->outlines = nullptr;
    CHECK(map_shapes(*result).empty()); // an older file keeps no points either
    result->outlines = std::make_shared<const std::vector<Outline>>();
    result->neighbourhoods.push_back(neighbourhood(3, "e"));
    result->neighbourhoods.push_back(neighbourhood(4, "e"));
    const std::array<std::pair<int, int>, 4> places{{{560'000, 6'220'000}, {562'000, 6'220'000}, {561'000, 6'221'000}, {561'000, 6'221'000}}};
    for (std::size_t i = 0; i < places.size(); ++i) {
        result->neighbourhoods[i].x_m = places[i].first;
        result->neighbourhoods[i].y_m = places[i].second;
    }
    const MapShapes shapes = map_shapes(*result);
    CHECK(shapes.sources.empty());
    REQUIRE(shapes.rings.size() == 3); // two at one place are drawn once
    double land = 0;
    for (const MapRing& ring : shapes.rings) land += area_of(ring.shape);
    for (int x = 559'000; x <= 563'000; x += 37) {
        for (int y = 6'218'500; y <= 6'222'500; y += 41) {
            const auto here = neighbourhood_at(shapes, shapes.at(x, y));
            if (!here) continue;
            double nearest = 1e18, own = 0;
            for (std::size_t i = 0; i < 3; ++i) {
                const double far = std::hypot(x - places[i].first, y - places[i].second);
                nearest = std::min(nearest, far);
                if (i == *here) own = far;
            }
            CHECK(own <= nearest + 2); // corners stand on whole metres
        }
    }
    for (std::size_t i = 0; i < 3; ++i) CHECK(neighbourhood_at(shapes, shapes.at(places[i].first, places[i].second)) == i);
    CHECK(land > 3e6);
    CHECK(length_of(shapes.between_districts) > 0);
}

TEST_CASE("a district border runs where districts meet and nowhere inside one", "[viewer]")
{
    CHECK(length_of(map_shapes(*two_squares("a", "w", "e")).between_districts) == Approx(8000));
    CHECK(length_of(map_shapes(*two_squares("a", "w", "w")).between_districts) == Approx(6000));
    CHECK(map_shapes(*two_squares("a", "", "")).between_districts.empty());
}

TEST_CASE("the number of an area lies inside it, whatever its shape", "[viewer]")
{
    auto result = two_squares("a", "w", "e");
    const Outline horseshoe{1, {{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}, {0, 800}, {800, 800}, {800, 200}, {0, 200}}, "made"};
    result->outlines = std::make_shared<const std::vector<Outline>>(std::vector{horseshoe});
    const MapShapes shapes = map_shapes(*result);
    const std::optional<Point> middle = middle_of(shapes, 0);
    REQUIRE(middle.has_value());
    CHECK(lies_in(*middle, shapes.rings[0]));
    CHECK_FALSE(middle_of(shapes, 1).has_value());
}

TEST_CASE("the share of a week is participants over citizens of the same place, of one offer or all", "[viewer]")
{
    Library library;
    const auto base = two_squares("base", "w", "e");
    put_homes(library, "base", 20);
    const auto value = [&](int offer, Dimension dimension, std::size_t i) {
        const auto measures = map_measures(dimension, offer);
        return area_values(library, {base.get(), nullptr}, dimension, measures.front(), offer, 1).at(i).values.base.value_or(-1);
    };
    CHECK(value(0, Dimension::neighbourhood, 0) == Approx(0.1));
    CHECK(value(0, Dimension::neighbourhood, 1) == Approx(0.5));
    CHECK(value(2, Dimension::neighbourhood, 1) == Approx(0.1));
    CHECK(value(0, Dimension::district, 0) == Approx(0.1));
    base->neighbourhoods[1].district = "w";
    CHECK(value(0, Dimension::district, 0) == Approx(35.0 / 150));
}

TEST_CASE("a map of a result against itself shows nothing but ties of exactly zero", "[viewer]")
{
    Library library;
    const auto base = two_squares("base", "w", "e"), same = two_squares("same", "w", "e");
    for (const char* key : {"base", "same"}) {
        put_homes(library, key, 20);
        put_series(library, key, "weekly", "users", 3, 2, {2, offer_count}, {7, 0, 0, 0, 9, 1, 0, 0});
    }
    const auto measures = map_measures(Dimension::neighbourhood, 0);
    for (const AreaValues& area : area_values(library, {base.get(), same.get()}, Dimension::neighbourhood, measures.front(), 0, 0)) {
        REQUIRE(area.values.difference.has_value());
        CHECK(is_nothing(*area.values.difference));
        CHECK(sense_of(*area.values.difference) == 0);
    }
    for (const HouseValues& house : house_values(library, {base.get(), same.get()}, 0, 0)) CHECK(is_nothing(*house.users.difference));
}

TEST_CASE("houses are paired by key, and one that only the option has is shown", "[viewer]")
{
    Library library;
    const auto base = two_squares("base", "w", "e"), option = two_squares("option", "w", "e");
    option->centres = {base->centres[1], base->centres[0]};
    option->centres[1].key = 3;
    put_series(library, "base", "weekly", "users", 3, 2, {2, offer_count}, {7, 0, 0, 0, 9, 0, 0, 0});
    put_series(library, "option", "weekly", "users", 3, 2, {2, offer_count}, {12, 0, 0, 0, 4, 0, 0, 0});
    const auto houses = house_values(library, {base.get(), option.get()}, 0, 0);
    REQUIRE(houses.size() == 3);
    CHECK(*houses[1].users.difference->difference == Approx(3));
    CHECK_FALSE(houses[0].users.option.has_value());
    CHECK(houses[2].users.option.value_or(-1) == Approx(4));
    CHECK_FALSE(houses[2].users.base.has_value());
}

TEST_CASE("a map without outlines, series or option says so and still has its words", "[viewer]")
{
    Library library;
    auto base = made_result("base", 2, 1, 2);
    base->centres[1].name = "Antaget hus 9";
    library.results = {base};
    const auto shapes = std::make_shared<const MapShapes>(map_shapes(*base));
    CHECK(shapes->empty());
    const auto picture = std::make_shared<const MapPicture>(map_picture(library, State{}, {base.get(), nullptr}, shapes));
    CHECK(picture->mode == MapMode::level);
    const Panel panel = map_panel(picture);
    CHECK_FALSE(panel.sentence.empty());
    CHECK(map_houses_panel(picture).table.rows.size() == 2);
    State english;
    english.habits.language = Language::en;
    const std::string words = tsv_of(map_houses_panel(std::make_shared<const MapPicture>(map_picture(library, english, {base.get(), nullptr}, shapes))));
    CHECK(words.find("Assumed house 9") != std::string::npos);
    CHECK(words.find("Antaget") == std::string::npos);
}

TEST_CASE("a lower wait is the better colour, and more of what has no good direction is no win in words", "[viewer]")
{
    const Theme theme = theme_of(Look::light, 1);
    const Kpi& wait = find_group_kpi("wait.mean")->about;
    CHECK(sense_colour(theme, wait, -1) == theme.better);
    CHECK(sense_word(wait, 1).en == label_of(Verdict::worse).en);
    CHECK(sense_word(week_users_kpi(), 1).en == "more");
    CHECK(sense_colour(theme, wait, 0) == theme.tie);
}

TEST_CASE("numbers of areas get room by what they say: decided before not, the largest first, worse and better alike", "[viewer]")
{
    MapPicture picture;
    picture.mode = MapMode::difference;
    const Kpi& kpi = kpi_table()[*find_kpi("reach.municipal")];
    const auto add = [&](const std::string& name, double difference, double half) {
        KpiDifference d;
        d.kpi = &kpi;
        d.n = 20;
        d.difference = difference;
        d.ci_low = difference - half;
        d.ci_high = difference + half;
        d.relevance = 0.01;
        d.verdict = verdict_of(kpi.direction, difference - half, difference + half, 0.01);
        picture.areas.push_back({{name, name, {}}, {0.1, 0.1 + difference, d}});
    };
    add("undecided", 0.3, 0.5);
    add("little", 0.02, 0.001);
    add("worse", -0.05, 0.001);
    add("better", 0.04, 0.001);
    picture.areas.push_back({{"unknown", "unknown", {}}, {}});
    std::vector<std::string> order;
    for (const AreaValues* area : areas_by_importance(picture)) order.push_back(area->unit.id);
    CHECK(order == std::vector<std::string>{"worse", "better", "little", "undecided", "unknown"});
    picture.mode = MapMode::level;
    CHECK(areas_by_importance(picture).front()->unit.id == "undecided");
}

TEST_CASE("labels never lie over one another or outside", "[viewer]")
{
    LabelPlaces places({0, 0, 100, 40});
    const auto first = places.beside({50, 20}, 5, 30, 10);
    REQUIRE(first.has_value());
    CHECK(first->x > 55);
    const auto second = places.beside({50, 20}, 5, 30, 10);
    REQUIRE(second.has_value());
    CHECK(second->right() < 45);
    CHECK_FALSE(places.over({60, 20}, 30, 10).has_value());
    CHECK_FALSE(places.over({2, 2}, 30, 10).has_value());
}

TEST_CASE("houses that would cover each other are moved apart, near where they are; others stay", "[viewer]")
{
    std::mt19937 chance(3);
    std::normal_distribution<double> dense(250, 35);
    std::vector<Point> places{{20, 20}, {480, 480}, {250, 250}, {250, 250}, {250, 250}};
    while (places.size() < 24) places.push_back({dense(chance), dense(chance)});
    const std::vector<double> radii(places.size(), 15);
    const Rect area{0, 0, 500, 500};
    const Apart apart = moved_apart(places, radii, area);
    const std::vector<Point>& at = apart.at;
    REQUIRE(at.size() == places.size());
    const Apart again = moved_apart(places, radii, area);
    CHECK(apart.size < 1); // too many for circles of this size to stay near
    CHECK(apart.size >= 0.5);
    for (const std::size_t i : {0u, 1u}) CHECK((at[i].x == places[i].x && at[i].y == places[i].y));
    const double radius = 15 * apart.size;
    double farthest = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
        farthest = std::max(farthest, std::hypot(at[i].x - places[i].x, at[i].y - places[i].y));
        CHECK(area.holds(at[i]));
        CHECK((at[i].x == again.at[i].x && at[i].y == again.at[i].y));
        for (std::size_t j = i + 1; j < at.size(); ++j) CHECK(std::hypot(at[j].x - at[i].x, at[j].y - at[i].y) > 2 * radius - 2);
    }
    CHECK(farthest > radius / 2);
    CHECK(farthest <= 2 * radius + 1e-9);
}

TEST_CASE("two houses on one spot are drawn in full, side by side", "[viewer]")
{
    const std::vector<Point> places{{100, 100}, {100, 100}};
    const std::vector<double> radii{15, 10};
    const Apart apart = moved_apart(places, radii, {0, 0, 500, 500});
    CHECK(apart.size == 1);
    CHECK(std::hypot(apart.at[1].x - apart.at[0].x, apart.at[1].y - apart.at[0].y) > 24);
}
