// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/first_difference.hpp"

#include "engine/model/world.hpp"

#include <algorithm>
#include <array>

namespace samspil {
namespace {

using Course = std::span<const LifeEvent>;
using Event = LifeEventKind;

constexpr std::int32_t score_digits = 10000; // the scores seen; above them stand the rule and what failed

/// Two courses that are the same up to `at`.
class Parting {
public:
    Parting(Course a, Course b, std::size_t at, std::span<const int> houses) : a_(a), b_(b), at_(at), houses_(houses) {}

    LifeDifference difference() const
    {
        const LifeEvent* in_a = at_ < a_.size() ? &a_[at_] : nullptr;
        const LifeEvent* in_b = at_ < b_.size() ? &b_[at_] : nullptr;
        if (in_a != nullptr && in_b != nullptr && in_a->week != in_b->week) (in_a->week < in_b->week ? in_b : in_a) = nullptr;
        LifeDifference found;
        const LifeEvent& first = in_a != nullptr ? *in_a : *in_b;
        found.person = first.person;
        found.week = first.week;
        if (in_a != nullptr) found.in_a = *in_a;
        if (in_b != nullptr) found.in_b = *in_b;
        found.cause = in_a != nullptr && in_b != nullptr ? of_both(*in_a, *in_b) : of_one(first);
        return found;
    }

private:
    bool is_touched(std::int32_t centre) const { return std::find(houses_.begin(), houses_.end(), centre) != houses_.end(); }

    /// The last event of a kind that both lives have.
    const LifeEvent* last_common(Event kind) const
    {
        for (std::size_t i = at_; i > 0; --i) {
            if (a_[i - 1].kind == kind) return &a_[i - 1];
        }
        return nullptr;
    }

    static bool is_closing(const LifeEvent& event)
    {
        return event.kind == Event::ended && event.a == static_cast<std::int32_t>(EndReason::centre_closed);
    }

    Cause of_both(const LifeEvent& a, const LifeEvent& b) const
    {
        if (is_closing(a) || is_closing(b)) return Cause::house;
        if (a.kind == b.kind && a.kind == Event::considered) return of_choices(a, b);
        if (a.kind == b.kind && a.kind == Event::assessed) return a.b % score_digits == b.b % score_digits ? Cause::access : Cause::unknown;
        if (a.kind == b.kind && a.kind == Event::volunteered) return Cause::volunteering;
        if (a.kind == b.kind && a.kind == Event::effect) return a.b != b.b ? Cause::attention : Cause::unknown;
        // Of two unlike events in one week the one of the earlier phase is the one the other life lacks.
        const Cause one = of_one(phase(a.kind) <= phase(b.kind) ? a : b);
        return one != Cause::unknown ? one : of_one(phase(a.kind) <= phase(b.kind) ? b : a);
    }

    static int phase(Event kind)
    {
        switch (kind) {
        case Event::queued: return 1;
        case Event::started: return 2;
        case Event::effect: return 3;
        case Event::volunteered: return 4;
        default: return 0;
        }
    }

    Cause of_choices(const LifeEvent& a, const LifeEvent& b) const
    {
        if (is_touched(a.centre) || is_touched(b.centre)) return Cause::house;
        if (a.a != b.a && a.b != b.b) return Cause::place_and_attention;
        if (a.a != b.a) return Cause::place;
        return a.b != b.b ? Cause::attention : Cause::unknown;
    }

    /// An event that only one of the lives has in this week.
    Cause of_one(const LifeEvent& event) const
    {
        switch (event.kind) {
        case Event::assessed: return Cause::access; // asked in both lives, decided in another week: others came before
        case Event::considered: {
            // Free to look around because a queue let go: a place was offered, or the house it belonged to closed.
            const LifeEvent* queued = last_common(Event::queued);
            if (queued == nullptr) return Cause::unknown;
            return is_touched(queued->centre) ? Cause::house : Cause::place;
        }
        case Event::queued: return is_touched(event.centre) || event.a == 0 ? Cause::house : Cause::place;
        case Event::started: return is_touched(event.centre) ? Cause::house : Cause::place;
        case Event::handed_over: return is_touched(event.centre) ? Cause::house : Cause::contact;
        case Event::effect: {
            const LifeEvent* before = last_common(Event::effect);
            return before == nullptr || before->b != event.b ? Cause::attention : Cause::unknown;
        }
        case Event::volunteered: return Cause::volunteering;
        case Event::ended: return of_end(event);
        default: return Cause::unknown;
        }
    }

    static Cause of_end(const LifeEvent& event)
    {
        switch (static_cast<EndReason>(event.a)) {
        case EndReason::centre_closed: return Cause::house;
        case EndReason::dropped_out:
        case EndReason::dropped_in_transition: return Cause::turnover;
        case EndReason::transition: return Cause::place;
        default: return Cause::unknown;
        }
    }

    Course a_, b_;
    std::size_t at_;
    std::span<const int> houses_;
};

/// The events of the person that stands first.
Course of_first_person(Course events)
{
    const auto end = std::find_if(events.begin(), events.end(),
                                  [&](const LifeEvent& event) { return event.person != events.front().person; });
    return events.first(static_cast<std::size_t>(end - events.begin()));
}

} // namespace

std::string_view id_of(Cause cause)
{
    constexpr std::array<std::string_view, cause_count> ids{"place", "attention", "place_and_attention", "turnover",
                                                            "access", "house", "contact", "volunteering", "unknown"};
    return ids[static_cast<std::size_t>(cause)];
}

bool same_outcome(const LifeEvent& a, const LifeEvent& b)
{
    if (a.kind != Event::considered) return a == b;
    LifeEvent seen = b;
    seen.a = a.a;
    seen.b = a.b;
    return a == seen;
}

std::optional<LifeDifference> first_difference(Course a, Course b, std::span<const int> houses)
{
    const auto at = static_cast<std::size_t>(
        std::mismatch(a.begin(), a.end(), b.begin(), b.end(), same_outcome).first - a.begin());
    if (at == a.size() && at == b.size()) return std::nullopt;
    return Parting(a, b, at, houses).difference();
}

std::vector<LifeDifference> differing_lives(Course a, Course b, std::span<const int> houses)
{
    std::vector<LifeDifference> all;
    while (!a.empty() || !b.empty()) {
        Course of_a = a.empty() ? a : of_first_person(a);
        Course of_b = b.empty() ? b : of_first_person(b);
        if (!of_a.empty() && !of_b.empty() && of_a.front().person != of_b.front().person) {
            (of_a.front().person < of_b.front().person ? of_b : of_a) = {};
        }
        if (const auto found = first_difference(of_a, of_b, houses)) all.push_back(*found);
        a = a.subspan(of_a.size());
        b = b.subspan(of_b.size());
    }
    return all;
}

} // namespace samspil
