// SPDX-License-Identifier: MPL-2.0
// What a result rests on, row by row: what the municipality decides (policy, organisation, mechanisms, dated changes)
// and how the world is assumed to work (the register), with evidence, range and what the options beside it do
// otherwise.
#pragma once

#include "viewer/data/result.hpp"

#include "engine/io/comparison_report.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace samspil::viewer {

enum class RegisterGroup { changes, organisation, policy, mechanisms, assumptions };
constexpr bool is_choice(RegisterGroup group) { return group != RegisterGroup::assumptions; }

struct PriorRange {
    double low = 0, high = 0, value = 0; ///< in the unit; the value may lie outside
    Text words;                          ///< "0,02 til 0,06"
};

struct RegisterRow {
    RegisterGroup group{};
    std::string section; ///< of docs/model.md, "7.8"; empty where the source names none
    std::string key;
    Text label;
    std::optional<Text> value;                ///< of the base, with unit; nothing where only an option has it
    std::vector<std::optional<Text>> options; ///< by option: nothing where it is as in the base
    std::optional<Evidence> tag;              ///< nothing for what is chosen by the scenario
    std::string source;                       ///< "model.md 7.8, S3-59"
    std::optional<PriorRange> prior;
    bool differs() const;
};

struct Register {
    std::vector<RegisterRow> choices, assumptions; ///< by group, then by section
    bool lacks_changes = false;                    ///< a result of an older program, which kept no dated changes
};

/// `options` stand beside the base in this order.
Register register_of(const Result& base, std::span<const Result* const> options);

/// Chapter of the model in words: "7.8" is "Valg af tilbud".
Text section_in_words(std::string_view section);

struct RegisterFilter {
    std::string words; ///< in label, value, source or section, whatever the case
    std::optional<Evidence> tag;
    bool only_differing = false;
};
bool passes(const RegisterRow& row, const RegisterFilter& filter, Language language);

/// The register by evidence tag, assumed houses and what the goals hang on.
Evidences evidence_of(const Result& base, std::span<const Result* const> options, std::span<const Goal> goals);

/// A target of the balanced baseline against the mean of the base over the whole period: the targets are of its first year.
struct TargetCheck {
    TargetRow target;
    std::optional<double> reached; ///< nothing where the result has no such KPI
    bool hit = false;              ///< within the bounds
    bool comparable = true;        ///< the whole period is the first year
};
std::vector<TargetCheck> targets_checked(const Result& base);

} // namespace samspil::viewer
