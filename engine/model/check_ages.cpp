// SPDX-License-Identifier: MPL-2.0
#include "engine/model/check_ages.hpp"

#include "engine/model/check.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace samspil {
namespace {

struct Ages {
    int from, to;
};
constexpr Ages of_cohorts{55, 64}, of_citizens{65, 120}; ///< what the two tables are about
constexpr int last_carried = 63;                         ///< at 64 a cohort turns 65 next
/// Beside neighbourhoods, `all` holds the few whose place is not known (Copenhagen 2015: 60 of 59,859). Nearly as many as
/// in the neighbourhoods together are a total of them.
constexpr double share_of_a_total = 0.9;

std::string_view letter_of(Sex sex) { return sex == Sex::male ? "M" : "F"; }

void add_error(Diagnostics& found, std::string path, Text message, Text hint)
{
    found.add({Severity::error, "", 0, 0, std::move(path), std::move(message), std::move(hint)});
}

using Cohort = std::tuple<int, Sex, int>; ///< year, sex, age

struct CountedTwice {
    std::int64_t all = 0, by_place = 0; ///< persons
    std::size_t row = 0;                ///< the first with `all`, from 1
};

/// The bands of one sex: the first age from `from` to `to` that has no row or two is told.
void check_sex(std::string_view table, const std::vector<AgeBandRate>& bands, Sex sex, Ages whole, int from, int to, Diagnostics& found)
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
                            : say_both("{}: alderen {} står i {} rækker", "{}: the age {} stands in {} rows", letter_of(sex), age, rows),
                  say_both("dæk hver alder fra {} til {} med én række for hvert køn", "cover every age from {} to {} with one row for each sex", whole.from, whole.to));
        return;
    }
}

/// The youngest of a sex that population.csv counts; their cohorts are carried on from there.
int youngest_of(const Scenario& scenario, Sex sex)
{
    int youngest = of_cohorts.to;
    for (const PopulationCount& row : scenario.population) {
        if (row.sex == sex) youngest = std::min(youngest, row.age);
    }
    return std::max(youngest, of_cohorts.from);
}

} // namespace

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
        if (both.row == 0 || static_cast<double>(both.all) < share_of_a_total * static_cast<double>(both.by_place)) continue;
        add_error(found, "population." + std::to_string(both.row),
                  say_both("{}: {} personer under all og {} under lokalsamfund i samme køn og alder: de samme borgere tæller to gange",
                           "{}: {} persons under all and {} under neighbourhoods of the same sex and age: the same citizens count twice",
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
        check_sex("cohort_change", scenario.cohort_change, sex, of_cohorts, carried ? youngest : 130, carried ? last_carried : 0, found);
        check_sex("net_migration", scenario.net_migration, sex, of_citizens, of_citizens.from, of_citizens.from, found); // beyond the table the oldest band holds
    }
}

} // namespace samspil
