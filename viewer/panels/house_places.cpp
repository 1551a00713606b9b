// SPDX-License-Identifier: MPL-2.0
// Offers down, options across: participants, use of what is offered and the queue in one week.
#include "viewer/panels/house.hpp"

#include "viewer/data/time_words.hpp"
#include "viewer/panels/goal_cell.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/house.hpp"

#include "engine/io/figures.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

constexpr double name_width = 144, label_width = 94, column_width = 118, heading_height = 58, row_height = 74, paired_height = 104;
constexpr double narrow_names = 142, narrow_column = 108; ///< where names stand above their labels
constexpr double low_heading = 39, low_row = 40;          ///< of rows that keep participants and queue alone
constexpr double interval_row = 63;                       ///< from here the interval of the participants has a line

struct PlacesPicture {
    std::vector<PlacesRow> rows;
    std::vector<std::string> names, keys;
    std::size_t focus = 0;
    Language language = Language::da;
};

std::string count(double value, Language language) { return grouped(value, value < 20 ? 1 : 0, language); }

std::string percent(double share, Language language) { return grouped(100 * share, 0, language) + " %"; }

std::string limit_words(const PlacesCell& cell, Language language)
{
    return std::string(words::limits[static_cast<std::size_t>(std::clamp(cell.limit, 0, 4))].in(language));
}

std::string cell_tip(const PlacesPicture& picture, const PlacesRow& row, std::size_t i)
{
    const PlacesCell& cell = row.cells[i];
    const Language language = picture.language;
    const auto say = [&](Label label) { return label.in(language); };
    if (!cell.there) return fmt::format("{}\n{}", picture.names[i], say(words::not_there));
    std::string tip = fmt::format("{} · {}", picture.names[i], label_of(row.offer).in(language));
    const auto line = [&](Label what, const std::string& level, const KpiDifference& change) {
        tip += fmt::format("\n{}: {}", say(what), level);
        if (i > 0) tip += fmt::format(" · {}", whole_difference(change, language));
    };
    line(words::participants, count(cell.users, language), cell.users_change);
    line(words::use, cell.use ? percent(*cell.use, language) : "–", cell.use_change);
    line(words::in_queue, count(cell.queue, language), cell.queue_change);
    tip += fmt::format("\n{}: {} / {}", say(words::sessions), count(cell.taken, language), count(cell.offered, language));
    if (cell.limit > 0) tip += fmt::format("\n{} {}", say(words::limited_by), limit_words(cell, language));
    return tip;
}

/// Below a difference, where there are options.
double interval_height(const Theme& theme, bool paired) { return paired ? theme.small * 1.2 : 0; }

/// "−6,9 til +5,0", shorter in little room.
std::string interval_words(const Canvas& canvas, const Theme& theme, const KpiDifference& d, double width, Language language)
{
    if (!d.difference) return {};
    const FigureStyle style = figure_style(d, language);
    const std::array wordings{in_words(d, language).interval, signed_figure(*d.ci_low, style) + "; " + signed_figure(*d.ci_high, style)};
    return first_fitting(canvas, wordings, theme.small_text(), width);
}

/// A level, and for an option the difference before it and, where there is room, its interval below.
void draw_pair(Canvas& canvas, const Theme& theme, Point at, double width, bool is_base, const std::string& level, const KpiDifference& change,
               Language language, bool interval)
{
    if (is_base) return canvas.text(at, level, theme.bold_text());
    if (interval) canvas.text({at.x, at.y + theme.body * 1.15}, interval_words(canvas, theme, change, width, language), theme.small_text());
    const TextStyle bold = theme.words(theme.body, verdict_colour(theme, change), Align::left, Weight::bold);
    const std::string words = fitted(canvas, arrow_and_number(change, language), bold, width);
    canvas.text(at, words, bold);
    const double used = canvas.text_width(words, bold) + theme.px(6);
    if (used + canvas.text_width(level, theme.small_text()) <= width)
        canvas.text({at.x + width, at.y + (theme.body - theme.small) / 2}, level, theme.small_text(Align::right));
}

/// The share of what is offered that is agreed: a bar and its number.
void draw_use(Canvas& canvas, const Theme& theme, Point at, double width, const PlacesCell& values, Colour colour, Language language)
{
    const double share_width = canvas.text_width("100 %", theme.small_text()) + theme.px(5);
    const Rect bar{at.x, at.y + theme.body * 0.2, std::max(theme.px(20), width - share_width), theme.body * 0.6};
    canvas.box(bar, theme.grid, theme.px(2));
    if (!values.use) return;
    canvas.box({bar.x, bar.y, bar.width * std::clamp(*values.use, 0.0, 1.0), bar.height}, colour.with_alpha(0.75), theme.px(2));
    canvas.text({at.x + width, at.y}, percent(*values.use, language), theme.small_text(Align::right));
}

/// What a row of some height has room for. The interval of the queue gives way first, then the use, then the interval of the
/// participants; pointed at, the cell says all of it.
struct RowLines {
    double margin = 0, line = 0;       ///< above the first line, and a line's height
    double of_users = 0, of_queue = 0; ///< height of an interval, 0 without
    bool use = true;
};

RowLines lines_of(const Theme& theme, double height, bool paired)
{
    const double margin = theme.px(5), interval = interval_height(theme, paired), line = theme.body * 1.28, room = height - margin;
    if (room >= 3 * line + 2 * interval) return {margin, line, interval, interval, true};
    if (room >= 3 * line + interval || !paired) return {margin, line, interval, 0, true};
    if (room >= 2 * line + interval) return {margin, line, interval, 0, false};
    return {theme.px(3), theme.body * 1.1, 0, 0, false};
}

void draw_cell(Canvas& canvas, const Theme& theme, Rect cell, const PlacesPicture& picture, const PlacesCell& values, std::size_t i)
{
    const Language language = picture.language;
    const double width = cell.width - theme.px(14);
    const RowLines lines = lines_of(theme, cell.height, picture.names.size() > 1);
    Point at{cell.x + theme.px(4), cell.y + lines.margin};
    if (!values.there) {
        draw_wrapped(canvas, {at.x, at.y, width, cell.height}, words::not_there.in(language), theme.small_text(), 2);
        return;
    }
    draw_pair(canvas, theme, at, width, i == 0, count(values.users, language), values.users_change, language, lines.of_users > 0);
    at.y += lines.line + lines.of_users;
    if (lines.use) {
        draw_use(canvas, theme, at, width, values, option_colour(theme, i), language);
        at.y += lines.line;
    }
    draw_pair(canvas, theme, at, width, i == 0, count(values.queue, language), values.queue_change, language, lines.of_queue > 0);
}

void draw_headings(Canvas& canvas, const Theme& theme, Rect area, double names, double wide, const PlacesPicture& picture, std::size_t lines)
{
    for (std::size_t i = 0; i < picture.names.size(); ++i) {
        const double x = area.x + names + static_cast<double>(i) * wide;
        if (!canvas.in_sight({x, area.y, wide, area.height})) continue;
        draw_marker(canvas, option_marker(i), {x + theme.px(9), area.y + theme.small * 0.6}, theme.px(5), option_colour(theme, i));
        const TextStyle style = theme.words(theme.small, theme.ink, Align::left, i == 0 ? Weight::bold : Weight::regular);
        draw_wrapped(canvas, {x + theme.px(20), area.y, wide - theme.px(26), area.height}, picture.names[i], style, lines);
    }
}

/// The offer at the left and what its lines are; where it is narrow the name takes the first line, and the label of the
/// participants the line of their interval.
void draw_row_names(Canvas& canvas, const Theme& theme, Rect at, const PlacesPicture& picture, Offer offer, bool narrow)
{
    const Language language = picture.language;
    const RowLines lines = lines_of(theme, at.height, picture.names.size() > 1);
    const double right = at.right() - theme.px(10), first = at.y + lines.margin;
    const auto say = [&](Label label, double y) { canvas.text({right, y + (theme.body - theme.small) / 2}, label.in(language), theme.small_text(Align::right)); };
    if (narrow) {
        const std::array names{std::string(label_of(offer).in(language)), std::string(words::short_offers[static_cast<std::size_t>(offer)].in(language))};
        canvas.text({at.x, first}, first_fitting(canvas, names, theme.bold_text(), at.width - theme.px(4)), theme.bold_text());
        if (lines.of_users > 0) say(words::participants, first + theme.body * 1.15 - (theme.body - theme.small) / 2);
    } else {
        draw_wrapped(canvas, {at.x, first, theme.px(name_width) - theme.px(6), at.height}, label_of(offer).in(language), theme.bold_text(), 3);
        say(words::participants, first);
    }
    const double second = first + lines.line + lines.of_users;
    if (lines.use) say(words::use, second);
    say(words::in_queue_less, second + (lines.use ? lines.line : 0));
}

/// As high as the longest heading needs.
double headings_height(const Canvas& canvas, const Theme& theme, double wide, const PlacesPicture& picture, std::size_t most)
{
    std::size_t lines = 1;
    for (std::size_t i = 0; i < picture.names.size(); ++i) {
        const TextStyle style = theme.words(theme.small, theme.ink, Align::left, i == 0 ? Weight::bold : Weight::regular);
        lines = std::max(lines, wrapped(canvas, picture.names[i], style, wide - theme.px(26), most).size());
    }
    return theme.small * 1.2 * static_cast<double>(lines) + theme.px(5);
}

/// As lines_of says of the lowest, with the strokes below its last line.
double lowest_row(const Theme& theme) { return theme.px(3) + 2.25 * theme.body; }

std::vector<Spot> draw_places(Canvas& canvas, const Theme& theme, Rect area, const std::shared_ptr<const PlacesPicture>& shared)
{
    const PlacesPicture& picture = *shared;
    std::vector<Spot> spots;
    if (picture.rows.empty()) {
        draw_wrapped(canvas, area, words::no_offers.in(picture.language), theme.body_text(), 3);
        return spots;
    }
    const auto columns = static_cast<double>(picture.names.size());
    const bool paired = picture.names.size() > 1;
    const bool narrow = paired && area.width < theme.px(name_width + label_width + column_width * columns);
    const double names = theme.px(narrow ? narrow_names : name_width + label_width), wide = std::min((area.width - names) / columns, theme.px(190));
    const double rows = static_cast<double>(picture.rows.size());
    std::size_t lines = 3; // of a name: fewer rather than a row that is cut
    double heading = headings_height(canvas, theme, wide, picture, lines);
    while (lines > 1 && heading + rows * lowest_row(theme) > area.height) heading = headings_height(canvas, theme, wide, picture, --lines);
    const double high = std::min(theme.px(paired ? 122 : 92), (area.height - heading) / rows);
    if (picture.focus > 0)
        canvas.box({area.x + names + static_cast<double>(picture.focus) * wide - theme.px(2), area.y - theme.px(3), wide, heading + high * rows + theme.px(3)},
                   theme.raised, theme.px(4));
    draw_headings(canvas, theme, area, names, wide, picture, lines);
    for (std::size_t r = 0; r < picture.rows.size(); ++r) {
        const PlacesRow& row = picture.rows[r];
        const double y = area.y + heading + static_cast<double>(r) * high;
        canvas.segment({area.x, y}, {area.x + names + wide * columns, y}, theme.grid, 1);
        draw_row_names(canvas, theme, {area.x, y, names, high}, picture, row.offer, narrow);
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const Rect cell{area.x + names + static_cast<double>(i) * wide, y, wide, high};
            if (canvas.in_sight(cell)) draw_cell(canvas, theme, cell, picture, row.cells[i], i);
            std::vector<Action> actions{FocusOffer{static_cast<int>(row.offer)}};
            if (i > 0) actions.push_back(FocusOption{picture.keys[i]});
            spots.push_back({cell, {}, std::move(actions), [shared, r, i](Point) { return cell_tip(*shared, shared->rows[r], i); }, {}});
        }
    }
    return spots;
}

Table places_table(const PlacesPicture& picture)
{
    Table table;
    const Language language = picture.language;
    const auto say = [&](Label label) { return std::string(label.in(language)); };
    table.headings = {say(words::offer), say(words::result)};
    for (const Label& what : {words::participants, words::in_queue, words::use})
        for (const Label& part : {words::level, words::difference_heading, words::low95, words::high95})
            table.headings.push_back(fmt::format("{}: {}", say(what), say(part)));
    for (const Label& what : {words::offered, words::taken, words::limited_by}) table.headings.push_back(say(what));
    for (const PlacesRow& row : picture.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const PlacesCell& cell = row.cells[i];
            std::vector<std::string> line{std::string(label_of(row.offer).in(language)), picture.names[i]};
            const auto add = [&](const std::string& level, const KpiDifference& d) {
                const FigureStyle style = figure_style(d, language);
                line.push_back(cell.there ? level : say(words::not_there));
                for (const std::optional<double>& value : {d.difference, d.ci_low, d.ci_high})
                    line.push_back(value ? signed_figure(*value, style) : std::string());
            };
            add(count(cell.users, language), cell.users_change);
            add(count(cell.queue, language), cell.queue_change);
            add(cell.use ? percent(*cell.use, language) : "–", cell.use_change);
            line.push_back(count(cell.offered, language));
            line.push_back(count(cell.taken, language));
            line.push_back(limit_words(cell, language));
            table.rows.push_back(std::move(line));
        }
    }
    return table;
}

std::string places_sentence(const PlacesPicture& picture)
{
    std::string words;
    for (const PlacesRow& row : picture.rows) {
        const PlacesCell& base = row.cells.front();
        if (!base.there) continue;
        words += fmt::format("{}{}: {} {}, {} {}", words.empty() ? "" : " ", label_of(row.offer).in(picture.language), count(base.users, picture.language),
                             words::participants.in(picture.language), count(base.queue, picture.language), words::in_queue.in(picture.language));
        if (picture.focus > 0 && row.cells[picture.focus].there)
            words += fmt::format("; {}: {} {}, {} {}", picture.names[picture.focus], in_words(row.cells[picture.focus].users_change, picture.language).number,
                                 words::participants.in(picture.language), in_words(row.cells[picture.focus].queue_change, picture.language).number,
                                 words::in_queue.in(picture.language));
        words += ".";
    }
    return words;
}

} // namespace

Panel places_panel(const std::vector<PlacesRow>& rows, const Compared& compared, int week, double most)
{
    PlacesPicture picture{rows, compared.names(), {}, compared.focus, compared.language};
    for (const Result* result : compared.results) picture.keys.push_back(result->key);
    Panel panel;
    panel.id = "centre.places";
    panel.title = fmt::format("{}, {}", words::places_title.in(compared.language), week_words(compared.base(), week, compared.language));
    const auto offers = static_cast<double>(std::max<std::size_t>(1, rows.size()));
    const bool low = most > 0 && compared.has_options() && (most - low_heading) / offers < interval_row; // no bars, no intervals
    panel.note = (low ? words::places_low : words::places_note).in(compared.language);
    if (compared.has_options() && !low) panel.note += fmt::format(" {}", words::places_change.in(compared.language));
    panel.sentence = places_sentence(picture);
    const auto columns = static_cast<double>(picture.names.size());
    panel.least_width = compared.has_options() ? narrow_names + narrow_column * columns : name_width + label_width + column_width;
    panel.least_height = heading_height + (compared.has_options() ? paired_height : row_height) * offers;
    if (most > 0 && compared.has_options()) panel.least_height = std::clamp(most, low_heading + low_row * offers, panel.least_height);
    const auto shared = std::make_shared<const PlacesPicture>(std::move(picture));
    panel.late_table = late([shared] { return places_table(*shared); });
    panel.draw = [shared](Canvas& canvas, const Theme& theme, Rect area) {
        return draw_places(canvas, theme, area, shared);
    };
    return panel;
}

} // namespace samspil::viewer
