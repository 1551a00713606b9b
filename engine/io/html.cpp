// SPDX-License-Identifier: MPL-2.0
#include "engine/io/html.hpp"

#include "engine/io/figures.hpp"
#include "engine/stats/quantiles.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

namespace samspil {
namespace {

constexpr double width = 250, height = 58, dots_floor = 38, bar_at = 49, radius = 3.4, step = 7.4;

std::vector<double> dot_values(const KpiDifference& d)
{
    constexpr std::size_t dots = 20;
    if (d.by_pair.size() < dots) {
        std::vector<double> values = d.by_pair;
        std::sort(values.begin(), values.end());
        return values;
    }
    std::vector<double> ps;
    for (std::size_t i = 0; i < dots; ++i)
        ps.push_back((static_cast<double>(i) + 0.5) / static_cast<double>(dots));
    return quantiles(d.by_pair, ps);
}

/// Values to pixels, zero always inside.
struct Axis1D {
    double low, high;
    double at(double value) const { return 8 + (value - low) / (high - low) * (width - 16); }
};

Axis1D axis_over(const std::vector<double>& dots, const KpiDifference& d)
{
    double low = std::min({0.0, *d.ci_low, dots.front()}), high = std::max({0.0, *d.ci_high, dots.back()});
    if (low == high) return {-1, 1};
    const double margin = 0.04 * (high - low);
    return {low - margin, high + margin};
}

std::string dot_marks(const std::vector<double>& dots, const Axis1D& axis)
{
    std::map<int, int> stacks;
    for (const double value : dots)
        ++stacks[static_cast<int>(axis.at(value) / step)];
    int tallest = 1;
    for (const auto& [bin, count] : stacks)
        tallest = std::max(tallest, count);
    const double rise = std::min(step, (dots_floor - 2 * radius) / tallest);
    std::string marks;
    for (const auto& [bin, count] : stacks) {
        for (int i = 0; i < count; ++i)
            marks += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\"/>", (bin + 0.5) * step,
                                 dots_floor - radius - i * rise, radius);
    }
    return marks;
}

std::string twin(const KpiDifference& d, Language language)
{
    const DifferenceWords words = in_words(d, language);
    const bool da = language == Language::da;
    return fmt::format("{}: {} {}, {} {}, {} {}{}", d.kpi->label.in(language), da ? "forskel" : "difference",
                       words.difference, da ? "95 %-interval" : "95 % interval", words.interval, words.share_above,
                       da ? "over basis" : "above the base", d.verdict ? ", " + words.verdict : std::string());
}

} // namespace

std::string escaped(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t')
                out += "\xEF\xBF\xBD";
            else
                out += c;
        }
    }
    return out;
}

std::string_view colour_class(const KpiDifference& d)
{
    if (is_clearly(d, Verdict::better)) return "better";
    return is_clearly(d, Verdict::worse) ? "worse" : "tie";
}

std::string difference_figure(const KpiDifference& d, Language language)
{
    if (!d.difference || d.by_pair.empty()) return "";
    const std::vector<double> dots = dot_values(d);
    const Axis1D axis = axis_over(dots, d);
    const double zero = axis.at(0), low = axis.at(*d.ci_low), high = axis.at(*d.ci_high), mean = axis.at(*d.difference);
    std::string svg = fmt::format("<svg class=\"dots {}\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">",
                                  colour_class(d), width, height, escaped(twin(d, language)));
    svg += fmt::format("<line class=\"zero\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"2\" y2=\"{1}\"/>", zero, height - 1);
    svg += fmt::format("<line class=\"floor\" x1=\"4\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>", width - 4, dots_floor + 1,
                       dots_floor + 1);
    svg += "<g class=\"mark\">" + dot_marks(dots, axis) + "</g>";
    svg += fmt::format("<line class=\"bar\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{}\" y2=\"{}\"/>", low,
                       std::max(high, low + 1), bar_at, bar_at);
    svg += fmt::format("<circle class=\"mean\" cx=\"{:.1f}\" cy=\"{}\" r=\"4\"/></svg>", mean, bar_at);
    return svg;
}

std::string table_head(std::initializer_list<PageColumn> columns, Language language)
{
    std::string head = "<table><thead><tr>";
    for (const PageColumn& column : columns)
        head += fmt::format("<th scope=\"col\"{}>{}</th>", column.numeric ? " class=\"n\"" : "", escaped(column.heading.in(language)));
    return head + "</tr></thead><tbody>";
}

std::string bullet_list(const std::vector<Text>& lines, Language language)
{
    std::string list = "<ul>";
    for (const Text& line : lines) list += fmt::format("<li>{}</li>", escaped(line.in(language)));
    return list + "</ul>";
}

std::string verdict_lines(const std::string& verdict)
{
    const std::size_t reason = verdict.find(" (");
    if (reason == std::string::npos) return escaped(verdict);
    return fmt::format("{}<span class=\"small\">{}</span>", escaped(verdict.substr(0, reason)),
                       escaped(verdict.substr(reason + 2, verdict.size() - reason - 3)));
}

} // namespace samspil
