// SPDX-License-Identifier: MPL-2.0
// Screen Center: one house, all options side by side.
#include "viewer/views/board.hpp"
#include "viewer/views/controls.hpp"
#include "viewer/views/views.hpp"

#include "viewer/data/places.hpp"
#include "viewer/panels/house.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/house.hpp"

#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

struct House {
    const CentreRow& row;
    const GroupTable* areas; ///< labels of areas, may be null
    std::vector<Offer> offers;
    Offer offer; ///< looked at; none = all
};

void put_cursor(double x, double y) { ImGui::SetCursorScreenPos({static_cast<float>(x), static_cast<float>(y)}); }

/// Houses that fit what is typed, each with its mark, its name and its area.
void choose_house(Frame& frame, const Compared& compared, const House& house, double width)
{
    ImGui::SetNextItemWidth(static_cast<float>(width));
    ImGui::SetNextWindowSizeConstraints({static_cast<float>(width), 0}, {static_cast<float>(frame.px(560)), static_cast<float>(frame.px(520))});
    if (!ImGui::BeginCombo("##house", frame.say(words::find_house).c_str(), ImGuiComboFlags_HeightLargest)) return;
    std::array<char, 64>& typed = frame.cache.typed("house");
    if (ImGui::IsWindowAppearing()) {
        typed.fill(0);
        ImGui::SetKeyboardFocusHere();
    }
    ImGui::SetNextItemWidth(-1);
    ImGui::InputTextWithHint("##filter", frame.say(words::find_house).c_str(), typed.data(), typed.size());
    bool any = false;
    for (const CentreRow& row : compared.base().centres) {
        const std::string area = area_name(row, house.areas, frame.language());
        const std::string words = fmt::format("{} {}{}{}", row.known ? "●" : "○", house_name(row, frame.language()), area.empty() ? "" : " · ", area);
        if (!is_like(words, typed.data())) continue;
        any = true;
        ImGui::PushID(row.key);
        if (ImGui::Selectable(label_of(words).c_str(), row.key == house.row.key)) frame.act(FocusCentre{row.key});
        ImGui::PopID();
    }
    if (!any) ImGui::TextDisabled("%s", frame.say(words::no_such_house).c_str());
    ImGui::EndCombo();
}

/// To the houses before and after, and to any by its name.
void other_houses(Frame& frame, const Compared& compared, const House& house, Point at, double right)
{
    put_cursor(at.x, at.y);
    if (button(frame, "previous", frame.say(words::previous_house_button))) frame.act(FocusCentre{house_after(compared.base(), house.row.key, -1)});
    ImGui::SameLine(0, static_cast<float>(frame.px(4)));
    if (button(frame, "next", frame.say(words::next_house_button))) frame.act(FocusCentre{house_after(compared.base(), house.row.key, +1)});
    ImGui::SameLine();
    choose_house(frame, compared, house, std::min(frame.px(230), right - ImGui::GetCursorScreenPos().x));
}

/// Name, kind and area; the way to other houses at the right, below where it is narrow.
void head(Frame& frame, Rect& area, const Compared& compared, const House& house)
{
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    const Theme& theme = frame.theme;
    const std::string name = house_name(house.row, frame.language()), about = house_words(house.row, house.areas, frame.language());
    const double controls = frame.px(430), size = frame.flows ? theme.heading : theme.large, mark = size * 0.3, line = theme.body + frame.px(8);
    const bool narrow = area.width < controls + frame.px(380);
    const Rect words = area.take_top(frame.flows ? size * 1.2 : size * 1.15 + theme.body * 1.3);
    const double room = words.width - (narrow ? 0 : controls) - 3 * mark;
    const Point middle{words.x + mark, words.y + size * 0.52};
    if (house.row.known) canvas.disc(middle, mark, theme.ink);
    else canvas.ring(middle, mark, theme.ink, frame.px(2.5));
    const TextStyle large = theme.words(size, theme.ink, Align::left, Weight::bold), faint = theme.words(theme.body, theme.faint);
    const std::string said = fitted(canvas, name, large, room);
    canvas.text({words.x + 3 * mark, words.y}, said, large);
    if (frame.flows) { // one line; the way to other houses stands beside the button of the controls
        const double after = canvas.text_width(said, large) + frame.px(12);
        canvas.text({words.x + 3 * mark + after, words.y + size - theme.body}, fitted(canvas, about, faint, words.width - 3 * mark - after), faint);
        return;
    }
    canvas.text({words.x + 3 * mark, words.y + size * 1.12}, fitted(canvas, about, theme.body_text(), room), faint);
    double y = words.y + (words.height - line) / 2;
    if (narrow) y = area.take_top(line + frame.px(8)).y;
    other_houses(frame, compared, house, {narrow ? words.x : words.right() - controls, y}, area.right());
}

/// Which offer, option and kind of numbers the curves show.
void choices(Frame& frame, Rect& area, const Compared& compared, const House& house)
{
    area.take_top(frame.px(4));
    ControlRow row(frame, area, false);
    std::vector<std::string> offers{frame.say(words::all_offers)};
    int now = 0;
    for (const Offer offer : house.offers) {
        if (offer == house.offer) now = static_cast<int>(offers.size());
        offers.emplace_back(words::short_offers[static_cast<std::size_t>(offer)].in(frame.language()));
    }
    if (const auto chosen = row.choose_one("offer", offers, now))
        frame.act(FocusOffer{*chosen == 0 ? 0 : static_cast<int>(house.offers[static_cast<std::size_t>(*chosen - 1)])});
    if (compared.has_options()) {
        const std::string shows[] = {frame.say(words::difference), frame.say(words::absolute)};
        if (const auto chosen = row.choose_one("show", shows, frame.state.show == Show::difference ? 0 : 1))
            frame.act(SetShow{*chosen == 0 ? Show::difference : Show::absolute});
        const std::vector<std::string> names = compared.names();
        if (const auto chosen = row.choose_from("option", std::span(names).subspan(1), static_cast<int>(compared.focus) - 1, 220))
            frame.act(FocusOption{compared.results[static_cast<std::size_t>(*chosen) + 1]->key});
    }
    const double right = area.right();
    area = row.below();
    if (frame.flows) other_houses(frame, compared, house, row.after(), right);
}

/// A curve of the house, made anew only for another house, offer or set of results.
std::shared_ptr<const WeekFigure> figure_of(Frame& frame, const Compared& compared, const House& house, const char* group, const char* id,
                                            const char* kpi, Offer offer, double factor)
{
    const std::string key = fmt::format("house.{}.{}.{}.{}.{}", group, id, house.row.key, static_cast<int>(offer), drawn_key(compared));
    return frame.cache.kept(key, [&] {
        const auto curves_of = [&library = frame.library, row = house.row.key, group, id, offer, factor](Results results) {
            return house_curves(library, results, row, group, id, offer, factor);
        };
        return week_figure(curves_of, compared, kpi_table()[*find_kpi(kpi)]);
    });
}

/// `first_sight`: lower edge of what is in sight before the page is scrolled.
void panels(Frame& frame, Rect area, const Compared& compared, const House& house, double first_sight)
{
    const Library& library = frame.library;
    const State& state = frame.state;
    const int key = house.row.key;
    const auto places_with = [&](double most) { return places_panel(places_of_house(library, compared.results, key, house.offers, state.week), compared, state.week, most); };
    const Panel* places = &frame.cache.of("centre.places", [&] { return places_with(0); });
    if (frame.flows) { // rows say less, to be in sight before the page is scrolled
        const ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
        const PanelFit fit = fit_of(frame, canvas, area.width, *places, false, area.y);
        const double room = std::floor((first_sight - area.y - fit.overhead) / frame.px(1)) - 2;
        if (room > 0 && frame.px(room) < fit.picture) places = &frame.cache.of(fmt::format("centre.places.{}", room), [&] { return places_with(room); });
    }
    const Panel& queue = frame.cache.of("centre.queue", [&] {
        return queue_panel(figure_of(frame, compared, house, "weekly", "queue", "unmet_need", house.offer, 1), compared, house.offer, state);
    });
    const Panel& volunteers = frame.cache.of("centre.volunteers", [&] {
        return house_volunteers_panel({figure_of(frame, compared, house, "volunteers", "stock", "volunteers.stock", Offer::none, 1),
                                       figure_of(frame, compared, house, "volunteers", "wanted", "volunteers.hours", Offer::none, 1),
                                       figure_of(frame, compared, house, "volunteers", "burden", "volunteers.load", Offer::none, 0.001)},
                                      compared, state);
    });
    const Panel& flows = frame.cache.of("centre.flows", [&] {
        const auto all = [&library, results = compared.results, week = state.week] { return flows_at(library, results, week); };
        return flows_panel(flows_at(library, drawn_of(compared), state.week), compared, all);
    });
    const std::string every = fmt::format("{}.{}", key, compared.key()), same = fmt::format("{}.{}", compared.focus, every);
    const Panel& running = frame.cache.resting_on(same, "centre.running", [&] {
        return house_running_panel(*frame.cache.kept("house.running." + every, [&] { return house_running(library, compared.results, key); }), compared);
    });
    const Panel& all = frame.cache.resting_on(same, "centre.compare", [&] {
        return house_compare_panel(*frame.cache.kept("house.kpis." + every, [&] { return house_kpis(library, compared.results, key); }), compared);
    });
    show_board(frame, area, "centre.board", {{{{places, 1.7}, {&queue, 1}}, 1.2}, {{{&all, 1}}, 0.6}, {{{&volunteers, 1}, {&running, 1.1}, {&flows, 1}}, 1.2}});
}

} // namespace

void centre_view(Frame& frame)
{
    const double first_sight = std::exchange(frame.in_sight, 0); // places shrink row by row, not as pictures do
    const Compared compared = compared_of(frame.library, frame.state);
    Rect area = frame.area;
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    if (compared.results.empty()) {
        draw_wrapped(canvas, area, words::nothing_open.in(frame.language()), frame.theme.body_text(), 3);
        return;
    }
    const Wishes asked = house_wishes(compared.results);
    frame.wishes.series.insert(asked.series.begin(), asked.series.end());
    frame.wishes.groups.insert(asked.groups.begin(), asked.groups.end());
    const CentreRow* row = house_row(compared.base(), frame.state.centre);
    if (row == nullptr) {
        draw_wrapped(canvas, area, words::no_houses.in(frame.language()), frame.theme.body_text(), 3);
        return;
    }
    const auto offers = frame.cache.kept(fmt::format("house.offers.{}.{}", row->key, compared.key()),
                                         [&] { return offers_of_house(frame.library, compared.results, row->key); });
    House house{*row, frame.library.find_groups({compared.base().key, Dimension::area}), *offers, Offer::none};
    for (const Offer offer : house.offers)
        if (static_cast<int>(offer) == frame.state.offer) house.offer = offer;
    head(frame, area, compared, house);
    choices(frame, area, compared, house);
    if (house.offers.empty() && frame.library.find_series({compared.base().key, "weekly", "offered"}) == nullptr) {
        draw_wrapped(canvas, area, why_not_there(frame.library, asked).in(frame.language()), frame.theme.body_text(), 3);
        return;
    }
    panels(frame, area, compared, house, first_sight);
}

} // namespace samspil::viewer
