// SPDX-License-Identifier: MPL-2.0
// Houses that depend on few volunteers, most hours per volunteer first; a click opens the house.
#include "viewer/panels/volunteers.hpp"

#include "viewer/data/time_words.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/map.hpp"
#include "viewer/words/volunteers.hpp"

#include "engine/model/house_name.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

struct RiskList {
    std::vector<HouseRisk> houses;
    bool paired = false;
    std::string base, option, when;
    std::size_t place = 0; ///< colour of the side that is ranked
    double stop = 0, limit = 0;
    Language language{};
};

const HouseHours& ranked(const RiskList& list, const HouseRisk& h) { return list.paired ? h.option : h.base; }

std::string share_words(const std::optional<double>& share, Language language)
{
    return share ? grouped(*share * 100, 0, language) + " %" : std::string("–");
}

std::string tip_of(const RiskList& list, const HouseRisk& h)
{
    const auto say = [&](Label label) { return label.in(list.language); };
    std::string tip = h.name + (h.known ? "" : fmt::format(" ({})", say(words::map::assumed))) + "\n" + list.when;
    const auto side = [&](const std::string& name, const HouseHours& s) {
        tip += fmt::format("\n\n{}\n{}: {} · {}: {} · {}: {}\n{}: {} · {}: {}", name, say(words::volunteers::volunteers_column), grouped(s.volunteers, 0, list.language),
                           say(words::volunteers::wanted_column), grouped(s.wanted, 0, list.language), say(words::volunteers::hours_each),
                           s.each ? grouped(*s.each, 2, list.language) : "–", say(words::volunteers::burden_column), share_words(s.burden, list.language),
                           say(words::volunteers::overasked_column), share_words(s.overasked, list.language));
    };
    side(list.base, h.base);
    if (list.paired && h.option.there) side(list.option, h.option);
    if (list.paired && h.each.difference) tip += fmt::format("\n\n{}: {}", say(words::difference), whole_difference(h.each, list.language));
    return tip + "\n\n" + std::string(say(words::volunteers::open_the_house));
}

std::vector<Spot> draw_risk(Canvas& canvas, const Theme& theme, Rect area, const std::shared_ptr<const RiskList>& shared)
{
    const RiskList& list = *shared;
    const auto say = [&](Label label) { return std::string(label.in(list.language)); };
    const FigureStyle style{1, 2, {}, {}, list.language};
    const auto change_of = [&](const HouseRisk& h) { return fmt::format("{} {}", arrow(h.each), signed_figure(*h.each.difference, style)); };
    const auto verdict_of = [&](const HouseRisk& h) { return h.each.verdict ? "  " + std::string(finding_label(h.each)->in(list.language)) : std::string(); };
    // The word of the verdict stands beside the difference where the bars keep their room; colour and mark say it too.
    double change = 0, verdict = 0;
    for (const HouseRisk& h : list.houses) {
        if (!list.paired || !h.each.difference) continue;
        change = std::max(change, canvas.text_width(change_of(h), theme.small_text()));
        verdict = std::max(verdict, canvas.text_width(verdict_of(h), theme.small_text()));
    }
    if (area.width - change - verdict < theme.px(330)) verdict = 0;
    const double number = theme.px(46), difference = list.paired ? std::max(theme.px(74), change + verdict + theme.px(14)) : 0, names = std::min(area.width * 0.42, theme.px(210));
    const Rect bars{area.x + names + theme.px(8), area.y, area.width - names - number - difference - theme.px(16), area.height};
    double most = list.limit * 1.1;
    for (const HouseRisk& h : list.houses) most = std::max(most, ranked(list, h).each.value_or(0));
    const Scale x{0, most * 1.02, bars.x, bars.right()};
    canvas.text({bars.right() + number, area.y}, say(words::volunteers::hours_each), theme.small_text(Align::right));
    if (list.paired) canvas.text({area.right(), area.y}, say(words::difference), theme.small_text(Align::right));
    area.take_top(theme.small * 1.4);
    const Rect foot = area.take_bottom(theme.small * 1.4);
    const double line = theme.body * 1.55;
    const std::size_t fits = std::min(list.houses.size(), static_cast<std::size_t>(std::max(1.0, area.height / line)));
    const bool limited = list.limit > 0;
    if (limited)
        canvas.segment({x.at(list.limit), area.y}, {x.at(list.limit), area.y + static_cast<double>(fits) * line}, theme.ink, theme.px(1.2), Dash::dashed);
    std::vector<Spot> spots;
    double y = area.y;
    for (std::size_t i = 0; i < fits; ++i) {
        const HouseRisk& h = list.houses[i];
        const bool somebody = ranked(list, h).each.has_value();
        const double text = y + (line - theme.body) / 2, each = ranked(list, h).each.value_or(0);
        if (!somebody) canvas.text({bars.x, text}, fitted(canvas, say(words::volunteers::nobody), theme.body_text(), bars.width), theme.body_text());
        canvas.text({area.x, text}, fitted(canvas, h.name, theme.body_text(), names), theme.body_text());
        const Rect bar{bars.x, y + line * 0.25, x.at(each) - bars.x, line * 0.5};
        canvas.box(bar, h.known ? option_colour(theme, list.place) : theme.panel, theme.px(2));
        canvas.frame(bar, option_colour(theme, list.place), theme.px(1.5), theme.px(2));
        if (list.stop > 0 && somebody) {
            // Estimate: the same tasks for those who are left; hollow, cut at the edge.
            const double after = std::min(x.at(each / (1 - list.stop)), bars.right());
            canvas.line(std::vector<Point>{{bar.right(), bar.y}, {after, bar.y}, {after, bar.bottom()}, {bar.right(), bar.bottom()}}, theme.faint, theme.px(1.2), Dash::dotted);
        }
        canvas.text({bars.right() + number, text}, somebody ? grouped(each, 1, list.language) : "–", theme.body_text(Align::right));
        if (list.paired && h.each.difference) {
            canvas.text({area.right() - verdict, text}, change_of(h), theme.words(theme.small, verdict_colour(theme, h.each), Align::right));
            if (verdict > 0) canvas.text({area.right() - verdict, text}, verdict_of(h), theme.words(theme.small, verdict_colour(theme, h.each)));
        }
        Spot& spot = spots.emplace_back();
        spot.area = {area.x, y, area.width, line};
        spot.tip_at = [shared, i](Point) { return tip_of(*shared, shared->houses[i]); };
        spot.actions = {FocusCentre{h.key}, GoTo{Screen::centre}};
        y += line;
    }
    std::string words;
    if (limited) words = fmt::format("- - {}: {} ({})", say(words::volunteers::limit_words), grouped(list.limit, 1, list.language), say(words::volunteers::estimate));
    if (fits < list.houses.size())
        words += fmt::format(fmt::runtime(list.language == Language::da ? "{}{} huse til: se Tal" : "{}{} more houses: see Numbers"), words.empty() ? "" : " · ",
                             list.houses.size() - fits);
    canvas.text({foot.x, foot.y + theme.px(3)}, fitted(canvas, words, theme.small_text(), foot.width), theme.small_text());
    return spots;
}

} // namespace

Panel volunteer_risk_panel(const Library& library, const Compared& compared, const State& state, double each)
{
    const Language language = compared.language;
    const bool da = language == Language::da;
    const auto say = [&](Label label) { return std::string(label.in(language)); };
    const Result* option = compared.has_options() ? compared.results[compared.focus] : nullptr;
    RiskList list;
    list.language = language;
    list.paired = option != nullptr;
    list.houses = houses_at_risk(library, compared.base(), option, state.week);
    for (HouseRisk& house : list.houses) house.name = house_name(house.name, language);
    list.base = compared.name(0);
    if (option != nullptr) list.option = compared.name(compared.focus);
    list.place = compared.focus;
    list.when = week_words(compared.base(), state.week, language);
    list.stop = state.stress;
    list.limit = each > 0 ? overasked_times * each : 0;
    Panel panel;
    panel.id = "volunteers.houses";
    panel.title = say(words::volunteers::risk_title);
    panel.note = fmt::format(fmt::runtime(da ? "{}, {}: ønskede timer i alt delt med husets frivillige. Hul søjle: antaget hus." : "{}, {}: hours wanted over volunteers of the house. Hollow bar: assumed house."),
                             list.paired ? list.option : list.base, list.when);
    panel.table.headings = {"Nr.", say(words::map::house)};
    const auto columns = [&](const std::string& name) {
        for (const Label& what : {words::volunteers::volunteers_column, words::volunteers::wanted_column, words::volunteers::hours_each, words::volunteers::burden_column, words::volunteers::overasked_column})
            panel.table.headings.push_back(fmt::format("{}: {}", name, what.in(language)));
    };
    columns(list.base);
    if (list.paired) {
        columns(list.option);
        panel.table.headings.push_back(say(words::difference) + ": " + say(words::volunteers::hours_each));
    }
    for (std::size_t i = 0; i < list.houses.size(); ++i) {
        const HouseRisk& h = list.houses[i];
        std::vector<std::string> row{std::to_string(i + 1), h.name};
        const auto cells = [&](const HouseHours& s) {
            row.insert(row.end(), {grouped(s.volunteers, 0, language), grouped(s.wanted, 0, language), s.each ? grouped(*s.each, 2, language) : "–",
                                   share_words(s.burden, language), share_words(s.overasked, language)});
        };
        cells(h.base);
        if (list.paired) {
            cells(h.option);
            row.push_back(whole_difference(h.each, language));
        }
        panel.table.rows.push_back(std::move(row));
    }
    if (!list.houses.empty()) {
        const HouseRisk& first = list.houses.front();
        panel.sentence = fmt::format(fmt::runtime(da ? "Mest afhængigt af få: {} med {} timer pr. frivillig." : "Depends most on few: {} with {} hours per volunteer."),
                                     first.name, ranked(list, first).each ? grouped(*ranked(list, first).each, 1, language) : "–");
    }
    panel.least_width = 340;
    panel.least_height = 200;
    panel.draw = [list = std::make_shared<const RiskList>(std::move(list))](Canvas& canvas, const Theme& theme, Rect area) { return draw_risk(canvas, theme, area, list); };
    return panel;
}

} // namespace samspil::viewer
