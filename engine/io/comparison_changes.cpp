// SPDX-License-Identifier: MPL-2.0
// What an option changes, in words: names for ids, units, before and after, and how well each value is known.
#include "engine/io/comparison_report.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/in_force.hpp"
#include "engine/model/calendar.hpp"
#include "engine/model/house_name.hpp"
#include "engine/model/intervention_notes.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace samspil {
namespace {

Text name_of_centre(const Scenario& scenario, const std::string& id)
{
    const int index = scenario.centre_index(id);
    return index < 0 ? Text{id, id} : house_in_both(scenario.centres[static_cast<std::size_t>(index)].name);
}

struct LevelWords {
    std::string_view level;
    Label one, many;
};

constexpr std::array levels{
    LevelWords{"municipality", {"én kommune", "one municipality"}, {"kommuner", "municipalities"}},
    LevelWords{"district", {"ét distrikt", "one district"}, {"distrikter", "districts"}},
    LevelWords{"area", {"ét område", "one area"}, {"områder", "areas"}},
};

std::string count_in_words(std::size_t n, Language language)
{
    static constexpr std::array<Label, 9> words{{{"nul", "no"},
                                                 {"ét", "one"},
                                                 {"to", "two"},
                                                 {"tre", "three"},
                                                 {"fire", "four"},
                                                 {"fem", "five"},
                                                 {"seks", "six"},
                                                 {"syv", "seven"},
                                                 {"otte", "eight"}}};
    return n < words.size() ? std::string(words[n].in(language)) : std::to_string(n);
}

Text with_unit(const Field& field, double value)
{
    if (field.key == "service_units" && value == 0) return one_per_unit();
    if (field.key == "frame_factor" && value < 0) return {"som før", "as before"};
    const Text said = value_in_words(field, value);
    if (field.unit.empty()) return said;
    if (field.unit == "share")
        return {plain_figure(100 * value, Language::da) + " %", plain_figure(100 * value, Language::en) + " %"};
    return {said.da + " " + unit_in_words(field.unit, Language::da),
            said.en + " " + unit_in_words(field.unit, Language::en)};
}

Text value_changed(const Scenario& now, const Intervention& change, const Field& field)
{
    const Text after = with_unit(field, field.access.read(&change));
    Text words{fmt::format("{}: {}", field.label.da, after.da), fmt::format("{}: {}", field.label.en, after.en)};
    const auto before = value_in_force(now, change, field);
    if (!before) return words;
    const Text was = with_unit(field, *before);
    if (was.en == after.en) return {words.da + " (som før)", words.en + " (as before)"};
    return {fmt::format("{}: {} → {}", field.label.da, was.da, after.da),
            fmt::format("{}: {} → {}", field.label.en, was.en, after.en)};
}

void append(Text& words, const Text& more, std::string_view separator)
{
    words.da += separator;
    words.da += more.da;
    words.en += separator;
    words.en += more.en;
}

Text target_in_words(const Scenario& now, const Intervention& change)
{
    Text words;
    const auto say = [&](const Text& name, std::string_view separator) { append(words, name, words.en.empty() ? "" : separator); };
    if (!change.centre.empty()) say(name_of_centre(now, change.centre), ", ");
    if (!change.to.empty()) say(name_of_centre(now, change.to), " → ");
    const auto& units = now.organisation_units;
    const auto area = std::find_if(units.begin(), units.end(), [&](const OrganisationUnit& u) { return u.id == change.area; });
    if (!change.area.empty()) say(area == units.end() ? Text{change.area, change.area} : Text{area->name, area->name}, ", ");
    const auto pool = std::find_if(now.pools.begin(), now.pools.end(), [&](const Pool& p) { return p.id == change.pool; });
    if (!change.pool.empty()) say(pool == now.pools.end() ? Text{change.pool, change.pool} : pool->label, ", ");
    return words;
}

Text heading_of(const Scenario& now, const Intervention& change)
{
    const InterventionKind& kind = kind_of(change.type);
    const std::string date = format_date(change.date);
    Text words{fmt::format("{} {}", kind.label.da, date), fmt::format("{} {}", kind.label.en, date)};
    if (const Text target = target_in_words(now, change); !target.en.empty()) append(words, target, ": ");
    if (!kind.needs_model) return words;
    const Text was = model_in_words(now, now.organisation.model),
               is = model_in_words(now, change.organisation.model);
    append(words, {fmt::format("{} → {}", was.da, is.da), fmt::format("{} → {}", was.en, is.en)}, ": ");
    return words;
}

template <class Each>
void each_value(const Scenario& now, const Intervention& change, Each each)
{
    for (const Field& field : kind_of(change.type).params) {
        // All parts of a change of organisation are meant unless one is left out; any other flag is a choice of its own.
        const bool part = field.key.starts_with("part_");
        if (part && field.access.read(&change) != 0) continue;
        if (says_nothing(change, field)) continue;
        each(field, value_changed(now, change, field));
    }
}

} // namespace

Text one_per_unit() { return {"én pr. ledende enhed", "one per leading unit"}; }

Text model_in_words(const Scenario& scenario, const std::string& model)
{
    std::vector<const OrganisationUnit*> leading;
    for (const OrganisationUnit& unit : scenario.organisation_units)
        if (unit.model == model && unit.leaders > 0) leading.push_back(&unit);
    if (leading.empty()) return {model, model};
    const auto level =
        std::find_if(levels.begin(), levels.end(), [&](const auto& l) { return l.level == leading.front()->level; });
    const bool same_level = std::all_of(leading.begin(), leading.end(),
                                        [&](const auto* unit) { return unit->level == leading.front()->level; });
    std::string names;
    for (const OrganisationUnit* unit : leading)
        names += (names.empty() ? "" : ", ") + unit->name;
    const auto said = [&](Language language) {
        if (level == levels.end() || !same_level) return fmt::format("{} ({})", model, names);
        if (leading.size() == 1) return fmt::format("{} ({})", level->one.in(language), names);
        return fmt::format("{} {} ({})", count_in_words(leading.size(), language), level->many.in(language), names);
    };
    return {said(Language::da), said(Language::en)};
}

Text intervention_in_words(const Scenario& now, const Intervention& intervention)
{
    Text words = heading_of(now, intervention);
    std::string_view separator = ": ";
    each_value(now, intervention, [&](const Field&, const Text& value) {
        append(words, value, separator);
        separator = "; ";
    });
    return words;
}

bool is_chosen(const Scenario& now, const Intervention& change, const Field& field)
{
    const auto must = kind_of(change.type).must;
    const bool asked = field.key == "visitation_rule" || field.key == "offer" || field.key == "places";
    if (asked || std::find(must.begin(), must.end(), field.key) != must.end()) return true;
    return field.access.read(&change) != value_in_force(now, change, field).value_or(field.fallback);
}

std::vector<Text> values_changed(const Scenario& now, const Intervention& intervention)
{
    std::vector<Text> lines{heading_of(now, intervention)};
    each_value(now, intervention, [&](const Field& field, const Text& value) {
        const Label tag = is_chosen(now, intervention, field) ? chosen_value : label_of(field.tag);
        lines.push_back({fmt::format("{} ({})", value.da, tag.da), fmt::format("{} ({})", value.en, tag.en)});
    });
    // A chosen date and a chosen model are decisions; how the units of the model are drawn is evidence.
    if (!kind_of(intervention.type).needs_model) return lines;
    const auto& units = now.organisation_units;
    const auto of_model = [&](const OrganisationUnit& u) { return u.model == intervention.organisation.model; };
    const auto all = std::count_if(units.begin(), units.end(), of_model);
    const auto assumed = std::count_if(units.begin(), units.end(), [&](const OrganisationUnit& u) {
        return of_model(u) && u.provenance.tag == Evidence::assumed;
    });
    lines.push_back({fmt::format("enhederne og hvem de hører under: {} af {} er antaget", assumed, all),
                     fmt::format("the units and whom they answer to: {} of {} are assumed", assumed, all)});
    return lines;
}

std::optional<Text> words_without_price(std::span<const Intervention> added)
{
    std::vector<Label> named;
    for (const Intervention& one : added) {
        const auto name = without_price(one.type);
        const auto same = [&](Label other) { return other.en == name->en; };
        if (name && std::none_of(named.begin(), named.end(), same)) named.push_back(*name);
    }
    if (named.empty()) return std::nullopt;
    Text list;
    for (const Label name : named) {
        list.da += fmt::format("{}{}", list.da.empty() ? "" : ", ", name.da);
        list.en += fmt::format("{}{}", list.en.empty() ? "" : ", ", name.en);
    }
    return Text{fmt::format("Uden pris i modellen: {}. Udgiften er lavere end den ville være.", list.da),
                fmt::format("Without a price in the model: {}. The cost is lower than it would be.", list.en)};
}

} // namespace samspil
