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

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

constexpr double name_width = 144, label_width = 94, column_width = 118, heading_height = 58, row_height = 74, paired_height = 104;

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

double line_height(const Theme& theme) { return theme.body * 1.28; }
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

/// A level, and for an option the difference before it and its interval below.
void draw_pair(Canvas& canvas, const Theme& theme, Point at, double width, bool is_base, const std::string& level, const KpiDifference& change,
               Language language)
{
    if (is_base) return canvas.text(at, level, theme.bold_text());
    canvas.text({at.x, at.y + theme.body * 1.15}, interval_words(canvas, theme, change, width, language), theme.small_text());
    const TextStyle bold = theme.words(theme.body, verdict_colour(theme, change), Align::left, Weight::bold);
    const std::string words = fitted(canvas, arrow_and_number(change, language), bold, width);
    canvas.text(at, words, bold);
    const double used = canvas.text_width(words, bold) + theme.px(6);
    if (used + canvas.text_width(level, theme.small_text()) <= width)
        canvas.text({at.x + width, at.y + (theme.body - theme.small) / 2}, level, theme.small_text(Align::right));
}

void draw_cell(Canvas& canvas, const Theme& theme, Rect cell, const PlacesPicture& picture, const PlacesCell& values, std::size_t i)
{
    const Language language = picture.language;
    const double line = line_height(theme), width = cell.width - theme.px(14);
    const double below = interval_height(theme, picture.names.size() > 1);
    Point at{cell.x + theme.px(4), cell.y + theme.px(5)};
    if (!values.there) {
        draw_wrapped(canvas, {at.x, at.y, width, cell.height}, words::not_there.in(language), theme.small_text(), 2);
        return;
    }
    draw_pair(canvas, theme, at, width, i == 0, count(values.users, language), values.users_change, language);
    at.y += line + below;
    const double share_width = canvas.text_width("100 %", theme.small_text()) + theme.px(5);
    const Rect bar{at.x, at.y + theme.body * 0.2, std::max(theme.px(20), width - share_width), theme.body * 0.6};
    canvas.box(bar, theme.grid, theme.px(2));
    if (values.use) {
        canvas.box({bar.x, bar.y, bar.width * std::clamp(*values.use, 0.0, 1.0), bar.height}, option_colour(theme, i).with_alpha(0.75), theme.px(2));
        canvas.text({cell.x + theme.px(4) + width, at.y}, percent(*values.use, language), theme.small_text(Align::right));
    }
    at.y += line;
    draw_pair(canvas, theme, at, width, i == 0, count(values.queue, language), values.queue_change, language);
}

void draw_headings(Canvas& canvas, const Theme& theme, Rect area, double names, double wide, const PlacesPicture& picture)
{
    for (std::size_t i = 0; i < picture.names.size(); ++i) {
        const double x = area.x + names + static_cast<double>(i) * wide;
        draw_marker(canvas, option_marker(i), {x + theme.px(9), area.y + theme.small * 0.6}, theme.px(5), option_colour(theme, i));
        const TextStyle style = theme.words(theme.small, theme.ink, Align::left, i == 0 ? Weight::bold : Weight::regular);
        draw_wrapped(canvas, {x + theme.px(20), area.y, wide - theme.px(26), area.height}, picture.names[i], style, 3);
    }
}

std::vector<Spot> draw_places(Canvas& canvas, const Theme& theme, Rect area, const PlacesPicture& picture)
{
    std::vector<Spot> spots;
    if (picture.rows.empty()) {
        draw_wrapped(canvas, area, words::no_offers.in(picture.language), theme.body_text(), 3);
        return spots;
    }
    const auto columns = static_cast<double>(picture.names.size());
    const double names = theme.px(name_width + label_width), wide = std::min((area.width - names) / columns, theme.px(190));
    const bool paired = picture.names.size() > 1;
    const double high = std::min(theme.px(paired ? 122 : 92), (area.height - theme.px(heading_height)) / static_cast<double>(picture.rows.size()));
    const double line = line_height(theme);
    if (picture.focus > 0)
        canvas.box({area.x + names + static_cast<double>(picture.focus) * wide - theme.px(2), area.y - theme.px(3), wide,
                    theme.px(heading_height) + high * static_cast<double>(picture.rows.size()) + theme.px(3)},
                   theme.raised, theme.px(4));
    draw_headings(canvas, theme, area, names, wide, picture);
    for (std::size_t r = 0; r < picture.rows.size(); ++r) {
        const PlacesRow& row = picture.rows[r];
        const double y = area.y + theme.px(heading_height) + static_cast<double>(r) * high;
        canvas.segment({area.x, y}, {area.x + names + wide * columns, y}, theme.grid, 1);
        draw_wrapped(canvas, {area.x, y + theme.px(5), theme.px(name_width) - theme.px(6), high}, label_of(row.offer).in(picture.language),
                     theme.bold_text(), 3);
        double label_y = y + theme.px(5) + (theme.body - theme.small) / 2;
        const std::array labels{words::participants, words::use, words::in_queue_less};
        for (const Label& label : labels) {
            canvas.text({area.x + names - theme.px(10), label_y}, label.in(picture.language), theme.small_text(Align::right));
            label_y += line + (&label == &labels.front() ? interval_height(theme, paired) : 0);
        }
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const Rect cell{area.x + names + static_cast<double>(i) * wide, y, wide, high};
            draw_cell(canvas, theme, cell, picture, row.cells[i], i);
            std::vector<Action> actions{FocusOffer{static_cast<int>(row.offer)}};
            if (i > 0) actions.push_back(FocusOption{picture.keys[i]});
            spots.push_back({cell, cell_tip(picture, row, i), std::move(actions), {}, {}});
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

Panel places_panel(const std::vector<PlacesRow>& rows, const Compared& compared, int week)
{
    PlacesPicture picture{rows, compared.names(), {}, compared.focus, compared.language};
    for (const Result* result : compared.results) picture.keys.push_back(result->key);
    Panel panel;
    panel.id = "centre.places";
    panel.title = fmt::format("{}, {}", words::places_title.in(compared.language), week_words(compared.base(), week, compared.language));
    panel.note = words::places_note.in(compared.language);
    if (compared.has_options()) panel.note += fmt::format(" {}", words::places_change.in(compared.language));
    panel.sentence = places_sentence(picture);
    panel.table = places_table(picture);
    panel.least_width = name_width + label_width + column_width * static_cast<double>(picture.names.size());
    panel.least_height = heading_height + (compared.has_options() ? paired_height : row_height) * static_cast<double>(std::max<std::size_t>(1, rows.size()));
    panel.draw = [picture](Canvas& canvas, const Theme& theme, Rect area) { return draw_places(canvas, theme, area, picture); };
    return panel;
}

} // namespace samspil::viewer
