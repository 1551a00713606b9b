// SPDX-License-Identifier: MPL-2.0
// The difference in parts, as a section of the page: what each part does alone, what they do together, and what is interplay.
#include "engine/io/comparison_report.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/html.hpp"

#include <fmt/format.h>

namespace samspil {
namespace {

class PartsSection {
public:
    explicit PartsSection(Language language) : language_(language) {}

    std::string write(const Decomposition& all)
    {
        out_ += fmt::format("<section><h2>{}</h2>", say({"Forskellen i dele", "The difference in parts"}));
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
        return std::move(out_);
    }

private:
    std::string say(Label words) const { return escaped(words.in(language_)); }
    std::string text(const Text& words) const { return escaped(words.in(language_)); }

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

    void standings(const Decomposition& all)
    {
        std::vector<Text> lines;
        for (const GoalStanding& s : all.standings) {
            if (s.standing == Standing::holds) continue;
            lines.push_back(standing_in_words(all, s));
        }
        if (lines.empty())
            lines.push_back({"Ingen dom ændrer sig i varianterne.", "No verdict changes in the variants."});
        out_ += bullet_list(lines, language_);
    }

    Language language_;
    std::string out_;
};

} // namespace

std::string parts_section(const Decomposition& all, Language language) { return PartsSection(language).write(all); }

} // namespace samspil
