// SPDX-License-Identifier: MPL-2.0
// Life courses: one synthetic citizen under the base and under an option, and lists to choose from.
#include "viewer/views/board.hpp"
#include "viewer/views/controls.hpp"
#include "viewer/views/views.hpp"

#include "viewer/panels/life_scene.hpp"
#include "viewer/panels/life_words.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/lives.hpp"

#include <algorithm>
#include <cmath>

namespace samspil::viewer {
namespace {

ResultPtr held(const Library& library, const Result* result)
{
    for (const ResultPtr& one : library.results)
        if (one.get() == result) return one;
    return nullptr;
}

void say_only(Frame& frame, Label words)
{
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    draw_wrapped(canvas, frame.area, words.in(frame.language()), frame.theme.body_text(), 4);
}

LifeChoice choice_of(Frame& frame, const Result& base, const Result* option)
{
    LifeChoice choice;
    choice.language = frame.language();
    choice.base = held(frame.library, &base);
    const Lives* other = option == nullptr ? nullptr : frame.library.find_lives(option->key);
    if (other != nullptr && !other->empty()) choice.option = held(frame.library, option);
    choice.lives = frame.cache.kept("lives.followed|" + base.key + "|" + (option == nullptr ? "" : option->key),
                                    [&] { return followed_lives(base, *frame.library.find_lives(base.key), option, other); });
    choice.list = frame.state.lives_list;
    choice.person = person_shown(*choice.lives, frame.state.person);
    return choice;
}

LifeScenePtr scene_of(const Frame& frame, const LifeChoice& choice)
{
    auto scene = std::make_shared<LifeScene>();
    scene->language = choice.language;
    scene->person = choice.person;
    scene->week = frame.state.week;
    scene->base = choice.base;
    scene->option = choice.option;
    const auto course = [&](const Result& result) {
        return course_of(events_of(*frame.library.find_lives(result.key), choice.person), result.metadata.burn_in_weeks,
                         result.metadata.weeks);
    };
    scene->base_course = course(*choice.base);
    if (choice.option != nullptr) {
        scene->option_course = course(*choice.option);
        const auto options = options_of(frame.library, frame.state);
        const auto at = std::find(options.begin(), options.end(), choice.option.get());
        scene->option_number = static_cast<std::size_t>(at - options.begin()) + 1;
    }
    if (const FollowedLife* life = find_life(*choice.lives, choice.person)) scene->parting = life->parting;
    return scene;
}

void random_button(Frame& frame, const LifeChoice& choice)
{
    if (button(frame, "random", frame.say(words::next_random) + " →"))
        frame.act(FocusPerson{next_at_random(*choice.lives, choice.person)});
}

/// Option and list; where there is room, the walk at random.
void controls(Frame& frame, Rect bar, const LifeChoice& choice, const Result* option, bool roomy)
{
    ImGui::SetCursorScreenPos({static_cast<float>(bar.x), static_cast<float>(bar.y)});
    const auto options = options_of(frame.library, frame.state);
    if (options.size() > 1) {
        std::vector<std::string> titles;
        int now = -1;
        for (std::size_t i = 0; i < options.size(); ++i) {
            titles.push_back(title_of(*options[i], frame.language()));
            if (options[i] == option) now = static_cast<int>(i);
        }
        if (const auto chosen = choose_from(frame, "option", titles, now, std::min(frame.px(300), bar.width * 0.4)))
            frame.act(FocusOption{options[static_cast<std::size_t>(*chosen)]->key});
        ImGui::SameLine();
    }
    const std::string lists[] = {frame.say(words::most_changed), frame.say(words::unchanged)};
    if (choice.option != nullptr) {
        if (const auto chosen = choose_one(frame, "list", lists, frame.state.lives_list)) {
            frame.act(SetLivesList{*chosen});
            const auto people = listed(*choice.lives, *chosen);
            if (!people.empty()) frame.act(FocusPerson{people.front()->person});
        }
        ImGui::SameLine();
    }
    if (roomy) random_button(frame, choice);
}

/// The citizens of a list as a drop-down has them: the first of a long list, and which of them is shown.
struct Names {
    std::vector<std::string> words;
    int now = -1;
};
Names names_of(const Frame& frame, const LifeChoice& choice, const std::vector<const FollowedLife*>& people)
{
    constexpr std::size_t most = 200;
    Names names;
    for (std::size_t i = 0; i < std::min(people.size(), most); ++i) {
        names.words.push_back(citizen_words(*choice.base, people[i]->person, frame.language()));
        if (people[i]->person == choice.person) names.now = static_cast<int>(i);
    }
    return names;
}

/// Where there is no room beside the strips the citizens of the list are a drop-down.
void short_list(Frame& frame, Rect bar, const LifeChoice& choice)
{
    const auto people = listed(*choice.lives, choice.list);
    const Names names = names_of(frame, choice, people);
    ImGui::SetCursorScreenPos({static_cast<float>(bar.x), static_cast<float>(bar.y)});
    if (const auto chosen = choose_from(frame, "citizen", names.words, names.now, std::min(bar.width * 0.64, frame.px(420))))
        frame.act(FocusPerson{people[static_cast<std::size_t>(*chosen)]->person});
    ImGui::SameLine();
    random_button(frame, choice);
}

/// On a page that scrolls: everything that is chosen opens from one button; what is left of the area.
Rect controls_of_page(Frame& frame, Rect area, const LifeChoice& choice)
{
    ControlRow row(frame, area);
    option_controls(frame, row, false);
    const std::string lists[] = {frame.say(words::most_changed), frame.say(words::unchanged)};
    if (choice.option != nullptr)
        if (const auto chosen = row.choose_one("list", lists, frame.state.lives_list)) frame.act(SetLivesList{*chosen});
    const auto people = listed(*choice.lives, choice.list);
    const Names names = names_of(frame, choice, people);
    if (const auto chosen = row.choose_from("citizen", names.words, names.now)) frame.act(FocusPerson{people[static_cast<std::size_t>(*chosen)]->person});
    if (row.button("random", frame.say(words::next_random) + " →")) frame.act(FocusPerson{next_at_random(*choice.lives, choice.person)});
    return row.below();
}

void wide(Frame& frame, Rect area, const LifeChoice& choice, const LifeScenePtr& scene)
{
    const double gap = std::round(frame.px(12));
    // Whole pixels: a part of one would make a panel scroll.
    area = {std::floor(area.x), std::floor(area.y), std::floor(area.width), std::floor(area.height)};
    Rect left = area.take_left(std::floor(std::clamp(area.width * 0.27, frame.px(320), frame.px(400))));
    area.take_left(gap);
    if (choice.option != nullptr) {
        const auto causes = static_cast<double>(
            std::count_if(choice.lives->causes.begin(), choice.lives->causes.end(), [](int n) { return n > 0; }));
        show_panel(frame, left.take_top(std::floor(std::min(frame.px(104 + 27 * causes), left.height * 0.45))),
                   frame.cache.of("lives.causes", [&] { return life_causes_panel(choice); }));
        left.take_top(gap);
    }
    show_panel(frame, left, frame.cache.of("lives.list", [&] { return life_list_panel(choice); }));
    const double strips = std::floor(scene->option ? std::max(area.height * 0.62, std::min(area.height, frame.px(480)))
                                                   : std::min(area.height * 0.5, frame.px(360)));
    show_panel(frame, area.take_top(strips), frame.cache.of("lives.strips", [&] { return life_strips_panel(scene); }));
    area.take_top(gap);
    if (area.height > frame.px(90))
        show_panel(frame, area, frame.cache.of("lives.events", [&] { return life_events_panel(scene); }));
}

/// One below the other; the screen scrolls. The strips come first: what a citizen got from both is in sight together.
void tall(Frame& frame, Rect area, const LifeChoice& choice, const LifeScenePtr& scene)
{
    if (!frame.flows) short_list(frame, area.take_top(frame.theme.body + frame.px(16)), choice);
    std::vector<BoardRow> rows{{{{&frame.cache.of("lives.strips", [&] { return life_strips_panel(scene); }), 1}}, 1},
                               {{{&frame.cache.of("lives.events", [&] { return life_events_panel(scene); }), 1}}, 1}};
    if (choice.option != nullptr) rows.push_back({{{&frame.cache.of("lives.causes", [&] { return life_causes_panel(choice); }), 1}}, 1});
    show_board(frame, area, "lives", rows);
}

} // namespace

void lives_view(Frame& frame)
{
    const Result* base = base_of(frame.library, frame.state);
    if (base == nullptr) return say_only(frame, words::nothing_open);
    const Result* option = option_of(frame.library, frame.state);
    frame.wishes.lives.insert(base->key);
    if (option != nullptr) frame.wishes.lives.insert(option->key);
    const Lives* lives = frame.library.find_lives(base->key);
    if (lives == nullptr || (option != nullptr && frame.library.find_lives(option->key) == nullptr))
        return say_only(frame, why_not_there(frame.library, frame.wishes));
    if (lives->empty()) return say_only(frame, words::no_lives);
    const LifeChoice choice = choice_of(frame, *base, option);
    if (choice.person == 0) return say_only(frame, words::no_lives);
    const LifeScenePtr scene = scene_of(frame, choice);
    Rect area = frame.area;
    const bool roomy = !frame.flows && area.width >= frame.px(860) && area.height >= frame.px(470);
    if (frame.flows) area = controls_of_page(frame, area, choice);
    else controls(frame, area.take_top(frame.theme.body + frame.px(16)), choice, option, roomy);
    if (roomy)
        wide(frame, area, choice, scene);
    else
        tall(frame, area, choice, scene);
}

} // namespace samspil::viewer
