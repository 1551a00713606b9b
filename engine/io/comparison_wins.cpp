// SPDX-License-Identifier: MPL-2.0
// What a win hides: a mean of those who got a place grows better when others do not get in, a wait that counts from the decision
// is half of the wait, who has no ride counts as reached, and clubs are no goal.
#include "engine/experiment/finding.hpp"
#include "engine/io/comparison_report.hpp"
#include "engine/io/figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>

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

/// By how large a share fewer are reached, where goals are better that are means of those in the offers.
std::optional<double> fewer_behind_wins(std::span<const KpiDifference> kpis)
{
    const KpiDifference* reached = find(kpis, "reach.municipal");
    if (reached == nullptr || !(*reached->base > 0) || *reached->ci_high >= 0 || means_won(kpis).empty()) return std::nullopt;
    const double fewer = -*reached->difference / *reached->base;
    return fewer > far_fewer ? std::optional(fewer) : std::nullopt;
}

std::optional<OtherSide> means_of_fewer(std::span<const KpiDifference> kpis)
{
    const auto share = fewer_behind_wins(kpis);
    if (!share) return std::nullopt;
    const auto fewer = std::lround(100 * *share);
    const auto means = means_won(kpis);
    return OtherSide{{fmt::format("{} er af dem, der er i tilbuddene, og de kommunale når en andel, der er {} % lavere: det kan se bedre ud, alene fordi andre ikke kommer med",
                                 joined(means, Language::da), fewer),
                      fmt::format("{} are of those in the offers, and the municipal ones reach a share that is {} % lower: it may look better only because others do not get in",
                                  joined(means, Language::en), fewer)},
                     {fmt::format("{} % lavere andel nås: bedre tal er af dem, der er i tilbud", fewer),
                      fmt::format("{} % smaller share reached: better figures are of those in offers", fewer)}};
}

/// A wait in a queue for maintaining is read with the one before it, whichever way either went.
std::optional<OtherSide> wait_for_decision(std::span<const KpiDifference> kpis)
{
    std::vector<const KpiDifference*> waits;
    for (const KpiDifference& d : kpis) {
        const bool decided = is_clearly(d, Verdict::better) || is_clearly(d, Verdict::worse);
        if (decided && d.kpi->id.starts_with("wait.") && d.kpi->id.find("vedligeholdende") != std::string_view::npos) waits.push_back(&d);
    }
    const KpiDifference* decision = find(kpis, "access.decision_wait");
    if (waits.empty() || decision == nullptr || std::abs(*decision->difference) < much_longer) return std::nullopt;
    const bool longer = *decision->ci_low > 0;
    if (!longer && *decision->ci_high >= 0) return std::nullopt;
    const Label then = longer ? Label{"og på den ventes der længere", "and that is waited for longer"} : Label{"og den kommer hurtigere", "and that comes sooner"};
    const std::string da = in_words(*decision, Language::da).difference, en = in_words(*decision, Language::en).difference;
    return OtherSide{{fmt::format("{} tæller fra afgørelsen, {}: {}", joined(waits, Language::da), then.da, da),
                      fmt::format("{} counts from the decision, {}: {}", joined(waits, Language::en), then.en, en)},
                     {fmt::format("ventetid på afgørelse {}", da), fmt::format("wait for a decision {}", en)}};
}

/// Who cannot get there without a ride keeps the place, comes to fewer sessions and counts as reached.
std::optional<OtherSide> without_ride(std::span<const KpiDifference> kpis)
{
    const KpiDifference* refused = find(kpis, "transport.refused");
    if (refused == nullptr || *refused->ci_low <= 0 || *refused->difference <= far_fewer * *refused->base) return std::nullopt;
    const std::string da = in_words(*refused, Language::da).difference, en = in_words(*refused, Language::en).difference;
    return OtherSide{{fmt::format("«{}»: {}. De har en plads, kommer sjældnere og tæller som nået", refused->kpi->label.da, da),
                      fmt::format("«{}»: {}. They have a place, come less often and count as reached", refused->kpi->label.en, en)},
                     {fmt::format("{} uden kørsel", da), fmt::format("{} without a ride", en)}};
}

/// Clubs are no municipal offer: no goal of reach hears of them.
std::optional<OtherSide> smaller_clubs(std::span<const KpiDifference> kpis)
{
    const KpiDifference* clubs = find(kpis, "reach.klub");
    if (clubs == nullptr || clubs->verdict || !(*clubs->base > 0) || *clubs->ci_high >= 0) return std::nullopt;
    const double fewer = -*clubs->difference / *clubs->base;
    if (fewer <= far_fewer) return std::nullopt;
    return OtherSide{{fmt::format("En {:.0f} % lavere andel er i klub; målene ser kun de kommunale tilbud", 100 * fewer),
                      fmt::format("A share {:.0f} % lower is in a club; the goals see the municipal offers only", 100 * fewer)},
                     {fmt::format("{:.0f} % lavere andel i klub", 100 * fewer), fmt::format("{:.0f} % smaller share in clubs", 100 * fewer)}};
}

} // namespace

std::span<const std::string_view> read_with_wins()
{
    static constexpr std::array<std::string_view, 4> kpis{"reach.municipal", "access.decision_wait", "transport.refused", "reach.klub"};
    return kpis;
}

std::vector<OtherSide> other_side_of_wins(std::span<const KpiDifference> kpis)
{
    std::vector<OtherSide> notes;
    const auto add = [&](std::optional<OtherSide> note) {
        if (note) notes.push_back(std::move(*note));
    };
    add(means_of_fewer(kpis));
    add(wait_for_decision(kpis));
    const bool wins = std::any_of(kpis.begin(), kpis.end(), [](const KpiDifference& d) { return is_clearly(d, Verdict::better); });
    if (!wins) return notes;
    add(without_ride(kpis));
    add(smaller_clubs(kpis));
    return notes;
}

} // namespace samspil
