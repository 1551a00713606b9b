// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_information.hpp"

#include "engine/rules/information.hpp"

#include <numeric>

namespace samspil {
namespace {

template <std::size_t N>
std::int64_t sum(const std::array<std::int64_t, N>& values)
{
    return std::accumulate(values.begin(), values.end(), std::int64_t{0});
}

std::int64_t waiting(const World& world)
{
    std::int64_t persons = 0;
    for (const BridgePool& pool : world.information.pools) persons += static_cast<std::int64_t>(pool.queue.size());
    return persons;
}

} // namespace

void InformationCensus::look_at(const Premises& premises, const World& world, Chance chance, std::uint32_t row)
{
    constexpr std::int32_t far_m = 10000;
    const Citizen& citizen = world.citizens[row];
    const std::size_t words = premises.knowledge_words, at = row * words;
    std::vector<std::uint64_t> known(&world.known[at], &world.known[at] + words), content(&world.content[at], &world.content[at] + words);
    see(premises, world, chance, row, world.week, known.data(), content.data());
    const auto has = [](const std::vector<std::uint64_t>& set, std::size_t j) { return (set[j / 64] >> (j % 64) & 1U) != 0; };
    std::size_t nearest = world.centres.size();
    std::int32_t least = 0;
    for (std::size_t j = 0; j < world.centres.size(); ++j) {
        if (!world.centres[j].open) continue;
        const std::int32_t metres = distance_m(premises, citizen, static_cast<int>(j));
        if (metres > far_m) {
            ++far_pairs;
            if (has(known, j)) ++far_known;
        }
        const bool tie = metres == least && nearest < world.centres.size() &&
                         premises.scenario->centres[j].key < premises.scenario->centres[nearest].key;
        if (nearest < world.centres.size() && metres >= least && !tie) continue;
        nearest = j;
        least = metres;
    }
    if (nearest == world.centres.size()) return;
    ++citizens;
    if (has(known, nearest)) ++know_nearest;
    if (has(content, nearest)) ++know_content;
}

void InformationCensus::add(const InformationCensus& other)
{
    citizens += other.citizens;
    know_nearest += other.know_nearest;
    know_content += other.know_content;
    far_pairs += other.far_pairs;
    far_known += other.far_known;
}

void InformationTally::observe(const Premises& premises, const World& world)
{
    const InformationCounts& counts = world.counts.information;
    if (world.week < premises.scenario->period.burn_in_weeks) {
        before_ = newest_ = counts;
        return;
    }
    ++weeks_;
    last_ = newest_;
    newest_ = counts;
    waiting_weeks_ += waiting(world);
}

void InformationTally::record(const Premises&, const World& world, SeriesWriter& to) const
{
    const auto put = [&](std::string_view id, std::int64_t value) { to.next(id).push_back(static_cast<std::int32_t>(value)); };
    put("contacts", sum(newest_.contacts) - sum(last_.contacts));
    put("handed_over", sum(newest_.handed_over) - sum(last_.handed_over));
    put("bridge_queue", waiting(world));
    put("bridge_hours", (newest_.bridge_minutes - last_.bridge_minutes) / 60);
}

void InformationTally::report(const Premises&, const World&, KpiWriter& to) const
{
    const double years = static_cast<double>(weeks_) * years_per_week;
    const InformationCounts& b = before_;
    const InformationCounts& n = newest_;
    const auto a_year = [&](std::string_view id, std::int64_t count) { to.set(id, ratio(static_cast<double>(count), years)); };
    constexpr std::string_view kinds[] = {"contact.home_visit", "contact.front_staff", "contact.clinic", "contact.self_search"};
    for (std::size_t i = 0; i < contact_kinds; ++i) a_year(kinds[i], n.contacts[i] - b.contacts[i]);
    a_year("bridges.contacts", sum(n.contacts) - sum(b.contacts));
    a_year("bridges.detected", n.detected - b.detected);
    a_year("bridges.consented", n.consented - b.consented);
    a_year("bridges.bridges_started", n.bridges_started - b.bridges_started);
    a_year("bridges.lost", n.bridges_lost - b.bridges_lost);
    to.set("bridges.waiting", ratio(waiting_weeks_, weeks_));
    constexpr std::size_t warm = static_cast<std::size_t>(Handover::warm) - 1;
    to.set("bridges.uptake", ratio(sum(n.attended) - sum(b.attended), sum(n.handed_over) - sum(b.handed_over)));
    to.set("bridges.uptake.warm", ratio(n.attended[warm] - b.attended[warm], n.handed_over[warm] - b.handed_over[warm]));
    a_year("bridges.attended", sum(n.attended) - sum(b.attended));
    to.set("bridges.kept_26w", ratio(n.kept - b.kept, n.followed_up - b.followed_up));
    to.set("awareness.known_nearest", ratio(census_.know_nearest, census_.citizens));
    to.set("awareness.content_nearest", ratio(census_.know_content, census_.citizens));
    to.set("awareness.far", ratio(census_.far_known, census_.far_pairs));
}

} // namespace samspil
