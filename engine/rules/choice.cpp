// SPDX-License-Identifier: MPL-2.0
// The nested-logit choice of offer and centre (docs/model.md 7.8, appendix A). All noise has the
// address (person, centre, offer, half-year): opening or closing a house moves only those for whom it is best.
#include "engine/random/choice.hpp"
#include "engine/rules/rules.hpp"

#include "engine/base/elementary.hpp"
#include "engine/random/distributions.hpp"
#include "engine/rules/access.hpp"
#include "engine/rules/information.hpp"
#include "engine/rules/people.hpp"
#include "engine/rules/places.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>
#include <bit>

namespace samspil {
namespace {

/// What a choice looked at, for the life course: two options whose digests differ parted for that reason. A sum, so
/// that the order of the houses does not matter.
class Digest {
public:
    void add(std::uint64_t key, double value)
    {
        std::uint64_t state = key * 0x9e3779b97f4a7c15U + std::bit_cast<std::uint64_t>(value);
        for (int round = 0; round < 2; ++round) {
            state ^= state >> 32;
            state *= 0xff51afd7ed558ccdU;
        }
        sum_ += state >> 32;
    }
    std::int32_t value() const { return static_cast<std::int32_t>(sum_ & 0x7fffffff); }

private:
    std::uint64_t sum_ = 0;
};

constexpr double even_match = 0.5; // what a programme with some of everything gives everybody

/// Score steps between a need and the range an offer is for.
int misfit_steps(const Scenario& scenario, Offer offer, int need)
{
    switch (offer) {
    case Offer::klub: return std::max(0, need - scenario.policy.tau_club);
    case Offer::forebyggende: return need < 1 ? 1 : std::max(0, need - forebyggende_up_to(scenario));
    default: return std::max(0, maintaining_from(scenario) - need);
    }
}

/// One citizen's choice on one occasion.
class Chooser {
public:
    Chooser(Moment& moment, const Citizen& citizen, std::uint32_t row, const Entitlement& access, Week occasion)
        : moment_(moment), citizen_(citizen), row_(row), access_(access), p_(moment.parameters()),
          occasion_(static_cast<std::uint32_t>(moment.premises.half_year(occasion))),
          interests_matter_(moment.scenario().mechanisms.places.interest_match && p_.places.b_m != 0),
          sees_waits_(moment.scenario().mechanisms.published_waits && p_.b_w != 0) // else they decide nothing
    {
        const Mechanisms& mechanisms = moment.scenario().mechanisms;
        for (const Offer offer : offers) {
            if (!access.offers[index_of(offer)]) continue;
            ForOffer& own = for_[index_of(offer)];
            own.nest = nest_noise(moment.chance, citizen.id, static_cast<std::uint32_t>(offer), occasion_, p_.theta);
            own.ride = access.ride && ride_expected(moment.world, offer);
            own.misfit = p_.misfit * misfit_steps(moment.scenario(), offer, access.need);
            if (citizen.people.lonely && !is_maintaining(offer)) own.lonely = p_.people.b_l - (access.need >= 2 ? p_.people.b_l_shy : 0);
        }
        if (mechanisms.people.ties) friends_ = company_of(moment.premises, moment.world, row);
        if (mechanisms.people.mental_health) inclination_ = p_.people.b_trait * static_cast<double>(citizen.people.trait);
        for (const Offer offer : offers) {
            ForOffer& own = for_[index_of(offer)];
            own.constant = p_.asc[index_of(offer)] - own.misfit;
            if (offer == Offer::vedligeholdende_hjem) continue;
            own.constant += own.lonely + inclination_ + (access.ride && !own.ride ? p_.b_ride : 0);
        }
    }

    std::int16_t best(Outside outside)
    {
        best_ = no_unit;
        best_utility_ = -1e300;
        if (outside == Outside::allowed) best_utility_ = p_.v0 + none_noise(moment_.chance, citizen_.id, occasion_);
        const std::uint64_t* words = &moment_.world.known[row_ * moment_.premises.knowledge_words];
        for (std::size_t word = 0; word < moment_.premises.knowledge_words; ++word) {
            for (std::uint64_t left = words[word]; left != 0; left &= left - 1) {
                look_at(static_cast<int>(word * 64) + std::countr_zero(left));
            }
        }
        if (access_.offers[index_of(Offer::vedligeholdende_center)]) look_at_granted_centres();
        if (access_.offers[index_of(Offer::vedligeholdende_hjem)]) look_at_home_offer();
        return best_;
    }

    /// Whether this place beats having none.
    bool takes(std::int16_t unit)
    {
        best_ = no_unit;
        best_utility_ = p_.v0 + none_noise(moment_.chance, citizen_.id, occasion_);
        weigh(unit);
        return best_ == unit;
    }

    void write_note(LifeEventKind kind) const { note(moment_, citizen_, kind, waits_.value(), qualities_.value(), best_); }

private:
    void look_at(int centre)
    {
        if (!moment_.world.centres[static_cast<std::size_t>(centre)].open) return;
        const auto& units = moment_.premises.unit_of[static_cast<std::size_t>(centre)];
        for (const Offer offer : {Offer::klub, Offer::forebyggende}) {
            const std::int16_t unit = units[index_of(offer)];
            if (!access_.offers[index_of(offer)] || unit == no_unit) continue;
            if (moment_.world.centres[static_cast<std::size_t>(centre)].places[index_of(offer)] == 0) continue;
            weigh(unit);
        }
    }

    /// The uniform number behind the noise of a place; offers of a house share a draw.
    double luck_at(const OfferUnit& at)
    {
        const auto key = static_cast<std::uint32_t>(at.key / 8), offer = static_cast<std::uint32_t>(at.offer);
        if (key != drawn_key_ || offer / 4 != drawn_four_) {
            drawn_ = draw4(moment_.chance, Purpose::consideration_noise, citizen_.id, key, detail::choice_lane(offer, occasion_));
            drawn_key_ = key;
            drawn_four_ = offer / 4;
        }
        return samspil::unit(drawn_[offer % 4]);
    }

    /// Who is granted a maintaining offer hears of every house that has it from the visitator.
    void look_at_granted_centres()
    {
        for (const std::int16_t unit : moment_.premises.maintaining_units) {
            const int centre = moment_.premises.units[static_cast<std::size_t>(unit)].centre;
            const CentreState& house = moment_.world.centres[static_cast<std::size_t>(centre)];
            if (!house.open || house.places[index_of(Offer::vedligeholdende_center)] == 0) continue;
            if (moment_.premises.travel.extra(citizen_.neighbourhood, centre) < 0) continue;
            weigh(unit);
        }
    }

    /// The home offer comes from the nearest house that has it.
    void look_at_home_offer()
    {
        for (const std::int16_t unit : moment_.premises.near_units[citizen_.neighbourhood][index_of(Offer::vedligeholdende_hjem)]) {
            const CentreState& house = moment_.world.centres[static_cast<std::size_t>(
                moment_.premises.units[static_cast<std::size_t>(unit)].centre)];
            if (house.open && house.places[index_of(Offer::vedligeholdende_hjem)] > 0) return weigh(unit);
        }
    }

    void weigh(std::int16_t unit)
    {
        const OfferUnit& at = moment_.premises.units[static_cast<std::size_t>(unit)];
        const double u = luck_at(at);
        if (citizen_.sampled) remember(unit, at);
        // What the house has on is looked up only where it could decide; the way too, which makes nobody keener.
        const bool at_home = at.offer == Offer::vedligeholdende_hjem, of_house = interests_matter_ && !at_home;
        const double most = of_house ? most_match(at.centre) : 0;
        if (surely_loses(u, most_seen(unit, at) + most, at.offer)) return;
        double seen = observed(unit, at, 0);
        if (!at_home) seen = observed(unit, at, way_to(at));
        if (surely_loses(u, seen + most, at.offer)) return;
        const double utility = seen + (of_house ? match_utility(at.centre) : 0) + p_.theta * (gumbel(u) + for_[index_of(at.offer)].nest);
        if (utility > best_utility_) {
            best_utility_ = utility;
            best_ = unit;
        }
    }

    bool surely_loses(double u, double seen, Offer offer) const
    {
        return gumbel_surely_below(u, (best_utility_ - seen) / p_.theta - for_[index_of(offer)].nest);
    }

    /// No less than `observed` with no way at all, but for rounding; most places are passed over by this sum of few terms.
    double most_seen(std::int16_t unit, const OfferUnit& at) const
    {
        const auto j = static_cast<std::size_t>(at.centre);
        const bool at_home = at.offer == Offer::vedligeholdende_hjem;
        double most = for_[index_of(at.offer)].constant + p_.b_q * moment_.world.centres[j].quality;
        if (sees_waits_) most += p_.b_w * moment_.world.units[static_cast<std::size_t>(unit)].published_wait;
        if (citizen_.last_centre == at.centre) most += p_.b_v;
        if (!at_home) most += moment_.world.places.houses[j].welcome + pull_of_friends(at);
        return most;
    }

    /// What the citizen sees in a place, given what the way there is worth (0 or less).
    double observed(std::int16_t unit, const OfferUnit& at, double way) const
    {
        const ForOffer& own = for_[index_of(at.offer)];
        const bool at_home = at.offer == Offer::vedligeholdende_hjem;
        double utility = p_.asc[index_of(at.offer)] + way;
        if (!at_home && access_.ride && !own.ride) utility += p_.b_ride;
        if (sees_waits_) utility += p_.b_w * moment_.world.units[static_cast<std::size_t>(unit)].published_wait;
        utility += p_.b_q * moment_.world.centres[static_cast<std::size_t>(at.centre)].quality;
        if (citizen_.last_centre == at.centre) utility += p_.b_v;
        if (!at_home) utility += moment_.world.places.houses[static_cast<std::size_t>(at.centre)].welcome;
        if (!at_home) utility += pull_of_people(at);
        return utility - own.misfit;
    }

    double way_to(const OfferUnit& at)
    {
        const std::int32_t metres = distance_m(moment_.premises, citizen_, at.centre);
        return p_.b_t * journey_tenths_at(metres, for_[index_of(at.offer)].ride) / 10.0;
    }

    void remember(std::int16_t unit, const OfferUnit& at)
    {
        waits_.add(at.key, sees_waits_ ? moment_.world.units[static_cast<std::size_t>(unit)].published_wait : 0);
        qualities_.add(at.key, moment_.world.centres[static_cast<std::size_t>(at.centre)].quality);
    }

    /// Friends there, loneliness, and a lasting inclination to take part (7.8, 7.11, 7.14); nothing at home.
    double pull_of_people(const OfferUnit& at) const
    {
        return pull_of_friends(at) + for_[index_of(at.offer)].lonely + inclination_;
    }
    double pull_of_friends(const OfferUnit& at) const
    {
        const int n = friends_.at(at.centre);
        return n > 0 ? p_.people.b_s * elementary::log(1.0 + n) : 0;
    }

    /// Less of what a house has on counts while only its existence is known.
    double content_weight(int centre) const
    {
        const auto at = static_cast<std::size_t>(centre);
        const std::uint64_t word = moment_.world.content[row_ * moment_.premises.knowledge_words + at / 64];
        return (word >> (at % 64) & 1U) != 0 ? 1 : p_.places.content_unknown;
    }

    /// What a house has on against the citizen's interests; 0 is a house of even programme of which only the existence
    /// is known, so that the constants of the offers stay comparable.
    double match_utility(int centre)
    {
        if (!has_interests_) interests_ = interests_of(moment_.chance, citizen_.id);
        has_interests_ = true;
        const double match = match_of(moment_.world.places.houses[static_cast<std::size_t>(centre)], interests_);
        return p_.places.b_m * (match * content_weight(centre) - even_match * p_.places.content_unknown);
    }
    double most_match(int centre) const { return p_.places.b_m * (1.001 * content_weight(centre) - even_match * p_.places.content_unknown); }

    int journey_tenths_at(std::int32_t metres, bool ride)
    {
        if (car_ < 0) {
            const int age = std::max(0, moment_.week - citizen_.week_65);
            car_ = citizen_.car_at < share_by_age(p_.car65, p_.car85, citizen_.sex, age) ? 1 : 0;
        }
        return travel_tenths(moment_.premises.travel_times, citizen_.level, car_ == 1, ride ? Ride::granted : Ride::none, metres);
    }

    /// What an offer is to this citizen at every house.
    struct ForOffer {
        double nest = 0, misfit = 0, lonely = 0;
        double constant = 0; ///< of what is seen, the same at every house
        bool ride = false; ///< may be expected
    };

    Moment& moment_;
    const Citizen& citizen_;
    std::uint32_t row_;
    const Entitlement& access_;
    const Parameters& p_;
    std::uint32_t occasion_;
    bool interests_matter_, sees_waits_;
    std::array<ForOffer, offer_count> for_{};
    double inclination_ = 0;
    std::int16_t best_ = no_unit;
    double best_utility_ = 0;
    int car_ = -1;
    Company friends_;
    bool has_interests_ = false;
    Interests interests_{};
    std::uint32_t drawn_key_ = 0xffffffff, drawn_four_ = 0; ///< what the draw at hand is for
    std::array<std::uint32_t, 4> drawn_{};
    Digest waits_, qualities_;
};

} // namespace

std::int16_t choose(Moment& moment, Citizen& citizen, std::uint32_t row, const Entitlement& access, Outside outside)
{
    if (is_matched(moment.scenario())) return match(moment, citizen, row);
    look_around(moment, citizen, row);
    Chooser chooser(moment, citizen, row, access, moment.week);
    const std::int16_t unit = chooser.best(outside);
    if (citizen.sampled) chooser.write_note(LifeEventKind::considered);
    if (unit == no_unit) return unit;
    const Offer offer = moment.premises.units[static_cast<std::size_t>(unit)].offer;
    if (access.needs_decision[index_of(offer)]) {
        ask(moment, citizen, row, access.ask_as, !access.may_ask);
        return no_unit;
    }
    moment.out.applications.push_back({row, unit, 1});
    citizen.applied = moment.week;
    return unit;
}

bool would_take(Moment& moment, std::uint32_t row, std::int16_t unit, Week applied)
{
    const Citizen& citizen = moment.world.citizens[row];
    const Offer offer = moment.premises.units[static_cast<std::size_t>(unit)].offer;
    Entitlement access;
    access.offers[index_of(offer)] = true;
    access.need = citizen.need;
    access.ride = seems_to_need_ride(citizen, offer);
    return Chooser(moment, citizen, row, access, applied).takes(unit);
}

} // namespace samspil
