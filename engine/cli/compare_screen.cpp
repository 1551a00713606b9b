// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/compare_screen.hpp"

#include "engine/cli/text_table.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/kpi_groups.hpp"
#include "engine/model/look_ahead.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil {
namespace {

constexpr std::size_t columns_abreast = 3, widest_heading = 34; // a table of parts that a terminal shows without folding

class Screen {
public:
    Screen(const ComparisonReport& report, Language language) : report_(report), language_(language) {}

    std::string write()
    {
        paragraph(question_of(report_));
        line(fmt::format("{}: «{}»", say({"Basis", "Base"}), report_.base.title.in(language_)));
        for (const ReportOption& option : report_.options) {
            out_ += '\n';
            introduce(option);
            goals(option);
            futures(option);
            look_ahead(option);
            all_kpis(option);
            for (const GroupComparison& by : option.groups) groups(by);
            if (option.persons) persons(*option.persons);
            if (option.parts) parts(*option.parts);
        }
        out_ += fmt::format("\n{}: {}\n", say({"Hvad intervallerne dækker", "What the intervals cover"}), say(covers_label(report_.covers)));
        paragraph(words_on_intervals(report_));
        evidence();
        return std::move(out_);
    }

private:
    std::string say(Label words) const { return std::string(words.in(language_)); }
    void line(const std::string& text) { out_ += wrapped(text) + "\n"; }
    void paragraph(const Text& text) { line(text.in(language_)); }
    void bullet(const std::string& text) { out_ += "  · " + wrapped(text, 106, "    ") + "\n"; }
    void heading(Label words) { out_ += fmt::format("\n{}\n", words.in(language_)); }

    void introduce(const ReportOption& option)
    {
        line(fmt::format("{}: «{}»", say({"Alternativ", "Option"}), option.side.title.in(language_)));
        for (const Text& difference : option.differs)
            bullet(difference.in(language_));
        for (const Text& note : option.notes)
            bullet(fmt::format("{}: {}", say({"bemærk", "note"}), note.in(language_)));
        out_ += fmt::format("\n» {}\n", wrapped(option.headline.in(language_), 108, "  "));
    }

    void goals(const ReportOption& option)
    {
        heading({"Målene", "The goals"});
        TextTable table;
        table.column(say({"Mål", "Goal"}));
        table.column(say({"Basis", "Base"}), Align::right);
        table.column(say({"Parret forskel", "Paired difference"}), Align::right);
        table.column(say({"95 %-interval", "95 % interval"}), Align::right);
        table.column(say({"Over basis", "Above the base"}));
        table.column(say({"Grænse", "Limit"}), Align::right);
        table.column(say({"Dom", "Verdict"}));
        for (const KpiDifference& d : option.kpis) {
            if (!d.goal) continue;
            const DifferenceWords words = in_words(d, language_);
            table.row({say(d.kpi->label), words.base, words.difference, words.interval,
                       words.share_above.empty() ? "–" : words.share_above, words.relevance,
                       words.verdict.empty() ? "–" : words.verdict});
        }
        out_ += table.text();
        for (const Text& words : words_on_verdicts(option.kpis))
            bullet(words.in(language_));
    }

    /// What of every goal is the choice, the assumptions and chance.
    void futures(const ReportOption& option)
    {
        if (option.futures.empty()) return;
        heading({"Valg, antagelser og tilfælde", "Choice, assumptions and chance"});
        TextTable table;
        table.column(say({"Mål", "Goal"}));
        for (const Label& label : future_columns) table.column(say(label), Align::right);
        for (const FutureSplit& split : option.futures) {
            const KpiDifference* d = find_difference(option.kpis, split.kpi->id);
            if (!d->goal) continue;
            const FutureWords words = in_words(split, *d, language_);
            table.row({say(short_name(*split.kpi)), words.choice, words.assumptions, words.chance, words.share, words.sign, words.sign_by_assumptions,
                       words.by_chance, words.by_futures});
        }
        out_ += table.text();
        paragraph(words_on_futures());
    }

    /// What the years do with nothing decided, beside what the option does in the last of them.
    void look_ahead(const ReportOption& option)
    {
        TextTable table;
        table.column(say({"Sidste år mod første", "Last year against the first"}));
        table.column(say({"Første år, basis", "First year, base"}), Align::right);
        table.column(say({"Sidste år, basis", "Last year, base"}), Align::right);
        table.column(say({"Alternativet, sidste år", "The option, last year"}), Align::right);
        table.column(say({"95 %-interval", "95 % interval"}), Align::right);
        bool any = false;
        for (std::size_t i = 0; i < look_ahead_count; ++i) {
            const LookAheadKpis ids = look_ahead_kpis(static_cast<LookAhead>(i));
            const KpiDifference* first = find_difference(option.kpis, ids.first);
            const KpiDifference* last = find_difference(option.kpis, ids.last);
            if (first == nullptr || last == nullptr || !first->base || !last->base) continue;
            const DifferenceWords words = in_words(*last, language_);
            table.row({say(last->kpi->label), in_words(*first, language_).base, words.base, words.difference, words.interval});
            any = true;
        }
        if (!any) return;
        heading({"Hvad aldringen alene gør, og hvad alternativet gør", "What ageing alone does, and what the option does"});
        out_ += table.text();
        line(say({"Basis ændrer sig uden beslutninger: borgerne bliver ældre, pladserne er de samme.",
                  "The base changes with nothing decided: citizens grow older, places stay as they are."}));
    }

    void all_kpis(const ReportOption& option)
    {
        heading({"Alle nøgletal (≈ uafgjort, ↕ uafklaret, △▽ retning sikker, størrelse uafklaret, = præcis nul, fast: ens i alle gentagelser)",
                 "All indicators (≈ tie, ↕ undecided, △▽ direction sure, size undecided, = exactly zero, fixed: the same in every replication)"});
        TextTable table;
        table.column(say({"Nøgletal", "Indicator"}));
        table.column(say({"Basis", "Base"}), Align::right);
        table.column("");
        table.column(say({"Parret forskel", "Paired difference"}), Align::right);
        table.column(say({"95 %-interval", "95 % interval"}), Align::right);
        table.column("n", Align::right);
        for (const KpiDifference* one : in_groups(option.kpis)) {
            const KpiDifference& d = *one;
            const DifferenceWords words = in_words(d, language_);
            table.row({say(d.kpi->label) + (d.kpi->rests_on_scores ? " *" : ""), words.base, std::string(arrow(d)),
                       words.difference, words.interval, std::to_string(d.n)});
        }
        out_ += table.text();
        line(say({"* hviler på antagne score (7.3). kr. er antagne enhedspriser.",
                  "* rests on assumed scores (7.3). kr. are assumed unit prices."}));
    }

    void groups(const GroupComparison& by)
    {
        out_ += fmt::format("\n{}\n", wrapped(words_on_groups(by).in(language_)));
        TextTable table;
        table.column(say({"Nøgletal", "Indicator"}));
        table.column(say({"Gruppe", "Group"}));
        table.column(say({"Basis", "Base"}), Align::right);
        table.column(say({"Parret forskel", "Paired difference"}), Align::right);
        table.column(say({"95 %-interval", "95 % interval"}), Align::right);
        table.column(say({"Dom", "Verdict"}));
        const GroupKpi* before = nullptr;
        for (const GroupDifference& row : by.rows) {
            if (row.kpi->heading.en.empty()) continue;
            const DifferenceWords words = in_words(row.difference, language_);
            const bool first = row.kpi != before;
            if (first && before != nullptr) table.line();
            before = row.kpi;
            table.row({first ? say(row.kpi->about.label) + (row.kpi->about.rests_on_scores ? " *" : "") : "", row.member.label.in(language_),
                       words.base, words.difference, words.interval, words.verdict.empty() ? std::string(arrow(row.difference)) : words.verdict});
        }
        out_ += table.text();
        for (const Text& words : notes_on_groups(by)) bullet(words.in(language_));
    }

    void persons(const ReportPersons& who)
    {
        heading({"Hvem ændrer sig: syntetiske borgere, ikke personer", "Who changes: synthetic citizens, not persons"});
        for (const Text& words : words_on_persons(who)) bullet(words.in(language_));
        for (const WordsTable& one : tables_of_persons(who, language_)) {
            TextTable table;
            for (std::size_t c = 0; c < one.columns.size(); ++c) table.column(one.columns[c], c == 0 ? Align::left : Align::right);
            for (const auto& row : one.rows) table.row(row);
            out_ += "\n" + wrapped(one.heading) + "\n" + table.text();
        }
    }

    void parts(const Decomposition& all)
    {
        heading({"Forskellen i dele", "The difference in parts"});
        for (const PartTable& of : part_tables(all)) {
            line(say(of.caption));
            const std::vector<std::string> headings = short_headings(of);
            for (std::size_t from = 0; from < of.columns.size(); from += columns_abreast)
                out_ += part_columns(of, headings, from, std::min(from + columns_abreast, of.columns.size()));
            for (const Text& words : of.notes) bullet(words.in(language_));
        }
    }

    /// A heading wider than the figures below it is told above the table, and stands there by its number.
    std::vector<std::string> short_headings(const PartTable& of)
    {
        std::vector<std::string> headings;
        for (const Text& words : of.headings) {
            headings.push_back(words.in(language_));
            if (screen_width(headings.back()) <= widest_heading) continue;
            const std::string number = fmt::format("{} {}", say({"del", "part"}), headings.size());
            bullet(number + ": " + headings.back());
            headings.back() = number;
        }
        return headings;
    }

    std::string part_columns(const PartTable& of, const std::vector<std::string>& headings, std::size_t from, std::size_t end) const
    {
        TextTable table;
        table.column(say({"Nøgletal", "Indicator"}));
        for (std::size_t c = from; c < end; ++c) table.column(headings[c], Align::right);
        for (const std::size_t k : of.kpis) {
            const KpiDifference& first = of.columns.front()->kpis[k];
            std::vector<std::string> differences{fmt::format("{} ({})", say(first.kpi->label), in_words(first, language_).unit)};
            std::vector<std::string> intervals{""};
            for (std::size_t c = from; c < end; ++c) {
                const KpiDifference& d = of.columns[c]->kpis[k];
                const DifferenceWords words = in_words(d, language_);
                differences.push_back(fmt::format("{} {}", words.verdict.empty() ? std::string(arrow(d)) : words.verdict, words.number));
                intervals.push_back(words.interval);
            }
            table.row(std::move(differences));
            table.row(std::move(intervals));
        }
        return table.text();
    }

    void evidence()
    {
        heading({"Hvad tallene hviler på", "What the numbers rest on"});
        for (const ReportOption& option : report_.options) {
            if (option.changes.empty()) continue;
            line(fmt::format("{} «{}»:", say({"Værdier, der ændres i", "Values changed by"}),
                             option.side.title.in(language_)));
            for (const Text& change : option.changes)
                bullet(change.in(language_));
        }
        if (std::any_of(report_.options.begin(), report_.options.end(),
                        [](const ReportOption& option) { return !option.changes.empty(); }))
            line(say({"Grundlaget i øvrigt:", "The ground otherwise:"}));
        for (const Text& words : words_on_evidence(report_.evidence))
            bullet(words.in(language_));
        for (const GoalGround& g : report_.evidence.goals)
            bullet(fmt::format("{} {} {} ({} {})", say(g.kpi->label), say({"hænger især på", "hangs mainly on"}),
                               g.words.in(language_), g.assumed, say({"antagne værdier", "assumed values"})));
    }

    const ComparisonReport& report_;
    Language language_;
    std::string out_;
};

} // namespace

std::string comparison_screen(const ComparisonReport& report, Language language)
{
    return Screen(report, language).write();
}

} // namespace samspil
