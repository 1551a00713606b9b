// SPDX-License-Identifier: MPL-2.0
// What somebody who wrote a name meant: a house by its name, a value or an indicator by a part of its path or by its label.
#pragma once

#include "engine/io/nearest.hpp"

namespace samspil {

/// Keys that were probably meant by `asked`, in the order of `known`; empty when none is likely, or more than `most` are equally
/// so. A name that is the same, begins so or holds all the words comes before one that is spelt alike.
std::vector<std::string_view> likely(std::string_view asked, const std::vector<KnownWord>& known, std::size_t most);

/// "did you mean 'lc-viby' or 'dc-viby-hojbjerg'?", or empty.
Text did_you_mean(const std::vector<std::string_view>& keys);

/// The house that was meant, by id or name; two where both are as likely.
Text near_house(const std::vector<KnownWord>& ids_and_names, std::string_view asked);

/// The indicators that were meant, by id or name.
Text near_indicator(std::string_view asked);

/// The paths of a scenario that were meant, by a part ("sens0") or by the label.
Text near_path(std::string_view asked, const std::vector<std::string>& paths);
/// Of the values that every scenario has.
Text near_path(std::string_view asked);

} // namespace samspil
