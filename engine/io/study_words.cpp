// SPDX-License-Identifier: MPL-2.0
#include "engine/io/study_words.hpp"

#include "engine/io/shape.hpp"
#include "engine/io/values.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil {
namespace {

bool is_level(const Measure& measure) { return measure.option == 0; }
const Kpi& kpi_of(const Measure& measure) { return kpi_table()[measure.kpi]; }

/// Figures of one measure: as many digits as tell its values apart.
FigureStyle style_of(const Measure& measure, Language language)
{
    KpiDifference like;
    like.kpi = &kpi_of(measure);
    const double largest = std::max(std::abs(measure.highest), std::abs(measure.lowest));
    const double size = std::isnan(largest) ? 0 : largest;
    like.base = size;
    like.difference = size;
    like.ci_low = size - 0.1 * size;
    like.ci_high = size + 0.1 * size;
    return figure_style(like, language);
}

std::string with_unit(const std::string& number, const std::string& unit) { return unit.empty() ? number : number + " " + unit; }

Text named(const StudyResult& result, std::size_t factor)
{
    const Text name = name_of(result, factor);
    const std::string& path = result.factors[factor].path;
    return name.da == path ? name : Text{fmt::format("{} ({})", name.da, path), fmt::format("{} ({})", name.en, path)};
}

} // namespace

Text title_of(const StudyResult& r)
{
    if (!r.title.da.empty() || !r.title.en.empty()) return {r.title.da.empty() ? r.title.en : r.title.da, r.title.en.empty() ? r.title.da : r.title.en};
    if (r.options.size() > 1) {
        const Text &base = r.options[0].title, &option = r.options[1].title;
        return {fmt::format("{} mod {}", option.da, base.da), fmt::format("{} against {}", option.en, base.en)};
    }
    return r.options.front().title;
}

Text facts_of(const StudyResult& r)
{
    const Label kind = label_of(r.kind), design = label_of(r.design);
    const bool sweep = r.kind == StudyKind::sweep;
    Text words;
    const auto put = [&](const Text& part) {
        words.da += part.da;
        words.en += part.en;
    };
    put({fmt::format("{}{}", kind.da, sweep ? fmt::format(", {}", design.da) : ""), fmt::format("{}{}", kind.en, sweep ? fmt::format(", {}", design.en) : "")});
    put({": ", ": "});
    put(counted(r.factors.size(), {"faktor", "factor"}, {"faktorer", "factors"}));
    put({", ", ", "});
    if (!r.points.empty()) { // a search that has not begun has chosen none
        put(points_in_words(r.points.size()));
        put({", ", ", "});
    }
    put(scenarios_in_words(r.options.size()));
    put({", ", ", "});
    put(replications_in_words(static_cast<std::size_t>(r.answers.replications)));
    put(say(", {} uger efter {} ugers indkøring", ", {} weeks after {} weeks of burn-in", r.weeks, r.burn_in_weeks));
    return words;
}

Text heading_of(const StudyResult& r, const Measure& m)
{
    const Text title = r.options.at(m.option).title;
    const Label goal = kpi_of(m).label;
    return {fmt::format("{}: {}", title.da, goal.da), fmt::format("{}: {}", title.en, goal.en)};
}

Text influence_words(const StudyResult& r)
{
    if (r.kind == StudyKind::morris) return {"flytter forskellen (mu*)", "moves the difference (mu*)"};
    if (r.kind == StudyKind::sobol) return {"del af variansen (total)", "share of variance (total)"};
    return {"sammenhæng (rang)", "association (rank)"};
}

Text reading_help(const StudyResult& r)
{
    const bool alone = r.options.size() == 1;
    const Text what = alone ? Text{"målets niveau", "the level of the goal"} : Text{"forskellen til basis", "the difference to the base"};
    if (r.kind == StudyKind::morris)
        return Text{fmt::format("mu*: så meget flytter {0} sig i gennemsnit, når faktoren går fra den ene ende af sit interval til den anden, alt andet tilfældigt. "
                                      "Retning: + når {0} vokser med faktoren, ± når det afhænger af resten.", what.da),
                          fmt::format("mu*: how far {0} moves on average when the factor goes from one end of its range to the other, all else at random. "
                                      "Direction: + when {0} grows with the factor, ± when it depends on the rest.", what.en)};
    if (r.kind == StudyKind::sobol)
        return {fmt::format("Total: så stor en del af variansen i {} ville være tilbage i gennemsnit, hvis alle andre faktorer var kendt og denne ikke; alene: delen fra faktoren selv. Begge er skøn fra et endeligt antal punkter: en negativ del, eller dele alene der tilsammen giver over 100 %, er stikprøveusikkerhed.", what.da),
                fmt::format("Total: the share of the variance in {} that would be left on average if all other factors were known and this were not; alone: the share of the factor itself. Both are estimates from a finite number of points: a negative share, or shares alone that add up to more than 100 %, are sampling error.", what.en)};
    return {fmt::format("Sammenhæng: Spearmans rangkorrelation over punkterne mellem faktoren og {}; -1 til 1. For ord: hvor stor en del af rangene der ligger mellem ordene (korrelationsforhold, 0 til 1); deres orden betyder intet.", what.da),
            fmt::format("Association: Spearman's rank correlation over the points between the factor and {}; -1 to 1. Of words: how much of the ranks lies between the words (correlation ratio, 0 to 1); their order means nothing.", what.en)};
}

std::string difference_text(const StudyResult&, const Measure& m, double value, Language language)
{
    if (std::isnan(value)) return language == Language::da ? "ikke bestemt" : "not determined";
    const FigureStyle style = style_of(m, language);
    return is_level(m) ? with_unit(figure(value, style), style.unit) : with_unit(signed_figure(value, style), style.difference_unit);
}

std::string influence_text(const StudyResult& r, const Measure& m, double value, bool with_sign, Language language)
{
    if (std::isnan(value)) return "–";
    if (r.kind == StudyKind::sobol) return grouped(100 * value, 0, language) + " %";
    if (r.kind == StudyKind::morris) {
        const FigureStyle style = style_of(m, language);
        return with_unit(with_sign ? signed_figure(value, style) : figure(value, style), is_level(m) ? style.unit : style.difference_unit);
    }
    return (with_sign && value > 0 ? "+" : "") + grouped(value, 2, language);
}

std::string interval_text(const StudyResult& r, const Measure& m, const Estimate& e, Language language)
{
    if (std::isnan(e.low) || std::isnan(e.high)) return "";
    const char* to = language == Language::da ? "til" : "to";
    if (r.kind == StudyKind::sobol) return fmt::format("{} {} {} %", grouped(100 * e.low, 0, language), to, grouped(100 * e.high, 0, language));
    const FigureStyle style = style_of(m, language);
    return fmt::format("{} {} {}", figure(e.low, style), to, figure(e.high, style));
}

Text word_at(std::string_view path, const std::string& id)
{
    const Shape* shape = shape_at(path);
    if (shape != nullptr && shape->field != nullptr) {
        for (const Choice& choice : shape->field->choices)
            if (choice.id == id) return {std::string(choice.label.da), std::string(choice.label.en)};
    }
    return {id, id};
}

std::string factor_text(const StudyResult& r, std::size_t f, double value, Language language)
{
    const StudyFactor& factor = r.factors[f];
    if (!factor.words.empty()) return word_at(factor.path, written_value(factor, value)).in(language);
    const std::string unit = factor.unit.empty() || factor.unit == "share" ? "" : " " + unit_in_words(factor.unit, language);
    if (factor.integer || !factor.values.empty() || value == 0) return plain_figure(value, language) + unit;
    return plain_figure(parse_number(fmt::format("{:.3g}", value)).value_or(value), language) + unit; // three digits tell points apart
}

std::string point_text(const StudyResult& r, const Measure& m, std::size_t point, std::size_t most, Language language)
{
    std::string words;
    std::size_t said = 0;
    for (const std::size_t f : by_influence(m)) {
        if (said++ == most) break;
        words += fmt::format("{}{} = {}", words.empty() ? "" : " · ", name_of(r, f).in(language), factor_text(r, f, r.points.at(point).values[f], language));
    }
    return words;
}

Text weakest_sentence(const StudyResult& r)
{
    const auto weak = weakest_influential(r.measures, r.factors, 10);
    if (weak.empty()) return {"Ingen antaget faktor flytter noget mål.", "No assumed factor moves any goal."};
    Text list;
    for (std::size_t i = 0; i < weak.size(); ++i) {
        const Text name = named(r, weak[i].factor);
        const Label goal = kpi_of(r.measures[weak[i].measure]).label;
        list.da += fmt::format("{}{}. {}, mest på {}", i ? "; " : "", i + 1, name.da, goal.da);
        list.en += fmt::format("{}{}. {}, most on {}", i ? "; " : "", i + 1, name.en, goal.en);
    }
    if (weak.size() == 1) return {"Den eneste antagelse med indflydelse på svaret: " + list.da + ".", "The one influential assumption: " + list.en + "."};
    return {fmt::format("De {} svageste antagelser med mest indflydelse på svaret: {}.", weak.size(), list.da),
            fmt::format("The {} weakest influential assumptions: {}.", weak.size(), list.en)};
}

std::vector<Text> failures_in_words(const StudyResult& r)
{
    std::vector<Text> lines;
    const auto& all = r.answers.failures;
    for (std::size_t i = 0; i < all.size();) {
        std::size_t end = i;
        while (end < all.size() && all[end].point == all[i].point && all[end].option == all[i].option && all[end].cause == all[i].cause) ++end;
        const Text times = replications_in_words(end - i);
        lines.push_back({fmt::format("punkt {}, {}, {}: ", all[i].point, r.options[all[i].option].id, times.da),
                         fmt::format("point {}, {}, {}: ", all[i].point, r.options[all[i].option].id, times.en)});
        lines.back().da += all[i].cause.da;
        lines.back().en += all[i].cause.en;
        i = end;
    }
    return lines;
}

Text limits_of(const StudyResult& r)
{
    const Text how = say("Faktorerne er kun rykket inden for de intervaller planen siger; {} uger er kørt. ", "The factors moved only within the ranges the plan states; {} weeks were run. ", r.weeks);
    const Text rest = {"Hvad der ikke er en faktor her, er holdt fast. Borgerne er syntetiske.", "What is no factor here was held fixed. The citizens are synthetic."};
    const bool one = r.answers.replications == 1;
    const Text chance = {" Med én gentagelse er tilfældighed ikke skilt fra virkning: hvor mange faktorer ser lige stærke ud, er det mest tilfældighed.",
                         " With one replication chance is not told from effect: where many factors look equally strong, it is mostly chance."};
    return {how.da + rest.da + (one ? chance.da : ""), how.en + rest.en + (one ? chance.en : "")};
}

} // namespace samspil
