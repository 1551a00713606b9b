// SPDX-License-Identifier: MPL-2.0
// The offers a citizen can have. They keep their Danish names everywhere: file, code, result and screen.
#pragma once

#include "engine/base/text.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace samspil {

enum class Offer : std::uint8_t { none, klub, forebyggende, vedligeholdende_center, vedligeholdende_hjem };

inline constexpr std::size_t offer_count = 4; ///< without none
/// The four real offers in the order of every table and dimension scale.
inline constexpr std::array<Offer, offer_count> offers{Offer::klub, Offer::forebyggende, Offer::vedligeholdende_center,
                                                       Offer::vedligeholdende_hjem};
/// 0..3 for a real offer.
constexpr std::size_t index_of(Offer offer) { return static_cast<std::size_t>(offer) - 1; }
/// The three offers that count as municipal reach (model.md 8): staff take part.
constexpr bool is_municipal(Offer offer) { return offer >= Offer::forebyggende; }
constexpr bool is_maintaining(Offer offer) { return offer >= Offer::vedligeholdende_center; }

std::string_view id_of(Offer offer); ///< "none", "klub", ...
Label label_of(Offer offer);
std::optional<Offer> offer_from(std::string_view id); ///< real offers only

} // namespace samspil
