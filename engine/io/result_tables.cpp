// SPDX-License-Identifier: MPL-2.0
// The part of a result that does not come from a replication: where it comes from, scales, tables, assumptions.
#include "engine/io/result_columns.hpp"
#include "engine/model/groups.hpp"

#include <cmath>

#include <fmt/format.h>

namespace samspil::layout {
namespace {

using hdf5::Type;

/// An attribute is kept in a header of limited size; the whole text stands in provenance/.
void root_text(Writer& file, const std::string& name, const std::string& value)
{
    constexpr std::size_t most = 32000;
    if (value.size() <= most) file.set_attribute("/", name, value);
    else file.set_attribute("/", name, "(provenance/" + name + ")");
}

std::string goals_text(const Scenario& scenario)
{
    std::string text;
    for (const Goal& goal : scenario.goals) {
        text += text.empty() ? "" : " ";
        text += std::isnan(goal.relevance) ? goal.kpi : fmt::format("{}={}", goal.kpi, goal.relevance);
    }
    return text;
}

void write_provenance(Writer& file, const ResultHead& head)
{
    const ResultOrigin& origin = head.origin;
    file.make_group("provenance");
    const auto text = [&](const std::string& name, const std::string& value, Label label) {
        root_text(file, name, value);
        file.write_text("provenance/" + name, value);
        describe(file, "provenance/" + name, same("", label));
    };
    std::string overrides, digests;
    for (const std::string& o : origin.overrides) overrides += o + "\n";
    for (const InputRecord& input : origin.inputs) digests += input.digest + "  " + input.path + "\n";
    text("command", origin.command, {"kommando", "command line"});
    text("scenario_path", origin.scenario_path, {"scenariefil", "scenario file"});
    text("overrides", overrides, {"ændringer på kommandolinjen", "overrides on the command line"});
    text("resolved_scenario", origin.resolved_text, {"scenariet med alle værdier", "the scenario with every value"});
    text("input_digests", digests, {"fingeraftryk af alle filer der blev læst", "digest of every file that was read"});
    if (!head.posterior.empty()) text("posterior", head.posterior, {"tabel antagelser er trukket af", "table assumptions were drawn from"});
}

void write_time(Writer& file, const Scenario& scenario)
{
    std::vector<std::int32_t> weeks;
    std::vector<std::string> dates;
    for (int week = 0; week < scenario.period.weeks; ++week) {
        weeks.push_back(week);
        dates.push_back(format_date(scenario.period.start + 7 * week));
    }
    column(file, "week", weeks, "week", same("weeks", {"uge i perioden", "week of the period"}));
    column(file, "date", dates, "week", same("", {"ugens første dag", "first day of the week"}));
}

void write_places(Writer& file, const std::vector<CentreRow>& centres)
{
    std::vector<std::int32_t> places;
    for (const CentreRow& centre : centres) places.insert(places.end(), centre.places.begin(), centre.places.end());
    file.make_dataset("centre_places", {Type::int32, {centres.size(), offer_count}});
    file.write("centre_places", std::span<const std::int32_t>(places));
    describe(file, "centre_places",
             {"places", {"pladser ved start", "places at the start"},
              {"ved opvarmningens start; en plads er ét sæde fem dage om ugen", "at the start of the burn-in; a place is one seat five days a week"}});
    file.attach_scale("centre_places", 0, "centre");
    file.attach_scale("centre_places", 1, "offer");
}

void write_centres(Writer& file, const std::vector<CentreRow>& centres)
{
    using C = CentreRow;
    const auto add = [&](const std::string& path, auto reading, const Description& about) {
        column(file, path, each(centres, reading), "centre", about);
    };
    add("centre", [](const C& c) { return std::int32_t{c.key}; }, same("", {"hus, nøgle", "centre, key"}));
    add("centre_id", [](const C& c) { return c.id; }, same("", {"hus, id", "centre, id"}));
    add("centre_name", [](const C& c) { return c.name; }, same("", {"hus", "centre"}));
    add("centre_kind", [](const C& c) { return c.kind; }, same("", {"slags hus", "kind of centre"}));
    add("centre_area", [](const C& c) { return c.area; }, same("", {"område", "area"}));
    add("centre_x_m", [](const C& c) { return std::int32_t{c.x_m}; }, same("m", {"hus, øst", "centre, east"}));
    add("centre_y_m", [](const C& c) { return std::int32_t{c.y_m}; }, same("m", {"hus, nord", "centre, north"}));
    add("centre_known", [](const C& c) { return std::int32_t{c.known}; },
        same("", {"1 = huset er kendt ved navn, 0 = antaget placering", "1 = a house known by name, 0 = assumed place"}));
    add("centre_district", [](const C& c) { return c.district; },
        {"", {"distrikt", "district"}, dimension_table()[static_cast<std::size_t>(Dimension::district)].rule});
    add("centre_neighbourhood", [](const C& c) { return std::int32_t{c.neighbourhood}; },
        same("", {"husets lokalsamfund, nøgle", "small area of the centre, key"}));
    add("centre_open", [](const C& c) { return std::int32_t{c.open}; },
        same("", {"1 = åbent ved opvarmningens start", "1 = open at the start of the burn-in"}));
    write_places(file, centres);
}

void write_neighbourhoods(Writer& file, const std::vector<NeighbourhoodRow>& rows)
{
    const auto add = [&](const std::string& path, auto reading, const Description& about) {
        column(file, path, each(rows, reading), "neighbourhood", about);
    };
    using N = NeighbourhoodRow;
    constexpr Label rule{"af det hus der er nærmest punktet i lige linje, åbent ved start; et hjem kan have et andet",
                         "of the house nearest to the point in a straight line, open at the start; a home may have another"};
    add("neighbourhood", [](const N& n) { return std::int32_t{n.key}; }, same("", {"lokalsamfund, nøgle", "small area, key"}));
    add("neighbourhood_id", [](const N& n) { return n.id; }, same("", {"lokalsamfund, id", "small area, id"}));
    add("neighbourhood_name", [](const N& n) { return n.name; }, same("", {"lokalsamfund", "small area"}));
    add("neighbourhood_x_m", [](const N& n) { return std::int32_t{n.x_m}; }, same("m", {"lokalsamfund, øst", "small area, east"}));
    add("neighbourhood_y_m", [](const N& n) { return std::int32_t{n.y_m}; }, same("m", {"lokalsamfund, nord", "small area, north"}));
    add("neighbourhood_inside_ring_road", [](const N& n) { return std::int32_t{n.inside_ring_road}; },
        same("", {"1 = inden for Ringvejen", "1 = inside the ring road"}));
    add("neighbourhood_area", [](const N& n) { return n.area; }, {"", {"område", "area"}, rule});
    add("neighbourhood_district", [](const N& n) { return n.district; }, {"", {"distrikt", "district"}, rule});
}

void write_small_scales(Writer& file)
{
    std::vector<std::string> offer_ids, with_none{std::string(id_of(Offer::none))}, accounts;
    for (const Offer offer : offers) {
        offer_ids.emplace_back(id_of(offer));
        with_none.emplace_back(id_of(offer));
    }
    for (std::size_t i = 0; i < account_count; ++i) accounts.emplace_back(id_of(static_cast<Account>(i)));
    column(file, "offer", offer_ids, "offer", same("", {"tilbud", "offer"}));
    column(file, "from_offer", with_none, "from_offer", same("", {"fra tilbud", "from offer"}));
    column(file, "to_offer", with_none, "to_offer", same("", {"til tilbud", "to offer"}));
    column(file, "account", accounts, "account", same("", {"konto", "account"}));
    column(file, "level", std::vector<std::int32_t>{1, 2, 3, 4}, "level", same("", {"funktionsniveau, 1 = højt, 4 = lavt", "functional level, 1 = high, 4 = low"}));
}

/// KPIs by group and the members of each dimension, in the order of the values.
void write_groups(Writer& file, const Grouping& grouping)
{
    const auto kpis = group_kpis();
    const auto text = [&](const std::string& name, auto reading, Label label) {
        column(file, "groups/" + name, each(kpis, reading), "groups/kpi", same("", label));
    };
    text("kpi", [](const GroupKpi& k) { return std::string(k.about.id); }, {"nøgletal", "indicator"});
    text("kpi_unit", [](const GroupKpi& k) { return std::string(k.about.unit); }, {"enhed", "unit"});
    text("kpi_label_da", [](const GroupKpi& k) { return std::string(k.about.label.da); }, {"navn på dansk", "name in Danish"});
    text("kpi_label_en", [](const GroupKpi& k) { return std::string(k.about.label.en); }, {"navn på engelsk", "name in English"});
    for (std::size_t d = 0; d < dimension_count; ++d) {
        const DimensionInfo& dimension = dimension_table()[d];
        const auto& members = grouping.members(static_cast<Dimension>(d));
        const std::string stem = fmt::format("groups/{}_member", dimension.id);
        const auto add = [&](const std::string& path, auto reading, Label label) {
            column(file, path, each(members, reading), stem, same("", label));
        };
        add(stem, [](const GroupMember& m) { return m.id; }, dimension.label);
        add(stem + "_label_da", [](const GroupMember& m) { return m.label.da; }, {"navn på dansk", "name in Danish"});
        add(stem + "_label_en", [](const GroupMember& m) { return m.label.en; }, {"navn på engelsk", "name in English"});
    }
}

void write_fields(Writer& file, const std::string& group, std::span<const Field> fields, const void* values)
{
    file.make_group(group);
    for (const Field& field : fields) {
        const std::string path = fmt::format("{}/{}", group, field.key);
        const double value = field.access.read(values);
        file.make_dataset(path, {Type::float64, {}});
        file.write(path, std::span(&value, 1));
        describe(file, path, same(field.unit, field.label));
        file.set_attribute(path, "tag", id_of(field.tag));
        file.set_attribute(path, "source", field.source);
        if (field.has_prior()) {
            file.set_attribute(path, "prior_low", field.prior_low);
            file.set_attribute(path, "prior_high", field.prior_high);
        }
        const auto index = static_cast<std::size_t>(value);
        if (field.kind == Kind::choice && index < field.choices.size()) file.set_attribute(path, "choice", field.choices[index].id);
    }
}

template <class Row>
void write_labelled(Writer& file, const std::string& group, const std::string& scale, const std::vector<Row>& rows)
{
    file.make_group(group);
    const std::string on = group + "/" + scale;
    const auto text = [&](const std::string& name, auto reading, Label label) {
        column(file, group + "/" + name, each(rows, reading), on, same("", label));
    };
    text(scale, [](const Row& r) { return r.id; }, {"id", "id"});
    text("label_da", [](const Row& r) { return r.label.da; }, {"navn på dansk", "name in Danish"});
    text("label_en", [](const Row& r) { return r.label.en; }, {"navn på engelsk", "name in English"});
    text("value_unit", [](const Row& r) { return r.unit; }, {"enhed", "unit"});
    text("tag", [](const Row& r) { return std::string(id_of(r.provenance.tag)); }, {"hvor tallet er fra", "evidence tag"});
    text("source", [](const Row& r) { return r.provenance.source; }, {"kilde", "source"});
}

void write_targets_and_facts(Writer& file, const Scenario& scenario)
{
    if (!scenario.facts.empty()) {
        write_labelled(file, "facts", "fact", scenario.facts);
        column(file, "facts/value", each(scenario.facts, [](const Fact& f) { return f.value; }), "facts/fact", same("", {"værdi", "value"}));
    }
    if (scenario.targets.empty()) return;
    write_labelled(file, "targets", "target", scenario.targets);
    const auto number = [&](const std::string& name, auto reading, Label label) {
        column(file, "targets/" + name, each(scenario.targets, reading), "targets/target", same("value_unit", label));
    };
    number("value", [](const Target& t) { return t.target; }, {"mål", "target"});
    number("low", [](const Target& t) { return t.low; }, {"laveste", "lowest"});
    number("high", [](const Target& t) { return t.high; }, {"højeste", "highest"});
    number("calibrate", [](const Target& t) { return std::int32_t{t.calibrate}; }, {"1 = bruges til at løse konstanter", "1 = used to solve constants"});
}

} // namespace

void write_root(Writer& file, const ResultHead& head, std::string_view format, int first, int replications)
{
    const Scenario& scenario = *head.scenario;
    file.set_attribute("/", "format", format);
    file.set_attribute("/", "format_version", std::int64_t{result_format_version});
    file.set_attribute("/", "program_version", head.origin.program_version);
    file.set_attribute("/", "commit", head.origin.commit);
    file.set_attribute("/", "build", head.origin.build);
    file.set_attribute("/", "run_id", head.origin.run_id);
    file.set_attribute("/", "created", head.origin.created);
    file.set_attribute("/", "seed", std::int64_t{head.seed});
    file.set_attribute("/", "first_replication", std::int64_t{first});
    file.set_attribute("/", "replications", std::int64_t{replications});
    file.set_attribute("/", "weeks", std::int64_t{scenario.period.weeks});
    file.set_attribute("/", "burn_in_weeks", std::int64_t{scenario.period.burn_in_weeks});
    file.set_attribute("/", "start", format_date(scenario.period.start));
    file.set_attribute("/", "scenario_id", scenario.id);
    root_text(file, "title", scenario.title.en);
    root_text(file, "title_da", scenario.title.da);
    root_text(file, "goals", goals_text(scenario));
    file.set_attribute("/", "covers", head.futures != nullptr ? covers_futures : covers_chance);
}

void write_tables(Writer& file, const ResultHead& head)
{
    const Scenario& scenario = *head.scenario;
    write_time(file, scenario);
    const Grouping grouping(scenario);
    write_small_scales(file);
    write_centres(file, centre_rows(scenario, grouping));
    write_neighbourhoods(file, neighbourhood_rows(scenario, grouping));
    write_groups(file, grouping);
    write_outlines(file, head.outlines);
    write_units(file, unit_rows(scenario));
    write_organisations(file, organisation_rows(scenario));
    write_interventions(file, intervention_rows(scenario));
    write_fields(file, "assumptions", parameter_fields(), &scenario.assumptions);
    write_fields(file, "policy", policy_fields(), &scenario.policy);
    write_fields(file, "organisation", organisation_fields(), &scenario.organisation);
    write_fields(file, "mechanisms", mechanism_fields(), &scenario.mechanisms);
    file.write_text("organisation/model", scenario.organisation.model);
    describe(file, "organisation/model", same("", {"organisationsmodel", "organisation model"}));
    write_targets_and_facts(file, scenario);
    write_provenance(file, head);
}

} // namespace samspil::layout
