// SPDX-License-Identifier: MPL-2.0
// The result of a study in words and figures; screen and page are made of the same sentences.
#pragma once

#include "engine/io/counts.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/study_file.hpp"

#include <string>
#include <vector>

namespace samspil {

/// The plan's title, or what the study is about.
Text title_of(const StudyResult& result);
/// "Gennemløb, alle kombinationer: 200 punkter, 2 valg, 10 gentagelser, 104 uger".
Text facts_of(const StudyResult& result);
/// "Tre distrikter: ventetid", and that it is the difference to the base.
Text heading_of(const StudyResult& result, const Measure& measure);
/// What the column of influence is.
Text influence_words(const StudyResult& result);
/// How to read it, in a sentence or two.
Text reading_help(const StudyResult& result);

/// A mean difference (or level) of a measure, with sign and unit.
std::string difference_text(const StudyResult& result, const Measure& measure, double value, Language language);
/// An influence: of Morris in the goal's unit, of Sobol' in per cent of the variance, of a sweep as a rank correlation.
std::string influence_text(const StudyResult& result, const Measure& measure, double value, bool with_sign, Language language);
/// "0,8 til 1,4", or empty.
std::string interval_text(const StudyResult& result, const Measure& measure, const Estimate& estimate, Language language);

/// What a choice is called: "bliver i forebyggende" of policy.gap_policy; its id where the path knows no such choice.
Text word_at(std::string_view path, const std::string& id);

/// A value of a factor, with its unit.
std::string factor_text(const StudyResult& result, std::size_t factor, double value, Language language);
/// "timer pr. hus 2 · ventetid 5", the most influential factors of the measure first, at most `most`.
std::string point_text(const StudyResult& result, const Measure& measure, std::size_t point, std::size_t most, Language language);

/// One sentence that names the ten weakest influential assumptions; says so when there are none.
Text weakest_sentence(const StudyResult& result);
/// Failures of one point, option and cause as one line.
std::vector<Text> failures_in_words(const StudyResult& result);
/// What the study rests on and does not say.
Text limits_of(const StudyResult& result);

/// DIR/study.html: tornado figures (Morris, Sobol') or where the option is better (sweep), as one page.
std::string study_page(const StudyResult& result, Language language);
/// The bars of one measure as inline SVG with a text twin; the `most` strongest factors.
std::string tornado_figure(const StudyResult& result, const Measure& measure, std::size_t most, Language language);

} // namespace samspil
