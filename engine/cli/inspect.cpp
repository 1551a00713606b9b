// SPDX-License-Identifier: MPL-2.0
// samspil inspect: what a result holds, one synthetic citizen's life, one house.
#include "engine/cli/arguments.hpp"
#include "engine/io/result_file.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace samspil {
namespace {

std::string number(double value, Language language)
{
    if (!std::isfinite(value)) return "–";
    std::string text = std::abs(value) >= 1000 ? fmt::format("{:.0f}", value) : fmt::format("{:.4g}", value);
    if (language == Language::da) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

/// Mean of those that are defined.
double mean(const std::vector<double>& values)
{
    double sum = 0;
    int n = 0;
    for (const double value : values) {
        if (!std::isfinite(value)) continue;
        sum += value;
        ++n;
    }
    return n > 0 ? sum / n : no_prior;
}

void show_head(const ResultFile& file, Language language)
{
    const ResultMetadata& about = file.metadata();
    const ResultOrigin& origin = about.origin;
    const auto line = [&](Label label, const std::string& value) {
        if (!value.empty()) fmt::print("  {}: {}\n", label.in(language), value);
    };
    fmt::print("{} ({})\n", about.title.in(language), about.scenario_id);
    line({"fil", "file"}, file.path());
    if (about.part) line({"del af en kørsel, gentagelse", "part of a run, replication"}, fmt::format("{}", about.first_replication));
    else line({"gentagelser", "replications"}, fmt::format("{}", about.replications));
    line({"frø", "seed"}, fmt::format("{}", about.seed));
    line({"periode", "period"}, language == Language::da ? fmt::format("{} uger fra {} efter {} ugers opvarmning", about.weeks, about.start, about.burn_in_weeks)
                                                         : fmt::format("{} weeks from {} after a burn-in of {} weeks", about.weeks, about.start, about.burn_in_weeks));
    line({"program", "program"}, fmt::format("samspil {} ({}, {})", origin.program_version, origin.commit, origin.build));
    line({"lavet", "created"}, origin.created);
    line({"kommando", "command"}, origin.command);
    line({"scenariefil", "scenario file"}, origin.scenario_path);
    for (const std::string& set : origin.overrides) line({"ændret", "override"}, set);
    for (const InputRecord& input : origin.inputs) line({"læst", "read"}, fmt::format("{}  {}", input.digest.substr(0, 16), input.path));
}

void show_kpis(const ResultFile& file, Language language)
{
    fmt::print("\n{}\n", language == Language::da ? "kpi/ (gennemsnit over gentagelser)" : "kpi/ (mean over replications)");
    for (const Kpi& kpi : kpi_table()) {
        if (!file.has_kpi(kpi.id)) continue;
        fmt::print("  {} = {} {}  [{}]\n", kpi.label.in(language), number(mean(file.kpi(kpi.id)), language), kpi.unit, kpi.id);
    }
}

void show_tree(const ResultFile& file, Language language)
{
    fmt::print("\n{}\n", language == Language::da ? "datasæt" : "datasets");
    std::map<std::string, int> folded; // long groups of single values are counted, not listed
    for (const std::string& path : file.file().datasets()) {
        const std::string group = path.substr(0, path.find('/'));
        if (group == "kpi" || group == "assumptions" || group == "policy" || group == "mechanisms") {
            ++folded[group];
            continue;
        }
        const auto text = [&](const char* name) { return file.file().text_attribute(path, name).value_or(""); };
        fmt::print("  {} [{}] {}: {}\n", path, fmt::join(file.file().shape(path).extent, " x "), text("unit"),
                   text(language == Language::da ? "long_name_da" : "long_name"));
    }
    for (const auto& [group, count] : folded) fmt::print("  {}/ ({})\n", group, count);
}

std::string centre_name(const ResultFile& file, int key)
{
    for (const CentreRow& centre : file.centres()) {
        if (centre.key == key) return fmt::format("{} ({})", centre.name, centre.id);
    }
    return fmt::format("{}", key);
}

Exit show_person(const ResultFile& file, const std::string& id, Language language)
{
    std::uint64_t person = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), person);
    const auto events = file.life_courses();
    const bool known = std::any_of(events.begin(), events.end(), [&](const LifeEvent& e) { return e.person == person; });
    if (error != std::errc{} || end != id.data() + id.size() || !known) {
        std::vector<std::uint64_t> some;
        for (const LifeEvent& e : events) {
            if (some.size() < 5 && (some.empty() || some.back() != e.person)) some.push_back(e.person);
        }
        wrong_use(say("{} står ikke i resultatets stikprøve; den har for eksempel: {}", "{} is not in the sample of the result; it has for example: {}",
                      shown(id), fmt::format("{}", fmt::join(some, ", "))));
    }
    const ResultMetadata& about = file.metadata();
    const Calendar calendar{*parse_date(about.start) - 7 * about.burn_in_weeks};
    fmt::print("{}\n{} {}\n", language == Language::da ? "Syntetisk borger, ikke en person" : "Synthetic citizen, not a person",
               language == Language::da ? "nummer" : "number", person);
    for (const LifeEvent& e : events) {
        if (e.person != person) continue;
        std::string line = fmt::format("  {} ({})  {}", format_date(calendar.day(e.week)), iso_week(calendar.day(e.week)), label_of(e.kind).in(language));
        if (e.offer > 0) line += fmt::format(", {}", label_of(static_cast<Offer>(e.offer)).in(language));
        if (e.centre > 0) line += fmt::format(", {}", centre_name(file, e.centre));
        fmt::print("{}  [a={}, b={}]\n", line, e.a, e.b);
    }
    return Exit::done;
}

Exit show_centre(const ResultFile& file, const std::string& id, Language language)
{
    const auto centres = file.centres();
    const auto found = std::find_if(centres.begin(), centres.end(), [&](const CentreRow& c) { return c.id == id; });
    if (found == centres.end()) wrong_use(say("der er intet hus '{}' i resultatet", "there is no centre '{}' in the result", shown(id)));
    const auto index = static_cast<std::size_t>(found - centres.begin());
    fmt::print("{} ({}), {}, {}{}\n", found->name, found->id, found->kind, found->area,
               found->known ? "" : language == Language::da ? ", antaget placering" : ", assumed place");
    fmt::print("{}\n", language == Language::da ? "gennemsnit over uger og gentagelser" : "mean over weeks and replications");
    for (const SeriesInfo& info : series_table()) {
        if (info.axes.empty() || info.axes[0] != Axis::centre || !file.has_series(info.group, info.id)) continue;
        const bool by_offer = info.axes.size() == 2;
        const std::size_t entries = by_offer ? offer_count : 1;
        const auto values = file.series(info.group, info.id);
        const std::size_t stride = centres.size() * entries, rows = values.size() / stride;
        for (std::size_t entry = 0; entry < entries; ++entry) {
            double sum = 0;
            for (std::size_t row = 0; row < rows; ++row) sum += values[row * stride + index * entries + entry];
            if (by_offer && sum == 0) continue;
            const std::string offer = by_offer ? fmt::format(", {}", label_of(offers[entry]).in(language)) : "";
            fmt::print("  {}{}: {} {}\n", info.label.in(language), offer, number(rows > 0 ? sum / static_cast<double>(rows) : 0, language), info.unit);
        }
    }
    return Exit::done;
}

} // namespace

Exit inspect_command(const Invocation& call)
{
    const Arguments given(call, {});
    const auto& words = given.positional();
    const bool one = words.size() == 3 && (words[1] == "person" || words[1] == "centre");
    if (words.size() != 1 && !one) wrong_use({"samspil inspect R.h5 [person ID | centre ID]", "samspil inspect R.h5 [person ID | centre ID]"});
    const ResultFile file = open_result(words[0]);
    if (one && words[1] == "person") return show_person(file, words[2], call.language);
    if (one) return show_centre(file, words[2], call.language);
    show_head(file, call.language);
    show_kpis(file, call.language);
    show_tree(file, call.language);
    return Exit::done;
}

} // namespace samspil
