// SPDX-License-Identifier: MPL-2.0
// How many people a run holds on a date, by sex, five-year age group and neighbourhood, beside the tables.
#pragma once

#include "engine/model/scenario.hpp"

#include <array>
#include <functional>
#include <string>
#include <vector>

namespace samspil::people {

inline constexpr std::array group_from{65, 70, 75, 80, 85, 90, 95};
inline constexpr int last_age = 200;

/// Mean persons of some replications (or persons of a table), by sex, group and neighbourhood.
class Standing {
public:
    explicit Standing(std::size_t neighbourhoods) : cells_(2 * group_from.size() * (neighbourhoods + 1)) {}
    void add(Sex sex, int age, int neighbourhood, double persons); ///< neighbourhood -1: nowhere in particular
    double cell(Sex sex, std::size_t group) const;
    double cell(Sex sex, std::size_t group, int neighbourhood) const;
    double between(int age_from, int age_to) const; ///< ages that begin a group; age_to exclusive
    double between(int age_from, int age_to, int neighbourhood) const;

private:
    template <class Wanted>
    double sum(Wanted wanted) const;
    std::vector<double> cells_;
};

/// A shipped scenario whose run begins in the week of `first`, with the tables a test lets it have.
Scenario beginning(const std::string& name, CivilDate first, int years, const std::function<bool(const PopulationCount&)>& keep);

/// Those at home and in nursing homes on 1 January of each year, up to an age, mean of replications 0..n-1.
std::vector<Standing> on_new_year(const Scenario& scenario, const std::vector<int>& years, int replications, int oldest = last_age);

/// The table of a year, from 65 up to an age.
Standing table(const Scenario& scenario, int year, int oldest = last_age);

/// "| men 65-69 | 7419 | 7457 | +0.5 % |" for each sex and group that either holds.
void print_cells(const Standing& official, const Standing& found);
/// A row a neighbourhood and sex, a column a group: "found / official".
void print_by_neighbourhood(const Scenario& scenario, const Standing& official, const Standing& found);
/// "| label | official | found | +0.5 % | hit |": a hit is within so many percent.
void print_row(const std::string& label, double official, double found, double percent);

} // namespace samspil::people
