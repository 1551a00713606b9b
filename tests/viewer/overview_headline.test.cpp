// SPDX-License-Identifier: MPL-2.0
// The sentence above an overview: who leads, and what it costs.
#include "tests/support/catch.hpp"
#include "tests/viewer/judged_options.hpp"

#include "engine/experiment/decomposition.hpp"

using namespace samspil;
using namespace samspil::viewer;

namespace {

Between on_par(std::size_t, std::size_t) { return {}; }

} // namespace

TEST_CASE("the best option is named with its worst drawback and its ties", "[viewer]")
{
    const std::vector options{judged("A", "++00-0+"), judged("B", "+-00000")};
    const auto leaders = leaders_of(options, [](std::size_t, std::size_t) { return Between{1, 0}; });
    REQUIRE(leaders == std::vector<std::size_t>{0});
    const Text sentence = overview_sentence(options, leaders);
    CHECK(sentence.da == "Valg A er bedst: bedre på 3 af 7 mål. Værste ulempe: udgift pr. deltager. Uafgjort: lang rejse, frafald og overbelastede frivillige.");
    CHECK(sentence.en == "Valg A is best: better on 3 of 7 goals. Worst drawback: cost per participant. Tie: long travel, drop-out and over-asked volunteers.");
}

TEST_CASE("a lead that does not hold between the two options is no lead", "[viewer]")
{
    const std::vector options{judged("A", "+++0000"), judged("B", "++00000"), judged("C", "+000000")};
    CHECK(leaders_of(options, on_par) == std::vector<std::size_t>{0, 1});
    CHECK(overview_sentence(options, leaders_of(options, on_par)).da.starts_with("Valg A og Valg B står lige: bedre på 2 til 3 af 7 mål."));
    CHECK(leaders_of(options, [](std::size_t a, std::size_t b) { return a == 0 && b == 1 ? Between{1, 0} : Between{}; }) == std::vector<std::size_t>{0});
}

TEST_CASE("an option no better than the base is no leader, however it compares with the best", "[viewer]")
{
    const std::vector options{judged("A", "+000000"), judged("B", "+-00000"), judged("C", "0-00000")};
    const std::vector<std::size_t> first{0};
    CHECK(leaders_of(options, on_par) == first);
    CHECK(leaders_of(options, [](std::size_t a, std::size_t) { return a == 0 ? Between{0, 1} : Between{1, 0}; }) == first);
    CHECK(overview_sentence(options, first).da.starts_with("Valg A er bedst: bedre på 1 af 7 mål. Ingen ulemper på målene."));
    const std::vector open{judged("A", "+?00000"), judged("B", "+-00000"), judged("C", "0-00000")}; // what is undecided may be one
    CHECK(overview_sentence(open, first).da.starts_with("Valg A er bedst: bedre på 1 af 7 mål. Ingen sikre ulemper. Uafklaret: "));
}

TEST_CASE("who is worse than another leader and better on nothing leads nothing", "[viewer]")
{
    const std::vector options{judged("A", "+++0000"), judged("B", "+++0000"), judged("C", "+++0000"), judged("D", "++00000")};
    // B is beaten by C alone, D lies behind; A and C each have something.
    const auto between = [](std::size_t a, std::size_t b) -> Between {
        if (a == 1 && b == 2) return {0, 2};
        if (a == 2 && b == 1) return {2, 0};
        if (a + b == 2 && a != b) return {1, 1};
        return {};
    };
    CHECK(leaders_of(options, between) == std::vector<std::size_t>{0, 2});
    const auto circle = [](std::size_t a, std::size_t b) { return (a + 1) % 3 == b ? Between{1, 0} : Between{0, 1}; };
    CHECK(leaders_of(std::span(options).first(3), circle) == std::vector<std::size_t>{0, 1, 2}); // each beaten by another: nobody is left out
}

TEST_CASE("one option is said as compare says it, with its losses beside its wins", "[viewer]")
{
    const std::vector<std::size_t> it{0};
    for (const char* verdicts : {"++00--0", "000---0", "+++0--0", "++00000", "m00???0", "+?p0m0+", "???????", "0000000", "mm00000"}) {
        const std::vector one{judged("A", verdicts)};
        std::vector<KpiDifference> goals;
        for (const GoalCell& cell : one.front().goals) goals.push_back(cell.difference);
        const Text compared = headline(one.front().title, goals, nullptr, covers_chance);
        INFO(verdicts << ": " << compared.da);
        for (const auto& leaders : {it, std::vector<std::size_t>{}}) {
            CHECK(overview_sentence(one, leaders).da == compared.da);
            CHECK(overview_sentence(one, leaders).en == compared.en);
        }
    }
    const std::vector futures{judged("A", "++00--0")};
    CHECK(overview_sentence(futures, {}, Among::level, "futures").en.find("Over chance and assumptions") != std::string::npos);
    const std::vector one{judged("A", "++00--0")};
    CHECK(leaders_of(one, on_par).empty());
    CHECK(overview_sentence(one, {}).da == "Valg A: bedre på borgere nået og ventetid, dårligere på udgift pr. deltager og overbelastede frivillige, uafgjort på 3 mål.");
    // Of one that runs, that it may change.
    std::vector running{judged("A", "+000000")};
    running.front().wanted = 40;
    CHECK(overview_sentence(running, {}).en.ends_with(" May change."));
    CHECK_FALSE(overview_sentence(one, {}).en.ends_with(" May change."));
}

TEST_CASE("the worst loss keeps its name where the others are counted", "[viewer]")
{
    const std::string title = "Et ret langt navn på et alternativ som ingen husker";
    std::vector<KpiDifference> goals;
    for (const GoalCell& cell : judged("A", "+---+--").goals) goals.push_back(cell.difference);
    goals[3].relevance /= 4; // worse by most times its limit
    const Text words = headline({title, title}, goals, nullptr, covers_chance);
    INFO(words.da << "\n" << words.en);
    CHECK(words.da.find("dårligere på 5 mål (værst: frafald)") != std::string::npos);
    CHECK(words.en.find("worse on 5 goals (worst: drop-out)") != std::string::npos);
    CHECK(characters(words.da) <= headline_length);
    // One that is undecided in size is a loss as well.
    const Text small = headline({"X", "X"}, [] {
        std::vector<KpiDifference> all;
        for (const GoalCell& cell : judged("A", "++0pm00").goals) all.push_back(cell.difference);
        return all;
    }(), nullptr, covers_chance);
    CHECK(small.da.find("størrelse uafklaret på 2 mål (værst: udgift pr. deltager)") != std::string::npos);
}

TEST_CASE("leaders with a drawback each have it named under a short word before it is counted", "[viewer]")
{
    std::vector options{judged("A", "++-0+-?"), judged("B", "+p00++-")};
    options[0].title = {"Tre distrikter fra 1. april 2021", "Three districts from 1 April 2021"};
    options[1].title = {"Flere forebyggende pladser", "More preventive places"};
    options[0].goals[5].difference.relevance /= 2; // worse by most times its limit
    const Text words = overview_sentence(options, std::vector<std::size_t>{0, 1}, Among::each_ahead);
    CHECK(words.da == "A og B har hver sine fordele: bedre på 3 af 7 mål. Værst: overbelastede frivillige (A) og lighed mellem lokalsamfund (B). Uafklaret: 1 mål.");
    CHECK(words.en == "A and B each have advantages: better on 3 of 7 goals. Worst: over-asked volunteers (A) and evenness between areas (B). Undecided: 1 goal.");
    CHECK(characters(words.da) <= headline_length);
    CHECK(characters(words.en) <= headline_length);
}

TEST_CASE("leaders that differ from each other are not called level", "[viewer]")
{
    const std::vector options{judged("A", "+++0000"), judged("B", "++00000")};
    const std::vector<std::size_t> both{0, 1};
    CHECK(overview_sentence(options, both, Among::each_ahead).da.starts_with("Valg A og Valg B har hver sine fordele: bedre på 2 til 3 af 7 mål."));
    CHECK(overview_sentence(options, both, Among::each_ahead).en.starts_with("Valg A and Valg B each have advantages: better on 2 to 3 of 7 goals."));
    CHECK(overview_sentence(options, both, Among::some_ahead).da.starts_with("Valg A og Valg B er delt bedst: bedre på 2 til 3 af 7 mål."));
    CHECK(overview_sentence(options, both, Among::some_ahead).en.starts_with("Valg A and Valg B are shared best: better on 2 to 3 of 7 goals."));
    CHECK(overview_sentence(options, both, Among::level).da.find("står lige") != std::string::npos);
}

TEST_CASE("leaders each have their advantages only if each is better than another on something", "[viewer]")
{
    const std::vector<std::size_t> two{0, 1}, three{0, 1, 2};
    CHECK(among_leaders(two, on_par) == Among::level);
    CHECK(among_leaders(std::span(two).first(1), on_par) == Among::level);
    const auto both = [](std::size_t a, std::size_t b) { return a + b == 1 ? Between{1, 1} : Between{}; };
    CHECK(among_leaders(two, both) == Among::each_ahead);
    CHECK(among_leaders(three, both) == Among::some_ahead); // the third has nothing that another has not
    const auto first_only = [](std::size_t a, std::size_t b) { return Between{a == 0 && b == 1, a == 1 && b == 0}; };
    CHECK(among_leaders(two, first_only) == Among::some_ahead);
    const auto circle = [](std::size_t a, std::size_t b) { return (a + 1) % 3 == b ? Between{1, 0} : Between{0, 1}; };
    CHECK(among_leaders(three, circle) == Among::each_ahead);
}

TEST_CASE("no option leads when none has more goals better than worse", "[viewer]")
{
    const std::vector options{judged("A", "+-00000"), judged("B", "-000000")};
    CHECK(leaders_of(options, on_par).empty());
    CHECK(overview_sentence(options, {}).da.starts_with("Intet alternativ er samlet bedre end basis. Nærmest: Valg A, bedre på 1 af 7 mål."));
    const std::vector ties{judged("A", "0000000"), judged("B", "0000000")};
    CHECK(leaders_of(ties, on_par).empty());
    CHECK(overview_sentence(ties, {}).en == "No option can be told from the base: tie on all 7 goals.");
}

TEST_CASE("what is undecided is not called a tie, and a sure difference below its limit is no win", "[viewer]")
{
    const std::vector one{judged("A", "+?p0m0+")};
    CHECK(count_of(one.front(), Verdict::better) == 2);
    CHECK(balance_of(one.front()) == 2);
    const Text sentence = overview_sentence(one, {});
    INFO(sentence.da);
    CHECK(sentence.da.find("edre på borgere nået og lighed mellem lokalsamfund") != std::string::npos);
    CHECK(sentence.da.find("størrelse uafklaret på 2 (værst: udgift pr. deltager), ingen klar forskel på 3 mål.") != std::string::npos);
    const std::vector open{judged("A", "???????"), judged("B", "???????")}, mixed{judged("A", "0??????"), judged("B", "???????")};
    CHECK(overview_sentence(open, {}).en == "No option can be told from the base: undecided on all 7 goals.");
    CHECK(overview_sentence(mixed, {}).da == "Intet alternativ kan skelnes fra basis: uafgjort eller uafklaret på alle 7 mål.");
}
