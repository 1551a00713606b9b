// SPDX-License-Identifier: MPL-2.0
// Contacts and the network-smith protocol (docs/model.md 7.6): whether a need is seen, what is asked, which house fits,
// and how the citizen is brought on. Who is met when: contact_weeks.cpp.
#include "engine/rules/information.hpp"

#include "engine/base/elementary.hpp"
#include "engine/random/clock.hpp"
#include "engine/random/distributions.hpp"
#include "engine/rules/access.hpp"
#include "engine/rules/money.hpp"
#include "engine/rules/network.hpp"
#include "engine/rules/people.hpp"
#include "engine/rules/places.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>
#include <cmath>

namespace samspil {
namespace {

constexpr Week uptake_weeks = 8, kept_weeks = 26;

double logit(double p) { return elementary::log(p / (1 - p)); }
double logistic(double x) { return 1 / (1 + elementary::exp(-x)); }

bool uses_web(const Moment& moment, const Citizen& citizen)
{
    const InformationParameters& p = moment.parameters().information;
    return citizen.information.digital_at < share_by_age(p.digital65, p.digital85, citizen.sex, std::max(0, moment.week - citizen.week_65));
}

/// One contact, from seeing the need to the handover.
class Contact {
public:
    Contact(Moment& moment, std::uint32_t row, ContactKind kind)
        : moment_(moment), row_(row), citizen_(moment.world.citizens[row]), p_(moment.parameters().information), kind_(kind),
          area_(moment.premises.area_of_neighbourhood[citizen_.neighbourhood]),
          occasion_(static_cast<std::uint32_t>(moment.premises.half_year(moment.week)) * contact_kinds + static_cast<std::uint32_t>(kind))
    {
    }

    void take_place()
    {
        InformationCounts& counts = moment_.out.change.information;
        ++counts.contacts[static_cast<std::size_t>(kind_)];
        const bool settled = citizen_.offer != Offer::none || is_waiting(citizen_) || citizen_.forced_unit != no_unit ||
                             citizen_.information.awaits_bridge || citizen_.applied == moment_.week;
        if (settled || !sees_need()) return;
        ++counts.detected;
        const auto asked = draw4(moment_.chance, Purpose::need_shared, citizen_.id, occasion_);
        if (unit(asked[0]) >= p_.consent) return;
        ++counts.consented;
        if (unit(asked[1]) < p_.help_share && citizen_.level <= 1) return offer_own_help();
        const std::int16_t unit_to = find_match();
        if (unit_to == no_unit) return;
        if (moment_.scenario().mechanisms.information.bridges && unit(asked[2]) < p_.bridge_share) {
            citizen_.information.awaits_bridge = true;
            moment_.out.information.bridges.push_back({row_, unit_to, occasion_});
            return;
        }
        const double named = p_.named_share * (works_in_house() ? p_.colocated : 1);
        give_on(moment_, row_, unit(asked[3]) < named ? Handover::named : Handover::info, unit_to, occasion_);
    }

private:
    bool works_in_house() const { return kind_ == ContactKind::home_visit && moment_.scenario().policy.information.colocation; }

    bool sees_need()
    {
        const auto drawn = draw4(moment_.chance, Purpose::need_detected, citizen_.id, occasion_);
        has_compass_ = unit(drawn[0]) < moment_.world.information.coverage[area_];
        if (kind_ == ContactKind::self_search) return has_compass_ = true; // looks in Socialkompas or asks GENLYD
        double sees = has_compass_ ? std::max(p_.sens0, p_.sens_compass) : p_.sens0;
        if (unit(drawn[1]) < moment_.world.information.trained[area_]) sees *= p_.mult_pilot;
        if (works_in_house()) sees *= p_.colocated;
        sees *= shock_factor(moment_.premises, moment_.world, Upheaval::referral);
        return unit(drawn[2]) < std::min(1.0, sees);
    }

    /// Somebody who would rather help is named to the nearest house with volunteers' work.
    void offer_own_help()
    {
        const int nearest = nearest_house(moment_, citizen_, [](const CentreState& house) { return house.wanted_tenths > 0; });
        if (nearest < 0) return;
        ++moment_.out.change.information.want_to_help;
        // The person's own luck, not the house's count: one more who is pointed there decides nothing for the next.
        const double u = unit(draw4(moment_.chance, Purpose::bridge_recruit, citizen_.id, occasion_)[0]);
        const double form = form_of(moment_.premises, moment_.world, static_cast<std::size_t>(nearest)).recruiting;
        if (u >= moment_.parameters().volunteering.rec_branch * recruiting_ease(moment_.premises, moment_.world) * form) return;
        moment_.out.information.helpers.push_back(static_cast<std::int16_t>(nearest));
    }

    /// Whether the worker knows the house: those of the own area, with the compass all but outdated entries.
    bool worker_knows(std::size_t centre) const
    {
        if (moment_.premises.area_of_centre[centre] == area_) return true;
        if (!has_compass_) return false;
        const auto key = static_cast<std::uint64_t>(moment_.scenario().centres[centre].key);
        const auto half = static_cast<std::uint32_t>(moment_.premises.half_year(moment_.week));
        return unit(draw4(moment_.chance, Purpose::compass_entry, key, half)[0]) >= p_.outdated;
    }

    /// Up to three houses whose content is told; the best of them is the one to go to.
    std::int16_t find_match()
    {
        constexpr std::size_t told = 3;
        const Scores seen = assess(moment_.premises, moment_.chance, citizen_, moment_.week, Assessor::staff);
        const int need = seen.need();
        struct Match {
            double score;
            std::uint64_t key;
            std::int16_t unit;
        };
        std::vector<Match> found;
        for (const ReachableHouse& reachable : moment_.premises.reachable[citizen_.neighbourhood]) {
            const int centre = reachable.centre;
            const auto j = static_cast<std::size_t>(centre);
            const CentreState& house = moment_.world.centres[j];
            if (!house.open || !worker_knows(j)) continue;
            for (const Offer offer : {Offer::klub, Offer::forebyggende}) {
                const bool fits = offer == Offer::klub ? need <= moment_.scenario().policy.tau_club : need >= 1;
                const std::int16_t unit = moment_.premises.unit_of[j][index_of(offer)];
                if (!fits || unit == no_unit || house.places[index_of(offer)] == 0) continue;
                const bool ride = offer != Offer::klub && seen.needs_ride();
                const double minutes = journey_tenths(moment_.premises, citizen_, centre, ride, moment_.week) / 10.0;
                const double score = interest_match(moment_.premises, moment_.world, citizen_, unit) * weight + moment_.parameters().b_t * minutes;
                found.push_back({score, moment_.premises.units[static_cast<std::size_t>(unit)].key, unit});
            }
        }
        std::sort(found.begin(), found.end(), [](const Match& a, const Match& b) { return a.score != b.score ? a.score > b.score : a.key < b.key; });
        for (std::size_t i = 0; i < std::min(told, found.size()); ++i) {
            teach(moment_, row_, moment_.premises.units[static_cast<std::size_t>(found[i].unit)].centre);
        }
        return found.empty() ? no_unit : found.front().unit;
    }

    static constexpr double weight = 2; // of interests against the way, as in the citizens' own choice (7.8)

    Moment& moment_;
    std::uint32_t row_;
    Citizen& citizen_;
    const InformationParameters& p_;
    ContactKind kind_;
    std::size_t area_;
    std::uint32_t occasion_;
    bool has_compass_ = false;
};

/// Accepts the visit offered; at 70 it is offered to those who live alone.
bool takes_visit(const Moment& moment, const Citizen& citizen, bool special)
{
    if (!moment.scenario().policy.information.home_visits) return false;
    const InformationParameters& p = moment.parameters().information;
    if (!(p.visit_accept > 0)) return false;
    const bool of_70 = moment.week < week_of_age(citizen, 75);
    const bool alone = lives_alone(moment.parameters(), citizen, moment.week);
    if (of_70 && !special && !alone) return false;
    const double u = uniform(moment.chance, Purpose::visit_accepted, citizen.id, static_cast<std::uint32_t>(moment.premises.half_year(moment.week)),
                             special ? 1 : 0);
    if (p.visit_accept >= 1) return true;
    const double x = logit(p.visit_accept) + p.visit_logit * ((alone ? 1 : 0) + (citizen.information.education == 1 ? 1 : 0));
    return u < logistic(x);
}

void follow_up(Moment& moment, Citizen& citizen)
{
    citizen.agenda.handover = never;
    ++moment.out.change.information.followed_up;
    if (citizen.offer != Offer::none) ++moment.out.change.information.kept;
}

} // namespace

void meet(Moment& moment, std::uint32_t row)
{
    Citizen& citizen = moment.world.citizens[row];
    if (citizen.residence != Residence::home) return;
    if (citizen.agenda.handover <= moment.week) follow_up(moment, citizen);
    if (citizen.agenda.contact > moment.week) return;
    InformationOfCitizen& own = citizen.information;
    const bool visited = own.visit <= moment.week, special = own.special <= moment.week;
    if (special) own.special = never;
    if ((visited || special) && takes_visit(moment, citizen, special)) Contact(moment, row, ContactKind::home_visit).take_place();
    if (own.front <= moment.week) Contact(moment, row, met_in_attempt(moment, citizen)).take_place();
    if (own.self <= moment.week) {
        own.self = never;
        ++own.searches;
        if (moment.scenario().policy.information.genlyd && uses_web(moment, citizen)) Contact(moment, row, ContactKind::self_search).take_place();
    }
    plan_contacts(moment, citizen, moment.week);
}

double uptake_chance(const Moment& moment, const Citizen& citizen, std::uint32_t row, Handover kind, std::int16_t unit)
{
    // What the factors are on average among those handed over: there the chance is the parameter itself (assumed).
    constexpr double mean_friend = 0.1, mean_lonely = 0.1, mean_level = 1.2, mean_match = 0.5;
    const InformationParameters& p = moment.parameters().information;
    const int centre = moment.premises.units[static_cast<std::size_t>(unit)].centre;
    const double friends = ties_at(moment.premises, moment.world, row, centre) > 0 ? 1 : 0;
    const double match = interest_match(moment.premises, moment.world, citizen, unit);
    return logistic(logit(p.uptake[static_cast<std::size_t>(kind) - 1]) + p.uptake_friend * (friends - mean_friend) +
                    p.uptake_lonely * ((citizen.people.lonely ? 1 : 0) - mean_lonely) +
                    p.uptake_level * (citizen.level - mean_level) + p.uptake_match * (match - mean_match));
}

void give_on(Moment& moment, std::uint32_t row, Handover kind, std::int16_t unit, std::uint32_t occasion)
{
    Citizen& citizen = moment.world.citizens[row];
    InformationOfCitizen& own = citizen.information;
    ++moment.out.change.information.handed_over[static_cast<std::size_t>(kind) - 1];
    own.handover = kind;
    own.handed_over = moment.week;
    note(moment, citizen, LifeEventKind::handed_over, static_cast<std::int32_t>(kind), 0, unit);
    const double u = uniform(moment.chance, Purpose::uptake, citizen.id, occasion);
    const int house = moment.premises.units[static_cast<std::size_t>(unit)].centre;
    const double welcome = kind == Handover::warm ? warm_uptake(moment.premises, moment.world, house) : 0;
    if (u >= uptake_chance(moment, citizen, row, kind, unit) + welcome) return;
    citizen.people.bridged = kind == Handover::warm;
    const Entitlement access = open_offers(moment, citizen);
    const std::size_t offer = index_of(moment.premises.units[static_cast<std::size_t>(unit)].offer);
    const bool open = access.offers[offer];
    if (open && !access.needs_decision[offer]) {
        moment.out.applications.push_back({row, unit, 1});
        citizen.applied = moment.week;
    } else if (open || access.may_ask) {
        ask(moment, citizen, row, access.ask_as, !access.may_ask);
    }
}

void count_uptake(Moment& moment, Citizen& citizen)
{
    InformationOfCitizen& own = citizen.information;
    if (own.handover == Handover::none) return;
    if (moment.week <= own.handed_over + uptake_weeks) {
        ++moment.out.change.information.attended[static_cast<std::size_t>(own.handover) - 1];
        citizen.agenda.handover = moment.week + kept_weeks;
    }
    own.handover = Handover::none;
}

} // namespace samspil
