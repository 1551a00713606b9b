// SPDX-License-Identifier: MPL-2.0
// How the four offers look wherever they stand side by side: a hue and a pattern each, so that neither needs the other.
#pragma once

#include "viewer/chart/theme.hpp"

#include "engine/base/text.hpp"
#include "engine/model/offer.hpp"

namespace samspil::viewer {

/// Strong, for lines and patterns.
Colour offer_colour(const Theme& theme, Offer offer);

/// A box of the offer: soft fill to write on, its pattern in a band at the foot. A hollow one stands for an assumed
/// house.
void draw_offer_box(Canvas& canvas, const Theme& theme, Rect area, Offer offer, bool hollow = false);

/// "▨ klub  ▤ forebyggende ..." on as many lines as needed; the height used. Only measured when `draws` is false.
double draw_offer_legend(Canvas& canvas, const Theme& theme, Rect area, Language language, bool draws = true);

} // namespace samspil::viewer
