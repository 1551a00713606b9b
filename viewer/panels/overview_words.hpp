// SPDX-License-Identifier: MPL-2.0
// The overview in words: what stands around the grid and in place of it.
#pragma once

#include "viewer/data/overview.hpp"
#include "viewer/panels/panel.hpp"

#include <memory>

namespace samspil::viewer {

/// "14 af 20 gentagelser – kan ændre sig"
std::string may_change_words(const OverviewOption& option, Language language);
/// The base of a goal with as few digits as the least certain of its differences carries.
std::string base_words(const Overview& overview, std::size_t goal, Language language);
/// What is compared, replications, weeks, what intervals cover, a limit and the worst mean.
std::string note_of(const Overview& overview, Language language);
/// What the marks of the pairs mean: said where they are drawn.
std::string marks_of(const Overview& overview, Uncertainty uncertainty, Language language);
/// What is said of an option: it rests on its differences to the base alone, not on the other options.
struct OptionWords {
    std::vector<std::vector<std::string>> goals; ///< by goal: the cells of its row in the table, from the base's level on
    std::string sentence;                        ///< as a comparison of two files would say it
};
OptionWords option_words(const OverviewOption& option, std::string_view covers, Language language);
/// Of every option of an overview. Of hundreds they take longer than a frame: who makes the overview again keeps them.
using OverviewWords = std::vector<std::shared_ptr<const OptionWords>>;
OverviewWords option_words(const Overview& overview, Language language);
/// A row a goal and option.
Table table_of(const Overview& overview, const OverviewWords& words, Language language);
/// The sentence of each option by itself.
std::string sentence_of(const Overview& overview, const OverviewWords& words, Language language);

} // namespace samspil::viewer
