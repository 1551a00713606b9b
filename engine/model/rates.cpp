// SPDX-License-Identifier: MPL-2.0
#include "engine/model/rates.hpp"

#include "engine/base/elementary.hpp"
#include "engine/model/check.hpp"

#include <algorithm>
#include <string_view>

namespace samspil {
namespace {

constexpr std::array<std::string_view, 4> names{"death", "nursing_home", "decline", "recovery"};

double age_in(int age_week) { return 65.0 + (age_week + 0.5) * years_per_week; }

bool covers(const TabledRate& row, Process process, int level, bool enrolled)
{
    if (row.process != process || row.level != level) return false;
    return row.enrolled == TabledRate::Enrolled::any || (row.enrolled == TabledRate::Enrolled::yes) == enrolled;
}

bool has_rows(const Scenario& scenario, Process process)
{
    return std::any_of(scenario.rates.begin(), scenario.rates.end(), [&](const TabledRate& row) { return row.process == process; });
}

Basis cumulate(const Scenario& scenario, Process process, int level, bool enrolled)
{
    std::vector<const TabledRate*> rows;
    for (const TabledRate& row : scenario.rates) {
        if (covers(row, process, level, enrolled)) rows.push_back(&row);
    }
    Basis basis;
    basis.cumulated.resize(last_age_week + 1);
    double sum = 0;
    for (int a = 0; a <= last_age_week; ++a) {
        basis.cumulated[static_cast<std::size_t>(a)] = sum;
        for (const TabledRate* row : rows) sum += hazard_at(*row, age_in(a)) * years_per_week;
    }
    basis.make_guide();
    return basis;
}

/// Whether somebody can leave a level by a process: nobody worsens beyond 4 or recovers from 1.
bool leaves(Process process, int level)
{
    if (process == Process::decline) return level < 4;
    if (process == Process::recovery) return level > 1;
    return true;
}

} // namespace

double hazard_at(const TabledRate& row, double age)
{
    if (age < row.age_from || age >= row.age_to) return 0;
    return -elementary::log1p(-row.chance) * (row.per == TabledRate::Per::week ? weeks_per_year : 1.0);
}

RateTable make_rate_table(const Scenario& scenario, Process process)
{
    RateTable table;
    if (!has_rows(scenario, process)) return table;
    for (int level = 1; level <= 4; ++level) {
        for (const bool enrolled : {false, true}) table.push_back(cumulate(scenario, process, level, enrolled));
    }
    return table;
}

void check_rates(const Scenario& scenario, Diagnostics& found)
{
    const auto error = [&](std::size_t row, Text message, Text hint) { // row 0: of the table as a whole
        const std::string path = row > 0 ? "rates." + std::to_string(row) : "rates";
        found.add({Severity::error, "", 0, 0, path, std::move(message), std::move(hint)});
    };
    const auto look = [&](Process process, int level, bool enrolled) {
        for (int a = 0; a <= last_age_week; ++a) {
            std::size_t rows = 0, last = 0; // from 1
            for (std::size_t n = 0; n < scenario.rates.size(); ++n) {
                const TabledRate& row = scenario.rates[n];
                if (!covers(row, process, level, enrolled) || age_in(a) < row.age_from || age_in(a) >= row.age_to) continue;
                ++rows;
                last = n + 1;
            }
            if (rows == 1) continue;
            const auto name = names[static_cast<std::size_t>(process)];
            const Text who = enrolled ? Text{"i et tilbud", "in an offer"} : Text{"uden tilbud", "in no offer"};
            Text what;
            what.da = fmt::format("{}: niveau {} {} har {} rækker ved {:.1f} år, ikke én", name, level, who.da, rows, age_in(a));
            what.en = fmt::format("{}: level {} {} has {} rows at the age of {:.1f}, not one", name, level, who.en, rows, age_in(a));
            error(last, std::move(what), {"dæk hver alder fra 65 til 111 med én række for hvert niveau", "cover every age from 65 to 111 with one row for each level"});
            return;
        }
    };
    for (std::size_t n = 0; n < scenario.rates.size(); ++n) {
        const TabledRate& row = scenario.rates[n];
        if (leaves(row.process, row.level)) continue;
        error(n + 1, say_both("{} fra niveau {} findes ikke", "there is no {} from level {}", names[static_cast<std::size_t>(row.process)], row.level),
              {"slet rækken", "delete the row"});
    }
    for (const Process process : {Process::death, Process::nursing_home, Process::decline, Process::recovery}) {
        if (!has_rows(scenario, process)) continue;
        for (int level = 1; level <= 4; ++level) {
            if (!leaves(process, level)) continue;
            for (const bool enrolled : {false, true}) look(process, level, enrolled);
        }
    }
}

} // namespace samspil
