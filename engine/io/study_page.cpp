// SPDX-License-Identifier: MPL-2.0
// A study as one page: a tornado a goal, where the option is better, and what it rests on. Every name passes escaped().
#include "engine/io/html.hpp"
#include "engine/io/page_style.hpp"
#include "engine/io/study_words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil {
namespace {

constexpr double names_width = 330, bars_width = 300, row_height = 26, numbers_width = 150;

class StudyPage {
public:
    StudyPage(const StudyResult& result, Language language) : r_(result), language_(language) {}

    std::string write()
    {
        const std::string title = text(title_of(r_));
        out_ += fmt::format("<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title>"
                            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>{}</style></head>"
                            "<body><main><header>{}{}</p><h1>{}</h1>",
                            language_ == Language::da ? "da" : "en", title, page_style, page_mark, say({"undersøgelse", "study"}), title);
        if (r_.kind != StudyKind::sweep || r_.factors.size() > 1) out_ += fmt::format("<p class=\"headline\">{}</p>", text(weakest_sentence(r_)));
        out_ += fmt::format("<p class=\"facts\">{} · {}</p></header>", text(facts_of(r_)), say({"syntetiske borgere, ikke personer", "synthetic citizens, not persons"}));
        if (r_.kind == StudyKind::sweep) verdicts();
        heading({"Hvad svaret afhænger af", "What the answer depends on"});
        out_ += fmt::format("<p>{}</p></section>", text(reading_help(r_)));
        for (const Measure& measure : r_.measures) tornado(measure);
        failures();
        heading({"Hvad undersøgelsen ikke siger", "What the study does not say"});
        out_ += fmt::format("<p>{}</p></section>", text(limits_of(r_)));
        provenance();
        return std::move(out_) + "</main></body></html>\n";
    }

private:
    std::string say(Label words) const { return escaped(words.in(language_)); }
    std::string text(const Text& words) const { return escaped(words.in(language_)); }
    void heading(Label words) { out_ += fmt::format("<section><h2>{}</h2>", say(words)); }

    void verdicts()
    {
        heading({"I hvor mange punkter er alternativet bedre?", "At how many points is the option better?"});
        out_ += fmt::format("<table><thead><tr><th>{}</th><th class=\"n\">{}</th><th class=\"n\">{}</th><th class=\"n\">{}</th><th class=\"n\">{}</th></tr></thead><tbody>",
                            say({"Mål", "Goal"}), say({"bedre", "better"}), say({"uafgjort eller uafklaret", "tie or undecided"}), say({"dårligere", "worse"}), say({"laveste til højeste", "lowest to highest"}));
        for (const Measure& m : r_.measures) {
            out_ += fmt::format("<tr><th>{}</th><td class=\"n better\">{}</td><td class=\"n\">{}</td><td class=\"n worse\">{}</td><td class=\"n\">{} … {}</td></tr>",
                                text(heading_of(r_, m)), m.better, m.tie, m.worse, escaped(difference_text(r_, m, m.lowest, language_)),
                                escaped(difference_text(r_, m, m.highest, language_)));
        }
        out_ += "</tbody></table></section>";
    }

    void tornado(const Measure& m)
    {
        out_ += fmt::format("<section><h3>{}</h3>", text(heading_of(r_, m)));
        const std::string figure = tornado_figure(r_, m, 20, language_);
        out_ += figure.empty() ? fmt::format("<p class=\"note\">{}</p>", say({"Ingen faktor flytter dette mål.", "No factor moves this goal."}))
                               : fmt::format("<figure>{}<figcaption>{}</figcaption></figure>", figure, caption(m));
        out_ += "</section>";
    }

    std::string caption(const Measure& m) const
    {
        std::string words = text(influence_words(r_));
        if (r_.kind != StudyKind::sweep) words += say({", streg: 95 %-interval (bootstrap)", ", line: 95 % interval (bootstrap)"});
        if (m.left_out > 0) words += fmt::format("; {} {}", m.left_out, say({"udeladt, fordi en værdi ikke er bestemt", "left out because a value is undefined"}));
        return words;
    }

    void failures()
    {
        const auto lines = failures_in_words(r_);
        if (lines.empty()) return;
        heading({"Punkter der fejlede", "Points that failed"});
        out_ += "<ul>";
        for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 50); ++i) out_ += fmt::format("<li>{}</li>", text(lines[i]));
        out_ += "</ul></section>";
    }

    void provenance()
    {
        heading({"Hvor det kommer fra", "Where it comes from"});
        const auto row = [&](Label name, const std::string& value) { out_ += fmt::format("<dt>{}</dt><dd>{}</dd>", say(name), escaped(value)); };
        out_ += "<dl>";
        row({"program", "program"}, fmt::format("samspil {} ({})", r_.program_version, r_.commit));
        row({"kommando", "command"}, r_.command);
        row({"plan", "plan"}, r_.plan_path);
        row({"frø", "seed"}, std::to_string(r_.seed));
        row({"lavet", "made"}, r_.created);
        out_ += "</dl></section>";
    }

    const StudyResult& r_;
    Language language_;
    std::string out_;
};

std::string shortened(std::string name, std::size_t most)
{
    std::size_t width = 0, at = 0;
    for (; at < name.size(); ++at) {
        if ((static_cast<unsigned char>(name[at]) & 0xC0) != 0x80 && width++ == most) break;
    }
    return at < name.size() ? name.substr(0, at) + "…" : name;
}

/// The colour of a bar: whether more of the factor goes with a better goal. None for shares, words and goals without a good direction.
const char* kind_of_bar(const StudyResult& r, const Measure& m, const FactorInfluence& one)
{
    const Direction good = kpi_table()[m.kpi].direction;
    if (r.kind == StudyKind::sobol || good == Direction::none || std::isnan(one.signed_one.value)) return "tie";
    return (one.signed_one.value > 0) == (good == Direction::higher_is_better) ? "better" : "worse";
}

} // namespace

std::string tornado_figure(const StudyResult& r, const Measure& m, std::size_t most, Language language)
{
    std::vector<std::size_t> order = by_influence(m);
    std::erase_if(order, [&](std::size_t f) { return !(m.factors[f].influence.value > 0); });
    if (order.size() > most) order.resize(most);
    if (order.empty()) return "";
    double largest = 0;
    for (const std::size_t f : order) {
        const Estimate& e = m.factors[f].influence;
        largest = std::max({largest, e.value, std::isnan(e.high) ? 0 : e.high});
    }
    const auto at = [&](double value) { return names_width + 10 + bars_width * std::clamp(value / largest, 0.0, 1.0); };
    const double width = names_width + bars_width + numbers_width, height = row_height * static_cast<double>(order.size()) + 4;
    std::string marks, twin;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t f = order[i];
        const FactorInfluence& one = m.factors[f];
        const std::string name = name_of(r, f).in(language), number = influence_text(r, m, one.influence.value, false, language);
        const double y = row_height * static_cast<double>(i) + 4, middle = y + 9;
        marks += fmt::format("<text x=\"{}\" y=\"{:.1f}\" text-anchor=\"end\" font-size=\"13\">{}</text>", names_width, middle + 4.5, escaped(shortened(name, 44)));
        marks += fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"18\" fill=\"currentColor\" opacity=\"0.75\"/>", kind_of_bar(r, m, one),
                             names_width + 10, y, std::max(1.0, at(one.influence.value) - names_width - 10));
        if (!std::isnan(one.influence.low))
            marks += fmt::format("<line x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"#1b2530\" stroke-width=\"1.6\"/>", at(one.influence.low), at(one.influence.high), middle, middle);
        marks += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"12\">{}</text>", names_width + bars_width + 20, middle + 4.5,
                             escaped(number + (one.signed_one.value < 0 && r.kind != StudyKind::sobol ? " (−)" : r.kind != StudyKind::sobol && one.signed_one.value > 0 ? " (+)" : "")));
        twin += fmt::format("{}{}: {}", twin.empty() ? "" : "; ", name, number);
    }
    return fmt::format("<svg class=\"tornado\" viewBox=\"0 0 {} {:.0f}\" width=\"{}\" height=\"{:.0f}\" style=\"max-width:100%\" font-family=\"inherit\" role=\"img\" aria-label=\"{}\">{}</svg>",
                       width, height, width, height, escaped(twin), marks);
}

std::string study_page(const StudyResult& result, Language language) { return StudyPage(result, language).write(); }

} // namespace samspil
