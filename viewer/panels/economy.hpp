// SPDX-License-Identifier: MPL-2.0
// The panels of the screen Økonomi.
#pragma once

#include "viewer/data/economy.hpp"
#include "viewer/panels/compared.hpp"
#include "viewer/panels/panel.hpp"
#include "viewer/panels/week_chart.hpp"

#include <memory>
#include <optional>

namespace samspil::viewer {

/// The account of the state; nothing: all of running.
std::optional<Account> account_from(const std::string& id);
std::string account_name(std::optional<Account> account, Language language);

Panel waterfall_panel(const std::vector<MoneyRow>& rows, const Compared& compared);
Panel prices_panel(const std::vector<MoneyRow>& rows, const Compared& compared);
Panel spending_years_panel(const std::vector<SpendingYear>& years, const Compared& compared, int week);
Panel weekly_cost_panel(std::shared_ptr<const WeekFigure> figure, const Compared& compared, const State& state);
Panel cost_so_far_panel(std::shared_ptr<const WeekFigure> figure, const Compared& compared, const State& state);
Panel accounts_panel(const std::vector<MoneyRow>& rows, const Compared& compared);
Panel frames_panel(std::vector<Measure> measures, const Compared& compared);

} // namespace samspil::viewer
