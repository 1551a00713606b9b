// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/citizens.hpp"

#include "engine/base/units.hpp"

#include <algorithm>
#include <cmath>

namespace samspil {
namespace {

const std::vector<double>& column(const KpiColumns& columns, std::string_view kpi) { return columns[*find_kpi(kpi)]; }

/// Citizens 65+ in the mean week: participants of all offers over the share of citizens that they are.
double citizens_of(const KpiColumns& columns, std::size_t r, int weeks)
{
    const auto kpi = [&](std::string_view id) { return column(columns, id)[r]; };
    const double months = weeks * 12.0 / weeks_per_year;
    return participant_months(kpi) / months / share_in_offers(kpi, true);
}

} // namespace

double participant_months(KpiOf kpi) { return kpi("cost.total") / kpi("cost.net_per_participant_month"); }

double share_in_offers(KpiOf kpi, bool home_too)
{
    double share = 0;
    for (const Offer offer : offers) {
        if (home_too || offer != Offer::vedligeholdende_hjem) share += kpi("reach." + std::string(id_of(offer)));
    }
    return share;
}

std::optional<double> difference_in_citizens(const Kpi& kpi, const KpiColumns& base, const KpiColumns& option, int weeks)
{
    if (!kpi.id.starts_with("reach.") || weeks <= 0) return std::nullopt;
    const std::vector<double>&before = column(base, kpi.id), &now = column(option, kpi.id);
    std::size_t pairs = std::min(before.size(), now.size());
    for (const KpiColumns* columns : {&base, &option})
        for (const std::string_view id : {"cost.total", "cost.net_per_participant_month", "reach.klub", "reach.forebyggende",
                                          "reach.vedligeholdende_center", "reach.vedligeholdende_hjem"})
            pairs = std::min(pairs, column(*columns, id).size());
    if (pairs == 0) return std::nullopt;
    double sum = 0;
    for (std::size_t r = 0; r < pairs; ++r) sum += now[r] * citizens_of(option, r, weeks) - before[r] * citizens_of(base, r, weeks);
    if (!std::isfinite(sum)) return std::nullopt;
    return sum / static_cast<double>(pairs);
}

} // namespace samspil
