// SPDX-License-Identifier: MPL-2.0
#include "viewer/state/commands.hpp"

#include "viewer/data/places.hpp"
#include "viewer/data/time_words.hpp"
#include "viewer/words/commands.hpp"
#include "viewer/words/common.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

Text both(Label label) { return {std::string(label.da), std::string(label.en)}; }
Text joined(Label head, const Text& tail) { return {std::string(head.da) + ": " + tail.da, std::string(head.en) + ": " + tail.en}; }

Shortcut typed(char c) { return {Key::character, c, false, false}; }
Shortcut with_ctrl(char c, bool shift = false) { return {Key::letter, c, true, shift}; }

/// The neighbour of `now` in a ring of `n`; the first when nothing is chosen.
std::size_t beside(std::size_t now, std::size_t n, int by)
{
    return (now + n + static_cast<std::size_t>(by + static_cast<int>(n))) % n;
}

template <class Items, class Is>
std::size_t index_of(const Items& items, const Is& is)
{
    const auto found = std::find_if(items.begin(), items.end(), is);
    return found == items.end() ? 0 : static_cast<std::size_t>(found - items.begin());
}

void add_time(std::vector<Command>& all, const State& s, int weeks)
{
    const auto to = [&](Label label, Shortcut shortcut, int week) { all.push_back({both(label), shortcut, {SetWeek{week}}}); };
    to(words::week_back, {Key::left}, s.week - 1);
    to(words::week_on, {Key::right}, s.week + 1);
    to(words::month_back, {Key::left, 0, false, true}, s.week - 4);
    to(words::month_on, {Key::right, 0, false, true}, s.week + 4);
    to(words::year_back, {Key::left, 0, true, false}, s.week - 52);
    to(words::year_on, {Key::right, 0, true, false}, s.week + 52);
    to(words::first_week, {Key::home}, 0);
    to(words::last_week, {Key::end}, weeks - 1);
    all.push_back({both(words::play_or_stop), {Key::space}, {SetPlaying{!s.playing}}});
}

void add_focus(std::vector<Command>& all, const Library& library, const State& s)
{
    const std::vector<const Result*> options = options_of(library, s);
    if (!options.empty()) {
        const std::size_t now = index_of(options, [&](const Result* r) { return r == option_of(library, s); });
        all.push_back({both(words::next_option), typed('.'), {FocusOption{options[beside(now, options.size(), 1)]->key}}});
        all.push_back({both(words::previous_option), typed(','), {FocusOption{options[beside(now, options.size(), -1)]->key}}});
        all.push_back({both(words::as_base), typed('b'), {SetBase{options[now]->key}}});
    }
    const std::vector<Goal> goals = goals_of(library, s);
    const std::size_t goal = index_of(goals, [&](const Goal& g) { return g.kpi == goal_of(library, s).id; });
    all.push_back({both(words::next_goal), typed('m'), {FocusGoal{goals[beside(goal, goals.size(), 1)].kpi}}});
    all.push_back({both(words::previous_goal), typed('M'), {FocusGoal{goals[beside(goal, goals.size(), -1)].kpi}}});
    const Result* base = base_of(library, s);
    if (base != nullptr && !base->centres.empty()) {
        const std::size_t house = index_of(base->centres, [&](const CentreRow& c) { return c.key == s.centre; });
        const auto to = [&](int by) { return FocusCentre{base->centres[beside(house, base->centres.size(), by)].key}; };
        all.push_back({both(words::next_house), typed(']'), {to(1)}});
        all.push_back({both(words::previous_house), typed('['), {to(-1)}});
    }
    all.push_back({both(words::up), {Key::backspace}, {GoUp{}}});
}

void add_window(std::vector<Command>& all, const State& s)
{
    const Habits& h = s.habits;
    all.push_back({both(words::switch_difference), typed('d'), {SetShow{s.show == Show::difference ? Show::absolute : Show::difference}}});
    all.push_back({both(words::switch_uncertainty), typed('u'), {SetUncertainty{s.uncertainty == Uncertainty::dots ? Uncertainty::band : Uncertainty::dots}}});
    all.push_back({both(words::switch_table), typed('t'), {SetAsTable{!s.as_table}}});
    all.push_back({both(words::switch_runs), typed('r'), {SetRuns{!s.runs}}});
    all.push_back({both(words::switch_language), typed('l'), {SetLanguage{h.language == Language::da ? Language::en : Language::da}}});
    all.push_back({both(words::switch_look), typed('c'), {SetLook{static_cast<LookChoice>((static_cast<int>(h.look) + 1) % 3)}}});
    all.push_back({both(words::larger_text), typed('+'), {SetTextScale{next_text_scale(text_scale_of(s), 1)}}});
    all.push_back({both(words::smaller_text), typed('-'), {SetTextScale{next_text_scale(text_scale_of(s), -1)}}});
    all.push_back({both(words::reset_layout), with_ctrl('0'), {ResetLayout{}}});
    all.push_back({both(words::switch_meeting), {Key::f11}, {SetMeeting{!s.meeting}}});
    all.push_back({both(words::switch_single_keys), {}, {SetSingleKeys{!h.single_keys}}});
    all.push_back({both(words::switch_calm), {}, {SetCalm{!h.calm}}});
    all.push_back({both(words::open_palette), with_ctrl('P'), {SetPalette{true}}});
    all.push_back({both(words::open_palette), typed('f'), {SetPalette{true}}});
    all.push_back({both(words::open_help), {Key::f1}, {SetHelp{true}}});
    all.push_back({both(words::open_help), typed('?'), {SetHelp{true}}});
    all.push_back({both(words::open_twin), with_ctrl('T', true), {SetTextTwin{!s.text_twin}}});
    all.push_back({both(words::open_export), with_ctrl('E'), {SetExportMenu{!s.export_menu}}});
    all.push_back({both(words::undo), with_ctrl('Z'), {Undo{}}});
    all.push_back({both(words::redo), with_ctrl('Z', true), {Redo{}}});
    all.push_back({both(words::redo), with_ctrl('Y'), {Redo{}}});
    all.push_back({both(words::quit), with_ctrl('Q'), {Quit{}}});
    all.push_back({both(words::close_all), {Key::escape}, {CloseAll{}}});
}

/// The label, and what it is of where others have the same: "Frivillige" of the first year, of the last, and of the period.
Text told_apart(const Kpi& kpi)
{
    const auto alike = std::count_if(kpi_table().begin(), kpi_table().end(), [&](const Kpi& one) { return one.label.da == kpi.label.da || one.label.en == kpi.label.en; });
    const Text label = both(kpi.label), what = both(kpi.description);
    return alike < 2 ? label : Text{label.da + " (" + what.da + ")", label.en + " (" + what.en + ")"};
}

void add_findable(std::vector<Command>& all, const Library& library, const State& s)
{
    for (const ResultPtr& result : library.results) {
        const Text title{title_of(*result, Language::da), title_of(*result, Language::en)};
        all.push_back({joined(words::option_in_focus, title), {}, {FocusOption{result->key}}, true});
        all.push_back({joined(words::base, title), {}, {SetBase{result->key}}, true});
    }
    for (const Kpi& kpi : kpi_table())
        all.push_back({joined(words::goal, told_apart(kpi)), {}, {FocusGoal{std::string(kpi.id)}, GoTo{Screen::difference}}, true});
    if (const Result* base = base_of(library, s))
        for (const CentreRow& centre : base->centres)
            all.push_back({joined(words::house, {house_name(centre, Language::da), house_name(centre, Language::en)}), {}, {FocusCentre{centre.key}, GoTo{Screen::centre}}, true});
}

std::string lower(std::string_view words)
{
    std::string out(words);
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (out[i] >= 'A' && out[i] <= 'Z') out[i] = static_cast<char>(out[i] - 'A' + 'a');
        // Æ Ø Å in UTF-8: C3 86, C3 98, C3 85; the small ones are 0x20 on.
        const auto byte = static_cast<unsigned char>(out[i]);
        if (i > 0 && static_cast<unsigned char>(out[i - 1]) == 0xC3 && byte >= 0x80 && byte <= 0x9E) out[i] = static_cast<char>(byte + 0x20);
    }
    return out;
}

} // namespace

std::string words_of(const Shortcut& s, Language language)
{
    std::string words = s.ctrl ? "Ctrl+" : "";
    if (s.shift) words += "Shift+";
    switch (s.key) {
    case Key::none: return "";
    case Key::character:
    case Key::letter: return words + s.character;
    case Key::left: return words + "←";
    case Key::right: return words + "→";
    case Key::up: return words + "↑";
    case Key::down: return words + "↓";
    case Key::home: return words + "Home";
    case Key::end: return words + "End";
    case Key::escape: return words + "Esc";
    case Key::backspace: return words + "Backspace";
    case Key::space: return words + std::string(words::shortcut_space.in(language));
    case Key::f1: return words + "F1";
    case Key::f11: return words + "F11";
    }
    return words;
}

std::vector<Command> commands_of(const Library& library, const State& state)
{
    std::vector<Command> all;
    for (int i = 0; i < screen_count; ++i) {
        const auto screen = static_cast<Screen>(i);
        all.push_back({joined(words::go_to, both(label_of(screen))), typed(static_cast<char>('0' + (i + 1) % 10)), {GoTo{screen}}});
    }
    add_time(all, state, weeks_of(library, state));
    add_focus(all, library, state);
    add_window(all, state);
    add_findable(all, library, state);
    add_menu_commands(all, library, state);
    return all;
}

const Command* command_for(const std::vector<Command>& commands, const Shortcut& pressed, const Habits& habits)
{
    const bool single = pressed.key == Key::character;
    if (single && !habits.single_keys) return nullptr;
    const auto found = std::find_if(commands.begin(), commands.end(), [&](const Command& c) { return c.shortcut == pressed; });
    return found == commands.end() ? nullptr : &*found;
}

bool passes_a_field(const Shortcut& pressed)
{
    constexpr std::string_view of_field = "ACVXYZ";
    if (pressed.key == Key::letter) return of_field.find(pressed.character) == std::string_view::npos;
    return pressed.key == Key::escape || pressed.key == Key::f1;
}

std::vector<const Command*> found_commands(const std::vector<Command>& commands, const std::string& typed_words, Language language)
{
    std::vector<std::string> parts;
    const std::string needle = lower(typed_words);
    for (std::size_t begin = 0; begin < needle.size();) {
        const std::size_t end = std::min(needle.find(' ', begin), needle.size());
        if (end > begin) parts.push_back(needle.substr(begin, end - begin));
        begin = end + 1;
    }
    std::vector<const Command*> found;
    std::vector<std::string> seen;
    for (const Command& command : commands) {
        if (parts.empty() && command.found_only) continue;
        const std::string label = lower(command.label.in(language));
        const bool holds = std::all_of(parts.begin(), parts.end(), [&](const std::string& p) { return label.find(p) != std::string::npos; });
        if (!holds || std::find(seen.begin(), seen.end(), label) != seen.end()) continue; // a second key of one command
        seen.push_back(label);
        found.push_back(&command);
    }
    if (!parts.empty()) {
        std::stable_sort(found.begin(), found.end(), [&](const Command* a, const Command* b) {
            const auto rank = [&](const Command* c) {
                const std::string label = lower(c->label.in(language));
                return std::pair(!label.starts_with(parts.front()), label.size());
            };
            return rank(a) < rank(b);
        });
    }
    return found;
}

} // namespace samspil::viewer
