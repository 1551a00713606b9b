// SPDX-License-Identifier: MPL-2.0
// What a comparison stands on, as sections of the page: values changed, evidence by goal, the whole register; and provenance.
#include "engine/io/comparison_report.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/html.hpp"

#include <fmt/format.h>

namespace samspil {
namespace {

class GroundSections {
public:
    GroundSections(const ComparisonReport& report, Language language) : report_(report), language_(language) {}

    std::string ground()
    {
        const Evidences& e = report_.evidence;
        out_ += fmt::format("<section><h2>{}</h2>", say({"Hvad tallene hviler på", "What the numbers rest on"}));
        for (const ReportOption& option : report_.options) {
            if (option.changes.empty()) continue;
            out_ +=
                fmt::format("<p>{} «{}»:</p>", say({"Værdier, der ændres i", "Values changed by"}), title(option.side));
            out_ += bullet_list(option.changes, language_);
        }
        for (const Text& line : words_on_evidence(e))
            out_ += fmt::format("<p>{}</p>", text(line));
        if (!e.goals.empty()) {
            out_ += table_head({{{"Mål", "Goal"}, false},
                               {{"Hænger især på", "Hangs mainly on"}, false},
                               {{"Antagne værdier", "Assumed values"}, true}}, language_);
            for (const GoalGround& g : e.goals)
                out_ += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"n\">{}</td></tr>",
                                    say(g.kpi->label), text(g.words), g.assumed);
            out_ += "</tbody></table>";
        }
        out_ += fmt::format("<h3>{}</h3><div class=\"fine\">",
                            say({"Hele registret, som kørt", "The whole register, as run"}));
        assumption_table(e.rows);
        out_ += "</div></section>";
        return std::move(out_);
    }

    std::string provenance()
    {
        out_ += fmt::format("<section><h2>{}</h2>", say({"Herkomst", "Provenance"}));
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
        return std::move(out_);
    }

private:
    std::string say(Label words) const { return escaped(words.in(language_)); }
    std::string text(const Text& words) const { return escaped(words.in(language_)); }
    std::string title(const ReportSide& side) const { return text(side.title); }
    bool danish() const { return language_ == Language::da; }

    void assumption_table(const std::vector<Assumption>& rows)
    {
        out_ += table_head({{{"Antagelse", "Assumption"}, false},
                           {{"Værdi", "Value"}, true},
                           {{"Enhed", "Unit"}, false},
                           {{"Mærke", "Tag"}, false},
                           {{"Kilde", "Source"}, false}}, language_);
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
        out_ += table_head({{{"Fil", "File"}, false}, {{"Fingeraftryk", "Digest"}, false}}, language_);
        for (const auto& [path, digest] : side.inputs)
            out_ += fmt::format("<tr><th scope=\"row\">{}</th><td class=\"id\">{}</td></tr>", escaped(path),
                                escaped(digest));
        out_ += "</tbody></table>";
    }

    const ComparisonReport& report_;
    Language language_;
    std::string out_;
};

} // namespace

std::string ground_section(const ComparisonReport& report, Language language) { return GroundSections(report, language).ground(); }
std::string provenance_section(const ComparisonReport& report, Language language) { return GroundSections(report, language).provenance(); }

} // namespace samspil
