// SPDX-License-Identifier: MPL-2.0
// What is set and cannot do anything: the rule that would read it is not in force, or the house has nothing to change.
#include "engine/model/check.hpp"
#include "engine/model/offers_held.hpp"

#include <algorithm>

namespace samspil {
namespace {

class Effect {
public:
    Effect(const Scenario& scenario, Diagnostics& found) : s_(scenario), found_(found), held_(offers_ever_held(scenario)) {}

    void check()
    {
        policy();
        for (std::size_t n = 0; n < s_.interventions.size(); ++n) intervention(s_.interventions[n], "interventions." + std::to_string(n + 1), n);
    }

private:
    void none(std::string path, Text why, Text hint = {})
    {
        found_.add({Severity::warning, "", 0, 0, std::move(path), {"virker ikke: " + why.da, "has no effect: " + why.en}, std::move(hint)});
    }

    bool any(auto&& is) const { return std::any_of(s_.interventions.begin(), s_.interventions.end(), is); }

    /// A value other than the register's was chosen; one that stands as it always does says nothing.
    void policy()
    {
        static const Policy usual = [] {
            Policy made{};
            set_defaults(policy_fields(), &made);
            return made;
        }();
        const Policy& p = s_.policy;
        if (p.core_k != usual.core_k && p.visitation_rule != VisitationRule::core_plus_k)
            none("policy.core_k", {"visitationen læses ikke som kerne og k vigtige", "the table is not read as core and k important"},
                 {"skriv policy.visitation_rule: core_plus_k; en indsats visitation_rule har sin egen core_k",
                  "write policy.visitation_rule: core_plus_k; an intervention visitation_rule has a core_k of its own"});
        if (p.exception_quota != usual.exception_quota && p.gap_policy != GapPolicy::exception_quota)
            none("policy.exception_quota", {"policy.gap_policy er ikke exception_quota", "policy.gap_policy is not exception_quota"});
        const bool shared = s_.organisation.sharing_within > 0 || any([](const Intervention& i) {
                                return i.type == InterventionType::organisation_change && i.organisation.sharing_within > 0;
                            });
        if (p.sharing_after != usual.sharing_after && !shared)
            none("policy.sharing_after", {"ingen pladser deles (organisation.sharing_within er 0)", "no places are shared (organisation.sharing_within is 0)"});
        if (s_.organisation.sharing_within > 0 && !s_.mechanisms.sharing)
            none("organisation.sharing_within", {"mechanisms.sharing er slået fra", "mechanisms.sharing is off"});
        if (p.money.steer_cut < p.money.steer_stop)
            found_.add({Severity::warning, "", 0, 0, "policy.steer_cut",
                        say_both("pladser lukkes ved {:g} af rammen, før indtaget stopper ved {:g}", "places are cut at {:g} of the frame, before intake stops at {:g}",
                                 p.money.steer_cut, p.money.steer_stop),
                        {"steer_cut er mindst steer_stop", "steer_cut is at least steer_stop"}});
    }

    bool may_have(const Intervention& one, std::initializer_list<Offer> offers) const
    {
        const int centre = s_.centre_index(one.centre);
        return centre < 0 || std::any_of(offers.begin(), offers.end(), [&](Offer o) { return held_[static_cast<std::size_t>(centre)][index_of(o)]; });
    }

    bool under_one_roof(const Intervention& one, std::size_t number) const
    {
        const auto beside = [&](const std::string& a, const std::string& b) {
            const int at = s_.centre_index(a);
            return at >= 0 && s_.centres[static_cast<std::size_t>(at)].same_roof_as == b;
        };
        if (beside(one.centre, one.to) || beside(one.to, one.centre)) return true;
        return std::any_of(s_.interventions.begin(), s_.interventions.begin() + static_cast<std::ptrdiff_t>(number), [&](const Intervention& other) {
            return other.type == one.type && ((other.centre == one.centre && other.to == one.to) || (other.centre == one.to && other.to == one.centre));
        });
    }

    void intervention(const Intervention& one, const std::string& path, std::size_t number)
    {
        if (one.type == InterventionType::convert_offer) {
            const Offer from = offers[static_cast<std::size_t>(one.offer)];
            if (!may_have(one, {from}))
                none(path + ".params.offer", say_both("'{}' har ikke {} at tage pladser fra", "'{}' has no {} to take places from", one.centre, id_of(from)));
        }
        const auto frame = static_cast<Frame>(one.choice);
        const bool no_ceiling = !(s_.policy.money.maintaining_ceiling > 0) || s_.policy.money.steering == 0;
        if (one.type == InterventionType::frame_change && frame == Frame::vedligeholdende && no_ceiling)
            none(path + ".params.frame", {"vedligeholdende betales efter aktivitet, og intet loft styrer efter rammen", "maintaining is paid by activity, and no ceiling steers by the frame"},
                 {"sæt policy.maintaining_ceiling og policy.steering: monthly, eller tag pladser med change_places",
                  "set policy.maintaining_ceiling and policy.steering: monthly, or take places away with change_places"});
        if (one.type == InterventionType::frame_change && !one.centre.empty()) {
            const bool lacks = (frame == Frame::forebyggende && !may_have(one, {Offer::forebyggende})) ||
                               (frame == Frame::vedligeholdende && !may_have(one, {Offer::vedligeholdende_center, Offer::vedligeholdende_hjem}));
            if (lacks) none(path + ".params.frame", say_both("'{}' har intet tilbud under den ramme", "'{}' has no offer under that frame", one.centre));
        }
        if (one.type == InterventionType::same_roof && under_one_roof(one, number))
            none(path + ".target.to", say_both("'{}' og '{}' er under samme tag i forvejen", "'{}' and '{}' are under one roof already", one.centre, one.to));
    }

    const Scenario& s_;
    Diagnostics& found_;
    OffersHeld held_;
};

} // namespace

void check_effect(const Scenario& scenario, Diagnostics& found) { Effect(scenario, found).check(); }

} // namespace samspil
