// SPDX-License-Identifier: MPL-2.0
// The difference in parts: what each part does alone, what they do together, and what is interplay. The tables are said
// once, for the screen and for the section of the page.
#include "engine/io/comparison_report.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/html.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil {
namespace {

/// "Ledelsesopmærksomhed skifter fortegn (+0,020 → −0,252) i varianten «…»."
Text standing_in_words(const Decomposition& all, const GoalStanding& s)
{
    const Text& where = all.parts[s.part].what.label;
    const auto whole = std::find_if(all.parts.begin(), all.parts.end(),
                                    [](const Part& p) { return p.what.role == PartRole::together; });
    const auto said = [&](Language language) {
        std::string words{s.kpi->direction == Direction::none ? Label{"skifter fortegn", "changes sign"}.in(language)
                                                              : label_of(s.standing).in(language)};
        const KpiDifference* here = find_difference(whole->kpis, s.kpi->id);
        const KpiDifference* there = find_difference(all.parts[s.part].kpis, s.kpi->id);
        if (s.standing == Standing::turns)
            words += fmt::format(" ({} → {})", in_words(*here, language).number, in_words(*there, language).number);
        return words;
    };
    return {fmt::format("{} {} i varianten «{}».", s.kpi->label.da, said(Language::da), where.da),
            fmt::format("{} {} in the variant “{}”.", s.kpi->label.en, said(Language::en), where.en)};
}

std::vector<Text> standings_in_words(const Decomposition& all)
{
    std::vector<Text> lines;
    for (const GoalStanding& s : all.standings) {
        if (s.standing != Standing::holds) lines.push_back(standing_in_words(all, s));
    }
    if (lines.empty()) lines.push_back({"Ingen dom ændrer sig i varianterne.", "No verdict changes in the variants."});
    return lines;
}

/// What is no part, and where it counts.
std::vector<Text> left_out_in_words(const Decomposition& all)
{
    const bool rest = std::any_of(all.parts.begin(), all.parts.end(), [](const Part& p) { return p.what.role == PartRole::interplay; });
    std::vector<Text> lines;
    for (const Text& one : all.left_out) {
        lines.push_back({fmt::format("«{}» kan ikke stå alene mod basis og er ingen del; det er med i {}.", one.da,
                                     rest ? "tilsammen og i resten" : "tilsammen"),
                         fmt::format("“{}” cannot stand alone against the base and is no part; it is in {}.", one.en,
                                     rest ? "together and in the rest" : "together")});
    }
    return lines;
}

/// What a table is of: its columns by role, in this order, and what decides the rows and the word for the whole comparison.
struct Plan {
    Label caption;
    std::vector<PartRole> columns;
    PartRole about;
};

const std::vector<Plan>& plans()
{
    static const std::vector<Plan> all{
        {{"Hver del alene mod basis, og tilsammen", "Each part alone against the base, and together"},
         {PartRole::part, PartRole::together, PartRole::interplay},
         PartRole::part},
        {{"Samme sammenligning under andre antagelser om udgangspunktet", "The same comparison under other assumptions about the start"},
         {PartRole::together, PartRole::variant},
         PartRole::variant},
        {{"Funktion: som antaget, og uden virkning af deltagelse", "Function: as assumed, and with no effect of participation"},
         {PartRole::together, PartRole::no_participation},
         PartRole::no_participation},
    };
    return all;
}

PartTable table_of(const Decomposition& all, const Plan& plan)
{
    PartTable table{plan.caption, {}, {}, {}, {}};
    for (const PartRole role : plan.columns) {
        for (const Part& part : all.parts) {
            if (part.what.role != role) continue;
            table.columns.push_back(&part);
            const bool as_assumed = role == PartRole::together && plan.about != PartRole::part;
            table.headings.push_back(as_assumed ? Text{"som antaget", "as assumed"} : part.what.label);
        }
    }
    if (table.columns.empty()) return table;
    const std::vector<KpiDifference>& kpis = table.columns.front()->kpis;
    for (std::size_t k = 0; k < kpis.size(); ++k) {
        if (shown_in_parts(kpis[k], plan.about)) table.kpis.push_back(k);
    }
    if (plan.about == PartRole::variant) table.notes = standings_in_words(all);
    if (plan.about == PartRole::part) table.notes = left_out_in_words(all);
    return table;
}

class PartsSection {
public:
    explicit PartsSection(Language language) : language_(language) {}

    std::string write(const Decomposition& all)
    {
        out_ += fmt::format("<section><h2>{}</h2>", say({"Forskellen i dele", "The difference in parts"}));
        out_ += fmt::format(
            "<p>{}</p>",
            say({"Hver del er kørt mod basis på samme tilfælde, alene eller sammen med det, den hviler på, til sidst alle "
                 "tilsammen; hvad der er ændret uden dato, er også en del. Samspil (rest) er det, der er tilsammen ud over summen af delene: de kan forstærke eller dæmpe hinanden.",
                 "Each part is run against the base on the same chance, alone or together with what it rests on, then all "
                 "together; what is changed without a date is a part, too. Interplay (rest) is what is there together beyond the sum of the parts: they may strengthen or dampen each other."}));
        for (const PartTable& table : part_tables(all)) write(table);
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

    void write(const PartTable& table)
    {
        out_ += fmt::format(
            "<div class=\"wide\"><table class=\"parts\"><caption>{}</caption><thead><tr><th scope=\"col\">{}</th>",
            say(table.caption), say({"Nøgletal", "Indicator"}));
        for (const Text& heading : table.headings) out_ += fmt::format("<th scope=\"col\" class=\"n\">{}</th>", text(heading));
        out_ += "</tr></thead><tbody>";
        for (const std::size_t k : table.kpis) {
            const KpiDifference& first = table.columns.front()->kpis[k];
            out_ += fmt::format("<tr><th scope=\"row\">{}<span class=\"small\">{}</span></th>", say(first.kpi->label),
                                escaped(in_words(first, language_).unit));
            for (const Part* part : table.columns) part_cell(part->kpis[k]);
            out_ += "</tr>";
        }
        out_ += "</tbody></table></div>";
        if (!table.notes.empty()) out_ += bullet_list(table.notes, language_);
    }

    Language language_;
    std::string out_;
};

} // namespace

std::vector<PartTable> part_tables(const Decomposition& all)
{
    std::vector<PartTable> tables;
    for (const Plan& plan : plans()) {
        if (plan.about == PartRole::variant && !all.organisation_change) continue;
        PartTable table = table_of(all, plan);
        if (!table.columns.empty()) tables.push_back(std::move(table));
    }
    return tables;
}

std::string parts_section(const Decomposition& all, Language language) { return PartsSection(language).write(all); }

} // namespace samspil
