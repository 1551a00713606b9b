// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_people.hpp"

#include "engine/rules/people.hpp"

#include <cmath>
#include <limits>

namespace samspil {
namespace {

constexpr int weeks_to_80 = 783, weeks_to_90 = 1305;

template <class Visit>
void each_open_club(const PeopleState& people, std::size_t unit, Visit&& visit)
{
    for (const Club& club : people.clubs[unit]) {
        if (club.open) visit(club);
    }
}

double odds(double share) { return share / (1 - share); }

} // namespace

void PeopleCensus::look_at(const Premises& premises, const World& world, const Citizen& citizen)
{
    const std::uint32_t row = citizen.row;
    const Week age = world.week - citizen.week_65;
    const std::size_t band = age < weeks_to_80 ? 0 : age < weeks_to_90 ? 1 : 2;
    ++persons[band];
    if (citizen.people.lonely) ++lonely[band];
    strong_ties += ties_strong(premises, world, row);
    lonely_no_effect += to_fixed(lonely_share(premises, world, citizen, row, Effects::none));
    const Activity activity = activity_of(premises, world, citizen, row);
    const Fixed probability = to_fixed(high_mental_health(premises, world, citizen, row, activity, Effects::as_assumed));
    high += probability;
    high_no_effect += to_fixed(high_mental_health(premises, world, citizen, row, activity, Effects::none));
    if (activity.count() == 3) ++all_three, high_all_three += probability;
    if (activity.count() == 0) ++none, high_none += probability;
}

void PeopleCensus::add(const PeopleCensus& part)
{
    for (std::size_t band = 0; band < bands; ++band) {
        persons[band] += part.persons[band];
        lonely[band] += part.lonely[band];
    }
    strong_ties += part.strong_ties;
    lonely_no_effect += part.lonely_no_effect;
    high += part.high;
    high_no_effect += part.high_no_effect;
    all_three += part.all_three;
    none += part.none;
    high_all_three += part.high_all_three;
    high_none += part.high_none;
}

void PeopleTally::begin(const World& world)
{
    const PeopleState& people = world.people;
    before_ = world.counts.people;
    founded_before_ = people.clubs_founded;
    closed_before_ = people.clubs_closed;
    needy_before_ = people.needy_weeks;
    need_before_ = people.need_weeks;
}

void PeopleTally::observe(const Premises&, const World& world)
{
    const PeopleState& people = world.people;
    ++weeks_;
    for (std::size_t unit = 0; unit < people.clubs.size(); ++unit) {
        each_open_club(people, unit, [&](const Club& club) {
            ++club_weeks_;
            help_ += to_fixed(club.help);
        });
    }
}

void PeopleTally::record(const Premises& premises, const World& world, SeriesWriter& to) const
{
    std::vector<std::int32_t>& number = to.next("clubs");
    std::vector<std::int32_t>& help = to.next("club_help");
    for (std::size_t centre = 0; centre < world.centres.size(); ++centre) {
        const std::int16_t unit = premises.unit_of[centre][index_of(Offer::klub)];
        std::int32_t clubs = 0;
        Fixed sum = 0;
        if (unit != no_unit) {
            each_open_club(world.people, static_cast<std::size_t>(unit), [&](const Club& club) {
                ++clubs;
                sum += to_fixed(club.help);
            });
        }
        number.push_back(clubs);
        help.push_back(clubs == 0 ? 0 : static_cast<std::int32_t>(from_fixed(sum) / clubs * 1000 + 0.5));
    }
}

void PeopleTally::report(const Premises& premises, const World& world, KpiWriter& to) const
{
    const PeopleState& people = world.people;
    const PeopleCounts& now = world.counts.people;
    to.set("continuity.ties_kept", ratio(now.ties_kept - before_.ties_kept, now.ties_before - before_.ties_before));
    // Weeks in need per move are 1 / hazard with help; need weeks tell the hazard there would be without any.
    const auto needy = static_cast<double>(people.needy_weeks - needy_before_);
    const double unhelped = premises.scenario->assumptions.h0_club * static_cast<double>(people.need_weeks - need_before_);
    const double weeks_with = ratio(needy, static_cast<double>(now.help_moves - before_.help_moves));
    to.set("continuity.months_delayed", (weeks_with - ratio(needy, unhelped)) * 12 / weeks_per_year);
    const double club_years = static_cast<double>(club_weeks_) * years_per_week;
    to.set("clubs.number", ratio(club_weeks_, weeks_));
    to.set("clubs.closed_per_year", ratio(static_cast<double>(people.clubs_closed - closed_before_), club_years));
    to.set("clubs.founded_per_year", ratio(static_cast<double>(people.clubs_founded - founded_before_), club_years));
    to.set("clubs.help", ratio(from_fixed(help_), static_cast<double>(club_weeks_)));
    report_wellbeing(to);
}

void PeopleTally::report_wellbeing(KpiWriter& to) const
{
    const PeopleCensus& c = census_;
    const std::int64_t persons = c.persons[0] + c.persons[1] + c.persons[2];
    const auto n = static_cast<double>(persons);
    to.set("ties.strong", ratio(c.strong_ties, persons));
    to.set("wellbeing.lonely", ratio(c.lonely[0] + c.lonely[1] + c.lonely[2], persons));
    to.set("wellbeing.lonely.65_79", ratio(c.lonely[0], c.persons[0]));
    to.set("wellbeing.lonely.80plus", ratio(c.lonely[1] + c.lonely[2], c.persons[1] + c.persons[2]));
    to.set("wellbeing.lonely.90plus", ratio(c.lonely[2], c.persons[2]));
    to.set("wellbeing.lonely.no_effect", ratio(from_fixed(c.lonely_no_effect), n));
    to.set("wellbeing.high_mh", ratio(from_fixed(c.high), n));
    to.set("wellbeing.high_mh.no_effect", ratio(from_fixed(c.high_no_effect), n));
    const double with = ratio(from_fixed(c.high_all_three), static_cast<double>(c.all_three));
    const double without = ratio(from_fixed(c.high_none), static_cast<double>(c.none));
    const double odds_ratio = odds(with) / odds(without);
    to.set("wellbeing.mh_odds_ratio", std::isfinite(odds_ratio) ? odds_ratio : std::numeric_limits<double>::quiet_NaN()); // too few to say
}

} // namespace samspil
