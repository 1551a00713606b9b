// SPDX-License-Identifier: MPL-2.0
// residents.csv: everybody in it is 65 to 111 in week 0, and no more are of one week and place than identities tell apart.
#include "engine/model/check.hpp"
#include "engine/model/hazards.hpp"
#include "engine/model/roster.hpp"

#include <map>
#include <tuple>

namespace samspil {

void check_residents(const Scenario& scenario, Diagnostics& found)
{
    constexpr int most_told = 5;
    constexpr std::int64_t most_of_a_week = 1 << 20; // ordinals of an identity
    const Calendar calendar = scenario.calendar();
    std::map<std::tuple<int, Sex, Week>, std::int64_t> of_a_week;
    int told = 0;
    for (std::size_t n = 0; n < scenario.residents.size() && told < most_told; ++n) {
        const Residents& row = scenario.residents[n];
        const auto error = [&](Text message, Text hint) {
            found.add({Severity::error, "", 0, 0, "residents." + std::to_string(n + 1), std::move(message), std::move(hint)});
            ++told;
        };
        const CivilDate born = civil_date(row.born);
        const Week turns_65 = calendar.week(day_of({born.year + 65, born.month, born.day}));
        if (turns_65 > 0)
            error(say_both("født {} er ikke 65 år i uge 0", "born {} is not 65 in week 0", format_date(row.born)),
                  {"de, der fylder 65 senere, kommer fra population.csv", "those who turn 65 later come from population.csv"});
        if (turns_65 <= -last_age_week)
            error(say_both("født {} er over 111 år i uge 0", "born {} is over 111 in week 0", format_date(row.born)),
                  {"ret datoen, eller udelad rækken", "correct the date, or leave the row out"});
        if ((of_a_week[{row.neighbourhood, row.sex, turns_65}] += row.persons) > most_of_a_week)
            error(say_both("over {} personer af samme køn, uge og lokalsamfund", "more than {} persons of one sex, week and neighbourhood", most_of_a_week),
                  {"del lokalsamfundet", "divide the neighbourhood"});
    }
}

} // namespace samspil
