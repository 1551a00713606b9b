// SPDX-License-Identifier: MPL-2.0
// Did you mean: the nearest known word to one that is not known.
#pragma once

#include "engine/base/text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace samspil {

/// A word people may write for a key, and the key it stands for.
struct KnownWord {
    std::string_view word;
    std::string_view key;
};

/// Lower case; Latin letters with marks too ("Møllestien" and "MØLLESTIEN" are the same).
std::string folded(std::string_view text);

/// Insertions, deletions, changes and swaps of neighbours between two words, upper and lower case alike; stops
/// counting at `most`.
std::size_t word_distance(std::string_view a, std::string_view b, std::size_t most = 100);

/// The key of the nearest word, or empty when none is near.
std::string_view nearest(std::string_view word, const std::vector<KnownWord>& known);
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known);

/// "did you mean 'places'?", or empty.
Text did_you_mean(std::string_view key);

} // namespace samspil
