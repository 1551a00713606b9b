// SPDX-License-Identifier: MPL-2.0
#include "tests/support/catch.hpp"
#include "tests/support/made_result.hpp"

#include "tests/viewer/recording_canvas.hpp"

#include "viewer/data/known_goals.hpp"
#include "viewer/data/overview.hpp"
#include "viewer/panels/goal_cell.hpp"
#include "viewer/panels/overview.hpp"

#include "engine/experiment/decomposition.hpp"
#include "engine/io/figures.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <random>

#include <nlohmann/json.hpp>

using namespace samspil;
using namespace samspil::viewer;

namespace {

std::size_t characters(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// A difference with the verdict its interval deserves.
KpiDifference difference_of(const Kpi& kpi, double middle, double half, double relevance, std::size_t pairs)
{
    KpiDifference d;
    d.kpi = &kpi;
    d.goal = true;
    d.n = pairs;
    d.relevance = relevance;
    d.base = 10;
    d.option = 10 + middle;
    if (pairs < 2) return d;
    d.difference = middle;
    d.ci_low = middle - half;
    d.ci_high = middle + half;
    d.share_above = middle > 0 ? 0.75 : 0.25;
    if (kpi.direction != Direction::none) d.verdict = verdict_of(kpi.direction, *d.ci_low, *d.ci_high, relevance);
    for (std::size_t r = 0; r < pairs; ++r) d.by_pair.push_back(middle + half * (r % 2 == 0 ? 1 : -1));
    return d;
}

OverviewOption option_of(const std::string& title, const std::string& letter, std::vector<KpiDifference> goals)
{
    OverviewOption option;
    option.key = option.letter = letter;
    option.title = {title, title};
    option.pairs = goals.empty() ? 20 : goals.front().n;
    option.replications = option.wanted = static_cast<int>(option.pairs);
    for (KpiDifference& d : goals) option.goals.push_back(goal_cell(std::move(d)));
    return option;
}

/// An option that is better (+), worse (-), a tie (0), undecided (?), better or worse below its limit (p, m) on the headline
/// goals, one character each.
OverviewOption judged(const std::string& letter, const std::string& verdicts)
{
    std::vector<KpiDifference> goals;
    const std::vector<Goal> all = goals_or_headline({});
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const Kpi& kpi = kpi_table()[*find_kpi(all[i].kpi)];
        const double good = kpi.direction == Direction::higher_is_better ? 1 : -1;
        const char sort = verdicts[i];
        const bool small = sort == 'p' || sort == 'm', zero = sort == '0' || sort == '?';
        goals.push_back(difference_of(kpi, zero ? 0 : sort == '+' || sort == 'p' ? good : -good, 0.1, small ? 1.05 : sort == '0' ? 0.1 : 0.05, 20));
    }
    return option_of("Valg " + letter, letter, std::move(goals));
}

Between on_par(std::size_t, std::size_t) { return {}; }

/// What stands between two marks of a sentence; empty without the first.
std::string between(const std::string& text, const std::string& from, const std::string& to)
{
    const auto begin = text.find(from);
    if (begin == std::string::npos) return {};
    return text.substr(begin + from.size(), text.find(to, begin + from.size()) - begin - from.size());
}

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

TEST_CASE("of any differences the sentence fits, calls no tie better, and counts what is better right", "[viewer][property]")
{
    std::mt19937 chance(20260);
    const auto uniform = [&](double low, double high) { return std::uniform_real_distribution<double>(low, high)(chance); };
    const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(chance); };
    const std::string syllables[] = {"Å", "ben ", "kø", "re ", "distrikt ", "for", "ebyggende", " og ", "frivillighedscenter"};
    std::size_t named_ties = 0, named_undecided = 0, led = 0, level = 0, tied = 0;
    for (int round = 0; round < 4000; ++round) {
        std::vector<const Kpi*> kpis;
        while (kpis.size() < 1 + below(12)) {
            const Kpi* kpi = &kpi_table()[below(kpi_table().size())];
            if (std::find(kpis.begin(), kpis.end(), kpi) == kpis.end()) kpis.push_back(kpi);
        }
        const std::size_t pairs = below(3) == 0 ? below(10) : 20;
        std::vector<OverviewOption> options;
        const std::size_t count = 2 + below(5);
        for (std::size_t i = 0; i < count; ++i) {
            std::string title;
            for (std::size_t s = 0; s < 1 + below(12); ++s) title += syllables[below(std::size(syllables))];
            std::vector<KpiDifference> goals;
            for (const Kpi* kpi : kpis) goals.push_back(difference_of(*kpi, uniform(-1, 1), uniform(0, 0.8), uniform(0, 0.4), pairs));
            options.push_back(option_of(title, std::string(1, static_cast<char>('A' + i)), std::move(goals)));
            if (below(4) == 0) options.back().wanted = 40;
        }
        const auto leaders = leaders_of(options, [&](std::size_t a, std::size_t b) {
            const auto which = (a * 7 + b * 3 + static_cast<std::size_t>(round)) % 3;
            return which == 0 ? Between{0, 1} : which == 1 ? Between{} : Between{1, 0};
        });
        const Text sentence = overview_sentence(options, leaders);
        INFO(sentence.da << "\n" << sentence.en);
        REQUIRE(characters(sentence.da) <= headline_length);
        REQUIRE(characters(sentence.en) <= headline_length);
        for (const Language language : {Language::da, Language::en}) {
            const bool da = language == Language::da;
            const std::string& text = sentence.in(language);
            const std::string ties = between(text, da ? "Uafgjort: " : "Tie: ", ".") + "|", undecided = between(text, da ? "Uafklaret: " : "Undecided: ", ".") + "|",
                              drawbacks = between(text, da ? "ulempe" : "drawback", ".") + "|";
            for (const std::size_t i : leaders) {
                for (const GoalCell& cell : options[i].goals) {
                    const std::string name(short_name(*cell.difference.kpi).in(language));
                    // Every name that a clause holds has the verdict of the clause, for one leader at least.
                    const bool tie = finding_of(cell.difference) == Finding::tie, worse = cell.difference.verdict == Verdict::worse;
                    if (leaders.size() == 1 && drawbacks == ": " + name + "|") REQUIRE(worse);
                    if (ties == name + "|") {
                        REQUIRE(tie);
                        ++named_ties;
                    }
                    if (leaders.size() == 1 && undecided == name + "|") {
                        REQUIRE(finding_of(cell.difference) == Finding::undecided);
                        ++named_undecided;
                    }
                }
            }
            // What is a tie, or below its limit, is counted before it is left out: where it is left out there was no room to count it.
            // (Only the last resort leaves out how sure the rest is.)
            if (leaders.size() == 1 && text.find(da ? "Kan ændre sig." : "May change.") == std::string::npos) {
                const OverviewOption& leader = options[leaders.front()];
                const std::size_t n = count_of(leader, Finding::tie);
                std::size_t small = 0;
                for (const GoalCell& cell : leader.goals)
                    small += cell.difference.verdict && finding_of(cell.difference) == Finding::below_limit && worst_drawback(leader) != &cell.difference;
                const bool told = n == 0 || text.find(da ? " Uafgjort: " : " Tie: ") != std::string::npos;
                // One language without room is enough: both say the same.
                const auto has_room = [&](Language one) {
                    const auto clause = [&](std::size_t goals, Finding finding) {
                        const std::size_t word = one == Language::da ? 3 : goals == 1 ? 4 : 5;
                        return goals == 0 ? 0 : characters(std::string(label_of(finding).in(one))) + 4 + characters(std::to_string(goals)) + 1 + word;
                    };
                    return characters(sentence.in(one)) + clause(n, Finding::tie) + clause(small, Finding::below_limit) <= headline_length;
                };
                REQUIRE((told || !has_room(Language::da) || !has_room(Language::en)));
                tied += n > 0 && told ? 1 : 0;
            }
            if (leaders.size() == 1) {
                ++led;
                REQUIRE(balance_of(options[leaders.front()]) > 0);
                const std::size_t better = count_of(options[leaders.front()], Verdict::better);
                REQUIRE(text.find((da ? "er bedst: bedre på " : "is best: better on ") + std::to_string(better) + (da ? " af " : " of ")) != std::string::npos);
            } else {
                level += leaders.empty() ? 0 : 1;
                REQUIRE(text.find(da ? "er bedst:" : "is best:") == std::string::npos);
            }
        }
        const Text alone = overview_sentence(std::span(options).first(1), {});
        REQUIRE(characters(alone.da) <= headline_length);
        REQUIRE(characters(alone.en) <= headline_length);
    }
    CHECK(named_ties > 10);
    CHECK(named_undecided > 50);
    CHECK(led > 500);
    CHECK(tied > 20);
    CHECK(level > 100);
}

TEST_CASE("a headline of everything at once fits in whole clauses", "[viewer]")
{
    const std::string long_name = "Et alternativ med et meget langt navn som ingen kan huske";
    // Everything at once: futures, variants, few replications, every finding, long names.
    std::size_t long_ones = 0;
    std::mt19937 chance(8);
    for (int round = 0; round < 2000; ++round) {
        std::vector<KpiDifference> differences;
        Decomposition parts;
        for (const Kpi& kpi : kpi_table()) {
            if (kpi.direction == Direction::none || chance() % 4 != 0) continue;
            std::uniform_real_distribution<double> uniform(-1, 1);
            differences.push_back(difference_of(kpi, uniform(chance), std::abs(uniform(chance)), 0.3, chance() % 5 == 0 ? 1 : 5));
            differences.back().depends_on_assumptions = chance() % 5 == 0;
            parts.standings.push_back({&kpi, 0, chance() % 2 == 0 ? Standing::turns : Standing::fades});
        }
        const Text words = headline({long_name, long_name}, differences, &parts, "futures");
        INFO(words.da << "\n" << words.en);
        REQUIRE(characters(words.da) <= headline_length);
        REQUIRE(characters(words.en) <= headline_length);
        REQUIRE(words.da.ends_with('.'));
        long_ones += characters(words.da) > 100;
    }
    CHECK(long_ones > 500);
    CHECK(characters(whole_clauses(std::string(300, 'x'))) == 300); // nowhere to cut: the caller's words
    CHECK(whole_clauses("Bedre på pr. ting. " + std::string(200, 'x')) == "Bedre på pr. ting. " + std::string(200, 'x'));
    CHECK(whole_clauses("Bedre på pr. ting. Xx" + std::string(200, 'x')) == "Bedre på pr. ting.");
}

TEST_CASE("a headline has one clause for ties and undecided goals, never for one kind alone or a direction that is sure", "[viewer]")
{
    std::mt19937 chance(4);
    std::size_t joint = 0, beside_small = 0;
    for (int round = 0; round < 4000; ++round) {
        std::string verdicts;
        for (int i = 0; i < 7; ++i) verdicts += "++--00??p"[chance() % 9];
        std::vector<KpiDifference> differences;
        for (const GoalCell& cell : judged("A", verdicts).goals) differences.push_back(cell.difference);
        const Text words = headline({"Et ret langt navn på et alternativ", "A rather long name of an option"}, differences, nullptr);
        INFO(verdicts << "\n" << words.da << "\n" << words.en);
        const std::string da = between(words.da, "ingen klar forskel på ", " mål"), en = between(words.en, "no clear difference on ", " goal");
        REQUIRE(da == en);
        if (da.empty()) continue;
        const auto ties = std::count(verdicts.begin(), verdicts.end(), '0'), undecided = std::count(verdicts.begin(), verdicts.end(), '?');
        REQUIRE((ties > 0 && undecided > 0));
        REQUIRE(da == std::to_string(ties + undecided));
        const bool small = verdicts.find('p') != std::string::npos;
        REQUIRE(small == (words.da.find("størrelse uafklaret på ") != std::string::npos));
        ++joint;
        beside_small += small;
    }
    CHECK(joint > 20);
    CHECK(beside_small > 20);
}

TEST_CASE("what is no win takes few words before a headline gives up the names of wins and losses", "[viewer]")
{
    std::vector<KpiDifference> differences;
    for (const GoalCell& cell : judged("A", "p+-0+-0").goals) differences.push_back(cell.difference);
    const Text words = headline({"Et ret langt navn på et alternativ", "A rather long name of an option"}, differences, nullptr);
    INFO(words.da << "\n" << words.en);
    CHECK(words.da.ends_with(", størrelse uafklaret på 1, uafgjort på 2 mål."));
    CHECK(words.en.ends_with(", size undecided on 1, tie on 2 goals."));
    CHECK(words.da.find("udgift pr. deltager") != std::string::npos);
    CHECK(words.da.find("overbelastede frivillige") != std::string::npos);
}

TEST_CASE("goals compared alone, and kept, are as all KPIs compared at once", "[viewer]")
{
    std::mt19937 chance(11);
    std::normal_distribution<double> normal(10, 1);
    const auto made = [&](const std::string& key, int replications) {
        auto result = std::make_shared<Result>();
        result->key = key;
        result->replications = replications;
        result->kpis.assign(kpi_table().size(), {});
        for (std::vector<double>& column : result->kpis)
            for (int r = 0; r < replications; ++r) column.push_back(normal(chance));
        return result;
    };
    const auto base = made("basis", 12), option = made("valg", 9), other = made("valg", 12);
    std::vector<Goal> goals = goals_or_headline({});
    goals.front().relevance = 3;
    const auto as_all = [&](const Result& a, const Result& b, const std::vector<GoalCell>& cells) {
        const auto all = compare_runs(a.kpis, b.kpis, goals);
        REQUIRE(cells.size() == goals.size());
        for (std::size_t g = 0; g < goals.size(); ++g) {
            const KpiDifference &one = cells[g].difference, &same = *find_difference(all, goals[g].kpi);
            CHECK(one.kpi == same.kpi);
            CHECK(one.n == same.n);
            CHECK(one.goal == same.goal);
            CHECK(one.difference == same.difference);
            CHECK(one.ci_low == same.ci_low);
            CHECK(one.ci_high == same.ci_high);
            CHECK(one.relevance == same.relevance);
            CHECK(one.verdict == same.verdict);
            CHECK(one.by_pair == same.by_pair);
        }
    };
    Library library;
    library.results = {base, option};
    KnownGoals known;
    known.look_at(library);
    const std::vector<GoalCell>& kept = known.cells(*base, *option, goals);
    as_all(*base, *option, kept);
    CHECK(&known.cells(*base, *option, goals) == &kept);
    goals.front().relevance = 0.001; // asked otherwise: worked out again
    as_all(*base, *option, known.cells(*base, *option, goals));
    as_all(*base, *other, known.cells(*base, *other, goals)); // not open
    library.results = {base, other};
    known.look_at(library);
    as_all(*base, *other, known.cells(*base, *other, goals));
}

TEST_CASE("what is undecided is not called a tie, and a sure difference below its limit is no win", "[viewer]")
{
    const std::vector one{judged("A", "+?p0m0+")};
    CHECK(count_of(one.front(), Verdict::better) == 2);
    CHECK(balance_of(one.front()) == 2);
    const Text sentence = overview_sentence(one, {});
    CHECK(sentence.da == "Valg A: bedre på 2 af 7 mål. Værste ulempe: udgift pr. deltager, størrelse uafklaret. Uafklaret: ventetid.");
    const std::vector small{judged("A", "+p00000")};
    CHECK(overview_sentence(small, {}).da == "Valg A: bedre på 1 af 7 mål. Ingen ulemper på målene. Retning sikker, størrelse uafklaret: 1 mål. Uafgjort: 5 mål.");
    const std::vector open{judged("A", "???????")}, mixed{judged("A", "0??????")};
    CHECK(overview_sentence(open, {}).en == "No option can be told from the base: undecided on all 7 goals.");
    CHECK(overview_sentence(mixed, {}).da == "Intet alternativ kan skelnes fra basis: uafgjort eller uafklaret på alle 7 mål.");
}

TEST_CASE("what is no clear win or loss is grey, marked and named so, never better or worse", "[viewer]")
{
    const Theme theme = theme_of(Look::light, 1);
    std::mt19937 chance(7);
    std::uniform_real_distribution<double> uniform(-1, 1);
    std::size_t ties = 0, undecided = 0, small = 0, zero_left_out = 0;
    for (int round = 0; round < 3000; ++round) {
        const Kpi& kpi = kpi_table()[static_cast<std::size_t>(round) % kpi_table().size()];
        const KpiDifference d = difference_of(kpi, uniform(chance), std::abs(uniform(chance)), std::abs(uniform(chance)), 12);
        const CellColours colours = cell_colours(theme, d);
        for (const Language language : {Language::da, Language::en}) {
            const CellWords words = cell_words(d, language);
            const std::string better(label_of(Verdict::better).in(language)), worse(label_of(Verdict::worse).in(language));
            const bool clear = finding_of(d) == Finding::decided;
            if (d.verdict == Verdict::better && clear) CHECK(words.word == better);
            if (d.verdict && *d.verdict != Verdict::tie && clear) continue;
            CHECK(words.word != better);
            CHECK(words.word != worse);
            CHECK_FALSE(colours.ink == theme.better);
            CHECK_FALSE(colours.ink == theme.worse);
            CHECK_FALSE(colours.back == theme.better_soft);
            CHECK_FALSE(colours.back == theme.worse_soft);
            if (!d.verdict) continue;
            CHECK(colours.ink == theme.tie);
            CHECK(colours.back == theme.tie_soft);
            CHECK_FALSE(words.limit.empty());
            const bool inside = *d.ci_low >= -d.relevance && *d.ci_high <= d.relevance, up = *d.difference > 0;
            const std::string mark = inside ? "≈" : holds_zero(d) ? "↕" : up ? "△" : "▽";
            const Label word = inside          ? Label{"uafgjort", "tie"}
                               : holds_zero(d) ? Label{"uafklaret", "undecided"}
                                               : Label{"retning sikker, størrelse uafklaret", "direction sure, size undecided"};
            CHECK(words.mark == mark);
            CHECK(words.word == word.in(language));
            ++(inside ? ties : holds_zero(d) ? undecided : small);
            if (inside && !holds_zero(d)) ++zero_left_out;
        }
    }
    CHECK(ties > 150);
    CHECK(undecided > 500);
    CHECK(small > 100);
    CHECK(zero_left_out > 20);
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

TEST_CASE("a goal's cell keeps its verdict and interval in any size that an overview gives it", "[viewer]")
{
    const Theme theme = theme_of(Look::light, 1);
    const Kpi& kpi = kpi_table()[*find_kpi("travel.over_30")];
    const GoalCell tie = goal_cell(difference_of(kpi, 0.01, 0.02, 0.05, 20)), worse = goal_cell(difference_of(kpi, 0.2, 0.02, 0.05, 20));
    for (const GoalCell* cell : {&tie, &worse}) {
        const CellWords words = cell_words(cell->difference, Language::da);
        for (const auto& [width, height] : {std::pair{330.0, 21.0}, {430.0, 24.0}, {560.0, 30.0}, {260.0, 60.0}, {180.0, 60.0}, {160.0, 90.0}, {900.0, 100.0}}) {
            RecordingCanvas canvas;
            draw_goal_cell(canvas, theme, {0, 0, width, height}, *cell, shared_scale(std::array{cell}), {Language::da});
            INFO(width << " x " << height << ": " << canvas.all());
            CHECK(canvas.all().find(words.word) != std::string::npos);
            const bool interval = std::any_of(words.intervals.begin(), words.intervals.end(), [&](const std::string& i) { return canvas.all().find(i) != std::string::npos; });
            CHECK(interval);
            for (const RecordingCanvas::Said& one : canvas.said) CHECK(one.at.x + one.width <= width);
            if (width >= 500) CHECK(canvas.discs > 0);
        }
    }
    std::size_t kept = 0, lost = 0;
    for (double width = 60; width < 700; width += 17)
        for (const double height : {20.0, 24.0, 34.0, 42.0, 60.0, 90.0}) {
            RecordingCanvas canvas;
            const Rect area{0, 0, width, height};
            draw_goal_cell(canvas, theme, area, tie, shared_scale(std::array{&tie}), {Language::da});
            INFO(width << " x " << height << ": " << canvas.all());
            CHECK(draws_spread(theme, area) == (canvas.discs > 0));
            const auto& intervals = cell_words(tie.difference, Language::da).intervals;
            const bool there = std::any_of(intervals.begin(), intervals.end(), [&](const std::string& i) { return canvas.all().find(i) != std::string::npos; });
            if (keeps_interval(canvas, theme, area, tie.difference, Language::da)) CHECK(there);
            ++(there ? kept : lost);
        }
    CHECK(kept > 50);
    CHECK(lost > 10);
    CHECK(cell_words(tie.difference, Language::da).short_limit == "gr. 5");
    CHECK(cell_words(tie.difference, Language::da).limit == "grænse 5");
    CHECK(cell_words(worse.difference, Language::da).limit == "grænse 5"); // whoever reads a win wants its measure
}

TEST_CASE("a long word for what is undecided in size takes the unit from no figure in large letters", "[viewer]")
{
    const Theme theme = theme_of(Look::light, 2);
    const GoalCell cell = goal_cell(difference_of(kpi_table()[*find_kpi("travel.over_30")], 0.04, 0.03, 0.05, 20));
    REQUIRE(finding_of(cell.difference) == Finding::below_limit);
    for (const double width : {640.0, 620.0, 600.0, 580.0}) {
        RecordingCanvas canvas;
        draw_goal_cell(canvas, theme, {0, 0, width, 46}, cell, shared_scale(std::array{&cell}), {Language::da});
        INFO(width << ": " << canvas.all());
        CHECK(canvas.all().find("%-point") != std::string::npos);
        CHECK(canvas.all().find("størrelse uafklaret") != std::string::npos);
        const auto intervals = cell_words(cell.difference, Language::da).intervals;
        CHECK(std::any_of(intervals.begin(), intervals.end(), [&](const std::string& i) { return canvas.all().find(i) != std::string::npos; }));
        for (const RecordingCanvas::Said& one : canvas.said) CHECK(one.at.x + one.width <= width);
    }
}

TEST_CASE("how many pairs are better is said of any number of pairs", "[viewer]")
{
    const Theme theme = theme_of(Look::light, 1);
    for (const int pairs : {20, 21, 45}) {
        KpiDifference d = difference_of(kpi_table()[*find_kpi("wait.mean.klub")], -1, 0.1, 0.05, static_cast<std::size_t>(pairs)); // less is better
        std::fill_n(d.by_pair.begin(), 3, 0.5);
        const GoalCell cell = goal_cell(d);
        RecordingCanvas canvas;
        draw_goal_cell(canvas, theme, {0, 0, 700, 90}, cell, shared_scale(std::array{&cell}), {Language::da});
        INFO(canvas.all());
        CHECK(canvas.all().find("bedre i " + std::to_string(pairs - 3) + " af " + std::to_string(pairs)) != std::string::npos);
        CHECK(canvas.all().find("højere") == std::string::npos);
    }
}

TEST_CASE("dots are the pairs themselves up to twenty, then twentieths of them", "[viewer]")
{
    KpiDifference d = difference_of(kpi_table().front(), 0, 1, 0, 3);
    d.by_pair = {3, 1, 2};
    CHECK(goal_cell(d).dots == std::vector<double>{1, 2, 3});
    d.by_pair.clear();
    for (int i = 0; i <= 100; ++i) d.by_pair.push_back(100 - i);
    const GoalCell cell = goal_cell(d);
    REQUIRE(cell.dots.size() == 20);
    CHECK(cell.dots.front() == Approx(2.5));
    CHECK(cell.dots.back() == Approx(97.5));
    CHECK(cell.low90 == Approx(5));
    CHECK(cell.high50 == Approx(75));
}

namespace {

std::shared_ptr<Result> result_of(const std::string& key, int replications, double shift)
{
    auto result = std::make_shared<Result>();
    result->key = key;
    result->metadata.title = {key, key};
    result->metadata.weeks = 4;
    result->replications = result->wanted = replications;
    for (std::size_t k = 0; k < kpi_table().size(); ++k) {
        result->kpis.emplace_back();
        for (int r = 0; r < replications; ++r) result->kpis.back().push_back(1 + static_cast<double>(k) + 0.1 * ((r * 7) % 5) + shift * (1 + 0.1 * r));
    }
    return result;
}

} // namespace

TEST_CASE("a result against itself is exactly nothing on every goal", "[viewer]")
{
    const auto base = result_of("basis", 12, 0), twin = result_of("tvilling", 12, 0);
    const Result* const options[] = {twin.get()};
    const Overview overview = make_overview(*base, options, goals_or_headline({}));
    REQUIRE(overview.options.front().goals.size() == 7);
    for (const GoalCell& cell : overview.options.front().goals) {
        CHECK(is_nothing(cell.difference));
        CHECK(cell.difference.verdict == Verdict::tie);
        CHECK(cell_words(cell.difference, Language::da).mark == "=");
    }
    CHECK(overview.leaders.empty());
    CHECK(overview.sentence.da == "tvilling: ingen forskel, præcis nul.");
}

TEST_CASE("an unfinished option is compared on what there is, and says so", "[viewer]")
{
    const auto base = result_of("basis", 20, 0), done = result_of("hel", 20, 1), half = result_of("halv", 14, 2);
    half->wanted = 20;
    const Result* const options[] = {done.get(), half.get()};
    const auto overview = std::make_shared<const Overview>(make_overview(*base, options, goals_or_headline({})));
    CHECK_FALSE(overview->options[0].may_change());
    CHECK(overview->options[1].may_change());
    CHECK(overview->options[1].pairs == 14);
    CHECK(overview->options[1].goals.front().difference.n == 14);
    const Panel panel = overview_panel(overview, {Language::da, Uncertainty::dots, "hel"});
    CHECK_THAT(panel.sentence, Catch::Matchers::ContainsSubstring("14 af 20 gentagelser – kan ændre sig"));
    CHECK_THAT(panel.title, Catch::Matchers::ContainsSubstring("Kan ændre sig"));
    CHECK_THAT(panel.note, Catch::Matchers::ContainsSubstring("kun tilfældighed"));
}

TEST_CASE("a base alone, one replication and no goals make an overview", "[viewer]")
{
    const auto base = result_of("basis", 1, 0), option = result_of("valg", 1, 1);
    const Overview alone = make_overview(*base, {}, goals_or_headline({}));
    CHECK(alone.levels.size() == 7);
    CHECK_FALSE(alone.sentence.da.empty());
    const Result* const options[] = {option.get(), option.get()};
    const auto overview = std::make_shared<const Overview>(make_overview(*base, options, goals_or_headline({})));
    CHECK(overview->sentence.da == "Ingen af målene er bestemt endnu.");
    CHECK(cell_words(overview->options[0].goals[0].difference, Language::da).word == "ikke bestemt");
    CHECK(overview_panel(overview, {}).table.rows.size() == 14);
    CHECK(make_overview(*base, options, {}).sentence.en == "No goals to judge by.");
}

TEST_CASE("every figure of the overview is what samspil compare prints for the same files", "[viewer]")
{
    const made::Folder folder;
    const std::string scenario = std::string(SAMSPIL_SOURCE_DIR) + "/scenarios/minimal.yaml";
    const std::string tiny = " -n 5 -j 1 -s period.weeks=52 -s period.burn_in_weeks=26 ";
    const std::string program = SAMSPIL_PROGRAM;
    REQUIRE(std::system((program + " run " + scenario + tiny + "-o " + folder / "base" + " >/dev/null 2>&1").c_str()) == 0);
    REQUIRE(std::system((program + " run " + scenario + tiny + "-s policy.W_max=2 -s policy.visitation_rule=exact -o " + folder / "a" + " >/dev/null 2>&1").c_str()) == 0);
    REQUIRE(std::system((program + " run " + scenario + tiny + "-s assumptions.h_v=0.2 -o " + folder / "b" + " >/dev/null 2>&1").c_str()) == 0);
    const std::vector<std::string> files{folder / "base/minimal.h5", folder / "a/minimal.h5", folder / "b/minimal.h5"};
    REQUIRE(std::system((program + " compare --json " + files[0] + " " + files[1] + " " + files[2] + " >" + folder / "compare.json").c_str()) == 0);
    std::ifstream stream(folder / "compare.json");
    const auto printed = nlohmann::json::parse(stream);

    const ResultPtr base = read_result(files[0]), a = read_result(files[1]), b = read_result(files[2]);
    const Result* const options[] = {a.get(), b.get()};
    const auto overview = std::make_shared<const Overview>(make_overview(*base, options, goals_or_headline(base->metadata.goals)));
    const Panel panel = overview_panel(overview, {Language::da, Uncertainty::dots, ""});
    bool any_difference = false;
    for (std::size_t o = 0; o < 2; ++o) {
        const auto& kpis = printed["options"][o]["kpis"];
        for (std::size_t g = 0; g < overview->levels.size(); ++g) {
            const GoalCell& cell = overview->options[o].goals[g];
            const KpiDifference& d = cell.difference;
            const auto row = std::find_if(kpis.begin(), kpis.end(), [&](const auto& one) { return one["kpi"] == std::string(d.kpi->id); });
            REQUIRE(row != kpis.end());
            INFO(d.kpi->id);
            const auto number = [&](const char* name) { return (*row)[name].is_null() ? std::optional<double>() : (*row)[name].get<double>(); };
            CHECK(d.base == number("base"));
            CHECK(overview->levels[g].base == number("base"));
            CHECK(d.option == number("option"));
            CHECK(d.difference == number("difference"));
            CHECK(d.ci_low == number("ci_low"));
            CHECK(d.ci_high == number("ci_high"));
            CHECK(d.share_above == number("share_above"));
            CHECK(d.relevance == *number("relevance"));
            CHECK(d.n == (*row)["n"].get<std::size_t>());
            CHECK((d.verdict ? nlohmann::json(id_of(*d.verdict)) : nlohmann::json()) == (*row)["verdict"]);
            any_difference = any_difference || (d.difference && *d.difference != 0);
            // The words are made from the printed numbers alone.
            KpiDifference again;
            again.kpi = d.kpi;
            again.base = number("base");
            again.difference = number("difference");
            again.ci_low = number("ci_low");
            again.ci_high = number("ci_high");
            again.share_above = number("share_above");
            again.n = d.n;
            again.relevance = *number("relevance");
            again.verdict = d.verdict;
            const DifferenceWords words = in_words(again, Language::da);
            const std::vector<std::string>& shown = panel.table.rows[2 * g + o];
            CHECK(shown[2] == words.base);
            CHECK(shown[3] == words.difference);
            CHECK(shown[4] == words.interval);
            CHECK((words.share_above.empty() || shown[5] == words.share_above));
            const CellWords drawn = cell_words(d, Language::da);
            if (d.difference) {
                CHECK(drawn.number + drawn.units.front() == words.difference);
                CHECK((words.share_above.starts_with(drawn.share.substr(0, drawn.share.rfind(' ')))));
            }
        }
    }
    CHECK(any_difference);
}

TEST_CASE("every unit of a KPI is said in Danish on Danish screens", "[viewer]")
{
    const auto words_in = [](const std::string& unit) {
        std::vector<std::string> words{""};
        for (const char c : unit) {
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0) words.back() += c;
            else words.emplace_back();
        }
        std::erase(words, "");
        return words;
    };
    for (const Kpi& kpi : kpi_table()) {
        KpiDifference d = difference_of(kpi, 1, 0.1, 0.1, 12);
        const FigureStyle da = figure_style(d, Language::da), en = figure_style(d, Language::en);
        INFO(kpi.id << ": " << da.unit << " | " << en.unit);
        CHECK_FALSE(da.unit.empty());
        for (const std::string& english : words_in(en.unit + " " + en.difference_unit + " " + std::string(kpi.unit)))
            if (english != "kr") for (const std::string& danish : words_in(da.unit + " " + da.difference_unit)) CHECK(danish != english);
        CHECK(in_words(d, Language::da).base.ends_with(" " + da.unit));
    }
    const KpiDifference recruits = difference_of(kpi_table()[*find_kpi("volunteers.recruits.external")], 1, 0.1, 0.1, 12);
    CHECK(in_words(recruits, Language::da).base.ends_with("personer/år"));
}
