// SPDX-License-Identifier: MPL-2.0
// The comparison as one page for any office PC and for paper. Every name passes through escaped().
#include "engine/io/citizen_words.hpp"
#include "engine/io/comparison_report.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/html.hpp"
#include "engine/io/kpi_groups.hpp"
#include "engine/io/page_style.hpp"
#include "engine/model/look_ahead.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace samspil {
namespace {

class Page {
public:
    Page(const ComparisonReport& report, Language language) : report_(report), language_(language) {}

    std::string write()
    {
        head();
        if (report_.options.size() > 1) out_ += fmt::format("<p class=\"lead\">{}</p>", reading_help());
        options_in_words();
        for (const ReportOption& option : report_.options) {
            if (report_.options.size() > 1) out_ += fmt::format("<h2 class=\"option\">{}</h2>", title(option.side));
            goals(option);
            out_ += futures_section(option, language_);
            if (option.parts) out_ += parts_section(*option.parts, language_);
            look_ahead(option);
            all_kpis(option);
            for (const GroupComparison& by : option.groups) out_ += groups_section(by, language_);
            if (option.persons) out_ += persons_section(*option.persons, language_);
        }
        section({"Hvad intervallerne dækker", "What the intervals cover"});
        out_ += fmt::format("<p><b>{}</b></p><p>{}</p></section>", say(covers_label(report_.covers)), text(words_on_intervals(report_)));
        out_ += ground_section(report_, language_);
        section({"Hvad modellen ikke kan", "What the model cannot do"});
        out_ += bullet_list(limits_of_the_model(), language_);
        out_ += "</section>";
        out_ += provenance_section(report_, language_);
        out_ += "</main></body></html>\n";
        return std::move(out_);
    }

private:
    std::string say(Label words) const { return escaped(words.in(language_)); }
    std::string text(const Text& words) const { return escaped(words.in(language_)); }
    std::string title(const ReportSide& side) const { return text(side.title); }
    void section(Label heading) { out_ += fmt::format("<section><h2>{}</h2>", say(heading)); }
    bool danish() const { return language_ == Language::da; }

    void head()
    {
        const std::string question = text(question_of(report_));
        out_ += fmt::format(
            "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title>"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>{}</style></head>"
            "<body><main><header>{}{}</p><h1>{}</h1>",
            danish() ? "da" : "en", question, page_style, page_mark, say({"sammenligning", "comparison"}),
            question);
        for (const ReportOption& option : report_.options) out_ += headline_of(option);
        const auto pairs = report_.options.empty() || report_.options.front().kpis.empty()
                               ? 0
                               : report_.options.front().kpis.front().n;
        out_ += fmt::format("<p class=\"facts\">{} {} · {} {} {} · {} · {}</p></header>", pairs,
                            say({"parrede gentagelser", "paired replications"}), report_.frame.weeks,
                            say({"uger fra", "weeks from"}), escaped(report_.start),
                            say(covers_label(report_.covers)),
                            say({"syntetiske borgere, ikke personer", "synthetic citizens, not persons"}));
    }

    /// Of several, each says which option it is about, unless its sentence names it.
    std::string headline_of(const ReportOption& option) const
    {
        const bool named = report_.options.size() == 1 || option.headline.in(language_).find(option.side.title.in(language_)) != std::string::npos;
        return fmt::format("<p class=\"headline\">{}{}</p>", named ? "" : "«" + title(option.side) + "»: ", text(option.headline));
    }

    std::string reading_help() const
    {
        return say({"Hvert alternativ er sammenlignet med samme basis, par for par.",
                    "Every option is compared with the same base, pair by pair."});
    }

    void side_in_words(Label role, const ReportSide& side)
    {
        out_ += fmt::format("<div class=\"card\"><p class=\"role\">{}</p><h3>{}</h3>", say(role), title(side));
        if (!side.description.in(language_).empty()) out_ += fmt::format("<p>{}</p>", text(side.description));
    }

    void options_in_words()
    {
        section({"Alternativerne i ord", "The options in words"});
        out_ += "<div class=\"cards\">";
        side_in_words({"Basis", "Base"}, report_.base);
        out_ += "</div>";
        for (const ReportOption& option : report_.options) {
            side_in_words({"Alternativ", "Option"}, option.side);
            if (!option.differs.empty()) {
                out_ += fmt::format("<p class=\"role\">{}</p>",
                                    say({"Forskellen fra basis", "The difference from the base"}));
                out_ += bullet_list(option.differs, language_);
            }
            for (const Text& note : option.notes)
                out_ += fmt::format("<p class=\"note\">{}</p>", text(note));
            out_ += "</div>";
        }
        out_ += "</div></section>";
    }

    void goals(const ReportOption& option)
    {
        section({"Målene", "The goals"});
        out_ += "<figure>";
        out_ += table_head({{{"Mål", "Goal"}, false},
                           {{"Basis", "Base"}, true},
                           {{"Forskel", "Difference"}, true},
                           {{"Gentagelserne", "The replications"}, false},
                           {{"Grænse", "Limit"}, true},
                           {{"Dom", "Verdict"}, false}}, language_);
        for (std::size_t k = 0; k < option.kpis.size(); ++k) {
            const KpiDifference& d = option.kpis[k];
            if (!d.goal) continue;
            const DifferenceWords words = in_words(d, language_);
            const bool counted = k < option.citizens.size() && option.citizens[k];
            const std::string citizens = counted ? fmt::format("<span class=\"small\">{}</span>", escaped(citizen_words(*option.citizens[k], language_))) : "";
            out_ += fmt::format(
                "<tr class=\"goal\"><th scope=\"row\">{}<span class=\"small\">{}</span></th><td class=\"n\">{}</td>",
                say(d.kpi->label), say(d.kpi->description), escaped(words.base));
            out_ += fmt::format(
                "<td class=\"n\"><b>{}</b><span class=\"small\">{}</span>{}</td><td>{}<span "
                "class=\"small\">{}</span></td>",
                escaped(words.difference), escaped(words.interval), citizens, difference_figure(d, language_),
                words.share_above.empty() ? "" : escaped(words.share_above) + say({" over basis", " above the base"}));
            out_ += fmt::format("<td class=\"limit\">{}</td><td class=\"verdict {}\">{}</td></tr>",
                                escaped(words.relevance), colour_class(d),
                                words.verdict.empty() ? "–" : verdict_lines(words.verdict));
        }
        out_ += fmt::format(
            "</tbody></table><figcaption>{}</figcaption></figure>",
            say({"Hver prik er en af 20 lige sandsynlige gentagelser (færre, hvis der er kørt færre). Punktet med "
                 "streg "
                 "er den gennemsnitlige forskel og dens 95 %-interval. Den lodrette linje er ingen forskel. Pilen "
                 "viser, hvilken vej tallet går; ordet siger, om det er godt.",
                 "Each dot is one of 20 equally likely replications (fewer where fewer were run). The point with a bar "
                 "is the mean difference and its 95 % interval. The vertical line is no difference. The arrow shows "
                 "which way the number goes; the word says whether that is good."}));
        out_ += bullet_list(words_on_verdicts(option.kpis), language_);
        out_ += "</section>";
    }

    /// What the years do with nothing decided, beside what the option does in the last of them.
    void look_ahead(const ReportOption& option)
    {
        std::string rows;
        for (std::size_t i = 0; i < look_ahead_count; ++i) {
            const LookAheadKpis ids = look_ahead_kpis(static_cast<LookAhead>(i));
            const KpiDifference* first = find_difference(option.kpis, ids.first);
            const KpiDifference* last = find_difference(option.kpis, ids.last);
            if (first == nullptr || last == nullptr || !first->base || !last->base) continue;
            const DifferenceWords words = in_words(*last, language_);
            rows += fmt::format("<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"n\">{}</td>"
                                "<td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
                                say(last->kpi->label), escaped(in_words(*first, language_).base), escaped(words.base),
                                escaped(words.difference), escaped(words.interval));
        }
        if (rows.empty()) return;
        section({"Hvad aldringen alene gør, og hvad alternativet gør", "What ageing alone does, and what the option does"});
        out_ += table_head({{{"Nøgletal", "Indicator"}, false},
                           {{"Første år, basis", "First year, base"}, true},
                           {{"Sidste år, basis", "Last year, base"}, true},
                           {{"Alternativet, sidste år", "The option, last year"}, true},
                           {{"95 %-interval", "95 % interval"}, true}}, language_);
        out_ += rows + "</tbody></table></section>";
    }

    void all_kpis(const ReportOption& option)
    {
        section({"Alle nøgletal", "All indicators"});
        out_ += table_head({{{"Nøgletal", "Indicator"}, false},
                           {{"Basis", "Base"}, true},
                           {{"Parret forskel", "Paired difference"}, true},
                           {{"95 %-interval", "95 % interval"}, true},
                           {{"n", "n"}, true}}, language_);
        for (const KpiDifference* one : in_groups(option.kpis)) {
            const KpiDifference& d = *one;
            const KpiGroup& group = group_of(d.kpi->id);
            if (group.label.en != last_group_) {
                last_group_ = group.label.en;
                out_ += fmt::format("<tr class=\"group\"><th scope=\"colgroup\" colspan=\"5\">{}</th></tr>",
                                    say(group.label));
            }
            const DifferenceWords words = in_words(d, language_);
            out_ += fmt::format("<tr><th scope=\"row\">{}<span class=\"small\">{}{}</span></th><td class=\"n\">{}</td>"
                                "<td class=\"n\">{} {}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
                                say(d.kpi->label), say(d.kpi->description),
                                d.kpi->rests_on_scores ? say({"; hviler på antagne score", "; rests on assumed scores"})
                                                       : "",
                                escaped(words.base), arrow(d), escaped(words.difference), escaped(words.interval), d.n);
        }
        last_group_ = {};
        out_ += "</tbody></table></section>";
    }

    const ComparisonReport& report_;
    Language language_;
    std::string out_;
    std::string_view last_group_;
};

} // namespace

std::string comparison_page(const ComparisonReport& report, Language language)
{
    return Page(report, language).write();
}

} // namespace samspil
