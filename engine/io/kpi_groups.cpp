// SPDX-License-Identifier: MPL-2.0
#include "engine/io/kpi_groups.hpp"

#include "engine/model/look_ahead.hpp"

#include <algorithm>
#include <array>

namespace samspil {
namespace {

constexpr std::array groups{
    KpiGroup{"reach", {"Borgere nået", "Citizens reached"}},
    KpiGroup{"right_offer", {"Adgang og behov", "Access and need"}},
    KpiGroup{"eligibility_gap", {"Adgang og behov", "Access and need"}},
    KpiGroup{"eligibility", {"Adgang og behov", "Access and need"}},
    KpiGroup{"unmet_need", {"Adgang og behov", "Access and need"}},
    KpiGroup{"access", {"Adgang og behov", "Access and need"}},
    KpiGroup{"single", {"Adgang og behov", "Access and need"}},
    KpiGroup{"wait", {"Ventetid", "Waits"}},
    KpiGroup{"awareness", {"Kendskab og brobygning", "Awareness and bridges"}},
    KpiGroup{"contacts", {"Kendskab og brobygning", "Awareness and bridges"}},
    KpiGroup{"bridges", {"Kendskab og brobygning", "Awareness and bridges"}},
    KpiGroup{"travel", {"Rejse og kørsel", "Travel and rides"}},
    KpiGroup{"transport", {"Rejse og kørsel", "Travel and rides"}},
    KpiGroup{"utilisation", {"Udnyttelse", "Use"}},
    KpiGroup{"binding", {"Udnyttelse", "Use"}},
    KpiGroup{"rooms", {"Udnyttelse", "Use"}},
    KpiGroup{"profile", {"Udnyttelse", "Use"}},
    KpiGroup{"documentation", {"Personale og ledelse", "Staff and leadership"}},
    KpiGroup{"contact", {"Kendskab og brobygning", "Awareness and bridges"}},
    KpiGroup{"cafe", {"Udnyttelse", "Use"}},
    KpiGroup{"function", {"Funktion og plejehjem", "Function and nursing homes"}},
    KpiGroup{"nursing_home", {"Funktion og plejehjem", "Function and nursing homes"}},
    KpiGroup{"copm", {"Funktion og plejehjem", "Function and nursing homes"}},
    KpiGroup{"wellbeing", {"Trivsel", "Wellbeing"}},
    KpiGroup{"continuity", {"Overgange og fællesskab", "Transitions and ties"}},
    KpiGroup{"ties", {"Overgange og fællesskab", "Transitions and ties"}},
    KpiGroup{"clubs", {"Overgange og fællesskab", "Transitions and ties"}},
    KpiGroup{"volunteers", {"Frivillige", "Volunteers"}},
    KpiGroup{"agreements", {"Frivillige", "Volunteers"}},
    KpiGroup{"cost", {"Udgifter", "Costs"}},
    KpiGroup{"budget", {"Konti", "Accounts"}},
    KpiGroup{"balance", {"Budget og styring", "Budget and steering"}},
    KpiGroup{"steering", {"Budget og styring", "Budget and steering"}},
    KpiGroup{"incentive", {"Budget og styring", "Budget and steering"}},
    KpiGroup{"pools", {"Budget og styring", "Budget and steering"}},
    KpiGroup{"staff", {"Personale og ledelse", "Staff and leadership"}},
    KpiGroup{"organisation", {"Personale og ledelse", "Staff and leadership"}},
    KpiGroup{"equity", {"Lige adgang", "Equity"}},
    KpiGroup{"population", {"Befolkning", "Population"}},
    KpiGroup{"", {"Andet", "Other"}},
};

} // namespace

const KpiGroup& group_of(std::string_view kpi)
{
    const std::string_view word = kpi.substr(0, kpi.find('.'));
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const KpiGroup& g) { return g.prefix == word; });
    return found == groups.end() ? groups.back() : *found;
}

std::vector<const KpiDifference*> in_groups(std::span<const KpiDifference> differences)
{
    std::vector<const KpiDifference*> all;
    for (const KpiDifference& d : differences) {
        if (!is_look_ahead(d.kpi->id)) all.push_back(&d);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const KpiDifference* a, const KpiDifference* b) { return &group_of(a->kpi->id) < &group_of(b->kpi->id); });
    return all;
}

} // namespace samspil
