// SPDX-License-Identifier: MPL-2.0
#include "viewer/options/levers.hpp"

#include "engine/io/comparison_report.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/in_force.hpp"
#include "engine/model/house_name.hpp"
#include "viewer/options/lever_words.hpp"
#include "viewer/options/standing.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

using T = InterventionType;

constexpr std::array<Label, lever_group_count> group_labels{{{"Organisation", "Organisation"},
                                                             {"Visitation og lov", "Assessment and law"},
                                                             {"Huse og pladser", "Houses and places"},
                                                             {"Kørsel", "Transport"},
                                                             {"Kontakt til borgerne", "Contact with citizens"},
                                                             {"Frivillige", "Volunteers"},
                                                             {"Penge og personale", "Money and staff"},
                                                             {"Befolkning", "People"}}};

// What leadership asks (scenarios/README.md): Q1, Q3, Q5, Q6, Q8 twice, Q11, Q12.
constexpr std::array<std::string_view, 8> meeting{"organisation_change", "access_regime",   "change_places",
                                                  "bridge_capacity",     "invest",          "pool_change",
                                                  "transport_rule",      "volunteer_policy"};

LeverTarget named(const std::string& id, const std::string& name) { return {id, {name, name}}; }

std::vector<LeverTarget> houses_of(const Scenario& base)
{
    std::vector<LeverTarget> targets;
    for (const Centre& centre : base.centres)
        targets.push_back({centre.id, house_in_both(centre.name)});
    return targets;
}

/// Units of every model, once each: an area of one model is usually an area of the others.
std::vector<LeverTarget> areas_of(const Scenario& base)
{
    std::vector<LeverTarget> targets;
    for (const OrganisationUnit& unit : base.organisation_units) {
        const auto same = [&](const LeverTarget& target) { return target.id == unit.id; };
        if (unit.parent.empty() || std::any_of(targets.begin(), targets.end(), same)) continue;
        targets.push_back(named(unit.id, unit.name));
    }
    return targets;
}

std::vector<LeverTarget> pools_of(const Scenario& base)
{
    std::vector<LeverTarget> targets;
    for (const Pool& pool : base.pools)
        targets.push_back({pool.id, pool.label});
    return targets;
}

/// Models in words; two that read alike are told apart by their id.
std::vector<LeverTarget> models_of(const Scenario& base)
{
    std::vector<LeverTarget> targets;
    for (const OrganisationUnit& unit : base.organisation_units) {
        const auto same = [&](const LeverTarget& target) { return target.id == unit.model; };
        if (std::any_of(targets.begin(), targets.end(), same)) continue;
        LeverTarget target{unit.model, model_in_words(base, unit.model)};
        const auto alike = [&](const LeverTarget& other) { return other.name == target.name; };
        if (std::any_of(targets.begin(), targets.end(), alike)) {
            target.name.da += ", " + unit.model;
            target.name.en += ", " + unit.model;
        }
        targets.push_back(std::move(target));
    }
    return targets;
}

/// Params of the comparison in parts are switched by the program, not by a person.
bool is_knob(const InterventionKind& kind, const Field& field)
{
    return kind.type != T::organisation_change || !field.key.starts_with("part_");
}

Text switched_off(const Scenario& base, std::string_view mechanism)
{
    const Field* field = mechanism.empty() ? nullptr : find_field(mechanism_fields(), mechanism);
    if (field == nullptr || field->access.read(&base.mechanisms) != 0) return {};
    return {
        fmt::format("«{}» er slået fra i dette scenarie, så grebet virker ikke på borgerne", field->label.da),
        fmt::format("“{}” is switched off in this scenario, so the lever does not act on citizens", field->label.en)};
}

Text why_not(const Scenario& base, const LeverInfo& info)
{
    const auto open = std::count_if(base.centres.begin(), base.centres.end(), [](const Centre& c) { return c.open; });
    const bool some_closed = open < static_cast<std::ptrdiff_t>(base.centres.size());
    switch (info.type) {
    case T::open_centre:
        if (!some_closed) return {"alle huse er åbne", "every house is open"};
        break;
    case T::close_centre:
        if (open == 0) return {"ingen huse er åbne", "no house is open"};
        break;
    case T::merge:
        if (open < 2) return {"der skal være to åbne huse", "there must be two open houses"};
        break;
    case T::same_roof:
    case T::satellite:
        if (base.centres.size() < 2) return {"der skal være to huse", "there must be two houses"};
        break;
    case T::pool_change:
        if (base.pools.empty()) return {"scenariet har ingen puljer", "the scenario has no pools"};
        break;
    default:
        if (kind_of(info.type).needs_centre && base.centres.empty())
            return {"der er ingen huse", "there are no houses"};
    }
    return switched_off(base, info.mechanism);
}

LeverKind kind_on(const Scenario& base, const LeverInfo& info)
{
    LeverKind made;
    made.kind = &kind_of(info.type);
    made.group = info.group;
    made.does = info.does;
    made.for_meeting = std::find(meeting.begin(), meeting.end(), made.kind->id) != meeting.end();
    for (const Field& field : made.kind->params) {
        if (is_knob(*made.kind, field)) made.params.push_back(&field);
    }
    if (made.kind->needs_centre || made.kind->takes_centre) made.centres = houses_of(base);
    if (made.kind->needs_to) made.to = houses_of(base);
    if (made.kind->takes_area) made.areas = areas_of(base);
    if (made.kind->takes_pool) made.pools = pools_of(base);
    if (made.kind->needs_model) made.models = models_of(base);
    made.cannot = why_not(base, info);
    return made;
}

/// The first house the lever can be about: open or closed as it needs, with places of some offer.
std::string first_house(const Scenario& base, T type, const std::string& not_this)
{
    const bool wants_closed = type == T::open_centre;
    const Centre* other = nullptr;
    for (const Centre& centre : base.centres) {
        if (centre.id == not_this) continue;
        if (centre.open != wants_closed) return centre.id;
        if (other == nullptr) other = &centre;
    }
    return other == nullptr ? "" : other->id;
}

int first_offer(const Scenario& base, const std::string& house)
{
    const int index = base.centre_index(house);
    if (index < 0) return 0;
    const auto& places = base.centres[static_cast<std::size_t>(index)].places;
    const auto held = std::find_if(places.begin(), places.end(), [](int n) { return n > 0; });
    return held == places.end() ? 0 : static_cast<int>(held - places.begin());
}

/// To this many decimals: 0.15, not 0.15000000000000002.
double rounded(double value, int decimals)
{
    const double ten = std::pow(10.0, decimals);
    return std::round(value * ten) / ten;
}

} // namespace

Label label_of(LeverGroup group) { return group_labels[static_cast<std::size_t>(group)]; }

std::vector<LeverKind> levers_for(const Scenario& base)
{
    std::vector<LeverKind> kinds;
    for (const LeverInfo& info : lever_infos())
        kinds.push_back(kind_on(base, info));
    return kinds;
}

const LeverKind* find_lever(std::span<const LeverKind> kinds, std::string_view id)
{
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const LeverKind& one) { return one.kind->id == id; });
    return found == kinds.end() ? nullptr : &*found;
}

DaySpan days_of(const Scenario& base) { return {base.period.start, base.period.start + 7 * base.period.weeks - 1}; }

Lever default_lever(const Scenario& base, const LeverKind& kind)
{
    Lever lever;
    lever.type = kind.kind->type;
    lever.date = days_of(base).first;
    set_defaults(kind.kind->params, &lever);
    if (kind.kind->needs_centre) lever.centre = first_house(base, lever.type, "");
    if (kind.kind->needs_to) lever.to = first_house(base, lever.type, lever.centre);
    if (kind.kind->needs_model) lever.organisation.model = in_force_on(base, lever.date).organisation.model;
    if (find_field(kind.kind->params, "offer") != nullptr) lever.offer = first_offer(base, lever.centre);
    reset_to_today(base, lever);
    return lever;
}

void reset_to_today(const Scenario& base, Lever& lever)
{
    const Scenario now = in_force_on(base, lever.date);
    for (const Field& field : kind_of(lever.type).params) {
        const auto today = value_in_force(now, lever, field);
        if (today) field.access.write(&lever, std::clamp(*today, field.minimum, field.maximum));
    }
}

Slider slider_of(const Scenario& base, const Lever& lever, const Field& field)
{
    Slider slider;
    slider.today = value_today(base, lever, field);
    // A sum of rounded rows (6.9996 posts) reads as what it is meant to be: four figures.
    if (slider.today && *slider.today != 0)
        slider.today = rounded(*slider.today, 3 - static_cast<int>(std::floor(std::log10(std::abs(*slider.today)))));
    if (field.kind == Kind::flag || field.kind == Kind::choice) {
        slider.low = field.minimum;
        slider.high = field.maximum;
        slider.step = 1;
        return slider;
    }
    const UnitSlider& unit = unit_slider(field.unit);
    slider = {unit.low,    unit.high,     unit.step,
              unit.scale,  unit.decimals, {std::string(unit.words.da), std::string(unit.words.en)},
              slider.today};
    if (const KnobRange* knob = knob_range(lever.type, field.key)) {
        slider.low = knob->low;
        slider.high = knob->high;
        slider.step = knob->step;
        if (slider.step * slider.scale < 1)
            slider.decimals = std::max(slider.decimals, slider.step * slider.scale < 0.1 ? 2 : 1);
    }
    if (field.kind == Kind::integer) slider.step = std::max(1.0, slider.step);
    // Room to double what there is, and never less than what somebody has typed.
    const double present = field.access.read(&lever);
    if (slider.today && field.unit != "share") slider.high = std::max(slider.high, 2 * *slider.today);
    slider.low = std::clamp(std::min(slider.low, present), field.minimum, field.maximum);
    slider.high = std::clamp(std::max(slider.high, present), field.minimum, field.maximum);
    return slider;
}

bool is_lever_chosen(const Scenario& base, const Lever& lever, const Field& field)
{
    return is_chosen(in_force_on(base, lever.date), lever, field);
}

double snapped(const Slider& slider, const Field& field, double value)
{
    if (std::isnan(value)) return slider.low;
    const double inside = std::clamp(value, slider.low, slider.high);
    const double at = slider.low + std::round((inside - slider.low) / slider.step) * slider.step;
    return std::clamp(rounded(at, field.kind == Kind::number ? 6 : 0), slider.low, slider.high);
}

Text value_in_words_of(const Slider& slider, const Field& field, double value)
{
    if (field.kind == Kind::choice || field.kind == Kind::flag) return value_in_words(field, value);
    if (field.key == "service_units" && value == 0) return one_per_unit();
    // A typed value may be finer than the slider's steps: never show less than it says.
    int decimals = slider.decimals;
    const double shown = value * slider.scale;
    const auto says_all = [&] {
        return std::abs(rounded(shown, decimals) - shown) < 1e-9 * std::max(1.0, std::abs(shown));
    };
    while (decimals < 6 && !says_all())
        ++decimals;
    const auto in = [&](Language language) {
        const std::string& unit = slider.unit.in(language);
        return grouped(shown, decimals, language) + (unit.empty() ? "" : " " + unit);
    };
    return {in(Language::da), in(Language::en)};
}

Text lever_in_words(const Scenario& base, const Lever& lever)
{
    return intervention_in_words(in_force_on(base, lever.date), lever);
}

} // namespace samspil::viewer
