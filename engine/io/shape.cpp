// SPDX-License-Identifier: MPL-2.0
#include "engine/io/shape.hpp"

#include "engine/io/tables.hpp"
#include "engine/model/scenario.hpp"

#include <algorithm>
#include <array>

namespace samspil {
namespace {

using Form = Shape::Form;
constexpr Evidence A = Evidence::assumed;
using Words = std::vector<std::string_view>;

Shape leaf(std::string_view key, Form form, Label label, Words also = {})
{
    return {key, form, label, nullptr, {}, std::move(also)};
}
Shape later(std::string_view key) { return leaf(key, Form::later, {}); }

Shape section(std::string_view key, Label label, std::vector<Shape> children, Words also = {})
{
    return {key, Form::section, label, nullptr, std::move(children), std::move(also)};
}

Shape of_field(const Field& field, Words also = {})
{
    return {field.key, Form::field, field.label, &field, {}, std::move(also)};
}

void append(std::vector<Shape>& shapes, std::span<const Field> fields)
{
    for (const Field& field : fields)
        shapes.push_back(of_field(field));
}

std::vector<Shape> shapes_of(std::span<const Field> fields)
{
    std::vector<Shape> shapes;
    append(shapes, fields);
    return shapes;
}

Field value(std::string_view key, Kind kind, Access at, std::string_view unit, double low, double high, double fallback,
            Label label)
{
    return {key, kind, unit, low, high, fallback, no_prior, no_prior, A, label, "", at, {}};
}

Shape words_in_two(std::string_view key, Label label, Words also)
{
    return section(
        key, label,
        {leaf("da", Form::text, {"på dansk", "in Danish"}), leaf("en", Form::text, {"på engelsk", "in English"})},
        std::move(also));
}

Shape centres()
{
    std::vector<Shape> one;
    append(one, centre_fields());
    one[0].also = {"åben", "aaben"};
    one.push_back(leaf("area", Form::name, {"område", "area"}, {"omraade"}));
    one.push_back(leaf("same_roof_as", Form::name, {"under samme tag som", "under the same roof as"}));
    std::vector<Shape> by_offer;
    for (const Field& places : centre_place_fields()) {
        Shape only{"places", Form::field, {"pladser", "places"}, &places, {}, {"kapacitet", "capacity", "seats"}};
        by_offer.push_back(section(places.key, places.label, {std::move(only)}));
    }
    one.push_back(section("offers", {"tilbud", "offers"}, std::move(by_offer)));
    for (const auto key :
         {"requires", "staff", "profile", "opening_hours", "transport", "cafe", "satellites"})
        one.push_back(later(key));
    Shape all{"centres", Form::by_id, {"huse", "centres"}, nullptr, {}, {"center", "centre", "centers", "hus"}};
    all.children.push_back(section("", {"hus", "centre"}, std::move(one)));
    return all;
}

/// What Danish planners write for a type of intervention.
Words other_names(InterventionType type)
{
    switch (type) {
    case InterventionType::organisation_change:
        return {"organisationsaendring", "organisationsændring", "reorganisation", "omorganisering"};
    case InterventionType::open_centre: return {"aabn_center", "åbn_center", "aabn_hus", "open_center"};
    case InterventionType::close_centre: return {"luk_center", "lukning", "luk_hus", "close_center"};
    case InterventionType::visitation_rule: return {"visitationsregel", "visitation"};
    case InterventionType::change_places: return {"pladser", "aendrede_pladser", "places"};
    case InterventionType::law_switch: return {"lovskifte", "lov", "law"};
    case InterventionType::documentation: return {"dokumentation"};
    case InterventionType::access_regime: return {"adgang", "hvem_visiteres", "visitationsregime"};
    case InterventionType::compass_rollout: return {"tilbudskompas", "kompas", "kompasset", "compass"};
    case InterventionType::training: return {"oplaering", "oplæring", "uddannelse"};
    case InterventionType::bridge_capacity: return {"brobygning", "brobyggere", "brobyggertimer", "bridges"};
    case InterventionType::campaign: return {"kampagne", "oplysning"};
    case InterventionType::population_shock: return {"befolkningschok", "boelge", "bølge", "epidemi"};
    case InterventionType::consultants: return {"konsulenter", "frivilligkonsulenter"};
    case InterventionType::forum_start: return {"forum", "samarbejdsforum"};
    case InterventionType::volunteer_policy: return {"frivilligpolitik", "frivillige"};
    case InterventionType::merge: return {"sammenlaegning", "sammenlægning", "fusion", "merger"};
    case InterventionType::convert_offer: return {"omdan_tilbud", "omdannelse", "convert"};
    case InterventionType::same_roof: return {"samme_tag", "under_samme_tag"};
    case InterventionType::satellite: return {"satellit", "ny_satellit"};
    case InterventionType::profile_change: return {"profil", "profilskifte", "ny_profil"};
    case InterventionType::admin_workplaces: return {"arbejdspladser", "administrative_arbejdspladser"};
    case InterventionType::transport_rule: return {"koersel", "kørsel", "koerselsregel", "kørselsregel"};
    case InterventionType::operating_form: return {"driftsform", "partnerskab", "forpagtning"};
    case InterventionType::invest: return {"anlaeg", "anlæg", "investering"};
    case InterventionType::pool_change: return {"pulje", "puljer", "puljeaendring"};
    case InterventionType::frame_change: return {"ramme", "rammeaendring", "budget"};
    case InterventionType::staff_mix: return {"personale", "personalesammensaetning"};
    default: break;
    }
    return {};
}

Shape interventions()
{
    Shape list{"interventions",
               Form::interventions,
               {"indsatser", "interventions"},
               nullptr,
               {},
               {"tiltag", "ændringer", "intervention"}};
    for (const InterventionKind& kind : intervention_kinds()) {
        std::vector<Shape> keys{leaf("type", Form::name, {"type", "type"}, {"slags"}),
                                leaf("date", Form::date, {"dato", "date"})};
        keys[0].required = keys[1].required = true;
        keys.push_back(leaf("id", Form::name, {"navn, til requires", "name, for requires"}));
        keys.push_back(leaf("requires", Form::names, {"skal være sket først", "must have happened before"}, {"kraever", "kræver"}));
        std::vector<Shape> target;
        if (kind.needs_centre || kind.takes_centre) target.push_back(leaf("centre", Form::name, {"hus", "centre"}, {"center"}));
        if (kind.needs_centre) target.back().required = true;
        if (kind.needs_to) target.push_back(leaf("to", Form::name, {"til hus", "to centre"}, {"til"}));
        if (kind.needs_to) target.back().required = true;
        if (kind.takes_area) target.push_back(leaf("area", Form::name, {"område", "area"}, {"omraade", "district", "distrikt"}));
        if (kind.takes_pool) target.push_back(leaf("pool", Form::name, {"pulje", "pool"}, {"pulje"}));
        if (!target.empty()) {
            keys.push_back(section("target", {"mål", "target"}, std::move(target)));
            keys.back().required = kind.needs_centre || kind.needs_to;
        }
        std::vector<Shape> params;
        if (kind.needs_model) {
            params.push_back(leaf("model", Form::name, {"model", "model"}));
            params.back().required = true;
        }
        append(params, kind.params);
        for (Shape& param : params) {
            const bool asked = param.key == "visitation_rule" || param.key == "offer" || param.key == "places";
            const bool needed = std::find(kind.must.begin(), kind.must.end(), param.key) != kind.must.end();
            param.required = param.required || asked || needed;
        }
        if (kind.type == InterventionType::close_centre) params.push_back(later("transfer"));
        const bool needs_params = std::any_of(params.begin(), params.end(), [](const Shape& p) { return p.required; });
        if (!params.empty()) {
            keys.push_back(section("params", {"værdier", "values"}, std::move(params), {"parametre", "parameters"}));
            keys.back().required = needs_params;
        }
        list.children.push_back(section(kind.id, kind.label, std::move(keys), other_names(kind.type)));
    }
    return list;
}

Shape make_root()
{
    static const Field version =
        value("samspil", Kind::integer, {}, "", 1, 1, 1, {"formatets version", "version of the format"});
    std::vector<Shape> keys;
    keys.push_back(of_field(version, {"version"}));
    keys.back().required = true;
    keys.push_back(words_in_two("title", {"titel", "title"}, {"navn", "name"}));
    keys.push_back(words_in_two("description", {"beskrivelse", "description"}, {}));
    keys.push_back(leaf("extends", Form::text, {"bygger på", "extends"}, {"arver", "arver_fra", "include", "base"}));
    keys.push_back(leaf("data", Form::text, {"mappe med tabeller", "folder of tables"}, {"mappe"}));
    std::vector<Shape> tables;
    for (const TableInfo& table : table_infos())
        tables.push_back(leaf(table.name, Form::text, table.label));
    for (const auto key : {"staff", "services", "transport", "finance"}) {
        if (find_table(key) == nullptr) tables.push_back(later(key));
    }
    keys.push_back(section("tables", {"tabeller", "tables"}, std::move(tables)));
    std::vector<Shape> period{leaf("start", Form::date, {"første dag", "first day"}, {"startdato"})};
    period[0].required = true;
    append(period, period_fields());
    keys.push_back(section("period", {"periode", "period"}, std::move(period)));
    keys.push_back(section("run", {"kørsel", "run"}, shapes_of(run_fields())));
    keys.push_back(section("policy", {"politik", "policy"}, shapes_of(policy_fields()), {"regler", "rules"}));
    std::vector<Shape> organisation{leaf("model", Form::name, {"model", "model"})};
    organisation[0].required = true;
    append(organisation, organisation_fields());
    organisation.push_back(later("table"));
    keys.push_back(
        section("organisation", {"organisation", "organisation"}, std::move(organisation), {"organization"}));
    keys.push_back(centres());
    keys.push_back(section("assumptions", {"antagelser", "assumptions"}, shapes_of(parameter_fields()),
                           {"parametre", "parameters"}));
    std::vector<Shape> mechanisms = shapes_of(mechanism_fields());
    for (const auto key : {"club_help", "peer_information", "loneliness", "wellbeing", "ties", "documentation",
                           "staff_burden", "bridges", "forum", "single_services"}) {
        if (find_field(mechanism_fields(), key) == nullptr) mechanisms.push_back(later(key));
    }
    keys.push_back(section("mechanisms", {"mekanismer", "mechanisms"}, std::move(mechanisms)));
    keys.push_back(leaf("goals", Form::goals, {"mål", "goals"}, {"maal", "kpi"}));
    keys.push_back(interventions());
    for (const auto key : {"surroundings", "futures", "staff", "services", "transport", "budget", "volunteers_policy",
                           "bridge", "units", "sweep", "plan"})
        keys.push_back(later(key));
    return section("", {"scenarie", "scenario"}, std::move(keys));
}

} // namespace

std::span<const Field> period_fields()
{
    static const std::array table{
        value("weeks", Kind::integer, member<&Period::weeks>, "weeks", 1, 5200, 520,
              {"uger der tælles", "weeks counted"}),
        value("burn_in_weeks", Kind::integer, member<&Period::burn_in_weeks>, "weeks", 0, 2600, 312,
              {"uger før, hvor modellen falder til ro", "weeks before, in which the model settles"})};
    return table;
}

std::span<const Field> run_fields()
{
    static const std::array table{value("replications", Kind::integer, member<&RunSettings::replications>, "runs", 1,
                                        1000000, 20, {"gentagelser", "replications"}),
                                  value("seed", Kind::integer, member<&RunSettings::seed>, "", 0, 4294967295.0, 1,
                                        {"tilfældets nummer", "number of the chance"})};
    return table;
}

namespace {

Field operating_form()
{
    Field form = value("operating_form", Kind::choice, member<&Centre::operating_form>, "", 0, 2, 0,
                       {"driftsform", "operating form"});
    form.choices = operating_form_choices();
    return form;
}

} // namespace

std::span<const Field> centre_fields()
{
    static const std::array table{
        value("open", Kind::flag, member<&Centre::open>, "", 0, 1, 1, {"åbent ved start", "open at the start"}),
        value("volunteers", Kind::integer, member<&Centre::volunteers>, "persons", 0, 100000, 0,
              {"frivillige", "volunteers"}),
        value("other_task_hours", Kind::integer, member<&Centre::other_task_hours>, "h/week", 0, 1000000, 0,
              {"frivilligtimer til andet end klub", "volunteer hours for other tasks than the club"}),
        operating_form()};
    return table;
}

std::span<const Field> centre_place_fields()
{
    static const std::array table = [] {
        const auto places = [](Offer offer, Access at) {
            return value(id_of(offer), Kind::integer, at, "places", 0, 100000, 0, label_of(offer));
        };
        return std::array{
            places(offers[0], element<&Centre::places, 0>), places(offers[1], element<&Centre::places, 1>),
            places(offers[2], element<&Centre::places, 2>), places(offers[3], element<&Centre::places, 3>)};
    }();
    return table;
}

const Field& relevance_field()
{
    static const Field field = value("relevance", Kind::number, {}, "", 0, 1e12, 0,
                                     {"mindste forskel der betyder noget", "smallest difference that matters"});
    return field;
}

const Shape* Shape::child(std::string_view name) const
{
    if (form == Form::by_id) return &children.front();
    const auto found = std::find_if(children.begin(), children.end(), [&](const Shape& s) { return s.key == name; });
    return found == children.end() ? nullptr : &*found;
}

const Shape& scenario_shape()
{
    static const Shape root = make_root();
    return root;
}

} // namespace samspil
