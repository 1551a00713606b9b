// SPDX-License-Identifier: MPL-2.0
// Who changes, in words and tables: counts of synthetic citizens, and whether they add up to what the results say.
#include "engine/io/comparison_report.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/html.hpp"
#include "engine/io/life_words.hpp"
#include "engine/io/say.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil {
namespace {

/// Means over replications: whole numbers of one, of several a decimal where it says something.
class Figures {
public:
    Figures(std::size_t replications, Language language) : n_(static_cast<double>(std::max<std::size_t>(1, replications))), language_(language) {}

    std::string plain(std::int64_t sum) const
    {
        const double mean = static_cast<double>(sum) / n_;
        return grouped(mean, n_ > 1 && std::abs(mean) < 100 ? 1 : 0, language_);
    }
    std::string with_sign(std::int64_t sum) const
    {
        if (sum == 0) return "0";
        return (sum > 0 ? "+" : "−") + plain(std::abs(sum));
    }
    std::string months(std::int64_t weeks) const
    {
        const double mean = static_cast<double>(weeks) / n_ * 12 / weeks_per_year;
        return (mean < 0 ? "−" : mean > 0 ? "+" : "") + grouped(std::abs(mean), 0, language_);
    }

private:
    double n_;
    Language language_;
};

Text both(const ReportPersons& persons, std::string_view da, std::string_view en, auto figures)
{
    const auto in = [&](std::string_view words, Language language) {
        return std::apply([&](const auto&... parts) { return fmt::format(fmt::runtime(words), parts...); },
                          figures(Figures(persons.who.replications.size(), language)));
    };
    return {in(da, Language::da), in(en, Language::en)};
}

std::string said(Label label, Language language) { return std::string(label.in(language)); }

std::vector<std::string> row_of(const std::string& name, const GainLoss& counts, const Figures& figures)
{
    return {name,
            figures.plain(counts.persons),
            figures.plain(counts.gain),
            figures.plain(counts.lose),
            figures.plain(counts.same()),
            figures.with_sign(counts.weeks_gained),
            figures.with_sign(-counts.weeks_lost),
            figures.with_sign(counts.difference())};
}

WordsTable table_of(std::string heading, Label first, Language language)
{
    WordsTable table{std::move(heading), {said(first, language)}, {}};
    for (const Label& column : {Label{"Borgere", "Citizens"}, Label{"Flere uger", "More weeks"}, Label{"Færre uger", "Fewer weeks"},
                                Label{"Lige mange", "As many"}, Label{"Uger til", "Weeks gained"}, Label{"Uger fra", "Weeks lost"},
                                Label{"Forskel, uger", "Difference, weeks"}})
        table.columns.push_back(said(column, language));
    return table;
}

std::string percent(std::int64_t part, std::int64_t whole, Language language)
{
    return whole > 0 ? grouped(100.0 * static_cast<double>(part) / static_cast<double>(whole), 1, language) + " %" : "–";
}

} // namespace

bool ReportPersons::agrees() const
{
    if (base.size() != who.replications.size() || option.size() != who.replications.size()) return false;
    for (std::size_t r = 0; r < who.replications.size(); ++r) {
        const PersonCounts& one = who.replications[r];
        if (!one.agrees() || one.base_sum != base[r] || one.option_sum != option[r]) return false;
    }
    return true;
}

std::vector<Text> words_on_persons(const ReportPersons& persons)
{
    const PersonCounts sum = persons.who.sum();
    const GainLoss& all = sum.all[all_offers];
    const std::size_t n = persons.who.replications.size();
    std::vector<Text> words;
    words.push_back(both(persons, "af {} borgere, der boede i kommunen i perioden: {} får flere uger med plads i et tilbud, {} får færre, og {} får lige mange",
                         "of {} citizens who lived in the municipality in the period: {} get more weeks with a place in an offer, {} get fewer, and {} as many",
                         [&](const Figures& f) { return std::tuple(f.plain(all.persons), f.plain(all.gain), f.plain(all.lose), f.plain(all.same())); }));
    words.push_back(both(persons, "de første får tilsammen {} uger, de andre {}: i alt {} uger ({} personmåneder)",
                         "the first get {} weeks in all, the second {}: {} weeks together ({} person-months)", [&](const Figures& f) {
                             return std::tuple(f.with_sign(all.weeks_gained), f.with_sign(-all.weeks_lost), f.with_sign(all.difference()), f.months(all.difference()));
                         }));
    if (persons.agrees())
        words.push_back({"borger for borger lagt sammen er det præcis de to resultaters egne tal, i hvert tilbud og hver gentagelse",
                         "added up citizen by citizen this is exactly what the two results say, in every offer and replication"});
    else
        words.push_back({"borgerne lagt sammen giver IKKE resultaternes tal: de er lavet af et andet program eller af andre tal; kør igen med samspil run",
                         "the citizens added up do NOT give what the results say: they were made by another program or from other numbers; run again with samspil run"});
    words.push_back(both(persons, "{} liv skilles; {} af dem får alligevel lige mange uger, i et andet hus eller på et andet tidspunkt",
                         "{} lives part; {} of them get as many weeks all the same, in another house or at another time",
                         [&](const Figures& f) { return std::tuple(f.plain(sum.parted), f.plain(sum.parted_same)); }));
    if (n <= 1) {
        words.push_back({"tallene er fra gentagelse 0; hvem det rammer, er tilfældigt og et andet i en anden gentagelse (--persons=N ser på de første N)",
                         "the counts are of replication 0; whom it strikes is chance and another in another replication (--persons=N looks at the first N)"});
    } else {
        const auto less = [](const PersonCounts& a, const PersonCounts& b) { return a.all[all_offers].gain < b.all[all_offers].gain; };
        const auto [low, high] = std::minmax_element(persons.who.replications.begin(), persons.who.replications.end(), less);
        const auto of = [](const auto& one, Language language) { return grouped(static_cast<double>(one->all[all_offers].gain), 0, language); };
        if (of(low, Language::da) == of(high, Language::da))
            words.push_back({fmt::format("tallene er gennemsnit over gentagelse 0 til {}; i hver af dem får {} borgere flere uger", n - 1, of(low, Language::da)),
                             fmt::format("the counts are means over replications 0 to {}; in each of them {} citizens get more weeks", n - 1, of(low, Language::en))});
        else
            words.push_back({fmt::format("tallene er gennemsnit over gentagelse 0 til {}; fra {} til {} borgere får flere uger", n - 1, of(low, Language::da), of(high, Language::da)),
                             fmt::format("the counts are means over replications 0 to {}; from {} to {} citizens get more weeks", n - 1, of(low, Language::en), of(high, Language::en))});
    }
    words.push_back({"borgerne er fordelt, som basis finder dem i deres første uge i perioden; distrikt efter hjemmets nærmeste hus ved starten",
                     "citizens are grouped as the base finds them in their first week of the period; district by the house nearest to the home at the start"});
    return words;
}

std::vector<WordsTable> tables_of_persons(const ReportPersons& persons, Language language)
{
    const PersonCounts sum = persons.who.sum();
    const Figures figures(persons.who.replications.size(), language);
    std::vector<WordsTable> tables;
    WordsTable offers_table = table_of(said({"Efter tilbud", "By offer"}, language), {"Tilbud", "Offer"}, language);
    for (std::size_t m = 0; m < person_measure_count; ++m) offers_table.rows.push_back(row_of(said(label_of_measure(m), language), sum.all[m], figures));
    tables.push_back(std::move(offers_table));
    for (std::size_t d = 0; d < person_dimension_count; ++d) {
        const Label& label = dimension_table()[static_cast<std::size_t>(person_dimensions[d])].label;
        WordsTable table = table_of(fmt::format("{} {}, {}", said({"Efter", "By"}, language), said(label, language), said(label_of_measure(all_offers), language)), label, language);
        for (std::size_t i = 0; i < sum.by_member[d].size(); ++i)
            table.rows.push_back(row_of(persons.who.members[d][i].label.in(language), sum.by_member[d][i], figures));
        if (!table.rows.empty()) tables.push_back(std::move(table));
    }
    WordsTable sizes{said({"Efter størrelse, alle tilbud", "By size, all offers"}, language),
                     {said({"Forskel", "Difference"}, language), said({"Borgere", "Citizens"}, language), said({"Andel", "Share"}, language)}, {}};
    for (std::size_t s = 0; s < size_class_count; ++s)
        sizes.rows.push_back({said(label_of_size_class(s), language), figures.plain(sum.by_size[s]), percent(sum.by_size[s], sum.all[all_offers].persons, language)});
    tables.push_back(std::move(sizes));
    WordsTable causes = table_of(said({"Liv der skilles, efter den første årsag, alle tilbud", "Lives that part, by the first cause, all offers"}, language),
                                 {"Årsag", "Cause"}, language);
    for (std::size_t c = 0; c < cause_count; ++c) {
        if (sum.by_cause[c].persons > 0) causes.rows.push_back(row_of(said(label_of(static_cast<Cause>(c)), language), sum.by_cause[c], figures));
    }
    if (!causes.rows.empty()) tables.push_back(std::move(causes));
    WordsTable years{said({"Liv der skilles, efter år i perioden", "Lives that part, by year of the period"}, language),
                     {said({"År", "Year"}, language), said({"Liv", "Lives"}, language)}, {}};
    for (std::size_t y = 0; y < sum.parted_by_year.size(); ++y) years.rows.push_back({std::to_string(y + 1), figures.plain(sum.parted_by_year[y])});
    if (sum.parted > 0) tables.push_back(std::move(years));
    return tables;
}

std::string persons_section(const ReportPersons& persons, Language language)
{
    const Label heading{"Hvem ændrer sig: syntetiske borgere, ikke personer", "Who changes: synthetic citizens, not persons"};
    std::string out = fmt::format("<section><h2>{}</h2><ul>", escaped(heading.in(language)));
    for (const Text& words : words_on_persons(persons)) out += fmt::format("<li>{}</li>", escaped(words.in(language)));
    out += "</ul>";
    for (const WordsTable& table : tables_of_persons(persons, language)) {
        out += fmt::format("<h3>{}</h3><table><thead><tr>", escaped(table.heading));
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            out += fmt::format("<th scope=\"col\"{}>{}</th>", c == 0 ? "" : " class=\"n\"", escaped(table.columns[c]));
        out += "</tr></thead><tbody>";
        for (const auto& row : table.rows) {
            out += fmt::format("<tr><th scope=\"row\">{}</th>", escaped(row.front()));
            for (std::size_t c = 1; c < row.size(); ++c) out += fmt::format("<td class=\"n\">{}</td>", escaped(row[c]));
            out += "</tr>";
        }
        out += "</tbody></table>";
    }
    return out + "</section>";
}

} // namespace samspil
