// SPDX-License-Identifier: MPL-2.0
#include "engine/stats/stopping.hpp"

#include "engine/stats/intervals.hpp"

namespace samspil {

std::optional<double> half_width(std::span<const double> values, double level)
{
    const auto interval = mean_interval(values, level);
    if (!interval) return std::nullopt;
    return (interval->high - interval->low) / 2;
}

bool is_narrow(std::span<const double> values, double wanted)
{
    const auto half = half_width(values);
    return half && *half <= wanted;
}

bool is_settled(std::span<const double> differences, double relevance)
{
    const auto wide = mean_interval(differences, settled_level);
    if (!wide) return false;
    if (!wide->contains(0)) return true;
    const auto usual = mean_interval(differences);
    return usual->low >= -relevance && usual->high <= relevance;
}

std::optional<std::size_t> smallest_look(std::size_t complete, FunctionRef<bool(std::size_t)> enough, std::size_t judged)
{
    const std::size_t first = judged < first_look ? first_look : first_look + ((judged - first_look) / look_every + 1) * look_every;
    for (std::size_t n = first; n <= complete; n += look_every) {
        if (enough(n)) return n;
    }
    return std::nullopt;
}

} // namespace samspil
