// SPDX-License-Identifier: MPL-2.0
#include "engine/io/discovery_words.hpp"

#include "engine/io/json_text.hpp"

#include "engine/io/figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace samspil {
namespace {

/// More losing than this outside the boxes, or less than this inside, and "is best unless" would say too much.
constexpr double seldom = 0.25, mostly = 0.5;

template <class Write>
Text in_both(Write write)
{
    return {write(Language::da), write(Language::en)};
}

std::string said(Label label, Language language) { return std::string(label.in(language)); }

std::string percent(double share, Language language)
{
    return fmt::format("{}{}", grouped(100 * share, 0, language), language == Language::da ? " %" : "%");
}

std::string with_unit(double value, const StudyFactor& factor, Language language)
{
    constexpr std::array<std::string_view, 5> silent{"", "share", "ratio", "index", "1"};
    const std::string figure = plain_figure(value, language);
    if (std::find(silent.begin(), silent.end(), factor.unit) != silent.end()) return figure;
    return fmt::format("{} {}", figure, unit_in_words(factor.unit, language));
}

/// One of the values that a factor may have, in a row: the first and the last inside.
std::string of_values(const StudyFactor& factor, double low, double high, Language language)
{
    std::vector<double> inside;
    for (const double value : factor.values)
        if (low < value && value < high) inside.push_back(value);
    if (inside.empty()) return {};
    if (inside.size() == 1) return said({"er ", ""}, language) + with_unit(inside.front(), factor, language);
    if (std::isinf(high)) return said({"er mindst ", "at least "}, language) + with_unit(inside.front(), factor, language);
    if (std::isinf(low)) return said({"er højst ", "at most "}, language) + with_unit(inside.back(), factor, language);
    return fmt::format("{} {} {} {}", said({"er fra", "from"}, language), plain_figure(inside.front(), language), said({"til", "to"}, language),
                       with_unit(inside.back(), factor, language));
}

std::string of_words(const StudyFactor& factor, double low, double high, Language language)
{
    std::string list;
    for (std::size_t w = 0; w < factor.words.size(); ++w) {
        const auto at = static_cast<double>(w);
        if (low < at && at < high) list += fmt::format("{}{}", list.empty() ? "" : said({" eller ", " or "}, language), factor.words[w]);
    }
    return said({"er ", ""}, language) + list;
}

std::string of_whole_numbers(const StudyFactor& factor, double low, double high, Language language)
{
    const double first = std::floor(low) + 1, last = std::ceil(high) - 1;
    if (std::isinf(high)) return said({"er mindst ", "at least "}, language) + with_unit(first, factor, language);
    if (std::isinf(low)) return said({"er højst ", "at most "}, language) + with_unit(last, factor, language);
    if (first == last) return said({"er ", ""}, language) + with_unit(first, factor, language);
    return fmt::format("{} {} {} {}", said({"er fra", "from"}, language), plain_figure(first, language), said({"til", "to"}, language),
                       with_unit(last, factor, language));
}

std::string of_range(const StudyFactor& factor, double low, double high, Language language)
{
    if (std::isinf(high)) return said({"er over ", "above "}, language) + with_unit(low, factor, language);
    if (std::isinf(low)) return said({"er under ", "below "}, language) + with_unit(high, factor, language);
    return fmt::format("{} {} {} {}", said({"er mellem", "between"}, language), plain_figure(low, language), said({"og", "and"}, language),
                       with_unit(high, factor, language));
}

std::string condition(const StudyFactor& factor, double low, double high, Language language)
{
    if (!factor.words.empty()) return of_words(factor, low, high, language);
    if (!factor.values.empty()) return of_values(factor, low, high, language);
    return factor.integer ? of_whole_numbers(factor, low, high, language) : of_range(factor, low, high, language);
}

bool is_limited(const LossBox& box, std::size_t factor) { return std::isfinite(box.low[factor]) || std::isfinite(box.high[factor]); }

/// What the option does where it loses.
std::string loses(const Discovery& found, Language language)
{
    switch (found.loss) {
    case Loss::above: return said({"ligger over basis", "lies above the base"}, language);
    case Loss::below: return said({"ligger under basis", "lies below the base"}, language);
    default: return said({"taber", "loses"}, language);
    }
}

/// The same after something else: "taber det".
std::string loses_it(const Discovery& found, Language language)
{
    if (language == Language::en) return "it " + loses(found, language);
    return found.loss == Loss::above ? "ligger det over basis" : found.loss == Loss::below ? "ligger det under basis" : "taber det";
}

/// What it is where it does not.
std::string wins(const Discovery& found, Language language)
{
    switch (found.loss) {
    case Loss::above: return said({"ligger ikke over basis", "does not lie above the base"}, language);
    case Loss::below: return said({"ligger ikke under basis", "does not lie below the base"}, language);
    case Loss::worse:
        if (found.even == 0) return said({"er bedst", "is best"}, language);
        [[fallthrough]];
    default: return said({"er mindst lige så god", "is at least as good"}, language);
    }
}

std::string head(const DiscoverySubject& subject, Language language)
{
    return fmt::format("{}: «{}»", subject.goal->label.in(language), subject.option.in(language));
}

std::string how_much(const LossBox& box, const Discovery& found, Language language)
{
    return fmt::format(fmt::runtime(language == Language::da ? "dækker {} af de tilfælde, hvor alternativet {}; i {} af boksens {} tilfælde {}"
                                                             : "covers {} of the cases in which the option {}; in {} of the {} cases in the box {}"),
                       percent(box.coverage, language), loses(found, language), percent(box.density, language), box.points, loses_it(found, language));
}

std::string outside_words(const Discovery& found, Language language)
{
    if (found.outside == 0) return {};
    const std::string_view where = found.boxes.size() > 1 ? Label{"uden for boksene", "outside the boxes"}.in(language)
                                                          : Label{"uden for boksen", "outside the box"}.in(language);
    if (language == Language::da)
        return fmt::format("; {} {} i {} af {} tilfælde", where, loses_it(found, language), percent(found.outside_density, language), found.outside);
    return fmt::format("; {} {} in {} of {} cases", where, loses_it(found, language), percent(found.outside_density, language), found.outside);
}

std::string without_box(const Discovery& found, const DiscoverySubject& subject, Language language)
{
    const std::string who = head(subject, language), does = loses(found, language);
    const bool da = language == Language::da;
    if (found.points == 0) return da ? fmt::format("{} kan ikke bedømmes i noget punkt", who) : fmt::format("{} cannot be judged at any point", who);
    const bool few = found.points < least_points;
    const std::string too_few = few ? (da ? "; det er for få til at sige mere" : "; too few to say more") : "";
    const std::string_view cases = found.points == 1 ? Label{"tilfælde", "case"}.in(language) : Label{"tilfælde", "cases"}.in(language);
    if (found.cases == 0) {
        // "Not above in all" would read as "above in some".
        const bool sided = found.loss == Loss::above || found.loss == Loss::below;
        if (sided) return (da ? fmt::format("{} {} i ingen af {} {}", who, does, found.points, cases) : fmt::format("{} {} in none of {} {}", who, does, found.points, cases)) + too_few;
        return (da ? fmt::format("{} {} i {} af {} {}", who, wins(found, language), found.points, found.points, cases)
                   : fmt::format("{} {} in {} of {} {}", who, wins(found, language), found.points, found.points, cases)) + too_few;
    }
    if (found.cases == found.points)
        return (da ? fmt::format("{} {} i {} af {} {}", who, does, found.points, found.points, cases)
                   : fmt::format("{} {} in {} of {} {}", who, does, found.points, found.points, cases)) + too_few;
    if (few)
        return da ? fmt::format("{} {} i {} af {} tilfælde; {} er for få til at sige hvor", who, does, found.cases, found.points, found.points)
                  : fmt::format("{} {} in {} of {} cases; {} are too few to say where", who, does, found.cases, found.points, found.points);
    return da ? fmt::format("{} {} i {} af {} tilfælde, og ingen af faktorerne siger hvor ud over tilfældigheder", who, does, found.cases, found.points)
              : fmt::format("{} {} in {} of {} cases, and none of the factors tells where beyond chance", who, does, found.cases, found.points);
}

using json_text::list, json_text::number, json_text::quoted, json_text::text;

} // namespace

Text conditions_of(const LossBox& box, const DiscoverySubject& subject)
{
    return in_both([&](Language language) {
        std::string all;
        for (std::size_t j = 0; j < subject.factors.size(); ++j) {
            if (!is_limited(box, j)) continue;
            StudyFactor factor = subject.factors[j];
            if (unit_in_words(factor.unit, language) == subject.names[j].in(language)) factor.unit.clear(); // "places at least 4", not "4 places"
            all += fmt::format("{}{} {}", all.empty() ? "" : said({" og ", " and "}, language), subject.names[j].in(language),
                               condition(factor, box.low[j], box.high[j], language));
        }
        return all;
    });
}

std::vector<Text> discovery_sentences(const Discovery& found, const DiscoverySubject& subject)
{
    if (found.boxes.empty()) return {in_both([&](Language language) { return without_box(found, subject, language); })};
    std::vector<Text> sentences;
    const bool unless = found.outside > 0 && found.outside_density <= seldom && found.boxes.front().density >= mostly;
    for (const LossBox& box : found.boxes) {
        const bool first = sentences.empty(), last = sentences.size() + 1 == found.boxes.size();
        sentences.push_back(in_both([&](Language language) {
            const bool da = language == Language::da;
            std::string words;
            if (!first) words = da ? "eller når" : "or with";
            else if (unless) words = fmt::format("{} {}{}", head(subject, language), wins(found, language), da ? ", medmindre" : " except with");
            else words = fmt::format("{} {}{}", head(subject, language), loses(found, language), da ? " især, når" : " mostly with");
            return fmt::format("{} {} ({}{})", words, conditions_of(box, subject).in(language), how_much(box, found, language),
                               last ? outside_words(found, language) : "");
        }));
    }
    return sentences;
}

Text words_on_discovery(const Discovery& found)
{
    static constexpr std::array<Label, 4> rules{
        {{"at tabe er en gennemsnitlig parret forskel på den gale side af nul", "to lose is a mean paired difference on the wrong side of zero"},
         {"at tabe er dommen «dårligere» i punktet", "to lose is the verdict \"worse\" at the point"},
         {"det spurgte er en gennemsnitlig parret forskel over nul", "asked about is a mean paired difference above zero"},
         {"det spurgte er en gennemsnitlig parret forskel under nul", "asked about is a mean paired difference below zero"}}};
    const Label rule = rules[static_cast<std::size_t>(found.loss)];
    Text words{fmt::format("Et tilfælde er et af studiets {} punkter, alle med samme vægt: andele af designet, ikke sandsynligheder; {}.", found.points, rule.da),
               fmt::format("A case is one of the {} points of the study, all of equal weight: shares of the design, not probabilities; {}.", found.points, rule.en)};
    if (found.left_out > 0) {
        words.da += fmt::format(" {} punkter er udeladt, fordi forskellen ikke er bestemt.", found.left_out);
        words.en += fmt::format(" {} points are left out, because the difference is undetermined.", found.left_out);
    }
    return words;
}

std::string_view id_of(Loss loss)
{
    static constexpr std::array<std::string_view, 4> ids{"worse", "verdict", "above", "below"};
    return ids[static_cast<std::size_t>(loss)];
}

std::string discovery_json(const Discovery& found, const DiscoverySubject& subject)
{
    const auto box_object = [&](const LossBox& box) {
        std::vector<std::size_t> limited;
        for (std::size_t j = 0; j < subject.factors.size(); ++j)
            if (is_limited(box, j)) limited.push_back(j);
        return fmt::format("{{\"points\":{},\"cases\":{},\"coverage\":{},\"density\":{},\"quasi_p\":{},\"conditions\":{},\"limits\":{}}}", box.points,
                           box.cases, number(box.coverage), number(box.density), number(box.quasi_p), text(conditions_of(box, subject)),
                           list(limited, [&](std::size_t j) {
                               return fmt::format("{{\"path\":{},\"above\":{},\"below\":{}}}", quoted(subject.factors[j].path), number(box.low[j]),
                                                  number(box.high[j]));
                           }));
    };
    return fmt::format("{{\"option\":{},\"option_index\":{},\"kpi\":{},\"loss\":{},\"points\":{},\"cases\":{},\"left_out\":{},\"outside\":{},"
                       "\"outside_density\":{},\"sentences\":{},\"boxes\":{}}}",
                       text(subject.option), found.option, quoted(subject.goal->id), quoted(id_of(found.loss)), found.points, found.cases,
                       found.left_out, found.outside, number(found.outside_density), list(discovery_sentences(found, subject), text),
                       list(found.boxes, box_object));
}

} // namespace samspil
