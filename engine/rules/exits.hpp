// SPDX-License-Identifier: MPL-2.0
// The clocks of the ways out of an offer: drop-out with its vulnerable window, and the club left for lack of help
// (docs/model.md 7.12, 7.13).
#pragma once

#include "engine/rules/rules.hpp"

namespace samspil {

/// The clock of a way out of an offer runs on from stay to stay: a later start alone gives no new luck.
void wind_exit(Moment& moment, const Citizen& citizen, Clock& clock, Purpose purpose);

/// Takes the hazard of the stay that ends from both clocks.
void settle_exits(const Moment& moment, Citizen& citizen);

/// Due week of dropping out: a higher hazard in the vulnerable window, the ordinary one after it. By the hazards as
/// they are kept, which settle_exits takes from the clock.
Week drop_out_due(const Citizen& citizen);

} // namespace samspil
