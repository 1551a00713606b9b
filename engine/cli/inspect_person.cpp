// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/inspect_person.hpp"

#include "engine/cli/arguments.hpp"
#include "engine/cli/compare_inputs.hpp"
#include "engine/cli/text_table.hpp"
#include "engine/experiment/future_table.hpp"
#include "engine/io/life_words.hpp"
#include "engine/io/say.hpp"
#include "engine/model/calendar.hpp"
#include "engine/model/house_name.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace samspil {
namespace {

using Lives = std::vector<LifeEvent>;

std::string said(Label label, Language language) { return std::string(label.in(language)); }

/// The number of a citizen whom the result follows.
std::uint64_t followed(const Lives& events, const std::string& id)
{
    std::uint64_t person = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), person);
    const bool known = std::any_of(events.begin(), events.end(), [&](const LifeEvent& e) { return e.person == person; });
    if (error == std::errc{} && end == id.data() + id.size() && known) return person;
    std::vector<std::uint64_t> some;
    for (const LifeEvent& e : events) {
        if (some.size() < 5 && (some.empty() || some.back() != e.person)) some.push_back(e.person);
    }
    wrong_use(say("{} står ikke i resultatets stikprøve; den har for eksempel: {}", "{} is not in the sample of the result; it has for example: {}",
                  shown(id), fmt::format("{}", fmt::join(some, ", "))));
}

Lives life_of(const Lives& events, std::uint64_t person)
{
    Lives life;
    std::copy_if(events.begin(), events.end(), std::back_inserter(life), [&](const LifeEvent& e) { return e.person == person; });
    return life;
}

NameOfKey houses_of(const ResultFile& file, Language language)
{
    return [rows = file.centres(), language](int key) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const CentreRow& centre) { return centre.key == key; });
        if (row == rows.end()) return said({"ukendt hus", "unknown house"}, language);
        return house_name(row->name, language);
    };
}

NameOfKey areas_of(const ResultFile& file, Language language)
{
    return [rows = file.neighbourhoods(), language](int key) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const NeighbourhoodRow& area) { return area.key == key; });
        return row == rows.end() ? said({"ukendt lokalsamfund", "unknown small area"}, language) : row->name;
    };
}

std::string heading(const ResultFile& file, std::uint64_t person, Language language)
{
    return fmt::format("{}\n{} ({} {})\n", said({"Syntetisk borger, ikke en person", "Synthetic citizen, not a person"}, language),
                       citizen_words(person, areas_of(file, language), language), said({"nummer", "number"}, language), person);
}

class Weeks {
public:
    explicit Weeks(const ResultMetadata& about) : calendar_{*parse_date(about.start) - 7 * about.burn_in_weeks} {}
    std::string operator()(Week week) const { return fmt::format("{} ({})", format_date(calendar_.day(week)), iso_week(calendar_.day(week))); }

private:
    Calendar calendar_;
};

/// Keys of houses that one of the results opens or closes.
std::vector<int> houses_touched(const ResultFile& base, const ResultFile& option)
{
    std::vector<int> keys;
    for (const ResultFile* file : {&base, &option}) {
        const auto centres = file->centres();
        for (const InterventionRow& change : file->interventions()) {
            if (change.type != "open_centre" && change.type != "close_centre" && change.type != "merge" && change.type != "satellite") continue;
            for (const CentreRow& centre : centres)
                if (centre.id == change.centre) keys.push_back(centre.key);
        }
    }
    return keys;
}

/// One line of the two lives: an event of both, or of one of them.
struct Line {
    const LifeEvent *base = nullptr, *option = nullptr;
    Week week() const { return base != nullptr ? base->week : option->week; }
};

std::vector<Line> side_by_side(const Lives& base, const Lives& option)
{
    std::vector<Line> lines;
    std::size_t a = 0, b = 0;
    while (a < base.size() || b < option.size()) {
        const bool any_a = a < base.size(), any_b = b < option.size();
        if (any_a && any_b && same_outcome(base[a], option[b])) {
            lines.push_back({&base[a++], &option[b++]});
            continue;
        }
        // Of one week: an event that the other life has further on waits for its twin.
        const auto twin_in_base = [&] {
            for (std::size_t i = a; i < base.size() && base[i].week == option[b].week; ++i)
                if (same_outcome(base[i], option[b])) return true;
            return false;
        };
        const bool first_a = any_a && (!any_b || base[a].week < option[b].week || (base[a].week == option[b].week && twin_in_base()));
        const bool same_week = any_a && any_b && base[a].week == option[b].week && base[a].kind == option[b].kind;
        if (same_week && !first_a) lines.push_back({&base[a++], &option[b++]});
        else if (first_a || !any_b) lines.push_back({&base[a++], nullptr});
        else lines.push_back({nullptr, &option[b++]});
    }
    return lines;
}

} // namespace

std::string life_screen(const ResultFile& file, const std::string& id, Language language)
{
    const Lives events = file.life_courses();
    const std::uint64_t person = followed(events, id);
    const Weeks week(file.metadata());
    const NameOfKey house = houses_of(file, language);
    std::string out = heading(file, person, language);
    for (const LifeEvent& e : life_of(events, person)) out += fmt::format("  {}  {}\n", week(e.week), event_words(e, house, language));
    return out;
}

std::string two_lives_screen(const ResultFile& base, const ResultFile& option, const std::string& id, Language language)
{
    if (const auto why = why_not_paired(frame_of(base), frame_of(option))) throw UsageError{*why};
    const auto drawn = base.futures(), of_option = option.futures();
    if (const auto why = why_not_same_futures(drawn ? &*drawn : nullptr, of_option ? &*of_option : nullptr, 1)) throw UsageError{*why}; // lives are of the first
    const Lives events = base.life_courses();
    const std::uint64_t person = followed(events, id);
    const Lives a = life_of(events, person), b = life_of(option.life_courses(), person);
    const Weeks week(base.metadata());
    const NameOfKey house_a = houses_of(base, language), house_b = houses_of(option, language);
    std::string out = heading(base, person, language);
    out += fmt::format("{}: «{}»\n{}: «{}»\n", said({"Basis", "Base"}, language), base.metadata().title.in(language),
                       said({"Alternativ", "Option"}, language), option.metadata().title.in(language));
    const auto parting = first_difference(a, b, houses_touched(base, option));
    if (parting) {
        out += fmt::format("\n{} {}: {}\n{}: {}\n", said({"Livene skilles", "The lives part"}, language), week(parting->week),
                           cause_words(*parting, a, b, house_b, language), said({"Reglen", "The rule"}, language),
                           said(rule_label(parting->cause), language));
    } else {
        out += fmt::format("\n{}\n", said({"Livet er det samme i begge.", "The life is the same in both."}, language));
    }
    TextTable table;
    table.column(said({"Uge", "Week"}, language));
    table.column(said({"Basis", "Base"}, language));
    table.column(said({"Alternativ", "Option"}, language));
    bool parted = false;
    for (const Line& line : side_by_side(a, b)) {
        const bool same = line.base != nullptr && line.option != nullptr && same_outcome(*line.base, *line.option);
        if (!same && !parted) {
            parted = true;
            table.line();
        }
        table.row({week(line.week()), line.base != nullptr ? event_words(*line.base, house_a, language) : "",
                   same ? said({"det samme", "the same"}, language) : line.option != nullptr ? event_words(*line.option, house_b, language) : ""});
    }
    return out + "\n" + table.text();
}

} // namespace samspil
