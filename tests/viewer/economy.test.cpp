// SPDX-License-Identifier: MPL-2.0
#include "tests/support/catch.hpp"
#include "tests/viewer/made_results.hpp"

#include "viewer/data/economy.hpp"
#include "viewer/panels/economy.hpp"

using namespace samspil;
using namespace samspil::viewer;

namespace {

constexpr int weeks = 104;

/// Spending of 100 kr. a week on staff and 50 on capacity in the base; the option adds `more` to staff.
struct MadeMoney {
    Library library;
    std::shared_ptr<Result> base = made_result("base", 4, weeks), option = made_result("option", 4, weeks);
    std::vector<const Result*> results{base.get(), option.get()};

    explicit MadeMoney(int more)
    {
        library.results = {base, option};
        add(*base, 0);
        add(*option, more);
    }
    void add(Result& result, int more)
    {
        add_series(library, result, "budget", "spent", {account_count}, [=](int r, int, std::size_t account) {
            if (account == static_cast<std::size_t>(Account::staff)) return 100 + r + more;
            if (account == static_cast<std::size_t>(Account::investment)) return 1000;
            return account == static_cast<std::size_t>(Account::capacity) ? 50 : 0;
        });
        std::vector<double> total, months;
        for (int r = 0; r < 4; ++r) {
            total.push_back(weeks * (150.0 + r + more));
            months.push_back(10 + r + 2 * more + 0.1 * r * more);
        }
        for (const char* id : {"transport", "leadership", "access", "pools"}) set_kpi(result, std::string("budget.") + id, {0, 0, 0, 0});
        set_kpi(result, "budget.capacity", std::vector<double>(4, weeks * 50.0));
        set_kpi(result, "budget.investment", std::vector<double>(4, weeks * 1000.0));
        set_kpi(result, "cost.total", total);
        std::vector<double> staff, per_month;
        for (std::size_t r = 0; r < 4; ++r) {
            staff.push_back(total[r] - weeks * 50.0);
            per_month.push_back(total[r] / months[r]);
        }
        set_kpi(result, "budget.staff", staff);
        set_kpi(result, "cost.net_per_participant_month", per_month);
    }
};

} // namespace

TEST_CASE("accounts of running add up to the change of the total, and investment stands apart", "[viewer]")
{
    const MadeMoney made(3);
    const std::vector<MoneyRow> rows = money_rows(made.results);
    REQUIRE(rows.size() == 2);
    double sum = 0;
    for (std::size_t a = 0; a < account_count; ++a)
        if (is_running(static_cast<Account>(a))) sum += *rows[1].accounts[a].difference;
    CHECK(sum == Approx(*rows[1].running.difference));
    CHECK(sum == Approx(3 * weeks));
    CHECK(*rows[1].accounts[static_cast<std::size_t>(Account::investment)].difference == 0);
    CHECK_FALSE(rows[0].running.difference);
    CHECK(*rows[1].running_per_year.difference == Approx(3 * 365.25 / 7));
    // 3 kr. a week for six extra months and a bit a replication.
    REQUIRE(rows[1].per_extra.difference);
    CHECK(*rows[1].per_extra.difference == Approx(3.0 * weeks / 6.45));
}

TEST_CASE("an extra month has no price when there are no extra months", "[viewer]")
{
    const MadeMoney made(0);
    const std::vector<MoneyRow> rows = money_rows(made.results);
    CHECK_FALSE(rows[1].per_extra.difference);
    CHECK(*rows[1].running.difference == 0);
    const Compared compared = compared_of(made.library, State{});
    const Panel prices = prices_panel(rows, compared);
    CHECK(prices.sentence.find("ikke bestemt") != std::string::npos);
    const Panel waterfall = waterfall_panel(rows, compared);
    CHECK(waterfall.table.rows.size() == account_count + 1);
    CHECK(waterfall.sentence.find("+0") == std::string::npos);
}

TEST_CASE("the week of the year in which the base's money is spent", "[viewer]")
{
    const MadeMoney dearer(30);
    const std::vector<SpendingYear> years = spending_years(dearer.library, dearer.results);
    REQUIRE(years.size() == 2);
    CHECK(years[0].year == 2021);
    CHECK(years[0].weeks == 52);
    const YearCell& cell = years[0].cells[1];
    CHECK(cell.over == 4);
    // 52 * 150 = 7800 kr. is passed in week 44 at 180 kr. a week (43 * 180 = 7740), as in the other replications.
    CHECK(*cell.week == Approx(44));
    CHECK(*cell.spent.difference == Approx(52 * 30));
    CHECK(years[0].cells[0].over == 0);
    const MadeMoney cheaper(-30), same(0);
    CHECK(spending_years(cheaper.library, cheaper.results)[0].cells[1].over == 0);
    CHECK(spending_years(same.library, same.results)[1].cells[1].over == 0);
    CHECK_FALSE(spending_years(same.library, same.results)[1].cells[1].week);
}

TEST_CASE("spending so far is the sum of the weeks, investment left out unless asked for", "[viewer]")
{
    const MadeMoney made(7);
    const WeekCurves weekly = spending_curves(made.library, made.results, std::nullopt);
    CHECK(weekly.levels[0].mean[0] == Approx(151.5));
    CHECK(weekly.differences[1].median[50] == Approx(7));
    const WeekCurves so_far = spending_so_far(made.library, made.results, std::nullopt);
    CHECK(so_far.differences[1].median[103] == Approx(7 * weeks));
    CHECK(spending_curves(made.library, made.results, Account::investment).levels[0].mean[0] == Approx(1000));
}

TEST_CASE("money without series, without KPIs or without options is empty places, not a crash", "[viewer]")
{
    MadeMoney made(1);
    made.library.series.clear();
    CHECK(spending_years(made.library, made.results).empty());
    CHECK(spending_curves(made.library, made.results, std::nullopt).weeks() == 0);
    const auto bare = made_result("bare", 1, 10);
    const std::vector<const Result*> alone{bare.get()};
    const std::vector<MoneyRow> rows = money_rows(alone);
    REQUIRE(rows.size() == 1);
    CHECK_FALSE(rows[0].running.option);
    Library library;
    library.results = {bare};
    const Compared compared = compared_of(library, State{});
    CHECK(table_of(prices_panel(rows, compared)).rows.size() == 5);
    CHECK(table_of(frames_panel(frame_measures(alone), compared)).rows.size() == 4);
    const Panel accounts = accounts_panel(rows, compared);
    for (const auto& row : table_of(accounts).rows) CHECK(row.size() == table_of(accounts).headings.size());
    CHECK(money_rows({}).empty());
}

TEST_CASE("tables of money have a number or nothing in a cell, so that a spreadsheet can add them up", "[viewer]")
{
    const MadeMoney made(-3);
    const Panel panel = waterfall_panel(money_rows(made.results), compared_of(made.library, State{}));
    for (const auto& row : panel.table.rows) REQUIRE(row.size() == panel.table.headings.size());
    const std::string csv = csv_of(panel, Language::da);
    CHECK(csv.find("personale ved tilbud;10.556;10.244;-312;-312;-312;kr.") != std::string::npos);
}

TEST_CASE("what has no price in the model is said where it is done", "[viewer]")
{
    const MadeMoney made(10);
    InterventionRow campaign, places;
    campaign.type = "campaign";
    places.type = "change_places";
    made.base->interventions = {places};
    made.option->interventions = {places};
    const auto note = [&] {
        const Compared compared{made.results, 1, Language::da};
        return prices_panel(money_rows(made.results), compared).note;
    };
    CHECK(note().find("Uden pris") == std::string::npos);
    made.option->interventions = {places, campaign, campaign};
    CHECK(note().find("Uden pris i modellen: kampagne. ") != std::string::npos);
    made.base->interventions = {campaign, campaign}; // so does the base
    CHECK(note().find("Uden pris") == std::string::npos);
}
