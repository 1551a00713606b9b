// SPDX-License-Identifier: MPL-2.0
// Levers: every decision of the model, with what stands today, moved and written so that the reader accepts it.
#include "viewer/options/levers.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenario_folder.hpp"
#include "tests/viewer/messages.hpp"
#include "engine/io/in_force.hpp"
#include "viewer/options/option_file.hpp"
#include "viewer/options/standing.hpp"

#include <algorithm>
#include <limits>
#include <set>

using namespace samspil;
using namespace samspil::viewer;
namespace fs = std::filesystem;

namespace {

const fs::path source{SAMSPIL_SOURCE_DIR};

Scenario scenario_of(const char* file)
{
    Diagnostics found;
    auto loaded = load_scenario(source / "scenarios" / file, {}, found);
    REQUIRE(loaded.has_value());
    return loaded->scenario;
}

OptionFile option_with(const char* base, std::vector<Lever> levers)
{
    OptionFile option;
    option.base = source / "scenarios" / base;
    option.path = source / "scenarios" / fs::path(base).parent_path() / "et-valg.yaml";
    option.title = {"Et valg", "An option"};
    option.levers = std::move(levers);
    return option;
}

const LeverKind& kind_named(const std::vector<LeverKind>& kinds, std::string_view id)
{
    const LeverKind* kind = find_lever(kinds, id);
    REQUIRE(kind != nullptr);
    return *kind;
}

const Field& knob(const LeverKind& kind, std::string_view key)
{
    const Field* field = find_field(kind.kind->params, key);
    REQUIRE(field != nullptr);
    return *field;
}

Lever at_house(Lever lever, const char* house)
{
    lever.centre = house;
    return lever;
}

} // namespace

TEST_CASE("every type of intervention is a lever once, with words, a group and its knobs", "[viewer][levers]")
{
    const auto kinds = levers_for(scenario_of("aarhus/basis.yaml"));
    CHECK(kinds.size() == intervention_kinds().size());
    std::set<std::string_view> ids;
    int last_group = 0;
    for (const LeverKind& kind : kinds) {
        INFO(kind.kind->id);
        ids.insert(kind.kind->id);
        CHECK_FALSE(kind.does.da.empty());
        CHECK(kind.does.da != kind.does.en);
        CHECK(static_cast<int>(kind.group) >= last_group); // groups together
        last_group = static_cast<int>(kind.group);
        CHECK_FALSE(label_of(kind.group).da.empty());
        for (const Field* field : kind.params)
            CHECK_FALSE(field->key.starts_with("part_"));
    }
    CHECK(ids.size() == kinds.size());
    CHECK(last_group + 1 == static_cast<int>(lever_group_count));
}

TEST_CASE("the levers of a meeting are six to eight, exist, and can be used on the baseline", "[viewer][levers]")
{
    const auto kinds = levers_for(scenario_of("aarhus/basis.yaml"));
    int few = 0;
    for (const LeverKind& kind : kinds) {
        if (!kind.for_meeting) continue;
        INFO(kind.kind->id);
        CHECK(kind.usable());
        ++few;
    }
    CHECK((few >= 6 && few <= 8));
}

TEST_CASE("a kind that cannot be used says why in both languages", "[viewer][levers]")
{
    Scenario base = scenario_of("aarhus/basis.yaml");
    CHECK(kind_named(levers_for(base), "open_centre").cannot.da == "alle huse er åbne");
    CHECK(kind_named(levers_for(base), "pool_change").usable());
    base.pools.clear();
    base.centres[0].open = false;
    base.mechanisms.information.bridges = false;
    const auto kinds = levers_for(base);
    CHECK(kind_named(kinds, "open_centre").usable());
    CHECK(default_lever(base, kind_named(kinds, "open_centre")).centre == base.centres[0].id);
    CHECK(kind_named(kinds, "pool_change").cannot.en == "the scenario has no pools");
    CHECK_THAT(kind_named(kinds, "bridge_capacity").cannot.da, Catch::Matchers::ContainsSubstring("slået fra"));
    CHECK(kind_named(kinds, "compass_rollout").usable());
}

TEST_CASE("every lever as it starts is accepted by the reader, or says beforehand that it cannot be used",
          "[viewer][levers]")
{
    const auto* const file =
        GENERATE("aarhus/basis.yaml", "aarhus/i-dag.yaml", "copenhagen/basis.yaml", "minimal.yaml");
    const Scenario base = scenario_of(file);
    for (const LeverKind& kind : levers_for(base)) {
        Diagnostics found;
        const auto loaded = load(option_with(file, {default_lever(base, kind)}), found);
        INFO(file << ": " << kind.kind->id << ": " << kind.cannot.en << "\n" << messages(found));
        CHECK(loaded.has_value() == !found.has_errors());
        if (kind.usable()) CHECK(loaded.has_value());
    }
}

TEST_CASE("at the ends of every knob the reader accepts the lever, or says what is wrong with it", "[viewer][levers]")
{
    const Scenario base = scenario_of("minimal.yaml");
    for (const LeverKind& kind : levers_for(base)) {
        for (const Field* field : kind.params) {
            for (const double value :
                 {field->minimum, field->maximum, -1e300, std::numeric_limits<double>::quiet_NaN()}) {
                if (!(value >= field->minimum) && field->kind != Kind::number) continue; // no such number to write
                Lever lever = default_lever(base, kind);
                field->access.write(&lever, value);
                Diagnostics found;
                const auto option = option_with("minimal.yaml", {lever});
                const auto loaded = load(option, found);
                INFO(kind.kind->id << "." << field->key << " = " << value << "\n" << messages(found));
                CHECK(loaded.has_value() == !found.has_errors());
                if (!(value >= field->minimum)) CHECK_FALSE(loaded.has_value());
                if (kind.usable() && value >= field->minimum) CHECK(loaded.has_value());
            }
        }
    }
}

TEST_CASE("a lever starts at what the base has: places of the house, rule, organisation, law, form", "[viewer][levers]")
{
    const Scenario base = scenario_of("aarhus/i-dag.yaml");
    const auto kinds = levers_for(base);
    const auto start = [&](const char* id) { return default_lever(base, kind_named(kinds, id)); };
    const Lever places = start("change_places");
    const int house = base.centre_index(places.centre);
    REQUIRE(house >= 0);
    CHECK(places.places > 0);
    CHECK(places.places ==
          base.centres[static_cast<std::size_t>(house)].places[static_cast<std::size_t>(places.offer)]);
    CHECK(start("law_switch").choice == static_cast<int>(Law::ael_2025));
    CHECK(start("visitation_rule").rule == VisitationRule::minimum);
    CHECK(start("organisation_change").organisation.model == "districts_3");
    CHECK(start("organisation_change").organisation.leadership == Leadership::own_department);
    CHECK(start("volunteer_policy").factor == base.policy.a_max);
    CHECK(start("change_places").date == base.period.start);
    const auto& form = kind_named(kinds, "operating_form");
    const Lever trojborg = at_house(start("operating_form"), "lc-trojborg");
    CHECK(value_today(base, trojborg, knob(form, "form")) == static_cast<double>(OperatingForm::partnership));
    // Aiming at another house means another start.
    Lever again = trojborg;
    reset_to_today(base, again);
    CHECK(again.choice == static_cast<int>(OperatingForm::partnership));
}

TEST_CASE("what stands today includes the base's own earlier changes and not its later ones", "[viewer][levers]")
{
    const Scenario base = scenario_of("aarhus/tre-distrikter.yaml");
    const auto kinds = levers_for(base);
    const auto& organisation = kind_named(kinds, "organisation_change");
    Lever lever = default_lever(base, organisation);
    CHECK(value_today(base, lever, knob(organisation, "sharing_within")) == 0.0);
    lever.date = *parse_date("2023-01-02");
    CHECK(value_today(base, lever, knob(organisation, "sharing_within")) == 0.5);
    CHECK(in_force_on(base, lever.date).organisation.model == "districts_3");
    CHECK_FALSE(value_today(base, lever, knob(organisation, "shock_weeks")).has_value());
    const auto& consultants = kind_named(kinds, "consultants");
    Lever more = default_lever(base, consultants);
    more.date = lever.date;
    CHECK(value_today(base, more, knob(consultants, "persons")) == 7.0);
    CHECK(value_today(base, more, knob(consultants, "clustered")) == 1.0);
}

TEST_CASE("a value is chosen where it is neither what stands nor what the table assumes", "[viewer][levers]")
{
    const Scenario base = scenario_of("aarhus/basis.yaml");
    const auto kinds = levers_for(base);
    const auto& policy = kind_named(kinds, "volunteer_policy");
    Lever lever = default_lever(base, policy);
    const Field& recognition = knob(policy, "recognition");
    CHECK_FALSE(is_lever_chosen(base, lever, recognition));
    recognition.access.write(&lever, recognition.access.read(&lever) + 0.1);
    CHECK(is_lever_chosen(base, lever, recognition));
    const auto& campaign = kind_named(kinds, "campaign");
    Lever louder = default_lever(base, campaign);
    CHECK_FALSE(is_lever_chosen(base, louder, knob(campaign, "factor")));
    louder.factor = 5;
    CHECK(is_lever_chosen(base, louder, knob(campaign, "factor")));
    CHECK(is_lever_chosen(base, default_lever(base, kind_named(kinds, "change_places")), knob(kind_named(kinds, "change_places"), "places")));
}

TEST_CASE("a house that was closed, merged or converted before stands as that left it", "[viewer][levers]")
{
    Scenario base = scenario_of("aarhus/sammenlaegning-eksempel.yaml");
    const int dalgas = base.centre_index("lc-dalgas"), marselis = base.centre_index("lc-marselis");
    const auto of = [](const Scenario& s, int i) { return s.centres[static_cast<std::size_t>(i)]; };
    const Scenario before = in_force_on(base, *parse_date("2023-01-01")),
                   after = in_force_on(base, *parse_date("2023-01-02"));
    CHECK(of(before, dalgas).open);
    CHECK_FALSE(of(after, dalgas).open);
    CHECK(of(after, marselis).places[0] == of(base, marselis).places[0] + of(base, dalgas).places[0]);
    Intervention convert;
    convert.type = InterventionType::convert_offer;
    convert.date = *parse_date("2024-01-01");
    convert.centre = "lc-marselis";
    convert.offer = 0;
    convert.choice = 1;
    convert.places = 10;
    base.interventions.push_back(convert);
    const Scenario later = in_force_on(base, convert.date);
    CHECK(of(later, marselis).places[0] == of(after, marselis).places[0] - 10);
    CHECK(of(later, marselis).places[1] == of(after, marselis).places[1] + 10);
}

TEST_CASE("a slider holds its value and today's, stays inside the field and snaps to its own steps", "[viewer][levers]")
{
    const Scenario base = scenario_of("aarhus/basis.yaml");
    for (const LeverKind& kind : levers_for(base)) {
        const Lever lever = default_lever(base, kind);
        for (const Field* field : kind.params) {
            const Slider slider = slider_of(base, lever, *field);
            INFO(kind.kind->id << "." << field->key << " " << slider.low << " " << slider.high << " " << slider.step);
            CHECK(slider.low >= field->minimum);
            CHECK(slider.high <= field->maximum);
            CHECK(slider.low < slider.high);
            CHECK(slider.step > 0);
            const double now = field->access.read(&lever);
            CHECK((now >= slider.low && now <= slider.high));
            if (slider.today) CHECK((*slider.today >= slider.low && *slider.today <= slider.high));
            for (const double asked : {-1e9, 0.0, 0.333, 7.49, 1e15, std::numeric_limits<double>::quiet_NaN()}) {
                const double at = snapped(slider, *field, asked);
                CHECK((at >= slider.low && at <= slider.high));
                CHECK(snapped(slider, *field, at) == at);
                if (field->kind != Kind::number) CHECK(at == std::round(at));
            }
            CHECK_FALSE(value_in_words_of(slider, *field, now).da.empty());
        }
    }
}

TEST_CASE("values are read in their unit, with Danish marks in Danish, and no digit is hidden", "[viewer][levers]")
{
    const Scenario base = scenario_of("aarhus/basis.yaml");
    const auto kinds = levers_for(base);
    const auto words = [&](const char* id, const char* key, double value) {
        const LeverKind& kind = kind_named(kinds, id);
        return value_in_words_of(slider_of(base, default_lever(base, kind), knob(kind, key)), knob(kind, key), value);
    };
    CHECK(words("invest", "total_kr", 45e6).da == "45,0 mio. kr.");
    CHECK(words("invest", "total_kr", 1234567).da == "1,234567 mio. kr.");
    CHECK(words("compass_rollout", "ceiling", 0.7).da == "70 %");
    CHECK(words("compass_rollout", "ceiling", 0.705).en == "70.5 %");
    CHECK(words("bridge_capacity", "hours", -60).da == "−60 timer om ugen");
    CHECK(words("pool_change", "factor", 0.5).da == "0,50");
    CHECK(words("change_places", "places", 1234).da == "1.234 pladser");
    CHECK(words("organisation_change", "leadership", 2).da == "egen afdeling");
    CHECK(words("merge", "places_follow", 1).en == "yes");
}

TEST_CASE("a lever is told against what stands on its day, with names and never ids", "[viewer][levers]")
{
    const Scenario base = scenario_of("aarhus/basis.yaml");
    const auto kinds = levers_for(base);
    Lever places = at_house(default_lever(base, kind_named(kinds, "change_places")), "dc-nord");
    places.offer = 1;
    places.places = 34;
    const Text words = lever_in_words(base, places);
    CHECK_THAT(words.da, Catch::Matchers::ContainsSubstring("Dagcenter Nord"));
    CHECK_THAT(words.da, Catch::Matchers::ContainsSubstring("30 pladser → 34 pladser"));
    Lever merge = at_house(default_lever(base, kind_named(kinds, "merge")), "lc-dalgas");
    merge.to = "lc-marselis";
    CHECK_THAT(lever_in_words(base, merge).da,
               Catch::Matchers::ContainsSubstring("Lokalcenter Dalgas → Lokalcenter Marselis"));
    Lever pool = default_lever(base, kind_named(kinds, "pool_change"));
    pool.pool = "genlyd";
    CHECK_THAT(lever_in_words(base, pool).da, Catch::Matchers::ContainsSubstring("GENLYD-puljen"));
    for (const LeverKind& kind : kinds) {
        for (const auto* targets : {&kind.centres, &kind.to, &kind.areas, &kind.pools, &kind.models}) {
            std::set<std::string> names;
            for (const LeverTarget& target : *targets)
                names.insert(target.name.da);
            CHECK(names.size() == targets->size()); // no two read alike
            CHECK_FALSE(names.contains(""));
        }
    }
}
