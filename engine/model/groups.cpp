// SPDX-License-Identifier: MPL-2.0
// The tables of dimensions and of KPIs by group.
#include "engine/model/groups.hpp"

#include "engine/base/errors.hpp"

#include <algorithm>
#include <limits>

namespace samspil {
namespace {

constexpr DimensionInfo dimensions[] = {
    {"all", {"hele kommunen", "the whole municipality"}, {"alle 65+", "all 65+"}},
    {"area", {"område", "area"},
     {"enhed i organisationen ved start: borgere efter det hus der er nærmest hjemmet i lige linje, huse efter deres eget område",
      "organisation unit at the start: citizens by the house nearest to their home in a straight line, houses by their own area"}},
    {"district", {"distrikt", "district"},
     {"områdets distrikt i organisationen ved start, ellers i den første anden organisationsmodel (efter navn) der har distrikter",
      "the area's district in the organisation at the start, else in the first other organisation model (by name) that has districts"}},
    {"neighbourhood", {"lokalsamfund", "small area"}, {"hvor borgeren bor", "where the citizen lives"}},
    {"centre", {"hus", "centre"}, {"huset der bruges, eller som der ventes på", "the house that is used or waited for"}},
    {"offer", {"tilbud", "offer"}, {"tilbuddet der bruges, eller som der ventes på", "the offer that is used or waited for"}},
    {"level", {"funktionsniveau", "functional level"},
     {"ved optællingen; på plejehjem som ved indflytning", "at the look; in a nursing home as when moving in"}},
    {"age", {"alder", "age"}, {"ved optællingen", "at the look"}},
    {"sex", {"køn", "sex"}, {"", ""}},
    {"household", {"husstand", "household"}, {"som ved sidste skift af funktionsniveau", "as at the last change of functional level"}},
    {"education", {"uddannelse", "education"}, {"antaget fordeling", "assumed distribution"}},
};
static_assert(std::size(dimensions) == dimension_count);

constexpr auto none = Direction::none;
constexpr auto down = Direction::lower_is_better;
constexpr auto of_base = Relevance::share_of_base;

constexpr Kpi citizens{"citizens", "persons", none, 0.01, of_base, false, false, {"Borgere 65+", "Citizens 65+"},
                       {"hjemme og på plejehjem; gennemsnit af fire optællinger om året", "at home and in nursing homes; mean of four looks a year"}};
constexpr Kpi users{"users", "persons", none, 0.01, of_base, false, false, {"Deltagere", "Participants"},
                    {"med et tilbud; gennemsnit af fire optællinger om året", "with an offer; mean of four looks a year"}};
constexpr Kpi users_of[] = {
    {"users.klub", "persons", none, 0.01, of_base, false, false, {"Deltagere, klub", "Participants, club"}, users.description},
    {"users.forebyggende", "persons", none, 0.01, of_base, false, false, {"Deltagere, forebyggende", "Participants, preventive"}, users.description},
    {"users.vedligeholdende_center", "persons", none, 0.01, of_base, false, false,
     {"Deltagere, vedligeholdende i center", "Participants, maintaining centre"}, users.description},
    {"users.vedligeholdende_hjem", "persons", none, 0.01, of_base, false, false,
     {"Deltagere, vedligeholdende i hjemmet", "Participants, maintaining home"}, users.description},
};
constexpr Label waiting{"pladser i køer; gennemsnit af fire optællinger om året", "places in queues; mean of four looks a year"};
constexpr Kpi unmet_of[] = {
    {"unmet_need.klub", "persons", down, 0.01, of_base, false, false, {"Udækket behov, klub", "Unmet need, club"}, waiting},
    {"unmet_need.forebyggende", "persons", down, 0.01, of_base, false, false, {"Udækket behov, forebyggende", "Unmet need, preventive"}, waiting},
    {"unmet_need.vedligeholdende_center", "persons", down, 0.01, of_base, false, false,
     {"Udækket behov, vedligeholdende i center", "Unmet need, maintaining centre"}, waiting},
    {"unmet_need.vedligeholdende_hjem", "persons", down, 0.01, of_base, false, false,
     {"Udækket behov, vedligeholdende i hjemmet", "Unmet need, maintaining home"}, waiting},
};
constexpr Kpi wait{"wait.mean", "weeks", down, 0.5, Relevance::absolute, false, false, {"Ventetid, alle tilbud", "Wait, all offers"},
                   {"middel for dem der fik plads i perioden", "mean of those given a place in the period"}};
constexpr Kpi utilisation{"utilisation", "share", none, 0.01, of_base, false, false, {"Udnyttelse, alle tilbud", "Use, all offers"},
                          {"aftalte fremmøder i forhold til udbudte", "agreed sessions over offered sessions"}};

/// A row of the KPI table, so that unit, direction, threshold and label are said once.
const Kpi& known(std::string_view id)
{
    const auto index = find_kpi(id);
    SAMSPIL_EXPECT(index.has_value(), "a KPI of groups that is no measure of its own stands in the table of KPIs");
    return kpi_table()[*index];
}

/// Ids live as long as the table: made once of a prefix and an offer.
const Kpi& known(std::string_view prefix, Offer offer) { return known(std::string(prefix) + std::string(id_of(offer))); }

std::vector<GroupKpi> make_kpis()
{
    using C = Counted;
    constexpr double tenth = 0.1;
    std::vector<GroupKpi> rows;
    const auto add = [&](const Kpi& about, C above, C below, GroupsOf of, Label heading = {}, double factor = 1) {
        rows.push_back({about, above, below, 0, 0, factor, of, heading});
    };
    /// The same for each offer; `split`: below is by offer too.
    const auto each = [&](auto about, C above, C below, bool split, GroupsOf of) {
        for (const Offer offer : offers) {
            const std::size_t at = 1 + index_of(offer);
            rows.push_back({about(offer), above, below, at, split ? at : 0, 1, of, {}});
        }
    };
    add(citizens, C::citizens, C::look, GroupsOf::persons, {"borgere", "citizens"});
    add(users, C::users, C::look, GroupsOf::stays, {"deltagere", "participants"});
    each([](Offer o) { return users_of[index_of(o)]; }, C::users, C::look, false, GroupsOf::stays);
    add(known("reach.municipal"), C::municipal, C::citizens, GroupsOf::persons, {"nået, kommunalt", "municipal reach"});
    each([](Offer o) { return known("reach.", o); }, C::users, C::citizens, false, GroupsOf::persons);
    add(known("unmet_need"), C::waiting, C::look, GroupsOf::stays, {"i kø", "waiting"});
    each([](Offer o) { return unmet_of[index_of(o)]; }, C::waiting, C::look, false, GroupsOf::stays);
    add(wait, C::waited, C::started, GroupsOf::stays, {"ventetid", "wait"});
    each([](Offer o) { return known("wait.mean.", o); }, C::waited, C::started, true, GroupsOf::stays);
    add(known("travel.mean"), C::travel_tenths, C::travellers, GroupsOf::stays, {"rejsetid", "travel"}, tenth);
    add(known("travel.over_30"), C::over_30, C::travellers, GroupsOf::stays, {"over 30 min.", "over 30 min."});
    add(known("right_offer"), C::rightly_placed, C::participants, GroupsOf::stays, {"rette tilbud*", "right offer*"});
    add(known("eligibility_gap.narrow"), C::narrow_gap, C::census, GroupsOf::persons, {"smalt hul*", "narrow gap*"});
    add(known("eligibility_gap.wide"), C::wide_gap, C::census, GroupsOf::persons, {"bredt hul*", "wide gap*"});
    add(known("wellbeing.lonely"), C::lonely, C::at_home, GroupsOf::persons, {"ensomme", "lonely"});
    add(known("nursing_home.share"), C::nursing_home, C::citizens, GroupsOf::persons);
    add(utilisation, C::taken, C::offered, GroupsOf::slots, {"udnyttelse", "use"});
    each([](Offer o) { return known("utilisation.", o); }, C::taken, C::offered, true, GroupsOf::slots);
    add(known("volunteers.stock"), C::volunteers, C::week, GroupsOf::houses, {"frivillige", "volunteers"});
    add(known("volunteers.overasked"), C::overasked, C::volunteers, GroupsOf::houses, {"overbelastet", "over-asked"});
    return rows;
}

} // namespace

std::span<const DimensionInfo> dimension_table() { return dimensions; }

std::optional<Dimension> dimension_from(std::string_view id)
{
    for (std::size_t d = 0; d < dimension_count; ++d) {
        if (dimensions[d].id == id) return static_cast<Dimension>(d);
    }
    return std::nullopt;
}

std::span<const GroupKpi> group_kpis()
{
    static const std::vector<GroupKpi> rows = make_kpis();
    return rows;
}

const GroupKpi* find_group_kpi(std::string_view id)
{
    const auto rows = group_kpis();
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const GroupKpi& row) { return row.about.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

bool applies(const GroupKpi& kpi, Dimension dimension)
{
    const bool place = dimension <= Dimension::district;
    switch (kpi.of) {
    case GroupsOf::persons: return dimension != Dimension::centre && dimension != Dimension::offer;
    case GroupsOf::stays: return true;
    case GroupsOf::slots: return place || dimension == Dimension::centre || dimension == Dimension::offer;
    default: return place || dimension == Dimension::centre;
    }
}

double group_value(const GroupKpi& kpi, Dimension dimension, const GroupCounts& counts)
{
    const std::int64_t below = counts[index_of(kpi.below) + kpi.below_offset];
    if (!applies(kpi, dimension) || below <= 0) return std::numeric_limits<double>::quiet_NaN();
    return kpi.factor * static_cast<double>(counts[index_of(kpi.above) + kpi.above_offset]) / static_cast<double>(below);
}

std::vector<double> GroupTable::by_replication(std::string_view kpi, std::size_t member) const
{
    const auto found = std::find(kpis.begin(), kpis.end(), kpi);
    std::vector<double> column(replications, std::numeric_limits<double>::quiet_NaN());
    if (found == kpis.end()) return column;
    const auto k = static_cast<std::size_t>(found - kpis.begin());
    for (std::size_t r = 0; r < replications; ++r) column[r] = values[(r * kpis.size() + k) * members.size() + member];
    return column;
}

} // namespace samspil
