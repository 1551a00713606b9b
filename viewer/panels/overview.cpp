// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/overview.hpp"

#include "viewer/panels/goal_cell.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/overview.hpp"

#include "engine/experiment/decomposition.hpp"
#include "engine/io/figures.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

constexpr double least_goal = 160, least_base = 76, least_option = 150, least_row = 25, least_header = 24;
constexpr std::size_t most_options = 5; ///< on a page

std::string counted(std::size_t n, Label word, Language language) { return fmt::format("{} {}", n, word.in(language)); }

/// "14 af 20 gentagelser – kan ændre sig"
std::string may_change_words(const OverviewOption& option, Language language)
{
    const std::string pairs = std::to_string(option.pairs);
    const std::string of_wanted = option.replications < option.wanted ? fmt::format("{} {} {}", pairs, words::of.in(language), option.wanted) : pairs;
    return fmt::format("{} {} – {}", of_wanted, words::replications.in(language), words::may_change.in(language));
}

/// The base of a row with as few digits as the least certain of its differences carries.
std::string base_words(const Overview& overview, std::size_t goal, Language language)
{
    KpiDifference level = overview.levels[goal];
    double widest = -1;
    for (const OverviewOption& option : overview.options) {
        const KpiDifference& d = option.goals[goal].difference;
        if (!d.difference || *d.ci_high - *d.ci_low <= widest) continue;
        widest = *d.ci_high - *d.ci_low;
        const auto base = level.base;
        level = d;
        level.base = base;
    }
    return in_words(level, language).base;
}

/// Draws one frame of the grid and gathers its spots.
class Grid {
public:
    Grid(Canvas& canvas, const Theme& theme, Rect area, const Overview& overview, const OverviewLook& look)
        : canvas_(canvas), theme_(theme), area_(area), overview_(overview), look_(look), language_(look.language)
    {
        lay_out_columns();
        lay_out_rows();
    }

    std::vector<Spot> draw()
    {
        corner({area_.x, area_.y, goal_, header_});
        base_header({area_.x + goal_, area_.y, base_, header_});
        for (std::size_t i = first_; i < first_ + shown_; ++i) option_header(i, {option_x(i), area_.y, option_, header_});
        for (std::size_t g = 0; g < overview_.levels.size(); ++g) row(g, area_.y + header_ + static_cast<double>(g) * row_);
        return std::move(spots_);
    }

private:
    std::string say(Label label) const { return std::string(label.in(language_)); }
    double option_x(std::size_t i) const { return area_.x + goal_ + base_ + static_cast<double>(i - first_) * option_; }

    void lay_out_columns()
    {
        const std::size_t all = overview_.options.size();
        goal_ = std::clamp(area_.width * 0.2, theme_.px(least_goal), theme_.px(300));
        base_ = std::clamp(area_.width * 0.1, theme_.px(least_base), theme_.px(150));
        const double rest = area_.width - goal_ - base_;
        const auto fit = static_cast<std::size_t>(std::max(1.0, rest / theme_.px(least_option)));
        shown_ = std::min({fit, most_options, all});
        const auto focus = std::find_if(overview_.options.begin(), overview_.options.end(), [&](const auto& o) { return o.key == look_.option; });
        focus_ = focus == overview_.options.end() ? 0 : static_cast<std::size_t>(focus - overview_.options.begin());
        if (shown_ > 0) first_ = std::min(focus_ / shown_ * shown_, all - shown_);
        option_ = shown_ > 0 ? rest / static_cast<double>(shown_) : rest;
    }

    void lay_out_rows()
    {
        const auto rows = static_cast<double>(std::max<std::size_t>(overview_.levels.size(), 1));
        const auto row_with = [&](double header) { return (area_.height - theme_.px(header)) / rows; };
        double header = least_header;
        if (row_with(84) >= theme_.px(62)) header = 84;
        else if (row_with(46) >= theme_.px(46)) header = 46;
        header_ = theme_.px(header);
        row_ = std::clamp(row_with(header), theme_.px(least_row), theme_.px(140));
    }

    bool roomy() const { return header_ >= theme_.px(80); }

    /// Above the goals: where one is among the options, when they do not all fit.
    void corner(Rect area)
    {
        const std::size_t all = overview_.options.size();
        if (shown_ == all) return;
        const double size = theme_.px(22), y = area.y + std::min(theme_.px(2), area.height - size);
        const auto turn = [&](double x, std::string_view mark, bool there, std::size_t to) {
            const Rect button{x, y, size, size};
            canvas_.box(button, theme_.raised, theme_.px(3));
            canvas_.text({button.middle_x(), button.middle_y() - theme_.small / 2}, mark, theme_.words(theme_.small, there ? theme_.ink : theme_.border, Align::centre));
            if (there) spots_.push_back({button, say(words::pages), {FocusOption{overview_.options[to].key}}, {}, {}, {}});
        };
        const std::string words = fmt::format("{}–{} {} {}", first_ + 1, first_ + shown_, words::of.in(language_), all);
        turn(area.x, "◀", first_ > 0, first_ > 0 ? first_ - 1 : 0);
        canvas_.text({area.x + size + theme_.px(8), y + (size - theme_.small) / 2}, words, theme_.small_text());
        turn(area.x + size + canvas_.text_width(words, theme_.small_text()) + theme_.px(16), "▶", first_ + shown_ < all, std::min(first_ + shown_, all - 1));
    }

    void base_header(Rect area)
    {
        Rect inside = area.inset(theme_.px(4), theme_.px(3));
        canvas_.text({inside.x, inside.y}, say(words::base), theme_.bold_text());
        inside.take_top(theme_.body * 1.2);
        if (inside.height >= theme_.small)
            draw_wrapped(canvas_, inside, overview_.base.in(language_), theme_.small_text(), static_cast<std::size_t>(inside.height / (theme_.small * 1.2)));
        spots_.push_back({area, say(words::base) + ": " + overview_.base.in(language_), {}, {}, {}, {}});
    }

    std::string counts(const OverviewOption& option, std::size_t how_many) const
    {
        constexpr std::array all{Verdict::better, Verdict::worse, Verdict::tie};
        std::string text;
        for (std::size_t i = 0; i < how_many; ++i)
            text += (i > 0 ? " · " : "") + counted(count_of(option, all[i]), label_of(all[i]), language_);
        return text;
    }

    void option_header(std::size_t i, Rect area)
    {
        const OverviewOption& option = overview_.options[i];
        const bool leads = std::find(overview_.leaders.begin(), overview_.leaders.end(), i) != overview_.leaders.end();
        const Rect box = area.inset(theme_.px(2), theme_.px(1));
        canvas_.box(box, leads ? theme_.better_soft : theme_.raised, theme_.px(4));
        if (i == focus_) canvas_.frame(box, theme_.accent, theme_.px(2), theme_.px(4));
        const double mark = theme_.px(20);
        const Rect menu{box.right() - mark - theme_.px(2), box.y + theme_.px(2), mark, mark};
        canvas_.text({menu.middle_x(), menu.middle_y() - theme_.small / 2}, "▾", theme_.small_text(Align::centre));
        const std::vector<Spot::Entry> entries{{say(words::make_base), SetBase{option.key}}, {say(words::hide_option), SetHidden{option.key, true}}};
        spots_.push_back({menu, say(words::make_base) + ", " + say(words::hide_option), {}, {}, {}, entries});

        Rect inside = box.inset(theme_.px(8), theme_.px(3));
        const double line = theme_.body * 1.2;
        draw_marker(canvas_, option_marker(i + 1), {inside.x + theme_.px(5), inside.y + line / 2 - theme_.px(1)}, theme_.px(5.5), option_colour(theme_, i + 1));
        const Rect title_area{inside.x + theme_.px(18), inside.y, inside.width - theme_.px(18) - mark, inside.height};
        const std::string title = option.letter + "  " + option.title.in(language_);
        inside.take_top(draw_wrapped(canvas_, title_area, title, theme_.bold_text(), roomy() ? 2 : 1));
        const std::string notice = option.may_change() ? may_change_words(option, language_) : std::string();
        if (inside.height >= theme_.small) {
            const std::array tallies{counts(option, 3), counts(option, 2), counts(option, 1)};
            const std::string words = notice.empty() ? first_fitting(canvas_, tallies, theme_.small_text(), inside.width) : fitted(canvas_, notice, theme_.small_text(), inside.width);
            canvas_.text({inside.x, inside.y}, words, theme_.words(theme_.small, theme_.ink));
            inside.take_top(theme_.small * 1.25);
        }
        if (leads && inside.height >= theme_.small * 1.35) {
            const Label place = overview_.leaders.size() > 1 ? words::side_by_side : words::best_on_goals;
            draw_chip(canvas_, theme_, {inside.x, inside.bottom() - theme_.small * 1.35}, say(place), theme_.better, theme_.panel);
        }
        std::string tip = title + "\n" + counts(option, 3) + (notice.empty() ? "" : "\n" + notice);
        spots_.push_back({area, tip, {FocusOption{option.key}}, {}, {}, entries});
    }

    void goal_label(std::size_t g, Rect area)
    {
        const Kpi& kpi = *overview_.levels[g].kpi;
        const Rect inside = area.inset(theme_.px(4), theme_.px(2));
        const double mark = theme_.px(18);
        const Rect menu{inside.right() - mark, inside.middle_y() - mark / 2, mark, mark};
        canvas_.text({menu.middle_x(), menu.middle_y() - theme_.small / 2}, "▾", theme_.small_text(Align::centre));
        const std::vector<Spot::Entry> entries{{say(words::move_up), MoveGoal{std::string(kpi.id), -1}}, {say(words::move_down), MoveGoal{std::string(kpi.id), 1}}};
        spots_.push_back({menu, say(words::move_up) + ", " + say(words::move_down), {}, {}, {}, entries});

        const Rect text{inside.x, inside.y, inside.width - mark, inside.height};
        const auto lines = static_cast<std::size_t>(std::max(1.0, text.height / (theme_.body * 1.2)));
        const std::string full = say(kpi.label);
        std::string words = full;
        if (const auto tried = wrapped(canvas_, full, theme_.body_text(), text.width, lines + 1); tried.size() > lines || (lines == 1 && canvas_.text_width(full, theme_.body_text()) > text.width))
            words = short_name(kpi).in(language_);
        const TextStyle style = lines == 1 && canvas_.text_width(words, theme_.body_text()) > text.width ? theme_.words(theme_.small, theme_.ink) : theme_.body_text();
        const auto broken = wrapped(canvas_, words, style, text.width, lines);
        double y = text.middle_y() - static_cast<double>(broken.size()) * style.size * 1.2 / 2;
        for (const std::string& one : broken) {
            canvas_.text({text.x, y}, one, style);
            y += style.size * 1.2;
        }
        spots_.push_back({area, full + "\n" + say(kpi.description), {FocusGoal{std::string(kpi.id)}}, {}, {}, entries});
    }

    void base_cell(std::size_t g, Rect area)
    {
        const std::string base = base_words(overview_, g, language_);
        const Rect inside = area.inset(theme_.px(4), theme_.px(2));
        const TextStyle style = canvas_.text_width(base, theme_.body_text()) <= inside.width ? theme_.body_text() : theme_.words(theme_.small, theme_.ink);
        const std::size_t lines = inside.height >= 2.4 * style.size ? 2 : 1;
        const auto broken = wrapped(canvas_, base, style, inside.width, lines);
        double y = inside.middle_y() - static_cast<double>(broken.size()) * style.size * 1.2 / 2;
        for (const std::string& one : broken) {
            canvas_.text({inside.x, y}, one, style);
            y += style.size * 1.2;
        }
        std::string tip = say(words::base) + ": " + base;
        if (!overview_.options.empty())
            tip += "\n" + say(words::least_that_matters) + ": " + in_words(overview_.options.front().goals[g].difference, language_).relevance;
        spots_.push_back({area, tip, {}, {}, {}, {}});
    }

    void row(std::size_t g, double y)
    {
        canvas_.segment({area_.x, y}, {area_.right(), y}, theme_.grid, 1);
        goal_label(g, {area_.x, y, goal_, row_});
        base_cell(g, {area_.x + goal_, y, base_, row_});
        std::vector<const GoalCell*> cells;
        for (const OverviewOption& option : overview_.options) cells.push_back(&option.goals[g]);
        const Scale domain = shared_scale(cells);
        for (std::size_t i = first_; i < first_ + shown_; ++i) {
            const OverviewOption& option = overview_.options[i];
            const Rect area{option_x(i), y, option_, row_};
            draw_goal_cell(canvas_, theme_, area.inset(theme_.px(2), theme_.px(1.5)), option.goals[g], domain, {language_, look_.uncertainty, option.may_change()});
            const std::string kpi(option.goals[g].difference.kpi->id);
            spots_.push_back({area, option.letter + "  " + option.title.in(language_) + "\n" + cell_tip(option.goals[g].difference, language_) + "\n" + say(words::click_for_weeks),
                              {FocusOption{option.key}, FocusGoal{kpi}, GoTo{Screen::difference}}, {}, {}, {}});
        }
    }

    Canvas& canvas_;
    const Theme& theme_;
    Rect area_;
    const Overview& overview_;
    const OverviewLook& look_;
    Language language_;
    double goal_ = 0, base_ = 0, option_ = 0, header_ = 0, row_ = 0;
    std::size_t first_ = 0, shown_ = 0, focus_ = 0;
    std::vector<Spot> spots_;
};

std::string note_of(const Overview& overview, const OverviewLook& look)
{
    const auto say = [&](Label label) { return std::string(label.in(look.language)); };
    const std::string run = fmt::format("{}{} {} · {} {}", overview.replications < overview.wanted ? fmt::format("{} {} ", overview.replications, say(words::of)) : "",
                                        overview.wanted, say(words::replications), overview.weeks, say(words::weeks));
    if (overview.options.empty()) return run;
    const bool few = std::all_of(overview.options.begin(), overview.options.end(), [](const auto& o) { return o.pairs <= 20; });
    const Label mark = look.uncertainty == Uncertainty::band ? words::band_is : few ? words::dot_is_one : words::dot_is_twentieth;
    // Chance is all that varies in a result of today; results over futures would name them here.
    return fmt::format("{} {}, {} · {} · {}: {} · {}, {}", say(words::difference_to), overview.base.in(look.language), say(words::paired), run,
                       say(words::intervals_cover), say(words::chance_only), say(mark), say(words::line_is_zero));
}

Table table_of(const Overview& overview, Language language)
{
    const auto say = [&](Label label) { return std::string(label.in(language)); };
    Table table{{say(words::goal), say(words::option), say(words::base), say(words::paired_difference), say(words::interval_95), say(words::above_base),
                 say(words::least_that_matters), say(words::verdict)},
                {}};
    for (std::size_t g = 0; g < overview.levels.size(); ++g) {
        const std::string goal = say(overview.levels[g].kpi->label);
        if (overview.options.empty()) table.rows.push_back({goal, "–", base_words(overview, g, language), "–", "–", "–", "–", "–"});
        for (const OverviewOption& option : overview.options) {
            const KpiDifference& d = option.goals[g].difference;
            const DifferenceWords words = in_words(d, language);
            const std::string why = say(d.difference ? words::no_good_direction : words::not_determined);
            table.rows.push_back({goal, option.letter + "  " + option.title.in(language), words.base, words.difference, words.interval,
                                  words.share_above.empty() ? "–" : words.share_above, words.relevance, words.verdict.empty() ? why : words.verdict});
        }
    }
    return table;
}

/// The sentence of each option by itself, as a comparison of two files would say it.
std::string sentence_of(const Overview& overview, Language language)
{
    std::string text;
    for (const OverviewOption& option : overview.options) {
        std::vector<KpiDifference> differences;
        for (const GoalCell& cell : option.goals) differences.push_back(cell.difference);
        text += (text.empty() ? "" : " ") + option.letter + " " + headline(option.title, differences, nullptr).in(language);
        if (option.may_change()) text += " (" + may_change_words(option, language) + ".)";
    }
    return text;
}

} // namespace

Panel overview_panel(std::shared_ptr<const Overview> overview, OverviewLook look)
{
    Panel panel;
    panel.id = "overview.goals";
    panel.title = overview->sentence.in(look.language);
    panel.title_lines = 4;
    panel.note = note_of(*overview, look);
    panel.sentence = sentence_of(*overview, look.language);
    panel.table = table_of(*overview, look.language);
    panel.least_width = least_goal + least_base + (overview->options.empty() ? 0 : least_option);
    panel.least_height = least_header + least_row * static_cast<double>(overview->levels.size());
    panel.draw = [overview = std::move(overview), look = std::move(look)](Canvas& canvas, const Theme& theme, Rect area) {
        return Grid(canvas, theme, area, *overview, look).draw();
    };
    return panel;
}

} // namespace samspil::viewer
