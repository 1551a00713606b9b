// SPDX-License-Identifier: MPL-2.0
#include "engine/model/look_ahead.hpp"

namespace samspil {
namespace {

struct Row {
    LookAheadKpis ids;
    std::string_view unit;
    Label label;
};

constexpr Row rows[look_ahead_count] = {
    {{"first_year.citizens", "last_year.citizens"}, "persons", {"Borgere 65+", "Citizens 65+"}},
    {{"first_year.citizens_80plus", "last_year.citizens_80plus"}, "persons", {"Borgere 80+", "Citizens 80+"}},
    {{"first_year.reduced", "last_year.reduced"}, "persons", {"Hjemme med nedsat eller lavt niveau", "At home at reduced or low level"}},
    {{"first_year.reach_municipal", "last_year.reach_municipal"}, "share", {"Nået af kommunale tilbud", "Reached by municipal offers"}},
    {{"first_year.waiting", "last_year.waiting"}, "persons", {"Står i kø", "Waiting"}},
    {{"first_year.use_maintaining", "last_year.use_maintaining"}, "share", {"Udnyttelse, vedligeholdende i center", "Use, maintaining centre"}},
    {{"first_year.volunteers", "last_year.volunteers"}, "persons", {"Frivillige", "Volunteers"}},
    {{"first_year.cost_per_citizen", "last_year.cost_per_citizen"}, "kr./year", {"Udgift pr. borger 65+", "Cost per citizen 65+"}},
};

} // namespace

LookAheadKpis look_ahead_kpis(LookAhead figure) { return rows[static_cast<std::size_t>(figure)].ids; }

bool is_look_ahead(std::string_view kpi) { return kpi.starts_with("first_year.") || kpi.starts_with("last_year."); }

void append_look_ahead_kpis(std::vector<Kpi>& kpis)
{
    for (const Row& row : rows) {
        const auto add = [&](std::string_view id, Label year) {
            kpis.push_back({id, row.unit, Direction::none, 0.01, Relevance::share_of_base, false, false, row.label, year});
        };
        add(row.ids.first, {"første år af perioden", "first year of the period"});
        add(row.ids.last, {"sidste år af perioden", "last year of the period"});
    }
}

} // namespace samspil
