// SPDX-License-Identifier: MPL-2.0
#include "engine/rules/exits.hpp"

#include "engine/random/clock.hpp"
#include "engine/rules/people.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>

namespace samspil {
namespace {

Week after(Week week, Week more) { return more == never ? never : week + more; }

void spend_exit(Clock& clock, double hazard)
{
    clock.remaining = static_cast<float>(std::max(1e-12, clock.remaining - hazard));
}

} // namespace

void wind_exit(Moment& moment, const Citizen& citizen, Clock& clock, Purpose purpose)
{
    ++clock.event;
    clock.remaining =
        static_cast<float>(unit_threshold(moment.chance, purpose, citizen.id, static_cast<std::uint32_t>(clock.event)));
}

void settle_exits(const Moment& moment, Citizen& citizen)
{
    const Week stayed = moment.week - citizen.since;
    const double extra = double{citizen.drop_out_extra} * std::min(stayed, vulnerable_weeks);
    spend_exit(citizen.drop_out, double{citizen.drop_out.rate} * stayed + extra);
    if (citizen.offer == Offer::klub)
        spend_exit(citizen.leave_club, double{citizen.leave_club.rate} * (moment.week - citizen.leave_club.since));
    citizen.drop_out.rate = citizen.drop_out_extra = citizen.leave_club.rate = 0;
}

Week drop_out_due(const Citizen& citizen)
{
    const Week since = citizen.since;
    const double threshold = citizen.drop_out.remaining, ordinary = citizen.drop_out.rate,
                 extra = citizen.drop_out_extra;
    const double window = vulnerable_weeks * (ordinary + extra);
    if (extra > 0 && threshold <= window) return after(since, weeks_until_due(threshold, ordinary + extra));
    if (!(extra > 0)) return after(since, weeks_until_due(threshold, ordinary));
    return after(since + vulnerable_weeks, weeks_until_due(threshold - window, ordinary));
}

// The club is left for lack of help at h0 for every score step beyond what fits a club, less what fellow members
// help with (7.12). Help and friends change, so who needs help looks again and again.
void look_at_help(Moment& moment, Citizen& citizen)
{
    if (citizen.offer != Offer::klub) return;
    Clock& clock = citizen.leave_club;
    const Parameters& p = moment.parameters();
    const std::uint32_t row = citizen.row;
    const int beyond = std::max(0, citizen.need - moment.scenario().policy.tau_club);
    if (row < moment.world.people.member.size()) {
        moment.world.people.member[row].need = citizen.need;
        citizen.people.club_look =
            beyond > 0 ? next_on_grid(moment.premises, citizen, moment.week, people_look_weeks) : never;
        citizen.agenda.social = std::min(citizen.agenda.social, citizen.people.club_look);
    }
    const auto rate = static_cast<float>(beyond > 0 ? p.h0_club * (1 - help_for(moment, citizen, row)) * beyond : 0.0);
    if (rate == clock.rate) return;
    if (clock.event == 0) wind_exit(moment, citizen, clock, Purpose::club_exit);
    clock.remaining =
        static_cast<float>(std::max(0.0, clock.remaining - double{clock.rate} * (moment.week - clock.since)));
    clock.since = moment.week;
    clock.rate = rate;
    citizen.agenda.leave_club = after(moment.week, weeks_until_due(clock.remaining, rate));
}

} // namespace samspil
