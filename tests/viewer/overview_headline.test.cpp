// SPDX-License-Identifier: MPL-2.0
// The sentence above an overview: who leads, and what it costs.
#include "tests/support/catch.hpp"
#include "tests/viewer/judged_options.hpp"

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

TEST_CASE("one option is said to be worse as often as it is", "[viewer]")
{
    const std::vector one{judged("A", "++00--0")};
    const std::vector<std::size_t> it{0};
    CHECK(leaders_of(one, on_par).empty());
    CHECK(overview_sentence(one, {}).da.starts_with("Valg A er ikke samlet bedre end basis: bedre på 2, dårligere på 2 af 7 mål."));
    CHECK(overview_sentence(one, {}).en.starts_with("Valg A is not better than the base on balance: better on 2, worse on 2 of 7 goals."));
    const std::vector worse{judged("A", "000---0")};
    CHECK(overview_sentence(worse, {}).da.starts_with("Valg A er ikke samlet bedre end basis: bedre på 0, dårligere på 3 af 7 mål."));
    const std::vector more{judged("A", "+++0--0")};
    CHECK(leaders_of(more, on_par) == it);
    CHECK(overview_sentence(more, it).da.starts_with("Valg A: bedre på 3, dårligere på 2 af 7 mål."));
    const std::vector without{judged("A", "++00000")};
    CHECK(overview_sentence(without, it).da.starts_with("Valg A: bedre på 2 af 7 mål."));
    const std::vector small{judged("A", "m00???0")}; // worse by less than its limit: no loss is counted
    CHECK(overview_sentence(small, {}).da.starts_with("Valg A: ikke bedre på noget af 7 mål."));
}

TEST_CASE("leaders that differ from each other are not called level", "[viewer]")
{
    const std::vector options{judged("A", "+++0000"), judged("B", "++00000")};
    const std::vector<std::size_t> both{0, 1};
    CHECK(overview_sentence(options, both, Among::each_ahead).da.starts_with("Valg A og Valg B har hver sine fordele: bedre på 2 til 3 af 7 mål."));
    CHECK(overview_sentence(options, both, Among::each_ahead).en.starts_with("Valg A and Valg B each have their advantages: better on 2 to 3 of 7 goals."));
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
    CHECK(sentence.da == "Valg A: bedre på 2 af 7 mål. Værste ulempe: udgift pr. deltager, størrelse uafklaret. Uafklaret: ventetid. Størrelse uafklaret: 1.");
    const std::vector small{judged("A", "+p00000")};
    CHECK(overview_sentence(small, {}).da == "Valg A: bedre på 1 af 7 mål. Ingen ulemper på målene. Retning sikker, størrelse uafklaret: 1 mål. Uafgjort: 5 mål.");
    const std::vector open{judged("A", "???????")}, mixed{judged("A", "0??????")};
    CHECK(overview_sentence(open, {}).en == "No option can be told from the base: undecided on all 7 goals.");
    CHECK(overview_sentence(mixed, {}).da == "Intet alternativ kan skelnes fra basis: uafgjort eller uafklaret på alle 7 mål.");
}

TEST_CASE("one option is said with how many goals are better, its worst drawback and its ties", "[viewer]")
{
    const std::vector one{judged("A", "++00-0+")};
    const Text sentence = overview_sentence(one, {});
    CHECK(sentence.da == "Valg A: bedre på 3, dårligere på 1 af 7 mål. Værste ulempe: udgift pr. deltager. Uafgjort: lang rejse, frafald og overbelastede frivillige.");
    CHECK(sentence.en == "Valg A: better on 3, worse on 1 of 7 goals. Worst drawback: cost per participant. Tie: long travel, drop-out and over-asked volunteers.");
    const std::vector none{judged("A", "00-0000")};
    CHECK(overview_sentence(none, {}).da.starts_with("Valg A er ikke samlet bedre end basis: bedre på 0, dårligere på 1 af 7 mål. Værste ulempe: lang rejse."));
}
