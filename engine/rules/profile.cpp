// SPDX-License-Identifier: MPL-2.0
// Interests of people, programmes of houses, and how they come to fit (docs/model.md 7.8, 7.21). Interests are drawn by
// the person's key when asked for; a programme differs between houses by the house's key.
#include "engine/rules/places.hpp"

#include "engine/random/distributions.hpp"
#include "engine/rules/proposing.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace samspil {
namespace {

constexpr int quarter_weeks = 13;
constexpr double even = 0.5; // a programme with some of everything, and the match it gives everybody

/// How many of a hundred first choices fall on each tag, assumed.
constexpr std::array<int, interest_count> liked{14, 14, 8, 6, 9, 9, 9, 10, 8, 7, 3, 3};
constexpr int all_liked = 100;

/// The tag that each of the hundred first choices falls on.
constexpr std::array<std::uint8_t, all_liked> choices = [] {
    std::array<std::uint8_t, all_liked> tags{};
    std::size_t choice = 0;
    for (std::size_t tag = 0; tag < interest_count; ++tag) {
        for (int n = 0; n < liked[tag]; ++n) tags[choice++] = static_cast<std::uint8_t>(tag);
    }
    return tags;
}();

std::uint8_t tag_at(std::uint32_t word) { return choices[uniform_below(all_liked, word)]; }

void measure(HouseState& house)
{
    double squares = 0;
    for (const double x : house.activities) squares += x * x;
    house.match_scale = squares > 0 ? 1.0 / std::sqrt(static_cast<double>(interests_of_one) * squares) : 0;
}

const HouseState& house_at(const World& world, int centre) { return world.places.houses[static_cast<std::size_t>(centre)]; }

bool is_for_the_vulnerable(const World& world, int centre) { return house_at(world, centre).profile == ProfileKind::vulnerable; }

} // namespace

Interests interests_of(Chance chance, std::uint64_t person)
{
    const auto drawn = draw4(chance, Purpose::interests, person, 0);
    Interests tags{};
    for (std::size_t i = 0; i < tags.size(); ++i) {
        std::uint8_t tag = tag_at(drawn[i]);
        while (std::find(tags.begin(), tags.begin() + static_cast<std::ptrdiff_t>(i), tag) != tags.begin() + static_cast<std::ptrdiff_t>(i)) {
            tag = static_cast<std::uint8_t>((tag + 1) % interest_count);
        }
        tags[i] = tag;
    }
    return tags;
}

double match_of(const HouseState& house, const Interests& interests)
{
    if (!(house.match_scale > 0)) return even;
    double sum = 0;
    for (const std::uint8_t tag : interests) sum += house.activities[tag];
    return sum * house.match_scale;
}

double interest_match(const Premises& premises, const World& world, const Citizen& citizen, std::int16_t unit)
{
    // Where interests weigh nothing in a choice they weigh nothing for those who help with one.
    const bool matters = premises.scenario->mechanisms.places.interest_match && premises.scenario->assumptions.places.b_m != 0;
    if (unit == no_unit || world.places.houses.empty() || !matters) return even;
    const OfferUnit& at = premises.units[static_cast<std::size_t>(unit)];
    if (at.offer == Offer::vedligeholdende_hjem) return even;
    return match_of(house_at(world, at.centre), interests_of(world.places.chance, citizen.id));
}

void set_profile(const Premises& premises, HouseState& house, Chance chance, std::size_t centre, ProfileKind profile)
{
    const Scenario& scenario = *premises.scenario;
    const double spread = scenario.assumptions.places.profile_spread;
    const auto key = static_cast<std::uint64_t>(scenario.centres[centre].key);
    house.profile = profile;
    house.activities = activities_of(profile);
    for (std::size_t tag = 0; tag < interest_count; ++tag) {
        const auto drawn = draw4(chance, Purpose::house_programme, key, 0, static_cast<std::uint16_t>(tag / 4));
        house.activities[tag] = std::clamp(house.activities[tag] + spread * (unit(drawn[tag % 4]) - even), 0.0, 1.0);
    }
    measure(house);
}

namespace {

/// What the users of some rows like, by house, and how well the programmes fit them: whole numbers.
struct Wishes {
    std::vector<std::array<std::int64_t, interest_count>> by_house;
    std::int64_t match_thousandths = 0, match_users = 0;
};

Wishes wishes_of(const Moment& moment, std::size_t begin, std::size_t end)
{
    const World& world = moment.world;
    Wishes wishes{std::vector<std::array<std::int64_t, interest_count>>(world.places.houses.size())};
    for (std::size_t row = begin; row < end; ++row) {
        expect_participant(world, row);
        if (world.place[row] < 0) continue;
        const OfferUnit& at = moment.premises.units[static_cast<std::size_t>(world.place[row])];
        if (at.offer == Offer::vedligeholdende_hjem) continue;
        const auto centre = static_cast<std::size_t>(at.centre);
        const Interests interests = interests_of(moment.chance, world.citizens[row].id);
        for (const std::uint8_t tag : interests) ++wishes.by_house[centre][tag];
        wishes.match_thousandths += static_cast<std::int64_t>(match_of(world.places.houses[centre], interests) * 1000 + 0.5);
        ++wishes.match_users;
    }
    return wishes;
}

} // namespace

void co_create(Moment& moment, const Workers& workers)
{
    if (moment.premises.calendar.absolute_week(moment.week) % quarter_weeks != 0 || is_matched(moment.scenario())) return;
    World& world = moment.world;
    PlacesState& state = world.places;
    const PlacesParameters& p = moment.parameters().places;
    const std::size_t rows = world.place.size();
    std::vector<Wishes> parts(block_count(workers, rows, rows_together));
    for_blocks(workers, rows, rows_together, [&](std::size_t index, std::size_t begin, std::size_t end) { parts[index] = wishes_of(moment, begin, end); });
    state.match_thousandths = state.match_users = 0;
    for (const Wishes& part : parts) {
        state.match_thousandths += part.match_thousandths;
        state.match_users += part.match_users;
    }
    if (!moment.scenario().mechanisms.places.co_creation) return;
    const double step = moment.scenario().policy.places.council_voice ? p.eta_voice : p.eta;
    if (step == 0) return;
    for (std::size_t j = 0; j < state.houses.size(); ++j) {
        HouseState& house = state.houses[j];
        std::array<std::int64_t, interest_count> wishes{};
        std::int64_t users = 0;
        for (const Wishes& part : parts) {
            for (std::size_t tag = 0; tag < interest_count; ++tag) wishes[tag] += part.by_house[j][tag], users += part.by_house[j][tag];
        }
        if (users == 0) continue;
        const double speed = house.profile == ProfileKind::general ? step : step * (1 - p.inertia);
        for (std::size_t tag = 0; tag < interest_count; ++tag) {
            // Users and the people around the house have equal say; a tag nobody prefers to another stands at one half.
            const double of_users = static_cast<double>(wishes[tag]) / static_cast<double>(users);
            const double of_all = static_cast<double>(liked[tag]) / all_liked;
            const double wanted = std::min(1.0, even * interest_count * (of_users + of_all) / 2);
            house.activities[tag] += speed * (wanted - house.activities[tag]);
        }
        measure(house);
    }
}

double warm_uptake(const Premises& premises, const World& world, int centre)
{
    return is_for_the_vulnerable(world, centre) ? premises.scenario->assumptions.places.vul_uptake : 0;
}

double club_help_factor(const Premises& premises, const World& world, int centre)
{
    return is_for_the_vulnerable(world, centre) ? 1 + premises.scenario->assumptions.places.vul_help : 1;
}

double staff_need_factor(const Premises& premises, const World& world, int centre)
{
    return is_for_the_vulnerable(world, centre) ? 1 + premises.scenario->assumptions.places.vul_staff : 1;
}

bool has_clinic(const Premises& premises, const World& world, int centre)
{
    return house_at(world, centre).profile == ProfileKind::health || premises.scenario->centres[static_cast<std::size_t>(centre)].rooms.clinic;
}

} // namespace samspil
