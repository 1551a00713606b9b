// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/standing_alone.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace samspil {
namespace {

using Members = std::vector<std::size_t>;

class Ground {
public:
    Ground(const Scenario& base, const Scenario& option) : base_(base), option_(option)
    {
        for (const Scenario* whole : {&base, &option}) {
            const Diagnostics found = check_scenario(*whole);
            for (const Diagnostic& one : found.items()) known_.insert(one.message.en);
        }
    }

    /// Nothing is wrong with the base and these that is not wrong with base or option.
    bool stand(const Members& members) const
    {
        std::vector<Intervention> added;
        for (const std::size_t i : members) added.push_back(option_.interventions[i]);
        const Diagnostics found = check_scenario(base_with(base_, added));
        return std::none_of(found.items().begin(), found.items().end(),
                            [&](const Diagnostic& one) { return forbids(one) && !known_.contains(one.message.en); });
    }

private:
    /// A change in a house that stays closed, or of an offer it lacks, is only warned of, but alone it does nothing either. One that clashes with
    /// an intervention of the base, or has its id, takes the place of one that the option does without: of a day the later holds.
    static bool forbids(const Diagnostic& one)
    {
        const bool of_intervention = one.path.starts_with("interventions.");
        if (one.severity == Severity::warning) return of_intervention && (one.path.ends_with(".target.centre") || one.path.find(".params.") != std::string::npos);
        const bool replaces = of_intervention && (std::count(one.path.begin(), one.path.end(), '.') == 1 || one.path.ends_with(".id"));
        return one.severity == Severity::error && !replaces;
    }

    const Scenario &base_, &option_;
    std::set<std::string> known_;
};

Members united(const std::vector<Members>& parts, std::size_t with)
{
    Members all{with};
    for (const Members& part : parts) all.insert(all.end(), part.begin(), part.end());
    std::sort(all.begin(), all.end());
    return all;
}

/// The earlier parts that one rests on: added latest first until it stands, then without those it stands without.
std::vector<Members> what_it_rests_on(const Ground& ground, const std::vector<Members>& earlier, std::size_t one)
{
    std::vector<Members> under;
    for (auto part = earlier.rbegin(); part != earlier.rend() && !ground.stand(united(under, one)); ++part)
        under.push_back(*part);
    for (std::size_t i = 0; i < under.size();) {
        std::vector<Members> fewer = under;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        if (ground.stand(united(fewer, one)))
            under = std::move(fewer);
        else
            ++i;
    }
    return under;
}

} // namespace

Scenario base_with(const Scenario& base, std::span<const Intervention> added)
{
    Scenario scenario = base;
    for (const Intervention& one : added) {
        const auto later = std::find_if(scenario.interventions.begin(), scenario.interventions.end(),
                                        [&](const Intervention& other) { return other.date > one.date; });
        scenario.interventions.insert(later, one);
    }
    return scenario;
}

StandingParts parts_that_stand(const Scenario& base, const Scenario& option, std::span<const std::size_t> added)
{
    const Ground ground(base, option);
    StandingParts result;
    for (const std::size_t one : added) {
        const std::vector<Members> under = what_it_rests_on(ground, result.parts, one);
        Members part = united(under, one);
        if (!ground.stand(part)) {
            result.left_out.push_back(one);
            continue;
        }
        std::erase_if(result.parts, [&](const Members& other) { return std::find(under.begin(), under.end(), other) != under.end(); });
        result.parts.push_back(std::move(part));
    }
    return result;
}

} // namespace samspil
