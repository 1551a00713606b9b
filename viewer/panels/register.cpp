// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/register.hpp"

#include "viewer/panels/register_row.hpp"
#include "viewer/words/register.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

constexpr double endless = 1e6;

std::string group_words(const RegisterList& list, const RegisterRow& row)
{
    if (is_choice(row.group)) return std::string(words::groups[static_cast<int>(row.group)].in(list.language));
    return section_in_words(row.section).in(list.language);
}

/// Titles with their marks on as many lines as needed; the height used, drawn when there is a canvas.
double legend(Canvas* canvas, const Canvas& measure, const Theme& theme, Rect area, const RegisterList& list)
{
    const double radius = theme.px(5), line = theme.small * 1.45;
    double x = area.x, y = area.y + theme.px(2);
    for (std::size_t i = 0; i < list.titles.size(); ++i) {
        const std::string words = fitted(measure, list.titles[i], theme.small_text(), area.width - 3.2 * radius);
        const double width = 3.2 * radius + measure.text_width(words, theme.small_text());
        if (x > area.x && x + width > area.right()) {
            x = area.x;
            y += line;
        }
        if (canvas != nullptr) {
            draw_marker(*canvas, option_marker(i), {x + radius, y + theme.small / 2}, radius, option_colour(theme, i));
            canvas->text({x + 3.2 * radius, y}, words, theme.small_text());
        }
        x += width + theme.px(16);
    }
    return y + line - area.y;
}

/// "Tre distrikter: 2 forskelle til basis.", or how many of the rows rest on nothing firmer than an assumption.
std::string summary(const RegisterList& list)
{
    const bool da = list.language == Language::da;
    std::size_t weak = 0;
    std::vector<int> other(list.titles.size(), 0);
    for (const RegisterList::Item& item : list.items) {
        if (item.row == nullptr) continue;
        weak += item.row->tag == Evidence::assumed || item.row->tag == Evidence::recalled ? 1 : 0;
        for (std::size_t i = 0; i < item.row->options.size(); ++i)
            other[i + 1] += item.row->options[i] ? 1 : 0;
    }
    if (!list.choices || list.titles.size() < 2)
        return fmt::format(
            fmt::runtime(da ? "{} af {} rækker er antaget eller erindret." : "{} of {} rows are assumed or recalled."),
            weak, list.rows);
    std::string words;
    for (std::size_t i = 1; i < other.size(); ++i)
        words += fmt::format(fmt::runtime(da ? "{}{}: {} forskelle til basis" : "{}{}: {} differences from the base"),
                             i > 1 ? "; " : "", list.titles[i], other[i]);
    return words + ".";
}

double heading_height(const Theme& theme) { return theme.body * 1.3 + theme.px(16); }

} // namespace

RegisterListPtr register_list(std::shared_ptr<const Register> all, bool choices, const RegisterFilter& filter,
                              std::vector<std::string> titles, Language language)
{
    auto list = std::make_shared<RegisterList>();
    list->language = language;
    list->choices = choices;
    list->titles = std::move(titles);
    const auto& rows = choices ? all->choices : all->assumptions;
    list->of = rows.size();
    std::string group;
    for (const RegisterRow& row : rows) {
        if (!passes(row, filter, language)) continue;
        if (const std::string own = group_words(*list, row); own != group)
            list->items.push_back({group = own, nullptr});
        list->items.push_back({{}, &row});
        ++list->rows;
    }
    const bool unfiltered = filter.words.empty() && !filter.tag;
    const Label nothing = !filter.only_differing || !unfiltered ? words::nothing_fits
                          : all->lacks_changes                  ? words::older_results
                                                                : words::no_difference;
    list->nothing = std::string(nothing.in(language));
    list->held = std::move(all);
    return list;
}

void draw_register_legend(Canvas& canvas, const Theme& theme, Rect area, const RegisterList& list)
{
    if (list.titles.size() > 1) legend(&canvas, canvas, theme, area, list);
}

double register_legend_height(const Canvas& measure, const Theme& theme, double width, const RegisterList& list)
{
    return list.titles.size() > 1 ? legend(nullptr, measure, theme, {0, 0, width, endless}, list) : 0;
}

std::vector<double> register_tops(const Canvas& measure, const Theme& theme, const RegisterList& list, double width)
{
    std::vector<double> tops;
    double y = 0;
    for (const RegisterList::Item& item : list.items) {
        tops.push_back(y);
        y += item.row == nullptr ? heading_height(theme)
                                 : draw_register_row(nullptr, measure, theme, {0, 0, width, endless}, list, *item.row);
    }
    tops.push_back(y);
    return tops;
}

void draw_register_item(Canvas& canvas, const Theme& theme, Rect area, const RegisterList& list, std::size_t item)
{
    const RegisterList::Item& one = list.items[item];
    if (one.row == nullptr) {
        const TextStyle style = theme.words(theme.body, side_colour(theme, list), Align::left, Weight::bold);
        canvas.text({area.x, area.y + theme.px(12)}, fitted(canvas, one.heading, style, area.width), style);
        canvas.segment({area.x, area.bottom() - 1}, {area.right(), area.bottom() - 1}, side_colour(theme, list),
                       theme.px(1.5));
        return;
    }
    draw_register_row(&canvas, canvas, theme, area, list, *one.row);
    canvas.segment({area.x, area.bottom() - 1}, {area.right(), area.bottom() - 1}, theme.grid, 1);
}

std::string register_tip(const RegisterList& list, std::size_t item)
{
    const RegisterRow* row = list.items[item].row;
    if (row == nullptr) return {};
    std::string tip = row->label.in(list.language);
    for (const Version& version : versions_of(list, *row))
        tip += "\n" + list.titles[version.number] + ": " + version.words;
    if (row->prior)
        tip += fmt::format("\n{}: {}", words::heading_range.in(list.language), row->prior->words.in(list.language));
    tip += fmt::format("\n{}: {}", words::heading_evidence.in(list.language), evidence_words(list, *row));
    if (!row->source.empty()) tip += fmt::format("\n{}: {}", words::heading_source.in(list.language), row->source);
    return tip;
}

Panel register_panel(const RegisterListPtr& list)
{
    const Language language = list->language;
    Panel panel;
    panel.id = list->choices ? "assumptions.choices" : "assumptions.assumptions";
    const std::string name((list->choices ? words::choices : words::assumptions).in(language));
    panel.title = list->rows == list->of
                      ? fmt::format("{} ({})", name, list->of)
                      : fmt::format(fmt::runtime(language == Language::da ? "{} ({} af {})" : "{} ({} of {})"), name,
                                    list->rows, list->of);
    panel.note = std::string((list->choices ? words::choices_note : words::assumptions_note).in(language));
    panel.sentence = list->items.empty() ? list->nothing : summary(*list);
    for (const Label label : {words::heading_group, words::heading_name})
        panel.table.headings.emplace_back(label.in(language));
    for (const std::string& title : list->titles)
        panel.table.headings.push_back(title);
    for (const Label label : {words::heading_evidence, words::heading_source, words::heading_range})
        panel.table.headings.emplace_back(label.in(language));
    for (const RegisterList::Item& item : list->items) {
        if (item.row == nullptr) continue;
        const RegisterRow& row = *item.row;
        const std::string base = row.value ? row.value->in(language) : "–";
        std::vector<std::string> cells{group_words(*list, row), row.label.in(language), base};
        for (std::size_t i = 0; i + 1 < list->titles.size(); ++i) {
            const bool other = i < row.options.size() && row.options[i];
            cells.push_back(other ? row.options[i]->in(language) : base);
        }
        cells.push_back(evidence_words(*list, row));
        cells.push_back(row.source);
        cells.push_back(row.prior ? row.prior->words.in(language) : "");
        panel.table.rows.push_back(std::move(cells));
    }
    panel.least_width = 300;
    panel.least_height = 200;
    panel.draw = [list](Canvas& canvas, const Theme& theme, Rect area) -> std::vector<Spot> {
        if (list->items.empty()) draw_wrapped(canvas, area, list->nothing, theme.body_text(), 3);
        if (list->choices) {
            draw_register_legend(canvas, theme, area, *list);
            area.take_top(register_legend_height(canvas, theme, area.width, *list));
        }
        const std::vector<double> tops = register_tops(canvas, theme, *list, area.width);
        for (std::size_t i = 0; i < list->items.size() && tops[i + 1] <= area.height; ++i)
            draw_register_item(canvas, theme, {area.x, area.y + tops[i], area.width, tops[i + 1] - tops[i]}, *list, i);
        return {};
    };
    return panel;
}

} // namespace samspil::viewer
