// SPDX-License-Identifier: MPL-2.0
// A synthetic citizen's life in words: who it is, what happened, and why two lives part. Screen, viewer and page say
// it with the same sentences; what a choice looked at is a digest and never shown.
#pragma once

#include "engine/base/text.hpp"
#include "engine/experiment/first_difference.hpp"

#include <functional>
#include <span>
#include <string>

namespace samspil {

/// Name of a house (or a small area) by its key, in the language of the sentence.
using NameOfKey = std::function<std::string(int key)>;

/// Short, for tables and lists: "Plads eller ventetid".
Label label_of(Cause cause);
/// The rule at work, with its section of docs/model.md: "pladser og køer (7.9)".
Label rule_label(Cause cause);
/// Of a functional level, 1 (high) to 4 (low).
Label level_label(int level);

/// "Kvinde, født 1943, Trøjborg · nr. 2"; never the number of the citizen alone. `area`: names of small areas.
std::string citizen_words(std::uint64_t person, const NameOfKey& area, Language language);

/// "begynder i klub, Lokalcenter Fuglebakken: 2 gange om ugen efter 5 ugers ventetid".
std::string event_words(const LifeEvent& event, const NameOfKey& house, Language language);

/// Of the first difference between two lives: "plads ledig tidligere i Dagcenter Nord". `base` and `option`: the
/// events of both lives, or those from the difference on.
std::string cause_words(const LifeDifference& parting, std::span<const LifeEvent> base, std::span<const LifeEvent> option,
                        const NameOfKey& house, Language language);
/// The same, where it is known whether the life that lacks a start gets the place later.
std::string cause_words(const LifeDifference& parting, bool later, const NameOfKey& house, Language language);

} // namespace samspil
