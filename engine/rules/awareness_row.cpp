// SPDX-License-Identifier: MPL-2.0
#include "engine/rules/awareness_row.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace samspil {

void add_ways(HouseRow& row, const Premises& premises, const Citizen& citizen, const LookTerms& terms)
{
    const double detour = premises.scenario->assumptions.detour;
    const std::int32_t x_m = citizen.x_m, y_m = citizen.y_m;
    const std::size_t count = row.count;
    for (std::size_t i = 0; i < count; ++i) {
        const double dx = x_m - row.x_m[i], dy = y_m - row.y_m[i];
        const auto straight = static_cast<std::int32_t>(std::sqrt(dx * dx + dy * dy) + 0.5);
        row.metres[i] = static_cast<std::int32_t>(straight * detour + 0.5) + row.extra_m[i];
    }
    const auto reach = static_cast<float>(terms.heeds * terms.reach), pass_by = static_cast<float>(terms.heeds * terms.pass_by);
    const auto near_m = static_cast<std::int32_t>(std::ceil(terms.near_m));
    const float* media = premises.media_by_100m.data();
    const auto last = static_cast<std::int32_t>(premises.media_by_100m.size()) - 1;
    for (std::size_t i = 0; i < count; ++i) {
        const std::int32_t metres = row.metres[i];
        row.up[i] = reach * media[std::min(metres / 100, last)] + (metres < near_m ? pass_by : 0.0F);
    }
}

void add_answers(HouseRow& row, const LookTerms& terms)
{
    // `up` has been rounded a few times, by 1e-6 of it at most; so has what follows from it.
    constexpr float margin = 2e-5F, less = 1 - margin, more = 1 + margin;
    const auto down1 = static_cast<float>(terms.forget_house), down2 = static_cast<float>(terms.forget_content);
    const float keep1 = static_cast<float>(terms.keep_house) * less, keep2 = static_cast<float>(terms.keep_content) * less;
    const float first = terms.first ? 1.0F : 0.0F, gap = terms.first ? 1e9F : static_cast<float>(terms.weeks);
    const std::size_t count = row.count;
    for (std::size_t i = 0; i < count; ++i) {
        const float up = row.up[i];
        const auto sure = [&](std::int32_t knew, float u, float down, float keep) {
            // After x / (up + down) weeks somebody who knew still does with chance 1 - down weeks f(x), and who did not
            // has learnt with chance up weeks f(x), f(x) = (1 - e^-x) / x. After a long time: up / (up + down).
            const auto knows = static_cast<float>(knew);
            const float x = (up + down) * gap;
            const float above = 1 - x * (0.5F - x / 6), below = 1 - x * (0.5F - x * (1.0F / 6 - x / 24)); // either side of f(x)
            const int kept = static_cast<int>(u < knows * keep) | static_cast<int>(u + margin < 1 - down * gap * above);
            const int forgot = static_cast<int>(u - margin > 1 - down * gap * below);
            const int learnt = static_cast<int>(u < up * gap * below * less);
            const int not_learnt = static_cast<int>(u > up * gap * above * more) | static_cast<int>(u * (up + down) > up * more);
            const int is_known = (kept & knew) | (learnt & (knew ^ 1)) | static_cast<int>(u * (up + down) < up * less * std::max(knows, first));
            return std::pair(is_known, (not_learnt & (knew ^ 1)) | (forgot & knew));
        };
        const std::int32_t word = row.word[i], before = row.before[i];
        const auto [exists, exists_not] = sure(before & 1, luck_of(word >> 16 & 0xffff), down1, keep1);
        const auto [told, told_not] = sure(before >> 1, luck_of(word & 0xffff), down2, keep2);
        row.answer[i] = exists | (exists & told) << 1;
        row.open[i] |= 1 ^ (exists_not | (exists & (told | told_not)));
    }
}

} // namespace samspil
