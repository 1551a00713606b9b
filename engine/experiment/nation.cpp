// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/nation.hpp"

#include "engine/base/digest.hpp"
#include "engine/base/errors.hpp"
#include "engine/experiment/citizens.hpp"
#include "engine/model/scaling.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>

#include <fmt/format.h>

namespace samspil {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// Of these units the parts add up to the whole.
constexpr std::array<std::string_view, 13> extensive_units{"persons", "persons/year", "persons/week", "cases/year", "reviews/year", "h/week", "kr.",
                                                           "rides/week", "sessions", "clubs", "agreements", "initiatives", "houses"};

struct Rule {
    std::string_view id; ///< a KPI, or the beginning of several that ends with a dot
    Adding adding;
};
/// What the unit does not say.
constexpr std::array rules{
    Rule{"reach.", Adding::by_citizens},
    Rule{"nursing_home.share", Adding::by_citizens},
    Rule{"cost.net_per_participant_month", Adding::by_participants},
    Rule{"travel.", Adding::by_travellers},
    Rule{"cost.per_attendance", Adding::by_attendances},
    Rule{"volunteers.overasked", Adding::by_volunteers},
    Rule{"volunteers.turnover", Adding::by_volunteers},
    Rule{"access.decision_wait", Adding::by_decisions},
    Rule{"clubs.closed_per_year", Adding::by_clubs},
    Rule{"clubs.founded_per_year", Adding::by_clubs},
    Rule{"clubs.help", Adding::by_clubs},
    Rule{"first_year.reach_municipal", Adding::by_citizens_first_year},
    Rule{"first_year.cost_per_citizen", Adding::by_citizens_first_year},
    Rule{"last_year.reach_municipal", Adding::by_citizens_last_year},
    Rule{"last_year.cost_per_citizen", Adding::by_citizens_last_year},
    Rule{"ties.strong", Adding::left_out},                 // a mean of citizens at a census
    Rule{"access.refused", Adding::left_out},              // of decisions but reviews of places that are held
    Rule{"incentive.", Adding::left_out},                  // a margin a month, not an amount
    Rule{"organisation.centres_per_leader", Adding::left_out},
};

double value(std::span<const double> kpis, std::string_view id)
{
    const auto index = find_kpi(id);
    SAMSPIL_EXPECT(index.has_value(), "weights are KPIs of the table");
    return kpis[*index];
}

/// Denominators of KPIs, found again from other KPIs that have them.
double weight(Adding adding, std::span<const double> k)
{
    const auto kpi = [&](std::string_view id) { return value(k, id); };
    switch (adding) {
    case Adding::by_citizens: return participant_months(kpi) / share_in_offers(kpi, true);
    case Adding::by_participants: return participant_months(kpi);
    case Adding::by_travellers: return participant_months(kpi) / share_in_offers(kpi, true) * share_in_offers(kpi, false);
    case Adding::by_attendances: return kpi("cost.total") / kpi("cost.per_attendance");
    case Adding::by_volunteers: return kpi("volunteers.stock");
    case Adding::by_decisions: return kpi("access.decisions");
    case Adding::by_clubs: return kpi("clubs.number");
    case Adding::by_citizens_first_year: return kpi("first_year.citizens");
    case Adding::by_citizens_last_year: return kpi("last_year.citizens");
    case Adding::sum:
    case Adding::left_out: break;
    }
    return undefined;
}

double summed(std::span<const std::span<const double>> kpis, std::size_t kpi)
{
    double sum = 0;
    for (const auto& one : kpis) sum += one[kpi];
    return sum;
}

/// Citizen-months of the period per citizen of its first year, over those municipalities that tell both.
double months_each(std::span<const std::span<const double>> kpis)
{
    double months = 0, citizens = 0;
    for (const auto& one : kpis) {
        const double by = weight(Adding::by_citizens, one), first = weight(Adding::by_citizens_first_year, one);
        if (std::isnan(by) || std::isnan(first)) continue;
        months += by;
        citizens += first;
    }
    return citizens > 0 ? months / citizens : 1; // nobody anywhere: all shares are nothing
}

double weighted(std::span<const std::span<const double>> kpis, std::size_t kpi, Adding adding)
{
    double above = 0, below = 0;
    for (const auto& one : kpis) {
        if (std::isnan(one[kpi])) continue; // its denominator is nothing
        double by = weight(adding, one);
        // Nobody takes part: what tells its citizens is nothing over nothing. The others tell how long they live there.
        if (adding == Adding::by_citizens && std::isnan(by)) by = weight(Adding::by_citizens_first_year, one) * months_each(kpis);
        above += by * one[kpi];
        below += by;
    }
    return below > 0 ? above / below : undefined;
}

} // namespace

std::uint32_t seed_of_municipality(std::uint32_t nation, std::string_view id)
{
    return static_cast<std::uint32_t>(std::stoull(sha256(fmt::format("{} {}", nation, id)).substr(0, 8), nullptr, 16));
}

double citizens_at_start(const Scenario& scenario)
{
    const int start = scenario.calendar().year(0);
    std::map<int, double> by_year;
    for (const PopulationCount& row : scenario.population) {
        if (row.age >= 65) by_year[row.year] += row.persons;
    }
    double citizens = 0;
    for (const Residents& row : scenario.residents) citizens += row.persons;
    if (citizens > 0 || by_year.empty()) return citizens;
    const auto after = by_year.upper_bound(start); // the newest table that is no later, as in the roster
    return (after == by_year.begin() ? after : std::prev(after))->second;
}

EvaluationSubject subject_of(std::span<const Municipality> municipalities, std::uint32_t seed, std::string_view program)
{
    auto known = std::make_shared<const std::vector<Municipality>>(municipalities.begin(), municipalities.end());
    EvaluationSubject subject;
    subject.seed = seed;
    subject.options.push_back(fmt::format("nation {}", program));
    StudyFactor which;
    which.path = "municipality";
    which.integer = true;
    which.high = static_cast<double>(municipalities.size() - 1);
    for (const Municipality& one : municipalities) which.words.push_back(fmt::format("{} {} {} {}", one.id, one.seed, one.scale, one.digest));
    subject.factors.push_back(std::move(which));
    const auto of = [known](const StudyPoint& point) -> const Municipality& { return known->at(static_cast<std::size_t>(point.values.front())); };
    subject.scenario = [of](std::size_t, const StudyPoint& point) {
        auto made = std::make_shared<const Scenario>(scaled(*of(point).scenario, of(point).scale));
        const Diagnostics found = check_scenario(*made);
        for (const Diagnostic& one : found.items()) {
            if (one.severity == Severity::error) throw PointRefused({one.path + ": " + one.message.da, one.path + ": " + one.message.en});
        }
        return made;
    };
    subject.keeps_scenarios = false;
    std::map<const Scenario*, double> citizens;
    auto costs = std::make_shared<std::vector<double>>();
    for (const Municipality& one : *known) {
        const auto [at, fresh] = citizens.try_emplace(one.scenario.get(), 0);
        if (fresh) at->second = citizens_at_start(*one.scenario);
        costs->push_back(at->second * one.scale);
    }
    subject.cost_of = [costs](const StudyPoint& point) { return costs->at(static_cast<std::size_t>(point.values.front())); };
    subject.seed_of = [of](const StudyPoint& point) { return of(point).seed; };
    return subject;
}

std::vector<StudyPoint> points_of(std::span<const Municipality> municipalities)
{
    std::vector<StudyPoint> points;
    for (std::size_t m = 0; m < municipalities.size(); ++m) points.push_back({{static_cast<double>(m)}});
    return points;
}

Adding adding_of(const Kpi& kpi)
{
    for (const Rule& rule : rules) {
        if (kpi.id == rule.id || (rule.id.ends_with('.') && kpi.id.starts_with(rule.id))) return rule.adding;
    }
    const bool extensive = std::find(extensive_units.begin(), extensive_units.end(), kpi.unit) != extensive_units.end();
    return extensive ? Adding::sum : Adding::left_out;
}

std::string_view id_of(Adding adding)
{
    static constexpr std::array<std::string_view, 11> ids{"sum", "mean by citizens", "mean by participants", "mean by travellers", "mean by attendances", "mean by volunteers",
                                                          "mean by decisions", "mean by clubs", "mean by citizens of the first year", "mean by citizens of the last year", "left out"};
    return ids.at(static_cast<std::size_t>(adding));
}

std::vector<double> nation_kpis(std::span<const std::span<const double>> kpis)
{
    std::vector<double> out;
    for (std::size_t k = 0; k < kpi_table().size(); ++k) {
        const Adding adding = adding_of(kpi_table()[k]);
        if (adding == Adding::left_out) out.push_back(undefined);
        else out.push_back(adding == Adding::sum ? summed(kpis, k) : weighted(kpis, k, adding));
    }
    return out;
}

NationSums sums_of(const Evaluation& answers)
{
    const std::size_t width = kpi_table().size(), n = static_cast<std::size_t>(answers.replications);
    std::vector<std::vector<double>> wholes(width); // by KPI, then whole replications
    NationSums sums;
    for (int r = 0; r < answers.complete; ++r) {
        std::vector<std::span<const double>> parts;
        for (std::size_t p = 0; p < answers.points; ++p) parts.push_back(std::span(answers.values).subspan((p * n + static_cast<std::size_t>(r)) * width, width));
        const std::vector<double> whole = nation_kpis(parts);
        for (std::size_t k = 0; k < width; ++k) wholes[k].push_back(whole[k]);
        ++sums.replications;
    }
    for (std::size_t k = 0; k < width; ++k) {
        double sum = 0;
        for (const double one : wholes[k]) sum += one;
        sums.rows.push_back({k, adding_of(kpi_table()[k]), wholes[k].empty() ? undefined : sum / static_cast<double>(wholes[k].size()), mean_interval(wholes[k])});
    }
    return sums;
}

} // namespace samspil
