// SPDX-License-Identifier: MPL-2.0
// Futures (docs/model.md 8.3): replication r draws every assumed parameter, from its prior or from a table of draws,
// keyed (seed, r, parameter), so that all options meet the same futures. What a scenario itself sets is its choice.
#pragma once

#include "engine/model/scenario.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

/// Why a parameter is not drawn.
enum class Stays {
    set,       ///< the scenario file, one it extends, or -s says it: a choice
    solved,    ///< of the table of solved constants (docs/model.md 8.1), given all the others
    sourced,   ///< not assumed: its value has a source, or is derived or recalled
    no_range,  ///< assumed, but no range is known; among them shares that must add up
    own_value, ///< assumed by a table of the scenario, outside the range of the register: that range is not about it
};
inline constexpr std::size_t stays_count = 5;
std::string_view id_of(Stays why); ///< "set", "solved", "sourced", "no_range", "own_value"
Label label_of(Stays why);

struct StayingParameter {
    const Field* field = nullptr; ///< of parameter_fields()
    Stays why{};
};

/// A table of joint draws, such as a posterior: a row is one draw of all its columns.
struct PosteriorTable {
    std::vector<const Field*> columns;
    std::vector<std::vector<double>> rows; ///< each as long as columns
    std::vector<double> weights;           ///< by row, not negative, not all zero
};

struct FutureParameter {
    const Field* field = nullptr;
    std::optional<std::size_t> column; ///< of the posterior; empty: from the prior
};

/// What is drawn and what stays, in the order of the register.
struct FuturePlan {
    std::vector<FutureParameter> drawn;
    std::vector<StayingParameter> stays;
    std::shared_ptr<const PosteriorTable> posterior; ///< may be null
};

/// Whether a prior is uniform in the logarithm: both ends have the same sign, and the default lies nearer their
/// geometric than their arithmetic middle ("x divided and multiplied by a factor").
bool is_log_prior(const Field& field);
/// Whether a value is not the register's and lies where its prior never draws: the prior is not about that value.
bool is_beyond_prior(const Field& field, double value);
/// From (0, 1) to a value of the prior.
double value_of_prior(const Field& field, double share);

/// `set`: keys the scenario sets itself; `solved`: keys of the table of solved constants; `own`: keys whose value is_beyond_prior();
/// `tags`: evidence of values from tables, by key, where it is not the field's own. A column of the posterior is drawn
/// unless the scenario sets it.
FuturePlan plan_futures(const std::set<std::string>& set, const std::set<std::string>& solved, const std::set<std::string>& own,
                        const std::map<std::string, Evidence>& tags, std::shared_ptr<const PosteriorTable> posterior);

/// What a run folder writes down of a plan: "h_c=drawn", "H_L=no_range", ...; and back. Unknown words: nothing.
std::vector<std::string> words_of(const FuturePlan& plan);
std::optional<FuturePlan> plan_from_words(std::span<const std::string> words, std::shared_ptr<const PosteriorTable> posterior);

/// One replication's draws.
struct Future {
    std::vector<double> values; ///< by FuturePlan::drawn
    int redraws = 0;            ///< draws thrown away because the scenario would not have been valid
};

inline constexpr int most_redraws = 20;

/// No valid draw was found.
class NoFuture : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Draws until the scenario is valid; throws NoFuture after `most_redraws`.
Future draw_future(const FuturePlan& plan, const Scenario& scenario, std::uint32_t seed, int replication);

/// The scenario with the values drawn.
Scenario in_future(const Scenario& scenario, const FuturePlan& plan, const Future& future);

} // namespace samspil
