// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/register.hpp"

#include "viewer/words/register.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

constexpr std::size_t most_lines = 4; ///< of one part of a value
constexpr double endless = 1e6;

double line_of(const Theme& theme) { return theme.body * 1.3; }
Colour side_colour(const Theme& theme, const RegisterList& list) { return list.choices ? theme.choice : theme.assumption; }

std::string group_words(const RegisterList& list, const RegisterRow& row)
{
    if (is_choice(row.group)) return std::string(words::groups[static_cast<int>(row.group)].in(list.language));
    return section_in_words(row.section).in(list.language);
}

std::string evidence_words(const RegisterList& list, const RegisterRow& row)
{
    return std::string((row.tag ? label_of(*row.tag) : words::chosen).in(list.language));
}

/// A value under the base or an option, with whose it is.
struct Version {
    std::size_t number = 0; ///< 0 the base
    std::string words;
};

/// The base, where it has one, and the options that differ; options of one mind stand behind each other.
std::vector<Version> versions_of(const RegisterList& list, const RegisterRow& row)
{
    std::vector<Version> all;
    if (row.value) all.push_back({0, row.value->in(list.language)});
    for (std::size_t i = 0; i < row.options.size(); ++i)
        if (row.options[i]) all.push_back({i + 1, row.options[i]->in(list.language)});
    return all;
}

/// Draws when there is a canvas; the height used.
class RowPen {
public:
    RowPen(Canvas* canvas, const Canvas& measure, const Theme& theme, const RegisterList& list, const RegisterRow& row)
        : canvas_(canvas), measure_(measure), theme_(theme), list_(list), row_(row)
    {
    }

    double draw(Rect area)
    {
        const double top = area.y;
        area.height = endless;
        area.take_top(theme_.px(6));
        name(area.take_top(line_of(theme_)));
        const std::vector<Version> versions = versions_of(list_, row_);
        const bool marked = row_.differs() || !row_.value;
        if (!marked) {
            single(area.take_top(line_of(theme_)), versions.front().words);
        } else {
            for (const Version& version : versions) area.take_top(marked_value(area, version));
            if (!row_.source.empty()) foot(area.take_top(theme_.small * 1.35));
        }
        area.take_top(theme_.px(6));
        return area.y - top;
    }

private:
    void name(Rect line)
    {
        if (canvas_ == nullptr) return;
        const std::string tag = evidence_words(list_, row_);
        const double chip = canvas_->text_width(tag, theme_.words(theme_.small, theme_.ink)) + theme_.px(12);
        const bool weak = row_.tag == Evidence::assumed || row_.tag == Evidence::recalled;
        draw_chip(*canvas_, theme_, {line.right() - chip, line.y}, tag, mixed(theme_.panel, weak ? theme_.assumption : theme_.choice, weak ? 0.16 : 0.12), theme_.ink);
        canvas_->text({line.x, line.y}, fitted(*canvas_, row_.label.in(list_.language), theme_.body_text(), line.width - chip - theme_.px(12)), theme_.body_text());
    }

    /// Value, range and source on one line; where it is narrow the source gives way first.
    void single(Rect line, const std::string& words)
    {
        if (canvas_ == nullptr) return;
        const double value = row_.prior ? std::min(line.width * 0.42, theme_.px(230)) : line.width * 0.6;
        canvas_->text({line.x, line.y}, fitted(*canvas_, words, theme_.bold_text(), value - theme_.px(10)), theme_.bold_text());
        Rect rest{line.x + value, line.y, line.width - value, line.height};
        if (row_.prior) {
            const std::string& range = row_.prior->words.in(list_.language);
            const double wide = canvas_->text_width(range, theme_.small_text()) + theme_.px(10);
            range_mark(rest.take_left(std::min(theme_.px(96), rest.width * 0.4)));
            rest.take_left(theme_.px(8));
            canvas_->text({rest.x, rest.y + theme_.px(1)}, fitted(*canvas_, range, theme_.small_text(), rest.width), theme_.small_text());
            rest.take_left(std::min(wide, rest.width));
        }
        source(rest);
    }

    void source(Rect rest)
    {
        if (row_.source.empty() || rest.width < theme_.px(40)) return;
        canvas_->text({rest.right(), rest.y + theme_.px(1)}, fitted(*canvas_, row_.source, theme_.small_text(), rest.width), theme_.small_text(Align::right));
    }

    void foot(Rect line)
    {
        if (canvas_ == nullptr) return;
        if (row_.prior) range_mark(line.take_left(std::min(theme_.px(96), line.width * 0.3)));
        source(line);
    }

    /// A thin line from low to high and the value on it; a value outside stands at the end, hollow.
    void range_mark(Rect area)
    {
        const PriorRange& prior = *row_.prior;
        const Scale x{prior.low, prior.high, area.x + theme_.px(5), area.right() - theme_.px(5)};
        const double y = area.y + theme_.body / 2, tick = theme_.px(4);
        canvas_->segment({x.from, y}, {x.to, y}, theme_.border, theme_.px(3));
        canvas_->segment({x.from, y - tick}, {x.from, y + tick}, theme_.faint, theme_.px(1.2));
        canvas_->segment({x.to, y - tick}, {x.to, y + tick}, theme_.faint, theme_.px(1.2));
        const bool inside = prior.value >= prior.low && prior.value <= prior.high;
        const Point at{x.at(std::clamp(prior.value, prior.low, prior.high)), y};
        if (inside) canvas_->disc(at, theme_.px(4.5), side_colour(theme_, list_));
        else canvas_->ring(at, theme_.px(4), side_colour(theme_, list_), theme_.px(1.6));
    }

    double marked_value(Rect area, const Version& version)
    {
        const double radius = theme_.px(5), left = 3.4 * radius;
        std::vector<std::string> lines;
        // A change says its values one after another; each begins on a line of its own.
        for (std::size_t begin = 0; begin < version.words.size();) {
            const std::size_t end = std::min(version.words.find("; ", begin), version.words.size());
            const auto part = wrapped(measure_, version.words.substr(begin, end - begin), theme_.bold_text(), area.width - left, most_lines);
            lines.insert(lines.end(), part.begin(), part.end());
            begin = end + 2;
        }
        if (canvas_ != nullptr) {
            draw_marker(*canvas_, option_marker(version.number), {area.x + radius, area.y + theme_.body / 2}, radius, option_colour(theme_, version.number));
            const TextStyle style = version.number == 0 ? theme_.body_text() : theme_.bold_text();
            for (std::size_t i = 0; i < lines.size(); ++i) canvas_->text({area.x + left, area.y + static_cast<double>(i) * line_of(theme_)}, lines[i], style);
        }
        return static_cast<double>(std::max<std::size_t>(1, lines.size())) * line_of(theme_);
    }

    Canvas* canvas_;
    const Canvas& measure_;
    const Theme& theme_;
    const RegisterList& list_;
    const RegisterRow& row_;
};

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

double heading_height(const Theme& theme) { return theme.body * 1.3 + theme.px(16); }

} // namespace

RegisterListPtr register_list(std::shared_ptr<const Register> all, bool choices, const RegisterFilter& filter, std::vector<std::string> titles, Language language)
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
        if (const std::string own = group_words(*list, row); own != group) list->items.push_back({group = own, nullptr});
        list->items.push_back({{}, &row});
        ++list->rows;
    }
    const bool unfiltered = filter.words.empty() && !filter.tag;
    const Label nothing = !filter.only_differing || !unfiltered ? words::nothing_fits : all->lacks_changes ? words::older_results : words::no_difference;
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
        y += item.row == nullptr ? heading_height(theme) : RowPen(nullptr, measure, theme, list, *item.row).draw({0, 0, width, 0});
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
        canvas.segment({area.x, area.bottom() - 1}, {area.right(), area.bottom() - 1}, side_colour(theme, list), theme.px(1.5));
        return;
    }
    RowPen(&canvas, canvas, theme, list, *one.row).draw(area);
    canvas.segment({area.x, area.bottom() - 1}, {area.right(), area.bottom() - 1}, theme.grid, 1);
}

std::string register_tip(const RegisterList& list, std::size_t item)
{
    const RegisterRow* row = list.items[item].row;
    if (row == nullptr) return {};
    std::string tip = row->label.in(list.language);
    for (const Version& version : versions_of(list, *row)) tip += "\n" + list.titles[version.number] + ": " + version.words;
    if (row->prior) tip += fmt::format("\n{}: {}", words::heading_range.in(list.language), row->prior->words.in(list.language));
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
    panel.title = list->rows == list->of ? fmt::format("{} ({})", name, list->of)
                                         : fmt::format(fmt::runtime(language == Language::da ? "{} ({} af {})" : "{} ({} of {})"), name, list->rows, list->of);
    panel.note = std::string((list->choices ? words::choices_note : words::assumptions_note).in(language));
    panel.sentence = list->items.empty() ? list->nothing : panel.title + ". " + panel.note;
    for (const Label label : {words::heading_group, words::heading_name}) panel.table.headings.emplace_back(label.in(language));
    for (const std::string& title : list->titles) panel.table.headings.push_back(title);
    for (const Label label : {words::heading_evidence, words::heading_source, words::heading_range}) panel.table.headings.emplace_back(label.in(language));
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
