// SPDX-License-Identifier: MPL-2.0
#include "engine/model/offer.hpp"

namespace samspil {
namespace {
constexpr std::string_view ids[] = {"none", "klub", "forebyggende", "vedligeholdende_center", "vedligeholdende_hjem"};
constexpr Label labels[] = {{"intet tilbud", "no offer"},
                            {"klub", "club"},
                            {"forebyggende", "preventive"},
                            {"vedligeholdende i center", "maintaining in a centre"},
                            {"vedligeholdende i hjemmet", "maintaining at home"}};
} // namespace

std::string_view id_of(Offer offer) { return ids[static_cast<int>(offer)]; }
Label label_of(Offer offer) { return labels[static_cast<int>(offer)]; }

std::optional<Offer> offer_from(std::string_view id)
{
    for (const Offer offer : offers) {
        if (id_of(offer) == id) return offer;
    }
    return std::nullopt;
}

} // namespace samspil
