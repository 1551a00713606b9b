// SPDX-License-Identifier: MPL-2.0
#include "engine/model/indicators.hpp"

#include "engine/model/access.hpp"
#include "engine/model/information.hpp"
#include "engine/model/look_ahead.hpp"
#include "engine/model/money.hpp"
#include "engine/model/people.hpp"
#include "engine/model/places.hpp"
#include "engine/model/volunteering.hpp"

#include <algorithm>
#include <array>

namespace samspil {
namespace {

constexpr auto none = Direction::none;
constexpr auto up = Direction::higher_is_better;
constexpr auto down = Direction::lower_is_better;
constexpr auto absolute = Relevance::absolute;
constexpr auto of_base = Relevance::share_of_base;

constexpr Kpi core_kpis[] = {
    {"reach.klub", "share", up, 0.01, of_base, false, false, {"Borgere i klub", "Citizens in a club"},
     {"andel af alle 65+, gennemsnit over perioden", "share of all 65+, mean over the period"}},
    {"reach.forebyggende", "share", up, 0.01, of_base, false, false, {"Borgere i forebyggende", "Citizens in preventive"},
     {"andel af alle 65+", "share of all 65+"}},
    {"reach.vedligeholdende_center", "share", up, 0.01, of_base, false, false,
     {"Borgere i vedligeholdende i center", "Citizens in maintaining, centre"},
     {"andel af alle 65+", "share of all 65+"}},
    {"reach.vedligeholdende_hjem", "share", up, 0.01, of_base, false, false,
     {"Borgere i vedligeholdende i hjemmet", "Citizens in maintaining, home"},
     {"andel af alle 65+", "share of all 65+"}},
    {"reach.municipal", "share", up, 0.01, of_base, true, false,
     {"Borgere nået af kommunale tilbud", "Citizens reached by municipal offers"},
     {"forebyggende og vedligeholdende, andel af alle 65+", "preventive and maintaining, share of all 65+"}},
    {"right_offer", "share", up, 0.01, of_base, false, true, {"Rette tilbud", "Right offer"},
     {"andel af deltagere hvis tilbud svarer til deres sande behov (årlig optælling)",
      "share of participants whose offer is the one their true need points to (yearly census)"}},
    {"eligibility_gap.narrow", "persons", down, 0.01, of_base, false, true, {"Smalt hul i adgangen", "Narrow eligibility gap"},
     {"kerne opfyldt, intet vedligeholdende tilbud efter reglen; gennemsnitligt antal",
      "core met, no maintaining offer by the rule; mean number"}},
    {"eligibility_gap.wide", "persons", down, 0.01, of_base, false, true, {"Bredt hul i adgangen", "Wide eligibility gap"},
     {"behov 3 eller mere, intet vedligeholdende tilbud efter reglen; gennemsnitligt antal",
      "need 3 or more, no maintaining offer by the rule; mean number"}},
    {"unmet_need", "persons", down, 0.01, of_base, false, false, {"Udækket behov", "Unmet need"},
     {"borgere der har bedt om en plads og står i kø; gennemsnitligt antal", "citizens who asked for a place and wait; mean number"}},
    {"wait.mean.klub", "weeks", down, 0.5, absolute, false, false, {"Ventetid, klub", "Wait, club"},
     {"middel for dem der fik plads i perioden", "mean of those given a place in the period"}},
    {"wait.mean.forebyggende", "weeks", down, 0.5, absolute, false, false, {"Ventetid, forebyggende", "Wait, preventive"},
     {"middel for dem der fik plads i perioden", "mean of those given a place in the period"}},
    {"wait.mean.vedligeholdende_center", "weeks", down, 0.5, absolute, true, false,
     {"Ventetid, vedligeholdende i center", "Wait, maintaining centre"},
     {"middel for dem der fik plads i perioden", "mean of those given a place in the period"}},
    {"wait.mean.vedligeholdende_hjem", "weeks", down, 0.5, absolute, false, false,
     {"Ventetid, vedligeholdende i hjemmet", "Wait, maintaining home"},
     {"middel for dem der fik plads i perioden", "mean of those given a place in the period"}},
    {"wait.p90.klub", "weeks", down, 0.5, absolute, false, false, {"Ventetid 90 %, klub", "Wait 90 %, club"},
     {"ni af ti venter højst så længe", "nine in ten wait at most this long"}},
    {"wait.p90.forebyggende", "weeks", down, 0.5, absolute, false, false, {"Ventetid 90 %, forebyggende", "Wait 90 %, preventive"},
     {"ni af ti venter højst så længe", "nine in ten wait at most this long"}},
    {"wait.p90.vedligeholdende_center", "weeks", down, 0.5, absolute, false, false,
     {"Ventetid 90 %, vedligeholdende i center", "Wait 90 %, maintaining centre"},
     {"ni af ti venter højst så længe", "nine in ten wait at most this long"}},
    {"wait.p90.vedligeholdende_hjem", "weeks", down, 0.5, absolute, false, false,
     {"Ventetid 90 %, vedligeholdende i hjemmet", "Wait 90 %, maintaining home"},
     {"ni af ti venter højst så længe", "nine in ten wait at most this long"}},
    {"wait.over_8w.klub", "share", down, 0.01, absolute, false, false, {"Ventede for længe, klub", "Waited too long, club"},
     {"andel der ventede over grænsen (W_max)", "share who waited beyond the limit (W_max)"}},
    {"wait.over_8w.forebyggende", "share", down, 0.01, absolute, false, false,
     {"Ventede for længe, forebyggende", "Waited too long, preventive"},
     {"andel der ventede over grænsen (W_max)", "share who waited beyond the limit (W_max)"}},
    {"wait.over_8w.vedligeholdende_center", "share", down, 0.01, absolute, false, false,
     {"Ventede for længe, vedligeholdende i center", "Waited too long, maintaining centre"},
     {"andel der ventede over grænsen (W_max)", "share who waited beyond the limit (W_max)"}},
    {"wait.over_8w.vedligeholdende_hjem", "share", down, 0.01, absolute, false, false,
     {"Ventede for længe, vedligeholdende i hjemmet", "Waited too long, maintaining home"},
     {"andel der ventede over grænsen (W_max)", "share who waited beyond the limit (W_max)"}},
    {"travel.mean", "minutes", down, 1, absolute, false, false, {"Rejsetid", "Travel time"},
     {"minutter hver vej pr. deltager, uden hjemmetilbud", "minutes one way per participant, home offer left out"}},
    {"travel.over_30", "share", down, 0.01, absolute, true, false, {"Over 30 minutters rejse", "More than 30 minutes' travel"},
     {"andel af deltagere med over 30 minutter hver vej", "share of participants with more than 30 minutes one way"}},
    {"utilisation.klub", "share", none, 0.01, of_base, false, false, {"Udnyttelse, klub", "Use, club"},
     {"aftalte fremmøder i forhold til udbudte", "agreed sessions over offered sessions"}},
    {"utilisation.forebyggende", "share", none, 0.01, of_base, false, false, {"Udnyttelse, forebyggende", "Use, preventive"},
     {"aftalte fremmøder i forhold til udbudte", "agreed sessions over offered sessions"}},
    {"utilisation.vedligeholdende_center", "share", none, 0.01, of_base, false, false,
     {"Udnyttelse, vedligeholdende i center", "Use, maintaining centre"},
     {"aftalte fremmøder i forhold til udbudte", "agreed sessions over offered sessions"}},
    {"utilisation.vedligeholdende_hjem", "share", none, 0.01, of_base, false, false,
     {"Udnyttelse, vedligeholdende i hjemmet", "Use, maintaining home"},
     {"aftalte fremmøder i hjemmet i forhold til udbudte", "agreed sessions at home over offered ones"}},
    {"function.independent_months", "months/1000 citizens", up, 0.01, of_base, false, false,
     {"Selvstændige måneder", "Independent months"},
     {"måneder hjemme på højt eller påvirket niveau pr. 1.000 borgere ved periodens start",
      "months at home at high or affected level per 1,000 citizens at the start of the period"}},
    {"function.nursing_home_months", "months/1000 citizens", down, 0.01, of_base, false, false,
     {"Måneder på plejehjem", "Nursing-home months"},
     {"pr. 1.000 borgere ved periodens start", "per 1,000 citizens at the start of the period"}},
    {"nursing_home.share", "share", none, 0.01, of_base, false, false, {"Bor på plejehjem", "Lives in a nursing home"},
     {"andel af 65+", "share of 65+"}},
    {"continuity.dropout_12w", "share", down, 0.01, absolute, true, false, {"Frafald ved overgange", "Drop-out at transitions"},
     {"andel der er uden tilbud inden 12 uger efter et skift", "share without an offer within 12 weeks of a transition"}},
    {"cost.total", "kr.", none, 0.01, of_base, false, false, {"Samlet udgift", "Total cost"},
     {"hele perioden, antagne enhedspriser", "whole period, assumed unit prices"}},
    {"cost.net_per_participant_month", "kr./month", down, 0.01, of_base, true, false,
     {"Udgift pr. deltager og måned (alle tilbud)", "Cost per participant and month (all offers)"},
     {"klubber medregnet, antagne enhedspriser", "clubs included, assumed unit prices"}},
    {"cost.per_attendance", "kr.", down, 0.01, of_base, false, false, {"Udgift pr. fremmøde", "Cost per attendance"},
     {"antagne enhedspriser", "assumed unit prices"}},
    {"budget.capacity", "kr.", none, 0.01, of_base, false, false, {"Huse og drift", "Houses and running"},
     {"hele perioden, antagne enhedspriser", "whole period, assumed unit prices"}},
    {"budget.staff", "kr.", none, 0.01, of_base, false, false, {"Personale ved tilbud", "Staff at offers"},
     {"hele perioden, antagne enhedspriser", "whole period, assumed unit prices"}},
    {"budget.transport", "kr.", none, 0.01, of_base, false, false, {"Kørsel", "Transport"},
     {"hele perioden, antagne enhedspriser", "whole period, assumed unit prices"}},
    {"budget.leadership", "kr.", none, 0.01, of_base, false, false, {"Ledelse", "Leadership"},
     {"hele perioden, antagne enhedspriser", "whole period, assumed unit prices"}},
    {"budget.access", "kr.", none, 0.01, of_base, false, false, {"Visitation", "Assessment"},
     {"hele perioden, antagne enhedspriser", "whole period, assumed unit prices"}},
    {"volunteers.stock", "persons", none, 0.01, of_base, false, false, {"Frivillige", "Volunteers"},
     {"gennemsnit over perioden", "mean over the period"}},
    {"volunteers.load", "ratio", down, 0.01, absolute, false, false, {"Belastning af frivillige", "Volunteer load"},
     {"timer der ønskes i forhold til aftalte", "hours wanted over hours agreed"}},
    {"volunteers.overasked", "share", down, 0.01, absolute, true, false, {"Frivillige der overbelastes", "Over-asked volunteers"},
     {"andel, hvis belastning længe er over 1,2: timer over de aftalte, bøvl, støtte, anerkendelse",
      "share whose burden stays over 1.2: hours over those agreed, trouble, support, recognition"}},
    {"volunteers.turnover", "share/year", down, 0.01, absolute, false, false, {"Frivillige der stopper", "Volunteer turnover"},
     {"andel om året", "share a year"}},
    {"equity.gini_reach", "index", down, 0.01, absolute, false, false, {"Ulighed mellem lokalsamfund", "Inequality between small areas"},
     {"Gini af andelen nået over lokalsamfund; antaget fordeling af borgere", "Gini of reach over small areas; assumed distribution of citizens"}},
    {"equity.min_max", "ratio", up, 0.01, absolute, true, false, {"Nået: dårligst over bedst stillede lokalsamfund", "Reach: worst-off over best-off small area"},
     {"andel nået i det dårligst stillede lokalsamfund i forhold til det bedst stillede; antaget fordeling",
      "reach of the worst-off small area over the best-off; assumed distribution"}},
    {"equity.reach_outside", "share", up, 0.01, of_base, false, false, {"Nået uden for Ringvejen", "Reached outside the ring road"},
     {"kommunale tilbud, andel af hjemmeboende 65+ uden for Ringvejen", "municipal offers, share of home-dwelling 65+ outside the ring road"}},
    {"organisation.attention", "index", none, 0.01, absolute, false, false, {"Ledelsesopmærksomhed", "Leader attention"},
     {"gennemsnit over huse med leder, 0-1", "mean over houses with a leader, 0-1"}},
    {"organisation.centres_per_leader", "houses", none, 0.1, absolute, false, false, {"Huse pr. leder", "Houses per leader"},
     {"gennemsnit over perioden", "mean over the period"}},
    {"population.65_79", "persons", none, 0.01, of_base, false, false, {"Borgere 65-79", "Citizens 65-79"},
     {"ved periodens slutning", "at the end of the period"}},
    {"population.80plus", "persons", none, 0.01, of_base, false, false, {"Borgere 80+", "Citizens 80+"},
     {"ved periodens slutning", "at the end of the period"}},
};

constexpr std::string_view axis_ids[] = {"centre", "offer", "neighbourhood", "level", "account", "from_offer", "to_offer"};
constexpr std::string_view account_ids[] = {"capacity", "staff", "transport", "leadership", "access", "pools", "investment"};
constexpr Label account_labels[] = {{"huse og drift", "houses and running"},
                                    {"personale ved tilbud", "staff at offers"},
                                    {"kørsel", "transport"},
                                    {"ledelse", "leadership"},
                                    {"visitation", "assessment"},
                                    {"puljer", "pools"},
                                    {"anlæg", "investment"}};
constexpr std::string_view event_ids[] = {"entered", "level_change", "considered", "assessed", "queued", "started",
                                          "effect",  "ended",        "nursing_home", "moved_out", "died", "handed_over", "volunteered"};
constexpr Label event_labels[] = {{"kom med", "entered"},
                                  {"ændret funktion", "change of function"},
                                  {"overvejede", "considered"},
                                  {"blev visiteret", "was assessed"},
                                  {"stillede sig i kø", "joined the queue"},
                                  {"begyndte", "started"},
                                  {"virkning ændret", "effect changed"},
                                  {"stoppede", "ended"},
                                  {"flyttede på plejehjem", "moved to a nursing home"},
                                  {"flyttede fra kommunen", "moved away"},
                                  {"døde", "died"},
                                  {"blev givet videre", "was handed over"},
                                  {"var frivillig", "volunteered"}};

} // namespace

std::span<const Kpi> kpi_table()
{
    static const std::vector<Kpi> table = [] {
        std::vector<Kpi> all(std::begin(core_kpis), std::end(core_kpis));
        append_information_kpis(all);
        append_access_kpis(all);
        append_places_kpis(all);
        append_people_kpis(all);
        append_volunteering_kpis(all);
        append_money_kpis(all);
        append_look_ahead_kpis(all);
        return all;
    }();
    return table;
}

std::optional<std::size_t> find_kpi(std::string_view id)
{
    const auto table = kpi_table();
    const auto found = std::find_if(table.begin(), table.end(), [&](const Kpi& kpi) { return kpi.id == id; });
    if (found == table.end()) return std::nullopt;
    return static_cast<std::size_t>(found - table.begin());
}

std::span<const SeriesInfo> series_table()
{
    static const std::vector<SeriesInfo> table = [] {
        std::vector<SeriesInfo> all{
        {"weekly", "users", "persons", {Axis::centre, Axis::offer}, {"deltagere", "participants"},
         {"borgere med plads, pr. hus og tilbud", "citizens with a place, by centre and offer"}},
        {"weekly", "queue", "persons", {Axis::centre, Axis::offer}, {"i kø", "waiting"},
         {"borgere i kø, pr. hus og tilbud", "citizens waiting, by centre and offer"}},
        {"weekly", "offered", "sessions/week", {Axis::centre, Axis::offer}, {"udbudte fremmøder", "offered sessions"},
         {"efter pladser og frivillige", "after places and volunteers"}},
        {"weekly", "taken", "sessions/week", {Axis::centre, Axis::offer}, {"aftalte fremmøder", "agreed sessions"},
         {"pr. hus og tilbud", "by centre and offer"}},
        {"weekly", "users_by_home", "persons", {Axis::neighbourhood, Axis::offer}, {"deltagere efter bopæl", "participants by home"},
         {"pr. lokalsamfund og tilbud", "by small area and offer"}},
        {"weekly", "citizens_by_home", "persons", {Axis::neighbourhood}, {"hjemmeboende 65+", "home-dwelling 65+"},
         {"pr. lokalsamfund", "by small area"}},
        {"weekly", "citizens_by_level", "persons", {Axis::level}, {"hjemmeboende efter funktion", "home-dwelling by level"},
         {"højt, påvirket, nedsat, lavt", "high, affected, reduced, low"}},
        {"weekly", "nursing_home", "persons", {}, {"på plejehjem", "in nursing homes"}, {"65+", "65+"}},
        {"weekly", "attention", "1/1000", {Axis::centre}, {"ledelsesopmærksomhed", "leader attention"},
         {"0-1000 pr. hus", "0-1000 by centre"}},
        {"flows", "moves", "persons/week", {Axis::from_offer, Axis::to_offer}, {"skift mellem tilbud", "moves between offers"},
         {"fra og til, 0 = intet tilbud", "from and to, 0 = no offer"}},
        {"volunteers", "stock", "persons", {Axis::centre}, {"frivillige", "volunteers"}, {"pr. hus", "by centre"}},
        {"volunteers", "wanted", "h/week", {Axis::centre}, {"ønskede timer", "hours wanted"}, {"pr. hus", "by centre"}},
        {"volunteers", "burden", "1/1000", {Axis::centre}, {"belastning", "burden"},
         {"1000 = så meget som aftalt", "1000 = as much as agreed"}},
        {"budget", "spent", "kr./week", {Axis::account}, {"udgift", "spending"},
         {"pr. konto, antagne enhedspriser", "by account, assumed unit prices"}},
        };
        append_information_series(all);
        append_access_series(all);
        append_places_series(all);
        append_people_series(all);
        append_volunteering_series(all);
        append_money_series(all);
        return all;
    }();
    return table;
}

std::string_view id_of(Axis axis) { return axis_ids[static_cast<int>(axis)]; }
std::string_view id_of(Account account) { return account_ids[static_cast<int>(account)]; }
Label label_of(Account account) { return account_labels[static_cast<int>(account)]; }
std::string_view id_of(LifeEventKind kind) { return event_ids[static_cast<int>(kind)]; }
Label label_of(LifeEventKind kind) { return event_labels[static_cast<int>(kind)]; }

} // namespace samspil
