// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/compare_differences.hpp"

#include "engine/io/counts.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/in_force.hpp"
#include "engine/io/scenario_file.hpp"
#include "engine/io/values.hpp"
#include "engine/model/offer.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace samspil {
namespace {

bool same_value(const AssumptionRow& a, const AssumptionRow& b) { return a.choice == b.choice && a.value == b.value; }

Label tag_in_words(std::string_view id)
{
    for (const Evidence tag : {Evidence::source, Evidence::derived, Evidence::recalled})
        if (id == id_of(tag)) return label_of(tag);
    return label_of(Evidence::assumed);
}

/// What a path below a centre says: "offers.klub.places" is "pladser, klub".
Text centre_key_in_words(std::string_view key)
{
    for (const Offer offer : offers) {
        if (key != fmt::format("offers.{}.places", id_of(offer))) continue;
        return {fmt::format("pladser, {}", label_of(offer).da), fmt::format("places, {}", label_of(offer).en)};
    }
    return {std::string(key), std::string(key)};
}

/// One kind of change at many houses: their number and the two sums.
struct CentreChanges {
    std::size_t houses = 0;
    double before = 0, after = 0;
};

void add_centre_differences(const Scenario& base, const Scenario& option, ReportOption& report)
{
    std::map<std::string, CentreChanges> by_key;
    for (const std::string& path : paths_of(option)) {
        if (path.rfind("centres.", 0) != 0) continue;
        const auto from = value_at(base, path), to = value_at(option, path);
        if (from == to) continue;
        const auto id = std::string_view(path).substr(std::string_view("centres.").size());
        const std::size_t dot = std::min(id.find('.'), id.size() - 1);
        const int index = option.centre_index(id.substr(0, dot));
        const std::string name =
            index < 0 ? std::string(id.substr(0, dot)) : option.centres[static_cast<std::size_t>(index)].name;
        const std::string key(id.substr(dot + 1));
        const Text what = centre_key_in_words(key);
        const std::string change = fmt::format("{} → {}", from.value_or("–"), to.value_or("–"));
        report.differs.push_back(
            {fmt::format("{}: {}: {}", name, what.da, change), fmt::format("{}: {}: {}", name, what.en, change)});
        CentreChanges& sum = by_key[key];
        ++sum.houses;
        sum.before += parse_number(from.value_or("")).value_or(0);
        sum.after += parse_number(to.value_or("")).value_or(0);
    }
    for (const auto& [key, sum] : by_key) {
        const Text what = centre_key_in_words(key), houses = counted(sum.houses, {"hus", "house"}, {"huse", "houses"});
        const auto total = [&](Language language) {
            return sum.before == 0 && sum.after == 0
                       ? std::string()
                       : fmt::format(", {} {} → {}", language == Language::da ? "i alt" : "in all",
                                     plain_figure(sum.before, language), plain_figure(sum.after, language));
        };
        report.changes.push_back(
            {fmt::format("{}, i {}{} (valgt i scenariet)", what.da, houses.da, total(Language::da)),
             fmt::format("{}, in {}{} (chosen in the scenario)", what.en, houses.en, total(Language::en))});
    }
}

/// Whether the value of a register is the user's own: neither the default nor from a table with evidence of its own.
bool is_chosen(const AssumptionRow& row)
{
    const auto table = row.group == "policy"         ? policy_fields()
                       : row.group == "organisation" ? organisation_fields()
                       : row.group == "mechanisms"   ? mechanism_fields()
                                                     : parameter_fields();
    const Field* field = find_field(table, row.key);
    if (field == nullptr) return false;
    const bool standard = row.choice.empty() ? row.value == field->fallback : row.choice == written(*field, field->fallback);
    return !standard && row.tag == id_of(field->tag) && row.source == field->source;
}

} // namespace

Text value_of(const AssumptionRow& row)
{
    if (!row.choice.empty()) {
        for (const auto table : {parameter_fields(), policy_fields(), organisation_fields()}) {
            const Field* field = find_field(table, row.key);
            if (field == nullptr) continue;
            for (const Choice& choice : field->choices)
                if (choice.id == row.choice) return {std::string(choice.label.da), std::string(choice.label.en)};
        }
        return {row.choice, row.choice};
    }
    return {plain_figure(row.value, Language::da), plain_figure(row.value, Language::en)};
}

void add_register_differences(const ResultFile& base, const ResultFile& file, ReportOption& option)
{
    const auto before = base.assumptions();
    for (const AssumptionRow& row : file.assumptions()) {
        const auto twin = std::find_if(before.begin(), before.end(),
                                       [&](const auto& b) { return b.group == row.group && b.key == row.key; });
        if (twin == before.end() || same_value(*twin, row)) continue;
        const Text from = value_of(*twin), to = value_of(row);
        const auto said = [&](Language language) {
            const std::string unit = unit_in_words(row.unit, language);
            return fmt::format("{}: {} → {}{}{}", row.label.in(language), from.in(language), to.in(language),
                               unit.empty() ? "" : " ", unit);
        };
        const Text words{said(Language::da), said(Language::en)};
        const Label tag = is_chosen(row) ? chosen_value : tag_in_words(row.tag);
        option.differs.push_back(words);
        option.changes.push_back({fmt::format("{} ({})", words.da, tag.da), fmt::format("{} ({})", words.en, tag.en)});
    }
}

void add_scenario_differences(const Scenario& base, const Scenario& option, ReportOption& report)
{
    std::vector<Text>& differs = report.differs;
    std::vector<Intervention> added;
    for (const std::size_t i : added_interventions(base, option)) {
        const Scenario before = in_force_before(option, i);
        differs.push_back(intervention_in_words(before, option.interventions[i]));
        for (Text& line : values_changed(before, option.interventions[i]))
            report.changes.push_back(std::move(line));
        added.push_back(option.interventions[i]);
    }
    if (const auto note = words_without_price(added)) report.notes.push_back(*note);
    for (const std::size_t i : added_interventions(option, base)) {
        const Text words = intervention_in_words(in_force_before(base, i), base.interventions[i]);
        differs.push_back({"kun i basis: " + words.da, "only in the base: " + words.en});
    }
    add_centre_differences(base, option, report);
}

} // namespace samspil
