// SPDX-License-Identifier: MPL-2.0
#include "engine/io/citizen_words.hpp"

#include "engine/io/figures.hpp"

#include <cmath>

#include <fmt/format.h>

namespace samspil {

std::string citizen_words(double difference, Language language)
{
    const bool da = language == Language::da;
    double unit = 1;
    while (std::abs(difference) >= 100 * unit) unit *= 10;
    const double size = std::round(std::abs(difference) / unit) * unit;
    if (size < 1) return da ? "under 1 borger" : "less than 1 citizen";
    const Label words = size > 1 ? (difference > 0 ? Label{"ca. {} borgere flere", "about {} citizens more"} : Label{"ca. {} borgere færre", "about {} citizens fewer"})
                                 : (difference > 0 ? Label{"ca. {} borger mere", "about {} citizen more"} : Label{"ca. {} borger færre", "about {} citizen fewer"});
    return fmt::format(fmt::runtime(words.in(language)), grouped(size, 0, language));
}

} // namespace samspil
