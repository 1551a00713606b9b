// SPDX-License-Identifier: MPL-2.0
// A change in parts: what is run alone, what together, what interplay is, and which verdicts turn in a variant.
#include "engine/experiment/decomposition.hpp"
#include "engine/experiment/part_names.hpp"
#include "engine/io/comparison_report.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_columns.hpp"
#include "tests/support/worlds.hpp"

#include <algorithm>

using namespace samspil;
using namespace samspil::made;

namespace {

Intervention organisation_change()
{
    const Scenario defaults = default_scenario();
    Intervention change;
    change.organisation = defaults.organisation;
    change.organisation.model = "districts_3";
    change.organisation.leadership = Leadership::own_department;
    change.organisation.sharing_within = 0.5;
    change.parts = {true, true, true, true};
    return change;
}

/// From two leaders of every house to three districts with a department of their own.
DecompositionPlan plan_from_dual_leadership()
{
    Scenario base = default_scenario();
    base.organisation.leadership = Leadership::dual;
    Scenario option = base;
    option.interventions.push_back(organisation_change());
    return plan_decomposition(base, option);
}

const PartComparison& comparison(const DecompositionPlan& plan, std::string_view id)
{
    const auto found =
        std::find_if(plan.comparisons.begin(), plan.comparisons.end(), [&](const auto& c) { return c.id == id; });
    REQUIRE(found != plan.comparisons.end());
    return *found;
}

Intervention made_change(const Scenario& base, InterventionType type, int week, std::size_t house)
{
    Intervention made;
    made.type = type;
    set_defaults(kind_of(type).params, &made);
    made.date = base.period.start + 7 * week;
    if (kind_of(type).needs_centre) made.centre = base.centres[house].id;
    return made;
}

} // namespace

TEST_CASE(
    "an organisation change is taken apart into its four parts, the whole, two variants and no participation effect")
{
    Scenario base = default_scenario();
    base.organisation.leadership = Leadership::dual;
    base.mechanisms.participation_effect = true;
    Scenario option = base;
    option.interventions.push_back(organisation_change());
    const DecompositionPlan plan = plan_decomposition(base, option);
    CHECK(plan.organisation_change);
    REQUIRE(plan.comparisons.size() == 8);
    CHECK(plan.scenarios.size() == 12);
    const Scenario& alone = plan.scenarios[comparison(plan, "sharing").option];
    REQUIRE(alone.interventions.size() == 1);
    const ChangeParts parts = alone.interventions[0].parts;
    CHECK((!parts.attention && parts.sharing && !parts.service_unit && !parts.shock));
    const PartComparison& equal = comparison(plan, "sharing_equal");
    CHECK(plan.scenarios[equal.base].organisation.sharing_within == 0.5);
    CHECK(plan.scenarios[equal.option].organisation.sharing_within == 0.5);
    const PartComparison& single = comparison(plan, "no_dual_leadership");
    CHECK(plan.scenarios[single.base].organisation.leadership == Leadership::single);
    CHECK(plan.scenarios[single.option].organisation.leadership == Leadership::single);
    const PartComparison& off = comparison(plan, "no_participation_effect");
    CHECK_FALSE(plan.scenarios[off.base].mechanisms.participation_effect);
    CHECK_FALSE(plan.scenarios[off.option].mechanisms.participation_effect);
}

TEST_CASE("what base and option share is no part, and other interventions are run alone in order of date")
{
    Scenario base = default_scenario();
    Intervention shared;
    shared.type = InterventionType::close_centre;
    shared.centre = "lc-a";
    shared.date = 20000;
    base.interventions = {shared};
    Scenario option = base;
    Intervention early = shared, late = shared;
    early.centre = "lc-b";
    early.date = 19000;
    late.centre = "lc-c";
    late.date = 21000;
    option.interventions = {early, shared, late};
    CHECK(added_interventions(base, option) == std::vector<std::size_t>{0, 2});
    const DecompositionPlan plan = plan_decomposition(base, option);
    CHECK_FALSE(plan.organisation_change);
    REQUIRE(plan.comparisons.size() == 4);
    const Scenario& first = plan.scenarios[plan.comparisons[0].option];
    REQUIRE(first.interventions.size() == 2);
    CHECK(first.interventions[0].centre == "lc-b");
    CHECK(plan.comparisons[2].role == PartRole::together);
}

TEST_CASE("parts of one kind on one day are numbered, and others keep their names")
{
    const Scenario base = default_scenario();
    Scenario option = base;
    for (const InterventionType type : {InterventionType::campaign, InterventionType::campaign, InterventionType::training, InterventionType::campaign}) {
        Intervention one;
        one.type = type;
        one.date = base.period.start + 7;
        one.weeks = 4 + static_cast<int>(option.interventions.size());
        option.interventions.push_back(one);
    }
    std::vector<std::string> names;
    for (const PartComparison& part : plan_decomposition(base, option).comparisons)
        if (part.role == PartRole::part) names.push_back(part.label.en);
    REQUIRE(names.size() == 4);
    CHECK(names[0].ends_with(" (1)"));
    CHECK(names[1] == names[0].substr(0, names[0].size() - 3) + "(2)");
    CHECK_FALSE(names[2].ends_with(")"));
    CHECK(names[3] == names[0].substr(0, names[0].size() - 3) + "(3)");
}

TEST_CASE("what differs without a date, or only the base does, is a part of its own")
{
    Scenario base = worlds::town(4, 10);
    const auto change = [&](InterventionType type, int week, std::size_t house) { return made_change(base, type, week, house); };
    const Intervention campaign = change(InterventionType::campaign, 15, 0), closing = change(InterventionType::close_centre, 5, 1);
    Scenario option = base;
    option.assumptions.h_v = 0.06;
    CHECK(plan_decomposition(base, option).comparisons.front().role == PartRole::together); // one difference has no parts
    option.interventions = {campaign};
    {
        const DecompositionPlan plan = plan_decomposition(base, option);
        const PartComparison& other = comparison(plan, "other");
        CHECK(other.label.en == "what else differs from the beginning");
        CHECK(plan.scenarios[other.option].interventions.empty());
        CHECK(plan.scenarios[other.option].assumptions.h_v == 0.06);
        CHECK(plan.scenarios[comparison(plan, "campaign_1").option].assumptions.h_v == base.assumptions.h_v);
        // What the two do alone is what they do together: nothing is left to call interplay.
        std::vector<KpiColumns> columns(plan.scenarios.size(), some_runs(6));
        columns[1] = columns[other.option] = moved(columns[0], "reach.municipal", 3, 0.1);
        for (const Part& part : decompose(plan, columns, headline_goals).parts)
            if (part.what.role == PartRole::interplay) CHECK(*find_difference(part.kpis, "reach.municipal")->difference == 0);
    }
    base.interventions = {closing};
    option.assumptions.h_v = base.assumptions.h_v;
    {
        const DecompositionPlan plan = plan_decomposition(base, option);
        const PartComparison& other = comparison(plan, "other");
        CHECK(other.label.en == "what only the base does");
        CHECK(plan.scenarios[other.option].interventions.empty());
    }
    Intervention later = closing; // puts another closing in its place: no part of its own
    later.date += 70;
    option.interventions = {campaign, later};
    for (const PartComparison& part : plan_decomposition(base, option).comparisons) CHECK(part.id != "other");
}

TEST_CASE("what cannot stand alone is one part with what it rests on, and parts do not overlap")
{
    Scenario base = worlds::town(4, 10);
    base.centres[3].open = false;
    const auto change = [&](InterventionType type, int week, std::size_t house) { return made_change(base, type, week, house); };
    Intervention opening = change(InterventionType::open_centre, 10, 3);
    Intervention campaign = change(InterventionType::campaign, 15, 0);
    Intervention merger = change(InterventionType::merge, 20, 1);
    merger.to = base.centres[3].id;
    Scenario option = base;
    option.interventions = {opening, campaign, merger};

    SECTION("a merger into a house that opens before")
    {
        const DecompositionPlan plan = plan_decomposition(base, option);
        REQUIRE(plan.comparisons.size() == 4);
        CHECK(plan.comparisons[0].id == "campaign_2");
        CHECK(plan.comparisons[1].id == "merge_3_with_open_centre_1");
        CHECK_THAT(plan.comparisons[1].label.da, Catch::Matchers::ContainsSubstring(" sammen med et hus åbner"));
        CHECK_THAT(plan.comparisons[1].label.en, Catch::Matchers::ContainsSubstring(" together with a centre opens"));
        CHECK(plan.scenarios[plan.comparisons[1].option].interventions == std::vector{opening, merger});
        CHECK(plan.comparisons[2].role == PartRole::together);
        CHECK(plan.left_out.empty());
    }
    SECTION("places of a house that opens before do nothing alone")
    {
        option.interventions = {opening, campaign, change(InterventionType::change_places, 20, 3)};
        CHECK(comparison(plan_decomposition(base, option), "change_places_3_with_open_centre_1").role == PartRole::part);
    }
    SECTION("what requires another, and two that rest on the same")
    {
        option.interventions[1].id = "told";
        Intervention closing = change(InterventionType::close_centre, 30, 3), training = change(InterventionType::training, 40, 0);
        training.requires_ids = {"told"};
        option.interventions.insert(option.interventions.end(), {closing, training});
        const DecompositionPlan plan = plan_decomposition(base, option);
        REQUIRE(plan.comparisons.size() == 4);
        CHECK(plan.comparisons[0].id == "close_centre_4_with_open_centre_1_and_merge_3");
        CHECK(plan.comparisons[1].id == "training_5_with_campaign_2");
    }
    SECTION("one that stands on nothing is no part, and the rest that holds it is shown")
    {
        base.interventions = {change(InterventionType::close_centre, 5, 0)}; // the option does without
        option.interventions = {campaign, change(InterventionType::close_centre, 20, 0)};
        const DecompositionPlan plan = plan_decomposition(base, option);
        REQUIRE(plan.left_out.size() == 1);
        CHECK_THAT(plan.left_out[0].en, Catch::Matchers::ContainsSubstring("a centre closes"));
        CHECK(plan.comparisons[0].id == "campaign_1");
        CHECK(plan.comparisons[1].role == PartRole::together);
        const std::vector<KpiColumns> columns(plan.scenarios.size(), some_runs(5));
        const Decomposition parts = decompose(plan, columns, headline_goals);
        CHECK(std::any_of(parts.parts.begin(), parts.parts.end(), [](const Part& p) { return p.what.role == PartRole::interplay; }));
        const std::vector<PartTable> tables = part_tables(parts);
        REQUIRE(!tables.empty());
        REQUIRE(tables[0].notes.size() == 1);
        CHECK_THAT(tables[0].notes[0].en, Catch::Matchers::ContainsSubstring("cannot stand alone"));
    }
    SECTION("one that takes the place of the base's own is a part")
    {
        Intervention few = change(InterventionType::change_places, 10, 0), more = few;
        few.id = more.id = "places";
        more.places = 9;
        base.interventions = {few};
        option.interventions = {more, campaign};
        const DecompositionPlan plan = plan_decomposition(base, option);
        CHECK(plan.left_out.empty());
        CHECK(comparison(plan, "change_places_1").role == PartRole::part);
    }
}

TEST_CASE("a verdict that turns in a variant is flagged and said in the headline")
{
    const DecompositionPlan plan = plan_from_dual_leadership();
    const KpiColumns runs = some_runs(20);
    std::vector<KpiColumns> columns(plan.scenarios.size(), runs);
    columns[1] = moved(runs, "reach.municipal", 3, 0.1);
    columns[comparison(plan, "sharing_equal").option] = moved(runs, "reach.municipal", 3, 0.1);
    columns[comparison(plan, "no_dual_leadership").option] = moved(runs, "reach.municipal", -3, 0.1);
    const Decomposition parts = decompose(plan, columns, headline_goals);
    int turns = 0;
    for (const GoalStanding& s : parts.standings) {
        if (s.standing == Standing::holds) continue;
        CHECK(s.kpi->id == "reach.municipal");
        CHECK(s.standing == Standing::turns);
        ++turns;
    }
    CHECK(turns == 1);
    const Text words =
        headline({"Tre distrikter", "Three districts"}, compare_runs(columns[0], columns[1], headline_goals), &parts, covers_chance);
    CHECK_THAT(words.da, Catch::Matchers::ContainsSubstring("bedre på borgere nået") &&
                             Catch::Matchers::ContainsSubstring("Vender i en variant"));
    CHECK_THAT(words.en, Catch::Matchers::ContainsSubstring("Turns in a variant: citizens reached"));
}

TEST_CASE("interplay is what the whole differs beyond the sum of its parts, and a sign that turns is flagged")
{
    const DecompositionPlan plan = plan_from_dual_leadership();
    const KpiColumns runs = some_runs(20);
    std::vector<KpiColumns> columns(plan.scenarios.size(), runs);
    columns[1] = moved(runs, "cost.total", 10, 0.1);
    columns[comparison(plan, "attention").option] = moved(runs, "cost.total", 3, 0);
    columns[comparison(plan, "shock").option] = moved(runs, "cost.total", 2, 0);
    const auto attention = "organisation.attention";
    columns[1] = moved(columns[1], attention, 0.02, 0);
    columns[comparison(plan, "no_dual_leadership").option] = moved(runs, attention, -0.25, 0);
    columns[comparison(plan, "sharing_equal").option] = moved(runs, attention, 0.02, 0);
    const Decomposition parts = decompose(plan, columns, headline_goals);
    const auto rest = std::find_if(parts.parts.begin(), parts.parts.end(),
                                   [](const Part& p) { return p.what.role == PartRole::interplay; });
    REQUIRE(rest != parts.parts.end());
    CHECK(of(rest->kpis, "cost.total").difference == Approx(5));
    CHECK(of(rest->kpis, "reach.municipal").difference == 0.0);
    CHECK(shown_in_parts(of(rest->kpis, "cost.total"), PartRole::part));
    int turns = 0;
    for (const GoalStanding& s : parts.standings)
        turns += s.standing == Standing::turns && s.kpi->id == attention;
    CHECK(turns == 1);
    const Text words =
        headline({"Tre distrikter", "Three districts"}, compare_runs(columns[0], columns[1], headline_goals), &parts, covers_chance);
    CHECK_THAT(words.da, Catch::Matchers::ContainsSubstring("Vender i en variant: ledelsesopmærksomhed"));
}

TEST_CASE("a part is called by the names of its houses, and by id what has no name")
{
    Scenario town = default_scenario();
    town.centres.resize(2);
    town.centres[0].id = "lc-a";
    town.centres[0].name = "Folkehuset A";
    town.centres[1].id = "lc-b";
    town.centres[1].name = "Lokalcenter B";
    Intervention merge;
    merge.type = InterventionType::merge;
    merge.centre = "lc-a";
    merge.to = "lc-b";
    CHECK_THAT(describe(town, merge).da, Catch::Matchers::EndsWith("(Folkehuset A → Lokalcenter B)"));
    merge.centre = "lc-x";
    CHECK_THAT(describe(town, merge).en, Catch::Matchers::ContainsSubstring("(lc-x → "));
}
