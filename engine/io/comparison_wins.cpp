// SPDX-License-Identifier: MPL-2.0
// What a win hides: a mean of those who got a place grows better when others do not get in, and a wait that counts from the
// decision grows shorter when decisions come late.
#include "engine/experiment/finding.hpp"
#include "engine/io/comparison_report.hpp"
#include "engine/io/figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

namespace samspil {
namespace {

constexpr double far_fewer = 0.05;  ///< share of those reached: below it a mean is of nearly the same people
constexpr double much_longer = 0.5; ///< weeks on a decision; the relevance of waits

bool is_of_those_in(std::string_view kpi)
{
    static constexpr std::array<std::string_view, 5> means{"wait.", "travel.", "continuity.", "cost.net_per_participant_month", "cost.per_attendance"};
    return std::any_of(means.begin(), means.end(), [&](std::string_view beginning) { return kpi.starts_with(beginning); });
}

const KpiDifference* find(std::span<const KpiDifference> kpis, std::string_view id)
{
    const auto found = std::find_if(kpis.begin(), kpis.end(), [&](const KpiDifference& d) { return d.kpi->id == id; });
    return found == kpis.end() || !found->difference || !found->base ? nullptr : &*found;
}

/// Goals that are clearly better and are means of those who are in the offers.
std::vector<const KpiDifference*> means_won(std::span<const KpiDifference> kpis)
{
    std::vector<const KpiDifference*> won;
    for (const KpiDifference& d : kpis)
        if (is_clearly(d, Verdict::better) && is_of_those_in(d.kpi->id)) won.push_back(&d);
    return won;
}

std::string joined(const std::vector<const KpiDifference*>& wins, Language language)
{
    std::string names;
    for (std::size_t i = 0; i < wins.size(); ++i) {
        const bool last = i + 1 == wins.size();
        names += (i == 0 ? "" : last ? (language == Language::da ? " og " : " and ") : ", ") + fmt::format("«{}»", wins[i]->kpi->label.in(language));
    }
    return names;
}

} // namespace

std::optional<double> fewer_behind_wins(std::span<const KpiDifference> kpis)
{
    const KpiDifference* reached = find(kpis, "reach.municipal");
    if (reached == nullptr || !(*reached->base > 0) || *reached->ci_high >= 0 || means_won(kpis).empty()) return std::nullopt;
    const double fewer = -*reached->difference / *reached->base;
    return fewer > far_fewer ? std::optional(fewer) : std::nullopt;
}

std::vector<Text> other_side_of_wins(std::span<const KpiDifference> kpis)
{
    const std::vector<const KpiDifference*> means = means_won(kpis);
    std::vector<const KpiDifference*> waits;
    std::copy_if(means.begin(), means.end(), std::back_inserter(waits), [](const KpiDifference* d) { return d->kpi->id.starts_with("wait."); });
    std::vector<Text> notes;
    if (const auto share = fewer_behind_wins(kpis)) {
        const auto fewer = std::lround(100 * *share);
        notes.push_back({fmt::format("{} er af dem, der er i tilbuddene, og de kommunale når {} % færre: det kan se bedre ud, alene fordi andre ikke kommer med",
                                     joined(means, Language::da), fewer),
                         fmt::format("{} are of those in the offers, and the municipal ones reach {} % fewer: it may look better only because others do not get in",
                                     joined(means, Language::en), fewer)});
    }
    const KpiDifference* decision = find(kpis, "access.decision_wait");
    if (!waits.empty() && decision != nullptr && *decision->ci_low > 0 && *decision->difference >= much_longer) {
        notes.push_back({fmt::format("{} tæller fra afgørelsen, og på den ventes der længere: {}", joined(waits, Language::da), in_words(*decision, Language::da).difference),
                         fmt::format("{} counts from the decision, and that is waited for longer: {}", joined(waits, Language::en), in_words(*decision, Language::en).difference)});
    }
    return notes;
}

} // namespace samspil
