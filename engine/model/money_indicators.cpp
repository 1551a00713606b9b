// SPDX-License-Identifier: MPL-2.0
// What a run says of staff and money: one row a KPI, a series.
#include "engine/model/indicators.hpp"
#include "engine/model/money.hpp"

namespace samspil {
namespace {

Kpi kpi(std::string_view id, std::string_view unit, Direction direction, double relevance, Relevance kind, Label label, Label what)
{
    return {id, unit, direction, relevance, kind, false, false, label, what};
}

} // namespace

void append_money_kpis(std::vector<Kpi>& k)
{
    constexpr auto none = Direction::none;
    constexpr auto up = Direction::higher_is_better;
    constexpr auto down = Direction::lower_is_better;
    constexpr auto absolute = Relevance::absolute;
    constexpr auto of_base = Relevance::share_of_base;
    constexpr Label priced{"hele perioden, antagne enhedspriser", "whole period, assumed unit prices"};
    k.push_back(kpi("budget.pools", "kr.", none, 0.01, of_base, {"Puljer", "Pools"}, priced));
    k.push_back(kpi("budget.investment", "kr.", none, 0.01, of_base, {"Anlæg", "Investment"},
                    {"hele perioden; ikke med i den samlede udgift", "whole period; not part of total cost"}));
    k.push_back(kpi("balance.forebyggende", "kr.", none, 0.01, of_base, {"Balance, forebyggende ramme", "Balance, preventive frame"},
                    {"ramme minus forbrug; rammen er husets eget forbrug året før perioden", "frame less spending; the frame is the house's own spending the year before"}));
    k.push_back(kpi("balance.vedligeholdende", "kr.", none, 0.01, of_base, {"Balance, vedligeholdende", "Balance, maintaining"},
                    {"takst gange ydelser minus forbrug", "price times services less spending"}));
    k.push_back(kpi("balance.capacity", "kr.", none, 0.01, of_base, {"Balance, huse og drift", "Balance, houses and running"},
                    {"ramme minus forbrug", "frame less spending"}));
    k.push_back(kpi("steering.stopped_weeks", "weeks", down, 1, absolute, {"Uger med optagestop", "Weeks of intake stop"},
                    {"husuger hvor forebyggende ikke tog nye ind", "house-weeks in which preventive took nobody in"}));
    k.push_back(kpi("incentive.margin_forebyggende", "kr.", none, 0.01, of_base, {"Margin pr. fremmøde, forebyggende", "Margin per session, preventive"},
                    {"husets budget for et fremmøde mere minus dets udgift", "what one more session brings the house less what it costs"}));
    k.push_back(kpi("incentive.margin_vedligeholdende", "kr.", none, 0.01, of_base, {"Margin pr. fremmøde, vedligeholdende", "Margin per session, maintaining"},
                    {"takst minus udgift; højere end i forebyggende betaler det sig at visitere opad", "price less cost; above preventive it pays to assess upwards"}));
    k.push_back(kpi("staff.cover", "share", up, 0.01, absolute, {"Bemanding", "Staffing"},
                    {"timer der er til rådighed af dem der er brug for", "hours there are of those needed"}));
    k.push_back(kpi("staff.competence", "index", up, 0.01, absolute, {"Kompetencer", "Competence"},
                    {"overlap mellem personalets faglighed og ydelsernes behov", "overlap of staff's professions and what services ask for"}));
    k.push_back(kpi("staff.vacancy", "share", down, 0.01, absolute, {"Ledige stillinger", "Vacancies"},
                    {"andel af stillinger", "share of posts"}));
    k.push_back(kpi("pools.initiatives", "initiatives", none, 0.01, of_base, {"Puljeprojekter", "Pool initiatives"},
                    {"i gang i gennemsnit", "at work, mean"}));
    k.push_back(kpi("organisation.partner_houses", "houses", none, 0.5, absolute, {"Huse drevet med andre", "Houses run with others"},
                    {"partnerskab eller forpagtning, gennemsnit", "partnership or lease, mean"}));
}

void append_money_series(std::vector<SeriesInfo>& s)
{
    s.push_back({"budget", "staff_cover", "1/1000", {Axis::centre}, {"bemanding", "staffing"}, {"pr. hus", "by centre"}});
    s.push_back({"budget", "intake_stop", "0/1", {Axis::centre}, {"optagestop", "intake stop"}, {"forebyggende, pr. hus", "preventive, by centre"}});
}

} // namespace samspil
