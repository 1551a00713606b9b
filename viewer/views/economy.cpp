// SPDX-License-Identifier: MPL-2.0
// Screen Økonomi: what each option costs, on which account, when, and for how much reached.
#include "viewer/views/board.hpp"
#include "viewer/views/controls.hpp"
#include "viewer/views/views.hpp"

#include "viewer/panels/economy.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/economy.hpp"
#include "viewer/words/house.hpp"

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

/// Which option the waterfall shows, which account and which numbers the curves show; the price level beside or below them.
Rect choices(Frame& frame, const Compared& compared)
{
    ControlRow row(frame, frame.area);
    const std::vector<std::string> names = compared.names();
    if (compared.has_options()) {
        if (const auto chosen = row.choose_from("option", std::span(names).subspan(1), static_cast<int>(compared.focus) - 1, 220))
            frame.act(FocusOption{compared.results[static_cast<std::size_t>(*chosen) + 1]->key});
    }
    const std::optional<Account> account = account_from(frame.state.account);
    std::vector<std::string> accounts{capitalised(account_name(std::nullopt, frame.language()))};
    for (std::size_t a = 0; a < account_count; ++a) accounts.push_back(capitalised(account_name(static_cast<Account>(a), frame.language())));
    if (const auto chosen = row.choose_from("account", accounts, account ? static_cast<int>(*account) + 1 : 0))
        frame.act(FocusAccount{*chosen == 0 ? std::string() : std::string(id_of(static_cast<Account>(*chosen - 1)))});
    if (compared.has_options()) {
        const std::string shows[] = {frame.say(words::difference), frame.say(words::absolute)};
        if (const auto chosen = row.choose_one("show", shows, frame.state.show == Show::difference ? 0 : 1))
            frame.act(SetShow{*chosen == 0 ? Show::difference : Show::absolute});
    }
    row.note(frame.say(words::prices_fixed), frame.say(words::price_tip));
    return row.below();
}

std::shared_ptr<const WeekFigure> figure_of(Frame& frame, const Compared& compared, bool so_far)
{
    const std::optional<Account> account = account_from(frame.state.account);
    const std::string key = fmt::format("economy.{}.{}.{}", so_far ? "so_far" : "weekly", frame.state.account, drawn_key(compared));
    return frame.cache.kept(key, [&] {
        const auto curves_of = [&library = frame.library, so_far, account](Results results) {
            return so_far ? spending_so_far(library, results, account) : spending_curves(library, results, account);
        };
        return week_figure(curves_of, compared, so_far ? kpi_table()[*find_kpi("cost.total")] : weekly_spending_kpi(), 1);
    });
}

void panels(Frame& frame, Rect area, const Compared& compared)
{
    const auto rows = frame.cache.kept("economy.rows." + compared.key(), [&] { return money_rows(compared.results); });
    const auto years = frame.cache.kept("economy.years." + compared.key(), [&] { return spending_years(frame.library, compared.results); });
    const std::string same = fmt::format("{}.{}", compared.focus, compared.key());
    const Panel& prices = frame.cache.resting_on(same, "economy.prices", [&] { return prices_panel(*rows, compared); });
    const Panel& by_year = frame.cache.of("economy.years", [&] { return spending_years_panel(*years, compared, frame.state.week); });
    const Panel& weekly = frame.cache.of("economy.weekly", [&] { return weekly_cost_panel(figure_of(frame, compared, false), compared, frame.state); });
    const Panel& so_far = frame.cache.of("economy.so_far", [&] { return cost_so_far_panel(figure_of(frame, compared, true), compared, frame.state); });
    const Panel& accounts = frame.cache.resting_on(same, "economy.accounts", [&] { return accounts_panel(*rows, compared); });
    const Panel& frames = frame.cache.resting_on(same, "economy.frames", [&] { return frames_panel(frame_measures(compared.results), compared); });
    std::vector<BoardRow> board;
    if (compared.has_options()) {
        const Panel& waterfall = frame.cache.resting_on(same, "economy.waterfall", [&] { return waterfall_panel(*rows, compared); });
        board.push_back({{{&waterfall, 1}, {&weekly, 0.75}}, 1.3});
        board.push_back({{{&prices, 1}}, 0.6});
        board.push_back({{{&by_year, 1}}, 0.5});
        board.push_back({{{&so_far, 1}, {&frames, 1}}, 1});
    } else {
        board.push_back({{{&weekly, 1}, {&so_far, 1}}, 1});
        board.push_back({{{&prices, 1}}, 0.6});
        board.push_back({{{&frames, 1}}, 0.6});
    }
    board.push_back({{{&accounts, 1}}, 0.6});
    show_board(frame, area, "economy.board", board);
}

} // namespace

void economy_view(Frame& frame)
{
    const Compared compared = compared_of(frame.library, frame.state);
    if (compared.results.empty()) {
        ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
        draw_wrapped(canvas, frame.area, words::nothing_open.in(frame.language()), frame.theme.body_text(), 3);
        return;
    }
    const Wishes asked = economy_wishes(compared.results);
    frame.wishes.series.insert(asked.series.begin(), asked.series.end());
    panels(frame, choices(frame, compared), compared);
}

} // namespace samspil::viewer
