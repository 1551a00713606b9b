// SPDX-License-Identifier: MPL-2.0
// Short cuts that must not be seen: where a range of numbers gives one answer the rules do not work out the number, and
// the answer is the one that the number itself would have given.
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"

#include "engine/base/elementary.hpp"
#include "engine/random/distributions.hpp"
#include "engine/rules/information.hpp"
#include "engine/rules/people.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace samspil;

namespace {

constexpr Chance chance{11, 2};

/// Aarhus in its second week: everybody has entered, nobody has looked for long.
Simulation town(const Scenario& scenario)
{
    Simulation simulation(std::make_shared<const Premises>(scenario), {chance});
    for (int week = 0; week < 2; ++week) simulation.step({});
    return simulation;
}

/// What a look leaves of one house, by the closed form alone.
std::pair<bool, bool> looked_at(const Premises& premises, const World& world, std::uint32_t row, const ReachableHouse& house, Week week, bool knew, bool held)
{
    const Scenario& scenario = *premises.scenario;
    const InformationParameters& p = scenario.assumptions.information;
    const Citizen& citizen = world.citizens[row];
    double reach = 0;
    for (std::size_t channel = 0; channel < p.media_reach.size(); ++channel) reach += (citizen.information.media >> channel & 1U) != 0 ? p.lam_media : 0;
    const int age = std::max(0, week - citizen.week_65);
    if (citizen.information.digital_at < share_by_age(p.digital65, p.digital85, citizen.sex, age))
        reach += p.lam_web + (scenario.policy.information.genlyd ? p.lam_board : 0);
    const std::int32_t metres = distance_m(premises, citizen, house.centre);
    const auto hundreds = std::min(static_cast<std::size_t>(metres / 100), premises.media_by_100m.size() - 1);
    const double heard = reach * static_cast<double>(premises.media_by_100m[hundreds]) + (metres < p.near_m ? p.lam_near : 0);
    const int friends = company_of(premises, world, row).at(house.centre);
    const auto lane = static_cast<std::uint16_t>(premises.half_year(week));
    const std::uint32_t word = draw4(chance, Purpose::knows_centre, citizen.id, house.key / 4, lane)[house.key % 4];
    const auto luck = [](std::uint32_t half) { return (half + 0.5) * 0x1p-16; };
    const Week look = citizen.information.look;
    const double gap = look == never ? std::numeric_limits<double>::infinity() : week - look;
    const bool exists = known_after(knew, heard + friends * p.lam_peer1, elementary::log(2.0) / p.aw_half1, gap, luck(word >> 16));
    return {exists, exists && known_after(held, heard + friends * p.lam_peer2, elementary::log(2.0) / p.aw_half, gap, luck(word & 0xffffU))};
}

} // namespace

TEST_CASE("a look leaves what the closed form says of every house", "[awareness]")
{
    const Scenario scenario = options::aarhus("basis.yaml", 0, 104);
    Simulation simulation = town(scenario);
    const Premises& premises = simulation.premises();
    World& world = simulation.world();
    constexpr std::uint64_t everything = 0xffffffffffffffff;
    int houses = 0, different = 0, now_known = 0;
    for (std::uint32_t row = 0; row < world.citizens.size(); row += 17) {
        Citizen& citizen = world.citizens[row];
        if (citizen.residence != Residence::home || citizen.unit != no_unit || citizen.last_centre >= 0) continue;
        for (const Week look : {never, 0, 1}) {
            citizen.information.look = look;
            const Week week = row % 2 == 0 ? 30 : 95;
            for (const std::uint64_t start : {std::uint64_t{0}, citizen.id * 0x9e3779b97f4a7c15U, everything}) {
                if (look == never && start != 0) continue; // nobody knows anything before the first look
                std::vector<std::uint64_t> known(premises.knowledge_words, start), content(premises.knowledge_words, start & (start >> 1));
                const auto knew = known, held = content;
                const auto bit = [](const std::vector<std::uint64_t>& words, int centre) {
                    return (words[static_cast<std::size_t>(centre) / 64] >> (centre % 64) & 1U) != 0;
                };
                see(premises, world, chance, row, week, known.data(), content.data());
                for (const ReachableHouse& house : premises.reachable[citizen.neighbourhood]) {
                    if (world.information.heard_of[static_cast<std::size_t>(house.centre)] != 2) continue;
                    const auto [exists, told] = looked_at(premises, world, row, house, week, bit(knew, house.centre), bit(held, house.centre));
                    ++houses;
                    now_known += exists ? 1 : 0;
                    different += exists != bit(known, house.centre) || told != bit(content, house.centre) ? 1 : 0;
                }
            }
        }
    }
    CHECK(houses > 100'000);
    CHECK(now_known > 10'000);
    CHECK(different == 0);
}

TEST_CASE("scores are those of the quantiles, whichever range they were read from", "[scores]")
{
    const Scenario scenario = options::toy();
    const Premises premises(scenario);
    const Parameters& p = scenario.assumptions;
    constexpr std::array<std::array<double, 4>, 4> means{{{-0.2, -0.2, -0.2, -0.2}, {1.2, 1.3, 1.2, 1.0}, {2.5, 2.8, 2.5, 2.2}, {3.6, 3.4, 3.2, 3.0}}};
    int different = 0;
    for (std::uint64_t person = 1; person <= 20'000; ++person) {
        Citizen citizen;
        citizen.id = person;
        citizen.level = static_cast<std::uint8_t>(person % 4);
        citizen.people.lonely = person % 3 == 0;
        citizen.trait.fill(static_cast<float>(static_cast<double>(person % 97) / 97 - 0.5));
        const auto week = static_cast<Week>(person % 200);
        const std::int32_t absolute = premises.calendar.absolute_week(week);
        const double along = (absolute % 26) / 26.0, scale = p.ar_sd / std::sqrt((1 - along) * (1 - along) + along * along);
        const auto before = draw4(chance, Purpose::score_noise, person, static_cast<std::uint32_t>(absolute / 26));
        const auto after = draw4(chance, Purpose::score_noise, person, static_cast<std::uint32_t>(absolute / 26 + 1));
        std::array<int, 4> expected{};
        for (std::size_t d = 0; d < 4; ++d) {
            const double noise = scale * ((1 - along) * normal(unit(before[d])) + along * normal(unit(after[d])));
            double latent = means[citizen.level][d] + static_cast<double>(citizen.trait[d]) + noise;
            if (d == 2 && citizen.people.lonely) latent += p.people.shift_s;
            expected[d] = static_cast<int>(std::clamp(latent + 0.5, 0.0, 4.0));
        }
        const Scores scores = true_scores_in(ScoreSet::spread, premises, chance, citizen, week);
        different += std::array{scores.m, scores.a, scores.s, scores.p} != expected ? 1 : 0;
    }
    CHECK(different == 0);
}

TEST_CASE("the first age that reaches a sum is found as by walking", "[hazards]")
{
    Basis basis;
    double sum = 0;
    for (int age = 0; age <= last_age_week; ++age) {
        basis.cumulated.push_back(sum);
        sum += age % 700 < 100 ? 0.0 : 1e-4 * elementary::exp(age / 600.0); // flat stretches too
    }
    basis.make_guide();
    for (int from = 0; from < last_age_week; from += 37) {
        for (const double more : {0.0, 1e-5, 1e-3, 0.01, 0.1, 1.0, 10.0}) {
            const double target = basis.at(from) + more;
            int expected = from + 1;
            while (expected <= last_age_week && basis.at(expected) < target) ++expected;
            CHECK(basis.first_reaching(target, from) == (expected > last_age_week ? never : expected));
        }
    }
}
