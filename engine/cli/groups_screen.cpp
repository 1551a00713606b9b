// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/groups_screen.hpp"

#include "engine/cli/arguments.hpp"
#include "engine/cli/text_table.hpp"
#include "engine/cli/wrong_words.hpp"
#include "engine/experiment/group_comparison.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/nearest.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil {
namespace {

std::string cell(const GroupKpi& kpi, double value, Language language)
{
    if (!std::isfinite(value)) return "–";
    if (kpi.about.unit == "persons") return grouped(value, value < 100 ? 1 : 0, language); // the heading says of whom
    const FigureStyle style = figure_style(kpi.about.unit, value, language);
    return style.unit.empty() ? figure(value, style) : fmt::format("{} {}", figure(value, style), style.unit);
}

/// Those meant for a screen that say something of any member.
std::vector<const GroupKpi*> columns_of(const GroupTable& table)
{
    std::vector<const GroupKpi*> columns;
    for (const GroupKpi& kpi : group_kpis()) {
        bool any = false;
        for (std::size_t m = 0; m < table.members.size() && !kpi.heading.en.empty(); ++m)
            any = any || summarise(table.by_replication(kpi.about.id, m)).n > 0;
        if (any) columns.push_back(&kpi);
    }
    return columns;
}

std::string all_members(const GroupTable& table, Language language)
{
    const auto columns = columns_of(table);
    TextTable out;
    out.column(dimension_table()[static_cast<std::size_t>(table.dimension)].label.in(language));
    for (const GroupKpi* kpi : columns) out.column(kpi->heading.in(language), Align::right);
    bool scores = false;
    for (std::size_t m = 0; m < table.members.size(); ++m) {
        std::vector<std::string> cells{table.members[m].label.in(language)};
        for (const GroupKpi* kpi : columns) {
            cells.push_back(cell(*kpi, summarise(table.by_replication(kpi->about.id, m)).mean, language));
            scores = scores || kpi->about.rests_on_scores;
        }
        out.row(std::move(cells));
    }
    const Label star{"* hviler på antagne score (7.3)\n", "* rests on assumed scores (7.3)\n"};
    return out.text() + (scores ? std::string(star.in(language)) : "");
}

std::string one_kpi(const GroupTable& table, const GroupKpi& kpi, Language language)
{
    TextTable out;
    out.column(dimension_table()[static_cast<std::size_t>(table.dimension)].label.in(language));
    out.column(kpi.about.label.in(language), Align::right);
    out.column(language == Language::da ? "95 %-interval" : "95 % interval", Align::right);
    out.column("n", Align::right);
    for (std::size_t m = 0; m < table.members.size(); ++m) {
        const GroupSummary sum = summarise(table.by_replication(kpi.about.id, m));
        std::string interval = "–";
        if (sum.interval) interval = fmt::format("[{}; {}]", cell(kpi, sum.interval->low, language), cell(kpi, sum.interval->high, language));
        out.row({table.members[m].label.in(language), cell(kpi, sum.mean, language), interval, std::to_string(sum.n)});
    }
    return out.text();
}

} // namespace

Dimension dimension_of(const std::string& id)
{
    if (const auto dimension = dimension_from(id)) return *dimension;
    std::string all;
    std::vector<KnownWord> known;
    for (const DimensionInfo& dimension : dimension_table()) {
        all += fmt::format("{}{}", all.empty() ? "" : ", ", dimension.id);
        known.insert(known.end(), {{dimension.id, dimension.id}, {dimension.label.da, dimension.id}, {dimension.label.en, dimension.id}});
    }
    wrong_use(with_hint(say("--by {}: der kan fordeles på {}", "--by {}: results are broken down by {}", shown(id), all), did_you_mean(nearest(id, known))));
}

std::string groups_screen(const ResultFile& file, Dimension dimension, const std::string& kpi, Language language)
{
    const GroupTable table = file.groups(dimension);
    if (table.kpis.empty())
        wrong_use({"resultatet har ingen grupper: det er en del af en kørsel, eller lavet af et ældre program",
                   "the result has no groups: it is a part of a run, or made by an older program"});
    const GroupKpi* one = kpi.empty() ? nullptr : find_group_kpi(kpi);
    if (!kpi.empty() && one == nullptr) {
        std::string all;
        std::vector<std::string_view> known;
        for (const GroupKpi& row : group_kpis()) {
            all += fmt::format("{}{}", all.empty() ? "" : ", ", row.about.id);
            known.push_back(row.about.id);
        }
        wrong_use(with_hint(say("nøgletallet '{}' findes ikke for grupper; der er {}", "there is no KPI '{}' by group; there are {}", shown(kpi), all), did_you_mean(nearest(kpi, known))));
    }
    const DimensionInfo& about = dimension_table()[static_cast<std::size_t>(dimension)];
    const std::string rule(about.rule.in(language));
    std::string out = wrapped(fmt::format("{}{}", about.label.in(language), rule.empty() ? "" : ": " + rule)) + "\n";
    out += language == Language::da ? "gennemsnit over gentagelser; borgere, deltagere og køer ved fire optællinger om året\n"
                                    : "mean over replications; citizens, participants and queues at four looks a year\n";
    return out + (one != nullptr ? one_kpi(table, *one, language) : all_members(table, language));
}

} // namespace samspil
