// SPDX-License-Identifier: MPL-2.0
#include "engine/model/check_ages.hpp"

#include "engine/model/check.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace samspil {
namespace {

struct Ages {
    int from, to;
};
constexpr Ages of_cohorts{55, 64}, of_citizens{65, 120}; ///< what the two tables are about
constexpr int youngest_citizen = 65;                     ///< of the model
constexpr int last_age = 100;                            ///< the life table is read to this age at least
constexpr int last_carried = 63;                         ///< at 64 a cohort turns 65 next
/// Beside neighbourhoods, `all` holds the few whose place is not known (Copenhagen 2015: 60 of 59,859). Nearly as many
/// as in the neighbourhoods together are a total of them.
constexpr double share_of_a_total = 0.9;

std::string_view letter_of(Sex sex) { return sex == Sex::male ? "M" : "F"; }

void add_error(Diagnostics& found, std::string path, Text message, Text hint = {})
{
    found.add({Severity::error, "", 0, 0, std::move(path), std::move(message), std::move(hint)});
}

using Cohort = std::tuple<int, Sex, int>; ///< year, sex, age

struct CountedTwice {
    std::int64_t all = 0, by_place = 0; ///< persons
    std::size_t row = 0;                ///< the first with `all`, from 1
};

/// The bands of one sex: the first age from `from` to `to` that has no row or two is told.
void check_sex(std::string_view table, const std::vector<AgeBandRate>& bands, Sex sex, Ages whole, int from, int to,
               Diagnostics& found)
{
    for (const AgeBandRate& band : bands) {
        if (band.sex != sex) continue;
        if (band.age_to < band.age_from) return; // told where it is read
        from = std::min(from, band.age_from);
        to = std::max(to, band.age_to);
    }
    for (int age = from; age <= to; ++age) {
        std::size_t rows = 0, last = 0; // from 1
        for (std::size_t n = 0; n < bands.size(); ++n) {
            if (bands[n].sex != sex || age < bands[n].age_from || age > bands[n].age_to) continue;
            ++rows;
            last = n + 1;
        }
        if (rows == 1) continue;
        const std::string path = last > 0 ? fmt::format("{}.{}", table, last) : std::string(table);
        add_error(found, path,
                  rows == 0 ? say_both("{}: alderen {} mangler", "{}: the age {} is missing", letter_of(sex), age)
                            : say_both("{}: alderen {} står i {} rækker", "{}: the age {} stands in {} rows",
                                       letter_of(sex), age, rows),
                  say_both("dæk hver alder fra {} til {} med én række for hvert køn",
                           "cover every age from {} to {} with one row for each sex", whole.from, whole.to));
        return;
    }
}

/// The youngest of a sex that population.csv counts; their cohorts are carried on from there.
int youngest_of(const Scenario& scenario, Sex sex)
{
    int first = of_cohorts.to;
    for (const PopulationCount& row : scenario.population) {
        if (row.sex == sex) first = std::min(first, row.age);
    }
    return std::max(first, of_cohorts.from);
}

} // namespace

void check_population(const Scenario& scenario, Diagnostics& found)
{
    const int start = civil_date(scenario.calendar().first_day).year;
    int year = 0;
    for (const PopulationCount& count : scenario.population) {
        if (count.year <= start) year = std::max(year, count.year);
    }
    if (year == 0) {
        add_error(found, "population",
                  say_both("ingen befolkning i {} eller før, hvor kørslen begynder",
                           "no population of {} or before, where the run begins", start));
        return;
    }
    std::array<std::set<int>, 2> ages;
    bool for_all = false;
    for (const PopulationCount& count : scenario.population) {
        if (count.year != year) continue;
        ages[static_cast<std::size_t>(count.sex)].insert(count.age);
        for_all = for_all || count.neighbourhood < 0;
    }
    for (std::size_t sex = 0; sex < 2; ++sex) {
        const int oldest = ages[sex].empty() ? youngest_citizen : *ages[sex].rbegin();
        for (int age = youngest_citizen; age <= std::max(oldest, 90); ++age) {
            if (ages[sex].contains(age)) continue;
            add_error(found, "population",
                      say_both("{}, {}: alderen {} mangler", "{}, {}: the age {} is missing", year,
                               sex == 0 ? "M" : "F", age));
            break;
        }
    }
    double weight = 0;
    for (const Neighbourhood& n : scenario.neighbourhoods)
        weight += n.weight;
    if (for_all && !scenario.neighbourhoods.empty() && (weight < 0.999 || weight > 1.001)) {
        add_error(
            found, "neighbourhoods",
            say_both("vægtene (weight) giver {:.6g} tilsammen, ikke 1", "the weights add up to {:.6g}, not 1", weight));
    }
}

void check_lifetable(const Scenario& scenario, Diagnostics& found)
{
    std::map<int, std::array<std::set<int>, 2>> years;
    for (const DeathProbability& row : scenario.lifetable)
        years[row.year][static_cast<std::size_t>(row.sex)].insert(row.age);
    if (years.empty()) add_error(found, "lifetable", {"tabellen er tom", "the table is empty"});
    for (const auto& [year, sexes] : years) {
        for (std::size_t sex = 0; sex < 2; ++sex) {
            for (int age = youngest_citizen; age <= last_age; ++age) {
                if (sexes[sex].contains(age)) continue;
                add_error(found, "lifetable",
                          say_both("{}, {}: alderen {} mangler", "{}, {}: the age {} is missing", year,
                                   sex == 0 ? "M" : "F", age));
                break;
            }
        }
    }
}

void check_counted_once(const Scenario& scenario, Diagnostics& found)
{
    std::map<Cohort, CountedTwice> cohorts;
    for (std::size_t n = 0; n < scenario.population.size(); ++n) {
        const PopulationCount& row = scenario.population[n];
        CountedTwice& cohort = cohorts[{row.year, row.sex, row.age}];
        (row.neighbourhood < 0 ? cohort.all : cohort.by_place) += row.persons;
        if (row.neighbourhood < 0 && cohort.row == 0) cohort.row = n + 1;
    }
    std::map<int, CountedTwice> years;
    for (const auto& [who, cohort] : cohorts) {
        if (cohort.row == 0 || cohort.by_place == 0) continue;
        CountedTwice& year = years[std::get<0>(who)];
        year.all += cohort.all;
        year.by_place += cohort.by_place;
        if (year.row == 0 || cohort.row < year.row) year.row = cohort.row;
    }
    for (const auto& [year, both] : years) {
        if (both.row == 0 || static_cast<double>(both.all) < share_of_a_total * static_cast<double>(both.by_place))
            continue;
        add_error(
            found, "population." + std::to_string(both.row),
            say_both("{}: {} personer under all og {} under lokalsamfund i samme køn og alder: de samme borgere tæller "
                     "to gange",
                     "{}: {} persons under all and {} under neighbourhoods of the same sex and age: the same citizens "
                     "count twice",
                     year, both.all, both.by_place),
            {"slet rækkerne med all; ved siden af lokalsamfund er de kun for borgere, hvis sted ingen kender",
             "delete the rows with all; beside neighbourhoods they are only for citizens whose place nobody knows"});
    }
}

void check_age_bands(const Scenario& scenario, Diagnostics& found)
{
    for (const Sex sex : {Sex::male, Sex::female}) {
        // Where nobody below 64 is counted no cohort is carried: only what stands in the table is looked at.
        const int youngest = youngest_of(scenario, sex);
        const bool carried = youngest <= last_carried;
        check_sex("cohort_change", scenario.cohort_change, sex, of_cohorts, carried ? youngest : 130,
                  carried ? last_carried : 0, found);
        check_sex("net_migration", scenario.net_migration, sex, of_citizens, of_citizens.from, of_citizens.from,
                  found); // beyond the table the oldest band holds
    }
}

} // namespace samspil
