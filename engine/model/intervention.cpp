// SPDX-License-Identifier: MPL-2.0
#include "engine/model/intervention.hpp"

#include "engine/base/errors.hpp"
#include "engine/model/field_rows.hpp"
#include "engine/model/offer.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace samspil {
namespace {

using namespace rows;
using I = Intervention;

/// Access to a member of a member: nested<&I::organisation, &OrganisationPlan::leadership>.
template <auto Outer, auto Inner>
constexpr Access nested{[](const void* o) { return static_cast<double>((static_cast<const I*>(o)->*Outer).*Inner); },
                        [](void* o, double v) { detail::assign((static_cast<I*>(o)->*Outer).*Inner, v); }};

constexpr Choice offer_choices[] = {{"klub", {"klub", "club"}},
                                    {"forebyggende", {"forebyggende", "preventive"}},
                                    {"vedligeholdende_center", {"vedligeholdende i center", "maintaining in a centre"}},
                                    {"vedligeholdende_hjem", {"vedligeholdende i hjemmet", "maintaining at home"}}};

Field with_access(const Field& field, Access access)
{
    Field copy = field;
    copy.access = access;
    return copy;
}

const Field& required(std::span<const Field> table, std::string_view key)
{
    const Field* field = find_field(table, key);
    SAMSPIL_EXPECT(field != nullptr, "the field stands in its table");
    return *field;
}

std::span<const Field> organisation_change_params()
{
    const auto plan = organisation_fields();
    static const std::array table{
        with_access(required(plan, "leadership"), nested<&I::organisation, &OrganisationPlan::leadership>),
        with_access(required(plan, "sharing_within"), nested<&I::organisation, &OrganisationPlan::sharing_within>),
        with_access(required(plan, "service_units"), nested<&I::organisation, &OrganisationPlan::service_units>),
        Field{"shock_weeks", Kind::integer, "weeks", 0, 520, 26, 0, 52, A,
              {"omstillingens længde", "length of the change shock"}, "7.17", member<&I::shock_weeks>, {}},
        flag("part_attention", nested<&I::parts, &ChangeParts::attention>,
             {"delen: ledere (antal, løn og opmærksomhed)", "part: leaders (number, pay and attention)"}, "7.17"),
        flag("part_sharing", nested<&I::parts, &ChangeParts::sharing>, {"delen: deling af pladser", "part: sharing"}, "7.17"),
        flag("part_service_unit", nested<&I::parts, &ChangeParts::service_unit>,
             {"delen: serviceenhed", "part: service unit"}, "7.17"),
        flag("part_shock", nested<&I::parts, &ChangeParts::shock>, {"delen: omstilling", "part: change shock"}, "7.17"),
    };
    return table;
}

std::span<const Field> visitation_rule_params()
{
    const auto policy = policy_fields();
    static const std::array table{
        with_access(required(policy, "visitation_rule"), member<&I::rule>),
        with_access(required(policy, "core_k"), member<&I::core_k>),
    };
    return table;
}

std::span<const Field> close_centre_params()
{
    static const std::array table{value("gap_weeks", Kind::integer, member<&I::gap_weeks>, "weeks", {0, 52}, 4, A,
                                        {"uger uden plads ved lukning", "weeks without a place after closing"}, "7.13")};
    return table;
}

std::span<const Field> change_places_params()
{
    static const std::array table{
        choice("offer", member<&I::offer>, offer_choices, 0, S, {"tilbud", "offer"}, "7.9"),
        value("places", Kind::integer, member<&I::places>, "places", {0, 100000}, 0, A, {"pladser", "places"}, "7.9")};
    return table;
}

} // namespace

std::span<const InterventionKind> intervention_kinds()
{
    static const std::vector<InterventionKind> kinds = [] {
        std::vector<InterventionKind> all{
        InterventionKind{InterventionType::organisation_change, "organisation_change",
                         {"ændret organisation", "organisation change"}, false, true, organisation_change_params()},
        InterventionKind{InterventionType::open_centre, "open_centre", {"et hus åbner", "a centre opens"}, true, false, {}},
        InterventionKind{InterventionType::close_centre, "close_centre", {"et hus lukker", "a centre closes"}, true, false,
                         close_centre_params()},
        InterventionKind{InterventionType::visitation_rule, "visitation_rule",
                         {"ændret visitation", "assessment rule"}, false, false, visitation_rule_params()},
        InterventionKind{InterventionType::change_places, "change_places", {"ændrede pladser", "change of places"}, true,
                         false, change_places_params()},
        };
        append_information_interventions(all);
        append_access_interventions(all);
        append_places_interventions(all);
        append_people_interventions(all);
        append_volunteering_interventions(all);
        append_money_interventions(all);
        return all;
    }();
    return kinds;
}

const InterventionKind& kind_of(InterventionType type)
{
    const auto kinds = intervention_kinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const InterventionKind& kind) { return kind.type == type; });
    SAMSPIL_EXPECT(found != kinds.end(), "every type stands in the table of its module");
    return *found;
}

std::span<const std::string_view> later_intervention_types()
{
    static constexpr std::array<std::string_view, 22> known{
        "merge", "convert_offer", "same_roof", "satellite", "operating_form", "profile_change", "invest", "pool_change",
        "frame_change", "transport_rule", "law_switch", "staff_mix", "training", "compass_rollout", "bridge_capacity",
        "consultants", "forum_start", "campaign", "volunteer_policy", "admin_workplaces", "documentation",
        "population_shock"};
    static const std::vector<std::string_view> later = [] {
        std::vector<std::string_view> left;
        for (const std::string_view id : known) {
            const auto kinds = intervention_kinds();
            if (std::none_of(kinds.begin(), kinds.end(), [&](const InterventionKind& kind) { return kind.id == id; })) left.push_back(id);
        }
        return left;
    }();
    return later;
}

} // namespace samspil
