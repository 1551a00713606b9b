// SPDX-License-Identifier: MPL-2.0
// Numbers as a person reads them: Danish or English marks, per cent, kr. and mio. kr., as many digits as the interval
// carries. For screens and pages; machine output never passes here.
#pragma once

#include "engine/base/text.hpp"
#include "engine/experiment/finding.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace samspil {

/// How the values of one row are shown: all on the same scale with the same digits.
struct FigureStyle {
    double scale = 1;
    int decimals = 1;
    std::string unit;            ///< after a level: "%", "uger", "mio. kr."
    std::string difference_unit; ///< after a difference: "procentpoint", else as above
    Language language = Language::da;
};

/// Two significant digits of the interval's half width; a default of the unit where there is none.
FigureStyle figure_style(const KpiDifference& difference, Language language);
/// Style of a lone value of this unit.
FigureStyle figure_style(std::string_view unit, double value, Language language);

std::string figure(double value, const FigureStyle& style);        ///< "1.234,5", "−0,3"; no unit
std::string signed_figure(double value, const FigureStyle& style); ///< "+0,3", "−0,3", "0,0"
/// Digits with the marks of the language; at most `decimals` decimals.
std::string grouped(double value, int decimals, Language language);

/// A value of the register, shortest form: "0,035", "1.200.000".
std::string plain_figure(double value, Language language);
/// A unit of the register in words: "kr/year" is "kr/år" in Danish.
std::string unit_in_words(std::string_view unit, Language language);

struct DifferenceWords {
    std::string base, difference, interval, share_above;
    std::string number, unit; ///< the difference without its unit, and the unit
    std::string relevance;    ///< smallest difference that matters, with unit
    std::string limit;        ///< the same beside `difference`, which says its unit
    std::string verdict;      ///< mark and word: "▲ bedre", "≈ uafgjort (under grænsen)"; empty without a verdict
};
/// One row in words; an undetermined value reads "ikke bestemt"/"not determined", the interval of a
/// difference that is the same in every replication "fast"/"fixed".
DifferenceWords in_words(const KpiDifference& difference, Language language);

} // namespace samspil
