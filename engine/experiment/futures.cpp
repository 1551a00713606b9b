// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/futures.hpp"

#include "engine/base/elementary.hpp"
#include "engine/random/stream.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

namespace samspil {
namespace {

constexpr std::array<std::string_view, stays_count> stays_ids{"set", "solved", "sourced", "no_range", "own_value"};
constexpr std::string_view drawn_word = "drawn";

/// A parameter is its key, as in scenario files (FNV-1a); its place in the register may change.
constexpr std::uint64_t entity_of(std::string_view key)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return hash;
}

std::optional<std::size_t> column_of(const PosteriorTable* posterior, const Field& field)
{
    if (posterior == nullptr) return std::nullopt;
    const auto found = std::find(posterior->columns.begin(), posterior->columns.end(), &field);
    if (found == posterior->columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - posterior->columns.begin());
}

/// The row whose share of all weight the number falls into.
std::size_t row_at(const PosteriorTable& posterior, double share)
{
    double left = share * std::accumulate(posterior.weights.begin(), posterior.weights.end(), 0.0);
    std::size_t last = 0;
    for (std::size_t row = 0; row < posterior.weights.size(); ++row) {
        if (!(posterior.weights[row] > 0)) continue;
        last = row;
        left -= posterior.weights[row];
        if (left < 0) break;
    }
    return last;
}

Future draw_once(const FuturePlan& plan, Chance chance, int attempt)
{
    const auto index = static_cast<std::uint32_t>(attempt);
    const auto share = [&](std::string_view key) { return uniform(chance, Purpose::futures, entity_of(key), index); };
    const std::size_t row = plan.posterior ? row_at(*plan.posterior, share("posterior")) : 0;
    Future future;
    future.redraws = attempt;
    for (const FutureParameter& parameter : plan.drawn)
        future.values.push_back(parameter.column ? plan.posterior->rows[row][*parameter.column]
                                                 : value_of_prior(*parameter.field, share(parameter.field->key)));
    return future;
}

} // namespace

std::string_view id_of(Stays why) { return stays_ids[static_cast<std::size_t>(why)]; }

Label label_of(Stays why)
{
    static constexpr Label labels[] = {{"sat i scenariet", "set by the scenario"},
                                       {"løst for basisåret", "solved for the baseline"},
                                       {"ikke antaget", "not assumed"},
                                       {"intet interval kendes", "no range is known"},
                                       {"egen værdi uden for registerets interval", "own value outside the range of the register"}};
    return labels[static_cast<std::size_t>(why)];
}

bool is_log_prior(const Field& field)
{
    const double low = field.prior_low, high = field.prior_high;
    if (!field.has_prior() || !(low * high > 0)) return false;
    const double geometric = std::copysign(std::sqrt(low * high), low), arithmetic = (low + high) / 2;
    return std::abs(field.fallback - geometric) < std::abs(field.fallback - arithmetic);
}

bool is_beyond_prior(const Field& field, double value)
{
    return field.has_prior() && value != field.fallback && !(value >= field.prior_low && value <= field.prior_high);
}

double value_of_prior(const Field& field, double share)
{
    const double low = field.prior_low, high = field.prior_high;
    if (field.kind == Kind::integer) return std::min(high, low + std::floor(share * (high - low + 1)));
    if (!is_log_prior(field)) return std::clamp(low + share * (high - low), low, high);
    const double from = elementary::log(std::abs(low)), to = elementary::log(std::abs(high));
    return std::clamp(std::copysign(elementary::exp(from + share * (to - from)), low), low, high);
}

FuturePlan plan_futures(const std::set<std::string>& set, const std::set<std::string>& solved, const std::set<std::string>& own,
                        const std::map<std::string, Evidence>& tags, std::shared_ptr<const PosteriorTable> posterior)
{
    FuturePlan plan;
    plan.posterior = std::move(posterior);
    for (const Field& field : parameter_fields()) {
        const std::string key(field.key);
        const auto column = column_of(plan.posterior.get(), field);
        const auto tag = tags.find(key);
        if (set.contains(key)) plan.stays.push_back({&field, Stays::set});
        else if (column) plan.drawn.push_back({&field, column});
        else if (solved.contains(key)) plan.stays.push_back({&field, Stays::solved});
        else if ((tag == tags.end() ? field.tag : tag->second) != Evidence::assumed) plan.stays.push_back({&field, Stays::sourced});
        else if (!field.has_prior()) plan.stays.push_back({&field, Stays::no_range});
        else if (own.contains(key)) plan.stays.push_back({&field, Stays::own_value});
        else plan.drawn.push_back({&field, std::nullopt});
    }
    return plan;
}

std::vector<std::string> words_of(const FuturePlan& plan)
{
    std::vector<std::string> words;
    for (const FutureParameter& parameter : plan.drawn) words.push_back(fmt::format("{}={}", parameter.field->key, drawn_word));
    for (const StayingParameter& parameter : plan.stays) words.push_back(fmt::format("{}={}", parameter.field->key, id_of(parameter.why)));
    return words;
}

std::optional<FuturePlan> plan_from_words(std::span<const std::string> words, std::shared_ptr<const PosteriorTable> posterior)
{
    FuturePlan plan;
    plan.posterior = std::move(posterior);
    for (const std::string& word : words) {
        const std::size_t sign = std::min(word.find('='), word.size());
        const Field* field = find_field(parameter_fields(), std::string_view(word).substr(0, sign));
        const std::string_view why = std::string_view(word).substr(std::min(sign + 1, word.size()));
        const auto known = std::find(stays_ids.begin(), stays_ids.end(), why);
        if (field == nullptr || (why != drawn_word && known == stays_ids.end())) return std::nullopt;
        if (why == drawn_word) plan.drawn.push_back({field, column_of(plan.posterior.get(), *field)});
        else plan.stays.push_back({field, static_cast<Stays>(known - stays_ids.begin())});
    }
    return plan;
}

Future draw_future(const FuturePlan& plan, const Scenario& scenario, std::uint32_t seed, int replication)
{
    const Chance chance{seed, static_cast<std::uint32_t>(replication)};
    for (int attempt = 0; attempt <= most_redraws; ++attempt) {
        Future future = draw_once(plan, chance, attempt);
        if (!check_scenario(in_future(scenario, plan, future)).has_errors()) return future;
    }
    throw NoFuture(fmt::format("ingen gyldige antagelser i {0} træk / no valid assumptions in {0} draws", most_redraws + 1));
}

Scenario in_future(const Scenario& scenario, const FuturePlan& plan, const Future& future)
{
    Scenario result = scenario;
    for (std::size_t i = 0; i < plan.drawn.size(); ++i) plan.drawn[i].field->access.write(&result.assumptions, future.values[i]);
    return result;
}

} // namespace samspil
