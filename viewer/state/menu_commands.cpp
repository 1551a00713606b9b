// SPDX-License-Identifier: MPL-2.0
// What menus, drop-downs and buttons of the screens do, as commands to be searched for.
#include "viewer/state/commands.hpp"

#include "viewer/data/map.hpp"
#include "viewer/data/weekly.hpp"
#include "viewer/words/commands.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/economy.hpp"
#include "viewer/words/lives.hpp"
#include "viewer/words/map.hpp"
#include "viewer/words/overview.hpp"
#include "viewer/words/register.hpp"
#include "viewer/words/whatif.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

/// A list of commands that are found and not listed.
struct Found {
    std::vector<Command>& all;

    void add(Text label, std::vector<Action> actions) const { all.push_back({std::move(label), {}, std::move(actions), true}); }
    void add(Label label, std::vector<Action> actions) const { add(Text{std::string(label.da), std::string(label.en)}, std::move(actions)); }
    /// "Flyt op: lang rejse"
    void add(Label head, const Text& tail, std::vector<Action> actions) const
    {
        add(Text{std::string(head.da) + ": " + tail.da, std::string(head.en) + ": " + tail.en}, std::move(actions));
    }
    void add(Label head, Label tail, std::vector<Action> actions) const
    {
        add(head, Text{std::string(tail.da), std::string(tail.en)}, std::move(actions));
    }
};

Text title_in_both(const Result& result) { return {title_of(result, Language::da), title_of(result, Language::en)}; }

void options_and_goals(const Found& found, const Library& library, const State& s)
{
    for (const Result* option : options_of(library, s)) found.add(words::hide_option, title_in_both(*option), {SetHidden{option->key, true}});
    for (const std::string& key : s.hidden)
        if (const Result* result = library.find(key)) found.add(words::show_again, title_in_both(*result), {SetHidden{key, false}});
    for (const Goal& goal : goals_of(library, s)) {
        const auto kpi = find_kpi(goal.kpi);
        if (!kpi) continue;
        found.add(words::move_up, kpi_table()[*kpi].label, {MoveGoal{goal.kpi, -1}});
        found.add(words::move_down, kpi_table()[*kpi].label, {MoveGoal{goal.kpi, 1}});
    }
}

/// What the drop-downs of the screens choose among; an offer is chosen where one looks, the others bring one to their screen.
void choices(const Found& found, const State& s)
{
    for (const WeeklyMeasure& measure : weekly_measures()) found.add(words::over_time, measure.label, {FocusSeries{measure.id}, GoTo{Screen::difference}});
    found.add(words::offer_shown, words::all_offers, {FocusOffer{0}});
    for (const Offer offer : offers) found.add(words::offer_shown, label_of(offer), {FocusOffer{static_cast<int>(offer)}});
    for (const MapMeasure& measure : map_measures(map_dimension(s.areas), s.offer))
        found.add(words::on_the_map, measure.kpi->label, {FocusMeasure{measure.id}, GoTo{Screen::map}});
    constexpr std::pair<Dimension, Label> areas[] = {{Dimension::neighbourhood, words::map::by_small_area}, {Dimension::area, words::map::by_area}, {Dimension::district, words::map::by_district}};
    for (const auto& [dimension, label] : areas)
        found.add(words::on_the_map, label, {FocusAreas{std::string(dimension_table()[static_cast<std::size_t>(dimension)].id)}, GoTo{Screen::map}});
    found.add(words::on_the_map, words::everywhere, {FocusDistrict{}, GoTo{Screen::map}});
    found.add(words::account_shown, words::all_running, {FocusAccount{}, GoTo{Screen::economy}});
    for (std::size_t a = 0; a < account_count; ++a) {
        const auto account = static_cast<Account>(a);
        found.add(words::account_shown, label_of(account), {FocusAccount{std::string(id_of(account))}, GoTo{Screen::economy}});
    }
    found.add(words::most_changed, {SetLivesList{0}, GoTo{Screen::lives}});
    found.add(words::unchanged, {SetLivesList{1}, GoTo{Screen::lives}});
    found.add(words::only_differing, {SetRegister{s.register_words, s.register_tag, false}, GoTo{Screen::assumptions}});
    found.add(words::all_rows, {SetRegister{s.register_words, s.register_tag, true}, GoTo{Screen::assumptions}});
}

void workbench(const Found& found, const Library& library, const State& s)
{
    const Bench& bench = s.bench;
    if (bench.base.empty()) return;
    if (bench.drafts.size() < most_drafts) found.add(words::own_option, words::add_option, {AddDraft{}, GoTo{Screen::whatif}});
    for (std::size_t i = 0; i < bench.drafts.size(); ++i) found.add(words::own_option, bench.drafts[i].option.title, {ChooseDraft{i}, GoTo{Screen::whatif}});
    if (bench.draft() != nullptr) {
        if (bench.drafts.size() < most_drafts) found.add(words::copy_option, bench.draft()->option.title, {CopyDraft{bench.chosen}});
        found.add(words::remove_option, bench.draft()->option.title, {RemoveDraft{bench.chosen}});
    }
    found.add(words::own_option, bench.paused ? words::go_on : words::pause, {SetPaused{!bench.paused}});
    for (const Goal& goal : goals_of(library, s))
        if (const auto kpi = find_kpi(goal.kpi)) found.add(words::why, kpi_table()[*kpi].label, {AskWhy{goal.kpi}, GoTo{Screen::whatif}});
    if (bench.why.empty()) return;
    if (!bench.why_begun) found.add(words::why_begin, {BeginWhy{}});
    found.add(words::why, words::close, {AskWhy{""}});
}

} // namespace

void add_menu_commands(std::vector<Command>& all, const Library& library, const State& state)
{
    const Found found{all};
    options_and_goals(found, library, state);
    choices(found, state);
    workbench(found, library, state);
}

} // namespace samspil::viewer
