// SPDX-License-Identifier: MPL-2.0
// The futures of a result as its file keeps them, and whether two results had the same.
#pragma once

#include "engine/base/text.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace samspil {

/// What a result says was drawn.
struct FutureTable {
    std::vector<std::string> keys;
    std::vector<std::string> draws;          ///< by key: uniform, log_uniform, posterior
    std::vector<std::string> stays, why;     ///< keys that were not drawn, and id_of(Stays)
    std::vector<double> values;              ///< [replication][key]
    std::vector<std::int32_t> redraws;       ///< by replication
    double at(std::size_t replication, std::size_t key) const { return values[replication * keys.size() + key]; }
};

/// Why the first n futures of two results are not the same ones; nothing when every parameter that both draw has the
/// same value in each. Null: a result of chance alone.
std::optional<Text> why_not_same_futures(const FutureTable* base, const FutureTable* option, std::size_t n);

} // namespace samspil
