// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_places.hpp"

#include "engine/rules/places.hpp"

namespace samspil {

void PlacesTally::begin(const World& world)
{
    refused_before_ = world.places.rides_refused;
    cut_before_ = world.places.sessions_cut;
}

void PlacesTally::observe(const Premises& premises, const World& world)
{
    const PlacesState& state = world.places;
    ++weeks_;
    for (const Source source : state.binding) ++bound_[static_cast<std::size_t>(source)];
    for (std::size_t j = 0; j < state.houses.size(); ++j) {
        if (!world.centres[j].open) continue;
        guests_ += state.houses[j].cafe_guests;
        lent_tenths_ += static_cast<std::int64_t>(lent_hours(premises.scenario->assumptions, state.houses[j]) * 10 + 0.5);
        ridden_ += to_fixed(ridden_sessions(premises, world, world.week, j));
        ride_tenths_ += world.counts.places.ride_tenths[j];
        for (std::size_t c = 0; c < 3; ++c) ride_sessions_ += world.counts.places.rides[j * 3 + c];
    }
    match_thousandths_ += state.match_thousandths;
    match_users_ += state.match_users;
}

void PlacesTally::record(const Premises& premises, const World& world, SeriesWriter& to) const
{
    auto& binding = to.next("binding");
    auto& guests = to.next("cafe_guests");
    auto& rides = to.next("rides");
    for (std::size_t j = 0; j < premises.scenario->centres.size(); ++j) {
        for (const Offer offer : offers) {
            const std::int16_t unit = premises.unit_of[j][index_of(offer)];
            binding.push_back(unit == no_unit ? 0 : static_cast<std::int32_t>(world.places.binding[static_cast<std::size_t>(unit)]));
        }
        guests.push_back(static_cast<std::int32_t>(world.places.houses[j].cafe_guests));
        std::int64_t sessions = 0;
        for (std::size_t c = 0; c < 3; ++c) sessions += world.counts.places.rides[j * 3 + c];
        rides.push_back(static_cast<std::int32_t>(sessions));
    }
}

void PlacesTally::report(const Premises& premises, const World& world, KpiWriter& to) const
{
    if (weeks_ == 0) return;
    const PlacesParameters& p = premises.scenario->assumptions.places;
    const auto weeks = static_cast<double>(weeks_);
    const auto bound = [&](Source source) { return bound_[static_cast<std::size_t>(source)]; };
    const std::int64_t all = bound(Source::rooms) + bound(Source::staff) + bound(Source::volunteers) + bound(Source::seats);
    to.set("binding.rooms", ratio(bound(Source::rooms), all));
    to.set("binding.staff", ratio(bound(Source::staff), all));
    to.set("binding.volunteers", ratio(bound(Source::volunteers), all));
    to.set("binding.seats", ratio(bound(Source::seats), all));
    to.set("rooms.lent_hours", static_cast<double>(lent_tenths_) / 10 / weeks);
    const auto guests = static_cast<double>(guests_);
    to.set("cafe.guests", guests / weeks);
    to.set("cafe.revenue_kr", guests * p.cafe_spend);
    to.set("cafe.volunteer_hours", guests * p.cafe_hours / weeks);
    const double ridden = from_fixed(ridden_);
    to.set("transport.rides", 2 * ridden / weeks);
    to.set("transport.refused", static_cast<double>(world.places.rides_refused - refused_before_));
    to.set("transport.ride_minutes", ratio(static_cast<double>(ride_tenths_) / 10, static_cast<double>(ride_sessions_)));
    to.set("transport.own_payment", ridden * premises.scenario->policy.places.ride_price);
    to.set("transport.sessions_cut", static_cast<double>(world.places.sessions_cut - cut_before_));
    to.set("profile.match", ratio(static_cast<double>(match_thousandths_) / 1000, static_cast<double>(match_users_)));
}

} // namespace samspil
