// SPDX-License-Identifier: MPL-2.0
#include "engine/model/hazards.hpp"

#include "engine/base/elementary.hpp"
#include "engine/model/rates.hpp"

#include <algorithm>

namespace samspil {
namespace {

double age_at(double age_week) { return 65.0 + age_week * years_per_week; }

/// Cumulates a yearly hazard taken at the middle of each week.
template <class Hazard>
Basis cumulate(Hazard hazard)
{
    Basis basis;
    basis.cumulated.resize(last_age_week + 1);
    double sum = 0;
    for (int a = 0; a <= last_age_week; ++a) {
        basis.cumulated[static_cast<std::size_t>(a)] = sum;
        sum += hazard(age_at(a + 0.5)) * years_per_week;
    }
    basis.make_guide();
    return basis;
}

double band_value(const std::vector<AgeBandRate>& bands, Sex sex, int age)
{
    const AgeBandRate* last = nullptr; // beyond the table the oldest band holds
    for (const AgeBandRate& band : bands) {
        if (band.sex != sex) continue;
        if (age >= band.age_from && age <= band.age_to) return band.value;
        if (age > band.age_to && (last == nullptr || band.age_to > last->age_to)) last = &band;
    }
    return last == nullptr ? 0 : last->value;
}

/// A birth cohort of one sex in no offer, followed from 65; h1 is solved week by week. What rates.csv gives is followed
/// as it stands.
class ReferenceCohort {
public:
    ReferenceCohort(const Scenario& scenario, const std::array<RateTable, process_count>& tables, Sex sex)
        : scenario_(scenario), tables_(tables)
    {
        for (int age = 65; age <= 111; ++age) {
            const double q = std::min(0.999, death_probability(scenario, sex, age, scenario.assumptions.lifetable_year));
            death_rate_.push_back(-elementary::log(1 - q));
        }
    }

    void follow(Basis& death, std::vector<CohortShares>& shares)
    {
        const Parameters& p = scenario_.assumptions;
        for (std::size_t k = 0; k < 4; ++k) now_.home[k] = p.level65[k];
        death.cumulated.resize(last_age_week + 1);
        shares.resize(last_age_week + 1);
        double sum = 0;
        for (int a = 0; a <= last_age_week; ++a) {
            death.cumulated[static_cast<std::size_t>(a)] = sum;
            shares[static_cast<std::size_t>(a)] = now_;
            sum += advance(a) * years_per_week;
        }
        death.make_guide();
    }

private:
    /// One week of age: moves the cohort (midpoint rule) and gives h1 of the week.
    double advance(int age_week)
    {
        const CohortShares start = now_;
        const Change half = change(start, age_week);
        CohortShares middle = start;
        add(middle, half, 0.5 * years_per_week);
        const Change whole = change(middle, age_week);
        add(now_, whole, years_per_week);
        normalise();
        return whole.h1;
    }

    struct Change {
        CohortShares by;
        double h1 = 0;
    };

    /// Hazard a year out of a level: that of the table, where there is one.
    double out(Process process, std::size_t level, int age_week, double otherwise) const
    {
        const RateTable& table = tables_[static_cast<std::size_t>(process)];
        if (table.empty() || age_week >= last_age_week) return otherwise;
        const Basis& basis = table[rate_state(level, false)];
        return (basis.at(age_week + 1) - basis.at(age_week)) * weeks_per_year;
    }

    Change change(const CohortShares& s, int age_week) const
    {
        const Parameters& p = scenario_.assumptions;
        const Mechanisms& m = scenario_.mechanisms;
        const double age = age_at(age_week + 0.5);
        const double down = m.function_change ? elementary::exp(p.gam_d * (age - 75)) : 0;
        const double up = m.function_change ? elementary::exp(p.gam_r * (age - 75)) : 0;
        const double entry = m.nursing_home ? p.nh_scale * elementary::exp(p.nh_g * (age - 80)) : 0;
        const std::array<double, 4> enter{0, 0, p.nh_e3 * entry, p.nh_e4 * entry};
        double weighted = 0, all = s.nursing_home;
        for (std::size_t k = 0; k < 4; ++k) {
            weighted += s.home[k] * p.hr_f[k];
            all += s.home[k];
        }
        const auto year = static_cast<std::size_t>(std::clamp(static_cast<int>(age) - 65, 0, 46));
        const double mu = m.mortality ? death_rate_[year] : 0;
        const double nursing_deaths = m.mortality ? s.nursing_home * p.nh_mort : 0;
        Change result;
        result.h1 = weighted > 0 ? std::max(0.0, (mu * all - nursing_deaths) / weighted) : 0;
        result.by.nursing_home = -nursing_deaths;
        std::array<double, 4> worse{}, better{}; // persons a year
        for (std::size_t k = 0; k < 3; ++k) {
            worse[k] = s.home[k] * out(Process::decline, k, age_week, p.r[k] * down);
            better[k + 1] = s.home[k + 1] * out(Process::recovery, k + 1, age_week, p.c[k] * up);
        }
        for (std::size_t k = 0; k < 4; ++k) {
            const double entering = out(Process::nursing_home, k, age_week, enter[k]);
            double flow = -s.home[k] * (out(Process::death, k, age_week, result.h1 * p.hr_f[k]) + entering);
            if (k < 3) flow += better[k + 1] - worse[k];
            if (k > 0) flow += worse[k - 1] - better[k];
            result.by.home[k] = flow;
            result.by.nursing_home += s.home[k] * entering;
        }
        return result;
    }

    static void add(CohortShares& to, const Change& change, double years)
    {
        for (std::size_t k = 0; k < 4; ++k) to.home[k] += change.by.home[k] * years;
        to.nursing_home += change.by.nursing_home * years;
    }

    void normalise()
    {
        double all = now_.nursing_home;
        for (const double share : now_.home) all += share;
        for (double& share : now_.home) share /= all;
        now_.nursing_home /= all;
    }

    const Scenario& scenario_;
    const std::array<RateTable, process_count>& tables_;
    std::vector<double> death_rate_; ///< per year, by completed age from 65
    CohortShares now_;
};

} // namespace

void Basis::make_guide()
{
    constexpr std::size_t parts = 1024;
    const double whole = cumulated.back();
    parts_a_year = whole > 0 ? static_cast<double>(parts) / whole : 0;
    guide.assign(part_of(whole) + 2, static_cast<std::uint16_t>(last_age_week));
    std::size_t part = 0;
    for (std::size_t age = 0; age < cumulated.size(); ++age) {
        for (; part <= part_of(cumulated[age]); ++part) guide[part] = static_cast<std::uint16_t>(age);
    }
}

int Basis::first_reaching(double target, int from) const
{
    // The guide leaves a handful of weeks, which are halved without a branch: no processor could guess it.
    const double* at = cumulated.data();
    if (at[last_age_week] < target) return never;
    const std::size_t part = part_of(target);
    int below = std::max<int>(from, guide[part] - 1);
    int left = guide[part + 1] - below;
    while (left > 1) {
        const int half = left / 2;
        below += at[below + half] < target ? half : 0;
        left -= half;
    }
    return below + 1;
}

double death_probability(const Scenario& scenario, Sex sex, int age, double year)
{
    // The oldest age given stands for all above it.
    int oldest = 0;
    for (const DeathProbability& row : scenario.lifetable) {
        if (row.sex == sex) oldest = std::max(oldest, row.age);
    }
    const int wanted = std::min(age, oldest);
    const DeathProbability* before = nullptr;
    const DeathProbability* after = nullptr;
    for (const DeathProbability& row : scenario.lifetable) {
        if (row.sex != sex || row.age != wanted) continue;
        if (row.year <= year && (before == nullptr || row.year > before->year)) before = &row;
        if (row.year >= year && (after == nullptr || row.year < after->year)) after = &row;
    }
    if (before == nullptr && after == nullptr) return 0;
    if (before == nullptr) return after->q;
    if (after == nullptr || after->year == before->year) return before->q;
    const double share = (year - before->year) / (after->year - before->year);
    return before->q + share * (after->q - before->q);
}

Hazards make_hazards(const Scenario& scenario)
{
    const Parameters& p = scenario.assumptions;
    const Mechanisms& m = scenario.mechanisms;
    Hazards hazards;
    const auto works = [&](Process process) {
        return process == Process::death ? m.mortality : process == Process::nursing_home ? m.nursing_home : m.function_change;
    };
    for (const Process process : {Process::death, Process::nursing_home, Process::decline, Process::recovery}) {
        if (works(process)) hazards.table[static_cast<std::size_t>(process)] = make_rate_table(scenario, process);
    }
    hazards.by_enrolment = std::any_of(scenario.rates.begin(), scenario.rates.end(),
                                       [](const TabledRate& row) { return row.enrolled != TabledRate::Enrolled::any; });
    for (const Sex sex : {Sex::male, Sex::female}) {
        const auto s = static_cast<std::size_t>(sex);
        ReferenceCohort(scenario, hazards.table, sex).follow(hazards.death[s], hazards.shares[s]);
        hazards.move[s] = cumulate([&](double age) {
            return m.net_migration ? std::max(0.0, band_value(scenario.net_migration, sex, static_cast<int>(age))) : 0.0;
        });
    }
    hazards.decline = cumulate([&](double age) { return m.function_change ? elementary::exp(p.gam_d * (age - 75)) : 0.0; });
    hazards.recovery = cumulate([&](double age) { return m.function_change ? elementary::exp(p.gam_r * (age - 75)) : 0.0; });
    hazards.nursing_home = cumulate([&](double age) { return m.nursing_home ? elementary::exp(p.nh_g * (age - 80)) : 0.0; });
    hazards.years = cumulate([&](double) { return m.mortality ? 1.0 : 0.0; });
    return hazards;
}

double share_by_age(const std::array<double, 2>& at65, const std::array<double, 2>& at85, Sex sex, int age_week)
{
    const auto s = static_cast<std::size_t>(sex);
    const double along = std::clamp(age_week * years_per_week / 20.0, 0.0, 1.0);
    return at65[s] + along * (at85[s] - at65[s]);
}

double alone_factor(const Parameters& parameters, Sex sex, bool alone)
{
    constexpr int age_80 = 783; // weeks from 65 to 80
    const double share = share_by_age(parameters.alone65, parameters.alone85, sex, age_80);
    const double mean = share * parameters.nh_alone + (1 - share);
    return (alone ? parameters.nh_alone : 1.0) / mean;
}

} // namespace samspil
