// SPDX-License-Identifier: MPL-2.0
#include "tests/support/catch.hpp"
#include "tests/viewer/recording_canvas.hpp"

#include "viewer/data/difference.hpp"
#include "viewer/data/replication_weeks.hpp"
#include "viewer/panels/difference.hpp"
#include "viewer/panels/difference_flags.hpp"
#include "viewer/panels/difference_words.hpp"
#include "viewer/state/actions.hpp"

#include "engine/model/offer.hpp"

#include <algorithm>
#include <cmath>
#include <set>

using namespace samspil;
using namespace samspil::viewer;

namespace {

constexpr int weeks = 30, houses = 2;

std::shared_ptr<Result> result_of(const std::string& key, int replications)
{
    auto result = std::make_shared<Result>();
    result->key = key;
    result->metadata.title = {key, key};
    result->metadata.start = "2021-01-04";
    result->metadata.weeks = weeks;
    result->replications = result->wanted = replications;
    result->kpis.assign(kpi_table().size(), std::vector<double>(static_cast<std::size_t>(replications), 1));
    return result;
}

const SeriesInfo& info_of(std::string_view group, std::string_view id)
{
    const auto table = series_table();
    return *std::find_if(table.begin(), table.end(), [&](const SeriesInfo& s) { return s.group == group && s.id == id; });
}

std::size_t size_of(samspil::Axis axis)
{
    switch (axis) {
    case samspil::Axis::centre: return houses;
    case samspil::Axis::offer: return offer_count;
    case samspil::Axis::account: return account_count;
    case samspil::Axis::from_offer:
    case samspil::Axis::to_offer: return offer_count + 1;
    default: return 4;
    }
}

/// Every entry by `value(replication, week, cell)`.
template <class Value>
void put_series(Library& library, const Result& result, std::string_view group, std::string_view id, const Value& value)
{
    auto series = std::make_shared<Series>();
    series->info = &info_of(group, id);
    series->replications = result.replications;
    series->weeks = weeks;
    for (const samspil::Axis axis : series->info->axes) series->axes.push_back(size_of(axis));
    for (int r = 0; r < result.replications; ++r)
        for (int w = 0; w < weeks; ++w)
            for (std::size_t cell = 0; cell < series->cell_count(); ++cell) series->values.push_back(value(r, w, cell));
    library.series[{result.key, std::string(group), std::string(id)}] = series;
}

const Kpi& kpi_of(std::string_view id) { return kpi_table()[*find_kpi(id)]; }

/// Sum of one week of the first replication, not smoothed.
double first_sum(const Library& library, const Result& result, const WeeklyChoice& choice)
{
    const auto values = weekly_values(library, result.key, choice, 1);
    REQUIRE(values.has_value());
    return values->at(0, 0);
}

} // namespace

TEST_CASE("a weekly measure counts the offers it says and no others", "[viewer]")
{
    Library library;
    const auto base = result_of("basis", 1);
    // House h, offer o: 10^o, the same in both houses.
    const int sizes[] = {1, 10, 100, 1000};
    put_series(library, *base, "weekly", "users", [&](int, int, std::size_t cell) { return sizes[cell % 4]; });
    CHECK(first_sum(library, *base, weekly_choice(kpi_of("reach.municipal"), "", 0)) == 2 * 1110);
    CHECK(first_sum(library, *base, weekly_choice(kpi_of("reach.municipal"), "", 2)) == 2 * 10);
    CHECK(first_sum(library, *base, weekly_choice(kpi_of("reach.klub"), "", 0)) == 2 * 1);
    CHECK(first_sum(library, *base, weekly_choice(kpi_of("reach.klub"), "participants", 0)) == 2 * 1111);
    // From f to t: 10 f + t; leaving is to no offer, joining is from none.
    put_series(library, *base, "flows", "moves", [](int, int, std::size_t cell) { return static_cast<int>(10 * (cell / 5) + cell % 5); });
    CHECK(first_sum(library, *base, weekly_choice(kpi_of("continuity.dropout_12w"), "", 0)) == 10 + 20 + 30 + 40);
    CHECK(first_sum(library, *base, weekly_choice(kpi_of("continuity.dropout_12w"), "leaving", 3)) == 30);
    CHECK(first_sum(library, *base, weekly_choice(kpi_of("continuity.dropout_12w"), "joining", 0)) == 1 + 2 + 3 + 4);
    put_series(library, *base, "budget", "spent", [&](int, int, std::size_t cell) { return cell == 6 ? 5000 : 100 + static_cast<int>(cell); });
    CHECK(first_sum(library, *base, weekly_choice(kpi_of("cost.total"), "", 0)) == 600 + 0 + 1 + 2 + 3 + 4 + 5);
    CHECK(first_sum(library, *base, weekly_choice(kpi_of("budget.staff"), "", 0)) == 101);
}

TEST_CASE("the typical week is the one of the last year nearest to the year's mean, not the low at its end", "[viewer]")
{
    WeeklyValues values{2, 110, {}};
    for (int r = 0; r < 2; ++r)
        for (int w = 0; w < 110; ++w) values.values.push_back(w < 58 ? 500 : w >= 106 ? 10 + r : w == 80 ? 97 : 110 + r); // mean of the last 52: 102
    CHECK(typical_week(values) == 80);
    for (double& v : values.values) v = 7;
    CHECK(typical_week(values) == 109);
    CHECK(typical_week({1, 3, {1, 2, 9}}) == 1);
}

TEST_CASE("every goal has a weekly measure whose series the model has", "[viewer]")
{
    std::set<std::string> ids;
    for (const WeeklyMeasure& measure : weekly_measures()) {
        INFO(measure.id);
        CHECK(ids.insert(measure.id).second);
        const auto table = series_table();
        const auto known = [&](std::string_view group, std::string_view id) {
            return std::any_of(table.begin(), table.end(), [&](const SeriesInfo& s) { return s.group == group && s.id == id; });
        };
        CHECK(known(measure.group, measure.series));
        CHECK((measure.below_series.empty() || known(measure.below_group, measure.below_series)));
    }
    for (const Kpi& kpi : kpi_table()) CHECK(weekly_choice(kpi, "", 0).measure != nullptr);
    CHECK(weekly_choice(kpi_of("wait.mean.vedligeholdende_center"), "", 0).measure->id == "waiting");
    CHECK(weekly_choice(kpi_of("wait.mean.vedligeholdende_center"), "", 0).offer == 3);
    CHECK(weekly_choice(kpi_of("volunteers.overasked"), "", 2).offer == 0);
    CHECK(weekly_choice(kpi_of("reach.klub"), "no such measure", 0).measure->id == "participants");
}

TEST_CASE("what stands for a goal over time says when it is another quantity", "[viewer]")
{
    const auto stands = [](std::string_view goal, std::string_view measure = "", int offer = 0) { return weekly_choice(kpi_of(goal), measure, offer).stands; };
    for (const char* goal : {"reach.municipal", "reach.klub", "unmet_need", "utilisation.vedligeholdende_hjem", "nursing_home.share", "function.independent_months",
                             "cost.net_per_participant_month", "cost.total", "budget.staff", "volunteers.stock", "access.backlog", "clubs.number"})
        CHECK(stands(goal) == Stands::goal);
    for (const char* goal : {"travel.mean", "travel.over_30", "volunteers.overasked", "volunteers.load", "equity.min_max", "equity.gini_reach", "right_offer",
                             "wait.mean.vedligeholdende_center", "continuity.dropout_12w", "cost.per_attendance", "clubs.closed_per_year", "organisation.attention"})
        CHECK(stands(goal) == Stands::related);
    CHECK(stands("travel.over_30", "participants") == Stands::asked);
    // Narrowed from another screen: a part of a goal of several offers, nothing to a goal that names its own or counts no such offer.
    CHECK(stands("reach.municipal", "", 2) == Stands::part);
    CHECK(stands("reach.municipal", "", 1) == Stands::goal);
    CHECK(weekly_choice(kpi_of("reach.municipal"), "", 1).offer == 0);
    CHECK(stands("reach.klub", "", 3) == Stands::goal);
    CHECK(weekly_choice(kpi_of("reach.klub"), "", 3).offer == 1);
    CHECK(stands("wait.mean.klub", "", 3) == Stands::related);

    Library library;
    const auto base = result_of("basis", 2);
    put_series(library, *base, "weekly", "users", [](int, int, std::size_t) { return 1; });
    const auto heading = [&](std::string_view goal, int offer, Language language) {
        return difference_title(*make_difference(library, *base, {}, weekly_choice(kpi_of(goal), "", offer)), Show::absolute, language);
    };
    CHECK(heading("travel.over_30", 0, Language::da) == "Målet findes ikke uge for uge. Vist i stedet: deltagere");
    CHECK(heading("travel.over_30", 0, Language::en) == "The goal is not kept week by week. Shown instead: participants");
    CHECK(heading("reach.municipal", 0, Language::da) == "Kommunale deltagere");
    CHECK(heading("reach.municipal", 2, Language::en) == "A part of the goal: municipal participants: preventive");
    const auto made = make_difference(library, *base, {}, weekly_choice(kpi_of("equity.min_max"), "", 0));
    CHECK_THAT(difference_sentence(*made, *base, {}), Catch::Matchers::StartsWith("Målet findes ikke uge for uge. Vist i stedet: kommunale deltagere"));
    // More participants, or a longer travel: nobody is to read the curve's direction for the goal's.
    const auto note = [&](std::string_view goal, std::string_view measure, Language language) {
        DifferenceLook look;
        look.language = language;
        return difference_note(*make_difference(library, *base, {}, weekly_choice(kpi_of(goal), measure, 0)), look);
    };
    CHECK_THAT(note("travel.over_30", "", Language::da), Catch::Matchers::StartsWith("Kurvens retning er ikke målets"));
    CHECK_THAT(note("equity.min_max", "", Language::en), Catch::Matchers::StartsWith("The curve's direction is not the goal's"));
    for (const char* measure : {"", "participants"}) CHECK(note("reach.municipal", measure, Language::da).find("Kurvens retning") == std::string::npos);
}

TEST_CASE("a moving mean keeps a straight line straight, and a ratio is of sums and not a mean of ratios", "[viewer]")
{
    Library library;
    const auto base = result_of("basis", 1);
    put_series(library, *base, "weekly", "queue", [](int, int w, std::size_t cell) { return cell == 0 ? 3 * w : 0; });
    const WeeklyChoice waiting = weekly_choice(kpi_of("unmet_need"), "", 0);
    const auto smooth = weekly_values(library, "basis", waiting, 5);
    REQUIRE(smooth.has_value());
    for (int w = 4; w < weeks; ++w) CHECK(smooth->at(0, w) == Approx(3 * (w - 2))); // the present week and the four before
    CHECK(smooth->at(0, 0) == Approx(0)); // fewer weeks at the start, and nothing of what is to come
    CHECK(smooth->at(0, 1) == Approx(1.5));
    put_series(library, *base, "weekly", "taken", [](int, int w, std::size_t cell) { return cell == 0 && w % 2 == 0 ? 30 : 0; });
    put_series(library, *base, "weekly", "offered", [](int, int w, std::size_t cell) { return cell == 0 ? (w % 2 == 0 ? 40 : 20) : 0; });
    const auto use = weekly_values(library, "basis", weekly_choice(kpi_of("utilisation.klub"), "use", 0), 3);
    REQUIRE(use.has_value());
    CHECK(use->at(0, 2) == Approx(100 * 60.0 / (40 + 20 + 40)));
    CHECK(use->at(0, 3) == Approx(100 * 30.0 / (20 + 40 + 20)));
    // Nothing offered anywhere: no ratio, and no number is made up.
    put_series(library, *base, "weekly", "offered", [](int, int, std::size_t) { return 0; });
    CHECK(std::isnan(weekly_values(library, "basis", weekly_choice(kpi_of("utilisation.klub"), "use", 0), 3)->at(0, 2)));
}

TEST_CASE("differences over time are paired: a shift that is the same in every replication has no spread", "[viewer]")
{
    Library library;
    const auto base = result_of("basis", 12), option = result_of("valg", 10);
    const auto noise = [](int r, int w, std::size_t cell) { return static_cast<int>((r * 7919 + w * 104729 + static_cast<int>(cell) * 31) % 500); };
    put_series(library, *base, "weekly", "users", noise);
    put_series(library, *option, "weekly", "users", [&](int r, int w, std::size_t cell) { return noise(r, w, cell) + (cell == 1 ? 4 : 0); });
    const Result* const options[] = {option.get()};
    const auto made = make_difference(library, *base, options, weekly_choice(kpi_of("reach.municipal"), "", 0));
    REQUIRE(made.has_value());
    REQUIRE(made->lines.size() == 2);
    CHECK(made->lines[1].pairs == 10);
    CHECK(made->lines[1].letter == "A");
    for (int w = 0; w < weeks; ++w) {
        const auto i = static_cast<std::size_t>(w);
        CHECK(made->lines[1].difference.low90[i] == 4);
        CHECK(made->lines[1].difference.high90[i] == 4);
        CHECK(made->lines[1].level.high90[i] > made->lines[1].level.low90[i] + 10);
    }
    const Result* const twin[] = {base.get()};
    const auto same = make_difference(library, *base, twin, weekly_choice(kpi_of("reach.municipal"), "", 0));
    REQUIRE(same.has_value());
    for (const double value : same->lines[1].differences.values) CHECK(value == 0);
}

TEST_CASE("a replication without a value in a week leaves the others' week as it is", "[viewer]")
{
    const double none = no_prior;
    const WeekFan fan = week_fan({4, 2, {1, none, 2, none, none, none, 3, none}});
    CHECK(fan.mean[0] == 2);
    CHECK(fan.median[0] == 2);
    CHECK(fan.low90[0] >= 1);
    CHECK(fan.high90[0] <= 3);
    CHECK(std::isnan(fan.mean[1]));
    CHECK(std::isnan(fan.median[1]));
}

TEST_CASE("over other futures than the base's an option is not compared", "[viewer]")
{
    Library library;
    const auto drawn = [](double second) { return std::make_shared<const FutureTable>(FutureTable{{"q0"}, {"uniform"}, {}, {}, {1, second}, {0, 0}}); };
    const auto base = result_of("base", 2), same = result_of("same", 2), other = result_of("other", 2), alone = result_of("alone", 2);
    base->futures = drawn(2);
    same->futures = drawn(2);
    other->futures = drawn(3);
    base->futures_mark = same->futures_mark = 1;
    other->futures_mark = 2;
    library.results = {base, same, other, alone};
    State state;
    state.base = base->key;
    const auto compared = options_of(library, state);
    REQUIRE(compared.size() == 1);
    CHECK(compared[0] == same.get());
    CHECK(why_not_comparable(*base, *other));
    CHECK(why_not_comparable(*base, *alone));
    other->replications = 1; // as far as both have come they are the same
    CHECK_FALSE(why_not_comparable(*base, *other));
}

TEST_CASE("what is not read, not finished or not there makes no difference and no crash", "[viewer]")
{
    Library library;
    const auto base = result_of("basis", 4), option = result_of("valg", 3);
    option->wanted = 20;
    const Result* const options[] = {option.get()};
    const WeeklyChoice choice = weekly_choice(kpi_of("reach.municipal"), "", 0);
    CHECK_FALSE(make_difference(library, *base, options, choice).has_value());
    put_series(library, *base, "weekly", "users", [](int, int, std::size_t) { return 1; });
    const auto alone = make_difference(library, *base, options, choice);
    REQUIRE(alone.has_value());
    CHECK(alone->lines.size() == 1);
    const auto panel = difference_panel(std::make_shared<const Difference>(*alone), base, late([&] { return difference_table(*alone, *base, Show::absolute, Language::da); }), {});
    CHECK(table_of(panel).rows.size() == weeks);
    put_series(library, *option, "weekly", "users", [](int, int, std::size_t) { return 2; });
    const auto both = make_difference(library, *base, options, choice);
    DifferenceLook look;
    look.option = "valg";
    CHECK_THAT(difference_note(*both, look), Catch::Matchers::ContainsSubstring("3 af 20 gentagelser – kan ændre sig"));
    CHECK_THAT(difference_note(*both, look), Catch::Matchers::ContainsSubstring("kun tilfældighed"));
    CHECK_THAT(difference_sentence(*both, *base, look), Catch::Matchers::ContainsSubstring("A  valg: median +6"));
}

TEST_CASE("only changes that the base does not have are flagged, those of one week together", "[viewer]")
{
    auto base = result_of("basis", 1), option = result_of("valg", 1);
    const auto change = [](int week, const std::string& type, const std::string& words) {
        InterventionRow row;
        row.week = week;
        row.date = "2022-01-03";
        row.type = type;
        row.label = {type, type};
        row.words = {words, words};
        return row;
    };
    base->interventions = {change(5, "close_centre", "hus 1 lukker")};
    option->interventions = {change(5, "close_centre", "hus 1 lukker"), change(5, "set_places", "flere pladser i hus 2"),
                             change(9, "set_places", "hus 3"), change(9, "compass", "kompas")};
    const std::vector<Flag> flags = flags_of(*base, *option);
    REQUIRE(flags.size() == 2);
    CHECK(flags[0].week == 5);
    CHECK(flags[0].words == std::vector<Text>{{"flere pladser i hus 2", "flere pladser i hus 2"}});
    CHECK(flags[0].label.da == "set_places");
    CHECK(flags[1].label.da == "2 indsatser");
    CHECK(flags_of(*option, *option).empty());
}

TEST_CASE("the flags of all options stand under the axis, each with the mark of its option", "[viewer]")
{
    const Result base = *result_of("basis", 1);
    Difference model;
    model.weeks = 100;
    model.lines.resize(3);
    model.lines[1].letter = "A";
    model.lines[2].letter = "B";
    const auto flag = [](int week, const std::string& label) { return Flag{week, {{label + " i hus 1", label}}, {label, label}}; };
    model.lines[1].flags = {flag(5, "flere pladser")};
    model.lines[2].flags = {flag(5, "kompas"), flag(60, "kompas"), flag(100, "efter perioden")};
    const std::vector<FlagWeek> weeks = flag_weeks(model);
    REQUIRE(weeks.size() == 2);
    CHECK(weeks[0].lines == std::vector<std::size_t>{1, 2});
    CHECK(weeks[1].lines == std::vector<std::size_t>{2});
    CHECK(flag_rows(weeks) == 2);
    CHECK(flag_rows(std::span(weeks).subspan(1)) == 1);
    CHECK(flag_label(model, weeks[0], Language::da) == "A, B: 2 indsatser");
    CHECK(flag_label(model, weeks[1], Language::da) == "B: kompas");
    CHECK_THAT(flag_tip(model, weeks[0], Language::da), Catch::Matchers::ContainsSubstring("flere pladser i hus 1") && Catch::Matchers::ContainsSubstring("kompas i hus 1"));
    // Flags of one week and of the next never stand on each other.
    model.lines[1].flags = {flag(5, "a"), flag(6, "b"), flag(7, "c")};
    RecordingCanvas canvas;
    const Theme theme = theme_of(Look::light, 1);
    const auto spots = draw_flags(canvas, theme, {{0, 0, 500, 300}, 310, 18, 600, {0, 99, 0, 500}}, model, base, Language::da);
    REQUIRE(spots.size() == 4);
    CHECK(spots[0].area.y != spots[1].area.y);
}

TEST_CASE("of very many options only those with room for a name are drawn, the one in front among them", "[viewer]")
{
    auto model = std::make_shared<Difference>();
    model->choice.measure = &weekly_measures()[0];
    model->weeks = weeks;
    model->lines.resize(41);
    for (std::size_t i = 0; i < model->lines.size(); ++i) {
        DifferenceLine& line = model->lines[i];
        line.key = line.title.da = line.title.en = "valg " + std::to_string(i);
        if (i > 0) line.letter = letter_of(i - 1);
        line.pairs = line.wanted = 20;
        WeeklySpread& spread = line.difference;
        spread.middle.assign(weeks, static_cast<double>(i));
        spread.low90 = spread.low50 = spread.high50 = spread.high90 = spread.middle;
    }
    const Theme theme = theme_of(Look::light, 1);
    for (const std::size_t front : {std::size_t{1}, std::size_t{20}, std::size_t{40}})
        for (const double width : {400.0, 1000.0}) {
            const Panel panel = difference_panel(model, result_of("basis", 20), {}, {Language::da, Show::difference, false, "valg " + std::to_string(front), 3});
            RecordingCanvas canvas;
            panel.draw(canvas, theme, {0, 0, width, 700});
            std::size_t names = 0;
            for (std::size_t i = 1; i < model->lines.size(); ++i) {
                const bool said = std::any_of(canvas.said.begin(), canvas.said.end(), [&](const auto& one) {
                    return one.words == model->lines[i].letter || one.words.starts_with(model->lines[i].letter + "  ");
                });
                names += said;
                if (i == front) CHECK(said);
            }
            INFO(canvas.all());
            CHECK(names >= 4);
            CHECK(names <= 12);
            CHECK(canvas.all().find("+ " + std::to_string(40 - names) + " flere") != std::string::npos);
        }
}
