// SPDX-License-Identifier: MPL-2.0
// Hazards as rate x basis(age): a basis is cumulated once per scenario over weeks since the 65th birthday, so that a
// unit clock between covariate changes is a closed form and its due week one search (docs/model.md 7.1, 7.2).
#pragma once

#include "engine/base/units.hpp"
#include "engine/model/scenario.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace samspil {

/// Weeks from the 65th birthday to the end of every basis (age 111); who gets there dies there.
inline constexpr int last_age_week = 2400;

/// A cumulated hazard in years of exposure, by completed weeks since 65; never falls.
struct Basis {
    std::vector<double> cumulated; ///< last_age_week + 1 values, first 0
    std::vector<std::uint16_t> guide; ///< by part of the whole, equal parts: the first age week in it or beyond
    double parts_a_year = 0;          ///< parts of the guide per unit of the sum

    /// Makes the guide that first_reaching searches by, once `cumulated` stands.
    void make_guide();
    /// Part of the guide a sum belongs to; never falls with the sum, so no rounding can lead a search astray.
    std::size_t part_of(double sum) const { return static_cast<std::size_t>(sum * parts_a_year); }
    double at(int age_week) const { return cumulated[static_cast<std::size_t>(age_week)]; }
    /// First age week after `from` where the basis has reached `target` (>= 0); `never` if it does not. Needs the guide.
    int first_reaching(double target, int from) const;
};

/// Bases by level x enrolment, as rate_state counts them; empty where rates.csv has no row of the process.
using RateTable = std::vector<Basis>;
inline constexpr std::size_t rate_states = 8; ///< four levels, in no offer or in one
/// `level` from 0.
constexpr std::size_t rate_state(std::size_t level, bool enrolled) { return level * 2 + (enrolled ? 1 : 0); }

/// Shares of a birth cohort that is alive: home by level, and nursing home. They sum to 1.
struct CohortShares {
    std::array<double, 4> home{};
    double nursing_home = 0;
};

struct Hazards {
    std::array<Basis, 2> death;        ///< by sex: h1, to be multiplied by HR_F
    std::array<Basis, 2> move;         ///< by sex: net leaving of the municipality
    Basis decline, recovery;           ///< exp(gamma (age - 75))
    Basis nursing_home;                ///< exp(nh_g (age - 80))
    Basis years;                       ///< plain time in years, for constant hazards
    std::array<std::vector<CohortShares>, 2> shares; ///< by sex and age week, of the reference scenario
    std::array<RateTable, process_count> table;      ///< by process: from rates.csv instead, where it has rows
    bool by_enrolment = false;                       ///< a table tells those in an offer from the others
};

/// One-year death probability by sex and completed age, interpolated in the table's years.
double death_probability(const Scenario& scenario, Sex sex, int age, double year);

/// Solves h1 so that the reference cohort (no effects of participation) reproduces the life table, level by level and
/// with nursing homes, and tabulates every basis. Mechanisms that are off have an empty (all zero) basis.
Hazards make_hazards(const Scenario& scenario);

/// Share living alone, or with a car, at an age in weeks since 65: linear between 65 and 85, constant after.
double share_by_age(const std::array<double, 2>& at65, const std::array<double, 2>& at85, Sex sex, int age_week);

/// Factor on nursing-home entry of those who live alone and of the others; mean 1 over the sex at age 80.
double alone_factor(const Parameters& parameters, Sex sex, bool alone);

} // namespace samspil
