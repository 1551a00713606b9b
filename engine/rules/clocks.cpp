// SPDX-License-Identifier: MPL-2.0
// The five life clocks of a citizen against their bases (docs/model.md 4.10a, 7.1, 7.2).
#include "engine/random/clock.hpp"
#include "engine/rules/rules.hpp"

#include <algorithm>
#include <bit>

namespace samspil {
namespace {

constexpr std::array<Purpose, process_count> purposes{Purpose::clock_death, Purpose::clock_nursing_home,
                                                      Purpose::clock_decline, Purpose::clock_recovery, Purpose::clock_move};

constexpr float not_drawn = -1; ///< the threshold of an event nobody can have met yet

/// The basis a clock has run against since the rates were last set. Inline with rate_of, so that each process has its own
/// few instructions: both are asked for every clock at every event.
[[gnu::always_inline]] inline const Basis& basis_of(const Hazards& hazards, const Citizen& citizen, Process process)
{
    const RateTable& table = hazards.table[static_cast<std::size_t>(process)];
    if (!table.empty() && citizen.residence != Residence::nursing_home) return table[citizen.rate_state];
    const auto sex = static_cast<std::size_t>(citizen.sex);
    switch (process) {
    case Process::death: return citizen.residence == Residence::nursing_home ? hazards.years : hazards.death[sex];
    case Process::nursing_home: return hazards.nursing_home;
    case Process::decline: return hazards.decline;
    case Process::recovery: return hazards.recovery;
    case Process::move: return hazards.move[sex];
    }
    return hazards.years;
}

int age_week(const Citizen& citizen, Week week) { return std::clamp(week - citizen.week_65, 0, last_age_week); }

/// 1 where rates.csv says how fast: its basis is of the level itself.
[[gnu::always_inline]] inline double rate_of(const Moment& moment, const Citizen& citizen, Process process, const Effect& effect)
{
    const Parameters& p = moment.parameters();
    if (citizen.residence == Residence::nursing_home) {
        return process == Process::death ? p.nh_mort * moment.world.people.shock[static_cast<std::size_t>(Shock::mortality)] : 0.0;
    }
    const std::size_t level = citizen.level;
    const bool tabled = !moment.premises.hazards.table[static_cast<std::size_t>(process)].empty();
    const auto& shock = moment.world.people.shock; // all 1 outside a population shock (7.19)
    switch (process) {
    case Process::death:
        return (tabled ? 1.0 : p.hr_f[level]) * (citizen.people.lonely ? p.people.hr_lone : 1.0) * shock[static_cast<std::size_t>(Shock::mortality)];
    case Process::nursing_home: {
        if (!moment.scenario().mechanisms.nursing_home) return 0.0;
        if (tabled) return alone_factor(p, citizen.sex, citizen.alone);
        if (level < 2) return 0.0;
        return (level == 2 ? p.nh_e3 : p.nh_e4) * p.nh_scale * alone_factor(p, citizen.sex, citizen.alone);
    }
    case Process::decline: return level < 3 ? (tabled ? 1.0 : p.r[level]) * effect.decline * shock[static_cast<std::size_t>(Shock::decline)] : 0.0;
    case Process::recovery: return level > 0 ? (tabled ? 1.0 : p.c[level - 1]) * effect.recovery : 0.0;
    case Process::move: return moment.scenario().mechanisms.net_migration ? 1.0 : 0.0;
    }
    return 0.0;
}

Week find_due(const Basis& basis, const Citizen& citizen, const Clock& clock)
{
    if (!(clock.rate > 0)) return never;
    const int from = age_week(citizen, clock.since);
    const int reached = basis.first_reaching(basis.at(from) + double{clock.remaining} / double{clock.rate}, from);
    return reached == never ? never : citizen.week_65 + reached;
}

/// Never due until next_due searches for the week: a clock that is set is not due in the same week.
void find_later(Citizen& citizen, std::size_t process)
{
    citizen.agenda.clock[process] = never;
    citizen.clocks_to_find = static_cast<std::uint8_t>(citizen.clocks_to_find | 1U << process);
}

[[gnu::always_inline]] inline void spend_now(const Hazards& hazards, Citizen& citizen, Process process, Week week)
{
    Clock& clock = citizen.clocks[static_cast<std::size_t>(process)];
    if (clock.since == week) return;
    if (clock.rate > 0) {
        const Basis& basis = basis_of(hazards, citizen, process);
        const double used = basis.at(age_week(citizen, week)) - basis.at(age_week(citizen, clock.since));
        clock.remaining = static_cast<float>(std::max(0.0, clock.remaining - clock.rate * used));
    }
    clock.since = week;
}

void find_clocks(const Premises& premises, Citizen& citizen)
{
    for (unsigned left = citizen.clocks_to_find; left != 0; left &= left - 1) {
        const auto i = static_cast<std::size_t>(std::countr_zero(left));
        const auto process = static_cast<Process>(i);
        Week due = find_due(basis_of(premises.hazards, citizen, process), citizen, citizen.clocks[i]);
        // The bases end at 111: nobody lives longer.
        if (process == Process::death && premises.scenario->mechanisms.mortality) due = std::min<Week>(due, citizen.week_65 + last_age_week);
        citizen.agenda.clock[i] = due;
    }
    citizen.clocks_to_find = 0;
}

} // namespace

void wind(Moment& moment, Citizen& citizen, Process process)
{
    Clock& clock = citizen.clocks[static_cast<std::size_t>(process)];
    ++clock.event;
    clock.remaining = not_drawn;
    clock.since = moment.week;
    stop(citizen, process);
}

void stop(Citizen& citizen, Process process)
{
    citizen.clocks[static_cast<std::size_t>(process)].rate = 0;
    find_later(citizen, static_cast<std::size_t>(process));
}

void spend(const Premises& premises, Citizen& citizen, Process process, Week week)
{
    spend_now(premises.hazards, citizen, process, week);
}

void update_rates(Moment& moment, Citizen& citizen)
{
    const Hazards& hazards = moment.premises.hazards;
    const Effect effect = participation_effect(moment.premises, citizen);
    const auto state = static_cast<std::uint8_t>(rate_state(citizen.level, citizen.offer != Offer::none));
    const bool other_state = state != citizen.rate_state;
    const auto set = [&](Process process) __attribute__((always_inline)) {
        const auto i = static_cast<std::size_t>(process);
        Clock& clock = citizen.clocks[i];
        const auto rate = static_cast<float>(rate_of(moment, citizen, process, effect));
        const bool changed = rate != clock.rate || (other_state && !hazards.table[i].empty());
        if (!changed) return; // untouched: an effect of 1 leaves every bit as it was
        spend_now(hazards, citizen, process, moment.week);
        clock.rate = rate;
        if (rate > 0 && clock.remaining == not_drawn) {
            clock.remaining = static_cast<float>(unit_threshold(moment.chance, purposes[i], citizen.id, static_cast<std::uint32_t>(clock.event)));
        }
        find_later(citizen, i);
    };
    set(Process::death);
    set(Process::nursing_home);
    set(Process::decline);
    set(Process::recovery);
    set(Process::move);
    citizen.rate_state = state;
}

Week next_due(const Citizen& citizen)
{
    if (citizen.residence == Residence::not_yet) return citizen.week_65;
    if (citizen.residence == Residence::dead || citizen.residence == Residence::moved_out) return never;
    const Agenda& agenda = citizen.agenda;
    const auto earliest = [](const auto& weeks) {
        std::int16_t least = StoredWeek::stored_never;
        for (const StoredWeek week : weeks) least = std::min(least, week.kept());
        return least == StoredWeek::stored_never ? never : Week{least};
    };
    if (citizen.residence == Residence::nursing_home) return earliest(agenda.clock);
    return earliest(std::bit_cast<std::array<StoredWeek, sizeof(Agenda) / sizeof(StoredWeek)>>(agenda));
}

Week next_due(const Premises& premises, Citizen& citizen)
{
    const bool gone_for_good = citizen.residence == Residence::dead || citizen.residence == Residence::moved_out;
    if (citizen.clocks_to_find != 0 && !gone_for_good) find_clocks(premises, citizen);
    return next_due(citizen);
}

} // namespace samspil
