// SPDX-License-Identifier: MPL-2.0
// The tables of money: one row a parameter, a decision, a mechanism, an intervention, a KPI, a series.
#include "engine/model/money.hpp"

#include "engine/model/indicators.hpp"
#include "engine/model/parameters.hpp"
#include "engine/model/policy.hpp"
#include "engine/model/intervention.hpp"

namespace samspil {

void append_money_parameters(std::vector<Field>&) {}
void append_money_policy(std::vector<Field>&) {}
void append_money_mechanisms(std::vector<Field>&) {}
void append_money_interventions(std::vector<InterventionKind>&) {}
void append_money_kpis(std::vector<Kpi>&) {}
void append_money_series(std::vector<SeriesInfo>&) {}

void MoneyCounts::resize(std::size_t, std::size_t, std::size_t) {}
void MoneyCounts::add(const MoneyCounts&) {}
void MoneyCounts::clear() {}
void MoneyWishes::clear() {}
void MoneyWishes::append(const MoneyWishes&) {}

} // namespace samspil
