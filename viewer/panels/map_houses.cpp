// SPDX-License-Identifier: MPL-2.0
// The houses of the map as a list: the same numbers as the circles, to read and to choose from.
#include "viewer/panels/map_panel.hpp"

#include "viewer/words/common.hpp"
#include "viewer/words/map.hpp"

#include "engine/io/figures.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

std::vector<const HouseValues*> listed(const MapPicture& p)
{
    std::vector<const HouseValues*> houses;
    for (const HouseValues& h : p.houses)
        if (h.in_use() && (p.district.empty() || h.district == p.district)) houses.push_back(&h);
    const auto most = [](const HouseValues* h) { return std::max(h->users.base.value_or(0), h->users.option.value_or(0)); };
    std::stable_sort(houses.begin(), houses.end(), [&](auto* a, auto* b) { return most(a) > most(b); });
    return houses;
}

std::vector<Spot> draw_houses(Canvas& canvas, const Theme& theme, Rect area, const std::shared_ptr<const MapPicture>& picture)
{
    const MapPicture& p = *picture;
    const bool paired = p.mode != MapMode::level;
    const double line = theme.body * 1.6, third = theme.px(86), second = theme.px(72), first = theme.px(52);
    const double right = area.right(), use_at = right, difference_at = right - third, users_at = paired ? difference_at - second : difference_at;
    const auto heading = [&](double x, Label label) { canvas.text({x, area.y}, label.in(p.language), theme.small_text(Align::right)); };
    heading(use_at, words::map::use);
    if (paired) heading(difference_at, words::difference);
    heading(users_at, words::map::participants);
    Rect rows = area;
    rows.take_top(theme.small * 1.5);
    canvas.segment({rows.x, rows.y}, {rows.right(), rows.y}, theme.border, 1);
    const FigureStyle persons{1, 1, {}, {}, p.language}, percent{100, 0, {}, {}, p.language};
    std::vector<Spot> spots;
    double y = rows.y + theme.px(2);
    for (const HouseValues* h : listed(p)) {
        const Rect row{area.x - theme.px(6), y, area.width + theme.px(12), line};
        const double text = y + (line - theme.body) / 2;
        if (h->key == p.centre) canvas.box(row, theme.tie_soft, theme.px(4));
        // Full disc: a known house; hollow: an assumed one, as on the map.
        const Point dot{area.x + theme.px(5), y + line / 2};
        const int sense = h->users.difference ? sense_of(*h->users.difference) : 0;
        const Colour colour = p.mode == MapMode::difference ? sense_colour(theme, week_users_kpi(), sense) : option_colour(theme, 0);
        canvas.disc(dot, theme.px(5), colour);
        if (!h->known) canvas.disc(dot, theme.px(2.5), theme.panel);
        const double name_at = area.x + theme.px(16), room = users_at - first - name_at;
        const TextStyle style = canvas.text_width(h->name, theme.body_text()) <= room ? theme.body_text() : theme.words(theme.small, theme.ink);
        canvas.text({name_at, y + (line - style.size) / 2}, fitted(canvas, h->name, style, room), style);
        canvas.text({users_at, text}, level_words(week_users_kpi(), h->users.base, p.language, false), theme.body_text(Align::right));
        if (paired && h->users.difference && h->users.difference->difference) {
            const std::string words = std::string(arrow(*h->users.difference)) + " " + signed_figure(*h->users.difference->difference, persons);
            canvas.text({difference_at, text}, words, theme.words(theme.body, sense_colour(theme, week_users_kpi(), sense), Align::right));
        }
        const std::string use = h->use.base ? figure(*h->use.base, percent) + " %" : std::string("–");
        canvas.text({use_at, text}, use, theme.body_text(Align::right));
        Spot& spot = spots.emplace_back();
        spot.area = row;
        spot.tip_at = [picture, h](Point) { return house_tip(*picture, *h); };
        spot.actions = house_actions(p, h->key);
        y += line;
    }
    return spots;
}

} // namespace

Panel map_houses_panel(std::shared_ptr<const MapPicture> picture)
{
    const bool da = picture->language == Language::da;
    const std::string order = picture->mode == MapMode::level ? (da ? ", flest deltagere først" : ", most participants first")
                                                              : (da ? "; flest deltagere i basis eller alternativ først" : "; most participants in base or option first");
    Panel panel;
    panel.id = "map.houses";
    panel.title = std::string(words::map::houses.in(picture->language)) + (picture->district_name.empty() ? "" : " · " + picture->district_name);
    panel.note = picture->when + (picture->offer.empty() ? "" : ", " + picture->offer) + (da ? ". Deltagere og udnyttelse i basis" : ". Participants and use in the base") + order +
                 (picture->mode == MapMode::level ? "." : da ? "; forskel: " + picture->option + "." : "; difference: " + picture->option + ".");
    const std::size_t count = listed(*picture).size();
    panel.sentence = std::to_string(count) + (da ? " huse i brug." : " houses in use.");
    panel.table = house_table(*picture);
    panel.least_width = 330;
    panel.least_height = 22.0 + 26.0 * static_cast<double>(std::max<std::size_t>(count, 3));
    panel.draw = [picture = std::move(picture)](Canvas& canvas, const Theme& theme, Rect area) { return draw_houses(canvas, theme, area, picture); };
    return panel;
}

} // namespace samspil::viewer
