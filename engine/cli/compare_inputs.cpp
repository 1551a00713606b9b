// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/compare_inputs.hpp"

#include "engine/cli/commands.hpp"
#include "engine/cli/compare_differences.hpp"
#include "engine/experiment/balance.hpp"
#include "engine/experiment/citizens.hpp"
#include "engine/experiment/future_table.hpp"
#include "engine/io/build_info.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/inputs_since.hpp"
#include "engine/io/scenario_file.hpp"
#include "engine/io/solved_table.hpp"
#include "engine/model/calendar.hpp"

#include <algorithm>
#include <set>
#include <limits>
#include <map>

#include <fmt/format.h>

namespace samspil {
namespace {

std::string with_commit(const std::string& version, const std::string& commit)
{
    return commit.empty() ? version : fmt::format("{} ({})", version, commit);
}

ReportSide side_of(const ResultFile& file, const Reloaded& reloaded)
{
    const ResultMetadata& metadata = file.metadata();
    ReportSide side;
    side.file = file.path();
    side.id = metadata.scenario_id;
    side.title = metadata.title;
    if (reloaded.scenario) side.description = reloaded.scenario->description;
    side.replications = metadata.replications;
    side.program_version = with_commit(metadata.origin.program_version, metadata.origin.commit);
    side.created = metadata.origin.created;
    side.command = metadata.origin.command;
    for (const InputRecord& input : metadata.origin.inputs)
        side.inputs.emplace_back(input.path, input.digest);
    return side;
}

std::vector<Text> notes_on(const ResultFile& base, const ResultFile& option)
{
    std::vector<Text> notes;
    const ResultMetadata &a = base.metadata(), &b = option.metadata();
    const int pairs = std::min(a.replications, b.replications);
    if (a.replications != b.replications)
        notes.push_back({fmt::format("basis har {} gentagelser, alternativet {}; de første {} er parret",
                                     a.replications, b.replications, pairs),
                         fmt::format("the base has {} replications, the option {}; the first {} are paired",
                                     a.replications, b.replications, pairs)});
    if (a.origin.program_version != b.origin.program_version || a.origin.commit != b.origin.commit)
        notes.push_back({fmt::format("lavet af to programversioner: {} {} og {} {}", a.origin.program_version,
                                     a.origin.commit, b.origin.program_version, b.origin.commit),
                         fmt::format("made by two program versions: {} {} and {} {}", a.origin.program_version,
                                     a.origin.commit, b.origin.program_version, b.origin.commit)});
    for (const InputRecord& input : b.origin.inputs) {
        const bool changed = std::any_of(a.origin.inputs.begin(), a.origin.inputs.end(), [&](const InputRecord& other) {
            return other.path == input.path && other.digest != input.digest;
        });
        if (changed)
            notes.push_back(
                {input.path + " er ikke den samme i de to kørsler", input.path + " is not the same in the two runs"});
    }
    return notes;
}

/// The label of a constant the balanced baseline solves says whether this one was solved, as far as can be known.
Text honest_label(const AssumptionRow& row, const Reloaded& reloaded)
{
    Text label = row.label;
    if (!is_free_constant(row.key)) return label;
    label.da = label.da.substr(0, label.da.find(" (løst)"));
    label.en = label.en.substr(0, label.en.find(" (solved)"));
    if (!reloaded.scenario) return label;
    const auto table = reloaded.evidence.find("assumptions." + row.key);
    const Field* field = find_field(parameter_fields(), row.key);
    const bool solved = table != reloaded.evidence.end() && !digest_named_in(table->second.source).empty();
    const bool standard = field != nullptr && field->fallback == row.value;
    label.da += solved ? " (løst)" : standard ? " (standardværdi, ikke løst)" : " (valgt, ikke løst)";
    label.en += solved ? " (solved)" : standard ? " (default, not solved)" : " (chosen, not solved)";
    return label;
}

Evidences evidences_for(const ResultFile& file, const Reloaded& reloaded, const ReportOption& first,
                        bool organisation_change)
{
    std::vector<Assumption> rows;
    for (const AssumptionRow& row : file.assumptions())
        if (row.group == "assumptions")
            rows.push_back({row.key, honest_label(row, reloaded), value_of(row), row.unit, row.source, row.tag});
    Evidences evidence = evidences_of(std::move(rows), first.kpis, organisation_change);
    for (const CentreRow& centre : file.centres()) {
        ++evidence.centres;
        evidence.assumed_centres += centre.known ? 0 : 1;
    }
    return evidence;
}

bool changes_organisation(const Reloaded& base, const Reloaded& option)
{
    if (!base.scenario || !option.scenario) return false;
    const auto added = added_interventions(*base.scenario, *option.scenario);
    return std::any_of(added.begin(), added.end(), [&](std::size_t i) {
        return option.scenario->interventions[i].type == InterventionType::organisation_change;
    });
}

/// Two results that share no house are of two municipalities: the rest of what differs is then beside the point.
void check_municipality(const ResultFile& base, const ResultFile& option)
{
    std::set<std::string> houses;
    for (const CentreRow& house : base.centres()) houses.insert(house.id);
    const auto others = option.centres();
    if (houses.empty() || others.empty()) return;
    if (std::any_of(others.begin(), others.end(), [&](const CentreRow& house) { return houses.contains(house.id); })) return;
    throw UsageError{{fmt::format("{} og {} er ikke af den samme kommune: de har ingen huse til fælles", option.path(), base.path()),
                      fmt::format("{} and {} are not of the same municipality: they share no house", option.path(), base.path())}};
}

/// The same futures on both sides, replication by replication.
void check_futures(const ResultFile& base, const ResultFile& option)
{
    const auto a = base.futures(), b = option.futures();
    const auto pairs = static_cast<std::size_t>(std::min(base.metadata().replications, option.metadata().replications));
    if (const auto why = why_not_same_futures(a ? &*a : nullptr, b ? &*b : nullptr, pairs))
        throw UsageError{{fmt::format("{} kan ikke sammenlignes med {}: {}", option.path(), base.path(), why->da),
                          fmt::format("{} cannot be compared with {}: {}", option.path(), base.path(), why->en)}};
}

ReportOption read_option(const std::vector<ResultFile>& files, const std::vector<Reloaded>& scenarios, std::size_t i,
                         std::span<const Goal> goals)
{
    const ResultFile &base = files.front(), &file = files[i];
    check_municipality(base, file);
    if (const auto why = why_not_paired(frame_of(base), frame_of(file)))
        throw UsageError{{fmt::format("{} kan ikke sammenlignes med {}: {}", file.path(), base.path(), why->da),
                          fmt::format("{} cannot be compared with {}: {}", file.path(), base.path(), why->en)}};
    check_futures(base, file);
    ReportOption option;
    option.side = side_of(file, scenarios[i]);
    option.notes = notes_on(base, file);
    add_register_differences(base, file, option);
    if (scenarios.front().scenario && scenarios[i].scenario)
        add_scenario_differences(*scenarios.front().scenario, *scenarios[i].scenario, option);
    else
        option.notes.push_back(scenarios[i].scenario ? scenarios.front().problem : scenarios[i].problem);
    const KpiColumns before = kpi_columns(base), now = kpi_columns(file);
    option.kpis = compare_runs(before, now, goals);
    for (OtherSide& other : other_side_of_wins(option.kpis)) option.notes.push_back(std::move(other.note));
    for (const KpiDifference& d : option.kpis)
        option.citizens.push_back(d.difference ? difference_in_citizens(*d.kpi, before, now, base.metadata().weeks) : std::nullopt);
    option.headline = headline(option.side.title, option.kpis, nullptr, base.metadata().covers);
    return option;
}

} // namespace

Reloaded reload_scenario(const ResultMetadata& metadata)
{
    Reloaded result;
    const std::string& path = metadata.origin.scenario_path;
    const auto cannot = [&](std::string_view da, std::string_view en) {
        result.problem = {fmt::format("scenariet {} {}; kør det igen med samspil run", path, da),
                          fmt::format("the scenario {} {}; run it again with samspil run", path, en)};
        return result;
    };
    std::vector<Override> sets;
    for (const std::string& set : metadata.origin.overrides) {
        const std::size_t equals = set.find('=');
        if (equals != std::string::npos) sets.push_back({set.substr(0, equals), set.substr(equals + 1)});
    }
    Diagnostics diagnostics;
    std::optional<LoadedScenario> loaded;
    try {
        loaded = load_scenario(path, sets, diagnostics);
    } catch (const IoError&) {
        return cannot("kan ikke læses", "cannot be read");
    }
    if (!loaded)
        return cannot("har nu fejl (samspil validate viser dem)", "now has errors (samspil validate shows them)");
    std::map<std::string, std::string> now, then;
    for (const InputDigest& input : loaded->inputs)
        now[input.path] = input.digest;
    for (const InputRecord& input : metadata.origin.inputs)
        then[input.path] = input.digest;
    if (now != then)
        return cannot("eller dets tabeller er ændret siden kørslen", "or its tables have changed since the run");
    Diagnostics notes;
    shorten(*loaded, metadata.weeks, notes); // what lay beyond never happened
    result.scenario = std::move(loaded->scenario);
    result.evidence = std::move(loaded->evidence);
    return result;
}

RunFrame frame_of(const ResultFile& file)
{
    const ResultMetadata& m = file.metadata();
    return {m.seed, parse_date(m.start).value_or(0), m.weeks, m.burn_in_weeks, m.covers};
}

KpiColumns kpi_columns(const ResultFile& file)
{
    KpiColumns columns;
    const auto n = static_cast<std::size_t>(file.metadata().replications);
    for (const Kpi& kpi : kpi_table()) {
        const bool known = file.has_kpi(kpi.id);
        columns.push_back(known ? file.kpi(kpi.id) : std::vector<double>(n, std::numeric_limits<double>::quiet_NaN()));
    }
    return columns;
}

ComparisonReport read_comparison(const std::vector<ResultFile>& files, const std::vector<Reloaded>& scenarios,
                                 std::span<const Goal> goals)
{
    ComparisonReport report;
    const ResultMetadata& base = files.front().metadata();
    report.base = side_of(files.front(), scenarios.front());
    report.frame = frame_of(files.front());
    report.start = base.start;
    report.covers = base.covers;
    if (const auto futures = files.front().futures()) report.drawn = static_cast<int>(futures->keys.size());
    bool organisation_change = false;
    for (std::size_t i = 1; i < files.size(); ++i) {
        report.options.push_back(read_option(files, scenarios, i, goals));
        organisation_change = organisation_change || changes_organisation(scenarios.front(), scenarios[i]);
    }
    report.evidence = evidences_for(files.front(), scenarios.front(), report.options.front(), organisation_change);
    report.program_version = with_commit(build_info().version, build_info().commit);
    report.made = timestamp();
    return report;
}

void check_chance(const std::vector<ResultFile>& chance, std::size_t scenarios, bool futures)
{
    if (!futures)
        throw UsageError{{"--chance hører til resultater med --futures", "--chance belongs to results of --futures"}};
    if (chance.size() != scenarios)
        throw UsageError{{"--chance skal have de samme scenarier som sammenligningen, i samme rækkefølge", "--chance takes the same scenarios as the comparison, in the same order"}};
    for (const ResultFile& file : chance) {
        if (file.metadata().covers == covers_chance) continue;
        throw UsageError{{fmt::format("{} er selv lavet med --futures; efter --chance står de samme scenarier uden", file.path()),
                          fmt::format("{} was made with --futures itself; after --chance stand the same scenarios without", file.path())}};
    }
}

void add_chance(ComparisonReport& report, const std::vector<ResultFile>& futures, const std::vector<ResultFile>& chance, std::span<const Goal> goals)
{
    check_chance(chance, futures.size(), futures.front().metadata().covers == covers_futures);
    for (std::size_t i = 0; i < chance.size(); ++i) {
        const ResultMetadata &here = chance[i].metadata(), &there = futures[i].metadata();
        if (here.origin.resolved_text == there.origin.resolved_text) {
            if (const auto table = table_changed(here.origin.inputs, there.origin.inputs))
                throw UsageError{{fmt::format("{} og {} er ikke kørt på de samme tabeller: {} derimellem", chance[i].path(), futures[i].path(), table->da),
                                  fmt::format("{} and {} were not run on the same tables: {} between them", chance[i].path(), futures[i].path(), table->en)}};
            if (here.origin.program_version != there.origin.program_version || here.origin.commit != there.origin.commit)
                report.options[i == 0 ? 0 : i - 1].notes.push_back({fmt::format("{} er lavet af en anden programversion end {}: delingen i tilfældighed og antagelser kan rumme forskellen på dem", chance[i].path(), futures[i].path()),
                                        fmt::format("{} was made by another program version than {}: the split into chance and assumptions may hold what differs between them", chance[i].path(), futures[i].path())});
            continue;
        }
        throw UsageError{{fmt::format("{} er ikke det samme scenarie som {} uden --futures", chance[i].path(), futures[i].path()),
                          fmt::format("{} is not the same scenario as {} without --futures", chance[i].path(), futures[i].path())}};
    }
    for (std::size_t i = 1; i < chance.size(); ++i) {
        if (const auto why = why_not_paired(frame_of(chance.front()), frame_of(chance[i])))
            throw UsageError{{fmt::format("{} kan ikke sammenlignes med {}: {}", chance[i].path(), chance.front().path(), why->da),
                              fmt::format("{} cannot be compared with {}: {}", chance[i].path(), chance.front().path(), why->en)}};
        ReportOption& option = report.options[i - 1];
        option.futures = split_all(option.kpis, compare_runs(kpi_columns(chance.front()), kpi_columns(chance[i]), goals));
        option.headline = headline(option.side.title, option.kpis, nullptr, report.covers);
    }
}

} // namespace samspil
