// SPDX-License-Identifier: MPL-2.0
// Awareness (docs/model.md 7.5): each citizen knows of a house nothing, that it exists, or what it holds. Nothing is
// done while nobody asks; a look brings every house in reach up to date, once in a calendar half-year.
#include "engine/rules/information.hpp"

#include "engine/base/elementary.hpp"
#include "engine/rules/awareness_row.hpp"
#include "engine/rules/network.hpp"
#include "engine/rules/people.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace samspil {
namespace {

constexpr double always = std::numeric_limits<double>::infinity();

bool has(const std::uint64_t* words, int centre) { return (words[centre / 64] >> (centre % 64) & 1U) != 0; }

void set(std::uint64_t* words, int centre, bool known)
{
    const std::uint64_t bit = std::uint64_t{1} << (centre % 64);
    if (known) words[centre / 64] |= bit;
    else words[centre / 64] &= ~bit;
}

struct Heard {
    double media = 0, open = 0;
};

/// Exposure added up until a week.
Heard heard_until(const std::vector<Exposure>& points, Week week)
{
    auto point = points.rbegin();
    while (point->from > week && std::next(point) != points.rend()) ++point;
    const double weeks = std::max(0, week - point->from);
    return {point->media + point->media_rate * weeks, point->open + point->open_rate * weeks};
}

/// Since when the house has been open; of one that never closed the first point.
std::vector<Exposure>::const_iterator last_opening(const std::vector<Exposure>& points)
{
    auto opened = points.end() - 1;
    while (opened != points.begin() && std::prev(opened)->open_rate > 0) --opened;
    return opened;
}

/// One citizen's look at the houses.
class Look {
public:
    Look(const Premises& premises, const World& world, Chance chance, std::uint32_t row, Week week)
        : premises_(premises), world_(world), citizen_(world.citizens[row]), p_(premises.scenario->assumptions.information),
          week_(week), first_(citizen_.information.look == never), chance_(chance), half_year_(premises.half_year(week))
    {
        const Mechanisms& works = premises.scenario->mechanisms;
        if (works.information.peer_information && (p_.lam_peer1 > 0 || p_.lam_peer2 > 0)) friends_ = company_of(premises, world, row);
        const bool media = works.information.media_information;
        double reach = 0;
        for (std::size_t channel = 0; media && channel < p_.media_reach.size(); ++channel) {
            if ((citizen_.information.media >> channel & 1U) != 0) reach += p_.lam_media;
        }
        const int age = std::max(0, week - citizen_.week_65);
        const bool digital = citizen_.information.digital_at < share_by_age(p_.digital65, p_.digital85, citizen_.sex, age);
        if (media && digital) reach += p_.lam_web + (premises.scenario->policy.information.genlyd ? p_.lam_board : 0);
        terms_ = {heeds(), reach, p_.lam_near, p_.near_m, log_2 / p_.aw_half1, log_2 / p_.aw_half, 0, 0, first_, first_ ? 0 : week - citizen_.information.look};
        if (!first_) {
            terms_.keep_house = elementary::exp(-terms_.forget_house * terms_.weeks);
            terms_.keep_content = elementary::exp(-terms_.forget_content * terms_.weeks);
        }
        if (citizen_.unit == no_unit) return;
        own_centre_ = premises.units[static_cast<std::size_t>(citizen_.unit)].centre;
        invited_ = p_.lam_event * p_.events_per_year * years_per_week * forum_activity(premises, world, own_centre_);
    }

    void see(std::uint64_t* known, std::uint64_t* content)
    {
        const std::vector<ReachableHouse>& houses = premises_.reachable[citizen_.neighbourhood];
        for (std::size_t first = 0; first < houses.size(); first += HouseRow::most) {
            see_some({houses.data() + first, std::min(HouseRow::most, houses.size() - first)}, known, content);
        }
        // Who goes there, or went there since the last look, knows the house.
        const bool was_there = citizen_.last_centre >= 0 && citizen_.last_end != never && (first_ || citizen_.last_end >= citizen_.information.look);
        for (const int centre : {own_centre_, was_there ? static_cast<int>(citizen_.last_centre) : -1}) {
            if (centre < 0 || !world_.centres[static_cast<std::size_t>(centre)].open) continue;
            set(known, centre, true);
            set(content, centre, true);
        }
    }

private:
    static constexpr double log_2 = 0x1.62e42fefa39efp-1;

    void see_some(std::span<const ReachableHouse> houses, std::uint64_t* known, std::uint64_t* content)
    {
        HouseRow row;
        gather(row, houses, known, content);
        add_ways(row, premises_, citizen_, terms_);
        add_answers(row, terms_);
        for (std::size_t i = 0; i < row.count; ++i) {
            const int centre = houses[static_cast<std::size_t>(row.house[i])].centre;
            if (row.open[i] != 0) {
                ask_exactly(row, i, centre, known, content);
            } else if (row.answer[i] != row.before[i]) {
                set(known, centre, (row.answer[i] & 1) != 0);
                set(content, centre, (row.answer[i] & 2) != 0);
            }
        }
    }

    void gather(HouseRow& row, std::span<const ReachableHouse> houses, const std::uint64_t* known, const std::uint64_t* content) const
    {
        std::array<std::uint32_t, 4> drawn{};
        std::uint32_t drawn_for = 0xffffffff; // four neighbouring keys share a draw, halves of a word are the two layers
        std::size_t n = 0;
        for (std::size_t k = 0; k < houses.size(); ++k) {
            const ReachableHouse& house = houses[k];
            const char heard_of = world_.information.heard_of[static_cast<std::size_t>(house.centre)];
            if (heard_of == 0) continue;
            if (house.key / 4 != drawn_for)
                drawn = draw4(chance_, Purpose::knows_centre, citizen_.id, drawn_for = house.key / 4, static_cast<std::uint16_t>(half_year_));
            const std::uint32_t word = drawn[house.key % 4];
            const int knew = has(known, house.centre) ? 1 : 0, held = has(content, house.centre) ? 1 : 0;
            row.word[n] = static_cast<std::int32_t>(word);
            row.x_m[n] = house.x_m;
            row.y_m[n] = house.y_m;
            row.extra_m[n] = house.extra_m;
            row.before[n] = knew + 2 * held;
            row.open[n] = heard_of != 2 || meets_people_of(house.centre) ? 1 : 0;
            row.house[n] = static_cast<std::int32_t>(k);
            ++n;
        }
        row.count = n;
    }

    void ask_exactly(const HouseRow& row, std::size_t i, int centre, std::uint64_t* known, std::uint64_t* content) const
    {
        const bool steady = world_.information.heard_of[static_cast<std::size_t>(centre)] == 2;
        const auto [weeks, up1, up2] = rates(centre, steady);
        if (weeks <= 0) return; // not open while the citizen could have heard of it
        const bool exists = known_after((row.before[i] & 1) != 0, up1, terms_.forget_house, weeks, static_cast<double>(luck_of(row.word[i] >> 16 & 0xffff)));
        const bool held = (row.before[i] & 2) != 0;
        set(known, centre, exists);
        set(content, centre, exists && known_after(held, up2, terms_.forget_content, weeks, static_cast<double>(luck_of(row.word[i] & 0xffff))));
    }

    bool meets_people_of(int centre) const { return friends_.at(centre) > 0 || (invited_ > 0 && share_area(centre)); }

    bool share_area(int centre) const
    {
        return premises_.area_of_centre[static_cast<std::size_t>(own_centre_)] == premises_.area_of_centre[static_cast<std::size_t>(centre)];
    }

    struct Rates {
        double weeks = 0, up1 = 0, up2 = 0;
    };

    /// Weeks of learning and mean weekly rates. A first look finds the share that long exposure leaves; a house that
    /// opened during the run has been there since then only. A steady one has been open, and told of, all the time.
    Rates rates(int centre, bool steady) const
    {
        const auto& points = world_.information.exposure[static_cast<std::size_t>(centre)];
        double weeks = week_ - citizen_.information.look, media = 1, open = 1;
        const auto opened = first_ ? last_opening(points) : points.begin();
        if (first_ && (steady || (opened == points.begin() && opened->open_rate > 0))) {
            weeks = always;
        } else if (!steady) {
            const Heard now = heard_until(points, week_);
            const Heard then = first_ ? Heard{opened->media, opened->open} : heard_until(points, citizen_.information.look);
            if (first_) weeks = now.open - then.open;
            if (!(weeks > 0)) return {};
            media = (now.media - then.media) / weeks;
            open = (now.open - then.open) / weeks;
        }
        const std::int32_t metres = distance_m(premises_, citizen_, centre);
        const auto hundreds = std::min(static_cast<std::size_t>(metres / 100), premises_.media_by_100m.size() - 1);
        double heard = terms_.reach * static_cast<double>(premises_.media_by_100m[hundreds]) * media;
        if (metres < p_.near_m) heard += p_.lam_near * open;
        heard += events(centre) * open;
        const int friends = friends_.at(centre);
        return {weeks, terms_.heeds * (heard + friends * p_.lam_peer1), terms_.heeds * (heard + friends * p_.lam_peer2)};
    }

    /// Houses of one area invite each other's participants (S3-117).
    double events(int centre) const
    {
        return invited_ > 0 && own_centre_ != centre && share_area(centre) ? invited_ : 0;
    }

    /// Less of what is heard counts for a while after a house closed whose content the citizen knew.
    double heeds() const
    {
        if (citizen_.information.mistrust_until == 0) return 1;
        const Week from = citizen_.information.mistrust_until - static_cast<Week>(p_.mistrust_weeks);
        const Week since = first_ ? week_ - 1 : Week{citizen_.information.look};
        const Week overlap = std::min<Week>(week_, citizen_.information.mistrust_until) - std::max(since, from);
        if (overlap <= 0 || week_ <= since) return 1;
        return 1 - (1 - p_.mistrust) * overlap / (week_ - since);
    }

    const Premises& premises_;
    const World& world_;
    const Citizen& citizen_;
    const InformationParameters& p_;
    Week week_;
    bool first_;
    Company friends_;
    Chance chance_;
    std::int32_t half_year_;
    LookTerms terms_;
    double invited_ = 0; ///< events a week at the other houses of the area
    int own_centre_ = -1;
};

} // namespace

bool known_after(bool known, double up, double down, double gap, double u)
{
    const double sum = up + down;
    if (!(sum > 0)) return known;
    // Most answers need no exponential: the share known is always on the way from what was towards up / sum,
    if (known ? u * sum < up : u * sum >= up) return known;
    const double rest = up / sum, start = known ? 1.0 : 0.0;
    const auto share = [&](double kept) { return rest + (start - rest) * kept; };
    if (!(gap < always)) return u < rest;
    // and e^-x lies between (1 - x/4)^4 and 1 / (1 + x + x^2/2 + x^3/6).
    const double x = sum * gap, quarter = x < 4 ? 1 - x / 4 : 0.0;
    const double least = quarter * quarter * quarter * quarter, most = 1 / (1 + x * (1 + x * (0.5 + x / 6)));
    const bool at_least = u < share(least), at_most = u < share(most);
    return at_least == at_most ? at_least : u < share(elementary::exp(-x));
}

void give_information_traits(Moment& moment, Citizen& citizen)
{
    const InformationParameters& p = moment.parameters().information;
    constexpr Day reference_day = 18262; // 1 January 2020: the shares are those of the cohorts who were 65 and 85 then
    const int age = std::max(0, moment.premises.calendar.week(reference_day) - citizen.week_65);
    const double u = uniform(moment.chance, Purpose::education, citizen.id, 0);
    const double brief = share_by_age(p.edu_short65, p.edu_short85, citizen.sex, age);
    const double lengthy = share_by_age(p.edu_long65, p.edu_long85, citizen.sex, age);
    citizen.information.education = u < brief ? 1 : u < 1 - lengthy ? 2 : 3;
    citizen.information.digital_at = static_cast<float>(uniform(moment.chance, Purpose::digital, citizen.id, 0));
    const auto drawn = draw4(moment.chance, Purpose::media_exposure, citizen.id, 0);
    for (std::size_t channel = 0; channel < p.media_reach.size(); ++channel) {
        if (unit(drawn[channel]) < p.media_reach[channel]) citizen.information.media |= static_cast<std::uint8_t>(1U << channel);
    }
}

void see(const Premises& premises, const World& world, Chance chance, std::uint32_t row, Week week, std::uint64_t* known,
         std::uint64_t* content)
{
    const Week look = world.citizens[row].information.look;
    if (look != never && premises.half_year(look) == premises.half_year(week)) return;
    Look(premises, world, chance, row, week).see(known, content);
}

void look_around(Moment& moment, Citizen& citizen, std::uint32_t row)
{
    const std::size_t at = row * moment.premises.knowledge_words;
    const Week look = citizen.information.look;
    if (look != never && moment.premises.half_year(look) == moment.premises.half_year(moment.week)) return;
    Look(moment.premises, moment.world, moment.chance, row, moment.week).see(&moment.world.known[at], &moment.world.content[at]);
    citizen.information.look = moment.week;
}

void teach(Moment& moment, std::uint32_t row, int centre)
{
    const std::size_t at = row * moment.premises.knowledge_words;
    set(&moment.world.known[at], centre, true);
    set(&moment.world.content[at], centre, true);
}

void forget_house(Moment& moment, std::size_t centre)
{
    const std::size_t words = moment.premises.knowledge_words;
    const InformationParameters& p = moment.parameters().information;
    const int index = static_cast<int>(centre);
    for (std::size_t row = 0; row < moment.world.citizens.size(); ++row) {
        if (moment.world.citizens.holds(row) && has(&moment.world.content[row * words], index))
            moment.world.citizens[row].information.mistrust_until = moment.week + static_cast<Week>(p.mistrust_weeks);
        set(&moment.world.known[row * words], index, false);
        set(&moment.world.content[row * words], index, false);
    }
}

} // namespace samspil
