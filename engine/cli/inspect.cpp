// SPDX-License-Identifier: MPL-2.0
// samspil inspect: what a result holds, one synthetic citizen's life, one house.
#include "engine/cli/arguments.hpp"
#include "engine/cli/file_kind.hpp"
#include "engine/cli/groups_screen.hpp"
#include "engine/cli/inspect_person.hpp"
#include "engine/cli/studying.hpp"
#include "engine/cli/wrong_words.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/likely.hpp"
#include "engine/io/result_file.hpp"
#include "engine/io/shell_words.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace samspil {
namespace {

std::string number(double value, Language language)
{
    if (!std::isfinite(value)) return "–";
    if (std::abs(value) >= 1000) return grouped(value, 0, language);
    std::string text = fmt::format("{:.4g}", value);
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
    line({"periode", "period"}, language == Language::da ? fmt::format("{} uger fra {} efter {} ugers indkøring", about.weeks, about.start, about.burn_in_weeks)
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
        fmt::print("  {} = {} {}  [{}]\n", kpi.label.in(language), number(mean(file.kpi(kpi.id)), language), unit_in_words(kpi.unit, language), kpi.id);
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
        const std::string unit = text("unit"), words = unit_in_words(unit, language);
        fmt::print("  {} [{}] {}: {}\n", path, fmt::join(file.file().shape(path).extent, " x "), words,
                   text(language == Language::da ? "long_name_da" : "long_name"));
    }
    for (const auto& [group, count] : folded) fmt::print("  {}/ ({})\n", group, count);
}

std::string share_of_time(double share, Language language) { return grouped(100 * share, 0, language) + " %"; }

/// Code n as its series says it: "0 no offer, 1 places and rooms, ..."
Text meaning_of(const SeriesInfo& info, std::int32_t code)
{
    const auto part = [&](std::string_view all) {
        const std::string number = fmt::format("{} ", code);
        for (std::size_t begin = 0; begin < all.size();) {
            const std::size_t end = std::min(all.find(", ", begin), all.size());
            const std::string_view one = all.substr(begin, end - begin);
            if (one.starts_with(number)) return std::string(one.substr(number.size()));
            begin = end + 2;
        }
        return number;
    };
    return {part(info.description.da), part(info.description.en)};
}

/// Sum over replications of one entry of a house, week by week.
std::vector<double> by_week(const ResultFile& file, const SeriesInfo& info, std::size_t stride, std::size_t entry)
{
    const auto values = file.series(info.group, info.id);
    const std::size_t weeks = std::max<std::size_t>(1, file.series_extent(info.group, info.id)[0]);
    std::vector<double> sums(weeks);
    for (std::size_t row = 0; row < values.size() / stride; ++row) sums[row % weeks] += values[row * stride + entry];
    return sums;
}

/// Codes of a series in words, with how much of the time each holds: "places and rooms 83 %, staff 17 %".
std::string codes_in_words(const ResultFile& file, const SeriesInfo& info, std::size_t stride, std::size_t entry, std::size_t from, std::size_t to, Language language)
{
    const auto values = file.series(info.group, info.id);
    const std::size_t weeks = std::max<std::size_t>(1, file.series_extent(info.group, info.id)[0]);
    std::map<std::int32_t, std::size_t> times;
    std::size_t all = 0;
    for (std::size_t row = 0; row < values.size() / stride; ++row) {
        const std::size_t week = row % weeks;
        if (week < from || week >= to) continue;
        ++times[values[row * stride + entry]];
        ++all;
    }
    std::vector<std::pair<std::size_t, std::int32_t>> most;
    for (const auto& [code, count] : times) most.emplace_back(count, code);
    std::sort(most.begin(), most.end(), [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    std::string words;
    for (const auto& [count, code] : most)
        words += fmt::format("{}{} {}", words.empty() ? "" : ", ", meaning_of(info, code).in(language), share_of_time(static_cast<double>(count) / static_cast<double>(all), language));
    return words.empty() ? "–" : words;
}

/// The first week of a house that opens within the period, or the first without it when it closes; else nothing.
struct Turn {
    std::size_t week = 0;
    bool opens = false;
};

std::optional<Turn> turn_of(const ResultFile& file, std::size_t centres, std::size_t index)
{
    if (!file.has_series("weekly", "offered")) return std::nullopt;
    const auto table = series_table();
    const auto info = std::find_if(table.begin(), table.end(), [](const SeriesInfo& i) { return i.group == "weekly" && i.id == "offered"; });
    std::vector<double> offered;
    for (std::size_t offer = 0; offer < offer_count; ++offer) {
        const auto one = by_week(file, *info, centres * offer_count, index * offer_count + offer);
        offered.resize(one.size());
        for (std::size_t w = 0; w < one.size(); ++w) offered[w] += one[w];
    }
    if (offered.empty() || (offered.front() > 0) == (offered.back() > 0)) return std::nullopt;
    const bool opens = offered.back() > 0;
    const auto some = [](double sessions) { return sessions > 0; };
    if (opens) return Turn{static_cast<std::size_t>(std::find_if(offered.begin(), offered.end(), some) - offered.begin()), true};
    return Turn{offered.size() - static_cast<std::size_t>(std::find_if(offered.rbegin(), offered.rend(), some) - offered.rbegin()), false};
}

double mean_between(const std::vector<double>& sums, std::size_t from, std::size_t to, double replications)
{
    double sum = 0;
    for (std::size_t w = from; w < std::min(to, sums.size()); ++w) sum += sums[w];
    return to > from ? sum / static_cast<double>(to - from) / replications : 0;
}

/// A mean with its unit; thousandths are shown as what they are thousandths of, burden without volunteers not at all.
std::string level_in_words(const SeriesInfo& info, double value, bool volunteers, Language language)
{
    if (info.id == "burden" && !volunteers) return "–";
    if (info.unit == "0/1") return share_of_time(value, language) + (language == Language::da ? " af tiden" : " of the time");
    if (info.unit == "1/1000") return grouped(value / 1000, 2, language);
    return number(value, language) + " " + unit_in_words(info.unit, language);
}

void show_levels(const ResultFile& file, std::size_t centres, std::size_t index, const std::optional<Turn>& turn, Language language)
{
    const auto stock_of = [&](std::size_t from, std::size_t to) {
        for (const SeriesInfo& info : series_table()) {
            if (info.group == "volunteers" && info.id == "stock" && file.has_series(info.group, info.id))
                return mean_between(by_week(file, info, centres, index), from, to, 1) > 0;
        }
        return true;
    };
    const auto replications = static_cast<double>(std::max(1, file.metadata().part ? 1 : file.metadata().replications));
    for (const SeriesInfo& info : series_table()) {
        if (info.axes.empty() || info.axes[0] != Axis::centre || !file.has_series(info.group, info.id)) continue;
        const bool by_offer = info.axes.size() == 2;
        const std::size_t entries = by_offer ? offer_count : 1;
        for (std::size_t entry = 0; entry < entries; ++entry) {
            const auto sums = by_week(file, info, centres * entries, index * entries + entry);
            const std::size_t end = sums.size();
            if (by_offer && mean_between(sums, 0, end, 1) == 0) continue; // also of codes: 0 is no offer
            const auto words = [&](std::size_t from, std::size_t to) {
                if (info.unit == "code") return codes_in_words(file, info, centres * entries, index * entries + entry, from, to, language);
                const bool closed = turn && (from == 0) == turn->opens;
                if (closed && info.id == "attention") return std::string("–"); // no leader looks after a closed house
                return level_in_words(info, mean_between(sums, from, to, replications), stock_of(from, to), language);
            };
            const std::string offer = by_offer ? fmt::format(", {}", label_of(offers[entry]).in(language)) : "";
            fmt::print("  {}{}: {}\n", info.label.in(language), offer,
                       turn ? words(0, turn->week) + " → " + words(turn->week, end) : words(0, end));
        }
    }
}

Exit show_centre(const ResultFile& file, const std::string& id, Language language)
{
    const auto centres = file.centres();
    const auto found = std::find_if(centres.begin(), centres.end(), [&](const CentreRow& c) { return c.id == id; });
    if (found == centres.end()) {
        std::vector<KnownWord> known;
        for (const CentreRow& c : centres) known.insert(known.end(), {{c.id, c.id}, {c.name, c.id}});
        wrong_use(with_hint(say("der er intet hus '{}' i resultatet", "there is no centre '{}' in the result", shown(id)), near_house(known, id)));
    }
    const auto index = static_cast<std::size_t>(found - centres.begin());
    fmt::print("{} ({}), {}, {}{}\n", found->name, found->id, found->kind, found->area,
               found->known ? "" : language == Language::da ? ", antaget placering" : ", assumed place");
    const auto turn = turn_of(file, centres.size(), index);
    if (turn) {
        const Day day = *parse_date(file.metadata().start) + 7 * static_cast<int>(turn->week);
        const Text words = turn->opens ? say("åbner i ugen fra {} ({}); gennemsnit før → efter", "opens in the week from {} ({}); means before → after", format_date(day), iso_week(day))
                                       : say("lukker i ugen fra {} ({}); gennemsnit før → efter", "closes in the week from {} ({}); means before → after", format_date(day), iso_week(day));
        fmt::print("{}\n", words.in(language));
    } else {
        fmt::print("{}\n", language == Language::da ? "gennemsnit over uger og gentagelser" : "mean over weeks and replications");
    }
    show_levels(file, centres.size(), index, turn, language);
    return Exit::done;
}

/// An interrupted run has no result yet, but its parts can be looked at.
Exit show_folder(const std::string& folder, Language language)
{
    namespace fs = std::filesystem;
    std::vector<std::string> files;
    for (const fs::path& in : {fs::path(folder), fs::path(folder) / ".parts"}) {
        std::error_code ignored;
        for (const auto& entry : fs::directory_iterator(in, ignored)) {
            if (entry.path().extension() == ".h5") files.push_back(entry.path().string());
        }
    }
    std::sort(files.begin(), files.end());
    const bool unfinished = fs::exists(fs::path(folder) / ".parts" / "manifest.json");
    if (!unfinished) {
        const Text example = files.empty() ? Text{} : Text{"; skriv for eksempel samspil inspect " + in_shell(files.front()), "; write for instance samspil inspect " + in_shell(files.front())};
        throw IoError(IoError::Cause::unreadable, folder, Text{"det er en mappe" + example.da, "it is a folder" + example.en});
    }
    fmt::print("{}\n", say("en afbrudt kørsel; samspil resume {} gør den færdig", "an interrupted run; samspil resume {} finishes it", in_shell(folder)).in(language));
    for (const std::string& file : files) fmt::print("  {}\n", file);
    if (!files.empty()) fmt::print("{}\n", say("skriv for eksempel: samspil inspect {}", "write for instance: samspil inspect {}", in_shell(files.front())).in(language));
    return Exit::done;
}

} // namespace

Exit inspect_command(const Invocation& call)
{
    namespace po = boost::program_options;
    po::options_description known;
    known.add_options()("by", po::value<std::string>())("kpi", po::value<std::string>());
    const Arguments given(call, known);
    const auto& words = given.positional();
    const bool pair = words.size() == 4 && words[1] == "person";
    const bool one = pair || (words.size() == 3 && (words[1] == "person" || words[1] == "centre"));
    const bool by = given.has("by");
    if ((words.size() != 1 && !one) || (one && by) || (given.has("kpi") && !by))
        wrong_use({"skriv: samspil inspect R.h5 [person ID [ALTERNATIV.h5] | centre ID | --by DIMENSION [--kpi ID]], eller samspil inspect MAPPE",
                   "write: samspil inspect R.h5 [person ID [OPTION.h5] | centre ID | --by DIMENSION [--kpi ID]], or samspil inspect FOLDER"});
    expect_kind(words[0], {FileKind::result, FileKind::folder});
    if (pair) expect_kind(words[3], {FileKind::result});
    if (words.size() == 1 && !by && std::filesystem::is_regular_file(words[0]) && is_study_file(words[0])) {
        const StudyResult study = read_study(words[0]);
        fmt::print("{}", study_screen(study, call.language));
        if (const auto lines = failure_lines(study, call.language); !lines.empty()) {
            fmt::print("\n{}\n", call.language == Language::da ? "Fejlede, og er uden værdi her" : "Failed, and without a value here");
            for (const std::string& line : lines) fmt::print("  {}\n", line);
        }
        return Exit::done;
    }
    if (!one && is_study_folder(words[0])) return study_status(words[0], false, call.language);
    const Dimension dimension = by ? dimension_of(given.text("by")) : Dimension::all;
    if (!one && std::filesystem::is_directory(words[0])) return show_folder(words[0], call.language);
    const ResultFile file = open_result(words[0]);
    if (one && words[1] == "person") {
        fmt::print("{}", pair ? two_lives_screen(file, open_result(words[3]), words[2], call.language)
                              : life_screen(file, words[2], call.language));
        return Exit::done;
    }
    if (one) return show_centre(file, words[2], call.language);
    if (by) {
        fmt::print("{}", groups_screen(file, dimension, given.text("kpi"), call.language));
        return Exit::done;
    }
    show_head(file, call.language);
    show_kpis(file, call.language);
    show_tree(file, call.language);
    return Exit::done;
}

} // namespace samspil
