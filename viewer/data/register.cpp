// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/register.hpp"

#include "engine/io/figures.hpp"
#include "engine/model/parameters.hpp"
#include "engine/model/policy.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

RegisterGroup group_of_row(const AssumptionRow& row)
{
    if (row.group == "policy") return RegisterGroup::policy;
    if (row.group == "organisation") return RegisterGroup::organisation;
    if (row.group == "mechanisms") return RegisterGroup::mechanisms;
    return RegisterGroup::assumptions;
}

std::span<const Field> fields_of(RegisterGroup group)
{
    switch (group) {
    case RegisterGroup::policy:
        return policy_fields();
    case RegisterGroup::organisation:
        return organisation_fields();
    case RegisterGroup::mechanisms:
        return mechanism_fields();
    default:
        return parameter_fields();
    }
}

Text with_unit(const Text& value, const std::string& unit)
{
    const auto said = [&](Language language) {
        const std::string words = unit_in_words(unit, language);
        return words.empty() ? value.in(language) : value.in(language) + " " + words;
    };
    return {said(Language::da), said(Language::en)};
}

/// Shares are read as per cent.
double shown(double value, const std::string& unit) { return unit == "share" ? value * 100 : value; }

Text number_of(double value, const std::string& unit)
{
    const Text words{plain_figure(shown(value, unit), Language::da), plain_figure(shown(value, unit), Language::en)};
    return unit == "share" ? Text{words.da + " %", words.en + " %"} : with_unit(words, unit);
}

Text value_of(const Result& result, const AssumptionRow& row)
{
    if (row.group == "organisation" && row.key == "model") {
        for (const OrganisationRow& there : result.organisations)
            if (there.model == row.choice) return there.label;
        return {"modellen " + row.choice, "the model " + row.choice}; // an older program kept no names of models
    }
    const Field* field = find_field(fields_of(group_of_row(row)), row.key);
    // An older program may have had other choices than this one knows.
    const bool known = field != nullptr && (field->kind != Kind::choice ||
                                            (row.value >= 0 && row.value < static_cast<double>(field->choices.size())));
    if (known && field->kind != Kind::number && field->kind != Kind::integer) return value_in_words(*field, row.value);
    if (!row.choice.empty()) return {row.choice, row.choice};
    return number_of(row.value, row.unit);
}

std::string section_of(std::string_view source)
{
    return std::string(source.substr(0, std::min(source.find_first_not_of("0123456789."), source.size())));
}

std::optional<PriorRange> prior_of(const AssumptionRow& row)
{
    if (!std::isfinite(row.prior_low) || !std::isfinite(row.prior_high) || row.prior_high <= row.prior_low)
        return std::nullopt;
    const auto said = [&](Language language, std::string_view to) {
        return fmt::format("{} {} {}{}", plain_figure(shown(row.prior_low, row.unit), language), to,
                           plain_figure(shown(row.prior_high, row.unit), language), row.unit == "share" ? " %" : "");
    };
    return PriorRange{row.prior_low, row.prior_high, row.value, {said(Language::da, "til"), said(Language::en, "to")}};
}

std::optional<Evidence> tag_of(const std::string& id)
{
    for (const Evidence tag : {Evidence::source, Evidence::derived, Evidence::recalled, Evidence::assumed})
        if (id == id_of(tag)) return tag;
    return std::nullopt;
}

bool is_row(const AssumptionRow& a, const AssumptionRow& b) { return a.group == b.group && a.key == b.key; }

/// Results of one program have their rows in the same order; else it is looked for.
const AssumptionRow* twin_of(const AssumptionRow& row, std::size_t at, const std::vector<AssumptionRow>& rows)
{
    if (at < rows.size() && is_row(rows[at], row)) return &rows[at];
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const AssumptionRow& other) { return is_row(other, row); });
    return found == rows.end() ? nullptr : &*found;
}

std::string sentence_case(std::string words)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> danish{{{"æ", "Æ"}, {"ø", "Ø"}, {"å", "Å"}}};
    for (const auto& [small, large] : danish)
        if (words.starts_with(small)) return std::string(large) + words.substr(small.size());
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

/// "Ændret organisation, 01.04.2021"; what the change is stands in the value.
Text label_of_change(const InterventionRow& change)
{
    const std::string& d = change.date;
    const std::string danish = d.size() == 10 ? d.substr(8, 2) + "." + d.substr(5, 2) + "." + d.substr(0, 4) : d;
    return {sentence_case(change.label.da) + ", " + danish, sentence_case(change.label.en) + ", " + d};
}

Text value_of_change(const InterventionRow& change)
{
    const auto rest = [&](const std::string& words, const std::string& label) {
        const std::string head = label + " " + change.date;
        if (!words.starts_with(head)) return words;
        const std::string tail = words.size() > head.size() + 2 ? words.substr(head.size() + 2) : std::string();
        return tail;
    };
    Text value{rest(change.words.da, change.label.da), rest(change.words.en, change.label.en)};
    if (value.da.empty()) value = {"ja", "yes"};
    return value;
}

bool same_change(const InterventionRow& a, const InterventionRow& b)
{
    return a.date == b.date && a.type == b.type && a.centre == b.centre && a.to == b.to && a.area == b.area;
}

/// Dated changes of all results; one that several results have stands once.
std::vector<RegisterRow> changes_of(const Result& base, std::span<const Result* const> options)
{
    std::vector<RegisterRow> rows;
    std::vector<InterventionRow> heads;
    std::vector<const Result*> results{&base};
    results.insert(results.end(), options.begin(), options.end());
    for (std::size_t r = 0; r < results.size(); ++r) {
        std::vector<bool> taken(heads.size(), false); // a result may hold the same change twice
        for (const InterventionRow& change : results[r]->interventions) {
            std::size_t at = 0;
            while (at < heads.size() && ((at < taken.size() && taken[at]) || !same_change(heads[at], change)))
                ++at;
            if (at == heads.size()) {
                heads.push_back(change);
                RegisterRow row;
                row.group = RegisterGroup::changes;
                row.key = change.date + " " + change.type + " " + change.centre;
                row.label = label_of_change(change);
                row.options.resize(options.size());
                rows.push_back(std::move(row));
            }
            taken.resize(heads.size(), false);
            taken[at] = true;
            if (r == 0)
                rows[at].value = value_of_change(change);
            else if (rows[at].value != value_of_change(change))
                rows[at].options[r - 1] = value_of_change(change);
        }
        // What the base has and this option has not.
        for (std::size_t at = 0; r > 0 && at < rows.size(); ++at) {
            const bool here = at < taken.size() && taken[at];
            if (rows[at].value && !here) rows[at].options[r - 1] = Text{"nej", "no"};
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const RegisterRow& a, const RegisterRow& b) {
        return a.key.substr(0, 10) < b.key.substr(0, 10);
    });
    return rows;
}

/// "7.8" before "7.10"; rows without a section last.
int section_order(const std::string& section)
{
    const std::size_t dot = section.find('.');
    if (section.empty()) return 1 << 20;
    const int chapter = std::atoi(section.c_str());
    return chapter * 1000 + (dot == std::string::npos ? 0 : std::atoi(section.c_str() + dot + 1));
}

} // namespace

bool RegisterRow::differs() const
{
    return std::any_of(options.begin(), options.end(), [](const auto& option) { return option.has_value(); });
}

Register register_of(const Result& base, std::span<const Result* const> options)
{
    Register all;
    all.choices = changes_of(base, options);
    all.lacks_changes = base.organisations.empty() || std::any_of(options.begin(), options.end(), [](const Result* r) {
                            return r->organisations.empty();
                        });
    for (std::size_t i = 0; i < base.assumptions.size(); ++i) {
        const AssumptionRow& from = base.assumptions[i];
        RegisterRow row;
        row.group = group_of_row(from);
        row.section = section_of(from.source);
        row.key = from.key;
        row.label = {sentence_case(from.label.da), sentence_case(from.label.en)};
        row.value = value_of(base, from);
        row.tag = tag_of(from.tag);
        // A source that begins with a number is a chapter of docs/model.md.
        row.source = row.section.empty() ? from.source : "model.md " + from.source;
        row.prior = prior_of(from);
        for (const Result* option : options) {
            const AssumptionRow* twin = twin_of(from, i, option->assumptions);
            const bool other = twin != nullptr && (twin->choice != from.choice || twin->value != from.value);
            row.options.push_back(other ? std::optional(value_of(*option, *twin)) : std::nullopt);
        }
        (is_choice(row.group) ? all.choices : all.assumptions).push_back(std::move(row));
    }
    const auto before = [](const RegisterRow& a, const RegisterRow& b) {
        const auto place = [](const RegisterRow& r) {
            return std::pair(r.group, r.group == RegisterGroup::changes ? 0 : section_order(r.section));
        };
        return place(a) < place(b);
    };
    std::stable_sort(all.choices.begin(), all.choices.end(), before);
    std::stable_sort(all.assumptions.begin(), all.assumptions.end(), before);
    return all;
}

Evidences evidence_of(const Result& base, std::span<const Result* const> options, std::span<const Goal> goals)
{
    std::vector<Assumption> rows;
    for (const AssumptionRow& row : base.assumptions)
        if (row.group == "assumptions")
            rows.push_back({row.key, row.label, value_of(base, row), row.unit, row.source, row.tag});
    std::vector<KpiDifference> asked;
    for (const Goal& goal : goals) {
        const auto at = find_kpi(goal.kpi);
        if (!at) continue;
        asked.emplace_back().kpi = &kpi_table()[*at];
        asked.back().goal = true;
    }
    const bool organisation = std::any_of(options.begin(), options.end(), [](const Result* option) {
        return std::any_of(option->interventions.begin(), option->interventions.end(),
                           [](const InterventionRow& i) { return i.type == "organisation_change"; });
    });
    Evidences evidence = evidences_of(std::move(rows), asked, organisation);
    for (const CentreRow& centre : base.centres) {
        ++evidence.centres;
        evidence.assumed_centres += centre.known ? 0 : 1;
    }
    return evidence;
}

std::vector<TargetCheck> targets_checked(const Result& base)
{
    constexpr int first_year = 53; // weeks, of a year that has one more
    std::vector<TargetCheck> checks;
    for (const TargetRow& target : base.targets) {
        TargetCheck check{target, {}, false, base.metadata.weeks <= first_year};
        const auto at = find_kpi(target.id);
        double sum = 0;
        int n = 0;
        if (at && *at < base.kpis.size()) {
            for (const double value : base.kpis[*at]) {
                if (!std::isfinite(value)) continue;
                sum += value;
                ++n;
            }
        }
        if (n > 0) check.reached = sum / n;
        check.hit = check.reached && *check.reached >= target.low && *check.reached <= target.high;
        checks.push_back(std::move(check));
    }
    return checks;
}

} // namespace samspil::viewer
