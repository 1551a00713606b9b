// SPDX-License-Identifier: MPL-2.0
// The comparison as one page for any office PC and for paper. Every name passes through escaped().
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
            if (option.parts) parts(*option.parts);
            look_ahead(option);
            all_kpis(option);
            for (const GroupComparison& by : option.groups) out_ += groups_section(by, language_);
            if (option.persons) out_ += persons_section(*option.persons, language_);
        }
        section({"Hvad intervallerne dækker", "What the intervals cover"});
        out_ += fmt::format("<p><b>{}</b></p><p>{}</p></section>", say(covers_label(report_.covers)), text(words_on_intervals(report_)));
        assumptions();
        section({"Hvad modellen ikke kan", "What the model cannot do"});
        bullets(limits_of_the_model());
        out_ += "</section>";
        provenance();
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
            "<body><main><header><p class=\"kicker\">{}</p><h1>{}</h1>",
            danish() ? "da" : "en", question, page_style, say({"Samspil · sammenligning", "Samspil · comparison"}),
            question);
        for (const ReportOption& option : report_.options)
            out_ += fmt::format("<p class=\"headline\">{}</p>", text(option.headline));
        const auto pairs = report_.options.empty() || report_.options.front().kpis.empty()
                               ? 0
                               : report_.options.front().kpis.front().n;
        out_ += fmt::format("<p class=\"facts\">{} {} · {} {} {} · {} · {}</p></header>", pairs,
                            say({"parrede gentagelser", "paired replications"}), report_.frame.weeks,
                            say({"uger fra", "weeks from"}), escaped(report_.start),
                            say(covers_label(report_.covers)),
                            say({"syntetiske borgere, ikke personer", "synthetic citizens, not persons"}));
    }

    std::string reading_help() const
    {
        return say({"Hvert alternativ er sammenlignet med samme basis, par for par.",
                    "Every option is compared with the same base, pair by pair."});
    }

    void bullets(const std::vector<Text>& lines)
    {
        out_ += "<ul>";
        for (const Text& line : lines)
            out_ += fmt::format("<li>{}</li>", text(line));
        out_ += "</ul>";
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
                bullets(option.differs);
            }
            for (const Text& note : option.notes)
                out_ += fmt::format("<p class=\"note\">{}</p>", text(note));
            out_ += "</div>";
        }
        out_ += "</div></section>";
    }

    void table_head(const std::vector<std::pair<Label, bool>>& columns)
    {
        out_ += "<table><thead><tr>";
        for (const auto& [label, numeric] : columns)
            out_ += fmt::format("<th scope=\"col\"{}>{}</th>", numeric ? " class=\"n\"" : "", say(label));
        out_ += "</tr></thead><tbody>";
    }

    void goals(const ReportOption& option)
    {
        section({"Målene", "The goals"});
        out_ += "<figure>";
        table_head({{{"Mål", "Goal"}, false},
                    {{"Basis", "Base"}, true},
                    {{"Forskel", "Difference"}, true},
                    {{"Gentagelserne", "The replications"}, false},
                    {{"Grænse", "Limit"}, true},
                    {{"Dom", "Verdict"}, false}});
        for (const KpiDifference& d : option.kpis) {
            if (!d.goal) continue;
            const DifferenceWords words = in_words(d, language_);
            out_ += fmt::format(
                "<tr class=\"goal\"><th scope=\"row\">{}<span class=\"small\">{}</span></th><td class=\"n\">{}</td>",
                say(d.kpi->label), say(d.kpi->description), escaped(words.base));
            out_ += fmt::format(
                "<td class=\"n\"><b>{}</b><span class=\"small\">{}</span></td><td>{}<span "
                "class=\"small\">{}</span></td>",
                escaped(words.difference), escaped(words.interval), difference_figure(d, language_),
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
        bullets(words_on_verdicts(option.kpis));
        out_ += "</section>";
    }

    /// "↕ uafklaret (rummer nul)" with the reason on a line of its own, for narrow columns.
    static std::string verdict_lines(const std::string& verdict)
    {
        const std::size_t reason = verdict.find(" (");
        if (reason == std::string::npos) return escaped(verdict);
        return fmt::format("{}<span class=\"small\">{}</span>", escaped(verdict.substr(0, reason)),
                           escaped(verdict.substr(reason + 2, verdict.size() - reason - 3)));
    }

    void part_cell(const KpiDifference& d)
    {
        const DifferenceWords words = in_words(d, language_);
        const std::string verdict = words.verdict.empty() ? std::string(arrow(d)) : words.verdict;
        out_ += fmt::format("<td class=\"n\"><b>{}</b><span class=\"small\">{}</span>"
                            "<span class=\"small verdict {}\">{}</span></td>",
                            escaped(words.number), escaped(words.interval), colour_class(d), verdict_lines(verdict));
    }

    void part_table(const Decomposition& all, std::initializer_list<PartRole> roles, Label caption)
    {
        std::vector<const Part*> columns;
        for (const PartRole role : roles) {
            for (const Part& part : all.parts)
                if (part.what.role == role) columns.push_back(&part);
        }
        if (columns.empty()) return;
        out_ += fmt::format(
            "<div class=\"wide\"><table class=\"parts\"><caption>{}</caption><thead><tr><th scope=\"col\">{}</th>",
            say(caption), say({"Nøgletal", "Indicator"}));
        for (const Part* part : columns)
            out_ += fmt::format("<th scope=\"col\" class=\"n\">{}</th>",
                                text(column_heading(*part, columns.back()->what.role)));
        out_ += "</tr></thead><tbody>";
        const PartRole shown =
            columns.back()->what.role == PartRole::no_participation ? PartRole::no_participation : PartRole::part;
        for (std::size_t k = 0; k < columns.front()->kpis.size(); ++k) {
            if (!shown_in_parts(columns.front()->kpis[k], shown)) continue;
            const KpiDifference& first = columns.front()->kpis[k];
            out_ += fmt::format("<tr><th scope=\"row\">{}<span class=\"small\">{}</span></th>", say(first.kpi->label),
                                escaped(in_words(first, language_).unit));
            for (const Part* part : columns)
                part_cell(part->kpis[k]);
            out_ += "</tr>";
        }
        out_ += "</tbody></table></div>";
    }

    void parts(const Decomposition& all)
    {
        section({"Forskellen i dele", "The difference in parts"});
        out_ += fmt::format(
            "<p>{}</p>",
            say({"Hver del er kørt alene mod basis på samme tilfælde, til sidst alle tilsammen. Samspil (rest) "
                 "er det, der er tilsammen ud over summen af delene: de kan forstærke eller dæmpe hinanden.",
                 "Each part is run alone against the base on the same chance, then all together. Interplay (rest) "
                 "is what is there together beyond the sum of the parts: they may strengthen or dampen each other."}));
        part_table(all, {PartRole::part, PartRole::together, PartRole::interplay},
                   {"Hver del alene, og tilsammen", "Each part alone, and together"});
        if (all.organisation_change) {
            part_table(all, {PartRole::together, PartRole::variant},
                       {"Samme sammenligning under andre antagelser om udgangspunktet",
                        "The same comparison under other assumptions about the start"});
            standings(all);
        }
        part_table(all, {PartRole::together, PartRole::no_participation},
                   {"Funktion: som antaget, og uden virkning af deltagelse",
                    "Function: as assumed, and with no effect of participation"});
        out_ += "</section>";
    }

    void standings(const Decomposition& all)
    {
        std::vector<Text> lines;
        for (const GoalStanding& s : all.standings) {
            if (s.standing == Standing::holds) continue;
            lines.push_back(standing_in_words(all, s));
        }
        if (lines.empty())
            lines.push_back({"Ingen dom ændrer sig i varianterne.", "No verdict changes in the variants."});
        bullets(lines);
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
        section({"Hvad aldringen alene gør, og hvad valget gør", "What ageing alone does, and what the option does"});
        table_head({{{"Nøgletal", "Indicator"}, false},
                    {{"Første år, basis", "First year, base"}, true},
                    {{"Sidste år, basis", "Last year, base"}, true},
                    {{"Valget, sidste år", "The option, last year"}, true},
                    {{"95 %-interval", "95 % interval"}, true}});
        out_ += rows + "</tbody></table></section>";
    }

    void all_kpis(const ReportOption& option)
    {
        section({"Alle nøgletal", "All indicators"});
        table_head({{{"Nøgletal", "Indicator"}, false},
                    {{"Basis", "Base"}, true},
                    {{"Parret forskel", "Paired difference"}, true},
                    {{"95 %-interval", "95 % interval"}, true},
                    {{"n", "n"}, true}});
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

    void assumption_table(const std::vector<Assumption>& rows)
    {
        table_head({{{"Antagelse", "Assumption"}, false},
                    {{"Værdi", "Value"}, true},
                    {{"Enhed", "Unit"}, false},
                    {{"Mærke", "Tag"}, false},
                    {{"Kilde", "Source"}, false}});
        for (const Assumption& row : rows)
            out_ +=
                fmt::format("<tr><th scope=\"row\">{} <span class=\"id\">{}</span></th><td "
                            "class=\"n\">{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                            text(row.label), escaped(row.key), text(row.value),
                            escaped(unit_in_words(row.unit, language_)), escaped(tag(row.tag)), escaped(row.source));
        out_ += "</tbody></table>";
    }

    std::string tag(const std::string& id) const
    {
        for (const Evidence evidence : {Evidence::source, Evidence::derived, Evidence::recalled, Evidence::assumed})
            if (id == id_of(evidence)) return std::string(label_of(evidence).in(language_));
        return id;
    }

    void assumptions()
    {
        const Evidences& e = report_.evidence;
        section({"Hvad tallene hviler på", "What the numbers rest on"});
        for (const ReportOption& option : report_.options) {
            if (option.changes.empty()) continue;
            out_ +=
                fmt::format("<p>{} «{}»:</p>", say({"Værdier, der ændres i", "Values changed by"}), title(option.side));
            bullets(option.changes);
        }
        for (const Text& line : words_on_evidence(e))
            out_ += fmt::format("<p>{}</p>", text(line));
        if (!e.goals.empty()) {
            table_head({{{"Mål", "Goal"}, false},
                        {{"Hænger især på", "Hangs mainly on"}, false},
                        {{"Antagne værdier", "Assumed values"}, true}});
            for (const GoalGround& g : e.goals)
                out_ += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"n\">{}</td></tr>",
                                    say(g.kpi->label), text(g.words), g.assumed);
            out_ += "</tbody></table>";
        }
        out_ += fmt::format("<h3>{}</h3><div class=\"fine\">",
                            say({"Hele registret, som kørt", "The whole register, as run"}));
        assumption_table(e.rows);
        out_ += "</div></section>";
    }

    void fact(Label name, const std::string& value)
    {
        out_ += fmt::format("<dt>{}</dt><dd>{}</dd>", say(name), escaped(value));
    }

    void side_provenance(const ReportSide& side)
    {
        out_ += fmt::format("<h3>{}</h3><dl>", title(side));
        fact({"Resultatfil", "Result file"}, side.file);
        fact({"Kørt", "Run"}, fmt::format("{} · samspil {}", side.created, side.program_version));
        fact({"Kommando", "Command"}, side.command);
        fact({"Gentagelser", "Replications"}, std::to_string(side.replications));
        out_ += "</dl>";
        if (side.inputs.empty()) return;
        table_head({{{"Fil", "File"}, false}, {{"Fingeraftryk", "Digest"}, false}});
        for (const auto& [path, digest] : side.inputs)
            out_ += fmt::format("<tr><th scope=\"row\">{}</th><td class=\"id\">{}</td></tr>", escaped(path),
                                escaped(digest));
        out_ += "</tbody></table>";
    }

    void provenance()
    {
        section({"Herkomst", "Provenance"});
        out_ += "<div class=\"fine\"><dl>";
        fact({"Sammenligning", "Comparison"}, report_.command);
        fact({"Program", "Program"}, fmt::format("samspil {} · {}", report_.program_version, report_.made));
        fact({"Frø", "Seed"}, std::to_string(report_.frame.seed));
        fact({"Periode", "Period"}, danish() ? fmt::format("{} uger fra {}, {} ugers indkøring", report_.frame.weeks,
                                                           report_.start, report_.frame.burn_in_weeks)
                                             : fmt::format("{} weeks from {}, {} weeks of burn-in", report_.frame.weeks,
                                                           report_.start, report_.frame.burn_in_weeks));
        out_ += "</dl>";
        side_provenance(report_.base);
        for (const ReportOption& option : report_.options)
            side_provenance(option.side);
        out_ += "</div></section>";
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
