// SPDX-License-Identifier: MPL-2.0
#include "engine/io/why_words.hpp"

#include "engine/io/figures.hpp"
#include "engine/io/say.hpp"
#include "engine/stats/moments.hpp"

#include <cmath>

namespace samspil {
namespace {

/// The numbers of one sentence in one language.
struct Figures {
    std::string name, unit, with, without, effect, interval;
};

/// A fixed effect has no width to take its digits from; then those of the difference do.
KpiDifference shown_as(const MechanismEffect& effect)
{
    KpiDifference shown = compare_values(*effect.kpi, effect.without, effect.with);
    if (is_fixed(shown) || is_nothing(shown)) {
        const std::vector<double> none(effect.with.size());
        shown = compare_values(*effect.kpi, none, effect.with);
    }
    return shown;
}

Figures figures_of(const MechanismEffect& effect, Language language)
{
    const FigureStyle style = figure_style(shown_as(effect), language);
    const auto mean = [&](const std::vector<double>& values) { return signed_figure(moments(values).mean(), style); };
    Figures words{std::string(effect.mechanism->label.in(language)),
                  style.difference_unit,
                  mean(effect.with),
                  mean(effect.without),
                  {},
                  {}};
    if (!effect.effect.interval) return words;
    words.effect = signed_figure(effect.effect.mean, style);
    words.interval =
        fmt::format("{} {} {}", signed_figure(effect.effect.interval->low, style),
                    language == Language::da ? "til" : "to", signed_figure(effect.effect.interval->high, style));
    return words;
}

std::string sentence(const MechanismEffect& effect, Language language)
{
    const auto say_in = [&](Label words, const auto&... values) {
        return fmt::format(fmt::runtime(words.in(language)), values...);
    };
    const Figures f = figures_of(effect, language);
    if (!effect.effect.interval) {
        return say_in({"«{}»: virkningen er ikke bestemt ({} gentagelser).",
                       "“{}”: the effect is not determined ({} replications)."},
                      f.name, effect.with.size());
    }
    if (effect.is_nothing()) {
        return say_in({"«{}» flytter ikke forskellen: uden den er den præcis den samme, {} {}.",
                       "“{}” does not move the difference: without it, it is exactly the same, {} {}."},
                      f.name, f.with, f.unit);
    }
    if (!effect.is_distinct()) {
        return say_in({"«{}»: virkningen kan ikke skelnes fra nul ({} {}; forskellen er {} med og {} uden).",
                       "“{}”: the effect cannot be told from zero ({} {}; the difference is {} with and {} without)."},
                      f.name, f.interval, f.unit, f.with, f.without);
    }
    return say_in({"Uden «{}» ville forskellen være {} i stedet for {} {} (virkning {}; {}).",
                   "Without “{}” the difference would be {} instead of {} {} (effect {}; {})."},
                  f.name, f.without, f.with, f.unit, f.effect, f.interval);
}

std::string short_words(const MechanismEffect& effect, Language language)
{
    if (!effect.effect.interval) return std::string(Label{"ikke bestemt", "not determined"}.in(language));
    if (effect.is_nothing()) return std::string(Label{"præcis nul", "exactly zero"}.in(language));
    const Figures f = figures_of(effect, language);
    if (!effect.is_distinct())
        return fmt::format("≈ {} ({})", Label{"kan ikke skelnes fra nul", "cannot be told from zero"}.in(language),
                           f.interval);
    return fmt::format("{} {} ({})", f.effect, f.unit, f.interval);
}

std::string quoted(const Field& mechanism, Language language)
{
    if (language == Language::da) return fmt::format("«{}»", mechanism.label.da);
    return fmt::format("“{}”", mechanism.label.en);
}

std::string listed(std::span<const MechanismEffect> causes, Language language)
{
    std::string text;
    for (std::size_t i = 0; i < causes.size(); ++i) {
        if (i > 0) text += i + 1 < causes.size() ? ", " : (language == Language::da ? " og " : " and ");
        text += quoted(*causes[i].mechanism, language);
    }
    return text;
}

} // namespace

Text why_sentence(const MechanismEffect& effect)
{
    return {sentence(effect, Language::da), sentence(effect, Language::en)};
}

Text effect_words(const MechanismEffect& effect)
{
    return {short_words(effect, Language::da), short_words(effect, Language::en)};
}

Text why_headline(std::span<const MechanismEffect> effects, std::size_t asked)
{
    const auto causes = main_causes(effects);
    const auto so_far = [&](Language language) {
        if (effects.size() >= asked) return std::string();
        return fmt::format(
            fmt::runtime(Label{" Foreløbigt: {} af {} mekanismer er prøvet.", " So far: {} of {} mechanisms tried."}.in(
                language)),
            effects.size(), asked);
    };
    if (causes.empty()) {
        return {"Ingen mekanisme har en virkning på forskellen, der kan skelnes fra nul." + so_far(Language::da),
                "No mechanism has an effect on the difference that can be told from zero." + so_far(Language::en)};
    }
    return {"Mest flytter " + listed(causes, Language::da) + " forskellen." + so_far(Language::da),
            "What moves the difference most: " + listed(causes, Language::en) + "." + so_far(Language::en)};
}

Text why_note(std::size_t measured)
{
    const auto by_chance = static_cast<long long>(std::lround((1 - comparison_level) * static_cast<double>(measured)));
    return say("Af {} prøvede mekanismer kan omkring {} ved et tilfælde se ud til at virke. Mekanismer griber ind i "
               "hinanden: virkningerne kan ikke lægges sammen.",
               "Of {} mechanisms tried, about {} may look like causes by chance. Mechanisms lean on each other: their "
               "effects do not add up.",
               measured, by_chance);
}

Text cost_sentence(const WhyCost& cost, double seconds_per_week, int threads)
{
    Text text =
        say("{} mekanismer slås fra én ad gangen: {} gentagelser, alle med indkøringen forfra, fordi den også ændres.",
            "{} mechanisms are switched off one by one: {} replications, each with its burn-in again, because that "
            "changes too.",
            cost.mechanisms, cost.runs);
    if (seconds_per_week > 0) {
        const double seconds = cost.weeks * seconds_per_week / threads;
        const Text time =
            seconds < 90
                ? say(" Det tager omkring {} sekunder.", " It takes about {} seconds.", std::lround(seconds))
                : say(" Det tager omkring {} minutter.", " It takes about {} minutes.", std::lround(seconds / 60));
        text.da += time.da;
        text.en += time.en;
    }
    return text;
}

} // namespace samspil
