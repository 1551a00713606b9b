// SPDX-License-Identifier: MPL-2.0
// What a mechanism moves is what the difference loses without it: ranked by size, said in a sentence, and never as a
// cause when it may be chance.
#include "engine/experiment/study.hpp"
#include "engine/io/why_words.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"

using namespace samspil;
using Catch::Matchers::ContainsSubstring;

namespace {

const Field& mechanism(std::string_view key)
{
    const Field* field = find_field(mechanism_fields(), key);
    REQUIRE(field != nullptr);
    return *field;
}

/// Columns in which every KPI has these values.
KpiColumns columns(const std::vector<double>& values) { return KpiColumns(kpi_table().size(), values); }

const std::size_t reach = *find_kpi("reach.municipal"); // a share: shown in percentage points

/// The option is 1.2 percentage points above the base.
WhyAnswers made()
{
    WhyAnswers answers;
    answers.replications = 4;
    answers.base = columns({0.100, 0.102, 0.098, 0.101});
    answers.option = columns({0.112, 0.114, 0.110, 0.113});
    const auto add = [&](std::string_view key, const std::vector<double>& difference) {
        std::vector<double> option;
        for (const double d : difference)
            option.push_back(0.2 + d);
        answers.runs.push_back({&mechanism(key), columns({0.2, 0.2, 0.2, 0.2}), columns(option)});
    };
    add("mortality", {0.0119, 0.0122, 0.0118, 0.0121}); // by chance
    add("contacts", {0.0081, 0.0079, 0.0082, 0.0078});  // moves it by 0.4
    add("ties", {0.0030, 0.0031, 0.0029, 0.0030});      // by 0.9
    add("cafe", {0.0080, 0.0160, 0.0200, 0.0060});      // far, but nobody knows which way
    add("bridges", {0.0129, 0.0131, 0.0130, 0.0130});   // by 0.1, against it
    add("forum", {0.0100, 0.0101, 0.0099, 0.0100});     // by 0.2
    return answers;
}

} // namespace

TEST_CASE("mechanisms are ranked by what they move, and those that may be chance come after")
{
    const auto effects = effects_on(made(), reach);
    std::vector<std::string> order;
    for (const MechanismEffect& effect : effects)
        order.emplace_back(effect.mechanism->key);
    CHECK(order == std::vector<std::string>{"ties", "contacts", "forum", "bridges", "cafe", "mortality"});
    CHECK(effects[0].effect.mean == Approx(0.009));
    CHECK(effects[3].effect.mean == Approx(-0.001));
    CHECK(effects[3].is_distinct());
    CHECK_FALSE(effects[4].is_distinct());
    const auto causes = main_causes(effects);
    REQUIRE(causes.size() == 3);
    CHECK(causes[2].mechanism->key == "forum");
    CHECK(main_causes(std::span(effects).subspan(3)).size() == 1);
    CHECK(main_causes(std::span(effects).subspan(4)).empty());
}

TEST_CASE("a cause is said in one sentence with what the difference would be and the interval")
{
    const auto effects = effects_on(made(), reach);
    const Text cause = why_sentence(effects[0]);
    CHECK_THAT(cause.da,
               ContainsSubstring("Uden «" + std::string(mechanism("ties").label.da) + "» ville forskellen være +0,30"));
    CHECK_THAT(cause.da, ContainsSubstring("i stedet for +1,20"));
    CHECK_THAT(cause.da, ContainsSubstring("procentpoint (virkning +0,90"));
    CHECK_THAT(cause.en, ContainsSubstring("Without “" + std::string(mechanism("ties").label.en) +
                                           "” the difference would be +0.30"));
    CHECK_THAT(cause.en, ContainsSubstring("instead of +1.20"));
    CHECK_THAT(effect_words(effects[0]).da, ContainsSubstring("til"));

    const Text headline = why_headline(effects, effects.size());
    CHECK_THAT(headline.da, ContainsSubstring("«" + std::string(mechanism("contacts").label.da) + "» og «"));
    CHECK_THAT(headline.en, !ContainsSubstring("So far"));
    CHECK_THAT(why_headline(effects, 40).en, ContainsSubstring("So far: 6 of 40"));
    CHECK_THAT(why_note(40).da, ContainsSubstring("omkring 2 "));
}

TEST_CASE("an effect that may be chance is never said as a cause")
{
    const auto effects = effects_on(made(), reach);
    for (const std::size_t i : {4U, 5U}) {
        const Text words = why_sentence(effects[i]);
        CHECK_THAT(words.da, ContainsSubstring("kan ikke skelnes fra nul"));
        CHECK_THAT(words.en, ContainsSubstring("cannot be told from zero"));
        CHECK_THAT(words.da, !ContainsSubstring("Uden"));
        CHECK_THAT(effect_words(effects[i]).en, ContainsSubstring("cannot be told from zero"));
    }
    const Text none = why_headline(std::span(effects).subspan(4), 2);
    CHECK_THAT(none.da, ContainsSubstring("Ingen mekanisme"));
    CHECK_THAT(none.en, ContainsSubstring("No mechanism"));
}

TEST_CASE("an undefined value or a single replication leaves an effect undetermined and last")
{
    WhyAnswers answers = made();
    answers.runs[2].option[reach][1] = std::numeric_limits<double>::quiet_NaN();
    const auto effects = effects_on(answers, reach);
    CHECK(effects.back().mechanism->key == "ties");
    CHECK_FALSE(effects.back().is_distinct());
    CHECK_THAT(why_sentence(effects.back()).da, ContainsSubstring("ikke bestemt (4 gentagelser)"));
    CHECK_THAT(effect_words(effects.back()).en, ContainsSubstring("not determined"));
}

TEST_CASE("the questions are the mechanisms at work, and the cost is known beforehand")
{
    const Scenario base = options::toy();
    Scenario option = base;
    Intervention& change = options::intervene(option, InterventionType::change_places);
    change.centre = "dc-byen";
    change.offer = static_cast<int>(index_of(Offer::klub));
    change.places = 1;
    const auto questions = why_questions(base, option);
    CHECK(questions.size() == mechanism_fields().size());
    const WhyCost cost = times(why_cost(questions, base, option), 4);
    CHECK(cost.mechanisms + cost.refused == static_cast<int>(questions.size()));
    CHECK(cost.runs == cost.mechanisms * 8);
    // Two years of burn-in and half a year are shared, a year and a half is not.
    CHECK(cost.weeks == cost.mechanisms * 4.0 * (104 + 26 + 2 * 78));
    CHECK_THAT(cost_sentence(cost, 0.001, 2).da, ContainsSubstring("sekunder"));
    CHECK_THAT(cost_sentence(cost, 1, 2).en, ContainsSubstring("minutes"));
    CHECK_THAT(cost_sentence(cost, 0, 2).en, !ContainsSubstring("It takes"));

    Scenario quiet = base, quiet_option = option;
    quiet.mechanisms.people.ties = quiet_option.mechanisms.people.ties = false;
    CHECK(why_questions(quiet, quiet_option).size() == questions.size() - 1);
    CHECK(why_questions(quiet, option).size() == questions.size());
    CHECK(without(base, mechanism("ties")).mechanisms.people.ties == false);
    CHECK(without(base, mechanism("ties")).mechanisms.people.club_help == base.mechanisms.people.club_help);
}

TEST_CASE("a mechanism that is off already, or that nothing rests on, moves a toy town's difference by exactly zero")
{
    constexpr int n = 3;
    Scenario base = options::toy();
    base.mechanisms.people.ties = false; // off already
    Scenario option = base;
    Intervention& change = options::intervene(option, InterventionType::change_places, 0);
    change.centre = "dc-byen";
    change.offer = static_cast<int>(index_of(Offer::klub));
    change.places = 0;
    const auto columns_without = [&](const Field& field, WhyAnswers& answers) {
        const Scenario base_off = without(base, field), option_off = without(option, field);
        const auto results = options::run_together({&base_off, &option_off}, {n, Workers(), 8192, 0.005});
        WhyRuns runs{&field, KpiColumns(kpi_table().size()), KpiColumns(kpi_table().size())};
        for (std::size_t k = 0; k < kpi_table().size(); ++k) {
            for (const ReplicationResult& r : results[0])
                runs.base[k].push_back(r.kpis[k]);
            for (const ReplicationResult& r : results[1])
                runs.option[k].push_back(r.kpis[k]);
        }
        answers.runs.push_back(std::move(runs));
    };
    WhyAnswers answers;
    columns_without(mechanism("ties"), answers); // with it off the runs are those of base and option themselves
    answers.base = answers.runs[0].base;
    answers.option = answers.runs[0].option;
    columns_without(mechanism("change_shock"), answers); // no change of organisation: nothing to be shocked by
    columns_without(mechanism("function_change"), answers);
    const std::size_t kpi = *find_kpi("reach.klub");
    const auto effects = effects_on(answers, kpi);
    REQUIRE(effects.size() == 3);
    for (const MechanismEffect& effect : effects) {
        INFO(effect.mechanism->key);
        REQUIRE(effect.effect.interval);
        CHECK(effect.is_nothing() == (effect.mechanism->key != "function_change"));
        if (!effect.is_nothing()) continue;
        CHECK(effect.effect.mean == 0);
        CHECK_FALSE(effect.is_distinct());
        CHECK_THAT(why_sentence(effect).da, ContainsSubstring("flytter ikke forskellen"));
        CHECK_THAT(why_sentence(effect).en, ContainsSubstring("exactly the same"));
        CHECK_THAT(effect_words(effect).da, ContainsSubstring("præcis nul"));
    }
}

TEST_CASE("a mechanism that a scenario may not be without is refused with the reason")
{
    const Scenario base = options::toy();
    Scenario wrong = base; // anything that validation refuses is refused without the mechanism too
    wrong.centres.front().neighbourhood = 0;
    wrong.centres.push_back(wrong.centres.front());
    const auto questions = why_questions(base, wrong);
    CHECK(std::all_of(questions.begin(), questions.end(),
                      [](const WhyQuestion& q) { return q.refused && !q.refused->da.empty(); }));
    CHECK(why_cost(questions, base, wrong).mechanisms == 0);
}
