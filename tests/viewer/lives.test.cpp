// SPDX-License-Identifier: MPL-2.0
#include "tests/support/catch.hpp"
#include "tests/viewer/recording_canvas.hpp"

#include "viewer/chart/paper.hpp"
#include "viewer/panels/life_scene.hpp"
#include "viewer/panels/life_strip.hpp"
#include "viewer/panels/life_words.hpp"

#include "engine/model/calendar.hpp"
#include "engine/model/roster.hpp"

#include <filesystem>
#include <set>

using namespace samspil;
using namespace samspil::viewer;

namespace {

constexpr int burn_in = 10, weeks = 100;
constexpr auto klub = static_cast<std::uint8_t>(Offer::klub);
constexpr auto forebyggende = static_cast<std::uint8_t>(Offer::forebyggende);

ResultPtr town(const std::string& key)
{
    auto result = std::make_shared<Result>();
    result->key = key;
    result->metadata.title = {"By " + key, "Town " + key};
    result->metadata.start = "2021-01-04";
    result->metadata.weeks = weeks;
    result->metadata.burn_in_weeks = burn_in;
    result->replications = result->wanted = 20;
    result->centres = {{.key = 11, .id = "a", .name = "Huset", .kind = {}, .area = {}, .known = true, .district = {}},
                       {.key = 12, .id = "b", .name = "Antaget hus 7", .kind = {}, .area = {}, .known = false, .district = {}}};
    result->neighbourhoods = {{.key = 3, .id = "n", .name = "Trøjborg", .area = {}, .district = {}}};
    return result;
}

std::uint64_t citizen(std::uint32_t ordinal)
{
    return person_id(3, Sex::female, (day_of({1943, 6, 15}) - 4) / 7, ordinal);
}

/// Weeks of the run: 10 is the first of the period.
LifeEvent event(std::uint64_t person, int week, LifeEventKind kind, std::uint8_t offer = 0, int centre = 0, int a = 0, int b = 0)
{
    return {person, week, kind, offer, centre, a, b};
}

Lives club_from(int start, std::uint64_t person)
{
    return {event(person, 0, LifeEventKind::entered, 0, 0, 1), event(person, 20, LifeEventKind::level_change, 0, 0, 3),
            event(person, start - 4, LifeEventKind::queued, klub, 11, 1), event(person, start, LifeEventKind::started, klub, 11, 2, 4),
            event(person, 90, LifeEventKind::ended, klub, 11, static_cast<int>(EndReason::dropped_out))};
}

LifeScenePtr scene(const ResultPtr& base, const Lives& lives, const ResultPtr& option, const Lives& other,
                   std::uint64_t person)
{
    auto made = std::make_shared<LifeScene>();
    made->person = person;
    made->base = base;
    made->option = option;
    made->base_course = course_of(events_of(lives, person), burn_in, weeks);
    made->option_course = course_of(events_of(other, person), burn_in, weeks);
    const FollowedLives followed = followed_lives(*base, lives, option.get(), &other);
    if (const FollowedLife* life = find_life(followed, person)) made->parting = life->parting;
    return made;
}

/// Keeps words and boxes.
struct WordsAndBoxes final : Canvas {
    RecordingCanvas words;
    std::vector<Rect> boxes;
    void line(std::span<const Point>, Colour, double, Dash) override {}
    void band(std::span<const double>, std::span<const double>, std::span<const double>, Colour) override {}
    void polygon(const Polygon&, Point, double, Colour) override {}
    void box(Rect area, Colour, double) override { boxes.push_back(area); }
    void frame(Rect, Colour, double, double) override {}
    void disc(Point, double, Colour) override {}
    void ring(Point, double, Colour, double) override {}
    void arc(Point, double, double, double, Colour, double) override {}
    void text(Point at, std::string_view said, const TextStyle& style) override { words.text(at, said, style); }
    double text_width(std::string_view said, const TextStyle& style) const override { return words.text_width(said, style); }
    void clip(Rect) override {}
    void unclip() override {}
};

} // namespace

TEST_CASE("a citizen's number says place, sex, week of birth, ordinal and generation", "[viewer]")
{
    const std::uint64_t id = person_id(1234, Sex::female, -1500, 77);
    CHECK(parts_of(id).neighbourhood_key == 1234);
    CHECK(parts_of(id).sex == Sex::female);
    CHECK(parts_of(id).birth_week == -1500);
    CHECK(parts_of(id).ordinal == 77);
    CHECK(parts_of(id).generation == 0);
    CHECK(parts_of(next_generation(id)).generation == 1);
    CHECK(citizen_words(*town("a"), citizen(1), Language::da) == "Kvinde, født 1943, Trøjborg · nr. 2");
    CHECK(citizen_words(*town("a"), person_id(9, Sex::male, 0, 0), Language::en) ==
          "Man, born 1970, unknown small area · no. 1");
}

TEST_CASE("events become spans in weeks of the period", "[viewer]")
{
    const Lives lives = club_from(34, citizen(0));
    const Course course = course_of(lives, burn_in, weeks);
    REQUIRE(course.stays.size() == 1);
    CHECK(course.stays[0].from == 24);
    CHECK(course.stays[0].to == 80);
    CHECK(course.stays[0].end == EndReason::dropped_out);
    REQUIRE(course.waits.size() == 1);
    CHECK(course.waits[0].from == 20);
    CHECK(course.waits[0].to == 24);
    CHECK(course.waits[0].got_place);
    REQUIRE(course.levels.size() == 2);
    CHECK(course.levels[0].from == 0);
    CHECK(course.levels[0].to == 10);
    CHECK(course.levels[1].level == 3);
    CHECK(course.levels[1].to == weeks);
    CHECK(weeks_enrolled(course) == 56);
    CHECK(stay_at(course, 23) == nullptr);
    CHECK(stay_at(course, 24)->centre == 11);
}

TEST_CASE("a wait that is given up has a beginning only, and death ends what is under way", "[viewer]")
{
    const std::uint64_t p = citizen(0);
    const Lives lives{event(p, 0, LifeEventKind::entered, 0, 0, 2), event(p, 15, LifeEventKind::started, klub, 11, 1),
                      event(p, 30, LifeEventKind::queued, forebyggende, 12),
                      event(p, 50, LifeEventKind::ended, klub, 11, static_cast<int>(EndReason::died)), event(p, 50, LifeEventKind::died)};
    const Course course = course_of(lives, burn_in, weeks);
    REQUIRE(course.waits.size() == 1);
    CHECK_FALSE(course.waits[0].got_place);
    CHECK(course.waits[0].from == course.waits[0].to);
    CHECK(course.died);
    CHECK(course.leaves == 40);
    CHECK(course.stays.back().to == 40);
    CHECK(course.levels.back().to == 40);
    CHECK_FALSE(course_of(std::vector{event(p, 0, LifeEventKind::entered, 0, 0, 1), event(p, 4, LifeEventKind::died)}, burn_in, weeks)
                    .is_there());
    CHECK_FALSE(course_of({}, burn_in, weeks).is_there());
}

TEST_CASE("weeks apart count other offers and other houses, and a life against itself has none", "[viewer]")
{
    const Course early = course_of(club_from(34, 1), burn_in, weeks),
                 late = course_of(club_from(50, 1), burn_in, weeks);
    CHECK(weeks_apart(early, early) == 0);
    CHECK(weeks_apart(early, late) == 16);
    CHECK(weeks_apart(late, early) == 16);
    Lives moved = club_from(34, 1);
    for (LifeEvent& e : moved)
        e.centre = e.centre == 0 ? 0 : 12;
    CHECK(weeks_apart(early, course_of(moved, burn_in, weeks)) == 56);
}

TEST_CASE("lives that part are counted by cause, with the week of the period", "[viewer]")
{
    const ResultPtr base = town("base"), option = town("option");
    Lives a = club_from(34, citizen(0)), b = club_from(30, citizen(0));
    for (Lives* lives : {&a, &b})
        lives->insert(lives->end(), {event(citizen(1), 0, LifeEventKind::entered, 0, 0, 1)});
    const FollowedLives same = followed_lives(*base, a, option.get(), &a);
    CHECK(same.parted == 0);
    CHECK(listed(same, static_cast<int>(LivesList::unchanged)).size() == 2);
    const FollowedLives followed = followed_lives(*base, a, option.get(), &b);
    CHECK(followed.parted == 1);
    CHECK(followed.causes[static_cast<std::size_t>(Cause::place)] == 1);
    REQUIRE(listed(followed, static_cast<int>(LivesList::most_changed)).size() == 1);
    const FollowedLife& life = *listed(followed, list_of(Cause::place)).at(0);
    CHECK(life.person == citizen(0));
    CHECK(life.apart == 4);
    CHECK(life.parting->week == 16);
    CHECK(listed(followed, list_of(Cause::house)).empty());
    CHECK(person_shown(followed, 0) == citizen(0));
    CHECK(person_shown(followed, citizen(1)) == citizen(1));
}

TEST_CASE("a house that an option closes is named as the cause", "[viewer]")
{
    const ResultPtr base = town("base");
    auto option = std::make_shared<Result>(*town("option"));
    const Lives a = club_from(34, citizen(0)), b = club_from(30, citizen(0));
    option->interventions = {{.week = 3,
                              .date = "2021-01-25",
                              .type = "close_centre",
                              .label = {},
                              .words = {},
                              .centre = "a",
                              .to = {},
                              .area = {}}};
    CHECK(houses_opened_or_closed(*base, *option) == std::vector<int>{11});
    CHECK(followed_lives(*base, a, option.get(), &b).causes[static_cast<std::size_t>(Cause::house)] == 1);
}

TEST_CASE("without an option or without lives nobody parts, and nothing fails", "[viewer]")
{
    const ResultPtr base = town("base"), option = town("option");
    const Lives lives = club_from(34, citizen(0)), none;
    CHECK(followed_lives(*base, lives, nullptr, nullptr).parted == 0);
    CHECK(listed(followed_lives(*base, lives, nullptr, nullptr), 0).size() == 1);
    CHECK(followed_lives(*base, lives, option.get(), &none).parted == 0);
    CHECK(followed_lives(*base, none, option.get(), &lives).all.empty());
    CHECK(person_shown(followed_lives(*base, none, nullptr, nullptr), 5) == 0);
    CHECK(next_at_random(FollowedLives{}, 5) == 0);
}

TEST_CASE("the walk at random meets everybody once before it begins again", "[viewer]")
{
    Lives lives;
    for (std::uint32_t i = 0; i < 40; ++i)
        lives.push_back(event(citizen(i), 0, LifeEventKind::entered, 0, 0, 1));
    const FollowedLives followed = followed_lives(*town("base"), lives, nullptr, nullptr);
    std::set<std::uint64_t> met;
    std::uint64_t now = next_at_random(followed, 0);
    const std::uint64_t first = now;
    for (int i = 0; i < 40; ++i) {
        met.insert(now);
        now = next_at_random(followed, now);
    }
    CHECK(met.size() == 40);
    CHECK(now == first);
}

TEST_CASE("no word shows the digest of what a choice looked at", "[viewer]")
{
    const ResultPtr base = town("base");
    for (const int centre : {0, 11}) {
        for (const Language language : {Language::da, Language::en}) {
            const std::string words =
                event_words(*base, event(1, 5, LifeEventKind::considered, klub, centre, 974231694, 1027196463), language);
            CHECK(words.find_first_of("0123456789") == std::string::npos);
            CHECK_FALSE(words.empty());
        }
    }
    CHECK(event_words(*base, event(1, 5, LifeEventKind::started, klub, 12, 2, 4), Language::da) ==
          "begynder i klub, Antaget hus 7: 2 gange om ugen efter 4 ugers ventetid");
    CHECK(event_words(*base, event(1, 5, LifeEventKind::started, klub, 12, 1, 1), Language::da) ==
          "begynder i klub, Antaget hus 7: 1 gang om ugen efter 1 uges ventetid");
    CHECK_THAT(event_words(*base, event(1, 5, LifeEventKind::started, klub, 12, 1, 1), Language::en), Catch::Matchers::EndsWith("after waiting 1 week"));
}

TEST_CASE("the week the lives part is said with its cause, and A against A says that nothing differs", "[viewer]")
{
    const ResultPtr base = town("base"), option = town("option");
    const std::uint64_t p = citizen(0);
    const Lives a = club_from(34, p);
    Lives b = a; // the same queue, a place four weeks earlier
    b[3].week = 30;
    b[3].b = 0;
    const Panel panel = life_strips_panel(scene(base, a, option, b, p));
    CHECK(panel.title.find("Syntetisk borger, ikke en person") == 0);
    CHECK(panel.sentence == "Livene skilles uge 21 2021: plads ledig tidligere i Huset.");
    CHECK(life_strips_panel(scene(base, a, option, a, p)).sentence == "Livet er det samme i begge.");
    const Panel events = life_events_panel(scene(base, a, option, a, p));
    for (const auto& row : events.table.rows)
        CHECK(row.at(2) == "som basis");
    const Panel alone = life_events_panel(scene(base, a, nullptr, {}, p));
    for (const auto& row : alone.table.rows)
        CHECK(row.size() == alone.table.headings.size());
}

TEST_CASE("panels of lives draw from small to large, with one result and with two", "[viewer]")
{
    const ResultPtr base = town("base"), option = town("option");
    const std::uint64_t p = citizen(0);
    const Lives a = club_from(34, p), b = club_from(30, p);
    const std::string path = (std::filesystem::temp_directory_path() / "samspil-lives-test.svg").string();
    for (const auto& shown : {scene(base, a, option, b, p), scene(base, a, nullptr, {}, p)}) {
        const auto followed = std::make_shared<const FollowedLives>(followed_lives(*base, a, shown->option.get(), &b));
        const LifeChoice choice{Language::en, shown->base, shown->option, followed, 0, p};
        for (const Panel& panel :
             {life_strips_panel(shown), life_events_panel(shown), life_causes_panel(choice), life_list_panel(choice)}) {
            for (const auto& row : panel.table.rows)
                CHECK(row.size() == panel.table.headings.size());
            for (const double width : {420.0, 1600.0}) {
                const Theme theme = theme_of(Look::light, 1);
                draw_on_paper(path, PaperKind::svg, width, width / 1.7, 1, theme.panel, [&](Canvas& canvas) {
                    for (const Spot& spot : draw_panel(canvas, theme, {0, 0, width, width / 1.7}, panel)) {
                        if (spot.tip_at) CHECK_FALSE(spot.tip_at({spot.area.middle_x(), spot.area.middle_y()}).empty());
                        if (!spot.drag) continue;
                        const std::vector<Action> actions = spot.drag({spot.area.right() + 50, 0});
                        CHECK(std::get<SetWeek>(actions.at(0)).week == weeks - 1);
                    }
                });
            }
        }
    }
    std::filesystem::remove(path);
}

TEST_CASE("the lanes of a life stand clear of each other and an offer holds its name, however low the picture", "[viewer]")
{
    const ResultPtr base = town("base"), option = town("option");
    const std::uint64_t p = citizen(0);
    const Panel two = life_strips_panel(scene(base, club_from(34, p), option, club_from(30, p), p));
    const Panel alone = life_strips_panel(scene(base, club_from(34, p), nullptr, {}, p));
    for (const double scale : {1.0, 2.0}) {
        const Theme theme = theme_of(Look::light, scale);
        const auto walk = [&](const Panel& panel, int lowest) {
            for (int height = lowest; height <= 420; height += 5) {
                INFO(height << " at scale " << scale << ", " << panel.sentence);
                WordsAndBoxes canvas;
                panel.draw(canvas, theme, {0, 0, theme.px(620), theme.px(height)});
                std::vector<double> names;
                std::size_t offers = 0;
                for (const RecordingCanvas::Said& one : canvas.words.said) {
                    if (one.words == "Funktion" || one.words == "Tilbud" || one.words == "Ventetid" || one.words == "Hændelser") names.push_back(one.at.y);
                    if (!one.words.starts_with("Huset") || one.at.x <= 1) continue;
                    ++offers;
                    CHECK(std::any_of(canvas.boxes.begin(), canvas.boxes.end(), [&](Rect box) {
                        return box.y <= one.at.y && box.bottom() >= one.at.y + theme.small && box.x <= one.at.x && box.right() > one.at.x;
                    }));
                }
                CHECK(names.size() >= 4);
                CHECK(offers >= 1);
                for (std::size_t i = 1; i < names.size(); ++i) CHECK(names[i] - names[i - 1] >= theme.small);
            }
        };
        walk(two, 280);
        walk(alone, 200);
    }
}

TEST_CASE("what has no lane of its own is not drawn over the life below", "[viewer]")
{
    const ResultPtr base = town("base"), option = town("option");
    const std::uint64_t p = citizen(0);
    const Panel two = life_strips_panel(scene(base, club_from(34, p), option, club_from(30, p), p));
    const Theme theme = theme_of(Look::light, 2);
    bool with = false, without = false;
    for (int height = 150; height <= 420; height += 10) {
        RecordingCanvas canvas;
        two.draw(canvas, theme, {0, 0, theme.px(620), theme.px(height)});
        const std::string all = canvas.all();
        CHECK((all.find("falder fra") != std::string::npos) == (all.find("Hændelser") != std::string::npos));
        (all.find("Hændelser") != std::string::npos ? with : without) = true;
    }
    CHECK(with);
    CHECK(without);
}

TEST_CASE("a wait of one week is said in the singular", "[viewer]")
{
    const ResultPtr base = town("base");
    const std::uint64_t p = citizen(0);
    Lives lives = club_from(34, p);
    for (LifeEvent& one : lives) {
        if (one.kind == LifeEventKind::queued) one.week = 33;
        if (one.kind == LifeEventKind::started) one.b = 1;
    }
    RecordingCanvas canvas;
    life_strips_panel(scene(base, lives, nullptr, {}, p)).draw(canvas, theme_of(Look::light, 1), {0, 0, 800, 400});
    CHECK(canvas.all().find(" 1 uge ") != std::string::npos);
}

TEST_CASE("in a low place the lane of function has the height of its word, and offers that of theirs", "[viewer]")
{
    for (const double scale : {1.0, 2.0}) {
        const Theme theme = theme_of(Look::light, scale);
        for (const double height : {54.0, 58.0, 70.0, 90.0}) {
            const LifeRows rows = life_rows(theme, {0, 0, 600 * scale, theme.px(height)}, theme.px(60), {true, false, false});
            INFO(scale << " " << height);
            CHECK(rows.level.height >= theme.small);
            CHECK(rows.offers.height >= theme.small);
            CHECK(rows.bottom() <= theme.px(height) + 1e-9);
        }
    }
}
