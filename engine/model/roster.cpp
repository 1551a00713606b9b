// SPDX-License-Identifier: MPL-2.0
#include "engine/model/roster.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <iterator>
#include <set>

namespace samspil {
namespace {

constexpr std::int32_t birth_offset = 1 << 15; // birth weeks before 1970 are negative

constexpr int no_age = -1;

class RosterMaker {
public:
    explicit RosterMaker(const Scenario& scenario) : scenario_(scenario), calendar_(scenario.calendar()),
          last_week_(scenario.assumptions.entry == Entry::replacement ? 0 : scenario.period.total_weeks())
    {
        for (const PopulationCount& row : scenario.population) {
            counts_[{row.year, static_cast<int>(row.sex), row.age}].push_back(&row);
            years_.insert(row.year);
            youngest_ = std::min(youngest_, row.age);
            oldest_ = std::max(oldest_, row.age);
        }
        carried_.assign(2 * scenario.neighbourhoods.size(), 0.0);
        // Summed in order of size, so that the order of rows cannot show.
        std::vector<double> weights;
        for (const Neighbourhood& place : scenario.neighbourhoods) weights.push_back(place.weight);
        std::sort(weights.begin(), weights.end());
        for (const double weight : weights) weights_ += weight;
    }

    std::vector<Person> make()
    {
        const int start_year = calendar_.year(0);
        const int table = newest_table(start_year);
        for (const Sex sex : {Sex::male, Sex::female}) {
            // A table older than the start stands for the people of the start year, age by age.
            for (int age = oldest_; age >= 65 && scenario_.residents.empty(); --age) add_cohort(sex, start_year - age - 1, table, age, 1.0);
            // Those of 64 in the table of the start year turn 65 within it; likewise every later year.
            const int last_year = calendar_.year(scenario_.period.total_weeks());
            for (int year = start_year; year <= last_year; ++year) add_entrants(sex, year);
        }
        for (const Residents& row : scenario_.residents) {
            for (int k = 0; k < row.persons; ++k) add_person(row.sex, row.neighbourhood, row.born);
        }
        std::sort(roster_.begin(), roster_.end(), [](const Person& a, const Person& b) { return a.id < b.id; });
        roster_.shrink_to_fit(); // every replication and option stands on it to the end
        return std::move(roster_);
    }

private:
    /// The newest year with a table, at or before `year`; the oldest where there is none.
    int newest_table(int year) const
    {
        if (years_.empty()) return year;
        const auto after = years_.upper_bound(year);
        return after == years_.begin() ? *after : *std::prev(after);
    }

    bool holds(int table, Sex sex, int age) const { return counts_.contains({table, static_cast<int>(sex), age}); }

    /// The youngest age a table gives of a sex, at most 64; no_age where it gives none.
    int youngest_of(int table, Sex sex) const
    {
        for (int age = youngest_; age <= 64; ++age) {
            if (holds(table, sex, age)) return age;
        }
        return no_age;
    }

    /// The cohort that turns 65 in `year`, from the newest table that holds it.
    void add_entrants(Sex sex, int year)
    {
        const int newest = newest_table(year);
        for (auto table = years_.upper_bound(newest); table != years_.begin();) {
            --table;
            const int age = 64 - (year - *table);
            if (holds(*table, sex, age)) return carry_forward(sex, year, *table, age, 1.0);
        }
        // Beyond the tables: repeat the youngest cohort of the newest, scaled to the official projection.
        for (auto table = years_.upper_bound(newest); table != years_.begin();) {
            --table;
            const int age = youngest_of(*table, sex);
            if (age == no_age) continue;
            return carry_forward(sex, year, *table, age, projected(year) / projected(*table + 64 - age));
        }
    }

    void carry_forward(Sex sex, int year, int table, int age, double factor)
    {
        for (int a = age; a < 64; ++a) factor *= cohort_change(sex, a);
        add_cohort(sex, year - 65, table, age, factor);
    }

    double cohort_change(Sex sex, int age) const
    {
        for (const AgeBandRate& band : scenario_.cohort_change) {
            if (band.sex == sex && age >= band.age_from && age <= band.age_to) return band.value;
        }
        return 1.0;
    }

    double projected(int year) const
    {
        const PopulationTotal* nearest = nullptr;
        for (const PopulationTotal& row : scenario_.projection) {
            const auto rank = [&](const PopulationTotal& total) { return std::pair(std::abs(total.year - year), total.year); };
            if (nearest == nullptr || rank(row) < rank(*nearest)) nearest = &row;
        }
        return nearest == nullptr ? 1.0 : nearest->persons_65_79;
    }

    /// Persons born in `birth_year`, as counted in a table at an age, times a factor.
    void add_cohort(Sex sex, int birth_year, int table, int age, double factor)
    {
        const auto found = counts_.find({table, static_cast<int>(sex), age});
        if (found == counts_.end()) return;
        for (const PopulationCount* row : found->second) {
            const auto persons = static_cast<int>(std::floor(row->persons * factor + 0.5));
            if (row->neighbourhood >= 0) add_persons(sex, birth_year, row->neighbourhood, persons);
            else spread(sex, birth_year, persons);
        }
    }

    /// A count for the whole municipality goes to neighbourhoods by weight; remainders are carried from cohort to
    /// cohort, so that every neighbourhood gets its share of the whole.
    void spread(Sex sex, int birth_year, int persons)
    {
        const auto& places = scenario_.neighbourhoods;
        const std::size_t base = sex == Sex::male ? 0 : places.size();
        std::vector<std::size_t> order(places.size());
        int given = 0;
        std::vector<int> gets(places.size());
        for (std::size_t i = 0; i < places.size(); ++i) {
            order[i] = i;
            carried_[base + i] += persons * places[i].weight / weights_;
            gets[i] = std::max(0, static_cast<int>(std::floor(carried_[base + i])));
            given += gets[i];
        }
        const auto remainder = [&](std::size_t i) { return carried_[base + i] - gets[i]; };
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return remainder(a) != remainder(b) ? remainder(a) > remainder(b) : places[a].key < places[b].key;
        });
        for (std::size_t k = 0; given < persons; k = (k + 1) % order.size(), ++given) ++gets[order[k]];
        for (std::size_t k = order.size(); given > persons; k = k == 1 ? order.size() : k - 1) {
            if (gets[order[k - 1]] > 0) --gets[order[k - 1]], --given;
        }
        for (std::size_t i = 0; i < places.size(); ++i) {
            carried_[base + i] -= gets[i];
            add_persons(sex, birth_year, static_cast<int>(i), gets[i]);
        }
    }

    /// Birthdays evenly over the year.
    void add_persons(Sex sex, int birth_year, int neighbourhood, int persons)
    {
        const Day new_year = day_of({birth_year, 1, 1});
        const int days = day_of({birth_year + 1, 1, 1}) - new_year;
        for (int k = 0; k < persons; ++k) {
            const Day birth = new_year + (days * (2 * k + 1)) / (2 * persons);
            if (scenario_.residents.empty() || week_65(birth) > 0) add_person(sex, neighbourhood, birth);
        }
    }

    Week week_65(Day birth) const
    {
        const CivilDate date = civil_date(birth);
        return calendar_.week(day_of({date.year + 65, date.month, date.day})); // 29 February counts as 1 March
    }

    void add_person(Sex sex, int neighbourhood, Day birth)
    {
        const Week turns_65 = week_65(birth);
        if (turns_65 > last_week_) return;
        const int key = scenario_.neighbourhoods[static_cast<std::size_t>(neighbourhood)].key;
        const std::int32_t birth_week = (birth - 4 - (((birth - 4) % 7) + 7) % 7) / 7; // towards the past before 1970 too
        const std::uint64_t family = person_id(key, sex, birth_week, 0);
        roster_.push_back({.id = person_id(key, sex, birth_week, ordinals_[family]++),
                           .week_65 = turns_65,
                           .neighbourhood = static_cast<std::uint16_t>(neighbourhood),
                           .sex = sex});
    }

    const Scenario& scenario_;
    Calendar calendar_;
    std::map<std::array<int, 3>, std::vector<const PopulationCount*>> counts_;
    std::map<std::uint64_t, std::uint32_t> ordinals_;
    Week last_week_; ///< who turns 65 later is not listed
    std::vector<double> carried_;
    double weights_ = 0;
    std::set<int> years_;
    int youngest_ = 1000, oldest_ = no_age;
    std::vector<Person> roster_;
};

} // namespace

PersonParts parts_of(std::uint64_t id)
{
    const auto bits = [&](int from, int count) { return static_cast<std::uint32_t>((id >> from) & ((std::uint64_t{1} << count) - 1)); };
    return {static_cast<int>(bits(37, 20)), static_cast<Sex>(bits(36, 1)), static_cast<std::int32_t>(bits(20, 16)) - birth_offset, bits(0, 20),
            static_cast<int>(bits(57, 6))};
}

std::uint64_t person_id(int neighbourhood_key, Sex sex, std::int32_t birth_week, std::uint32_t ordinal)
{
    return (static_cast<std::uint64_t>(neighbourhood_key) << 37) | (static_cast<std::uint64_t>(sex) << 36) |
           (static_cast<std::uint64_t>(birth_week + birth_offset) << 20) | ordinal;
}

std::vector<Person> make_roster(const Scenario& scenario) { return RosterMaker(scenario).make(); }

} // namespace samspil
