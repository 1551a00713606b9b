// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/difference.hpp"

#include "viewer/chart/spaced_ticks.hpp"
#include "viewer/data/time_words.hpp"
#include "viewer/panels/difference_flags.hpp"
#include "viewer/panels/difference_words.hpp"
#include "viewer/panels/goal_cell.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/difference.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

constexpr double flag_row = 18; ///< height of a row of flags
constexpr std::size_t most_lines = 12, names_in_legend = 8; ///< options drawn at once: beside the curves, and above them

/// No more points than pixels: the mean of the medians, the outermost of the bands.
Curve curve_of(const WeeklySpread& spread, bool bands, double pixels, Colour colour, Dash dash)
{
    Curve curve;
    curve.colour = colour;
    curve.dash = dash;
    const std::size_t weeks = spread.middle.size();
    const auto step = static_cast<std::size_t>(std::max(1.0, std::ceil(static_cast<double>(weeks) / std::max(pixels, 1.0))));
    for (std::size_t first = 0; first < weeks; first += step) {
        const std::size_t last = std::min(first + step, weeks);
        const auto over = [&](const std::vector<double>& v, auto fold) {
            double value = v[first];
            for (std::size_t w = first + 1; w < last; ++w) value = fold(value, v[w]);
            return value;
        };
        const auto least = [](double a, double b) { return std::min(a, b); };
        const auto greatest = [](double a, double b) { return std::max(a, b); };
        curve.x.push_back((static_cast<double>(first) + static_cast<double>(last - 1)) / 2);
        curve.middle.push_back(over(spread.middle, [](double a, double b) { return a + b; }) / static_cast<double>(last - first));
        if (!bands) continue;
        curve.low90.push_back(over(spread.low90, least));
        curve.low50.push_back(over(spread.low50, least));
        curve.high50.push_back(over(spread.high50, greatest));
        curve.high90.push_back(over(spread.high90, greatest));
    }
    return curve;
}

class Plot {
public:
    Plot(Canvas& canvas, const Theme& theme, Rect area, std::shared_ptr<const Difference> model, ResultPtr base, const DifferenceLook& look)
        : canvas_(canvas), theme_(theme), model_(std::move(model)), base_(std::move(base)), look_(look), front_(front_of(*model_, look.option)),
          style_(style_of(*model_, look.show, look.language))
    {
        lay_out(area);
    }

    std::vector<Spot> draw()
    {
        axes();
        curves();
        marker();
        flags();
        labels();
        Spot plot;
        plot.area = plot_;
        plot.tip_at = [x = x_, model = model_, base = base_, look = look_, style = style_](Point at) {
            const int week = std::clamp(static_cast<int>(std::lround(x.value_at(at.x))), 0, model->weeks - 1);
            std::string tip = week_words(*base, week, look.language) + ", " + std::string(model->choice.measure->unit.in(look.language));
            for (const DifferenceLine& line : model->lines) {
                const std::string value = week_value(shown_of(line, look.show), week, look.show, style);
                if (!value.empty()) tip += "\n" + name_of(line, look.language) + ": " + value;
            }
            return tip + "\n" + std::string(words::drag_for_week.in(look.language));
        };
        plot.drag = [x = x_](Point at) { return std::vector<Action>{SetWeek{static_cast<int>(std::lround(x.value_at(at.x)))}}; };
        spots_.push_back(std::move(plot));
        return std::move(spots_);
    }

private:
    const DifferenceLine& front() const { return model_->lines[front_]; }
    /// The base, and of the options those beside which there is room for a name.
    bool drawn(std::size_t i) const { return (i == 0 || (i >= first_ && i < last_)) && !shown_of(model_->lines[i], look_.show).middle.empty(); }
    std::size_t left_out() const { return model_->lines.size() - 1 - (last_ - first_); }
    double name_gap() const { return theme_.small * 2.6; }

    /// As pages of the overview: the options from the one in front's page. A curve without a name says nothing, and a hundred of
    /// them take longer than a frame.
    void choose_lines(double height)
    {
        const std::size_t options = model_->lines.size() - 1;
        const auto names = static_cast<std::size_t>(std::max(2.0, height / name_gap() - 1));
        const std::size_t room = std::min<std::size_t>(wide() ? names : names_in_legend, most_lines);
        first_ = 1;
        last_ = model_->lines.size();
        if (options <= room || front_ == 0) {
            last_ = std::min(last_, first_ + room);
            return;
        }
        first_ = 1 + (front_ - 1) / room * room;
        last_ = std::min(first_ + room, model_->lines.size());
    }
    bool wide() const { return label_width_ > 0; }

    void lay_out(Rect area)
    {
        label_width_ = area.width >= theme_.px(640) ? std::min(theme_.px(220), area.width * 0.25) : 0;
        choose_lines(area.height - theme_.small * 4);
        double low = look_.show == Show::difference ? 0 : std::numeric_limits<double>::infinity(), high = -low;
        const auto hold = [&](const std::vector<double>& values) {
            for (const double v : values) {
                if (!std::isfinite(v)) continue;
                low = std::min(low, v);
                high = std::max(high, v);
            }
        };
        for (std::size_t i = 0; i < model_->lines.size(); ++i) {
            const WeeklySpread& spread = shown_of(model_->lines[i], look_.show);
            if (drawn(i)) hold(spread.middle);
            if (i != front_) continue;
            hold(spread.low90);
            hold(spread.high90);
            if (look_.runs) hold(runs().values);
        }
        if (!(low <= high)) low = high = 0;
        if (!wide()) area.take_top(legend(area));
        area.take_top(theme_.small * 1.6); // unit and the week looked at
        area.take_bottom(theme_.small + theme_.px(8));
        flag_y_ = area.bottom() + theme_.small + theme_.px(8);
        if (const int rows = flag_rows(flag_weeks(*model_)); rows > 0) {
            area.take_bottom(theme_.px(4 + flag_row * rows));
            flag_y_ = area.bottom() + theme_.small + theme_.px(10);
        }
        if (wide()) area.take_right(label_width_ + theme_.px(12));
        const int count = std::clamp(static_cast<int>(area.height / theme_.px(46)), 2, 8);
        y_.scale = widened(low, high, count, area.bottom(), area.y);
        y_.ticks = spaced_ticks(widened_ticks(low, high, count), y_.scale, 1.1 * theme_.small); // of the widened domain a coarser step may leave one
        y_.unit = model_->choice.measure->unit.in(look_.language);
        if (look_.show == Show::absolute && y_.scale.low > 0)
            y_.unit += fmt::format(" ({} {})", words::axis_from.in(look_.language), tick_words(y_.ticks, y_.scale.low, look_.language));
        area.take_left(value_axis_width(canvas_, theme_, y_.ticks, look_.language));
        plot_ = area;
        x_ = {0, static_cast<double>(std::max(model_->weeks - 1, 1)), plot_.x, plot_.right()};
    }

    std::string left_out_words() const { return fmt::format(fmt::runtime(words::lines_left_out.in(look_.language)), left_out()); }

    const WeeklyValues& runs() const { return look_.show == Show::difference ? front().differences : front().levels; }

    double legend(Rect area)
    {
        std::vector<LegendEntry> entries;
        for (std::size_t i = 0; i < model_->lines.size(); ++i) {
            if (!drawn(i)) continue;
            const std::string name = i == front_ ? name_of(model_->lines[i], look_.language) : model_->lines[i].letter;
            entries.push_back({name.empty() ? name_of(model_->lines[i], look_.language) : name, option_colour(theme_, i), option_marker(i)});
        }
        if (left_out() > 0) entries.push_back({left_out_words(), theme_.faint, option_marker(0)});
        return draw_legend(canvas_, theme_, area, entries);
    }

    void axes()
    {
        draw_value_axis(canvas_, theme_, plot_, y_, look_.language);
        std::vector<TimeTick> ticks;
        for (int week = 1; week < model_->weeks; ++week)
            if (const int year = year_of(*base_, week); year != year_of(*base_, week - 1)) ticks.push_back({static_cast<double>(week), std::to_string(year)});
        if (ticks.empty()) ticks.push_back({0, std::to_string(year_of(*base_, 0))});
        draw_time_axis(canvas_, theme_, plot_, x_, ticks);
        if (y_.scale.low <= 0 && y_.scale.high >= 0)
            canvas_.segment({plot_.x, y_.scale.at(0)}, {plot_.right(), y_.scale.at(0)}, theme_.ink, theme_.px(2));
    }

    void curves()
    {
        if (look_.runs) {
            const WeeklyValues& all = runs();
            WeeklySpread one;
            for (int r = 0; r < all.replications; ++r) {
                const auto begin = all.values.begin() + static_cast<std::ptrdiff_t>(r) * all.weeks;
                one.middle.assign(begin, begin + all.weeks);
                draw_curve(canvas_, plot_, x_, y_.scale, curve_of(one, false, plot_.width, option_colour(theme_, front_).with_alpha(0.4), Dash::solid), 1);
            }
        }
        for (std::size_t i = 0; i < model_->lines.size(); ++i) {
            if (!drawn(i) || i == front_) continue;
            draw_curve(canvas_, plot_, x_, y_.scale, curve_of(shown_of(model_->lines[i], look_.show), false, plot_.width, option_colour(theme_, i), option_dash(i)), theme_.px(1.6));
        }
        if (!drawn(front_)) return;
        const Dash dash = front().may_change() ? Dash::dashed : Dash::solid;
        draw_curve(canvas_, plot_, x_, y_.scale, curve_of(shown_of(front(), look_.show), true, plot_.width, option_colour(theme_, front_), dash), theme_.px(2.8));
    }

    /// The week looked at, with what the option in front says there.
    void marker()
    {
        const int week = std::clamp(look_.week, 0, model_->weeks - 1);
        const double x = x_.at(week);
        canvas_.segment({x, plot_.y}, {x, plot_.bottom()}, theme_.accent, theme_.px(1.5));
        const WeeklySpread& spread = shown_of(front(), look_.show);
        const std::string value = week_value(spread, week, look_.show, style_);
        if (!value.empty()) canvas_.disc({x, y_.scale.at(spread.middle[static_cast<std::size_t>(week)])}, theme_.px(4.5), option_colour(theme_, front_));
        const std::string when = week_words(*base_, week, look_.language), date = date_words(*base_, week, look_.language);
        const std::string who = front().letter.empty() ? "" : front().letter + " ";
        const std::array wordings{when + ":  " + who + value, date + ":  " + who + value, who + value};
        const double unit = canvas_.text_width(y_.unit, theme_.small_text()) + theme_.px(16);
        const TextStyle style = theme_.words(theme_.small, theme_.ink, Align::right, Weight::bold);
        canvas_.text({plot_.right(), plot_.y - theme_.small * 1.4}, first_fitting(canvas_, wordings, style, plot_.width - unit), style);
    }

    void flags()
    {
        const FlagPlot at{plot_, flag_y_, theme_.px(flag_row), plot_.right() + label_width_, x_};
        for (Spot& spot : draw_flags(canvas_, theme_, at, *model_, *base_, look_.language)) spots_.push_back(std::move(spot));
    }

    /// Names at the right end of the curves, moved apart.
    void labels()
    {
        if (!wide()) return;
        struct Name {
            std::size_t line;
            double end, y;
        };
        std::vector<Name> names;
        for (std::size_t i = 0; i < model_->lines.size(); ++i) {
            if (!drawn(i)) continue;
            const std::vector<double>& middle = shown_of(model_->lines[i], look_.show).middle;
            const double end = std::isfinite(middle.back()) ? y_.scale.at(middle.back()) : plot_.middle_y();
            names.push_back({i, end, end});
        }
        const double gap = name_gap();
        if (left_out() > 0) {
            const Rect said{plot_.right() + theme_.px(14), plot_.y - theme_.small * 1.4, label_width_, theme_.small * 1.2};
            canvas_.text({said.x, said.y}, fitted(canvas_, left_out_words(), theme_.small_text(), said.width), theme_.small_text());
        }
        std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.y < b.y; });
        for (std::size_t i = 1; i < names.size(); ++i) names[i].y = std::max(names[i].y, names[i - 1].y + gap);
        double floor = plot_.bottom() - gap / 2;
        for (std::size_t i = names.size(); i-- > 0; floor = names[i].y - gap) names[i].y = std::min(names[i].y, floor);
        for (const Name& name : names) {
            const double x = plot_.right() + theme_.px(14);
            const Colour colour = option_colour(theme_, name.line);
            canvas_.segment({plot_.right(), name.end}, {x, name.y}, colour.with_alpha(0.6), 1);
            draw_marker(canvas_, option_marker(name.line), {x + theme_.px(6), name.y}, theme_.px(5), colour);
            const TextStyle style = theme_.words(theme_.small, theme_.ink, Align::left, name.line == front_ ? Weight::bold : Weight::regular);
            const double width = label_width_ - theme_.px(22);
            const std::string words = name_of(model_->lines[name.line], look_.language);
            const double lines = static_cast<double>(wrapped(canvas_, words, style, width, 2).size());
            const Rect text{x + theme_.px(16), name.y - (lines * 1.2 - 0.2) * style.size / 2, width, gap};
            draw_wrapped(canvas_, text, words, style, 2);
            if (name.line == 0) continue;
            Spot spot;
            spot.area = {x, name.y - gap / 2, label_width_, gap};
            spot.tip = words;
            spot.actions = {FocusOption{model_->lines[name.line].key}};
            spots_.push_back(std::move(spot));
        }
    }

    Canvas& canvas_;
    const Theme& theme_;
    std::shared_ptr<const Difference> model_;
    ResultPtr base_;
    const DifferenceLook& look_;
    std::size_t front_, first_ = 1, last_ = 1; ///< options drawn: from first_ to before last_
    FigureStyle style_;
    Rect plot_;
    Scale x_;
    Axis y_;
    double label_width_ = 0, flag_y_ = 0;
    std::vector<Spot> spots_;
};

} // namespace

Panel difference_panel(std::shared_ptr<const Difference> difference, ResultPtr base, std::shared_ptr<const Late<Table>> table, DifferenceLook look)
{
    if (difference->lines.size() < 2) look.show = Show::absolute;
    Panel panel;
    panel.id = "difference.weeks";
    panel.title = difference_title(*difference, look.show, look.language);
    panel.note = difference_note(*difference, look);
    panel.sentence = difference_sentence(*difference, *base, look);
    panel.late_table = std::move(table);
    panel.least_width = 360;
    panel.least_height = 150;
    panel.draw = [difference = std::move(difference), base = std::move(base), look = std::move(look)](Canvas& canvas, const Theme& theme, Rect area) {
        return Plot(canvas, theme, area, difference, base, look).draw();
    };
    return panel;
}

} // namespace samspil::viewer
