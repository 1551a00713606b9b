// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/overview.hpp"

#include "viewer/panels/compared.hpp"
#include "viewer/panels/goal_cell.hpp"
#include "viewer/panels/goal_cell_words.hpp"
#include "viewer/panels/overview_heading.hpp"
#include "viewer/panels/overview_words.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/overview.hpp"

#include "engine/experiment/decomposition.hpp"
#include "engine/io/citizen_words.hpp"
#include "engine/io/figures.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

constexpr double least_goal = 174, least_base = 94, least_option = 150, least_row = 24, least_header = 40, roomy_header = 108;
constexpr std::size_t most_options = 5; ///< on a page

/// Draws one frame of the grid and gathers its spots.
class Grid {
public:
    Grid(Canvas& canvas, const Theme& theme, Rect area, const Overview& overview, const OverviewLook& look)
        : canvas_(canvas), theme_(theme), area_(area), overview_(overview), look_(look), language_(look.language)
    {
        const double foot = theme_.small * 1.5;
        lay_out_rows(0);
        lay_out_columns();
        if (!draws_pairs()) return;
        lay_out_rows(foot); // marks are explained where they stand
        lay_out_columns();
    }

    std::vector<Spot> draw()
    {
        corner({area_.x, area_.y, goal_, header_});
        base_header({area_.x + goal_, area_.y, base_, header_});
        for (std::size_t i = first_; i < first_ + shown_; ++i) option_header(i, {option_x(i), area_.y, option_, header_});
        for (std::size_t g = 0; g < overview_.levels.size(); ++g) row(g, area_.y + header_ + static_cast<double>(g) * row_);
        if (draws_pairs()) {
            const double y = area_.y + header_ + static_cast<double>(overview_.levels.size()) * row_ + theme_.small * 0.3;
            canvas_.text({area_.x + theme_.px(4), y}, fitted(canvas_, marks_of(overview_, look_.uncertainty, language_), theme_.small_text(), area_.width), theme_.small_text());
        }
        return std::move(spots_);
    }

private:
    std::string say(Label label) const { return std::string(label.in(language_)); }
    double option_x(std::size_t i) const { return area_.x + goal_ + base_ + static_cast<double>(i - first_) * option_; }

    void lay_out_columns()
    {
        const std::size_t all = overview_.options.size();
        goal_ = std::clamp(area_.width * 0.2, theme_.px(least_goal), theme_.px(300));
        double levels = 0; // a figure stands whole with its unit
        for (std::size_t g = 0; g < overview_.levels.size(); ++g)
            levels = std::max(levels, canvas_.text_width(base_words(overview_, g, language_), theme_.words(theme_.small, theme_.ink)));
        base_ = std::clamp(std::max(area_.width * 0.1, levels + theme_.px(10)), theme_.px(least_base), theme_.px(150));
        const double rest = area_.width - goal_ - base_;
        const auto fit = static_cast<std::size_t>(std::max(1.0, rest / theme_.px(least_option)));
        shown_ = std::min({fit, most_options, all});
        const auto focus = std::find_if(overview_.options.begin(), overview_.options.end(), [&](const auto& o) { return o.key == look_.option; });
        chosen_ = focus != overview_.options.end();
        focus_ = chosen_ ? static_cast<std::size_t>(focus - overview_.options.begin()) : overview_.leaders.empty() ? 0 : overview_.leaders.front();
        // Where nothing is chosen the page begins with those the sentence is about.
        const auto turn_page = [&] { first_ = shown_ > 0 ? std::min(chosen_ ? focus_ / shown_ * shown_ : focus_, all - shown_) : 0; };
        turn_page();
        while (shown_ > 1 && !intervals_fit(rest / static_cast<double>(shown_))) { // fewer on a page before half an answer
            --shown_;
            turn_page();
        }
        option_ = shown_ > 0 ? rest / static_cast<double>(shown_) : rest;
    }

    Rect cell_area(Rect place) const { return place.inset(theme_.px(2), theme_.px(1.5)); }

    /// On this page: of hundreds of options few are seen.
    bool intervals_fit(double width) const
    {
        const Rect area = cell_area({0, 0, width, row_});
        const std::span<const OverviewOption> page = std::span(overview_.options).subspan(first_, shown_);
        return std::all_of(page.begin(), page.end(), [&](const OverviewOption& option) {
            return std::all_of(option.goals.begin(), option.goals.end(),
                               [&](const GoalCell& cell) { return keeps_interval(canvas_, theme_, area, cell.difference, language_); });
        });
    }

    bool draws_pairs() const
    {
        const std::span<const OverviewOption> page = std::span(overview_.options).subspan(first_, shown_);
        const bool some = std::any_of(page.begin(), page.end(), [](const OverviewOption& option) {
            return std::any_of(option.goals.begin(), option.goals.end(), [](const GoalCell& cell) { return !cell.dots.empty(); });
        });
        return some && draws_spread(theme_, cell_area({0, 0, option_, row_}));
    }

    /// `foot`: height kept free below the rows.
    void lay_out_rows(double foot)
    {
        const auto rows = static_cast<double>(std::max<std::size_t>(overview_.levels.size(), 1));
        const auto row_with = [&](double header) { return (area_.height - foot - theme_.px(header)) / rows; };
        const double header = row_with(roomy_header) >= theme_.px(62) ? roomy_header : least_header;
        header_ = theme_.px(header);
        row_ = std::clamp(row_with(header), theme_.px(least_row), theme_.px(140));
    }

    bool roomy() const { return header_ > theme_.px(least_header); }

    void add_spot(Rect area, std::string tip, std::vector<Action> actions = {}, std::vector<Spot::Entry> menu = {})
    {
        Spot spot;
        spot.area = area;
        spot.tip = std::move(tip);
        spot.actions = std::move(actions);
        spot.menu = std::move(menu);
        spots_.push_back(std::move(spot));
    }

    void menu_mark(Rect at, const std::vector<Spot::Entry>& entries)
    {
        canvas_.text({at.middle_x(), at.middle_y() - theme_.small / 2}, "▾", theme_.small_text(Align::centre));
        std::string tip;
        for (const Spot::Entry& entry : entries) tip += (tip.empty() ? "" : ", ") + entry.words;
        add_spot(at, tip, {}, entries);
    }

    /// A small button of the picture; its width.
    double small_button(Point at, const std::string& words, bool chosen, const std::string& tip, std::vector<Action> actions)
    {
        const TextStyle style = theme_.words(theme_.small, chosen ? theme_.panel : actions.empty() ? theme_.border : theme_.ink, Align::centre);
        const Rect button{at.x, at.y, canvas_.text_width(words, style) + theme_.px(12), theme_.px(22)};
        canvas_.box(button, chosen ? theme_.accent : theme_.raised, theme_.px(4));
        canvas_.text({button.middle_x(), button.middle_y() - theme_.small / 2}, words, style);
        if (!actions.empty()) add_spot(button, tip, std::move(actions));
        return button.width;
    }

    /// Above the goals: how uncertainty is shown, and where one is among the options when they do not all fit.
    void corner(Rect area)
    {
        double y = area.y + theme_.px(3);
        if (roomy() && !overview_.options.empty()) {
            double x = area.x + theme_.px(4);
            for (const auto& [label, kind] : {std::pair{words::dots, Uncertainty::dots}, std::pair{words::band, Uncertainty::band}})
                x += small_button({x, y}, say(label), look_.uncertainty == kind, say(words::intervals_cover), {SetUncertainty{kind}}) + theme_.px(3);
            y += theme_.px(28);
        }
        const std::size_t all = overview_.options.size();
        if (shown_ == all) return;
        const auto focus_on = [&](bool there, std::size_t to) {
            return there ? std::vector<Action>{FocusOption{overview_.options[to].key}} : std::vector<Action>{};
        };
        double x = area.x + theme_.px(4);
        x += small_button({x, y}, "◀", false, say(words::pages), focus_on(first_ > 0, first_ - 1)) + theme_.px(6);
        const std::string those = shown_ == 1 ? fmt::format("{}", first_ + 1) : fmt::format("{}–{}", first_ + 1, first_ + shown_);
        const std::string words = fmt::format("{} {} {}", those, words::of.in(language_), all);
        canvas_.text({x, y + theme_.px(11) - theme_.small / 2}, words, theme_.small_text());
        x += canvas_.text_width(words, theme_.small_text()) + theme_.px(6);
        small_button({x, y}, "▶", false, say(words::pages), focus_on(first_ + shown_ < all, first_ + shown_));
    }

    void base_header(Rect area)
    {
        Rect inside = area.inset(theme_.px(4), theme_.px(3));
        canvas_.text({inside.x, inside.y}, say(words::base), theme_.bold_text());
        inside.take_top(theme_.body * 1.2);
        std::string title = overview_.base.in(language_);
        if (const std::string said = say(words::base) + ": "; title.starts_with(said)) title.erase(0, said.size());
        if (inside.height >= theme_.small)
            draw_wrapped(canvas_, inside, title, theme_.small_text(), static_cast<std::size_t>(inside.height / (theme_.small * 1.2)));
        add_spot(area, say(words::base) + ": " + overview_.base.in(language_));
    }

    void option_header(std::size_t i, Rect area)
    {
        const OverviewOption& option = overview_.options[i];
        const bool leads = std::find(overview_.leaders.begin(), overview_.leaders.end(), i) != overview_.leaders.end();
        const Rect box = area.inset(theme_.px(2), theme_.px(1));
        canvas_.box(box, leads ? theme_.better_soft : theme_.raised, theme_.px(4));
        if (chosen_ && i == focus_) canvas_.frame(box, theme_.accent, theme_.px(2), theme_.px(4));
        const std::vector<Spot::Entry> entries{{say(words::make_base), SetBase{option.key}}, {say(words::hide_option), SetHidden{option.key, true}}};
        if (roomy()) menu_mark({box.right() - theme_.px(24), box.y + theme_.px(3), theme_.px(20), theme_.px(20)}, entries);
        const Label place = overview_.leaders.size() == 1 ? words::best_on_goals : overview_.among == Among::level ? words::level_with_others : words::split_between;
        const OptionHeading heading{option, i + 1, leads && overview_.options.size() > 1 ? say(place) : std::string(), language_};
        (roomy() ? draw_roomy_heading : draw_low_heading)(canvas_, theme_, box, heading);
        add_spot(area, heading_tip(heading), {FocusOption{option.key}}, entries);
    }

    /// The first wording that fits whole, in body or small size, on as many lines as there are; in the middle of the height.
    void draw_middle(Rect area, std::span<const std::string> wordings)
    {
        const auto draw = [&](const std::string& words, const TextStyle& style, bool anyhow) {
            const auto lines = static_cast<std::size_t>(std::max(1.0, area.height / (style.size * 1.2)));
            if (!anyhow && !stands_whole(canvas_, words, style, area.width, lines)) return false;
            const auto broken = wrapped(canvas_, words, style, area.width, lines);
            double y = area.middle_y() - (static_cast<double>(broken.size()) * 1.2 - 0.2) * style.size / 2;
            for (const std::string& one : broken) {
                canvas_.text({area.x, y}, one, style);
                y += style.size * 1.2;
            }
            return true;
        };
        TextStyle small = theme_.words(theme_.small, theme_.ink);
        for (const std::string& words : wordings)
            for (const TextStyle& style : {theme_.body_text(), small})
                if (draw(words, style, false)) return;
        const double fits = area.width / canvas_.text_width(wordings.back(), small);
        if (fits >= 0.9) small.size *= fits * 0.995; // a little smaller before it is cut
        draw(wordings.back(), small, true);
    }

    void goal_label(std::size_t g, Rect area)
    {
        const Kpi& kpi = *overview_.levels[g].kpi;
        const Rect inside = area.inset(theme_.px(4), theme_.px(2));
        const std::vector<Spot::Entry> entries{{say(words::move_up), MoveGoal{std::string(kpi.id), -1}}, {say(words::move_down), MoveGoal{std::string(kpi.id), 1}}};
        const double mark = roomy() ? theme_.px(18) : 0;
        if (roomy()) menu_mark({inside.right() - mark, inside.middle_y() - mark / 2, mark, mark}, entries);
        const Rect text{inside.x, inside.y, inside.width - mark, inside.height};
        const std::string full = say(kpi.label);
        const std::array wordings{full, capitalised(short_name(kpi).in(language_))};
        draw_middle(text, wordings);
        add_spot(area, full + "\n" + say(kpi.description), {FocusGoal{std::string(kpi.id)}}, entries);
    }

    void base_cell(std::size_t g, Rect area)
    {
        const std::string base = base_words(overview_, g, language_);
        // In a narrow column the number alone: half a unit would be another.
        const std::array wordings{base, base.substr(0, base.find(' '))};
        draw_middle(area.inset(theme_.px(4), theme_.px(2)), wordings);
        std::string tip = say(words::base) + ": " + base;
        if (!overview_.options.empty())
            tip += "\n" + say(words::least_that_matters) + ": " + in_words(overview_.options.front().goals[g].difference, language_).relevance;
        add_spot(area, tip);
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
            draw_goal_cell(canvas_, theme_, cell_area(area), option.goals[g], domain, {language_, look_.uncertainty, option.may_change()});
            const std::string kpi(option.goals[g].difference.kpi->id);
            const std::optional<double> citizens = option.goals[g].citizens;
            const std::string persons = citizens ? "\n" + say(words::in_citizens) + ": " + citizen_words(*citizens, language_) : "";
            add_spot(area, option.letter + "  " + option.title.in(language_) + "\n" + cell_tip(option.goals[g].difference, language_) + persons + "\n" + say(words::click_for_weeks),
                     {FocusOption{option.key}, FocusGoal{kpi}, GoTo{Screen::difference}});
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
    bool chosen_ = false; ///< by the user; what is framed is what the other screens show
    std::vector<Spot> spots_;
};

} // namespace

Panel overview_panel(std::shared_ptr<const Overview> overview, OverviewLook look, const OverviewWords& words)
{
    if (words.size() != overview->options.size()) return overview_panel(overview, look, option_words(*overview, look.language));
    Panel panel;
    panel.id = "overview.goals";
    panel.title = overview->sentence.in(look.language);
    panel.title_lines = 4;
    panel.note = note_of(*overview, look.language);
    panel.sentence = sentence_of(*overview, words, look.language);
    panel.late_table = late([overview, words, language = look.language] { return table_of(*overview, words, language); });
    panel.least_width = least_goal + least_base + (overview->options.empty() ? 0 : least_option);
    panel.least_height = least_header + least_row * static_cast<double>(overview->levels.size());
    panel.draw = [overview = std::move(overview), look = std::move(look)](Canvas& canvas, const Theme& theme, Rect area) {
        return Grid(canvas, theme, area, *overview, look).draw();
    };
    return panel;
}

} // namespace samspil::viewer
