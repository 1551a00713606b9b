// SPDX-License-Identifier: MPL-2.0
#include "engine/io/figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace samspil {
namespace {

struct UnitWords {
    std::string_view unit;
    Label level, difference;
    double scale;
    int decimals;
};

constexpr std::array unit_words{
    UnitWords{"share", {"%", "%"}, {"procentpoint", "percentage points"}, 100, 1},
    UnitWords{"share/year", {"% om året", "% a year"}, {"procentpoint om året", "percentage points a year"}, 100, 1},
    UnitWords{"persons", {"personer", "persons"}, {"personer", "persons"}, 1, 0},
    UnitWords{"weeks", {"uger", "weeks"}, {"uger", "weeks"}, 1, 1},
    UnitWords{"minutes", {"minutter", "minutes"}, {"minutter", "minutes"}, 1, 1},
    UnitWords{
        "months/1000 citizens", {"md. pr. 1.000", "months per 1,000"}, {"md. pr. 1.000", "months per 1,000"}, 1, 0},
    UnitWords{"ratio", {"forhold", "ratio"}, {"forhold", "ratio"}, 1, 2},
    UnitWords{"index", {"indeks", "index"}, {"indeks", "index"}, 1, 3},
    UnitWords{"houses", {"huse", "houses"}, {"huse", "houses"}, 1, 1},
    UnitWords{"kr.", {"kr.", "kr."}, {"kr.", "kr."}, 1, 0},
    UnitWords{"kr./month", {"kr./md.", "kr./month"}, {"kr./md.", "kr./month"}, 1, 0},
    UnitWords{"persons/week", {"personer/uge", "persons/week"}, {"personer/uge", "persons/week"}, 1, 1},
    UnitWords{"h/week", {"timer/uge", "h/week"}, {"timer/uge", "h/week"}, 1, 0},
    UnitWords{"kr./week", {"tusind kr./uge", "thousand kr./week"}, {"tusind kr./uge", "thousand kr./week"}, 1e-3, 0},
    UnitWords{"clubs", {"klubber", "clubs"}, {"klubber", "clubs"}, 1, 0},
};

/// The unit after the figure 1: "1 percentage point", "1 uge".
std::string unit_of_one(const std::string& unit)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 12> ones{
        {{"percentage points", "percentage point"}, {"persons", "person"}, {"personer", "person"}, {"weeks", "week"}, {"uger", "uge"},
         {"minutes", "minute"}, {"minutter", "minut"}, {"houses", "house"}, {"huse", "hus"}, {"clubs", "club"}, {"klubber", "klub"},
         {"percentage points a year", "percentage point a year"}}};
    const auto found = std::find_if(ones.begin(), ones.end(), [&](const auto& pair) { return pair.first == unit; });
    return found == ones.end() ? unit : std::string(found->second);
}

FigureStyle plain_style(std::string_view unit, double largest, Language language)
{
    const auto found =
        std::find_if(unit_words.begin(), unit_words.end(), [&](const auto& u) { return u.unit == unit; });
    FigureStyle style;
    style.language = language;
    if (found == unit_words.end()) {
        style.unit = style.difference_unit = unit_in_words(unit, language);
        return style;
    }
    style.scale = found->scale;
    style.decimals = found->decimals;
    style.unit = found->level.in(language);
    style.difference_unit = found->difference.in(language);
    if (unit == "kr." && largest >= 1e6) {
        style.scale = 1e-6;
        style.decimals = 1;
        style.unit = style.difference_unit = language == Language::da ? "mio. kr." : "m kr.";
    }
    return style;
}

/// Decimals that leave two significant digits of a positive size.
int digits_for(double size)
{
    int decimals = 0;
    for (; decimals < 4 && size < 10; ++decimals)
        size *= 10;
    return decimals;
}

std::string undetermined(Language language) { return language == Language::da ? "ikke bestemt" : "not determined"; }

constexpr std::array<std::pair<std::string_view, std::string_view>, 44> danish_units{{
    {"share", "andel"},
    {"ratio", "forhold"},
    {"persons", "personer"},
    {"weeks", "uger"},
    {"week", "uge"},
    {"year", "år"},
    {"minutes", "minutter"},
    {"minute", "minut"},
    {"sessions", "fremmøder"},
    {"index", "indeks"},
    {"utils", "nytte"},
    {"h", "timer"},
    {"per", "pr."},
    {"places", "pladser"},
    {"units", "enheder"},
    {"runs", "kørsler"},
    {"years", "år"},
    {"months", "måneder"},
    {"citizens", "borgere"},
    {"houses", "huse"},
    {"score", "point"},
    {"code", "kode"},
    {"scores", "point"},
    {"month", "md."},
    {"kr", "kr."},
    {"rides", "kørsler"},
    {"seats", "sæder"},
    {"place", "plads"},
    {"day", "dag"},
    {"quarter", "kvartal"},
    {"cases", "sager"},
    {"reviews", "opfølgninger"},
    {"volunteer", "frivillig"},
    {"agreements", "aftaler"},
    {"initiatives", "initiativer"},
    {"clubs", "klubber"},
    {"hours", "timer"},
    {"contacts", "kontakter"},
    {"volunteers", "frivillige"},
    {"strength", "styrke"},
    {"partners", "partnere"},
    {"session", "fremmøde"},
    {"event", "hændelse"},
    {"hour", "time"},
}};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

} // namespace

std::string plain_figure(double value, Language language)
{
    const bool whole = value == std::floor(value) && std::abs(value) < 1e15;
    if (whole && std::abs(value) >= 10000) return grouped(value, 0, language);
    // Six digits carry every value of the register; more are rounding, or a quotient.
    std::string digits = fmt::format("{}", value);
    if (digits.size() > 9 || digits.find('e') != std::string::npos) digits = fmt::format("{:.6g}", value);
    if (language == Language::da) std::replace(digits.begin(), digits.end(), '.', ',');
    if (!digits.empty() && digits.front() == '-') digits.replace(0, 1, "−");
    return digits;
}

std::string unit_in_words(std::string_view unit, Language language)
{
    static constexpr std::array<std::pair<std::string_view, Label>, 6> whole{{{"odds ratio", {"oddsratio", "odds ratio"}},
                                                                              {"points", {"point", "points"}},
                                                                              {"kr/h", {"kr./time", "kr./hour"}},
                                                                              {"km/h", {"km/t", "km/h"}},
                                                                              {"kr/year", {"kr./år", "kr./year"}},
                                                                              {"kr/km", {"kr./km", "kr./km"}}}};
    const auto known = std::find_if(whole.begin(), whole.end(), [&](const auto& u) { return u.first == unit; });
    if (known != whole.end()) return std::string(known->second.in(language));
    if (language == Language::en) return std::string(unit);
    std::string out;
    while (!unit.empty()) {
        const auto end = static_cast<std::size_t>(std::find_if_not(unit.begin(), unit.end(), is_letter) - unit.begin());
        const std::string_view word = unit.substr(0, std::max<std::size_t>(end, 1));
        const auto danish =
            std::find_if(danish_units.begin(), danish_units.end(), [&](const auto& u) { return u.first == word; });
        unit.remove_prefix(word.size());
        const bool dotted = word == "kr" && unit.starts_with('.'); // "kr." has its dot already
        out += danish == danish_units.end() || dotted ? word : danish->second;
    }
    return out;
}

std::string grouped(double value, int decimals, Language language)
{
    const char* const mark = language == Language::da ? "." : ",";
    const char point = language == Language::da ? ',' : '.';
    const std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
    const std::size_t dot = std::min(digits.find('.'), digits.size());
    const bool zero = digits.find_first_of("123456789") == std::string::npos;
    std::string text = value < 0 && !zero ? "−" : "";
    for (std::size_t i = 0; i < dot; ++i) {
        if (i > 0 && (dot - i) % 3 == 0) text += mark;
        text += digits[i];
    }
    if (dot < digits.size()) text += point + digits.substr(dot + 1);
    return text;
}

FigureStyle figure_style(std::string_view unit, double value, Language language)
{
    return plain_style(unit, std::abs(value), language);
}

FigureStyle figure_style(const KpiDifference& d, Language language)
{
    const double largest = std::max(std::abs(d.base.value_or(0)), std::abs(d.difference.value_or(0)));
    FigureStyle style = plain_style(d.kpi->unit, largest, language);
    if (!d.difference) return style;
    const double half = 0.5 * (*d.ci_high - *d.ci_low) * style.scale;
    if (half > 0 && !is_fixed(d)) style.decimals = digits_for(half);
    else if (is_fixed(d)) style.decimals = std::max(style.decimals, digits_for(std::abs(*d.difference) * style.scale)); // it is no zero
    return style;
}

std::string figure(double value, const FigureStyle& style)
{
    return grouped(value * style.scale, style.decimals, style.language);
}

std::string signed_figure(double value, const FigureStyle& style)
{
    const std::string text = figure(value, style);
    const bool zero = text.find_first_of("123456789") == std::string::npos;
    return value > 0 && !zero ? "+" + text : text;
}

namespace {

/// A base is read, not computed with: at most four significant digits, and persons whole.
FigureStyle base_style(const KpiDifference& d, FigureStyle style)
{
    double size = std::abs(*d.base * style.scale);
    int before = 0; // digits before the point; negative for leading zeros after it
    for (; size >= 1; size /= 10)
        ++before;
    for (; size > 0 && size < 0.1 && before > -4; size *= 10)
        --before;
    style.decimals = std::min(style.decimals, std::max(0, 4 - before));
    if (d.kpi->unit == "persons") style.decimals = 0;
    return style;
}

/// Mark and word of any verdict, and in brackets why, or which way.
std::string verdict_words(const KpiDifference& d, Language language)
{
    if (d.depends_on_assumptions) return fmt::format("? {}", depends_label().in(language));
    if (!d.verdict) return {};
    const Finding finding = *finding_of(d);
    const auto word = finding_label(d)->in(language);
    if (finding == Finding::decided) return fmt::format("{} {}", arrow(d), word);
    const Label why = finding == Finding::below_limit ? label_of(*d.verdict)
                      : finding == Finding::undecided ? Label{"rummer nul", "holds zero"}
                      : is_nothing(d)                 ? Label{"præcis nul", "exactly zero"}
                                                      : Label{"under grænsen", "below the limit"};
    return fmt::format("{} {} ({})", arrow(d), word, why.in(language));
}

/// One significant digit where that is the limit, else two: a difference just below it must not be read as above it.
int limit_decimals(double limit)
{
    if (!(limit > 0)) return 0;
    const int two = digits_for(limit), one = std::max(0, two - 1);
    double unit = 1;
    for (int i = 0; i < one; ++i) unit *= 10;
    return std::abs(std::round(limit * unit) / unit - limit) <= 1e-9 * limit ? one : two;
}

} // namespace

DifferenceWords in_words(const KpiDifference& d, Language language)
{
    const FigureStyle style = figure_style(d, language);
    DifferenceWords words;
    words.base = d.base ? fmt::format("{} {}", figure(*d.base, base_style(d, style)), style.unit) : std::string("–");
    words.number = words.difference = words.interval = undetermined(language);
    words.unit = style.difference_unit;
    FigureStyle coarse = figure_style(d.kpi->unit, d.relevance, language);
    coarse.decimals = limit_decimals(d.relevance * coarse.scale);
    words.limit = figure(d.relevance, coarse);
    words.relevance = fmt::format("{} {}", words.limit, words.limit == "1" ? unit_of_one(coarse.difference_unit) : coarse.difference_unit);
    if (coarse.difference_unit != style.difference_unit) words.limit = words.relevance;
    if (d.difference) {
        words.number = signed_figure(*d.difference, style);
        words.difference = fmt::format("{} {}", words.number, style.difference_unit);
        words.interval = fmt::format("{} {} {}", signed_figure(*d.ci_low, style),
                                     language == Language::da ? "til" : "to", signed_figure(*d.ci_high, style));
        if (is_fixed(d)) words.interval = language == Language::da ? "fast" : "fixed";
        if (d.kpi == &per_extra_reached() && *d.difference < 0) {
            // A negative ratio says nothing of its size. The interval of the months never holds zero here, that of the cost does
            // where the ratio's does.
            const bool undecided = finding_of(d) == Finding::undecided;
            const Label both = undecided      ? (d.more_months ? Label{"flere, udgift uafklaret", "more, cost undecided"}
                                                               : Label{"færre, udgift uafklaret", "fewer, cost undecided"})
                               : d.more_months ? Label{"billigere og flere", "cheaper and more"}
                                               : Label{"dyrere og færre", "dearer and fewer"};
            words.number = words.difference = both.in(language);
            if (!undecided) words.interval = "–";
        } else if (d.kpi == &per_extra_reached()) {
            // A ratio of two losses is no cost: the number stands without a sign and says what it is for.
            const Label per = d.more_months ? Label{"for hver ekstra måned", "for each extra month"} : Label{"sparet for hver mistet måned", "saved for each month lost"};
            words.number = fmt::format("{} {}", figure(*d.difference, style), per.in(language));
            words.difference = fmt::format("{} {} {}", figure(*d.difference, style), style.unit, per.in(language));
        }
    }
    if (d.share_above) {
        const auto above = static_cast<long long>(*d.share_above * static_cast<double>(d.n) + 0.5);
        words.share_above = fmt::format("{} {} {} {}", above, language == Language::da ? "af" : "of", d.n,
                                        language == Language::da ? "gentagelser" : "replications");
    }
    words.verdict = verdict_words(d, language);
    return words;
}

} // namespace samspil
