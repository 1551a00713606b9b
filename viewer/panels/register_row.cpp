// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/register_row.hpp"

#include "engine/io/comparison_report.hpp"
#include "viewer/words/register.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

constexpr std::size_t most_lines = 4; ///< of one part of a value
constexpr double endless = 1e6;

double line_of(const Theme& theme) { return theme.body * 1.3; }

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
            for (const Version& version : versions)
                area.take_top(marked_value(area, version));
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
        draw_chip(*canvas_, theme_, {line.right() - chip, line.y}, tag,
                  mixed(theme_.panel, weak ? theme_.assumption : theme_.choice, weak ? 0.16 : 0.12), theme_.ink);
        canvas_->text(
            {line.x, line.y},
            fitted(*canvas_, row_.label.in(list_.language), theme_.body_text(), line.width - chip - theme_.px(12)),
            theme_.body_text());
    }

    /// Value, range and source on one line; where it is narrow the source gives way first.
    void single(Rect line, const std::string& words)
    {
        if (canvas_ == nullptr) return;
        const double value = row_.prior ? std::min(line.width * 0.42, theme_.px(230)) : line.width * 0.6;
        canvas_->text({line.x, line.y}, fitted(*canvas_, words, theme_.bold_text(), value - theme_.px(10)),
                      theme_.bold_text());
        Rect rest{line.x + value, line.y, line.width - value, line.height};
        if (row_.prior) {
            const std::string& range = row_.prior->words.in(list_.language);
            const double wide = canvas_->text_width(range, theme_.small_text()) + theme_.px(10);
            range_mark(rest.take_left(std::min(theme_.px(96), rest.width * 0.4)));
            rest.take_left(theme_.px(8));
            canvas_->text({rest.x, rest.y + theme_.px(1)}, fitted(*canvas_, range, theme_.small_text(), rest.width),
                          theme_.small_text());
            rest.take_left(std::min(wide, rest.width));
        }
        source(rest);
    }

    void source(Rect rest)
    {
        if (row_.source.empty() || rest.width < theme_.px(40)) return;
        canvas_->text({rest.right(), rest.y + theme_.px(1)},
                      fitted(*canvas_, row_.source, theme_.small_text(), rest.width), theme_.small_text(Align::right));
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
        if (inside)
            canvas_->disc(at, theme_.px(4.5), side_colour(theme_, list_));
        else
            canvas_->ring(at, theme_.px(4), side_colour(theme_, list_), theme_.px(1.6));
    }

    double marked_value(Rect area, const Version& version)
    {
        const double radius = theme_.px(5), left = 3.4 * radius;
        std::vector<std::string> lines;
        // A change says its values one after another; each begins on a line of its own.
        for (std::size_t begin = 0; begin < version.words.size();) {
            const std::size_t end = std::min(version.words.find("; ", begin), version.words.size());
            const auto part = wrapped(measure_, version.words.substr(begin, end - begin), theme_.bold_text(),
                                      area.width - left, most_lines);
            lines.insert(lines.end(), part.begin(), part.end());
            begin = end + 2;
        }
        if (canvas_ != nullptr) {
            draw_marker(*canvas_, option_marker(version.number), {area.x + radius, area.y + theme_.body / 2}, radius,
                        option_colour(theme_, version.number));
            const TextStyle style = version.number == 0 ? theme_.body_text() : theme_.bold_text();
            for (std::size_t i = 0; i < lines.size(); ++i)
                canvas_->text({area.x + left, area.y + static_cast<double>(i) * line_of(theme_)}, lines[i], style);
        }
        return static_cast<double>(std::max<std::size_t>(1, lines.size())) * line_of(theme_);
    }

    Canvas* canvas_;
    const Canvas& measure_;
    const Theme& theme_;
    const RegisterList& list_;
    const RegisterRow& row_;
};

} // namespace

Colour side_colour(const Theme& theme, const RegisterList& list)
{
    return list.choices ? theme.choice : theme.assumption;
}

std::string evidence_words(const RegisterList& list, const RegisterRow& row)
{
    return std::string((row.tag ? label_of(*row.tag) : chosen_value).in(list.language));
}

std::vector<Version> versions_of(const RegisterList& list, const RegisterRow& row)
{
    std::vector<Version> all;
    if (row.value) all.push_back({0, row.value->in(list.language)});
    for (std::size_t i = 0; i < row.options.size(); ++i)
        if (row.options[i]) all.push_back({i + 1, row.options[i]->in(list.language)});
    return all;
}

double draw_register_row(Canvas* canvas, const Canvas& measure, const Theme& theme, Rect area, const RegisterList& list,
                         const RegisterRow& row)
{
    return RowPen(canvas, measure, theme, list, row).draw(area);
}

} // namespace samspil::viewer
