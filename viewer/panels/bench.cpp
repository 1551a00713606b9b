// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/bench.hpp"

#include "viewer/words/common.hpp"
#include "viewer/words/whatif.hpp"

#include "engine/io/figures.hpp"
#include "engine/io/why_words.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

namespace samspil::viewer {
namespace {

struct SideRow {
    std::string title, words;
    double progress = 0;
    bool failed = false;
};

std::string say(Label label, Language language) { return std::string(label.in(language)); }

std::string seconds_words(double seconds, Language language) { return grouped(seconds, seconds < 10 ? 1 : 0, language) + " s"; }

std::string title_of_side(const LiveSide& side, const State& state, Language language)
{
    for (const Draft& draft : state.bench.drafts)
        if (side.key == "live/" + std::to_string(draft.slot)) return draft.option.title.in(language);
    return say(words::base, language);
}

/// "12 af 20 gentagelser · første svar efter 1,8 s · ca. 6 s tilbage".
std::string words_of_side(const LiveSide& side, bool paused, Language language)
{
    const bool da = language == Language::da;
    if (side.failed > 0) return (da ? "Fejlede: " : "Failed: ") + side.failure;
    std::string words = std::to_string(side.done) + (da ? " af " : " of ") + std::to_string(side.wanted) + (da ? " gentagelser" : " replications");
    if (side.first_answer_seconds > 0) words += (da ? " · første svar efter " : " · first answer after ") + seconds_words(side.first_answer_seconds, language);
    else if (side.early_answer_seconds > 0)
        words += (da ? " · foreløbigt svar (de første to år) efter " : " · early answer (the first two years) after ") + seconds_words(side.early_answer_seconds, language);
    if (paused && side.done < side.wanted) return words + (da ? " · på pause" : " · paused");
    if (side.done < side.wanted && side.seconds_left > 0) words += (da ? " · ca. " : " · about ") + seconds_words(side.seconds_left, language) + (da ? " tilbage" : " left");
    if (side.done >= side.wanted && side.seconds > 0) words += (da ? " · færdig på " : " · done in ") + seconds_words(side.seconds, language);
    return words;
}

/// What the option in hand takes from runs that are at hand.
std::string reuse_words(const BenchView& bench, const State& state)
{
    const Language language = state.habits.language;
    const Draft* draft = state.bench.draft();
    for (const LiveSide& side : bench.live->sides) {
        if (draft == nullptr || bench.base == nullptr || side.key != "live/" + std::to_string(draft->slot) || !side.ready) continue;
        const Period& period = bench.base->scenario.period;
        if (side.shared_weeks >= period.total_weeks()) return say(words::all_reused, language) + ".";
        if (side.shared_weeks == 0 || side.shared_weeks < period.burn_in_weeks) return say(side.short_of_memory ? words::run_for_memory : words::run_in_full, language);
        return say(words::started_at_option, language) + " " + std::to_string(side.shared_weeks - period.burn_in_weeks + 1) + ".";
    }
    return "";
}

} // namespace

Panel progress_panel(const BenchView& bench, const State& state)
{
    const Language language = state.habits.language;
    Panel panel;
    panel.id = "whatif.progress";
    panel.table.headings = {say(words::option_title, language), language == Language::da ? "Stade" : "State"};
    std::vector<SideRow> rows;
    for (const LiveSide& side : bench.live->sides) {
        SideRow row;
        row.title = title_of_side(side, state, language);
        row.words = words_of_side(side, bench.live->paused, language);
        row.progress = side.progress;
        row.failed = side.failed > 0;
        panel.table.rows.push_back({row.title, row.words});
        rows.push_back(std::move(row));
    }
    if (rows.empty()) {
        rows.push_back({say(words::base, language), language == Language::da ? "læses" : "being read", 0, false});
        panel.table.rows.push_back({rows.front().title, rows.front().words});
    }
    panel.sentence = reuse_words(bench, state);
    panel.least_height = 24.0 * static_cast<double>(rows.size()) + 20;
    panel.draw = [rows, note = panel.sentence](Canvas& canvas, const Theme& theme, Rect area) {
        const double line = std::max(theme.px(22), theme.body * 1.25);
        const double name = std::min(area.width * 0.28, theme.px(220)), bar = std::min(area.width * 0.2, theme.px(160));
        for (const SideRow& row : rows) {
            const Rect at = area.take_top(line);
            canvas.text({at.x, at.y}, fitted(canvas, row.title, theme.bold_text(), name - theme.px(8)), theme.bold_text());
            const Rect track{at.x + name, at.y + line / 2 - theme.px(4), bar, theme.px(8)};
            canvas.box(track, theme.grid, theme.px(4));
            canvas.box({track.x, track.y, track.width * std::clamp(row.progress, 0.0, 1.0), track.height}, row.failed ? theme.worse : theme.accent, theme.px(4));
            // What does not fit gives way in whole parts, the last first.
            const double room = at.right() - track.right() - theme.px(10);
            std::string words = row.words;
            for (auto cut = words.rfind(" · "); cut != std::string::npos && canvas.text_width(words, theme.body_text()) > room; cut = words.rfind(" · ")) words.resize(cut);
            canvas.text({track.right() + theme.px(10), at.y}, fitted(canvas, words, theme.body_text(), room), theme.body_text());
        }
        draw_wrapped(canvas, area, note, theme.small_text(), 1);
        return std::vector<Spot>();
    };
    return panel;
}

namespace {

struct Cause {
    std::string name, words, sentence;
    double mean = 0, low = 0, high = 0;
};

/// Mechanisms whose part can be told from zero, the greatest first.
std::vector<Cause> causes_of(const std::vector<MechanismEffect>& effects, Language language)
{
    std::vector<Cause> causes;
    for (const MechanismEffect& effect : main_causes(effects))
        causes.push_back({std::string(effect.mechanism->label.in(language)), effect_words(effect).in(language), why_sentence(effect).in(language),
                          effect.effect.mean, effect.effect.interval->low, effect.effect.interval->high});
    return causes;
}

/// A sentence each, with its bar and interval from zero beside it.
std::vector<Spot> draw_causes(Canvas& canvas, const Theme& theme, Rect area, const std::vector<Cause>& causes)
{
    double low = 0, high = 0;
    for (const Cause& cause : causes) {
        low = std::min(low, cause.low);
        high = std::max(high, cause.high);
    }
    const double words = area.width * 0.66, line = theme.body * 2.6;
    const Scale scale = widened(low, high, 4, area.x + words + theme.px(16), area.right() - theme.px(4));
    std::vector<Spot> spots;
    for (const Cause& cause : causes) {
        const Rect at = area.take_top(line);
        draw_wrapped(canvas, {at.x, at.y, words, at.height}, cause.sentence, theme.body_text(), 2);
        const double zero = scale.at(0), x = scale.at(cause.mean), y = at.y + theme.body;
        canvas.segment({zero, at.y}, {zero, at.bottom() - theme.px(6)}, theme.faint, 1);
        canvas.box({std::min(zero, x), y - theme.px(6), std::abs(x - zero), theme.px(12)}, theme.accent.with_alpha(0.55));
        canvas.segment({scale.at(cause.low), y}, {scale.at(cause.high), y}, theme.ink, theme.px(2));
        spots.push_back({at, cause.sentence, {}, {}, {}});
    }
    return spots;
}

} // namespace

Panel why_panel(const BenchView& bench, const State& state)
{
    const Language language = state.habits.language;
    const bool da = language == Language::da;
    const std::size_t kpi = find_kpi(state.bench.why).value_or(0);
    Panel panel;
    panel.id = "whatif.why";
    panel.title = say(words::why_goal, language) + ": " + std::string(kpi_table()[kpi].label.in(language));
    panel.table.headings = {say(words::mechanism, language), say(words::moves, language), say(words::why, language)};
    const WhyView* now = bench.why.now.get();
    if (now == nullptr || !now->ready) {
        panel.sentence = say(words::loading, language);
        return panel;
    }
    if (!state.bench.why_begun) {
        panel.sentence = cost_sentence(times(now->cost_of_one, why_replications), 0, now->threads).in(language);
        return panel;
    }
    const std::vector<MechanismEffect> effects = effects_on(*now->answers, kpi);
    for (const MechanismEffect& effect : effects)
        panel.table.rows.push_back({std::string(effect.mechanism->label.in(language)), effect_words(effect).in(language), why_sentence(effect).in(language)});
    panel.note = why_note(effects.size()).in(language);
    panel.sentence = why_headline(effects, static_cast<std::size_t>(now->wanted)).in(language);
    if (now->running) {
        panel.sentence += (da ? " Foreløbigt: " : " So far: ") + std::to_string(now->done) + (da ? " af " : " of ") + std::to_string(now->wanted) +
                          (da ? " mekanismer" : " mechanisms");
        if (now->seconds_left > 0) panel.sentence += (da ? ", ca. " : ", about ") + seconds_words(now->seconds_left, language) + (da ? " tilbage" : " left");
        panel.sentence += ".";
    }
    if (!now->failure.empty()) panel.sentence += " " + now->failure;
    panel.least_height = 150;
    panel.draw = [causes = causes_of(effects, language), sentence = panel.sentence](Canvas& canvas, const Theme& theme, Rect area) {
        area.take_top(draw_wrapped(canvas, area, sentence, theme.bold_text(), 3) + theme.px(6));
        return draw_causes(canvas, theme, area, causes);
    };
    return panel;
}

} // namespace samspil::viewer
