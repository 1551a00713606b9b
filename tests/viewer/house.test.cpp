// SPDX-License-Identifier: MPL-2.0
#include "tests/support/catch.hpp"
#include "tests/viewer/recording_canvas.hpp"
#include "tests/viewer/made_results.hpp"

#include "viewer/data/flows.hpp"
#include "viewer/data/house.hpp"
#include "viewer/data/places.hpp"
#include "viewer/panels/house.hpp"
#include "viewer/state/commands.hpp"

#include <array>

using namespace samspil;
using namespace samspil::viewer;

namespace {

constexpr int weeks = 60;

/// Two houses with four offers each; only club and preventive are offered, at house 7.
struct MadeHouses {
    Library library;
    std::shared_ptr<Result> base = made_result("base", 4, weeks), option = made_result("option", 4, weeks);
    std::vector<const Result*> results{base.get(), option.get()};

    explicit MadeHouses(int more)
    {
        library.results = {base, option};
        add(*base, 0);
        add(*option, more);
    }
    void add(const Result& result, int more)
    {
        const auto at = [](std::size_t cell, std::size_t house, Offer offer) { return cell == house * offer_count + index_of(offer); };
        add_series(library, result, "weekly", "users", {2, 4}, [=](int r, int w, std::size_t c) { return at(c, 0, Offer::klub) ? 100 + r + w + more : 0; });
        add_series(library, result, "weekly", "queue", {2, 4}, [=](int r, int, std::size_t c) {
            return at(c, 0, Offer::klub) ? 10 + r + more : at(c, 0, Offer::forebyggende) ? 5 : 0;
        });
        add_series(library, result, "weekly", "offered", {2, 4}, [=](int, int w, std::size_t c) {
            return at(c, 0, Offer::klub) ? 200 : at(c, 0, Offer::forebyggende) && w > 30 ? 50 : 0;
        });
        add_series(library, result, "weekly", "taken", {2, 4}, [=](int, int, std::size_t c) { return at(c, 0, Offer::klub) ? 150 : 0; });
        add_series(library, result, "places", "binding", {2, 4}, [=](int r, int, std::size_t) { return r == 0 ? 2 : 3; });
        add_series(library, result, "flows", "moves", {5, 5}, [=](int r, int w, std::size_t c) { return c == 1 ? 10 + r + (w < 8 ? 0 : more) : 0; });
        add_series(library, result, "budget", "staff_cover", {2}, [=](int, int w, std::size_t c) { return c == 1 && w % 2 == 0 ? 900 - more : 0; });
        add_series(library, result, "budget", "intake_stop", {2}, [=](int, int w, std::size_t c) { return c == 1 && w < 10 + more ? 1 : 0; });
        auto groups = std::make_shared<GroupTable>();
        groups->dimension = Dimension::centre;
        groups->kpis = {"wait.mean", "utilisation"};
        groups->members = {{"dc-ni", {"ni", "nine"}}, {"lc-syv", {"syv", "seven"}}}; // not in the order of the houses
        groups->replications = 4;
        for (int r = 0; r < 4; ++r)
            for (const double v : {99.0, 5.0 + r + more, no_prior, no_prior}) groups->values.push_back(v);
        library.groups[{result.key, Dimension::centre}] = groups;
    }
};

} // namespace

TEST_CASE("a house's places in a week are means over replications and paired differences", "[viewer]")
{
    const MadeHouses made(3);
    const std::vector<Offer> shown = offers_of_house(made.library, made.results, 7);
    REQUIRE(shown == std::vector{Offer::klub, Offer::forebyggende});
    const std::vector<PlacesRow> rows = places_of_house(made.library, made.results, 7, shown, 40);
    REQUIRE(rows.size() == 2);
    const PlacesCell& base = rows[0].cells[0];
    const PlacesCell& option = rows[0].cells[1];
    CHECK(base.users == Approx(141.5));
    CHECK(option.users == Approx(144.5));
    CHECK(*base.use == Approx(0.75));
    CHECK(base.limit == 3);
    CHECK_FALSE(base.users_change.difference);
    REQUIRE(option.users_change.difference);
    CHECK(*option.users_change.difference == Approx(3));
    CHECK(*option.users_change.ci_low == Approx(3)); // the same in every pair
    CHECK(*option.queue_change.verdict == Verdict::worse);
    CHECK(rows[1].cells[1].queue_change.verdict == Verdict::tie);
    // Beyond the period: the last week.
    CHECK(places_of_house(made.library, made.results, 7, shown, 9999)[0].cells[0].users == Approx(160.5));
}

TEST_CASE("a house against itself differs by exactly nothing", "[viewer]")
{
    const MadeHouses made(0);
    const std::vector<Offer> shown = offers_of_house(made.library, made.results, 7);
    for (const PlacesRow& row : places_of_house(made.library, made.results, 7, shown, 5)) {
        CHECK(*row.cells[1].users_change.difference == 0);
        CHECK(row.cells[1].queue_change.verdict == Verdict::tie);
    }
    const WeekCurves curves = house_curves(made.library, made.results, 7, "weekly", "queue", Offer::none);
    for (const double v : curves.differences[1].median) CHECK(v == 0);
    for (const Measure& m : house_kpis(made.library, made.results, 7)) CHECK(*m.differences[1].difference == 0);
    for (const Flow& flow : flows_at(made.library, made.results, 59).flows) CHECK(*flow.differences[1].difference == 0);
}

TEST_CASE("curves of a house add up its offers or follow one", "[viewer]")
{
    const MadeHouses made(2);
    const WeekCurves all = house_curves(made.library, made.results, 7, "weekly", "queue", Offer::none);
    CHECK(all.levels[0].mean[0] == Approx(16.5));
    CHECK(all.differences[1].median[0] == Approx(2));
    CHECK(all.differences[0].median.empty());
    const WeekCurves one = house_curves(made.library, made.results, 7, "weekly", "queue", Offer::forebyggende);
    CHECK(one.levels[1].mean[59] == Approx(5));
    CHECK(house_curves(made.library, made.results, 7, "budget", "staff_cover", Offer::none, 0.001).levels[0].mean[0] == 0);
}

TEST_CASE("indicators of a house are found by its id, not by its place in the table", "[viewer]")
{
    const MadeHouses made(1);
    const std::vector<Measure> kpis = house_kpis(made.library, made.results, 7);
    REQUIRE(kpis.size() == 1); // utilisation is defined nowhere
    CHECK(kpis[0].kpi->id == "wait.mean");
    CHECK(*kpis[0].differences[0].option == Approx(6.5));
    CHECK(*kpis[0].differences[1].difference == Approx(1));
    CHECK(*kpis[0].differences[1].verdict == Verdict::worse);
}

TEST_CASE("staffing counts only weeks in which somebody is needed, intake stops count every week", "[viewer]")
{
    const MadeHouses made(5);
    const std::vector<Measure> running = house_running(made.library, made.results, 9);
    REQUIRE(running.size() == 2);
    CHECK(*running[0].differences[0].option == Approx(0.9));
    CHECK(*running[0].differences[1].difference == Approx(-0.005));
    CHECK(*running[1].differences[0].option == Approx(10));
    CHECK(*running[1].differences[1].difference == Approx(5));
}

TEST_CASE("flows are means of the year up to the week, of fewer weeks at the start", "[viewer]")
{
    const MadeHouses made(4);
    const Flows late = flows_at(made.library, made.results, 59);
    CHECK(late.from_week == 8);
    REQUIRE(late.flows.size() == 1);
    CHECK(late.flows[0].from == Offer::none);
    CHECK(late.flows[0].to == Offer::klub);
    CHECK(*late.flows[0].differences[0].option == Approx(11.5));
    CHECK(*late.flows[0].differences[1].difference == Approx(4));
    const Flows early = flows_at(made.library, made.results, 7);
    CHECK(early.from_week == 0);
    CHECK(*early.flows[0].differences[1].difference == Approx(0));
}

TEST_CASE("missing series, unknown houses and a single result leave empty places, not a crash", "[viewer]")
{
    MadeHouses made(1);
    made.library.series.erase({"option", "weekly", "users"});
    const std::array offers_shown{Offer::klub};
    const PlacesRow row = places_of_house(made.library, made.results, 7, offers_shown, 3)[0];
    CHECK(row.cells[0].there);
    CHECK_FALSE(row.cells[1].there);
    CHECK_FALSE(row.cells[1].users_change.difference);
    made.option->centres.clear();
    CHECK_FALSE(places_of_house(made.library, made.results, 7, offers_shown, 3)[0].cells[1].there);
    CHECK(offers_of_house(made.library, made.results, 1234).empty());
    const std::vector<const Result*> alone{made.base.get()};
    CHECK(house_kpis(made.library, alone, 7).size() == 1);
    const Library empty;
    CHECK(house_running(empty, alone, 7).empty());
    CHECK_FALSE(flows_at(empty, alone, 3).read);
    CHECK(house_curves(empty, alone, 7, "weekly", "queue", Offer::none).weeks() == 0);
}

TEST_CASE("houses follow each other in a ring, and the first stands in for an unknown one", "[viewer]")
{
    const auto result = made_result("base", 1, 1);
    CHECK(house_after(*result, 7, +1) == 9);
    CHECK(house_after(*result, 9, +1) == 7);
    CHECK(house_after(*result, 7, -1) == 9);
    CHECK(house_row(*result, 55)->key == 7);
    CHECK(house_row(Result{}, 7) == nullptr);
    CHECK(house_after(Result{}, 7, 1) == 0);
}

TEST_CASE("a filter finds houses whatever the case of its letters, Danish ones too", "[viewer]")
{
    CHECK(is_like("Lokalcenter Åbo · Ørbæk", "åbo ØR"));
    CHECK(is_like("Lokalcenter", ""));
    CHECK_FALSE(is_like("Lokalcenter Åbo", "åbo vest"));
}

TEST_CASE("an assumed house keeps its number in both languages and says what it is", "[viewer]")
{
    const auto result = made_result("base", 1, 1);
    CHECK(house_name(result->centres[1], Language::da) == "Antaget hus 9");
    CHECK(house_name(result->centres[1], Language::en) == "Assumed house 9");
    Library library;
    library.results = {result};
    const std::vector<Command> commands = commands_of(library, {});
    const std::vector<const Command*> found = found_commands(commands, "assumed house 9", Language::en);
    REQUIRE(found.size() == 1);
    CHECK(found.front()->label.da.ends_with("Antaget hus 9"));
    CHECK(house_words(result->centres[1], nullptr, Language::da).find("antaget hus") != std::string::npos);
    CHECK(house_words(result->centres[0], nullptr, Language::da).find("antaget") == std::string::npos);
}

TEST_CASE("every panel of a house says in words and rows what it draws", "[viewer]")
{
    const MadeHouses made(3);
    State state;
    const Compared compared = compared_of(made.library, state);
    REQUIRE(compared.results.size() == 2);
    const std::array offers_shown{Offer::klub};
    const Panel places = places_panel(places_of_house(made.library, made.results, 7, offers_shown, 0), compared, 0);
    CHECK(table_of(places).rows.size() == 2);
    CHECK(places.sentence.find("klub") != std::string::npos);
    for (const auto& row : table_of(places).rows) CHECK(row.size() == table_of(places).headings.size());
    const Panel flows = flows_panel(flows_at(made.library, made.results, 59), compared);
    for (const auto& row : table_of(flows).rows) CHECK(row.size() == table_of(flows).headings.size());
    const Panel all = house_compare_panel(house_kpis(made.library, made.results, 7), compared);
    for (const auto& row : table_of(all).rows) CHECK(row.size() == table_of(all).headings.size());
    CHECK(all.sentence.find("dårligere") != std::string::npos);
    const auto figure = std::make_shared<const WeekFigure>(week_figure([&](Results results) { return house_curves(made.library, results, 7, "weekly", "queue", Offer::none); }, compared,
                                                                       kpi_table()[*find_kpi("unmet_need")]));
    const Panel queue = queue_panel(figure, compared, Offer::none, state);
    CHECK(table_of(queue).rows.size() == weeks / 4);
    for (const auto& row : table_of(queue).rows) CHECK(row.size() == table_of(queue).headings.size());
}

TEST_CASE("in a low place a house's rows stay whole: names of options give their lines", "[viewer]")
{
    const MadeHouses made(3);
    for (const auto& result : {made.base, made.option}) result->metadata.title = {"Et ret langt navn på et alternativ som ingen husker", "A rather long name of an option that nobody recalls"};
    const Compared compared = compared_of(made.library, State{});
    const std::array offers_shown{Offer::klub, Offer::forebyggende};
    const std::vector<PlacesRow> rows = places_of_house(made.library, made.results, 7, offers_shown, 40);
    for (const double scale : {1.0, 2.0}) {
        const Theme theme = theme_of(Look::light, scale);
        const Panel low = places_panel(rows, compared, 40, 1);
        RecordingCanvas canvas;
        const Rect area{0, 0, theme.px(400), theme.px(low.least_height)};
        low.draw(canvas, theme, area);
        REQUIRE(canvas.said.size() > 8);
        for (const RecordingCanvas::Said& one : canvas.said) {
            INFO(scale << ": " << one.words);
            CHECK(one.at.y + theme.small <= area.bottom());
        }
        // What has no line here is not spoken of.
        CHECK(low.note.find("Bjælke") == std::string::npos);
        CHECK(places_panel(rows, compared, 40).note.find("Bjælke") != std::string::npos);
    }
}
