// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/finding.hpp"

#include <cmath>
#include <limits>

namespace samspil {

std::string_view id_of(Finding finding)
{
    static constexpr std::string_view ids[] = {"decided", "below_limit", "tie", "undecided"};
    return ids[static_cast<int>(finding)];
}

Label label_of(Finding finding)
{
    static constexpr Label labels[] = {{"afgjort", "decided"},
                                       {"retning sikker, størrelse uafklaret", "direction sure, size undecided"},
                                       {"uafgjort", "tie"},
                                       {"uafklaret", "undecided"}};
    return labels[static_cast<int>(finding)];
}

Label short_label_of(Finding finding)
{
    return finding == Finding::below_limit ? Label{"størrelse uafklaret", "size undecided"} : label_of(finding);
}

std::optional<Finding> finding_of(const KpiDifference& d)
{
    if (!d.difference) return std::nullopt;
    if (*d.ci_low >= -d.relevance && *d.ci_high <= d.relevance) return Finding::tie;
    if (holds_zero(d)) return Finding::undecided;
    return std::abs(*d.difference) < d.relevance ? Finding::below_limit : Finding::decided;
}

bool is_clearly(const KpiDifference& d, Verdict sort) { return d.verdict == sort && finding_of(d) == Finding::decided; }

std::optional<Label> finding_label(const KpiDifference& d)
{
    if (!d.verdict) return std::nullopt;
    const auto finding = finding_of(d);
    return finding && *finding != Finding::decided ? label_of(*finding) : label_of(*d.verdict);
}

const KpiDifference* worse_of(const KpiDifference* worst, const KpiDifference* other)
{
    const auto times_limit = [](const KpiDifference& d) { return d.relevance > 0 ? std::abs(*d.difference) / d.relevance : std::numeric_limits<double>::infinity(); };
    if (other->verdict != Verdict::worse) return worst;
    return worst == nullptr || times_limit(*other) > times_limit(*worst) ? other : worst;
}

std::string_view arrow(const KpiDifference& d)
{
    const auto finding = finding_of(d);
    if (!finding) return "";
    if (is_nothing(d)) return "=";
    const bool up = *d.difference > 0;
    switch (*finding) {
    case Finding::decided: return up ? "▲" : "▼";
    case Finding::below_limit: return up ? "△" : "▽";
    case Finding::tie: return "≈";
    case Finding::undecided: break;
    }
    return "↕";
}

} // namespace samspil
