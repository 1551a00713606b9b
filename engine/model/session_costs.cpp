// SPDX-License-Identifier: MPL-2.0
#include "engine/model/money.hpp"
#include "engine/model/parameters.hpp"

#include <algorithm>
#include <tuple>

namespace samspil {

std::array<SessionCost, offer_count> session_costs(const std::vector<Service>& services, const Parameters& p)
{
    std::array<SessionCost, offer_count> costs{};
    std::array<bool, offer_count> listed{};
    std::vector<const Service*> in_order; // by what they are, so that neither rows nor names matter to a sum
    for (const Service& service : services) in_order.push_back(&service);
    const auto content = [](const Service* s) { return std::tie(s->offer, s->minutes, s->group, s->per_session, s->materials_kr, s->weights); };
    std::sort(in_order.begin(), in_order.end(), [&](const Service* a, const Service* b) { return content(a) < content(b); });
    for (const Service* one : in_order) {
        const Service& service = *one;
        SessionCost& cost = costs[static_cast<std::size_t>(service.offer)];
        listed[static_cast<std::size_t>(service.offer)] = true;
        const double hours = service.per_session * service.minutes / 60.0 / service.group;
        double hour_price = 0;
        for (std::size_t c = 0; c < staff_category_count; ++c) hour_price += service.weights[c] * p.money.wage[c] * (1 + p.money.overhead);
        cost.hours += hours;
        cost.materials_kr += service.per_session * service.materials_kr;
        cost.kr += hours * hour_price + service.per_session * service.materials_kr;
        for (std::size_t c = 0; c < staff_category_count; ++c) cost.weights[c] += hours * service.weights[c];
    }
    for (std::size_t o = 0; o < offer_count; ++o) {
        SessionCost& cost = costs[o];
        if (!listed[o]) {
            cost.hours = p.staff_slot[o];
            cost.kr = p.staff_slot[o] * p.wage_staff;
            cost.weights = p.money.mix[static_cast<std::size_t>(PlannedMix::competence)];
        }
        double sum = 0;
        for (const double w : cost.weights) sum += w;
        for (double& w : cost.weights) w = sum > 0 ? w / sum : 1.0 / staff_category_count;
    }
    return costs;
}

} // namespace samspil
