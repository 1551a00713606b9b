// SPDX-License-Identifier: MPL-2.0
// Differences group by group: the words, and the section of the page.
#include "engine/io/comparison_report.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/html.hpp"

#include <fmt/format.h>

namespace samspil {

Text words_on_groups(const GroupComparison& groups)
{
    const DimensionInfo& about = dimension_table()[static_cast<std::size_t>(groups.dimension)];
    const auto said = [&](Language language, std::string_view how) {
        const std::string rule(about.rule.in(language));
        return fmt::format("{} {}{}", how, about.label.in(language), rule.empty() ? "" : fmt::format(" ({})", rule));
    };
    return {said(Language::da, "Fordelt på"), said(Language::en, "By")};
}

std::vector<Text> notes_on_groups(const GroupComparison& groups)
{
    std::vector<Text> notes;
    const Apart count = count_apart(groups, true);
    if (count.looked_at > 0) {
        const double by_chance = (1 - comparison_level) * static_cast<double>(count.looked_at);
        notes.push_back({fmt::format("{} af {} forskelle har et interval uden nul; ved tilfælde alene ville omkring {} have det",
                                     count.apart, count.looked_at, grouped(by_chance, 0, Language::da)),
                         fmt::format("{} of {} differences have an interval without zero; by chance alone about {} would",
                                     count.apart, count.looked_at, grouped(by_chance, 0, Language::en))});
    }
    for (const GroupMember& member : groups.only_in_one)
        notes.push_back({"kun i det ene resultat: " + member.label.da, "in one of the results only: " + member.label.en});
    return notes;
}

std::string groups_section(const GroupComparison& groups, Language language)
{
    const auto say = [&](Label words) { return escaped(words.in(language)); };
    std::string out = fmt::format("<section><h2>{}</h2><table><thead><tr>", escaped(words_on_groups(groups).in(language)));
    for (const Label& heading : {Label{"Nøgletal", "Indicator"}, Label{"Gruppe", "Group"}}) out += fmt::format("<th scope=\"col\">{}</th>", say(heading));
    for (const Label& heading : {Label{"Basis", "Base"}, Label{"Forskel", "Difference"}, Label{"95 %-interval", "95 % interval"}})
        out += fmt::format("<th scope=\"col\" class=\"n\">{}</th>", say(heading));
    out += fmt::format("<th scope=\"col\">{}</th></tr></thead><tbody>", say({"Dom", "Verdict"}));
    for (const GroupDifference& row : groups.rows) {
        if (row.kpi->heading.en.empty()) continue;
        const DifferenceWords words = in_words(row.difference, language);
        out += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td>"
                           "<td class=\"verdict {}\">{}</td></tr>",
                           say(row.kpi->about.label), escaped(row.member.label.in(language)), escaped(words.base), escaped(words.difference),
                           escaped(words.interval), colour_class(row.difference), words.verdict.empty() ? "–" : escaped(words.verdict));
    }
    out += "</tbody></table>";
    for (const Text& note : notes_on_groups(groups)) out += fmt::format("<p class=\"note\">{}</p>", escaped(note.in(language)));
    return out + "</section>";
}

} // namespace samspil
