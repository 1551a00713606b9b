// SPDX-License-Identifier: MPL-2.0
#include "engine/io/nearest.hpp"

#include "engine/io/say.hpp"

#include <algorithm>

namespace samspil {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

} // namespace

std::string folded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool latin = c == '\xC3' && i + 1 < text.size(); // À to Þ lie 32 below à to þ
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (!latin) continue;
        const auto next = static_cast<unsigned char>(text[++i]);
        out += static_cast<char>(next >= 0x80 && next <= 0x9E && next != 0x97 ? next + 0x20 : next);
    }
    return out;
}

std::size_t word_distance(std::string_view a, std::string_view b, std::size_t most)
{
    const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > most || a.size() > 200) return most + 1;
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
            const bool swapped =
                i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
            if (swapped) now[j] = std::min(now[j], before[j - 2] + 1);
        }
        before = last;
        std::swap(last, now);
    }
    return last[b.size()];
}

std::string_view nearest(std::string_view word, const std::vector<KnownWord>& known)
{
    std::string_view best;
    // A word of which no letter is right is nobody's slip of the pen.
    std::size_t best_distance = std::min(std::max<std::size_t>(1, word.size() / 3) + 1, std::max<std::size_t>(1, word.size()));
    for (const KnownWord& candidate : known) {
        const std::size_t distance = word_distance(word, candidate.word, best_distance);
        if (distance >= best_distance) continue;
        best_distance = distance;
        best = candidate.key;
    }
    return best;
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known)
{
    std::vector<KnownWord> words;
    words.reserve(known.size());
    for (const std::string_view k : known)
        words.push_back({k, k});
    return nearest(word, words);
}

Text did_you_mean(std::string_view key)
{
    if (key.empty()) return {};
    return say("mente du '{}'?", "did you mean '{}'?", key);
}

} // namespace samspil
