// SPDX-License-Identifier: MPL-2.0
// Whatever the differences are, the sentence has room, counts right and ends in a whole clause.
#include "tests/support/catch.hpp"
#include "tests/viewer/judged_options.hpp"

#include "engine/experiment/decomposition.hpp"
#include "engine/io/figures.hpp"

#include <random>

using namespace samspil;
using namespace samspil::viewer;

namespace {

/// What stands between two marks of a sentence; empty without the first.
std::string between(const std::string& text, const std::string& from, const std::string& to)
{
    const auto begin = text.find(from);
    if (begin == std::string::npos) return {};
    return text.substr(begin + from.size(), text.find(to, begin + from.size()) - begin - from.size());
}

} // namespace

TEST_CASE("of any differences the sentence fits, calls no tie better, and counts what is better right", "[viewer][property]")
{
    std::mt19937 chance(20260);
    const auto uniform = [&](double low, double high) { return std::uniform_real_distribution<double>(low, high)(chance); };
    const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(chance); };
    const std::string syllables[] = {"Å", "ben ", "kø", "re ", "distrikt ", "for", "ebyggende", " og ", "frivillighedscenter"};
    std::size_t named_ties = 0, named_undecided = 0, led = 0, level = 0, tied = 0, sized_up = 0;
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
        for (const std::size_t i : leaders) REQUIRE(balance_of(options[i]) > 0);
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
            // What is undecided in size is counted, for however many leaders, unless there is no room for the shortest clause.
            std::size_t sizes = 0;
            for (std::size_t g = 0; !leaders.empty() && g < kpis.size(); ++g)
                sizes += std::any_of(leaders.begin(), leaders.end(), [&](std::size_t i) {
                    const KpiDifference& d = options[i].goals[g].difference;
                    return d.verdict && finding_of(d) == Finding::below_limit && worst_drawback(options[i]) != &d;
                });
            const bool sized = sizes == 0 || text.find(da ? "tørrelse uafklaret: " : "ize undecided: ") != std::string::npos;
            const auto full = [&](const std::string& one) { return characters(one + " Størrelse uafklaret: " + std::to_string(sizes) + ".") > headline_length; };
            REQUIRE((sized || full(sentence.da) || full(sentence.en)));
            sized_up += sizes > 0 && sized ? 1 : 0;
            if (leaders.size() == 1) {
                ++led;
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
    CHECK(sized_up > 30);
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
        const Text words = headline({"Et ret langt navn på et alternativ", "A rather long name of an option"}, differences, nullptr, covers_chance);
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
    const Text words = headline({"Et ret langt navn på et alternativ", "A rather long name of an option"}, differences, nullptr, covers_chance);
    INFO(words.da << "\n" << words.en);
    CHECK(words.da.ends_with(", størrelse uafklaret på 1, uafgjort på 2 mål."));
    CHECK(words.en.ends_with(", size undecided on 1, tie on 2 goals."));
    CHECK(words.da.find("udgift pr. deltager") != std::string::npos);
    CHECK(words.da.find("overbelastede frivillige") != std::string::npos);
}
