// SPDX-License-Identifier: MPL-2.0
// Who changes in words: every count shown is the count, and what does not add up is said.
#include "tests/support/catch.hpp"

#include "engine/io/comparison_report.hpp"
#include "engine/io/life_words.hpp"

#include <algorithm>

using namespace samspil;
using Catch::Matchers::ContainsSubstring;

namespace {

/// Three citizens: one gains 60 weeks in a club, one loses 3, one keeps what she has in another house.
ReportPersons three_citizens()
{
    PersonCounts counts;
    const auto club = first_offer + index_of(Offer::klub);
    for (std::size_t m = 0; m < person_measure_count; ++m) {
        for (const std::int64_t weeks : {60, -3, 0}) counts.all[m].add(m == all_offers || m == club ? weeks : 0);
    }
    for (std::size_t d = 0; d < person_dimension_count; ++d) counts.by_member[d] = {counts.all[all_offers]};
    counts.by_size[size_class(60)] = counts.by_size[size_class(-3)] = counts.by_size[size_class(0)] = 1;
    for (const std::int64_t weeks : {60, -3}) counts.by_cause[static_cast<std::size_t>(Cause::place)].add(weeks);
    counts.by_cause[static_cast<std::size_t>(Cause::house)].add(0);
    counts.parted = 3;
    counts.parted_same = 1;
    counts.parted_by_year = {2, 1};
    counts.base_weeks = counts.base_sum = {100, 0, 0, 0};
    counts.option_weeks = counts.option_sum = {157, 0, 0, 0};
    ReportPersons persons;
    persons.who.replications = {counts};
    for (auto& members : persons.who.members) members = {{"one", {"den ene", "the one"}}};
    persons.base = {counts.base_weeks};
    persons.option = {counts.option_weeks};
    return persons;
}

bool says(const std::vector<Text>& words, Language language, const std::string& what)
{
    return std::any_of(words.begin(), words.end(), [&](const Text& text) { return text.in(language).find(what) != std::string::npos; });
}

} // namespace

TEST_CASE("who changes in words: gains, losses and the sum")
{
    const ReportPersons persons = three_citizens();
    CHECK(persons.agrees());
    const auto words = words_on_persons(persons);
    CHECK(says(words, Language::da, "af 3 borgere, der boede i kommunen i perioden: 1 får flere uger"));
    CHECK(says(words, Language::en, "the first get +60 weeks in all, the second −3: +57 weeks together (+13 person-months)"));
    CHECK(says(words, Language::da, "præcis de to resultaters egne tal"));
    CHECK(says(words, Language::da, "3 liv skilles; 1 af dem"));
    CHECK(says(words, Language::en, "of replication 0"));
    const auto tables = tables_of_persons(persons, Language::da);
    CHECK(tables.front().rows.front() == std::vector<std::string>{"alle tilbud", "3", "1", "1", "1", "+60", "−3", "+57"});
    for (const WordsTable& table : tables) {
        for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
    }
    CHECK_THAT(persons_section(persons, Language::da), ContainsSubstring("<th scope=\"row\">Plads eller ventetid</th>"));
}

TEST_CASE("who changes in words: citizens who do not add up to the results are said not to")
{
    ReportPersons persons = three_citizens();
    SECTION("the option's file says another number") { persons.option[0][0] += 1; }
    SECTION("the base's file says another number in another offer") { persons.base[0][3] += 1; }
    SECTION("the run itself does not add up") { persons.who.replications[0].option_sum[0] -= 1; }
    SECTION("a replication is missing") { persons.base.clear(); }
    CHECK_FALSE(persons.agrees());
    CHECK(says(words_on_persons(persons), Language::da, "IKKE"));
    CHECK(says(words_on_persons(persons), Language::en, "do NOT"));
}

TEST_CASE("who changes in words: of several replications means, and how far they reach")
{
    ReportPersons persons = three_citizens();
    persons.who.replications.push_back(persons.who.replications[0]);
    persons.who.replications[1].all[all_offers].gain = 2;
    persons.base.push_back(persons.base[0]);
    persons.option.push_back(persons.option[0]);
    CHECK(persons.agrees());
    const auto words = words_on_persons(persons);
    CHECK(says(words, Language::da, "1,5 får flere uger"));
    CHECK(says(words, Language::en, "means over replications 0 to 1; from 1 to 2 citizens get more weeks"));
}

TEST_CASE("a difference in weeks has one size, and sizes are symmetric")
{
    CHECK(size_class(0) == 4);
    CHECK(size_class(1) == size_class(4));
    CHECK(size_class(4) + 1 == size_class(5));
    CHECK(size_class(13) + 1 == size_class(14));
    CHECK(size_class(52) + 1 == size_class(53));
    CHECK(size_class(5000) == size_class_count - 1);
    for (const int weeks : {1, 4, 5, 13, 14, 52, 53, 520}) CHECK(size_class(weeks) + size_class(-weeks) == size_class_count - 1);
}

TEST_CASE("a life in words: no number of an event is shown raw, every event and cause has a sentence in both languages")
{
    const NameOfKey house = [](int key) { return key == 7 ? std::string("Huset") : std::string("?"); };
    for (const Language language : {Language::da, Language::en}) {
        for (int kind = 0; kind <= static_cast<int>(last_life_event_kind); ++kind) {
            LifeEvent event{1, 5, static_cast<LifeEventKind>(kind), 1, 7, 1, 987654};
            if (event.kind == LifeEventKind::started || event.kind == LifeEventKind::effect) event.b = 500;
            const std::string words = event_words(event, house, language);
            CHECK_FALSE(words.empty());
            CHECK(words.find("987654") == std::string::npos);
        }
        for (std::size_t c = 0; c < cause_count; ++c) {
            LifeDifference parting;
            parting.cause = static_cast<Cause>(c);
            parting.in_b = LifeEvent{1, 5, LifeEventKind::started, 1, 7, 1, 0};
            CHECK_FALSE(cause_words(parting, false, house, language).empty());
            CHECK_FALSE(rule_label(parting.cause).in(language).empty());
        }
    }
    LifeDifference parting;
    parting.person = 1;
    parting.cause = Cause::place;
    parting.in_b = LifeEvent{1, 5, LifeEventKind::started, 1, 7, 1, 0};
    const std::vector<LifeEvent> later{{1, 9, LifeEventKind::started, 1, 7, 1, 4}}, never;
    CHECK(cause_words(parting, later, {}, house, Language::da) == "plads ledig tidligere i Huset");
    CHECK(cause_words(parting, never, {}, house, Language::da) == "plads ledig i Huset, som basis ikke gav");
}
