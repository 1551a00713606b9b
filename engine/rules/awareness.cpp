// SPDX-License-Identifier: MPL-2.0
// Awareness (docs/model.md 7.5): each citizen knows of a house nothing, that it exists, or what it holds. Nothing is
// done while nobody asks; a look brings every house in reach up to date, once in a calendar half-year.
#include "engine/rules/information.hpp"

#include "engine/base/elementary.hpp"
#include "engine/rules/network.hpp"
#include "engine/rules/people.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

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
        reach_ = reach;
        forget_content_ = log_2 / p_.aw_half;
        forget_house_ = log_2 / p_.aw_half1;
        heeds_ = heeds();
        if (!first_) {
            keep_house_ = elementary::exp(-forget_house_ * (week - citizen_.information.look));
            keep_content_ = elementary::exp(-forget_content_ * (week - citizen_.information.look));
        }
        if (citizen_.unit == no_unit) return;
        own_centre_ = premises.units[static_cast<std::size_t>(citizen_.unit)].centre;
        invited_ = p_.lam_event * p_.events_per_year * years_per_week * forum_activity(premises, world, own_centre_);
    }

    void see(std::uint64_t* known, std::uint64_t* content)
    {
        const std::vector<ReachableHouse>& houses = premises_.reachable[citizen_.neighbourhood];
        for (std::size_t first = 0; first < houses.size(); first += together) {
            see_some({houses.data() + first, std::min(together, houses.size() - first)}, known, content);
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

    static constexpr std::size_t together = 64;

    /// Some houses side by side, so that the processor compares several at once. Single precision is enough for what is
    /// sure: a margin of rounding leaves the rest to `known_after`.
    struct Row {
        std::array<std::int32_t, together> word;     ///< luck, 16 bits a layer
        std::array<float, together> least, most;     ///< of the media's reach left in the neighbourhood
        std::array<std::int32_t, together> near;     ///< somebody there passes by
        std::array<std::int32_t, together> before;   ///< knew + 2 held
        std::array<std::int32_t, together> open;     ///< not 0: only `known_after` can tell
        std::array<std::int32_t, together> answer;   ///< known + 2 told, where it can be told here
        std::array<std::int32_t, together> house;
        std::size_t count = 0;
    };

    void see_some(std::span<const ReachableHouse> houses, std::uint64_t* known, std::uint64_t* content)
    {
        Row row;
        gather(row, houses, known, content);
        answer(row);
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

    void gather(Row& row, std::span<const ReachableHouse> houses, const std::uint64_t* known, const std::uint64_t* content) const
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
            row.least[n] = house.least_media;
            row.most[n] = house.most_media;
            row.near[n] = house.near ? 1 : 0;
            row.before[n] = knew + 2 * held;
            row.open[n] = heard_of != 2 || meets_people_of(house.centre) ? 1 : 0;
            row.house[n] = static_cast<std::int32_t>(k);
            ++n;
        }
        row.count = n;
    }

    /// What `known_after` says wherever in the neighbourhood the citizen lives, where it says the same everywhere: spares
    /// most houses the way.
    void answer(Row& row) const
    {
        constexpr float margin = 1e-5F, less = 1 - margin, more = 1 + margin;
        const auto heeded = static_cast<float>(heeds_ * reach_), reach = static_cast<float>(reach_), pass_by = static_cast<float>(p_.lam_near);
        const auto down1 = static_cast<float>(forget_house_), down2 = static_cast<float>(forget_content_);
        const float keep1 = static_cast<float>(keep_house_) * less, keep2 = static_cast<float>(keep_content_) * less;
        const float first = first_ ? 1.0F : 0.0F, gap = first_ ? 1e9F : static_cast<float>(week_ - citizen_.information.look);
        const std::size_t count = row.count;
        for (std::size_t i = 0; i < count; ++i) {
            const float least = heeded * row.least[i], most = reach * row.most[i] + pass_by * static_cast<float>(row.near[i]);
            const auto sure = [&](std::int32_t knew, float u, float down, float keep) {
                // After x / (up + down) weeks somebody who knew still does with chance 1 - down weeks f(x), and who did not
                // has learnt with chance up weeks f(x), f(x) = (1 - e^-x) / x; both rise with up. After a long time: up / (up + down).
                const auto knows = static_cast<float>(knew);
                const float xl = (least + down) * gap, xm = (most + down) * gap;
                const float above_l = 1 - xl * (0.5F - xl / 6), below_m = 1 - xm * (0.5F - xm * (1.0F / 6 - xm / 24));
                const float below_l = 1 - xl * (0.5F - xl * (1.0F / 6 - xl / 24)), above_m = 1 - xm * (0.5F - xm / 6);
                const int kept = static_cast<int>(u < knows * keep) | static_cast<int>(u + margin < 1 - down * gap * above_l);
                const int forgot = static_cast<int>(u - margin > 1 - down * gap * below_m);
                const int learnt = static_cast<int>(u < least * gap * below_l * less);
                const int not_learnt = static_cast<int>(u > most * gap * above_m * more) | static_cast<int>(u * (most + down) > most * more);
                const int is_known = (kept & knew) | (learnt & (knew ^ 1)) | static_cast<int>(u * (least + down) < least * less * std::max(knows, first));
                return std::pair(is_known, (not_learnt & (knew ^ 1)) | (forgot & knew));
            };
            const std::int32_t word = row.word[i], before = row.before[i];
            const auto [exists, exists_not] = sure(before & 1, luck(word >> 16 & 0xffff), down1, keep1);
            const auto [told, told_not] = sure(before >> 1, luck(word & 0xffff), down2, keep2);
            row.answer[i] = exists | (exists & told) << 1;
            row.open[i] |= 1 ^ (exists_not | (exists & (told | told_not)));
        }
    }

    /// The middle of one of 2^16 equal cells; exact.
    static float luck(std::int32_t half) { return (static_cast<float>(half) + 0.5F) * 0x1p-16F; }

    void ask_exactly(const Row& row, std::size_t i, int centre, std::uint64_t* known, std::uint64_t* content) const
    {
        const bool steady = world_.information.heard_of[static_cast<std::size_t>(centre)] == 2;
        const auto [weeks, up1, up2] = rates(centre, steady);
        if (weeks <= 0) return; // not open while the citizen could have heard of it
        const bool exists = known_after((row.before[i] & 1) != 0, up1, forget_house_, weeks, static_cast<double>(luck(row.word[i] >> 16 & 0xffff)));
        const bool held = (row.before[i] & 2) != 0;
        set(known, centre, exists);
        set(content, centre, exists && known_after(held, up2, forget_content_, weeks, static_cast<double>(luck(row.word[i] & 0xffff))));
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
        double heard = reach_ * static_cast<double>(premises_.media_by_100m[hundreds]) * media;
        if (metres < p_.near_m) heard += p_.lam_near * open;
        heard += events(centre) * open;
        const int friends = friends_.at(centre);
        return {weeks, heeds_ * (heard + friends * p_.lam_peer1), heeds_ * (heard + friends * p_.lam_peer2)};
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
    double reach_ = 0, forget_content_ = 0, forget_house_ = 0, heeds_ = 1;
    double keep_house_ = 0, keep_content_ = 0; ///< share that still knows, with nothing learnt
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
