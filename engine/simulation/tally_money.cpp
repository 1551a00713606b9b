// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_money.hpp"

#include "engine/rules/money.hpp"

namespace samspil {

void MoneyTally::observe(const Premises& premises, const World& world)
{
    const MoneyState& money = world.money;
    ++weeks_;
    for (const Position& post : money.positions) {
        ++posts_;
        if (!post.filled) ++vacant_;
    }
    for (std::size_t j = 0; j < money.houses.size(); ++j) {
        const HouseMoney& house = money.houses[j];
        if (!world.centres[j].open) continue;
        if (house.form != OperatingForm::municipal) ++partner_weeks_;
        if (!(house.hours_each > 0)) continue;
        ++staffed_weeks_;
        cover_ += to_fixed(house.cover);
        competence_ += to_fixed(house.competence);
    }
    for (const PoolState& pool : money.pools) initiatives_ += to_fixed(pool.active);
    const Margins margin = margins(premises, world);
    margin_prev_ += to_fixed(margin.forebyggende);
    margin_maint_ += to_fixed(margin.vedligeholdende);
}

void MoneyTally::record(const Premises&, const World& world, SeriesWriter& to) const
{
    auto& cover = to.next("staff_cover");
    for (const HouseMoney& house : world.money.houses) cover.push_back(house.hours_each > 0 ? static_cast<std::int32_t>(house.cover * 1000 + 0.5) : 0);
    auto& stop = to.next("intake_stop");
    for (const HouseMoney& house : world.money.houses) stop.push_back(house.stopped[static_cast<std::size_t>(Frame::forebyggende)] ? 1 : 0);
}

void MoneyTally::report(const Premises&, const World& world, KpiWriter& to) const
{
    const auto mean = [](Fixed sum, std::int64_t n) { return ratio(from_fixed(sum), static_cast<double>(n)); };
    const auto kr = [&](Frame frame) { return static_cast<double>(world.money.balance[static_cast<std::size_t>(frame)]) / 100.0; };
    to.set("balance.forebyggende", kr(Frame::forebyggende));
    to.set("balance.vedligeholdende", kr(Frame::vedligeholdende));
    to.set("balance.capacity", kr(Frame::capacity));
    to.set("steering.stopped_weeks", static_cast<double>(world.money.stopped_weeks));
    to.set("incentive.margin_forebyggende", mean(margin_prev_, weeks_));
    to.set("incentive.margin_vedligeholdende", mean(margin_maint_, weeks_));
    to.set("staff.cover", mean(cover_, staffed_weeks_));
    to.set("staff.competence", mean(competence_, staffed_weeks_));
    to.set("staff.vacancy", ratio(vacant_, posts_));
    to.set("pools.initiatives", mean(initiatives_, weeks_));
    to.set("organisation.partner_houses", ratio(partner_weeks_, weeks_));
}

} // namespace samspil
