// SPDX-License-Identifier: MPL-2.0
#include "viewer/options/houses_paste.hpp"

#include "engine/io/counts.hpp"
#include "engine/io/likely.hpp"
#include "engine/io/source_text.hpp"
#include "engine/io/values.hpp"
#include "engine/model/house_name.hpp"
#include "viewer/options/house_values.hpp"
#include "viewer/options/paste_text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace samspil::viewer {
namespace {

using C = HouseColumn;

constexpr std::size_t longest_guess = 60; ///< characters of a word that "did you mean" is looked for
constexpr std::size_t most_guesses = 200; ///< in one paste: thousands help nobody and take time

constexpr std::array<std::string_view, 8> words_for_yes{"ja", "yes", "true", "sand", "1", "x", "åbent", "åben"};
constexpr std::array<std::string_view, 7> words_for_no{"nej", "no", "false", "falsk", "0", "lukket", "closed"};
constexpr std::array<std::string_view, 7> words_for_house{"hus", "house", "navn", "name", "center", "centre", "id"};

template <std::size_t N>
bool among(const std::string& word, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

class Reader {
public:
    Reader(const Scenario& base, const HouseEdits& now, std::optional<Day> date, C first)
        : base_(base), date_(date), first_(first), table_(houses_table(base, now))
    {
        for (std::size_t i = 0; i < base_.centres.size(); ++i) {
            const Centre& centre = base_.centres[i];
            known_[folded(centre.id)].insert(i);
            words_.push_back({centre.id, centre.name});
            const Text name = house_in_both(centre.name);
            for (const std::string& word : std::set<std::string>{name.da, name.en}) {
                const std::string& kept = *names_.insert(word).first;
                known_[folded(kept)].insert(i);
                words_.push_back({kept, kept});
            }
        }
    }

    Paste read(const PastedRows& rows)
    {
        std::size_t from = 0;
        while (from < rows.size() && blank(rows[from])) ++from;
        if (from < rows.size() && is_header(rows[from])) header(rows[from], static_cast<int>(from) + 1);
        for (std::size_t i = from + (paste_.has_header ? 1 : 0); i < rows.size(); ++i) {
            if (!blank(rows[i])) row(rows[i], static_cast<int>(i) + 1);
        }
        return std::move(paste_);
    }

private:
    static bool blank(const std::vector<std::string>& cells)
    {
        return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); });
    }

    std::optional<C> column_named(const std::string& word) const
    {
        for (const C column : table_.columns) {
            const Label label = label_of(column);
            const bool id = offer_of(column) && word == id_of(offers[*offer_of(column)]);
            if (id || word == folded(label.da) || word == folded(label.en)) return column;
        }
        return std::nullopt;
    }

    /// A first row that names no house and names a column, or says that houses stand below it.
    bool is_header(const std::vector<std::string>& cells) const
    {
        if (known_.contains(folded(cells.front()))) return false;
        if (among(folded(cells.front()), words_for_house)) return true;
        return std::any_of(cells.begin() + 1, cells.end(),
                           [&](const std::string& cell) { return column_named(folded(cell)).has_value(); });
    }

    void header(const std::vector<std::string>& cells, int row)
    {
        paste_.has_header = true;
        std::set<C> seen;
        for (std::size_t i = 1; i < cells.size(); ++i) {
            Heading heading{column_named(folded(cells[i])), !cells[i].empty()};
            if (heading.column && !seen.insert(*heading.column).second) {
                problem(row, i, cells[i], {"kolonnen står to gange", "the column stands twice"});
                heading.column.reset();
            } else if (!heading.column && heading.said) {
                problem(row, i, cells[i], {"ingen kolonne hedder sådan", "no column is named so"},
                        near_column(cells[i]));
            }
            headings_.push_back(heading);
        }
    }

    Text near_column(const std::string& word)
    {
        if (!may_guess(word)) return {};
        std::vector<std::string_view> labels;
        for (const C column : table_.columns) {
            labels.push_back(label_of(column).da);
            labels.push_back(label_of(column).en);
        }
        return did_you_mean(nearest(word, labels));
    }

    bool may_guess(const std::string& word) { return word.size() <= longest_guess && guesses_++ < most_guesses; }

    /// The column of a cell, by the header or by its place.
    std::optional<C> column_of(std::size_t cell) const
    {
        if (paste_.has_header) return cell - 1 < headings_.size() ? headings_[cell - 1].column : std::nullopt;
        const auto first = table_.place_of(first_ == C::name ? C::kind : first_);
        const std::size_t place = first.value_or(table_.columns.size()) + cell - 1;
        return place < table_.columns.size() ? std::optional(table_.columns[place]) : std::nullopt;
    }

    void row(const std::vector<std::string>& cells, int row)
    {
        const std::size_t filled = static_cast<std::size_t>(
            std::count_if(cells.begin() + 1, cells.end(), [](const std::string& cell) { return !cell.empty(); }));
        paste_.cells += filled;
        const auto house = house_named(cells.front(), row);
        if (!house) {
            paste_.left_out += filled;
            return;
        }
        for (std::size_t i = 1; i < cells.size(); ++i) {
            if (!cells[i].empty()) cell(*house, cells[i], row, i);
        }
    }

    std::optional<std::size_t> house_named(const std::string& word, int row)
    {
        const auto found = known_.find(folded(word));
        if (word.empty()) {
            problem(row, 0, word, {"rækken siger ikke hvilket hus", "the row names no house"});
        } else if (found == known_.end()) {
            const Text near = may_guess(word) ? near_house(words_, word) : Text{};
            problem(row, 0, word, {"intet hus hedder sådan", "no house is named so"}, near);
        } else if (found->second.size() > 1) {
            problem(row, 0, word, {"flere huse hedder sådan", "several houses are named so"},
                    {"skriv husets id", "write the id of the house"});
        } else if (!seen_.insert(*found->second.begin()).second) {
            problem(row, 0, word, {"huset står to gange", "the house stands twice"});
        } else {
            return *found->second.begin();
        }
        return std::nullopt;
    }

    void cell(std::size_t house, const std::string& text, int row, std::size_t i)
    {
        const auto column = column_of(i);
        if (!column) {
            ++paste_.left_out;
            if (!paste_.has_header)
                problem(row, i, text, {"tabellen har ikke så mange kolonner", "the table has no such column"});
            else if (i - 1 >= headings_.size() || !headings_[i - 1].said)
                problem(row, i, text, {"kolonnen har ingen overskrift", "the column has no heading"});
            return; // else told of once, at the heading
        }
        const HouseCell& now = table_.rows[house].cells[*table_.place_of(*column)];
        const std::string value = value_from(*column, text);
        if (value == value_then(now)) {
            ++paste_.same;
            return;
        }
        HouseEdit edit = set_cell(base_.centres[house].id, *column, value, date_);
        if (const auto wrong = check_edit(base_, edit)) {
            problem(row, i, text, wrong->message, wrong->hint);
            ++paste_.left_out;
            return;
        }
        paste_.edits.push_back(std::move(edit));
    }

    /// What stands on the day of the paste.
    std::string value_then(const HouseCell& cell) const
    {
        std::string value = cell.was;
        for (const HouseEdit& change : cell.changes) {
            if (!change.date || (date_ && *change.date <= *date_)) value = change.value;
        }
        return value;
    }

    /// As in a scenario file where it can be read; else the text itself, for check_edit() to refuse.
    std::string value_from(C column, const std::string& text) const
    {
        const std::string word = folded(text);
        if (column == C::name || column == C::kind || column == C::opening_hours) {
            // Fixed: only what stands there already is no error.
            for (std::size_t i = 0; i < base_.centres.size(); ++i) {
                const std::string value = value_of(base_, i, column);
                const Text words = words_of(base_, column, value);
                if (word == folded(value) || word == folded(words.da) || word == folded(words.en)) return value;
            }
            return text;
        }
        if (column == C::area) {
            for (const OrganisationUnit& unit : base_.organisation_units) {
                if (unit.level == "area" && (word == folded(unit.name) || word == folded(unit.id))) return unit.id;
            }
            return text;
        }
        const Field& field = *value_field(column);
        if (field.kind == Kind::flag)
            return among(word, words_for_yes) ? "true" : among(word, words_for_no) ? "false" : text;
        for (const Choice& choice : field.choices) {
            if (word == folded(choice.id) || word == folded(choice.label.da) || word == folded(choice.label.en))
                return std::string(choice.id);
        }
        return field.kind == Kind::choice ? text : number_from_danish(text);
    }

    void problem(int row, std::size_t cell, const std::string& text, Text message, Text hint = {})
    {
        const bool personal = find_cpr(text, true) != std::string::npos;
        if (personal) {
            const Diagnostic refused = cpr_refused({}, "");
            message = refused.message;
            hint = refused.hint;
        }
        paste_.problems.push_back(
            {row, static_cast<int>(cell) + 1, personal ? "" : shown(text), std::move(message), std::move(hint)});
    }

    const Scenario& base_;
    std::optional<Day> date_;
    C first_;
    HousesTable table_;
    std::map<std::string, std::set<std::size_t>> known_; ///< houses by folded name and id
    std::set<std::string> names_; ///< of houses, in both languages
    std::vector<KnownWord> words_;
    struct Heading {
        std::optional<C> column;
        bool said = false;
    };
    std::vector<Heading> headings_; ///< of the header, from the second cell
    std::set<std::size_t> seen_;
    std::size_t guesses_ = 0;
    Paste paste_;
};

} // namespace

Paste read_paste(const Scenario& base, const HouseEdits& now, std::string text, std::optional<Day> date,
                 HouseColumn first)
{
    Diagnostics unreadable;
    if (text.size() <= largest_input && decode(text, "", true, unreadable))
        return Reader(base, now, date, first).read(split_pasted(text));
    Paste nothing;
    if (text.size() > largest_input)
        nothing.problems.push_back({1, 1, "", {"større end 16 MiB", "larger than 16 MiB"}, {}});
    for (const Diagnostic& one : unreadable.items())
        nothing.problems.push_back({one.line, one.column, "", one.message, {}});
    return nothing;
}

Text paste_in_words(const Paste& paste)
{
    const Text changed = counted(paste.edits.size(), {"celle ændret", "cell changed"}, {"celler ændret", "cells changed"});
    const Text rest = say(", {} uændret, {} ikke taget", ", {} as before, {} not taken", paste.same, paste.left_out);
    return {changed.da + rest.da, changed.en + rest.en};
}

} // namespace samspil::viewer
