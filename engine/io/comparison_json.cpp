// SPDX-License-Identifier: MPL-2.0
// The comparison for machines: C locale, shortest round-trip numbers, null instead of NaN.
#include "engine/io/comparison_report.hpp"

#include "engine/experiment/finding.hpp"
#include "engine/io/json_text.hpp"

#include <cmath>
#include <functional>

#include <fmt/format.h>

namespace samspil {
namespace {

using json_text::list, json_text::number, json_text::quoted, json_text::text;

std::string kpi_object(const KpiDifference& d)
{
    const auto finding = finding_of(d);
    return fmt::format(
        "{{\"kpi\":{},\"unit\":{},\"base\":{},\"option\":{},\"difference\":{},\"ci_low\":{},\"ci_high\":{},"
        "\"n\":{},\"share_above\":{},\"relevance\":{},\"verdict\":{},\"finding\":{}}}",
        quoted(d.kpi->id), quoted(d.kpi->unit), number(d.base), number(d.option), number(d.difference),
        number(d.ci_low), number(d.ci_high), d.n, number(d.share_above), number(d.relevance),
        d.depends_on_assumptions ? std::string("\"depends_on_assumptions\"")
                                 : d.verdict ? quoted(id_of(*d.verdict)) : std::string("null"),
        finding ? quoted(id_of(*finding)) : std::string("null"));
}

std::string_view role_id(PartRole role)
{
    static constexpr std::string_view ids[] = {"part", "together", "interplay", "variant", "no_participation"};
    return ids[static_cast<int>(role)];
}

std::string_view standing_id(Standing standing)
{
    static constexpr std::string_view ids[] = {"holds", "fades", "appears", "turns"};
    return ids[static_cast<int>(standing)];
}

std::string parts_object(const Decomposition& parts)
{
    const std::string tables = list(parts.parts, [](const Part& part) {
        return fmt::format("{{\"id\":{},\"role\":{},\"label\":{},\"kpis\":{}}}", quoted(part.what.id),
                           quoted(role_id(part.what.role)), text(part.what.label), list(part.kpis, kpi_object));
    });
    const std::string standings = list(parts.standings, [&](const GoalStanding& s) {
        return fmt::format("{{\"kpi\":{},\"variant\":{},\"standing\":{}}}", quoted(s.kpi->id),
                           quoted(parts.parts[s.part].what.id), quoted(standing_id(s.standing)));
    });
    return fmt::format("{{\"tables\":{},\"left_out\":{},\"standings\":{}}}", tables, list(parts.left_out, text), standings);
}

std::string groups_object(const GroupComparison& groups)
{
    const DimensionInfo& about = dimension_table()[static_cast<std::size_t>(groups.dimension)];
    return fmt::format("{{\"dimension\":{},\"rows\":{}}}", quoted(about.id), list(groups.rows, [](const GroupDifference& row) {
                           return fmt::format("{{\"member\":{},\"label\":{},\"kpi\":{}}}", quoted(row.member.id),
                                              text(row.member.label), kpi_object(row.difference));
                       }));
}

std::string gain_loss(const GainLoss& counts)
{
    return fmt::format("\"persons\":{},\"gain\":{},\"lose\":{},\"same\":{},\"weeks_gained\":{},\"weeks_lost\":{},\"difference\":{}",
                       counts.persons, counts.gain, counts.lose, counts.same(), counts.weeks_gained, counts.weeks_lost, counts.difference());
}

std::string counts_object(const WhoChanges& who, const PersonCounts& counts)
{
    std::vector<std::string> measures, dimensions, causes;
    for (std::size_t m = 0; m < person_measure_count; ++m)
        measures.push_back(fmt::format("{{\"of\":{},{}}}", quoted(id_of_measure(m)), gain_loss(counts.all[m])));
    for (std::size_t d = 0; d < person_dimension_count; ++d) {
        std::vector<std::string> members;
        for (std::size_t i = 0; i < counts.by_member[d].size(); ++i)
            members.push_back(fmt::format("{{\"member\":{},{}}}", quoted(who.members[d][i].id), gain_loss(counts.by_member[d][i])));
        const std::string_view id = dimension_table()[static_cast<std::size_t>(person_dimensions[d])].id;
        dimensions.push_back(fmt::format("{{\"dimension\":{},\"members\":{}}}", quoted(id), list(members, std::identity())));
    }
    for (std::size_t c = 0; c < cause_count; ++c)
        causes.push_back(fmt::format("{{\"cause\":{},{}}}", quoted(id_of(static_cast<Cause>(c))), gain_loss(counts.by_cause[c])));
    const auto plain = [](std::int64_t n) { return fmt::format("{}", n); };
    return fmt::format("{{\"measures\":{},\"groups\":{},\"sizes\":{},\"parted\":{},\"parted_same\":{},\"parted_by_year\":{},\"causes\":{},"
                       "\"base_weeks\":{},\"option_weeks\":{}}}",
                       list(measures, std::identity()), list(dimensions, std::identity()), list(counts.by_size, plain), counts.parted,
                       counts.parted_same, list(counts.parted_by_year, plain), list(causes, std::identity()), list(counts.base_sum, plain),
                       list(counts.option_sum, plain));
}

/// Replication by replication; weeks with a place in the period.
std::string persons_object(const ReportPersons& persons)
{
    return fmt::format("{{\"unit\":\"weeks\",\"first_replication\":{},\"agrees\":{},\"replications\":{}}}", persons.who.first_replication,
                       persons.agrees(), list(persons.who.replications, [&](const PersonCounts& one) { return counts_object(persons.who, one); }));
}

std::string verdict(const std::optional<Verdict>& verdict) { return verdict ? quoted(id_of(*verdict)) : std::string("null"); }

std::string split_object(const FutureSplit& s)
{
    return fmt::format("{{\"kpi\":{},\"unit\":{},\"choice\":{},\"assumption_variance\":{},\"chance_variance\":{},\"assumption_share\":{},"
                       "\"n\":{},\"same_sign\":{},\"zeros\":{},\"same_sign_low\":{},\"same_sign_high\":{},\"sign_by_assumptions\":{},"
                       "\"verdict_by_chance\":{},\"verdict_by_futures\":{},\"depends_on_assumptions\":{}}}",
                       quoted(s.kpi->id), quoted(s.kpi->unit), number(s.choice), number(s.assumption_variance), number(s.chance_variance),
                       number(s.assumption_share), s.n, s.same_sign, s.zeros, number(s.same_sign_share.low), number(s.same_sign_share.high),
                       number(s.sign_by_assumptions), verdict(s.by_chance), verdict(s.by_futures), s.depends);
}

std::string option_object(const ReportOption& option, std::string_view covers)
{
    std::string out =
        fmt::format("{{\"id\":{},\"file\":{},\"title\":{},\"n\":{},\"covers\":{},\"level\":{},\"headline\":{},",
                    quoted(option.side.id), quoted(option.side.file), text(option.side.title),
                    option.kpis.empty() ? 0 : option.kpis.front().n, quoted(covers), number(comparison_level),
                    text(option.headline));
    out += fmt::format("\"differs\":{},\"notes\":{},\"kpis\":{}", list(option.differs, text), list(option.notes, text),
                       list(option.kpis, kpi_object));
    if (option.parts) out += fmt::format(",\"parts\":{}", parts_object(*option.parts));
    if (!option.futures.empty()) out += fmt::format(",\"futures\":{}", list(option.futures, split_object));
    if (!option.groups.empty()) out += fmt::format(",\"groups\":{}", list(option.groups, groups_object));
    if (option.persons) out += fmt::format(",\"persons\":{}", persons_object(*option.persons));
    return out += "}";
}

} // namespace

std::string comparison_json(const ComparisonReport& report)
{
    const std::string base = fmt::format(
        "{{\"id\":{},\"file\":{},\"title\":{},\"n\":{},\"seed\":{},\"start\":{},\"weeks\":{},\"burn_in_weeks\":{}}}",
        quoted(report.base.id), quoted(report.base.file), text(report.base.title), report.base.replications,
        report.frame.seed, quoted(report.start), report.frame.weeks, report.frame.burn_in_weeks);
    return fmt::format("{{\"base\":{},\"covers\":{},\"options\":{}}}\n", base, quoted(report.covers),
                       list(report.options, [&](const ReportOption& option) { return option_object(option, report.covers); }));
}

} // namespace samspil
