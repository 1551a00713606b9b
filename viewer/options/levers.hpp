// SPDX-License-Identifier: MPL-2.0
// Levers: every decision the model knows, as something a person can move on a scenario. Made from the tables of the
// model: a type of intervention is a kind of lever, its params are the knobs, and a lever with its values is an
// Intervention. What it is now and how far a slider goes is said against the scenario.
#pragma once

#include "engine/base/text.hpp"
#include "engine/model/scenario.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil::viewer {

/// Type, target, values and date of one decision; Field::access reads and writes its params.
using Lever = Intervention;

enum class LeverGroup : std::uint8_t {
    organisation, visitation, houses, transport, contacts, volunteers, money, people
};
inline constexpr std::size_t lever_group_count = 8;
/// The heading of a group: "Huse og pladser".
Label label_of(LeverGroup group);

/// A house, area, pool or organisation model a lever can be about.
struct LeverTarget {
    std::string id;
    Text name;
    bool operator==(const LeverTarget&) const = default;
};

/// One type of intervention on one scenario.
struct LeverKind {
    const InterventionKind* kind = nullptr; ///< id, label, what target it needs; lives for ever
    LeverGroup group{};
    Label does;               ///< what it does, one sentence
    bool for_meeting = false; ///< among the few of a meeting
    std::vector<const Field*> params; ///< knobs for a person, in order; lives for ever
    // What it can be about; empty where the type takes none. A target that is not `needs_...` may be left empty.
    std::vector<LeverTarget> centres, to, areas, pools, models;
    Text cannot;              ///< why it does nothing or cannot happen on this scenario; empty when it can be used
    bool usable() const { return cannot.da.empty(); }
};

/// All kinds, in order of group and within it as leadership meets them.
std::vector<LeverKind> levers_for(const Scenario& base);
/// The kind with this id of intervention_kinds(), or null.
const LeverKind* find_lever(std::span<const LeverKind> kinds, std::string_view id);

/// First and last day a lever may act: the counted period.
struct DaySpan {
    Day first = 0, last = 0;
};
DaySpan days_of(const Scenario& base);

/// From the first day, about the first thing it can be about; params that stand in the scenario as they stand, others
/// at their default. Of a kind that is not usable it is a lever the checker refuses or that changes nothing.
Lever default_lever(const Scenario& base, const LeverKind& kind);

/// Sets params that stand in the scenario to what stands for the lever's target and date: after either has changed.
void reset_to_today(const Scenario& base, Lever& lever);

/// How a knob is shown and moved. Values are in the field's own unit; a person sees value x scale with `decimals`.
struct Slider {
    double low = 0, high = 1, step = 0; ///< within the field's range, wide enough for the present value
    double scale = 1;
    int decimals = 0;
    Text unit;                   ///< after the number: "%", "uger", "mio. kr."; may be empty
    std::optional<double> today; ///< value before the change; nothing where there is none
};
Slider slider_of(const Scenario& base, const Lever& lever, const Field& field);

/// Whether the value was decided on, and is no default and not as it stands; as `compare` says of it.
bool is_lever_chosen(const Scenario& base, const Lever& lever, const Field& field);

/// The nearest value the slider can stand at; whole where the field is.
double snapped(const Slider& slider, const Field& field, double value);

/// "15 %", "34 pladser", "1,5 mio. kr.", "ja", "egen afdeling".
Text value_in_words_of(const Slider& slider, const Field& field, double value);

/// The lever in one sentence, before and after, against what stands on its day.
Text lever_in_words(const Scenario& base, const Lever& lever);

} // namespace samspil::viewer
