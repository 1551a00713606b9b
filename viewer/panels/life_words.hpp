// SPDX-License-Identifier: MPL-2.0
// Synthetic citizens, their events and why two lives part, in words.
#pragma once

#include "viewer/data/followed_lives.hpp"

#include "engine/io/life_words.hpp"

#include <string>

namespace samspil::viewer {

/// "Kvinde, født 1943, Trøjborg · nr. 2"; never the number of the citizen alone.
std::string citizen_words(const Result& result, std::uint64_t person, Language language);

/// "Dagcenter Nord"; of a house placed by a rule "Antaget hus 3".
std::string name_of_house(const Result& result, int centre, Language language);

/// "uge 12 2023".
std::string short_week(const Result& result, int week, Language language);

/// "begynder i klub, Lokalcenter Fuglebakken: 2 gange om ugen efter 5 ugers ventetid". Weeks of the period.
std::string event_words(const Result& result, const LifeEvent& event, Language language);

/// "forebyggende, Dagcenter Nord · funktion nedsat", of one week.
std::string state_words(const Result& result, const Course& course, int week, Language language);

/// "plads ledig tidligere i Dagcenter Nord"; of the first difference between two lives.
std::string cause_words(const Result& result, const LifeDifference& parting, const Course& base, const Course& option,
                        Language language);

} // namespace samspil::viewer
