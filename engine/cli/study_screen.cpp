// SPDX-License-Identifier: MPL-2.0
// A study on a terminal: shares of points and strongest factors of a sweep, tornado tables of a sensitivity analysis.
#include "engine/cli/studying.hpp"
#include "engine/cli/text_table.hpp"
#include "engine/io/study_words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil {
namespace {

constexpr std::size_t bars = 24, strongest = 10;

std::string bar(double share)
{
    std::string text;
    const auto eighths = static_cast<std::size_t>(std::lround(8 * bars * std::clamp(share, 0.0, 1.0)));
    for (std::size_t i = 0; i < eighths / 8; ++i) text += "█";
    static constexpr const char* parts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    return text + parts[eighths % 8];
}

class Screen {
public:
    Screen(const StudyResult& result, Language language) : r_(result), language_(language), da_(language == Language::da) {}

    std::string write()
    {
        out_ += fmt::format("{}\n{}\n", title_of(r_).in(language_), wrapped(facts_of(r_).in(language_)));
        if (!r_.tables.empty()) return out_ + tables_screen(r_.tables, language_) + "\n" + wrapped(limits_of(r_).in(language_)) + "\n";
        if (r_.kind == StudyKind::sweep) sweep();
        else for (const Measure& measure : r_.measures) tornado(measure);
        out_ += "\n" + wrapped(reading_help(r_).in(language_)) + "\n";
        if (r_.kind != StudyKind::sweep) out_ += "\n" + wrapped(weakest_sentence(r_).in(language_)) + "\n";
        out_ += "\n" + wrapped(limits_of(r_).in(language_)) + "\n";
        return std::move(out_);
    }

private:
    std::string count(std::size_t n) const { return n == 0 ? "–" : std::to_string(n); }

    /// A goal without a good direction has no verdict at any point.
    std::size_t without_verdict(const Measure& m) const
    {
        return m.option > 0 && kpi_table()[m.kpi].direction == Direction::none ? r_.points.size() : m.undecided;
    }

    void sweep()
    {
        const bool alone = r_.options.size() == 1;
        TextTable table;
        table.column(da_ ? "mål" : "goal");
        if (!alone) {
            table.column(da_ ? "bedre" : "better", Align::right);
            table.column(da_ ? "uafgjort eller uafklaret" : "tie or undecided", Align::right);
            table.column(da_ ? "dårligere" : "worse", Align::right);
            table.column(da_ ? "uden dom" : "no verdict", Align::right);
        }
        table.column(da_ ? "laveste" : "lowest", Align::right);
        table.column(da_ ? "højeste" : "highest", Align::right);
        table.column(da_ ? "hænger mest sammen med" : "most associated with");
        for (std::size_t i = 0; i < r_.measures.size(); ++i) {
            const Measure& m = r_.measures[i];
            const bool several = r_.options.size() > 2;
            if (several && i > 0 && m.option != r_.measures[i - 1].option) table.line();
            std::vector<std::string> cells{several ? heading_of(r_, m).in(language_) : std::string(kpi_table()[m.kpi].label.in(language_))};
            if (!alone) cells.insert(cells.end(), {count(m.better), count(m.tie), count(m.worse), count(without_verdict(m))});
            cells.push_back(difference_text(r_, m, m.lowest, language_));
            cells.push_back(difference_text(r_, m, m.highest, language_));
            cells.push_back(strongest_of(m));
            table.row(std::move(cells));
        }
        out_ += fmt::format("\n{}\n{}", da_ ? (alone ? "Målene over punkterne" : "Forskellen til basis: i hvor mange punkter er alternativet bedre?")
                                            : (alone ? "The goals over the points" : "The difference to the base: at how many points is the option better?"),
                            table.text());
        extremes();
    }

    std::string strongest_of(const Measure& m) const
    {
        const std::size_t f = by_influence(m).front();
        if (std::isnan(m.factors[f].influence.value)) return "–";
        const double with_sign = m.factors[f].signed_one.value;
        return fmt::format("{} ({})", name_of(r_, f).in(language_), influence_text(r_, m, std::isnan(with_sign) ? m.factors[f].influence.value : with_sign, true, language_));
    }

    void extremes()
    {
        out_ += da_ ? "\nPunkterne i hver ende\n" : "\nThe points at either end\n";
        for (const Measure& m : r_.measures) {
            if (std::isnan(m.lowest) || m.lowest == m.highest) continue;
            const Direction direction = kpi_table()[m.kpi].direction;
            const bool low_is_good = direction == Direction::lower_is_better;
            const Label names[] = {{"værst", "worst"}, {"bedst", "best"}, {"lavest", "lowest"}, {"højest", "highest"}};
            const auto one = [&](bool best) {
                const bool low = best == low_is_good;
                const std::size_t point = low ? m.lowest_point : m.highest_point;
                return fmt::format("  {}: {} {} {}: {}\n", names[(direction == Direction::none ? 2 : 0) + (best ? 1 : 0)].in(language_),
                                   difference_text(r_, m, low ? m.lowest : m.highest, language_), da_ ? "i punkt" : "at point", point, point_text(r_, m, point, 3, language_));
            };
            out_ += heading_of(r_, m).in(language_) + "\n" + one(true) + one(false);
        }
    }

    void tornado(const Measure& m)
    {
        const auto order = by_influence(m);
        out_ += "\n" + heading_of(r_, m).in(language_) + "\n";
        const double largest = m.factors[order.front()].influence.value;
        if (!(largest > 0)) {
            out_ += da_ ? "  ingen faktor flytter dette mål\n" : "  no factor moves this goal\n";
            return;
        }
        const bool morris = r_.kind == StudyKind::morris;
        TextTable table;
        table.column(da_ ? "faktor" : "factor");
        table.column("");
        table.column(influence_words(r_).in(language_), Align::right);
        table.column(da_ ? "95 %-interval" : "95 % interval", Align::right);
        table.column(morris ? (da_ ? "retning" : "direction") : (da_ ? "alene" : "alone"), Align::right);
        for (std::size_t i = 0; i < std::min(strongest, order.size()); ++i) {
            const FactorInfluence& one = m.factors[order[i]];
            if (!(one.influence.value > 0)) break;
            table.row({name_of(r_, order[i]).in(language_), bar(one.influence.value / largest), influence_text(r_, m, one.influence.value, false, language_),
                       interval_text(r_, m, one.influence, language_), morris ? direction(one) : influence_text(r_, m, one.signed_one.value, false, language_)});
        }
        out_ += table.text();
        if (m.left_out > 0)
            out_ += fmt::format("  {} {}\n", m.left_out, da_ ? "baner eller blokke er udeladt: en værdi er ikke bestemt" : "trajectories or blocks are left out: a value is undefined");
    }

    /// One sign while nearly all steps go one way.
    static std::string direction(const FactorInfluence& one)
    {
        if (std::abs(one.signed_one.value) < 0.8 * one.influence.value) return "±";
        return one.signed_one.value > 0 ? "+" : "−";
    }

    const StudyResult& r_;
    Language language_;
    bool da_;
    std::string out_;
};

} // namespace

std::string study_screen(const StudyResult& result, Language language) { return Screen(result, language).write(); }

} // namespace samspil
